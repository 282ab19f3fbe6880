package loader

import "strconv"

const (
	// maxStackedColumns is how many columns a table has whose cells stand below each other.
	maxStackedColumns = 10
	// maxStackedCells is how many lines one of its rows has: a cell may be of several.
	maxStackedCells = 30
	// minStackedRows is how many rows it has at least; fewer numbers are chance.
	minStackedRows = 2
)

// markStacked reads a table of tasks whose cells stand below each other, a line each, as in text
// that was copied from a page. It opens with 序号, and the numbers of the rows part these. n is how
// many lines it takes, 0 if none opens here.
func markStacked(src *Source, lines []line) (n int) {
	if !isNumberName(lines[0].S) {
		return 0
	}
	t, first := stackedHead(src, lines)
	if first == 0 {
		return 0
	}
	starts := stackedRows(lines, first)
	if len(starts) < minStackedRows {
		return 0
	}
	hide := func(lines []line) {
		for i := range lines {
			lines[i].row = &taskRow{names: true}
		}
	}
	hide(lines[:len(t.names)])
	for i, start := range starts {
		end := t.lastRow(lines, start)
		if i+1 < len(starts) {
			end = starts[i+1]
			if end-start > len(t.names) && isGroup(lines[end-1].S) {
				end--
			}
		}
		cells := t.stacked(lines[start:end])
		hide(lines[start:end])
		t.take(&lines[start], cells)
		n = end
	}
	return n
}

// isNumberName reports whether s is the name of a column of numbers.
func isNumberName(s string) bool { return s == "序号" || s == "编号" }

// isGroup reports whether s stands above the rows of a group.
func isGroup(s string) bool {
	_, ok := labelAt(s)
	return ok && len(s) <= maxTableHead
}

// stackedHead reads the names of the columns; first is the place of the first row, 0 if there is no
// such table.
func stackedHead(src *Source, lines []line) (t taskTable, first int) {
	var names []Text
	for i, l := range lines[:min(len(lines), maxStackedColumns+2)] {
		switch {
		case l.S == "1":
			kinds, ok := columnsOf(names)
			if !ok {
				return t, 0
			}
			return taskTable{src: src, names: names, kinds: kinds}, i
		case len(names) == i && !isGroup(l.S): // a group may stand above the first row
			names = append(names, l.Text)
		}
	}
	return t, 0
}

// stackedRows are the places of the numbers 1, 2, 3 and so on that open the rows.
func stackedRows(lines []line, first int) []int {
	starts := []int{first}
	for {
		last := starts[len(starts)-1]
		next, want := 0, strconv.Itoa(len(starts)+1)
		for i := last + 2; i < min(len(lines), last+maxStackedCells); i++ {
			if lines[i].S == want {
				next = i
				break
			}
		}
		if next == 0 {
			return starts
		}
		starts = append(starts, next)
	}
}

// lastRow is the end of the last row, which no number says.
func (t *taskTable) lastRow(lines []line, start int) int {
	end := start + 1
	for end < min(start+len(t.names), len(lines)) && !isGroup(lines[end].S) {
		end++
	}
	return end
}

// stacked gives the lines of a row to the columns. Lines too many are of the task; where lines are
// missing, the column of the time keeps its own.
func (t *taskTable) stacked(lines []line) []cell {
	task := 0
	for i, kind := range t.kinds {
		if kind == columnTask {
			task = i
		}
	}
	more, last := len(lines)-len(t.names), len(t.names)-1
	var cells []cell
	for i, l := range lines {
		column := i
		if more > 0 && i > task {
			column = max(task, i-more)
		}
		if more < 0 && i == len(lines)-1 && t.kinds[last] == columnTime && isTime(l.S) {
			column = last
		}
		cells = append(cells, cell{column, l.Text})
	}
	return cells
}

// isTime reports whether a cell says by when a task is to be done.
func isTime(s string) bool {
	return containsAny(s, []string{"年", "月", "季度", "长期", "持续", "常态"})
}
