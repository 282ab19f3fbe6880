package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestMove takes a store elsewhere by an export and by a backup: both give an equal one.
func TestMove(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	command(t, "", "load", "--data", data, writeFiles(t, map[string]string{"plan.txt": plan}))
	want := command(t, "", "export", "--data", data)
	backup, quads := filepath.Join(dir, "backup"), filepath.Join(dir, "graph.nq")
	for _, args := range [][]string{
		{"export", "--data", data, "--output", quads},
		{"import", "--data", filepath.Join(dir, "imported"), quads},
		{"backup", "--data", data, backup},
		{"restore", "--data", filepath.Join(dir, "restored"), backup},
		{"export", "--data", data, "--format", "csv", "--output", dir},
	} {
		if got := command(t, "", args...); got.status != exitOK {
			t.Fatalf("%v: %+v", args, got)
		}
	}
	for _, moved := range []string{"imported", "restored"} {
		got := command(t, "", "export", "--data", filepath.Join(dir, moved))
		if got.status != exitOK || got.stdout == "" || got.stdout != want.stdout {
			t.Errorf("%s: the store is not the one that was moved: %.200s", moved, got.stdout)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "edges.csv")); err != nil {
		t.Error(err)
	}
	for _, args := range [][]string{
		{"backup", "--data", data, backup}, {"restore", "--data", data, backup},
		{"export", "--data", data, "--format", "neo4j"}, {"import", "--data", data, backup},
	} {
		if got := command(t, "", args...); got.status != exitFailed || got.stderr == "" {
			t.Errorf("%v: got %+v, want a failure and its reason", args, got)
		}
	}
}
