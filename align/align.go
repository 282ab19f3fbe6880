package align

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// ErrNotIndexed is returned for a task that the Index does not hold.
var ErrNotIndexed = errors.New("align: task is not indexed")

// Query says which alignments of a task are wanted.
type Query struct {
	// Regions are the codes of the regions whose tasks are compared; all regions when empty.
	Regions []string
	// Limit is the number of alignments wanted, best first; 10 when 0.
	Limit int
	// MinScore is the least score; DefaultMinScore when nil.
	MinScore *float64
}

// DefaultLimit is the number of alignments of a task that are told when nobody says how many.
const DefaultLimit = 10

// Match is a task aligned with another, and what the two have in common beside words.
type Match struct {
	Task      graph.ID
	Score     float64
	Topics    []graph.ID // sorted
	Functions []graph.ID // of the departments in charge; sorted
}

// Align lists the tasks of other documents that are about the same matter as the task, best first;
// equals by id. The error wraps ErrNotIndexed for a task that is not there.
func (ix *Index) Align(id graph.ID, q Query) ([]Match, error) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	t, ok := ix.tasks[id]
	if !ok {
		return nil, fmt.Errorf("align: task %s: %w", id, ErrNotIndexed)
	}
	minScore := DefaultMinScore
	if q.MinScore != nil {
		minScore = *q.MinScore
	}
	limit := q.Limit
	if limit == 0 {
		limit = DefaultLimit
	}
	found := ix.scored(t, q.Regions, max(limit+limit/2, candidates))
	found = slices.DeleteFunc(found, func(s scoredTask) bool {
		return s.score <= 0 || s.score < minScore
	})
	slices.SortFunc(found, func(x, y scoredTask) int {
		return cmp.Or(cmp.Compare(y.score, x.score), compareIDs(x.id, y.id))
	})
	found = found[:min(limit, len(found))]
	out := make([]Match, len(found))
	for i, s := range found {
		out[i] = ix.match(t, s.task, s.score)
	}
	return out, nil
}

// Score is the score of two tasks: symmetric, and 0 for tasks of one document.
func (ix *Index) Score(a, b graph.ID) (float64, error) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	for _, id := range []graph.ID{a, b} {
		if ix.tasks[id] == nil {
			return 0, fmt.Errorf("align: task %s: %w", id, ErrNotIndexed)
		}
	}
	x, y := ix.tasks[a], ix.tasks[b]
	if x.doc == y.doc {
		return 0, nil
	}
	sc := ix.newScorer(x)
	defer sc.close()
	return sc.score(y.doc, []int{y.place})[0].score, nil
}

// match tells what two tasks have in common.
func (ix *Index) match(a, b *task, score float64) Match {
	m := Match{Task: b.id, Score: score, Topics: common(a.topics, b.topics, compareIDs)}
	for _, f := range common(a.functions, b.functions, cmp.Compare[uint32]) {
		m.Functions = append(m.Functions, ix.functionIDs[f])
	}
	slices.SortFunc(m.Functions, compareIDs)
	return m
}

type scoredTask struct {
	*task
	score float64
}

// scored are the tasks worth looking at for t, with their scores.
func (ix *Index) scored(t *task, regions []string, limit int) []scoredTask {
	sc := ix.newScorer(t)
	defer sc.close()
	docs := ix.inRegions(regions, exhaustive+2)
	docs = slices.DeleteFunc(docs, func(d *document) bool { return d == t.doc })
	var out []scoredTask
	if len(docs) <= exhaustive {
		for _, d := range docs {
			out = append(out, sc.score(d, nil)...)
		}
		return out
	}
	byDoc := map[*document][]int{}
	for _, c := range ix.candidates(t, regions, limit) {
		byDoc[c.doc] = append(byDoc[c.doc], c.place)
	}
	for d, places := range byDoc {
		out = append(out, sc.score(d, places)...)
	}
	return out
}

// scorer scores a task with tasks of other documents.
type scorer struct {
	ix   *Index
	task *task
	own  *sheet
	// probes for the words of the task's document and of its chapter, and for the phrases of the
	// document and of the task itself
	docWords, chapterWords, docPhrases, phrases *probe
}

// newScorer is to be closed.
func (ix *Index) newScorer(t *task) *scorer {
	words, phrases := ix.wordLayer(), ix.phraseLayer()
	return &scorer{
		ix: ix, task: t, own: ix.newSheet(t.doc),
		docWords:     words.newProbe(t.doc, nil),
		chapterWords: words.newProbe(t.doc, t.doc.groups[t.group]),
		docPhrases:   phrases.newProbe(t.doc, nil),
		phrases:      phrases.newProbe(t.doc, []int{t.place}),
	}
}

func (sc *scorer) close() {
	for _, pr := range []*probe{sc.docWords, sc.chapterWords, sc.docPhrases, sc.phrases} {
		pr.close()
	}
}

// score scores the task with those of d at some places; nil stands for all.
func (sc *scorer) score(d *document, places []int) []scoredTask {
	p := sc.ix.newPairing(sc.own, sc.ix.newSheet(d))
	all := d.places()
	if places == nil {
		places = all
		p.fillWords(sc.docWords, all)
		p.fillPhrases(sc.docPhrases, all)
	} else {
		p.fillWords(sc.chapterWords, all)
		p.fillPhrases(sc.phrases, all)
		for _, j := range places {
			p.fillWords(sc.docWords, d.groups[d.tasks[j].group])
		}
		p.fillPhrases(sc.docPhrases, places)
	}
	i := sc.task.place
	var best float64
	row := make([]float64, len(d.tasks))
	for j := range row {
		row[j] = p.evidence(i, j)
		best = max(best, row[j])
	}
	out := make([]scoredTask, len(places))
	for k, j := range places {
		var bestOfOther float64
		for n := range sc.own.tasks {
			bestOfOther = max(bestOfOther, p.evidence(n, j))
		}
		out[k] = scoredTask{task: d.tasks[j], score: score(row[j], best, bestOfOther)}
	}
	return out
}

// scoreAll scores all tasks of a, which words and phrases ask about, with all of b.
func (ix *Index) scoreAll(a, b *sheet, words, phrases *probe) [][]float64 {
	p := ix.newPairing(a, b)
	p.fillWords(words, b.places())
	p.fillPhrases(phrases, b.places())
	scores := make([][]float64, len(a.tasks))
	bestOfA, bestOfB := make([]float64, len(a.tasks)), make([]float64, len(b.tasks))
	for i := range scores {
		scores[i] = make([]float64, len(b.tasks))
		for j := range scores[i] {
			e := p.evidence(i, j)
			scores[i][j] = e
			bestOfA[i], bestOfB[j] = max(bestOfA[i], e), max(bestOfB[j], e)
		}
	}
	for i, row := range scores {
		for j, e := range row {
			row[j] = score(e, bestOfA[i], bestOfB[j])
		}
	}
	return scores
}
