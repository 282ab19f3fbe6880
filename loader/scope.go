package loader

import (
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// region settles the region that a document is for: that of its issuer, else of its title, its
// number, or the text.
func (h *headReader) region(front []frontPiece) {
	near := ""
	if h.head.Number != nil {
		if codes := h.gaz.NumberRegions(*h.head.Number); len(codes) == 1 {
			near = codes[0]
		}
	}
	candidates := append([]string{}, h.head.Issuers...)
	for _, t := range redHead(front) {
		candidates = append(candidates, t.S)
	}
	for _, t := range []*string{h.head.NoticeTitle, h.head.Title} {
		if t != nil {
			candidates = append(candidates, *t)
		}
	}
	for _, name := range candidates {
		if code := h.gaz.IssuerRegion(name, near); code != "" {
			h.head.Region = &code
			return
		}
	}
	if near != "" {
		h.head.Region = &near
		return
	}
	if h.addressesProvinces() || h.head.Title != nil &&
		strings.HasPrefix(*h.head.Title, "中华人民共和国") {
		h.head.Region = ptr(gazetteer.National)
		return
	}
	if code := h.textRegion(); code != "" {
		h.head.Region = &code
		h.head.RegionCertainty.doubt(true, doubtRegion)
	}
}

// addressesProvinces reports whether a document is addressed to the provinces, as only national
// bodies do.
func (h *headReader) addressesProvinces() bool {
	for _, t := range h.o.Front {
		if containsAny(t.S, []string{"各省、自治区、直辖市", "各省、直辖市"}) && isAddressees(t.S) {
			return true
		}
	}
	return false
}

// minMentions is how often a text that names several regions must name one to be taken for its.
const minMentions = 3

// textRegion is the region that a text without a head is most likely for: the one it speaks of
// most, at the level that its units show (省财政厅 or 市财政局).
func (h *headReader) textRegion() string {
	level := h.unitLevel()
	if level == gazetteer.LevelNational || h.speaksOfCountry() {
		return gazetteer.National
	}
	count := map[string]int{}
	var order []string
	for _, b := range h.o.All() {
		for _, m := range h.gaz.FindRegions(b.Body.S, "") {
			code := m.Region.Code
			if opensWith(code, "71", "81", "82") {
				continue // rules make exceptions for Hong Kong, Macao and Taiwan
			}
			if level == gazetteer.LevelProvince {
				code = code[:2] + "0000"
			}
			weight := 1
			if opensWith(b.Body.S[m.End:], "实际") || closesWith(b.Body.S[:m.Start], "结合") {
				weight = 20
			} else if b.Path == rootPath {
				weight = 3
			}
			if count[code] == 0 {
				order = append(order, code)
			}
			count[code] += weight
		}
	}
	least := minMentions
	if len(order) == 1 && level != "" {
		least = 1 // it gives units duties and speaks of no other region
	}
	best := ""
	for _, code := range order {
		if level != gazetteer.LevelProvince && strings.HasSuffix(code, "0000") && level != "" &&
			!isMunicipality(code) {
			continue
		}
		if count[code] >= least && (best == "" || count[code] > count[best]) {
			best = code
		}
	}
	if best == "" {
		return h.citedRegion()
	}
	return best
}

// citedRegion is the region whose documents the preamble cites most; the last of them where several
// are cited as often, since those of higher levels are named first.
func (h *headReader) citedRegion() string {
	text := h.o.Preamble.Body.S
	count, best := map[string]int{}, ""
	for _, t := range enclosed(text, "《", "》") {
		title, closed := strings.CutSuffix(text[t.start+len("《"):t.end], "》")
		code := h.gaz.IssuerRegion(title, "")
		if !closed || code == "" || code == gazetteer.National {
			continue
		}
		if count[code]++; count[code] >= count[best] {
			best = code
		}
	}
	return best
}

// speaksOfCountry reports whether a text without a head says that it is in force in the whole
// country, as the first articles of rules do.
func (h *headReader) speaksOfCountry() bool {
	const first = 4 // elements
	for _, b := range h.o.Blocks[:min(first, len(h.o.Blocks))] {
		if contains(b.Body.S, "中华人民共和国境内") {
			return true
		}
	}
	return false
}

// isMunicipality reports whether a code is that of 北京, 天津, 上海 or 重庆, whose units are 市 units.
func isMunicipality(code string) bool {
	switch code {
	case "110000", "120000", "310000", "500000":
		return true
	}
	return false
}

// unitLevel is the level of the units that a text names most, "" where there are none.
func (h *headReader) unitLevel() string {
	var province, city, national int
	for _, b := range h.o.Blocks {
		for _, l := range b.lists {
			for _, u := range l.units {
				name := b.Body.S[u.start:u.end]
				switch {
				case opensWith(name, "省", "自治区"):
					province++
				case opensWith(name, "市", "州", "地区", "县", "区"):
					city++
				case strings.HasPrefix(name, "国家"), strings.HasSuffix(name, "部"):
					national++
				}
			}
		}
	}
	switch {
	case province == 0 && city == 0 && national == 0:
		return ""
	case province >= city && province >= national:
		return gazetteer.LevelProvince
	case national > city:
		return gazetteer.LevelNational
	}
	return gazetteer.LevelPrefecture
}

// genres are the kinds of document that are told apart, with the endings of titles that show
// them; the more special ones first.
var genres = []struct{ ending, genre string }{
	{"实施方案", "实施方案"}, {"行动计划", "行动计划"}, {"实施意见", "实施意见"}, {"意见", "意见"},
	{"发展规划纲要", "纲要"}, {"规划纲要", "纲要"}, {"纲要", "纲要"}, {"规划", "规划"}, {"条例", "条例"}, {"办法", "办法"},
	{"通知", "通知"},
}

const otherGenre = "其他"

// genre is the kind of document, by the title, or by what a text without one calls itself.
func (h *headReader) genre() string {
	if h.head.Title != nil {
		return genreOf(strings.TrimSpace(foldTitle(*h.head.Title)))
	}
	pre := strings.TrimRight(h.o.Preamble.Body.S, "。:")
	pre = strings.TrimSuffix(pre, "如下")
	if g := genreOf(pre); g != otherGenre {
		return g
	}
	for _, g := range genres {
		if strings.HasPrefix(h.o.Closing.Body.S, "本"+g.ending) {
			return g.genre
		}
	}
	if h.o.Preamble.Body.S == "" && h.head.NoticeTitle != nil {
		return "通知"
	}
	return otherGenre
}

// foldTitle folds a title as cleaned text is folded.
func foldTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if f := fold(r); f > 0 {
			return f
		}
		return r
	}, s)
}

