package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) Targets(ctx context.Context, filter *model.TargetFilter, first *int, after *string, last *int, before *string, orderBy *model.TargetOrder) (*model.Connection[*graph.Target], error) {
	s, err := r.targetSieve(ctx, filter)
	if err != nil {
		return nil, err
	}
	l := rootList[*graph.Target]{"Query.targets", filter, orderBy, s, targetOrdering(orderBy)}
	return l.page(ctx, pageArgs{first, after, last, before})
}

func (r *targetResolver) Deadline(ctx context.Context, objs []*graph.Target) ([]*int, error) {
	return each(objs, func(t *graph.Target) *int { return orNil(t.Deadline) }), nil
}

func (r *targetResolver) Basis(ctx context.Context, objs []*graph.Target) ([]*graph.TargetBasis, error) {
	return each(objs, func(t *graph.Target) *graph.TargetBasis { return orNil(t.Basis) }), nil
}

func (r *targetResolver) Document(ctx context.Context, objs []*graph.Target) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(t *graph.Target) graph.ID { return t.Document }))
}

func (r *targetResolver) Section(ctx context.Context, objs []*graph.Target) ([]*graph.Section, error) {
	return load[*graph.Section](ctx, each(objs, func(t *graph.Target) graph.ID { return t.Section }))
}

func (r *targetResolver) Task(ctx context.Context, objs []*graph.Target) ([]*graph.Task, error) {
	return followOne[*graph.Task](ctx, idsOf(objs), hop{graph.In, graph.Sets, graph.KindTask})
}

func (r *targetResolver) Region(ctx context.Context, objs []*graph.Target) ([]*graph.Region, error) {
	return regionsOf(ctx, idsOf(objs))
}

func (r *Resolver) Target() generated.TargetResolver { return &targetResolver{r} }

type targetResolver struct{ *Resolver }
