package loader

import (
	"slices"
	"strings"
)

// taskRow is a row of a table of tasks (任务分工表): an element of the outline, whose units stand
// in columns of their own.
type taskRow struct {
	names bool // it is no task: the names of the columns, or more of the row above
	n     int  // its number, as written or else by its place in the table
	mark  Text // the cell with the number; empty where there is none
	parts []Text
}

// The columns of a table of tasks.
type column int

const (
	columnText   column = iota
	columnNumber        // 序号
	columnTask          // 重点任务
	columnRole          // 牵头单位
	columnTime          // 完成时限
)

// maxTableHead is how long the row with the names of the columns is, in bytes.
const maxTableHead = 300

// markRows finds the tables of tasks among the lines, whose cells tabs part, and reads their rows.
func markRows(src *Source, lines []line) {
	for i := 0; i < len(lines); i++ {
		if n := markStacked(src, lines[i:]); n > 0 {
			i += n - 1
			continue
		}
		if s := lines[i].S; len(s) > maxTableHead || !strings.Contains(s, " ") ||
			!contains(s, "单位") && !contains(s, "部门") {
			continue
		}
		names := cellsOf(src, lines[i].Text)
		kinds, ok := columnsOf(names)
		if !ok {
			continue
		}
		t := taskTable{src: src, names: names, kinds: kinds}
		lines[i].row = &taskRow{names: true}
		for i+1 < len(lines) {
			group := len(lines[i+1].S) <= maxTableHead // a line between rows, such as 一、农业
			if t.read(&lines[i+1]) {
				i++
			} else if group && i+2 < len(lines) && t.read(&lines[i+2]) {
				i += 2
			} else {
				break
			}
		}
	}
}

// cellsOf are the cells of a line, empty ones included; a line without tabs is one cell.
func cellsOf(src *Source, t Text) []Text {
	var cells []Text
	start, from := 0, src.place(t.at(0))
	for from > 0 && (src.Text[from-1] == ' ' || src.Text[from-1] == '\t') {
		if from--; src.Text[from] == '\t' {
			cells = append(cells, t.Slice(0, 0))
		}
	}
	for i := range len(t.S) {
		if t.S[i] != ' ' || i == 0 || i+1 == len(t.S) {
			continue
		}
		tabs, gap := 0, Span{Start: t.at(i-1) + 1, End: t.at(i + 1)}
		gap.Start = min(gap.Start, gap.End)
		for _, r := range src.Quote(gap) {
			if r != '\t' {
				continue
			}
			if tabs++; tabs == 1 {
				cells = append(cells, tight(t.Slice(start, i)))
			} else {
				cells = append(cells, t.Slice(i, i))
			}
			start = i + 1
		}
	}
	return append(cells, tight(t.Slice(start, len(t.S))))
}

// columnsOf reads the names of the columns. A table of tasks has one for the tasks and one for
// units, at least.
func columnsOf(names []Text) (kinds []column, ok bool) {
	const minColumns = 3
	if len(names) < minColumns {
		return nil, false
	}
	kinds = make([]column, len(names))
	task, roles := -1, 0
	for i, name := range names {
		switch s := strings.ReplaceAll(name.S, " ", ""); {
		case isNumberName(s):
			kinds[i] = columnNumber
		case labelRole(s) != "": // 单位 or 部门 ends it
			kinds[i] = columnRole
			roles++
		case contains(s, "时"), contains(s, "进度"):
			kinds[i] = columnTime
		case roles > 0:
		case containsAny(s, []string{"任务", "举措", "措施", "事项", "项目", "工作", "名称"}) || task < 0:
			task = i
		}
	}
	if task < 0 || roles == 0 {
		return nil, false
	}
	kinds[task] = columnTask
	return kinds, true
}

// taskTable reads the rows of a table.
type taskTable struct {
	src   *Source
	names []Text
	kinds []column
	rows  int
	last  *taskRow
}

// read takes the next line; it reports whether it is a row of the table.
func (t *taskTable) read(l *line) bool {
	texts := cellsOf(t.src, l.Text)
	if len(texts) < 2 || len(texts) > len(t.names) {
		return false
	}
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = cell{i, text}
	}
	t.take(l, cells)
	return true
}

// cell is one of a row, and the place of its column.
type cell struct {
	column int
	Text
}

// take makes l the line that stands for a row.
func (t *taskTable) take(l *line, cells []cell) {
	r := &taskRow{mark: l.Text.Slice(0, 0)}
	var tasks, texts, times, roles []Text
	for _, c := range cells {
		switch kind := t.kinds[c.column]; {
		case c.S == "":
		case kind == columnNumber:
			if r.n, _ = decimal(c.S); len(tasks)+len(texts) == 0 {
				r.mark = c.Text // the element begins with it
			}
		case kind == columnTask:
			tasks = append(tasks, c.Text)
		case kind == columnRole:
			roles = append(roles, underName(t.names[c.column], c.Text))
		case kind == columnTime:
			times = append(times, underName(t.names[c.column], c.Text))
		default:
			texts = append(texts, c.Text)
		}
	}
	r.parts = slices.Concat(tasks, texts, times, roles)
	l.row = r
	switch {
	case len(tasks)+len(texts) == 0 && r.n == 0 && t.last != nil: // more of the task above
		t.last.parts = append(t.last.parts, r.parts...)
		r.names = true
		return
	case len(r.parts) == 0:
		r.names = true
		return
	}
	if t.rows++; r.n == 0 {
		r.n = t.rows
	}
	t.last = r
}

// underName is a cell behind the name of its column, as if the line said 责任单位:X. The name has
// the place of the cell, so that the quote is the cell.
func underName(name, cell Text) Text {
	if isRoleLine(cell.S) {
		return cell
	}
	label := strings.ReplaceAll(name.S, " ", "") + ":"
	w := newTextWriter(len(label) + len(cell.S))
	w.write(label, cell.at(0), len(label)) // all of it at one place
	w.add(cell)
	return w.finish(cell.at(len(cell.S)))
}

// row opens the element of a row of a table of tasks.
func (b *builder) row(r *taskRow) {
	if r.names {
		return
	}
	n := len(r.mark.S)
	b.open(label{kind: labelNum, num: r.n, size: n, text: n}, r.mark)
	for _, p := range r.parts {
		b.add(p)
	}
}
