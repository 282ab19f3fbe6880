package loader

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph/graphtest"
)

// TestUnload removes each file of a folder in turn: what is left is what a load without it gives.
func TestUnload(t *testing.T) {
	title := "苏州市养老服务标准化实施方案"
	files := map[string]string{
		"a.txt": smallPlan("苏州市人民政府", title, "苏府〔2021〕5号", "2021年3月1日", listOne, listTwo),
		"b.txt": smallPlan("苏州市人民政府", title, "", "2021年3月1日", listOne, listTwo),
		"c.txt": smallPlan("苏州市人民政府", title, "苏府〔2022〕8号", "2022年3月1日", listTwo),
		"d.txt": smallPlan("杭州市人民政府", "杭州市养老服务标准化实施方案", "", "2021年4月1日", listTwo),
	}
	for name := range files {
		t.Run(name, func(t *testing.T) {
			dir := writeFiles(t, files)
			store, fresh := graphtest.Open(t), graphtest.Open(t)
			load(t, store, dir)
			gone, err := New(store, loadGazetteer(t), Options{}).Unload(t.Context(), name)
			if err != nil || len(gone) != 1 || gone[0].FileName != name {
				t.Fatalf("got %+v, %v, want the one text of %s", gone, err, name)
			}
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
			load(t, fresh, dir)
			if diff := cmp.Diff(dump(t, fresh), dump(t, store)); diff != "" {
				t.Errorf("an unloaded file leaves traces (-never loaded +unloaded):\n%s", diff)
			}
		})
	}
}

func TestUnloadByNumber(t *testing.T) {
	store := graphtest.Open(t)
	load(t, store, writeFiles(t, manyPlans(3)))
	l := New(store, loadGazetteer(t), Options{})
	before := dump(t, store)
	if _, err := l.Unload(t.Context(), "某府[2021]2号", "某府〔2021〕99号"); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown number: got %v, want ErrUnknown", err)
	}
	if dump(t, store) != before {
		t.Error("a failed Unload changed the store")
	}
	id := loadedDocuments(t, store)[0].ID.String()
	if gone, err := l.Unload(t.Context(), id, "某府[2021]2号"); err != nil || len(gone) != 2 {
		t.Errorf("got %+v, %v, want two texts gone", gone, err)
	}
	if docs := loadedDocuments(t, store); len(docs) != 1 {
		t.Errorf("left are %+v, want one document", docs)
	}
}

// TestLoadGroups loads a folder by commits of different sizes: the store holds the same.
func TestLoadGroups(t *testing.T) {
	files := manyPlans(21)
	files["copy.txt"] = files["02.txt"]
	files["zz.txt"] = smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案（第0批）", "", "2021年3月1日", listOne)
	dir := writeFiles(t, files)
	var want string
	for _, group := range []int{1, 2, 5, 100} {
		store := openMemory(t)
		sum, err := New(store, loadGazetteer(t), Options{Group: group}).Load(t.Context(), dir)
		if err != nil || sum.Documents != 22 || sum.Unchanged != 1 {
			t.Fatalf("groups of %d: got %+v, %v, want 22 loaded and a copy unchanged", group, sum, err)
		}
		graphtest.Check(t, store)
		got := dump(t, store)
		if want == "" {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("groups of %d (-1 +this):\n%s", group, diff)
		}
	}
}

// TestResume loads a folder again by its manifest: nothing is read but what has changed.
func TestResume(t *testing.T) {
	dir := writeFiles(t, manyPlans(4))
	name := filepath.Join(t.TempDir(), "manifest")
	store := openMemory(t)
	again := func(resume bool) Summary {
		t.Helper()
		m, err := OpenManifest(name)
		if err != nil {
			t.Fatal(err)
		}
		options := Options{Manifest: m, Resume: resume}
		sum, err := New(store, loadGazetteer(t), options).Load(t.Context(), dir)
		if err := errors.Join(err, m.Close()); err != nil {
			t.Fatal(err)
		}
		return sum
	}
	all := again(true)
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(`{"path": "cut sho`); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	if sum := again(true); sum.Unchanged != 4 || sum.Bytes != 0 {
		t.Errorf("resumed: got %+v, want all unchanged and none read", sum)
	}
	if sum := again(false); sum.Unchanged != 4 || sum.Bytes != all.Bytes {
		t.Errorf("not resumed: got %+v, want all read", sum)
	}
	text := smallPlan("青岛市人民政府", "青岛市托育服务标准化实施方案", "青府〔2021〕3号", "2021年3月1日", listOne)
	if err := os.WriteFile(filepath.Join(dir, "01.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if sum := again(true); sum.Unchanged != 3 || sum.Documents != 1 {
		t.Errorf("a changed file: got %+v, want it loaded", sum)
	}
}
