package loader

// Simplified gives a Traditional character's Simplified form, and every other as it is. Texts are
// simplified with more care (see simplify); this is for comparing words with each other. Of a
// character with two readings it always gives the same one: 着 for 著, 干 for 乾.
func Simplified(r rune) rune {
	if r == '著' {
		return '着'
	}
	if t := traditional(); t.has(r) {
		return rune(t.simple[r])
	}
	return r
}
