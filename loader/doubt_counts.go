package loader

import (
	"cmp"
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
	x.eachFact(func(f Fact) {
		all[f.Kind]++
		for _, d := range f.Doubts {
			r := reason{f.Kind, d}
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

// Fact is a fact of any kind, as lists of facts show it.
type Fact struct {
	Kind string // in English
	Path string // of the element that states it
	Text string // what was read: a name, a slug, a quote; "" for a task
	Certainty
}

// Doubtful lists the facts that are less than sure, kind by kind. Tasks show their headings.
func (x *Extraction) Doubtful() (list []Fact) {
	headings := map[string]string{}
	for _, s := range x.Sections {
		headings[s.Path] = s.Heading
	}
	x.eachFact(func(f Fact) {
		if f.Confidence != graph.High {
			f.Text = cmp.Or(f.Text, headings[f.Path])
			list = append(list, f)
		}
	})
	return list
}

// eachFact calls f with each fact, kind by kind in the order of the text.
func (x *Extraction) eachFact(f func(Fact)) {
	for _, t := range x.Tasks {
		f(Fact{"tasks", t.Path, "", t.Certainty})
	}
	for _, t := range x.Tasks {
		for _, u := range t.Units {
			f(Fact{unitKinds[u.Role], t.Path, u.Name, u.Certainty})
		}
	}
	for _, t := range x.Tasks {
		for i, c := range t.TopicCertainty {
			f(Fact{"topics", t.Path, t.Topics[i], c})
		}
	}
	for _, a := range x.InlineActors {
		f(Fact{"units in running text", a.Path, a.Name, a.Certainty})
	}
	for _, t := range x.Targets {
		f(Fact{"targets", t.Path, t.Quote, t.Certainty})
	}
	for _, b := range x.Bodies {
		f(Fact{"standards bodies", firstPath(b.Paths), b.Name, b.Certainty})
	}
	for _, r := range x.References {
		f(Fact{"citations", r.Path, cmp.Or(deref(r.Title), deref(r.Number)), r.Certainty})
	}
	for _, p := range x.Regions {
		f(Fact{"places", firstPath(p.Paths), p.Name, p.Certainty})
	}
}

// firstPath is where something is named first.
func firstPath(paths []string) string {
	if len(paths) == 0 {
		return rootPath
	}
	return paths[0]
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
	x.eachFact(func(f Fact) {
		counts = addCounts(counts, []Count{{f.Kind, map[graph.Confidence]int{f.Confidence: 1}}})
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
