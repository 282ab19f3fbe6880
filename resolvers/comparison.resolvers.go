package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *functionPairResolver) A(ctx context.Context, objs []*model.FunctionPair) ([]*graph.Function, error) {
	return load[*graph.Function](ctx, each(objs, func(p *model.FunctionPair) graph.ID { return p.First }))
}

func (r *functionPairResolver) B(ctx context.Context, objs []*model.FunctionPair) ([]*graph.Function, error) {
	return load[*graph.Function](ctx, each(objs, func(p *model.FunctionPair) graph.ID { return p.Second }))
}

func (r *functionPairInRegionResolver) Region(ctx context.Context, objs []*model.FunctionPairInRegion) ([]*graph.Region, error) {
	return load[*graph.Region](ctx, each(objs, func(p *model.FunctionPairInRegion) graph.ID { return p.RegionID }))
}

func (r *functionPairInRegionResolver) Tasks(ctx context.Context, objs []*model.FunctionPairInRegion) ([][]*graph.Task, error) {
	return loadLists[*graph.Task](ctx, each(objs, func(p *model.FunctionPairInRegion) []graph.ID { return p.TaskIDs }))
}

func (r *functionPairInRegionResolver) Departments(ctx context.Context, objs []*model.FunctionPairInRegion) ([][]*graph.Department, error) {
	return loadLists[*graph.Department](ctx, each(objs, func(p *model.FunctionPairInRegion) []graph.ID { return p.DepartmentIDs }))
}

func (r *queryResolver) DepartmentPairs(ctx context.Context, regions []string, minTasks *int) ([]*model.FunctionPair, error) {
	return r.functionPairs(ctx, regions, valueOr(minTasks, 1))
}

func (r *Resolver) FunctionPair() generated.FunctionPairResolver { return &functionPairResolver{r} }

func (r *Resolver) FunctionPairInRegion() generated.FunctionPairInRegionResolver {
	return &functionPairInRegionResolver{r}
}

type (
	functionPairResolver         struct{ *Resolver }
	functionPairInRegionResolver struct{ *Resolver }
)
