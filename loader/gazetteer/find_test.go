package gazetteer

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestFind(t *testing.T) {
	g := &Gazetteer{
		lexicon: newLexicon([]Topic{
			{Slug: "logistics", Terms: []Term{{"物流", 1}, {"现代物流", 2}, {"GPS", 1}, {"宁波港", 1}}},
			{Slug: "commerce", Terms: []Term{{"物流", 0.5}, {"流通", 1}, {"港", 1}}},
		}),
		bodies:  bodyTable{list: []Body{{Code: "SAC", Name: "国家标准委", Aliases: []string{"国标委", "SAC"}}}},
		regions: regionTable{inText: []string{"宁波", "宁波市", "波兰"}},
	}
	g.fileNames()
	type finds struct{ Words, Bodies, Endings, Regions []string }
	for text, want := range map[string]finds{
		"发展现代物流业":        {Words: []string{"现代物流"}},
		"物流与流通":          {Words: []string{"物流", "流通"}},
		"物流通":            {Words: []string{"物流"}}, // words do not overlap
		"车载GPS":          {Words: []string{"GPS"}},
		"现代物":            {},
		"物":              {},
		"":               {},
		"\x00\x00":       {},
		"\xff物流\xe7\x89": {Words: []string{"物流"}},
		"宁波港":            {Words: []string{"宁波港"}, Regions: []string{"宁波"}}, // those of two kinds do
		"宁波市宁波兰":         {Regions: []string{"宁波市", "宁波"}},
		"国家标准委、SAC":      {Bodies: []string{"国家标准委"}},
		"国标委标准化分技术委员会":   {Bodies: []string{"国标委"}, Endings: []string{"标准化分技术委员会"}},
	} {
		t.Run(text, func(t *testing.T) {
			var found Finds
			g.Find("物流标委会国标委宁波", &found) // which must be forgotten
			g.Find(text, &found)
			of := func(k Kind) (words []string) {
				for _, f := range found.Of(k) {
					words = append(words, text[f.Start:f.End])
				}
				return words
			}
			got := finds{of(TopicWord), of(BodyName), of(BodyEnding), of(RegionName)}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("finds (-want +got):\n%s", d)
			}
		})
	}
}

// TestFindLongest compares what is found in texts of the words' own characters with a search that
// tries every word at every place.
func TestFindLongest(t *testing.T) {
	g := open(t)
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	words := g.lexicon.words
	for range 300 {
		var text string
		for range 20 {
			word := []rune(words[rng.IntN(len(words))].Text)
			text += string(word[:1+rng.IntN(len(word))])
		}
		var want []Found
		for i := 0; i < len(text); i += size(text[i:]) {
			var best Found
			for _, w := range words {
				if n := len(w.Text); strings.HasPrefix(text[i:], w.Text) && i+n > int(best.End) {
					best = Found{int32(i), int32(i + n), w.ID}
				}
			}
			if best.End > 0 && (len(want) == 0 || want[len(want)-1].End <= best.Start) {
				want = append(want, best)
			}
		}
		var found Finds
		g.Find(text, &found)
		if d := cmp.Diff(want, found.Of(TopicWord), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("seed %d: words of %q (-want +got):\n%s", seed, text, d)
		}
	}
}

func TestFindLetters(t *testing.T) {
	var found Finds
	for text, want := range map[string]bool{
		"": false, "中文。": false, "2025（1）@[`{": false, "Ａ": false, "用z": true, "A": true, "Zé": true,
	} {
		if new(Gazetteer).Find(text, &found); found.Letters() != want {
			t.Errorf("letters in %q: %v, want %v", text, !want, want)
		}
	}
}

// TestListedBodies looks at the names of the lists themselves.
func TestListedBodies(t *testing.T) {
	g := open(t)
	var found Finds
	g.Find("与国际标准化组织发展中国家事务委员会、国际电工委员会和国际标准化组织合作", &found)
	var got []string
	for _, f := range found.Of(BodyName) {
		got = append(got, g.ListedBody(f.ID).Code)
	}
	if d := cmp.Diff([]string{"ISO/DEVCO", "IEC", "ISO"}, got); d != "" {
		t.Errorf("bodies (-want +got):\n%s", d)
	}
}
