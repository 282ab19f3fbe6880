package graph_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph/graphtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestFormat compares every record of a small store, byte for byte, with those that the format's
// version wrote. A difference means that old stores would be misread: the format needs a new
// version, and a line in its history.
func TestFormat(t *testing.T) {
	s := graphtest.Open(t)
	a, b := twoPlans()
	graphtest.Put(t, s, a, b)
	got := dump(t, s)
	golden := filepath.Join("testdata", "v3.dump")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("dump (-golden +got):\n%s", diff)
	}
}
