package loader

import (
	"strings"
	"unicode/utf8"
)

// Pages lose paragraph breaks, so that an element begins in the middle of a line. Enumerations
// within a sentence look alike. What is taken for an element stands after the end of a sentence
// or headline, carries the number that comes next, and is of a kind that heads lines elsewhere.

// inlineElement is the label of the next element that begins in a line, after its first byte, and
// the label's place, 0 if there is none.
func (b *builder) inlineElement(s string) (label, int) {
	if lb, i := b.afterChapter(s); i > 0 {
		return lb, i
	}
	lb, i := nextInline(s, 0)
	for i > 0 && !b.acceptsInline(lb, s, i) {
		lb, i = nextInline(s, i+1)
	}
	return lb, i
}

// afterChapter is the place of the first article when it follows the heading of its chapter
// without any mark between them (一、总体要求（一）指导思想), or 0.
func (b *builder) afterChapter(s string) (label, int) {
	if len(b.elements) == 0 || b.current().label.kind > labelHan || len(b.current().parts) > 0 {
		return label{}, 0
	}
	i := strings.IndexByte(s, '(')
	if i <= 0 || utf8.RuneCountInString(s[:i]) > strictHeadline ||
		strings.ContainsAny(s[:i], "。,;: ") {
		return label{}, 0
	}
	lb, _ := labelAt(s[i:])
	if lb.kind != labelHanPar || lb.num != 1 && lb.num != b.last[labelHanPar]+1 {
		return label{}, 0
	}
	return lb, i
}

// nextInline finds the next label that stands after a stop, a closing bracket or a blank; its place
// is 0 if there is none.
func nextInline(s string, from int) (label, int) {
	for i := skipCommon(s, from); i < len(s); i = skipCommon(s, i) {
		stop := opensWithStop(s[i:])
		if i += runeSize(s[i]); !stop {
			continue
		}
		if lb, ok := labelAt(s[i:]); ok {
			return lb, i
		}
	}
	return label{}, 0
}

// opensWithStop reports whether s, which is not empty, begins with a stop, a closing bracket or a
// blank.
func opensWithStop(s string) bool {
	switch s[0] {
	case ')', ' ', ':', ';':
		return true
	case "。"[0]: // and of 〕
		return strings.HasPrefix(s, "。") || strings.HasPrefix(s, "〕")
	}
	return false
}

func (b *builder) acceptsInline(lb label, s string, i int) bool {
	before := lastRune(s[:i])
	rest := s[i+lb.size:]
	stop := before == '。' || before == ')' || before == '〕' || before == ' '
	if len(b.elements) == 0 {
		return lb.kind == b.opening && lb.num == 1 && before != ')' &&
			headRunes(rest) <= maxOwnLine
	}
	next := lb.num == b.last[lb.kind]+1
	onlyHead := headOnly(s[:i])
	cur := b.current().label.kind
	switch lb.kind {
	case labelPart, labelChap, labelSect:
		return stop && next
	case labelArt:
		return stop && next && (before != ' ' || onlyHead)
	case labelHan:
		return stop && next && headRunes(rest) <= maxOwnLine
	case labelHanPar:
		if b.isOpen(labelArt) {
			follows := next && b.isOpen(labelHanPar) || lb.num == 1 && before == ':'
			return before != ' ' && follows
		}
		if !stop {
			return false
		}
		collapsed := b.starts[labelHan] == 0 || b.starts[labelHanPar] > 0
		return collapsed && (next && headRunes(rest) <= maxOwnLine ||
			lb.num == 1 && onlyHead && b.ranks[cur] < b.ranks[labelHanPar])
	case labelNum, labelNumPar:
		if !stop || len(lb.upper) > 0 || b.starts[lb.kind] == 0 && b.starts[labelHanPar] > 0 {
			return false
		}
		return next && b.isOpen(lb.kind) && hasHeadline(rest, strictHeadline) ||
			lb.num == 1 && onlyHead && b.ranks[cur] < b.ranks[lb.kind]
	case labelDash:
		return strings.HasPrefix(s[i:], "——") && before != ' ' && b.starts[labelDash] > 0 &&
			(onlyHead || cur == labelDash) && hasHeadline(rest, strictHeadline)
	}
	return false
}

// isOpen reports whether an element of the kind is open.
func (b *builder) isOpen(k labelKind) bool {
	for _, i := range b.stack {
		if b.elements[i].label.kind == k {
			return true
		}
	}
	return false
}

// headOnly reports whether s is a headline and no more.
func headOnly(s string) bool {
	if len(s) > 4*maxOwnLine {
		return false
	}
	s = strings.TrimSuffix(strings.TrimRight(s, " "), "。")
	return utf8.RuneCountInString(s) <= maxOwnLine && !contains(s, "。")
}

// headRunes is the length of what may be a headline at the head of s: up to a stop or blank.
func headRunes(s string) int {
	if i := strings.IndexAny(s, "。 ;"); i >= 0 {
		s = s[:i]
	}
	return utf8.RuneCountInString(s)
}

// annexWords open the list of annexes or an annex itself.
var annexWords = newWordSet("附件", "附表", "附录", "附图", "附:", "附 件", "附  件")

// isAnnex reports whether a line opens the annexes, which are no part of the body.
func isAnnex(s string) bool {
	rest, word := annexWords.cutOpening(s)
	if word == "" || longerThan(s, 120) {
		return false
	}
	if word == "附:" || rest == "" {
		return true
	}
	rest = strings.TrimLeft(rest, " ")
	r := firstRune(rest)
	return rest == "" || r == ':' || r == '(' || r >= '0' && r <= '9' || hanDigit(r) > 0
}

// inlineAnnex is the place of a list of annexes that a page has glued to the last paragraph, or
// -1.
func inlineAnnex(s string) int {
	if !contains(s, "附") || !contains(s, "。附") { // the one is rare, the stop is not
		return -1
	}
	i := lastIndex(s, "。附") + len("。")
	if _, w := cutPrefixes(s[i:], []string{"附件:", "附件1", "附:"}); w == "" {
		return -1
	}
	return i
}
