package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// primaryFunctions are the primary functions of departments; the zero id where none is known.
func primaryFunctions(ctx context.Context, depts []graph.ID) ([]graph.ID, error) {
	near, err := neighbors(ctx, depts, graph.Out, graph.HasFunction)
	if err != nil {
		return nil, err
	}
	primary := make([]graph.ID, len(depts))
	for i, ns := range near {
		if len(ns) > 0 {
			primary[i] = ns[0].ID
		}
	}
	return primary, nil
}

// primaryDepartments are, for each function, the departments that have it as their primary one,
// in the order of lists.
func primaryDepartments(ctx context.Context, functions []graph.ID) ([][]graph.ID, error) {
	lists, err := walkSorted(ctx, functions, hop{graph.In, graph.HasFunction, graph.KindDepartment})
	if err != nil {
		return nil, err
	}
	primary, err := primaryFunctions(ctx, slices.Concat(lists...))
	if err != nil {
		return nil, err
	}
	for i, depts := range lists {
		of := primary[:len(depts)]
		primary = primary[len(depts):]
		kept := depts[:0]
		for j, d := range depts {
			if of[j] == functions[i] {
				kept = append(kept, d)
			}
		}
		lists[i] = kept
	}
	return lists, nil
}

// functionDepartments are, for each function, the departments that a text names and that have it
// as their primary one, of the given regions or of all.
func (r *Resolver) functionDepartments(
	ctx context.Context, functions []graph.ID, regions []string,
) ([][]graph.ID, error) {
	inRegions, err := r.inRegions(ctx, regions, false)
	if err != nil {
		return nil, err
	}
	lists, err := primaryDepartments(ctx, functions)
	if err != nil {
		return nil, err
	}
	s := sieve[*graph.Department]{brief: append(inRegions, listed(true)...)}
	for i := range lists {
		if lists[i], err = s.pass(ctx, lists[i]); err != nil {
			return nil, err
		}
	}
	return lists, nil
}
