package resolvers

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

const (
	maxDepth    = 4    // how far a neighborhood reaches
	maxSubgraph = 2000 // nodes of a drawing; more cannot be looked at
	// maxVisited bounds the nodes that are gathered before the best connected are chosen, since a
	// few steps from a hub lead to most of a large graph; visitAtOnce are asked about in one read.
	maxVisited  = 200_000
	visitAtOnce = 5_000
)

// gathered are the nodes of a traversal with their distances from where it began.
type gathered struct {
	distance map[graph.ID]int
	cut      bool // there was more
}

// gather follows step, level by level, at most depth times and to at most maxVisited nodes.
func gather(
	ctx context.Context, from []graph.ID, depth int,
	step func(ctx context.Context, ids []graph.ID) ([]graph.ID, error),
) (*gathered, error) {
	g := &gathered{distance: make(map[graph.ID]int, len(from))}
	for _, id := range from {
		g.distance[id] = 0
	}
	for level := 1; level <= depth && len(from) > 0 && !g.cut; level++ {
		var found []graph.ID
		for chunk := range slices.Chunk(from, visitAtOnce) {
			ids, err := step(ctx, chunk)
			if err != nil {
				return nil, err
			}
			found = append(found, g.add(ids, level)...)
		}
		from = found
	}
	return g, nil
}

// add notes nodes found at a distance, and returns those that are new.
func (g *gathered) add(ids []graph.ID, distance int) []graph.ID {
	var found []graph.ID
	for _, id := range ids {
		if _, known := g.distance[id]; known {
			continue
		}
		if len(g.distance) >= maxVisited {
			g.cut = true
			break
		}
		g.distance[id] = distance
		found = append(found, id)
	}
	return found
}

// drawing says what to draw of what was gathered.
type drawing struct {
	limit     int
	near      bool              // nearer nodes come before better connected ones
	edgeKinds []graph.EdgeKind  // nil: all
	least     *graph.Confidence // draw only edges that are at least so sure; nil: all
}

// check refuses a limit that cannot be met.
func (d drawing) check() error {
	if d.limit < 1 || d.limit > maxSubgraph {
		return badInput("limit is %d; it is 1 to %d", d.limit, maxSubgraph)
	}
	return nil
}

