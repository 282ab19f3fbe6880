package loader

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// figures are the scores of an extraction against a gold file, by the name of what they measure:
// "units f1", "metric dice".
type figures map[string]float64

// normText is the form in which names and headings are compared: NFKC, without white space and
// closing punctuation, brackets of numbers and quotation marks alike.
func normText(s string) string {
	s = norm.NFKC.String(s)
	s = strings.NewReplacer("[", "〔", "]", "〕", `"`, "”", "“", "”").Replace(s)
	return strings.TrimRight(strings.Join(strings.Fields(s), ""), "。;；,，:：")
}

// itemKey is the key of a thing that has a code or number, or else a name.
func itemKey(names ...string) string {
	for _, n := range names {
		if n != "" {
			return strings.ToUpper(normText(n))
		}
	}
	return ""
}

// set makes keys of the parts of each item.
func set[T any](list []T, key func(T) []any) map[string]bool {
	keys := map[string]bool{}
	for _, item := range list {
		keys[fmt.Sprintf("%q", key(item))] = true
	}
	return keys
}

func (f figures) sets(name string, gold, got map[string]bool) {
	hit := 0
	for k := range gold {
		if got[k] {
			hit++
		}
	}
	share := func(n, of int, other int) float64 {
		if of == 0 {
			return map[bool]float64{true: 1}[other == 0]
		}
		return float64(n) / float64(of)
	}
	p, r := share(hit, len(got), len(gold)), share(hit, len(gold), len(got))
	f[name+" p"], f[name+" r"], f[name+" f1"] = p, r, 0
	if p+r > 0 {
		f[name+" f1"] = 2 * p * r / (p + r)
	}
}

func (f figures) share(name string, hit, of int) {
	f[name] = 1
	if of > 0 {
		f[name] = float64(hit) / float64(of)
	}
}

// score compares an extraction with the gold one, list by list.
func score(gold, got *Extraction) figures {
	f := figures{}
	f.document(&gold.Document, &got.Document)
	f.outline(gold, got)
	f.topics(gold, got)
	f.targets(gold.Targets, got.Targets)
	f.names(gold, got)
	f.references(gold.References, got.References)
	f.departments(gold.Departments, got.Departments)
	return f
}

func (f figures) document(gold, got *Head) {
	values := func(h *Head) []string {
		issuers := make([]string, 0, len(h.Issuers))
		for _, i := range h.Issuers {
			issuers = append(issuers, normText(i))
		}
		slices.Sort(issuers)
		v := []string{fmt.Sprint(issuers), fmt.Sprint(deref(h.Period)), normText(h.Genre), normText(h.Script)}
		for _, s := range []*string{h.Title, h.NoticeTitle, h.Number, h.Region, h.Issued, h.Published} {
			v = append(v, normText(deref(s)))
		}
		return v
	}
	hit, want := 0, values(gold)
	for i, v := range values(got) {
		if v == want[i] {
			hit++
		}
	}
	f.share("document accuracy", hit, len(want))
}

func (f figures) outline(gold, got *Extraction) {
	section := func(s Section) []any { return []any{s.Path, normText(s.Heading)} }
	f.sets("sections", set(gold.Sections, section), set(got.Sections, section))
	task := func(t Task) []any { return []any{t.Path, t.Kind} }
	f.sets("tasks", set(gold.Tasks, task), set(got.Tasks, task))
	units := func(e *Extraction) map[string]bool {
		all := map[string]bool{}
		for _, t := range e.Tasks {
			for k := range set(t.Units, func(u Unit) []any {
				return []any{t.Path, normText(u.Name), u.Role, u.Collective}
			}) {
				all[k] = true
			}
		}
		return all
	}
	f.sets("units", units(gold), units(got))
	actor := func(a Actor) []any { return []any{a.Path, normText(a.Name)} }
	f.sets("inline", set(gold.InlineActors, actor), set(got.InlineActors, actor))
}

func (f figures) topics(gold, got *Extraction) {
	byPath := map[string]Task{}
	for _, t := range got.Tasks {
		byPath[t.Path] = t
	}
	open, first, withTopic := 0, 0, 0
	pairs := func(e *Extraction) map[string]bool {
		all := map[string]bool{}
		for _, t := range e.Tasks {
			for _, x := range t.Topics {
				all[t.Path+" "+x] = true
			}
		}
		return all
	}
	for _, t := range gold.Tasks {
		p, found := byPath[t.Path]
		if found && p.OpenEnded == t.OpenEnded {
			open++
		}
		if len(t.Topics) > 0 {
			withTopic++
			if slices.Contains(p.Topics, t.Topics[0]) {
				first++
			}
		}
	}
	f.share("open_ended accuracy", open, len(gold.Tasks))
	f.share("topic_first accuracy", first, withTopic)
	f.sets("topics", pairs(gold), pairs(got))
}

