package gazetteer

import (
	"slices"
	"unicode/utf8"
)

// dictionary finds the longest word that begins at a place of a text. Words are filed in trees by
// their first two code points; a look at the bytes of these rejects most places of a text.
type dictionary[V any] struct {
	heads headSet
	trees map[uint64]*node[V]
}

// node is a place in a tree of words: the value of the word that ends here, if one does, and what
// goes on from here, by the next code point.
type node[V any] struct {
	value V
	ends  bool
	next  []edge[V] // sorted by r
}

type edge[V any] struct {
	r  rune
	to *node[V]
}

// child is the node that r leads to, nil if there is none.
func (n *node[V]) child(r rune) *node[V] {
	i, ok := n.search(r)
	if !ok {
		return nil
	}
	return n.next[i].to
}

// grow is like child, but makes the node where there is none.
func (n *node[V]) grow(r rune) *node[V] {
	i, ok := n.search(r)
	if !ok {
		n.next = slices.Insert(n.next, i, edge[V]{r, &node[V]{}})
	}
	return n.next[i].to
}

func (n *node[V]) search(r rune) (int, bool) {
	return slices.BinarySearchFunc(n.next, r, func(e edge[V], r rune) int { return int(e.r - r) })
}

// add files a word of two or more code points; shorter ones are never found.
func (d *dictionary[V]) add(word string, value V) {
	key, n := head(word)
	if n == 0 {
		return
	}
	d.heads.add(key)
	if d.trees == nil {
		d.trees = map[uint64]*node[V]{}
	}
	at := d.trees[key]
	if at == nil {
		at = &node[V]{}
		d.trees[key] = at
	}
	for _, r := range word[n:] {
		at = at.grow(r)
	}
	at.value, at.ends = value, true
}

// longest returns the longest word that s begins with, and its length in bytes; 0 if there is none.
func (d *dictionary[V]) longest(s string) (value V, size int) {
	key, i := head(s)
	if i == 0 || !d.heads.mayHold(key) {
		return value, 0
	}
	for n := d.trees[key]; n != nil; {
		if n.ends {
			value, size = n.value, i
		}
		if len(n.next) == 0 || i == len(s) {
			break
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		n, i = n.child(r), i+width
	}
	return value, size
}

// head is a key made of the bytes of the first two code points of s, and their length; that is 0
// when there are fewer than two.
func head(s string) (key uint64, size int) {
	if len(s) >= 6 && s[0]>>4 == 0xE && s[3]>>4 == 0xE { // two Chinese characters
		return uint64(s[0])<<40 | uint64(s[1])<<32 | uint64(s[2])<<24 |
			uint64(s[3])<<16 | uint64(s[4])<<8 | uint64(s[5]), 6
	}
	for range 2 {
		_, n := utf8.DecodeRuneInString(s[size:])
		if n == 0 {
			return 0, 0
		}
		size += n
	}
	for _, b := range []byte(s[:size]) {
		key = key<<8 | uint64(b)
	}
	return key, size
}

// headSet holds keys of heads, roughly: it may say yes to one that it does not hold, never no to one
// that it does. It spares most places of a text the look-up in a map.
type headSet [1 << 10]uint64

func (s *headSet) add(key uint64) { h := hashHead(key); s[h>>6] |= 1 << (h & 63) }

func (s *headSet) mayHold(key uint64) bool {
	h := hashHead(key)
	return s[h>>6]&(1<<(h&63)) != 0
}

// hashHead spreads keys over the bits of a headSet.
func hashHead(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 48 }

// size is the length of the code point that s begins with, in bytes.
func size(s string) int {
	if len(s) >= 3 && s[0]>>4 == 0xE { // a Chinese character
		return 3
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}
