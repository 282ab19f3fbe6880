package align_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

var update = flag.Bool("update", false, "write the golden files anew")

// gold is a set of graded pairs of tasks: 2 for the same matter, 1 for clearly related.
type gold struct {
	Documents map[string]string // files by name
	Pairs     []struct {
		A, B  string // name#path
		Grade int
	}
}

// corpus is the seeds, loaded and indexed.
type corpus struct {
	ix     *align.Index
	names  map[graph.ID]string // name#path by task
	tasks  map[string][]graph.ID
	region map[string]string
}

// loadSeeds loads all seeds into a store in memory and indexes them.
func loadSeeds(t *testing.T) (*graph.Store, *align.Index) {
	t.Helper()
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	store, err := graph.Open("", graph.Options{InMemory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	sum, err := loader.New(store, gaz, loader.Options{}).Load(context.Background(), "../seeds")
	if err != nil || len(sum.Failed) > 0 {
		t.Fatalf("load seeds: %v, %v", err, sum.Failed)
	}
	ix := align.New(loader.Simplified)
	if err := ix.Follow(context.Background(), store.View()); err != nil {
		t.Fatal(err)
	}
	return store, ix
}

func newCorpus(t *testing.T, g gold) corpus {
	t.Helper()
	store, ix := loadSeeds(t)
	ctx, view := context.Background(), store.View()
	c := corpus{
		ix: ix, names: map[graph.ID]string{},
		tasks: map[string][]graph.ID{}, region: map[string]string{},
	}
	for name, file := range g.Documents {
		docs, err := view.FileDocuments(ctx, file)
		if err != nil || len(docs) != 1 {
			t.Fatalf("documents of %s: %v, %v", file, docs, err)
		}
		briefs, err := view.Briefs(ctx, docs)
		if err != nil {
			t.Fatal(err)
		}
		c.region[name] = briefs[0].Region
		lists, err := view.Neighbors(ctx, docs, graph.Out, graph.HasTask)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range lists[0] {
			nodes, err := view.Nodes(ctx, []graph.ID{n.ID})
			if err != nil {
				t.Fatal(err)
			}
			c.names[n.ID] = name + "#" + nodes[0].(*graph.Task).Path
			c.tasks[name] = append(c.tasks[name], n.ID)
		}
	}
	return c
}

// figures are measures of alignments against graded pairs.
type figures struct {
	recallAt5, ndcgAt5 []float64 // by task that has a counterpart
	returned, related  int
	found, same        map[[2]string]bool // pairs of grade 2: returned, and all
}

// measure asks for the alignments of every task of a with b's region, as a client would.
func (f *figures) measure(t *testing.T, c corpus, grades map[[2]string]int, a, b string) {
	t.Helper()
	for _, id := range c.tasks[a] {
		matches, err := c.ix.Align(id, align.Query{Regions: []string{c.region[b]}})
		if err != nil {
			t.Fatal(err)
		}
		key := c.names[id]
		var got []int
		for _, m := range matches {
			pair := [2]string{key, c.names[m.Task]}
			got = append(got, grades[pair])
			slices.Sort(pair[:])
			if f.same[pair] {
				f.found[pair] = true
			}
		}
		f.returned += len(got)
		f.related += len(got) - count(got, 0)
		var ideal []int
		for pair, grade := range grades {
			if pair[0] == key && strings.HasPrefix(pair[1], b+"#") {
				ideal = append(ideal, grade)
			}
		}
		if len(ideal) == 0 {
			continue
		}
		slices.SortFunc(ideal, func(x, y int) int { return y - x })
		f.ndcgAt5 = append(f.ndcgAt5, gain(got)/gain(ideal))
		if twos := count(ideal, 2); twos > 0 {
			f.recallAt5 = append(f.recallAt5, float64(count(got[:min(5, len(got))], 2))/float64(twos))
		}
	}
}

func count(grades []int, grade int) (n int) {
	for _, g := range grades {
		if g == grade {
			n++
		}
	}
	return n
}

// gain is the discounted cumulative gain of the first five.
func gain(grades []int) (sum float64) {
	for i, g := range grades[:min(5, len(grades))] {
		sum += (math.Exp2(float64(g)) - 1) / math.Log2(float64(i+2))
	}
	return sum
}

func mean(list []float64) (m float64) {
	for _, v := range list {
		m += v / float64(len(list))
	}
	return m
}

func (f *figures) String() string {
	return fmt.Sprintf("recall@5 %.4f  ndcg@5 %.4f  precision %.4f  recall2 %.4f  returned %d",
		mean(f.recallAt5), mean(f.ndcgAt5), float64(f.related)/float64(f.returned),
		float64(len(f.found))/float64(len(f.same)), f.returned)
}

// TestQuality measures what Align returns by default against graded pairs of the seeds' tasks.
func TestQuality(t *testing.T) {
	data, err := os.ReadFile("testdata/gold-dev.json")
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	grades := map[[2]string]int{}
	between := map[[2]string]bool{}
	for _, p := range g.Pairs {
		grades[[2]string{p.A, p.B}], grades[[2]string{p.B, p.A}] = p.Grade, p.Grade
		a, _, _ := strings.Cut(p.A, "#")
		b, _, _ := strings.Cut(p.B, "#")
		between[[2]string{a, b}] = true
	}
	c := newCorpus(t, g)
	var lines []string
	all := newFigures()
	for pair := range between {
		part := newFigures()
		for _, f := range []*figures{all, part} {
			for graded, grade := range grades {
				sorted := graded
				slices.Sort(sorted[:])
				if grade == 2 && strings.HasPrefix(graded[0], pair[0]+"#") &&
					strings.HasPrefix(graded[1], pair[1]+"#") {
					f.same[sorted] = true
				}
			}
			f.measure(t, c, grades, pair[0], pair[1])
			f.measure(t, c, grades, pair[1], pair[0])
		}
		lines = append(lines, fmt.Sprintf("%s, %s: %s", pair[0], pair[1], part))
	}
	slices.Sort(lines)
	checkGolden(t, "testdata/quality.golden", strings.Join(lines, "\n")+"\nall: "+all.String()+"\n")
}

func newFigures() *figures {
	return &figures{found: map[[2]string]bool{}, same: map[[2]string]bool{}}
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; go test ./align -update writes it anew (-want +got):\n%s", name, diff)
	}
}
