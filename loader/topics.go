package loader

import (
	"math"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// The weights of the places where a word may stand. A headline says what a task is about; the
// headline above it says it for all of its group; the text mentions much else.
const (
	headingWeight = 4.0
	groupWeight   = 1.5
	chapterWeight = 1.0
	bodyWeight    = 1.0
)

// A further topic is given when its score is at least this share of the first one's.
const (
	secondShare = 0.3
	thirdShare  = 0.6
	weakTopic   = 4.0 // a score that a single word can reach
)

// Units of a task speak for their line of work: most the first one and those that lead.
const (
	unitWeight      = 3.0
	otherUnitShare  = 0.2
	supportingShare = 0.3
)

// meansShare is how much the text of a task says for a topic that texts name as a means: nearly
// every measure is paid for, but few are about money.
const meansShare = 0.5

// A word that stands in at most one of commonness tasks of a document counts in full, one that
// stands in all of them hardly. spareTasks keeps that from short documents, where it would be chance.
const (
	commonness = 4
	spareTasks = 4
)

// fillTopics gives every task what it is about: one to three topics, the most important first.
// A task of whose words and units none speaks for a topic has none.
func fillTopics(lex *gazetteer.Lexicon, blocks []Block, tasks []Task, units []Department) {
	c := newTopicCounter(lex, units)
	byPath := make(map[string]*Block, len(blocks))
	for i := range blocks {
		byPath[blocks[i].Path] = &blocks[i]
	}
	ends := make([]int, len(tasks))
	for i := range tasks {
		c.read(byPath[tasks[i].Path], byPath)
		ends[i] = len(c.mentions)
	}
	telling := c.telling(len(tasks))
	start := 0
	for i := range tasks {
		scores := c.scores(&tasks[i], c.mentions[start:ends[i]], telling)
		tasks[i].Topics, tasks[i].TopicCertainty = c.choose(scores)
		start = ends[i]
	}
}

// topicCounter finds the words of a document's tasks, then adds up what they say.
type topicCounter struct {
	lex       *gazetteer.Lexicon
	slugs     []string
	functions map[string]string // of the units, by name
	mentions  []mention         // of all tasks, one after the other
	seen      []int32           // by word: how often count has met it in the text at hand
	tasks     []int32           // by word: how many tasks have it in their own headline or text
	last      []int32           // by word: the number of the last such task
	reads     int32             // how many tasks have been read
	sum       []float64         // by topic, of the task at hand
}

// mention is a word that speaks for topics, in a task or in a headline above it.
type mention struct {
	weight float64
	word   int32 // its ID
	inText bool
}

func newTopicCounter(lex *gazetteer.Lexicon, units []Department) *topicCounter {
	slugs := lex.Slugs()
	c := &topicCounter{
		lex: lex, slugs: slugs, functions: make(map[string]string, len(units)),
		seen: make([]int32, lex.Len()), tasks: make([]int32, lex.Len()),
		last: make([]int32, lex.Len()),
		sum:  make([]float64, len(slugs)),
	}
	for _, u := range units {
		c.functions[u.Name] = u.Function
	}
	return c
}

// read adds the mentions in a task and in the headlines above it. A nil block has none.
func (c *topicCounter) read(b *Block, byPath map[string]*Block) {
	if b == nil {
		return
	}
	c.reads++
	own := len(c.mentions)
	c.count(b.Head.S, headingWeight, false)
	c.count(withoutUnits(b.Body.S), bodyWeight, true)
	for _, m := range c.mentions[own:] {
		if c.last[m.word] != c.reads {
			c.last[m.word] = c.reads
			c.tasks[m.word]++
		}
	}
	weight := groupWeight
	for path := parentPath(b.Path); path != ""; path = parentPath(path) {
		if parentPath(path) == "" {
			weight = min(weight, chapterWeight)
		}
		if up := byPath[path]; up != nil {
			c.count(up.Head.S, weight, false)
		}
		weight = chapterWeight
	}
}

// count adds the words of a text. One that is repeated counts with the logarithm of its number.
func (c *topicCounter) count(text string, weight float64, inText bool) {
	from := len(c.mentions)
	c.lex.Find(text, func(w *gazetteer.LexiconWord) {
		if c.seen[w.ID] == 0 {
			c.mentions = append(c.mentions, mention{weight, w.ID, inText})
		}
		c.seen[w.ID]++
	})
	for i := range c.mentions[from:] {
		m := &c.mentions[from+i]
		if n := c.seen[m.word]; n > 1 {
			m.weight *= 1 + math.Log(float64(n))
		}
		c.seen[m.word] = 0
	}
}

// telling is by word how much it tells the n tasks of the document apart, from 0 to 1: what a
// document says everywhere is its own subject, not that of a task.
func (c *topicCounter) telling(n int) []float64 {
	out := make([]float64, len(c.tasks))
	for i, has := range c.tasks {
		out[i] = 1
		if share := float64(n+spareTasks) / float64(max(has, 1)); share < commonness {
			out[i] = math.Log(share) / math.Log(commonness)
		}
	}
	return out
}

// scores adds up what the mentions and the units of a task say, by topic. The slice is reused.
func (c *topicCounter) scores(t *Task, mentions []mention, telling []float64) []float64 {
	clear(c.sum)
	for _, m := range mentions {
		for _, w := range c.lex.Word(m.word).Topics {
			x := m.weight * w.Weight * telling[m.word]
			if m.inText && t.Kind == kindTask && c.lex.IsMeans(w.Topic) {
				x *= meansShare
			}
			c.sum[w.Topic] += x
		}
	}
	c.addUnits(t.Units)
	return c.sum
}

// addUnits adds up what the lines of work of a task's units say.
func (c *topicCounter) addUnits(units []Unit) {
	first := true
	for _, u := range units {
		function := c.functions[u.Name]
		if function == "" || u.Collective {
			continue
		}
		weight := unitWeight
		if !first && u.Role != roleLead {
			weight *= otherUnitShare
		}
		if u.Role == roleSupport {
			weight *= supportingShare
		}
		first = false
		for _, w := range c.lex.ByFunction(function) {
			c.sum[w.Topic] += weight * w.Weight
		}
	}
}

// parentPath is the path of the element above; "" for a chapter.
func parentPath(path string) string {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return ""
	}
	return path[:i]
}

