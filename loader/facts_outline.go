package loader

import (
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// document states the document and the region it belongs to.
func (b *factBuilder) document() {
	head := &b.ex.Document
	doc := &graph.Document{
		ID: b.work.id, Title: b.work.title, TitleInferred: deref(head.Title) == "",
		NoticeTitle: deref(head.NoticeTitle), Number: b.work.number, Genre: head.Genre,
		Issued: deref(head.Issued), Published: deref(head.Published),
		Loaded: true, Hant: head.Script == "Hant",
	}
	if p := head.Period; p != nil {
		doc.PeriodStart, doc.PeriodEnd = p.Start, p.End
	}
	b.add(doc)
	b.aliases = append(b.aliases, b.work.aliases...)
	in := b.inRegion(doc.ID, b.work.region)
	if in != nil && (head.Region == nil || len(head.RegionCertainty.Doubts) > 0) {
		in.Confidence = graph.Low // doubtRegion
	}
}

// outline states the sections, each part of the nearest one above that the text has.
func (b *factBuilder) outline() {
	byPath := map[string]graph.ID{}
	for i, s := range b.ex.Sections {
		key := s.Path
		if n := len(b.sections[s.Path]); n > 0 {
			key += "~" + strconv.Itoa(n+1)
		}
		id := graph.SectionID(b.work.id, key)
		head := Span{Start: s.Start, End: s.HeadEnd}
		if head.End <= head.Start {
			head = s.Span
		}
		// Order 0 is the preamble's.
		b.add(&graph.Section{
			ID: id, Document: b.work.id, Path: s.Path, Label: s.Label, Heading: s.Heading,
			Depth: s.Depth, Order: i + 1, Evidence: b.evidence(id, head),
		})
		b.sections[s.Path] = append(b.sections[s.Path], sectionAt{id, s.Span})
		b.edge(graph.HasSection, b.work.id, id, b.evidence(id, head)...).Order = i + 1
		if parent, ok := parentOf(s.Path, byPath); ok {
			b.edge(graph.PartOf, id, parent)
		}
		byPath[s.Path] = id
	}
}

// parentOf finds the nearest section above a path.
func parentOf(path string, byPath map[string]graph.ID) (graph.ID, bool) {
	for {
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return graph.ID{}, false
		}
		path = path[:i]
		if id, ok := byPath[path]; ok {
			return id, true
		}
	}
}

// issuers states who issued the document.
func (b *factBuilder) issuers() {
	for i, name := range b.ex.Document.Issuers {
		var ev []graph.Evidence
		if i < len(b.ex.Document.IssuerSpans) {
			ev = b.evidence(graph.ID{}, b.ex.Document.IssuerSpans[i])
		}
		b.edge(graph.IssuedBy, b.work.id, b.department(name), ev...)
	}
}

// taskList states the tasks with their topics and responsible units.
func (b *factBuilder) taskList() {
	used := map[string]int{}
	for _, t := range b.ex.Tasks {
		list := b.sections[t.Path]
		n := used[t.Path]
		used[t.Path]++
		if n >= len(list) {
			continue // a task without a section of its own has nothing to show for it
		}
		section, _ := b.nodes[list[n].id].(*graph.Section)
		b.task(t, section, list[n].span)
	}
}

func (b *factBuilder) task(t Task, section *graph.Section, sp Span) {
	id := b.taskID(section)
	task := &graph.Task{
		ID: id, Document: b.work.id, Section: section.ID, Path: t.Path, Order: section.Order,
		Kind: graph.TaskKind(t.Kind), Heading: section.Heading, OpenEnded: t.OpenEnded,
		Confidence: t.Confidence, Evidence: t.sure(b.evidence(section.ID, sp)),
	}
	if sp.Start < sp.End && sp.End <= b.src.runes {
		task.Text = b.src.Quote(sp)
	}
	b.add(task)
	b.tasks[section.ID] = id
	b.edge(graph.HasTask, b.work.id, id, task.Evidence...).Order = section.Order
	b.edge(graph.HasTask, section.ID, id, task.Evidence...)
	for i, slug := range t.Topics {
		topic := &graph.Topic{ID: graph.TopicID(slug), Slug: slug, Name: slug}
		if known, ok := b.gaz.Topic(slug); ok {
			topic.Name = known.Name
		}
		b.add(topic)
		b.edge(graph.About, id, topic.ID, t.topicCertainty(i).sure(section.Evidence)...)
	}
	for _, u := range t.Units {
		b.responsible(id, section.ID, u, sp)
	}
}

// taskID is the id of a section's task. Where numbers repeat, it follows the section's.
func (b *factBuilder) taskID(section *graph.Section) graph.ID {
	if section.ID == graph.SectionID(b.work.id, section.Path) {
		return graph.TaskID(b.work.id, section.Path)
	}
	return graph.TaskID(b.work.id, section.Path+"~"+strconv.Itoa(section.Order))
}

// roleRank orders roles by their strength.
var roleRank = map[graph.Role]int{graph.RoleLead: 0, graph.RoleResponsible: 1, graph.RoleSupport: 2}

// responsible states a unit's part in a task. A unit that the text names in two ways has one
// edge, with its strongest role and the name of that.
func (b *factBuilder) responsible(task, section graph.ID, u Unit, within Span) {
	state := b.department
	if u.Collective {
		state = b.collective
	}
	department, role := state(u.Name), graph.Role(u.Role)
	quote := u.sure(b.evidence(section, b.clause(u.Span, within)))
	e := b.edge(graph.Responsible, task, department, quote...)
	if e.Role == "" || roleRank[role] < roleRank[e.Role] {
		e.Role, e.AsWritten = role, u.Name
	}
}

