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
	return strings.Fields(narrowBrackets.Replace(line))
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
	op, value, unit, ok := tableValue(cells[at])
	if !ok || t.table.deadline < t.reader.issued {
		return nil
	}
	metric, measure, ok := t.table.label(cells, at)
	if !ok {
		return nil
	}
	if measure != "" {
		unit = measure
	}
	factor, n := multiplier(unit, 0)
	if value *= factor; math.IsInf(value, 0) {
		return nil
	}
	deadline := t.table.deadline
	row := &Target{
		Path: t.block.Path, Metric: metric, Op: op, Value: rounded(value), Unit: unit[n:],
		Deadline: &deadline, Span: t.text.Span(s.start, s.end),
	}
	row.doubt(row.Unit == "" || utf8.RuneCountInString(metric) > wholeClause, doubtVague)
	row.Quote = t.reader.src.Quote(row.Span)
	if row.Unit == "%" {
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
	metric = cells[name]
	if table.unit > 0 {
		return metric, cells[at-table.unit], true
	}
	if i := strings.LastIndexByte(metric, '('); i > 0 && strings.HasSuffix(metric, ")") {
		return metric[:i], metric[i+1 : len(metric)-1], true
	}
	return metric, "", true
}

// isFigure reports whether a cell holds a figure.
func isFigure(cell string) bool {
	return strings.TrimLeft(cell, "0123456789.,%-—") == ""
}

// tableValue reads a cell such as ≥40, 98以上 and [300].
func tableValue(cell string) (op string, value float64, unit string, ok bool) {
	op = "="
	for _, sign := range []struct{ mark, op string }{
		{"≥", ">="}, {"≤", "<="}, {"＞", ">"}, {">=", ">="}, {"<=", "<="}, {">", ">"}, {"＜", "<"}, {"<", "<"},
	} {
		if rest, cut := strings.CutPrefix(cell, sign.mark); cut {
			cell, op = rest, sign.op
			break
		}
	}
	if rest, word := comparatorWords.cutOpening(cell); word != "" {
		cell, op = rest, comparatorWords.value(word)
	}
	if cell == "" || !isDigit(cell[0]) {
		return op, 0, "", false
	}
	value, i := digits(cell, 0, len(cell))
	rest := cell[i:]
	if strings.HasPrefix(rest, "%") {
		unit, rest = "%", rest[1:]
	}
	if tail, n := tailAfter(rest); n > 0 {
		op, rest = tail, rest[n:]
	}
	return op, value, unit, rest == ""
}

// tabulated is the row that line s is of the table around it, nil if it is none. The head of a table
// opens it, prose ends it.
func (t *targetText) tabulated(s span) *Target {
	line := s.of(t.text.S)
	if len(mentionsIn(t.years, s)) > 0 && contains(line, "指标") && !longerThan(line, 80) {
		if table, ok := tableHead(t.cells(s)); ok {
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
