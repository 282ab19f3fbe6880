package loader

import (
	"strings"
	"unicode/utf8"
)

// frontKind is what a piece of the text around the body is.
type frontKind int

const (
	frontTitle frontKind = iota
	frontOrgan
	frontDate
	frontNumber
	frontAddress
	frontHandover
	frontField
	frontAnnex // an entry of the list of annexes: 附件:1.任务分工表
)

// frontPiece is a piece of the text before or after the body.
type frontPiece struct {
	kind  frontKind
	text  Text
	field string // of a frontField, the name
	date  date
	num   docNumber
}

// printed is the field of the line below a document that says who printed it, and when.
const printed = "印发日期"

// frontPieces takes lines apart: pages put number, addressees, signature, date and title into
// lines of their own or into one.
func frontPieces(lines []Text) []frontPiece {
	var out []frontPiece
	for _, l := range lines {
		if !fillField(out, l) {
			out = appendPieces(out, lineHead(l))
		}
	}
	return out
}

// lineHead is the part of a line in which the head of a text without line ends stands. Pieces are
// split off a line one by one, so that a line of any length would take quadratic time.
func lineHead(t Text) Text {
	const longest = 3000 // bytes
	if len(t.S) <= longest {
		return t
	}
	end := longest
	for !utf8.RuneStart(t.S[end]) {
		end--
	}
	return t.Slice(0, end)
}

// appendPieces adds what a line of the front is, or its parts are.
func appendPieces(out []frontPiece, t Text) []frontPiece {
	t = trimText(t)
	// Blanks that a page could not show, and the borders of its cells.
	t = t.Slice(0, len(strings.TrimRight(t.S, "?| ")))
	s := t.S
	if s == "" {
		return out
	}
	if f := dataLabel(s); f != "" {
		return appendFields(out, t)
	}
	if lb, ok := labelAt(s); ok && dataLabel(s[lb.size:]) != "" {
		return appendFields(out, t.Slice(lb.size, len(s)))
	}
	if bare := bareFields(t); bare != nil {
		return append(out, bare...)
	}
	if isRemark(s) {
		return out
	}
	if opensWith(s, "附件", "附表") {
		return append(out, frontPiece{kind: frontAnnex, text: t})
	}
	if isHandover(s) {
		return append(out, frontPiece{kind: frontHandover, text: t})
	}
	if n, ok := findDocNumber(s); ok && !insideTitle(s, n.start) && !isCited(s, n) {
		out = appendPieces(out, t.Slice(0, len(strings.TrimRight(s[:n.start], "(〔 "))))
		out = append(out, frontPiece{kind: frontNumber, text: t.Slice(n.start, n.end), num: n})
		return appendPieces(out, t.Slice(len(s)-len(strings.TrimLeft(s[n.end:], ")〕 ")), len(s)))
	}
	if isAddressees(s) {
		return append(out, frontPiece{kind: frontAddress, text: t})
	}
	if strangeField(s) != "" {
		return appendFields(out, t)
	}
	if d, start, end, ok := findDate(s); ok {
		return appendDated(out, t, span{start, end}, d)
	}
	if strings.Trim(s, "()〔〕 0123456789〇○一二三四五六七八九十") == "" || isRemark(s) {
		return out
	}
	if organs := organParts(s); organs != nil {
		for _, o := range organs {
			out = append(out, frontPiece{kind: frontOrgan, text: t.Slice(o.start, o.end)})
		}
		return out
	}
	return append(out, frontPiece{kind: frontTitle, text: t})
}

// appendDated adds the parts of a line with the date d at a place of it.
func appendDated(out []frontPiece, t Text, at span, d date) []frontPiece {
	s := t.S
	p := frontPiece{kind: frontDate, text: t.Slice(at.start, at.end), date: d}
	if strings.HasPrefix(s[at.end:], "印发") { // who printed it, and when
		p.kind, p.field = frontField, printed
		return append(out, p)
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, "通过)") {
		return append(out, p) // (2023年5月6日市人民政府第4次常务会议通过)
	}
	out = appendPieces(out, t.Slice(0, at.start))
	n := clockTime(s[at.end:]) // only pages give the time of day
	if n > 0 || contains(s[:at.start], "网") || contains(s[at.end:], "来源") {
		p.kind, p.field = frontField, "发布时间"
		at.end += n
	}
	return appendPieces(append(out, p), t.Slice(at.end, len(s)))
}

