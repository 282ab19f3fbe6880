package loader

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Outline is a document taken apart.
type Outline struct {
	Front    []Text  // before the preamble: titles, number, addressees, the covering notice
	Preamble Block   // path "0": the text before the first element
	Blocks   []Block // the numbered elements, in order
	Closing  Block   // path "0": what follows the last element and speaks of the whole plan
	Tail     []Text  // signature, date, list of annexes
	all      []Block // Blocks, between Preamble and Closing where they have text
}

// All gives every block that has text, in the order of the text.
func (o *Outline) All() []Block { return o.all }

// rootPath is the path of the text that belongs to no element.
const rootPath = "0"

// element is an outline element while the outline is being built.
type element struct {
	label  label
	mark   Text   // the label as written
	parts  []Text // its paragraphs; the first is the rest of the label's line
	more   []Text // paragraphs that follow its bullets
	parent int    // index, or -1
	top    int    // index of the outermost element that it is in
	path   string
	depth  int
	leaf   bool
	stop   int  // where the headline that parts[0] begins with ends, or 0
	head   int  // bytes of parts[0] that are the heading
	gloss  int  // the same where a bracket that is left out stands around it
	listed bool // it is an item below an article
	// bullets is how many bullets stand directly below it.
	bullets int
}

// builder finds the elements in a sequence of paragraphs.
type builder struct {
	ranks    [labelKinds]int // level of each kind of label
	starts   [labelKinds]int // how many lines begin with each kind, and with none
	opening  labelKind       // kind of the first element
	glued    bool            // the first element begins within a line
	front    []line
	elements []element
	texts    []Text          // paragraphs of the elements, those of one in a row
	stack    []int           // open elements, outermost first
	last     [labelKinds]int // number of the last element of each kind
	tail     []line
	bullets  int // how many stand below no element
}

// outline finds the elements of a document and the texts around them.
func outline(src *Source, lines []line) *Outline {
	b := &builder{texts: make([]Text, 0, len(lines))}
	if n := annexedPlan(lines); n > 0 {
		b.front, lines = ownFront(lines[:n]), lines[n:]
	}
	labels := b.survey(lines)
	for i, l := range lines {
		if len(b.elements) > 0 && (len(b.tail) > 0 || isAnnex(l.S)) {
			b.tail = append(b.tail, lines[i:]...)
			break
		}
		b.line(l, labels[i])
	}
	o := &Outline{}
	b.finish(src, o)
	return o
}

// survey reads the labels at the heads of lines and settles which kind opens the outline and
// how the kinds are nested.
func (b *builder) survey(lines []line) []label {
	labels := labelsOf(lines)
	var ones, first [labelKinds]int
	for i, lb := range labels {
		b.starts[lb.kind]++
		if lb.num == 1 {
			if ones[lb.kind]++; ones[lb.kind] == 1 {
				first[lb.kind] = i
			}
		}
	}
	b.elements = make([]element, 0, len(lines)-b.starts[noLabel]) // more only where lines are lost
	for k := range b.ranks {
		b.ranks[k] = k * 10
	}
	// （一） above 一、 and the like: the outer kind comes first and restarts less often.
	for _, p := range [][2]labelKind{
		{labelHan, labelHanPar}, {labelHan, labelNum}, {labelHanPar, labelNum},
		{labelNum, labelNumPar},
	} {
		outer, inner := p[0], p[1]
		if ones[inner] > 0 && ones[outer] >= 2 && ones[outer] >= 2*ones[inner] &&
			first[inner] < first[outer] {
			b.ranks[outer], b.ranks[inner] = b.ranks[inner], b.ranks[outer]
		}
	}
	b.opening = noLabel
	for _, k := range []labelKind{
		labelPart, labelChap, labelHan, labelArt, labelHanPar, labelNum, labelNumPar,
	} {
		if ones[k] > 0 && (b.opening == noLabel || b.ranks[k] < b.ranks[b.opening]) {
			b.opening = k
		}
	}
	if b.opening == noLabel || b.opening > labelChap && b.opening != labelHan {
		b.surveyInline(lines, labels)
	}
	return labels
}

