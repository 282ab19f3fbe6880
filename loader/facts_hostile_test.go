package loader

import (
	"math/rand/v2"
	"testing"
)

// TestExtractHostile puts random sequences of the characters that the rules look at through
// every extraction: none may panic, and every quote must stand where its span says.
func TestExtractHostile(t *testing.T) {
	alphabet := []rune("0123456789.%一二两三十百千万亿翻番第前个家项元年月日以上内（）《》“”〔〕，。；、—-/ \n" +
		"到至达新增建设培育标准化技术委员会国际组织全省市广州ISOTCGBDB号的和分别其中每最高补")
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	for range 3000 {
		text := make([]rune, rng.IntN(60))
		for i := range text {
			text[i] = alphabet[rng.IntN(len(alphabet))]
		}
		src, b := blockOf("2.1", "", string(text))
		blocks := []Block{b}
		var mentions []Mention
		for _, x := range extractTargets(src, Head{}, blocks) {
			mentions = append(mentions, Mention{Quote: x.Quote, Span: x.Span})
		}
		for _, x := range extractReferences(src, Head{}, nil, blocks) {
			mentions = append(mentions, x.Mentions...)
		}
		names := namesOf(t, Extraction{}, src, b)
		for _, x := range names.Bodies {
			mentions = append(mentions, x.Mentions...)
		}
		for _, x := range names.Standards {
			mentions = append(mentions, x.Mentions...)
		}
		for _, x := range names.Regions {
			mentions = append(mentions, x.Mentions...)
		}
		for _, m := range mentions {
			if m.Quote == "" || m.Quote != src.Quote(m.Span) {
				t.Fatalf("seed %d: %q: quote %q, at its span %q",
					seed, string(text), m.Quote, src.Quote(m.Span))
			}
		}
	}
}
