package search

import (
	"context"
	"fmt"

	"github.com/policygraph/policygraph/graph"
)

// Check compares an index that says to mirror a state of the graph with it, and returns the nodes
// of which something else is indexed, or that only one of them has. An index that is behind is
// sound: the next search brings it up. Check changes nothing.
func (x *Index) Check(ctx context.Context, v graph.Reader) ([]graph.ID, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	ids, err := x.check(ctx, v)
	if err != nil {
		return nil, fmt.Errorf("search: check version %d: %w", v.Version(), err)
	}
	return ids, nil
}

func (x *Index) check(ctx context.Context, v graph.Reader) ([]graph.ID, error) {
	if x.closed {
		return nil, ErrClosed
	}
	mirrors := x.mirror != nil && !x.broken && x.mirror.Version() == v.Version()
	if x.mirror == nil {
		var err error
		if mirrors, err = x.sealed(ctx, v); err != nil {
			return nil, err
		}
	}
	if !mirrors {
		return nil, nil
	}
	return x.differences(ctx, v)
}
