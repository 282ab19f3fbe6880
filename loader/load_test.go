package loader

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// smallPlan writes a small plan of a made-up matter.
func smallPlan(issuer, title, number, date string, tasks ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", title)
	if number != "" {
		fmt.Fprintf(&b, "%s\n", number)
	}
	b.WriteString("为推动全市养老服务标准化工作，提升服务质量，" +
		"根据《国务院关于印发养老服务标准化规划的通知》（国发〔2019〕77号）精神，制定本方案。\n" +
		"一、总体要求\n坚持统筹推进，到2025年，制定地方标准20项以上。\n二、重点任务\n")
	for i, task := range tasks {
		fmt.Fprintf(&b, "%s%s\n", []string{"（一）", "（二）", "（三）"}[i], task)
	}
	fmt.Fprintf(&b, "三、保障措施\n（一）加强组织领导。各部门要落实责任。（责任单位：市民政局）\n%s\n%s\n", issuer, date)
	return b.String()
}

const (
	listOne = "完善标准体系。围绕居家养老制定标准，建立标准体系。（责任单位：市民政局、市市场监管局）"
	listTwo = "开展试点示范。建设10个试点单位，参与ISO/TC314工作。（责任单位：市卫生健康委、市民政局等）"
)

func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t *testing.T, store *graph.Store, paths ...string) Summary {
	t.Helper()
	sum, err := New(store, loadGazetteer(t), Options{}).Load(t.Context(), paths...)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func dump(t *testing.T, store *graph.Store) string {
	t.Helper()
	var b strings.Builder
	if err := store.View().Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func loadedDocuments(t *testing.T, store *graph.Store) []graph.Document {
	t.Helper()
	view := store.View()
	ids, err := view.IDs(t.Context(), graph.KindDocument)
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := view.Nodes(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	var docs []graph.Document
	for _, n := range nodes {
		if d := n.(*graph.Document); d.Loaded {
			docs = append(docs, *d)
		}
	}
	return docs
}

func TestLoadTwiceChangesNothing(t *testing.T) {
	store := graphtest.Open(t)
	dir := writeFiles(t, map[string]string{
		"a.txt": smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案", "苏府〔2021〕5号", "2021年3月1日", listOne, listTwo),
		"b.txt": smallPlan("杭州市人民政府", "杭州市养老服务标准化实施方案", "杭政函〔2021〕6号", "2021年4月1日", listTwo),
	})
	first := load(t, store, dir)
	counts := cmpopts.IgnoreFields(Summary{}, "Bytes", "Facts", "Found")
	if diff := cmp.Diff(Summary{Files: 2, Documents: 2, Tasks: 5}, first, counts); diff != "" {
		t.Errorf("first load (-want +got):\n%s", diff)
	}
	before, version := dump(t, store), store.View().Version()
	second := load(t, store, dir)
	if diff := cmp.Diff(Summary{Files: 2, Unchanged: 2}, second, counts); diff != "" {
		t.Errorf("second load (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, dump(t, store)); diff != "" || store.View().Version() != version {
		t.Errorf("loading twice changed the store:\n%s", diff)
	}
}

func TestLoadChangedFile(t *testing.T) {
	store, fresh := graphtest.Open(t), graphtest.Open(t)
	text := smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案", "苏府〔2021〕5号", "2021年3月1日", listOne, listTwo)
	dir := writeFiles(t, map[string]string{"a.txt": text})
	load(t, store, dir)
	changed := strings.Replace(text, "市卫生健康委、市民政局等", "市体育局", 1)
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	if sum := load(t, store, dir); sum.Documents != 1 {
		t.Errorf("got %+v, want one document loaded", sum)
	}
	load(t, fresh, dir)
	if diff := cmp.Diff(dump(t, fresh), dump(t, store)); diff != "" {
		t.Errorf("a changed file leaves traces (-fresh +reloaded):\n%s", diff)
	}
}

// TestLoadRenamed loads the bytes of a stored file under names before and after it.
func TestLoadRenamed(t *testing.T) {
	store := graphtest.Open(t)
	text := smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案", "苏府〔2021〕5号", "2021年3月1日", listOne)
	load(t, store, writeFiles(t, map[string]string{"m.txt": text}))
	for _, name := range []string{"z.txt", "a.txt"} {
		sum := load(t, store, writeFiles(t, map[string]string{name: text}))
		if sum.Documents != 0 || sum.Unchanged != 1 {
			t.Errorf("%s: %+v, want the file unchanged", name, sum)
		}
	}
	fresh := graphtest.Open(t)
	load(t, fresh, writeFiles(t, map[string]string{"a.txt": text}))
	if diff := cmp.Diff(dump(t, fresh), dump(t, store)); diff != "" {
		t.Errorf("not as under its first name (-fresh +renamed):\n%s", diff)
	}
	got, err := New(store, loadGazetteer(t), Options{}).LoadFile(t.Context(), "0.txt", []byte(text))
	if err != nil || got.Extraction != nil {
		t.Errorf("by itself: %+v, %v, want it unchanged", got, err)
	}
}

// TestLoadOrder loads copies of one document, with and without its number, a second document of the
// same title, and byte-equal copies, in every order.
func TestLoadOrder(t *testing.T) {
	title := "苏州市养老服务标准化实施方案"
	numbered := smallPlan("苏州市人民政府", title, "苏府〔2021〕5号", "2021年3月1日", listOne, listTwo)
	tests := map[string]map[string]string{
		"copy without number": {
			"a.txt": numbered,
			"b.txt": smallPlan("苏州市人民政府", title, "", "2021年3月1日", listOne, listTwo),
			"c.txt": smallPlan("杭州市人民政府", "杭州市养老服务标准化实施方案", "", "2021年4月1日", listTwo),
		},
		"two numbers of one title": {
			"a.txt": numbered,
			"b.txt": smallPlan("苏州市人民政府", title, "", "2021年3月1日", listOne),
			"c.txt": smallPlan("苏州市人民政府", title, "苏府〔2022〕8号", "2022年3月1日", listTwo),
		},
		"equal bytes": {"b.txt": numbered, "a.txt": numbered, "sub/c.txt": numbered},
	}
	for name, files := range tests {
		t.Run(name, func(t *testing.T) {
			dir := writeFiles(t, files)
			var names []string
			for f := range files {
				names = append(names, f)
			}
			slices.Sort(names)
			var want string
			for _, order := range permutations(names) {
				store := openMemory(t)
				for _, f := range order {
					loadAs(t, store, dir, f)
				}
				graphtest.Check(t, store)
				got := dump(t, store)
				if want == "" {
					want = got
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("order %v (-%v +this):\n%s", order, names, diff)
				}
			}
		})
	}
}

// openMemory opens a store without files, which is faster.
func openMemory(t *testing.T) *graph.Store {
	t.Helper()
	store, err := graph.Open("", graph.Options{InMemory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// loadAs loads one file under its name below the folder.
func loadAs(t *testing.T, store *graph.Store, dir, name string) {
	t.Helper()
	l := New(store, loadGazetteer(t), Options{})
	p := l.prepare(t.Context(), file{path: filepath.Join(dir, name), name: name})
	w := l.newWriter(&Summary{})
	if err := w.add(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if err := w.flush(t.Context()); err != nil || len(w.sum.Failed) > 0 {
		t.Fatalf("%s: %v %v", name, err, w.sum.Failed)
	}
}

func permutations(names []string) [][]string {
	if len(names) < 2 {
		return [][]string{names}
	}
	var all [][]string
	for i, n := range names {
		rest := slices.Concat(names[:i], names[i+1:])
		for _, p := range permutations(rest) {
			all = append(all, append([]string{n}, p...))
		}
	}
	return all
}

func TestLoadJoinsCopyWithoutNumber(t *testing.T) {
	store := graphtest.Open(t)
	title := "苏州市养老服务标准化实施方案"
	dir := writeFiles(t, map[string]string{
		"a.txt": smallPlan("苏州市人民政府", title, "", "2021年3月1日", listOne, listTwo),
		"b.txt": smallPlan("苏州市人民政府", title, "苏府〔2021〕5号", "2021年3月1日", listOne, listTwo),
	})
	load(t, store, dir)
	docs := loadedDocuments(t, store)
	if len(docs) != 1 || docs[0].Number != "苏府〔2021〕5号" {
		t.Fatalf("got %+v, want one document with its number", docs)
	}
	texts, err := store.View().Expressions(t.Context(), []graph.ID{docs[0].ID})
	if err != nil || len(texts[0]) != 2 {
		t.Errorf("got %+v, %v, want two texts", texts, err)
	}
}

func TestLoadBadFiles(t *testing.T) {
	good := smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案", "苏府〔2021〕5号", "2021年3月1日", listOne)
	dir := writeFiles(t, map[string]string{
		"good.txt":   good,
		"empty.txt":  " \n",
		"binary.txt": "\x00\x01\x02\x7fELF" + strings.Repeat("\x00\xff", 100),
		"prose.txt":  strings.Repeat("从前有座山，山里有座庙，庙里有个老和尚在讲故事。", 10),
		"latin.txt":  strings.Repeat("no Chinese at all here. ", 30),
		"README.md":  "about these files",
		".hidden":    "x",
	})
	large := filepath.Join(dir, "large.txt")
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(MaxFileSize+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	store := graphtest.Open(t)
	sum := load(t, store, dir, filepath.Join(dir, "missing.txt"))
	if sum.Documents != 1 || sum.Files != 7 {
		t.Errorf("got %+v, want 1 document of 7 files", sum)
	}
	want := map[string]error{
		"empty.txt": ErrEmpty, "binary.txt": ErrBinary, "prose.txt": ErrNotPolicy, "latin.txt": ErrNotChinese,
		"large.txt": ErrTooLarge, "missing.txt": os.ErrNotExist,
	}
	for _, failure := range sum.Failed {
		name := filepath.Base(failure.Path)
		if !errors.Is(failure, want[name]) {
			t.Errorf("%s: got %v, want %v", name, failure, want[name])
		}
		if !strings.Contains(failure.Error(), failure.Path) {
			t.Errorf("%s: the message %q does not name the file", name, failure.Error())
		}
		delete(want, name)
	}
	if len(want) > 0 {
		t.Errorf("not reported: %v", want)
	}
}

func TestLoadStopsWithContext(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"a.txt": smallPlan("苏州市人民政府", "苏州市养老服务标准化实施方案", "苏府〔2021〕5号", "2021年3月1日", listOne),
		"b.txt": smallPlan("苏州市人民政府", "苏州市托育服务标准化实施方案", "苏府〔2021〕6号", "2021年3月1日", listOne),
	})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	store := graphtest.Open(t)
	l := New(store, loadGazetteer(t), Options{Group: 1, Progress: func(Progress) { cancel() }})
	sum, err := l.Load(ctx, dir)
	if !errors.Is(err, context.Canceled) || sum.Documents != 1 {
		t.Errorf("got %+v, %v, want one document and the context's error", sum, err)
	}
}

// TestLoadFault makes the rules fail: without a gazetteer they cannot work.
func TestLoadFault(t *testing.T) {
	p := prepared{file: file{name: "plan.txt"}}
	(&Loader{}).parse(&p, []byte("某市茶产业标准化方案\n一、总体要求\n加强标准化。"))
	if !errors.Is(p.err, ErrFault) {
		t.Errorf("got error %v, want %v", p.err, ErrFault)
	}
}
