package search

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

// twoPlans are what most tests search in.
func twoPlans() []graph.Facts {
	p := newPlan("杭政函〔2016〕190号", "城市标准化实施方案", "330100")
	p.task("加快电子商务领域标准体系建设", "制定商务标准，推进电子商务诚信。")
	p.task("推进智慧城市建设", "参加ISO/TC 268活动，完善电子商务的诚信环境。")
	p.department("330100", "市发改委", "杭州市发展和改革委员会", "市发展改革委")
	body := graph.StandardsBodyIDByCode("ISO/TC268")
	p.node(&graph.StandardsBody{ID: body, Code: "ISO/TC268", Name: "可持续城市和社区"})
	q := newPlan("苏委发〔2022〕30号", "贯彻标准化纲要的实施意见", "320500")
	q.task("發展電子商務", "健全電子商務標準。")
	q.department("320500", "市发改委", "苏州市发展和改革委员会")
	return []graph.Facts{p.done(), q.done()}
}

// labels are the hits as a test names them: kind and label.
func labels(t *testing.T, v graph.Reader, hits []Hit) []string {
	t.Helper()
	var ids []graph.ID
	for _, h := range hits {
		ids = append(ids, h.Node.NodeID())
	}
	briefs, err := v.Briefs(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for i, b := range briefs {
		name := fmt.Sprintf("%s %s %s", ids[i].Kind(), b.Label, b.Region)
		names = append(names, strings.TrimSpace(name))
	}
	return names
}

func TestSearch(t *testing.T) {
	s := openStore(t)
	put(t, s, twoPlans()...)
	x := openIndex(t, "")
	const (
		hangzhou = "TASK 加快电子商务领域标准体系建设 330100"
		smart    = "TASK 推进智慧城市建设 330100"
		suzhou   = "TASK 發展電子商務 320500"
	)
	for _, test := range []struct {
		name string
		q    Query
		want []string
	}{
		{"headings before texts", Query{Text: "电子商务",
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{suzhou, hangzhou, smart}},
		{"phrases before scattered words", Query{Text: "电子商务诚信",
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{hangzhou, smart}},
		{"Traditional finds Simplified", Query{Text: "電子商務", First: 2,
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{suzhou, hangzhou}},
		{"of one region", Query{Text: "电子商务", Regions: []string{"320500"},
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{suzhou}},
		{"of the regions below a province", Query{Text: "电子商务", Regions: []string{"330000"},
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{hangzhou, smart}},
		{"the region's name as a word", Query{Text: "苏州 电子商务",
			Kinds: []graph.NodeKind{graph.KindTask}}, []string{suzhou, hangzhou, smart}},
		{"a number in other brackets", Query{Text: "杭政函[2016] 190号", First: 1},
			[]string{"DOCUMENT 城市标准化实施方案 330100"}},
		{"a code with a blank, in full width", Query{Text: "ｉｓｏ／ｔｃ　２６８"},
			[]string{"STANDARDS_BODY 可持续城市和社区", smart}},
		{"a region by its short name", Query{Text: "杭州", First: 1}, []string{"REGION 杭州市 330100"}},
		{"units of one name, in the order of lists", Query{Text: "市发改委"},
			[]string{"DEPARTMENT 市发改委 320500", "DEPARTMENT 市发改委 330100"}},
		{"a unit by the name that people make of it", Query{Text: "杭州市发改委", First: 1},
			[]string{"DEPARTMENT 市发改委 330100"}},
		{"one character", Query{Text: "诚", Kinds: []graph.NodeKind{graph.KindTask}},
			[]string{smart, hangzhou}},
		{"nothing", Query{Text: "航空母舰"}, []string{}},
		{"signs are no syntax", Query{Text: `-商务" +环境~2 (name:* /^`}, []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.q.First == 0 {
				test.q.First = 50
			}
			v := s.View()
			r, err := x.Search(t.Context(), v, test.q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, labels(t, v, r.Hits)); diff != "" {
				t.Errorf("hits (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSearchRefuses(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	for _, test := range []struct {
		name string
		q    Query
		want error
	}{
		{"empty", Query{}, ErrEmpty},
		{"blank", Query{Text: " \t　\n"}, ErrEmpty},
		{"signs only", Query{Text: "《》"}, ErrEmpty},
		{"too long", Query{Text: strings.Repeat("标", MaxQuery+1)}, ErrLong},
		{"no cursor", Query{Text: "标", After: "x"}, ErrBadCursor},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := x.Search(t.Context(), s.View(), test.q); !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
		})
	}
}

// walk is all hits of a query, read page by page.
func walk(t *testing.T, x *Index, v graph.Reader, q Query) []Hit {
	t.Helper()
	var hits []Hit
	for {
		r, err := x.Search(t.Context(), v, q)
		if err != nil {
			t.Fatal(err)
		}
		hits = append(hits, r.Hits...)
		if !r.More {
			if len(hits) != r.Total {
				t.Errorf("%d hits of %d in all", len(hits), r.Total)
			}
			return hits
		}
		q.After = r.Hits[len(r.Hits)-1].Cursor
	}
}

func TestPagesMakeTheWhole(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	for n := range 8 {
		put(t, s, generated(n))
	}
	v := s.View()
	q := Query{Text: "标准化 创新", First: 1 << 20}
	want := labels(t, v, walk(t, x, v, q))
	for _, first := range []int{1, 7, 64} {
		q.First = first
		if diff := cmp.Diff(want, labels(t, v, walk(t, x, v, q))); diff != "" {
			t.Errorf("pages of %d (-want +got):\n%s", first, diff)
		}
	}
}

func TestAnOlderViewSeesNothingNewer(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	plans := twoPlans()
	put(t, s, plans[0])
	old := s.View()
	put(t, s, plans[1])
	q := Query{Text: "电子商务", First: 50, Kinds: []graph.NodeKind{graph.KindTask}}
	if n := len(walk(t, x, s.View(), q)); n != 3 {
		t.Fatalf("%d hits in the new state, want 3", n)
	}
	q.First = 1
	if n := len(walk(t, x, old, q)); n != 2 {
		t.Errorf("%d hits in the old state, want 2", n)
	}
}

func TestReopen(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t)
	put(t, s, twoPlans()...)
	q := Query{Text: "电子商务", First: 50}
	for _, test := range []struct {
		name    string
		change  func()
		indexed bool // whether the next Sync has work to do
	}{
		{"new", func() {}, true},
		{"as it was closed", func() {}, false},
		{"behind", func() { put(t, s, generated(1)) }, true},
		{"removed", func() { remove(t, dir) }, true},
		{"of another format", func() { write(t, filepath.Join(dir, "0", "old")) }, false},
		{"not an index", func() {
			remove(t, dir)
			write(t, filepath.Join(dir, fmt.Sprint(format), "root.bolt"))
		}, true},
		{"with a damaged file", func() { damage(t, dir) }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.change()
			x := openIndex(t, dir)
			n, err := x.Sync(t.Context(), s.View())
			if err != nil {
				t.Fatal(err)
			}
			if (n > 0) != test.indexed {
				t.Errorf("%d nodes were indexed; some: %t", n, test.indexed)
			}
			fresh := openIndex(t, "")
			if diff := cmp.Diff(walk(t, fresh, s.View(), q), walk(t, x, s.View(), q)); diff != "" {
				t.Errorf("hits of a fresh and of this index (-want +got):\n%s", diff)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(filepath.Join(dir, "0")); err == nil {
				t.Error("the index of another format is still there")
			}
		})
	}
}

func remove(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, file string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("no index"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// damage cuts every segment of an index in half.
func damage(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.zap"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no segments in %s: %v", dir, err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(f, info.Size()/2); err != nil {
			t.Fatal(err)
		}
	}
}
