package loader

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policygraph/policygraph/loader/format"
)

// fuzzSeeds adds texts with all that the rules look for.
func fuzzSeeds(f *testing.F) {
	f.Helper()
	f.Add(plan("苏州市", "苏府〔2021〕5号"))
	f.Add("第一章 总则\n第一条 为加强管理，制定本办法。\n第二条 由市民政局牵头，会同市财政局负责。\n——坚持统筹。\n")
	f.Add("一、目标。（一）增长30%-40%，达到1500亿元（牵头单位:市科技局；配合单位：各区、县(市)人民政府）\n")
	f.Add("1.1 ISO/TC268 GB/T 9704-2012 《国务院关于〈纲要〉的通知》（国发〔2015〕13号）翻一番")
	f.Add("一、任务\n序号\t重点任务\t牵头单位\t时限\n1\t建设茶园\t市农业局\t2023年\n\t\t市水利局\n其他\n2\t修渠\t\t长期\n")
	f.Add("為貫徹落實國家標準化發展綱要　　目錄　　一、總體要求")
	files, err := filepath.Glob("../seeds/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data[:min(len(data), 6000)]))
	}
}

// fuzzSource is a source of any text, Chinese or not; nil if no text can be had.
func fuzzSource(text string) *Source {
	text, err := format.Text("plan.txt", []byte(text))
	if err != nil {
		return nil
	}
	src := SourceOf(text)
	src.Name = "plan.txt"
	return src
}

// FuzzClean checks that cleaned text keeps its place in the source.
func FuzzClean(f *testing.F) {
	fuzzSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		src := fuzzSource(text)
		if src == nil {
			return
		}
		last := 0
		for _, l := range clean(src) {
			sp := l.Span(0, len(l.S))
			if sp.Start < last || sp.End < sp.Start || sp.End > src.runes {
				t.Fatalf("line %q: span %v after %d, of %d", l.S, sp, last, src.runes)
			}
			last = sp.Start
		}
	})
}

// FuzzOutline checks that elements stand one after the other inside the text.
func FuzzOutline(f *testing.F) {
	fuzzSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		src := fuzzSource(text)
		if src == nil {
			return
		}
		for _, b := range outline(src, clean(src)).Blocks {
			if b.Start < 0 || b.HeadEnd < b.Start || b.End < b.HeadEnd || b.End > src.runes {
				t.Fatalf("section %s: span %v, heading to %d, of %d", b.Path, b.Span, b.HeadEnd, src.runes)
			}
		}
	})
}

// FuzzParse checks that all that is read from a text stands in it.
func FuzzParse(f *testing.F) {
	fuzzSeeds(f)
	gaz := loadGazetteer(f)
	f.Fuzz(func(t *testing.T, text string) {
		src := fuzzSource(text)
		if src == nil {
			return
		}
		x, err := Parse(src, gaz)
		if err != nil {
			if !errors.Is(err, ErrNotPolicy) {
				t.Fatal(err)
			}
			return
		}
		checkQuotes(t, src, x)
	})
}

// checkQuotes compares quotes with what stands at their places.
func checkQuotes(t *testing.T, src *Source, x *Extraction) {
	t.Helper()
	check := func(what, quote string, sp Span) {
		if sp.Start < 0 || sp.End < sp.Start || sp.End > src.runes {
			t.Fatalf("%s %q: span %v of %d", what, quote, sp, src.runes)
		}
		if got := src.Quote(sp); got != quote {
			t.Fatalf("%s: quote %q stands as %q", what, quote, got)
		}
	}
	for _, target := range x.Targets {
		check("target", target.Quote, target.Span)
	}
	mentions := func(what string, list []Mention) {
		for _, m := range list {
			check(what, m.Quote, m.Span)
		}
	}
	for _, b := range x.Bodies {
		mentions("body", b.Mentions)
	}
	for _, s := range x.Standards {
		mentions("standard", s.Mentions)
	}
	for _, r := range x.References {
		mentions("reference", r.Mentions)
	}
	for _, p := range x.Regions {
		mentions("place", p.Mentions)
	}
	for _, task := range x.Tasks {
		for _, u := range task.Units {
			if u.Start < 0 || u.End > src.runes || u.End < u.Start {
				t.Fatalf("unit %q: span %v of %d", u.Name, u.Span, src.runes)
			}
		}
		if q := deref(task.UnitsQuote); !strings.Contains(src.Text, q) {
			t.Fatalf("list %q is not in the text", q)
		}
	}
}
