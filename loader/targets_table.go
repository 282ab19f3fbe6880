package loader

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// indicatorTable is the head of a table of indicators: 指标 单位 2020年 2025年 属性. Columns are
// counted from the right, since rows may open with the name of a group.
type indicatorTable struct {
	deadline int // year of the last column that has one
	width    int // number of columns
	after    int // columns behind that of the deadline
	unit     int // columns from that of the unit to that of the deadline, 0 if there is none
}

// cells are those of the line s, as the source has them: the cleaned text has no blanks between
// Chinese characters.
func (t *targetText) cells(s span) []string {
	line := t.reader.src.Simplified(t.text.Span(s.start, s.end))
	if line = narrowBrackets.Replace(line); !strings.Contains(line, "\t") {
		return strings.Fields(line)
	}
	var cells []string
	for cell := range strings.SplitSeq(line, "\t") { // may hold blanks: 指　标
		if cell = strings.Join(strings.Fields(cell), ""); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}

var narrowBrackets = strings.NewReplacer("（", "(", "）", ")", "％", "%", "[", "", "]", "", "〔", "", "〕", "")

// tableHead reads the head of a table of indicators, if the cells are one.
func tableHead(cells []string) (table indicatorTable, ok bool) {
	if len(cells) < 3 || len(cells) > 10 {
		return table, false
	}
	at := -1
	for i, c := range cells {
		digits := leadingDigits(c)
		if len(digits) == 4 && plausibleYear(digits) && strings.HasPrefix(c[4:], "年") {
			at = i
			table.deadline, _ = strconv.Atoi(digits) // four digits
		} else if table.deadline == 0 && aimColumns.has(c) {
			at = i
		}
	}
	if at < 1 {
		return table, false
	}
	table.width, table.after = len(cells), len(cells)-1-at
	if i := slices.Index(cells[:at], "单位"); i >= 0 {
		table.unit = at - i
	}
	return table, true
}

// row reads a row of the table in s of t, nil if it is none.
func (t *targetText) row(s span) *Target {
	cells := t.cells(s)
	at := len(cells) - 1 - t.table.after
	if len(cells) < 3 || at < 1 || len(cells) > t.table.width+1 ||
		t.table.after > 0 && isDigit(cells[len(cells)-1][0]) {
		return nil
	}
	level, ok := readLevel(cells[at])
	if !ok || t.table.deadline > 0 && t.table.deadline < t.reader.issued {
		return nil
	}
	metric, measure, ok := t.table.label(cells, at)
	if !ok {
		return nil
	}
	return t.indicator(indicator{metric, measure, level, t.table.deadline}, s)
}

// indicator is what a row of a table of indicators says.
type indicator struct {
	metric   string
	measure  string // unit, as the row states it apart from the figure, or ""
	level    level
	deadline int // 0 if unknown
}

// indicator makes the target that the row in s states, nil if its figure is none.
func (t *targetText) indicator(in indicator, s span) *Target {
	value, unit := in.level.value, in.level.unit
	if unit == "" || in.measure != "" && strings.HasSuffix(in.measure, unit) {
		factor, n := multiplier(in.measure, 0)
		value, unit = value*factor, in.measure[n:]
	}
	if math.IsInf(value, 0) {
		return nil
	}
	row := &Target{
		Path: t.block.Path, Metric: in.metric + in.level.change, Op: in.level.op,
		Value: rounded(value), Unit: unit, Span: t.text.Span(s.start, s.end),
	}
	row.doubt(unit == "" || utf8.RuneCountInString(in.metric) > wholeClause, doubtVague)
	row.doubt(in.deadline == 0, doubtUndated)
	row.Quote = t.reader.src.Quote(row.Span)
	if in.deadline > 0 {
		row.Deadline = &in.deadline
	}
	if unit == "%" {
		basis := "rate"
		row.Basis = &basis
	}
	return row
}

// label is the name of the indicator of a row and its unit, which stands in a column of its own or
// in brackets behind the name. at is the column of the value.
func (table indicatorTable) label(cells []string, at int) (metric, unit string, ok bool) {
	name := at - table.unit - 1
	for name > 0 && table.unit == 0 && isFigure(cells[name]) {
		name--
	}
	if name < 0 || isFigure(cells[name]) {
		return "", "", false
	}
	if table.unit > 0 {
		return cells[name], cells[at-table.unit], true
	}
	metric, unit = cutMeasure(cells[name])
	return metric, unit, true
}

// cutMeasure parts the name of an indicator from the unit in brackets behind it.
func cutMeasure(name string) (metric, unit string) {
	if i := strings.LastIndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		return name[:i], name[i+1 : len(name)-1]
	}
	return name, ""
}

// isFigure reports whether a cell holds a figure.
func isFigure(cell string) bool {
	return strings.TrimLeft(cell, "0123456789.,%-—") == ""
}

// level is what a cell such as ≥40, 98以上, 300 or 下降15% says.
type level struct {
	op     string
	value  float64
	unit   string
	change string // 下降, 增长 … before a figure that is no level but a change
}

// signs are the marks of comparators, as pages and the cleaned text have them.
var signs = newWordTable(
	valued[string]{">=", `≥ >=`}, valued[string]{"<=", `≤ <=`}, valued[string]{">", `> ＞ 〉`},
	valued[string]{"<", `< ＜ 〈`},
)

// readLevel reads a cell that holds a figure and nothing else.
func readLevel(cell string) (l level, ok bool) {
	l.op = "="
	for _, words := range []wordTable[string]{signs, comparatorWords} {
		if rest, word := words.cutOpening(cell); word != "" {
			cell, l.op = rest, words.value(word)
		}
	}
	if rest, word := levelWords.cutOpening(cell); word != "" {
		cell = rest
	} else if cell, l.change = changeWords.cutOpening(cell); l.change == "" {
		cell, _ = fillWords.cutOpening(cell)
	}
	if cell == "" || !isDigit(cell[0]) {
		return l, false
	}
	value, i := digits(cell, 0, len(cell))
	factor, i := multiplier(cell, i)
	l.value = value * factor
	l.unit = units.opening(cell[i:])
	rest := cell[i+len(l.unit):]
	if tail, n := tailAfter(rest); n > 0 {
		l.op, rest = tail, rest[n:]
	}
	return l, rest == ""
}

// tabulated is the row that line s is of the table around it, nil if it is none. The head of a table
// opens it, prose ends it.
func (t *targetText) tabulated(s span) *Target {
	line := s.of(t.text.S)
	if !longerThan(line, 80) && contains(strings.ReplaceAll(line, " ", ""), "指标") {
		if table, ok := tableHead(t.cells(s)); ok {
			if table.deadline == 0 {
				table.deadline = t.carried
			}
			t.table = table
			return nil
		}
	}
	if t.table.width == 0 {
		return nil
	}
	if strings.HasPrefix(t.text.S[s.end:], "。") || longerThan(line, 120) {
		t.table = indicatorTable{}
		return nil
	}
	return t.row(s)
}
