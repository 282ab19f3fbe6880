package resolvers

import (
	"context"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

func (r *collaboratorResolver) Department(ctx context.Context, objs []*model.Collaborator) ([]*graph.Department, error) {
	return load[*graph.Department](ctx, each(objs, func(c *model.Collaborator) graph.ID { return c.DepartmentID }))
}

func (r *collaboratorResolver) Tasks(ctx context.Context, objs []*model.Collaborator, first *int) ([][]*graph.Task, error) {
	n, _, err := pageArgs{first: first}.size()
	if err != nil {
		return nil, err
	}
	return loadLists[*graph.Task](ctx, each(objs, func(c *model.Collaborator) []graph.ID {
		return c.TaskIDs[:min(n, len(c.TaskIDs))]
	}))
}

func (r *departmentResolver) Region(ctx context.Context, objs []*graph.Department) ([]*graph.Region, error) {
	return regionsOf(ctx, idsOf(objs))
}

func (r *departmentResolver) Function(ctx context.Context, objs []*graph.Department) ([]*graph.Function, error) {
	return followOne[*graph.Function](ctx, idsOf(objs), hop{graph.Out, graph.HasFunction, graph.KindFunction})
}

func (r *departmentResolver) Functions(ctx context.Context, objs []*graph.Department) ([][]*graph.Function, error) {
	return follow[*graph.Function](ctx, idsOf(objs), hop{graph.Out, graph.HasFunction, graph.KindFunction})
}

func (r *departmentResolver) Predecessors(ctx context.Context, objs []*graph.Department) ([][]*graph.Department, error) {
	return followSorted[*graph.Department](ctx, idsOf(objs),
		hop{graph.In, graph.SucceededBy, graph.KindDepartment})
}

func (r *departmentResolver) Successors(ctx context.Context, objs []*graph.Department) ([][]*graph.Department, error) {
	return followSorted[*graph.Department](ctx, idsOf(objs),
		hop{graph.Out, graph.SucceededBy, graph.KindDepartment})
}

func (r *departmentResolver) Tasks(ctx context.Context, objs []*graph.Department, first *int, after *string, last *int, before *string, filter *model.TaskFilter) ([]*model.Connection[*graph.Task], error) {
	alone := each(objs, func(d *graph.Department) []graph.ID { return []graph.ID{d.ID} })
	l, rest, err := carried(ctx, "Department.tasks", idsOf(objs), alone, filter)
	if err != nil {
		return nil, err
	}
	return r.taskPages(ctx, l, pageArgs{first, after, last, before}, rest)
}

func (r *departmentResolver) Collaborators(ctx context.Context, objs []*graph.Department, first *int, after *string) ([]*model.Connection[*model.Collaborator], error) {
	return collaboratorPages(ctx, idsOf(objs), pageArgs{first: first, after: after})
}

func (r *departmentResolver) Counterparts(ctx context.Context, objs []*graph.Department, regions []string) ([][]*graph.Department, error) {
	ids, err := r.counterparts(ctx, objs, regions)
	if err != nil {
		return nil, err
	}
	return loadLists[*graph.Department](ctx, ids)
}

func (r *queryResolver) Departments(ctx context.Context, filter *model.DepartmentFilter, first *int, after *string, last *int, before *string, orderBy *model.DepartmentOrder) (*model.Connection[*graph.Department], error) {
	s, err := r.departmentSieve(ctx, filter)
	if err != nil {
		return nil, err
	}
	l := rootList[*graph.Department]{"Query.departments", filter, orderBy, s, departmentOrdering(orderBy)}
	return l.page(ctx, pageArgs{first, after, last, before})
}

func (r *Resolver) Collaborator() generated.CollaboratorResolver { return &collaboratorResolver{r} }

func (r *Resolver) Department() generated.DepartmentResolver { return &departmentResolver{r} }

type (
	collaboratorResolver struct{ *Resolver }
	departmentResolver   struct{ *Resolver }
)
