package align

import "sync"

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
	tasks  []*task
	places []int // of tasks in their document
	// known has a bit for each slot of head that is in use. Most words of most tasks are not known,
	// and this much fits into the fastest cache.
	known [probeSlots / 64]uint64
	// head is the number of the last use of a word of each slot, from 1; uses lead on to others.
	head [probeSlots]int32
	uses []use
	sums []int64
}

// probeSlots is the number of slots among which a probe spreads words by their numbers: several
// times the words of a long document.
const probeSlots = 1 << 16

func slotOf(word uint32) uint32 { return word % probeSlots }

// use is the use of a word by a task.
type use struct {
	word     uint32
	next     int32 // number of another use in the slot, 0 for none
	task     int32
	strength int32
}

// newProbe asks about the tasks at some places of a document; nil stands for all. It is to be
// closed.
func (l layer) newProbe(d *document, places []int) *probe {
	pr, ok := l.probes.Get().(*probe)
	if !ok {
		pr = &probe{}
	}
	if places == nil {
		places = d.places()
	}
	pr.layer, pr.places = l, places
	for k, i := range places {
		t := d.tasks[i]
		pr.tasks = append(pr.tasks, t)
		for _, e := range pr.of(t) {
			if l.counts.square[e.word()] == 0 {
				continue
			}
			s := slotOf(e.word())
			pr.uses = append(pr.uses, use{
				word: e.word(), next: pr.head[s], task: int32(k), strength: int32(e.strength()),
			})
			pr.head[s] = int32(len(pr.uses))
			pr.known[s/64] |= 1 << (s % 64)
		}
	}
	pr.sums = append(pr.sums[:0], make([]int64, len(places))...)
	return pr
}

func (pr *probe) close() {
	for _, t := range pr.tasks {
		for _, e := range pr.of(t) {
			s := slotOf(e.word())
			pr.head[s] = 0
			pr.known[s/64] = 0
		}
	}
	pr.uses, pr.tasks, pr.places = pr.uses[:0], pr.tasks[:0], nil
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
		weighted := e.strength() * pr.counts.square[w]
		for n := pr.head[s]; n != 0; {
			u := &pr.uses[n-1]
			if u.word == w {
				pr.sums[u.task] += int64(u.strength) * weighted
			}
			n = u.next
		}
	}
	return pr.sums
}
