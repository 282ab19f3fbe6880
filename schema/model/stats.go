package model

import "github.com/policygraph/policygraph/graph"

// Stats counts what the graph holds, one field a kind of node.
type Stats struct {
	Documents, Sections, Tasks, Departments, Functions, Regions, Topics int
	StandardsBodies, Standards, Targets, Edges                          int
}

// NewStats is the form of the graph's counts that the schema has.
func NewStats(s graph.Stats) *Stats {
	return &Stats{
		Documents:       s.Nodes[graph.KindDocument],
		Sections:        s.Nodes[graph.KindSection],
		Tasks:           s.Nodes[graph.KindTask],
		Departments:     s.Nodes[graph.KindDepartment],
		Functions:       s.Nodes[graph.KindFunction],
		Regions:         s.Nodes[graph.KindRegion],
		Topics:          s.Nodes[graph.KindTopic],
		StandardsBodies: s.Nodes[graph.KindStandardsBody],
		Standards:       s.Nodes[graph.KindStandard],
		Targets:         s.Nodes[graph.KindTarget],
		Edges:           s.Edges,
	}
}
