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
	simple [1 << 16]uint16 // 0 for all others
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

// simplify gives a text in Simplified script, character for character. It works by single
// characters, since phrase dictionaries may change the length, and then mends the few characters
// that have a second reading. Texts that were made Traditional by a naive converter mix both
// scripts (關于, 只, 后, 里); what is Simplified in them stays as it is. All characters that it
// changes have three bytes, as have those that it puts there.
func simplify(text string) string {
	table := traditional()
	var out strings.Builder
	out.Grow(len(text))
	done, next := 0, 0 // of text
	for i := 0; i < len(text); i = next {
		c := text[i]
		next = i + runeSize(c)
		if c < firstHead || c > lastHead {
			continue
		}
		r := rune(c&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		simple := rune(table.simple[uint16(r)])
		if r == '著' || r == '乾' || r == '瞭' {
			simple = secondReading(text[:i], r, text[next:])
		}
		if simple != 0 && simple != r {
			out.WriteString(text[done:i])
			out.WriteRune(simple)
			done = next
		}
	}
	out.WriteString(text[done:])
	return out.String()
}

// firstHead and lastHead are the lowest and highest first bytes of Traditional characters.
const firstHead, lastHead = 0xE3, 0xE9

// secondReading settles the characters that a table cannot: 著 is 着 except in words of fame and
// writing (显著, 著作), 乾 is 干 except in names (乾坤), 瞭 is 了 except in 瞭望.
func secondReading(before string, r rune, after string) rune {
	switch {
	case r == '著' && !strings.ContainsRune("名作述稱称書书錄录", firstRune(after)) &&
		!strings.ContainsRune("顯显卓專专名編编土昭原譯译論论巨拙遺遗所合", lastRune(before)):
		return '着'
	case r == '乾' && !strings.ContainsRune("坤隆陵", firstRune(after)):
		return '干'
	case r == '瞭' && firstRune(after) != '望':
		return '了'
	}
	return r
}
