package loader

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// blockOf is an element at path whose text is s, as if it had been read from a file.
func blockOf(path, heading, s string) (*Source, Block) {
	src := SourceOf(heading + "\n" + s)
	b := Block{Section: Section{Path: path}, Leaf: true}
	b.Head = foldedText(src, 0, len([]rune(heading)))
	b.Body = foldedText(src, len([]rune(heading))+1, src.runes)
	return src, b
}

// foldedText is a stretch of a source as a Text, without any cleaning but fold.
func foldedText(src *Source, from, to int) Text {
	w := newTextWriter(0)
	i := from
	for _, r := range src.Quote(Span{Start: from, End: to}) {
		switch r = fold(r); r {
		case foldBreak:
			r = '\n'
		case foldSpace:
			r = ' '
		}
		w.writeRune(r, i)
		i++
	}
	return w.finish(to)
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"stops and line ends": {"甲。乙；丙\n丁", []string{"甲", "乙", "丙", "丁"}},
		"inside brackets":     {"甲(乙。丙)丁。戊", []string{"甲(乙。丙)丁", "戊"}},
		"inside a title":      {"落实《甲。乙》丙。丁", []string{"落实《甲。乙》丙", "丁"}},
		"unclosed bracket":    {"甲(乙。丙\n丁。戊", []string{"甲(乙。丙", "丁", "戊"}},
		"bracket of its own":  {"甲。(责任单位:乙)丙。", []string{"甲", "(责任单位:乙)", "丙"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, s := range sentences(c.text) {
				got = append(got, s.of(c.text))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("sentences(%q) (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func TestClauses(t *testing.T) {
	text := "新增企业10,000家,名为“甲,乙”,其中:丙(丁,戊)"
	want := []string{"新增企业10,000家", "名为“甲,乙”", "其中", "丙(丁,戊)"}
	var got []string
	for _, c := range clauses(text, span{0, len(text)}) {
		got = append(got, c.of(text))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("clauses (-want +got):\n%s", d)
	}
}

func TestEnclosed(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"none", "落实标准", nil},
		{"two", "落实《甲》和《乙》", []string{"《甲》", "《乙》"}},
		{"nested", "落实《转发〈甲〉和《乙》的通知》", []string{"《转发〈甲〉和《乙》的通知》"}},
		{"ends with its line", "落实《甲\n和《乙》", []string{"《甲", "《乙》"}},
		{"never ends", "落实《甲》和《乙", []string{"《甲》"}},
		{"closed without opening", "落实甲》和《乙》", []string{"《乙》"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range enclosed(tt.text, "《", "》") {
				got = append(got, s.of(tt.text))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("enclosed(%q) (-want +got):\n%s", tt.text, d)
			}
		})
	}
}

func TestLongerThan(t *testing.T) {
	for _, text := range []string{"", "a", "标", "标准a", "标准化标准化标准化", "😀😀"} {
		for n := range 12 {
			if got, want := longerThan(text, n), utf8.RuneCountInString(text) > n; got != want {
				t.Errorf("longerThan(%q, %d) = %t", text, n, got)
			}
		}
	}
}
