package graph

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// citation is the facts of a document that states nothing but aliases and the documents they name.
// The first byte of its source is n.
func citation(n byte, doc ID, aliases ...Alias) Facts {
	d := exampleSource
	d[0] = n
	f := Facts{
		Expression: Expression{Source: d.source(), Document: doc, FileName: "f", Script: Hans},
		Text:       "文",
		Nodes:      []Node{&Document{ID: doc, Title: "计划", Loaded: true}},
		Aliases:    aliases,
	}
	for _, a := range aliases {
		for _, id := range []ID{a.From, a.To} {
			if id != doc {
				f.Nodes = append(f.Nodes, &Document{ID: id, Title: "被引"})
				f.Edges = append(f.Edges, Edge{Kind: Cites, From: doc, To: id})
			}
		}
	}
	return f
}

func TestAliases(t *testing.T) {
	reader := DocumentIDByTitle("1", "引者")
	title, other := DocumentIDByTitle("1", "题名"), DocumentIDByTitle("1", "别名")
	number, second := DocumentIDByNumber("一号"), DocumentIDByNumber("二号")
	for _, tt := range []struct {
		name  string
		facts []Facts
		want  map[ID]ID // what each id stands for
	}{
		{
			"a title stands for its number",
			[]Facts{citation(1, reader, Alias{title, number})},
			map[ID]ID{title: number, number: number},
		},
		{
			"a title with two numbers stands for itself",
			[]Facts{citation(1, reader, Alias{title, number}, Alias{title, second})},
			map[ID]ID{title: title, number: number, second: second},
		},
		{
			"two titles stand for one number",
			[]Facts{citation(1, reader, Alias{title, number}, Alias{other, number})},
			map[ID]ID{title: number, other: number, number: number},
		},
		{
			"a loaded title stays, and its number stands for it",
			[]Facts{citation(1, reader, Alias{title, number}), citation(2, title)},
			map[ID]ID{title: title, number: title},
		},
		{
			"another title stands for the loaded one through the number",
			[]Facts{citation(1, reader, Alias{title, number}, Alias{other, number}), citation(2, title)},
			map[ID]ID{title: title, other: title, number: title},
		},
		{
			"a loaded number and its loaded title stay",
			[]Facts{citation(1, number, Alias{title, number}), citation(2, title)},
			map[ID]ID{title: title, number: number},
		},
		{
			"a number with two loaded titles stands for itself",
			[]Facts{
				citation(1, reader, Alias{title, number}, Alias{other, number}),
				citation(2, title), citation(3, other),
			},
			map[ID]ID{title: title, other: other, number: number},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, "", Options{InMemory: true})
			for _, f := range slices.Backward(tt.facts) {
				if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
					t.Fatal(err)
				}
			}
			checkStore(t, s)
			got := map[ID]ID{}
			for id := range tt.want {
				got[id] = stands(t, s.View(), id)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("ids stand for (-want +got):\n%s", diff)
			}
		})
	}
}

// stands is the id that a node has when it is asked for by another.
func stands(t *testing.T, v *View, id ID) ID {
	t.Helper()
	nodes, err := v.Nodes(t.Context(), []ID{id})
	if err != nil || nodes[0] == nil {
		t.Fatalf("node %s: %v, %v", id, nodes, err)
	}
	listed, err := v.IDs(t.Context(), KindDocument)
	if err != nil {
		t.Fatal(err)
	}
	if got := nodes[0].NodeID(); slices.Contains(listed, id) != (got == id) {
		t.Errorf("%s stands for %s, and is listed: %v", id, got, slices.Contains(listed, id))
	}
	return nodes[0].NodeID()
}

// TestAliasEdges asks for edges under a name and under the number it stands for.
func TestAliasEdges(t *testing.T) {
	reader := DocumentIDByTitle("1", "引者")
	title, number := DocumentIDByTitle("1", "题名"), DocumentIDByNumber("一号")
	s := open(t, "", Options{InMemory: true})
	f := citation(1, reader, Alias{title, number}) // cites both ids
	if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
		t.Fatal(err)
	}
	v, ctx := s.View(), t.Context()
	out, err := v.Neighbors(ctx, []ID{reader}, Out, Cites)
	want := [][]Neighbor{{{ID: number, Kind: Cites}}}
	if diff := cmp.Diff(want, out); err != nil || diff != "" {
		t.Errorf("cited documents, %v (-want +got):\n%s", err, diff)
	}
	in, err := v.Neighbors(ctx, []ID{title, number}, In, Cites)
	cited := []Neighbor{{ID: reader, Kind: Cites}}
	if diff := cmp.Diff([][]Neighbor{cited, cited}, in); err != nil || diff != "" {
		t.Errorf("citing documents, %v (-want +got):\n%s", err, diff)
	}
	edges, err := v.Edges(ctx, []EdgeKey{{reader, Cites, title}})
	wantEdges := []*Edge{{Kind: Cites, From: reader, To: number}}
	if diff := cmp.Diff(wantEdges, edges); err != nil || diff != "" {
		t.Errorf("edge, %v (-want +got):\n%s", err, diff)
	}
	if stats, err := v.Stats(ctx); err != nil || stats.Edges != 1 {
		t.Errorf("stats %v, %v; want 1 edge", stats, err)
	}
}
