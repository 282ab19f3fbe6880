// Package graphtest helps tests that need a graph: a store that is checked when the test ends,
// and the facts of small plans.
package graphtest

import (
	"testing"

	"github.com/policygraph/policygraph/graph"
)

// Open opens an empty store in a folder of the test. When the test ends the store is closed.
func Open(tb testing.TB) *graph.Store {
	tb.Helper()
	s, err := graph.Open(tb.TempDir(), graph.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// Put applies the facts of plans in one batch.
func Put(tb testing.TB, s *graph.Store, plans ...Plan) {
	tb.Helper()
	var b graph.Batch
	for _, p := range plans {
		b.Put = append(b.Put, p.Facts())
	}
	if err := s.Apply(tb.Context(), b); err != nil {
		tb.Fatal(err)
	}
}
