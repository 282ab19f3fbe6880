package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Regions(ctx context.Context, codes []string) ([]*graph.Region, error) {
	return r.regions(ctx, codes)
}

func (r *regionResolver) Parent(ctx context.Context, objs []*graph.Region) ([]*graph.Region, error) {
	return followOne[*graph.Region](ctx, idsOf(objs), hop{graph.Out, graph.PartOf, graph.KindRegion})
}

func (r *regionResolver) Children(ctx context.Context, objs []*graph.Region) ([][]*graph.Region, error) {
	return followSorted[*graph.Region](ctx, idsOf(objs), hop{graph.In, graph.PartOf, graph.KindRegion})
}

func (r *regionResolver) Documents(ctx context.Context, objs []*graph.Region, first *int, after *string) ([]*model.Connection[*graph.Document], error) {
	l, err := newLists(ctx, "Region.documents", idsOf(objs), hop{graph.In, graph.InRegion, graph.KindDocument})
	if err != nil {
		return nil, err
	}
	return pages(ctx, l, pageArgs{first: first, after: after}, nil, &sieve[*graph.Document]{brief: listed(true)})
}

func (r *regionResolver) Departments(ctx context.Context, objs []*graph.Region) ([][]*graph.Department, error) {
	of := hop{graph.In, graph.InRegion, graph.KindDepartment}
	ids, err := walkSorted(ctx, idsOf(objs), of)
	if err != nil {
		return nil, err
	}
	return passing(ctx, ids, &sieve[*graph.Department]{brief: listed(true)})
}

func (r *Resolver) Region() generated.RegionResolver { return &regionResolver{r} }

type regionResolver struct{ *Resolver }
