package loader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

func BenchmarkParse(b *testing.B) {
	gaz, err := gazetteer.Load()
	if err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("glob seeds: %v, %v", files, err)
	}
	var data [][]byte
	size := int64(0)
	for _, f := range files {
		d, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, d)
		size += int64(len(d))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i, d := range data {
			src, err := Read(files[i], d)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := Parse(src, gaz); err != nil {
				b.Fatal(err)
			}
		}
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
