package resolvers

import (
	"cmp"
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// load reads nodes by id, in order; nil for an id that names none or a node of another kind.
func load[T graph.Node](ctx context.Context, ids []graph.ID) ([]T, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	nodes, err := view(ctx).Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	typed := make([]T, len(nodes))
	for i, n := range nodes {
		typed[i], _ = n.(T)
	}
	return typed, nil
}

// loadLists reads lists of nodes with one read, leaving out ids that name none of the kind.
func loadLists[T graph.Node](ctx context.Context, lists [][]graph.ID) ([][]T, error) {
	nodes, err := load[T](ctx, slices.Concat(lists...))
	if err != nil {
		return nil, err
	}
	typed := make([][]T, len(lists))
	for i, ids := range lists {
		list := make([]T, 0, len(ids))
		for _, n := range nodes[:len(ids)] {
			if graph.Node(n) != graph.Node(*new(T)) {
				list = append(list, n)
			}
		}
		typed[i], nodes = list, nodes[len(ids):]
	}
	return typed, nil
}

// loadList reads one list of nodes, leaving out ids that name none of the kind.
func loadList[T graph.Node](ctx context.Context, ids []graph.ID) ([]T, error) {
	lists, err := loadLists[T](ctx, [][]graph.ID{ids})
	if err != nil {
		return nil, err
	}
	return lists[0], nil
}

// byPlace compares nodes of one kind by their place in lists.
func byPlace(a, b graph.Brief) int {
	return cmp.Or(cmp.Compare(a.Sort, b.Sort), slices.Compare(a.ID[:], b.ID[:]))
}

// idsOf are the ids of nodes.
func idsOf[T graph.Node](nodes []T) []graph.ID { return each(nodes, T.NodeID) }

// each applies a function to every object of a batch.
func each[T, U any](objs []T, f func(T) U) []U {
	out := make([]U, len(objs))
	for i, o := range objs {
		out[i] = f(o)
	}
	return out
}

// unique leaves out what came before, in place.
func unique(ids []graph.ID) []graph.ID {
	if len(ids) < 2 {
		return ids
	}
	seen := make(map[graph.ID]bool, len(ids))
	return slices.DeleteFunc(ids, func(id graph.ID) bool {
		dup := seen[id]
		seen[id] = true
		return dup
	})
}

// orNil is a pointer to the value, nil for the zero value: what the graph holds as "" or 0 is null
// in the schema.
func orNil[T comparable](v T) *T {
	if v == *new(T) {
		return nil
	}
	return &v
}

// concat joins lists into one.
func concat[T any](lists [][]T) []T { return slices.Concat(lists...) }
