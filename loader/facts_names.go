package loader

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// department states the unit that a text calls by a name, with its region, its functions and what
// the table of reforms says of it.
func (b *factBuilder) department(name string) graph.ID {
	if id, ok := b.units[name]; ok {
		return id
	}
	u := b.gaz.Unit(name, b.work.region, b.date)
	u.Name = b.shortName(name, u)
	id := b.unit(u, true)
	b.units[name] = id
	d, _ := b.nodes[id].(*graph.Department)
	if !slices.Contains(d.Aliases, name) {
		d.Aliases = append(d.Aliases, name)
		slices.Sort(d.Aliases)
	}
	for _, s := range b.gaz.Successions(u.FullName, u.Region, b.date) {
		from := b.unit(b.partner(s.From, s.Region, yearBefore(s.Date)), false)
		to := b.unit(b.partner(s.To, s.Region, s.Date), false)
		b.edge(graph.SucceededBy, from, to).Reform = &graph.Reform{
			Date: s.Date, Kind: s.Kind, Scope: s.Scope, Source: s.Source,
		}
	}
	return id
}

// shortName is the name by which a unit is shown: as the text writes it, if that is a short name
// with a level (市发改委) or place (苏州通管办), else the usual one.
func (b *factBuilder) shortName(written string, u gazetteer.Unit) string {
	r, ok := b.gaz.Region(u.Region)
	if !ok || !u.Known || strings.HasPrefix(written, r.Name) {
		return u.Name
	}
	if b.gaz.LocalName(written, b.work.region) != written || strings.HasPrefix(written, r.Short) {
		return written
	}
	return u.Name
}

// partner explains a full name of the table of reforms at a time at which it was in use.
func (b *factBuilder) partner(fullName, region, date string) gazetteer.Unit {
	u := b.gaz.Unit(fullName, region, date)
	u.FullName, u.Region = fullName, region
	return u
}

// yearBefore is the year before a date.
func yearBefore(date string) string {
	if year, err := strconv.Atoi(date[:min(4, len(date))]); err == nil {
		return strconv.Itoa(year - 1)
	}
	return date
}

// unit states a department. One that was stated as known only by reforms becomes mentioned when
// the text names it.
func (b *factBuilder) unit(u gazetteer.Unit, mentioned bool) graph.ID {
	id := graph.DepartmentID(u.Region, u.FullName)
	if d, ok := b.nodes[id].(*graph.Department); ok {
		if mentioned && !d.Mentioned {
			d.Mentioned, d.Name = true, u.Name
		}
		return id
	}
	b.add(&graph.Department{
		ID: id, Name: u.Name, FullName: u.FullName, RegionCode: u.Region, Mentioned: mentioned,
	})
	b.inRegion(id, u.Region)
	for _, slug := range u.Functions {
		f, ok := b.gaz.Function(slug)
		if !ok {
			continue
		}
		b.add(&graph.Function{ID: graph.FunctionID(slug), Slug: slug, Name: f.Name})
		e := b.edge(graph.HasFunction, id, graph.FunctionID(slug))
		if !u.Known {
			e.Confidence = graph.Low // doubtUnknown
		}
	}
	return id
}

// collective states a class of units of the document's region. It has no function.
func (b *factBuilder) collective(name string) graph.ID {
	short := collectiveName(name)
	region := b.work.region
	full := short
	if r, ok := b.gaz.Region(region); ok && region != gazetteer.National {
		full = r.Name + short
	}
	id := graph.DepartmentID(region, full)
	b.add(&graph.Department{
		ID: id, Name: short, FullName: full, RegionCode: region, Collective: true, Mentioned: true,
	})
	if d, ok := b.nodes[id].(*graph.Department); ok && !slices.Contains(d.Aliases, name) {
		d.Aliases = append(d.Aliases, name)
		slices.Sort(d.Aliases)
	}
	b.inRegion(id, region)
	return id
}

