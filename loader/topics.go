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

// longText is the length in bytes from which a text has room for what its task is not about: some 300
// characters. The words of a longer one count less, with the root of what it is longer.
const longText = 900

// A word that stands in at most one of commonness tasks of a document counts in full, one that
// stands in all of them hardly. spareTasks keeps that from short documents, where it would be chance.
const (
	commonness = 4
	spareTasks = 4
)

// topicCounter gives every task what it is about: one to three topics, the most important first. A
// task of whose words and units none speaks for a topic has none. It finds the words of all blocks
// first, then adds up what they say of the tasks.
type topicCounter struct {
	lex       *gazetteer.Lexicon
	functions map[string]string // of the units, by name
	mentions  []mention         // of all texts, one after the other
	starts    []int             // of the mentions of each block's headline, and of those of its text
	sizes     []int             // of the blocks' texts, in bytes
	last      []int32           // by word: the number of its last mention, from 1
	tasks     []int32           // by word: how many tasks have it in their own headline or text
	telling   []float64         // by number of tasks: see tellingOf
	sum       []float64         // by topic, of the task at hand
	topics    []string          // of all tasks that have been given theirs
	sure      []Certainty       // how sure each of topics is
}

// mention is a word that speaks for topics, in the headline or the text of a block.
type mention struct {
	word  int32 // its ID
	times int32 // how often it stands there
	again bool  // it is in the text, and in the headline too
}

func newTopicCounter(lex *gazetteer.Lexicon, blocks []Block, units []Department) *topicCounter {
	const bytesPerMention = 24 // about, in plans
	size := 0
	for i := range blocks {
		size += blocks[i].Head.Len() + blocks[i].Body.Len()
	}
	c := &topicCounter{
		lex: lex, functions: make(map[string]string, len(units)),
		last: make([]int32, lex.Len()), tasks: make([]int32, lex.Len()),
		mentions: make([]mention, 0, size/bytesPerMention),
		starts:   make([]int, 1, 2*len(blocks)+1), sum: make([]float64, lex.Topics()),
		sizes: make([]int, 0, len(blocks)),
	}
	for _, u := range units {
		c.functions[u.Name] = u.Function
	}
	return c
}

// read adds the mentions in the headline of the next block, or in its text.
func (c *topicCounter) read(p *passage) {
	words := p.found.Of(gazetteer.TopicWord)
	own := len(c.mentions) // of this headline or text
	block := own
	var units []span
	if p.isBody {
		block = c.starts[len(c.starts)-2]
		c.sizes = append(c.sizes, len(p.S))
		if len(words) > 0 {
			units = unitSpans(p.S)
		}
	}
	for _, w := range words {
		for len(units) > 0 && units[0].end <= int(w.Start) {
			units = units[1:]
		}
		if len(units) > 0 && units[0].start <= int(w.Start) {
			continue
		}
		last := int(c.last[w.ID])
		if last > own {
			c.mentions[last-1].times++
			continue
		}
		c.mentions = append(c.mentions, mention{word: w.ID, times: 1, again: last > block})
		c.last[w.ID] = int32(len(c.mentions))
	}
	c.starts = append(c.starts, len(c.mentions))
}

// fill gives every task its topics. The blocks are those that have been read.
func (c *topicCounter) fill(tasks []Task, blocks []Block) {
	byPath := make(map[string]int, len(blocks))
	for i := range blocks {
		byPath[blocks[i].Path] = i
	}
	for i := range tasks {
		if at, ok := byPath[tasks[i].Path]; ok {
			c.countWords(c.both(at))
		}
	}
	c.telling = tellingOf(len(tasks))
	c.topics, c.sure = make([]string, 0, 2*len(tasks)), make([]Certainty, 0, 2*len(tasks))
	for i := range tasks {
		tasks[i].Topics, tasks[i].TopicCertainty = c.choose(c.scores(&tasks[i], byPath))
	}
}

// headline, text and both are the mentions of a block, in the order of the words' first places.
func (c *topicCounter) headline(block int) []mention {
	return c.mentions[c.starts[2*block]:c.starts[2*block+1]]
}

func (c *topicCounter) text(block int) []mention {
	return c.mentions[c.starts[2*block+1]:c.starts[2*block+2]]
}

func (c *topicCounter) both(block int) []mention {
	return c.mentions[c.starts[2*block]:c.starts[2*block+2]]
}

// countWords counts the words of a task, each once.
func (c *topicCounter) countWords(mentions []mention) {
	for _, m := range mentions {
		if !m.again {
			c.tasks[m.word]++
		}
	}
}

