package loader

import (
	"cmp"
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

// departments lists the units of all tasks, classes of units left out, each name once. It makes the
// units as doubtful as what is known of the departments that they are.
func departments(tasks []Task, head Head, gaz *gazetteer.Gazetteer) []Department {
	region := deref(head.Region)
	day := deref(cmp.Or(head.Issued, head.Published))
	out := []Department{}
	places := map[string]int{} // in out, by name
	for i := range tasks {
		for j := range tasks[i].Units {
			u := &tasks[i].Units[j]
			if u.Collective {
				continue
			}
			at, known := places[u.Name]
			if !known {
				at = len(out)
				places[u.Name] = at
				out = append(out, department(u.Name, region, day, gaz))
			}
			for _, d := range out[at].Doubts {
				u.doubt(true, d)
			}
		}
	}
	return out
}

// department is the unit that a document of a region and day calls by a name.
func department(name, region, day string, gaz *gazetteer.Gazetteer) Department {
	unit := gaz.Unit(name, region, day)
	d := Department{Name: name, FullName: unit.FullName, Function: unit.Functions[0]}
	d.doubt(!unit.Known, doubtUnknown)
	d.doubt(unit.Known && elided(name, unit, gaz), doubtLevel)
	return d
}

// elided reports whether a name leaves out the level or place that the unit's full name begins
// with: 财政局, which is 市财政局 here.
func elided(name string, u gazetteer.Unit, gaz *gazetteer.Gazetteer) bool {
	region, ok := gaz.Region(u.Region)
	return ok && u.Region != gazetteer.National && strings.HasPrefix(u.FullName, region.Name) &&
		!strings.HasPrefix(name, region.Short) && gaz.LocalName(name, u.Region) == name
}
