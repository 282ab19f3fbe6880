package format

import (
	"cmp"
	"slices"
	"strings"
)

const (
	// ruleSlack is how far two lines may miss each other that belong together, in points.
	ruleSlack = 3
	// maxRules is how many lines the tables of a page have at most; a drawing has more.
	maxRules = 2000
	// maxTables is how many tables a page has at most.
	maxTables = 100
	// maxCells is how many cells a table has at most.
	maxCells = 20000
)

// pdfTable is a table whose cells lines part, as those of Word do. Cells that no line parts are one,
// whose text stands in the first row and column of them.
type pdfTable struct {
	xs, ys []float64 // where lines stand, from left to right and from top to bottom: ys are -y
	up     [][]bool  // by row and column: whether a line stands at the left of the cell
	across [][]bool  // by row and column: whether a line stands above the cell
}

// takeTables takes the text that stands in tables out of a page, and gives the rows of the tables:
// a line of text each, with a tab between cells. What stands in a frame stays text.
func takeTables(page pdfPage) (rows []pdfLine, rest []pdfPiece) {
	rest = slices.Clone(page.pieces)
	for _, t := range findTables(page.rules) {
		cells := make([][]pdfPiece, t.rows()*t.columns())
		rest = slices.DeleteFunc(rest, func(p pdfPiece) bool {
			row, column, ok := t.cellAt(p.x+p.size/2, p.y+p.size/3)
			if ok {
				i := row*t.columns() + column
				cells[i] = append(cells[i], p)
			}
			return ok
		})
		for row := range t.rows() {
			in := cells[row*t.columns() : (row+1)*t.columns()]
			if t.isFrame(row, in) {
				rest = append(rest, slices.Concat(in...)...)
			} else if l := t.line(row, in); l.text != "" {
				rows = append(rows, l)
			}
		}
	}
	return rows, rest
}

// isFrame reports whether a row is a frame around a text: it has one cell with text, and that several
// lines. One beside cells that go on from the row above is none.
func (t *pdfTable) isFrame(row int, cells [][]pdfPiece) bool {
	framed, lines := -1, 0
	for column, c := range cells {
		if n := len(textLines(c)); n > 0 {
			if framed >= 0 {
				return false
			}
			framed, lines = column, n
		}
	}
	return lines > 1 && !slices.Contains(t.across[row], false)
}

// findTables finds the tables of a page: lines that meet.
func findTables(rules []pdfRule) []pdfTable {
	level := joinRules(rules, true)
	upright := joinRules(rules, false)
	if len(level)+len(upright) > maxRules {
		return nil
	}
	meets := make([]int, len(level)+len(upright)) // by line, upright ones last: one it meets
	for i := range meets {
		meets[i] = i
	}
	root := func(i int) int {
		for meets[i] != i {
			meets[i] = meets[meets[i]]
			i = meets[i]
		}
		return i
	}
	for i, l := range level {
		for j, u := range upright {
			if meet(l, u) {
				meets[root(len(level)+j)] = root(i)
			}
		}
	}
	tables := make([]struct{ level, upright []pdfRule }, len(meets))
	for i := range meets {
		if t := &tables[root(i)]; i < len(level) {
			t.level = append(t.level, level[i])
		} else {
			t.upright = append(t.upright, upright[i-len(level)])
		}
	}
	var out []pdfTable
	for _, lines := range tables {
		if t, ok := newTable(lines.level, lines.upright); ok {
			out = append(out, t)
		}
	}
	if len(out) > maxTables {
		return nil
	}
	return out
}

// meet reports whether a level line and an upright one have a point in common.
func meet(level, upright pdfRule) bool {
	return upright.x1 > level.x1-ruleSlack && upright.x1 < level.x2+ruleSlack &&
		level.y1 > upright.y1-ruleSlack && level.y1 < upright.y2+ruleSlack
}

