package loader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// Parse takes a document apart. The result is the same for the same source and gazetteer. It is
// an error wrapping ErrNotPolicy if the text has neither an outline nor a head, or an outline of what
// no authority would order.
func Parse(src *Source, gaz *gazetteer.Gazetteer) (*Extraction, error) {
	lines, repaired := cleanLines(src)
	o := outline(src, lines)
	head := extractHead(src, o, gaz, repaired)
	if len(o.Blocks) == 0 && head.Number == nil && head.Title == nil {
		return nil, fmt.Errorf("parse %s: %w", src.Name, ErrNotPolicy)
	}
	x := &Extraction{
		Document: head, Sections: sections(o.Blocks), Targets: []Target{}, Bodies: []Body{},
		Standards: []Standard{}, References: []Reference{}, Regions: []Place{},
	}
	x.Tasks = extractTasks(src, o.Blocks)
	region := ""
	if head.Region != nil {
		region = *head.Region
	}
	all := o.All()
	x.InlineActors = extractActors(src, all, gaz, region)
	x.Departments = departments(x.Tasks, head, gaz)
	doubtUnits(x.Tasks, x.Departments)
	x.Targets = extractTargets(src, head, all)
	x.References = extractReferences(src, head, o.Front, all)
	x.readNames(src, all, gaz)
	if !x.isPolicy(all) {
		return nil, fmt.Errorf("parse %s: %w", src.Name, ErrNotPolicy)
	}
	x.doubtGaps()
	return x, nil
}

// isPolicy tells policies from other texts with numbered parts, such as recipes, papers and source
// code: these name no authority and no other document, and do not speak of standardization or, for
// the most part, of matters of government. A title alone does not count, for guides and terms of
// use have titles too, nor do figures and places.
func (x *Extraction) isPolicy(blocks []Block) bool {
	head := x.Document
	if head.Number != nil || head.Region != nil || len(head.Issuers) > 0 ||
		len(x.Departments)+len(x.InlineActors)+len(x.References) > 0 ||
		len(x.Bodies)+len(x.Standards) > 0 {
		return true
	}
	topical := 0
	for _, t := range x.Tasks {
		if len(t.Topics) > 0 {
			topical++
		}
	}
	if topical > 0 && 2*topical >= len(x.Tasks) {
		return true
	}
	return slices.ContainsFunc(blocks, func(b Block) bool {
		return contains(b.Body.S, "标准化") || contains(b.Body.S, "标准体系")
	})
}

func sections(blocks []Block) []Section {
	out := make([]Section, len(blocks))
	for i, b := range blocks {
		out[i] = b.Section
	}
	return out
}

// departments lists the units of all tasks, classes of units left out, each name once.
func departments(tasks []Task, head Head, gaz *gazetteer.Gazetteer) []Department {
	region, day := "", ""
	if head.Region != nil {
		region = *head.Region
	}
	if head.Issued != nil {
		day = *head.Issued
	} else if head.Published != nil {
		day = *head.Published
	}
	out := []Department{}
	seen := map[string]bool{}
	for _, t := range tasks {
		for _, u := range t.Units {
			if u.Collective || seen[u.Name] {
				continue
			}
			seen[u.Name] = true
			unit := gaz.Unit(u.Name, region, day)
			d := Department{Name: u.Name, FullName: unit.FullName, Function: unit.Functions[0]}
			d.doubt(!unit.Known, doubtUnknown)
			d.doubt(unit.Known && elided(u.Name, unit, gaz), doubtLevel)
			out = append(out, d)
		}
	}
	return out
}

// elided reports whether a name leaves out the level or place that the unit's full name begins
// with: 财政局, which is 市财政局 here.
func elided(name string, u gazetteer.Unit, gaz *gazetteer.Gazetteer) bool {
	region, ok := gaz.Region(u.Region)
	return ok && u.Region != gazetteer.National && strings.HasPrefix(u.FullName, region.Name) &&
		!strings.HasPrefix(name, region.Short) && gaz.LocalName(name, u.Region) == name
}

// doubtUnits makes units as doubtful as what is known of the departments that they are.
func doubtUnits(tasks []Task, known []Department) {
	doubts := map[string][]Doubt{}
	for _, d := range known {
		doubts[d.Name] = d.Doubts
	}
	for i := range tasks {
		for j := range tasks[i].Units {
			u := &tasks[i].Units[j]
			for _, d := range doubts[u.Name] {
				u.doubt(true, d)
			}
		}
	}
}
