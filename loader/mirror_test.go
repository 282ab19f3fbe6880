package loader

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

func TestMirror(t *testing.T) {
	plan := func(number, list string) string {
		return smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案"+number, "苏府〔2021〕"+number+"号",
			"2021年3月1日", list)
	}
	dir := writeFiles(t, map[string]string{"a.txt": plan("1", listOne), "sub/b.txt": plan("2", listTwo)})
	elsewhere := writeFiles(t, map[string]string{"c.txt": plan("3", listOne)})
	store := graphtest.Open(t)
	load(t, store, elsewhere)
	mirror := New(store, loadGazetteer(t), Options{}).Mirror(dir)
	write := func(name, text string) func() error {
		return func() error { return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) }
	}
	remove := func(name string) func() error {
		return func() error { return os.Remove(filepath.Join(dir, name)) }
	}
	steps := []struct {
		name     string
		do       func() error
		loaded   int
		unloaded []string
		texts    []string
	}{
		{"first", nil, 2, nil, []string{"a.txt", "c.txt", "sub/b.txt"}},
		{"nothing", nil, 0, nil, []string{"a.txt", "c.txt", "sub/b.txt"}},
		{
			"a copy of what is stored from elsewhere comes", write("d.txt", plan("3", listOne)), 0, nil,
			[]string{"a.txt", "c.txt", "sub/b.txt"},
		},
		{"and goes", remove("d.txt"), 0, nil, []string{"a.txt", "c.txt", "sub/b.txt"}},
		{
			"a file is renamed",
			func() error { return os.Rename(filepath.Join(dir, "a.txt"), filepath.Join(dir, "e.txt")) },
			1, []string{"a.txt"}, []string{"c.txt", "e.txt", "sub/b.txt"},
		},
		{
			"a file has another document", write("e.txt", plan("4", listTwo)), 1, []string{"e.txt"},
			[]string{"c.txt", "e.txt", "sub/b.txt"},
		},
		{"a file goes", remove("sub/b.txt"), 0, []string{"sub/b.txt"}, []string{"c.txt", "e.txt"}},
		{
			"the folder is away", func() error { return os.Rename(dir, dir+"-away") }, 0, nil,
			[]string{"c.txt", "e.txt"},
		},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			if step.do != nil {
				if err := step.do(); err != nil {
					t.Fatal(err)
				}
			}
			sum, gone, err := mirror.Sync(t.Context())
			if err != nil || sum.Documents != step.loaded {
				t.Errorf("%+v, %v, want %d loaded", sum, err, step.loaded)
			}
			var unloaded, texts []string
			for _, e := range gone {
				unloaded = append(unloaded, e.FileName)
			}
			stored, err := store.View().Sources(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range stored {
				texts = append(texts, e.FileName)
			}
			slices.Sort(texts)
			if diff := cmp.Diff(step.unloaded, unloaded); diff != "" {
				t.Errorf("unloaded (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(step.texts, texts); diff != "" {
				t.Errorf("stored (-want +got):\n%s", diff)
			}
		})
	}
}

// TestMirrorAfterAbsence deletes files of a folder while nobody looks.
func TestMirrorAfterAbsence(t *testing.T) {
	dir := writeFiles(t, manyPlans(3))
	elsewhere := writeFiles(t, map[string]string{"other.txt": smallPlan("青岛市人民政府",
		"青岛市托育服务标准化实施方案", "青府〔2021〕3号", "2021年3月1日", listOne)})
	store, manifest := graphtest.Open(t), filepath.Join(t.TempDir(), "manifest")
	texts := func() int {
		t.Helper()
		stored, err := store.View().Sources(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(stored)
	}
	look := func(loadFirst ...string) (gone []graph.Expression) {
		t.Helper()
		m, err := OpenManifest(manifest)
		if err != nil {
			t.Fatal(err)
		}
		l := New(store, loadGazetteer(t), Options{Manifest: m, Resume: true})
		_, loadErr := l.Load(t.Context(), loadFirst...)
		_, gone, err = l.Mirror(dir).Sync(t.Context())
		if err := errors.Join(loadErr, err, m.Close()); err != nil {
			t.Fatal(err)
		}
		return gone
	}
	remove := func(names ...string) {
		t.Helper()
		for _, name := range names {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if gone := look(elsewhere); len(gone) != 0 || texts() != 4 {
		t.Fatalf("first: %d unloaded, %d stored; want 0, 4", len(gone), texts())
	}
	kept, err := os.ReadFile(filepath.Join(dir, "00.txt"))
	if err != nil {
		t.Fatal(err)
	}
	remove("00.txt")
	if gone := look(); len(gone) != 1 || gone[0].FileName != "00.txt" || texts() != 3 {
		t.Errorf("one has gone: unloaded %v, %d stored; want 00.txt, 3", gone, texts())
	}
	again := writeFiles(t, map[string]string{"00.txt": string(kept)})
	if gone := look(again); len(gone) != 0 || texts() != 4 {
		t.Errorf("it is loaded in another way: unloaded %v, %d stored; want none, 4", gone, texts())
	}
	remove("01.txt", "02.txt")
	if gone := look(); len(gone) != 0 || texts() != 4 {
		t.Errorf("the folder is empty: unloaded %v, %d stored; want none, 4", gone, texts())
	}
}
