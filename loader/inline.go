package loader

import (
	"strings"
	"unicode/utf8"
)

// Pages lose paragraph breaks, so that an element begins in the middle of a line. Enumerations
// within a sentence look alike. What is taken for an element stands after the end of a sentence, a
// headline or a list of units, and carries the number that comes next; of the kinds that enumerations
// have, too, it must be one that heads lines elsewhere.

// inlineElement is the label of the next element that begins in a line, after its first byte, and
// the label's place, 0 if there is none.
func (b *builder) inlineElement(s string) (label, int) {
	if lb, i := b.afterHeading(s); i > 0 {
		return lb, i
	}
	if lb, i := b.firstChapter(s); i > 0 {
		return lb, i
	}
	lb, i := nextInline(s, 0)
	for i > 0 && !b.acceptsInline(lb, s, i) {
		lb, i = nextInline(s, i+1)
	}
	return lb, i
}

// nextInline finds the next label that stands after a stop, a closing bracket or a blank, or right
// behind a word; its place is 0 if there is none.
func nextInline(s string, from int) (label, int) {
	for i := skipCommon(s, from); i < len(s); i = skipCommon(s, i) {
		mark := i
		i += runeSize(s[mark])
		at := i
		if !opensWithStop(s[mark:]) {
			at = gluedLabel(s, mark)
		}
		if at <= from {
			continue
		}
		if lb, ok := labelAt(s[at:]); ok {
			return lb, at
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

// acceptsInline reports whether a label at a place within a line opens an element.
func (b *builder) acceptsInline(lb label, s string, i int) bool {
	before, rest := lastRune(s[:trimEnd(s, i)]), s[i+lb.size:]
	blank, closed := s[i-1] == ' ', closesSentence(before)
	if len(b.elements) == 0 {
		return lb.kind == b.opening && lb.num == 1 && (blank || before != ')') && !endsLine(before) &&
			(b.glued || headRunes(rest) <= maxOwnLine)
	}
	switch {
	case endsLine(before) && b.acceptsGlued(lb, rest):
		return true
	case !blank && (endsLine(before) || !closed && lb.kind != labelHanPar):
		return false
	}
	next := lb.num == b.last[lb.kind]+1
	onlyHead := headOnly(s[:i])
	below := (next || lb.num == 1) && onlyHead && b.ranks[b.current().label.kind] < b.ranks[lb.kind]
	switch lb.kind {
	case labelPart, labelChap, labelSect:
		return next
	case labelArt:
		return next && (closed || onlyHead)
	case labelHan:
		return next && (closed || headRunes(rest) <= maxOwnLine)
	case labelHanPar:
		if b.isOpen(labelArt) {
			return !blank && (next && b.isOpen(labelHanPar) || lb.num == 1 && before == ':')
		}
		usual := b.starts[labelHan] == 0 || b.starts[labelHanPar] > 0 || b.isOpen(labelHanPar)
		follows := usual && next && (closed || headRunes(rest) <= maxOwnLine)
		return (closed || blank) && (follows || below)
	case labelNum, labelNumPar:
		return b.acceptsNumber(lb, rest, closed, below)
	case labelCircle:
		return next && closed && b.isOpen(labelCircle) && hasHeadline(rest, strictHeadline)
	case labelDash:
		return closed && (strings.HasPrefix(s[i:], "——") ||
			strings.HasPrefix(s[i:], "--") && b.starts[labelDash] > 0) &&
			hasHeadline(rest, strictHeadline)
	}
	return false
}

// acceptsNumber is acceptsInline for 1. and (1), which enumerations within a paragraph have too;
// below says that it follows the heading of an element above it.
func (b *builder) acceptsNumber(lb label, rest string, closed, below bool) bool {
	heads := b.starts[lb.kind]
	switch {
	case len(lb.upper) > 0 || heads == 0 && b.starts[labelHanPar] > 0:
		return false
	case below:
		return true
	case lb.num == b.last[lb.kind]+1 && b.isOpen(lb.kind):
		return closed && heads > 0 || hasHeadline(rest, strictHeadline)
	case lb.num == 1 && b.ranks[b.current().label.kind] < b.ranks[lb.kind]:
		return closed && heads > 1 && hasHeadline(rest, strictHeadline)
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

// headRunes is the length of what may be a headline at the head of s: up to a stop, a blank or the
// label of an element below it.
func headRunes(s string) int {
	s = s[:min(len(s), (maxOwnLine+1)*utf8.UTFMax)] // longer ones are no headlines
	if i := strings.IndexAny(s, "。 ;"); i >= 0 {
		s = s[:i]
	}
	if _, i := labelBehindHead(s); i > 0 {
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
	numbered := r >= '0' && r <= '9' || hanDigit(r) > 0
	return rest == "" || r == ':' || r == '(' || numbered && !strings.HasSuffix(s, "。")
}

// inlineAnnex is the place of a list of annexes that a page has glued to the last paragraph, or
// -1.
func inlineAnnex(s string) int {
	if !contains(s, "。附") {
		return -1
	}
	i := lastIndex(s, "。附")
	i += len("。")
	if _, w := cutPrefixes(s[i:], []string{"附件:", "附件1", "附:"}); w == "" {
		return -1
	}
	return i
}