// withoutUnits leaves out lists of responsible units, whose names would speak for the units'
// topics instead of the task's.
func withoutUnits(text string) string {
	spans := enclosed(text, '(', ')')
	spans = append(spans, enclosed(text, '〔', '〕')...)
	if len(spans) == 0 {
		return text
	}
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	var sb strings.Builder
	at := 0
	for _, s := range spans {
		if s.start < at || !containsAny(s.of(text), []string{"单位", "局", "负责", "牵头", "部门", "委"}) {
			continue
		}
		sb.WriteString(text[at:s.start])
		at = s.end
	}
	sb.WriteString(text[at:])
	return sb.String()
}

// choose gives the topics with the highest scores; equal ones in the order of the lexicon. It uses
// the scores up.
func (c *topicCounter) choose(scores []float64) ([]string, []Certainty) {
	out, sure := []string{}, []Certainty{}
	best := 0.0
	for rank, share := range []float64{0, secondShare, thirdShare} {
		top := 0
		for i, score := range scores {
			if score > scores[top] {
				top = i
			}
		}
		score := scores[top]
		best = max(best, score)
		if score <= 0 || score < share*best {
			break
		}
		out, sure = append(out, c.slugs[top]), append(sure, topicCertainty(rank, score))
		scores[top] = 0
	}
	return out, sure
}

// topicCertainty is how sure the topic with a score is, by its rank.
func topicCertainty(rank int, score float64) (sure Certainty) {
	sure.doubt(rank > 0, doubtFurther)
	sure.doubt(score < weakTopic, doubtTopic)
	return sure
}

// topicCertainty is how sure the i-th of the task's topics is.
func (t *Task) topicCertainty(i int) (sure Certainty) {
	if i < len(t.TopicCertainty) {
		sure = t.TopicCertainty[i]
	}
	return sure
}
