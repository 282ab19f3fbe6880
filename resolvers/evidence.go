package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// edges reads edges with their evidence, in order. An edge that has gone is the zero Edge: it
// states nothing.
func edges(ctx context.Context, keys []graph.EdgeKey) ([]*graph.Edge, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found, err := view(ctx).Edges(ctx, keys)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) *graph.Edge {
		if e == nil {
			return &graph.Edge{}
		}
		return e
	}), nil
}

// edgeEvidence is, for each edge, the evidence of it.
func edgeEvidence(ctx context.Context, keys []graph.EdgeKey) ([][]*graph.Evidence, error) {
	found, err := edges(ctx, keys)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) []*graph.Evidence { return pointers(e.Evidence) }), nil
}

// pointers are the addresses of a list's elements.
func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// mentions is, for each standard or body, every place that names it, by document and place. A
// section and the task that it is name it in the same words, which count once.
func mentions(ctx context.Context, ids []graph.ID) ([][]*graph.Evidence, error) {
	lists, err := neighbors(ctx, ids, graph.In, graph.Mentions)
	if err != nil {
		return nil, err
	}
	out := make([][]*graph.Evidence, len(ids))
	for i, near := range lists {
		from, err := mentionOrder(ctx, near)
		if err != nil {
			return nil, err
		}
		keys := each(from, func(id graph.ID) graph.EdgeKey {
			return graph.EdgeKey{From: id, Kind: graph.Mentions, To: ids[i]}
		})
		evidence, err := edgeEvidence(ctx, keys)
		if err != nil {
			return nil, err
		}
		out[i] = places(slices.Concat(evidence...))
	}
	return out, nil
}

// neighborID is the other end of an edge.
func neighborID(n graph.Neighbor) graph.ID { return n.ID }

// mentionOrder are the nodes that name something, sections before tasks, each in the order of
// lists.
func mentionOrder(ctx context.Context, near []graph.Neighbor) ([]graph.ID, error) {
	ids := each(near, neighborID)
	ofKind := func(kind graph.NodeKind) []graph.ID {
		return keep(ids, func(id graph.ID) bool { return id.Kind() == kind })
	}
	lists, err := sortLists(ctx, [][]graph.ID{ofKind(graph.KindSection), ofKind(graph.KindTask)})
	if err != nil {
		return nil, err
	}
	return slices.Concat(lists...), nil
}

// places leaves out evidence of the same place.
func places(evidence []*graph.Evidence) []*graph.Evidence {
	type place struct {
		source     graph.Source
		start, end int
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(evidence, func(e *graph.Evidence) bool {
		p := place{e.Source, e.Start, e.End}
		again := seen[p]
		seen[p] = true
		return again
	})
}

// drawnEdges reads the edges of a drawing.
func drawnEdges(ctx context.Context, drawn []*model.GraphEdge) ([]*graph.Edge, error) {
	return edges(ctx, each(drawn, func(e *model.GraphEdge) graph.EdgeKey { return e.Key }))
}

// citations are, for each document, its citations of others, or with graph.In those of it, that
// are at least as sure as asked for.
func citations(
	ctx context.Context, docs []*graph.Document, dir graph.Direction, least *graph.Confidence,
) ([][]*model.Citation, error) {
	near, err := neighbors(surer(ctx, least), idsOf(docs), dir, graph.Cites)
	if err != nil {
		return nil, err
	}
	lists := each(near, func(ns []graph.Neighbor) []graph.ID { return each(ns, neighborID) })
	if dir == graph.In {
		if lists, err = sortLists(ctx, lists); err != nil {
			return nil, err
		}
	}
	out := make([][]*model.Citation, len(docs))
	for i, d := range docs {
		sure := map[graph.ID]graph.Confidence{}
		for _, n := range near[i] {
			sure[n.ID] = n.Confidence
		}
		out[i] = each(lists[i], func(other graph.ID) *model.Citation {
			key := graph.EdgeKey{From: d.ID, Kind: graph.Cites, To: other}
			if dir == graph.In {
				key.From, key.To = other, d.ID
			}
			return &model.Citation{Key: key, Confidence: sure[other]}
		})
	}
	return out, nil
}

// responsibilities are, for each task, the parts of the units that carry it, as far as they are at
// least as sure as asked for.
func responsibilities(
	ctx context.Context, tasks []*graph.Task, least *graph.Confidence,
) ([][]*model.Responsibility, error) {
	lists, err := neighbors(surer(ctx, least), idsOf(tasks), graph.Out, graph.Responsible)
	if err != nil {
		return nil, err
	}
	out := make([][]*model.Responsibility, len(tasks))
	for i, t := range tasks {
		out[i] = each(lists[i], func(n graph.Neighbor) *model.Responsibility {
			key := graph.EdgeKey{From: t.ID, Kind: graph.Responsible, To: n.ID}
			return &model.Responsibility{Key: key, Task: t, Role: n.Role, Confidence: n.Confidence}
		})
	}
	return out, nil
}

// review is what texts state less than clearly.
func (r *Resolver) review(ctx context.Context, texts []*graph.Expression) ([][]*model.Doubt, error) {
	lists := make([][]*model.Doubt, len(texts))
	if r.Review == nil {
		return lists, nil
	}
	for i, e := range texts { // one after the other: a text can be large
		text, err := view(ctx).Texts(ctx, []graph.Source{e.Source})
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			lists[i], err = r.Review(text[0])
		}
		if err != nil {
			return nil, err
		}
	}
	return lists, nil
}
