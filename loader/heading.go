package loader

import (
	"strings"
	"unicode/utf8"
)

// How long a headline may be, in characters.
const (
	strictHeadline = 30 // before text on the same line, where nothing else tells
	looseHeadline  = 50 // the same, in a document whose other elements have headlines
	maxOwnLine     = 60 // on a line of its own
	articleTitle   = 12 // of 第X条, whose first sentence is content as a rule
)

// headlineEnd is where the headline that s begins with ends, in bytes, or 0. The headline runs to
// the first stop outside quotes and brackets, and some text must follow it on the line.
func headlineEnd(s string) int {
	depth := 0
	for i, r := range marks(s) {
		switch r {
		case '“', '《', '(', '〔', '‘':
			depth++
		case '”', '》', ')', '〕', '’':
			depth = max(depth-1, 0)
		case '。', '!', '?':
			if depth == 0 {
				return endOfWords(s[:i])
			}
		case ';':
			return 0
		}
	}
	return 0
}

// endOfWords is the length of a headline without the list of units that closes it:
// 完善标准体系(责任单位:市教育局).
func endOfWords(s string) int {
	open := lastBracket(s)
	if open == 0 || open == len(s) {
		return len(s)
	}
	closed := strings.TrimSuffix(strings.TrimSuffix(s, ")"), "〕")
	l, ok := readList(Text{S: s}, open+runeSize(s[open]), len(closed), false)
	if ok && (l.role || placed(s, 0, len(s), open, len(s), len(l.units), true)) {
		return open
	}
	return len(s)
}

// lastBracket is where the bracket opens that s ends with, len(s) if there is none or s is longer
// than any list.
func lastBracket(s string) int {
	if !closesWith(s, ")", "〕") || len(s) > maxListBytes {
		return len(s)
	}
	depth := 0
	for i := len(s); i > 0; i-- {
		size := 1
		switch s[i-1] {
		case '(':
			depth--
		case ')':
			depth++
		case 0x94, 0x95: // the last bytes of 〔 and 〕
			if size = len("〔"); strings.HasSuffix(s[:i], "〔") {
				depth--
			} else if strings.HasSuffix(s[:i], "〕") {
				depth++
			}
		}
		if depth == 0 {
			return i - size
		}
	}
	return len(s)
}

// hasHeadline reports whether s begins with a headline of at most limit characters that is
// followed by text.
func hasHeadline(s string, limit int) bool {
	s = s[:min(len(s), maxHeadBytes)]
	return headsText(s, headlineEnd(s), limit)
}

// hasLongHeadline reports whether s begins with a headline that may be longer than others and is
// followed by text.
func hasLongHeadline(s string) bool {
	s = s[:min(len(s), maxHeadBytes)]
	end := headlineEnd(s)
	return end > 0 && headsText(s, end, looseHeadline) && headsWords(s[:end])
}

// maxHeadBytes is more than a headline has with the list of units that closes it. Labels within a line
// are many at times, and what follows each is read only so far.
const maxHeadBytes = 800

// headsText is hasHeadline where the end of the headline is known.
func headsText(s string, end, limit int) bool {
	if end == 0 {
		end = colonHeadline(s)
	}
	return end > 0 && isHeadline(s[:end], limit) && skipMarks(s[end:], ':') != ""
}

// skipMarks is s without the stops and blanks that it begins with, and the marks of a further kind.
func skipMarks(s string, further byte) string {
	for s != "" {
		switch {
		case s[0] == ' ' || s[0] == further:
			s = s[1:]
		case strings.HasPrefix(s, "。"):
			s = s[len("。"):]
		default:
			return s
		}
	}
	return s
}

// withoutStops is s without the stops and blanks at its ends.
func withoutStops(s string) string {
	s = skipMarks(s, ' ')
	for {
		rest := strings.TrimSuffix(s[:trimEnd(s, len(s))], "。")
		if len(rest) == len(s) {
			return s
		}
		s = rest
	}
}

// colonHeadline is the end of a headline that a colon closes (——机制创新:…), or 0.
func colonHeadline(s string) int {
	const longest = 20 // characters
	i := strings.IndexByte(s[:min(len(s), longest*utf8.UTFMax+1)], ':')
	if i > 0 && !strings.ContainsAny(s[:i], ",;。(") && utf8.RuneCountInString(s[:i]) <= longest {
		return i
	}
	return 0
}

