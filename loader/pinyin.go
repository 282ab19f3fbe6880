package loader

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Some pages gloss characters with their sound: 標(biāo)準(zhǔn). The glosses are no text, and what
// is written with them in between is not found by its words.

// findPinyin gives the places of such glosses, in order.
func findPinyin(src *Source) []edit {
	var edits []edit
	text := src.Hans
	for i := 0; ; {
		open := strings.IndexByte(text[i:], '(')
		if open < 0 {
			return edits
		}
		i += open
		if n := glossSize(text[i:]); n > 0 && isHan(lastRune(text[:i])) {
			edits = append(edits, edit{start: i, end: i + n})
		}
		i++
	}
}

// glossSize is the size of the syllable in brackets that s begins with, or 0. It bears the sign of its
// tone.
func glossSize(s string) int {
	const longest = 6 // letters: zhuāng
	letters, tones := 0, 0
	for i := 1; i < len(s) && letters <= longest; letters++ {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ')' && tones == 1:
			return i + 1
		case r >= 'a' && r <= 'z' || r == 'ɡ' || r == 'ɑ' || r == 'ü':
		case strings.ContainsRune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", r):
			tones++
		default:
			return 0
		}
		i += n
	}
	return 0
}

// mergeEdits puts edits in order and leaves out those that touch another one.
func mergeEdits(a, b []edit) []edit {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	all := slices.Concat(a, b)
	slices.SortStableFunc(all, func(x, y edit) int { return cmp.Compare(x.start, y.start) })
	kept := all[:1]
	for _, e := range all[1:] {
		if e.start >= kept[len(kept)-1].end {
			kept = append(kept, e)
		}
	}
	return kept
}
