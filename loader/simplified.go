package loader

// Simplified gives a Traditional character's Simplified form, and every other as it is. Texts are
// simplified with more care (see simplify); this is for comparing words with each other.
func Simplified(r rune) rune {
	if r < 1<<16 {
		if s := hantTable()[r]; s != 0 {
			return rune(s)
		}
	}
	return r
}
