package graph_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// TestBackup restores a backup: the stores are equal. A damaged backup and a folder that is in use
// are refused, and leave nothing.
func TestBackup(t *testing.T) {
	store := graphtest.Open(t)
	graphtest.Put(t, store,
		graphtest.Plan{Title: "东州市标准化规划", Region: "330100", Tasks: []graphtest.Task{{Heading: "建设"}}},
		graphtest.Plan{Title: "北江市标准化规划", Region: "320500"})
	graphtest.Remove(t, store, graphtest.Plan{Title: "北江市标准化规划", Region: "320500"})
	var backup bytes.Buffer
	if err := store.Backup(t.Context(), &backup); err != nil {
		t.Fatal(err)
	}
	restore := func(dir string, b []byte) error {
		return graph.Restore(t.Context(), dir, bytes.NewReader(b), graph.Options{})
	}
	dir := filepath.Join(t.TempDir(), "graph")
	damaged := bytes.Clone(backup.Bytes())
	damaged[len(damaged)/2] ^= 1
	for name, b := range map[string][]byte{
		"empty": nil, "damaged": damaged, "cut short": backup.Bytes()[:backup.Len()-1],
		"another file": []byte(strings.Repeat("x", 100)),
	} {
		if err := restore(dir, b); !errors.Is(err, graph.ErrCorrupt) {
			t.Errorf("%s: got %v, want ErrCorrupt", name, err)
		}
	}
	if err := restore(dir, backup.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := restore(dir, backup.Bytes()); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a folder with a store: got %v, want ErrInvalid", err)
	}
	restored, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer restored.Close() //nolint:errcheck // only read
	var dumps [2]strings.Builder
	for i, s := range []*graph.Store{store, restored} {
		if err := s.View().Dump(t.Context(), &dumps[i]); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(dumps[0].String(), dumps[1].String()); diff != "" {
		t.Errorf("-stored +restored\n%s", diff)
	}
}
