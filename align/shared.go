package align

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// SharedQuery says which shared tasks are wanted.
type SharedQuery struct {
	// Regions are the codes of the regions to compare, each for itself and once; fewer than two
	// share nothing.
	Regions []string
	// Functions take part, all of them, in every task of a group.
	Functions []graph.ID
	// Topics: every task of a group is about one of these, if any are given.
	Topics []graph.ID
	// MinRegions is the least number of regions a group covers; 2 when 0.
	MinRegions int
	// MinScore is the least score of any two tasks of a group; DefaultMinScore when nil.
	MinScore *float64
}

// Group is a group of tasks of different regions, each aligned with each.
type Group struct {
	Tasks     []graph.ID // in the order of the regions asked about
	Score     float64    // the least score of any two
	Topics    []graph.ID // that all tasks are about; sorted
	Functions []graph.ID // that take part in all tasks; sorted
}

// Shared lists the groups of tasks of different regions that are about the same matter: at most
// one task of a region, any two aligned, and so no chain of weak links. A group is made for each
// aligned pair by taking in, region by region, the task that is most alike to all in it. Groups of
// more regions come first, then those with higher scores.
//
// The error is that of the context; it is looked at before each document.
func (ix *Index) Shared(ctx context.Context, q SharedQuery) ([]Group, error) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	g := ix.newGrouping(q)
	if err := g.link(ctx); err != nil {
		return nil, fmt.Errorf("align: shared tasks: %w", err)
	}
	return g.groups(), nil
}

// grouping is the making of groups: the tasks that may be in one, and their links.
type grouping struct {
	ix       *Index
	query    SharedQuery
	minScore float64
	tasks    []*task
	region   []int // place of each task's region among those asked about
	links    []map[int]float64
}

func (ix *Index) newGrouping(q SharedQuery) *grouping {
	g := &grouping{ix: ix, query: q, minScore: DefaultMinScore}
	if q.MinScore != nil {
		g.minScore = *q.MinScore
	}
	return g
}

// admits reports whether the conditions on single tasks let t pass.
func (g *grouping) admits(t *task) bool {
	asked := func(topic graph.ID) bool { return slices.Contains(g.query.Topics, topic) }
	if len(g.query.Topics) > 0 && !slices.ContainsFunc(t.topics, asked) {
		return false
	}
	for _, f := range g.query.Functions {
		n, ok := g.ix.functions.ids[f]
		if !ok || !slices.Contains(t.functions, n) {
			return false
		}
	}
	return true
}

// link scores all tasks of the regions' documents with each other.
func (g *grouping) link(ctx context.Context) error {
	type member struct {
		*sheet
		numbers []int // of its tasks in g.tasks, -1 for those that do not pass
	}
	var members [][]member
	for r, code := range g.query.Regions {
		var docs []member
		for _, d := range g.ix.inOrder(code) {
			m := member{sheet: g.ix.newSheet(d)}
			for _, t := range d.tasks {
				place := -1
				if g.admits(t) {
					place = len(g.tasks)
					g.tasks = append(g.tasks, t)
					g.region = append(g.region, r)
				}
				m.numbers = append(m.numbers, place)
			}
			docs = append(docs, m)
		}
		members = append(members, docs)
	}
	var p pairing
	g.links = make([]map[int]float64, len(g.tasks))
	for r, docs := range members {
		for _, others := range members[r+1:] {
			for _, a := range docs {
				if err := ctx.Err(); err != nil {
					return err
				}
				words := g.ix.wordLayer().newProbe(a.document, a.places())
				phrases := g.ix.phraseLayer().newProbe(a.document, a.places())
				for _, b := range others {
					p.reset(a.sheet, b.sheet)
					g.add(p.scores(words, phrases), a.numbers, b.numbers)
				}
				words.close()
				phrases.close()
			}
		}
	}
	return nil
}

