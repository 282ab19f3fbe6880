package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testLexer simplifies the few Traditional characters that tests use.
func testLexer() lexer { return lexer{simplifyForTest} }

func simplifyForTest(r rune) rune {
	pairs := map[rune]rune{'標': '标', '準': '准', '電': '电', '務': '务', '國': '国', '發': '发', '號': '号'}
	if s, ok := pairs[r]; ok {
		return s
	}
	return r
}

func TestUnits(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"characters", "标准化", "标 准 化"},
		{"Traditional", "電子商務標準", "电 子 商 务 标 准"},
		{"words and numbers", "ISO/TC268", "iso tc 268"},
		{"full width", "ＩＳＯ／ＴＣ　２６８", "iso tc 268"},
		{"brackets", "國發﹝2015﹞13號", "国 发 2015 13 号"},
		{"separators only", " 《》+-*\"()~^:/\\ ", ""},
		{"empty", "", ""},
		{"supplementary plane", "𠮷a", "𠮷 a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, u := range testLexer().units(test.text) {
				got = append(got, u.text)
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("units (-want +got):\n%s", diff)
			}
		})
	}
}

func TestUnitsKeepTheirPlaces(t *testing.T) {
	text := "（電 ＴＣ268）"
	runes := []rune(text)
	var got []string
	for _, u := range testLexer().units(text) {
		got = append(got, string(runes[u.start:u.end]))
	}
	if diff := cmp.Diff([]string{"電", "ＴＣ", "268"}, got); diff != "" {
		t.Errorf("originals of units (-want +got):\n%s", diff)
	}
}

func TestKey(t *testing.T) {
	for _, test := range []struct {
		name  string
		texts []string
	}{
		{"number", []string{"国发〔2015〕13号", "国发[2015]13号", "國發 (2015) 13 號", "国发【２０１５】13号"}},
		{"code", []string{"ISO/TC 268", "iso/tc268", "ISO／TC 268", "ISO TC 268"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, text := range test.texts[1:] {
				if got, want := testLexer().key(text), testLexer().key(test.texts[0]); got != want {
					t.Errorf("key(%q) = %q, want %q", text, got, want)
				}
			}
		})
	}
}

func TestTerms(t *testing.T) {
	for _, test := range []struct {
		query string
		want  [][]string
	}{
		{"标准化", [][]string{{"标准", "准化"}}},
		{"标", [][]string{{"标"}}},
		{"标准、化", [][]string{{"标准", "", "化"}}},
		{"国发〔2015〕13号", [][]string{{"国发", "", "2015", "13", "号"}}},
		{"标准  ISO 37101", [][]string{{"标准"}, {"iso"}, {"37101"}}},
		{"++ --", nil},
	} {
		t.Run(test.query, func(t *testing.T) {
			var got [][]string
			for _, r := range testLexer().runs(test.query) {
				got = append(got, r.terms())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("terms (-want +got):\n%s", diff)
			}
		})
	}
}
