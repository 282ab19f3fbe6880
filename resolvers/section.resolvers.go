package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
)

func (r *sectionResolver) Heading(ctx context.Context, objs []*graph.Section) ([]*string, error) {
	return each(objs, func(s *graph.Section) *string { return orNil(s.Heading) }), nil
}

func (r *sectionResolver) Document(ctx context.Context, objs []*graph.Section) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(s *graph.Section) graph.ID { return s.Document }))
}

func (r *sectionResolver) Parent(ctx context.Context, objs []*graph.Section) ([]*graph.Section, error) {
	return followOne[*graph.Section](ctx, idsOf(objs), hop{graph.Out, graph.PartOf, graph.KindSection})
}

func (r *sectionResolver) Children(ctx context.Context, objs []*graph.Section) ([][]*graph.Section, error) {
	return followSorted[*graph.Section](ctx, idsOf(objs), hop{graph.In, graph.PartOf, graph.KindSection})
}

func (r *sectionResolver) Task(ctx context.Context, objs []*graph.Section) ([]*graph.Task, error) {
	return followOne[*graph.Task](ctx, idsOf(objs), hop{graph.Out, graph.HasTask, graph.KindTask})
}

func (r *sectionResolver) Targets(ctx context.Context, objs []*graph.Section) ([][]*graph.Target, error) {
	return followSorted[*graph.Target](ctx, idsOf(objs), sectionTargets)
}

func (r *Resolver) Section() generated.SectionResolver { return &sectionResolver{r} }

type sectionResolver struct{ *Resolver }
