package graph

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChangesAreWhatReadersSee(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	w := newWorld(seed)
	s := open(t, "", Options{InMemory: true})
	views := []*View{s.View()}
	o := oracle{}
	for range 60 {
		next, b := w.batch(o)
		err := s.Apply(t.Context(), b)
		if errors.Is(err, ErrInvalid) && !w.fits(next) {
			continue // an edge ended at a task that the same batch removed
		}
		if err != nil {
			t.Fatal(err)
		}
		o = next
		v := s.View()
		checkChanges(t, views[len(views)-1], v)
		checkChanges(t, views[w.r.IntN(len(views))], v)
		views = append(views, v)
	}
}

func TestChangesOfAnotherStore(t *testing.T) {
	var views []*View
	for range 2 {
		s := open(t, "", Options{InMemory: true})
		views = append(views, s.View())
	}
	if _, ok := views[0].Changes(views[1]); ok {
		t.Error("Changes knows a view of another store")
	}
}

// readAll is what readers see of every node: its fields and its Brief.
func readAll(t *testing.T, v *View) map[ID][2]any {
	t.Helper()
	all := map[ID][2]any{}
	for _, kind := range NodeKinds() {
		ids, err := v.IDs(t.Context(), kind)
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
		for i, id := range ids {
			all[id] = [2]any{nodes[i], briefs[i]}
		}
	}
	return all
}

// checkChanges compares Changes with what a reader of both views sees: it must name all that differ.
func checkChanges(t *testing.T, since, v *View) {
	t.Helper()
	before, after := readAll(t, since), readAll(t, v)
	named := map[ID]bool{}
	changed, ok := v.Changes(since)
	if !ok && v.snap.sparse {
		return // it may not know, if a document has moved
	}
	if !ok {
		t.Fatal("Changes knows no view of its own store")
	}
	for _, id := range changed {
		named[id] = true
	}
	for _, nodes := range []map[ID][2]any{before, after} {
		for id := range nodes {
			if !named[id] && !reflect.DeepEqual(before[id], after[id]) {
				t.Errorf("version %d to %d: %s is not named", since.Version(), v.Version(), id)
			}
		}
	}
}

func TestChangesNamesNothingElse(t *testing.T) {
	s := open(t, "", Options{InMemory: true})
	text := func(source, number string) Facts {
		doc := DocumentIDByNumber(number)
		return Facts{
			Expression: Expression{Source: Source(strings.Repeat(source, digestSize)), Document: doc, Script: Hans},
			Text:       "文",
			Nodes: []Node{
				&Document{ID: doc, Number: number, Loaded: true},
				&Region{ID: RegionID("330100"), Code: "330100", Name: "杭州市"},
			},
			Edges: []Edge{{From: doc, Kind: InRegion, To: RegionID("330100")}},
		}
	}
	views := []*View{s.View()}
	for i, number := range []string{"一", "二"} {
		if err := s.Apply(t.Context(), Batch{Put: []Facts{text(fmt.Sprintf("%02x", i), number)}}); err != nil {
			t.Fatal(err)
		}
		views = append(views, s.View())
	}
	first, second := DocumentIDByNumber("一"), DocumentIDByNumber("二")
	for _, test := range []struct {
		since, v int
		want     []ID
	}{
		{0, 0, nil}, {0, 1, []ID{first, RegionID("330100")}}, {1, 2, []ID{second}}, {2, 1, []ID{second}},
	} {
		got, _ := views[test.v].Changes(views[test.since])
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("version %d to %d (-want +got):\n%s", test.since, test.v, diff)
		}
	}
}
