package graph

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOutgrowsMemory lets a graph grow beyond what is kept in memory: answers stay those of a graph
// that is in memory, before and after the store is opened again.
func TestOutgrowsMemory(t *testing.T) {
	dir := t.TempDir()
	small := open(t, dir, Options{SnapshotNodes: 25})
	large := open(t, "", Options{InMemory: true, SnapshotNodes: 1 << 20})
	var seen []bool
	w, o := newWorld(11), oracle{}
	for range 30 {
		next, b := w.batch(o)
		err := small.Apply(t.Context(), b)
		if other := large.Apply(t.Context(), b); (err == nil) != (other == nil) {
			t.Fatalf("apply: %v, in memory: %v", err, other)
		}
		if err != nil && !errors.Is(err, ErrInvalid) {
			t.Fatal(err)
		}
		if err == nil {
			o = next
		}
		checkStore(t, small)
		sameAnswers(t, large.View(), small.View())
		seen = append(seen, small.View().snap.sparse)
	}
	if first := slices.Index(seen, true); first < 1 || slices.Contains(seen[first:], false) {
		t.Errorf("sparse: %t, want false, then true", seen)
	}
	if err := small.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir, Options{SnapshotNodes: 1})
	if !again.View().snap.sparse {
		t.Error("opened again: it is not sparse")
	}
	sameAnswers(t, large.View(), again.View())
}

// sameAnswers compares all that two views say of nodes and edges.
func sameAnswers(t *testing.T, want, got *View) {
	t.Helper()
	ctx := t.Context()
	if diff := cmp.Diff(everything(t, want), everything(t, got)); diff != "" {
		t.Errorf("nodes and neighbors (-in memory +on disk):\n%s", diff)
	}
	a, errA := want.Stats(ctx)
	b, errB := got.Stats(ctx)
	if !reflect.DeepEqual(a, b) || errA != nil || errB != nil {
		t.Errorf("stats %+v, %v, want %+v, %v", b, errB, a, errA)
	}
}

// everything is what a view says of each kind: ids in order, nodes, briefs and neighbors.
func everything(t *testing.T, v *View) map[NodeKind][]any {
	t.Helper()
	all := map[NodeKind][]any{}
	for _, k := range NodeKinds() {
		ids, err := v.IDs(t.Context(), k)
		if err != nil {
			t.Fatal(err)
		}
		nodes, err := v.Nodes(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		briefs, err := v.Briefs(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		all[k] = []any{slices.Clone(ids), nodes, briefs}
		for _, kinds := range [][]EdgeKind{nil, {InRegion, Cites, InRegion}} {
			for _, dir := range []Direction{Out, In} {
				ends, err := v.Neighbors(t.Context(), ids, dir, kinds...)
				if err != nil {
					t.Fatal(err)
				}
				for _, list := range ends {
					all[k] = append(all[k], append([]Neighbor{}, list...))
				}
			}
		}
	}
	return all
}
