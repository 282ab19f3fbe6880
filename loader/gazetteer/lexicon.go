package gazetteer

import (
	"maps"
	"slices"
)

// Lexicon knows the words that speak for the topics, which Find finds, and the functions of units
// that do. It does not change and may be used concurrently.
type Lexicon struct {
	slugs []string
	means []bool                   // by topic
	units map[string][]TopicWeight // by function
	words []LexiconWord
}

// LexiconWord is a word with the topics it speaks for.
type LexiconWord struct {
	Text   string
	ID     int32 // from 0 to Lexicon.Len()-1
	Topics []TopicWeight
}

// TopicWeight says how surely a word speaks for a topic.
type TopicWeight struct {
	Topic  int // from 0 to Lexicon.Topics()-1
	Weight float64
}

// Lexicon returns the words of all topics.
func (g *Gazetteer) Lexicon() *Lexicon { return g.lexicon }

// newLexicon files the topics' words. Words of one code point are never found.
func newLexicon(topics []Topic) *Lexicon {
	lex := &Lexicon{units: map[string][]TopicWeight{}}
	byWord := map[string][]TopicWeight{}
	for i, t := range topics {
		lex.slugs = append(lex.slugs, t.Slug)
		lex.means = append(lex.means, t.Means)
		for function, weight := range t.Units {
			lex.units[function] = append(lex.units[function], TopicWeight{i, weight})
		}
		for _, term := range t.Terms {
			byWord[term.Word] = append(byWord[term.Word], TopicWeight{i, term.Weight})
		}
	}
	for i, word := range slices.Sorted(maps.Keys(byWord)) {
		lex.words = append(lex.words, LexiconWord{Text: word, ID: int32(i), Topics: byWord[word]})
	}
	return lex
}

// Topics is the number of topics.
func (l *Lexicon) Topics() int { return len(l.slugs) }

// Slug is the slug of a topic, as TopicWeight counts them.
func (l *Lexicon) Slug(topic int) string { return l.slugs[topic] }

// IsMeans reports whether texts name a topic as a means to what they are
// about: money is in most of them.
func (l *Lexicon) IsMeans(topic int) bool { return l.means[topic] }

// ByFunction lists the topics for which a unit speaks that has the function. The slice must not
// be changed.
func (l *Lexicon) ByFunction(slug string) []TopicWeight { return l.units[slug] }

// Word is the word of an ID.
func (l *Lexicon) Word(id int32) *LexiconWord { return &l.words[id] }

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.words) }