// contentOpeners begin sentences, hardly ever headlines.
var contentOpeners = newWordSet(
	"对于", "对", "自", "从", "按照", "根据", "依据", "到20", "各", "凡", "在确保", "如", "若", "本",
	"截至", "截止", "年底前", "其他", "因", "由", "将", "经", "应", "可", "以下", "上述", "每",
)

// headlineOpeners begin headlines, though they begin like contentOpeners.
var headlineOpeners = newWordSet(
	"应急", "应用", "应对", "对外", "对标", "对接", "对口", "对内", "自主", "自然", "自律", "自愿", "自贸", "自查",
	"自评", "从严", "从业", "经济", "经营", "经贸", "经费", "因地制宜", "因势利导", "本质", "本土", "可持续", "可再生",
	"可靠", "可信", "其他事项", "其他要求", "其他措施",
)

// isHeadline judges the words of what may be a headline: short, few commas, none of the marks of
// a full sentence.
func isHeadline(s string, limit int) bool {
	if longerThan(s, limit) || !longerThan(s, 1) {
		return false
	}
	if limit > strictHeadline {
		return !strings.Contains(s, ":") // which closes a headline
	}
	return headsWords(s)
}

// headsWords reports whether s has none of the marks of a full sentence.
func headsWords(s string) bool {
	if strings.Count(s, ",") > 2 || strings.Contains(s, ":") {
		return false
	}
	if contentOpeners.opens(s) && !headlineOpeners.opens(s) {
		return false
	}
	return !hasAmount(withoutGloss(s)) // a bracket may give the months of a stage
}

// hasAmount reports whether a number with a measure (20个, 63%, 3万) occurs in s, which headlines
// rarely have.
func hasAmount(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		for i < len(s) && (isDigit(s[i]) || s[i] == '.') {
			i++
		}
		if strings.ContainsRune("%个项家万亿年月日元天倍户人次", firstRune(s[i:])) {
			return true
		}
	}
	return false
}

// headings settles the heading of every element. Whether a first sentence is a headline shows in
// the others of its kind: a document that numbers plain sentences has short ones among them.
func (b *builder) headings() {
	var total, plausible [labelKinds]int
	for i := range b.elements {
		e := &b.elements[i]
		s := e.parts[0].S
		e.stop = headlineEnd(s)
		if e.runsIn() {
			total[e.label.kind]++
			if (headsText(s, e.stop, strictHeadline) || e.blankHeadline() > 0) && !e.onlyUnits() {
				plausible[e.label.kind]++
			}
		}
	}
	for i := range b.elements {
		e := &b.elements[i]
		k := e.label.kind
		share := 1.0
		if total[k] > 0 {
			share = float64(plausible[k]) / float64(total[k])
		}
		e.head = e.heading(share)
		if e.head == 0 && share >= headlined && plausible[k] > 0 && k != labelArt {
			e.head = lostStop(e.parts[0].S) // only where others have headlines
		}
	}
}

// runsIn reports whether text follows the element's first sentence on the same line.
func (e *element) runsIn() bool {
	if e.stop == 0 {
		return !e.ownLine()
	}
	return skipMarks(e.parts[0].S[e.stop:], ' ') != ""
}

// longestDeadline is how long a line may be that gives no more than a deadline, in characters. Longer
// ones are text that begins with a date.
const longestDeadline = 25

// onlyUnits reports whether nothing but lists of units follows the element's first sentence.
func (e *element) onlyUnits() bool {
	if e.stop == 0 || !e.leaf {
		return false
	}
	for _, p := range e.parts[1:] {
		if !isRoleLine(p.S) && (!isDeadline(p.S) || longerThan(p.S, longestDeadline)) {
			return false
		}
	}
	rest := withoutStops(e.parts[0].S[e.stop:])
	if rest == "" {
		return len(e.parts) > 1
	}
	if !opensWith(rest, "(", "〔") && contains(rest, "。") {
		return false // a list without brackets is one sentence
	}
	lists := findUnitLists(Text{S: "。" + rest})
	return len(lists) == 1 && lists[0].end-lists[0].start >= len(rest)
}

// ownLine reports whether the element's first line is a headline by itself.
func (e *element) ownLine() bool {
	s := strings.TrimRight(e.parts[0].S, " ")
	if longerThan(s[:lastBracket(s)], maxOwnLine) {
		return false // with the units or without them
	}
	s = s[:endOfWords(s)]
	body := strings.TrimSuffix(s, "。")
	if s == "" || longerThan(s, maxOwnLine) || contains(body, "。") || strings.Contains(body, ";") {
		return false
	}
	follows := len(e.parts) > 1 || !e.leaf
	if body != s && (e.listed || e.onlyUnits()) {
		return false // the sentence is the task itself, or an item of a list
	}
	switch {
	case e.label.kind <= labelSect:
		return true
	case e.label.kind == labelArt:
		return false // articles have sentences, not headlines
	case follows && body != s:
		return !longerThan(s, looseHeadline) && isHeadline(body, strictHeadline) || !e.leaf
	case follows:
		return !strings.HasSuffix(s, ":") || !longerThan(s, 20)
	}
	return body == s && !longerThan(s, 25) && isHeadline(body, strictHeadline)
}

