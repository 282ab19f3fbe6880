package loader

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// seedFacts are the facts of the seeds by the names of their gold.
func seedFacts(t testing.TB) map[string]graph.Facts {
	gaz, all := loadGazetteer(t), map[string]graph.Facts{}
	for name, gold := range readGold(t) {
		src, ex := parseSeed(t, gaz, gold.Document.File)
		all[name] = Facts(gaz, src, ex, gold.Document.File)
	}
	return all
}

func nodeIDs(f graph.Facts) []string {
	var ids []string
	for _, n := range f.Nodes {
		ids = append(ids, n.NodeID().String())
	}
	return ids
}

func nodesOf[N graph.Node](f graph.Facts) map[graph.ID]N {
	nodes := map[graph.ID]N{}
	for _, n := range f.Nodes {
		if n, ok := n.(N); ok {
			nodes[n.NodeID()] = n
		}
	}
	return nodes
}

func edgesOf(f graph.Facts, kind graph.EdgeKind) []graph.Edge {
	var edges []graph.Edge
	for _, e := range f.Edges {
		if e.Kind == kind {
			edges = append(edges, e)
		}
	}
	return edges
}

func TestScriptsGiveOneDocument(t *testing.T) {
	facts := seedFacts(t)
	hans, hant := facts["hangzhou-2016"], facts["hangzhou-2016-hant"]
	if diff := cmp.Diff(nodeIDs(hans), nodeIDs(hant)); diff != "" {
		t.Errorf("the copies differ (-Hans +Hant):\n%s", diff)
	}
	store := graphtest.Open(t)
	for _, f := range []graph.Facts{hans, hant} {
		if err := store.Apply(t.Context(), graph.Batch{Put: []graph.Facts{f}}); err != nil {
			t.Fatal(err)
		}
	}
	docs := loadedDocuments(t, store)
	texts, err := store.View().Expressions(t.Context(), []graph.ID{hans.Expression.Document})
	if err != nil || len(docs) != 1 || len(texts[0]) != 2 {
		t.Errorf("got %d documents and %v, %v, want one with two texts", len(docs), texts, err)
	}
}

// TestSeedsAgreeWithGold counts what the gold files list in the facts.
func TestSeedsAgreeWithGold(t *testing.T) {
	gold := readGold(t)
	for name, f := range seedFacts(t) {
		t.Run(name, func(t *testing.T) {
			g := gold[name]
			if got, want := len(nodesOf[*graph.Task](f)), len(g.Tasks); got != want {
				t.Errorf("tasks: got %d, want %d", got, want)
			}
			if got, want := len(nodesOf[*graph.Target](f)), len(g.Targets); got != want {
				t.Errorf("targets: got %d, want %d", got, want)
			}
			if got, want := len(edgesOf(f, graph.Cites)), len(g.References); got != want {
				t.Errorf("citations: got %d, want %d", got, want)
			}
			units := 0
			for _, task := range g.Tasks {
				units += len(task.Units)
			}
			if got := len(edgesOf(f, graph.Responsible)); got != units {
				t.Errorf("responsibilities: got %d, want %d", got, units)
			}
			var full []string
			for _, d := range nodesOf[*graph.Department](f) {
				full = append(full, d.FullName)
			}
			for _, d := range g.Departments {
				if !slices.Contains(full, d.FullName) {
					t.Errorf("no department %s", d.FullName)
				}
			}
		})
	}
}

// TestStatementsHaveEvidence demands a quote of every edge that a text states, and that each stands
// in the text where the evidence says.
func TestStatementsHaveEvidence(t *testing.T) {
	stated := []graph.EdgeKind{
		graph.IssuedBy, graph.HasSection, graph.HasTask, graph.Responsible, graph.About, graph.Mentions,
		graph.Sets, graph.Cites,
	}
	for name, f := range seedFacts(t) {
		runes := []rune(f.Text)
		for _, e := range f.Edges {
			key := fmt.Sprintf("%s: %s %s -> %s", name, e.Kind, e.From, e.To)
			if slices.Contains(stated, e.Kind) && len(e.Evidence) == 0 && !aboutPreamble(f, e) {
				t.Errorf("%s has no evidence", key)
			}
			for _, ev := range e.Evidence {
				if got := string(runes[ev.Start:ev.End]); got != ev.Quote {
					t.Errorf("%s: the text has %q, the evidence %q", key, got, ev.Quote)
				}
			}
		}
	}
}