func (f figures) targets(gold, got []Target) {
	key := func(t Target) []any {
		deadline := ""
		if t.Deadline != nil {
			deadline = fmt.Sprint(*t.Deadline)
		}
		return []any{t.Path, math.Round(t.Value*1e6) / 1e6, normText(t.Unit), t.Op, deadline}
	}
	f.sets("targets", set(gold, key), set(got, key))
	metrics := map[string][]string{}
	for _, t := range got {
		k := fmt.Sprintf("%q", key(t))
		metrics[k] = append(metrics[k], t.Metric)
	}
	sum, n := 0.0, 0
	for _, t := range gold {
		best := -1.0
		for _, m := range metrics[fmt.Sprintf("%q", key(t))] {
			best = max(best, dice(t.Metric, m))
		}
		if best >= 0 {
			sum += best
			n++
		}
	}
	f["metric dice"] = sum / float64(max(n, 1))
}

// dice is the overlap of two texts' pairs of neighbouring characters.
func dice(a, b string) float64 {
	grams := func(s string) map[string]bool {
		s = normText(s)
		r, all := []rune(s), map[string]bool{}
		for i := 0; i+1 < len(r); i++ {
			all[string(r[i:i+2])] = true
		}
		if len(all) == 0 {
			all[s] = true
		}
		return all
	}
	x, y := grams(a), grams(b)
	both := 0
	for g := range x {
		if y[g] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}

func (f figures) names(gold, got *Extraction) {
	body := func(b Body) []any { return []any{itemKey(deref(b.Code), b.Name)} }
	f.sets("bodies", set(gold.Bodies, body), set(got.Bodies, body))
	mentions := func(bodies []Body) map[string]bool {
		all := map[string]bool{}
		for _, b := range bodies {
			for _, p := range b.Paths {
				all[itemKey(deref(b.Code), b.Name)+" "+p] = true
			}
		}
		return all
	}
	f.sets("body_mentions", mentions(gold.Bodies), mentions(got.Bodies))
	standard := func(s Standard) []any { return []any{itemKey(s.Code)} }
	f.sets("standards", set(gold.Standards, standard), set(got.Standards, standard))
	place := func(p Place) []any { return []any{p.Code} }
	f.sets("regions", set(gold.Regions, place), set(got.Regions, place))
}

func (f figures) references(gold, got []Reference) {
	relations := func(list []Reference) (map[string]bool, map[string]string) {
		keys, by := map[string]bool{}, map[string]string{}
		for _, r := range list {
			k := itemKey(deref(r.Number), deref(r.Title))
			keys[k], by[k] = true, r.Relation
		}
		return keys, by
	}
	goldKeys, goldBy := relations(gold)
	keys, by := relations(got)
	f.sets("references", goldKeys, keys)
	hit, both := 0, 0
	for k := range goldKeys {
		if keys[k] {
			both++
			if goldBy[k] == by[k] {
				hit++
			}
		}
	}
	f.share("relations accuracy", hit, both)
}

func (f figures) departments(gold, got []Department) {
	functions := map[string]string{}
	for _, d := range got {
		functions[normText(d.Name)] = d.Function
	}
	hit := 0
	for _, d := range gold {
		if functions[normText(d.Name)] == d.Function {
			hit++
		}
	}
	f.share("functions accuracy", hit, len(gold))
}

func TestScore(t *testing.T) {
	number := func(n string) *string { return &n }
	gold := &Extraction{
		Sections:   []Section{{Path: "1", Heading: "总体要求"}, {Path: "1.1", Heading: "目标"}},
		References: []Reference{{Number: number("浙政发〔2030〕1号"), Relation: "basis"}},
		Targets:    []Target{{Path: "1", Metric: "新增试点", Value: 3, Unit: "个", Op: ">="}},
	}
	got := &Extraction{
		Sections:   []Section{{Path: "1", Heading: "总体要求。"}},
		References: []Reference{{Number: number("浙政发[2030]1号"), Relation: "cites"}},
		Targets:    []Target{{Path: "1", Metric: "试点", Value: 3, Unit: "个", Op: ">="}},
	}
	f := score(gold, got)
	for name, want := range map[string]float64{
		"sections p": 1, "sections r": 0.5, "sections f1": 2. / 3, "references f1": 1,
		"relations accuracy": 0, "targets f1": 1, "metric dice": 0.5, "units f1": 1,
	} {
		if got := f[name]; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
