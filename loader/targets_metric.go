package loader

import (
	"slices"
	"strings"
)

// nameMetrics names what each figure of a clause measures.
func nameMetrics(list []*candidate) {
	for i := 0; i < len(list); {
		n := distributed(list[i:])
		if n < 2 {
			list[i].metric = metricOf(list, i)
			i++
			continue
		}
		names := distribute(cleanLead(list[i].stem, list[i].kind), n, sameUnit(list[i:i+n]))
		for k := range n {
			list[i+k].metric = names[k]
			if k > 0 && list[i].kind == countUnit {
				list[i+k].metric = inherit(names[0], names[k])
			}
			list[i+k].op = list[i+n-1].op
		}
		i += n
	}
	for i := len(list) - 2; i >= 0; i-- {
		grade, next := list[i].metric, list[i+1].metric
		_, other := cutPrefixes(next, grades)
		if slices.Contains(grades, grade) && other != "" && other != next {
			list[i].metric = grade + next[len(other):] // 30个国家级、50个省级示范项目
		}
	}
}

// grades tell projects of one kind apart.
var grades = []string{"世界级", "国家级", "省级", "自治区级", "市级", "州级", "盟级", "县级", "区级"}

// metricOf names the metric of one figure: the words before it, or those after it when nothing
// but a verb stands before.
func metricOf(list []*candidate, i int) string {
	c := list[i]
	before := cleanLead(c.stem, c.kind)
	if c.kind == durationUnit && c.op != ">=" {
		before, _ = cutPrefixes(before, []string{"缩短", "压缩", "压减"})
	}
	if c.kind == rateUnit && i == 0 && genericRate(before) {
		if c.before != "" {
			before = c.before + before
		} else {
			before = c.previousClause() + before
		}
	}
	if c.kind == moneyUnit && (before == "安排" || before == "投入") {
		before = ""
	}
	after := c.following()
	switch {
	case after != "" && (before == "" || c.verbAdjacent() || c.allotted()):
		return after
	case after != "" && (c.kind == rateUnit && c.shareDone() || strings.HasPrefix(before, "每")):
		return before + after
	case before == "" && i > 0 && opensWith(c.stem, "比", "较", "从", "由"):
		return list[i-1].metric
	case before == "" && i > 0:
		c.borrowed = true
		return verbless(list[i-1].metric, c.stem)
	case before == "" && c.before != "":
		c.borrowed = true
		return c.before
	case before == "":
		c.borrowed = true
		return c.previousClause()
	case after != "" && !c.compared && (c.kind == countUnit || c.kind == moneyUnit):
		return c.joinedName(before, after)
	}
	if c.change != "" && c.unit != "个百分点" && c.unit != "百分点" {
		before += c.change
	}
	if i > 0 && c.kind == countUnit {
		before = inherit(list[i-1].metric, before)
	}
	return before
}

// genericRate are rates that do not say of what.
func genericRate(name string) bool {
	switch name {
	case "比例", "占比", "比重", "比率", "覆盖率", "数量":
		return true
	}
	return false
}

// verbless names a figure that has a verb but no noun of its own (竣工1200个 after
// 新开工项目2600个).
func verbless(previous, verb string) string {
	verb = strings.Trim(verb, "、和及与 ")
	rest := previous
	for {
		cut, word := makingVerbs.cutOpening(rest)
		if word == "" || cut == "" {
			return verb + rest
		}
		rest = cut
	}
}

// sharedVerbs end the part of a metric that the later items of a list share: 牵头起草 of
// 牵头起草国家标准500项、地方标准200项.
var sharedVerbs = words(`制修订 制(修)订 制定 起草 公开 修订 参与 承担 发布 研制 采用 主导 牵头 获得 通过 转化
	拥有 落户 入驻 开展 担任`)

// inherit gives a later item of a list the verb of the item before it.
func inherit(previous, name string) string {
	if sharedVerbs.in(name) {
		return name
	}
	end := 0
	for i := 0; ; i += runeSize(previous[i]) {
		var verb string
		if i, verb = sharedVerbs.next(previous, i); i < 0 {
			break
		}
		end = max(end, i+len(verb))
	}
	if end == 0 || end >= len(previous) {
		return name
	}
	return previous[:end] + name
}

