package loader

import (
	"math/rand/v2"
	"testing"
	"unicode"
)

// randomText is a text of characters of all lengths, and bytes that are none if it may be broken.
func randomText(rng *rand.Rand, broken bool) string {
	pieces := []string{
		"标", "准", "標", "準", "䷀", "㐀", "㑯", "。", "、", "“", "》", "，", "a", "5", " ", "\u00a0", "\u3000", "\n", "é", "𠮷",
		"\xe6", "\xa0", "\xe4\xb8",
	}
	if !broken {
		pieces = pieces[:len(pieces)-3]
	}
	s := ""
	for range rng.IntN(60) {
		s += pieces[rng.IntN(len(pieces))]
	}
	return s
}

// A source quotes what its text holds at any span, and knows its characters.
func TestSourceQuotes(t *testing.T) {
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	for range 2000 {
		s := randomText(rng, rng.IntN(2) == 0)
		runes := []rune(s)
		src, n := newSource(s)
		if src.Text != string(runes) || src.runes != len(runes) {
			t.Fatalf("seed %d: %q has the text %q of %d characters", seed, s, src.Text, src.runes)
		}
		var want census
		for _, r := range runes {
			switch {
			case isHan(r):
				want.han++
			case unicode.IsSpace(r):
				want.blank++
			}
			if traditional().has(r) {
				want.hant++
			}
		}
		if n != want {
			t.Fatalf("seed %d: %q counts %+v, want %+v", seed, s, n, want)
		}
		end := rng.IntN(len(runes) + 1)
		start := rng.IntN(end + 1)
		if got := src.Quote(Span{Start: start, End: end}); got != string(runes[start:end]) {
			t.Fatalf("seed %d: %q quotes %q at %d to %d", seed, s, got, start, end)
		}
		simple := simplify(src.Text)
		if got := []rune(simple); len(got) != len(runes) || len(simple) != len(src.Text) {
			t.Fatalf("seed %d: %q in Simplified script is %q", seed, s, simple)
		}
	}
}

// Simplified characters have the bytes of the Traditional ones, so that both texts have one index.
func TestTraditionalBytes(t *testing.T) {
	table := traditional()
	for r := range rune(1 << 16) {
		if !table.has(r) {
			continue
		}
		s, simple := string(r), string(rune(table.simple[r]))
		if len(s) != 3 || len(simple) != 3 || s[0] < firstHead || s[0] > lastHead || !isHan(r) {
			t.Errorf("%s is %s in Simplified script", s, simple)
		}
	}
}