// isRemark recognises a line in brackets that speaks about the copy at hand: (此件公开发布),
// (本文有删减), (市财政局代章).
func isRemark(s string) bool {
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") || longerThan(s, 40) {
		return false
	}
	return opensWith(s, "(此件", "(此文", "(本件", "(本文", "(公开", "(联系") ||
		containsAny(s, []string{"删减", "公开发布", "代章", "盖章", "附件", "公开)", "略)", "无正文"})
}

// isCited reports whether a number belongs to another document: 关于明确X〔2012〕103号文件的通知,
// 根据Y(X〔2012〕103号)要求.
func isCited(s string, n docNumber) bool {
	rest := strings.TrimLeft(s[n.end:], ")〕 ")
	return opensWith(rest, "文件", "文的", "精神", "要求", "规定", "部署", "收悉", ",", "、", "和",
		"及") ||
		contains(s[n.start:n.end], "关于") || sentenceOpeners.opens(s)
}

// sentenceOpeners begin sentences above a text, never titles.
var sentenceOpeners = newWordSet(
	"根据", "按照", "依据", "为贯彻", "为深入", "为进一步", "为认真", "为落实", "为了", "为全面", "为加强", "为加快",
	"为推动", "为推进", "现将", "近年来", "经省", "经市", "经县", "经研究", "你省", "你市", "你县", "你局", "你部", "你委", "你厅",
	"你办", "你们",
)

// clockTime is the size of a time of day (16:30, 16:30:05) that s begins with, or 0.
func clockTime(s string) int {
	rest := skipBlanks(s)
	hour := leadingDigits(rest)
	if hour == "" || len(hour) > 2 || !strings.HasPrefix(rest[len(hour):], ":") {
		return 0
	}
	n := len(hour) + 1
	minute := leadingDigits(rest[n:])
	if len(minute) != 2 {
		return 0
	}
	n += len(minute)
	if strings.HasPrefix(rest[n:], ":") && len(leadingDigits(rest[n+1:])) == 2 {
		n += len(":00")
	}
	return len(s) - len(rest) + n
}

// appendFields reads a line of fields above a document: 时间:2022-08-21 来源:办公室.
func appendFields(out []frontPiece, t Text) []frontPiece {
	s := t.S
	for s != "" {
		name, value := fieldAt(s)
		if name == "" {
			name = strangeField(s)
			value = strings.IndexByte(s, ':') + 1
		}
		if name == "" {
			return out
		}
		end := len(s)
		for i := value; i < len(s); i++ {
			if s[i] == ' ' && dataLabel(s[i+1:]) != "" {
				end = i
				break
			}
			if s[i] != ':' {
				continue
			}
			if n := gluedField(s[value:i]); n > 0 {
				end = i - n
				break
			}
		}
		off := len(t.S) - len(s)
		piece := frontPiece{kind: frontField, field: name}
		piece.text = trimText(t.Slice(off+value, off+end))
		if d, ok := dateAt(piece.text.S); ok {
			piece.date = d
		}
		out = append(out, piece)
		if end == len(s) {
			return out
		}
		s = strings.TrimPrefix(s[end:], " ")
	}
	return out
}

// gluedField is the size of the name of a field at the end of the value before it, from which a page
// has not parted it: 国务院成文日期:…. It is 0 if there is none.
func gluedField(value string) int {
	for _, l := range []string{"标题", "标 题"} {
		if strings.HasSuffix(value, l) {
			return len(l)
		}
	}
	if _, l := tableLabels.cutClosing(value); utf8.RuneCountInString(l) > 2 {
		return len(l)
	}
	return 0
}

func trimText(t Text) Text {
	i, j := trimSpan(t.S, 0, len(t.S))
	return t.Slice(i, j)
}

