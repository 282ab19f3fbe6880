package gazetteer

import (
	"iter"
	"math/bits"
	"unicode/utf8"
)

// dictionary is a tree of words of two or more code points, with a value for each. Shorter words are
// not filed. From node to node lead edges, one for each code point; the code points that words
// begin with are nodes themselves.
type dictionary[V any] struct {
	heads  headSet
	edges  table
	inner  int32 // the number of nodes that have edges, but for those of the first code points
	values []V   // of the words
}

// put files a word and returns the place of its value, which may be used until the next put; it is
// nil for a word that is too short.
func (d *dictionary[V]) put(word string) *V {
	first, i := char(word)
	if i == len(word) {
		return nil
	}
	second, _ := char(word[i:])
	d.heads.add(first, second)
	var to *node
	for from := first; ; from = to.number {
		r, n := char(word[i:])
		to = d.edges.put(edgeKey(from, r))
		if i += n; i == len(word) {
			break
		}
		if to.number == 0 {
			d.inner++
			to.number = utf8.MaxRune + d.inner
		}
	}
	if to.word == 0 {
		d.values = append(d.values, *new(V))
		to.word = int32(len(d.values))
	}
	return &d.values[to.word-1]
}

// add files a word with its value.
func (d *dictionary[V]) add(word string, value V) {
	if v := d.put(word); v != nil {
		*v = value
	}
}

// words gives the values of the words that s begins with, the shortest first, with their lengths in
// bytes.
func (d *dictionary[V]) words(s string) iter.Seq2[V, int] {
	return func(yield func(V, int) bool) {
		from, i := char(s)
		for i < len(s) && from != 0 {
			r, n := char(s[i:])
			to := d.edges.get(edgeKey(from, r))
			if to == nil {
				return
			}
			if i += n; to.word > 0 && !yield(d.values[to.word-1], i) {
				return
			}
			from = to.number
		}
	}
}

// longest returns the value of the longest word that s begins with, and its length in bytes; 0 if
// there is none.
func (d *dictionary[V]) longest(s string) (value V, size int) {
	for value, size = range d.words(s) {
		continue
	}
	return value, size
}

// char is the code point that s begins with and its length in bytes; that of an empty text is 0.
func char(s string) (r rune, n int) {
	if len(s) >= 3 && s[0]>>4 == 0xE { // a Chinese character
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// size is the length of the code point that s begins with, in bytes; 0 for an empty text.
func size(s string) int {
	_, n := char(s)
	return n
}

// headSet holds the first two code points of words, roughly: it may say yes to two that it does not
// hold, never no to two that it does. There is a row for some first ones, and a bit in it for some
// second ones; all of it stays in the cache that is nearest to the processor.
type headSet [1 << 10]uint64

func (s *headSet) add(first, second rune) { s[first&(1<<10-1)] |= 1 << (second & 63) }

// after is the row of a first code point.
func (s *headSet) after(first rune) headRow { return headRow(s[first&(1<<10-1)]) }

// headRow says which code points may come second.
type headRow uint64

func (r headRow) mayHold(second rune) bool { return r>>(second&63)&1 != 0 }

// table maps edges to the nodes that they lead to. It is a hash table with open addressing, at most
// half full: it holds no pointers that the garbage collector would follow, and a look-up touches
// one place.
type table struct {
	slots []node // their number is a power of two
	used  int
	shift uint8 // leaves of a spread key the number of a slot
}

// node is a place in a tree of words.
type node struct {
	key    uint64 // of the edge that leads to it; 0 in a free slot
	number int32  // above all code points; 0 if nothing follows
	word   int32  // the number, from 1, of the value of the word that ends here; 0 if none does
}

// edgeKey is the key of the edge of a code point from a node.
func edgeKey(from int32, r rune) uint64 { return uint64(from)<<32 | uint64(r) }

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
	const golden = 0x9E3779B97F4A7C15 // its product's higher bits depend on all bits of the key
	i := int(key * golden >> t.shift)
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
