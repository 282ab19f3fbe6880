package gazetteer

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// dictionary is a tree of words of two or more code points, with their values. Its nodes are small,
// and stand in one slice without pointers: what a search reads stays in the processor's caches, and
// the garbage collector has nothing to follow.
type dictionary[V any] struct {
	openings openingSet
	heads    headTable
	nodes    []node // the shorter what leads to them the earlier; the last one only ends the others
	values   []V    // in the order of the nodes
}

// node is a place in a tree of words. Its children, and the values of the word that ends there, reach
// to those of the next node.
type node struct {
	char             rune // that leads to it
	children, values int32
}

// entry is a word to file, with one of its values.
type entry[V any] struct {
	word  string
	value V
}

// newDictionary files words. Those of fewer than two code points are never found.
func newDictionary[V any](words []entry[V]) dictionary[V] {
	slices.SortStableFunc(words, func(a, b entry[V]) int { return cmp.Compare(a.word, b.word) })
	type branch struct {
		char  rune
		depth int        // in bytes
		words []entry[V] // that begin with what leads here
	}
	var d dictionary[V]
	branches := []branch{{words: words}}
	for i := 0; i < len(branches); i++ {
		b := branches[i]
		d.nodes = append(d.nodes, node{b.char, int32(len(branches)), int32(len(d.values))})
		for len(b.words) > 0 && len(b.words[0].word) == b.depth {
			d.values = append(d.values, b.words[0].value)
			b.words = b.words[1:]
		}
		for len(b.words) > 0 {
			r, size := char(b.words[0].word[b.depth:])
			end := slices.IndexFunc(b.words, func(e entry[V]) bool {
				next, _ := char(e.word[b.depth:])
				return next != r
			})
			if end < 0 {
				end = len(b.words)
			}
			branches = append(branches, branch{r, b.depth + size, b.words[:end]})
			b.words = b.words[end:]
		}
	}
	d.nodes = append(d.nodes, node{0, int32(len(branches)), int32(len(d.values))})
	d.fileHeads()
	return d
}

// fileHeads makes the short cuts to the nodes of two code points.
func (d *dictionary[V]) fileHeads() {
	firsts, end := d.nodes[0].children, d.nodes[1].children
	d.heads = newHeadTable(int(d.nodes[end].children - end))
	for i := firsts; i < end; i++ {
		for j := d.nodes[i].children; j < d.nodes[i+1].children; j++ {
			d.openings.add(d.nodes[i].char, d.nodes[j].char)
			d.heads.add(d.nodes[i].char, d.nodes[j].char, j)
		}
	}
}

// words gives the values of the words that two code points and a text behind them begin with, those of
// the shortest first, and for each the length in bytes of what the word has of the text.
func (d *dictionary[V]) words(first, second rune, text string) iter.Seq2[V, int] {
	return func(yield func(V, int) bool) {
		length := 0
		for at := d.heads.get(first, second); at > 0; {
			n := d.nodes[at : at+2]
			for v := n[0].values; v < n[1].values; v++ {
				if !yield(d.values[v], length) {
					return
				}
			}
			if n[0].children == n[1].children || length == len(text) {
				return
			}
			r, size := rune(0), 3
			if s := text[length:]; len(s) >= 3 && s[0]>>4 == 0xE { // char, which does not inline
				r = threeBytes(s[0], s[1], s[2])
			} else {
				r, size = utf8.DecodeRuneInString(s)
			}
			at = d.nodeOf(r, n[0].children, n[1].children)
			length += size
		}
	}
}

// nodeOf is the node from i to j that has a code point, 0 if none has it.
func (d *dictionary[V]) nodeOf(r rune, i, j int32) int32 {
	for i < j {
		middle := (i + j) / 2
		switch c := d.nodes[middle].char; {
		case c == r:
			return middle
		case c < r:
			i = middle + 1
		default:
			j = middle
		}
	}
	return 0
}

