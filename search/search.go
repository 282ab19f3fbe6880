package search

import (
	"context"
	"fmt"
	"unicode/utf8"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/policygraph/policygraph/graph"
)

// MaxQuery is the longest query, in characters.
const MaxQuery = 200

// Query says what to look for.
type Query struct {
	Text    string
	Kinds   []graph.NodeKind // only nodes of these kinds; of all if none is given
	Regions []string         // only nodes of these regions (GB/T 2260) and those below; all if none
	First   int              // the most hits to return
	After   string           // the cursor of the hit to go on from, or ""
}

// Hit is a node that a query found.
type Hit struct {
	Node graph.Node
	// Score orders the hits of one query: the higher, the better. It has no meaning across queries.
	Score float64
	// Highlight is the text around the match, the match in **, as it is written in the source.
	Highlight string
	// Cursor is where the hit stands in the order of hits.
	Cursor string
}

// Result is a part of the hits of a query.
type Result struct {
	Hits  []Hit
	Total int // how many hits there are in all
	More  bool
}

// Search finds nodes in a state of the graph. An index that is behind is brought up first, and
// others wait for it; an index that is ahead leaves out what is not in that state.
//
// The error wraps ErrEmpty, ErrLong, ErrBadCursor or ErrClosed; anything else is a failure.
func (x *Index) Search(ctx context.Context, v graph.Reader, q Query) (Result, error) {
	r, err := x.search(ctx, v, q)
	if err != nil {
		return Result{}, fmt.Errorf("search: %q: %w", q.Text, err)
	}
	return r, nil
}

func (x *Index) search(ctx context.Context, v graph.Reader, q Query) (Result, error) {
	runs := x.lexer.runs(q.Text)
	switch {
	case utf8.RuneCountInString(q.Text) > MaxQuery:
		return Result{}, ErrLong
	case len(runs) == 0:
		return Result{}, ErrEmpty
	}
	var after *place
	if q.After != "" {
		p, err := parseCursor(q.After)
		if err != nil {
			return Result{}, err
		}
		after = &p
	}
	reader, ahead, err := x.reader(ctx, v)
	if err != nil {
		return Result{}, err
	}
	found, err := x.find(ctx, reader, runs, q, after, ahead)
	if err = closeAfter(reader, err); err != nil {
		return Result{}, err
	}
	return x.result(ctx, v, q, found, after, ahead)
}

// reader is a reader of the index, which stands for at least a state of the graph; ahead says that
// it stands for a later one.
func (x *Index) reader(ctx context.Context, v graph.Reader) (_ index.IndexReader, ahead bool, err error) {
	x.mu.RLock()
	for x.mirror == nil || x.broken || x.mirror.Version() < v.Version() {
		x.mu.RUnlock()
		if _, err := x.Sync(ctx, v); err != nil {
			return nil, false, err
		}
		x.mu.RLock()
	}
	defer x.mu.RUnlock()
	if x.closed {
		return nil, false, ErrClosed
	}
	reader, err := x.store.Reader()
	return reader, x.mirror.Version() > v.Version(), err
}

// findings are the matches of a query, best first, with their nodes' ids.
type findings struct {
	matches []match
	ids     []graph.ID
	total   int
}

// find looks a query up. One match more than asked for tells whether there are more. An index that
// is ahead is asked for all, as some are not in the state of the graph that is read.
func (x *Index) find(
	ctx context.Context, reader index.IndexReader, runs []run, q Query, after *place, ahead bool,
) (findings, error) {
	filter := filter{kinds: kindNames(q.Kinds), regions: regionTerms(q.Regions)}
	s, err := build(ctx, reader, runs, x.lexer.key(q.Text), filter)
	if err != nil {
		return findings{}, err
	}
	size := q.First + 1
	if ahead {
		count, err := reader.DocCount()
		if err != nil {
			return findings{}, closeAfter(s, err)
		}
		size, after = int(count), nil
	}
	var f findings
	f.matches, f.total, err = collect(ctx, reader, s, size, after)
	if err = closeAfter(s, err); err != nil {
		return findings{}, err
	}
	f.ids = make([]graph.ID, len(f.matches))
	for i, m := range f.matches {
		if f.ids[i], err = externalID(reader, m.number); err != nil {
			return findings{}, err
		}
	}
	return f, nil
}

// result reads the hits' nodes and makes their highlights.
func (x *Index) result(
	ctx context.Context, v graph.Reader, q Query, f findings, after *place, ahead bool,
) (Result, error) {
	if ahead {
		if err := f.restrict(ctx, v, after); err != nil {
			return Result{}, err
		}
	}
	r := Result{Total: f.total, More: len(f.ids) > q.First}
	if r.More {
		f.matches, f.ids = f.matches[:q.First], f.ids[:q.First]
	}
	nodes, err := v.Nodes(ctx, f.ids)
	if err != nil {
		return Result{}, err
	}
	marker := newHighlighter(x.lexer, q.Text)
	for i, n := range nodes {
		if n == nil {
			return Result{}, fmt.Errorf("%s is indexed, but not in version %d", f.ids[i], v.Version())
		}
		r.Hits = append(r.Hits, Hit{
			Node:      n,
			Score:     score(f.matches[i].score),
			Highlight: marker.highlight(newEntry(n, graph.Brief{}, nil).shown()),
			Cursor:    f.matches[i].cursor(),
		})
	}
	return r, nil
}

// restrict leaves out what is not in a state of the graph, and what does not come after a place.
func (f *findings) restrict(ctx context.Context, v graph.Reader, after *place) error {
	briefs, err := v.Briefs(ctx, f.ids)
	if err != nil {
		return err
	}
	all := *f
	*f = findings{}
	for i, id := range all.ids {
		if briefs[i].ID != id {
			continue
		}
		f.total++
		if after == nil || after.before(all.matches[i].place) {
			f.matches, f.ids = append(f.matches, all.matches[i]), append(f.ids, id)
		}
	}
	return nil
}
