package gazetteer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLexiconFind(t *testing.T) {
	lex := newLexicon([]Topic{
		{Slug: "logistics", Terms: []Term{{"物流", 1}, {"现代物流", 2}, {"GPS", 1}}},
		{Slug: "commerce", Terms: []Term{{"物流", 0.5}, {"流通", 1}}},
	})
	for text, want := range map[string][]string{
		"发展现代物流业":        {"现代物流"},
		"物流与流通":          {"物流", "流通"},
		"物流通":            {"物流"}, // words do not overlap
		"车载GPS":          {"GPS"},
		"现代物":            nil,
		"物":              nil,
		"":               nil,
		"\xff物流\xe7\x89": {"物流"},
	} {
		var got []string
		lex.Find(text, func(w *LexiconWord) { got = append(got, w.Text) })
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", text, d)
		}
	}
}

func TestLexiconWeights(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	lex := g.Lexicon()
	seen := make([]bool, lex.Len())
	for _, topic := range g.Topics() {
		if len(topic.Terms) == 0 {
			t.Errorf("topic %s has no words", topic.Slug)
		}
		for _, term := range topic.Terms {
			var found *LexiconWord
			lex.Find(term.Word, func(w *LexiconWord) { found = w })
			if found == nil || found.Text != term.Word {
				t.Errorf("topic %s: word %q is not found in itself", topic.Slug, term.Word)
				continue
			}
			if term.Weight < 0 || term.Weight > 4 {
				t.Errorf("topic %s: word %q weighs %v, want 0 to 4", topic.Slug, term.Word, term.Weight)
			}
			seen[found.ID] = true
		}
	}
	for id, ok := range seen {
		if !ok {
			t.Errorf("word %d speaks for no topic", id)
		}
	}
}

func TestFindBodies(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range g.FindBodies("与国际标准化组织发展中国家事务委员会、国际电工委员会和国际标准化组织合作") {
		got = append(got, m.Body.Code)
	}
	if d := cmp.Diff([]string{"ISO/DEVCO", "IEC", "ISO"}, got); d != "" {
		t.Errorf("FindBodies (-want +got):\n%s", d)
	}
}