// cleanLead removes from the words before a figure the time, the aim and the verb of making.
func cleanLead(stem string, kind unitKind) string {
	s := strings.Trim(stem, " 、,:—-·")
	if !strings.Contains(s, ")") && !strings.HasPrefix(s, "(其中") {
		s = strings.TrimPrefix(s, "(") // 30个(国家级5个)
	}
	if strings.Contains(s, "(其中") {
		if i := lastIndex(s, "(其中"); !strings.Contains(s[i:], ")") {
			s = strings.TrimLeft(s[i+len("(其中"):], ": ")
		}
	}
	s = cutLateYears(cutStart(cutComparison(trimJoint(s))))
	for {
		rest := strings.TrimLeft(cutTime(s), " ")
		afterAim, aim := aimWords.cutOpening(rest)
		afterVerb, verb := makingVerbs.cutOpening(rest)
		counted := kind == countUnit || kind == moneyUnit || kind == physicalUnit
		switch {
		case counted && len(verb) >= len(aim) && verb != "":
			if verbEnds(verb, afterVerb) {
				rest = afterVerb
			}
		case aim != "" && aimEnds(aim, afterAim):
			rest = afterAim
		}
		rest = strings.TrimLeft(rest, " 、")
		if rest == s {
			return strings.TrimSuffix(s, "的")
		}
		s = rest
	}
}

// cutComparison removes what a level is compared with: 增速比三季度, 产量较上年.
func cutComparison(s string) string {
	from := len(s) - len(lastRunes(s, 8))
	for _, w := range []string{"比", "较"} {
		i := from + lastIndex(s[from:], w)
		if i < from {
			continue
		}
		if opensWith(s[i+len(w):], "例", "重", "率", "大", "武", "赛") ||
			opensWith(lastRunes(s[:i], 1), "占", "同", "环", "对", "配", "价", "相") {
			continue
		}
		return s[:i]
	}
	return s
}

// cutStart removes the level that a change starts from: 覆盖率由2024年的65%, 覆盖率从65%.
func cutStart(s string) string {
	from := len(s) - len(lastRunes(s, 16))
	for _, w := range []string{"由", "从"} {
		i := lastIndex(s[from:], w)
		if i >= 0 && strings.ContainsAny(s[from+i:], "0123456789") {
			return s[:from+i]
		}
	}
	return s
}

// cutLateYears removes the years that stand behind what they hold for: 覆盖率到2025年、2030年.
func cutLateYears(s string) string {
	for _, w := range []string{"到20", "至20"} {
		i := index(s, w)
		if i > 0 && strings.Trim(s[i:], "0123456789年到至底末、和与及") == "" {
			return s[:i]
		}
	}
	return s
}

func trimJoint(s string) string {
	for _, w := range []string{"以及", "及其", "和", "及", "与"} {
		if strings.HasPrefix(s, w) && !opensWith(s, "和谐", "及时", "与会") {
			return strings.TrimPrefix(s, w)
		}
	}
	return s
}

// aimEnds guards short aim words that begin a longer word.
func aimEnds(word, rest string) bool {
	switch word {
	case "新":
		return !opensWith(rest, "能源", "型", "一代", "材料", "兴", "媒体", "产业", "业态", "技术", "产品",
			"农村", "质", "区", "基建", "建", "增", "设",
			"经济", "模式", "城", "闻", "市民", "时代", "生", "药", "品种", "疆")
	case "和", "与", "及", "或", "且", "以":
		return !opensWith(rest, "谐", "时", "平", "内", "上", "下", "工代赈", "色列", "其")
	case "并":
		return !opensWith(rest, "联", "网", "购")
	case "共":
		return !opensWith(rest, "享", "建", "青团", "同", "性", "和")
	case "要":
		return !opensWith(rest, "素", "求", "点")
	case "全部", "全面", "重点", "组织", "年度", "支持", "继续", "每", "分批":
		_, verb := makingVerbs.cutOpening(rest)
		return verb != "" || rest == "" || word == "支持" && !opensWith(rest, "率", "力度")
	case "完成", "实现":
		return !opensWith(rest, "率", "度")
	case "高标准":
		return !opensWith(rest, "农田")
	}
	return true
}

// verbEnds guards verbs that begin a noun: 建设用地, 培育覆盖率.
func verbEnds(word, rest string) bool {
	if rest == "" || strings.HasPrefix(word, "新") {
		return word != "试点" // 新增试点20家
	}
	return !opensWith(rest, "率", "用地", "水平", "能力", "指数", "速度", "规模", "面积", "周期", "者",
		"覆盖率", "型", "性",
		"性能", "员", "基金", "商", "机构", "中心", "区", "额", "量", "园", "师", "单位", "站", "人员", "成本",
		"物", "局", "业", "器", "班", "人数", "资料")
}

