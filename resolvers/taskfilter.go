package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// taskSieve makes a filter of tasks ready; nil passes all.
func (r *Resolver) taskSieve(
	ctx context.Context, f *model.TaskFilter,
) (*sieve[*graph.Task], error) {
	s := &sieve[*graph.Task]{kind: graph.KindTask}
	if f == nil {
		return s, nil
	}
	var err error
	if s.brief, err = r.inRegions(ctx, f.Regions, valueOr(f.IncludeDescendants, true)); err != nil {
		return nil, err
	}
	if s.sets, err = taskSets(surer(ctx, f.MinConfidence), f); err != nil {
		return nil, err
	}
	s.body = given(s.body, f.Kind, func(kind graph.TaskKind) func(*graph.Task) bool {
		return func(t *graph.Task) bool { return t.Kind == kind }
	})
	s.body = given(s.body, f.MinConfidence, func(least graph.Confidence) func(*graph.Task) bool {
		return func(t *graph.Task) bool { return t.Confidence.AtLeast(least) }
	})
	s.body = given(s.body, f.Text, func(text string) func(*graph.Task) bool {
		has := r.matcher(text)
		return func(t *graph.Task) bool { return has(t.Heading, t.Text) }
	})
	return s, nil
}

// taskSets are the conditions of a filter of tasks that edges answer, each the set of tasks that
// meet it.
func taskSets(ctx context.Context, f *model.TaskFilter) ([]idSet, error) {
	var sets []idSet
	var failed error
	add := func(given bool, find func() ([][]graph.ID, error)) {
		if !given || failed != nil {
			return
		}
		lists, err := find()
		failed = err
		sets = append(sets, setOf(lists...))
	}
	add(f.Documents != nil, func() ([][]graph.ID, error) {
		return walk(ctx, f.Documents, documentTasks)
	})
	add(f.Topics != nil, func() ([][]graph.ID, error) {
		return walk(ctx, each(f.Topics, graph.TopicID), topicTasks)
	})
	add(f.StandardsBodies != nil, func() ([][]graph.ID, error) {
		return bodyTasks(ctx, f.StandardsBodies)
	})
	add(f.Departments != nil, func() ([][]graph.ID, error) {
		return carriedBy(ctx, f.Departments, f.Role)
	})
	add(f.Functions != nil, func() ([][]graph.ID, error) {
		lists, err := primaryDepartments(ctx, each(f.Functions, graph.FunctionID))
		if err != nil {
			return nil, err
		}
		return carriedBy(ctx, slices.Concat(lists...), f.Role)
	})
	add(f.Role != nil && f.Departments == nil && f.Functions == nil, func() ([][]graph.ID, error) {
		all, err := view(ctx).IDs(ctx, graph.KindDepartment)
		if err != nil {
			return nil, err
		}
		return carriedBy(ctx, all, f.Role)
	})
	return sets, failed
}

// bodyTasks are the tasks that name one of the standards bodies, given by code or name.
func bodyTasks(ctx context.Context, names []string) ([][]graph.ID, error) {
	var bodies []graph.ID
	for _, name := range names {
		ids, err := view(ctx).Named(ctx, graph.KindStandardsBody, name)
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, ids...)
	}
	return walk(ctx, bodies, mentioningTasks)
}

// carriedBy are, for each department, the tasks that it carries, in a role if one is given.
func carriedBy(ctx context.Context, depts []graph.ID, role *graph.Role) ([][]graph.ID, error) {
	near, err := neighbors(ctx, depts, graph.In, graph.Responsible)
	if err != nil {
		return nil, err
	}
	lists := make([][]graph.ID, len(near))
	for i, ns := range near {
		for _, n := range ns {
			if role == nil || n.Role == *role {
				lists[i] = append(lists[i], n.ID)
			}
		}
	}
	return lists, nil
}
