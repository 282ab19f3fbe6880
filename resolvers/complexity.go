package resolvers

import (
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
	"github.com/policygraph/policygraph/schema/model"
)

// What a query costs is about the number of fields that its answer has: a list costs its length
// times what is asked of an element. Pages say how long they are; for other lists these are the
// usual lengths in policy documents.
const (
	few       = 5    // departments of a task, quotes of a fact
	some      = 20   // departments of a document or function, places that name a body
	many      = 60   // sections of a document, functions, topics
	scanCost  = 500  // what goes through a good part of the graph before it answers
	alignCost = 50   // what compares a task with those of other documents
	textCost  = 2000 // the whole text of a document, as long as so many fields
)

// listOf is the cost of a list of a usual length.
func listOf(n int) func(child int) int { return func(child int) int { return 1 + n*child } }

// pageCost is the cost of a page.
func pageCost(child int, first, last *int) int {
	n := defaultPage
	for _, arg := range []*int{first, last} {
		if arg != nil {
			n = max(0, min(*arg, maxPage))
		}
	}
	return 10 + n*child
}

// rootPageCost is the cost of a page of all nodes of a kind, whatever its filter and order.
func rootPageCost[Filter, Order any](
	child int, _ Filter, first *int, _ *string, last *int, _ *string, _ Order,
) int {
	return scanCost + pageCost(child, first, last)
}

// sureListOf is listOf for a list that clients can restrict to what is sure.
func sureListOf(n int) func(child int, _ *graph.Confidence) int {
	return func(child int, _ *graph.Confidence) int { return 1 + n*child }
}

// complexity gives every field its cost; those not named here cost 1 and what is asked of them.
func complexity() generated.ComplexityRoot {
	var c generated.ComplexityRoot
	queryCosts(&c)
	alignmentCosts(&c)
	pageCosts(&c)
	listCosts(&c)
	c.Expression.Text = func(int) int { return textCost }
	c.Expression.Doubts = func(child int) int { return textCost + many*child }
	return c
}

// queryCosts are the costs of root fields.
func queryCosts(c *generated.ComplexityRoot) {
	q := &c.Query
	q.Documents = rootPageCost
	q.Tasks = rootPageCost
	q.Targets = rootPageCost
	q.Departments = rootPageCost
	q.Nodes = func(n int, ids []graph.ID) int { return 1 + len(ids)*n }
	q.Functions, q.Topics = listOf(many), listOf(many)
	q.Regions = func(n int, codes []string) int { return 1 + max(some, len(codes))*n }
	q.StandardsBodies = func(n int, _ *graph.BodyLevel) int { return 1 + many*n }
	q.DepartmentPairs = func(n int, regions []string, _ *int, _ *graph.Confidence) int {
		return scanCost*(1+len(regions)) + many*n
	}
	q.Neighborhood = func(
		n int, _ graph.ID, depth *int, _ []graph.NodeKind, _ []graph.EdgeKind,
		_ *graph.Confidence, limit *int,
	) int {
		return scanCost*valueOr(depth, 1) + valueOr(limit, 200)*n
	}
	q.Search = func(
		n int, _ string, _ []graph.NodeKind, _ []string, first *int, _ *string,
	) int {
		return 2*scanCost + pageCost(n, first, nil)
	}
	q.Paths = func(n int, _, _ graph.ID, _ *int, _ []graph.EdgeKind, k *int) int {
		return 4*scanCost + valueOr(k, 1)*n
	}
	q.Subgraph = func(
		n int, _ []string, _ []graph.ID, _ []graph.NodeKind, edgeKinds []graph.EdgeKind,
		_ *graph.Confidence, limit *int,
	) int {
		if slices.Contains(edgeKinds, graph.AlignedWith) {
			n += alignCost
		}
		return 4*scanCost + valueOr(limit, 1000)*n
	}
}