// maxUnitList is how long a list of units is quoted whole, in code points.
const maxUnitList = 400

// clause widens the place of a unit's name to what shows its role: the list in brackets that it
// stands in, or else its sentence; the name alone, if neither is short.
func (b *factBuilder) clause(sp, within Span) Span {
	if sp.Start >= sp.End || sp.End > b.src.runes {
		return Span{}
	}
	within.Start = max(within.Start, sp.Start-maxUnitList)
	within.End = min(within.End, sp.End+maxUnitList)
	from, to := b.bracket(sp.Start, within.Start, -1), b.bracket(sp.End-1, within.End, 1)
	if from >= 0 && to >= 0 {
		return Span{Start: from, End: to + 1}
	}
	from, to = b.stop(sp.Start, within.Start, -1), b.stop(sp.End-1, within.End, 1)
	if from >= 0 && to >= 0 {
		return Span{Start: from + 1, End: to}
	}
	return sp
}

// bracket finds the bracket around a place, from there to limit in steps of -1 or 1; -1 if a line
// or, before the place, a sentence ends first.
func (b *factBuilder) bracket(at, limit, step int) int {
	outward, inward := opening, closing
	if step > 0 {
		outward, inward = closing, opening
	}
	depth := 0
	for i, r := range b.src.from(at+step, limit, step) {
		switch {
		case strings.ContainsRune(inward, r):
			depth++
		case strings.ContainsRune(outward, r) && depth > 0:
			depth--
		case strings.ContainsRune(outward, r):
			return i
		case r == '\n', r == '。' && step < 0:
			return -1
		}
	}
	return -1
}

// stop finds the end of the sentence or line around a place, as bracket does.
func (b *factBuilder) stop(at, limit, step int) int {
	for i, r := range b.src.from(at+step, limit, step) {
		if r == '\n' || r == '。' {
			return i
		}
	}
	return -1
}

const (
	opening = "（(〔[【"
	closing = "）)〕]】"
)

// comparators are the comparators of targets as extractions write them.
var comparators = map[string]graph.Comparator{
	">=": graph.GTE, "<=": graph.LTE, "=": graph.EQ, ">": graph.GT, "<": graph.LT,
}

// targets states the quantified aims, set by their section and its task.
func (b *factBuilder) targets() {
	ordinals := map[string]int{}
	for i, t := range b.ex.Targets {
		section := b.section(t.Path, t.Span)
		n := ordinals[t.Path]
		ordinals[t.Path]++
		target := &graph.Target{
			ID: graph.TargetID(b.work.id, t.Path, n), Document: b.work.id, Section: section,
			Path: t.Path, Order: i, Metric: t.Metric, Comparator: comparators[t.Op], Value: t.Value,
			Unit: t.Unit, Deadline: deref(t.Deadline),
			Basis:      graph.TargetBasis(strings.ToUpper(deref(t.Basis))),
			Confidence: t.Confidence, Evidence: t.sure(b.evidence(section, t.Span)),
		}
		b.add(target)
		for _, from := range b.holders(section) {
			b.edge(graph.Sets, from, target.ID, target.Evidence...)
		}
	}
}

// references states which documents this one cites. Each is a document of its own, not loaded by
// this text, and aliases lead from the ids made of its titles.
func (b *factBuilder) references() {
	for i := range b.ex.References {
		ref := &b.ex.References[i]
		w := citedWork(b.gaz, ref, b.work.region)
		if w.id == b.work.id || b.isOwn(w.id) {
			continue
		}
		b.add(&graph.Document{
			ID: w.id, Title: w.title, Number: w.number, Hant: b.ex.Document.Script == "Hant",
		})
		b.inRegion(w.id, w.region)
		b.aliases = append(b.aliases, w.aliases...)
		e := b.edge(graph.Cites, b.work.id, w.id)
		if ref.Relation == "basis" {
			e.Relation = graph.CitationBasis
		} else if e.Relation == "" {
			e.Relation = graph.CitationCites
		}
		for _, m := range ref.Mentions {
			quote := ref.sure(b.evidence(b.section(m.Path, m.Span), m.Span))
			b.edge(graph.Cites, b.work.id, w.id, quote...)
		}
	}
}

// isOwn reports whether an id is one under which the document itself may be cited.
func (b *factBuilder) isOwn(id graph.ID) bool {
	for _, a := range b.work.aliases {
		if a.From == id {
			return true
		}
	}
	return false
}

// inRegion states that a document or department belongs to a region; nil if that is none.
func (b *factBuilder) inRegion(id graph.ID, code string) *graph.Edge {
	if region := b.region(code); !region.IsZero() {
		return b.edge(graph.InRegion, id, region)
	}
	return nil
}

// region states a region with all that it is part of, up to the country.
func (b *factBuilder) region(code string) graph.ID {
	r, ok := b.gaz.Region(code)
	if !ok {
		if code == gazetteer.National {
			return graph.ID{}
		}
		return b.region(gazetteer.National)
	}
	id := graph.RegionID(code)
	if _, stated := b.nodes[id]; stated {
		return id
	}
	b.add(&graph.Region{ID: id, Code: code, Name: r.Name, Level: r.Level})
	if parent := b.gaz.RegionParent(code); parent != "" {
		b.edge(graph.PartOf, id, b.region(parent))
	}
	return id
}
