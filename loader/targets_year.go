package loader

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// yearMention is a place in a text that names the year by which something is to be done.
type yearMention struct {
	span
	year int // 0: the document's own year (全年, 年底前)
	// lead: the year governs what follows it, beyond its sentence (到2025年, “十四五”末).
	lead bool
	// wide: the year governs all figures of the document from here on (以下指标均为到2025年).
	wide bool
}

// planYears are the last years of the five-year plans.
var planYears = newWordTable(
	valued[int]{2015, "十二五"}, valued[int]{2020, "十三五"}, valued[int]{2025, "十四五"},
	valued[int]{2030, "十五五"}, valued[int]{2035, "十六五"},
)

// ownYearWords name the year in which the document was issued.
var ownYearWords = newWordSet(
	"全年", "今年", "本年度", "年内", "年底前", "年末", "年底", "四季度", "第四季度", "三季度", "二季度",
	"上半年", "下半年", "月底", "日前", "月前", "当年",
)

// years lists the years that text names as deadlines, in order. Years inside titles, and years
// that are compared with, counted from or counted as past, are none. issued is the year of the
// document, 0 if unknown.
func years(text string, titles []span, issued int) []yearMention {
	var out []yearMention
	for at := range occurrences(text, "年") {
		if m, ok := fourDigitYear(text, at, issued); ok {
			if _, in := within(titles, at); !in {
				out = append(out, m)
			}
		}
	}
	out = append(out, planMentions(text, titles)...)
	sortMentions(out)
	return out
}

// withOwnYears adds the places that mean the document's own year. Only a text with figures needs
// them.
func withOwnYears(text string, mentions []yearMention) []yearMention {
	for i := 0; ; i++ {
		if i, _ = ownYearWords.next(text, i); i < 0 {
			break
		}
		for _, w := range ownYearWords.list {
			if strings.HasPrefix(text[i:], w) && isOwnYear(text[:i], w) {
				mentions = append(mentions, yearMention{span: span{i, i + len(w)}})
			}
		}
	}
	sortMentions(mentions)
	return mentions
}

// sortMentions orders by place.
func sortMentions(m []yearMention) {
	slices.SortStableFunc(m, func(a, b yearMention) int { return a.start - b.start })
}

// mentionsIn are those of the ordered mentions that stand in s.
func mentionsIn(m []yearMention, s span) []yearMention {
	if len(m) == 0 {
		return nil
	}
	from := func(m yearMention, at int) int { return m.start - at }
	i, _ := slices.BinarySearchFunc(m, s.start, from)
	j, _ := slices.BinarySearchFunc(m, s.end, from)
	return m[i:j]
}

// fourDigitYear reads the year whose 年 stands at i.
func fourDigitYear(text string, i, issued int) (yearMention, bool) {
	if i < 4 || !(text[i-4] == '1' || text[i-4] == '2') {
		return yearMention{}, false
	}
	year := 0
	for _, c := range []byte(text[i-4 : i]) {
		if !isDigit(c) {
			return yearMention{}, false
		}
		year = year*10 + int(c-'0')
	}
	if year < 1949 || year > 2100 || i >= 5 && isDigit(text[i-5]) {
		return yearMention{}, false
	}
	start := i - 4
	before, after := text[:start], text[i+len("年"):]
	m := yearMention{span: span{start, i + len("年")}, year: year}
	if notDeadline(before, after, year, issued) {
		return yearMention{}, false
	}
	m.lead = leadsBefore(before) || leadsAfter(before, after) || namesStage(before, after)
	m.wide = isWide(before)
	return m, true
}

// notDeadline reports whether a year is one of comparison, origin or history.
func notDeadline(before, after string, year, issued int) bool {
	for _, w := range []string{"比", "较", "高于", "低于", "于", "超过", "同比", "以", "自", "从", "由", "与"} {
		if strings.HasSuffix(before, w) && !strings.HasSuffix(before, "力争于") {
			return true
		}
	}
	if opensWith(after, "以来", "起", "版", "来", "修订", "施行", "生效") {
		return true
	}
	if strings.HasSuffix(before, "截至") || strings.HasSuffix(before, "截止") {
		return year < issued || issued == 0
	}
	if strings.HasSuffix(before, "至") && sinceBefore(before) {
		return true
	}
	return false
}

// sinceBefore reports whether the 至 at the end of before closes a period that 自 or 从 opens,
// or the term of a rule (有效期至, 延长至).
func sinceBefore(before string) bool {
	head := strings.TrimSuffix(before, "至")
	for _, w := range []string{"有效期", "延长", "执行", "期限", "截止", "延续", "顺延", "施行"} {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	head = lastRunes(head, 20)
	if i := strings.LastIndexAny(head, "。,;\n"); i >= 0 {
		_, n := utf8.DecodeRuneInString(head[i:])
		head = head[i+n:]
	}
	return contains(head, "自") || contains(head, "从")
}

// lastRunes is at most the last n characters of s.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
	}
	return s[i:]
}

func leadsBefore(before string) bool {
	return strings.HasSuffix(before, "到") || strings.HasSuffix(before, "至") ||
		strings.HasSuffix(before, "力争") || strings.HasSuffix(before, "截至")
}

// leadsAfter accepts 2025年底前 and, at the beginning of a sentence, 2025年，….
func leadsAfter(before, after string) bool {
	if opensWith(after, "底", "末", "前", "年底") {
		return true
	}
	if !opensWith(after, ",", ":") {
		return false
	}
	b := strings.TrimRight(before, " ")
	return b == "" || strings.ContainsRune("。;\n", lastRune(b))
}

