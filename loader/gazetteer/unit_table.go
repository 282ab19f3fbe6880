package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// form says how a unit's full name is made.
type form uint8

const (
	formStem       form = iota // {R} + stem + suffix
	formOffice                 // a template of its own
	formParty                  // 中共{R}委 + name
	formGovernment             // {R}人民政府 + name
	formNational               // a name without a region
)

// unitEntry is one kind of unit, or one national unit, for some time.
type unitEntry struct {
	form      form
	full      string            // stem, template or name
	short     string            // the usual short name, or stem
	functions []string          // the primary one first
	regions   map[string]string // full by the region, as the longest prefix of its code gives it
	from      string            // YYYY-MM, "" for always
	until     string
}

// holds reports whether the entry is in force on a date (a prefix of YYYY-MM-DD). With no date,
// the entries that are in force now hold.
func (e *unitEntry) holds(date string) bool {
	if date == "" {
		return e.until == ""
	}
	return e.from <= date && (e.until == "" || date < e.until)
}

// unitTable holds the kinds of unit by every spelling.
type unitTable struct {
	stems   map[string][]*unitEntry
	offices map[string][]*unitEntry
	country map[string][]*unitEntry
	inText  dictionary[spelling] // stems and offices, to find units in running text
	words   dictionary[string]   // word -> function
}

// spelling says what a word found in a text is.
type spelling struct {
	entry *unitEntry
	whole bool // the name of a unit, else a stem that needs a suffix
}

// unitList is a section of units.yaml: entries by their function.
type unitList map[string][]struct {
	Full        string
	Short       []string
	Also        []string
	Kin         []string
	Regions     map[string]string
	From, Until string
}

func (g *Gazetteer) loadUnits(data []byte) error {
	var doc struct {
		Stems, Offices, Party, Government, National unitList
		Words                                       map[string][]string
	}
	if err := decode(data, &doc); err != nil {
		return err
	}
	t := &g.units
	t.stems, t.offices = map[string][]*unitEntry{}, map[string][]*unitEntry{}
	t.country = map[string][]*unitEntry{}
	for _, section := range []struct {
		form form
		list unitList
	}{
		{formStem, doc.Stems}, {formOffice, doc.Offices}, {formParty, doc.Party},
		{formGovernment, doc.Government}, {formNational, doc.National},
	} {
		if err := g.addUnits(section.form, section.list); err != nil {
			return err
		}
	}
	var functions []entry[string]
	for slug, words := range doc.Words {
		if _, ok := g.Function(slug); !ok {
			return fmt.Errorf("words: unknown function %q", slug)
		}
		for _, w := range words {
			functions = append(functions, entry[string]{w, slug})
		}
	}
	t.words = newDictionary(functions)
	t.index()
	return nil
}

func (g *Gazetteer) addUnits(f form, list unitList) error {
	for _, function := range g.functions {
		for _, u := range list[function.Slug] {
			e := &unitEntry{
				form: f, full: u.Full, short: u.Full, from: u.From, until: u.Until, regions: u.Regions,
			}
			if len(u.Short) > 0 {
				e.short = u.Short[0]
			}
			e.functions = append([]string{function.Slug}, u.Also...)
			if e.full == "" {
				return fmt.Errorf("%s: %s: an entry has no full name", function.Slug, e.short)
			}
			g.units.add(e, u.Short)
			for _, name := range u.Kin {
				g.units.add(&unitEntry{form: f, full: name, short: name, functions: e.functions}, nil)
			}
		}
		delete(list, function.Slug)
	}
	for slug := range list {
		return fmt.Errorf("unknown function %q", slug)
	}
	return nil
}

// add files an entry under its full form and its spellings.
func (t *unitTable) add(e *unitEntry, short []string) {
	table := t.offices
	switch e.form {
	case formStem:
		table = t.stems
	case formNational:
		table = t.country
	case formOffice:
		if !strings.Contains(e.full, "{") {
			e.full = "{R}" + e.full
		}
	}
	bare := withoutRegion.Replace(e.full)
	if e.form == formOffice {
		bare = strings.TrimPrefix(bare, "人民政府")
	}
	for _, name := range append([]string{bare}, short...) {
		for _, key := range e.keys(name) {
			if !slices.Contains(table[key], e) {
				table[key] = append(table[key], e)
			}
		}
	}
}

// fullIn is the full form in a region.
func (e *unitEntry) fullIn(code string) string {
	for n := len(code); n >= 2; n-- {
		if full, ok := e.regions[code[:n]]; ok {
			return full
		}
	}
	return e.full
}

// withoutRegion leaves of a template what stands behind the region.
var withoutRegion = strings.NewReplacer(
	"中共{R}委", "委", "（{S}）", "", "{R}", "", "{S}", "", "{P}", "", "{L}", "市", "{C}", "",
)

// keys are the spellings of a name behind the region: with and without 委 for the party's offices,
// with and without 政府 for the government's.
func (e *unitEntry) keys(name string) []string {
	switch e.form {
	case formParty:
		if strings.HasPrefix(name, "委") {
			return []string{name}
		}
		if name == "办公厅" || name == "办公室" {
			return []string{"委" + name}
		}
		return []string{name, "委" + name}
	case formGovernment, formOffice:
		name = strings.TrimPrefix(name, "人民政府")
		name = strings.TrimPrefix(name, "政府")
		if name == "" {
			return []string{"人民政府", "政府"}
		}
		return []string{name, "政府" + name, "人民政府" + name}
	}
	return []string{name}
}

// generic are offices whose names tell nothing inside a longer name.
var generic = map[string]bool{
	"办公室": true, "办公厅": true, "研究室": true, "政府": true, "人民政府": true, "委员会": true, "管委会": true,
	"管理委员会": true, "发展研究中心": true, "调查队": true,
}

// index files all spellings for search in running text. Of several entries of one spelling any
// will do, since the entry in force is looked up again.
func (t *unitTable) index() {
	seen := map[string]bool{}
	var all []entry[spelling]
	file := func(name string, e *unitEntry, whole bool) {
		if !seen[name] {
			seen[name] = true
			all = append(all, entry[spelling]{name, spelling{e, whole}})
		}
	}
	for name, list := range t.offices {
		if !generic[name] {
			file(name, list[0], true)
		}
	}
	for name, list := range t.stems {
		file(name, list[0], false)
	}
	t.inText = newDictionary(all)
}

// pick returns the entry that is in force on a date; of several the first, if none is in force the
// last of the list.
func pick(list []*unitEntry, date string) *unitEntry {
	for _, e := range list {
		if e.holds(date) {
			return e
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

// national reports whether a name is that of a national unit.
func (t *unitTable) national(name string) bool { return len(t.country[name]) > 0 }
