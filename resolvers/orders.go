package resolvers

import (
	"cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// documentOrdering is the order of documents that a query asks for; nil is the usual one.
func documentOrdering(o *model.DocumentOrder) *ordering {
	if o == nil {
		return nil
	}
	type document = *graph.Document
	keys := map[model.DocumentOrderField]orderKeys{
		model.DocumentOrderFieldTitle:   byText(func(d document) string { return d.Title }),
		model.DocumentOrderFieldNumber:  byText(func(d document) string { return d.Number }),
		model.DocumentOrderFieldRegion:  byRegion,
		model.DocumentOrderFieldGenre:   byText(func(d document) string { return d.Genre }),
		model.DocumentOrderFieldIssued:  byText(func(d document) string { return d.Issued }),
		model.DocumentOrderFieldTasks:   byCount(documentTasks),
		model.DocumentOrderFieldTargets: byCount(documentSections, sectionTargets),
	}
	return &ordering{keys[o.By], valueOr(o.Descending, false)}
}

// taskOrdering is the order of tasks that a query asks for; nil is the usual one.
func taskOrdering(o *model.TaskOrder) *ordering {
	if o == nil {
		return nil
	}
	type task = *graph.Task
	keys := map[model.TaskOrderField]orderKeys{
		model.TaskOrderFieldRegion:      byRegion,
		model.TaskOrderFieldPath:        byText(func(t task) string { return t.Path }),
		model.TaskOrderFieldHeading:     byText(func(t task) string { return cmp.Or(t.Heading, t.Text) }),
		model.TaskOrderFieldDepartments: byCount(taskDepartments),
	}
	return &ordering{keys[o.By], valueOr(o.Descending, false)}
}

// departmentOrdering is the order of departments that a query asks for; nil is the usual one.
func departmentOrdering(o *model.DepartmentOrder) *ordering {
	if o == nil {
		return nil
	}
	type department = *graph.Department
	primary := hop{graph.Out, graph.HasFunction, graph.KindFunction}
	functionName := func(f *graph.Function) string { return f.Name }
	keys := map[model.DepartmentOrderField]orderKeys{
		model.DepartmentOrderFieldRegion:   byRegion,
		model.DepartmentOrderFieldFullName: byText(func(d department) string { return d.FullName }),
		model.DepartmentOrderFieldName:     byText(func(d department) string { return d.Name }),
		model.DepartmentOrderFieldFunction: byFirst(primary, functionName),
		model.DepartmentOrderFieldTasks:    byCount(departmentTasks),
	}
	return &ordering{keys[o.By], valueOr(o.Descending, false)}
}

// targetOrdering is the order of targets that a query asks for; nil is the usual one.
func targetOrdering(o *model.TargetOrder) *ordering {
	if o == nil {
		return nil
	}
	type target = *graph.Target
	keys := map[model.TargetOrderField]orderKeys{
		model.TargetOrderFieldRegion: byRegion,
		model.TargetOrderFieldMetric: byText(func(t target) string { return t.Metric }),
		model.TargetOrderFieldValue:  byNumber(func(t target) (float64, bool) { return t.Value, true }),
		model.TargetOrderFieldUnit:   byText(func(t target) string { return t.Unit }),
		model.TargetOrderFieldDeadline: byNumber(func(t target) (float64, bool) {
			return float64(t.Deadline), t.Deadline != 0
		}),
	}
	return &ordering{keys[o.By], valueOr(o.Descending, false)}
}
