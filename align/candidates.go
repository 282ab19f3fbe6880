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

// accumulator sums up products of words by slot.
type accumulator struct {
	sums    []int64
	touched []uint32
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
	if len(acc.sums) < len(ix.slots) {
		acc.sums = make([]int64, len(ix.slots)+len(ix.slots)/4)
	}
	words := slices.SortedFunc(slices.Values(t.words), func(x, y entry) int {
		return cmp.Compare(ix.tells(y), ix.tells(x))
	})
	read := 0
	for i, e := range words {
		if read >= readings && ix.tells(e) < ix.tells(words[i-1]) {
			break
		}
		read += len(ix.postings[e.word()])
		acc.add(ix.postings[e.word()], e.strength()*ix.words.square[e.word()])
	}
	return acc.take(n, ix.norms, func(slot uint32) *task {
		u := ix.slots[slot]
		if u == nil || u.doc == t.doc || len(regions) > 0 && !slices.Contains(regions, u.doc.region) {
			return nil
		}
		return u
	})
}

// tells is how much a word of a task adds to the product with a task that has it with strength 1.
func (ix *Index) tells(e entry) int64 { return e.strength() * ix.words.square[e.word()] }

func (acc *accumulator) add(list []posting, weight int64) {
	if weight == 0 {
		return
	}
	for _, p := range list {
		s := p.slot()
		if acc.sums[s] == 0 {
			acc.touched = append(acc.touched, s)
		}
		acc.sums[s] += p.strength() * weight
	}
}

// take empties the accumulator and returns the n tasks with the largest sums for their length, of
// those that the filter lets pass.
func (acc *accumulator) take(n int, norms []int64, filter func(slot uint32) *task) []*task {
	type ranked struct {
		*task
		rank float64
	}
	var best []ranked
	worst := 0.0
	compare := func(x, y ranked) int {
		return cmp.Or(cmp.Compare(y.rank, x.rank), compareIDs(x.id, y.id))
	}
	for _, s := range acc.touched {
		rank := float64(acc.sums[s]) / math.Sqrt(float64(norms[s]))
		acc.sums[s] = 0
		if rank < worst {
			continue
		}
		if u := filter(s); u != nil {
			best = append(best, ranked{u, rank})
		}
		if len(best) >= 4*n {
			slices.SortFunc(best, compare)
			best = best[:n]
			worst = best[n-1].rank
		}
	}
	acc.touched = acc.touched[:0]
	slices.SortFunc(best, compare)
	out := make([]*task, min(n, len(best)))
	for i := range out {
		out[i] = best[i].task
	}
	return out
}