// alignmentCosts are the costs of what alignment tells.
func alignmentCosts(c *generated.ComplexityRoot) {
	c.Query.SharedTasks = func(n int, f model.SharedTaskFilter, first *int, _ *string) int {
		return scanCost*len(f.Regions)*len(f.Regions) + pageCost(n, first, nil)
	}
	c.Query.CompareRegions = func(n int, regions []string, _ *graph.Confidence) int {
		return scanCost*len(regions)*len(regions) + len(regions)*n
	}
	c.Task.AlignedWith = func(n int, first *int, _ *float64, _ []string) int {
		return alignCost + max(0, min(valueOr(first, few), maxAligned))*n
	}
	c.TaskAlignment.SharedTopics, c.TaskAlignment.SharedFunctions = listOf(few), listOf(few)
	s := &c.SharedTask
	s.Tasks, s.Regions, s.Departments = listOf(few), listOf(few), listOf(some)
	s.SharedFunctions, s.Topics = listOf(few), listOf(few)
	r := &c.RegionComparison
	r.Topics, r.Functions = listOf(many), listOf(many)
	r.Targets, r.SharedTasks = listOf(some), listOf(many)
	c.RegionTasks.Tasks, c.TargetComparison.Targets = listOf(few), listOf(few)
}

// pageCosts are the costs of pages below the root.
func pageCosts(c *generated.ComplexityRoot) {
	c.Document.Tasks = func(
		n int, first *int, _ *string, last *int, _ *string, _ *model.TaskFilter,
	) int {
		return pageCost(n, first, last)
	}
	c.Document.Targets = func(
		n int, first *int, _ *string, last *int, _ *string, _ *model.TargetFilter,
	) int {
		return pageCost(n, first, last)
	}
	c.Department.Tasks = c.Document.Tasks
	c.Department.Collaborators = func(n int, first *int, _ *string) int {
		return many + pageCost(n, first, nil)
	}
	c.Function.Tasks = func(n int, first *int, _ *string, _ *model.TaskFilter) int {
		return many + pageCost(n, first, nil)
	}
	c.Topic.Tasks = c.Function.Tasks
	tasks := func(n int, first *int, _ *string) int { return pageCost(n, first, nil) }
	c.StandardsBody.Tasks, c.Standard.Tasks, c.Region.Documents = tasks, tasks, tasks
	c.Collaborator.Tasks = func(n int, first *int) int { return pageCost(n, first, nil) }
}

// listCosts are the costs of lists that come whole.
func listCosts(c *generated.ComplexityRoot) {
	d := &c.Document
	d.Issuers, d.Cites, d.CitedBy = listOf(few), sureListOf(some), sureListOf(some)
	d.Sections = listOf(many)
	d.StandardsBodies, d.Departments = sureListOf(some), sureListOf(some)
	t := &c.Task
	t.Responsibilities, t.Departments, t.Topics = sureListOf(few), sureListOf(few), sureListOf(few)
	t.Targets, t.StandardsBodies, t.Standards = listOf(few), listOf(few), listOf(few)
	c.Section.Children, c.Section.Targets = listOf(few), listOf(few)
	c.Department.Functions, c.Department.Predecessors = listOf(few), listOf(few)
	c.Department.Successors = listOf(few)
	c.Department.Counterparts = func(n int, _ []string) int { return 1 + some*n }
	c.Function.Departments = c.Department.Counterparts
	c.Region.Children, c.Region.Departments = listOf(some), listOf(many)
	c.StandardsBody.Standards, c.StandardsBody.Documents = listOf(few), listOf(some)
	c.StandardsBody.Evidence, c.Standard.Evidence = listOf(some), listOf(few)
	c.FunctionPair.Regions = listOf(2)
	c.Path.Nodes, c.Path.Edges = listOf(few), listOf(few)
	c.FunctionPairInRegion.Tasks, c.FunctionPairInRegion.Departments = listOf(few), listOf(few)
}