// labelsOf reads the labels at the heads of lines. What is one in some documents only shows in the
// others: 一 and 1 before a blank.
func labelsOf(lines []line) []label {
	labels := make([]label, len(lines))
	levels, marked, bare := 0, 0, 0
	for i, l := range lines {
		lb, ok := labelAt(l.S)
		labels[i] = lb
		switch {
		case len(lb.upper) > 0:
			levels++
		case lb.kind == labelHan:
			marked++
		case !ok && bareNumeral(l.S).kind != noLabel:
			bare++
		}
	}
	many, bares := levels >= 2, marked == 0 && bare >= 2 // 1.2 occurs; 一、 does not
	for i, l := range lines {
		if bares && labels[i].kind == noLabel {
			labels[i] = bareNumeral(l.S)
		}
		if many && labels[i].kind == noLabel {
			labels[i] = bareNumber(l.S)
		}
	}
	addCommaLabels(lines, labels)
	return labels
}

// addCommaLabels reads 一, and 1, as labels, which some typists put for 一、 and 1., where lines
// number on from one in that way and no other line has the usual form.
func addCommaLabels(lines []line, labels []label) {
	var usual [labelKinds]bool
	for _, lb := range labels {
		usual[lb.kind] = true
	}
	if usual[labelHan] && usual[labelNum] {
		return
	}
	found := map[int]label{} // by line
	var last [labelKinds]int
	for i, l := range lines {
		if lb := commaLabel(l.S); labels[i].kind == noLabel && !usual[lb.kind] {
			found[i] = lb
			if lb.num == last[lb.kind]+1 {
				last[lb.kind]++
			}
		}
	}
	for i, lb := range found {
		if last[lb.kind] > 1 {
			labels[i] = lb
		}
	}
}

// commaLabel reads the label 一, or 1, of a line.
func commaLabel(s string) label {
	lb := label{kind: labelHan}
	if lb.num, lb.text = labelNumeral(s); lb.text == 0 {
		lb.kind = labelNum
		lb.num, lb.text = decimal(s)
	}
	rest := s[lb.text:]
	if lb.text == 0 || lb.num > 99 || !strings.HasPrefix(rest, ",") || !isHan(firstRune(rest[1:])) {
		return label{}
	}
	lb.text++
	lb.size = lb.text
	return lb
}

// bareNumber reads the label of a headline such as 1 总体要求.
func bareNumber(s string) label {
	num, n := decimal(s)
	if n == 0 || n > 2 || n+1 >= len(s) || s[n] != ' ' || !isHan(firstRune(s[n+1:])) {
		return label{}
	}
	return label{kind: labelNum, num: num, text: n, size: n + 1}
}

// bareNumeral reads the label of a headline such as 一 总体要求, on a line of its own.
func bareNumeral(s string) label {
	num, n := labelNumeral(s)
	if n == 0 || n+1 >= len(s) || s[n] != ' ' || !isHan(firstRune(s[n+1:])) ||
		strings.ContainsAny(s, "。;") || utf8.RuneCountInString(s) > strictHeadline {
		return label{}
	}
	return label{kind: labelHan, num: num, text: n, size: n + 1}
}

// line takes the next paragraph, with the label at its head.
func (b *builder) line(l line, lb label) {
	if l.row != nil {
		b.row(l.row)
		return
	}
	rest := l.Text
	if lb.kind != noLabel && b.accepts(lb, rest.S[lb.size:]) {
		rest = b.open(lb, rest)
	} else if lb, i := b.inlineElement(rest.S); i > 0 {
		b.text(l, rest.Slice(0, trimEnd(rest.S, i)))
		rest = b.open(lb, rest.Slice(i, len(rest.S)))
	} else {
		b.text(l, rest)
		return
	}
	for {
		lb, i := b.inlineElement(rest.S)
		if i == 0 {
			break
		}
		b.add(rest.Slice(0, trimEnd(rest.S, i)))
		rest = b.open(lb, rest.Slice(i, len(rest.S)))
	}
	if i := inlineAnnex(rest.S); i >= 0 {
		b.tail = append(b.tail, line{Text: rest.Slice(i, len(rest.S))})
		rest = rest.Slice(0, i)
	}
	b.add(rest)
}

