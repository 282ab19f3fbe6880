package gazetteer

import (
	"fmt"
	"maps"
	"slices"
)

// OtherFunction is the slug of units that do nothing of what the other functions name.
const OtherFunction = "other"

// Function is what government units do, by today's division of labour.
type Function struct {
	Slug string
	Name string // Chinese
}

// Topic is what a task is about.
type Topic struct {
	Slug  string
	Name  string // Chinese
	Terms []Term
	// Units says, by function, how much a unit that carries a task speaks for the topic.
	Units map[string]float64
	// Means is set of a topic that texts name as a means to what they are about.
	Means bool
}

// Term is a word that speaks for a topic.
type Term struct {
	Word   string
	Weight float64 // 1 for a word that usually means the topic; more or less for surer or vaguer ones
}

func (g *Gazetteer) loadFunctions(data []byte) error {
	if err := decode(data, &g.functions); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i, f := range g.functions {
		if f.Slug == "" || f.Name == "" || seen[f.Slug] {
			return fmt.Errorf("entry %d: slug %q: empty or repeated", i+1, f.Slug)
		}
		seen[f.Slug] = true
	}
	if !seen[OtherFunction] {
		return fmt.Errorf("no function %q", OtherFunction)
	}
	return nil
}

// Functions lists all functions.
func (g *Gazetteer) Functions() []Function { return slices.Clone(g.functions) }

// Function returns the function with a slug.
func (g *Gazetteer) Function(slug string) (Function, bool) {
	i := slices.IndexFunc(g.functions, func(f Function) bool { return f.Slug == slug })
	if i < 0 {
		return Function{}, false
	}
	return g.functions[i], true
}

// loadTopics reads topics.yaml: slug, name, terms and functions with their weights.
func (g *Gazetteer) loadTopics(data []byte) error {
	var list []struct {
		Slug, Name string
		Terms      map[string]float64
		Units      map[string]float64
		Means      bool
	}
	if err := decode(data, &list); err != nil {
		return err
	}
	for i, t := range list {
		if _, repeated := g.Topic(t.Slug); t.Slug == "" || t.Name == "" || repeated {
			return fmt.Errorf("entry %d: slug %q: empty or repeated", i+1, t.Slug)
		}
		topic := Topic{Slug: t.Slug, Name: t.Name, Units: t.Units, Means: t.Means}
		for slug := range t.Units {
			if _, known := g.Function(slug); !known {
				return fmt.Errorf("topic %s: no function %q", t.Slug, slug)
			}
		}
		for _, word := range slices.Sorted(maps.Keys(t.Terms)) {
			topic.Terms = append(topic.Terms, Term{word, t.Terms[word]})
		}
		g.topics = append(g.topics, topic)
	}
	return nil
}

// Topics lists all topics with the words that speak for them.
func (g *Gazetteer) Topics() []Topic { return slices.Clone(g.topics) }

// Topic returns the topic with a slug.
func (g *Gazetteer) Topic(slug string) (Topic, bool) {
	i := slices.IndexFunc(g.topics, func(t Topic) bool { return t.Slug == slug })
	if i < 0 {
		return Topic{}, false
	}
	return g.topics[i], true
}
