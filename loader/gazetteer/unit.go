package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// Unit is what the name of a government unit means in a document.
type Unit struct {
	// Name is the usual short name with the level of its region: 市市场监管局. It is one for all
	// the ways in which a text writes the unit.
	Name string
	// FullName is the formal name at the time of the document: 杭州市市场监督管理局.
	FullName string
	Region   string // code of the region the unit belongs to
	// Functions are the slugs of what it does, the primary one first; never empty.
	Functions []string
	// Known is false for a name that no list holds; FullName and Functions are then made from the
	// words that it is composed of.
	Known bool
}

// Unit explains a unit's name as a document of the region near writes it, on the day of the
// document (YYYY-MM-DD or a prefix of it; "" for now). A name without a level (财政局) is that of
// the document's own region, a national organ's name apart.
func (g *Gazetteer) Unit(name, near, date string) Unit {
	name = trimUnit(name)
	if u, ok := g.ofCorps(name, near, date); ok {
		return u
	}
	if u, ok := g.explain(name, near, date); ok {
		return u
	}
	if i := strings.IndexAny(name, "（(〈《[〔、"); i > 0 {
		if u, ok := g.explain(name[:i], near, date); ok {
			return u
		}
	}
	if plain := WithoutBrackets(name); plain != name {
		if u, ok := g.explain(plain, near, date); ok {
			return u // 市行政（市民）服务中心
		}
	}
	if u, ok := g.first(name, near, date); ok {
		return u
	}
	return g.compose(name, near, date)
}

// first explains the first of two units whose names run together: 市经信局市新经济委. Behind the
// party committee alone it is the second: 市委市政府督查室.
func (g *Gazetteer) first(name, near, date string) (Unit, bool) {
	for i := range name {
		if i < 2*len("市") || g.regions.levelAt(name[i:]) == "" {
			continue
		}
		u, ok := g.explain(name[:i], near, date)
		if !ok || !g.IsUnit(name[:i], near) {
			continue
		}
		if strings.HasSuffix(name[:i], "委") && i == 2*len("委") {
			if office, ok := g.explain(name[i:], near, date); ok {
				return office, true
			}
		}
		return u, true
	}
	return Unit{}, false
}

// FullName is the formal name of a unit at the time of the document, as Unit gives it.
func (g *Gazetteer) FullName(name, near, date string) string {
	return g.Unit(name, near, date).FullName
}

// LocalName puts the region in the place of the level that a name begins with: in a document of
// Jiangsu, 省标准化联席会议 is 江苏省标准化联席会议. Other names stay as they are.
func (g *Gazetteer) LocalName(name, near string) string {
	code, rest := g.regions.cutLevel(name, near)
	if rest == "" || code == "" || code == National {
		return name
	}
	return g.regions.region(code).Name + rest
}

// IsUnit reports whether a name is that of a unit that the lists know, with or without a level or a
// region in front, or of a branch of one. A stem alone (质监, 标准化) is none.
func (g *Gazetteer) IsUnit(name, near string) bool {
	name = trimUnit(name)
	if bureau, ok := cutBranch(name); ok {
		name = bureau
	}
	if of, rest := cutCorps(name, near); of != "" {
		name = rest
	}
	if g.units.national(name) {
		return true
	}
	return g.reading(name, near, func(p unitParts) bool {
		e, suffix := g.units.entry(p.core, "")
		return e != nil && p.below == "" && (e.form != formStem || suffixes[suffix].short != "")
	})
}

// cutBranch takes off the name of a bureau that of its branch: 市公安局东城分局.
func cutBranch(name string) (bureau string, ok bool) {
	const end = "局"
	i := strings.Index(name, end) + len(end)
	if i < len(end) || !closesWithAny(name[i:], "分局", "支局") {
		return name, false
	}
	return name[:i], true
}