// actors states the units that running text makes responsible. They are mentioned, not
// responsible: what a sentence asks of a unit is less than a task. Only those that name one unit
// become departments; a class in general words (各部门, 行业主管部门) names nobody.
func (b *factBuilder) actors() {
	for _, a := range b.ex.InlineActors {
		if strings.HasPrefix(a.Name, "各") || !b.gaz.IsUnit(a.Name, b.work.region) {
			continue
		}
		mention := Mention{Path: a.Path, Quote: a.Quote, Span: a.Span}
		b.mention(b.department(a.Name), []Mention{mention}, nil, a.Certainty)
	}
}

// bodyLevels are the levels of standards bodies as extractions write them.
var bodyLevels = map[string]graph.BodyLevel{
	"international": graph.LevelInternational, "national": graph.LevelNational,
	"provincial": graph.LevelProvincial, "municipal": graph.LevelMunicipal,
	"coordination": graph.LevelCoordination,
}

// bodies states the standards bodies and what they are part of.
func (b *factBuilder) bodies() {
	for i := range b.ex.Bodies {
		body := &b.ex.Bodies[i]
		b.mention(b.body(body), body.Mentions, body.Paths, body.Certainty)
	}
}

func (b *factBuilder) body(body *Body) graph.ID {
	code := gazetteer.BodyCode(deref(body.Code))
	name := b.gaz.LocalName(fullBrackets(body.Name), b.work.region)
	if known, ok := b.gaz.BodyByName(body.Name); ok && (code == "" || code == known.Code) {
		return b.knownBody(known, body.Name, bodyLevels[body.Level])
	}
	node := &graph.StandardsBody{Name: name, Level: bodyLevels[body.Level]}
	switch {
	case code == "" || incompleteCode(code):
		node.ID = graph.StandardsBodyIDByName(name)
	default:
		node.ID, node.Code = graph.StandardsBodyIDByCode(code), code
		if known, ok := b.gaz.BodyByCode(code); ok && known.Name != "" {
			return b.knownBody(known, body.Name, node.Level)
		}
	}
	if body.Name != name {
		node.Aliases = []string{body.Name}
	}
	b.add(node)
	b.partOfBody(node.ID, code)
	return node.ID
}

// fullBrackets gives names the brackets of Chinese text.
func fullBrackets(name string) string {
	return strings.NewReplacer("(", "（", ")", "）").Replace(name)
}

// knownBody states a body that the gazetteer has, and the name that a text gives it.
func (b *factBuilder) knownBody(known gazetteer.Body, written string, level graph.BodyLevel) graph.ID {
	if level == "" {
		level = bodyLevels[known.Level]
	}
	id := graph.StandardsBodyIDByCode(known.Code)
	aliases := slices.Clone(known.Aliases)
	if !strings.HasSuffix(written, known.Name) && !slices.Contains(aliases, written) && written != "" {
		aliases = append(aliases, written)
	}
	slices.Sort(aliases)
	b.add(&graph.StandardsBody{
		ID: id, Code: known.Code, Name: known.Name, Aliases: aliases, Level: level,
	})
	b.partOfBody(id, known.Code)
	return id
}

// partOfBody states the bodies above a body, by its code.
func (b *factBuilder) partOfBody(id graph.ID, code string) {
	parent := b.gaz.BodyParent(code)
	if parent == "" {
		return
	}
	known, ok := b.gaz.BodyByCode(parent)
	if !ok {
		return
	}
	if known.Name == "" {
		known.Name = known.Code
	}
	if above := b.knownBody(known, "", ""); above != id {
		b.edge(graph.PartOf, id, above)
	}
}

// standards states the standards that are cited by their code, with the body that publishes them.
func (b *factBuilder) standards() {
	for i := range b.ex.Standards {
		s := &b.ex.Standards[i]
		id := graph.StandardID(s.Code)
		b.add(&graph.Standard{ID: id, Code: s.Code})
		b.mention(id, s.Mentions, s.Paths, Certainty{})
		if owner, ok := b.gaz.BodyByCode(b.gaz.StandardOwner(s.Code)); ok {
			b.edge(graph.Publishes, b.knownBody(owner, "", ""), id)
		}
	}
}

// places states the regions that the text names.
func (b *factBuilder) places() {
	for i := range b.ex.Regions {
		p := &b.ex.Regions[i]
		if id := b.region(p.Code); !id.IsZero() {
			b.mention(id, p.Mentions, p.Paths, p.Certainty)
		}
	}
}