func trimEnd(s string, i int) int {
	for i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// current is the last element that was opened.
func (b *builder) current() *element { return &b.elements[len(b.elements)-1] }

// add gives the current element one more paragraph.
func (b *builder) add(t Text) {
	b.texts = append(b.texts, t)
	e := b.current()
	e.parts = b.texts[len(b.texts)-len(e.parts)-1:]
}

// text takes a paragraph without a label. One that follows the paragraph of a bullet belongs to
// the element that has the bullets.
func (b *builder) text(l line, t Text) {
	if len(b.elements) == 0 {
		b.front = append(b.front, line{Text: t, blank: l.blank})
		return
	}
	e := b.current()
	if e.label.kind == labelDash && e.parent >= 0 {
		p := &b.elements[e.parent]
		p.more = append(p.more, t)
		return
	}
	b.add(t)
}

// open begins an element and returns what follows its label.
func (b *builder) open(lb label, t Text) Text {
	rank := b.rank(lb)
	for len(b.stack) > 0 && b.rank(b.elements[b.stack[len(b.stack)-1]].label) >= rank {
		b.stack = b.stack[:len(b.stack)-1]
	}
	e := element{
		label: lb, mark: t.Slice(0, lb.text), parent: -1, top: len(b.elements), leaf: true,
	}
	if len(b.stack) > 0 {
		e.parent, e.top = b.stack[len(b.stack)-1], b.stack[0]
		b.elements[e.parent].leaf = false
		e.listed = b.elements[e.parent].label.kind == labelArt
	}
	e.path, e.depth = b.pathOf(&e)
	if len(lb.upper) == 0 {
		b.last[lb.kind] = lb.num
	}
	rest := t.Slice(lb.size, len(t.S))
	if n := articleGloss(rest.S); n > 0 && lb.kind == labelArt {
		from := utf8.RuneLen(firstRune(rest.S))
		e.gloss = len(strings.TrimRight(rest.S[:n], ")〕")) - from
		rest = rest.Slice(from, len(rest.S))
	}
	b.stack = append(b.stack, len(b.elements))
	b.elements = append(b.elements, e)
	return rest
}

// rank is the level of a label; 1.2 is below 1.
func (b *builder) rank(lb label) int { return b.ranks[lb.kind] + len(lb.upper) }

// pathOf is the path of an element whose parent is known: the numbers as written.
func (b *builder) pathOf(e *element) (string, int) {
	if len(e.label.upper) > 0 && e.parent >= 0 && b.elements[e.parent].label.holds(e.label) {
		p := &b.elements[e.parent]
		return p.path + "." + strconv.Itoa(e.label.num), p.depth + 1
	}
	if len(e.label.upper) > 0 {
		var path []byte
		for _, n := range e.label.upper {
			path = append(strconv.AppendInt(path, int64(n), 10), '.')
		}
		path = strconv.AppendInt(path, int64(e.label.num), 10)
		return string(path), len(e.label.upper) + 1
	}
	own := strconv.Itoa(e.label.num)
	if e.label.kind == labelDash {
		own = "b" + strconv.Itoa(b.nextBullet(e.parent))
	}
	if e.parent < 0 {
		return own, 1
	}
	p := &b.elements[e.parent]
	return p.path + "." + own, p.depth + 1
}

// nextBullet is the number of the next bullet below an element, or, where it is -1, below none.
func (b *builder) nextBullet(parent int) int {
	n := &b.bullets
	if parent >= 0 {
		n = &b.elements[parent].bullets
	}
	*n++
	return *n
}

// accepts reports whether a label at the head of a line opens an element: it must fit into the
// numbering so far.
func (b *builder) accepts(lb label, rest string) bool {
	if rest == "" && lb.kind == labelDash {
		return false
	}
	if len(b.elements) == 0 {
		return lb.kind == b.opening && lb.num <= 2
	}
	switch lb.kind {
	case labelDash:
		return hasHeadline(rest, strictHeadline) ||
			b.current().label.kind == labelDash && hasLongHeadline(rest)
	case labelCircle:
		return b.fits(lb) && hasHeadline(rest, strictHeadline)
	}
	return b.fits(lb)
}

// maxGap is how many numbers may be missing between two elements.
const maxGap = 3

// fits reports whether a number can follow the last one of its kind.
func (b *builder) fits(lb label) bool {
	if len(lb.upper) > 0 {
		for _, i := range b.stack {
			if b.elements[i].label.holds(lb) {
				return true
			}
		}
		top := b.last[labelHan]
		if b.starts[labelHan] == 0 {
			top = b.last[labelNum]
		}
		n := lb.upper[0]
		return n >= 1 && (top == 0 || n == top || n == top+1)
	}
	n, last := lb.num, b.last[lb.kind]
	return n == 1 || n > last && n <= last+maxGap || n == last || b.sibling(lb, n)
}

// sibling reports whether n follows the number of the open element of the same kind.
func (b *builder) sibling(lb label, n int) bool {
	for _, i := range b.stack {
		e := &b.elements[i]
		if e.label.kind == lb.kind && n > e.label.num && n <= e.label.num+maxGap {
			return true
		}
	}
	return false
}
