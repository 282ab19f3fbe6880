package loader

import (
	"cmp"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// Facts turns what is read from a text into what the graph stores of it: nodes, edges with their
// evidence, and the ids under which the document may be cited elsewhere. Names become nodes by
// the gazetteer, in the region and at the time of the document. fileName is the Expression's.
//
// The same text always gives the same facts, and a Simplified and a Traditional copy of one
// document give nodes with the same ids.
func Facts(gaz *gazetteer.Gazetteer, src *Source, ex *Extraction, fileName string) graph.Facts {
	w, _ := ownWork(gaz, src, &ex.Document)
	return factsOf(gaz, src, ex, fileName, w)
}

// factsOf is Facts for a text that belongs to a work: its own, or one that it joins.
func factsOf(
	gaz *gazetteer.Gazetteer, src *Source, ex *Extraction, fileName string, w work,
) graph.Facts {
	b := &factBuilder{
		gaz: gaz, src: src, ex: ex, work: w,
		date:  cmp.Or(deref(ex.Document.Issued), deref(ex.Document.Published)),
		nodes: map[graph.ID]graph.Node{}, edges: map[graph.EdgeKey]*graph.Edge{},
		sections: map[string][]sectionAt{}, tasks: map[graph.ID]graph.ID{},
		units: map[string]graph.ID{},
	}
	b.document()
	b.outline()
	b.issuers()
	b.taskList()
	b.targets()
	b.bodies()
	b.standards()
	b.places()
	b.actors()
	b.references()
	return b.facts(fileName)
}

// factBuilder collects the facts of one text.
type factBuilder struct {
	gaz  *gazetteer.Gazetteer
	src  *Source
	ex   *Extraction
	work work
	date string // of the document, "" if it is not known

	nodes    map[graph.ID]graph.Node
	edges    map[graph.EdgeKey]*graph.Edge
	sections map[string][]sectionAt // by path; damaged texts repeat numbers
	tasks    map[graph.ID]graph.ID  // by section
	units    map[string]graph.ID    // departments by the name in the text
	aliases  []graph.Alias
	orders   map[orderKey]int
}

type sectionAt struct {
	id   graph.ID
	span Span
}

type orderKey struct {
	from graph.ID
	kind graph.EdgeKind
}

// add states a node, unless the text has stated it before.
func (b *factBuilder) add(n graph.Node) {
	if _, ok := b.nodes[n.NodeID()]; !ok {
		b.nodes[n.NodeID()] = n
	}
}

// edge states an edge at the next place among those of its kind that leave its start. An edge
// that was stated before keeps its place and gets the evidence added.
func (b *factBuilder) edge(
	kind graph.EdgeKind, from, to graph.ID, evidence ...graph.Evidence,
) *graph.Edge {
	key := graph.EdgeKey{From: from, Kind: kind, To: to}
	e, ok := b.edges[key]
	if !ok {
		place := orderKey{from, kind}
		if b.orders == nil {
			b.orders = map[orderKey]int{}
		}
		e = &graph.Edge{Kind: kind, From: from, To: to, Order: b.orders[place]}
		b.orders[place]++
		b.edges[key] = e
	}
	for _, ev := range evidence {
		if !slices.Contains(e.Evidence, ev) {
			e.Evidence = append(e.Evidence, ev)
		}
	}
	return e
}

// evidence is the source's text at a span, none where the span is empty.
func (b *factBuilder) evidence(section graph.ID, sp Span) []graph.Evidence {
	if sp.Start < 0 || sp.Start >= sp.End || sp.End > b.src.runes {
		return nil
	}
	return []graph.Evidence{{
		Source: graph.Source(b.src.SHA256), Section: section,
		Start: sp.Start, End: sp.End, Quote: b.src.Quote(sp),
	}}
}

// sure is evidence of a fact that is as sure as c.
func (c Certainty) sure(list []graph.Evidence) []graph.Evidence {
	list = slices.Clone(list)
	for i := range list {
		list[i].Confidence = c.Confidence
	}
	return list
}

// section returns the section with a path, of several the one that has the span. The preamble,
// which is no numbered element, becomes a section when something is found in it.
func (b *factBuilder) section(path string, sp Span) graph.ID {
	list := b.sections[path]
	for _, s := range list {
		if sp.Start >= s.span.Start && sp.End <= s.span.End {
			return s.id
		}
	}
	if len(list) > 0 {
		return list[0].id
	}
	if path != rootPath {
		return b.section(rootPath, sp)
	}
	id := graph.SectionID(b.work.id, rootPath)
	b.sections[rootPath] = []sectionAt{{id: id}}
	b.add(&graph.Section{ID: id, Document: b.work.id, Path: rootPath})
	b.edges[graph.EdgeKey{From: b.work.id, Kind: graph.HasSection, To: id}] = &graph.Edge{
		Kind: graph.HasSection, From: b.work.id, To: id,
	}
	return id
}

// holders are the nodes that mention or set what stands in a section: the section, and the task
// if it mandates one.
func (b *factBuilder) holders(section graph.ID) []graph.ID {
	if task, ok := b.tasks[section]; ok {
		return []graph.ID{section, task}
	}
	return []graph.ID{section}
}

// mention states that sections mention a node: with the evidence of each mention, or, for what
// only lists sections, without.
func (b *factBuilder) mention(
	to graph.ID, mentions []Mention, paths []string, c Certainty,
) {
	for _, m := range mentions {
		section := b.section(m.Path, m.Span)
		for _, from := range b.holders(section) {
			b.edge(graph.Mentions, from, to, c.sure(b.evidence(section, m.Span))...)
		}
	}
	for _, path := range paths {
		if !slices.ContainsFunc(mentions, func(m Mention) bool { return m.Path == path }) {
			for _, from := range b.holders(b.section(path, Span{})) {
				b.edge(graph.Mentions, from, to).Confidence = c.Confidence
			}
		}
	}
}

// facts puts what was collected in order.
func (b *factBuilder) facts(fileName string) graph.Facts {
	f := graph.Facts{
		Expression: graph.Expression{
			Source: graph.Source(b.src.SHA256), Document: b.work.id, FileName: fileName,
			Script: graph.Hans, Repaired: b.ex.Document.Repaired,
		},
		Text: b.src.Text,
	}
	if b.ex.Document.Script == "Hant" {
		f.Expression.Script = graph.Hant
	}
	for _, n := range b.nodes {
		f.Nodes = append(f.Nodes, n)
	}
	slices.SortFunc(f.Nodes, func(x, y graph.Node) int { return compareIDs(x.NodeID(), y.NodeID()) })
	for _, e := range b.edges {
		f.Edges = append(f.Edges, *e)
	}
	slices.SortFunc(f.Edges, func(x, y graph.Edge) int {
		return cmp.Or(
			compareIDs(x.From, y.From), cmp.Compare(x.Kind, y.Kind),
			cmp.Compare(x.Order, y.Order), compareIDs(x.To, y.To),
		)
	})
	seen := map[graph.Alias]bool{}
	for _, a := range b.aliases {
		if !seen[a] {
			seen[a] = true
			f.Aliases = append(f.Aliases, a)
		}
	}
	return f
}

func compareIDs(x, y graph.ID) int { return slices.Compare(x[:], y[:]) }
