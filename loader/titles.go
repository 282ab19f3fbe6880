package loader

import (
	"strings"
	"unicode/utf8"
)

// titleJoiner puts the lines of titles together.
type titleJoiner struct {
	known []string // titles of the plan as sentence and notice hand it over, without marks
	parts []Text   // lines of the title that is being read
	organ bool     // the last of them is an issuer
	out   []Text
}

// joinTitles puts the lines of a title together: a title runs on until it ends in the name of a
// kind of document. What stays incomplete is no title. Handed is the title of the plan as the
// sentence that hands it over gives it, "" if there is none.
func joinTitles(front []frontPiece, handed string) []Text {
	j := titleJoiner{known: []string{withoutMarks(handed)}}
	for i, p := range front {
		switch {
		case p.kind == frontTitle && mayBeTitle(p.text.S):
			j.line(p.text, front[i+1:])
		case p.kind == frontOrgan && continuesIssuer(front[i+1:]):
			j.issuer(p.text)
		default:
			j.flush()
		}
	}
	j.flush()
	return j.out
}

// maxTitleLines is how many lines a title has at most, issuers included: joint notices name twenty.
const maxTitleLines = 40

// line takes the next line of a title; rest is what follows it.
func (j *titleJoiner) line(t Text, rest []frontPiece) {
	if len(j.parts) == 0 && len(j.out) > 0 && isSubtitle(t.S) {
		last := &j.out[len(j.out)-1]
		*last = oneLine([]Text{*last, t})
		return
	}
	t = withoutMenu(t)
	if namesIssuer(t.S) {
		switch {
		case !j.organ:
			j.flush() // what stands above is a menu or the name of the page
		case strings.HasPrefix(t.S, j.parts[len(j.parts)-1].S):
			j.parts = nil // the issuer stands above its title as well
		}
	}
	if len(j.parts) == maxTitleLines {
		j.flush()
	}
	j.parts, j.organ = append(j.parts, t), false
	if endsTitle(t.S) && balanced(j.parts) && !j.goesOn(rest) {
		j.flush()
	}
}

// issuer takes a line that names an issuer, which a title goes on from.
func (j *titleJoiner) issuer(t Text) {
	if len(j.parts) > 0 && !j.organ && !forwards(j.parts[0].S) || len(j.parts) == maxTitleLines {
		j.flush()
	}
	j.parts, j.organ = append(j.parts, t), true
}

// flush ends the title that is being read.
func (j *titleJoiner) flush() {
	if len(j.parts) == 0 {
		return
	}
	t := withoutTitleMarks(j.parts[0])
	if len(j.parts) > 1 {
		t = oneLine(j.parts)
	}
	if endsTitle(t.S) && utf8.RuneCountInString(t.S) >= 6 && !strings.HasSuffix(t.S, "。") {
		j.out = append(j.out, t)
		if isNoticeTitle(t.S) {
			j.known = append(j.known[:1], withoutMarks(handedOver(t.S)))
		}
	}
	j.parts, j.organ = nil, false
}

// goesOn reports whether a title has more lines although its last one ends in the name of a kind
// of document: 关于推行…制度, …制度的指导意见. A title about something ends in 的通知, 的意见 and the
// like; the name of a kind of document alone on a line ends the title above it.
func (j *titleJoiner) goesOn(rest []frontPiece) bool {
	if len(rest) == 0 || rest[0].kind != frontTitle || !mayBeTitle(rest[0].text.S) {
		return false
	}
	s, next := oneLine(j.parts).S, rest[0].text.S
	for _, known := range j.known {
		left, ok := strings.CutPrefix(known, withoutMarks(s))
		if ok && left != "" && strings.HasPrefix(left, withoutMarks(next)) {
			return true
		}
	}
	switch {
	case endsAbout(s), contains(next, "关于"):
		return false
	case forwards(s):
		return closesAbout(rest)
	case contains(s, "关于"):
		return endsAbout(next)
	case strings.HasSuffix(s, "》"):
		return !strings.HasPrefix(s, "《") && endsTitle(next)
	}
	const shortKind = 8                                    // characters
	next = strings.ReplaceAll(withoutGloss(next), " ", "") // 实 施 方 案
	_, kind := titleKinds.cutClosing(next)
	return kind != "" && !longerThan(next, shortKind)
}

