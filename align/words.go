package align

import (
	"strings"
	"unicode"
)

// isHan reports whether r is a Han character of the basic block or extension A.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }

// narrow gives the form in which texts are compared: half-width, lower-case.
func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFEE0
	}
	return unicode.ToLower(r)
}

// normal is the text as the thesaurus and the word counts see it.
func normal(text string) []rune { return []rune(strings.Map(narrow, text)) }

// words calls yield for each word of a normal text: every bigram of a run of Han characters (the
// character itself where it stands alone) and every Latin word. Digits are no words: years and
// counts differ between tasks about the same matter.
func words(text []rune, yield func(word string)) {
	for i := 0; i < len(text); {
		j := i + 1
		switch {
		case isHan(text[i]):
			for ; j < len(text) && isHan(text[j]); j++ {
				yield(string(text[j-1 : j+1]))
			}
			if j == i+1 {
				yield(string(text[i]))
			}
		case isLatin(text[i]):
			for j < len(text) && isLatin(text[j]) {
				j++
			}
			yield(string(text[i:j]))
		}
		i = j
	}
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }
