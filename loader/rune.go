package loader

// SimplifiedRune is the Simplified character of a Traditional one; other characters are as they
// are. It serves to compare texts of both scripts, where both sides go through it: of a character
// with two readings it always gives the same one, 着 for 著 and 干 for 乾, where Read looks at the
// words around it.
func SimplifiedRune(r rune) rune {
	if r == '著' {
		return '着'
	}
	if r < 1<<16 {
		if simple := hantTable()[r]; simple != 0 {
			return rune(simple)
		}
	}
	return r
}
