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

// sheet is what scoring needs to know of a document's tasks, by today's weights. The slices go by
// the place of the task in the document.
type sheet struct {
	*document
	words     []float64 // squared lengths of words, of phrases, of concepts and of functions
	phrases   []float64
	concepts  []float64
	functions []float64
	mass      []float64 // summed weights of concepts
}

func (ix *Index) newSheet(d *document) *sheet {
	s := &sheet{document: d}
	rarest := float64(ix.scale.of(1))
	for _, t := range d.tasks {
		var norm, mass, functions int64
		for _, c := range t.concepts {
			w := ix.concepts.square[c.concept]
			norm += c.n * c.n * w
			mass += c.n * w
		}
		for _, f := range t.functions {
			functions += ix.functions.square[f]
		}
		s.phrases = append(s.phrases, float64(t.phraseNorm)*rarest)
		s.words = append(s.words, float64(ix.norms[t.slot]))
		norm, mass = norm+unnamed, mass+unnamed
		s.concepts, s.mass = append(s.concepts, float64(norm)), append(s.mass, float64(mass))
		s.functions = append(s.functions, float64(functions))
	}
	return s
}

// pairing is the evidence between the tasks of two documents, worked out in part or whole.
type pairing struct {
	ix   *Index
	a, b *sheet
	// cosines of words and of phrases, by the places of the tasks in a and b.
	words, phrases [][]float64
}

func (ix *Index) newPairing(a, b *sheet) *pairing {
	return &pairing{ix: ix, a: a, b: b, words: grid(a, b), phrases: grid(a, b)}
}

func grid(a, b *sheet) [][]float64 {
	rows, cells := make([][]float64, len(a.tasks)), make([]float64, len(a.tasks)*len(b.tasks))
	for i := range rows {
		rows[i] = cells[i*len(b.tasks) : (i+1)*len(b.tasks)]
	}
	return rows
}

// fillWords works out the cosines of words of the tasks of a that pr asks about with the tasks of b
// at the given places.
func (p *pairing) fillWords(pr *probe, columns []int) {
	fill(p.words, pr, p.b, columns, p.a.words, p.b.words)
}

// fillPhrases does the same for phrases.
func (p *pairing) fillPhrases(pr *probe, columns []int) {
	fill(p.phrases, pr, p.b, columns, p.a.phrases, p.b.phrases)
}

func fill(cosine [][]float64, pr *probe, b *sheet, columns []int, normA, normB []float64) {
	for _, j := range columns {
		for k, product := range pr.products(b.tasks[j]) {
			i := pr.places[k]
			cosine[i][j] = 0
			if product > 0 {
				cosine[i][j] = float64(product) / math.Sqrt(normA[i]*normB[j])
			}
		}
	}
}

// evidence is the sum of all that speaks for a[i] and b[j] being about one matter, between 0 and
// 1. The cosine of phrases of i and j must be there, and those of words of i, j and their neighbours
// with j and i.
func (p *pairing) evidence(i, j int) float64 {
	a, b := p.a.tasks[i], p.b.tasks[j]
	var above, across float64
	siblings := p.a.groups[a.group]
	for _, k := range siblings {
		above += p.words[k][j]
	}
	above /= float64(len(siblings))
	siblings = p.b.groups[b.group]
	for _, k := range siblings {
		across += p.words[i][k]
	}
	across /= float64(len(siblings))
	cosine, covered := p.concepts(i, j)
	sum := weightContext*(above+across) + p.words[i][j] + weightPhrases*p.phrases[i][j]
	sum += weightConcepts*cosine + weightCovered*covered
	sum += weightTopics*overlap(a.topics, b.topics) + weightBodies*overlap(a.bodies, b.bodies)
	sum += weightFuncs * p.functions(i, j)
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
			w := p.ix.concepts.square[a[m].concept]
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
	cosine = float64(product) / math.Sqrt(p.a.concepts[i]*p.b.concepts[j])
	return cosine, max(float64(sharedA)/p.a.mass[i], float64(sharedB)/p.b.mass[j])
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
			product += p.ix.functions.square[a[0]]
			a, b = a[1:], b[1:]
		}
	}
	if product == 0 {
		return 0
	}
	return float64(product) / math.Sqrt(p.a.functions[i]*p.b.functions[j])
}

// overlap is the share of what either list has that both have (Jaccard).
func overlap(a, b []graph.ID) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	shared := len(common(a, b, compareIDs))
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
