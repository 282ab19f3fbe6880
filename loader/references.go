package loader

import (
	"strings"
	"unicode/utf8"
)

// The relations of a reference.
const (
	relationBasis = "basis"
	relationCites = "cites"
)

// extractReferences finds the documents that a plan cites by 《title》, by number (发文字号) or by
// both, each once, in the order of the text. Relation is "basis" when the plan as a whole rests on
// the document or a task is told to implement it, else "cites". The plan itself, certificates,
// contracts and short forms (以下简称《纲要》) are left out.
//
// front is the text before the plan. Of it, only the sentence with which a notice hands the plan
// over (为贯彻落实《…》,现将…印发给你们) says on what the plan rests.
func extractReferences(src *Source, head Head, front []Text, blocks []Block) []Reference {
	r := &referenceReader{src: src, own: ownTitles(head), byKey: make(map[string]int)}
	r.short = make(map[string]string)
	for _, t := range front {
		if isHandover(t.S) {
			r.read(beforeHandover(t), rootPath)
		}
	}
	for i := range blocks {
		for _, part := range []Text{blocks[i].Head, blocks[i].Body} {
			if part.Len() > 0 {
				r.read(part, blocks[i].Path)
			}
		}
	}
	if r.out == nil {
		return []Reference{}
	}
	return r.out
}

// beforeHandover is what a notice says before it hands the plan over, if that says why: 为….
func beforeHandover(t Text) Text {
	if !opensWith(t.S, "为", "根据", "按照", "依据") {
		return t.Slice(0, 0)
	}
	end := len(t.S)
	for _, w := range []string{"现将", "制定了", "编制了", "现印发", "现予"} {
		if i := index(t.S, w); i >= 0 {
			end = min(end, i)
		}
	}
	return t.Slice(0, end)
}

type referenceReader struct {
	src   *Source
	own   []string // the plan's own titles, without marks
	out   []Reference
	byKey map[string]int    // title without marks, or number -> index in out
	short map[string]string // short form without marks -> what byKey has for the title
}

// ownTitles are the names under which a plan may speak of itself.
func ownTitles(head Head) []string {
	var own []string
	for _, t := range []*string{head.Title, head.NoticeTitle} {
		if t != nil && *t != "" {
			own = append(own, plainTitle(*t))
		}
	}
	return own
}

// plainTitle is a title without marks and blanks, for comparison.
func plainTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if isHan(r) {
			return r
		}
		if strings.ContainsRune(" 　,，、。:：“”‘’\"'()（）《》〈〉〔〕<>+＋-－—–·", r) {
			return -1
		}
		return fold(r)
	}, title)
}

// citation is one place that cites a document.
type citation struct {
	span          // from 《 or the first letter of the number, to its end
	title  span   // without 《》; empty when there is none
	number string // normal form, or ""
}

// read finds the citations of one text.
func (r *referenceReader) read(t Text, path string) {
	titles := enclosed(t.S, "《", "》")
	last, relation := span{}, ""
	for _, c := range citations(t.S, titles) {
		listed := c.start < last.end // one of the numbers in the bracket behind titles
		if !listed && (last.end == 0 || !listMark(t.S[last.end:c.start])) {
			relation = relationOf(t.S, c, path)
		}
		if tailCites(t.S[c.end:]) && path != rootPath && !foundsRules(t.S[c.end:]) {
			relation = relationCites
		}
		if !listed {
			last = c.span
		}
		r.nickname(t.S, c)
		if !namesStandard(t.S, c) {
			r.add(t, c, path, relation)
		}
	}
}

// listMark reports whether what stands between two citations makes them one list.
func listMark(between string) bool {
	switch strings.TrimSpace(between) {
	case "", "、", "和", "及", "与", "以及", ",":
		return true
	}
	return false
}

// citations lists titles with the numbers that follow them, and numbers that stand alone.
func citations(s string, titles []span) []citation {
	var out []citation
	at := 0
	for _, title := range titles {
		if title.start < at {
			continue // within the brackets of the number before, one of which is lost
		}
		out = append(out, lonelyNumbers(s, at, title.start)...)
		c := citation{span: title, title: span{title.start + len("《"), title.end - len("》")}}
		if !strings.HasSuffix(title.of(s), "》") {
			c.title.end = title.end
		}
		if n, end, ok := numberAfter(s, title.end); ok {
			c.number, c.end = n, end
		} else if last := len(out) - 1; last >= 0 && out[last].end == title.start &&
			out[last].title == (span{}) { // 某政发〔2021〕3号《…》
			c.number, c.start = out[last].number, out[last].start
			out = out[:last]
		}
		at = c.end
		out = append(out, shareNumbers(s, out, c)...)
	}
	return append(out, lonelyNumbers(s, at, len(s))...)
}

