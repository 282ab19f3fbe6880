package resolvers

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

const (
	maxAligned  = 50 // alignments of a task
	sharedTerms = 8  // words and phrases that explain an alignment
	// maxCompared bounds the regions that are compared at once: every document of one is scored
	// with every one of the others.
	maxCompared = 8
)

// alignedWith are the alignments of each task.
func (r *Resolver) alignedWith(
	ctx context.Context, tasks []*graph.Task, first int, minScore *float64, regions []string,
) ([][]*model.TaskAlignment, error) {
	if first < 0 || first > maxAligned {
		return nil, badInput("first is %d; it is 0 to %d", first, maxAligned)
	}
	if err := checkScore(minScore); err != nil {
		return nil, err
	}
	if err := r.checkRegions(ctx, regions); err != nil {
		return nil, err
	}
	index, err := r.alignments(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]*model.TaskAlignment, len(tasks))
	if first == 0 || regions != nil && len(regions) == 0 {
		return out, nil
	}
	q := align.Query{Regions: regions, Limit: first, MinScore: minScore}
	for i, t := range tasks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		matches, err := index.Align(t.ID, q)
		if err != nil && !errors.Is(err, align.ErrNotIndexed) {
			return nil, err
		}
		if out[i], err = newAlignments(ctx, t.ID, matches); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// newAlignments are the answers for a task's matches.
func newAlignments(
	ctx context.Context, from graph.ID, matches []align.Match,
) ([]*model.TaskAlignment, error) {
	lists := make([][]graph.ID, 0, 2*len(matches))
	for _, m := range matches {
		lists = append(lists, m.Topics, m.Functions)
	}
	lists, err := sortLists(ctx, lists)
	if err != nil {
		return nil, err
	}
	out := make([]*model.TaskAlignment, len(matches))
	for i, m := range matches {
		out[i] = &model.TaskAlignment{
			From: from, TaskID: m.Task, Score: m.Score,
			TopicIDs: lists[2*i], FunctionIDs: lists[2*i+1],
		}
	}
	return out, nil
}

// alignmentTerms are the words that explain each alignment.
func (r *Resolver) alignmentTerms(
	ctx context.Context, objs []*model.TaskAlignment,
) ([][]string, error) {
	index, err := r.alignments(ctx)
	if err != nil {
		return nil, err
	}
	ends := make([]graph.ID, 0, 2*len(objs))
	for _, a := range objs {
		ends = append(ends, a.From, a.TaskID)
	}
	tasks, err := load[*graph.Task](ctx, ends)
	if err != nil {
		return nil, err
	}
	units, err := follow[*graph.Department](ctx, ends, taskDepartments)
	if err != nil {
		return nil, err
	}
	out := make([][]string, len(objs))
	for i := range objs {
		if a, b := tasks[2*i], tasks[2*i+1]; a != nil && b != nil {
			out[i] = index.SharedTerms(
				wording(a, units[2*i]), wording(b, units[2*i+1]), sharedTerms)
		}
	}
	return out, nil
}

// wording is the text of a task with the names of the units that carry it.
func wording(t *graph.Task, units []*graph.Department) align.Wording {
	w := align.Wording{Text: t.Text}
	for _, u := range units {
		w.Units = append(append(w.Units, u.Name, u.FullName), u.Aliases...)
	}
	return w
}

// checkScore refuses a least score that no pair could miss or reach.
func checkScore(score *float64) error {
	if score != nil && !(*score >= 0 && *score <= 1) {
		return badInput("minScore is %v; it is 0 to 1", *score)
	}
	return nil
}

