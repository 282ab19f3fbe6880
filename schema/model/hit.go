package model

import "github.com/policygraph/policygraph/graph"

// SearchHit is a node that a search has found.
type SearchHit struct {
	Node      graph.Node
	Score     float64
	Highlight string
}

// Kind is the node's kind.
func (h *SearchHit) Kind() graph.NodeKind { return h.Node.NodeID().Kind() }

// SearchConnection is a page of hits.
type SearchConnection = Connection[*SearchHit]

// SearchEdge is a hit in a page.
type SearchEdge = Edge[*SearchHit]

// Path is a way through the graph.
type Path struct {
	Nodes []*GraphNode
	Edges []*GraphEdge
}

// Length is the number of edges.
func (p *Path) Length() int { return len(p.Edges) }
