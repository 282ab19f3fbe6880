package gazetteer

import (
	"slices"
	"strings"
)

// compose explains a name that no list holds, by the words that it is made of.
func (g *Gazetteer) compose(name, near, date string) Unit {
	region, core, leveled := near, party(name), false
	if inner, _ := g.around(name, near); g.regions.related(inner, near) {
		region = inner
	}
	code, n := g.regions.leading(name, near)
	switch {
	case n == len(name): // a region stands for its government
		u, _ := g.explain(name+"人民政府", near, date)
		return u
	case n > 0 && g.regions.related(code, near) && name[:n] == g.regions.region(code).Short:
		// 成都东部新区管委会 is not of 成都市东部新区管委会: the name stays as it is written
		full := g.units.expand(name, date)
		return Unit{Name: name, FullName: full, Region: code, Functions: g.units.functionsOf(name[n:])}
	case n > 0 && g.regions.related(code, near):
		region, core = code, party(name[n:])
	default:
		if code, rest := g.regions.cutLevel(name, near); rest != "" {
			region, core, leveled = code, party(rest), true
		}
	}
	r := g.regions.region(region)
	u := Unit{Region: region, Functions: g.units.functionsOf(core)}
	full := g.units.expand(core, date)
	switch {
	case national(name, ""):
		u.FullName, u.Name = name, name
	case !leveled && r.Short != "" && strings.Contains(full, r.Short):
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
	bare, _, _ := strings.Cut(strings.ReplaceAll(core, "（", "("), "(")
	for _, kind := range areas {
		if strings.HasSuffix(bare, kind) {
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
	"风景区", "先行区管理局", "管委会", "管理委员会", "执委会", "执行委员会", "工作专班", "专班",
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
	if rest, ok := strings.CutSuffix(core, "管委会"); ok {
		return rest + "管理委员会"
	}
	for _, s := range suffixes[2:4] { // 委, 办
		rest, ok := strings.CutSuffix(core, s.short)
		switch {
		case ok && strings.HasSuffix(rest, "工"):
			return strings.TrimSuffix(rest, "工") + "工作" + s.full
		case ok && rest != "" && !closesWithAny(rest, "管", "党"):
			return rest + s.full
		}
	}
	return core
}

func closesWithAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
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
