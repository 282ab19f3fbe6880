package gazetteer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// National is the code of the country as a whole (全国), the root of the hierarchy of regions.
const National = "000000"

// The levels of regions.
const (
	LevelNational   = "national"
	LevelProvince   = "province"
	LevelPrefecture = "prefecture"
	LevelCounty     = "county"
)

// Region is an administrative division of GB/T 2260.
type Region struct {
	Code  string // six digits
	Name  string // 杭州市; of an abolished division its last name
	Short string // 杭州
	Level string // one of the levels above
	// Last is the last edition of GB/T 2260 that lists an abolished division, as 201607; "" for
	// one that exists.
	Last string
}

// regionTable holds all regions and the names they are known by.
type regionTable struct {
	list   []Region         // the first of them is none
	byCode map[string]int32 // places in list
	// names has every name, full, former and short ones, with the places in list.
	names  dictionary[int32]
	byName map[string][]int32 // the same until names is made
	// inText are the names that mean a region wherever they stand in running text.
	inText  []string
	refused map[string]bool     // names that rather mean something else
	numbers map[string][]string // 机关代字 -> codes
	// after and before are, by short name, characters next to which it is part of other words.
	after, before map[string]string
}

// load reads regions.tsv.
func (t *regionTable) load(data []byte) error {
	t.list, t.byCode, t.byName = make([]Region, 1), map[string]int32{}, map[string][]int32{}
	country := Region{Code: National, Name: "全国", Short: "全国", Level: LevelNational}
	t.add(country, "全国", "中国", "国务院")
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || len(f[0]) != 6 {
			return fmt.Errorf("line %d: want five columns, a code of six digits first", n)
		}
		r := Region{Code: f[0], Name: f[1], Short: shortName(f[1]), Level: f[2], Last: f[4]}
		t.add(r, spellings(r)...)
	}
	return nil
}

// add files a region under its code and names. Rows of one code come oldest first, the present
// name, with no last edition, before them.
func (t *regionTable) add(r Region, names ...string) {
	at := t.byCode[r.Code]
	switch {
	case at == 0:
		at = int32(len(t.list))
		t.list = append(t.list, r)
		t.byCode[r.Code] = at
	case t.list[at].Last != "":
		t.list[at] = r
	}
	for _, name := range names {
		if !slices.Contains(t.byName[name], at) {
			t.byName[name] = append(t.byName[name], at)
		}
	}
}

// region is the region of a code; one without a code if there is none.
func (t *regionTable) region(code string) *Region { return &t.list[t.byCode[code]] }

// kinds are the words that end regions' names, longest first.
var kinds = []string{
	"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗",
	"地区", "矿区", "林区", "特区", "新区", "省", "市", "盟", "州", "县", "区", "旗",
}

// peoples are the names of peoples (民族) in the names of autonomous divisions.
var peoples = []string{
	"柯尔克孜", "俄罗斯族", "乌孜别克族", "鄂温克族", "鄂伦春", "哈萨克", "塔吉克", "达斡尔族", "布依族",
	"土家族", "仡佬族", "纳西族", "傈僳族", "哈尼族", "拉祜族", "布朗族", "德昂族", "景颇族", "阿昌族",
	"普米族", "独龙族", "东乡族", "撒拉族", "保安族", "裕固族", "朝鲜族", "锡伯", "蒙古族", "蒙古",
	"维吾尔", "毛南族", "仫佬族", "瑶族", "彝族", "藏族", "羌族", "苗族", "侗族", "壮族", "回族", "傣族",
	"白族", "佤族", "怒族", "黎族", "畲族", "满族", "水族", "土族", "各族", "京族",
}

// shortName leaves out the kind of division: 杭州市 杭州, 楚雄彝族自治州 楚雄. A name of which
// only one character would be left stays whole: 沙县.
func shortName(name string) string {
	for _, k := range kinds {
		rest, ok := strings.CutSuffix(name, k)
		if !ok || utf8.RuneCountInString(rest) < 2 {
			continue
		}
		if strings.HasPrefix(k, "自治") {
			rest = withoutPeoples(rest)
		}
		return rest
	}
	return name
}

