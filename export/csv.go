package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// CSV writes the joined graph as two tables with the headings of Gephi's importer (Id, Label;
// Source, Target, Type), which Neo4j's LOAD CSV and spreadsheets take, too.
func CSV(ctx context.Context, r graph.Reader, nodes, edges io.Writer) error {
	return writeCSV(ctx, r, nodes, edges, headings{
		node: []string{"Id", "Label", "Kind"}, edge: []string{"Source", "Target", "Kind", "Type", "Id"},
		edgeType: "Directed", column: func(c column) string { return c.name }, cells: safe,
	})
}

// Neo4j writes the joined graph as two tables with the headings of neo4j-admin database import
// (:ID, :LABEL; :START_ID, :END_ID, :TYPE) and the types of the columns. What a node is called stands
// in the property caption. Lines are joined, since the importer takes one line for a record.
func Neo4j(ctx context.Context, r graph.Reader, nodes, edges io.Writer) error {
	types := map[string]string{"integer": ":int", "double": ":double", "boolean": ":boolean"}
	return writeCSV(ctx, r, nodes, edges, headings{
		node: []string{"id:ID", "caption", ":LABEL"}, edge: []string{":START_ID", ":END_ID", ":TYPE"},
		column: func(c column) string { return c.name + types[c.kind] },
		cells:  func(cells []string) []string { return safe(joined(cells)) },
	})
}

// headings say how the columns of tables are called.
type headings struct {
	node, edge []string
	edgeType   string // what stands in the column Type; without it, that column and Id are left out
	column     func(column) string
	cells      func([]string) []string // makes the values of a row what the reader takes
}

func writeCSV(
	ctx context.Context, r graph.Reader, nodes, edges io.Writer, h headings,
) error {
	nodeTable, edgeTable := csv.NewWriter(nodes), csv.NewWriter(edges)
	t := table{
		begin: func(nodeColumns, edgeColumns []column) error {
			if err := nodeTable.Write(append(h.node, names(nodeColumns, h)...)); err != nil {
				return err
			}
			return edgeTable.Write(append(h.edge, names(edgeColumns, h)...))
		},
		node: func(n row) error {
			return nodeTable.Write(h.cells(append([]string{n.id, n.label, n.kind}, n.values...)))
		},
		edge: func(e row) error {
			cells := []string{e.from, e.to, e.kind}
			if h.edgeType != "" {
				cells = append(cells, h.edgeType, e.id)
			}
			return edgeTable.Write(h.cells(append(cells, e.values...)))
		},
	}
	if err := t.write(ctx, r); err != nil {
		return err
	}
	nodeTable.Flush()
	edgeTable.Flush()
	if err := nodeTable.Error(); err != nil {
		return err
	}
	return edgeTable.Error()
}

func names(columns []column, h headings) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = h.column(c)
	}
	return list
}

// joined makes one line of the lines of each cell.
func joined(cells []string) []string {
	for i, cell := range cells {
		cells[i] = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(cell)
	}
	return cells
}

// safe puts an apostrophe before what a spreadsheet would take for a formula: texts are not ours,
// and a formula can send what stands beside it elsewhere. Numbers below zero stay numbers.
func safe(cells []string) []string {
	for i, cell := range cells {
		if _, err := strconv.ParseFloat(cell, 64); err == nil {
			continue
		}
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") ||
			strings.HasPrefix(cell, "＝") || strings.HasPrefix(cell, "＋") ||
			strings.HasPrefix(cell, "－") || strings.HasPrefix(cell, "＠") {
			cells[i] = "'" + cell
		}
	}
	return cells
}
