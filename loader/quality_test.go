package loader

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

var update = flag.Bool("update", false, "write the golden files anew")

// seeds is the folder of the documents that gold describes.
const seeds = "../seeds"

// gazetteerOnce reads the gazetteer when the first test needs it.
var gazetteerOnce = sync.OnceValues(gazetteer.Load)

func loadGazetteer(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	gaz, err := gazetteerOnce()
	if err != nil {
		t.Fatal(err)
	}
	return gaz
}

// readGold returns the hand-annotated extractions, by the name of their file without extension.
func readGold(t testing.TB) map[string]*Extraction {
	t.Helper()
	paths, err := filepath.Glob("testdata/gold/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold: %v", err)
	}
	gold := map[string]*Extraction{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		ex := &Extraction{}
		if err := json.Unmarshal(data, ex); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		gold[strings.TrimSuffix(filepath.Base(path), ".json")] = ex
	}
	return gold
}

func parseSeed(t testing.TB, gaz *gazetteer.Gazetteer, name string) (*Source, *Extraction) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(seeds, name))
	if err != nil {
		t.Fatal(err)
	}
	src, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	ex, err := Parse(src, gaz)
	if err != nil {
		t.Fatal(err)
	}
	return src, ex
}

// TestQuality compares the figures of every seed with those of testdata/quality.golden, so that a
// change of quality is a readable difference. -update writes the file.
func TestQuality(t *testing.T) {
	gaz, gold := loadGazetteer(t), readGold(t)
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		_, got := parseSeed(t, gaz, gold[name].Document.File)
		f := score(gold[name], got)
		fmt.Fprintf(&b, "%s\n", name)
		for _, figure := range slices.Sorted(maps.Keys(f)) {
			fmt.Fprintf(&b, "  %-22s %.4f\n", figure, f[figure])
		}
	}
	golden := "testdata/quality.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("quality has changed; if for the better, run with -update (-want +got):\n%s", diff)
	}
}
