package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// View is one state of a Store's graph: a Reader to which no later commit shows. It needs no
// closing, and may be used by many goroutines and for as long as wanted, though a view that is
// kept for long keeps the records on disk that it can see. Nodes and lists of ids that it returns
// are shared and must not be changed.
type View struct {
	store *Store
	snap  *snapshot
}

var _ Reader = (*View)(nil)

// checkEvery is after how many ids a method looks whether its context is done.
const checkEvery = 1024

// Version implements Reader. It is 0 for a store to which nothing was committed.
func (v *View) Version() uint64 { return v.snap.version }

// Briefs implements Reader.
func (v *View) Briefs(ctx context.Context, ids []ID) ([]Brief, error) {
	briefs := make([]Brief, len(ids))
	err := v.walk(func(txn *badger.Txn) error {
		for n, id := range ids {
			if n%checkEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			f, err := v.snap.face(txn, id)
			if err != nil {
				return err
			}
			if f != nil {
				briefs[n] = f.brief()
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: briefs: %w", err)
	}
	return briefs, nil
}

// walk calls f to traverse the graph, with a transaction if the snapshot leaves some of it in
// Badger: what is in memory is answered even after the store is closed.
func (v *View) walk(f func(*badger.Txn) error) error {
	if v.snap.sparse {
		return v.store.read(v.snap, f)
	}
	return f(nil)
}

// Neighbors implements Reader.
func (v *View) Neighbors(
	ctx context.Context, ids []ID, dir Direction, kinds ...EdgeKind,
) ([][]Neighbor, error) {
	if v.snap.sparse {
		return v.walkNeighbors(ctx, ids, dir, kinds)
	}
	set := newKindSet(kinds)
	var halves []half
	ends := make([]int, len(ids))
	for n, id := range ids {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if i, e := v.snap.find(id); e != empty {
			halves = v.snap.neighbors(halves, i, dir, set)
		}
		ends[n] = len(halves)
	}
	all := make([]Neighbor, len(halves))
	for n, h := range halves {
		all[n] = Neighbor{
			ID: v.snap.ids[h.end], Kind: h.kind, Order: int(h.order), Role: h.role.role(), Score: h.score,
			Confidence: h.confidence,
		}
	}
	lists := make([][]Neighbor, len(ids))
	start := 0
	for n, end := range ends {
		lists[n] = all[start:end:end]
		start = end
	}
	return lists, nil
}

// walkNeighbors is Neighbors in Badger.
func (v *View) walkNeighbors(
	ctx context.Context, ids []ID, dir Direction, kinds []EdgeKind,
) ([][]Neighbor, error) {
	lists := make([][]Neighbor, len(ids))
	err := v.store.read(v.snap, func(txn *badger.Txn) (err error) {
		w := v.snap.newWalk(txn, dir, kinds)
		defer w.it.Close()
		for n, id := range ids {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if lists[n], err = w.neighbors(nil, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: neighbors: %w", err)
	}
	return lists, nil
}

// IDs implements Reader. The list is shared and must not be changed.
func (v *View) IDs(ctx context.Context, kind NodeKind) (ids []ID, err error) {
	if !kind.Valid() {
		return nil, fmt.Errorf("graph: ids of kind %d: %w", kind, ErrInvalid)
	}
	err = v.walk(func(txn *badger.Txn) error {
		ids, err = v.snap.sortedOf(txn, kind)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("graph: ids of kind %s: %w", kind, err)
	}
	return ids, ctx.Err()
}

// Stats implements Reader.
func (v *View) Stats(ctx context.Context) (Stats, error) {
	stats := Stats{Nodes: map[NodeKind]int{}}
	err := v.walk(func(txn *badger.Txn) (err error) {
		stats.Edges, err = v.snap.edgeCount(txn)
		return err
	})
	if err != nil {
		return Stats{}, fmt.Errorf("graph: stats: %w", err)
	}
	for _, k := range NodeKinds() {
		stats.Nodes[k] = v.snap.listed[k]
	}
	return stats, ctx.Err()
}

// sortedUnique sorts ids and drops repeated ones.
func sortedUnique(ids []ID) []ID {
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}
