package gazetteer

import (
	"math/bits"
	"unicode/utf8"
)

// dictionary finds the longest word that begins at a place of a text. Words are filed in trees by
// their first two code points; a look at the bytes of these rejects most places of a text.
type dictionary[V any] struct {
	heads  headSet
	roots  table // what the first two code points lead to, by their key
	edges  table // what one more leads to, by edgeKey
	inner  int32 // the number of nodes that something follows
	values []V   // of the words
}

// edgeKey is the key of what follows a node: the bytes of a code point, which text is not empty of.
func edgeKey(from int32, text string) (key uint64, width int) {
	width = size(text)
	for _, b := range []byte(text[:width]) {
		key = key<<8 | uint64(b)
	}
	return uint64(from)<<32 | key, width
}

// add files a word of two or more code points; shorter ones are never found.
func (d *dictionary[V]) add(word string, value V) {
	key, n := head(word)
	if n == 0 {
		return
	}
	d.heads.add(key)
	at := d.roots.put(key)
	for n < len(word) {
		if at.number == 0 {
			d.inner++
			at.number = d.inner
		}
		key, width := edgeKey(at.number, word[n:])
		at = d.edges.put(key)
		n += width
	}
	if at.word == 0 {
		d.values = append(d.values, value)
		at.word = int32(len(d.values))
	}
	d.values[at.word-1] = value
}

// longest returns the longest word that s begins with, and its length in bytes; 0 if there is none.
func (d *dictionary[V]) longest(s string) (value V, size int) {
	key, i := head(s)
	if i == 0 || !d.heads.mayHold(key) {
		return value, 0
	}
	word := int32(0)
	for at := d.roots.get(key); at != nil; {
		if at.word > 0 {
			word, size = at.word, i
		}
		if at.number == 0 || i == len(s) {
			break
		}
		key, width := edgeKey(at.number, s[i:])
		at, i = d.edges.get(key), i+width
	}
	if size > 0 {
		value = d.values[word-1]
	}
	return value, size
}

// next returns the first place in s from i on where a word begins, with the longest one there and
// its length in bytes; 0 where there is none.
func (d *dictionary[V]) next(s string, i int) (at, length int, value V) {
	for i < len(s) {
		if i+8 <= len(s) {
			if n := d.skip(first8(s[i:])); n > 0 {
				i += n
				continue
			}
		}
		if value, length = d.longest(s[i:]); length > 0 {
			return i, length, value
		}
		i += size(s[i:])
	}
	return i, 0, value
}

// skip is the length of the first character of a text if its first eight bytes, the first one on top,
// show that no word begins with its first two characters; else it is 0.
func (d *dictionary[V]) skip(start uint64) int {
	const char, sign = 0xF00000 << 40, 0x80 << 56
	switch {
	case start&(char|char>>24) == (0xE00000<<40 | 0xE00000<<16): // two of three bytes each
		if !d.heads.mayHold(start >> 16) {
			return 3
		}
	case start&(char|sign>>24) == 0xE00000<<40: // one of three bytes, one of ASCII
		if !d.heads.mayHold(start >> 32) {
			return 3
		}
	case start&(sign|sign>>8) == 0: // two of ASCII
		if !d.heads.mayHold(start >> 48) {
			return 1
		}
	case start&(sign|char>>8) == 0xE00000<<32: // one of ASCII, one of three bytes
		if !d.heads.mayHold(start >> 32) {
			return 1
		}
	}
	return 0
}

// first8 are the first eight bytes of s, the first one on top.
func first8(s string) uint64 {
	_ = s[7]
	return uint64(s[0])<<56 | uint64(s[1])<<48 | uint64(s[2])<<40 | uint64(s[3])<<32 |
		uint64(s[4])<<24 | uint64(s[5])<<16 | uint64(s[6])<<8 | uint64(s[7])
}

// head is a key made of the bytes of the first two code points of s, and their length; that is 0
// when there are fewer than two.
func head(s string) (key uint64, n int) {
	if len(s) < 2 {
		return 0, 0
	}
	n = size(s)
	if n == len(s) {
		return 0, 0
	}
	n += size(s[n:])
	for _, b := range []byte(s[:n]) {
		key = key<<8 | uint64(b)
	}
	return key, n
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
func hashHead(key uint64) uint64 { return spread(key) >> 48 }

// spread mixes the bits of a key; the higher ones of what it gives depend on all of them.
func spread(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 }

// table maps keys to nodes of trees. It is a hash table with open addressing, at most half full: it
// holds no pointers that the garbage collector would follow, and a look-up touches one place.
type table struct {
	slots []node // their number is a power of two
	used  int
	shift uint8 // leaves of a spread key the number of a slot
}

// node is a place in a tree of words.
type node struct {
	key    uint64 // 0 in a free slot
	number int32  // 0 if nothing follows
	word   int32  // the number, from 1, of the value of the word that ends here; 0 if none does
}

// get is the node of a key, nil if it has none.
func (t *table) get(key uint64) *node {
	if t.used == 0 {
		return nil
	}
	if at := t.find(key); at.key == key {
		return at
	}
	return nil
}

// find is the slot of a key, or the free one where it belongs.
func (t *table) find(key uint64) *node {
	i := int(spread(key) >> t.shift)
	for t.slots[i].key != 0 && t.slots[i].key != key {
		i = (i + 1) & (len(t.slots) - 1)
	}
	return &t.slots[i]
}

// put is the node of a key, which is made if it has none. It may be used until the next put.
func (t *table) put(key uint64) *node {
	if 2*t.used >= len(t.slots) {
		t.double()
	}
	at := t.find(key)
	if at.key == 0 {
		at.key = key
		t.used++
	}
	return at
}

func (t *table) double() {
	old := t.slots
	t.slots = make([]node, max(16, 2*len(old)))
	t.shift = uint8(64 - bits.TrailingZeros(uint(len(t.slots))))
	for _, n := range old {
		if n.key != 0 {
			*t.find(n.key) = n
		}
	}
}

// size is the length of the code point that s begins with, in bytes; 0 for an empty text.
func size(s string) int {
	switch {
	case len(s) >= 3 && s[0]>>4 == 0xE: // a Chinese character
		return 3
	case s != "" && s[0] < utf8.RuneSelf:
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}