// numberAfter reads the number in the brackets that follow a title: (国发〔2015〕13号).
func numberAfter(s string, i int) (number string, end int, ok bool) {
	j := skipSpaces(s, i)
	if !strings.HasPrefix(s[j:], "(") {
		return "", i, false
	}
	bracket := enclosed(s[j:min(len(s), j+240)], "(", ")")
	if len(bracket) == 0 || bracket[0].start != 0 {
		return "", i, false
	}
	inner := bracket[0].of(s[j:])
	end = j + bracket[0].end
	if n, found := findDocNumber(inner); found {
		return n.text, end, true
	}
	if n, found := announcement(strings.Trim(inner, "()")); found {
		return n, end, true
	}
	return "", i, false
}

// announcement reads numbers without brackets of their own: 财政部公告2024年第16号, 国务院令第588号.
func announcement(s string) (string, bool) {
	if utf8.RuneCountInString(s) > 60 || !strings.HasSuffix(s, "号") {
		return "", false
	}
	i := lastIndex(s, "第")
	if i < 0 {
		return "", false
	}
	digits := strings.TrimSuffix(s[i+len("第"):], "号")
	if digits == "" || strings.Trim(digits, "0123456789 ") != "" {
		return "", false
	}
	before := s[:i]
	if !containsAny(before, []string{"令", "公告", "通告"}) {
		return "", false
	}
	return strings.Join(strings.Fields(s), ""), true
}

// lonelyNumbers are the numbers in s[from:to], outside titles.
func lonelyNumbers(s string, from, to int) []citation {
	if !contains(s[from:to], "号") {
		return nil
	}
	to = from + lastIndex(s[from:to], "号") + len("号") // what is behind it has lost its own
	var out []citation
	for from < to {
		n, ok := findDocNumber(s[from:to])
		if !ok {
			return out
		}
		letters, _, _ := strings.Cut(n.text, "〔")
		short := trimVerb(letters)
		c := citation{span: span{from + n.start, from + n.end}}
		c.start += len(letters) - len(short)
		c.number = short + strings.TrimPrefix(n.text, letters)
		if !n.repaired && utf8.RuneCountInString(short) >= 2 {
			c.title = unmarkedTitle(s, c.start)
			if c.title.start < from {
				c.title = span{} // it reaches back into the citation before
			}
			if c.title.start < c.title.end {
				c.start = c.title.start
				if strings.HasPrefix(s[c.end:], ")") {
					c.end += len(")")
				}
			}
			out = append(out, c)
		}
		from += n.end
	}
	return out
}

// trimVerb takes off the verb that a number without brackets follows: 根据国办发.
func trimVerb(letters string) string {
	for _, w := range citingVerbs.list {
		if i := lastIndex(letters, w); i >= 0 {
			letters = letters[i+len(w):]
		}
	}
	return letters
}

// citingVerbs stand before what is cited.
var citingVerbs = words(`根据 依据 按照 遵照 贯彻落实 落实 贯彻 执行 实施 参照 印发 围绕 对照 依照 印发的 结合 见 和 与 及`)

// unmarkedEnds close titles that stand without 《》.
var unmarkedEnds = words(`通知 意见 方案 规划 纲要 决定 办法 条例 计划 措施 批复`)

// unmarkedTitle is the title without 《》 before a number in brackets at i: 根据省政府关于…的通知(…).
func unmarkedTitle(s string, i int) span {
	if i == 0 || s[i-1] != '(' {
		return span{}
	}
	base := max(0, i-1-farBack)
	before := s[base : i-1]
	if !unmarkedEnds.closes(before) {
		return span{}
	}
	start := 0
	for _, stop := range []string{"。", ",", ";", "\n", "》", ")"} {
		if j := lastIndex(before, stop); j >= 0 {
			start = max(start, j+len(stop))
		}
	}
	for _, w := range citingVerbs.list[:10] {
		if j := lastIndex(before[start:], w); j >= 0 &&
			!strings.HasPrefix(before[start+j:], "贯彻落实国") {
			if rest := before[start+j+len(w):]; contains(rest, "关于") {
				start += j + len(w)
			}
		}
	}
	if !contains(before[start:], "关于") {
		return span{}
	}
	start += len(before[start:]) - len(withoutConjunction(before[start:]))
	return span{base + start, i - 1}
}

// withoutConjunction is a title without the word that joins it to what is cited before it.
func withoutConjunction(s string) string {
	s, _ = cutPrefixes(s, []string{"以及", "及", "和", "与", "并"})
	return s
}

// namesStandard reports whether a title is that of a standard: its code stands beside it, or what
// kind of standard it is behind it.
func namesStandard(s string, c citation) bool {
	if c.number != "" || c.title.start == c.title.end {
		return false
	}
	after := strings.TrimLeft(s[c.end:], " ")
	rest, w := cutPrefixes(after, []string{"等", "系列", "国家级", "省级", "市级"})
	if w != "" && strings.HasPrefix(rest, "标准") ||
		opensWith(rest, "国家标准", "行业标准", "地方标准", "团体标准", "企业标准", "国际标准") {
		return true
	}
	if code, ok := strings.CutPrefix(after, "("); ok {
		if _, ok := standardAt(code, 0); ok {
			return true
		}
	}
	before := strings.TrimRight(s[max(0, c.start-longestCode):c.start], " ")
	codes := standardCodes(before)
	return len(codes) > 0 && codes[len(codes)-1].end == len(before)
}