// titleKinds are the kinds of plan whose name may stand on a line of its own.
var titleKinds = newWordSet("方案", "计划", "规划", "纲要", "意见", "办法", "措施", "条例", "规定", "细则")

// closesAbout reports whether one of the next lines ends a title in 的通知 or the like.
func closesAbout(rest []frontPiece) bool {
	const mostLines = 4
	for _, p := range rest[:min(len(rest), mostLines)] {
		if p.kind != frontTitle || !mayBeTitle(p.text.S) {
			return false
		}
		if endsAbout(p.text.S) {
			return true
		}
	}
	return false
}

// passesOn reports whether a title hands over what another body has written.
func passesOn(s string) bool { return containsAny(s, []string{"转发", "批转"}) }

// forwards reports whether a title hands another document over.
func forwards(s string) bool {
	return contains(s, "印发") || passesOn(s)
}

// withoutMenu is a title without the words of a page that stand before it on the line:
// “信息公开” X人民政府关于….
func withoutMenu(t Text) Text {
	i := strings.IndexByte(t.S, ' ')
	if i <= 0 || organParts(t.S[:i]) != nil || forwards(t.S[:i]) || contains(t.S[:i], "关于") {
		return t
	}
	if rest := trimText(t.Slice(i, len(t.S))); namesIssuer(rest.S) {
		return rest
	}
	return t
}

// namesIssuer reports whether a line begins with the issuer and what the title is about.
func namesIssuer(s string) bool {
	issuer := issuerPart(s)
	return issuer != "" && organParts(strings.ReplaceAll(issuer, "、", " ")) != nil
}

// issuerPart is the part of a title before what it is about: X人民政府关于…, X转发Y关于…. It is ""
// where there is none.
func issuerPart(s string) string {
	i := index(s, "关于")
	if j := index(s, "印发《"); i < 0 || j >= 0 && j < i {
		i = j // X印发《Y》的通知
	}
	if i <= 0 {
		return ""
	}
	for _, w := range []string{"印发", "转发", "批转", "贯彻", "落实"} {
		if j := index(s[:i], w); j > 0 {
			i = j
		}
	}
	return s[:i]
}

// announced takes apart the title of a page that says who made a plan public: X印发《Y》, X印发关于….
func announced(t Text) (issuer, plan Text, ok bool) {
	i := index(t.S, "印发")
	if i <= 0 || organParts(strings.ReplaceAll(t.S[:i], "、", " ")) == nil {
		return Text{}, Text{}, false
	}
	plan = t.Slice(i+len("印发"), len(t.S))
	switch {
	case strings.HasPrefix(plan.S, "《") && strings.HasSuffix(plan.S, "》"):
		plan = plan.Slice(len("《"), len(plan.S)-len("》"))
	case !strings.HasPrefix(plan.S, "关于") || isNoticeTitle(t.S):
		return Text{}, Text{}, false
	}
	return t.Slice(0, i), plan, true
}

// reported takes apart the sentence with which a report of a plan opens: 近日,X、Y印发了《Z》,….
func reported(t Text) (issuer, plan Text, ok bool) {
	const longest = 400 // bytes
	s, opening := cutPrefixes(t.S[:min(len(t.S), longest)], []string{"近日", "日前"})
	titles := enclosed(s, "《", "》")
	if opening == "" || len(titles) == 0 {
		return Text{}, Text{}, false
	}
	names, verb := cutSuffixes(strings.TrimSuffix(s[:titles[0].start], "了"),
		[]string{"印发", "发布", "下发"})
	names = strings.TrimSuffix(names, "联合")
	start := len(opening) + lastIndex(names, ",") + 1
	issuer = t.Slice(start, len(opening)+len(names))
	if verb == "" || organParts(strings.ReplaceAll(issuer.S, "、", " ")) == nil {
		return Text{}, Text{}, false
	}
	from := len(opening) + titles[0].start + len("《")
	return issuer, t.Slice(from, len(opening)+titles[0].end-len("》")), true
}