// insideTitle reports whether the place i stands inside 《》, where the numbers of other documents
// are.
func insideTitle(s string, i int) bool {
	return strings.Count(s[:i], "《") > strings.Count(s[:i], "》")
}

// findDate finds a date that stands by itself in a line, with its brackets; one that lost its
// 年 and 月 is mended where it can be read in one way only.
func findDate(s string) (d date, start, end int, ok bool) {
	for i := range len(s) {
		if !mayOpenDate(s, i) {
			continue
		}
		if d, size := readDate(s[i:]); size > 0 {
			if inSentence(s, i) {
				return date{}, 0, 0, false
			}
			end := i + size
			if strings.HasSuffix(s[:end], "日") {
				return d, i, end, true
			}
			if j := strings.IndexByte(s[end:], ' '); j >= 0 {
				return d, i, end + j, true
			}
			return d, i, len(s), true
		}
		if d, n := mendDate(s[i:]); n > 0 && (n > 8 || n == len(s)) {
			return d, i, i + n, true
		}
	}
	return date{}, 0, 0, false
}

// inSentence reports whether the date at i is part of what a sentence says (经2018年9月6日第23次会议
// 通过) instead of standing by itself or below a signature.
func inSentence(s string, i int) bool {
	before, rest := s[:i], s[i:]
	if closesWith(before, "自", "从", "于", "至", "到", "截至", "截止") {
		return true
	}
	if figures := strings.TrimLeft(rest, "0123456789-/."); len(rest)-len(figures) >= len("2018.1.1") {
		rest = figures
	} else if j := index(rest, "日"); j > 0 {
		rest = rest[j+len("日"):]
	}
	if opensWith(rest, "起", "前", ",", "至") {
		return true
	}
	return strings.HasSuffix(rest, "。") && rest[0] != ' ' && rest[0] != '('
}