// trimUnit takes spaces and closing marks off a name.
func trimUnit(name string) string {
	plain := 0 // bytes of Chinese characters, of which nearly all names consist
	for plain < len(name) && name[plain] >= 0xE4 && name[plain] <= 0xE9 {
		plain += size(name[plain:])
	}
	if plain == len(name) {
		return name
	}
	name = strings.Map(func(r rune) rune {
		if r == ' ' || r == '　' || r == '\u00a0' || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, name)
	return strings.Trim(name, "。，,；;：:、.")
}

// WithoutBrackets is a name without what stands in round brackets in it, of either width:
// 市行政(市民)服务中心.
func WithoutBrackets(name string) string {
	for _, marks := range [][2]string{{"(", ")"}, {"（", "）"}} {
		before, rest, open := strings.Cut(name, marks[0])
		if _, after, closed := strings.Cut(rest, marks[1]); open && closed {
			name = before + after
		}
	}
	return name
}

// explain finds a name in the lists.
func (g *Gazetteer) explain(name, near, date string) (Unit, bool) {
	if national(name, near) {
		if e := pick(g.units.country[name], date); e != nil {
			return e.national(), true
		}
	}
	var u Unit
	if g.reading(name, near, func(p unitParts) bool {
		if p.named {
			if e := pick(g.units.offices["{S}"+p.core], date); e != nil && e.holds(date) {
				u = g.unit(e, 0, p)
				return true
			}
		}
		e, suffix := g.units.entry(p.core, date)
		if e != nil {
			u = g.unit(e, suffix, p)
		}
		return e != nil
	}) {
		return u, true
	}
	if e := pick(g.units.country[name], date); e != nil {
		return e.national(), true
	}
	return Unit{}, false
}

// national is the unit of an entry of the national list.
func (e *unitEntry) national() Unit {
	return Unit{
		Name: e.short, FullName: e.full, Region: National, Functions: e.functions, Known: true,
	}
}

// national reports whether a name, before any other reading, is that of a national organ: in a
// national document, or by its form.
func national(name, near string) bool {
	if near == National {
		return true
	}
	for _, p := range []string{"国家", "国务院", "中央", "中共中央", "全国", "最高人民", "中国"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	for _, s := range []string{"总局", "总署", "部委"} {
		if strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}

// suffixes are what ends units' names behind a stem, shortest first, with their full forms.
var suffixes = []struct{ short, full string }{
	{"局", "局"}, {"厅", "厅"}, {"委", "委员会"}, {"办", "办公室"}, {"署", "署"}, {"处", "处"},
	{"科", "科"}, {"院", "院"}, {"所", "所"}, {"站", "站"}, {"会", "会"}, {"总局", "总局"}, {"分局", "分局"},
	{"中心", "中心"}, {"总队", "总队"}, {"支队", "支队"}, {"大队", "大队"}, {"协会", "协会"}, {"总社", "总社"},
	{"部门", "部门"}, {"委员会", "委员会"}, {"办公室", "办公室"}, {"管理局", "管理局"},
	{"服务局", "服务局"}, {"发展局", "发展局"}, {"监督局", "监督局"}, {"事务局", "事务局"}, {"促进局", "促进局"},
	{"管理处", "管理处"}, {"研究院", "研究院"}, {"研究所", "研究所"}, {"管委会", "管理委员会"}, {"管理委", "管理委员会"},
	{"服务中心", "服务中心"}, {"管理中心", "管理中心"}, {"发展中心", "发展中心"}, {"建设局", "建设局"},
	{"促进中心", "促进中心"}, {"推进中心", "推进中心"}, {"事务中心", "事务中心"}, {"管理办", "管理办公室"},
	{"委员会办公室", "委员会办公室"}, {"领导小组办", "领导小组办公室"}, {"领导小组办公室", "领导小组办公室"}, {"", ""},
}

// usualSuffix is the short form of a suffix in full.
func usualSuffix(full string) string {
	switch full {
	case "委员会":
		return "委"
	case "办公室":
		return "办"
	case "管理委员会":
		return "管委会"
	}
	return full
}

// suffixesByEnd lists the places of the suffixes by the character that they end in, in their order.
var suffixesByEnd = func() map[string][]int {
	byEnd := map[string][]int{}
	for i, s := range suffixes[:noSuffix] {
		byEnd[lastChar(s.short)] = append(byEnd[lastChar(s.short)], i)
	}
	return byEnd
}()

// noSuffix is the place of the empty suffix.
var noSuffix = len(suffixes) - 1

// lastChar is the Chinese character that a name ends in.
func lastChar(name string) string { return name[max(0, len(name)-len("局")):] }

// entry finds a name without its region: an office, or a stem with a suffix, which is returned.
func (t *unitTable) entry(core, date string) (*unitEntry, int) {
	if e := pick(t.offices[core], date); e != nil {
		return e, 0
	}
	for _, i := range suffixesByEnd[lastChar(core)] {
		if stem, ok := strings.CutSuffix(core, suffixes[i].short); ok {
			if e := t.stem(stem, date); e != nil {
				return e, i
			}
		}
	}
	return t.stem(core, date), noSuffix
}

// stem finds a stem, which may stand behind a word for the government or party; nil if it is none.
func (t *unitTable) stem(name, date string) *unitEntry {
	for _, gov := range [...]string{"", "人民政府", "政府", "委", "行署", "行政公署"} {
		if rest, ok := strings.CutPrefix(name, gov); ok {
			if e := pick(t.stems[rest], date); e != nil {
				return e
			}
		}
	}
	if joined := strings.ReplaceAll(name, "与", "和"); joined != name {
		return t.stem(joined, date) // 政务服务与数据管理
	}
	return nil
}

// unit makes the answer for an entry in the region of a name.
func (g *Gazetteer) unit(e *unitEntry, suffix int, p unitParts) Unit {
	r := *g.regions.region(p.region)
	r.Name += p.below
	u := Unit{Region: p.region, Functions: e.functions, Known: true}
	level := r.levelWord()
	switch e.form {
	case formStem:
		s := suffixes[suffix]
		full := e.fullIn(p.region)
		if strings.HasSuffix(full, "管理") {
			full += strings.TrimPrefix(s.full, "管理")
		} else {
			full += s.full
		}
		u.FullName, u.Name = r.formalName()+full, level+e.short+usualSuffix(s.full)
	case formOffice:
		u.FullName = r.fill(e.full)
		u.Name = level + e.short
		if strings.Contains(e.full, "{S}") && !strings.HasPrefix(e.full, "中国（") {
			u.Name = r.Short + e.short
		}
	case formParty:
		u.FullName = r.committee() + r.fill(e.full)
		u.Name = level + "委" + strings.TrimPrefix(e.short, "委")
	case formGovernment:
		u.FullName, u.Name = r.government()+e.full, level+e.short
	}
	return u
}

// formalName is the name that units carry in front of their own, "" for national ones.
func (r Region) formalName() string {
	if r.Code == National || r.Code == "" {
		return ""
	}
	return r.Name
}

// committee is the region's party committee as its offices are named after it.
func (r Region) committee() string {
	switch {
	case r.formalName() == "":
		return "中央"
	case strings.HasSuffix(r.Name, "自治区") || strings.HasSuffix(r.Name, "地区"):
		return "中共" + r.Name + "委员会"
	}
	return "中共" + r.Name + "委"
}

func (r Region) government() string {
	switch {
	case r.formalName() == "":
		return "国务院"
	case strings.HasSuffix(r.Name, "地区") || strings.HasSuffix(r.Name, "盟"):
		return r.Name + "行政公署"
	}
	return r.Name + "人民政府"
}

// fill puts the region into a template: {R} stands for its name, {S} for the short one, {P} for the
// one that units' names have, {L} for its level and {C} for the grade of its court.
func (r Region) fill(template string) string {
	var full strings.Builder
	full.Grow(len(template) + len(r.Name))
	for {
		before, rest, more := strings.Cut(template, "{")
		if !more {
			full.WriteString(template)
			return full.String()
		}
		mark, after, _ := strings.Cut(rest, "}")
		name := r.formalName()
		switch bare, party := strings.CutSuffix(before, "中共"); {
		case mark == "R" && party && strings.HasPrefix(after, "委"):
			before, name, after = bare, r.committee(), after[len("委"):]
		case mark == "R" && strings.HasPrefix(after, "人民政府"):
			name, after = r.government(), after[len("人民政府"):]
		case mark == "S" && name != "",
			mark == "P" && strings.HasSuffix(name, "市") && r.Level != LevelCounty:
			name = r.Short
		case mark == "L":
			name = r.levelWord()
		case mark == "C":
			name = r.court()
		}
		full.WriteString(before)
		full.WriteString(name)
		template = after
	}
}

// court is the grade of the region's own people's court.
func (r Region) court() string {
	switch {
	case r.Level == LevelProvince:
		return "高级"
	case r.Level == LevelPrefecture:
		return "中级"
	}
	return ""
}

// levelWord is the last word of the region's name by which its units' short names begin: 市, 省, 州.
func (r Region) levelWord() string {
	if r.formalName() == "" {
		return ""
	}
	for _, level := range []string{"自治区", "地区"} {
		if strings.HasSuffix(r.Name, level) {
			return level
		}
	}
	last, _ := utf8.DecodeLastRuneInString(r.Name)
	return string(last)
}
