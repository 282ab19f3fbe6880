package gazetteer

import (
	"slices"
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
	if u, ok := g.explain(name, near, date); ok {
		return u
	}
	if i := strings.IndexAny(name, "（(〈《[〔、"); i > 0 {
		if u, ok := g.explain(name[:i], near, date); ok {
			return u
		}
	}
	if u, ok := g.first(name, near, date); ok {
		return u
	}
	return g.compose(name, near, date)
}

// first explains the first of two units whose names run together: 市经信局市新经济委.
func (g *Gazetteer) first(name, near, date string) (Unit, bool) {
	for i := range name {
		if i < 2*len("市") || g.regions.levelAt(name[i:]) == "" {
			continue
		}
		if u, ok := g.explain(name[:i], near, date); ok && g.IsUnit(name[:i], near) {
			return u, true
		}
	}
	return Unit{}, false
}

// UnitFunction is the slug of what a unit does, OtherFunction where its name does not tell.
func (g *Gazetteer) UnitFunction(name, near, date string) string {
	return g.Unit(name, near, date).Functions[0]
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
	return g.regions.byCode[code].Name + rest
}

// IsUnit reports whether a name is that of a unit that the lists know, with or without a level or a
// region in front. A stem alone (质监, 标准化) is none.
func (g *Gazetteer) IsUnit(name, near string) bool {
	name = trimUnit(name)
	if g.units.national(name) {
		return true
	}
	for _, p := range g.parts(name, near) {
		e, suffix := g.units.entry(p.core, "")
		if e != nil && (e.form != formStem || suffixes[suffix].short != "") {
			return true
		}
	}
	return false
}

// trimUnit takes spaces and closing marks off a name.
func trimUnit(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == ' ' || r == '　' || r == '\u00a0' || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, name)
	return strings.Trim(name, "。，,；;：:、.")
}

