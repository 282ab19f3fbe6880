package graph_test

import (
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// TestConcurrentReaders reads while plans come and go. Every view must be whole: each task that it
// lists has its document, its node and the edge to its section.
func TestConcurrentReaders(t *testing.T) {
	s := graphtest.Open(t)
	a, b := twoPlans()
	graphtest.Put(t, s, a)
	stop := make(chan struct{})
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					readWhole(t, s.View())
				}
			}
		})
	}
	for range 8 {
		graphtest.Put(t, s, b)
		runtime.GC() // ends the leases of views that are garbage
		graphtest.Remove(t, s, b)
	}
	close(stop)
	wait.Wait()
}

func readWhole(t *testing.T, v *graph.View) {
	ctx := t.Context()
	tasks, err := v.IDs(ctx, graph.KindTask)
	if err != nil {
		t.Error(err)
		return
	}
	nodes, err := v.Nodes(ctx, tasks)
	if err != nil {
		t.Error(err)
		return
	}
	above, err := v.Neighbors(ctx, tasks, graph.In, graph.HasTask)
	if err != nil {
		t.Error(err)
		return
	}
	for i, n := range nodes {
		task := n.(*graph.Task)
		key := graph.EdgeKey{From: task.Section, Kind: graph.HasTask, To: task.ID}
		edges, err := v.Edges(ctx, []graph.EdgeKey{key})
		if err != nil || edges[0] == nil || !slices.ContainsFunc(above[i], func(n graph.Neighbor) bool {
			return n.ID == task.Document
		}) {
			t.Errorf("task %s of version %d is below %v, edge %v, %v",
				task.ID, v.Version(), above[i], edges, err)
		}
	}
}
