// Package graphtest helps tests that need a graph: a store that is checked when the test ends,
// and the facts of small plans.
package graphtest

import (
	"context"
	"os"
	"testing"

	"github.com/policygraph/policygraph/graph"
)

// Open opens an empty store in a folder of the test, one that is walked on disk if the variable
// GRAPH_TEST_ON_DISK is set. When the test ends the store is checked and closed.
func Open(tb testing.TB) *graph.Store {
	tb.Helper()
	var opts graph.Options
	if os.Getenv("GRAPH_TEST_ON_DISK") != "" {
		opts.SnapshotNodes = -1
	}
	s, err := graph.Open(tb.TempDir(), opts)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		Check(tb, s)
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// Check fails the test for each problem of a store.
func Check(tb testing.TB, s *graph.Store) {
	tb.Helper()
	problems, err := s.Check(context.Background()) // the test's own context has ended in Cleanup
	if err != nil {
		tb.Errorf("check: %v", err)
	}
	for _, p := range problems {
		tb.Errorf("check: %s", p)
	}
}

// Remove forgets plans in one batch.
func Remove(tb testing.TB, s *graph.Store, plans ...Plan) {
	tb.Helper()
	var b graph.Batch
	for _, p := range plans {
		b.Remove = append(b.Remove, p.Facts().Expression.Source)
	}
	if err := s.Apply(tb.Context(), b); err != nil {
		tb.Fatal(err)
	}
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