// opening gives the values of the words that s begins with, those of the shortest first, and their
// lengths in bytes.
func (d *dictionary[V]) opening(s string) iter.Seq2[V, int] {
	return func(yield func(V, int) bool) {
		first, n := char(s)
		second, m := char(s[n:])
		if m == 0 || !d.openings.after(first).mayHold(second) {
			return
		}
		for v, length := range d.words(first, second, s[n+m:]) {
			if !yield(v, n+m+length) {
				return
			}
		}
	}
}

// of lists the values of a word.
func (d *dictionary[V]) of(word string) []V {
	first, i := char(word)
	second, n := char(word[i:])
	if n == 0 || !d.openings.after(first).mayHold(second) {
		return nil
	}
	at := d.heads.get(first, second)
	for i += n; i < len(word) && at > 0; i += n {
		var r rune
		r, n = char(word[i:])
		at = d.nodeOf(r, d.nodes[at].children, d.nodes[at+1].children)
	}
	if at == 0 {
		return nil
	}
	return d.values[d.nodes[at].values:d.nodes[at+1].values]
}

// longest returns the last value of the longest word that s begins with, and its length in bytes; 0
// if there is none.
func (d *dictionary[V]) longest(s string) (value V, size int) {
	for value, size = range d.opening(s) {
		continue
	}
	return value, size
}

// char is the code point that s begins with and its length in bytes, which is 0 for an empty text.
func char(s string) (r rune, n int) {
	if len(s) >= 3 && s[0]>>4 == 0xE { // a Chinese character
		return threeBytes(s[0], s[1], s[2]), 3
	}
	return utf8.DecodeRuneInString(s)
}

// threeBytes is the code point of three bytes in UTF-8.
func threeBytes(a, b, c byte) rune { return rune(a&0xF)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F) }

// size is the length of the code point that s begins with, in bytes; 0 for an empty text.
func size(s string) int {
	_, n := char(s)
	return n
}

// openingSet holds the first two code points of words, roughly: it may say yes to two that it does
// not hold, never no to two that it does. There is a row for some first ones, and a bit in it for
// some second ones: a look at it settles most places of a text.
type openingSet [1 << 10]uint64

func (s *openingSet) add(first, second rune) { s[first&(1<<10-1)] |= 1 << (second & 63) }

// after is the row of a first code point.
func (s *openingSet) after(first rune) openingRow { return openingRow(s[first&(1<<10-1)]) }

// openingRow says which code points may come second.
type openingRow uint64

func (r openingRow) mayHold(second rune) bool { return r>>(second&63)&1 != 0 }

// headTable maps two code points to the number of a node. It is a hash table with open addressing, at
// most half full, each slot of which has the code points, of 21 bits each, above a number of 22 bits.
type headTable struct {
	slots []uint64 // their number is a power of two
	shift uint8    // leaves of a spread key the number of a slot
}

func newHeadTable(n int) headTable {
	size := bits.Len(uint(2*n + 1))
	return headTable{make([]uint64, 1<<size), uint8(64 - size)}
}

func (t *headTable) add(first, second rune, number int32) {
	key := headKey(first, second)
	t.slots[t.find(key)] = key<<22 | uint64(number)
}

// get is the number of the node of two code points, 0 if there is none. It is for tables that have
// been made.
func (t *headTable) get(first, second rune) int32 {
	return int32(t.slots[t.find(headKey(first, second))] & (1<<22 - 1))
}

// find is the slot of a key, or the free one where it belongs.
func (t *headTable) find(key uint64) int {
	const golden = 0x9E3779B97F4A7C15 // its product's higher bits depend on all bits of the key
	i := int(key * golden >> t.shift)
	for t.slots[i] != 0 && t.slots[i]>>22 != key {
		i = (i + 1) & (len(t.slots) - 1)
	}
	return i
}

func headKey(first, second rune) uint64 { return uint64(first)<<21 | uint64(second) }
