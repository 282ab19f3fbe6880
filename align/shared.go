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
// more regions come first, then those with higher scores. It takes all processors there are.
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
	tasks    []*task  // region by region, in the order of the regions asked about
	links    [][]link // of each task, by the task at the other end
}

// link is the score of a task with another, by its place in grouping.tasks.
type link struct {
	task  int32
	score float64
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

// candidate is a group in the making: places in g.tasks, and the least score within.
type candidate struct {
	tasks []int32
	score float64
}

// groups are the groups that the links make.
func (g *grouping) groups() []Group {
	least := max(g.query.MinRegions, 2)
	var found []candidate
	var open []link
	for x, links := range g.links {
		for _, l := range links {
			if int32(x) > l.task {
				continue
			}
			var c candidate
			c, open = g.grow(int32(x), l, open)
			if len(c.tasks) >= least {
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, g.compare)
	found = slices.CompactFunc(found, func(a, b candidate) bool {
		return slices.Equal(a.tasks, b.tasks) // many pairs lead to one group
	})
	out := make([]Group, len(found))
	for i, c := range found {
		out[i] = g.group(c)
	}
	return out
}

// grow makes a group of an aligned pair. It takes in the task that is most alike to all in the
// group, as long as there is one of a further region that is aligned with all. So no group is part
// of another. It works in open, and returns it for the next.
func (g *grouping) grow(first int32, with link, open []link) (candidate, []link) {
	c := candidate{tasks: append(make([]int32, 0, len(g.query.Regions)), first), score: with.score}
	open = append(open[:0], g.links[first]...) // with the least score to those within
	for best := with; best.task >= 0; {
		c.tasks, c.score = append(c.tasks, best.task), min(c.score, best.score)
		open, best = g.narrow(open, best.task)
	}
	slices.Sort(c.tasks)
	return c, open
}

// narrow keeps what is aligned with a task, too, and tells the best of it; -1 where there is none.
// No task is aligned with another of its region.
func (g *grouping) narrow(open []link, task int32) (rest []link, best link) {
	best.task = -1
	rest = open[:0]
	links := g.links[task]
	for _, l := range open {
		for len(links) > 0 && links[0].task < l.task {
			links = links[1:]
		}
		if len(links) == 0 {
			break
		}
		if links[0].task > l.task {
			continue
		}
		l.score = min(l.score, links[0].score)
		rest = append(rest, l)
		equal := l.score == best.score
		if best.task < 0 || l.score > best.score || equal && g.precedes(l.task, best.task) {
			best = l
		}
	}
	return rest, best
}

// precedes orders tasks that are equally alike.
func (g *grouping) precedes(x, y int32) bool { return compareIDs(g.tasks[x].id, g.tasks[y].id) < 0 }

func (g *grouping) compare(a, b candidate) int {
	return cmp.Or(cmp.Compare(len(b.tasks), len(a.tasks)), cmp.Compare(b.score, a.score),
		slices.CompareFunc(a.tasks, b.tasks, func(x, y int32) int {
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
