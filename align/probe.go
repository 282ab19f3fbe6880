package align

import (
	"math/bits"
	"slices"
	"sync"
)

// layer is one of the vocabularies by which tasks are compared.
type layer struct {
	of     func(*task) []entry
	counts *counts
	probes *sync.Pool // of *probe
}

func (ix *Index) wordLayer() layer {
	return layer{func(t *task) []entry { return t.words }, &ix.words.counts, &ix.probes}
}

func (ix *Index) phraseLayer() layer {
	return layer{func(t *task) []entry { return t.phrases }, &ix.phrases, &ix.probes}
}

// probe finds the products of any task with each of some tasks of one document, by the words or
// phrases that they share.
type probe struct {
	layer
	places []int // of the tasks in their document
	// known has a bit for each slot that is in use. Most words of most tasks are not known, and
	// this much fits into the fastest cache.
	known [probeSlots / 64]uint64
	ends  [probeSlots]int32 // where the uses of a slot end, if it is in use
	uses  []use             // by slot
	sums  []int64
}

// probeSlots is the number of slots among which a probe spreads words by their numbers: several
// times the words of a long document.
const probeSlots = 1 << 16

func slotOf(word uint32) uint32 { return word % probeSlots }

// use is the use of a word by a task: its strength there, multiplied by the word's weight.
type use struct {
	word, task uint32
	weighted   int64
}

// newProbe asks about the tasks at some places of a document. It is to be closed, and to be used
// only until the Index changes.
func (l layer) newProbe(d *document, places []int) *probe {
	pr, ok := l.probes.Get().(*probe)
	if !ok {
		pr = &probe{}
	}
	pr.layer, pr.places = l, places
	pr.reserve(d)
	for k, i := range places {
		for _, e := range l.of(d.tasks[i]) {
			w := e.word()
			if square := l.counts.square[w]; square != 0 {
				end := &pr.ends[slotOf(w)]
				pr.uses[*end] = use{w, uint32(k), e.strength() * square}
				*end++
			}
		}
	}
	pr.sums = append(pr.sums[:0], make([]int64, len(places))...)
	return pr
}

// reserve counts the uses of each slot and makes room for them, one slot after the other; ends are
// where they begin, for now.
func (pr *probe) reserve(d *document) {
	for _, i := range pr.places {
		for _, e := range pr.of(d.tasks[i]) {
			if pr.counts.square[e.word()] == 0 {
				continue
			}
			s := slotOf(e.word())
			if bit := uint64(1) << (s % 64); pr.known[s/64]&bit == 0 {
				pr.known[s/64] |= bit
				pr.ends[s] = 0
			}
			pr.ends[s]++
		}
	}
	var n int32
	for block, used := range pr.known {
		for ; used != 0; used &= used - 1 {
			s := block*64 + bits.TrailingZeros64(used)
			pr.ends[s], n = n, n+pr.ends[s]
		}
	}
	pr.uses = slices.Grow(pr.uses[:0], int(n))[:n]
}

func (pr *probe) close() {
	clear(pr.known[:])
	pr.places = nil
	pr.probes.Put(pr)
}

// products are the weighted products of t and each task asked about, until the next call.
func (pr *probe) products(t *task) []int64 {
	clear(pr.sums)
	for _, e := range pr.of(t) {
		w := e.word()
		s := slotOf(w)
		if pr.known[s/64]&(1<<(s%64)) == 0 {
			continue
		}
		strength := e.strength()
		for n := pr.ends[s] - 1; n >= 0; n-- {
			u := &pr.uses[n]
			if u.word == w {
				pr.sums[u.task] += strength * u.weighted
			} else if slotOf(u.word) != s {
				break
			}
		}
	}
	return pr.sums
}