// aboutPreamble reports whether an edge leads to the preamble, which has no label to quote.
func aboutPreamble(f graph.Facts, e graph.Edge) bool {
	s, ok := nodesOf[*graph.Section](f)[e.To]
	return ok && s.Path == rootPath
}

// TestFunctionPairs compares the pairs of functions that jointly carry a task in both of two regions
// with those that follow from the gold files.
func TestFunctionPairs(t *testing.T) {
	gold, facts := readGold(t), seedFacts(t)
	want := map[string]bool{}
	goldPairs := func(name string) map[string]bool {
		functions, pairs := map[string]string{}, map[string]bool{}
		for _, d := range gold[name].Departments {
			functions[d.Name] = d.Function
		}
		for _, task := range gold[name].Tasks {
			var of []string
			for _, u := range task.Units {
				if !u.Collective {
					of = append(of, functions[u.Name])
				}
			}
			addPairs(pairs, of)
		}
		return pairs
	}
	a, b := goldPairs("hangzhou-2016"), goldPairs("suzhou-2022")
	for p := range a {
		if b[p] {
			want[p] = true
		}
	}
	got := map[string]bool{}
	x, y := factPairs(facts["hangzhou-2016"]), factPairs(facts["suzhou-2022"])
	for p := range x {
		if y[p] {
			got[p] = true
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("pairs (-gold +facts):\n%s", diff)
	}
	if len(want) != 71 {
		t.Errorf("gold has %d pairs, want 71", len(want))
	}
}

func addPairs(pairs map[string]bool, functions []string) {
	for _, a := range functions {
		for _, b := range functions {
			if a < b {
				pairs[a+" "+b] = true
			}
		}
	}
}

// factPairs are the pairs of primary functions whose departments share a task.
func factPairs(f graph.Facts) map[string]bool {
	primary, of := map[graph.ID]string{}, map[graph.ID][]string{}
	functions := nodesOf[*graph.Function](f)
	for _, e := range edgesOf(f, graph.HasFunction) {
		if e.Order == 0 {
			primary[e.From] = functions[e.To].Slug
		}
	}
	for _, e := range edgesOf(f, graph.Responsible) {
		if slug, ok := primary[e.To]; ok {
			of[e.From] = append(of[e.From], slug)
		}
	}
	pairs := map[string]bool{}
	for _, list := range of {
		addPairs(pairs, list)
	}
	return pairs
}

// TestSeedsInAnyOrder applies the seeds forwards and backwards.
func TestSeedsInAnyOrder(t *testing.T) {
	facts := seedFacts(t)
	names := slices.Sorted(maps.Keys(facts))
	var dumps []string
	for range 2 {
		store := openMemory(t)
		for _, name := range names {
			if err := store.Apply(t.Context(), graph.Batch{Put: []graph.Facts{facts[name]}}); err != nil {
				t.Fatal(err)
			}
		}
		dumps = append(dumps, dump(t, store))
		slices.Reverse(names)
	}
	if diff := cmp.Diff(dumps[0], dumps[1]); diff != "" {
		t.Errorf("the order of loading shows (-forwards +backwards):\n%s", diff)
	}
}

func BenchmarkFacts(b *testing.B) {
	gaz := loadGazetteer(b)
	src, ex := parseSeed(b, gaz, readGold(b)["suzhou-2022"].Document.File)
	b.SetBytes(int64(len(src.Text)))
	for b.Loop() {
		Facts(gaz, src, ex, "x.txt")
	}
}
