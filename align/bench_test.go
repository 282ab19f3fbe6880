package align_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/align/aligntest"
)

// store is an Index of n made-up documents.
func store(b *testing.B, n int) *align.Index {
	b.Helper()
	ix := align.New(nil)
	for i := range n {
		if err := ix.Put(aligntest.Document(i)); err != nil {
			b.Fatal(err)
		}
	}
	return ix
}

// BenchmarkAlignDocument stores one new document and aligns each of its tasks with all others.
func BenchmarkAlignDocument(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("stored=%d", n), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			ix := store(b, n)
			runtime.GC()
			runtime.ReadMemStats(&after)
			next := n
			for b.Loop() {
				b.StopTimer()
				doc := aligntest.Document(next)
				next++
				b.StartTimer()
				alignDocument(b, ix, doc)
				b.StopTimer()
				ix.Remove(doc.ID)
				b.StartTimer()
			}
			bytes := float64(after.HeapAlloc) - float64(before.HeapAlloc)
			b.ReportMetric(bytes/float64(n*aligntest.Tasks), "B/task")
		})
	}
}

func alignDocument(b *testing.B, ix *align.Index, doc align.Document) {
	if err := ix.Put(doc); err != nil {
		b.Fatal(err)
	}
	for _, t := range doc.Tasks {
		if _, err := ix.Align(t.ID, align.Query{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkShared finds all shared tasks of a few regions, as the first page of sharedTasks does.
func BenchmarkShared(b *testing.B) {
	ix := store(b, 1000)
	for _, n := range []int{2, 4, 8} {
		b.Run(fmt.Sprintf("regions=%d", n), func(b *testing.B) {
			var q align.SharedQuery
			for i := range n {
				q.Regions = append(q.Regions, aligntest.Region(i))
			}
			for b.Loop() {
				if _, err := ix.Shared(b.Context(), q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
