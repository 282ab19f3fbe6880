package format

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfLine is a line of a page.
type pdfLine struct {
	text      string
	x, end, y float64
	size      float64
	parts     []pdfLine // what wide gaps part
	column    int       // leftColumn, rightColumn or acrossPage
	cells     []string  // of a row of a table with lines between its cells
	open      bool      // no line stands below the row
}

// maxIndent is how many characters the first line of a paragraph stands in, at most; what stands
// further in is a line at the right margin, of a signature.
const maxIndent = 4

// layOut is the text of pages as paragraphs. A line of text says by where it ends and where the
// next one begins whether its paragraph goes on: official writing indents every paragraph.
func layOut(pages []pdfPage) string {
	var all [][]pdfLine
	for _, p := range pages {
		all = append(all, pdfLines(p))
	}
	all = dropMargins(all)
	joinTables(all)
	splitColumns(all)
	lines := slices.Concat(all...)
	var left, right [rightColumn + 1]float64
	for column := range left {
		left[column], right[column] = margins(lines, column)
	}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			prev := lines[i-1]
			if prev.end < right[prev.column]-1.6*prev.size || l.x > left[l.column]+0.8*l.size ||
				prev.x > left[prev.column]+maxIndent*prev.size || differ(prev, l) {
				b.WriteByte('\n')
			} else if needsBlank(prev.text, l.text) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// differ reports whether lines are of different sizes, as those of titles and texts are, one of them
// alone stands in a column, or they are rows of a table.
func differ(a, b pdfLine) bool {
	return a.cells != nil || b.cells != nil || abs(a.size-b.size) > 0.15*max(a.size, b.size) ||
		(a.column == acrossPage) != (b.column == acrossPage) || areRows(a, b)
}

// areRows reports whether two lines have gaps at the same places.
func areRows(a, b pdfLine) bool {
	return len(a.parts) > 1 && slices.EqualFunc(a.parts, b.parts, func(a, b pdfLine) bool {
		return abs(a.x-b.x) < 0.5*a.size
	})
}

// needsBlank reports whether words meet where two texts do.
func needsBlank(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	isWord := func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }
	return isWord(last) && isWord(first)
}

// pdfLines are the lines of a page, from top to bottom: those of its text, and the rows of its
// tables.
func pdfLines(page pdfPage) []pdfLine {
	rows, rest := takeTables(page)
	lines := append(textLines(rest), rows...)
	slices.SortStableFunc(lines, func(a, b pdfLine) int { return cmp.Compare(b.y, a.y) })
	return lines
}

// textLines puts pieces into lines, from top to bottom.
func textLines(pieces []pdfPiece) []pdfLine {
	pieces = slices.DeleteFunc(slices.Clone(pieces), func(p pdfPiece) bool {
		return strings.TrimSpace(p.text) == ""
	})
	slices.SortStableFunc(pieces, func(a, b pdfPiece) int { return cmp.Compare(b.y, a.y) })
	var out []pdfLine
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && pieces[0].y-pieces[n].y < 0.5*max(pieces[0].size, pieces[n].size) {
			n++
		}
		out = append(out, makeLine(pieces[:n]))
		pieces = pieces[n:]
	}
	return out
}

// makeLine joins the pieces of a line. A gap of more than a character parts columns, and a small
// one words.
func makeLine(pieces []pdfPiece) pdfLine {
	slices.SortStableFunc(pieces, func(a, b pdfPiece) int { return cmp.Compare(a.x, b.x) })
	l := pdfLine{x: pieces[0].x, y: pieces[0].y, end: pieces[0].x}
	var texts []string
	for i, from := 0, 0; i < len(pieces); i++ {
		l.end, l.size = max(l.end, pieces[i].end), max(l.size, pieces[i].size)
		if i+1 < len(pieces) && pieces[i+1].x-l.end <= 1.5*pieces[i+1].size {
			continue
		}
		part := makePart(pieces[from : i+1])
		l.parts, from = append(l.parts, part), i+1
		texts = append(texts, part.text)
	}
	l.text = strings.TrimSpace(strings.Join(texts, "\t"))
	return l
}

// makePart joins pieces between which there are no wide gaps.
func makePart(pieces []pdfPiece) pdfLine {
	var b strings.Builder
	l := pdfLine{x: pieces[0].x, y: pieces[0].y, end: pieces[0].x}
	for i, p := range pieces {
		if i > 0 && p.x-l.end > 0.2*p.size && needsBlank(pieces[i-1].text, p.text) {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
		l.end, l.size = max(l.end, p.end), max(l.size, p.size)
	}
	l.text = strings.TrimSpace(b.String())
	return l
}

// margins are where the lines of a column begin and end: the left end of most lines, and the right
// end that few exceed.
func margins(lines []pdfLine, column int) (left, right float64) {
	counts := map[int]int{}
	ends := make([]float64, 0, len(lines))
	for _, l := range lines {
		if l.column == column && l.cells == nil {
			counts[int(l.x)]++
			ends = append(ends, l.end)
		}
	}
	if len(ends) == 0 {
		return 0, 0
	}
	best := 0
	for x, n := range counts {
		n += counts[x+1] // a line begins a point earlier or later
		if n > best || n == best && float64(x) < left {
			best, left = n, float64(x)
		}
	}
	slices.Sort(ends)
	return left + 1, ends[len(ends)*9/10]
}

// dropMargins leaves out the numbers of pages, and what stands above or below most pages.
func dropMargins(pages [][]pdfLine) [][]pdfLine {
	counts := map[string]int{}
	for _, lines := range pages {
		if len(lines) > 0 {
			counts[withoutDigits(lines[0].text)]++
			counts[withoutDigits(lines[len(lines)-1].text)]++
		}
	}
	drop := func(l pdfLine) bool {
		return l.cells == nil && (IsPageNumber(l.text) ||
			len(pages) > 2 && counts[withoutDigits(l.text)] > len(pages)/2)
	}
	for i, lines := range pages {
		for len(lines) > 0 && drop(lines[0]) {
			lines = lines[1:]
		}
		for len(lines) > 0 && drop(lines[len(lines)-1]) {
			lines = lines[:len(lines)-1]
		}
		pages[i] = lines
	}
	return pages
}

// withoutDigits is what lines have in common that differ in the number of their page.
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// IsPageNumber recognises 3, - 3 -, — 3 —, 3/12 and 第 3 页 共 12 页.
func IsPageNumber(s string) bool {
	const longest = 40 // bytes
	if len(s) > longest || !strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	return strings.Trim(s, "0123456789０１２３４５６７８９-—–－―·. \u3000\t/第共页") == ""
}
