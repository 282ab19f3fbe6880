package format

// Where a line stands on its page.
const (
	acrossPage = iota
	leftColumn
	rightColumn
)

// splitColumns puts the lines of pages that are set in two columns, as gazettes (公报) are, into the
// order of reading: between lines across the page, those of the left column before those of the
// right one. Tables have gaps between their columns too, but seldom two columns of the same width
// whose lines are full.
func splitColumns(pages [][]pdfLine) {
	for _, lines := range pages {
		if g, ok := findGutter(lines); ok {
			for i := range pages {
				pages[i] = g.split(pages[i])
			}
			return
		}
	}
}

// gutter is the place between two columns.
type gutter float64

// crosses reports whether a part of a line belongs to no column.
func (g gutter) crosses(l pdfLine) bool {
	return l.x < float64(g)-l.size && l.end > float64(g)+l.size
}

// side is the column of a part that belongs to one.
func (g gutter) side(l pdfLine) int {
	if l.x+l.end < 2*float64(g) {
		return leftColumn
	}
	return rightColumn
}

// findGutter finds the gutter of a page that is clearly set in two columns.
func findGutter(lines []pdfLine) (g gutter, ok bool) {
	const (
		minLines  = 8   // of each column
		maxAcross = 0.2 // share of what crosses
		minFull   = 0.5 // share of lines that reach the end of their column
		maxGap    = 4   // widths of a character between the columns
		minAlike  = 0.8 // width of one column by that of the other
	)
	left, right := extent(lines)
	middle, across := gutter((left+right)/2), 0
	var columns [rightColumn + 1][]pdfLine
	for _, l := range lines {
		for _, part := range l.parts {
			if middle.crosses(part) {
				across++
				continue
			}
			side := middle.side(part)
			columns[side] = append(columns[side], part)
		}
	}
	n := min(len(columns[leftColumn]), len(columns[rightColumn]))
	if n < minLines || float64(across) > maxAcross*float64(2*n) {
		return 0, false
	}
	left, end := extent(columns[leftColumn])
	start, right := extent(columns[rightColumn])
	gap, alike := start-end, (end-left)/(right-start)
	if gap < 0 || gap > maxGap*columns[leftColumn][0].size || min(alike, 1/alike) < minAlike {
		return 0, false
	}
	for _, column := range columns[leftColumn:] {
		if fullShare(column) < minFull {
			return 0, false
		}
	}
	return gutter((start + end) / 2), true
}

// extent is where lines begin and end.
func extent(lines []pdfLine) (left, right float64) {
	for i, l := range lines {
		if i == 0 || l.x < left {
			left = l.x
		}
		right = max(right, l.end)
	}
	return left, right
}

// fullShare is the share of lines that go from the beginning of a column, or from where paragraphs
// begin in it, to its end.
func fullShare(lines []pdfLine) float64 {
	left, right := extent(lines)
	full := 0
	for _, l := range lines {
		if l.x < left+2.5*l.size && l.end > right-2*l.size {
			full++
		}
	}
	return float64(full) / float64(len(lines))
}

// split orders the lines of a page, if enough of them keep to the columns.
func (g gutter) split(lines []pdfLine) []pdfLine {
	var out, right []pdfLine
	across := 0
	for _, l := range lines {
		if g.crossed(l) {
			out, right = append(out, right...), nil
			out = append(out, l)
			across++
			continue
		}
		for _, part := range l.parts {
			if part.column = g.side(part); part.column == leftColumn {
				out = append(out, part)
			} else {
				right = append(right, part)
			}
		}
	}
	if 2*across > len(lines) {
		return lines
	}
	return append(out, right...)
}

func (g gutter) crossed(l pdfLine) bool {
	for _, part := range l.parts {
		if g.crosses(part) {
			return true
		}
	}
	return false
}
