package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// idSet is a set of nodes that meet a condition.
type idSet map[graph.ID]struct{}

// setOf is the set of the ids of some lists.
func setOf(lists ...[]graph.ID) idSet {
	s := idSet{}
	for _, ids := range lists {
		for _, id := range ids {
			s[id] = struct{}{}
		}
	}
	return s
}

// sieve is a filter made ready: the conditions on nodes of one kind, cheapest first. Sets come
// from hops of a traversal; brief looks at what is in memory; body reads the node, and is nil
// unless the filter asks for something that only the node tells.
type sieve[T graph.Node] struct {
	kind  graph.NodeKind
	sets  []idSet
	brief []func(graph.Brief) bool
	body  []func(T) bool
}

// all are the nodes of the whole graph that pass, in the order of lists. The smallest set is
// where it begins; only without one are all nodes of the kind gone through.
func (s *sieve[T]) all(ctx context.Context) ([]graph.ID, error) {
	if len(s.sets) == 0 {
		ids, err := view(ctx).IDs(ctx, s.kind)
		if err != nil {
			return nil, err
		}
		return s.pass(ctx, ids)
	}
	smallest := slices.MinFunc(s.sets, func(a, b idSet) int { return len(a) - len(b) })
	ids := make([]graph.ID, 0, len(smallest))
	for id := range smallest {
		ids = append(ids, id)
	}
	ids, err := inOrder(ctx, s.inSets(ids))
	if err != nil {
		return nil, err
	}
	return s.pass(ctx, ids)
}

// pass are those of the given nodes that pass, in the given order. ids is left as it is.
func (s *sieve[T]) pass(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
	ids, err := s.passBriefs(ctx, s.inSets(ids))
	if err != nil || len(s.body) == 0 || len(ids) == 0 {
		return ids, err
	}
	nodes, err := load[T](ctx, ids)
	if err != nil {
		return nil, err
	}
	kept := ids[:0:0]
	for i, n := range nodes {
		if holds(s.body, n) {
			kept = append(kept, ids[i])
		}
	}
	return kept, nil
}

// inSets are the ids that all sets hold.
func (s *sieve[T]) inSets(ids []graph.ID) []graph.ID {
	if len(s.sets) == 0 {
		return ids
	}
	return keep(ids, func(id graph.ID) bool {
		return !slices.ContainsFunc(s.sets, func(set idSet) bool {
			_, ok := set[id]
			return !ok
		})
	})
}

// passBriefs are the ids whose briefs meet the conditions on them.
func (s *sieve[T]) passBriefs(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
	if len(s.brief) == 0 || len(ids) == 0 {
		return ids, nil
	}
	briefs, err := view(ctx).Briefs(ctx, ids)
	if err != nil {
		return nil, err
	}
	kept := make([]graph.ID, 0, len(ids))
	for i, b := range briefs {
		if holds(s.brief, b) {
			kept = append(kept, ids[i])
		}
	}
	return kept, nil
}

// holds reports whether all conditions hold.
func holds[T any](conditions []func(T) bool, v T) bool {
	for _, c := range conditions {
		if !c(v) {
			return false
		}
	}
	return true
}

// keep is a new list of the ids that f holds for.
func keep(ids []graph.ID, f func(graph.ID) bool) []graph.ID {
	kept := make([]graph.ID, 0, len(ids))
	for _, id := range ids {
		if f(id) {
			kept = append(kept, id)
		}
	}
	return kept
}

// nodes are the nodes of the whole graph that pass, in the order of lists.
func (s *sieve[T]) nodes(ctx context.Context) ([]T, error) {
	ids, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	return loadList[T](ctx, ids)
}

// passing are the nodes of each list that pass.
func passing[T graph.Node](ctx context.Context, lists [][]graph.ID, s *sieve[T]) ([][]T, error) {
	for i := range lists {
		var err error
		if lists[i], err = s.pass(ctx, lists[i]); err != nil {
			return nil, err
		}
	}
	return loadLists[T](ctx, lists)
}
