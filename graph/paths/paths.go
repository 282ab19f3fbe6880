// Package paths finds the shortest connections between two nodes of a graph.
//
// Edges are followed in both directions, and each counts one hop. The search grows a ball of nodes
// around either end, always the cheaper one, one hop at a time and one batched question per hop,
// so that a remote graph database serves it as well as the embedded store. As soon as the two
// balls together reach as far as a path of length n, all paths of exactly that length are read off
// in order; lengths are tried from the shortest up until enough paths are found.
package paths

import (
	"context"
	"errors"
	"fmt"

	"github.com/policygraph/policygraph/graph"
)

// ErrTooLarge is returned when a search has looked at more edges than its limit. Fewer kinds of
// edge, a smaller depth or fewer paths make a search smaller.
var ErrTooLarge = errors.New("too much of the graph lies between the nodes")

// DefaultLimit is the most edges that a search looks at unless its Query says otherwise: about a
// third of a second of work.
const DefaultLimit = 500_000

// Graph is what a search needs of a graph.Reader.
type Graph interface {
	Briefs(ctx context.Context, ids []graph.ID) ([]graph.Brief, error)
	Neighbors(ctx context.Context, ids []graph.ID, dir graph.Direction, kinds ...graph.EdgeKind) (
		[][]graph.Neighbor, error)
}

// Query says which paths are looked for.
type Query struct {
	From, To graph.ID
	Via      []graph.EdgeKind // the kinds of edge that a path may use; all if none is given
	MaxDepth int              // the most hops of a path
	K        int              // the most paths that are returned
	Limit    int              // the most edges looked at; DefaultLimit if zero
}

// Path is a way through the graph that visits no node twice. Edges[i] joins Nodes[i] and
// Nodes[i+1], in either direction. Where several edges join two nodes, the most telling is named.
type Path struct {
	Nodes []graph.ID
	Edges []graph.EdgeKey
}

// Shortest returns the K shortest paths of at most MaxDepth hops, shortest first. Paths of one
// length are ordered hop by hop: the more telling kind of edge first (sharing a task says more
// than lying in one region), then by direction and id; the same graph always gives the same
// answer. Paths differ in their nodes. There are none when an end is not in the graph, and one
// without an edge when both ends are the same node. The error is ErrTooLarge when more than Limit
// edges had to be looked at.
func Shortest(ctx context.Context, g Graph, q Query) ([]Path, error) {
	ends, err := g.Briefs(ctx, []graph.ID{q.From, q.To})
	if err != nil {
		return nil, fmt.Errorf("paths: look up %s and %s: %w", q.From, q.To, err)
	}
	from, to := ends[0].ID, ends[1].ID
	if from.IsZero() || to.IsZero() || q.K <= 0 {
		return nil, nil
	}
	if from == to {
		return []Path{{Nodes: []graph.ID{from}}}, nil
	}
	s := newSearch(g, from, to, q)
	var found []Path
	for length := 1; length <= q.MaxDepth && len(found) < q.K; length++ {
		if err := s.reach(ctx, length); err != nil {
			return nil, fmt.Errorf("paths: %s to %s, %d hops: %w", from, to, length, err)
		}
		paths, err := s.read(ctx, length, q.K-len(found))
		if err != nil {
			return nil, fmt.Errorf("paths: %s to %s, %d hops: %w", from, to, length, err)
		}
		found = append(found, paths...)
	}
	return found, nil
}
