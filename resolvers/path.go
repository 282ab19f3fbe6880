package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/paths"
	"github.com/policygraph/policygraph/schema/model"
)

const (
	maxHops  = 10 // edges of a path
	maxPaths = 50 // paths between two nodes
)

// shortestPaths answers a query for paths.
func shortestPaths(ctx context.Context, q paths.Query) ([]*model.Path, error) {
	switch {
	case q.MaxDepth < 1 || q.MaxDepth > maxHops:
		return nil, badInput("maxDepth is %d; it is 1 to %d", q.MaxDepth, maxHops)
	case q.K < 1 || q.K > maxPaths:
		return nil, badInput("k is %d; it is 1 to %d", q.K, maxPaths)
	case q.Via != nil && len(q.Via) == 0:
		q.MaxDepth = 0 // no edges at all, where none given to the reader would mean all
	}
	found, err := paths.Shortest(ctx, view(ctx), q)
	if err != nil {
		return nil, err
	}
	list := make([]*model.Path, len(found))
	for i, p := range found {
		if list[i], err = drawnPath(ctx, p); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// drawnPath is a path as drawings need it.
func drawnPath(ctx context.Context, p paths.Path) (*model.Path, error) {
	nodes, err := graphNodes(ctx, p.Nodes)
	if err != nil {
		return nil, err
	}
	stated, err := edges(ctx, p.Edges)
	if err != nil {
		return nil, err
	}
	drawn := make([]*model.GraphEdge, len(stated))
	for i, e := range stated {
		near := graph.Neighbor{
			ID: e.To, Kind: e.Kind, Order: e.Order, Role: e.Role, Score: e.Score,
			Confidence: e.Confidence,
		}
		drawn[i] = &model.GraphEdge{Key: p.Edges[i], Near: near}
	}
	return &model.Path{Nodes: nodes, Edges: drawn}, nil
}
