package loader

import (
	"cmp"
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
	thirdShare  = 0.45
	maxTopics   = 3
)

// fillTopics gives every task what it is about: one to three topics, the most important first.
// A task of whose words none speaks for a topic has none.
func fillTopics(lex *gazetteer.Lexicon, blocks []Block, tasks []Task) {
	c := topicCounter{lex: lex, slugs: lex.Slugs(), seen: make([]int, lex.Len())}
	byPath := make(map[string]*Block, len(blocks))
	for i := range blocks {
		byPath[blocks[i].Path] = &blocks[i]
	}
	for i := range tasks {
		b := byPath[tasks[i].Path]
		if b == nil {
			tasks[i].Topics = []string{}
			continue
		}
		tasks[i].Topics = c.choose(c.scores(b, byPath))
	}
}

// scores adds up what the words of a block and of the headlines above it say.
func (c *topicCounter) scores(b *Block, byPath map[string]*Block) []float64 {
	s := make([]float64, len(c.slugs))
	c.add(s, b.Head.S, headingWeight)
	c.add(s, withoutUnits(b.Body.S), bodyWeight)
	weight := groupWeight
	for path := parentPath(b.Path); path != ""; path = parentPath(path) {
		up := byPath[path]
		if parentPath(path) == "" {
			weight = min(weight, chapterWeight)
		}
		if up != nil {
			c.add(s, up.Head.S, weight)
		}
		weight = chapterWeight
	}
	return s
}

// topicCounter adds up what words say. It reuses its memory from task to task.
type topicCounter struct {
	lex   *gazetteer.Lexicon
	slugs []string
	seen  []int // by word: how often add has met it
	found []*gazetteer.LexiconWord
}

// add counts a word that is repeated with the logarithm of its number.
func (c *topicCounter) add(scores []float64, text string, weight float64) {
	c.found = c.found[:0]
	c.lex.Find(text, func(w *gazetteer.LexiconWord) {
		if c.seen[w.ID] == 0 {
			c.found = append(c.found, w)
		}
		c.seen[w.ID]++
	})
	for _, w := range c.found {
		times := 1 + math.Log(float64(c.seen[w.ID]))
		for _, t := range w.Topics {
			scores[t.Topic] += weight * t.Weight * times
		}
		c.seen[w.ID] = 0
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

// choose gives the topics with the highest scores; equal ones in the order of the lexicon.
func (c *topicCounter) choose(scores []float64) []string {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	best := scores[order[0]]
	out := []string{}
	for rank, i := range order[:maxTopics] {
		share := [maxTopics]float64{0, secondShare, thirdShare}[rank]
		if scores[i] <= 0 || scores[i] < share*best {
			break
		}
		out = append(out, c.slugs[i])
	}
	return out
}
