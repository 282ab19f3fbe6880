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
}

// All gives every block that has text, in the order of the text.
func (o *Outline) All() []Block {
	out := make([]Block, 0, len(o.Blocks)+2)
	if o.Preamble.Body.Len() > 0 {
		out = append(out, o.Preamble)
	}
	out = append(out, o.Blocks...)
	if o.Closing.Body.Len() > 0 {
		out = append(out, o.Closing)
	}
	return out
}

// rootPath is the path of the text that belongs to no element.
const rootPath = "0"

// element is an outline element while the outline is being built.
type element struct {
	label  label
	mark   Text   // the label as written
	parts  []Text // its paragraphs; the first is the rest of the label's line
	more   []Text // paragraphs that follow its bullets
	parent int    // index, or -1
	path   string
	depth  int
	leaf   bool
	head   int  // bytes of parts[0] that are the heading
	gloss  int  // the same where a bracket that is left out stands around it
	listed bool // it is an item below an article
	// bullets is how many bullets stand directly below it.
	bullets int
}

// builder finds the elements in a sequence of paragraphs.
type builder struct {
	ranks    [labelKinds]int // level of each kind of label
	starts   [labelKinds]int // how many lines begin with each kind
	opening  labelKind       // kind of the first element
	front    []line
	elements []*element
	stack    []int           // open elements, outermost first
	last     [labelKinds]int // number of the last element of each kind
	many     bool            // 1.2 and 1.2.3 occur, so that 1 before a blank is a label
	bare     bool            // 一 before a blank is a label, since 一、 does not occur
	tail     []line
	bullets  int // how many stand below no element
}

// outline finds the elements of a document and the texts around them.
func outline(src *Source, lines []line) *Outline {
	b := &builder{}
	b.survey(lines)
	for i, l := range lines {
		if len(b.elements) > 0 && (len(b.tail) > 0 || isAnnex(l.S)) {
			b.tail = append(b.tail, lines[i:]...)
			break
		}
		b.line(l)
	}
	o := &Outline{}
	b.finish(src, o)
	return o
}

// survey counts the labels at the heads of lines and settles which kind opens the outline and
// how the kinds are nested.
func (b *builder) survey(lines []line) {
	var ones, first [labelKinds]int
	levels, marked, bare := 0, 0, 0
	for _, l := range lines {
		lb, ok := labelAt(l.S)
		switch {
		case ok && len(lb.nums) > 1:
			levels++
		case ok && lb.kind == labelHan:
			marked++
		case !ok && bareNumeral(l.S).kind != noLabel:
			bare++
		}
	}
	b.many, b.bare = levels >= 2, marked == 0 && bare >= 2
	for i, l := range lines {
		lb, ok := b.label(l.S)
		if !ok {
			continue
		}
		b.starts[lb.kind]++
		if lb.num() == 1 {
			if ones[lb.kind]++; ones[lb.kind] == 1 {
				first[lb.kind] = i
			}
		}
	}
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
	if b.opening == noLabel || b.opening > labelHan {
		for _, l := range lines {
			if lb, _, ok := b.nextInline(l.Text, 0); ok && lb.kind == labelHan {
				b.opening = labelHan
			}
		}
	}
}

// label reads the label at the head of a line.
func (b *builder) label(s string) (label, bool) {
	if lb, ok := labelAt(s); ok {
		return lb, true
	}
	if b.bare {
		if lb := bareNumeral(s); lb.kind != noLabel {
			return lb, true
		}
	}
	if !b.many {
		return label{}, false
	}
	num, n := decimal(s)
	if n == 0 || n > 2 || n+1 >= len(s) || s[n] != ' ' || !isHan(firstRune(s[n+1:])) {
		return label{}, false
	}
	return label{kind: labelNum, nums: []int{num}, text: n, size: n + 1}, true
}

// bareNumeral reads the label of a headline such as 一 总体要求, on a line of its own.
func bareNumeral(s string) label {
	num, n := labelNumeral(s)
	if n == 0 || n+1 >= len(s) || s[n] != ' ' || !isHan(firstRune(s[n+1:])) ||
		strings.ContainsAny(s, "。;") || utf8.RuneCountInString(s) > strictHeadline {
		return label{}
	}
	return label{kind: labelHan, nums: []int{num}, text: n, size: n + 1}
}

