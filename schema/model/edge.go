package model

import "github.com/policygraph/policygraph/graph"

// EdgeID identifies an edge among the answers of the API: its kind and the ids of its ends. It is
// as stable as those.
type EdgeID string

// GraphEdge is an edge as a drawing needs it. Its evidence is read from the store when asked for.
type GraphEdge struct {
	Key  graph.EdgeKey
	Near graph.Neighbor // what traversals know of the edge
}

// ID is the edge's id.
func (e *GraphEdge) ID() EdgeID {
	return EdgeID(e.Key.Kind.String() + "/" + e.Key.From.String() + "/" + e.Key.To.String())
}

// Kind is the edge's kind.
func (e *GraphEdge) Kind() graph.EdgeKind { return e.Key.Kind }

// Source is the node that the edge leaves.
func (e *GraphEdge) Source() graph.ID { return e.Key.From }

// Target is the node that the edge enters.
func (e *GraphEdge) Target() graph.ID { return e.Key.To }

// Weight is how alike two aligned tasks are, nil for other edges.
func (e *GraphEdge) Weight() *float64 {
	if e.Key.Kind != graph.AlignedWith {
		return nil
	}
	return &e.Near.Score
}

// Role is the unit's part in the task, nil for edges that are no responsibilities.
func (e *GraphEdge) Role() *graph.Role {
	if e.Near.Role == "" {
		return nil
	}
	return &e.Near.Role
}

// Confidence is how sure the edge is.
func (e *GraphEdge) Confidence() graph.Confidence { return e.Near.Confidence }

// GraphNode is a node as a drawing needs it.
type GraphNode struct {
	Brief  graph.Brief
	Degree int // edges in the whole graph
}

// ID is the node's id.
func (n *GraphNode) ID() graph.ID { return n.Brief.ID }

// Kind is the node's kind.
func (n *GraphNode) Kind() graph.NodeKind { return n.Brief.ID.Kind() }

// Label is what to write beside the node.
func (n *GraphNode) Label() string { return n.Brief.Label }

// Region is the code of the region that the node belongs to, nil where it belongs to none.
func (n *GraphNode) Region() *string {
	if n.Brief.Region == "" {
		return nil
	}
	return &n.Brief.Region
}
