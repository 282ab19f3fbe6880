package gazetteer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// dictionary finds the longest word that begins at a place of a text. Words are filed under their
// first two code points, which leaves a handful of candidates for any place; most places are told
// from the first alone.
type dictionary[V any] struct {
	entries map[uint64][]entry[V]
	first   [1 << 10]uint64 // a bit for the low 16 bits of each word's first code point
}

type entry[V any] struct {
	word  string
	value V
}

// head is the key of a word's first two code points; n is 0 when there are fewer than two.
func head(s string) (key uint64, ok bool) {
	a, n := utf8.DecodeRuneInString(s)
	if n == 0 || n == len(s) {
		return 0, false
	}
	b, _ := utf8.DecodeRuneInString(s[n:])
	return uint64(a)<<32 | uint64(b), true
}

// add files a word of two or more code points; shorter ones are never found.
func (d *dictionary[V]) add(word string, value V) {
	key, ok := head(word)
	if !ok {
		return
	}
	a, _ := utf8.DecodeRuneInString(word)
	d.first[uint16(a)>>6] |= 1 << (a & 63)
	if d.entries == nil {
		d.entries = map[uint64][]entry[V]{}
	}
	list := d.entries[key]
	at, _ := slices.BinarySearchFunc(list, word, func(e entry[V], w string) int {
		if len(e.word) != len(w) {
			return len(w) - len(e.word)
		}
		return strings.Compare(e.word, w)
	})
	d.entries[key] = slices.Insert(list, at, entry[V]{word, value})
}

// longest returns the longest word that s begins with, and its length in bytes; 0 if there is none.
func (d *dictionary[V]) longest(s string) (V, int) {
	var none V
	if a, _ := utf8.DecodeRuneInString(s); d.first[uint16(a)>>6]&(1<<(a&63)) == 0 {
		return none, 0
	}
	if key, ok := head(s); ok {
		for _, e := range d.entries[key] {
			if strings.HasPrefix(s, e.word) {
				return e.value, len(e.word)
			}
		}
	}
	return none, 0
}

// size is the length of the code point that s begins with, in bytes.
func size(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
