package gazetteer

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestDictionary compares dictionaries of random words of all lengths in bytes with a search that
// tries every word.
func TestDictionary(t *testing.T) {
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	alphabet := []rune("标准中國é\x00a\U00020000")
	text := func(most int) string {
		chars := make([]rune, rng.IntN(most+1))
		for i := range chars {
			chars[i] = alphabet[rng.IntN(len(alphabet))]
		}
		return string(chars)
	}
	type value struct {
		Word string
		N    int
	}
	for range 300 {
		var words []entry[value]
		for i := range rng.IntN(60) {
			w := text(5)
			words = append(words, entry[value]{w, value{w, i}})
		}
		d := newDictionary(words) // which sorts them
		for range 20 {
			s := text(8) + "\xe6"[:rng.IntN(2)]
			var want, got []value
			for n := 2; n <= len(s); n++ {
				for _, w := range words {
					if w.word == s[:n] && utf8.RuneCountInString(w.word) > 1 {
						want = append(want, w.value)
					}
				}
			}
			for v, n := range d.opening(s) {
				if got = append(got, v); !strings.HasPrefix(s, v.Word) || n != len(v.Word) {
					t.Errorf("seed %d: in %q word %q has length %d", seed, s, v.Word, n)
				}
			}
			if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("seed %d: words that open %q (-want +got):\n%s", seed, s, d)
			}
		}
	}
}