func withoutPeoples(name string) string {
	for again := true; again; {
		again = false
		for _, p := range peoples {
			rest, ok := strings.CutSuffix(name, p)
			if ok && utf8.RuneCountInString(rest) >= 2 {
				name, again = rest, true
				break
			}
		}
	}
	return name
}

// spellings lists the names of a region: 楚雄彝族自治州, 楚雄州, 楚雄.
func spellings(r Region) []string {
	names := []string{r.Name}
	if r.Short != r.Name {
		names = append(names, r.Short)
	}
	for long, short := range map[string]string{"自治州": "州", "自治县": "县", "自治旗": "旗"} {
		if strings.HasSuffix(r.Name, long) && r.Short != r.Name {
			names = append(names, r.Short+short)
		}
	}
	return names
}

// Region returns the division with a code, present or abolished.
func (g *Gazetteer) Region(code string) (Region, bool) {
	r := g.regions.region(code)
	return *r, r.Code != ""
}

// Regions lists the divisions that exist, the country first, in the order of their codes.
func (g *Gazetteer) Regions() []Region {
	var all []Region
	for _, r := range g.regions.list[1:] {
		if r.Last == "" {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b Region) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

// RegionParent returns the code of the division that a division belongs to: that of the country
// for a province, "" for the country and for a code that is none.
func (g *Gazetteer) RegionParent(code string) string { return g.regions.parent(code) }

func (t *regionTable) parent(code string) string {
	switch t.region(code).Level {
	case LevelProvince:
		return National
	case LevelPrefecture:
		return code[:2] + "0000"
	case LevelCounty:
		if whole := t.region(code[:4] + "00"); whole.Code != "" {
			return whole.Code
		}
		return code[:2] + "0000"
	}
	return ""
}

// within reports whether a division is another or lies in it.
func (t *regionTable) within(code, whole string) bool {
	for c := code; c != ""; c = t.parent(c) {
		if c == whole {
			return true
		}
	}
	return false
}

// RegionByName returns the division that a name means in a document of the division near ("" when
// that is not known). A name that several divisions have is decided by the nearest: 鼓楼区 is that
// of the city, else of the province; otherwise a province comes before a prefecture and that
// before a county. A name that stays ambiguous is refused. The name may lead down the hierarchy:
// 浙江省杭州市西湖区.
func (g *Gazetteer) RegionByName(name, near string) (Region, bool) {
	code := g.regions.resolve(name, near)
	return *g.regions.region(code), code != ""
}

func (t *regionTable) resolve(name, near string) string {
	if named := t.names.of(name); len(named) > 0 {
		return t.choose(named, near)
	}
	for i := range name { // a longer division, then its part
		if i == 0 {
			continue
		}
		named := t.names.of(name[:i])
		if len(named) == 0 {
			continue
		}
		whole := t.choose(named, near)
		if code := t.resolve(name[i:], whole); whole != "" && code != whole && t.within(code, whole) {
			return code
		}
	}
	return ""
}

// choose picks the one that near makes the most likely, "" if several are.
func (t *regionTable) choose(named []int32, near string) string {
	for whole := near; whole != "" && whole != National; whole = t.parent(whole) {
		if one := t.highest(named, whole); one != "" {
			return one
		}
	}
	return t.highest(named, National)
}

// highest returns the code of the highest level within a division, one that exists before an
// abolished one; "" if there is none or not just one.
func (t *regionTable) highest(named []int32, whole string) string {
	var best string
	unique := false
	for _, at := range named {
		c := t.list[at].Code
		switch {
		case !t.within(c, whole):
		case best == "" || t.rank(c) < t.rank(best):
			best, unique = c, true
		case t.rank(c) == t.rank(best):
			unique = false
		}
	}
	if !unique {
		return ""
	}
	return best
}

func (t *regionTable) rank(code string) int {
	r := t.region(code)
	rank := slices.Index([]string{LevelNational, LevelProvince, LevelPrefecture, LevelCounty}, r.Level)
	if r.Last != "" {
		rank += 10
	}
	return rank
}
