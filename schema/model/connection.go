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

// The pages of the schema. gqlgen finds them by these names.
type (
	// DocumentConnection is a page of documents.
	DocumentConnection = Connection[*graph.Document]
	// DocumentEdge is a document in a page.
	DocumentEdge = Edge[*graph.Document]
	// TaskConnection is a page of tasks.
	TaskConnection = Connection[*graph.Task]
	// TaskEdge is a task in a page.
	TaskEdge = Edge[*graph.Task]
	// TargetConnection is a page of targets.
	TargetConnection = Connection[*graph.Target]
	// TargetEdge is a target in a page.
	TargetEdge = Edge[*graph.Target]
	// DepartmentConnection is a page of departments.
	DepartmentConnection = Connection[*graph.Department]
	// DepartmentEdge is a department in a page.
	DepartmentEdge = Edge[*graph.Department]
	// CollaboratorConnection is a page of collaborators.
	CollaboratorConnection = Connection[*Collaborator]
	// CollaboratorEdge is a collaborator in a page.
	CollaboratorEdge = Edge[*Collaborator]
)