// explain finds a name in the lists.
func (g *Gazetteer) explain(name, near, date string) (Unit, bool) {
	if national(name, near) {
		if e := pick(g.units.country[name], date); e != nil {
			return e.national(), true
		}
	}
	for _, p := range g.parts(name, near) {
		if e, suffix := g.units.entry(p.core, date); e != nil {
			return g.unit(e, suffix, p.region), true
		}
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

// unitParts is one reading of a name: the unit's region and the name behind it.
type unitParts struct{ region, core string }

// parts are the readings of a name, the likelier first: without a level, behind a level (市), behind a
// region (苏州通管办), around a region (国网广元供电公司).
func (g *Gazetteer) parts(name, near string) []unitParts {
	name = strings.TrimPrefix(name, "中国共产党")
	name = strings.TrimPrefix(name, "中共")
	var all []unitParts
	if code, n := g.regions.leading(name, near); n > 0 {
		// A few names carry the region twice: 中共杭州市委杭州市人民政府农业和农村工作办公室.
		core := strings.ReplaceAll(name[n:], name[:n], "")
		all = append(all, unitParts{code, party(core)})
	}
	all = append(all, unitParts{near, party(name)})
	if code, rest := g.regions.cutLevel(name, near); rest != "" {
		all = append(all, unitParts{code, party(rest)})
	}
	if region, core := g.around(name, near); region != "" {
		all = append(all, unitParts{region, core})
	}
	return all
}

// party gives 党委 and 地委 the form 委 that the lists have.
func party(core string) string {
	for _, p := range []string{"党委", "委员会"} {
		if rest, ok := strings.CutPrefix(core, p); ok {
			return "委" + rest
		}
	}
	return core
}

// around finds a region inside a name and returns the name without it.
func (g *Gazetteer) around(name, near string) (region, core string) {
	for i := size(name); i < len(name); i += size(name[i:]) {
		word, n := g.regions.inText.longest(name[i:])
		if n == 0 {
			continue
		}
		if code := g.regions.resolve(word, near); code != "" {
			before, after := name[:i], name[i+n:]
			before, after = strings.TrimSuffix(before, "（"), strings.TrimPrefix(after, "）")
			return code, strings.TrimSuffix(before, "(") + strings.TrimPrefix(after, ")")
		}
	}
	return "", ""
}

// levels are the words by which a unit's name says the level of its region, longest first.
var levels = []string{"自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "区", "旗", "地"}

// notLevels are words that begin like a level and are none.
var notLevels = []string{"市场", "市容", "区域", "地方", "州际", "县域", "省际", "省级", "市级"}

// levelAt is the level word that a name begins with, "" if there is none.
func (*regionTable) levelAt(name string) string {
	for _, w := range notLevels {
		if strings.HasPrefix(name, w) {
			return ""
		}
	}
	for _, level := range levels {
		if strings.HasPrefix(name, level) {
			return level
		}
	}
	return ""
}

// cutLevel takes the level (市, 自治区) off a unit's name and returns the region that it means; rest is
// "" where the name has no level, or one that the document's region and those above it do not have.
func (t *regionTable) cutLevel(name, near string) (code, rest string) {
	level := t.levelAt(name)
	rest = name[len(level):]
	switch {
	case level == "", level == "地" && !strings.HasPrefix(rest, "委"):
		return "", ""
	case near == "", near == National:
		return near, rest
	}
	if code = t.ofLevel(level, near); code == "" {
		return "", ""
	}
	return code, rest
}

// ofLevel returns the region that a level word means in a document of a region: of 市 in a county's
// document the city that it belongs to; "" where there is none of the level.
func (t *regionTable) ofLevel(level, near string) string {
	for code := near; code != "" && code != National; code = t.parent(code) {
		name := t.byCode[code].Name
		switch level {
		case "省", "自治区":
			if strings.HasSuffix(code, "0000") {
				return code
			}
		case "地":
			if strings.HasSuffix(name, "地区") {
				return code
			}
		case "区":
			if strings.HasSuffix(name, "区") && !strings.HasSuffix(code, "00") {
				return code
			}
		default:
			if strings.HasSuffix(name, level) {
				return code
			}
		}
	}
	return ""
}

// suffixes are what ends units' names behind a stem, shortest first, with their full forms.
var suffixes = []struct{ short, full string }{
	{"局", "局"}, {"厅", "厅"}, {"委", "委员会"}, {"办", "办公室"}, {"署", "署"}, {"处", "处"},
	{"科", "科"}, {"院", "院"}, {"所", "所"}, {"站", "站"}, {"会", "会"}, {"总局", "总局"}, {"分局", "分局"},
	{"中心", "中心"}, {"总队", "总队"}, {"支队", "支队"}, {"大队", "大队"}, {"协会", "协会"}, {"集团", "集团"},
	{"公司", "公司"}, {"总社", "总社"}, {"部门", "部门"}, {"委员会", "委员会"}, {"办公室", "办公室"}, {"管理局", "管理局"},
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

// entry finds a name without its region: an office, or a stem with a suffix, which is returned.
func (t *unitTable) entry(core, date string) (*unitEntry, int) {
	if e := pick(t.offices[core], date); e != nil {
		return e, 0
	}
	for i, s := range suffixes {
		stem, ok := strings.CutSuffix(core, s.short)
		if !ok || stem == "" {
			continue
		}
		for _, gov := range []string{"", "人民政府", "政府", "委"} {
			if rest, ok := strings.CutPrefix(stem, gov); ok {
				if e := pick(t.stems[rest], date); e != nil {
					return e, i
				}
			}
		}
	}
	return nil, 0
}

// unit makes the answer for an entry in a region.
func (g *Gazetteer) unit(e *unitEntry, suffix int, region string) Unit {
	r := g.regions.byCode[region]
	u := Unit{Region: region, Functions: e.functions, Known: true}
	level := r.levelWord()
	switch e.form {
	case formStem:
		s := suffixes[suffix]
		full := e.fullIn(region)
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
	if r.formalName() == "" {
		return "国务院"
	}
	return r.Name + "人民政府"
}

// fill puts the region into a template.
func (r Region) fill(template string) string {
	short := r.Short
	if r.formalName() == "" {
		short = ""
	}
	template = strings.ReplaceAll(template, "中共{R}委", r.committee())
	return strings.NewReplacer("{R}", r.formalName(), "{S}", short, "{L}", r.levelWord(), "{C}", r.court()).Replace(template)
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

// compose explains a name that no list holds, by the words that it is made of.
func (g *Gazetteer) compose(name, near, date string) Unit {
	region, core := near, party(name)
	if inner, _ := g.around(name, near); g.regions.related(inner, near) {
		region = inner
	}
	code, n := g.regions.leading(name, near)
	switch {
	case n == len(name): // a region stands for its government
		u, _ := g.explain(name+"人民政府", near, date)
		return u
	case n > 0 && g.regions.related(code, near) && name[:n] == g.regions.byCode[code].Short:
		// 成都东部新区管委会 is not of 成都市东部新区管委会: the name stays as it is written
		return Unit{Name: name, FullName: name, Region: code, Functions: g.units.functionsOf(name[n:])}
	case n > 0 && g.regions.related(code, near):
		region, core = code, party(name[n:])
	default:
		if code, rest := g.regions.cutLevel(name, near); rest != "" {
			region, core = code, party(rest)
		}
	}
	r := g.regions.byCode[region]
	u := Unit{Region: region, Functions: g.units.functionsOf(core)}
	full := g.units.expand(core, date)
	switch {
	case national(name, ""):
		u.FullName, u.Name = name, name
	case r.Short != "" && strings.Contains(full, r.Short):
		u.FullName, u.Name = full, core
	case strings.HasPrefix(core, "委"):
		u.FullName, u.Name = r.committee()+strings.TrimPrefix(full, "委"), r.levelWord()+core
	default:
		u.FullName, u.Name = r.formalName()+full, r.levelWord()+core
	}
	return u
}

// related reports whether a region is one that a document of another would name a unit of without
// more ado: in the same province. Elsewhere a region's name is likelier to be another word.
func (t *regionTable) related(code, near string) bool {
	if code == "" || near == "" || near == National {
		return code != ""
	}
	return code[:2] == near[:2]
}

// functionsOf reads the functions off the words of a name, in their order.
func (t *unitTable) functionsOf(core string) []string {
	for _, kind := range areas {
		if strings.HasSuffix(core, kind) {
			return []string{OtherFunction}
		}
	}
	core = strings.ReplaceAll(core, "人民政府", "")
	var found []string
	for i := 0; i < len(core); {
		s, n := t.inText.longest(core[i:])
		slug, m := t.words.longest(core[i:])
		switch {
		case n > 0 && n >= m && weak[core[i:i+n]] && n+i < len(core)-len("局"):
			i += n
		case n > 0 && n >= m:
			for _, f := range s.entry.functions {
				if f != OtherFunction && !slices.Contains(found, f) {
					found = append(found, f)
				}
			}
			i += n
		case m > 0:
			if !slices.Contains(found, slug) {
				found = append(found, slug)
			}
			i += m
		default:
			i += size(core[i:])
		}
	}
	if strings.HasSuffix(core, "集团") || strings.HasSuffix(core, "公司") {
		found = slices.DeleteFunc(found, func(f string) bool { return !slices.Contains(trades, f) })
	}
	if len(found) == 0 {
		return []string{OtherFunction}
	}
	return found
}

// weak are stems that in front of other words say nothing of a unit's function.
var weak = map[string]bool{"建设": true, "移民": true, "协作": true, "规划": true}

// trades are the functions that an enterprise can have: it does not administer.
var trades = []string{"banking", "communications", "post", "transport", "water"}

// areas end the names of areas with an administration of their own, which do a bit of everything.
var areas = []string{
	"园区", "开发区", "高新区", "经开区", "新区", "示范区", "试验区", "保税区", "产业园", "港区", "经济区", "国际铁路港", "度假区",
	"风景区", "管委会", "管理委员会", "工作专班", "专班",
}

// expand writes a name in full where it consists of stems and a suffix only: 发改商务局
// 发展和改革商务局. Other names stay as they are.
func (t *unitTable) expand(core, date string) string {
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(core, s.short)
		if !ok || s.short == "" || stem == "" {
			continue
		}
		if full, ok := t.expandStems(stem, date); ok {
			return full + s.full
		}
	}
	for _, s := range suffixes[2:4] { // 委, 办
		rest, ok := strings.CutSuffix(core, s.short)
		if ok && rest != "" && !strings.HasSuffix(rest, "管") {
			return rest + s.full
		}
	}
	return core
}

func (t *unitTable) expandStems(stem, date string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(stem); {
		s, n := t.inText.longest(stem[i:])
		if n == 0 || s.whole {
			n = size(stem[i:])
			if !strings.Contains("和与、", stem[i:i+n]) {
				return "", false
			}
			b.WriteString(stem[i : i+n])
		} else if e := pick(t.stems[stem[i:i+n]], date); e != nil {
			b.WriteString(e.full)
		}
		i += n
	}
	return b.String(), true
}
