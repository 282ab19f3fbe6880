package align

import (
	"context"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// member is a document whose tasks may be in groups.
type member struct {
	*sheet
	region  int     // its place among the regions asked about
	numbers []int32 // of its tasks in grouping.tasks, -1 for those that do not pass
}

// members lists the documents of the regions asked about, and notes their tasks. All sheets are
// filled in, so that they may be read at once from many sides.
func (g *grouping) members() []member {
	var out []member
	for r, code := range g.query.Regions {
		for _, d := range g.ix.inOrder(code) {
			m := member{sheet: g.ix.newSheet(d), region: r}
			for i, t := range d.tasks {
				m.of(i)
				number := int32(-1)
				if g.admits(t) {
					number = int32(len(g.tasks))
					g.tasks = append(g.tasks, t)
				}
				m.numbers = append(m.numbers, number)
			}
			out = append(out, m)
		}
	}
	return out
}

// found is an aligned pair, by the places of its tasks in grouping.tasks.
type found struct {
	x, y  int32
	score float64
}

// link scores all tasks of the regions' documents with each other, on as many processors as there
// are.
func (g *grouping) link(ctx context.Context) error {
	members := g.members()
	lists := make([][]found, len(members))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(members)) {
		workers.Go(func() {
			var m matrix
			for n := next.Add(1) - 1; n < int64(len(members)) && ctx.Err() == nil; n = next.Add(1) - 1 {
				lists[n] = g.aligned(&m, members[n], members[n+1:])
			}
		})
	}
	workers.Wait()
	g.links = make([][]link, len(g.tasks))
	for _, list := range lists { // in the order of tasks, and so each list of links
		for _, f := range list {
			g.links[f.x] = append(g.links[f.x], link{f.y, f.score})
			g.links[f.y] = append(g.links[f.y], link{f.x, f.score})
		}
	}
	return ctx.Err()
}

// aligned are the aligned pairs of a and those of others that are of further regions.
func (g *grouping) aligned(m *matrix, a member, others []member) (pairs []found) {
	words := g.ix.wordLayer().newProbe(a.document, a.places())
	defer words.close()
	phrases := g.ix.phraseLayer().newProbe(a.document, a.places())
	defer phrases.close()
	for _, b := range others {
		if a.region == b.region {
			continue
		}
		m.reset(a.sheet, b.sheet)
		m.fill(words, phrases)
		m.aligned(g.minScore, func(i, j int, score float64) {
			if x, y := a.numbers[i], b.numbers[j]; x >= 0 && y >= 0 {
				pairs = append(pairs, found{x, y, score})
			}
		})
	}
	return pairs
}

// matrix is a pairing that is worked out as a whole.
type matrix struct {
	pairing
	rows         [][]float64 // evidence, by the places of the tasks in a and b
	bestA, bestB []float64   // the best evidence of each task
}

// fill works out all evidence. words and phrases ask about all tasks of a.
func (m *matrix) fill(words, phrases *probe) {
	for j := range m.b.tasks {
		m.fillWords(words, j)
		m.fillPhrases(phrases, j)
	}
	m.rows = m.rows[:0]
	for range m.a.tasks {
		m.rows = append(m.rows, m.cut(len(m.b.tasks)))
	}
	m.bestA, m.bestB = m.cut(len(m.a.tasks)), m.cut(len(m.b.tasks))
	across := m.cut(len(m.a.tasks))
	for _, columns := range m.b.groups {
		for i := range across {
			across[i] = m.across(i, columns[0])
		}
		for _, rows := range m.a.groups {
			for _, j := range columns {
				above := m.above(rows[0], j)
				for _, i := range rows {
					e := m.sum(i, j, above+across[i])
					m.rows[i][j] = e
					m.bestA[i], m.bestB[j] = max(m.bestA[i], e), max(m.bestB[j], e)
				}
			}
		}
	}
}

// aligned calls yield for each two tasks that score minScore or more, and more than nothing.
func (m *matrix) aligned(minScore float64, yield func(i, j int, score float64)) {
	const rounding = 1e-9
	least := max(quotientOf(minScore)-rounding, 0)
	least *= least * (1 - rounding)
	for i, row := range m.rows {
		for j, e := range row {
			best := min(m.bestA[i], m.bestB[j])
			if e == 0 || e*e < least*best {
				continue // surely too little, and told without a root
			}
			if s := score(e, best); s > 0 && s >= minScore {
				yield(i, j, s)
			}
		}
	}
}

// quotientOf is the quotient of evidence that a score is made of, minus infinity for 0.
func quotientOf(score float64) float64 {
	return logisticMiddle - logisticWidth*math.Log(1/score-1)
}
