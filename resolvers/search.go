package resolvers

import (
	"context"
	"errors"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
	"github.com/policygraph/policygraph/search"
)

// errNoIndex is returned by a search where the Resolver has no index.
var errNoIndex = errors.New("there is no search index")

// hitFilter is what hits must fit.
type hitFilter struct {
	Query   string
	Kinds   []graph.NodeKind
	Regions []string
}

// search answers a search with a page of hits. Its cursors say where a hit stands by score, not by
// number, so that they stay valid while the graph changes.
func (r *Resolver) search(
	ctx context.Context, f hitFilter, a pageArgs,
) (*model.Connection[*model.SearchHit], error) {
	if r.Search == nil {
		return nil, errNoIndex
	}
	first, _, err := a.size()
	if err != nil {
		return nil, err
	}
	if err := r.checkRegions(ctx, f.Regions); err != nil {
		return nil, err
	}
	key := newListKey("search", graph.ID{}, f)
	q := search.Query{Text: f.Query, Kinds: f.Kinds, Regions: f.Regions, First: first}
	if a.after != nil {
		if q.After, err = key.text("after", *a.after); err != nil {
			return nil, err
		}
	}
	found, err := r.Search.Search(ctx, stored(ctx), q)
	switch {
	case errors.Is(err, search.ErrEmpty), errors.Is(err, search.ErrLong):
		return nil, badInput("query: %v", errors.Unwrap(err))
	case errors.Is(err, search.ErrBadCursor):
		return nil, badInput("after: %q is no cursor", *a.after)
	case err != nil:
		return nil, err
	}
	if f.Kinds != nil && len(f.Kinds) == 0 || f.Regions != nil && len(f.Regions) == 0 {
		found = search.Result{} // nothing is of no kind or region
	}
	return hitPage(key, found, a.after != nil), nil
}

// hitPage is a page of hits; later says that it is not the first.
func hitPage(key listKey, found search.Result, later bool) *model.Connection[*model.SearchHit] {
	c := &model.Connection[*model.SearchHit]{
		TotalCount: found.Total,
		PageInfo:   &model.PageInfo{HasPreviousPage: later, HasNextPage: found.More},
	}
	for _, h := range found.Hits {
		hit := &model.SearchHit{Node: h.Node, Score: h.Score, Highlight: h.Highlight}
		c.Nodes = append(c.Nodes, hit)
		c.Edges = append(c.Edges, &model.Edge[*model.SearchHit]{Cursor: key.textCursor(h.Cursor), Node: hit})
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[n-1].Cursor
	}
	return c
}

// textCursor is a cursor that holds a text of the list's own.
func (k listKey) textCursor(text string) string {
	return cursorText.EncodeToString(slices.Concat(k[:], []byte(text)))
}

// text is the inverse of textCursor.
func (k listKey) text(arg, cursor string) (string, error) {
	b, err := cursorText.DecodeString(cursor)
	switch {
	case err != nil || len(b) <= len(k):
		return "", badInput("%s: %q is no cursor", arg, cursor)
	case listKey(b) != k:
		return "", badInput("%s: the cursor %q belongs to another list or filter", arg, cursor)
	}
	return string(b[len(k):]), nil
}
