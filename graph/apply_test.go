package graph_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

func TestApplyRefuses(t *testing.T) {
	plan, _ := twoPlans()
	task := graph.TaskID(plan.ID(), "1.1")
	topic := graph.TopicID("digital-economy")
	for _, tt := range []struct {
		name  string
		spoil func(f *graph.Facts)
		says  string
	}{
		{"a source that is no hash", func(f *graph.Facts) { f.Expression.Source = "5E" }, "5E"},
		{"a document that is not stated", func(f *graph.Facts) {
			f.Expression.Document = graph.DocumentIDByNumber("二")
		}, "not stated as loaded"},
		{"no script", func(f *graph.Facts) { f.Expression.Script = "" }, "script"},
		{"no text", func(f *graph.Facts) { f.Text = "" }, "no text"},
		{"bytes for a text", func(f *graph.Facts) { f.Text += "\xff" }, "UTF-8"},
		{"a long file name", func(f *graph.Facts) {
			f.Expression.FileName = strings.Repeat("a", 5000)
		}, "5000 bytes"},
		{"a nil node", func(f *graph.Facts) { f.Nodes = append(f.Nodes, nil) }, "is nil"},
		{"a nil task", func(f *graph.Facts) { f.Nodes = append(f.Nodes, (*graph.Task)(nil)) }, "is nil"},
		{"an id of another kind", func(f *graph.Facts) {
			f.Nodes = append(f.Nodes, &graph.Topic{ID: task})
		}, "TASK"},
		{"a node without id", func(f *graph.Facts) { f.Nodes = append(f.Nodes, &graph.Topic{}) }, "node"},
		{"a task of no document", func(f *graph.Facts) {
			f.Nodes = append(f.Nodes, &graph.Task{ID: graph.TaskID(task, "9")})
		}, "document"},
		{"a task of a section that is not stated", func(f *graph.Facts) {
			f.Nodes = append(f.Nodes, &graph.Task{
				ID: graph.TaskID(task, "9"), Document: plan.ID(), Section: graph.SectionID(task, "9"),
			})
		}, "section"},
		{"a negative order", func(f *graph.Facts) { f.Edges[0].Order = -1 }, "order -1"},
		{"a score above 1", func(f *graph.Facts) { f.Edges[0].Score = 1.5 }, "score"},
		{"a score that is no number", func(f *graph.Facts) { f.Edges[0].Score = math.NaN() }, "score"},
		{"an unknown role", func(f *graph.Facts) { f.Edges[0].Role = "BOSS" }, "BOSS"},
		{"an edge that does not fit its ends", func(f *graph.Facts) {
			f.Edges = append(f.Edges, graph.Edge{Kind: graph.Cites, From: task, To: topic})
		}, "CITES"},
		{"an edge of no kind", func(f *graph.Facts) { f.Edges[0].Kind = 99 }, "EdgeKind(99)"},
		{"an edge to nowhere", func(f *graph.Facts) {
			f.Edges = append(f.Edges, graph.Edge{Kind: graph.About, From: task, To: graph.TopicID("none")})
		}, graph.TopicID("none").String()},
		{"an edge to itself", func(f *graph.Facts) {
			f.Edges = append(f.Edges, graph.Edge{Kind: graph.AlignedWith, From: task, To: task})
		}, "to itself"},
		{"evidence of another source", func(f *graph.Facts) {
			f.Edges[0].Evidence = []graph.Evidence{{Source: graphtest.SourceOf("x"), End: 1}}
		}, "another source"},
		{"evidence past the end", func(f *graph.Facts) {
			f.Edges[0].Evidence[0].End = 1e6
		}, "code points"},
		{"empty evidence", func(f *graph.Facts) { f.Edges[0].Evidence[0].End = 0 }, "code points"},
		{"evidence with another quote", func(f *graph.Facts) {
			f.Edges[0].Evidence[0].Quote = "别的"
		}, "别的"},
		{"evidence in a section that is not stated", func(f *graph.Facts) {
			f.Edges[0].Evidence[0].Section = graph.SectionID(task, "9")
		}, "section"},
		{"an alias of a task", func(f *graph.Facts) {
			f.Aliases = append(f.Aliases, graph.Alias{From: task, To: plan.ID()})
		}, "alias"},
		{"an alias to a document that is not stated", func(f *graph.Facts) {
			f.Aliases = append(f.Aliases, graph.Alias{From: plan.ID(), To: graph.DocumentIDByNumber("二")})
		}, "not stated"},
		{"a value that is no number", func(f *graph.Facts) {
			f.Nodes = append(f.Nodes, &graph.Target{
				ID: graph.TargetID(task, "9", 0), Document: plan.ID(), Value: math.Inf(1),
			})
		}, "value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := graphtest.Open(t)
			_, good := twoPlans()
			facts := plan.Facts()
			tt.spoil(&facts)
			err := s.Apply(t.Context(), graph.Batch{Put: []graph.Facts{good.Facts(), facts}})
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("apply: %v, want ErrInvalid that says %q", err, tt.says)
			}
			if v := s.View().Version(); v != 0 {
				t.Errorf("version %d after a refused batch", v)
			}
		})
	}
}

