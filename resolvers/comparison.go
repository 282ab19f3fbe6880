package resolvers

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// maxComparedTasks bounds the shared tasks of a comparison, which come without pages.
const maxComparedTasks = 200

// side is one thing that regions are compared by, with the tasks of each region.
type side struct {
	id    graph.ID
	tasks []*model.RegionTasks
}

// sides are what tasks of regions lead to, with the tasks that lead there: what the most regions
// have comes first, then what the most tasks have, then by place in lists.
func sides(
	ctx context.Context, regions []string,
	lead func(ctx context.Context, tasks []graph.ID) ([][]graph.ID, error),
) ([]side, error) {
	found := map[graph.ID][][]graph.ID{} // tasks by region
	var ids []graph.ID
	for r, code := range regions {
		tasks, err := regionTasks(ctx, code)
		if err != nil {
			return nil, err
		}
		if tasks, err = inOrder(ctx, tasks); err != nil {
			return nil, err
		}
		lists, err := lead(ctx, tasks)
		if err != nil {
			return nil, err
		}
		for i, list := range lists {
			for _, id := range list {
				if found[id] == nil {
					found[id] = make([][]graph.ID, len(regions))
					ids = append(ids, id)
				}
				found[id][r] = append(found[id][r], tasks[i])
			}
		}
	}
	ids, err := inOrder(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]side, len(ids))
	for i, id := range ids {
		out[i].id = id
		for r, code := range regions {
			out[i].tasks = append(out[i].tasks, &model.RegionTasks{
				RegionID: graph.RegionID(code), TaskIDs: found[id][r],
			})
		}
	}
	slices.SortStableFunc(out, broader)
	return out, nil
}

// broader puts first what more regions have, and among equals what more tasks have.
func broader(a, b side) int {
	regionsA, tasksA := a.extent()
	regionsB, tasksB := b.extent()
	return cmp.Or(cmp.Compare(regionsB, regionsA), cmp.Compare(tasksB, tasksA))
}

func (s side) extent() (regions, tasks int) {
	for _, t := range s.tasks {
		regions += min(t.Count(), 1)
		tasks += t.Count()
	}
	return regions, tasks
}

// compareTopics are the topics of the regions' tasks.
func compareTopics(ctx context.Context, regions []string) ([]*model.TopicComparison, error) {
	topics := func(ctx context.Context, tasks []graph.ID) ([][]graph.ID, error) {
		return walk(ctx, tasks, taskTopics)
	}
	found, err := sides(ctx, regions, topics)
	if err != nil {
		return nil, err
	}
	return each(found, func(s side) *model.TopicComparison {
		return &model.TopicComparison{TopicID: s.id, Tasks: s.tasks}
	}), nil
}

// compareFunctions are the functions that carry the regions' tasks.
func compareFunctions(ctx context.Context, regions []string) ([]*model.FunctionComparison, error) {
	found, err := sides(ctx, regions, taskFunctions)
	if err != nil {
		return nil, err
	}
	return each(found, func(s side) *model.FunctionComparison {
		return &model.FunctionComparison{FunctionID: s.id, Tasks: s.tasks}
	}), nil
}

// taskFunctions are, for each task, the primary functions of the departments that carry it.
func taskFunctions(ctx context.Context, tasks []graph.ID) ([][]graph.ID, error) {
	carriers, err := walk(ctx, tasks, taskDepartments)
	if err != nil {
		return nil, err
	}
	functionOf, err := singleUnits(ctx, unique(slices.Concat(carriers...)))
	if err != nil {
		return nil, err
	}
	out := make([][]graph.ID, len(tasks))
	for i, depts := range carriers {
		for _, d := range depts {
			if f := functionOf[d]; !f.IsZero() {
				out[i] = append(out[i], f)
			}
		}
		out[i] = unique(out[i])
	}
	return out, nil
}

// compareTargets are the targets of the regions that measure the same thing.
func (r *Resolver) compareTargets(
	ctx context.Context, regions []string,
) ([]*model.TargetComparison, error) {
	var measured []align.Measured
	for _, code := range regions {
		documents := hop{graph.In, graph.InRegion, graph.KindDocument}
		lists, err := walkSorted(ctx, []graph.ID{graph.RegionID(code)},
			documents, documentSections, sectionTargets)
		if err != nil {
			return nil, err
		}
		targets, err := loadList[*graph.Target](ctx, lists[0])
		if err != nil {
			return nil, err
		}
		for _, t := range targets {
			measured = append(measured, align.Measured{
				ID: t.ID, Region: code, Metric: t.Metric, Unit: t.Unit,
			})
		}
	}
	places, err := placeNames(ctx, regions)
	if err != nil {
		return nil, err
	}
	return each(align.Comparable(measured, places), func(m align.Measure) *model.TargetComparison {
		return &model.TargetComparison{Metric: m.Metric, TargetIDs: m.Targets}
	}), nil
}

// placeNames are the names of regions, with and without the word for their kind.
func placeNames(ctx context.Context, codes []string) ([]string, error) {
	regions, err := loadList[*graph.Region](ctx, each(codes, graph.RegionID))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, region := range regions {
		names = append(names, region.Name)
		for _, kind := range []string{"省", "市", "县", "区", "自治区", "特别行政区"} {
			if short, ok := strings.CutSuffix(region.Name, kind); ok && short != "" {
				names = append(names, short)
			}
		}
	}
	return names, nil
}

// comparedTasks are the shared tasks of a comparison.
func (r *Resolver) comparedTasks(
	ctx context.Context, c *model.RegionComparison,
) ([]*model.SharedTask, error) {
	all, err := r.sharedTasks(ctx, model.SharedTaskFilter{Regions: c.Codes, MinConfidence: c.Least})
	if err != nil {
		return nil, err
	}
	return newSharedTasks(ctx, all[:min(len(all), maxComparedTasks)], c.Least)
}

// eachOrError applies a function that may fail to every object of a batch.
func eachOrError[T, U any](objs []T, f func(T) (U, error)) ([]U, error) {
	out := make([]U, len(objs))
	for i, o := range objs {
		var err error
		if out[i], err = f(o); err != nil {
			return nil, err
		}
	}
	return out, nil
}
