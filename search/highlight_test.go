package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHighlight(t *testing.T) {
	long := strings.Repeat("前文", 60) + "推进电子商务标准" + strings.Repeat("后文", 60)
	for _, test := range []struct {
		name, query string
		texts       []string
		want        string
	}{
		{"a phrase", "电子商务", []string{"推进电子商务标准"}, "推进**电子商务**标准"},
		{"Traditional stays Traditional", "标准", []string{"電子商務標準化"}, "電子商務**標準**化"},
		{"every place", "标准", []string{"标准，标准。"}, "**标准**，**标准**。"},
		{"two words", "商务 标准", []string{"标准与商务"}, "**标准**与**商务**"},
		{"brackets of another kind", "国发[2015]13号", []string{"按国发〔2015〕13号文"}, "按**国发〔2015〕13号**文"},
		{"a code without its blank", "iso/tc268", []string{"参加ISO/TC 268活动"}, "参加**ISO/TC 268**活动"},
		{"not across a stop", "标准化", []string{"标准。化工"}, "**标准**。化工"},
		{"scattered", "商务标准", []string{"标准", "商务与标准"}, "**商务**与**标准**"},
		{"the better text", "商务", []string{"务商", "商务"}, "**商务**"},
		{"the whole name by its key", "isotc268", []string{"ISO", "ISO/TC 268"}, "**ISO/TC 268**"},
		{"no match", "商务", []string{"标准", "化"}, "标准"},
		{"no text", "商务", nil, ""},
		{"line breaks", "标准", []string{"甲\n　　标准\n乙"}, "甲 **标准** 乙"},
		{"signs of regular expressions", "a.b*(", []string{"a.b*("}, "**a.b***("},
		{"a long text", "电子商务", []string{long},
			"…" + strings.Repeat("前文", 11) + "推进**电子商务**标准" + strings.Repeat("后文", 40) + "…"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := newHighlighter(testLexer(), test.query).highlight(test.texts)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("highlight (-want +got):\n%s", diff)
			}
		})
	}
}
