package gazetteer

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// Lexicon finds in a text the words that speak for the topics, and knows the functions of units
// that do. It does not change and may be used concurrently.
type Lexicon struct {
	slugs []string
	means []bool                   // by topic
	units map[string][]TopicWeight // by function
	heads headSet                  // of all words
	words []LexiconWord
	tree  map[uint64]*lexiconNode // by the first two code points
}

// lexiconNode is a place in the tree of words: the word that ends here, if one does, and what
// goes on from here, by the next code point.
type lexiconNode struct {
	word *LexiconWord
	next []lexiconEdge // sorted by r
}

type lexiconEdge struct {
	r  rune
	to *lexiconNode
}

// child is the node that r leads to, nil if there is none.
func (n *lexiconNode) child(r rune) *lexiconNode {
	i, ok := slices.BinarySearchFunc(n.next, r, func(e lexiconEdge, r rune) int { return int(e.r - r) })
	if !ok {
		return nil
	}
	return n.next[i].to
}

// grow is like child, but makes the node where there is none.
func (n *lexiconNode) grow(r rune) *lexiconNode {
	i, ok := slices.BinarySearchFunc(n.next, r, func(e lexiconEdge, r rune) int { return int(e.r - r) })
	if !ok {
		n.next = slices.Insert(n.next, i, lexiconEdge{r, &lexiconNode{}})
	}
	return n.next[i].to
}

// LexiconWord is a word with the topics it speaks for.
type LexiconWord struct {
	Text   string
	ID     int // from 0 to Lexicon.Len()-1
	Topics []TopicWeight
}

// TopicWeight says how surely a word speaks for a topic.
type TopicWeight struct {
	Topic  int // its place in Lexicon.Slugs
	Weight float64
}

// Lexicon returns the words of all topics.
func (g *Gazetteer) Lexicon() *Lexicon { return g.lexicon }

// newLexicon makes the tree of the topics' words. Words of one code point are never found.
func newLexicon(topics []Topic) *Lexicon {
	lex := &Lexicon{tree: map[uint64]*lexiconNode{}, units: map[string][]TopicWeight{}}
	byWord := map[string][]TopicWeight{}
	for i, t := range topics {
		lex.slugs = append(lex.slugs, t.Slug)
		lex.means = append(lex.means, t.Means)
		for function, weight := range t.Units {
			lex.units[function] = append(lex.units[function], TopicWeight{i, weight})
		}
		for _, term := range t.Terms {
			if _, ok := head(term.Word); ok {
				byWord[term.Word] = append(byWord[term.Word], TopicWeight{i, term.Weight})
			}
		}
	}
	for i, word := range slices.Sorted(maps.Keys(byWord)) {
		lex.words = append(lex.words, LexiconWord{Text: word, ID: i, Topics: byWord[word]})
	}
	for i := range lex.words {
		lex.plant(&lex.words[i])
	}
	return lex
}

// plant puts a word into the tree.
func (l *Lexicon) plant(w *LexiconWord) {
	key, _ := head(w.Text)
	l.heads.add(key)
	n := l.tree[key]
	if n == nil {
		n = &lexiconNode{}
		l.tree[key] = n
	}
	for _, r := range w.Text[headSize(w.Text):] {
		n = n.grow(r)
	}
	n.word = w
}

// headSize is the length of the first two code points of s.
func headSize(s string) int {
	n := size(s)
	return n + size(s[n:])
}

// Slugs lists the topics' slugs in the order in which TopicWeight counts them.
func (l *Lexicon) Slugs() []string { return slices.Clone(l.slugs) }

// IsMeans reports whether texts name a topic, by its place in Slugs, as a means to what they are
// about: money is in most of them.
func (l *Lexicon) IsMeans(topic int) bool { return l.means[topic] }

// ByFunction lists the topics for which a unit speaks that has the function. The slice must not
// be changed.
func (l *Lexicon) ByFunction(slug string) []TopicWeight { return l.units[slug] }

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.words) }

// Find calls hit for the longest word at each place of text, from left to right. Words do not
// overlap: where 现代物流 is found, 物流 is not found again.
func (l *Lexicon) Find(text string, hit func(*LexiconWord)) {
	for i := 0; i < len(text); {
		if w := l.longest(text[i:]); w != nil {
			hit(w)
			i += len(w.Text)
			continue
		}
		i += size(text[i:])
	}
}

// longest is the longest word that text begins with, nil if there is none.
func (l *Lexicon) longest(text string) *LexiconWord {
	key, ok := head(text)
	if !ok || !l.heads.mayHold(key) {
		return nil
	}
	n := l.tree[key]
	var best *LexiconWord
	for i := headSize(text); n != nil; {
		if n.word != nil {
			best = n.word
		}
		if len(n.next) == 0 || i == len(text) {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		n, i = n.child(r), i+size
	}
	return best
}

// headSet holds keys of first two code points, roughly: it may say yes to one that it does not
// hold, never no to one that it does. It spares most places of a text the look-up in a map.
type headSet [1 << 10]uint64

func (s *headSet) add(key uint64) { h := hashHead(key); s[h>>6] |= 1 << (h & 63) }

func (s *headSet) mayHold(key uint64) bool {
	h := hashHead(key)
	return s[h>>6]&(1<<(h&63)) != 0
}

// hashHead spreads keys over the bits of a headSet.
func hashHead(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 48 }

// BodyMatch is a standards body's name in a text, at the bytes [Start, End).
type BodyMatch struct {
	Start, End int
	Body       Body
}

// FindBodies finds the Chinese names of the listed standards bodies in a text, the longest at each
// place, in order. Codes are not looked for.
func (g *Gazetteer) FindBodies(text string) []BodyMatch {
	var found []BodyMatch
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		if key, ok := head(text[i:]); ok && g.bodyHeads.mayHold(key) {
			if at, n := g.bodyNames.longest(text[i:]); n > 0 {
				found = append(found, BodyMatch{i, i + n, g.bodies.list[at]})
				i += n
				continue
			}
		}
		i += size(text[i:])
	}
	return found
}

// fileBodyNames makes the dictionary that FindBodies uses.
func (g *Gazetteer) fileBodyNames() {
	for i, b := range g.bodies.list {
		for _, name := range append([]string{b.Name}, b.Aliases...) {
			if name != "" && name[0] >= utf8.RuneSelf {
				g.bodyNames.add(name, i)
				if key, ok := head(name); ok {
					g.bodyHeads.add(key)
				}
			}
		}
	}
}
