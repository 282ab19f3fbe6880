package export

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// readAtOnce is how many nodes are read together.
const readAtOnce = 1000

// column is a field of the joined graph, of one Go type wherever it occurs.
type column struct {
	name string
	kind string // string, integer, double or boolean, as XML Schema calls them
}

// row is a node or an edge: its values by column, "" where it has none.
type row struct {
	id, label string
	from, to  string // of an edge
	kind      string
	values    []string
}

// table calls back for the columns and rows of the joined graph: all nodes, then all edges.
type table struct {
	begin      func(nodeColumns, edgeColumns []column) error
	node, edge func(row) error
}

// nodeColumns are the columns of nodes: the region that a node belongs to, and the fields of all
// kinds, each name once.
func nodeColumns() []column {
	columns := []column{{"region", "string"}}
	for _, k := range graph.NodeKinds() {
		columns = appendColumns(columns, fieldsOf(newNode(graph.ID{byte(k)})))
	}
	return columns
}

// edgeColumns are the columns of edges; the evidence is the first quote.
func edgeColumns() []column {
	columns := appendColumns(nil, edgeFields(&graph.Edge{}))
	return append(appendColumns(columns, reformFields(&graph.Reform{})), column{"evidence", "string"})
}

func appendColumns(columns []column, fields []field) []column {
	for _, f := range fields {
		kind := "string"
		switch f.at.(type) {
		case *[]graph.Evidence:
			continue
		case *int:
			kind = "integer"
		case *float64:
			kind = "double"
		case *bool:
			kind = "boolean"
		}
		c := column{columnName(f.predicate), kind}
		if !slices.ContainsFunc(columns, func(o column) bool { return o.name == c.name }) {
			columns = append(columns, c)
		}
	}
	return columns
}

// columnName is how tables call a field: the end of its IRI, but of a section's label (一、), since
// tools that draw graphs have a column of that name for what is written at a node.
func columnName(predicate string) string {
	if predicate == own+"label" {
		return "sectionLabel"
	}
	return local(predicate)
}

// values are the fields in the order of columns.
func values(columns []column, fields []field) []string {
	all := make([]string, len(columns))
	for _, f := range fields {
		i := slices.IndexFunc(columns, func(c column) bool { return c.name == columnName(f.predicate) })
		if i >= 0 {
			all[i] = f.text()
		}
	}
	return all
}

// text is the field's value in a table; "" for the zero value.
func (f field) text() string {
	switch at := f.at.(type) {
	case *graph.ID:
		return at.String()
	case *float64:
		if *at != 0 {
			return strconv.FormatFloat(*at, 'f', -1, 64)
		}
		return ""
	}
	var list []string
	for _, t := range f.terms() {
		list = append(list, t.value)
	}
	return strings.Join(list, "; ")
}

// write hands the joined graph to the table.
func (t table) write(ctx context.Context, r graph.Reader) error {
	nodes, edges := nodeColumns(), edgeColumns()
	if err := t.begin(nodes, edges); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	for _, step := range []func(context.Context, graph.Reader, []graph.ID) error{
		func(ctx context.Context, r graph.Reader, ids []graph.ID) error {
			return t.nodes(ctx, r, ids, nodes)
		},
		func(ctx context.Context, r graph.Reader, ids []graph.ID) error {
			return t.edges(ctx, r, ids, edges)
		},
	} {
		for _, k := range graph.NodeKinds() {
			ids, err := r.IDs(ctx, k)
			if err != nil {
				return fmt.Errorf("export: %w", err)
			}
			for some := range slices.Chunk(ids, readAtOnce) {
				if err := step(ctx, r, some); err != nil {
					return fmt.Errorf("export: %w", err)
				}
			}
		}
	}
	return nil
}

func (t table) nodes(ctx context.Context, r graph.Reader, ids []graph.ID, columns []column) error {
	nodes, err := r.Nodes(ctx, ids)
	if err != nil {
		return err
	}
	briefs, err := r.Briefs(ctx, ids)
	if err != nil {
		return err
	}
	for i, n := range nodes {
		if n == nil {
			continue
		}
		line := row{
			id: ids[i].String(), label: briefs[i].Label, kind: ids[i].Kind().String(),
			values: values(columns, fieldsOf(n)),
		}
		line.values[0] = briefs[i].Region
		if err := t.node(line); err != nil {
			return err
		}
	}
	return nil
}

// edges hands on the edges that leave some nodes.
func (t table) edges(ctx context.Context, r graph.Reader, ids []graph.ID, columns []column) error {
	// Kinds are named because a reader may have some for those alone who ask.
	lists, err := r.Neighbors(ctx, ids, graph.Out, graph.EdgeKinds()...)
	if err != nil {
		return err
	}
	var keys []graph.EdgeKey
	for i, list := range lists {
		for _, n := range list {
			keys = append(keys, graph.EdgeKey{From: ids[i], Kind: n.Kind, To: n.ID})
		}
	}
	for some := range slices.Chunk(keys, readAtOnce) {
		edges, err := r.Edges(ctx, some)
		if err != nil {
			return err
		}
		for _, e := range edges {
			if e == nil {
				continue
			}
			if err := t.edge(edgeRow(e, columns)); err != nil {
				return err
			}
		}
	}
	return nil
}

func edgeRow(e *graph.Edge, columns []column) row {
	fields := edgeFields(e)
	if e.Reform != nil {
		fields = append(fields, reformFields(e.Reform)...)
	}
	line := row{
		id: strings.TrimPrefix(edgeIRI(e), statements), label: e.Kind.String(), kind: e.Kind.String(),
		from: e.From.String(), to: e.To.String(), values: values(columns, fields),
	}
	if e.Kind == graph.AlignedWith { // no text states it
		line.values[slices.Index(columns, column{local(confidenceOf), "string"})] = ""
	}
	if len(e.Evidence) > 0 {
		line.values[len(line.values)-1] = e.Evidence[0].Quote
	}
	return line
}
