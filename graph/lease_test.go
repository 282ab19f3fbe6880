package graph

import (
	"runtime"
	"testing"
	"time"
)

// TestLeasesEnd takes views and lets them go: what they kept readable is given free, all but what
// the newest view and one that is still held need.
func TestLeasesEnd(t *testing.T) {
	s := open(t, "", Options{InMemory: true})
	w := newWorld(5)
	var kept *View
	for n := range 10 {
		f := w.facts(Source(exampleSource.source()), nil)
		if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
			t.Fatal(err)
		}
		if v := s.View(); n == 4 {
			kept = v
		}
	}
	leases := func() int {
		s.leased.Lock()
		defer s.leased.Unlock()
		return len(s.leases)
	}
	for deadline := time.Now().Add(10 * time.Second); leases() > 2 && time.Now().Before(deadline); {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if n := leases(); n != 2 {
		t.Errorf("%d leases, want 2", n)
	}
	if _, err := kept.Nodes(t.Context(), w.q.ids); err != nil {
		t.Errorf("nodes of the view kept: %v", err)
	}
}