// draw chooses the best connected nodes and the edges between them. With near, the choice hangs
// together, since every node stands on one that is nearer.
func (d drawing) draw(ctx context.Context, g *gathered) (*model.Subgraph, error) {
	nodes, err := graphNodes(ctx, slices.Collect(maps.Keys(g.distance)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(nodes, func(a, b *model.GraphNode) int {
		nearer := 0
		if d.near {
			nearer = g.distance[a.ID()] - g.distance[b.ID()]
		}
		return cmp.Or(nearer, b.Degree-a.Degree, cmp.Compare(a.Kind(), b.Kind()),
			byPlace(a.Brief, b.Brief))
	})
	counts := kindCounts(nodes)
	cut := g.cut || len(nodes) > d.limit
	nodes = nodes[:min(len(nodes), d.limit)]
	edges, err := d.edges(surer(ctx, d.least), each(nodes, (*model.GraphNode).ID))
	if err != nil {
		return nil, err
	}
	return &model.Subgraph{Nodes: nodes, Edges: edges, Truncated: cut, Counts: counts}, nil
}

// kindCounts are the numbers of nodes by kind.
func kindCounts(nodes []*model.GraphNode) []*model.KindCount {
	count := map[graph.NodeKind]int{}
	for _, n := range nodes {
		count[n.Kind()]++
	}
	kinds := slices.Sorted(maps.Keys(count))
	return each(kinds, func(k graph.NodeKind) *model.KindCount {
		return &model.KindCount{Kind: k, Count: count[k]}
	})
}

// edges are the edges among some nodes, by source and kind, in the order of the text.
func (d drawing) edges(ctx context.Context, ids []graph.ID) ([]*model.GraphEdge, error) {
	if d.edgeKinds != nil && len(d.edgeKinds) == 0 {
		return nil, nil
	}
	lists, err := neighbors(ctx, ids, graph.Out, d.edgeKinds...)
	if err != nil {
		return nil, err
	}
	drawn := setOf(ids)
	var edges []*model.GraphEdge
	for i, near := range lists {
		for _, n := range near {
			if _, ok := drawn[n.ID]; ok {
				key := graph.EdgeKey{From: ids[i], Kind: n.Kind, To: n.ID}
				edges = append(edges, &model.GraphEdge{Key: key, Near: n})
			}
		}
	}
	return edges, nil
}

// graphNodes are nodes as drawings need them; ids that name none are left out.
func graphNodes(ctx context.Context, ids []graph.ID) ([]*model.GraphNode, error) {
	nodes := make([]*model.GraphNode, 0, len(ids))
	for chunk := range slices.Chunk(ids, visitAtOnce) {
		briefs, err := view(ctx).Briefs(ctx, chunk)
		if err != nil {
			return nil, err
		}
		out, err := neighbors(ctx, chunk, graph.Out)
		if err != nil {
			return nil, err
		}
		in, err := neighbors(ctx, chunk, graph.In)
		if err != nil {
			return nil, err
		}
		for i, b := range briefs {
			if !b.ID.IsZero() {
				nodes = append(nodes, &model.GraphNode{Brief: b, Degree: len(out[i]) + len(in[i])})
			}
		}
	}
	return nodes, nil
}

// around is the step of a neighborhood: along edges of the kinds in both directions, to nodes of
// the kinds; nil stands for all.
func around(
	kinds []graph.NodeKind, edgeKinds []graph.EdgeKind,
) func(context.Context, []graph.ID) ([]graph.ID, error) {
	return func(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
		var found []graph.ID
		for _, dir := range []graph.Direction{graph.Out, graph.In} {
			lists, err := neighbors(ctx, ids, dir, edgeKinds...)
			if err != nil {
				return nil, err
			}
			for _, n := range slices.Concat(lists...) {
				if kinds == nil || slices.Contains(kinds, n.ID.Kind()) {
					found = append(found, n.ID)
				}
			}
		}
		return found, nil
	}
}

// neighborhood draws what lies around a node.
func neighborhood(
	ctx context.Context, id graph.ID, depth int, kinds []graph.NodeKind, d drawing,
) (*model.Subgraph, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	if depth < 0 || depth > maxDepth {
		return nil, badInput("depth is %d; it is 0 to %d", depth, maxDepth)
	}
	briefs, err := view(ctx).Briefs(ctx, []graph.ID{id})
	if err != nil {
		return nil, err
	}
	if briefs[0].ID.IsZero() {
		return &model.Subgraph{}, nil
	}
	if d.edgeKinds != nil && len(d.edgeKinds) == 0 {
		depth = 0 // no edges at all, where none given to the reader would mean all
	}
	g, err := gather(surer(ctx, d.least), []graph.ID{briefs[0].ID}, depth, around(kinds, d.edgeKinds))
	if err != nil {
		return nil, err
	}
	return d.draw(ctx, g)
}

// statedEdges lead from a document to what it states. Succession and alignment lead away from it.
var statedEdges = slices.DeleteFunc(graph.EdgeKinds(), func(k graph.EdgeKind) bool {
	return k == graph.SucceededBy || k == graph.AlignedWith
})

// stated is the step of a subgraph: to what nodes state, and from a standard to the body that owns
// it, but not on from documents that are only cited by those asked about.
func stated(docs idSet) func(context.Context, []graph.ID) ([]graph.ID, error) {
	return func(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
		ids = keep(ids, func(id graph.ID) bool {
			_, asked := docs[id]
			return asked || id.Kind() != graph.KindDocument
		})
		lists, err := neighbors(ctx, ids, graph.Out, statedEdges...)
		if err != nil {
			return nil, err
		}
		standards := keep(ids, func(id graph.ID) bool { return id.Kind() == graph.KindStandard })
		owners, err := neighbors(ctx, standards, graph.In, graph.Publishes)
		if err != nil {
			return nil, err
		}
		return each(slices.Concat(append(lists, owners...)...),
			func(n graph.Neighbor) graph.ID { return n.ID }), nil
	}
}

// subgraph draws what documents state.
func (r *Resolver) subgraph(
	ctx context.Context, regions []string, documents []graph.ID, kinds []graph.NodeKind, d drawing,
) (*model.Subgraph, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	docs, err := r.subgraphDocuments(ctx, regions, documents)
	if err != nil {
		return nil, err
	}
	// No path from a document is longer than the kinds of node and the levels of the outline.
	g, err := gather(surer(ctx, d.least), docs, 32, stated(setOf(docs)))
	if err != nil {
		return nil, err
	}
	if kinds != nil {
		maps.DeleteFunc(g.distance, func(id graph.ID, _ int) bool {
			return !slices.Contains(kinds, id.Kind())
		})
	}
	return d.draw(ctx, g)
}

// subgraphDocuments are the documents of a subgraph: the given ones, or all that are loaded, in
// the given regions or those below them.
func (r *Resolver) subgraphDocuments(
	ctx context.Context, regions []string, documents []graph.ID,
) ([]graph.ID, error) {
	inRegions, err := r.inRegions(ctx, regions, true)
	if err != nil {
		return nil, err
	}
	s := sieve[*graph.Document]{kind: graph.KindDocument, brief: inRegions}
	if documents == nil {
		s.brief = append(s.brief, listed(true)...)
		return s.all(ctx)
	}
	named, err := inOrder(ctx, keep(documents, func(id graph.ID) bool {
		return id.Kind() == graph.KindDocument
	}))
	if err != nil {
		return nil, err
	}
	return s.pass(ctx, named)
}
