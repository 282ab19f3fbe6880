package loader

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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

// topicLexicon knows the words that speak for the topics.
type topicLexicon struct {
	slugs []string
	first [1 << 10]uint64 // bit set of the first code points of all words
	words map[uint64][]topicWord
	count int // of distinct words
}

// topicWord is a word with the topics it speaks for.
type topicWord struct {
	text   string
	id     int
	topics []topicWeight
}

type topicWeight struct {
	topic  int
	weight float64
}

// newTopicLexicon files the words of all topics under their first two code points.
func newTopicLexicon(topics []gazetteer.Topic) *topicLexicon {
	lex := &topicLexicon{words: make(map[uint64][]topicWord)}
	byWord := make(map[string][]topicWeight)
	for i, t := range topics {
		lex.slugs = append(lex.slugs, t.Slug)
		for _, term := range t.Terms {
			byWord[term.Word] = append(byWord[term.Word], topicWeight{i, term.Weight})
		}
	}
	for word, weights := range byWord {
		key := pairKey(word)
		lex.words[key] = append(lex.words[key], topicWord{text: word, topics: weights})
		r := firstRune(word)
		lex.first[(r>>6)&(1<<10-1)] |= 1 << (r & 63)
	}
	for _, list := range lex.words {
		slices.SortFunc(list, func(a, b topicWord) int {
			return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
		})
		for i := range list {
			list[i].id = lex.count
			lex.count++
		}
	}
	return lex
}

// pairKey is made of the first two code points of s; a single one gives its own key.
func pairKey(s string) uint64 {
	a, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return uint64(a) << 32
	}
	b, _ := utf8.DecodeRuneInString(s[n:])
	return uint64(a)<<32 | uint64(b)
}

// find calls hit for the longest word at each place of text, from left to right; words do not
// overlap.
func (l *topicLexicon) find(text string, hit func(*topicWord)) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if l.first[(r>>6)&(1<<10-1)]&(1<<(r&63)) != 0 {
			if w := l.longest(text[i:]); w != nil {
				hit(w)
				i += len(w.text)
				continue
			}
		}
		i += n
	}
}

func (l *topicLexicon) longest(text string) *topicWord {
	list := l.words[pairKey(text)]
	for i := range list {
		if strings.HasPrefix(text, list[i].text) {
			return &list[i]
		}
	}
	if single := l.words[uint64(firstRune(text))<<32]; len(single) > 0 {
		return &single[0]
	}
	return nil
}

// fillTopics gives every task what it is about: one to three topics, the most important first.
// A task of whose words none speaks for a topic has none.
func fillTopics(lex *topicLexicon, blocks []Block, tasks []Task) {
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
		tasks[i].Topics = lex.topics(lex.scores(b, byPath))
	}
}

// scores adds up what the words of a block and of the headlines above it say.
func (l *topicLexicon) scores(b *Block, byPath map[string]*Block) []float64 {
	s := make([]float64, len(l.slugs))
	l.add(s, b.Head.S, headingWeight)
	l.add(s, withoutUnits(b.Body.S), bodyWeight)
	weight := groupWeight
	for path := parentPath(b.Path); path != ""; path = parentPath(path) {
		up := byPath[path]
		if parentPath(path) == "" {
			weight = min(weight, chapterWeight)
		}
		if up != nil {
			l.add(s, up.Head.S, weight)
		}
		weight = chapterWeight
	}
	return s
}

// add counts a word that is repeated with the logarithm of its number.
func (l *topicLexicon) add(scores []float64, text string, weight float64) {
	type seen struct {
		word *topicWord
		n    int
	}
	counts := make(map[int]*seen)
	var order []int
	l.find(text, func(w *topicWord) {
		if c := counts[w.id]; c != nil {
			c.n++
			return
		}
		counts[w.id] = &seen{w, 1}
		order = append(order, w.id)
	})
	for _, id := range order {
		c := counts[id]
		for _, t := range c.word.topics {
			scores[t.topic] += weight * t.weight * (1 + math.Log(float64(c.n)))
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

// topics chooses the topics to give from their scores; equal scores in the order of the lexicon.
func (l *topicLexicon) topics(scores []float64) []string {
	return l.choose(scores, secondShare, thirdShare)
}

func (l *topicLexicon) choose(scores []float64, shares ...float64) []string {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	best := scores[order[0]]
	out := []string{}
	for rank, i := range order[:maxTopics] {
		if scores[i] <= 0 || rank > 0 && scores[i] < shares[rank-1]*best {
			break
		}
		out = append(out, l.slugs[i])
	}
	return out
}
