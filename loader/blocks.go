package loader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// finish turns the elements into blocks and sorts the text around them.
func (b *builder) finish(src *Source, o *Outline) {
	var closing, tail []Text
	if len(b.elements) > 0 {
		last := b.current()
		last.parts, tail = cutSignature(last.parts)
		last.parts, closing = b.cutClosing(last)
	} else {
		b.front, tail = cutSignatureLines(b.front)
	}
	front, preamble := splitFront(b.front)
	o.Front = front
	o.Preamble = rootBlock(preamble)
	for _, l := range b.tail {
		tail = append(tail, l.Text)
	}
	o.Closing = rootBlock(closing)
	o.Tail = tail
	b.headings()
	o.all = make([]Block, 0, len(b.elements)+2)
	if o.Preamble.Body.Len() > 0 {
		o.all = append(o.all, o.Preamble)
	}
	first := len(o.all)
	for i := range b.elements {
		e := &b.elements[i]
		o.all = append(o.all, e.block(src))
		o.all[first+i].Chapter = o.all[first+e.top].Heading
	}
	o.Blocks = o.all[first:]
	if o.Closing.Body.Len() > 0 {
		o.all = append(o.all, o.Closing)
	}
}

func rootBlock(parts []Text) Block {
	blk := Block{Section: Section{Path: rootPath}, Leaf: true, Body: tight(join(parts))}
	blk.Head = blk.Body.Slice(0, 0)
	if len(blk.Body.S) > 0 {
		blk.Span = blk.Body.Span(0, len(blk.Body.S))
	}
	return blk
}

// block is the finished form of an element, but for its chapter.
func (e *element) block(src *Source) Block {
	first := e.parts[0]
	mark := e.mark.Span(0, len(e.mark.S))
	blk := Block{
		Section: Section{
			Path: e.path, Label: trimSpace(src.Simplified(mark)), Depth: e.depth,
		},
		Leaf: e.leaf,
		Head: tight(first.Slice(0, e.head)),
	}
	blk.Heading = asWritten(src, blk.Head)
	blk.Start, blk.HeadEnd, blk.End = mark.Start, mark.End, mark.End
	if e.head > 0 {
		blk.HeadEnd = first.Span(0, e.head).End
		blk.End = blk.HeadEnd
	}
	parts := e.parts
	if rest := e.textStart(); rest < len(first.S) {
		parts[0] = first.Slice(rest, len(first.S))
	} else {
		if n := len(first.S); n > 0 {
			blk.End = first.Span(0, n).End
		}
		parts = parts[1:]
	}
	for _, p := range parts { // those of a row of a table are not in order
		blk.End = max(blk.End, p.Span(0, len(p.S)).End)
	}
	blk.Body = tight(join(append(slices.Clip(parts), e.more...)))
	if len(blk.Body.S) == 0 {
		blk.Body = textAt(blk.End)
	}
	blk.lists = findUnitLists(blk.Body)
	return blk
}

// textStart is where the text behind the heading begins in the element's first line.
func (e *element) textStart() int {
	s := e.parts[0].S
	for i := e.head; i < len(s) && e.head > 0; {
		r, n := markAt(s, i)
		switch r {
		case '。', ':', ';', ' ':
		case ')', '〕':
			if e.gloss == 0 {
				return i
			}
		default:
			return i
		}
		i += n
	}
	if e.head == 0 {
		return 0
	}
	return len(s)
}

// asWritten is a text in the characters of the source (full-width where the source has them),
// in Simplified script and without blanks between Chinese characters.
func asWritten(src *Source, t Text) string {
	t = tight(t)
	var buf []byte
	done := 0 // bytes of t.S that buf holds in the characters of the source
	for i := 0; i < len(t.S); {
		if isCommonHead(t.S[i]) { // of one form only
			i += 3
			continue
		}
		r, n := markAt(t.S, i)
		if own := firstRune(src.Hans[src.place(t.at(i)):]); own != r && fold(own) == r {
			if own == '　' {
				own = ' '
			}
			buf = utf8.AppendRune(append(buf, t.S[done:i]...), own)
			done = i + n
		}
		i += n
	}
	if done == 0 {
		return trimSpace(t.S)
	}
	return trimSpace(string(append(buf, t.S[done:]...)))
}

