package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// The Xinjiang Production and Construction Corps (兵团) governs itself like a prefecture but has no
// code of its own: its units belong to the region Xinjiang and carry its name.
const (
	corpsName   = "新疆生产建设兵团"
	corpsShort  = "兵团"
	corpsRegion = "650000"
)

// cutCorps takes the corps, or one of its divisions (第八师), off a unit's name and returns what it
// is formally called; of is "" where the name begins with neither.
func cutCorps(name, near string) (of, rest string) {
	for _, p := range []string{corpsName, corpsShort} {
		if cut, ok := strings.CutPrefix(name, p); ok && cut != "" {
			division, rest := cutDivision(cut)
			return corpsName + division, rest
		}
	}
	if !strings.HasPrefix(near, corpsRegion[:2]) {
		return "", ""
	}
	if division, rest := cutDivision(name); division != "" {
		return corpsName + division, rest
	}
	return "", ""
}

// cutDivision takes a numbered division (第八师, 第十二师) off the front of a name.
func cutDivision(name string) (division, rest string) {
	i := strings.Index(name, "师")
	if i < 0 || !strings.HasPrefix(name, "第") || utf8.RuneCountInString(name[:i]) > 3 {
		return "", name
	}
	i += len("师")
	return name[:i], name[i:]
}

// ofCorps explains a unit of the corps: 兵团财政局.
func (g *Gazetteer) ofCorps(name, near, date string) (Unit, bool) {
	of, rest := cutCorps(name, near)
	if of == "" || rest == "" {
		return Unit{}, false
	}
	u, ok := g.explain(rest, "", date)
	if !ok {
		u = Unit{FullName: rest, Functions: g.units.functionsOf(rest)}
	}
	switch full, party := strings.CutPrefix(u.FullName, "中央"); {
	case party:
		u.FullName = "中共" + of + "委员会" + full
	default:
		u.FullName = of + strings.TrimPrefix(u.FullName, "国务院")
	}
	u.Name, u.Region = name, corpsRegion
	return u, true
}
