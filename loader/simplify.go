package loader

import (
	_ "embed" // hant.txt
	"strings"
	"sync"
)

//go:embed hant.txt
var hantPairs string

// hantTable maps the Traditional characters of the Basic Multilingual Plane to Simplified ones.
type hantTable struct {
	known  [1 << 10]uint64 // a bit for each Traditional character: all that most texts need
	simple [1 << 16]uint16
}

// has reports whether r is a Traditional character.
func (t *hantTable) has(r rune) bool { return r < 1<<16 && t.known[r>>6]&(1<<(r&63)) != 0 }

// traditional is the table of hant.txt.
var traditional = sync.OnceValue(func() *hantTable {
	t := new(hantTable)
	for line := range strings.Lines(hantPairs) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		pair := []rune(strings.TrimSpace(line))
		if len(pair) == 2 {
			t.known[pair[0]>>6] |= 1 << (pair[0] & 63)
			t.simple[pair[0]] = uint16(pair[1])
		}
	}
	return t
})

// minHantShare is the share of Traditional characters from which a text counts as Traditional.
// Traditional texts have about 30 %; Simplified ones have a few characters such as 著 at most.
const minHantShare = 0.05

// simplify gives the text in Simplified script, rune for rune, and its script. It works by
// single characters, since phrase dictionaries may change the length, and then mends the few
// characters that have a second reading. Texts that were made Traditional by a naive converter
// mix both scripts (關于, 只, 后, 里); what is Simplified in them stays as it is. A Simplified text
// is returned as it stands, without a copy.
func simplify(runes []rune) ([]rune, string) {
	table := traditional()
	han, hant := 0, 0
	for _, r := range runes {
		if isHan(r) {
			han++
			if table.has(r) {
				hant++
			}
		}
	}
	if float64(hant) < minHantShare*float64(han) {
		return runes, "Hans"
	}
	out := make([]rune, len(runes))
	for i, r := range runes {
		out[i] = r
		if table.has(r) {
			out[i] = rune(table.simple[r])
		}
		switch r {
		case '著', '乾', '瞭', '藉':
			if second, ok := secondReading(runes, i); ok {
				out[i] = second
			}
		}
	}
	return out, "Hant"
}

// secondReading settles the characters that a table cannot: 著 is 着 except in words of fame and
// writing (显著, 著作), 乾 is 干 except in names (乾坤), 瞭 is 了 except in 瞭望, 藉 stays in 慰藉 and 狼藉.
func secondReading(runes []rune, i int) (rune, bool) {
	var before, after rune
	if i > 0 {
		before = runes[i-1]
	}
	if i+1 < len(runes) {
		after = runes[i+1]
	}
	switch runes[i] {
	case '著':
		if strings.ContainsRune("名作述稱称書书錄录", after) ||
			strings.ContainsRune("顯显卓專专名編编土昭原譯译論论巨拙遺遗所合", before) {
			return '著', true
		}
		return '着', true
	case '乾':
		if strings.ContainsRune("坤隆陵", after) {
			return '乾', true
		}
		return '干', true
	case '瞭':
		if after == '望' {
			return '瞭', true
		}
		return '了', true
	case '藉':
		if before == '慰' || before == '狼' {
			return '藉', true
		}
	}
	return 0, false
}