// splitFront parts the text before the first element: the preamble is the run of full sentences
// at its end, after the last title, number, date or line of addressees.
func splitFront(lines []line) (front, preamble []Text) {
	lines = splitRunOn(lines)
	start := len(lines)
	for start > 0 && isPreamble(lines[start-1].S) {
		start--
	}
	for i, l := range lines {
		if i < start {
			front = append(front, l.Text)
		} else {
			preamble = append(preamble, l.Text)
		}
	}
	return front, preamble
}

// splitRunOn breaks the first line of a text that lost its line ends, below the fields of a page if
// there are any, behind title, number and addressees: X关于…的意见 X府发〔2005〕33号 各县人民政府: 为….
func splitRunOn(lines []line) []line {
	first := slices.IndexFunc(lines, func(l line) bool { return !isDataLine(l.S) })
	if first < 0 || !longerThan(lines[first].S, maxOwnLine) {
		return lines
	}
	t := lines[first].Text
	out := slices.Clone(lines[:first])
	cut := func(end int) {
		out = append(out, line{Text: trimText(t.Slice(0, end))})
		t = trimText(t.Slice(end, len(t.S)))
	}
	if n, ok := findDocNumber(t.S); ok && n.start > 0 && isLoneTitle(t.S[:n.start]) {
		cut(n.start)
		cut(n.end - n.start)
		if _, start, end, ok := findDate(t.S); ok && start == 0 {
			cut(end)
		}
	} else if i := strings.IndexByte(t.S, ' '); i > 0 && isLoneTitle(t.S[:i]) {
		cut(i)
	}
	if len(out) == first {
		return lines
	}
	if i := strings.IndexByte(t.S, ':'); i > 0 && isAddressees(t.S[:i+1]) {
		cut(i + 1)
	}
	if t.S != "" {
		out = append(out, line{Text: t})
	}
	return append(out, lines[first+1:]...)
}

// isLoneTitle reports whether s is a whole title that names its issuer.
func isLoneTitle(s string) bool {
	return !longerThan(s, maxOwnLine) && namesIssuer(s) && endsTitle(s)
}

func isPreamble(s string) bool {
	if isAddressees(s) || isHandover(s) || isDataLine(s) ||
		strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		return false
	}
	switch lastRune(s) {
	case '。', ':', ';':
		return true
	}
	return longerThan(s, maxOwnLine) && contains(s, "。")
}

// isAddressees recognises the line of the addressees (各市人民政府,省政府各部门:).
func isAddressees(s string) bool {
	if lastRune(s) != ':' || strings.ContainsAny(s, "。;") || contains(s, "如下") ||
		strings.HasSuffix(s, "意见:") || strings.HasSuffix(s, "方案:") || strings.HasSuffix(s, "措施:") {
		return false
	}
	return strings.HasPrefix(s, "各") || containsAny(s, []string{
		"人民政府", "各部门", "各直属", "委员会", "各有关", "各单位", "办公厅", "办公室",
	})
}

// isHandover recognises the sentence with which a notice hands the plan over.
func isHandover(s string) bool {
	return !longerThan(s, 300) && (handovers.in(s) ||
		contains(s, "现将《") && containsAny(s, []string{"》印发", "》转发", "》批转", "》下发", "》公布"}))
}

// handovers are the words with which a notice hands another document over.
var handovers = words(`发给你们 转给你们 现予印发 现予以印发 现予公布 现予以公布 现予发布 现予以发布 现予以下发 现予转发
		现印发 现转发 现批转 现下发`)

// cutSignature takes signature, date and remarks off the end of the text.
func cutSignature(parts []Text) (body, tail []Text) {
	end := len(parts)
	for end > 1 && isTailLine(parts[end-1].S) {
		end--
	}
	return parts[:end], parts[end:]
}

// cutSignatureLines is cutSignature for a document without an outline.
func cutSignatureLines(lines []line) (body []line, tail []Text) {
	parts := make([]Text, len(lines))
	for i, l := range lines {
		parts[i] = l.Text
	}
	kept, tail := cutSignature(parts)
	return lines[:len(kept)], tail
}

