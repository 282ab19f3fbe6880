package loader

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// The environment of the process that TestLoadSurvivesKill kills.
const (
	killStore = "POLICYGRAPH_TEST_STORE"
	killFiles = "POLICYGRAPH_TEST_FILES"
)

// TestLoadSurvivesKill kills a process that loads a folder 20 times at random moments. Each time the
// store must pass its check; loading once more must give what an undisturbed load gives.
func TestLoadSurvivesKill(t *testing.T) {
	if dir := os.Getenv(killStore); dir != "" {
		loadInto(t, dir, os.Getenv(killFiles))
		return
	}
	files := writeFiles(t, manyPlans(60))
	undisturbed := t.TempDir()
	start := time.Now()
	runLoad(t, undisturbed, files, time.Minute)
	full := time.Since(start)
	want := dumpOf(t, undisturbed)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, undisturbed load %v", seed, full)
	random := rand.New(rand.NewPCG(seed, 0))
	dir, killed := filepath.Join(t.TempDir(), "store"), 0
	for range 20 {
		if runLoad(t, dir, files, time.Duration(random.Int64N(int64(full)))) {
			killed++
		}
		if _, err := os.Stat(dir); err == nil {
			dumpOf(t, dir) // checks, too
		}
		if random.IntN(3) == 0 { // begin anew, so that early moments are met as well
			dir = filepath.Join(t.TempDir(), "store")
		}
	}
	if killed == 0 {
		t.Errorf("no load was killed while it ran")
	}
	runLoad(t, dir, files, time.Minute)
	if diff := cmp.Diff(want, dumpOf(t, dir)); diff != "" {
		t.Errorf("after %d kills the store differs (-undisturbed +killed):\n%s", killed, diff)
	}
}

// manyPlans are small plans of different cities.
func manyPlans(n int) map[string]string {
	cities := []string{"苏州市", "杭州市", "青岛市", "成都市", "武汉市", "福州市"}
	files := map[string]string{}
	for i := range n {
		city := cities[i%len(cities)]
		title := fmt.Sprintf("%s养老服务标准化实施方案（第%d批）", city, i)
		number := fmt.Sprintf("某府〔2021〕%d号", i+1)
		if i%4 == 3 {
			number = ""
		}
		name := fmt.Sprintf("%02d.txt", i)
		files[name] = smallPlan(city+"人民政府", title, number, "2021年3月1日", listOne, listTwo)
	}
	return files
}

// loadInto is what the killed process does.
func loadInto(t *testing.T, dir, files string) {
	store, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	load(t, store, files)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

// runLoad loads files in a process of its own, which is killed after a while, and reports whether
// it was.
func runLoad(t *testing.T, dir, files string, after time.Duration) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestLoadSurvivesKill$")
	cmd.Env = append(os.Environ(), killStore+"="+dir, killFiles+"="+files)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Fatalf("load: %v", err)
		}
		return false
	case <-time.After(after):
		_ = cmd.Process.Kill() // SIGKILL; an error means that it has just ended
		<-done
		return true
	}
}

// dumpOf checks a store and returns its dump.
func dumpOf(t *testing.T, dir string) string {
	t.Helper()
	store, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Check(t, store)
	text := dump(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return text
}
