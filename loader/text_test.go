package loader

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// A text that is cut and put together again knows the places of all its characters.
func TestTextPlaces(t *testing.T) {
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	for range 500 {
		w := newTextWriter(0)
		var want []int // by byte
		at := rng.IntN(5)
		write := func(s string, step int) {
			for _, r := range s {
				w.writeRune(r, at)
				for range utf8.RuneLen(r) {
					want = append(want, at)
				}
				at += step
			}
		}
		for range rng.IntN(8) {
			write(randomText(rng, false), 1)
			at += rng.IntN(3)
			write("关于", 0) // all at one place
			at -= rng.IntN(3)
		}
		want = append(want, at)
		text := w.finish(at)

		cut := newTextWriter(0)
		var wantCut []int
		for range rng.IntN(4) {
			end := boundary(text.S, rng.IntN(len(text.S)+1))
			start := boundary(text.S, rng.IntN(end+1))
			cut.add(text.Slice(start, end))
			wantCut = append(wantCut, want[start:end]...)
		}
		wantCut = append(wantCut, at)
		if got := placesOf(text); !slices.Equal(got, want) {
			t.Fatalf("seed %d: places of %q (-want +got):\n%s", seed, text.S, cmp.Diff(want, got))
		}
		if got := placesOf(cut.finish(at)); !slices.Equal(got, wantCut) {
			t.Fatalf("seed %d: places of a cut of %q (-want +got):\n%s", seed, text.S, cmp.Diff(wantCut, got))
		}
	}
}

// boundary is the beginning of the character of s that has the byte at i, or the end of s.
func boundary(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

func placesOf(t Text) []int {
	var at []int
	for i := range len(t.S) + 1 {
		at = append(at, t.at(i))
	}
	return at
}

func TestTextSpan(t *testing.T) {
	src := SourceOf("（一）标 准𠮷化")
	text := foldLines(src, nil)[0].Text
	for _, tt := range []struct {
		part string
		want Span
	}{
		{"", Span{Start: 0, End: 0}},
		{"(一)", Span{Start: 0, End: 3}},
		{"标 准", Span{Start: 3, End: 6}},
		{"𠮷化", Span{Start: 6, End: 8}},
	} {
		t.Run(tt.part, func(t *testing.T) {
			i := index(text.S, tt.part)
			if diff := cmp.Diff(tt.want, text.Span(i, i+len(tt.part))); diff != "" {
				t.Errorf("span (-want +got):\n%s", diff)
			}
		})
	}
}