// line takes the next paragraph.
func (b *builder) line(l line) {
	if l.row != nil {
		b.row(l.row)
		return
	}
	rest := l.Text
	if lb, ok := b.label(rest.S); ok && b.accepts(lb, rest.S[lb.size:]) {
		rest = b.open(lb, rest)
	} else if i := b.inlineElement(rest, 0); i > 0 {
		b.text(l, rest.Slice(0, trimEnd(rest.S, i)))
		lb, _ := labelAt(rest.S[i:])
		rest = b.open(lb, rest.Slice(i, len(rest.S)))
	} else {
		b.text(l, rest)
		return
	}
	for {
		i := b.inlineElement(rest, 0)
		if i <= 0 {
			break
		}
		b.current().parts = append(b.current().parts, rest.Slice(0, trimEnd(rest.S, i)))
		lb, _ := labelAt(rest.S[i:])
		rest = b.open(lb, rest.Slice(i, len(rest.S)))
	}
	if i := inlineAnnex(rest.S); i >= 0 {
		b.tail = append(b.tail, line{Text: rest.Slice(i, len(rest.S))})
		rest = rest.Slice(0, i)
	}
	b.current().parts = append(b.current().parts, rest)
}

func trimEnd(s string, i int) int {
	for i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

func (b *builder) current() *element { return b.elements[len(b.elements)-1] }

// text takes a paragraph without a label. One that follows the paragraph of a bullet belongs to
// the element that has the bullets.
func (b *builder) text(l line, t Text) {
	if len(b.elements) == 0 {
		b.front = append(b.front, line{Text: t, blank: l.blank})
		return
	}
	e := b.current()
	if e.label.kind == labelDash && e.parent >= 0 {
		p := b.elements[e.parent]
		p.more = append(p.more, t)
		return
	}
	e.parts = append(e.parts, t)
}

// open begins an element and returns what follows its label.
func (b *builder) open(lb label, t Text) Text {
	rank := b.rank(lb)
	for len(b.stack) > 0 && b.rank(b.elements[b.stack[len(b.stack)-1]].label) >= rank {
		b.stack = b.stack[:len(b.stack)-1]
	}
	e := &element{label: lb, mark: t.Slice(0, lb.text), parent: -1, leaf: true}
	if len(b.stack) > 0 {
		e.parent = b.stack[len(b.stack)-1]
		b.elements[e.parent].leaf = false
		e.listed = b.elements[e.parent].label.kind == labelArt
	}
	e.path, e.depth = b.pathOf(e)
	b.stack = append(b.stack, len(b.elements))
	b.elements = append(b.elements, e)
	if len(lb.nums) == 1 {
		b.last[lb.kind] = lb.num()
	}
	rest := t.Slice(lb.size, len(t.S))
	if n := articleGloss(rest.S); n > 0 && lb.kind == labelArt {
		from := utf8.RuneLen(firstRune(rest.S))
		e.gloss = len(strings.TrimRight(rest.S[:n], ")〕")) - from
		rest = rest.Slice(from, len(rest.S))
	}
	return rest
}

// rank is the level of a label; 1.2 is below 1.
func (b *builder) rank(lb label) int { return b.ranks[lb.kind] + len(lb.nums) }

// pathOf is the path of an element whose parent is known: the numbers as written.
func (b *builder) pathOf(e *element) (string, int) {
	if len(e.label.nums) > 1 && e.parent >= 0 && b.elements[e.parent].label.holds(e.label) {
		p := b.elements[e.parent]
		return p.path + "." + strconv.Itoa(e.label.num()), p.depth + 1
	}
	if len(e.label.nums) > 1 {
		parts := make([]string, len(e.label.nums))
		for i, n := range e.label.nums {
			parts[i] = strconv.Itoa(n)
		}
		return strings.Join(parts, "."), len(parts)
	}
	own := strconv.Itoa(e.label.num())
	if e.label.kind == labelDash {
		own = "b" + strconv.Itoa(b.nextBullet(e.parent))
	}
	if e.parent < 0 {
		return own, 1
	}
	p := b.elements[e.parent]
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
		return lb.kind == b.opening && lb.num() <= 2
	}
	switch lb.kind {
	case labelDash:
		return hasHeadline(rest, strictHeadline)
	case labelCircle:
		return b.fits(lb) && hasHeadline(rest, strictHeadline)
	}
	return b.fits(lb)
}

// maxGap is how many numbers may be missing between two elements.
const maxGap = 3

// fits reports whether a number can follow the last one of its kind.
func (b *builder) fits(lb label) bool {
	if len(lb.nums) > 1 {
		for _, i := range b.stack {
			if b.elements[i].label.holds(lb) {
				return true
			}
		}
		top := b.last[labelHan]
		if b.starts[labelHan] == 0 {
			top = b.last[labelNum]
		}
		return lb.nums[0] >= 1 && (top == 0 || lb.nums[0] == top || lb.nums[0] == top+1)
	}
	n, last := lb.num(), b.last[lb.kind]
	return n == 1 || n > last && n <= last+maxGap || n == last || b.sibling(lb, n)
}

// sibling reports whether n follows the number of the open element of the same kind.
func (b *builder) sibling(lb label, n int) bool {
	for _, i := range b.stack {
		e := b.elements[i]
		if e.label.kind == lb.kind && n > e.label.num() && n <= e.label.num()+maxGap {
			return true
		}
	}
	return false
}
