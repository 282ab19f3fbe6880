package loader

import (
	"fmt"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// Doubts lists, in English, what the rules are not sure of: what a document of the kind says of
// itself and this one does not, so that it was worked out or left open, and why how many of its
// facts are less than sure.
func (x *Extraction) Doubts() []string {
	var doubts []string
	add := func(doubtful bool, format string, args ...any) {
		if doubtful {
			doubts = append(doubts, fmt.Sprintf(format, args...))
		}
	}
	d := x.Document
	add(d.Title == nil, "the text has no title; one was made up of issuer, genre and date")
	add(d.Number == nil, "the text has no document number (发文字号)")
	add(len(d.Issuers) == 0, "the text does not say who issued it")
	add(d.Region == nil || len(d.RegionCertainty.Doubts) > 0, "%s", doubtRegion)
	add(d.Issued == nil && d.Published == nil, "the text has no date")
	add(d.Repaired, "the text is damaged: spam or lost characters were repaired")
	add(len(x.Tasks) == 0, "no tasks were found")
	bare := 0
	for _, t := range x.Tasks {
		if len(t.Units) == 0 {
			bare++
		}
	}
	add(bare > 0, "%d of %d tasks name no responsible unit", bare, len(x.Tasks))
	return append(doubts, x.doubtCounts()...)
}

// doubtCounts says of each kind of fact how many are doubtful for each reason.
func (x *Extraction) doubtCounts() []string {
	type reason struct {
		kind  string
		doubt Doubt
	}
	counts, order, all := map[reason]int{}, []reason(nil), map[string]int{}
	x.eachFact(func(kind string, c Certainty) {
		all[kind]++
		for _, d := range c.Doubts {
			r := reason{kind, d}
			if counts[r] == 0 {
				order = append(order, r)
			}
			counts[r]++
		}
	})
	lines := make([]string, len(order))
	for i, r := range order {
		lines[i] = fmt.Sprintf("%d of %d %s: %s", counts[r], all[r.kind], r.kind, r.doubt)
	}
	return lines
}

// factKinds are the kinds of facts in the order in which they are counted.
var factKinds = []string{
	"sections", "tasks", "leading units", "responsible units", "supporting units", "topics",
	"units in running text", "targets", "standards bodies", "citations", "places",
}

// unitKinds are the kinds of units by their roles.
var unitKinds = map[string]string{
	roleLead: "leading units", roleResponsible: "responsible units", roleSupport: "supporting units",
}

// eachFact calls f with how sure each fact is, kind by kind in the order of the text.
func (x *Extraction) eachFact(f func(kind string, c Certainty)) {
	for _, t := range x.Tasks {
		f("tasks", t.Certainty)
	}
	for _, t := range x.Tasks {
		for _, u := range t.Units {
			f(unitKinds[u.Role], u.Certainty)
		}
	}
	for _, t := range x.Tasks {
		for _, c := range t.TopicCertainty {
			f("topics", c)
		}
	}
	for _, a := range x.InlineActors {
		f("units in running text", a.Certainty)
	}
	for _, t := range x.Targets {
		f("targets", t.Certainty)
	}
	for _, b := range x.Bodies {
		f("standards bodies", b.Certainty)
	}
	for _, r := range x.References {
		f("citations", r.Certainty)
	}
	for _, p := range x.Regions {
		f("places", p.Certainty)
	}
}

// Count says how many facts of a kind were found, in English, and how many of each confidence.
type Count struct {
	Kind   string
	Levels map[graph.Confidence]int
}

// All is the number of facts of all levels.
func (c Count) All() (n int) {
	for _, level := range graph.Confidences() {
		n += c.Levels[level]
	}
	return n
}

// Counts counts the facts by kind, of which those that were not found are left out.
func (x *Extraction) Counts() []Count {
	counts := []Count{{"sections", map[graph.Confidence]int{graph.High: len(x.Sections)}}}
	x.eachFact(func(kind string, c Certainty) {
		counts = addCounts(counts, []Count{{kind, map[graph.Confidence]int{c.Confidence: 1}}})
	})
	return counts
}

// addCounts adds counts to others, in the order of factKinds.
func addCounts(counts, more []Count) []Count {
	place := func(c Count) int { return slices.Index(factKinds, c.Kind) }
	for _, c := range more {
		i, known := slices.BinarySearchFunc(counts, place(c), func(has Count, at int) int {
			return place(has) - at
		})
		if !known {
			counts = slices.Insert(counts, i, Count{c.Kind, map[graph.Confidence]int{}})
		}
		for level, n := range c.Levels {
			counts[i].Levels[level] += n
		}
	}
	return counts
}
