package graph

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// crashDir is the variable that makes the test binary a process to be killed.
const crashDir = "GRAPH_TEST_CRASH_DIR"

// onDisk is the variable that makes the stores of tests walk the graph on disk: graphtest.Open
// knows it as well.
const onDisk = "GRAPH_TEST_ON_DISK"

// TestOnDisk runs all tests once more with graphs that are walked on disk.
func TestOnDisk(t *testing.T) {
	if os.Getenv(onDisk) != "" {
		return
	}
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.short")
	child.Env = append(os.Environ(), onDisk+"=1")
	if out, err := child.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		fmt.Fprintln(os.Stderr, commitForever(dir)) // it returns only an error
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// crashMemTable makes most commits of the test too large for one transaction of Badger, so that
// kills hit the redo log as well.
const crashMemTable = 64 << 10

// crashBatches are sources that are put and removed together.
func crashBatches() []Batch {
	w := newWorld(7)
	var batches []Batch
	for i := range 12 {
		var b Batch
		for j := range 4 {
			source := Source(strings.Repeat(fmt.Sprintf("%02x", 4*i+j), digestSize))
			b.Put = append(b.Put, w.facts(source, nil))
		}
		batches = append(batches, b)
	}
	return batches
}

// commitForever puts and removes the batches in turn. It prints a line once it has begun.
func commitForever(dir string) error {
	s, err := Open(dir, Options{memTable: crashMemTable})
	if err != nil {
		return err
	}
	batches := crashBatches()
	for n := 0; ; n++ {
		b := batches[rand.IntN(len(batches))]
		if rand.IntN(2) == 0 {
			for _, f := range b.Put {
				b.Remove = append(b.Remove, f.Expression.Source)
			}
			b.Put = nil
		}
		if err := s.Apply(context.Background(), b); err != nil {
			return err
		}
		if n == 0 {
			fmt.Println("committing")
		}
	}
}

// TestKill kills a process that commits, time and again, and looks at what it leaves: a sound
// store in which every batch is whole or absent, and which after all becomes equal to one that was
// never disturbed.
func TestKill(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 2))
	dir := t.TempDir()
	for round := range 20 {
		killAfter(t, dir, round%2 == 0, time.Duration(r.IntN(40_000))*time.Microsecond)
		s := open(t, dir, Options{memTable: crashMemTable})
		checkStore(t, s)
		checkWhole(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("after round %d", round)
		}
	}
	s := open(t, dir, Options{})
	undisturbed := open(t, t.TempDir(), Options{})
	for _, b := range crashBatches() {
		for _, s := range []*Store{s, undisturbed} {
			if err := s.Apply(t.Context(), b); err != nil {
				t.Fatal(err)
			}
		}
	}
	if dumpOf(t, s) != dumpOf(t, undisturbed) {
		t.Error("the stores differ")
	}
	checkStore(t, s)
}

// open opens a store that is closed with the test, if it is not before.
func open(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	if os.Getenv(onDisk) != "" && opts.SnapshotNodes == 0 {
		opts.SnapshotNodes = -1
	}
	s, err := Open(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// killAfter runs commitForever in a process and kills it some time after its start, or after its
// first commit.
func killAfter(t *testing.T, dir string, committing bool, wait time.Duration) {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), crashDir+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if committing {
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Errorf("the process did not commit: %v", err)
		}
	}
	time.Sleep(wait)
	if err := child.Process.Signal(syscall.SIGKILL); err != nil {
		t.Error(err)
	}
	if err := child.Wait(); err == nil || err.Error() != "signal: killed" {
		t.Errorf("the process ended with %v", err)
	}
}

// checkWhole checks that of each batch all sources are stored, or none.
func checkWhole(t *testing.T, s *Store) {
	t.Helper()
	stored, err := s.View().Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found := map[Source]bool{}
	for _, e := range stored {
		found[e.Source] = true
	}
	for i, b := range crashBatches() {
		n := 0
		for _, f := range b.Put {
			if found[f.Expression.Source] {
				n++
			}
		}
		if n != 0 && n != len(b.Put) {
			t.Errorf("of batch %d, %d of %d sources are stored", i, n, len(b.Put))
		}
	}
}
