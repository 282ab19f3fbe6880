package graph

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
)

// TestAdjacency inserts and removes half edges of a hub at random and compares the list with a
// sorted slice; lists kept on the way must stay as they were.
func TestAdjacency(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 3))
	var ids []ID
	for i := range 2000 {
		ids = append(ids, newID(KindTask, string(rune(i))))
	}
	compare := func(a, b half) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.order, b.order),
			compareIDs(ids[a.end], ids[b.end]))
	}
	var list, kept adjacency
	var want, wantKept []half
	for step := range 6000 {
		h := half{
			end: uint32(r.IntN(len(ids))), kind: About + EdgeKind(r.IntN(3)), order: int32(r.IntN(3)),
		}
		at, found := slices.BinarySearchFunc(want, h, compare)
		if r.IntN(5) < 3 != (step > 4000) {
			list = list.with(h, ids)
			if !found {
				want = slices.Insert(want, at, h)
			}
		} else {
			list = list.without(h, ids)
			if found {
				want = slices.Delete(want, at, at+1)
			}
		}
		if step == 3000 {
			kept, wantKept = list, slices.Clone(want)
		}
	}
	kindSets := map[string]kindSet{"all": allKinds, "one": newKindSet([]EdgeKind{Mentions})}
	exact := gocmp.AllowUnexported(half{})
	for _, tt := range []struct {
		name string
		list adjacency
		want []half
	}{{"the list", list, want}, {"the list kept", kept, wantKept}} {
		for kinds, set := range kindSets {
			t.Run(tt.name+", "+kinds, func(t *testing.T) {
				want := slices.DeleteFunc(slices.Clone(tt.want), func(h half) bool {
					return !set.has(h.kind)
				})
				if diff := gocmp.Diff(want, tt.list.append(nil, set), exact); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
		for _, chunk := range tt.list {
			if len(chunk) == 0 || len(chunk) > maxChunk {
				t.Errorf("%s has a chunk of %d", tt.name, len(chunk))
			}
		}
	}
}

func TestKindSet(t *testing.T) {
	s := newKindSet([]EdgeKind{About, Cites, 200})
	for _, k := range EdgeKinds() {
		if got, want := s.has(k), k == About || k == Cites; got != want {
			t.Errorf("has %s: %v", k, got)
		}
		for _, last := range EdgeKinds()[k-1:] {
			want := k <= About && About <= last || k <= Cites && Cites <= last
			if got := s.between(k, last); got != want {
				t.Errorf("between %s and %s: %v", k, last, got)
			}
		}
	}
}
