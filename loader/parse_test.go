package loader

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/loader/loadertest"
)

// BenchmarkParse reads and parses the seeds, from their bytes to what they state.
func BenchmarkParse(b *testing.B) {
	gaz := loadGazetteer(b)
	names, texts := readSeeds(b)
	b.SetBytes(int64(len(slices.Concat(texts...))))
	b.ReportAllocs()
	for b.Loop() {
		for i, text := range texts {
			parseBytes(b, gaz, names[i], text)
		}
	}
}

// BenchmarkParseSize parses texts of many plans, one behind the other: the time grows with the size.
func BenchmarkParseSize(b *testing.B) {
	gaz := loadGazetteer(b)
	for _, plans := range []int{1, 10, 100} {
		var text []byte
		for n := range plans {
			text = append(text, loadertest.Plan(n)...)
		}
		b.Run(fmt.Sprintf("%dkB", len(text)/1000), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				parseBytes(b, gaz, "plans.txt", text)
			}
		})
	}
}

// readSeeds gives the names and the bytes of the seeds.
func readSeeds(tb testing.TB) (names []string, texts [][]byte) {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(seeds, "*.txt"))
	if err != nil || len(names) == 0 {
		tb.Fatalf("glob seeds: %v, %v", names, err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, text)
	}
	return names, texts
}

func parseBytes(tb testing.TB, gaz *gazetteer.Gazetteer, name string, text []byte) {
	tb.Helper()
	src, err := Read(name, text)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := Parse(src, gaz); err != nil {
		tb.Fatal(err)
	}
}

// What Parse says of a text stands in the text where it says so.
func TestParseSpans(t *testing.T) {
	gaz := testNames(t)
	files, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("glob seeds: %v, %v", files, err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			src, err := Read(f, data)
			if err != nil {
				t.Fatal(err)
			}
			x, err := Parse(src, gaz)
			if err != nil {
				t.Fatal(err)
			}
			checkSpans(t, src, x)
		})
	}
}

func checkSpans(t *testing.T, src *Source, x *Extraction) {
	t.Helper()
	last := 0
	for _, s := range x.Sections {
		if s.Start < last || s.HeadEnd < s.Start || s.End < s.HeadEnd {
			t.Errorf("section %s: span %v, heading ends %d, last one ended %d", s.Path, s.Span, s.HeadEnd, last)
		}
		last = s.End
		if !strings.HasPrefix(src.Simplified(s.Span), s.Label) {
			t.Errorf("section %s: text %q lacks the label %q", s.Path, src.Simplified(s.Span), s.Label)
		}
	}
	for _, task := range x.Tasks {
		for _, u := range task.Units {
			if got := src.Simplified(u.Span); got != u.Name {
				t.Errorf("task %s: unit %q stands at %q", task.Path, u.Name, got)
			}
		}
		if q := task.UnitsQuote; q != nil && !strings.Contains(src.Text, *q) {
			t.Errorf("task %s: quote %q is not in the text", task.Path, *q)
		}
	}
	for _, a := range x.InlineActors {
		if src.Simplified(a.Span) != a.Name || !strings.Contains(src.Text, a.Quote) {
			t.Errorf("actor %s %q: at %q, quote %q", a.Path, a.Name, src.Simplified(a.Span), a.Quote)
		}
	}
}

// TestParseOddTexts parses texts over which rules have stumbled.
func TestParseOddTexts(t *testing.T) {
	gaz := loadGazetteer(t)
	const head = "某市茶产业标准化方案\n为落实《国家标准化发展纲要》，制定本方案。\n一、工作任务\n"
	for name, text := range map[string]string{
		"two numbers of one title":       "贯彻《茶产业方案》（国发〔2021〕1号、国发〔2021〕2号）。",
		"more numbers than titles":       "按照《甲方案》和《乙方案》（国发〔2021〕1号、国发〔2021〕2号、国发〔2021〕3号）。",
		"an element in a bracket":        "第一条〔“𠀀一（一）、2序号牵头单位：𠀀任务印发（一）(2.（30项：",
		"an element in an open bracket":  "第一章.。。1.《）第一条〔關於★㈠★（一）——牵头单位：",
		"a title that is not closed":     "★1.1：目录任务。(牵头单位：“条《：\n；",
		"a figure of hundreds of digits": "到2025年，标准达到" + strings.Repeat("9", 320) + "项以上。",
		"a figure beyond all measure":    "到2025年，标准达到3" + strings.Repeat("亿", 45) + "项以上。",
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range []string{text, head + text, head + "（一）夯实基础。" + text} {
				x, err := Parse(sourceOf(t, text), gaz)
				if errors.Is(err, ErrNotPolicy) {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if _, err := json.Marshal(x); err != nil {
					t.Errorf("marshal what %q states: %v", text, err)
				}
			}
		})
	}
}