// sharedTasks are the groups of tasks that regions share.
func (r *Resolver) sharedTasks(
	ctx context.Context, f model.SharedTaskFilter,
) ([]align.Group, error) {
	if err := r.checkCompared(ctx, f.Regions); err != nil {
		return nil, err
	}
	if err := checkScore(f.MinScore); err != nil {
		return nil, err
	}
	least := valueOr(f.MinRegions, 2)
	if least < 2 || least > len(f.Regions) {
		return nil, badInput("minRegions is %d; it is 2 to the number of regions", least)
	}
	index, err := r.alignments(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := index.Shared(ctx, align.SharedQuery{
		Regions: f.Regions, MinRegions: least, MinScore: f.MinScore,
		Functions: each(f.Functions, graph.FunctionID), Topics: each(f.Topics, graph.TopicID),
	})
	if err != nil {
		return nil, err
	}
	if f.Topics != nil && len(f.Topics) == 0 {
		groups = nil // nothing is about none
	}
	if f.MinConfidence != nil {
		return surelyShared(surer(ctx, f.MinConfidence), groups, f)
	}
	return groups, nil
}

// newSharedTasks are the answers for groups.
func newSharedTasks(
	ctx context.Context, groups []align.Group, least *graph.Confidence,
) ([]*model.SharedTask, error) {
	lists := make([][]graph.ID, 0, 2*len(groups))
	for _, g := range groups {
		lists = append(lists, g.Topics, g.Functions)
	}
	lists, err := sortLists(ctx, lists)
	if err != nil {
		return nil, err
	}
	out := make([]*model.SharedTask, len(groups))
	for i, g := range groups {
		out[i] = &model.SharedTask{
			TaskIDs: g.Tasks, Score: g.Score, TopicIDs: lists[2*i], FunctionIDs: lists[2*i+1],
			Least: least,
		}
	}
	return out, nil
}

// sharedTaskPage is a page of the groups of tasks that regions share. There may be ten thousands
// of them, so that no more than the page is made ready for an answer.
func (r *Resolver) sharedTaskPage(
	ctx context.Context, f model.SharedTaskFilter, args pageArgs,
) (*model.Connection[*model.SharedTask], error) {
	all, err := r.sharedTasks(ctx, f)
	if err != nil {
		return nil, err
	}
	ids := each(all, groupID)
	return page(ctx, args, newListKey("Query.sharedTasks", graph.ID{}, f), ids,
		func(ctx context.Context, shown []graph.ID) ([]*model.SharedTask, error) {
			from := 0
			if len(shown) > 0 {
				from = slices.Index(ids, shown[0])
			}
			return newSharedTasks(ctx, all[from:from+len(shown)], f.MinConfidence)
		})
}

// groupID tells groups of one list apart for cursors; it names no node.
func groupID(g align.Group) graph.ID {
	var names []byte
	for _, id := range g.Tasks {
		names = append(names, id[:]...)
	}
	sum := sha256.Sum256(names)
	return graph.ID(sum[:len(graph.ID{})])
}

// checkCompared refuses regions that cannot be compared.
func (r *Resolver) checkCompared(ctx context.Context, regions []string) error {
	if len(regions) < 2 || len(regions) > maxCompared || len(distinct(regions)) < len(regions) {
		return badInput("regions: give 2 to %d different codes", maxCompared)
	}
	return r.checkRegions(ctx, regions)
}

// groupRegions are the regions of the tasks of each group, in the order of the tasks.
func groupRegions(ctx context.Context, groups []*model.SharedTask) ([][]*graph.Region, error) {
	tasks := each(groups, func(g *model.SharedTask) []graph.ID { return g.TaskIDs })
	briefs, err := view(ctx).Briefs(ctx, slices.Concat(tasks...))
	if err != nil {
		return nil, err
	}
	lists := make([][]graph.ID, len(groups))
	for i, g := range groups {
		lists[i] = each(briefs[:len(g.TaskIDs)], func(b graph.Brief) graph.ID {
			return graph.RegionID(b.Region)
		})
		briefs = briefs[len(g.TaskIDs):]
	}
	return loadLists[*graph.Region](ctx, lists)
}

// groupDepartments are the departments that carry the tasks of each group, task by task.
func groupDepartments(
	ctx context.Context, groups []*model.SharedTask,
) ([][]*graph.Department, error) {
	lists := make([][]graph.ID, len(groups))
	for i, g := range groups {
		carriers, err := walk(surer(ctx, g.Least), g.TaskIDs, taskDepartments)
		if err != nil {
			return nil, err
		}
		lists[i] = unique(slices.Concat(carriers...))
	}
	return loadLists[*graph.Department](ctx, lists)
}
