package graph_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// benchPlan is the n-th of many plans: 60 tasks with 1 to 6 units and 1 to 2 topics each.
func benchPlan(n int) graphtest.Plan {
	p := graphtest.Plan{
		Title: fmt.Sprintf("第%d号标准化行动计划", n), Number: fmt.Sprintf("甲政发〔2020〕%d号", n),
		Region: fmt.Sprintf("33%04d", n/5), Issued: "2020-05-01",
	}
	for i := range 60 {
		t := graphtest.Task{
			Heading: fmt.Sprintf("推进第%d项重点领域标准化工作，完善相关标准体系", i),
			Topics:  []string{fmt.Sprint("topic-", (n+i)%48)},
		}
		if i%2 == 0 {
			t.Topics = append(t.Topics, fmt.Sprint("topic-", (n+i*7)%48+1000))
		}
		for u := range 1 + (n+i)%6 {
			function := (i*3 + u*u + n) % 40
			t.Units = append(t.Units, graphtest.Unit{
				Name: fmt.Sprintf("市第%d局", function), Function: fmt.Sprint("function-", function),
			})
		}
		if i%4 == 0 {
			t.Targets = []graphtest.Target{{Metric: "制定国家标准", Value: float64(i), Unit: "项"}}
		}
		p.Tasks = append(p.Tasks, t)
	}
	return p
}

// benchStore is a store with n plans, in memory unless there is a folder.
func benchStore(b *testing.B, dir string, n int) *graph.Store {
	b.Helper()
	s, err := graph.Open(dir, graph.Options{InMemory: dir == ""})
	if err != nil {
		b.Fatal(err)
	}
	for start := 0; start < n; start += 10 {
		var batch graph.Batch
		for i := start; i < min(start+10, n); i++ {
			batch.Put = append(batch.Put, benchPlan(i).Facts())
		}
		if err := s.Apply(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
	b.Cleanup(func() { s.Close() })
	return s
}

// BenchmarkApply stores one more document. What it costs must not grow with the documents there
// are, all of which share functions and topics with it.
func BenchmarkApply(b *testing.B) {
	for _, stored := range []int{50, 500} {
		b.Run(fmt.Sprint("after ", stored), func(b *testing.B) {
			s := benchStore(b, b.TempDir(), stored)
			edges, n := 0, stored
			for b.Loop() {
				b.StopTimer()
				f := benchPlan(n).Facts()
				edges += len(f.Edges)
				n++
				b.StartTimer()
				if err := s.Apply(b.Context(), graph.Batch{Put: []graph.Facts{f}}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(edges)/float64(b.N), "edges/op")
		})
	}
}

func BenchmarkApplyUnchanged(b *testing.B) {
	s := benchStore(b, b.TempDir(), 100)
	f := benchPlan(1).Facts()
	for b.Loop() {
		if err := s.Apply(b.Context(), graph.Batch{Put: []graph.Facts{f}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNeighbors asks for the units of the tasks of one document, then for the tasks of those.
func BenchmarkNeighbors(b *testing.B) {
	v := benchStore(b, "", 300).View()
	docs := []graph.ID{benchPlan(7).ID()}
	ids := func(lists [][]graph.Neighbor) (all []graph.ID) {
		for _, list := range lists {
			for _, n := range list {
				all = append(all, n.ID)
			}
		}
		return all
	}
	hop := func(from []graph.ID, dir graph.Direction, kind graph.EdgeKind) []graph.ID {
		lists, err := v.Neighbors(b.Context(), from, dir, kind)
		if err != nil {
			b.Fatal(err)
		}
		return ids(lists)
	}
	tasks := hop(docs, graph.Out, graph.HasTask)
	b.Run("1 hop from a document", func(b *testing.B) {
		for b.Loop() {
			hop(docs, graph.Out, graph.HasTask)
		}
	})
	b.Run("1 hop from 60 tasks", func(b *testing.B) {
		for b.Loop() {
			hop(tasks, graph.Out, graph.Responsible)
		}
	})
	b.Run("2 hops from a document", func(b *testing.B) {
		for b.Loop() {
			hop(hop(docs, graph.Out, graph.HasTask), graph.Out, graph.Responsible)
		}
	})
	topics := hop(tasks, graph.Out, graph.About)[:1]
	b.Run("hub", func(b *testing.B) {
		for b.Loop() {
			hop(topics, graph.In, graph.About)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := benchStore(b, "", 300)
	v := s.View()
	tasks, err := v.IDs(b.Context(), graph.KindTask)
	if err != nil {
		b.Fatal(err)
	}
	var keys []graph.EdgeKey
	units, err := v.Neighbors(b.Context(), tasks[:60], graph.Out, graph.Responsible)
	if err != nil {
		b.Fatal(err)
	}
	for i, list := range units {
		for _, n := range list {
			keys = append(keys, graph.EdgeKey{From: tasks[i], Kind: n.Kind, To: n.ID})
		}
	}
	b.Run("60 nodes, cached", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Nodes(b.Context(), tasks[:60]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("all briefs", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Briefs(b.Context(), tasks); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(tasks)), "nodes")
	})
	b.Run("edges of 60 tasks", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Edges(b.Context(), keys); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(keys)), "edges")
	})
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s := benchStore(b, dir, 1000)
	stats, err := s.View().Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := graph.Open(dir, graph.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(stats.Edges), "edges")
}
