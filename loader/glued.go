package loader

import "strings"

// A page that has lost its breaks glues a line to the one before even where that ends without a
// stop: a heading (一、总体要求（一）指导思想) or a list of units (牵头单位:市教育局（二）…). Where all
// of them are lost, no line begins with a label that could tell how the document numbers its elements.

// surveyInline settles whether the outline opens within a line, with 第一章 or with 一、. Then the labels
// within lines count like those that open lines.
func (b *builder) surveyInline(lines []line, labels []label) {
	if hasChapters(lines, labels) {
		b.opening, b.glued = labelChap, true
		return
	}
	if b.opening != noLabel && b.opening <= labelHan {
		return
	}
	var found [labelKinds]int
	last, headed := 0, 0
	for i, l := range lines {
		for lb, at := labels[i], 0; ; {
			if lb.kind == labelHan && lb.num == last+1 {
				last++
			}
			if lb, at = nextInline(l.S, at+1); at == 0 {
				break
			}
			if before := l.S[at-1]; before == ':' || before == ';' {
				continue
			}
			found[lb.kind]++
			if lb.kind == labelNum && hasHeadline(clip(l.S[at+lb.size:]), strictHeadline) {
				headed++
			}
		}
	}
	if last < 2 {
		return
	}
	b.opening, b.glued = labelHan, true
	for k, n := range found {
		b.starts[k] += n
	}
	if b.starts[labelNum] < b.starts[labelHanPar] {
		b.starts[labelNum] = headed // the others count items within a paragraph
	}
}

// hasChapters reports whether the text has a first chapter, within a line, and a second one.
func hasChapters(lines []line, labels []label) bool {
	first := false
	for i, l := range lines {
		_, at := chapterWithin(l.S, "第一章")
		first = first || at > 0
		_, next := chapterWithin(l.S[at:], "第二章")
		if first && (next > 0 || labels[i].kind == labelChap && labels[i].num == 2) {
			return true
		}
	}
	return false
}

// firstChapter is the label of the first chapter within a line and its place, which is 0 if it is not
// there. The title of the document may stand right before it.
func (b *builder) firstChapter(s string) (label, int) {
	if len(b.elements) > 0 || !b.glued || b.opening != labelChap {
		return label{}, 0
	}
	return chapterWithin(s, "第一章")
}

// chapterWithin is the label of a chapter within s and its place, which is 0 if it is not there.
func chapterWithin(s, name string) (label, int) {
	i := index(s, name)
	if i <= 0 {
		return label{}, 0
	}
	lb, ok := labelAt(s[i:])
	if !ok {
		return label{}, 0
	}
	return lb, i
}

// clip is as much of s as may be a headline.
func clip(s string) string { return s[:min(len(s), 4*strictHeadline)] }

// closesSentence reports whether r ends a sentence or what stands in brackets behind it.
func closesSentence(r rune) bool { return r == '。' || r == ')' || r == '〕' }

// endsLine reports whether r is a character in which a line without a stop may end, and which does
// not make a reference of the number behind it (第一条, 按照(一)).
func endsLine(r rune) bool {
	switch r {
	case '〉', '》', '”':
		return true
	case '第', '条', '款', '项', '和', '至', '及', '或', '照', '据':
		return false
	}
	return isHan(r)
}

// gluedLabel is the place where a label whose mark, or opening bracket, stands at a place of s begins
// right behind a word; it is 0 if none does.
func gluedLabel(s string, mark int) int {
	start := mark
	switch {
	case s[mark] == '(':
	case s[mark] == '.':
		for start > 0 && isDigit(s[start-1]) && mark-start < 3 {
			start--
		}
	case strings.HasPrefix(s[mark:], "、"):
		const longest = len("九百九十九")
		for start > 0 && mark-start < longest && hanDigit(lastRune(s[:start])) >= 0 {
			start -= len("一")
		}
	default:
		return 0
	}
	if start == mark && s[mark] != '(' || !endsLine(lastRune(s[:start])) {
		return 0
	}
	return start
}

// acceptsGlued judges a label right behind a word.
func (b *builder) acceptsGlued(lb label, rest string) bool {
	if len(lb.upper) > 0 || lb.num != b.last[lb.kind]+1 || !b.isOpen(lb.kind) {
		return false
	}
	if lb.kind == labelHanPar || hasHeadline(rest, strictHeadline) || headOnly(rest) {
		return true
	}
	_, i := labelBehindHead(rest)
	return i > 0
}

// afterHeading is the label of the first element below another, and its place, when it follows the
// heading of that without any mark between them; the place is 0 if none does.
func (b *builder) afterHeading(s string) (label, int) {
	if len(b.elements) == 0 || b.current().label.kind > labelHanPar || len(b.current().parts) > 0 {
		return label{}, 0
	}
	lb, i := labelBehindHead(s)
	if i == 0 || b.rank(lb) <= b.rank(b.current().label) ||
		lb.num != 1 && lb.num != b.last[lb.kind]+1 {
		return label{}, 0
	}
	return lb, i
}

// labelBehindHead is the first label right behind the headline that s begins with, and its place,
// which is 0 if there is none.
func labelBehindHead(s string) (label, int) {
	n := 0
	for i, r := range s {
		if n++; n > strictHeadline || strings.ContainsRune("。;: ", r) {
			break
		}
		if i == 0 || r != '(' && r != '第' && (r < '0' || r > '9' ||
			!isHan(lastRune(s[:i]))) {
			continue
		}
		lb, _ := labelAt(s[i:])
		if lb.kind == labelHanPar || lb.kind == labelArt ||
			lb.kind == labelNum && len(lb.upper) == 0 && isHan(firstRune(s[i+lb.size:])) {
			return lb, i
		}
	}
	return label{}, 0
}
