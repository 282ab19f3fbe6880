package align

import "sync"

// layer is one of the vocabularies by which tasks are compared.
type layer struct {
	of     func(*task) []entry
	counts *counts
	probes *sync.Pool // of *probe
}

func (ix *Index) wordLayer() layer {
	return layer{func(t *task) []entry { return t.words }, &ix.words.counts, &ix.wordProbes}
}

func (ix *Index) phraseLayer() layer {
	return layer{func(t *task) []entry { return t.phrases }, &ix.phrases, &ix.phraseProbes}
}

// probe finds the products of any task with each of some tasks of one document, by the words or
// phrases that they share.
type probe struct {
	layer
	tasks  []*task
	places []int // of tasks in their document
	// known has a bit for each word that any of the tasks has. Most words of most tasks are not
	// known, and this much fits into the fastest cache.
	known []uint64
	// head is the number of the last use of each known word, from 1; uses lead on to others.
	head []int32
	uses []use
	sums []int64
}

// use is the use of a word by a task.
type use struct {
	next     int32 // number of another use, 0 for none
	task     int32
	strength int64
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
	if size := len(l.counts.df); len(pr.head) < size {
		n := size + size/4
		pr.head, pr.known = make([]int32, n), make([]uint64, n/64+1)
	}
	for k, i := range places {
		t := d.tasks[i]
		pr.tasks = append(pr.tasks, t)
		for _, e := range pr.of(t) {
			w := e.word()
			pr.uses = append(pr.uses, use{next: pr.head[w], task: int32(k), strength: e.strength()})
			pr.head[w] = int32(len(pr.uses))
			pr.known[w/64] |= 1 << (w % 64)
		}
	}
	pr.sums = append(pr.sums[:0], make([]int64, len(places))...)
	return pr
}

func (pr *probe) close() {
	for _, t := range pr.tasks {
		for _, e := range pr.of(t) {
			pr.head[e.word()] = 0
			pr.known[e.word()/64] = 0
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
		if pr.known[w/64]&(1<<(w%64)) == 0 {
			continue
		}
		weighted := e.strength() * pr.counts.square[w]
		for u := pr.head[w]; u != 0; u = pr.uses[u-1].next {
			pr.sums[pr.uses[u-1].task] += pr.uses[u-1].strength * weighted
		}
	}
	return pr.sums
}
