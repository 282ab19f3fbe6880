package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/paths"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Paths(ctx context.Context, from graph.ID, to graph.ID, maxDepth *int, via []graph.EdgeKind, k *int) ([]*model.Path, error) {
	q := paths.Query{From: from, To: to, Via: via, MaxDepth: valueOr(maxDepth, 6), K: valueOr(k, 1)}
	return shortestPaths(ctx, q)
}
