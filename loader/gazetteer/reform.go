package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// Succession says that one unit passed its duties, or some of them, to another.
type Succession struct {
	From, To string // full names at the time
	Region   string // code of the region of both
	Date     string // YYYY-MM
	Kind     string // rename, merge, split or duty-transfer
	Scope    string // which duties, "" for all
	Source   string // the decision
}

// reformKinds are the kinds of succession.
var reformKinds = []string{"rename", "merge", "split", "duty-transfer"}

// reform is a row of reforms.yaml.
type reform struct {
	From, To     []string
	ProvinceFrom []string `yaml:"province_from"`
	ProvinceTo   []string `yaml:"province_to"`
	Regions      map[string]string
	Date, Below  string
	Before       string
	Kind         string
	Scope        string
	Source       string
	Together     bool // the names of from are units of their own, not variants of one
}

type reformTable struct {
	national, local []reform
	// rows are the indexes of local that have a name, as templateName gives it.
	rows map[string][]int
}

func (g *Gazetteer) loadReforms(data []byte) error {
	var doc struct {
		Sources         map[string]string
		National, Local []reform
	}
	if err := decode(data, &doc); err != nil {
		return err
	}
	for _, list := range [][]reform{doc.National, doc.Local} {
		for i := range list {
			r := &list[i]
			source, ok := doc.Sources[r.Source]
			if !ok || len(r.From) == 0 || len(r.To) == 0 || !slices.Contains(reformKinds, r.Kind) {
				return fmt.Errorf("reform of %v: no source, names or kind", r.From)
			}
			r.Source = source
		}
	}
	g.reforms = reformTable{doc.National, doc.Local, map[string][]int{}}
	for i, row := range doc.Local {
		g.reforms.index(i, row.From, row.To, row.ProvinceFrom, row.ProvinceTo)
		for _, name := range row.Regions {
			g.reforms.index(i, []string{name})
		}
	}
	return nil
}

func (t *reformTable) index(row int, lists ...[]string) {
	for _, list := range lists {
		for _, name := range list {
			name = strings.TrimPrefix(name, "{R}")
			if !slices.Contains(t.rows[name], row) {
				t.rows[name] = append(t.rows[name], row)
			}
		}
	}
}

// templateNames are the forms in which the table may have a unit of a region: its full name
// without the region in front, or with {R} or {S} in the region's place.
func templateNames(fullName string, r Region) []string {
	full := strings.ReplaceAll(fullName, r.Name, "{R}")
	if rest, ok := strings.CutPrefix(full, "中共{R}委员会"); ok && rest != "" {
		full = "中共{R}委" + rest
	}
	names := []string{strings.TrimPrefix(full, "{R}")}
	if strings.Contains(full, r.Short) {
		names = append(names, strings.Replace(full, r.Short, "{S}", 1))
	}
	return names
}

// Successions lists how a unit came to be and what became of it: every row of the table of reforms
// that has the unit's full name on either side, for the unit's region. date is that of the document
// that names it ("" for now): some rows are only about units of an earlier time.
func (g *Gazetteer) Successions(fullName, region, date string) []Succession {
	if region == National {
		return g.nationalSuccessions(fullName)
	}
	r, ok := g.Region(region)
	if !ok {
		return nil
	}
	var found []Succession
	var rows []int
	for _, name := range templateNames(fullName, r) {
		rows = append(rows, g.reforms.rows[name]...)
	}
	slices.Sort(rows)
	for _, i := range slices.Compact(rows) {
		row := &g.reforms.local[i]
		if row.Before != "" && (date == "" || date >= row.Before) {
			continue
		}
		for _, s := range row.of(r, fullName) {
			same := func(o Succession) bool { return o.From == s.From && o.To == s.To }
			if s.From != s.To && !slices.ContainsFunc(found, same) {
				found = append(found, s)
			}
		}
	}
	return found
}

func (g *Gazetteer) nationalSuccessions(name string) []Succession {
	var found []Succession
	for _, row := range g.reforms.national {
		for _, from := range row.From {
			if from == name || row.To[0] == name {
				found = append(found, row.succession(from, row.To[0], National, row.Date))
			}
		}
	}
	return found
}

func (row *reform) succession(from, to, region, date string) Succession {
	return Succession{
		From: from, To: to, Region: region, Date: date,
		Kind: row.Kind, Scope: row.Scope, Source: row.Source,
	}
}

// of lists the successions of a row in a region that have a unit on either side.
func (row *reform) of(r Region, unit string) []Succession {
	from, to, date := row.names(r)
	var found []Succession
	if slices.Contains(from, unit) {
		found = append(found, row.succession(unit, to[0], r.Code, date))
	}
	if slices.Contains(to, unit) {
		if !row.Together {
			from = from[:1]
		}
		for _, f := range from {
			found = append(found, row.succession(f, unit, r.Code, date))
		}
	}
	return found
}

// names are the row's names in a region, the usual ones first, and the date of the reform there.
func (row *reform) names(r Region) (from, to []string, date string) {
	from, to, date = row.From, row.To, row.Below
	if r.Level == LevelProvince {
		date = row.Date
	}
	if r.Level == LevelProvince && !strings.HasSuffix(r.Name, "市") {
		if len(row.ProvinceFrom) > 0 {
			from = row.ProvinceFrom
		}
		if len(row.ProvinceTo) > 0 {
			to = row.ProvinceTo
		}
	}
	if name := row.usual(r.Code); name != "" {
		to = append([]string{name}, to...)
	}
	fill := func(names []string) []string {
		var full []string
		for _, name := range names {
			if !strings.Contains(name, "{") {
				name = "{R}" + name
			}
			full = append(full, r.fill(name))
		}
		return full
	}
	return fill(from), fill(to), date
}

// usual is the form that the row gives for a region by the longest prefix of its code. The form of
// a whole province's divisions (two digits) is not that of the province itself.
func (row *reform) usual(code string) string {
	for n := len(code); n >= 2; n-- {
		if n == 2 && strings.HasSuffix(code, "0000") {
			return ""
		}
		if name, ok := row.Regions[code[:n]]; ok {
			return name
		}
	}
	return ""
}
