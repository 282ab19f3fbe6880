package loader_test

import (
	"testing"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/loader/loadertest"
)

// BenchmarkLoad loads a folder of 300 made-up plans of 24 kB into an empty store on disk.
func BenchmarkLoad(b *testing.B) {
	const plans = 300
	gaz, err := gazetteer.Load()
	if err != nil {
		b.Fatal(err)
	}
	files := b.TempDir()
	size, err := loadertest.Write(files, plans)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		store, err := graph.Open(b.TempDir(), graph.Options{})
		if err != nil {
			b.Fatal(err)
		}
		sum, err := loader.New(store, gaz, loader.Options{}).Load(b.Context(), files)
		if err != nil || sum.Documents != plans {
			b.Fatalf("got %+v, %v", sum, err)
		}
		if err := store.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(plans*b.N)/b.Elapsed().Seconds(), "docs/s")
}
