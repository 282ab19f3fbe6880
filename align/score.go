package align

import (
	"math"

	"github.com/policygraph/policygraph/graph"
)

// The parts of the evidence and what each weighs, cosine of words being 1: round numbers within the
// range that does best on graded pairs of two pairs of documents, each by itself. The figures
// hardly move when a weight changes by half.
const (
	weightPhrases  = 1.5
	weightContext  = 0.8 // each way
	weightConcepts = 0.25
	weightCovered  = 0.08
	weightTopics   = 0.17
	weightFuncs    = 0.08
	weightBodies   = 0.08
	weightSum      = 1 + weightPhrases + 2*weightContext + weightConcepts + weightCovered +
		weightTopics + weightFuncs + weightBodies
)

// unnamed is the weight of what a task is about and no word of the thesaurus names: as if it named
// once a concept that every tenth task names. So two tasks do not agree just because either names
// nothing but the one matter that all name.
const unnamed = 17_800

// The logistic function that makes a score of the quotient: its middle and its width.
const (
	logisticMiddle = 0.2455
	logisticWidth  = 0.025
)

// DefaultMinScore is the score from which tasks count as aligned when nobody says otherwise. On
// graded pairs, more than four of five pairs above it are related (testdata/quality.golden).
const DefaultMinScore = 0.4

// sheet is what scoring needs to know of a document's tasks, by today's weights.
type sheet struct {
	*document
	ix      *Index
	lengths []lengths // by place of the task in the document
}

// lengths are those of a task's words, phrases, concepts and functions, squared, and the summed
// weights of its concepts.
type lengths struct {
	known                               bool
	words, phrases, concepts, functions float64
	mass                                float64
}

func (ix *Index) newSheet(d *document) *sheet {
	return &sheet{document: d, ix: ix, lengths: make([]lengths, len(d.tasks))}
}

// of are the lengths of the task at a place. Few tasks of most documents are asked for.
func (s *sheet) of(place int) *lengths {
	l := &s.lengths[place]
	if l.known {
		return l
	}
	t := s.tasks[place]
	var norm, mass, functions int64
	for _, c := range t.concepts {
		w := s.ix.concepts.square[c.concept]
		norm += c.n * c.n * w
		mass += c.n * w
	}
	for _, f := range t.functions {
		functions += s.ix.functions.square[f]
	}
	*l = lengths{
		known: true, functions: float64(functions),
		words:    float64(s.ix.norms[t.slot]),
		phrases:  float64(t.phraseNorm) * float64(s.ix.scale.of(1)),
		concepts: float64(norm + unnamed), mass: float64(mass + unnamed),
	}
	return l
}

// pairing is the evidence between the tasks of two documents, worked out in part or whole.
type pairing struct {
	a, b *sheet
	// cosines of words and of phrases, by the places of the tasks in b and in a; nil where nothing
	// is known.
	words, phrases [][]float64
	cells          []float64 // to make columns of
}

// reset turns to the tasks of two documents.
func (p *pairing) reset(a, b *sheet) {
	p.a, p.b, p.cells = a, b, p.cells[:0]
	p.words = append(p.words[:0], make([][]float64, len(b.tasks))...)
	p.phrases = append(p.phrases[:0], make([][]float64, len(b.tasks))...)
}

// column is column j of a matrix.
func (p *pairing) column(matrix [][]float64, j int) []float64 {
	if matrix[j] == nil {
		matrix[j] = p.cut(len(p.a.tasks))
	}
	return matrix[j]
}

// cut makes n numbers, all 0, until the next reset.
func (p *pairing) cut(n int) []float64 {
	p.cells = append(p.cells, make([]float64, n)...)
	return p.cells[len(p.cells)-n:]
}

// fillWords works out the cosines of words of the tasks of a that pr asks about with task j of b.
func (p *pairing) fillWords(pr *probe, j int) {
	cosines, length := p.column(p.words, j), p.b.of(j).words
	for k, product := range pr.products(p.b.tasks[j]) {
		if product > 0 {
			i := pr.places[k]
			cosines[i] = float64(product) / math.Sqrt(p.a.of(i).words*length)
		}
	}
}