// mendDate reads 2022821日, a date whose 年 and 月 are lost, and may have lost its 日 as well. The
// length is 0 where the digits can be read in no way, or in two.
func mendDate(s string) (date, int) {
	digits := leadingDigits(s)
	if len(digits) < 6 || len(digits) > 8 || !plausibleYear(digits[:4]) {
		return date{}, 0
	}
	year, _ := decimal(digits[:4])
	var found []date
	for cut := 5; cut < len(digits) && cut <= 6; cut++ {
		month, _ := decimal(digits[4:cut])
		day, _ := decimal(digits[cut:])
		d := date{year, month, day}
		if d.valid() && digits[cut] != '0' || d.valid() && len(digits)-cut == 2 {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		return date{}, 0
	}
	if strings.HasPrefix(s[len(digits):], "日") {
		return found[0], len(digits) + len("日")
	}
	return found[0], len(digits)
}

// organParts splits a line that names issuing bodies and nothing else; nil for other lines.
func organParts(s string) []span {
	if utf8.RuneCountInString(s) > 60 || contains(s, "关于") ||
		strings.ContainsAny(s, "《》“”,。:;") {
		return nil
	}
	var out []span
	for start := 0; start < len(s); {
		end := start + len(s[start:])
		if i := strings.IndexByte(s[start:], ' '); i >= 0 {
			end = start + i
		}
		part := s[start:end]
		if part != "" {
			if !endsOrgan(part) || utf8.RuneCountInString(part) < 3 && !shortOrgans.has(part) {
				return nil
			}
			if n := partyName(part); n > 0 {
				out = append(out, span{start, start + n})
				start += n
			}
			out = append(out, span{start, end})
		}
		start = end + 1
	}
	return out
}

// shortOrgans are the names of issuing bodies that have two characters only.
var shortOrgans = newWordSet("省委", "市委", "区委", "县委", "州委", "盟委", "旗委")

// partyName is the size of the name of a party committee to which that of a government is joined:
// 中共中央 in 中共中央国务院, 中共某市委 in 中共某市委某市人民政府, 省委 in 省委省政府. It is 0 for other names.
func partyName(s string) int {
	if committee := shortOrgans.opening(s); committee != "" {
		level := strings.TrimSuffix(committee, "委")
		return max(0, index(s, level+"政府"), index(s, level+"人民政府"))
	}
	if !strings.HasPrefix(s, "中共") {
		return 0
	}
	if strings.HasPrefix(s, "中共中央") {
		return max(0, index(s, "国务院"))
	}
	end := index(s, "委")
	if end < 0 {
		return 0
	}
	place := s[len("中共"):end]
	if i := index(s[end:], place); place != "" && i > 0 {
		return end + i
	}
	return 0
}

// titleEnds are the words that titles of documents end in; the longer ones first.
var titleEnds = newWordSet(
	"通知", "意见", "方案", "计划", "规划", "纲要", "办法", "措施", "条例", "规定", "细则", "决定", "批复", "通告", "公告", "举措",
	"要点", "政策", "行动", "任务", "清单", "规则", "指南", "规程", "目录", "制度", "工程", "分工", "函", "策", "条", "体系",
	"请示", "报告", "答复", "通报", "规范",
)

// endsTitle reports whether a title is complete: it ends in the name of a kind of document, a
// bracket such as (试行) left out.
func endsTitle(s string) bool {
	s = strings.TrimRight(withoutGloss(strings.TrimSpace(s)), "”》年 ")
	s = strings.TrimRight(withoutGloss(s), "0123456789—-")
	if strings.HasPrefix(s, "中华人民共和国") && strings.HasSuffix(s, "法") {
		return true
	}
	_, w := titleEnds.cutClosing(s)
	return w != ""
}

// decree is the heading of a decree: X人民政府令, 第N号.
type decree struct {
	organ  Text
	serial string
}

// findDecree finds the heading of a decree, on one line or two.
func findDecree(front []frontPiece) (decree, bool) {
	for i, p := range front {
		if p.kind != frontTitle {
			continue
		}
		organ, rest, ok := strings.Cut(p.text.S, "令")
		from := strings.LastIndexByte(organ, ' ') + 1 // behind the title, if it stands there
		if !ok || !endsOrgan(organ[from:]) || strings.ContainsAny(organ[from:], "关《") {
			continue
		}
		if rest = skipBlanks(rest); rest == "" && i+1 < len(front) {
			rest = front[i+1].text.S
		}
		rest = strings.TrimPrefix(rest, "第")
		serial := leadingDigits(rest)
		// In the note of a promulgation it says more behind the number.
		if after, ok := strings.CutPrefix(rest[len(serial):], "号"); ok && serial != "" &&
			!opensWith(after, "公布", "发布") && !contains(after, "关于修改") {
			return decree{organ: p.text.Slice(from, len(organ)), serial: serial}, true
		}
	}
	return decree{}, false
}

// promulgation is the note below the title of rules that says who made them public: (2023年5月6日
// 市人民政府第4次常务会议通过 2023年5月20日市人民政府令第3号公布 自2023年7月1日起施行).
type promulgation struct {
	organ        Text
	form, serial string // 令 or 公告, and its number
	date         date
}

// findPromulgation reads the note, the first promulgation if there are several.
func findPromulgation(front []Text) (promulgation, bool) {
	for _, t := range front {
		end := max(index(t.S, "号公布"), index(t.S, "号发布"))
		if end < 0 {
			continue
		}
		for _, form := range []string{"令第", "公告第"} {
			i := lastIndex(t.S[:end], form)
			if i < 0 {
				continue
			}
			p := promulgation{form: strings.TrimSuffix(form, "第"), serial: t.S[i+len(form) : end]}
			day := lastIndex(t.S[:i], "日")
			year := lastIndex(t.S[:max(day, 0)], "年")
			if day < 0 || year < 4 {
				return promulgation{}, false
			}
			d, ok := dateAt(t.S[year-4 : day+len("日")])
			p.date, p.organ = d, trimText(t.Slice(day+len("日"), i))
			digits := leadingDigits(p.serial)
			return p, ok && digits == p.serial && digits != "" && endsOrgan(p.organ.S)
		}
	}
	return promulgation{}, false
}
