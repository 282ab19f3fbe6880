package loader

import (
	"slices"
	"strconv"
	"strings"
)

// stackedTable is the head of a table of indicators whose cells stand on lines of their own, as in
// pages that were copied cell by cell: 序号 指标 单位 2025年 2030年 属性.
type stackedTable struct {
	lines   int // of the head
	unit    bool
	indexed bool  // rows are numbered
	based   bool  // a column shows how things stand, so no year does
	years   []int // of each column of figures, 0 where it names none
	aims    []int // columns whose figures are aims
}

// headWords are the names of columns without figures, aimColumns those of aims and baseColumns those
// of other figures.
var (
	headWords = words(`序号 类别 类型 分类 领域 维度 项目 指标 指标名称 主要指标 具体指标 指标类别 指标类型 指标属性
		指标性质 一级指标 二级指标 三级指标 属性 性质 单位 计量单位 责任单位 牵头单位 责任部门 备注`)
	aimColumns  = words(`目标值 预期值 规划值 目标 预期目标 规划目标 目标数`)
	baseColumns = words(`现状值 基期值 基准值 基础值 现状 基数 年均增长 年均增速 年均增长率`)
)

// maxHeadCells is more than a head has, with the first cell behind it.
const maxHeadCells = 16

// stackedHead reads the head of a table that lines open with.
func (t *targetText) stackedHead(lines []span) (table stackedTable, ok bool) {
	named, overall := false, -1
	for _, s := range lines[:min(len(lines), maxHeadCells)] {
		cell := t.lone(s)
		switch {
		case headWords.has(cell):
			named = named || strings.Contains(cell, "指标")
			table.unit = table.unit || cell == "单位" || cell == "计量单位"
			table.indexed = table.indexed || cell == "序号"
		case aimColumns.has(cell):
			overall = len(table.years)
			table.years = append(table.years, 0)
		case baseColumns.has(cell):
			table.based = true
			table.years = append(table.years, 0)
		case yearColumn(cell) > 0:
			if overall == len(table.years)-1 && overall >= 0 { // the years stand below 目标值
				table.years, overall = table.years[:overall], -1
			}
			table.years = append(table.years, yearColumn(cell))
		case table.lines > 0 && strings.HasPrefix(cell, "("): // 2025年 (实际)
		default:
			table.settle(overall, t.reader.issued)
			return table, named && len(table.aims) > 0
		}
		table.lines++
	}
	return table, false
}

// yearColumn is the year in the name of a column, such as 2025年目标值, 0 if it has none.
func yearColumn(cell string) int {
	digits := leadingDigits(cell)
	if len(digits) != 4 || !plausibleYear(digits) || longerThan(cell, 14) ||
		!strings.HasPrefix(cell[4:], "年") {
		return 0
	}
	year, _ := strconv.Atoi(digits) // four digits
	return year
}

// settle finds the columns of aims: those of years to come, or else the one that says so.
func (table *stackedTable) settle(overall, issued int) {
	last := slices.Max(append(table.years, 0))
	for i, year := range table.years {
		if year > 0 && year >= issued && (year == last || table.based || year > issued && issued > 0) {
			table.aims = append(table.aims, i)
		}
	}
	if last == 0 && overall >= 0 {
		table.aims = []int{overall}
	}
}

// maxCell is how many characters a cell of a table of indicators has, and maxOdd how many lines
// between two rows are none: the name of a group, a number, an attribute.
const maxCell, maxOdd = 40, 5

// stacked reads the table of indicators that the lines open with, and says how many of them it takes;
// they are 0 if there is none.
func (t *targetText) stacked(lines []span) int {
	if len(lines) < 4 || !headWords.has(t.lone(lines[0])) {
		return 0
	}
	table, ok := t.stackedHead(lines)
	if !ok {
		return 0
	}
	first := lines[table.lines:min(len(lines), table.lines+maxOdd)]
	numbered := table.indexed && slices.ContainsFunc(first, func(s span) bool { return t.lone(s) == "1" })
	taken, odd := 0, 0
	for i := table.lines; i < len(lines) && odd <= maxOdd; {
		cell := t.lone(lines[i])
		if cell == "" || strings.HasPrefix(cell, "注") {
			break
		}
		n := 0
		if !numbered || isFigure(t.lone(lines[i-1])) {
			n = t.stackedRow(table, lines[i:])
		}
		if odd++; n > 0 {
			taken, odd = i+n, 0
		}
		i += max(n, 1)
	}
	return taken
}

// stackedRow reads the row that lines open with, and says how many of them it takes.
func (t *targetText) stackedRow(table stackedTable, lines []span) int {
	width := 1 + len(table.years)
	if table.unit {
		width++
	}
	if len(lines) < width {
		return 0
	}
	cells := make([]string, width)
	for i := range cells {
		cells[i] = t.lone(lines[i])
	}
	name, figures := cells[0], cells[width-len(table.years):]
	if isCellFigure(name) || headWords.has(name) || !allFigures(figures) {
		return 0
	}
	metric, measure := cutMeasure(name)
	if table.unit {
		metric, measure = name, cells[1]
	}
	for _, column := range table.aims {
		l, ok := readLevel(figures[column])
		if !ok {
			continue
		}
		deadline := table.years[column]
		if deadline == 0 {
			deadline = t.carried
		}
		in := indicator{metric, measure, l, deadline}
		if row := t.indicator(in, span{lines[0].start, lines[width-1].end}); row != nil {
			t.reader.out = append(t.reader.out, *row)
		}
	}
	return width
}

// lone is the line s without blanks, if it may be a cell, else "".
func (t *targetText) lone(s span) string {
	line := s.of(t.text.S)
	if longerThan(line, maxCell) || s.end < len(t.text.S) && t.text.S[s.end] != '\n' {
		return ""
	}
	return strings.TrimSpace(narrowBrackets.Replace(strings.ReplaceAll(line, " ", "")))
}

// isCellFigure reports whether a cell may hold a figure, or a dash for one that is missing.
func isCellFigure(cell string) bool {
	_, ok := readLevel(cell)
	return ok || strings.Trim(cell, "—-/ ") == ""
}

func allFigures(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return !isCellFigure(c) })
}
