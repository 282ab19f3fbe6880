package paths

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// reader reads the paths of one length off the two balls.
type reader struct {
	s      *search
	layers []map[graph.ID]bool // the nodes that a walk of this length may have at each place
	// bridge is the steps of nodes on both rims, which neither ball has loaded.
	bridge  map[graph.ID][]step
	visited map[graph.ID]bool
	path    Path
	want    int
	found   []Path
}

// read returns the first want paths of exactly length hops, in order. reach(length) went before.
func (s *search) read(ctx context.Context, length, want int) ([]Path, error) {
	r := &reader{s: s, want: want, visited: map[graph.ID]bool{s.from: true}}
	if !r.layer(length) {
		return nil, nil
	}
	r.path.Nodes = append(r.path.Nodes, s.from)
	err := r.walk(ctx, s.from)
	return r.found, err
}

// layer works out, from the last place to the first, which nodes can stand at each place of a walk
// from one end to the other, so that the walk below seldom goes astray. It reports whether there
// is a walk. The places up to the radius of the near ball lie in it, the others in the far ball.
func (r *reader) layer(length int) bool {
	s := r.s
	middle := min(s.near.radius, length)
	r.layers = make([]map[graph.ID]bool, length+1)
	r.layers[length] = map[graph.ID]bool{s.to: true}
	for i := length - 1; i >= middle; i-- {
		r.layers[i] = r.before(r.layers[i+1])
	}
	for id := range r.layers[middle] {
		if _, ok := s.near.dist[id]; !ok {
			delete(r.layers[middle], id)
		}
	}
	if middle < length {
		r.bridges(r.layers[middle], r.layers[middle+1])
	}
	for i := middle - 1; i >= 0; i-- {
		r.layers[i] = r.leading(i, r.layers[i+1])
	}
	return r.layers[0][s.from]
}

// before is the nodes one hop from those of a layer in the far ball.
func (r *reader) before(layer map[graph.ID]bool) map[graph.ID]bool {
	nodes := map[graph.ID]bool{}
	for id := range layer {
		for _, st := range r.s.steps[id] {
			nodes[st.to] = true
		}
	}
	return nodes
}

// leading is the nodes at most i hops from the start with a step into a layer.
func (r *reader) leading(i int, layer map[graph.ID]bool) map[graph.ID]bool {
	nodes := map[graph.ID]bool{}
	for id, d := range r.s.near.dist {
		if d <= i && slices.ContainsFunc(r.s.steps[id], func(st step) bool { return layer[st.to] }) {
			nodes[id] = true
		}
	}
	return nodes
}

// bridges turns round the steps that lead from the layer after the middle to nodes of the middle.
func (r *reader) bridges(middle, after map[graph.ID]bool) {
	r.bridge = map[graph.ID][]step{}
	for id := range after {
		for _, st := range r.s.steps[id] {
			if _, loaded := r.s.steps[st.to]; !loaded && middle[st.to] {
				r.bridge[st.to] = append(r.bridge[st.to], step{id, st.key})
			}
		}
	}
	for _, steps := range r.bridge {
		slices.SortFunc(steps, compareSteps)
	}
}

// walk goes on from the last node of r.path by depth first. Every step that it tries counts against
// the limit: in a graph full of loops, walks that are no paths can be many.
func (r *reader) walk(ctx context.Context, at graph.ID) error {
	place := len(r.path.Edges) + 1
	if place == len(r.layers) {
		r.found = append(r.found, Path{slices.Clone(r.path.Nodes), slices.Clone(r.path.Edges)})
		return nil
	}
	steps, ok := r.s.steps[at]
	if !ok {
		steps = r.bridge[at]
	}
	for _, st := range steps {
		if !r.layers[place][st.to] || r.visited[st.to] || (st.to == r.s.to && place < len(r.layers)-1) {
			continue
		}
		if err := r.s.spend(ctx, 1); err != nil {
			return err
		}
		if err := r.enter(ctx, st); err != nil || len(r.found) == r.want {
			return err
		}
	}
	return nil
}

// enter walks on over a step and comes back.
func (r *reader) enter(ctx context.Context, st step) error {
	r.visited[st.to] = true
	r.path.Nodes = append(r.path.Nodes, st.to)
	r.path.Edges = append(r.path.Edges, st.key)
	err := r.walk(ctx, st.to)
	r.path.Nodes = r.path.Nodes[:len(r.path.Nodes)-1]
	r.path.Edges = r.path.Edges[:len(r.path.Edges)-1]
	delete(r.visited, st.to)
	return err
}
