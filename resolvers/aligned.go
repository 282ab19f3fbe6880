package resolvers

import (
	"context"
	"errors"
	"slices"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
)

// errNoAlignment is returned where the Resolver has no index of alignments.
var errNoAlignment = errors.New("there is no index of alignments")

// alignments is the index of alignments, brought to the state of the graph that the operation
// reads.
func (r *Resolver) alignments(ctx context.Context) (*align.Index, error) {
	if r.Alignment == nil {
		return nil, errNoAlignment
	}
	return r.Alignment, r.Alignment.Follow(ctx, stored(ctx))
}

// alignedReader is a graph.Reader with the edges ALIGNED_WITH, which no text states and no store
// holds. They are there for those who ask for them by kind. An edge leads from the task with the
// lesser id to the other.
type alignedReader struct {
	graph.Reader
	index *align.Index
}

// WithAlignments is a reader that also has the edges ALIGNED_WITH of an index, for those who ask for
// them by kind. The index follows the reader.
func WithAlignments(r graph.Reader, index *align.Index) graph.Reader {
	return alignedReader{r, index}
}

// stored is the reader of the operation without the edges that are worked out.
func stored(ctx context.Context) graph.Reader {
	v := view(ctx)
	if a, ok := v.(alignedReader); ok {
		return a.Reader
	}
	return v
}

// Neighbors implements graph.Reader.
func (a alignedReader) Neighbors(
	ctx context.Context, ids []graph.ID, dir graph.Direction, kinds ...graph.EdgeKind,
) ([][]graph.Neighbor, error) {
	if !slices.Contains(kinds, graph.AlignedWith) {
		return a.Reader.Neighbors(ctx, ids, dir, kinds...)
	}
	if err := a.index.Follow(ctx, a.Reader); err != nil {
		return nil, err
	}
	near, err := a.Reader.Neighbors(ctx, ids, dir, kinds...)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if id.Kind() != graph.KindTask {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		aligned, err := a.aligned(id, dir)
		if err != nil {
			return nil, err
		}
		near[i] = append(slices.Clone(near[i]), aligned...)
	}
	return near, nil
}

// aligned are the tasks aligned with a task at the other ends of edges in a direction, best first.
// A task that the index does not hold, since its document has gone meanwhile, has none.
func (a alignedReader) aligned(id graph.ID, dir graph.Direction) ([]graph.Neighbor, error) {
	matches, err := a.index.Align(id, align.Query{})
	if errors.Is(err, align.ErrNotIndexed) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var near []graph.Neighbor
	for i, m := range matches {
		if (slices.Compare(id[:], m.Task[:]) < 0) == (dir == graph.Out) {
			near = append(near, graph.Neighbor{
				ID: m.Task, Kind: graph.AlignedWith, Order: i, Score: m.Score,
			})
		}
	}
	return near, nil
}

// Edges implements graph.Reader.
func (a alignedReader) Edges(ctx context.Context, keys []graph.EdgeKey) ([]*graph.Edge, error) {
	edges, err := a.Reader.Edges(ctx, keys)
	if err != nil {
		return nil, err
	}
	for i, key := range keys {
		if key.Kind != graph.AlignedWith {
			continue
		}
		if err := a.index.Follow(ctx, a.Reader); err != nil {
			return nil, err
		}
		score, err := a.index.Score(key.From, key.To)
		if err == nil && score > 0 {
			edges[i] = &graph.Edge{Kind: key.Kind, From: key.From, To: key.To, Score: score}
		}
	}
	return edges, nil
}
