package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *functionResolver) Departments(ctx context.Context, objs []*graph.Function, regions []string) ([][]*graph.Department, error) {
	ids, err := r.functionDepartments(ctx, idsOf(objs), regions)
	if err != nil {
		return nil, err
	}
	return loadLists[*graph.Department](ctx, ids)
}

func (r *functionResolver) Tasks(ctx context.Context, objs []*graph.Function, first *int, after *string, filter *model.TaskFilter) ([]*model.Connection[*graph.Task], error) {
	departments, err := primaryDepartments(ctx, idsOf(objs))
	if err != nil {
		return nil, err
	}
	l, rest, err := carried(ctx, "Function.tasks", idsOf(objs), departments, filter)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first: first, after: after}, rest)
}

func (r *queryResolver) Functions(ctx context.Context) ([]*graph.Function, error) {
	return (&sieve[*graph.Function]{kind: graph.KindFunction}).nodes(ctx)
}

func (r *queryResolver) Topics(ctx context.Context) ([]*graph.Topic, error) {
	return (&sieve[*graph.Topic]{kind: graph.KindTopic}).nodes(ctx)
}

func (r *topicResolver) Tasks(ctx context.Context, objs []*graph.Topic, first *int, after *string, filter *model.TaskFilter) ([]*model.Connection[*graph.Task], error) {
	l, err := newLists(ctx, "Topic.tasks", idsOf(objs), topicTasks)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first: first, after: after}, filter)
}

func (r *Resolver) Function() generated.FunctionResolver { return &functionResolver{r} }

func (r *Resolver) Topic() generated.TopicResolver { return &topicResolver{r} }

type (
	functionResolver struct{ *Resolver }
	topicResolver    struct{ *Resolver }
)
