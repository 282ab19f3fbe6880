package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Search(ctx context.Context, query string, kinds []graph.NodeKind, regions []string, first *int, after *string) (*model.Connection[*model.SearchHit], error) {
	return r.search(ctx, hitFilter{query, kinds, regions}, pageArgs{first: first, after: after})
}
