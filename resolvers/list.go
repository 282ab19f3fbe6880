package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// rootList is a list of all nodes of the graph that pass a filter.
type rootList[T graph.Node] struct {
	field           string
	filter, orderBy any // as the query gives them: cursors belong to them
	sieve           *sieve[T]
	order           *ordering
}

// page is a page of the list.
func (l rootList[T]) page(ctx context.Context, args pageArgs) (*model.Connection[T], error) {
	ids, err := l.sieve.all(ctx)
	if err != nil {
		return nil, err
	}
	if ids, err = l.order.sorted(ctx, ids); err != nil {
		return nil, err
	}
	key := newListKey(l.field, graph.ID{}, []any{l.filter, l.orderBy})
	return page(ctx, args, key, ids, loadList[T])
}

// lists are the lists of one field for the objects of a batch.
type lists struct {
	field string
	of    []graph.ID   // the objects
	ids   [][]graph.ID // the elements of each, in the order of lists
}

// newLists walks from the objects to the elements.
func newLists(ctx context.Context, field string, of []graph.ID, hops ...hop) (lists, error) {
	ids, err := walkSorted(ctx, of, hops...)
	return lists{field, of, ids}, err
}

// carried are the lists of the tasks that groups of departments carry, one group for each object,
// in the role that the filter asks for. The filter comes back without it, since it is met.
func carried(
	ctx context.Context, field string, of []graph.ID, groups [][]graph.ID, f *model.TaskFilter,
) (lists, *model.TaskFilter, error) {
	l := lists{field: field, of: of, ids: make([][]graph.ID, len(of))}
	var role *graph.Role
	if f != nil {
		rest := *f
		role, rest.Role, f = f.Role, nil, &rest
	}
	for i, depts := range groups {
		tasks, err := carriedBy(ctx, depts, role)
		if err != nil {
			return l, nil, err
		}
		l.ids[i] = concat(tasks)
	}
	var err error
	l.ids, err = sortLists(ctx, l.ids)
	return l, f, err
}

// pages are the pages of lists of nodes that pass a filter.
func pages[T graph.Node](
	ctx context.Context, l lists, args pageArgs, filter any, s *sieve[T],
) ([]*model.Connection[T], error) {
	out := make([]*model.Connection[T], len(l.of))
	for i, of := range l.of {
		ids, err := s.pass(ctx, l.ids[i])
		if err != nil {
			return nil, err
		}
		out[i], err = page(ctx, args, newListKey(l.field, of, filter), ids, loadList[T])
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// taskPages are the pages of lists of tasks.
func (r *Resolver) taskPages(
	ctx context.Context, l lists, args pageArgs, f *model.TaskFilter,
) ([]*model.Connection[*graph.Task], error) {
	s, err := r.taskSieve(ctx, f)
	if err != nil {
		return nil, err
	}
	return pages(ctx, l, args, f, s)
}
