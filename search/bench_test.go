package search

import (
	"testing"

	"github.com/policygraph/policygraph/graph"
)

// BenchmarkSync measures indexing: a store of 1,000 plans of 60 tasks from nothing, and one plan
// more.
func BenchmarkSync(b *testing.B) {
	s := manyPlans(b, 1000)
	b.Run("1000 plans", func(b *testing.B) {
		for range b.N {
			syncTo(b, openIndex(b, b.TempDir()), s.View())
		}
	})
	b.Run("one more", func(b *testing.B) {
		x := openIndex(b, b.TempDir())
		syncTo(b, x, s.View())
		b.ResetTimer()
		for n := range b.N {
			b.StopTimer()
			put(b, s, generated(100_000+n))
			b.StartTimer()
			syncTo(b, x, s.View())
		}
	})
}

// BenchmarkSearch measures queries over 1,000 plans.
func BenchmarkSearch(b *testing.B) {
	s := manyPlans(b, 1000)
	x := openIndex(b, b.TempDir())
	syncTo(b, x, s.View())
	for _, test := range []struct{ name, text string }{
		{"number", "文政发[2020]7号"},
		{"word in half of all", "标准化"},
		{"phrase", "电子商务标准化体系"},
		{"sentence", "推进电子商务与智慧城市的标准化建设，完善公共信息平台"},
		{"character", "港"},
	} {
		b.Run(test.name, func(b *testing.B) {
			for range b.N {
				if _, err := x.Search(b.Context(), s.View(), Query{Text: test.text, First: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func manyPlans(b *testing.B, n int) *graph.Store {
	b.Helper()
	s := openStore(b)
	var facts []graph.Facts
	for i := range n {
		if facts = append(facts, generated(i)); len(facts) == 5 {
			put(b, s, facts...)
			facts = nil
		}
	}
	put(b, s, facts...)
	return s
}

func syncTo(b testing.TB, x *Index, v graph.Reader) {
	b.Helper()
	if _, err := x.Sync(b.Context(), v); err != nil {
		b.Fatal(err)
	}
}
