package loader

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestMayHoldFigures(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "建立统一的标准体系。一是完善制度。": false, "“十四五”规划": true,
		"制定标准12项": true, "培育三百余家企业": true, "位居全国前三。": true, "第三个平台": false,
		"占比过半": true, "总量翻一番": true, "完成三分之二": true, "第一,抓好落实": false,
	} {
		t.Run(text, func(t *testing.T) {
			if got := mayHoldFigures(text); got != want {
				t.Errorf("mayHoldFigures(%q) = %t, want %t", text, got, want)
			}
		})
	}
}

// What mayHoldFigures passes over holds no quantity and names no year.
func TestNoFiguresMissed(t *testing.T) {
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	pieces := strings.Split(`一/二/三/十/百/千/万/亿/零/两/翻/番/半/过半/半数/余/多/成/分之/第/前/个/%/年/级/
千瓦/家(次)/十四五/末/期间/。/;/ /,/、/(/)/“/”/《/》/的/标准/至/内/人/民币/5/2025`, "/")
	for range 20_000 {
		var sb strings.Builder
		for range rng.IntN(8) {
			sb.WriteString(pieces[rng.IntN(len(pieces))])
		}
		text := sb.String()
		if mayHoldFigures(text) {
			continue
		}
		if got := years(text, enclosed(text, "《", "》"), 2020); len(got) > 0 {
			t.Errorf("seed %d: %q names %v", seed, text, got)
		}
		for _, s := range sentences(text) {
			if got := appendQuantities(nil, text, s); len(got) > 0 {
				t.Errorf("seed %d: %q holds %v", seed, text, got)
			}
		}
	}
}
