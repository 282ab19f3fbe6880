package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unit is a Chinese character, a word of letters or a number in its folded form: what positions
// count. Everything else (blanks, punctuation, brackets, symbols) only separates units.
type unit struct {
	text       string
	start, end int  // in code points of the text it was read from
	han        bool // a character of a script written without blanks
}

// lexer reads texts as units.
type lexer struct {
	simplify func(rune) rune // a Traditional character's Simplified one; others as they are
}

// class is what a character is to the lexer.
type class uint8

const (
	separator class = iota
	character       // a unit by itself
	letter          // part of a word
	digit           // part of a number
)

// fold gives the one form in which a character is compared, and its class: half-width, lower
// case, Simplified.
func (l lexer) fold(r rune) (rune, class) {
	if r < unicode.MaxASCII {
		return foldASCII(r)
	}
	if r >= 0x4E00 && r <= 0x9FFF {
		return l.simplify(r), character
	}
	if folded := []rune(norm.NFKC.String(string(r))); len(folded) == 1 {
		r = folded[0]
	}
	r = l.simplify(unicode.ToLower(r))
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return r, character
	case unicode.IsLetter(r), unicode.IsMark(r):
		return r, letter
	case unicode.IsNumber(r):
		return r, digit
	}
	return r, separator
}

func foldASCII(r rune) (rune, class) {
	switch {
	case r >= 'a' && r <= 'z':
		return r, letter
	case r >= 'A' && r <= 'Z':
		return r - 'A' + 'a', letter
	case r >= '0' && r <= '9':
		return r, digit
	}
	return r, separator
}

// units reads a text. A word ends where a number begins, so that TC268 and TC 268 are the same.
func (l lexer) units(text string) []unit {
	units := make([]unit, 0, len(text)/3)
	last := separator
	at := 0
	for _, r := range text {
		folded, c := l.fold(r)
		switch {
		case c == separator:
		case c == last && c != character:
			u := &units[len(units)-1]
			u.text += string(folded)
			u.end++
		default:
			units = append(units, unit{string(folded), at, at + 1, c == character})
		}
		last = c
		at++
	}
	return units
}

// key is the form in which names, numbers and codes are equal: all that separates units is left
// out, so that no width of bracket and no blank matters.
func (l lexer) key(text string) string {
	var b strings.Builder
	for _, u := range l.units(text) {
		b.WriteString(u.text)
	}
	return b.String()
}

// joined reports whether units[i] and the next are characters side by side, which make a bigram.
func joined(units []unit, i int) bool {
	return i+1 < len(units) && units[i].han && units[i+1].han && units[i].end == units[i+1].start
}

// run is a part of a query without blanks: what a hit should hold as it stands.
type run []unit

// runs splits a query at its blanks.
func (l lexer) runs(query string) []run {
	var runs []run
	for _, field := range strings.FieldsFunc(query, unicode.IsSpace) {
		if units := l.units(field); len(units) > 0 {
			runs = append(runs, units)
		}
	}
	return runs
}

// terms is what is looked up for a run, place by place: the bigram of a character and the next,
// "" for a character that the bigram before covers, else the unit. Found at these places in a
// row, they are the run, as it stands but for what separates its units.
func (r run) terms() []string {
	terms := make([]string, len(r))
	for i, u := range r {
		switch {
		case joined(r, i):
			terms[i] = u.text + r[i+1].text
		case i == 0 || !joined(r, i-1):
			terms[i] = u.text
		}
	}
	if last := len(terms) - 1; terms[last] == "" {
		terms = terms[:last]
	}
	return terms
}

// distinctTerms is the terms of all runs, each once, in order.
func distinctTerms(runs []run) []string {
	var terms []string
	seen := map[string]bool{"": true}
	for _, r := range runs {
		for _, t := range r.terms() {
			if !seen[t] {
				seen[t] = true
				terms = append(terms, t)
			}
		}
	}
	return terms
}
