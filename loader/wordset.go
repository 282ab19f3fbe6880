package loader

import (
	"cmp"
	"slices"
	"strings"
)

// wordSet is a list of words that are looked for all at once: at the head of a text, at its end or
// anywhere in it. A look at one character settles most places, however many words there are.
type wordSet struct {
	list        []string       // as given
	order       map[string]int // places in the list
	heads, ends wordIndex
	mayOpen     charSet // the characters that words begin with
}

// wordIndex holds words by the hash of one of their characters, the longest first.
type wordIndex struct {
	words []string
	first [257]uint16 // by hash: its first word; its last is before the first of the next hash
}

// newWordIndex files words, which come in the order in which those of a hash are to stand.
func newWordIndex(words []string, hash func(string) uint8) wordIndex {
	x := wordIndex{words: slices.Clone(words)}
	slices.SortStableFunc(x.words, func(a, b string) int { return cmp.Compare(hash(a), hash(b)) })
	for _, w := range words {
		x.first[int(hash(w))+1]++
	}
	for h := range len(x.first) - 1 {
		x.first[h+1] += x.first[h]
	}
	return x
}

// of lists the words of a hash.
func (x *wordIndex) of(hash uint8) []string { return x.words[x.first[hash]:x.first[int(hash)+1]] }

// newWordSet makes a set of words, none of which is empty.
func newWordSet(words ...string) *wordSet {
	s := &wordSet{list: words, order: make(map[string]int, len(words))}
	for i, w := range slices.Backward(words) {
		s.order[w] = i
	}
	for _, w := range words {
		s.mayOpen.add(headOf(w))
	}
	byLength := func(a, b string) int { return cmp.Compare(len(b), len(a)) }
	longestFirst := slices.SortedStableFunc(slices.Values(words), byLength)
	s.heads = newWordIndex(longestFirst, headHash)
	s.ends = newWordIndex(longestFirst, endHash)
	return s
}

// words is the set of the words of a list.
func words(list string) *wordSet { return newWordSet(strings.Fields(list)...) }

// opening is the longest of the words that s begins with, "" if there is none.
func (w *wordSet) opening(s string) string {
	if s == "" {
		return ""
	}
	for _, word := range w.heads.of(headHash(s)) {
		last := len(word) - 1 // a look at this byte settles most words
		if last < len(s) && s[last] == word[last] && s[:last] == word[:last] {
			return word
		}
	}
	return ""
}

// closing is the longest of the words that s ends in, "" if there is none.
func (w *wordSet) closing(s string) string {
	if s == "" {
		return ""
	}
	for _, word := range w.ends.of(endHash(s)) {
		if strings.HasSuffix(s, word) {
			return word
		}
	}
	return ""
}

// has reports whether word is one of the words.
func (w *wordSet) has(word string) bool { return word != "" && w.opening(word) == word }

// opens reports whether s begins with one of the words.
func (w *wordSet) opens(s string) bool { return w.opening(s) != "" }

// closes reports whether s ends in one of the words.
func (w *wordSet) closes(s string) bool { return w.closing(s) != "" }

// cutOpening takes the longest of the words off the head of s, and says which it was.
func (w *wordSet) cutOpening(s string) (rest, word string) {
	word = w.opening(s)
	return s[len(word):], word
}

// cutClosing takes the longest of the words off the end of s, and says which it was.
func (w *wordSet) cutClosing(s string) (rest, word string) {
	word = w.closing(s)
	return s[:len(s)-len(word)], word
}

// next is the place of the first of the words in s from i on, the longest there, or -1.
func (w *wordSet) next(s string, i int) (at int, word string) {
	for i < len(s) {
		if i = w.mayOpen.skip(s, i); i >= len(s) {
			break
		}
		if word := w.opening(s[i:]); word != "" {
			return i, word
		}
		i += runeSize(s[i])
	}
	return -1, ""
}

// in reports whether one of the words stands in s.
func (w *wordSet) in(s string) bool {
	at, _ := w.next(s, 0)
	return at >= 0
}

// standing lists the words that stand in s anywhere, in the order of the list.
func (w *wordSet) standing(s string) []string {
	var found []int
	for i := w.mayOpen.skip(s, 0); i < len(s); i = w.mayOpen.skip(s, i+runeSize(s[i])) {
		for _, word := range w.heads.of(headHash(s[i:])) {
			if strings.HasPrefix(s[i:], word) {
				found = append(found, w.order[word])
			}
		}
	}
	slices.Sort(found)
	words := make([]string, 0, len(found))
	for _, i := range slices.Compact(found) {
		words = append(words, w.list[i])
	}
	return words
}

// charSet holds characters, roughly: it may say yes to one that it does not hold, never no to one
// that it does. It has a bit for each place.
type charSet [64]uint64

// place is where a charSet has the bit of a character: the lower six bits of the last two bytes of
// most, and of the two bytes before the last of those that have four.
type place struct{ row, column uint8 }

func (c *charSet) add(at place) { c[at.row&63] |= 1 << (at.column & 63) }

func (c *charSet) has(at place) bool { return c[at.row&63]>>(at.column&63)&1 != 0 }

// skip is the place of the first character of s from i on that c has, or a place that is not
// before the end of s.
func (c *charSet) skip(s string, i int) int {
	for rest := s[min(i, len(s)):]; ; {
		// Three bytes, as nearly all characters have.
		for len(rest) > 3 && rest[0]-0xE0 < 0x10 && c[rest[1]&63]>>(rest[2]&63)&1 == 0 {
			rest = rest[3:]
		}
		if rest == "" || c.has(headOf(rest)) {
			return len(s) - len(rest)
		}
		rest = rest[min(runeSize(rest[0]), len(rest)):]
	}
}

// headOf is the place of the character that s, which is not empty, begins with.
func headOf(s string) place {
	switch first := s[0]; {
	case first >= 0xE0 && len(s) > 2:
		return place{s[1], s[2]}
	case first>>5 == 6 && len(s) > 1: // two bytes
		return place{first, s[1]}
	default:
		return place{first >> 6, first}
	}
}

// headHash is the hash of the character that s, which is not empty, begins with.
func headHash(s string) uint8 {
	at := headOf(s)
	return at.row*37 + at.column
}

// endHash is the hash of the character that s, which is not empty, ends in.
func endHash(s string) uint8 {
	n := len(s)
	switch last := s[n-1]; {
	case last < 0x80 || n < 2:
		return last
	case s[n-2] >= 0xC0 || n < 3:
		return headHash(s[n-2:])
	default:
		return headHash(s[n-3:])
	}
}

// runeSize is the length in UTF-8 of a character by its first byte; it is 1 for what is none.
func runeSize(first uint8) int {
	switch {
	case first < 0xC0:
		return 1
	case first < 0xE0:
		return 2
	case first < 0xF0:
		return 3
	}
	return 4
}