// fillPhrases does the same for phrases.
func (p *pairing) fillPhrases(pr *probe, j int) {
	cosines, length := p.column(p.phrases, j), p.b.of(j).phrases
	for k, product := range pr.products(p.b.tasks[j]) {
		if product > 0 {
			i := pr.places[k]
			cosines[i] = float64(product) / math.Sqrt(p.a.of(i).phrases*length)
		}
	}
}

// evidence is the sum of all that speaks for a[i] and b[j] being about one matter, between 0 and
// 1. The cosine of phrases of i and j must be there, and those of words of i, j and their neighbours
// with j and i.
func (p *pairing) evidence(i, j int) float64 { return p.sum(i, j, p.above(i, j)+p.across(i, j)) }

// above is how alike b[j] is to the tasks of the section of a[i], on average.
func (p *pairing) above(i, j int) (mean float64) {
	siblings := p.a.siblings(i)
	for _, k := range siblings {
		mean += p.words[j][k]
	}
	return mean / float64(len(siblings))
}

// across is how alike a[i] is to the tasks of the section of b[j], on average.
func (p *pairing) across(i, j int) (mean float64) {
	siblings := p.b.siblings(j)
	for _, k := range siblings {
		mean += p.words[k][i]
	}
	return mean / float64(len(siblings))
}

// sum is the evidence for a[i] and b[j], given that of their contexts.
func (p *pairing) sum(i, j int, context float64) float64 {
	a, b := p.a.tasks[i], p.b.tasks[j]
	sum := weightContext*context + p.words[j][i] + weightPhrases*p.phrases[j][i]
	if a.marks.concepts&b.marks.concepts != 0 {
		cosine, covered := p.concepts(i, j)
		sum += weightConcepts*cosine + weightCovered*covered
	}
	var topics float64
	if a.marks.topics&b.marks.topics != 0 {
		topics = overlap(a.topics, b.topics)
	}
	sum += weightTopics*topics + weightBodies*overlap(a.bodies, b.bodies)
	if a.marks.functions&b.marks.functions != 0 {
		sum += weightFuncs * p.functions(i, j)
	}
	return sum / weightSum
}

// concepts compares the concepts of a[i] and b[j]: their cosine, and the larger of the shares of
// one task's concepts that the other has, too.
func (p *pairing) concepts(i, j int) (cosine, covered float64) {
	var product, sharedA, sharedB int64
	a, b := p.a.tasks[i].concepts, p.b.tasks[j].concepts
	for m, n := 0, 0; m < len(a) && n < len(b); {
		switch {
		case a[m].concept < b[n].concept:
			m++
		case a[m].concept > b[n].concept:
			n++
		default:
			w := p.a.ix.concepts.square[a[m].concept]
			product += a[m].n * b[n].n * w
			sharedA += a[m].n * w
			sharedB += b[n].n * w
			m++
			n++
		}
	}
	if product == 0 {
		return 0, 0
	}
	x, y := p.a.of(i), p.b.of(j)
	cosine = float64(product) / math.Sqrt(x.concepts*y.concepts)
	return cosine, max(float64(sharedA)/x.mass, float64(sharedB)/y.mass)
}

// functions is the cosine of the functions in charge of a[i] and b[j].
func (p *pairing) functions(i, j int) float64 {
	var product int64
	a, b := p.a.tasks[i].functions, p.b.tasks[j].functions
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			product += p.a.ix.functions.square[a[0]]
			a, b = a[1:], b[1:]
		}
	}
	if product == 0 {
		return 0
	}
	return float64(product) / math.Sqrt(p.a.of(i).functions*p.b.of(j).functions)
}

// overlap is the share of what either list has that both have (Jaccard).
func overlap(a, b []graph.ID) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	shared := len(common(a, b, compareIDs))
	return float64(shared) / float64(len(a)+len(b)-shared)
}

// bestOfColumn is the best evidence of task j of b in a.
func (p *pairing) bestOfColumn(j int) (best float64) {
	for i := range p.a.tasks {
		best = max(best, p.evidence(i, j))
	}
	return best
}

// score turns evidence into a score, given the smaller of the best evidence that either task finds
// in the other's document.
func score(evidence, best float64) float64 {
	if evidence <= 0 {
		return 0
	}
	quotient := evidence / math.Sqrt(best)
	return 1 / (1 + math.Exp((logisticMiddle-quotient)/logisticWidth))
}
