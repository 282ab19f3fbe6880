package align

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// Measured is a target as comparison needs it. Metrics are in Simplified script.
type Measured struct {
	ID     graph.ID
	Region string // code
	Metric string // 国家级、省级技术标准创新基地
	Unit   string // 个
}

// Measure is what targets of different regions measure alike.
type Measure struct {
	Metric  string     // what all of them count, without what only qualifies it
	Targets []graph.ID // in the order they were given
}

// Comparable groups targets of at least two regions that measure the same thing: whose units can
// be set side by side, and whose metrics name the same kind of thing, whatever its rank (国家级,
// 省级), its owner (places lists names of regions to pass over) and the way to it (牵头起草, 培育).
// Any two targets of a group are alike. Groups of more regions come first, then larger ones, then
// as the targets were given.
func Comparable(targets []Measured, places []string) []Measure {
	var groups []measuring
	for i, t := range targets {
		kinds := kindsOf(t.Metric, places)
		k := slices.IndexFunc(groups, func(g measuring) bool {
			return g.fits(kinds, unitClass(t.Unit))
		})
		if k < 0 {
			groups = append(groups, measuring{unit: unitClass(t.Unit)})
			k = len(groups) - 1
		}
		groups[k].kinds = append(groups[k].kinds, kinds)
		groups[k].members = append(groups[k].members, i)
	}
	var out []Measure
	for _, g := range byBreadth(groups, targets) {
		out = append(out, g.measure(targets))
	}
	return out
}

// measuring is a group in the making.
type measuring struct {
	unit    string
	kinds   [][]string // of each member
	members []int      // places among the targets
}

func (g measuring) fits(kinds []string, unit string) bool {
	return g.unit == unit && !slices.ContainsFunc(g.kinds, func(other []string) bool {
		return !slices.ContainsFunc(other, func(a string) bool {
			return slices.ContainsFunc(kinds, func(b string) bool { return sameKind(a, b) })
		})
	})
}

func (g measuring) measure(targets []Measured) Measure {
	m := Measure{Metric: g.common()}
	for _, i := range g.members {
		m.Targets = append(m.Targets, targets[i].ID)
	}
	return m
}

// common is the shortest kind of thing that every member counts; the shortest of any where members
// have only pairs in common.
func (g measuring) common() string {
	kinds := slices.Concat(g.kinds...)
	slices.SortStableFunc(kinds, func(a, b string) int { return len(a) - len(b) })
	everywhere := slices.IndexFunc(kinds, func(kind string) bool {
		return !slices.ContainsFunc(g.kinds, func(of []string) bool {
			return !slices.ContainsFunc(of, func(k string) bool { return sameKind(k, kind) })
		})
	})
	return kinds[max(everywhere, 0)]
}

// byBreadth sorts groups of several regions and leaves out the others.
func byBreadth(groups []measuring, targets []Measured) []measuring {
	breadth := func(g measuring) int {
		regions := map[string]bool{}
		for _, i := range g.members {
			regions[targets[i].Region] = true
		}
		return len(regions)
	}
	groups = slices.DeleteFunc(groups, func(g measuring) bool { return breadth(g) < 2 })
	slices.SortStableFunc(groups, func(a, b measuring) int {
		return cmp.Or(breadth(b)-breadth(a), len(b.members)-len(a.members))
	})
	return groups
}

var (
	asides = regexp.MustCompile(`[（(〔][^）)〕]*[）)〕]|[“”"'‘’]`)
	joints = regexp.MustCompile(`[、，,/／]|以及|和|及|与|或`)
	// qualifiers say whose, of which rank or how, not what.
	qualifiers = regexp.MustCompile(
		`国家级|省级|市级|县级|区级|各级|各类|全省|全市|我省|我市|本省|本市|企事业单位|重点领域|` +
			`主导|参与|牵头|为主|起草|制修订|制订|制定|修订|新增|新建|建设|建成|培育|累计|落户|入驻|` +
			`实施|完成|数量|总数|个数|专业|产业|规范$|项目$`)
)

// kindsOf are the kinds of thing that a metric counts: several where it joins them (国家标准、行业标准).
// A list that shares its last word (国家、行业、团体标准) is one kind, since its parts do not stand alone.
func kindsOf(metric string, places []string) []string {
	metric = asides.ReplaceAllString(string(normal(metric)), "")
	for _, p := range places {
		metric = strings.ReplaceAll(metric, p, "")
	}
	var kinds []string
	whole := ""
	for _, part := range joints.Split(metric, -1) {
		part = strings.Trim(qualifiers.ReplaceAllString(part, ""), functionWords)
		whole += part
		switch n := len([]rune(part)); {
		case n > 2:
			kinds = append(kinds, part)
		case n > 0:
			kinds = append(kinds, "") // does not stand alone
		}
	}
	if slices.Contains(kinds, "") {
		kinds = []string{whole}
	}
	return kinds
}

// sameKind reports whether two kinds of thing end in the same word and are alike in most others
// (Dice coefficient of bigrams).
func sameKind(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < 2 || len(y) < 2 || string(x[len(x)-2:]) != string(y[len(y)-2:]) {
		return false
	}
	const alike = 0.6
	first, second := bigrams(x), bigrams(y)
	shared := 0
	for w := range first {
		if second[w] {
			shared++
		}
	}
	return float64(2*shared) > alike*float64(len(first)+len(second))
}

func bigrams(text []rune) map[word]bool {
	set := map[word]bool{}
	words(text, func(w word) { set[w] = true })
	return set
}

// unitClass names the units that can be set side by side with a unit.
func unitClass(unit string) string {
	for _, class := range []string{"个项件种批", "名人位", "％%"} {
		if unit != "" && strings.Contains(class, unit) {
			return class
		}
	}
	return unit
}