// cutTime removes a time at the beginning: 到2025年底, “十四五”期间, 11月底前.
func cutTime(s string) string {
	t := s
	rest, word := untilWords.cutOpening(s)
	if word != "" && rest != "" && (isDigit(rest[0]) || opensWith(rest, "“十", "十")) {
		t = rest
	}
	_, n := labelNumeral(t) // 三年内, 3年内
	if rest, ok := strings.CutPrefix(t[max(n, len(leadingDigits(t))):], "年内"); ok {
		return rest
	}
	if rest, ok := cutYear(t); ok {
		return rest
	}
	if rest, name := planYears.cutOpening(strings.TrimPrefix(t, "“")); name != "" {
		rest = strings.TrimPrefix(rest, "”")
		if cut, word := planTimes.cutOpening(rest); word != "" {
			return strings.TrimLeft(cut, ", ")
		}
	}
	if rest, word := ownTimes.cutOpening(t); word != "" {
		return rest
	}
	return s
}

// The words of times: those before one, those behind the name of a five-year plan, and those that
// name a time in the document's own year.
var (
	untilWords = words(`力争到 力争 确保到 确保 预计到 到 至 在`)
	planTimes  = words(`期间 时期 期末 末 期内`)
	ownTimes   = words(`四季度 年底前 年底 今年 全年 年内 本年度 当年`)
)

// cutYear removes 2025年, 2025年底前, 2023—2025年, 11月底前, 10月15日前.
func cutYear(s string) (string, bool) {
	if s == "" || !isDigit(s[0]) {
		return s, false
	}
	i, dated := 0, false
	for i < len(s) {
		mark := dateMarks.opening(s[i:])
		if mark == "" {
			break
		}
		i += len(mark)
		dated = dated || mark == "年" || mark == "月" || mark == "日"
	}
	if !dated {
		return s, false
	}
	rest, _ := dateEnds.cutOpening(s[i:])
	return strings.TrimLeft(rest, ", "), true
}

// dateMarks are what dates are made of, dateEnds what closes them.
var (
	dateMarks = words(`0 1 2 3 4 5 6 7 8 9 年 月 日 — - ~ 至`)
	dateEnds  = words(`底以前 底前 末前 底 末 前 度 起 间`)
)

// following is the noun phrase after a figure: 试点项目 of 30项以上试点项目.
func (c *candidate) following() string {
	s := strings.TrimPrefix(c.restOver(), "的")
	if s == "" || !c.nounFollows() {
		return ""
	}
	end := len(s)
	for _, stop := range []string{"落户", "用于", "、", "和", "及", "以及", "("} {
		if i := strings.Index(s, stop); i > 0 && (stop == "落户" || stop == "用于" || i < end &&
			c.listFollows(s[i:], stop)) {
			end = min(end, i)
		}
	}
	return strings.TrimSpace(s[:end])
}

// joinedName names what stands around a figure: 因疫情停工的256个项目 gives 因疫情停工的项目.
func (c *candidate) joinedName(before, after string) string {
	if strings.HasSuffix(strings.TrimRight(c.lead, " "), "的") {
		return before + "的" + after
	}
	return before + after
}

// listFollows reports whether the list mark at the beginning of s leads to the next figure.
func (c *candidate) listFollows(s, mark string) bool {
	if mark == "(" {
		return true
	}
	return strings.TrimSpace(strings.TrimPrefix(s, mark)) == ""
}

// nounFollows reports whether a noun follows the figure without a mark between.
func (c *candidate) nounFollows() bool {
	s := strings.TrimPrefix(strings.TrimLeft(c.rest, " "), "的")
	if s == "" {
		return false
	}
	return !nounStops.opens(s) || opensWith(s, "和谐", "与会")
}

// nounStops behind a figure show that no noun follows it.
var nounStops = words(`、 。 , ; : 和 及 与 ( ) ” 以 并 且 或`)

// verbAdjacent reports whether a verb of making stands directly before the figure.
func (c *candidate) verbAdjacent() bool {
	_, word := makingVerbs.cutClosing(c.stem)
	if word == "" {
		_, word = makingVerbs.cutClosing(c.lead)
	}
	return word != ""
}

// startsMaking reports whether the words before a figure open with a verb of making.
func startsMaking(stem string) bool {
	s := strings.TrimLeft(stem, " 、,:")
	for {
		rest := strings.TrimLeft(cutTime(s), " ,:")
		if _, word := makingVerbs.cutOpening(rest); word != "" {
			return true
		}
		cut, word := aimWords.cutOpening(rest)
		if word == "" && rest == s {
			return false
		}
		if word != "" {
			rest = cut
		}
		s = rest
	}
}

// previousClause is what a figure measures whose own clause names nothing: the end of the clause
// before it.
func (c *candidate) previousClause() string {
	before := strings.TrimRight(c.text[c.sentence.start:c.clause.start], " ,:")
	return cleanLead(before[strings.LastIndexAny(before, ",:")+1:], c.kind)
}
