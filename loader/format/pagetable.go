package format

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Words of the first row of a table of tasks (任务分工表): a column for what is to be done, another
// for who does it.
var (
	taskColumns = []string{"任务", "举措", "措施", "事项", "内容", "项目", "工作", "目标"}
	unitColumns = []string{"责任单位", "责任部门", "牵头单位", "牵头部门", "配合单位", "主办单位", "实施单位", "落实单位"}
)

// maxTableHead is how long the first row of a table of tasks is, in bytes, and maxColumns how many
// cells it has.
const maxTableHead, maxColumns = 300, 20

// isTaskTable reports whether a table is one of tasks, and not the frame of a page.
func isTaskTable(table *html.Node) bool {
	rows := tableRows(table)
	if len(rows) < 2 {
		return false
	}
	cells := rowCells(rows[0])
	if len(cells) < 3 || len(cells) > maxColumns {
		return false
	}
	var head strings.Builder
	for _, c := range cells {
		if !headText(c, &head) {
			return false
		}
		head.WriteByte('\t')
	}
	names := squeeze(head.String())
	return containsAny(names, taskColumns) && containsAny(names, unitColumns)
}

// headText writes the text of a cell, as long as it is short and the cell holds no table.
func headText(n *html.Node, out *strings.Builder) bool {
	if n.Type == html.TextNode {
		out.WriteString(n.Data)
	}
	if n.DataAtom == atom.Table || out.Len() > maxTableHead {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !headText(c, out) {
			return false
		}
	}
	return true
}

// tableRows are the rows of a table, those of tables inside it left out.
func tableRows(table *html.Node) []*html.Node {
	var rows []*html.Node
	for n := table.FirstChild; n != nil; n = n.NextSibling {
		switch n.DataAtom {
		case atom.Tr:
			rows = append(rows, n)
		case atom.Tbody, atom.Thead, atom.Tfoot:
			rows = append(rows, tableRows(n)...)
		}
	}
	return rows
}

func rowCells(row *html.Node) []*html.Node {
	var cells []*html.Node
	for n := row.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			cells = append(cells, n)
		}
	}
	return cells
}

// table writes a table of tasks: a line for each row, tabs between its cells, and an empty cell
// wherever one reaches down from the row above or over several columns.
func (w *pageWriter) table(table *html.Node) {
	w.newline()
	var below [maxColumns]int // by column: rows into which a cell reaches down
	for _, row := range tableRows(table) {
		column := 0
		skip := func(column int) int {
			for column < maxColumns && below[column] > 0 {
				below[column]--
				column++
				w.put('\t')
			}
			return column
		}
		for i, cell := range rowCells(row) {
			if i > 0 {
				w.put('\t')
			}
			if column = skip(column); column == maxColumns {
				break
			}
			w.cell(cell)
			down, over := cellSpan(cell, "rowspan"), cellSpan(cell, "colspan")
			for n := range min(over, maxColumns-column) {
				if n > 0 {
					w.put('\t')
				}
				below[column] = down - 1
				column++
			}
		}
		skip(column)
		w.put('\n')
	}
}

// cell writes the text of a cell on one line.
func (w *pageWriter) cell(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
	case n.Type == html.ElementNode && !isUnseen(n):
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.cell(c)
		}
		edge := n.DataAtom == atom.Br || isBlock(n) && n.DataAtom != atom.Td && n.DataAtom != atom.Th
		if edge && w.last != '\t' {
			w.blank()
		}
	}
}

// cellSpan is over how many rows or columns a cell reaches.
func cellSpan(cell *html.Node, key string) int {
	const most = 1000
	n, err := strconv.Atoi(attribute(cell, key))
	if err != nil {
		return 1
	}
	return min(max(n, 1), most)
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
