package graph

import (
	"runtime"
	"testing"
)

// TestMappedMemory gives back, after every commit, all pages of the store's files: it answers as
// before.
func TestMappedMemory(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{MappedMemory: 1, memTable: crashMemTable})
	memory := open(t, "", Options{InMemory: true})
	for _, b := range crashBatches() {
		for _, store := range []*Store{s, memory} {
			if err := store.Apply(t.Context(), b); err != nil {
				t.Fatal(err)
			}
		}
		sameAnswers(t, memory.View(), s.View())
	}
	checkStore(t, s)
	if err := pageOut(dir); err != nil {
		t.Errorf("page out: %v", err)
	}
	n, err := residentFiles()
	if known := runtime.GOOS == "linux"; err != nil || n > 0 != known {
		t.Errorf("%d bytes of mapped files, %v, want some on Linux", n, err)
	}
}
