// Package resolvers answers GraphQL queries from a graph.Reader, and serves them over HTTP.
//
// The files named *.resolvers.go hold one short body for each field of the schema; gqlgen adds
// bodies for new fields and keeps what is there. All resolvers but those of Query are batched:
// they get the sibling objects of a list together and read what they need for all of them at
// once. Every operation reads one state of the graph, whatever is loaded meanwhile.
package resolvers

import (
	"context"
	"log/slog"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
	"github.com/policygraph/policygraph/search"
)

// Resolver is what the resolvers depend on.
type Resolver struct {
	// View hands out the current state of the graph; no later commit may change it.
	View func() graph.Reader
	// Search finds nodes by words. Nil: searches fail.
	Search *search.Index
	// Alignment tells which tasks are about the same matter. Nil: fields that need it are errors,
	// and there are no edges ALIGNED_WITH.
	Alignment *align.Index
	// KnownRegion reports whether a code of GB/T 2260 exists, also where the graph holds nothing
	// of it. Nil: the regions of the graph are all there are.
	KnownRegion func(code string) bool
	// Simplify gives a Traditional character's Simplified one, and others as they are, so that
	// filters find texts of both scripts. Nil: the scripts are told apart.
	Simplify func(rune) rune
	// Changes loads and removes documents. Nil: mutations are refused.
	Changes Changes
	// Review reads a text anew and says what it states less than clearly. Nil: there is nothing to say.
	Review func(text string) ([]*model.Doubt, error)
	// Token is what clients that change the graph must show. Zero: mutations are refused.
	Token Token
	// Origins are those whose pages may open WebSockets beside the server's own, as
	// https://dashboard.example; * stands for all.
	Origins []string
	// Log receives what clients are not told. Nil: slog.Default().
	Log *slog.Logger
}

// log is where internal errors go.
func (r *Resolver) log() *slog.Logger {
	if r.Log == nil {
		return slog.Default()
	}
	return r.Log
}

// viewKey is the key of the operation's reader in its context.
type viewKey struct{}

// withView returns a context whose operation reads v.
func withView(ctx context.Context, v graph.Reader) context.Context {
	return context.WithValue(ctx, viewKey{}, &v)
}

// view is the state of the graph that the operation of ctx reads. Handler puts it there; a
// resolver outside an operation is a programming error, and panics.
func view(ctx context.Context) graph.Reader { return *ctx.Value(viewKey{}).(*graph.Reader) }

// renew lets the operation of ctx read the graph as it is now, after a mutation has changed it.
// The fields of a mutation are answered one after the other, so nothing reads meanwhile.
func (r *Resolver) renew(ctx context.Context) { *ctx.Value(viewKey{}).(*graph.Reader) = r.now() }

// now is the graph as it is now, with the alignment of tasks.
func (r *Resolver) now() graph.Reader {
	if r.Alignment == nil {
		return r.View()
	}
	return WithAlignments(r.View(), r.Alignment)
}
