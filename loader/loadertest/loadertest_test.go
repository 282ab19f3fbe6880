package loadertest_test

import (
	"testing"

	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/loader/loadertest"
)

// TestPlan reads a few plans as the loader does: all their tasks are found.
func TestPlan(t *testing.T) {
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 41, 9_999} {
		src, err := loader.Read("plan.txt", []byte(loadertest.Plan(n)))
		if err != nil {
			t.Fatal(err)
		}
		x, err := loader.Parse(src, gaz)
		if err != nil {
			t.Fatal(err)
		}
		if len(x.Tasks) != loadertest.TasksPerPlan || x.Document.Number == nil || len(x.Targets) == 0 {
			t.Errorf("plan %d: %d tasks, number %v, %d targets; want %d tasks, a number, targets",
				n, len(x.Tasks), x.Document.Number, len(x.Targets), loadertest.TasksPerPlan)
		}
	}
}
