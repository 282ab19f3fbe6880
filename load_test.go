package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestLoadReport(t *testing.T) {
	files := writeFiles(t, map[string]string{"plan.txt": plan, "empty.txt": ""})
	report := filepath.Join(t.TempDir(), "report.jsonl")
	got := command(t, "", "load", "--data", t.TempDir(), "--report", report, files)
	if got.status != exitFailed {
		t.Errorf("got %+v, want status 1", got)
	}
	lines, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"path":"` + filepath.Join(files, "empty.txt"), `"error":"`, "empty\"}\n"} {
		if strings.Count(string(lines), want) != 1 {
			t.Errorf("the report lacks %q: %s", want, lines)
		}
	}
}

func TestUnload(t *testing.T) {
	data := t.TempDir()
	command(t, "", "load", "--data", data, writeFiles(t, map[string]string{"plan.txt": plan}))
	got := command(t, "", "unload", "--data", data, "none.txt")
	if got.status != exitFailed || !strings.Contains(got.stderr, "none.txt") {
		t.Errorf("an unknown name: %+v", got)
	}
	got = command(t, "", "unload", "--data", data, "东政发[2020]1号")
	if got.status != exitOK || !strings.Contains(got.stdout, "plan.txt") {
		t.Errorf("got %+v, want plan.txt unloaded", got)
	}
	got = command(t, "", "check", "--data", data)
	if !strings.Contains(got.stdout, "sound: 0 nodes, 0 edges") {
		t.Errorf("something is left: %+v", got)
	}
}

// TestLoadWatch adds a file to a folder that is watched, and a folder with another.
func TestLoadWatch(t *testing.T) {
	files := writeFiles(t, map[string]string{"plan.txt": plan, "empty.txt": ""})
	report := filepath.Join(t.TempDir(), "report.jsonl")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stdout, out := io.Pipe()
	status := make(chan int, 1)
	go func() {
		args := []string{"load", "--log-level", "error", "--watch", "--report", report, "--data", t.TempDir(), files}
		status <- run(ctx, args, strings.NewReader(""), out, io.Discard)
		out.Close() //nolint:errcheck // a pipe's Close returns nil
	}()
	seen := make(chan string, 100)
	go func() {
		buffer := make([]byte, 1<<12)
		for n, err := stdout.Read(buffer); err == nil; n, err = stdout.Read(buffer) {
			seen <- string(buffer[:n])
		}
	}()
	await := func(want string) {
		t.Helper()
		for timeout := time.After(20 * time.Second); ; {
			select {
			case line := <-seen:
				if strings.Contains(line, want) {
					return
				}
			case <-timeout:
				t.Fatalf("%q was not printed within 20 s", want)
			}
		}
	}
	await("1 loaded with 3 tasks, 0 unchanged, 1 failed")
	other := strings.ReplaceAll(plan, "东", "西")
	if err := os.WriteFile(filepath.Join(files, "other.txt"), []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	await("1 loaded with 3 tasks, 1 unchanged")
	sub := filepath.Join(files, "sub")
	if err := os.Mkdir(sub, 0o700); err != nil {
		t.Fatal(err)
	}
	third := strings.ReplaceAll(plan, "东", "北")
	if err := os.WriteFile(filepath.Join(sub, "third.txt"), []byte(third), 0o600); err != nil {
		t.Fatal(err)
	}
	await("1 loaded with 3 tasks, 2 unchanged")
	cancel()
	if got := <-status; got != exitOK {
		t.Errorf("stopped with status %d", got)
	}
	lines, err := os.ReadFile(report)
	if err != nil || strings.Count(string(lines), "\n") != 1 {
		t.Errorf("the report has not one line for the bad file: %q, %v", lines, err)
	}
}