func genreOf(s string) string {
	for bare := withoutGloss(s); bare != s; bare = withoutGloss(s) { // (2024-2026年)(试行)
		s = strings.TrimRight(bare, " ")
	}
	s = strings.TrimRight(s, "”》 0123456789年—-")
	for _, g := range genres {
		if strings.HasSuffix(s, g.ending) {
			return g.genre
		}
	}
	return otherGenre
}

// period is the years that the title or the aims say the plan covers, nil if neither does.
func (h *headReader) period() *Period {
	for _, t := range []*string{h.head.Title, h.head.NoticeTitle} {
		if t == nil {
			continue
		}
		s := foldTitle(*t)
		if p := yearRange(s); p != nil {
			return p
		}
		if p := fiveYearPlan(s); p != nil {
			return p
		}
		if p := singleYear(s); p != nil {
			return p
		}
	}
	for _, b := range h.o.Blocks {
		if b.Depth <= 2 && contains(b.Heading, "目标") {
			if p := openingPeriod(b.Body.S); p != nil {
				return p
			}
		}
	}
	return validity(h.o.Closing.Body.S)
}

// yearRange finds 2017-2019, 2021—2025年 or 2023年至2025年 in a title.
func yearRange(s string) *Period {
	for i := 0; i < len(s); i++ {
		if i > 0 && isDigit(s[i-1]) {
			continue
		}
		start, n := decimal(s[i:])
		if n != 4 || !plausibleYear(s[i:i+4]) {
			continue
		}
		rest := strings.TrimPrefix(skipBlanks(s[i+4:]), "年")
		rest, mark := cutPrefixes(rest, []string{"—", "——", "-", "--", "~", "～", "至", "到"})
		if mark == "" {
			continue
		}
		if end, n := decimal(skipBlanks(rest)); n == 4 && end >= start && end < start+40 {
			return &Period{Start: start, End: end}
		}
	}
	return nil
}

// singleYear is the one year that a title plans: 2023年度行动计划, 2023年质量工作要点.
func singleYear(s string) *Period {
	i := index(s, "年")
	if i < 4 || i > 4 && isDigit(s[i-5]) || !plausibleYear(s[i-4:i]) ||
		!opensWith(s[i+len("年"):], "度", "工作", "重点", "行动", "实施", "标准化工作") &&
			!yearlyPlans.closes(strings.TrimRight(s, " ")) ||
		closesWith(strings.TrimRight(s, " "), "通报", "决定", "批复", "函", "报告", "公告") {
		return nil
	}
	year, n := decimal(s[i-4:])
	if n != 4 {
		return nil
	}
	return &Period{Start: year, End: year}
}

// yearlyPlans are the ends of titles of what is planned year by year.
var yearlyPlans = newWordSet(
	"要点", "行动计划", "工作计划", "推进计划", "年度计划", "重点任务", "工作任务", "工作安排", "任务分工", "责任分工", "工作方案",
	"实施方案",
)

// fiveYearPlan is the period of the five-year plan that a title names (“十四五”).
func fiveYearPlan(s string) *Period {
	text, ok := "", false
	if _, after, found := strings.Cut(s, "“十"); found {
		text, _, ok = strings.Cut("十"+after, "五”")
	} else if _, after, found := strings.Cut(s, "第十"); found { // 第十四个五年规划
		text, _, ok = strings.Cut("十"+after, "个五年")
	}
	if !ok {
		return nil
	}
	n, size := labelNumeral(text)
	if size == 0 || size != len(text) || n < 10 || n > 20 {
		return nil
	}
	start := 2001 + 5*(n-10)
	return &Period{Start: start, End: start + 4}
}

// openingPeriod is the period that the aims open with: “十三五”时期,….
func openingPeriod(s string) *Period {
	for _, w := range []string{"时期", "期间"} {
		if i := strings.Index(s, "五”"+w); i > 0 && i < 30 {
			return fiveYearPlan(s[:i+len("五”")])
		}
	}
	return nil
}

// validity is the period for which a closing paragraph puts the plan in force: 自2024年9月1日起…
// 至2025年12月31日.
func validity(s string) *Period {
	i := index(s, "自20")
	if i < 0 {
		return nil
	}
	start, n := decimal(s[i+len("自"):])
	rest := s[i+len("自")+n:]
	j := index(rest, "至20")
	if n != 4 || j < 0 || j > 120 || contains(rest[:j], "。") {
		return nil
	}
	end, n := decimal(rest[j+len("至"):])
	if n != 4 || end < start {
		return nil
	}
	return &Period{Start: start, End: end}
}
