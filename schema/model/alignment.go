package model

import "github.com/policygraph/policygraph/graph"

// TaskAlignment is a task about the same matter as another.
type TaskAlignment struct {
	From        graph.ID // the task that was asked about
	TaskID      graph.ID
	Score       float64
	TopicIDs    []graph.ID // shared, in the order of lists
	FunctionIDs []graph.ID // shared, in the order of lists
}

// SharedTask is a group of aligned tasks of different regions.
type SharedTask struct {
	TaskIDs     []graph.ID // in the order of the regions asked about
	Score       float64
	TopicIDs    []graph.ID // of all the tasks, in the order of lists
	FunctionIDs []graph.ID // of all the tasks, in the order of lists
	// Least is how sure departments must be of their part to be shown.
	Least *graph.Confidence
}

// SharedTaskConnection is a page of shared tasks.
type SharedTaskConnection = Connection[*SharedTask]

// SharedTaskEdge is a shared task in a page.
type SharedTaskEdge = Edge[*SharedTask]

// RegionComparison is what regions set out to do, side by side; its parts are worked out when they
// are asked for.
type RegionComparison struct {
	Codes []string
	Least *graph.Confidence // compare only what is at least so sure; nil for all
}

// TopicComparison is a topic in several regions.
type TopicComparison struct {
	TopicID graph.ID
	Tasks   []*RegionTasks
}

// FunctionComparison is a function in several regions.
type FunctionComparison struct {
	FunctionID graph.ID
	Tasks      []*RegionTasks
}

// RegionTasks is some of a region's tasks.
type RegionTasks struct {
	RegionID graph.ID
	TaskIDs  []graph.ID // in the order of lists
}

// Count is the number of tasks.
func (t *RegionTasks) Count() int { return len(t.TaskIDs) }

// TargetComparison is targets of different regions that measure the same thing.
type TargetComparison struct {
	Metric    string
	TargetIDs []graph.ID // by region in the order of the question
}
