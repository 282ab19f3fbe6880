package loader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// placeReader finds the administrative regions, other than the issuing one, that a plan names as
// places: not in names of organizations or documents, not in quoted names (“浙江制造”) and not in
// lists of responsible units.
type placeReader struct {
	src      *Source
	gaz      *gazetteer.Gazetteer
	own      string // code of the issuing region, "" if unknown
	mentions []placeMention
}

// placeMention is a place that names a region.
type placeMention struct {
	Mention
	name   string
	region gazetteer.Region
}

func (r *placeReader) read(p *passage) {
	for _, m := range r.placesIn(p) {
		mention := Mention{Path: p.path, Span: p.Span(m.Start, m.End)}
		r.mentions = append(r.mentions, placeMention{mention, p.S[m.Start:m.End], m.Region})
	}
}

// outside gives the places that are named outside the names of bodies, each once, in the order of
// the text.
func (r *placeReader) outside(bodies []Body) []Place {
	out := []Place{}
	byCode := make(map[string]int)
	names := bodyNames(bodies)
	for _, m := range r.mentions {
		if inName(m.Span, names) {
			continue
		}
		m.Quote = r.src.Quote(m.Span)
		k, known := byCode[m.region.Code]
		if !known {
			k = len(out)
			byCode[m.region.Code] = k
			out = append(out, Place{Name: m.name, Code: m.region.Code})
			out[k].doubt(m.region.Level == gazetteer.LevelCounty, doubtPlace)
		}
		out[k].Mentions = append(out[k].Mentions, m.Mention)
		out[k].Paths = appendPath(out[k].Paths, m.Path)
	}
	return out
}

// bodyNames are the places of all names of bodies, in order; they do not overlap.
func bodyNames(bodies []Body) []Span {
	var names []Span
	for _, b := range bodies {
		for _, m := range b.Mentions {
			names = append(names, m.Span)
		}
	}
	slices.SortFunc(names, func(a, b Span) int { return a.Start - b.Start })
	return names
}

// inName reports whether a place is named within one of the names.
func inName(place Span, names []Span) bool {
	i, _ := slices.BinarySearchFunc(names, place.Start+1, func(n Span, at int) int { return n.Start - at })
	return i > 0 && place.End <= names[i-1].End
}

// placesIn are the regions that a passage names as places.
func (r *placeReader) placesIn(p *passage) []gazetteer.RegionMatch {
	matches := r.gaz.Places(p.S, r.own, p.found)
	if len(matches) == 0 {
		return nil
	}
	s := p.S
	quotes, lists := enclosed(s, "“", "”"), unitBrackets(s)
	kept := matches[:0]
	for _, m := range matches {
		if m.Region.Code == r.own || m.Region.Code == gazetteer.National {
			continue
		}
		if q, in := within(quotes, m.Start); in && utf8.RuneCountInString(q.of(s)) <= 14 {
			continue
		}
		if _, in := within(lists, m.Start); in || namesMore(s[m.End:]) || accidental(s, m) ||
			strings.HasPrefix(r.own, strings.TrimSuffix(m.Region.Code, "0000")) &&
				namesOccasion(s[m.End:]) {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// namesOccasion reports whether the name of the plan's province only opens that of something
// provincial, which goes on in quotes: 四川省2023年“天府之春”茶文化活动.
func namesOccasion(after string) bool {
	before, rest, ok := strings.Cut(after[:runeStart(after, min(len(after), 160))], "“")
	_, kind, closed := strings.Cut(rest, "”")
	return ok && closed && utf8.RuneCountInString(before) <= 12 &&
		!strings.ContainsAny(before, ",。;、:") &&
		containsAny(clauseOf(kind), []string{"活动", "资金", "行动", "计划", "工程", "项目"})
}

// accidental reports whether a name of two characters only seems to stand in the text, as that of
// the county 迁安 in 拆迁安置: a county's counts only between marks.
func accidental(s string, m gazetteer.RegionMatch) bool {
	name := s[m.Start:m.End]
	if m.Region.Level == gazetteer.LevelProvince && strings.HasPrefix(name, "上") {
		return opensWith(s[m.End:], "内外") // 10个以上海内外平台
	}
	if m.Region.Level != gazetteer.LevelCounty || utf8.RuneCountInString(name) > 2 {
		return false
	}
	const marks = ",。、;:()\n“”"
	before, after := s[:m.Start], s[m.End:]
	return before != "" && !strings.ContainsRune(marks, lastRune(before)) ||
		after != "" && !strings.ContainsRune(marks, firstRune(after))
}

// unitBrackets are the brackets that list responsible units.
func unitBrackets(s string) []span {
	var out []span
	for _, pair := range [][2]string{{"(", ")"}, {"〔", "〕"}} {
		for _, b := range enclosed(s, pair[0], pair[1]) {
			if containsAny(b.of(s), []string{"单位", "负责", "牵头", "部门", "人民政府", "局、", "局,",
				"委、", "厅、"}) {
				out = append(out, b)
			}
		}
	}
	return out
}

// namesMore reports whether what follows a region's name makes it part of another name.
func namesMore(after string) bool {
	return opensWith(after, "岸", "制造", "标准”", "样本", "路", "街", "湖", "河", "江", "港",
		"新区管委会", "品牌", "名牌", "精品", "著名商标",
		"政府质量奖", "省长质量奖", "模式", "经验",
		"科创", "银保监", "证监", "监管", "日报", "精神", "高新区", "开发区", "自贸", "国际", "综合", "中欧", "中心支行",
		"供电", "冬奥", "委、", "委,", "委和", "委常委", "委省政府", "委市政府",
		"工作系列", "工作的重要") ||
		strings.HasPrefix(after, "人")
}
