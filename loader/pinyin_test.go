package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPinyin(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"glosses", "健全標(biāo)準(zhǔn)體(tǐ)系，建設質(zhì)量(liàng)強市。",
			[]string{"健全标准体系,建设质量强市。"}},
		{"longest", "加強雙(shuāng)向開(kāi)放。", []string{"加强双向开放。"}},
		{"no tone", "推廣浙里辦(app)應用。", []string{"推广浙里办(app)应用。"}},
		{"words", "推廣茶葉(thé vert)出口。", []string{"推广茶叶(thé vert)出口。"}},
		{"behind no character", "1.(biāo)", []string{"1.(biāo)"}},
		{"not closed", "標(biāo", []string{"标(biāo"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, cleaned(t, tt.text)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMergeEdits(t *testing.T) {
	spam := []edit{{start: 4, end: 9}, {start: 20, end: 24}}
	glosses := []edit{{start: 0, end: 3}, {start: 8, end: 12}, {start: 24, end: 30}}
	want := []edit{{start: 0, end: 3}, {start: 4, end: 9}, {start: 20, end: 24}, {start: 24, end: 30}}
	if diff := cmp.Diff(want, mergeEdits(spam, glosses), cmp.AllowUnexported(edit{})); diff != "" {
		t.Errorf("edits (-want +got):\n%s", diff)
	}
	if got := mergeEdits(nil, glosses); len(got) != len(glosses) {
		t.Errorf("without spam %d edits, want %d", len(got), len(glosses))
	}
}