func TestApplyTwice(t *testing.T) {
	s := graphtest.Open(t)
	a, b := twoPlans()
	graphtest.Put(t, s, a, b)
	before, version := dump(t, s), s.View().Version()
	graphtest.Put(t, s, b, a)
	unknown := graphtest.SourceOf("not stored")
	if err := s.Apply(t.Context(), graph.Batch{Remove: []graph.Source{unknown}}); err != nil {
		t.Fatal(err)
	}
	if got := s.View().Version(); got != version {
		t.Errorf("version %d after nothing changed, want %d", got, version)
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("dump (-before +after):\n%s", diff)
	}
	source := a.Facts().Expression.Source
	twice := graph.Batch{Put: []graph.Facts{a.Facts()}, Remove: []graph.Source{source}}
	if err := s.Apply(t.Context(), twice); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a source put and removed in one batch: %v, want ErrInvalid", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	gone := graph.Batch{Remove: []graph.Source{source}}
	if err := s.Apply(cancelled, gone); !errors.Is(err, context.Canceled) {
		t.Errorf("apply with a context that is done: %v", err)
	}
}

func dump(t *testing.T, s *graph.Store) string {
	t.Helper()
	var b strings.Builder
	if err := s.View().Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEdgeWaits removes the text that states one end of another text's edge, and brings it back.
func TestEdgeWaits(t *testing.T) {
	s := graphtest.Open(t)
	a, b := twoPlans()
	from, to := graph.TaskID(b.ID(), "1.1"), graph.TaskID(a.ID(), "1.1")
	key := graph.EdgeKey{From: from, Kind: graph.AlignedWith, To: to}
	aligned := b.Facts()
	aligned.Edges = append(aligned.Edges, graph.Edge{Kind: key.Kind, From: from, To: to, Score: 0.75})
	graphtest.Put(t, s, a)
	if err := s.Apply(t.Context(), graph.Batch{Put: []graph.Facts{aligned}}); err != nil {
		t.Fatal(err)
	}
	whole := dump(t, s)
	has := func(want bool) {
		t.Helper()
		edges, err := s.View().Edges(t.Context(), []graph.EdgeKey{key})
		if err != nil || (edges[0] != nil) != want {
			t.Errorf("edge %v, %v; want one: %v", edges[0], err, want)
		}
		in, err := s.View().Neighbors(t.Context(), []graph.ID{from}, graph.Out, graph.AlignedWith)
		if err != nil || (len(in[0]) == 1) != want {
			t.Errorf("neighbors %v, %v; want one: %v", in[0], err, want)
		}
		graphtest.Check(t, s)
	}
	has(true)
	graphtest.Remove(t, s, a)
	has(false)
	graphtest.Put(t, s, a)
	has(true)
	if diff := cmp.Diff(whole, dump(t, s)); diff != "" {
		t.Errorf("dump (-before +after):\n%s", diff)
	}
}

// TestTwoTexts stores a document's Simplified and Traditional texts.
func TestTwoTexts(t *testing.T) {
	s := graphtest.Open(t)
	hans, _ := twoPlans()
	hant := hans
	hant.Title, hant.FileName, hant.Script = "甲市標準化行動計劃", "a-hant.txt", graph.Hant
	graphtest.Put(t, s, hant)
	first, err := s.View().Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Put(t, s, hans)
	second, err := s.View().Stats(t.Context())
	if diff := cmp.Diff(first, second); err != nil || diff != "" {
		t.Errorf("stats, %v (-one text +two texts):\n%s", err, diff)
	}
	v, ctx, doc := s.View(), t.Context(), hans.ID()
	nodes, err := v.Nodes(ctx, []graph.ID{doc})
	if err != nil || nodes[0].(*graph.Document).Title != hans.Title {
		t.Errorf("document %+v, %v; want the title of the Simplified text", nodes[0], err)
	}
	texts, err := v.Expressions(ctx, []graph.ID{doc})
	if err != nil || len(texts[0]) != 2 || texts[0][0].Script != graph.Hans {
		t.Errorf("expressions %+v, %v", texts, err)
	}
	issuer := graph.DepartmentID("330100", "甲市人民政府")
	issued := graph.EdgeKey{From: doc, Kind: graph.IssuedBy, To: issuer}
	edges, err := v.Edges(ctx, []graph.EdgeKey{issued})
	if err != nil || len(edges[0].Evidence) != 2 || edges[0].Evidence[0].Quote != hans.Title {
		t.Errorf("edge %+v, %v; want evidence of both texts, the Simplified first", edges[0], err)
	}
}
