package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPairBrackets(t *testing.T) {
	tests := []struct {
		name, text string
		pairs      [][2]string // what follows the marks of each pair; "" where the second is missing
		open       int
	}{
		{"none", "推进标准化。", nil, 0},
		{"one, behind a lost one", "一)二(三)四", [][2]string{{"三)四", "四"}}, -1},
		{"one in another", "(一〔二〕三)", [][2]string{{"一〔二〕三)", ""}, {"二〕三)", "三)"}}, 0},
		{"kinds mixed, one open", "〔一)二(三", [][2]string{{"一)二(三", "二(三"}, {"三", ""}}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got [][2]string
			for _, b := range pairBrackets(nil, tt.text) {
				pair := [2]string{tt.text[b.open+runeSize(tt.text[b.open]):]}
				if b.closed > 0 {
					pair[1] = tt.text[b.closed+runeSize(tt.text[b.closed]):]
				}
				got = append(got, pair)
			}
			if diff := cmp.Diff(tt.pairs, got); diff != "" {
				t.Errorf("pairBrackets(%q) (-want +got):\n%s", tt.text, diff)
			}
			if open := openBrackets(tt.text); open != tt.open {
				t.Errorf("openBrackets(%q) = %d, want %d", tt.text, open, tt.open)
			}
		})
	}
}
