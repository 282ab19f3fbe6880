package loader

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found is what a wordSet says of a text.
type found struct {
	opening, closing string
	in               bool
}

func TestWordSet(t *testing.T) {
	set := newWordSet("标准", "标准化", "化", "(试", "TC ", "·号")
	for text, want := range map[string]found{
		"":          {},
		"标":         {},
		"标准":        {"标准", "标准", true},
		"标准化":       {"标准化", "标准化", true},
		"强化标准体系":    {"", "", true},
		"强化":        {"", "化", true},
		"(试行)":      {"(试", "", true},
		"ISO/TC 2":  {"", "", true},
		"·号":        {"·号", "·号", true},
		"·":         {},
		"𠮷化":        {"", "化", true},
		"\x87\x86标": {},
		"\x87\x86化": {"", "化", true},
	} {
		got := found{set.opening(text), set.closing(text), set.in(text)}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(found{})); d != "" {
			t.Errorf("%q (-want +got):\n%s", text, d)
		}
	}
}

// A wordSet finds what trying its words one by one finds.
func TestWordSetEqualsTrying(t *testing.T) {
	letters := []rune("甲乙丙a(·𠮷")
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	text := func(least, most int) string {
		out := make([]rune, least+rng.IntN(most-least+1))
		for i := range out {
			out[i] = letters[rng.IntN(len(letters))]
		}
		return string(out)
	}
	for range 2000 {
		list := make([]string, 1+rng.IntN(6))
		for i := range list {
			list[i] = text(1, 3)
		}
		s := text(0, 8)
		_, first := cutPrefixes(s, list)
		_, last := cutSuffixes(s, list)
		want := found{first, last, containsAny(s, list)}
		set := newWordSet(list...)
		got := found{set.opening(s), set.closing(s), set.in(s)}
		if got != want {
			t.Fatalf("seed %d: words %q in %q: got %+v, want %+v", seed, list, s, got, want)
		}
		at, word := set.next(s, 0)
		if (at >= 0) != want.in || at >= 0 && !strings.HasPrefix(s[at:], word) {
			t.Fatalf("seed %d: words %q in %q: next is %q at %d", seed, list, s, word, at)
		}
	}
}
