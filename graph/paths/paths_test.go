package paths

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/policygraph/policygraph/graph"
)

// edges is a graph given by its edges.
type edges []graph.EdgeKey

func (es edges) Briefs(_ context.Context, ids []graph.ID) ([]graph.Brief, error) {
	briefs := make([]graph.Brief, len(ids))
	for i, id := range ids {
		for _, e := range es {
			if e.From == id || e.To == id {
				briefs[i].ID = id
			}
		}
	}
	return briefs, nil
}

func (es edges) Neighbors(
	_ context.Context, ids []graph.ID, dir graph.Direction, kinds ...graph.EdgeKind,
) ([][]graph.Neighbor, error) {
	all := make([][]graph.Neighbor, len(ids))
	for i, id := range ids {
		for _, e := range es {
			if len(kinds) > 0 && !slices.Contains(kinds, e.Kind) {
				continue
			}
			if dir == graph.Out && e.From == id {
				all[i] = append(all[i], graph.Neighbor{ID: e.To, Kind: e.Kind})
			}
			if dir == graph.In && e.To == id {
				all[i] = append(all[i], graph.Neighbor{ID: e.From, Kind: e.Kind})
			}
		}
	}
	return all, nil
}

// index is edges with look-up by node, for large graphs.
type index struct {
	out, in map[graph.ID][]graph.Neighbor
}

func newIndex(es edges) index {
	x := index{map[graph.ID][]graph.Neighbor{}, map[graph.ID][]graph.Neighbor{}}
	for _, e := range es {
		x.out[e.From] = append(x.out[e.From], graph.Neighbor{ID: e.To, Kind: e.Kind})
		x.in[e.To] = append(x.in[e.To], graph.Neighbor{ID: e.From, Kind: e.Kind})
	}
	return x
}

func (x index) Briefs(_ context.Context, ids []graph.ID) ([]graph.Brief, error) {
	briefs := make([]graph.Brief, len(ids))
	for i, id := range ids {
		briefs[i].ID = id
	}
	return briefs, nil
}

func (x index) Neighbors(
	_ context.Context, ids []graph.ID, dir graph.Direction, _ ...graph.EdgeKind,
) ([][]graph.Neighbor, error) {
	all := make([][]graph.Neighbor, len(ids))
	for i, id := range ids {
		if all[i] = x.in[id]; dir == graph.Out {
			all[i] = x.out[id]
		}
	}
	return all, nil
}

// node is the n-th node of a test's graph.
func node(n int) graph.ID {
	id := graph.ID{byte(graph.KindTask)}
	binary.BigEndian.PutUint32(id[1:], uint32(n))
	return id
}

func edge(from int, kind graph.EdgeKind, to int) graph.EdgeKey {
	return graph.EdgeKey{From: node(from), Kind: kind, To: node(to)}
}

// show writes a path as "1 RESPONSIBLE> 2 <ABOUT 3".
func show(p Path) string {
	text := ""
	for i, id := range p.Nodes {
		text += fmt.Sprint(binary.BigEndian.Uint32(id[1:]))
		if i == len(p.Edges) {
			break
		}
		if p.Edges[i].From == id {
			text += " " + p.Edges[i].Kind.String() + "> "
		} else {
			text += " <" + p.Edges[i].Kind.String() + " "
		}
	}
	return text
}

func TestShortest(t *testing.T) {
	ladder := edges{
		edge(1, graph.Responsible, 2), edge(3, graph.Responsible, 2),
		edge(1, graph.About, 4), edge(3, graph.About, 4),
		edge(3, graph.Sets, 5), edge(5, graph.Mentions, 5),
		edge(1, graph.InRegion, 2), edge(8, graph.Cites, 9), edge(9, graph.Cites, 8),
	}
	for _, test := range []struct {
		name string
		q    Query
		want []string
	}{
		{"the most telling edge of several, and the most telling path first",
			Query{From: node(1), To: node(3), MaxDepth: 6, K: 3},
			[]string{"1 RESPONSIBLE> 2 <RESPONSIBLE 3", "1 ABOUT> 4 <ABOUT 3"}},
		{"only over some kinds of edge",
			Query{From: node(1), To: node(3), MaxDepth: 6, K: 3, Via: []graph.EdgeKind{graph.About}},
			[]string{"1 ABOUT> 4 <ABOUT 3"}},
		{"no more than asked for",
			Query{From: node(3), To: node(1), MaxDepth: 6, K: 1},
			[]string{"3 RESPONSIBLE> 2 <RESPONSIBLE 1"}},
		{"longer paths after shorter ones",
			Query{From: node(1), To: node(2), MaxDepth: 6, K: 9},
			[]string{"1 RESPONSIBLE> 2", "1 ABOUT> 4 <ABOUT 3 RESPONSIBLE> 2"}},
		{"not too deep", Query{From: node(1), To: node(5), MaxDepth: 2, K: 9}, nil},
		{"one node", Query{From: node(1), To: node(1), MaxDepth: 6, K: 9}, []string{"1"}},
		{"apart", Query{From: node(1), To: node(8), MaxDepth: 6, K: 9}, nil},
		{"edges both ways", Query{From: node(9), To: node(8), MaxDepth: 6, K: 9}, []string{"9 <CITES 8"}},
		{"not in the graph", Query{From: node(1), To: node(77), MaxDepth: 6, K: 9}, nil},
		{"no path wanted", Query{From: node(1), To: node(2), MaxDepth: 6}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := Shortest(t.Context(), ladder, test.q)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range found {
				got = append(got, show(p))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
		})
	}
}