// longestCode is more bytes than the code of a standard has.
const longestCode = 40

// tailCites reports whether only a part of the document is meant: 《…》要求, 有关规定.
func tailCites(after string) bool {
	after = strings.TrimLeft(after, " ")
	for _, w := range []string{"等文件", "等", "文件", "的", "中", "相关", "有关", "规定的"} {
		after = strings.TrimPrefix(after, w)
	}
	return opensWith(after, "要求", "规定", "有关", "相关", "条款", "标准", "确定")
}

// add records a citation; a further one of the same document adds a mention.
func (r *referenceReader) add(t Text, c citation, path, relation string) {
	title, plain := "", ""
	if c.title.start < c.title.end {
		title = asWritten(r.src, t.Slice(c.title.start, c.title.end))
		plain = plainTitle(title)
		basis := r.carriesOut(plain)
		if path == rootPath && basis {
			relation = relationBasis
		}
		key, named := r.short[plain]
		if i, known := r.byKey[key]; named && known && c.number == "" {
			r.mention(i, t, c, path, relation)
			return
		}
		founded := relation == relationBasis && (path == rootPath || foundsRules(t.S[c.end:]))
		if c.number == "" && !basis && r.skips(plain, founded) {
			return
		}
	}
	i, known := r.byKey[c.number]
	if c.number == "" || !known {
		i, known = r.byKey[plain]
		known = known && (c.number == "" || r.out[i].Number == nil)
	}
	if title == "" && c.number == "" {
		return
	}
	if !known {
		i = len(r.out)
		r.out = append(r.out, Reference{Relation: relation, Path: path})
	}
	ref := &r.out[i]
	if sure := citationCertainty(t.S, c); known {
		ref.Certainty = ref.surer(sure)
	} else {
		ref.Certainty = sure
	}
	if title != "" && ref.Title == nil {
		ref.Title = &title
		r.byKey[plain] = i
	}
	if c.number != "" && ref.Number == nil {
		number := c.number
		ref.Number = &number
		r.byKey[number] = i
	}
	r.mention(i, t, c, path, relation)
}

// mention records that c names the i-th document once more.
func (r *referenceReader) mention(i int, t Text, c citation, path, relation string) {
	m := Mention{Path: path, Span: t.Span(c.start, c.end)}
	m.Quote = r.src.Quote(m.Span)
	ref := &r.out[i]
	if relation == relationBasis {
		ref.Relation = relation
	}
	ref.Mentions = append(ref.Mentions, m)
}

// fullTitles close titles that name one document: laws, plans, and what a notice brings.
var fullTitles = words(`通知 法 条例 纲要 决定 规划 办法 意见 令 批复 公告 决议`)

// citationCertainty is how sure it is that c cites a document.
func citationCertainty(s string, c citation) (sure Certainty) {
	title := c.title.of(s)
	sure.doubt(title != "" && !strings.HasPrefix(c.of(s), "《"), doubtUnmarked)
	sure.doubt(c.number == "" && !fullTitles.closes(strings.TrimRight(title, "》)")), doubtTitle)
	return sure
}

// skips reports whether a plain title is no document's: the plan itself, a short form, a
// certificate, a contract or a form. What the plan is founded on may have a part of its name
// (地方标准管理办法), but is not the plan.
func (r *referenceReader) skips(plain string, founded bool) bool {
	for _, own := range r.own {
		short := strings.Contains(own, plain) && utf8.RuneCountInString(plain) >= 6
		if plain == own || short && !(founded && plain != r.own[0]) {
			return true
		}
	}
	if utf8.RuneCountInString(plain) < 3 {
		return true
	}
	switch plain {
	case "行动计划", "实施方案", "实施意见", "工作方案", "指导意见", "若干措施", "若干意见", "实施办法", "本方案", "政策措施":
		return true
	}
	return noDocuments.closes(plain) &&
		!closesWith(plain, "认证", "论证", "通报", "公报", "汇报", "简报")
}

// carriesOut reports whether the plan's own title says that it carries out another document: X of
// 贯彻落实X实施方案.
func (r *referenceReader) carriesOut(plain string) bool {
	for _, own := range r.own {
		i := strings.Index(own, plain)
		if i > 0 && closesWith(own[:i], "贯彻", "落实", "实施", "执行") && endsTitle(plain) {
			return plain != r.own[0]
		}
	}
	return false
}

// noDocuments end the names of papers that are no policy documents.
var noDocuments = words(`证 证书 许可证 合同 协议 协议书 表 任务书 承诺书 责任书 确认书 营业执照 通知单 告知书
		口袋书 报`)
