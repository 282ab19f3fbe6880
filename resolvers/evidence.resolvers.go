package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *citationResolver) From(ctx context.Context, objs []*model.Citation) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(c *model.Citation) graph.ID { return c.Key.From }))
}

func (r *citationResolver) To(ctx context.Context, objs []*model.Citation) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(c *model.Citation) graph.ID { return c.Key.To }))
}

func (r *citationResolver) Relation(ctx context.Context, objs []*model.Citation) ([]graph.CitationRelation, error) {
	cites, err := edges(ctx, each(objs, func(c *model.Citation) graph.EdgeKey { return c.Key }))
	if err != nil {
		return nil, err
	}
	return each(cites, func(e *graph.Edge) graph.CitationRelation { return e.Relation }), nil
}

func (r *citationResolver) Evidence(ctx context.Context, objs []*model.Citation) ([][]*graph.Evidence, error) {
	return edgeEvidence(ctx, each(objs, func(c *model.Citation) graph.EdgeKey { return c.Key }))
}

func (r *evidenceResolver) Expression(ctx context.Context, objs []*graph.Evidence) ([]*graph.Expression, error) {
	return view(ctx).BySource(ctx, each(objs, func(e *graph.Evidence) graph.Source { return e.Source }))
}

func (r *evidenceResolver) Section(ctx context.Context, objs []*graph.Evidence) ([]*graph.Section, error) {
	return load[*graph.Section](ctx, each(objs, func(e *graph.Evidence) graph.ID { return e.Section }))
}

func (r *expressionResolver) Text(ctx context.Context, objs []*graph.Expression) ([]string, error) {
	return view(ctx).Texts(ctx, each(objs, func(e *graph.Expression) graph.Source { return e.Source }))
}

func (r *expressionResolver) Document(ctx context.Context, objs []*graph.Expression) ([]*graph.Document, error) {
	return load[*graph.Document](ctx, each(objs, func(e *graph.Expression) graph.ID { return e.Document }))
}

func (r *expressionResolver) Doubts(ctx context.Context, objs []*graph.Expression) ([][]*model.Doubt, error) {
	return r.review(ctx, objs)
}

func (r *Resolver) Citation() generated.CitationResolver { return &citationResolver{r} }

func (r *Resolver) Evidence() generated.EvidenceResolver { return &evidenceResolver{r} }

func (r *Resolver) Expression() generated.ExpressionResolver { return &expressionResolver{r} }

type (
	citationResolver   struct{ *Resolver }
	evidenceResolver   struct{ *Resolver }
	expressionResolver struct{ *Resolver }
)
