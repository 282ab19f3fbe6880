package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

const (
	// exhaustive is the number of documents up to which all their tasks are scored.
	exhaustive = 32
	// candidates is the number of tasks that are scored where there are more documents than that,
	// or half as many again as are asked for.
	candidates = 16
	// readings is the number of postings after which no further words are looked up.
	readings = 20_000
)

// inRegions lists the documents of regions, of all regions if none is given, in no order. It may
// stop when it has found limit of them.
func (ix *Index) inRegions(regions []string, limit int) []*document {
	var out []*document
	take := func(docs map[graph.ID]*document) {
		for _, d := range docs {
			if len(out) == limit {
				return
			}
			out = append(out, d)
		}
	}
	if len(regions) == 0 {
		take(ix.docs)
		return out
	}
	for _, r := range slices.Compact(slices.Sorted(slices.Values(regions))) {
		take(ix.regions[r])
	}
	return out
}

// blockSlots is the number of slots that are summed up at a time: their sums and norms stay in the
// processor's cache, where all slots would not.
const blockSlots = 1 << 15

// accumulator sums up products of words by slot, a block of slots at a time.
type accumulator struct {
	sums    [blockSlots]int64
	touched []uint32
	lists   []weighted
}

// weighted are the postings of a word that have not been summed up, and what their strengths are
// multiplied by.
type weighted struct {
	rest   []posting
	weight int64
}

// candidates are the n tasks in regions that share most telling words with t. A word of t tells by
// its strength and weight; words are looked up from the most telling down, equals together, until
// enough postings have been read.
func (ix *Index) candidates(t *task, regions []string, n int) []*task {
	acc, ok := ix.accumulators.Get().(*accumulator)
	if !ok {
		acc = &accumulator{}
	}
	defer ix.accumulators.Put(acc)
	acc.lists = ix.lookUp(acc.lists[:0], t)
	best := ranking{n: n, filter: func(slot uint32) *task {
		u := ix.slots[slot]
		if u == nil || u.doc == t.doc || len(regions) > 0 && !slices.Contains(regions, u.doc.region) {
			return nil
		}
		return u
	}}
	for from := 0; from < len(ix.slots); from += blockSlots {
		acc.add(from)
		acc.rank(ix.norms, &best)
	}
	return best.take()
}

// lookUp appends the postings of the words of t that are worth looking up.
func (ix *Index) lookUp(lists []weighted, t *task) []weighted {
	for _, e := range t.words {
		if tells := e.strength() * ix.words.square[e.word()]; tells > 0 {
			lists = append(lists, weighted{ix.postings[e.word()], tells})
		}
	}
	slices.SortFunc(lists, func(x, y weighted) int { return cmp.Compare(y.weight, x.weight) })
	read := 0
	for i, l := range lists {
		if read >= readings && l.weight < lists[i-1].weight {
			return lists[:i]
		}
		read += len(l.rest)
	}
	return lists
}

// add sums up the postings of the block that begins with the slot from. Postings are in the order
// of slots.
func (acc *accumulator) add(from int) {
	end := uint32(from + blockSlots)
	for i := range acc.lists {
		list := &acc.lists[i]
		k := 0
		for ; k < len(list.rest) && list.rest[k].slot() < end; k++ {
			p := list.rest[k]
			s := p.slot() % blockSlots
			if acc.sums[s] == 0 {
				acc.touched = append(acc.touched, p.slot())
			}
			acc.sums[s] += p.strength() * list.weight
		}
		list.rest = list.rest[k:]
	}
}

// rank empties the block and hands its tasks to the ranking.
func (acc *accumulator) rank(norms []int64, best *ranking) {
	for _, slot := range acc.touched {
		s := slot % blockSlots
		best.add(slot, float64(acc.sums[s]), float64(norms[slot]))
		acc.sums[s] = 0
	}
	acc.touched = acc.touched[:0]
}

// ranking finds the n tasks with the largest sums for their length, of those that the filter lets
// pass; equals by id.
type ranking struct {
	n      int
	filter func(slot uint32) *task
	best   []ranked
	worst  float64 // the least rank that may still be among the n
}

type ranked struct {
	*task
	rank float64
}

func (r *ranking) add(slot uint32, sum, norm float64) {
	const surely = 1 - 1e-9 // beyond rounding, and much quicker than a root
	if sum*sum < r.worst*r.worst*norm*surely {
		return
	}
	rank := sum / math.Sqrt(norm)
	if rank < r.worst {
		return
	}
	if u := r.filter(slot); u != nil {
		r.best = append(r.best, ranked{u, rank})
	}
	if len(r.best) >= 4*r.n {
		r.cut()
		r.worst = r.best[r.n-1].rank
	}
}

// cut sorts the tasks and drops those beyond n.
func (r *ranking) cut() {
	slices.SortFunc(r.best, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(y.rank, x.rank), compareIDs(x.id, y.id))
	})
	r.best = r.best[:min(r.n, len(r.best))]
}

func (r *ranking) take() []*task {
	r.cut()
	out := make([]*task, len(r.best))
	for i, b := range r.best {
		out[i] = b.task
	}
	return out
}
