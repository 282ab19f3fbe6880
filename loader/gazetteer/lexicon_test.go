package gazetteer

import "testing"

func TestLexiconWeights(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	lex := g.Lexicon()
	seen := make([]bool, lex.Len())
	var found Finds
	for _, topic := range g.Topics() {
		if len(topic.Terms) == 0 {
			t.Errorf("topic %s has no words", topic.Slug)
		}
		for _, term := range topic.Terms {
			g.Find(term.Word, &found)
			words := found.Of(TopicWord)
			if len(words) != 1 || lex.Word(words[0].ID).Text != term.Word {
				t.Errorf("topic %s: word %q is not found in itself", topic.Slug, term.Word)
				continue
			}
			if term.Weight < 0 || term.Weight > 4 {
				t.Errorf("topic %s: word %q weighs %v, want 0 to 4", topic.Slug, term.Word, term.Weight)
			}
			seen[words[0].ID] = true
		}
	}
	for id, ok := range seen {
		if !ok {
			t.Errorf("word %d speaks for no topic", id)
		}
	}
}