// tellingOf is by the number of tasks that have a word how much it tells the n tasks of the document
// apart, from 0 to 1: what a document says everywhere is its own subject, not that of a task.
func tellingOf(n int) []float64 {
	out := make([]float64, n+1)
	for has := range out {
		out[has] = 1
		if share := float64(n+spareTasks) / float64(max(has, 1)); share < commonness {
			out[has] = math.Log(share) / math.Log(commonness)
		}
	}
	return out
}

// scores adds up what a task, the headlines above it and its units say, by topic. The slice is reused.
// A task without a block has no words.
func (c *topicCounter) scores(t *Task, byPath map[string]int) []float64 {
	clear(c.sum)
	if block, ok := byPath[t.Path]; ok {
		c.add(c.headline(block), headingWeight, 1)
		means := 1.0
		if t.Kind == kindTask {
			means = meansShare
		}
		c.add(c.text(block), bodyWeight*lengthShare(c.sizes[block]), means)
		weight := groupWeight
		for path := parentPath(t.Path); path != ""; path = parentPath(path) {
			if parentPath(path) == "" {
				weight = min(weight, chapterWeight)
			}
			if up, ok := byPath[path]; ok {
				c.add(c.headline(up), weight, 1)
			}
			weight = chapterWeight
		}
	}
	c.addUnits(t.Units)
	return c.sum
}

// lengthShare is the share with which the words of a text of a size count.
func lengthShare(size int) float64 {
	if size <= longText {
		return 1
	}
	return math.Sqrt(longText / float64(size))
}

// add adds up what words say at a place of a weight. One that is repeated counts with the logarithm
// of its number; topics that are means count with a share.
func (c *topicCounter) add(mentions []mention, weight, means float64) {
	for _, m := range mentions {
		weight := weight
		if m.times > 1 {
			weight *= 1 + math.Log(float64(m.times))
		}
		telling := c.telling[c.tasks[m.word]]
		for _, w := range c.lex.Word(m.word).Topics {
			x := weight * w.Weight * telling
			if c.lex.IsMeans(w.Topic) {
				x *= means
			}
			c.sum[w.Topic] += x
		}
	}
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

// unitSpans are the brackets that list responsible units, whose names would speak for the units'
// topics instead of the task's.
func unitSpans(text string) []span {
	spans := enclosed(text, "(", ")")
	spans = append(spans, enclosed(text, "〔", "〕")...)
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	kept, at := spans[:0], 0
	for _, s := range spans {
		if s.start >= at && unitWords.in(s.of(text)) {
			kept = append(kept, s)
			at = s.end
		}
	}
	return kept
}

// unitWords tell brackets that list units from others.
var unitWords = newWordSet("单位", "局", "负责", "牵头", "部门", "委")

// choose gives the topics with the highest scores; equal ones in the order of the lexicon. All tasks'
// topics stand in two slices, one after the other.
func (c *topicCounter) choose(scores []float64) ([]string, []Certainty) {
	var top [3]int // places from 1; equal scores keep their order
	for i, score := range scores {
		at := len(top)
		for at > 0 && score > 0 && (top[at-1] == 0 || score > scores[top[at-1]-1]) {
			at--
		}
		if at < len(top) {
			copy(top[at+1:], top[at:])
			top[at] = i + 1
		}
	}
	from := len(c.topics)
	for rank, share := range [...]float64{0, secondShare, thirdShare} {
		if top[rank] == 0 {
			break
		}
		score := scores[top[rank]-1]
		if score < share*scores[top[0]-1] {
			break
		}
		c.topics = append(c.topics, c.lex.Slug(top[rank]-1))
		c.sure = append(c.sure, topicCertainty(rank, score))
	}
	return slices.Clip(c.topics[from:]), slices.Clip(c.sure[from:])
}

// topicCertainty is how sure the topic with a score is, by its rank.
func topicCertainty(rank int, score float64) Certainty {
	switch further, weak := rank > 0, score < weakTopic; {
	case further && weak:
		return faintFurtherTopic
	case further:
		return furtherTopic
	case weak:
		return faintTopic
	}
	return Certainty{}
}

// The certainties of topics, which are made once as most are the same.
var (
	furtherTopic      = doubted(doubtFurther)
	faintTopic        = doubted(doubtTopic)
	faintFurtherTopic = doubted(doubtFurther, doubtTopic)
)

// doubted is a certainty with doubts.
func doubted(doubts ...Doubt) (sure Certainty) {
	for _, d := range doubts {
		sure.doubt(true, d)
	}
	return sure
}

// topicCertainty is how sure the i-th of the task's topics is.
func (t *Task) topicCertainty(i int) (sure Certainty) {
	if i < len(t.TopicCertainty) {
		sure = t.TopicCertainty[i]
	}
	return sure
}
