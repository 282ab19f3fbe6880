package gazetteer

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// loadNames reads region-names.yaml; the regions must have been read before.
func (t *regionTable) loadNames(data []byte) error {
	var doc struct {
		Aliases map[string][]string
		Refused []string
		Towns   []string
		After   map[string]string `yaml:"not_after"`
		Before  map[string]string `yaml:"not_before"`
		Numbers map[string][]string
	}
	if err := decode(data, &doc); err != nil {
		return err
	}
	t.numbers, t.after, t.before = doc.Numbers, doc.After, doc.Before
	for _, code := range slices.Sorted(maps.Keys(doc.Aliases)) {
		for _, name := range doc.Aliases[code] {
			if at := t.byCode[code]; at > 0 && !slices.Contains(t.byName[name], at) {
				t.byName[name] = append(t.byName[name], at)
			}
		}
	}
	refused, towns := setOf(doc.Refused), setOf(doc.Towns)
	t.refused = refused
	var names []entry[int32]
	for name, named := range t.byName {
		for _, at := range named {
			names = append(names, entry[int32]{name, at})
		}
		plain := func(at int32) bool { return t.plain(&t.list[at], name, towns) }
		if !refused[name] && slices.ContainsFunc(named, plain) {
			t.inText = append(t.inText, name)
		}
	}
	t.names, t.byName = newDictionary(names), nil
	return nil
}

func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// plain reports whether running text uses a name for the region: every name that ends in its kind,
// and the short ones of provinces, prefectures and towns.
func (*regionTable) plain(r *Region, name string, towns map[string]bool) bool {
	if r.Level == LevelNational {
		return false
	}
	if shortName(name) != name || name == r.Name {
		return true
	}
	return r.Level != LevelCounty || towns[name]
}

// RegionMatch is a region's name in a text, at the bytes [Start, End).
type RegionMatch struct {
	Start, End int
	Region     Region
}

// FindRegions finds the regions that a text names as places, as Places gives them.
func (g *Gazetteer) FindRegions(text, near string) []RegionMatch {
	var found Finds
	g.Find(text, &found)
	return g.Places(text, near, &found)
}

// Places gives of the names of regions that Find found in a text those that mean places, in the order
// of the text: the longest names, decided as RegionByName does for a document of the region near.
// Names inside 《titles》, in brackets of their own (研究中心（深圳）) and at the head of an
// organization's name (深圳大学) are left out. Of 广东省深圳市 only the last is given.
func (g *Gazetteer) Places(text, near string, found *Finds) []RegionMatch {
	var places []RegionMatch
	titles, end := 0, 0 // the 《 that are open, as of the end of the last name
	for _, name := range found.Of(RegionName) {
		i := int(name.Start)
		titles = openTitles(text[end:i], titles)
		end = int(name.End)
		code := g.regions.resolve(g.regions.inText[name.ID], near)
		if code != "" && titles == 0 && !g.regions.partOfName(text, i, end, code) {
			places = g.regions.append(places, RegionMatch{i, end, *g.regions.region(code)})
		}
	}
	return places
}

// openTitles counts the 《 that are open behind s; depth are open before it.
func openTitles(s string, depth int) int {
	for {
		i := strings.IndexByte(s, "《"[0]) // which few characters begin with
		if i < 0 {
			return depth
		}
		s = s[i:]
		switch {
		case strings.HasPrefix(s, "《"):
			depth++
		case strings.HasPrefix(s, "》"):
			depth = max(0, depth-1)
		}
		s = s[1:]
	}
}

// append adds a match, in place of one that it directly continues down the hierarchy.
func (t *regionTable) append(found []RegionMatch, m RegionMatch) []RegionMatch {
	if last := len(found) - 1; last >= 0 && found[last].End == m.Start {
		whole := found[last].Region.Code
		if inner := t.resolve(m.Region.Name, whole); inner != whole && inner != "" && t.within(inner, whole) {
			m.Region = *t.region(inner)
			found[last] = m
			return found
		}
	}
	return append(found, m)
}

// organizations are the words that make a region's name before them part of a longer name.
var organizations = []string{
	"人民政府", "政府", "市委", "省委", "区委", "县委", "州委", "大学", "学院", "研究院", "研究所", "研究中心",
	"海关", "银行", "分行", "公司", "集团", "委员会", "协会", "学会", "省政府", "市政府", "证券交易所", "监管局",
	"机场", "港集团", "铁路局", "标准化研究", "技术大学", "师范",
}

// partOfName reports whether the region's name at text[i:j] is part of a longer name or of other
// words.
func (t *regionTable) partOfName(text string, i, j int, code string) bool {
	for _, w := range organizations {
		if strings.HasPrefix(text[j:], w) {
			return true
		}
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[j:])
	short := t.region(code).Short
	if strings.ContainsRune(t.after[short], before) || strings.ContainsRune(t.before[text[i:j]], after) {
		return true
	}
	return strings.ContainsRune("（(", before) && strings.ContainsRune("）)", after)
}

// centralIssuers begin the names of national issuers.
var centralIssuers = []string{
	"国务院", "中共中央", "中央", "全国", "国家", "最高人民", "中华人民共和国", "中国人民银行", "中国共产党中央",
}

// IssuerRegion returns the code of the region that a document's issuer governs or belongs to:
// 320000 for 江苏省人民政府办公厅, 320500 for 中共苏州市委, National for 国务院办公厅 and the ministries.
// The region near, or "", decides between regions of one name. It is "" where the name says nothing.
func (g *Gazetteer) IssuerRegion(issuer, near string) string {
	name := issuer
	for _, p := range []string{"中国共产党", "中共"} {
		if rest, ok := strings.CutPrefix(name, p); ok && !strings.HasPrefix(rest, "中央") {
			name = rest
			break
		}
	}
	for _, p := range centralIssuers {
		if strings.HasPrefix(name, p) {
			return National
		}
	}
	if strings.HasPrefix(name, "首都") {
		return "110000"
	}
	if code, n := g.regions.leading(name, near); n > 0 {
		return code
	}
	if g.units.national(name) {
		return National
	}
	return ""
}

// leading returns the region that a name opens with, the lowest of a chain (江苏省苏州市), and the
// length of its name.
func (t *regionTable) leading(name, near string) (code string, n int) {
	for {
		_, m := t.names.longest(name[n:])
		if m == 0 {
			return code, n
		}
		next := t.resolve(name[n:n+m], cmp.Or(code, near))
		if next == "" || next == National || t.refused[name[n:n+m]] || code != "" && !t.within(next, code) {
			return code, n
		}
		code, n = next, n+m
	}
}

// NumberRegions returns the codes of the regions whose documents carry a number (发文字号) with the
// letters that this one opens with: one for 浙政发〔2016〕22号, two for 苏委发〔2022〕30号, none where the
// letters are not known.
func (g *Gazetteer) NumberRegions(number string) []string {
	letters := number
	if i := strings.IndexAny(number, "〔[(（﹝【"); i >= 0 {
		letters = number[:i]
	}
	for n := len(letters); n > 0; n-- {
		if codes, ok := g.regions.numbers[letters[:n]]; ok {
			return slices.Clone(codes)
		}
	}
	return nil
}
