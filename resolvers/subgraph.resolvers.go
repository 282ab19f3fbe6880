package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *graphEdgeResolver) AsWritten(ctx context.Context, objs []*model.GraphEdge) ([]*string, error) {
	found, err := drawnEdges(ctx, objs)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) *string { return orNil(e.AsWritten) }), nil
}

func (r *graphEdgeResolver) Relation(ctx context.Context, objs []*model.GraphEdge) ([]*graph.CitationRelation, error) {
	found, err := drawnEdges(ctx, objs)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) *graph.CitationRelation { return orNil(e.Relation) }), nil
}

func (r *graphEdgeResolver) Reform(ctx context.Context, objs []*model.GraphEdge) ([]*graph.Reform, error) {
	found, err := drawnEdges(ctx, objs)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) *graph.Reform { return e.Reform }), nil
}

func (r *graphEdgeResolver) Evidence(ctx context.Context, objs []*model.GraphEdge) ([][]*graph.Evidence, error) {
	found, err := drawnEdges(ctx, objs)
	if err != nil {
		return nil, err
	}
	return each(found, func(e *graph.Edge) []*graph.Evidence { return pointers(e.Evidence) }), nil
}

func (r *graphNodeResolver) Node(ctx context.Context, objs []*model.GraphNode) ([]graph.Node, error) {
	return load[graph.Node](ctx, each(objs, (*model.GraphNode).ID))
}

func (r *queryResolver) Neighborhood(ctx context.Context, id graph.ID, depth *int, kinds []graph.NodeKind, edgeKinds []graph.EdgeKind, minConfidence *graph.Confidence, limit *int) (*model.Subgraph, error) {
	d := drawing{limit: valueOr(limit, 200), near: true, edgeKinds: edgeKinds, least: minConfidence}
	return neighborhood(ctx, id, valueOr(depth, 1), kinds, d)
}

func (r *queryResolver) Subgraph(ctx context.Context, regions []string, documents []graph.ID, kinds []graph.NodeKind, edgeKinds []graph.EdgeKind, minConfidence *graph.Confidence, limit *int) (*model.Subgraph, error) {
	d := drawing{limit: valueOr(limit, 1000), edgeKinds: edgeKinds, least: minConfidence}
	return r.subgraph(ctx, regions, documents, kinds, d)
}

func (r *reformResolver) Scope(ctx context.Context, objs []*graph.Reform) ([]*string, error) {
	return each(objs, func(f *graph.Reform) *string { return orNil(f.Scope) }), nil
}

func (r *Resolver) GraphEdge() generated.GraphEdgeResolver { return &graphEdgeResolver{r} }

func (r *Resolver) GraphNode() generated.GraphNodeResolver { return &graphNodeResolver{r} }

func (r *Resolver) Reform() generated.ReformResolver { return &reformResolver{r} }

type (
	graphEdgeResolver struct{ *Resolver }
	graphNodeResolver struct{ *Resolver }
	reformResolver    struct{ *Resolver }
)
