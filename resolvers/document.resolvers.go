package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *documentResolver) NoticeTitle(ctx context.Context, objs []*graph.Document) ([]*string, error) {
	return each(objs, func(d *graph.Document) *string { return orNil(d.NoticeTitle) }), nil
}

func (r *documentResolver) Number(ctx context.Context, objs []*graph.Document) ([]*string, error) {
	return each(objs, func(d *graph.Document) *string { return orNil(d.Number) }), nil
}

func (r *documentResolver) Genre(ctx context.Context, objs []*graph.Document) ([]*string, error) {
	return each(objs, func(d *graph.Document) *string { return orNil(d.Genre) }), nil
}

func (r *documentResolver) Issuers(ctx context.Context, objs []*graph.Document) ([][]*graph.Department, error) {
	return follow[*graph.Department](ctx, idsOf(objs), hop{graph.Out, graph.IssuedBy, graph.KindDepartment})
}

func (r *documentResolver) Region(ctx context.Context, objs []*graph.Document) ([]*graph.Region, error) {
	return regionsOf(ctx, idsOf(objs))
}

func (r *documentResolver) RegionConfidence(ctx context.Context, objs []*graph.Document) ([]graph.Confidence, error) {
	return regionConfidences(ctx, idsOf(objs))
}

func (r *documentResolver) PeriodStart(ctx context.Context, objs []*graph.Document) ([]*int, error) {
	return each(objs, func(d *graph.Document) *int { return orNil(d.PeriodStart) }), nil
}

func (r *documentResolver) PeriodEnd(ctx context.Context, objs []*graph.Document) ([]*int, error) {
	return each(objs, func(d *graph.Document) *int { return orNil(d.PeriodEnd) }), nil
}

func (r *documentResolver) Expressions(ctx context.Context, objs []*graph.Document) ([][]*graph.Expression, error) {
	texts, err := view(ctx).Expressions(ctx, idsOf(objs))
	if err != nil {
		return nil, err
	}
	return each(texts, pointers[graph.Expression]), nil
}

func (r *documentResolver) Sections(ctx context.Context, objs []*graph.Document) ([][]*graph.Section, error) {
	return follow[*graph.Section](ctx, idsOf(objs), documentSections)
}

func (r *documentResolver) Tasks(ctx context.Context, objs []*graph.Document, first *int, after *string, last *int, before *string, filter *model.TaskFilter) ([]*model.Connection[*graph.Task], error) {
	l, err := newLists(ctx, "Document.tasks", idsOf(objs), documentTasks)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first, after, last, before}, filter)
}

func (r *documentResolver) Targets(ctx context.Context, objs []*graph.Document, first *int, after *string, last *int, before *string, filter *model.TargetFilter) ([]*model.Connection[*graph.Target], error) {
	l, err := newLists(ctx, "Document.targets", idsOf(objs), documentSections, sectionTargets)
	if err != nil {
		return nil, err
	}
	s, err := r.targetSieve(ctx, filter)
	if err != nil {
		return nil, err
	}
	return pages(ctx, l, pageArgs{first, after, last, before}, filter, s)
}

func (r *documentResolver) Cites(ctx context.Context, objs []*graph.Document, minConfidence *graph.Confidence) ([][]*model.Citation, error) {
	return citations(ctx, objs, graph.Out, minConfidence)
}

func (r *documentResolver) CitedBy(ctx context.Context, objs []*graph.Document, minConfidence *graph.Confidence) ([][]*model.Citation, error) {
	return citations(ctx, objs, graph.In, minConfidence)
}

func (r *documentResolver) StandardsBodies(ctx context.Context, objs []*graph.Document, minConfidence *graph.Confidence) ([][]*graph.StandardsBody, error) {
	ids, err := documentBodies(surer(ctx, minConfidence), idsOf(objs))
	if err != nil {
		return nil, err
	}
	return loadLists[*graph.StandardsBody](ctx, ids)
}

func (r *documentResolver) Departments(ctx context.Context, objs []*graph.Document, minConfidence *graph.Confidence) ([][]*graph.Department, error) {
	return follow[*graph.Department](surer(ctx, minConfidence), idsOf(objs), documentTasks, taskDepartments)
}

func (r *queryResolver) Document(ctx context.Context, number *string, fileName *string) (*graph.Document, error) {
	return findDocument(ctx, number, fileName)
}

func (r *queryResolver) Documents(ctx context.Context, filter *model.DocumentFilter, first *int, after *string, last *int, before *string, orderBy *model.DocumentOrder) (*model.Connection[*graph.Document], error) {
	s, err := r.documentSieve(ctx, filter)
	if err != nil {
		return nil, err
	}
	l := rootList[*graph.Document]{"Query.documents", filter, orderBy, s, documentOrdering(orderBy)}
	return l.page(ctx, pageArgs{first, after, last, before})
}

func (r *Resolver) Document() generated.DocumentResolver { return &documentResolver{r} }

type documentResolver struct{ *Resolver }
