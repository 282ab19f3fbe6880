package resolvers

import (
	"context"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/policygraph/policygraph/schema/generated"
)

// Limits bound what one request may cost. They are checked in this order.
type Limits struct {
	Body       int64         // bytes of a request's body, or of its URL
	Document   int64         // bytes of the body of a request that may load documents
	Tokens     int           // lexical tokens of a query
	Depth      int           // levels of a query, fragments followed
	Selections int           // fields and fragments of a query, each as often as it is spread
	Overlaps   int           // pairs of fields that answer under one name
	Complexity int           // fields of the answer, estimated from the lengths of lists
	Timeout    time.Duration // for an operation
}

// DefaultLimits let through every query that a person writes and every page of this product, and
// stop what would keep a core busy for over a second.
func DefaultLimits() Limits {
	return Limits{
		Body: 100 << 10, Document: 16 << 20, Tokens: 4000, Depth: 20, Selections: 2000, Overlaps: 10_000,
		Complexity: 200_000, Timeout: 10 * time.Second,
	}
}

const (
	cachedQueries    = 256 // parsed and valid, about 1 MB each at worst
	persistedQueries = 256 // texts that clients name by their hash
)

// NewHandler serves GraphQL over HTTP: queries by POST and GET, automatic persisted queries,
// introspection, and subscriptions over server-sent events and WebSockets.
func NewHandler(r *Resolver, limits Limits) http.Handler {
	cache := lru.New[*ast.QueryDocument](cachedQueries)
	h := handler.New(generated.NewExecutableSchema(generated.Config{
		Resolvers: r, Complexity: complexity(),
	}))
	h.AddTransport(transport.SSE{KeepAlivePingInterval: keepAlive})
	h.AddTransport(r.webSocket(limits.Body))
	h.AddTransport(overHTTP{limits.Body, limits.Document})
	h.SetQueryCache(cache)
	h.SetParserTokenLimit(limits.Tokens)
	h.SetErrorPresenter(r.present)
	h.SetRecoverFunc(r.recoverPanic)
	h.Use(extension.Introspection{})
	h.Use(extension.AutomaticPersistedQuery{Cache: lru.New[string](persistedQueries)})
	h.Use(shapeLimit{limits, cache})
	h.Use(extension.FixedComplexityLimit(limits.Complexity))
	h.AroundOperations(onlySubscriptions)
	h.AroundOperations(r.oneView)
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		ctx := r.authorized(req.Context(), authorization(req))
		if isStream(req) {
			r.serveStream(h, w, req.WithContext(ctx), limits.Body)
			return
		}
		ctx, cancel := context.WithTimeout(ctx, limits.Timeout)
		defer cancel()
		h.ServeHTTP(w, req.WithContext(ctx))
	})
}

// oneView lets all fields of an operation read the same state of the graph.
func (r *Resolver) oneView(
	ctx context.Context, next graphql.OperationHandler,
) graphql.ResponseHandler {
	return next(withView(ctx, r.now()))
}

// recoverPanic logs a panic, of which the client hears nothing but that it happened.
func (r *Resolver) recoverPanic(ctx context.Context, panicked any) error {
	r.log().ErrorContext(ctx, "panic in a query", "panic", panicked, "stack", string(debug.Stack()))
	return errPanic
}