// scores are those of all tasks of a, which words and phrases ask about, with all of b.
func (p *pairing) scores(words, phrases *probe) [][]float64 {
	for j := range p.b.tasks {
		p.fillWords(words, j)
		p.fillPhrases(phrases, j)
	}
	scores := make([][]float64, len(p.a.tasks))
	bestOfA, bestOfB := make([]float64, len(p.a.tasks)), make([]float64, len(p.b.tasks))
	for i := range scores {
		scores[i] = make([]float64, len(p.b.tasks))
		for j := range scores[i] {
			e := p.evidence(i, j)
			scores[i][j] = e
			bestOfA[i], bestOfB[j] = max(bestOfA[i], e), max(bestOfB[j], e)
		}
	}
	for i, row := range scores {
		for j, e := range row {
			row[j] = score(e, min(bestOfA[i], bestOfB[j]))
		}
	}
	return scores
}

// add notes the scores of tasks of two documents that are aligned, at these places in g.tasks.
func (g *grouping) add(scores [][]float64, rows, columns []int) {
	for i, row := range scores {
		for j, s := range row {
			x, y := rows[i], columns[j]
			if x < 0 || y < 0 || s <= 0 || s < g.minScore {
				continue
			}
			for _, end := range [2][2]int{{x, y}, {y, x}} {
				if g.links[end[0]] == nil {
					g.links[end[0]] = map[int]float64{}
				}
				g.links[end[0]][end[1]] = s
			}
		}
	}
}

// candidate is a group in the making: places in g.tasks, and the least score within.
type candidate struct {
	tasks []int
	score float64
}

// groups are the groups that the links make.
func (g *grouping) groups() []Group {
	least := max(g.query.MinRegions, 2)
	var found []candidate
	seen := map[string]bool{}
	for x, links := range g.links {
		for y, s := range links {
			if x > y {
				continue
			}
			c := g.grow(candidate{tasks: []int{x, y}, score: s})
			if key := fmt.Sprint(c.tasks); len(c.tasks) >= least && !seen[key] {
				seen[key] = true
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, g.compare)
	out := make([]Group, len(found))
	for i, c := range found {
		out[i] = g.group(c)
	}
	return out
}

// grow takes in the task that is most alike to all in the group, as long as there is one of a
// further region that is aligned with all. So no group is part of another.
func (g *grouping) grow(c candidate) candidate {
	open := map[int]float64{} // tasks that may come in, with the least score to those within
	for z, s := range g.links[c.tasks[0]] {
		open[z] = min(c.score, s)
	}
	added := c.tasks[1]
	for {
		best := -1
		for z, s := range open {
			link, ok := g.links[added][z]
			if !ok || g.region[z] == g.region[added] {
				delete(open, z)
				continue
			}
			s = min(s, link)
			open[z] = s
			if best < 0 || s > open[best] || s == open[best] && g.precedes(z, best) {
				best = z
			}
		}
		if best < 0 {
			slices.Sort(c.tasks)
			return c
		}
		c.tasks, c.score, added = append(c.tasks, best), open[best], best
	}
}

// precedes orders tasks that are equally alike.
func (g *grouping) precedes(x, y int) bool { return compareIDs(g.tasks[x].id, g.tasks[y].id) < 0 }

func (g *grouping) compare(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(len(b.tasks), len(a.tasks)), cmp.Compare(b.score, a.score),
		slices.CompareFunc(a.tasks, b.tasks, func(x, y int) int {
			return compareIDs(g.tasks[x].id, g.tasks[y].id)
		}))
}

func (g *grouping) group(c candidate) Group {
	out := Group{Score: c.score}
	var functions []uint32
	for i, x := range c.tasks { // places follow the order of regions
		t := g.tasks[x]
		out.Tasks = append(out.Tasks, t.id)
		if i == 0 {
			out.Topics, functions = t.topics, t.functions
			continue
		}
		out.Topics = common(out.Topics, t.topics, compareIDs)
		functions = common(functions, t.functions, cmp.Compare[uint32])
	}
	for _, f := range functions {
		out.Functions = append(out.Functions, g.ix.functionIDs[f])
	}
	slices.SortFunc(out.Functions, compareIDs)
	return out
}

// inOrder lists the documents of a region by id.
func (ix *Index) inOrder(region string) []*document {
	docs := ix.inRegions([]string{region}, len(ix.docs))
	slices.SortFunc(docs, func(a, b *document) int { return compareIDs(a.id, b.id) })
	return docs
}
