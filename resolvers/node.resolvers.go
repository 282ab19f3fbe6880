package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Node(ctx context.Context, id graph.ID) (graph.Node, error) {
	nodes, err := load[graph.Node](ctx, []graph.ID{id})
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

func (r *queryResolver) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	if len(ids) > maxPage {
		return nil, badInput("ids: %d are given; at most %d can be asked for", len(ids), maxPage)
	}
	return load[graph.Node](ctx, ids)
}

func (r *queryResolver) Stats(ctx context.Context) (*model.Stats, error) {
	stats, err := view(ctx).Stats(ctx)
	if err != nil {
		return nil, err
	}
	return model.NewStats(stats), nil
}

func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

type queryResolver struct{ *Resolver }