// isTailLine recognises what stands below a document: who signed and when, whom it was sent to.
func isTailLine(s string) bool {
	n := utf8.RuneCountInString(s)
	if isRemark(s) {
		return true
	}
	if _, w := cutPrefixes(s, []string{
		"(此件", "抄送", "抄报", "分送", "主题词", "(联系", "联系人", "主动公开", "(公开", "信息公开",
	}); w != "" {
		return n < 120
	}
	_, dated := dateAt(s)
	if isFileName(s) || dated && isDataLine(s) { // 更新时间:2023-03-15
		return true
	}
	if n > 40 || strings.ContainsAny(s, "。;") || strings.HasPrefix(s, "责任") ||
		strings.ContainsRune(s, ':') {
		return false
	}
	return dated || endsOrgan(s) && !contains(s, "、")
}

// endsOrgan reports whether s ends like the name of an issuing body.
func endsOrgan(s string) bool {
	for _, w := range []string{
		"人民政府", "办公厅", "办公室", "国务院", "委员会", "局", "部", "厅", "委", "院", "署", "小组", "总局", "会", "政府",
		"办", "公署", "行署", "银行", "联社", "法院", "检察院", "工商联", "残联", "妇联", "团中央", "人民银行", "总社",
		"中共中央", "办事处", "分行", "中心支行", "海关", "科协", "合作社", "联席会议", "支队", "总队", "兵团",
	} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// closingOpeners begin paragraphs about the whole plan.
var closingOpeners = newWordSet(
	"本方案", "本意见", "本措施", "本政策", "本办法", "本通知", "本计划", "本规划", "本纲要", "本行动", "本实施",
	"本文件", "本若干", "本工作", "本规定", "本细则", "以上政策", "以上措施", "以上各", "上述政策", "上述措施",
	"此前", "未尽事宜",
)

// cutClosing takes the paragraphs that speak of the whole plan off the last element: those that
// say so, those behind its list of units, and those that are one too many, because the elements like
// it have one paragraph each.
func (b *builder) cutClosing(e *element) (body, closing []Text) {
	single := b.singleParagraphs(e.label.kind)
	units := lastUnits(e.parts)
	first := max(1, units+1) // the first paragraph that may be one too many
	if !e.opensLong() {
		first = max(2, units+1) // the first line is a headline
	}
	for i := 1; i < len(e.parts); i++ {
		s := e.parts[i].S
		switch {
		case closingOpeners.opens(s), i == units+1 && !isRoleLine(s),
			single >= nearlyAll && i >= first && endsParagraph(s) && !isRoleLine(s),
			single >= most && i >= first && closingDuty(s):
			return e.parts[:i], e.parts[i:]
		}
	}
	return e.parts, nil
}

// lastUnits is the last paragraph that ends with a list of units, or -1: each of them may have its
// own.
func lastUnits(parts []Text) int {
	for i, p := range slices.Backward(parts) {
		if endsWithUnits(p.S) {
			return i
		}
	}
	return -1
}

// endsParagraph reports whether s is a paragraph of whole sentences.
func endsParagraph(s string) bool { return closesWith(s, "。", "!") && longerThan(s, 20) }

// opensLong reports whether the element's first line has text besides a headline.
func (e *element) opensLong() bool {
	s := strings.TrimSuffix(e.parts[0].S, "。")
	return longerThan(s, maxOwnLine) || contains(s, "。")
}

// closingDuty recognises what a plan's last paragraph asks of all addressees.
func closingDuty(s string) bool {
	return strings.HasPrefix(s, "各") && contains(s, "要")
}

const (
	most       = 0.8 // share of elements that makes a habit of what they have in common
	nearlyAll  = 0.9 // share from which the one that has it not is no exception
	minSingles = 3   // fewer elements show no habit
)

// singleParagraphs is the share of those that have one paragraph besides their headline among the
// elements of a kind that end in text, the last of them left out; 0 where these are few.
func (b *builder) singleParagraphs(k labelKind) float64 {
	one, all := 0, 0
	for i := range b.elements[:len(b.elements)-1] {
		e := &b.elements[i]
		if !e.leaf || e.label.kind != k {
			continue
		}
		all++
		if len(e.parts) == 1 || len(e.parts) == 2 && !e.opensLong() {
			one++
		}
	}
	if all < minSingles {
		return 0
	}
	return float64(one) / float64(all)
}
