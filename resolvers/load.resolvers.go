package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *mutationResolver) LoadDocument(ctx context.Context, input model.LoadDocumentInput) (*model.LoadedDocument, error) {
	return r.load(ctx, input)
}

func (r *mutationResolver) UnloadDocument(ctx context.Context, name string) ([]*model.UnloadedText, error) {
	return r.unload(ctx, name)
}

func (r *subscriptionResolver) LoadProgress(ctx context.Context) (<-chan *model.LoadProgress, error) {
	return r.progress(ctx)
}

func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Subscription() generated.SubscriptionResolver { return &subscriptionResolver{r} }

type (
	mutationResolver     struct{ *Resolver }
	subscriptionResolver struct{ *Resolver }
)
