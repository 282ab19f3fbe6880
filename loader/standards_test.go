package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStandardCodes(t *testing.T) {
	for text, want := range map[string][]string{
		"城市可持续发展（ISO37101）试点":         {"ISO 37101"},
		"iso 9001:2015和ISO/IEC 27001": {"ISO 9001:2015", "ISO/IEC 27001"},
		"GB/T 36073—2018、GB 5009.3-2016": {
			"GB/T 36073—2018", "GB 5009.3—2016",
		},
		"DB33/T 2001和T/ABC 012-2020":              {"DB33/T 2001", "T/ABC 012—2020"},
		"NY/T 391，HJ 1234—2021":                   {"NY/T 391", "HJ 1234—2021"},
		"ISO/TC268、SAC/TC563、PM2.5、5G、3D、G20、LED": nil,
		"2025年前建成GB级网络，WTO成员164个，型号A380，COVID-19": nil,
	} {
		var got []string
		for _, c := range standardCodes(text) {
			got = append(got, c.code)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("standardCodes(%q) (-want +got):\n%s", text, d)
		}
	}
}

func TestStandards(t *testing.T) {
	src, b := blockOf("2.3", "执行ＧＢ／Ｔ１２３４５", "按GB/T 12345要求建设。")
	got := namesOf(t, Extraction{}, src, b).Standards
	want := []Standard{{
		Code: "GB/T 12345", AsWritten: "ＧＢ／Ｔ１２３４５", Paths: []string{"2.3"},
		Mentions: []Mention{
			{"2.3", "ＧＢ／Ｔ１２３４５", Span{2, 11}}, {"2.3", "GB/T 12345", Span{13, 23}},
		},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("standards (-want +got):\n%s", d)
	}
}
