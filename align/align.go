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
	found := ix.scored(t, q.Regions, minScore, max(limit+limit/2, candidates))
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
	sc := ix.newScorer(x, 0)
	defer sc.close()
	for _, s := range sc.score(y.doc, []int{y.place}) {
		return s.score, nil
	}
	return 0, nil
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
