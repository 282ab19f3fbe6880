package align

import (
	_ "embed"
	"strings"
)

//go:embed concepts.txt
var conceptLines string

// thesaurus finds the concepts that a text names.
type thesaurus struct {
	// words lists the words that begin with a bigram, each with the concepts it names.
	words map[[2]rune][]conceptWord
	size  int
}

type conceptWord struct {
	rest     []rune // after the first two runes
	concepts []uint32
}

// newThesaurus reads lines of words; see concepts.txt.
func newThesaurus(lines string) *thesaurus {
	t := &thesaurus{words: map[[2]rune][]conceptWord{}}
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for _, w := range words {
			t.add([]rune(w), uint32(t.size))
		}
		t.size++
	}
	return t
}

// add makes a word of at least two runes name a concept.
func (t *thesaurus) add(word []rune, concept uint32) {
	if len(word) < 2 {
		return
	}
	key := [2]rune{word[0], word[1]}
	for i, w := range t.words[key] {
		if string(w.rest) == string(word[2:]) {
			t.words[key][i].concepts = append(w.concepts, concept)
			return
		}
	}
	t.words[key] = append(t.words[key], conceptWord{rest: word[2:], concepts: []uint32{concept}})
}

// concepts calls yield for each place where text names a concept. Words may overlap: a text with
// 技术标准创新基地 names what 创新基地 names, too, and names it more clearly.
func (t *thesaurus) concepts(text []rune, yield func(concept uint32)) {
	t.find(text, func(_, _ int, concepts []uint32) {
		for _, c := range concepts {
			yield(c)
		}
	})
}

// find calls yield for each place [from, to) of text that holds a word.
func (t *thesaurus) find(text []rune, yield func(from, to int, concepts []uint32)) {
	for i := 0; i+1 < len(text); i++ {
		for _, w := range t.words[[2]rune{text[i], text[i+1]}] {
			if hasPrefix(text[i+2:], w.rest) {
				yield(i, i+2+len(w.rest), w.concepts)
			}
		}
	}
}

func hasPrefix(text, prefix []rune) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i, r := range prefix {
		if text[i] != r {
			return false
		}
	}
	return true
}
