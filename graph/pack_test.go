package graph

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestPack(t *testing.T) {
	noise := make([]byte, 3*partSize)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(1 + r.IntN(200))
	}
	for name, value := range map[string]string{
		"nothing":        "",
		"short":          "标准化",
		"just too short": strings.Repeat("x", packFrom-1),
		"long":           strings.Repeat("责任单位：市发展改革委。", 1000),
		"without order":  string(noise),
	} {
		t.Run(name, func(t *testing.T) {
			packed := pack(value)
			if got, err := unpack(string(packed)); err != nil || got != value {
				t.Errorf("got %d bytes, %v, want %d", len(got), err, len(value))
			}
			if marked := len(packed) > 0 && packed[0] == packedMark; marked != (len(value) >= packFrom) {
				t.Errorf("%d bytes are marked as compressed: %t", len(value), marked)
			}
		})
	}
	if _, err := unpack("\xff broken"); !errors.Is(err, ErrCorrupt) {
		t.Errorf("unpack what is broken: %v, want %v", err, ErrCorrupt)
	}
}

// TestPartsShrink stores a text of several parts, then one of fewer under the same source: none of
// the first may stay behind.
func TestPartsShrink(t *testing.T) {
	s := open(t, "", Options{InMemory: true})
	f := newWorld(1).facts(exampleSource.source(), nil)
	r := rand.New(rand.NewPCG(1, 2))
	long := []rune(f.Text)
	for range 2 * partSize {
		long = append(long, rune(0x4e00+r.IntN(0x5000)))
	}
	for _, text := range []string{string(long), f.Text} {
		f.Text = text
		if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
			t.Fatal(err)
		}
		checkStore(t, s)
		texts, err := s.View().Texts(t.Context(), []Source{f.Expression.Source})
		if err != nil || texts[0] != text {
			t.Errorf("got a text of %d bytes, %v, want %d", len(texts[0]), err, len(text))
		}
	}
}
