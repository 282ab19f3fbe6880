package loader

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The searches of this package find what those of the standard library find, in any text.
func TestSearchEqualsStandard(t *testing.T) {
	pieces := []string{"标", "准", "栏", "化", "。", "《", "〔", "a", "B", "5", " ", "é", "𠮷", "\xe6", "\xa0", "\x87"}
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	text := func(least, most int) string {
		var sb strings.Builder
		for range least + rng.IntN(most-least+1) {
			sb.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return sb.String()
	}
	for range 5000 {
		s, word := text(0, 12), text(1, 3)
		if got, want := index(s, word), strings.Index(s, word); got != want {
			t.Fatalf("seed %d: index(%q, %q) = %d, want %d", seed, s, word, got, want)
		}
		if got, want := lastIndex(s, word), strings.LastIndex(s, word); got != want {
			t.Fatalf("seed %d: lastIndex(%q, %q) = %d, want %d", seed, s, word, got, want)
		}
		found := len(slices.Collect(occurrences(s, word)))
		if want := strings.Count(s, word); found != want {
			t.Fatalf("seed %d: %d occurrences of %q in %q, want %d", seed, found, word, s, want)
		}
		first, _ := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		if firstRune(s) != first || lastRune(s) != last {
			t.Fatalf("seed %d: %q begins with %q and ends in %q", seed, s, firstRune(s), lastRune(s))
		}
		valid := strings.ToValidUTF8(s, "")
		letter := strings.IndexAny(valid, "aB")
		if letter < 0 {
			letter = len(valid)
		}
		if got := nextLetter(valid, 0); got != letter {
			t.Fatalf("seed %d: nextLetter(%q) = %d, want %d", seed, valid, got, letter)
		}
	}
}
