package paths

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// batch is how many nodes are asked for at once, so that a search notices its limit in time.
const batch = 1024

// telling orders the kinds of edge by how much a connection over them says.
func telling(k graph.EdgeKind) int {
	switch k {
	case graph.Responsible:
		return 0
	case graph.AlignedWith:
		return 1
	case graph.Cites, graph.SucceededBy:
		return 2
	case graph.Sets, graph.Mentions, graph.Publishes:
		return 3
	case graph.HasTask, graph.HasSection, graph.IssuedBy:
		return 4
	case graph.HasFunction, graph.About:
		return 5
	default: // IN_REGION and PART_OF join almost everything
		return 6
	}
}

// step is a hop from a node to another over its most telling edge.
type step struct {
	to  graph.ID
	key graph.EdgeKey
}

// compareSteps is the order in which a node's steps are tried.
func compareSteps(a, b step) int {
	return cmp.Or(
		cmp.Compare(telling(a.key.Kind), telling(b.key.Kind)),
		cmp.Compare(a.key.Kind, b.key.Kind),
		bytes.Compare(a.to[:], b.to[:]),
		bytes.Compare(a.key.From[:], b.key.From[:]),
	)
}

// ball is the nodes within radius hops of a center, with their distances. The nodes nearer than
// radius have their steps in search.steps; those at radius are the rim.
type ball struct {
	dist   map[graph.ID]int
	rim    []graph.ID
	radius int
}

func newBall(center graph.ID) *ball {
	return &ball{dist: map[graph.ID]int{center: 0}, rim: []graph.ID{center}}
}

// search is the state of one call of Shortest.
type search struct {
	g        Graph
	via      []graph.EdgeKind
	from, to graph.ID
	near     *ball // around from
	far      *ball // around to
	steps    map[graph.ID][]step
	left     int // edges that may still be looked at
}

func newSearch(g Graph, from, to graph.ID, q Query) *search {
	left := q.Limit
	if left == 0 {
		left = DefaultLimit
	}
	return &search{
		g: g, via: q.Via, from: from, to: to, left: left,
		near: newBall(from), far: newBall(to), steps: map[graph.ID][]step{},
	}
}

// reach grows the balls until their radii add up to length.
func (s *search) reach(ctx context.Context, length int) error {
	for s.near.radius+s.far.radius < length {
		b := s.near
		if len(s.far.rim) < len(s.near.rim) {
			b = s.far
		}
		if err := s.grow(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

// grow widens a ball by one hop.
func (s *search) grow(ctx context.Context, b *ball) error {
	var rim []graph.ID
	for ids := range slices.Chunk(b.rim, batch) {
		if err := s.load(ctx, ids); err != nil {
			return err
		}
		for _, id := range ids {
			for _, st := range s.steps[id] {
				if _, seen := b.dist[st.to]; !seen {
					b.dist[st.to] = b.radius + 1
					rim = append(rim, st.to)
				}
			}
		}
	}
	b.rim = rim
	b.radius++
	return nil
}

// load fills in the steps of the nodes that have none yet.
func (s *search) load(ctx context.Context, ids []graph.ID) error {
	missing := slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool {
		_, known := s.steps[id]
		return known
	})
	if len(missing) == 0 {
		return nil
	}
	out, err := s.g.Neighbors(ctx, missing, graph.Out, s.via...)
	if err != nil {
		return err
	}
	in, err := s.g.Neighbors(ctx, missing, graph.In, s.via...)
	if err != nil {
		return err
	}
	for i, id := range missing {
		if err := s.spend(ctx, len(out[i])+len(in[i])); err != nil {
			return err
		}
		s.steps[id] = stepsFrom(id, out[i], in[i])
	}
	return nil
}

// spend counts edges against the limit and notices a context that has ended.
func (s *search) spend(ctx context.Context, edges int) error {
	if s.left -= edges; s.left < 0 {
		return ErrTooLarge
	}
	return ctx.Err()
}

// stepsFrom is a node's steps in order, one for each neighbour. Loops are left out.
func stepsFrom(id graph.ID, out, in []graph.Neighbor) []step {
	steps := make([]step, 0, len(out)+len(in))
	for _, n := range out {
		steps = append(steps, step{n.ID, graph.EdgeKey{From: id, Kind: n.Kind, To: n.ID}})
	}
	for _, n := range in {
		steps = append(steps, step{n.ID, graph.EdgeKey{From: n.ID, Kind: n.Kind, To: id}})
	}
	slices.SortFunc(steps, compareSteps)
	taken := make(map[graph.ID]bool, len(steps))
	return slices.DeleteFunc(steps, func(st step) bool {
		drop := taken[st.to] || st.to == id
		taken[st.to] = true
		return drop
	})
}
