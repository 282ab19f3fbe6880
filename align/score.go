package align

import (
	"cmp"
	"math"

	"github.com/policygraph/policygraph/graph"
)

// The parts of the evidence and what each weighs, cosine of words being 1. Fitted by hand to
// graded pairs, cross-checked between two pairs of documents and with a quarter of the topics
// changed at random; the figures hardly move when a weight changes by half.
const (
	weightConcepts = 0.2
	weightCovered  = 0.1
	weightTopics   = 0.2
	weightFuncs    = 0.03
	weightBodies   = 0.03
	weightContext  = 0.5 // each way
	weightSum      = 1 + weightConcepts + weightCovered + weightTopics + weightFuncs + weightBodies +
		2*weightContext
)

// The logistic function that makes a score of the quotient: its middle and its width.
const (
	logisticMiddle = 0.30
	logisticWidth  = 0.06
)

// DefaultMinScore is the score from which tasks count as aligned when nobody says otherwise. On
// graded pairs, more than four of five pairs above it are related (testdata/quality.golden).
const DefaultMinScore = 0.5

// pairing is the evidence between the tasks of two documents, worked out in part or whole.
type pairing struct {
	ix   *Index
	a, b *document
	// cosine of words, by the place of the tasks in a and b.
	cosine [][]float64
}

func (ix *Index) newPairing(a, b *document) *pairing {
	p := &pairing{ix: ix, a: a, b: b, cosine: make([][]float64, len(a.tasks))}
	cells := make([]float64, len(a.tasks)*len(b.tasks))
	for i := range p.cosine {
		p.cosine[i] = cells[i*len(b.tasks) : (i+1)*len(b.tasks)]
	}
	return p
}

// probe finds the word products of any task with each of a few tasks of one document.
type probe struct {
	ix    *Index
	tasks []*task
	// head is one more than the place in uses of the last use of each word; next leads on.
	head []int32
	uses []use
}

type use struct {
	next     int32
	task     int32
	strength int64
}

// newProbe asks about tasks. It is to be closed.
func (ix *Index) newProbe(tasks []*task) *probe {
	pr, ok := ix.probes.Get().(*probe)
	if !ok {
		pr = &probe{}
	}
	pr.ix, pr.tasks = ix, tasks
	if len(pr.head) < len(ix.postings) {
		pr.head = make([]int32, len(ix.postings)+len(ix.postings)/4)
	}
	for i, t := range tasks {
		for _, e := range t.words {
			w := e.word()
			pr.uses = append(pr.uses, use{next: pr.head[w], task: int32(i), strength: e.strength()})
			pr.head[w] = int32(len(pr.uses))
		}
	}
	return pr
}

func (pr *probe) close() {
	for _, t := range pr.tasks {
		for _, e := range t.words {
			pr.head[e.word()] = 0
		}
	}
	pr.uses, pr.tasks = pr.uses[:0], nil
	pr.ix.probes.Put(pr)
}

// cosines sets out[i] to the cosine of the words of t and of the i-th task asked about.
func (pr *probe) cosines(t *task, products []int64, out []float64) {
	clear(products)
	for _, e := range t.words {
		u := pr.head[e.word()]
		if u == 0 {
			continue
		}
		weighted := e.strength() * pr.ix.words.square[e.word()]
		for ; u != 0; u = pr.uses[u-1].next {
			products[pr.uses[u-1].task] += pr.uses[u-1].strength * weighted
		}
	}
	for i, product := range products {
		out[i] = 0
		if product > 0 {
			out[i] = float64(product) / math.Sqrt(float64(t.norm)*float64(pr.tasks[i].norm))
		}
	}
}

// fill works out the cosines of all tasks of a with the given tasks of b (places in b), and of the
// given tasks of a with all of b; nil stands for all.
func (p *pairing) fill(rows, columns []int) {
	if columns == nil {
		p.cross(p.a.tasks, nil, p.b.tasks, nil)
		return
	}
	p.cross(p.a.tasks, nil, pick(p.b.tasks, columns), columns)
	p.cross(pick(p.a.tasks, rows), rows, p.b.tasks, nil)
}

