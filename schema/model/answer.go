package model

import "github.com/policygraph/policygraph/graph"

// Responsibility is a unit's part in a task.
type Responsibility struct {
	Key  graph.EdgeKey // from task to department
	Task *graph.Task
	Role graph.Role
	// Confidence is how sure it is that the unit has this part.
	Confidence graph.Confidence
}

// Citation is one document's use of another.
type Citation struct {
	Key graph.EdgeKey // from the citing to the cited document
	// Confidence is how sure the citation is.
	Confidence graph.Confidence
}

// Collaborator is a department that shares tasks with another.
type Collaborator struct {
	DepartmentID graph.ID
	TaskIDs      []graph.ID // the shared tasks, in the order of lists
}

// TaskCount is the number of shared tasks.
func (c *Collaborator) TaskCount() int { return len(c.TaskIDs) }

// FunctionPair is two functions whose departments carry tasks jointly in each of some regions.
type FunctionPair struct {
	First, Second graph.ID // the functions, by slug
	Regions       []*FunctionPairInRegion
}

// TaskCount is the number of tasks that the two share in all the regions together.
func (p *FunctionPair) TaskCount() int {
	n := 0
	for _, r := range p.Regions {
		n += len(r.TaskIDs)
	}
	return n
}

// FunctionPairInRegion is what two functions do together in a region.
type FunctionPairInRegion struct {
	RegionID      graph.ID
	TaskIDs       []graph.ID // in the order of lists
	DepartmentIDs []graph.ID // in the order of lists
}
