package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *functionComparisonResolver) Function(ctx context.Context, objs []*model.FunctionComparison) ([]*graph.Function, error) {
	return load[*graph.Function](ctx, each(objs, func(o *model.FunctionComparison) graph.ID { return o.FunctionID }))
}

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

func (r *queryResolver) DepartmentPairs(ctx context.Context, regions []string, minTasks *int, minConfidence *graph.Confidence) ([]*model.FunctionPair, error) {
	return r.functionPairs(surer(ctx, minConfidence), regions, valueOr(minTasks, 1))
}

func (r *queryResolver) CompareRegions(ctx context.Context, regions []string, minConfidence *graph.Confidence) (*model.RegionComparison, error) {
	if err := r.checkCompared(ctx, regions); err != nil {
		return nil, err
	}
	return &model.RegionComparison{Codes: regions, Least: minConfidence}, nil
}

func (r *regionComparisonResolver) Regions(ctx context.Context, objs []*model.RegionComparison) ([][]*graph.Region, error) {
	return loadLists[*graph.Region](ctx, each(objs, func(c *model.RegionComparison) []graph.ID {
		return each(c.Codes, graph.RegionID)
	}))
}

func (r *regionComparisonResolver) Topics(ctx context.Context, objs []*model.RegionComparison) ([][]*model.TopicComparison, error) {
	return eachOrError(objs, func(c *model.RegionComparison) ([]*model.TopicComparison, error) {
		return compareTopics(surer(ctx, c.Least), c.Codes)
	})
}

func (r *regionComparisonResolver) Functions(ctx context.Context, objs []*model.RegionComparison) ([][]*model.FunctionComparison, error) {
	return eachOrError(objs, func(c *model.RegionComparison) ([]*model.FunctionComparison, error) {
		return compareFunctions(surer(ctx, c.Least), c.Codes)
	})
}

func (r *regionComparisonResolver) Targets(ctx context.Context, objs []*model.RegionComparison) ([][]*model.TargetComparison, error) {
	return eachOrError(objs, func(c *model.RegionComparison) ([]*model.TargetComparison, error) {
		return r.compareTargets(surer(ctx, c.Least), c.Codes)
	})
}

func (r *regionComparisonResolver) SharedTasks(ctx context.Context, objs []*model.RegionComparison) ([][]*model.SharedTask, error) {
	return eachOrError(objs, func(c *model.RegionComparison) ([]*model.SharedTask, error) {
		return r.comparedTasks(ctx, c)
	})
}

func (r *regionTasksResolver) Region(ctx context.Context, objs []*model.RegionTasks) ([]*graph.Region, error) {
	return load[*graph.Region](ctx, each(objs, func(o *model.RegionTasks) graph.ID { return o.RegionID }))
}

func (r *regionTasksResolver) Tasks(ctx context.Context, objs []*model.RegionTasks) ([][]*graph.Task, error) {
	return loadLists[*graph.Task](ctx, each(objs, func(o *model.RegionTasks) []graph.ID { return o.TaskIDs }))
}

func (r *targetComparisonResolver) Targets(ctx context.Context, objs []*model.TargetComparison) ([][]*graph.Target, error) {
	return loadLists[*graph.Target](ctx, each(objs, func(o *model.TargetComparison) []graph.ID { return o.TargetIDs }))
}

func (r *topicComparisonResolver) Topic(ctx context.Context, objs []*model.TopicComparison) ([]*graph.Topic, error) {
	return load[*graph.Topic](ctx, each(objs, func(o *model.TopicComparison) graph.ID { return o.TopicID }))
}

func (r *Resolver) FunctionComparison() generated.FunctionComparisonResolver {
	return &functionComparisonResolver{r}
}

func (r *Resolver) FunctionPair() generated.FunctionPairResolver { return &functionPairResolver{r} }

func (r *Resolver) FunctionPairInRegion() generated.FunctionPairInRegionResolver {
	return &functionPairInRegionResolver{r}
}

func (r *Resolver) RegionComparison() generated.RegionComparisonResolver {
	return &regionComparisonResolver{r}
}

func (r *Resolver) RegionTasks() generated.RegionTasksResolver { return &regionTasksResolver{r} }

func (r *Resolver) TargetComparison() generated.TargetComparisonResolver {
	return &targetComparisonResolver{r}
}

func (r *Resolver) TopicComparison() generated.TopicComparisonResolver {
	return &topicComparisonResolver{r}
}

type (
	functionComparisonResolver   struct{ *Resolver }
	functionPairResolver         struct{ *Resolver }
	functionPairInRegionResolver struct{ *Resolver }
	regionComparisonResolver     struct{ *Resolver }
	regionTasksResolver          struct{ *Resolver }
	targetComparisonResolver     struct{ *Resolver }
	topicComparisonResolver      struct{ *Resolver }
)
