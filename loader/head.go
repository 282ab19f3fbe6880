package loader

import (
	"slices"
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// extractHead reads what a document says of itself: the titles and number above it, who signed it
// and when, and what region and years it is for.
func extractHead(src *Source, o *Outline, gaz *gazetteer.Gazetteer, repaired bool) Head {
	h := headReader{src: src, gaz: gaz, o: o}
	h.head = Head{File: src.Name, Issuers: []string{}, Script: src.Script, Repaired: repaired}
	front := frontPieces(o.Front)
	tail := frontPieces(o.Tail)
	h.titles(front)
	h.number(front)
	h.issuers(front, tail)
	h.dates(front, tail)
	h.region(front)
	h.head.Genre = h.genre()
	h.head.Period = h.period()
	return h.head
}

type headReader struct {
	src  *Source
	gaz  *gazetteer.Gazetteer
	o    *Outline
	head Head
	// whole title texts as found, before the parts are told apart
	plan, notice Text
	announcer    Text // who made the plan public, by the title of a page
	fromField    map[string]frontPiece
}

// titles finds the title of the plan and that of the notice that hands it over.
func (h *headReader) titles(front []frontPiece) {
	h.fromField = map[string]frontPiece{}
	for _, p := range front {
		if p.kind == frontField {
			if _, ok := h.fromField[p.field]; !ok {
				h.fromField[p.field] = p
			}
		}
	}
	var handed string // what the notice says that it hands over
	for _, p := range front {
		if p.kind == frontHandover {
			handed = firstTitle(h.src, handedPart(p.text))
		}
	}
	h.findTitles(front, handed)
	if h.notice.S != "" {
		h.head.NoticeTitle = ptr(asWritten(h.src, h.notice))
	}
	switch {
	case h.plan.S != "":
		h.head.Title = ptr(h.withSubtitle(asWritten(h.src, h.plan)))
	case handed != "":
		h.head.Title = ptr(h.withSubtitle(handed))
	case h.notice.S == "" && annexTitle(front).S != "":
		h.head.Title = ptr(asWritten(h.src, annexTitle(front)))
	case h.notice.S != "":
		if t := handedOver(*h.head.NoticeTitle); t != "" {
			h.head.Title = ptr(t)
		} else {
			h.head.Title, h.head.NoticeTitle = h.head.NoticeTitle, nil
		}
	}
}

// findTitles finds the titles of the notice and of the plan, and who is said to have issued it.
func (h *headReader) findTitles(front []frontPiece, handed string) {
	if p, ok := h.fromField["标题"]; ok && isNoticeTitle(p.text.S) {
		h.notice = p.text
	}
	for _, t := range joinTitles(h.untilAnnex(front), handed) {
		issuer, plan, ok := announced(t)
		switch {
		case ok:
			h.announcer = issuer
			if h.plan.S == "" {
				h.plan = plan
			}
		case isNoticeTitle(t.S):
			h.notice = t
		default:
			h.plan = t
		}
	}
	if issuer, plan, ok := reported(h.o.Preamble.Body); ok && h.notice.S == "" {
		if h.plan.S == "" {
			h.plan = plan
		}
		if h.announcer.S == "" {
			h.announcer = issuer
		}
	}
	if h.plan.S != "" || h.notice.S != "" {
		return
	}
	for _, f := range []string{"标题", "名称", "文件名称", "信息名称", "原标题"} {
		p, ok := h.fromField[f]
		if !ok || p.text.S == "" {
			continue
		}
		if t := withoutSource(p.text); isNoticeTitle(t.S) {
			h.notice = t
		} else {
			h.plan = t
		}
		return
	}
}

// untilAnnex is the front up to the list of annexes where a title that hands nothing over stands
// above it: what follows are annexes of that document.
func (h *headReader) untilAnnex(front []frontPiece) []frontPiece {
	first := slices.IndexFunc(front, func(p frontPiece) bool { return p.kind == frontAnnex })
	if first < 0 {
		return front
	}
	titles := joinTitles(front[:first], "")
	handsOver := func(t Text) bool { return isNoticeTitle(t.S) }
	if len(titles) == 0 || slices.ContainsFunc(titles, handsOver) {
		return front
	}
	return front[:first]
}

// unnested takes off the marks of titles, which differ where one title stands in another.
var unnested = strings.NewReplacer("《", "", "》", "", "〈", "", "〉", "", " ", "")

// withSubtitle is the plan's title with the bracket that the notice gives it: (2016—2020年), where
// the line below the title that has it is damaged.
func (h *headReader) withSubtitle(title string) string {
	if h.head.NoticeTitle == nil {
		return title
	}
	full := handedOver(*h.head.NoticeTitle)
	if unnested.Replace(full) == unnested.Replace(title) {
		return title
	}
	gloss, ok := strings.CutPrefix(full, title)
	if ok && isSubtitle(foldTitle(gloss)) || withoutMarks(full) == withoutMarks(title) &&
		strings.HasSuffix(foldTitle(full), ")") {
		return full
	}
	return title
}

// withoutSource is a title without the bracket before it, in which lists of pages name the place.
func withoutSource(t Text) Text {
	if i := index(t.S, "〕"); strings.HasPrefix(t.S, "〔") && i > 0 {
		return trimText(t.Slice(i+len("〕"), len(t.S)))
	}
	return t
}

func ptr[T any](v T) *T { return &v }

// isNoticeTitle recognises the title of a notice that hands another document over.
func isNoticeTitle(s string) bool {
	s = strings.TrimRight(withoutGloss(s), " ")
	return strings.HasSuffix(s, "通知") &&
		containsAny(s, []string{"印发", "转发", "批转", "关于发布", "重新发布"}) ||
		strings.HasSuffix(s, "的函") && contains(s, "印发")
}

// annexTitle is the title behind the mark of an annex (附件:X实施方案), which is the document's own
// where it stands alone. It is empty if there is none.
func annexTitle(front []frontPiece) Text {
	for _, p := range front {
		if i := strings.IndexByte(p.text.S, ':'); p.kind == frontAnnex && i > 0 && endsTitle(p.text.S) {
			return trimText(p.text.Slice(i+1, len(p.text.S)))
		}
	}
	return Text{}
}

// handedPart is the part of the sentence that hands a document over which begins with its title:
// 为落实《A》,现将《B》印发给你们; 根据《A》,我委制定了《B》. What stands before 现将 is only cited.
func handedPart(t Text) Text {
	for _, w := range []string{"将《", "定了《", "订了《", "制了《", "现将"} {
		if i := lastIndex(t.S, w); i >= 0 {
			return t.Slice(i+len(strings.TrimSuffix(w, "《")), len(t.S))
		}
	}
	return t
}

// firstTitle is the first title in 《》 of a text.
func firstTitle(src *Source, t Text) string {
	titles := enclosed(t.S, "《", "》")
	if len(titles) == 0 {
		return ""
	}
	s := titles[0]
	return asWritten(src, t.Slice(s.start+len("《"), s.end-len("》")))
}

// handedOver is the title of the document that a notice hands over (关于印发X的通知), or "".
func handedOver(notice string) string {
	i, size := -1, len("印发")
	for _, w := range []string{"印发", "转发", "批转", "发布"} {
		if i = index(notice, w); i >= 0 {
			break
		}
	}
	j := max(lastIndex(notice, "的通知"), lastIndex(notice, "的函"))
	if i < 0 || j <= i {
		return ""
	}
	s := strings.TrimSpace(notice[i+size : j])
	for _, m := range [][2]string{{"《", "》"}, {"〈", "〉"}} {
		if strings.HasPrefix(s, m[0]) && strings.HasSuffix(s, m[1]) {
			return strings.TrimSuffix(strings.TrimPrefix(s, m[0]), m[1])
		}
	}
	return s
}

// number finds the document number: above the text, never in a sentence.
func (h *headReader) number(front []frontPiece) {
	for _, p := range front {
		if p.kind == frontNumber {
			h.head.Number = ptr(p.num.text)
			h.head.Repaired = h.head.Repaired || p.num.repaired
			return
		}
	}
	if d, ok := findDecree(front); ok {
		h.head.Number = ptr(asWritten(h.src, d.organ) + "令第" + d.serial + "号")
		return
	}
	if p, ok := findPromulgation(h.o.Front); ok {
		h.head.Number = ptr(h.fullOrgan(p.organ) + p.form + "第" + p.serial + "号")
		return
	}
	for _, p := range front {
		if p.kind == frontField && closesWith(p.field, "字号", "文号", "文件编号") {
			if n, ok := findDocNumber(p.text.S); ok {
				h.head.Number = ptr(n.text)
				return
			}
		}
	}
}

// issuers finds who issued the document: who signed it, else who the title names, else what a
// field says.
func (h *headReader) issuers(front, tail []frontPiece) {
	if h.sign(signers(cover(front))) {
		return
	}
	// Below a document that is passed on stands who wrote it.
	if passesOn(h.notice.S) && h.signTitle(h.notice, front) {
		return
	}
	if h.sign(signers(tail)) || h.sign(signers(front)) ||
		h.signTitle(h.notice, front) || h.signTitle(h.plan, front) ||
		h.sign(issuersOf(h.announcer, h.announcer.S)) {
		return
	}
	if d, ok := findDecree(front); ok {
		h.sign([]Text{d.organ})
		return
	}
	if p, ok := findPromulgation(h.o.Front); ok && h.sign([]Text{p.organ}) {
		h.head.Issuers[0] = h.fullOrgan(p.organ)
		return
	}
	if h.sign(redHead(front)) || h.sign(bylineOf(front)) {
		return
	}
	for _, f := range []string{
		"发文机关", "发文机构", "发文单位", "发文部门", "制发机关", "制定机关", "发布机关", "发布机构", "发布单位", "发布部门",
	} {
		if p, ok := h.fromField[f]; ok && endsOrgan(p.text.S) {
			h.sign([]Text{p.text})
			return
		}
	}
}

// fullOrgan is the name of a body of which a note leaves out the place: 市人民政府 below the title
// of rules of 宁波市.
func (h *headReader) fullOrgan(organ Text) string {
	name := asWritten(h.src, organ)
	if h.head.Title == nil {
		return name
	}
	for _, level := range []string{"自治区", "自治州", "自治县", "省", "市", "州", "县", "区"} {
		if !strings.HasPrefix(name, level) {
			continue
		}
		if i := strings.Index(*h.head.Title, level); i > 0 {
			if place := (*h.head.Title)[:i]; h.gaz.IssuerRegion(place+level, "") != "" {
				return place + name
			}
		}
		break
	}
	return name
}

func (h *headReader) sign(names []Text) bool {
	for _, n := range names {
		h.head.Issuers = append(h.head.Issuers, asWritten(h.src, n))
		h.head.IssuerSpans = append(h.head.IssuerSpans, n.Span(0, len(n.S)))
	}
	return len(names) > 0
}

// signTitle takes the bodies that a title names for the issuers. Where the letterhead has a name
// with its place, a title may leave the place out.
func (h *headReader) signTitle(title Text, front []frontPiece) bool {
	first := issuerPart(title.S)
	names := organRun(front, first)
	if names == nil {
		names = issuersOf(title, first)
	}
	if head := redHead(front); names != nil && head != nil && lacksPlace(names[0].S) {
		names = head
	}
	return h.sign(names)
}

// organRun are the bodies that stand one below the other above a title, which joins their names
// to one: 中共中央, 国务院. It is nil if there are none.
func organRun(front []frontPiece, joined string) []Text {
	joined = strings.ReplaceAll(joined, " ", "")
	for i := range front {
		var names []Text
		rest := joined
		for _, p := range front[i:] {
			after, ok := strings.CutPrefix(rest, strings.ReplaceAll(p.text.S, " ", ""))
			if p.kind != frontOrgan || !ok {
				break
			}
			names, rest = append(names, p.text), after
		}
		if len(names) > 1 && rest == "" {
			return names
		}
	}
	return nil
}

// bylineOf are the bodies on the lines below a title, where collections of laws name who made it.
func bylineOf(front []frontPiece) []Text {
	var names []Text
	for i, p := range front {
		switch {
		case p.kind == frontOrgan && !contains(p.text.S, "各") && !contains(p.text.S, "、") &&
			(names != nil || i > 0 && front[i-1].kind == frontTitle && endsTitle(front[i-1].text.S)):
			names = append(names, p.text)
		case names != nil:
			return names
		}
	}
	return names
}

// issuersOf are the bodies that the first part of a title names; nil if it names other things.
// Those that a title only counts (…等七部门) are left out.
func issuersOf(t Text, first string) []Text {
	var out []Text
	if i := lastIndex(first, "等"); i > 0 && closesWith(first, "部门", "单位") && !longerThan(first[i:], 6) {
		first = first[:i]
	}
	for _, o := range organParts(strings.ReplaceAll(first, "、", "   ")) { // as many bytes
		out = append(out, t.Slice(o.start, o.end))
	}
	return out
}

// lacksPlace reports whether the name of a body leaves its place out: 市政府.
func lacksPlace(name string) bool {
	return opensWith(name, "省政府", "省人民政府", "市政府", "市人民政府", "县政府", "县人民政府", "区政府", "区人民政府",
		"州政府", "州人民政府", "自治区人民政府")
}

// redHead are the bodies on the letterhead (X人民政府文件), on one line or two.
func redHead(front []frontPiece) []Text {
	for i, p := range front {
		if p.kind != frontTitle || !strings.HasSuffix(p.text.S, "文件") {
			continue
		}
		organ := strings.TrimRight(strings.TrimSuffix(p.text.S, "文件"), " ")
		if organ != "" && organParts(organ) != nil {
			return []Text{p.text.Slice(0, len(organ))}
		}
		if organ == "" && i > 0 && front[i-1].kind == frontOrgan {
			return []Text{front[i-1].text}
		}
	}
	return nil
}

// cover is the part of the front that stands below the addressees or the sentence that hands a
// plan over: what is signed there is the notice, whoever signed the plan.
func cover(front []frontPiece) []frontPiece {
	for i, p := range front {
		if p.kind == frontAddress || p.kind == frontHandover {
			return front[i+1:]
		}
	}
	return nil
}

// signers are the bodies named directly before a date.
func signers(pieces []frontPiece) []Text {
	for i, p := range pieces {
		if p.kind != frontDate {
			continue
		}
		start := i
		for start > 0 && pieces[start-1].kind == frontOrgan {
			start--
		}
		if start < i {
			var out []Text
			for _, o := range pieces[start:i] {
				out = append(out, o.text)
			}
			return out
		}
	}
	return nil
}

// dates finds the day of signature and that of publication on the web.
func (h *headReader) dates(front, tail []frontPiece) {
	if p, ok := findPromulgation(h.o.Front); ok {
		if _, decreed := findDecree(front); !decreed { // else the note tells of earlier versions
			h.head.Issued = ptr(p.date.String())
		}
	}
	for _, pieces := range [][]frontPiece{cover(front), tail, front} {
		for _, p := range pieces {
			if p.kind == frontDate && h.head.Issued == nil {
				h.head.Issued = ptr(p.date.String())
				h.head.Repaired = h.head.Repaired || !strings.ContainsAny(p.text.S, "年-/.")
			}
		}
	}
	if h.head.Issued == nil {
		h.head.Issued = h.fieldDate("成文日期", "成文时间", "生成日期", "发文日期", "发文时间",
			"印发日期", "印发时间", "签发日期", "颁布日期", "颁布时间")
	}
	for _, p := range tail {
		if p.kind == frontField && p.field == printed && h.head.Issued == nil {
			h.head.Issued = ptr(p.date.String())
		}
	}
	if h.head.Published = h.fieldDate("发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "公布时间",
		"发表时间", "添加时间", "时间", "日期", "更新时间"); h.head.Published == nil {
		h.head.Published = h.pageDate(front)
	}
}

// pageDate is a date in figures (2018-09-28) above a document that is signed in words: pages print
// it there for the day of publication. Nil if there is none.
func (h *headReader) pageDate(front []frontPiece) *string {
	for _, p := range front {
		if p.kind == frontDate && strings.Contains(p.text.S, "-") && h.head.Issued != nil &&
			p.date.String() != *h.head.Issued {
			return ptr(p.date.String())
		}
	}
	return nil
}

func (h *headReader) fieldDate(names ...string) *string {
	for _, f := range names {
		if p, ok := h.fromField[f]; ok && p.date.valid() {
			return ptr(p.date.String())
		}
	}
	return nil
}