// namesStage accepts the last year of the time in brackets behind the name of a stage or its aims:
// 第一阶段(2026—2028年):….
func namesStage(before, after string) bool {
	if after != ")" && !opensWith(after, "):", ")。", ")\n") {
		return false
	}
	before = lastRunes(before, 12)
	i := strings.LastIndexByte(before, '(')
	return i >= 0 && closesWith(before[:i], "目标", "任务", "指标", "阶段", "期")
}

// isWide recognises a statement that holds for the figures of the rest of the document.
func isWide(before string) bool {
	b := lastRunes(before, 24)
	if !containsAny(b, []string{"均为", "均指", "均到", "均以", "都为", "时限为", "均按", "一般为"}) {
		return false
	}
	return containsAny(b, []string{"指标", "目标", "任务", "数据", "数值"})
}

// planMentions finds “十四五”末, 十四五期间 and the like.
func planMentions(text string, titles []span) []yearMention {
	var out []yearMention
	for i := range occurrences(text, "五") {
		i += len("五")
		name := planYears.closing(text[:i])
		if name == "" {
			continue
		}
		start := i - len(name)
		after := strings.TrimPrefix(text[i:], "”")
		if _, in := within(titles, start); in || !opensWith(after, "期间", "时期", "末",
			"期末", "期内", "规划期末", "规划期内", "规划末", "以末") {
			continue
		}
		if closesWith(strings.TrimSuffix(text[:start], "“"), "比", "较") {
			continue
		}
		out = append(out, yearMention{span: span{start, i}, year: planYears.value(name), lead: true})
	}
	return out
}

// isOwnYear reports whether a word behind before means the document's own year.
func isOwnYear(before, word string) bool {
	switch word {
	case "月底", "日前", "月前":
		if !dayOfOwnYear(before) {
			return false
		}
	default:
		if c := lastRune(before); c >= '0' && c <= '9' || isNumeral(c) {
			return false // 2025年底: the year is given; 5年内 and 三年内 are durations
		}
	}
	return !opensWith(lastRunes(before, 1), "上", "去", "往", "每", "年", "前", "近", "半")
}

// dayOfOwnYear reports whether before ends with a month or day (10月15) without a year.
func dayOfOwnYear(before string) bool {
	day := strings.TrimRight(before, "0123456789")
	if len(day) == len(before) {
		return false
	}
	if month, ok := strings.CutSuffix(day, "月"); ok {
		day = strings.TrimRight(month, "0123456789")
	}
	return !strings.HasSuffix(day, "年")
}

// dueYear is the year of the time limit that an element states for itself beside its units
// (完成时限:2025年12月底前), 0 if it states none or several.
func dueYear(text string, mentions []yearMention) int {
	due := 0
	for _, m := range mentions {
		before := strings.TrimRight(strings.TrimRight(text[:m.start], " "), ":")
		_, label := cutSuffixes(before, []string{"完成时限", "完成时间", "时间节点", "办结时限", "时限要求", "完成期限"})
		if label == "" || m.year == 0 || m.year == due {
			continue
		}
		if due > 0 {
			return 0
		}
		due = m.year
	}
	return due
}

// spreadYears gives each of the figures that 分别 hands out its own year, where as many years stand
// in a list before them: 到2025年和2030年,覆盖率分别达到60%和75%.
func (t *targetText) spreadYears(list []*candidate) {
	for i := 0; i < len(list); {
		n := distributed(list[i:])
		before := mentionsIn(t.years, span{list[i].sentence.start, list[i].start})
		if n > 1 && len(before) >= n && yearList(t.text.S, before[len(before)-n:]) {
			for k, m := range before[len(before)-n:] {
				list[i+k].deadline = m.year
			}
		} else if n > 1 && len(before) > 0 {
			last := before[len(before)-1]
			if from := firstYear(t.text.S[:last.start]); from > 0 && last.year-from == n-1 {
				for k := range n {
					list[i+k].deadline = from + k
				}
			}
		}
		i += n
	}
}

// firstYear is the year that opens a span of years, the last of which stands behind before:
// 2026 of 2026—2028年. It is 0 if none does.
func firstYear(before string) int {
	head := strings.TrimRight(strings.TrimSuffix(before, "至"), "—-~")
	start := len(strings.TrimRight(strings.TrimSuffix(head, "年"), "0123456789"))
	digits := leadingDigits(head[start:])
	if head == before || len(digits) != 4 || !plausibleYear(digits) {
		return 0
	}
	year, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return year
}

// yearList reports whether nothing but list marks stands between the years.
func yearList(text string, years []yearMention) bool {
	for i, m := range years {
		if m.year == 0 || i > 0 && !bareJoint(strings.Trim(text[years[i-1].end:m.start], "底末到至")) {
			return false
		}
	}
	return true
}

// leadYear is the year that governs the elements below one with this text: the one its last
// sentence states when that ends as an introduction (到2027年：), else the first.
func leadYear(text string, mentions []yearMention) int {
	first, last := 0, 0
	for _, m := range mentions {
		if m.lead && m.year > 0 && !m.wide {
			if first == 0 {
				first = m.year
			}
			last = m.year
		}
	}
	if strings.HasSuffix(strings.TrimRight(text, " \n"), ":") {
		return last
	}
	return first
}
