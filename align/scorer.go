package align

import "slices"

type scoredTask struct {
	*task
	score float64
}

// scored are the tasks worth looking at for t that score minScore or more, and more than nothing.
func (ix *Index) scored(t *task, regions []string, minScore float64, limit int) []scoredTask {
	sc := ix.newScorer(t, minScore)
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

// scorer scores a task with tasks of other documents. What it knows of the task's document stays
// good for all tasks of that document until the Index changes.
type scorer struct {
	ix      *Index
	changes uint64 // of the Index when the scorer was made
	own     *sheet
	words   *probe // for all tasks of the document
	phrases *probe

	task     *task
	minScore float64

	pairing           // with the document that is looked at
	columns   []bool  // which are filled, by place of the task there
	row       float64 // the best evidence of the task there
	rowFilled bool
}

// newScorer is to be closed.
func (ix *Index) newScorer(t *task, minScore float64) *scorer {
	sc, ok := ix.scorers.Get().(*scorer)
	if !ok || sc.own.document != t.doc || sc.changes != ix.changes {
		if ok {
			sc.words.close()
			sc.phrases.close()
		}
		sc = &scorer{
			ix: ix, changes: ix.changes, own: ix.newSheet(t.doc),
			words:   ix.wordLayer().newProbe(t.doc, t.doc.places()),
			phrases: ix.phraseLayer().newProbe(t.doc, t.doc.places()),
		}
	}
	sc.task, sc.minScore = t, minScore
	return sc
}

func (sc *scorer) close() { sc.ix.scorers.Put(sc) }

// score scores the task with those of d at some places; nil stands for all. Those that score too
// little are left out.
func (sc *scorer) score(d *document, places []int) []scoredTask {
	sc.pairing.reset(sc.own, sc.ix.newSheet(d))
	sc.rowFilled = false
	sc.columns = append(sc.columns[:0], make([]bool, len(d.tasks))...)
	if places == nil {
		places = d.places()
		sc.fillRow()
	}
	var out []scoredTask
	for _, j := range places {
		if !sc.rowFilled {
			sc.fillColumn(j)
		}
		const rounding = 1e-9
		e := sc.evidence(sc.task.place, j)
		if score(e, e)+rounding < sc.minScore {
			continue // no best is less than e
		}
		if s := score(e, sc.best(j, e)); s > 0 && s >= sc.minScore {
			out = append(out, scoredTask{task: d.tasks[j], score: s})
		}
	}
	return out
}

// best is the smaller of the best evidence that the task finds in the other document and the best
// that task j of that finds in the task's, where their own is e. Neither is less than e, so the
// second is looked for only if the first is more.
func (sc *scorer) best(j int, e float64) float64 {
	if sc.rowFilled {
		if e == sc.row {
			return e
		}
		sc.fillColumn(j)
		return min(sc.row, sc.bestOfColumn(j))
	}
	best := sc.bestOfColumn(j)
	if e == best {
		return e
	}
	sc.fillRow()
	return min(best, sc.row)
}

// fillColumn works out what the evidence of task j with all tasks of the scorer's document needs.
func (sc *scorer) fillColumn(j int) {
	for _, k := range sc.b.siblings(j) {
		if !sc.columns[k] {
			sc.fillWords(sc.words, k)
			sc.columns[k] = true
		}
	}
	sc.fillPhrases(sc.phrases, j)
}

// fillRow works out what the evidence of the scorer's task with all tasks of the other document
// needs, and the best of it.
func (sc *scorer) fillRow() {
	i := sc.task.place
	words := sc.ix.wordLayer().newProbe(sc.own.document, sc.own.siblings(i))
	defer words.close()
	phrases := sc.ix.phraseLayer().newProbe(sc.own.document, []int{i})
	defer phrases.close()
	for j := range sc.b.tasks {
		sc.fillWords(words, j)
		sc.fillPhrases(phrases, j)
	}
	sc.rowFilled, sc.row = true, 0
	for j := range sc.b.tasks {
		sc.row = max(sc.row, sc.evidence(i, j))
	}
}