// withoutMarks is a title without the marks that differ between its mentions.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("《》〈〉“”‘’() -—", r) {
			return -1
		}
		return r
	}, foldTitle(s))
}

// withoutTitleMarks takes the marks off a title that stands in them as a whole: 《X的通知》.
func withoutTitleMarks(t Text) Text {
	s := t.S
	if strings.HasPrefix(s, "《") && strings.HasSuffix(s, "》") && strings.Count(s, "《") == 1 {
		return t.Slice(len("《"), len(s)-len("》"))
	}
	return t
}

// mayBeTitle tells titles from the other lines above a text: sentences, entries of a menu, words
// that announce what follows.
func mayBeTitle(s string) bool {
	_, labelled := labelAt(s)
	return !labelled && !strings.ContainsAny(s, "。!?…") && !closesWith(s, ":", "网", "网站") &&
		mostlyHan(s) && !sentenceOpeners.opens(s) && !menuEntries.has(s)
}

// menuEntries are the parts of portals that their pages name above a document.
var menuEntries = newWordSet(
	"政策", "文件", "政策信息", "政策文件", "政策法规", "政策规章", "政府文件", "政策公开", "政策发布", "规范性文件",
	"行政规范性文件", "规划计划", "规划信息", "发展规划", "通知公告", "公告公示", "公示公告", "信息公开", "政务公开", "政府信息公开",
	"法定主动公开内容", "国务院文件", "省政府文件", "市政府文件", "区政府文件", "县政府文件", "部门文件", "其他文件", "最新文件", "最新政策",
	"法规文件", "法律法规", "新闻中心", "新闻动态", "政务动态", "工作动态", "要闻动态", "政务服务", "办事服务", "互动交流", "政民互动",
	"数据开放", "专题专栏", "政府公报", "公文公报",
)

// mostlyHan reports whether s has more Chinese characters than letters.
func mostlyHan(s string) bool {
	han, letters := 0, 0
	for _, r := range s {
		switch {
		case isHan(r):
			han++
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			letters++
		}
	}
	return han > letters
}

// endsAbout reports whether a title ends in 的 and the name of a kind of document (的实施意见).
func endsAbout(s string) bool {
	const longest = 6 * len("字")
	i := lastIndex(s, "的")
	return i >= 0 && len(s)-i <= len("的")+longest && endsTitle(s)
}

// continuesIssuer reports whether the pieces after an issuer go on with its title: 关于….
func continuesIssuer(rest []frontPiece) bool {
	const most = 100 // bodies issue a document together
	for _, p := range rest[:min(len(rest), most)] {
		switch p.kind {
		case frontOrgan:
			continue
		case frontTitle:
			return strings.HasPrefix(p.text.S, "关于") || strings.HasPrefix(p.text.S, "印发") ||
				strings.HasPrefix(p.text.S, "转发") || contains(p.text.S, "关于")
		}
		return false
	}
	return false
}

// isSubtitle recognises a bracket below a title that belongs to it: (2023—2025年), (试行).
func isSubtitle(s string) bool {
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 &&
		utf8.RuneCountInString(s) <= 20 && !isMonth(s)
}

// isMonth reports whether a bracket names the month of a document: (二○○七年五月).
func isMonth(s string) bool {
	return strings.HasSuffix(s, "月)") && contains(s, "年") && !strings.ContainsAny(s, "-—~至")
}

func balanced(parts []Text) bool {
	n := 0
	for _, p := range parts {
		n += strings.Count(p.S, "《") - strings.Count(p.S, "》")
	}
	return n <= 0
}

// oneLine joins the lines of a title.
func oneLine(parts []Text) Text {
	t := join(parts)
	t.S = strings.ReplaceAll(t.S, "\n", " ")
	return tight(t)
}
