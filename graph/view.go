package graph

import (
	"context"
	"fmt"
	"slices"
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
	for n, id := range ids {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if _, e := v.snap.find(id); e.face != nil {
			briefs[n] = e.face.brief()
		}
	}
	return briefs, nil
}

// Neighbors implements Reader.
func (v *View) Neighbors(
	ctx context.Context, ids []ID, dir Direction, kinds ...EdgeKind,
) ([][]Neighbor, error) {
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

// IDs implements Reader. The list is shared and must not be changed.
func (v *View) IDs(ctx context.Context, kind NodeKind) ([]ID, error) {
	if !kind.Valid() {
		return nil, fmt.Errorf("graph: ids of kind %d: %w", kind, ErrInvalid)
	}
	return v.snap.sortedOf(kind), ctx.Err()
}

// Stats implements Reader.
func (v *View) Stats(ctx context.Context) (Stats, error) {
	stats := Stats{Nodes: map[NodeKind]int{}, Edges: v.snap.edgeCount()}
	for _, k := range NodeKinds() {
		stats.Nodes[k] = v.snap.listed[k]
	}
	return stats, ctx.Err()
}

// meaning is the ids that stand for what id stands for, that one first.
func (v *View) meaning(id ID) []ID {
	i, ok := v.snap.lookup(id)
	if !ok || v.snap.aliased == 0 {
		return []ID{id}
	}
	group := v.snap.group(v.snap.stands(i))
	ids := make([]ID, len(group))
	for n, member := range group {
		ids[n] = v.snap.ids[member]
	}
	return ids
}

// stands is the id that an id stands for.
func (v *View) stands(id ID) ID {
	if i, ok := v.snap.lookup(id); ok {
		return v.snap.ids[v.snap.stands(i)]
	}
	return id
}

// sortedUnique sorts ids and drops repeated ones.
func sortedUnique(ids []ID) []ID {
	slices.SortFunc(ids, compareIDs)
	return slices.Compact(ids)
}
