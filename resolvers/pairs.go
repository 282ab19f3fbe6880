package resolvers

import (
	"cmp"
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// maxPairRegions bounds the regions that departmentPairs compares at once.
const maxPairRegions = 20

// pairKey is two functions, the one whose slug comes first before the other.
type pairKey struct{ a, b graph.ID }

// cooperation is what two functions do together in one region: each task with the departments of
// the two that carry it.
type cooperation map[graph.ID][]graph.ID

// functionPairs are the pairs of functions that carry at least minTasks tasks jointly in every one
// of the regions, those with the most tasks first, then by slugs.
func (r *Resolver) functionPairs(
	ctx context.Context, regions []string, minTasks int,
) ([]*model.FunctionPair, error) {
	regions = distinct(regions)
	if len(regions) == 0 || len(regions) > maxPairRegions {
		return nil, badInput("regions: give 1 to %d codes", maxPairRegions)
	}
	if minTasks < 1 {
		return nil, badInput("minTasks is %d; it is at least 1", minTasks)
	}
	if err := r.checkRegions(ctx, regions); err != nil {
		return nil, err
	}
	order, err := functionOrder(ctx)
	if err != nil {
		return nil, err
	}
	inRegion := make([]map[pairKey]cooperation, len(regions))
	for i, code := range regions {
		if inRegion[i], err = cooperations(ctx, code, order); err != nil {
			return nil, err
		}
	}
	var pairs []*model.FunctionPair
	for key := range inRegion[0] {
		if everywhere(inRegion, key, minTasks) {
			pair, err := newPair(ctx, key, regions, inRegion)
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(p, q *model.FunctionPair) int {
		return cmp.Or(q.TaskCount()-p.TaskCount(),
			order[p.First]-order[q.First], order[p.Second]-order[q.Second])
	})
	return pairs, nil
}

// everywhere reports whether the pair has enough tasks in every region.
func everywhere(inRegion []map[pairKey]cooperation, key pairKey, minTasks int) bool {
	return !slices.ContainsFunc(inRegion, func(pairs map[pairKey]cooperation) bool {
		return len(pairs[key]) < minTasks
	})
}

// newPair is the answer for a pair.
func newPair(
	ctx context.Context, key pairKey, regions []string, inRegion []map[pairKey]cooperation,
) (*model.FunctionPair, error) {
	pair := &model.FunctionPair{First: key.a, Second: key.b}
	for i, code := range regions {
		var tasks, depts []graph.ID
		for task, by := range inRegion[i][key] {
			tasks, depts = append(tasks, task), append(depts, by...)
		}
		lists, err := sortLists(ctx, [][]graph.ID{tasks, depts})
		if err != nil {
			return nil, err
		}
		pair.Regions = append(pair.Regions, &model.FunctionPairInRegion{
			RegionID: graph.RegionID(code), TaskIDs: lists[0], DepartmentIDs: lists[1],
		})
	}
	return pair, nil
}

// functionOrder is the place of each function in the order of slugs.
func functionOrder(ctx context.Context) (map[graph.ID]int, error) {
	ids, err := view(ctx).IDs(ctx, graph.KindFunction)
	if err != nil {
		return nil, err
	}
	functions, err := loadList[*graph.Function](ctx, ids)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(functions, bySlug)
	order := make(map[graph.ID]int, len(functions))
	for i, f := range functions {
		order[f.ID] = i
	}
	return order, nil
}

// bySlug compares functions by slug.
func bySlug(a, b *graph.Function) int { return cmp.Compare(a.Slug, b.Slug) }

// cooperations are the pairs of functions that share tasks in a region.
func cooperations(
	ctx context.Context, code string, order map[graph.ID]int,
) (map[pairKey]cooperation, error) {
	tasks, err := regionTasks(ctx, code)
	if err != nil {
		return nil, err
	}
	carriers, err := walk(ctx, tasks, taskDepartments)
	if err != nil {
		return nil, err
	}
	functionOf, err := singleUnits(ctx, unique(slices.Concat(carriers...)))
	if err != nil {
		return nil, err
	}
	pairs := map[pairKey]cooperation{}
	for i, task := range tasks {
		for j, d := range carriers[i] {
			for _, e := range carriers[i][j+1:] {
				f, g := functionOf[d], functionOf[e]
				if f.IsZero() || g.IsZero() || f == g {
					continue
				}
				if order[f] > order[g] {
					f, g = g, f
				}
				key := pairKey{f, g}
				if pairs[key] == nil {
					pairs[key] = cooperation{}
				}
				pairs[key][task] = append(pairs[key][task], d, e)
			}
		}
	}
	return pairs, nil
}

// regionTasks are the tasks of the region's own documents.
func regionTasks(ctx context.Context, code string) ([]graph.ID, error) {
	documents := hop{graph.In, graph.InRegion, graph.KindDocument}
	lists, err := walk(ctx, []graph.ID{graph.RegionID(code)}, documents, documentTasks)
	if err != nil {
		return nil, err
	}
	return lists[0], nil
}

// singleUnits gives the departments that are no classes of units their primary functions.
func singleUnits(ctx context.Context, depts []graph.ID) (map[graph.ID]graph.ID, error) {
	nodes, err := loadList[*graph.Department](ctx, depts)
	if err != nil {
		return nil, err
	}
	units := idsOf(slices.DeleteFunc(nodes, func(d *graph.Department) bool { return d.Collective }))
	primary, err := primaryFunctions(ctx, units)
	if err != nil {
		return nil, err
	}
	functionOf := make(map[graph.ID]graph.ID, len(units))
	for i, d := range units {
		functionOf[d] = primary[i]
	}
	return functionOf, nil
}

// distinct leaves out repeated strings and keeps the order.
func distinct(list []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}