const (
	headlined   = 0.6  // share of plausible headlines from which all of a kind have one
	unheadlined = 0.35 // share below which none has
)

// heading is the length of the heading in the element's first line, in bytes.
func (e *element) heading(share float64) int {
	s := e.parts[0].S
	if e.gloss > 0 {
		return min(e.gloss, len(s)) // an element may begin within the bracket
	}
	if e.ownLine() {
		s = strings.TrimRight(s, " ")
		return len(strings.TrimRight(s[:endOfWords(s)], "。;: "))
	}
	if share < unheadlined && e.label.kind != labelDash {
		return 0
	}
	limit := strictHeadline
	switch {
	case e.label.kind == labelArt:
		limit, share = articleTitle, 0
	case share >= headlined:
		limit = looseHeadline
	}
	parent := share >= headlined && !e.leaf
	if e.stop > 0 && (parent || skipMarks(s[e.stop:], ' ') != "") && isHeadline(s[:e.stop], limit) {
		return e.stop
	}
	if i := e.blankHeadline(); i > 0 {
		return i
	}
	if i := colonHeadline(s); i > 0 && (i < e.stop || e.stop == 0) &&
		isHeadline(s[:i], strictHeadline) {
		return i
	}
	return usualHeadline(s)
}

// usualHeadlines open the general requirements of nearly every plan.
var usualHeadlines = newWordSet(
	"指导思想", "基本原则", "工作原则", "总体目标", "工作目标", "主要目标", "发展目标", "总体思路",
)

// usualHeadline is the end of a usual headline that a sentence follows without a stop (指导思想以…为
// 指引), or 0.
func usualHeadline(s string) int {
	rest, word := usualHeadlines.cutOpening(s)
	if word == "" || !opensWith(rest, "以", "到20", "20", "坚持", "按照", "深入", "全面", "高举", "认真",
		"围绕", "力争", "通过") {
		return 0
	}
	return len(word)
}

// articleGloss is the size of the bracket that an article's headline stands in (第二条 (适用范围)
// 本办法…), or 0.
func articleGloss(s string) int {
	const longest = 15 // characters
	if !opensWith(s, "(", "〔") {
		return 0
	}
	i := strings.IndexAny(s, ")〕")
	if i < 0 || longerThan(s[:i], longest) || strings.ContainsAny(s[:i], "0123456789,。、") {
		return 0
	}
	return i + utf8.RuneLen(firstRune(s[i:]))
}

// blankHeadline is the end of a headline that a blank closes, or 0.
func (e *element) blankHeadline() int {
	s := e.parts[0].S
	i := strings.IndexByte(s[:e.stop], ' ')
	if i > 0 && utf8.RuneLen(lastRune(s[:i])) > 1 &&
		isHeadline(s[:i], strictHeadline) && !strings.ContainsAny(s[:i], ",;。") {
		return i
	}
	return 0
}

// sentenceVerbs open the first sentence of a paragraph.
var sentenceVerbs = newWordSet(
	"强化", "围绕", "加强", "推动", "推进", "建立", "聚焦", "完善", "鼓励", "支持", "开展", "按照", "充分发挥",
	"深入", "加快", "积极", "健全", "持续", "坚持", "落实", "加大", "全面", "大力", "以", "组织开展",
	"组织实施", "组织制定", "组织编制", "组织举办",
)

// lostStop is the end of a headline whose stop the page has lost, so that a sentence opens right
// behind it, or 0.
func lostStop(s string) int {
	const minHead, maxHead = 6, 25
	n := 0
	for i := range s {
		n++
		if n <= minHead {
			continue
		}
		if n > maxHead || s[i] == ',' {
			return 0
		}
		if strings.ContainsRune("、和与及的“以为等在对(并化性各", lastRune(s[:i])) &&
			!strings.HasSuffix(s[:i], "一体化") {
			continue
		}
		if _, verb := sentenceVerbs.cutOpening(s[i:]); len(verb) > len("以") {
			return i
		}
	}
	return 0
}
