package resolvers

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// collaborators are the departments that share tasks with one, most shared tasks first, then by
// place in lists.
func collaborators(ctx context.Context, dept graph.ID) ([]*model.Collaborator, error) {
	lists, err := walkSorted(ctx, []graph.ID{dept}, departmentTasks)
	if err != nil {
		return nil, err
	}
	tasks := lists[0]
	carriers, err := walk(ctx, tasks, taskDepartments)
	if err != nil {
		return nil, err
	}
	shared := map[graph.ID][]graph.ID{}
	for i, task := range tasks {
		for _, d := range carriers[i] {
			if d != dept {
				shared[d] = append(shared[d], task)
			}
		}
	}
	others, err := inOrder(ctx, slices.Collect(maps.Keys(shared)))
	if err != nil {
		return nil, err
	}
	found := each(others, func(d graph.ID) *model.Collaborator {
		return &model.Collaborator{DepartmentID: d, TaskIDs: shared[d]}
	})
	slices.SortStableFunc(found, func(a, b *model.Collaborator) int {
		return cmp.Compare(b.TaskCount(), a.TaskCount())
	})
	return found, nil
}

// collaboratorPages are the pages of departments' collaborators.
func collaboratorPages(
	ctx context.Context, depts []graph.ID, args pageArgs,
) ([]*model.Connection[*model.Collaborator], error) {
	out := make([]*model.Connection[*model.Collaborator], len(depts))
	for i, dept := range depts {
		all, err := collaborators(ctx, dept)
		if err != nil {
			return nil, err
		}
		if out[i], err = collaboratorPage(ctx, dept, all, args); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// collaboratorPage is a page of a department's collaborators.
func collaboratorPage(
	ctx context.Context, dept graph.ID, all []*model.Collaborator, args pageArgs,
) (*model.Connection[*model.Collaborator], error) {
	byID := make(map[graph.ID]*model.Collaborator, len(all))
	for _, c := range all {
		byID[c.DepartmentID] = c
	}
	ids := each(all, func(c *model.Collaborator) graph.ID { return c.DepartmentID })
	key := newListKey("Department.collaborators", dept, nil)
	return page(ctx, args, key, ids,
		func(_ context.Context, ids []graph.ID) ([]*model.Collaborator, error) {
			return each(ids, func(id graph.ID) *model.Collaborator { return byID[id] }), nil
		})
}

// counterparts are, for each department, the departments of other regions with the same primary
// function that a text names: of the given regions, or of all.
func (r *Resolver) counterparts(
	ctx context.Context, depts []*graph.Department, regions []string,
) ([][]graph.ID, error) {
	inRegions, err := r.inRegions(ctx, regions, false)
	if err != nil {
		return nil, err
	}
	functions, err := primaryFunctions(ctx, idsOf(depts))
	if err != nil {
		return nil, err
	}
	peers, err := primaryDepartments(ctx, functions)
	if err != nil {
		return nil, err
	}
	for i, d := range depts {
		elsewhere := func(b graph.Brief) bool { return b.Listed && b.Region != d.RegionCode }
		s := sieve[*graph.Department]{brief: append(slices.Clone(inRegions), elsewhere)}
		if peers[i], err = s.pass(ctx, peers[i]); err != nil {
			return nil, err
		}
	}
	return peers, nil
}
