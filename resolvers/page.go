package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

const (
	defaultPage = 50  // elements of a page where the query asks for no number
	maxPage     = 200 // what a query can ask for
)

// pageArgs are the arguments of a connection.
type pageArgs struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// size checks the arguments and returns how many elements to take, and whether from the end.
// Both numbers together mean nothing that anybody wants, and are refused.
func (a pageArgs) size() (n int, fromEnd bool, err error) {
	if a.first != nil && a.last != nil {
		return 0, false, badInput("first and last exclude each other")
	}
	name, want := "first", a.first
	if a.last != nil {
		name, want = "last", a.last
	}
	switch {
	case want == nil:
		return defaultPage, a.before != nil && a.after == nil, nil
	case *want < 0:
		return 0, false, badInput("%s is %d; it cannot be negative", name, *want)
	case *want > maxPage:
		return 0, false, badInput("%s is %d; a page is at most %d", name, *want, maxPage)
	}
	return *want, name == "last", nil
}

// listKey names a list, so that a cursor of one is refused by another.
type listKey [6]byte

// newListKey derives the key of a list from the field, the object that it belongs to (zero for
// Query), and the conditions on its elements.
func newListKey(field string, of graph.ID, filter any) listKey {
	h := sha256.New()
	h.Write([]byte(field + "\x00"))
	h.Write(of[:])
	if err := json.NewEncoder(h).Encode(filter); err != nil {
		panic(err) // filters are plain data
	}
	return listKey(h.Sum(nil))
}

var cursorText = base64.RawURLEncoding.Strict()

// cursor names an element of a list: the list's key, the element's id, and its place, which serves
// when the element has gone since.
func (k listKey) cursor(id graph.ID, place int) string {
	b := append(k[:], id[:]...)
	return cursorText.EncodeToString(binary.AppendUvarint(b, uint64(place)))
}

// place is where a cursor points in a list: the element's index, or -1-i if the element has gone
// and index i is what followed it.
func (k listKey) place(arg, cursor string, ids []graph.ID) (int, error) {
	b, err := cursorText.DecodeString(cursor)
	if err != nil || len(b) <= len(k)+len(graph.ID{}) {
		return 0, badInput("%s: %q is no cursor", arg, cursor)
	}
	if listKey(b) != k {
		return 0, badInput("%s: the cursor %q belongs to another list or filter", arg, cursor)
	}
	id := graph.ID(b[len(k):])
	hint, n := binary.Uvarint(b[len(k)+len(id):])
	if n <= 0 {
		return 0, badInput("%s: %q is no cursor", arg, cursor)
	}
	if hint < uint64(len(ids)) && ids[hint] == id {
		return int(hint), nil
	}
	if i := slices.Index(ids, id); i >= 0 {
		return i, nil
	}
	return -1 - int(min(hint, uint64(len(ids)))), nil
}

// window is the part [from, to) of the list that the arguments ask for.
func (a pageArgs) window(key listKey, ids []graph.ID) (from, to int, err error) {
	n, fromEnd, err := a.size()
	if err != nil {
		return 0, 0, err
	}
	to = len(ids)
	if a.after != nil {
		if from, err = key.place("after", *a.after, ids); err != nil {
			return 0, 0, err
		}
		from = max(from+1, -1-from)
	}
	if a.before != nil {
		if to, err = key.place("before", *a.before, ids); err != nil {
			return 0, 0, err
		}
		to = max(to, -1-to)
	}
	to = max(from, to)
	if fromEnd {
		return max(from, to-n), to, nil
	}
	return from, min(to, from+n), nil
}

// page is a page of a list; resolve reads the elements of the page, and is called only if the
// query asks for them.
func page[T any](
	ctx context.Context, a pageArgs, key listKey, ids []graph.ID,
	resolve func(context.Context, []graph.ID) ([]T, error),
) (*model.Connection[T], error) {
	from, to, err := a.window(key, ids)
	if err != nil {
		return nil, err
	}
	c := &model.Connection[T]{
		TotalCount: len(ids),
		PageInfo:   &model.PageInfo{HasPreviousPage: from > 0, HasNextPage: to < len(ids)},
	}
	if from < to {
		start, end := key.cursor(ids[from], from), key.cursor(ids[to-1], to-1)
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &start, &end
	}
	if !asked(ctx, "nodes", "edges") {
		return c, nil
	}
	if c.Nodes, err = resolve(ctx, ids[from:to]); err != nil {
		return nil, err
	}
	c.Edges = make([]*model.Edge[T], len(c.Nodes))
	for i, n := range c.Nodes {
		c.Edges[i] = &model.Edge[T]{Cursor: key.cursor(ids[from+i], from+i), Node: n}
	}
	return c, nil
}

// asked reports whether the query selects one of the fields below the field being resolved.
func asked(ctx context.Context, names ...string) bool {
	field := graphql.GetFieldContext(ctx).Field
	fields := graphql.CollectFields(graphql.GetOperationContext(ctx), field.Selections,
		[]string{field.Definition.Type.Name()})
	return slices.ContainsFunc(fields, func(f graphql.CollectedField) bool {
		return slices.Contains(names, f.Name)
	})
}
