package gazetteer

import (
	"strings"
)

// unitParts is one reading of a name: the unit's region and the name behind it.
type unitParts struct {
	region, core string
	named        bool   // the name begins with the region's short name: 重庆金融监管局
	below        string // a level below the region, of which the name does not say which: 区商务委
}

// reading tries the readings of a name, the likelier first, until one is accepted, and reports whether
// one was: behind a region (苏州通管办), without a level, behind a level (市) or one below the
// document's, around a region (国网广元供电公司).
func (g *Gazetteer) reading(name, near string, accept func(unitParts) bool) bool {
	name = strings.TrimPrefix(name, "中国共产党")
	name = strings.TrimPrefix(name, "中共")
	if code, n := g.regions.leading(name, near); n > 0 {
		// A few names carry the region twice: 中共杭州市委杭州市人民政府农业和农村工作办公室.
		core := strings.ReplaceAll(name[n:], name[:n], "")
		short := name[:n] == g.regions.region(code).Short
		if accept(unitParts{region: code, core: party(core), named: short}) {
			return true
		}
	}
	if accept(unitParts{region: near, core: party(name)}) {
		return true
	}
	if code, rest := g.regions.cutLevel(name, near); rest != "" {
		if accept(unitParts{region: code, core: party(rest)}) {
			return true
		}
	} else if level, rest := g.regions.cutLower(name); rest != "" &&
		accept(unitParts{region: near, core: party(rest), below: level}) {
		return true
	}
	region, core := g.around(name, near)
	return region != "" && accept(unitParts{region: region, core: core})
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
		word, n := "", 0
		for found, length := range g.names.opening(name[i:]) {
			if found.kind == RegionName {
				word, n = g.regions.inText[found.id], length
			}
		}
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
var levels = []string{"园区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "区", "旗", "地"}

// notLevels are words that begin like a level and are none.
var notLevels = []string{"市场", "市容", "区域", "地方", "州际", "县域", "省际", "省级", "市级"}

// levelAt is the level word that a name begins with, "" if there is none.
func (*regionTable) levelAt(name string) string {
	if len(name) < len("省") {
		return ""
	}
	switch name[:len("省")] {
	case "园", "自", "地", "省", "市", "州", "盟", "县", "区", "旗": // what levels begin with
	default:
		return ""
	}
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
	level, rest := t.cutLower(name)
	switch {
	case level == "":
		return "", ""
	case near == "", near == National:
		return near, rest
	}
	if code = t.ofLevel(level, near); code == "" {
		return "", ""
	}
	return code, rest
}

// cutLower takes the level off a unit's name whose region is not asked for: in a document of a
// province 市数据局 is that of any of its cities.
func (t *regionTable) cutLower(name string) (level, rest string) {
	level = t.levelAt(name)
	rest = name[len(level):]
	if level == "" || level == "地" && !strings.HasPrefix(rest, "委") {
		return "", ""
	}
	return level, rest
}

// ofLevel returns the region that a level word means in a document of a region: of 市 in a county's
// document the city that it belongs to; "" where there is none of the level.
func (t *regionTable) ofLevel(level, near string) string {
	for code := near; code != "" && code != National; code = t.parent(code) {
		name := t.region(code).Name
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