// cross works out the cosines of as with bs, whose places in their documents are rows and columns.
func (p *pairing) cross(as []*task, rows []int, bs []*task, columns []int) {
	pr := p.ix.newProbe(as)
	defer pr.close()
	products, out := make([]int64, len(as)), make([]float64, len(as))
	for j, t := range bs {
		pr.cosines(t, products, out)
		if columns != nil {
			j = columns[j]
		}
		for i, c := range out {
			if rows != nil {
				i = rows[i]
			}
			p.cosine[i][j] = c
		}
	}
}

func pick(tasks []*task, places []int) []*task {
	out := make([]*task, len(places))
	for i, k := range places {
		out[i] = tasks[k]
	}
	return out
}

// evidence is the sum of all that speaks for a[i] and b[j] being about one matter, between 0 and
// 1. The cosines of i with all of b and of j with all of a must be there, and those of their
// neighbours with j and i.
func (p *pairing) evidence(i, j int) float64 {
	a, b := p.a.tasks[i], p.b.tasks[j]
	var above, across float64
	siblings := p.a.groups[a.group]
	for _, k := range siblings {
		above += p.cosine[k][j]
	}
	above /= float64(len(siblings))
	siblings = p.b.groups[b.group]
	for _, k := range siblings {
		across += p.cosine[i][k]
	}
	across /= float64(len(siblings))
	cosine, covered := p.ix.conceptual(a.concepts, b.concepts)
	sum := weightContext*(above+across) + p.cosine[i][j]
	sum += weightConcepts*cosine + weightCovered*covered
	sum += weightTopics*overlap(a.topics, b.topics) + weightBodies*overlap(a.bodies, b.bodies)
	sum += weightFuncs * p.ix.functional(a.functions, b.functions)
	return sum / weightSum
}

// conceptual compares the concepts of two tasks: their cosine, and the larger of the shares of one
// task's concepts that the other has, too.
func (ix *Index) conceptual(a, b []tally) (cosine, covered float64) {
	var product, normA, normB, massA, massB, sharedA, sharedB int64
	for _, t := range a {
		w := ix.concepts.square[t.concept]
		normA += t.n * t.n * w
		massA += t.n * w
	}
	for _, t := range b {
		w := ix.concepts.square[t.concept]
		normB += t.n * t.n * w
		massB += t.n * w
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i].concept, b[j].concept) {
		case -1:
			i++
		case 1:
			j++
		default:
			w := ix.concepts.square[a[i].concept]
			product += a[i].n * b[j].n * w
			sharedA += a[i].n * w
			sharedB += b[j].n * w
			i++
			j++
		}
	}
	if product == 0 {
		return 0, 0
	}
	cosine = float64(product) / math.Sqrt(float64(normA)*float64(normB))
	return cosine, max(float64(sharedA)/float64(massA), float64(sharedB)/float64(massB))
}

// functional is the cosine of the functions in charge of two tasks.
func (ix *Index) functional(a, b []uint32) float64 {
	var product, normA, normB int64
	for _, f := range a {
		normA += ix.functions.square[f]
	}
	for _, f := range b {
		normB += ix.functions.square[f]
	}
	for _, f := range common(a, b, cmp.Compare[uint32]) {
		product += ix.functions.square[f]
	}
	if product == 0 {
		return 0
	}
	return float64(product) / math.Sqrt(float64(normA)*float64(normB))
}

// overlap is the share of what either list has that both have (Jaccard).
func overlap(a, b []graph.ID) float64 {
	shared := len(common(a, b, compareIDs))
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(len(a)+len(b)-shared)
}

// score turns evidence into a score, given the best evidence that either task finds in the other's
// document.
func score(evidence, bestOfA, bestOfB float64) float64 {
	if evidence <= 0 {
		return 0
	}
	quotient := evidence / math.Sqrt(min(bestOfA, bestOfB))
	return 1 / (1 + math.Exp((logisticMiddle-quotient)/logisticWidth))
}
