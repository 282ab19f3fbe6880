package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *queryResolver) StandardsBody(ctx context.Context, code *string, name *string) (*graph.StandardsBody, error) {
	return findStandardsBody(ctx, code, name)
}

func (r *queryResolver) StandardsBodies(ctx context.Context, level *graph.BodyLevel) ([]*graph.StandardsBody, error) {
	s := sieve[*graph.StandardsBody]{kind: graph.KindStandardsBody}
	s.body = given(s.body, level, func(l graph.BodyLevel) func(*graph.StandardsBody) bool {
		return func(b *graph.StandardsBody) bool { return b.Level == l }
	})
	return s.nodes(ctx)
}

func (r *standardResolver) Title(ctx context.Context, objs []*graph.Standard) ([]*string, error) {
	return each(objs, func(s *graph.Standard) *string { return orNil(s.Title) }), nil
}

func (r *standardResolver) Body(ctx context.Context, objs []*graph.Standard) ([]*graph.StandardsBody, error) {
	return followOne[*graph.StandardsBody](ctx, idsOf(objs),
		hop{graph.In, graph.Publishes, graph.KindStandardsBody})
}

func (r *standardResolver) Tasks(ctx context.Context, objs []*graph.Standard, first *int, after *string) ([]*model.Connection[*graph.Task], error) {
	l, err := newLists(ctx, "Standard.tasks", idsOf(objs), mentioningTasks)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first: first, after: after}, nil)
}

func (r *standardResolver) Evidence(ctx context.Context, objs []*graph.Standard) ([][]*graph.Evidence, error) {
	return mentions(ctx, idsOf(objs))
}

func (r *standardsBodyResolver) Code(ctx context.Context, objs []*graph.StandardsBody) ([]*string, error) {
	return each(objs, func(b *graph.StandardsBody) *string { return orNil(b.Code) }), nil
}

func (r *standardsBodyResolver) Parent(ctx context.Context, objs []*graph.StandardsBody) ([]*graph.StandardsBody, error) {
	return followOne[*graph.StandardsBody](ctx, idsOf(objs),
		hop{graph.Out, graph.PartOf, graph.KindStandardsBody})
}

func (r *standardsBodyResolver) Standards(ctx context.Context, objs []*graph.StandardsBody) ([][]*graph.Standard, error) {
	return followSorted[*graph.Standard](ctx, idsOf(objs), hop{graph.Out, graph.Publishes, graph.KindStandard})
}

func (r *standardsBodyResolver) Tasks(ctx context.Context, objs []*graph.StandardsBody, first *int, after *string) ([]*model.Connection[*graph.Task], error) {
	l, err := newLists(ctx, "StandardsBody.tasks", idsOf(objs), mentioningTasks)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first: first, after: after}, nil)
}

func (r *standardsBodyResolver) Documents(ctx context.Context, objs []*graph.StandardsBody) ([][]*graph.Document, error) {
	ids, err := mentioningDocuments(ctx, idsOf(objs))
	if err != nil {
		return nil, err
	}
	return loadLists[*graph.Document](ctx, ids)
}

func (r *standardsBodyResolver) Evidence(ctx context.Context, objs []*graph.StandardsBody) ([][]*graph.Evidence, error) {
	return mentions(ctx, idsOf(objs))
}

func (r *Resolver) Standard() generated.StandardResolver { return &standardResolver{r} }

func (r *Resolver) StandardsBody() generated.StandardsBodyResolver { return &standardsBodyResolver{r} }

type (
	standardResolver      struct{ *Resolver }
	standardsBodyResolver struct{ *Resolver }
)
