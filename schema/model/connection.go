package model

import "github.com/policygraph/policygraph/graph"

// Connection is a page of a list, in the form of the Relay specification.
type Connection[T any] struct {
	Edges      []*Edge[T]
	Nodes      []T
	PageInfo   *PageInfo
	TotalCount int // length of the whole list
}

// Edge is an element of a page with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// The pages of the schema.
type (
	DocumentConnection     = Connection[*graph.Document]
	DocumentEdge           = Edge[*graph.Document]
	TaskConnection         = Connection[*graph.Task]
	TaskEdge               = Edge[*graph.Task]
	TargetConnection       = Connection[*graph.Target]
	TargetEdge             = Edge[*graph.Target]
	DepartmentConnection   = Connection[*graph.Department]
	DepartmentEdge         = Edge[*graph.Department]
	CollaboratorConnection = Connection[*Collaborator]
	CollaboratorEdge       = Edge[*Collaborator]
)
