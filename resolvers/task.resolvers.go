package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Tasks(ctx context.Context, filter *model.TaskFilter, first *int, after *string, last *int, before *string, orderBy *model.TaskOrder) (*model.Connection[*graph.Task], error) {
	s, err := r.taskSieve(ctx, filter)
	if err != nil {
		return nil, err
	}
	l := rootList[*graph.Task]{"Query.tasks", filter, orderBy, s, taskOrdering(orderBy)}
	return l.page(ctx, pageArgs{first, after, last, before})
}

func (r *responsibilityResolver) Department(ctx context.Context, objs []*model.Responsibility) ([]*graph.Department, error) {
	return load[*graph.Department](ctx, each(objs, func(p *model.Responsibility) graph.ID { return p.Key.To }))
}

func (r *responsibilityResolver) AsWritten(ctx context.Context, objs []*model.Responsibility) ([]string, error) {
	carried, err := edges(ctx, each(objs, func(p *model.Responsibility) graph.EdgeKey { return p.Key }))
	if err != nil {
		return nil, err
	}
	return each(carried, func(e *graph.Edge) string { return e.AsWritten }), nil
}

func (r *responsibilityResolver) Evidence(ctx context.Context, objs []*model.Responsibility) ([][]*graph.Evidence, error) {
	return edgeEvidence(ctx, each(objs, func(p *model.Responsibility) graph.EdgeKey { return p.Key }))
}

func (r *taskResolver) Heading(ctx context.Context, objs []*graph.Task) ([]*string, error) {
	return each(objs, func(t *graph.Task) *string { return orNil(t.Heading) }), nil
}

func (r *taskResolver) Document(ctx context.Context, objs []*graph.Task) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(t *graph.Task) graph.ID { return t.Document }))
}

func (r *taskResolver) Region(ctx context.Context, objs []*graph.Task) ([]*graph.Region, error) {
	return regionsOf(ctx, idsOf(objs))
}

func (r *taskResolver) Section(ctx context.Context, objs []*graph.Task) ([]*graph.Section, error) {
	return load[*graph.Section](ctx, each(objs, func(t *graph.Task) graph.ID { return t.Section }))
}

func (r *taskResolver) Responsibilities(ctx context.Context, objs []*graph.Task, minConfidence *graph.Confidence) ([][]*model.Responsibility, error) {
	return responsibilities(ctx, objs, minConfidence)
}

func (r *taskResolver) Departments(ctx context.Context, objs []*graph.Task, minConfidence *graph.Confidence) ([][]*graph.Department, error) {
	return follow[*graph.Department](surer(ctx, minConfidence), idsOf(objs), taskDepartments)
}

func (r *taskResolver) Topics(ctx context.Context, objs []*graph.Task, minConfidence *graph.Confidence) ([][]*graph.Topic, error) {
	return follow[*graph.Topic](surer(ctx, minConfidence), idsOf(objs), taskTopics)
}

func (r *taskResolver) Targets(ctx context.Context, objs []*graph.Task) ([][]*graph.Target, error) {
	return followSorted[*graph.Target](ctx, idsOf(objs), hop{graph.Out, graph.Sets, graph.KindTarget})
}

func (r *taskResolver) StandardsBodies(ctx context.Context, objs []*graph.Task) ([][]*graph.StandardsBody, error) {
	return follow[*graph.StandardsBody](ctx, idsOf(objs),
		hop{graph.Out, graph.Mentions, graph.KindStandardsBody})
}

func (r *taskResolver) Standards(ctx context.Context, objs []*graph.Task) ([][]*graph.Standard, error) {
	return follow[*graph.Standard](ctx, idsOf(objs), hop{graph.Out, graph.Mentions, graph.KindStandard})
}

func (r *Resolver) Responsibility() generated.ResponsibilityResolver {
	return &responsibilityResolver{r}
}

func (r *Resolver) Task() generated.TaskResolver { return &taskResolver{r} }

type (
	responsibilityResolver struct{ *Resolver }
	taskResolver           struct{ *Resolver }
)
