package format

import (
	"testing"
	"unicode/utf8"
)

// Of every three bytes, with an odd or even place behind other text, isUTF8 says what the standard
// library says.
func TestIsUTF8(t *testing.T) {
	tails := []string{"", "a", "标准", "\u00e9𠀀x"}
	firsts := []byte{'a', 0x7F, 0x80, 0xBF, 0xC1, 0xC3, 0xE0, 0xE1, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF}
	for _, a := range firsts {
		for b := range 256 {
			for _, c := range []byte{'a', 0x7F, 0x80, 0xA0, 0xBF, 0xC0, 0xFF} {
				for _, tail := range tails {
					text := append([]byte("国"), a, byte(b), c)
					text = append(text, tail...)
					if got, want := isUTF8(text), utf8.Valid(text); got != want {
						t.Fatalf("isUTF8(%q) = %t, want %t", text, got, want)
					}
				}
			}
		}
	}
}
