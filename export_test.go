package main

import (
	"os"
	"path/filepath"
	"strings"
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

// TestExportAligned finds the edges that are worked out in an export that asks for them, and there
// alone.
func TestExportAligned(t *testing.T) {
	data := t.TempDir()
	other := strings.ReplaceAll(plan, "东", "西")
	command(t, "", "load", "--data", data, "seeds", writeFiles(t, map[string]string{"a.txt": plan, "b.txt": other}))
	count := func(args ...string) int {
		t.Helper()
		got := command(t, "", append([]string{"export", "--data", data}, args...)...)
		if got.status != exitOK {
			t.Fatalf("%v: %+v", args, got)
		}
		return strings.Count(got.stdout, "ALIGNED_WITH</data>")
	}
	if n := count("--format", "graphml", "--aligned"); n == 0 {
		t.Error("no task is aligned with another")
	}
	if n := count("--format", "graphml"); n != 0 {
		t.Errorf("%d alignments that nobody asked for", n)
	}
	got := command(t, "", "export", "--data", data, "--aligned")
	if got.status != exitFailed || !strings.Contains(got.stderr, "nquads") {
		t.Errorf("alignments as statements of texts: %+v", got)
	}
}
