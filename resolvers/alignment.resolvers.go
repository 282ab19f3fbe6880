package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) SharedTasks(ctx context.Context, filter model.SharedTaskFilter, first *int, after *string) (*model.Connection[*model.SharedTask], error) {
	return r.sharedTaskPage(ctx, filter, pageArgs{first: first, after: after})
}

func (r *sharedTaskResolver) Tasks(ctx context.Context, objs []*model.SharedTask) ([][]*graph.Task, error) {
	return loadLists[*graph.Task](ctx, each(objs, func(o *model.SharedTask) []graph.ID { return o.TaskIDs }))
}

func (r *sharedTaskResolver) Regions(ctx context.Context, objs []*model.SharedTask) ([][]*graph.Region, error) {
	return groupRegions(ctx, objs)
}

func (r *sharedTaskResolver) Departments(ctx context.Context, objs []*model.SharedTask) ([][]*graph.Department, error) {
	return groupDepartments(ctx, objs)
}

func (r *sharedTaskResolver) SharedFunctions(ctx context.Context, objs []*model.SharedTask) ([][]*graph.Function, error) {
	return loadLists[*graph.Function](ctx, each(objs, func(o *model.SharedTask) []graph.ID { return o.FunctionIDs }))
}

func (r *sharedTaskResolver) Topics(ctx context.Context, objs []*model.SharedTask) ([][]*graph.Topic, error) {
	return loadLists[*graph.Topic](ctx, each(objs, func(o *model.SharedTask) []graph.ID { return o.TopicIDs }))
}

func (r *taskResolver) AlignedWith(ctx context.Context, objs []*graph.Task, first *int, minScore *float64, regions []string) ([][]*model.TaskAlignment, error) {
	return r.alignedWith(ctx, objs, valueOr(first, align.DefaultLimit), minScore, regions)
}

func (r *taskAlignmentResolver) Task(ctx context.Context, objs []*model.TaskAlignment) ([]*graph.Task, error) {
	return load[*graph.Task](ctx, each(objs, func(o *model.TaskAlignment) graph.ID { return o.TaskID }))
}

func (r *taskAlignmentResolver) SharedTopics(ctx context.Context, objs []*model.TaskAlignment) ([][]*graph.Topic, error) {
	return loadLists[*graph.Topic](ctx, each(objs, func(o *model.TaskAlignment) []graph.ID { return o.TopicIDs }))
}

func (r *taskAlignmentResolver) SharedFunctions(ctx context.Context, objs []*model.TaskAlignment) ([][]*graph.Function, error) {
	return loadLists[*graph.Function](ctx, each(objs, func(o *model.TaskAlignment) []graph.ID { return o.FunctionIDs }))
}

func (r *taskAlignmentResolver) SharedTerms(ctx context.Context, objs []*model.TaskAlignment) ([][]string, error) {
	return r.alignmentTerms(ctx, objs)
}

func (r *Resolver) SharedTask() generated.SharedTaskResolver { return &sharedTaskResolver{r} }

func (r *Resolver) TaskAlignment() generated.TaskAlignmentResolver { return &taskAlignmentResolver{r} }

type (
	sharedTaskResolver    struct{ *Resolver }
	taskAlignmentResolver struct{ *Resolver }
)