func TestShortestGivesUp(t *testing.T) {
	var star edges
	for i := range 100 {
		star = append(star, edge(0, graph.About, i+1))
	}
	q := Query{From: node(1), To: node(2), MaxDepth: 6, K: 1, Limit: 50}
	if _, err := Shortest(t.Context(), star, q); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a hub beyond the limit: error %v, want %v", err, ErrTooLarge)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q.Limit = 0
	if _, err := Shortest(ctx, star, q); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: error %v, want %v", err, context.Canceled)
	}
}

// randomEdges is a graph of n nodes and m edges, some of them parallel or loops.
func randomEdges(rng *rand.Rand, n, m int) edges {
	kinds := graph.EdgeKinds()
	var es edges
	for range m {
		e := edge(rng.IntN(n), kinds[rng.IntN(len(kinds))], rng.IntN(n))
		if !slices.Contains(es, e) {
			es = append(es, e)
		}
	}
	return es
}

// allPaths is the oracle: every loopless path, found by trying every step from every node, one
// hop after another, in the order that Shortest promises.
func allPaths(t *testing.T, es edges, q Query) []Path {
	level := []Path{{Nodes: []graph.ID{q.From}}}
	var found []Path
	for range q.MaxDepth {
		var next []Path
		for _, p := range level {
			id := p.Nodes[len(p.Nodes)-1]
			out, err := es.Neighbors(t.Context(), []graph.ID{id}, graph.Out, q.Via...)
			if err != nil {
				t.Fatal(err)
			}
			in, err := es.Neighbors(t.Context(), []graph.ID{id}, graph.In, q.Via...)
			if err != nil {
				t.Fatal(err)
			}
			for _, st := range stepsFrom(id, out[0], in[0]) {
				if slices.Contains(p.Nodes, st.to) {
					continue
				}
				longer := Path{append(slices.Clone(p.Nodes), st.to), append(slices.Clone(p.Edges), st.key)}
				if st.to == q.To {
					found = append(found, longer)
				} else {
					next = append(next, longer)
				}
			}
		}
		level = next
	}
	return found[:min(len(found), q.K)]
}

func TestShortestEqualsOracle(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	for range 400 {
		n := 2 + rng.IntN(9)
		es := randomEdges(rng, n, 1+rng.IntN(3*n))
		q := Query{From: es[0].From, To: es[rng.IntN(len(es))].To, MaxDepth: rng.IntN(7), K: rng.IntN(40)}
		if rng.IntN(3) == 0 {
			q.Via = graph.EdgeKinds()[rng.IntN(4) : 5+rng.IntN(9)]
		}
		if q.From == q.To {
			continue
		}
		got, err := Shortest(t.Context(), es, q)
		if err != nil {
			t.Fatal(err)
		}
		want := allPaths(t, es, q)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.Transformer("show", show)); diff != "" {
			t.Fatalf("%v in %v (-want +got):\n%s", q, es, diff)
		}
	}
}

// BenchmarkShortest looks for paths in a graph of 100,000 nodes with 5 edges each.
func BenchmarkShortest(b *testing.B) {
	const nodes = 100_000
	rng := rand.New(rand.NewPCG(1, 2))
	es := make(edges, 5*nodes)
	for i := range es {
		es[i] = edge(rng.IntN(nodes), graph.Cites, rng.IntN(nodes))
	}
	x := newIndex(es)
	for _, k := range []int{1, 10} {
		b.Run(fmt.Sprintf("k=%d", k), func(b *testing.B) {
			for i := range b.N {
				q := Query{From: node(i % nodes), To: node((i * 7919) % nodes), MaxDepth: 6, K: k}
				if _, err := Shortest(b.Context(), x, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