// joinRules are the level or the upright lines, those joined that go on in each other: the sides of
// cells are drawn one by one.
func joinRules(rules []pdfRule, level bool) []pdfRule {
	of := func(l pdfRule) (at, from, to float64) {
		if level {
			return l.y1, l.x1, l.x2
		}
		return l.x1, l.y1, l.y2
	}
	var lines []pdfRule
	for _, l := range rules {
		if l.level() == level {
			lines = append(lines, l)
		}
	}
	places := make([]float64, len(lines))
	for i, l := range lines {
		places[i], _, _ = of(l)
	}
	places = distinct(places)
	for i, l := range lines { // on one line what stands nearly on one
		at, from, to := of(l)
		if at = places[nearest(places, at)]; level {
			lines[i] = pdfRule{from, at, to, at}
		} else {
			lines[i] = pdfRule{at, from, at, to}
		}
	}
	slices.SortFunc(lines, func(a, b pdfRule) int {
		atA, fromA, _ := of(a)
		atB, fromB, _ := of(b)
		return cmp.Or(cmp.Compare(atA, atB), cmp.Compare(fromA, fromB))
	})
	var out []pdfRule
	for _, l := range lines {
		if n := len(out); n > 0 {
			at, _, end := of(out[n-1])
			if next, from, to := of(l); next == at && from <= end+ruleSlack {
				if to > end {
					out[n-1].x2, out[n-1].y2 = l.x2, l.y2
				}
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// distinct are the places that are further from each other than lines miss each other.
func distinct(places []float64) []float64 {
	slices.Sort(places)
	var out []float64
	for _, at := range places {
		if n := len(out); n == 0 || at-out[n-1] >= ruleSlack {
			out = append(out, at)
		}
	}
	return out
}

// nearest is the place of a sorted list that is nearest to another.
func nearest(places []float64, at float64) int {
	i, found := slices.BinarySearch(places, at)
	if !found && i > 0 && (i == len(places) || at-places[i-1] < places[i]-at) {
		i--
	}
	return i
}

// newTable makes a table of lines that meet; ok is false for what is none, for want of two rows and
// two columns: a frame, a page in columns. Lines end where the sides of a table are left open.
func newTable(level, upright []pdfRule) (t pdfTable, ok bool) {
	for _, l := range slices.Concat(level, upright) {
		t.xs = append(t.xs, l.x1, l.x2)
		t.ys = append(t.ys, -l.y1, -l.y2)
	}
	t.xs, t.ys = distinct(t.xs), distinct(t.ys)
	if len(t.xs) < 3 || len(t.ys) < 3 || t.rows()*t.columns() > maxCells {
		return t, false
	}
	t.across = grid(len(t.ys), t.columns())
	t.up = grid(t.rows(), len(t.xs))
	for _, l := range level {
		row := t.across[nearest(t.ys, -l.y1)]
		for c := range row {
			row[c] = row[c] || covers(l.x1, l.x2, t.xs[c], t.xs[c+1])
		}
	}
	for _, l := range upright {
		c := nearest(t.xs, l.x1)
		for r := range t.up {
			t.up[r][c] = t.up[r][c] || covers(-l.y2, -l.y1, t.ys[r], t.ys[r+1])
		}
	}
	return t, true
}

// covers reports whether a line goes along the whole side of a cell.
func covers(from, to, start, end float64) bool {
	return from < start+ruleSlack && to > end-ruleSlack
}

func grid(rows, columns int) [][]bool {
	g := make([][]bool, rows)
	for i := range g {
		g[i] = make([]bool, columns)
	}
	return g
}

func (t *pdfTable) rows() int    { return len(t.ys) - 1 }
func (t *pdfTable) columns() int { return len(t.xs) - 1 }

// cellAt is the first row and column of the cell in which a point stands.
func (t *pdfTable) cellAt(x, y float64) (row, column int, ok bool) {
	column, _ = slices.BinarySearch(t.xs, x)
	row, _ = slices.BinarySearch(t.ys, -y)
	if column--; column < 0 || column >= t.columns() {
		return 0, 0, false
	}
	if row--; row < 0 || row >= t.rows() {
		return 0, 0, false
	}
	for row > 0 && !t.across[row][column] {
		row--
	}
	for column > 0 && !t.up[row][column] {
		column--
	}
	return row, column, true
}

// line is a row, of the pieces of its cells.
func (t *pdfTable) line(row int, cells [][]pdfPiece) pdfLine {
	l := pdfLine{
		x: t.xs[0], end: t.xs[t.columns()], y: -t.ys[row],
		cells: make([]string, len(cells)),
		open:  !slices.Contains(t.across[row+1], true),
	}
	for column, pieces := range cells {
		l.cells[column] = cellText(pieces, t.width(row, column))
		for _, p := range pieces {
			l.size = max(l.size, p.size)
		}
	}
	l.text = rowText(l.cells)
	l.parts = []pdfLine{l}
	return l
}

// rowText is a row as a line.
func rowText(cells []string) string { return strings.TrimRight(strings.Join(cells, "\t"), "\t") }

// width is that of a cell, by its first column.
func (t *pdfTable) width(row, column int) float64 {
	end := column + 1
	for end < t.columns() && !t.up[row][end] {
		end++
	}
	return t.xs[end] - t.xs[column]
}

// cellText is the text of a cell in one line. A line of it goes on in the next one if a character
// more would not have fit; else a paragraph ends, which is a blank here as in the other formats.
func cellText(pieces []pdfPiece, width float64) string {
	const margin = 12 // of a cell, left and right, in points
	var b strings.Builder
	var prev pdfLine
	for i, l := range textLines(pieces) {
		full := width-(prev.end-prev.x) < 1.2*prev.size+margin
		if i > 0 && (!full || needsBlank(prev.text, l.text)) {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(l.text, "\t", " "))
		prev = l
	}
	return b.String()
}

// joinTables joins the tables that go on from page to page: what a page says again of the names of
// the columns is left out, and a row that goes on is one row.
func joinTables(pages [][]pdfLine) {
	var last *pdfLine // of the pages before, if it is a row
	head := ""        // the first row of its table
	for i, lines := range pages {
		if last != nil && len(lines) > 1 && lines[0].text == head {
			lines = lines[1:]
		}
		if last != nil && len(lines) > 0 && last.goesOn(lines[0]) {
			last.add(lines[0])
			lines = lines[1:]
		}
		pages[i] = lines
		if len(lines) == 0 {
			continue
		}
		n := len(lines) - 1
		for n > 0 && lines[n].cells != nil && lines[n-1].cells != nil {
			n--
		}
		if n > 0 || last == nil {
			head = lines[n].text
		}
		if last = &lines[len(lines)-1]; last.cells == nil {
			last = nil
		}
	}
}

// goesOn reports whether a row goes on in the first one of the next page: no line ends it, or
// else some of its cells go on there, in the middle of a sentence, and its number does not.
func (l *pdfLine) goesOn(next pdfLine) bool {
	if len(next.cells) != len(l.cells) {
		return false
	}
	if l.open {
		return true
	}
	if next.cells[0] != "" || l.cells[0] == "" {
		return false
	}
	fewer, within := strings.Trim(l.cells[0], "0123456789.") == "", false
	for i, cell := range next.cells {
		switch before := l.cells[i]; {
		case cell == "":
			fewer = fewer || i > 0 && before != ""
		case before == "":
			return false
		case !strings.HasSuffix(before, "。"):
			within = true
		}
	}
	return fewer && within
}

// add adds the cells of a row to those of the row that goes on in it.
func (l *pdfLine) add(next pdfLine) {
	for i, cell := range next.cells {
		if needsBlank(l.cells[i], cell) {
			l.cells[i] += " "
		}
		l.cells[i] += cell
	}
	l.text, l.open = rowText(l.cells), next.open
	l.parts[0].text = l.text
}
