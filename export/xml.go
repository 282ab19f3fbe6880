package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// GraphML writes the joined graph for yEd, Gephi, Cytoscape and NetworkX.
func GraphML(ctx context.Context, r graph.Reader, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	types := map[string]string{"integer": "int"}
	key := func(kind string, i int, c column) {
		fmt.Fprintf(out, "<key id=\"%s%d\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
			kind[:1], i, kind, c.name, typeName(types, c.kind))
	}
	t := table{
		begin: func(nodeColumns, edgeColumns []column) error {
			out.WriteString(xml.Header + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
			for i, c := range append([]column{{"label", "string"}, {"kind", "string"}}, nodeColumns...) {
				key("node", i, c)
			}
			for i, c := range append([]column{{"kind", "string"}}, edgeColumns...) {
				key("edge", i, c)
			}
			_, err := out.WriteString("<graph id=\"policygraph\" edgedefault=\"directed\">\n")
			return err
		},
		node: func(n row) error {
			fmt.Fprintf(out, "<node id=%s>", attribute(n.id))
			all := append([]string{n.label, n.kind}, n.values...)
			return xmlValues(out, "<data key=\"n%d\">%s</data>", all, "</node>\n")
		},
		edge: func(e row) error {
			fmt.Fprintf(out, "<edge id=%s source=%s target=%s>",
				attribute(e.id), attribute(e.from), attribute(e.to))
			all := append([]string{e.kind}, e.values...)
			return xmlValues(out, "<data key=\"e%d\">%s</data>", all, "</edge>\n")
		},
	}
	if err := t.write(ctx, r); err != nil {
		return err
	}
	out.WriteString("</graph>\n</graphml>\n")
	return out.Flush()
}

// GEXF writes the joined graph in version 1.2 of Gephi's own format, which also others read.
func GEXF(ctx context.Context, r graph.Reader, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	types := map[string]string{"integer": "integer"}
	attributes := func(class string, columns []column) {
		fmt.Fprintf(out, "<attributes class=\"%s\">\n", class)
		for i, c := range append([]column{{"kind", "string"}}, columns...) {
			fmt.Fprintf(out, "<attribute id=\"%d\" title=\"%s\" type=\"%s\"/>\n",
				i, c.name, typeName(types, c.kind))
		}
		out.WriteString("</attributes>\n")
	}
	const value = "<attvalue for=\"%d\" value=%s/>"
	inEdges := false
	t := table{
		begin: func(nodeColumns, edgeColumns []column) error {
			out.WriteString(xml.Header + "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n" +
				"<graph defaultedgetype=\"directed\">\n")
			attributes("node", nodeColumns)
			attributes("edge", edgeColumns)
			_, err := out.WriteString("<nodes>\n")
			return err
		},
		node: func(n row) error {
			fmt.Fprintf(out, "<node id=%s label=%s><attvalues>", attribute(n.id), attribute(n.label))
			return xmlValues(out, value, append([]string{n.kind}, n.values...), "</attvalues></node>\n")
		},
		edge: func(e row) error {
			if !inEdges {
				inEdges = true
				out.WriteString("</nodes>\n<edges>\n")
			}
			fmt.Fprintf(out, "<edge id=%s source=%s target=%s label=%s><attvalues>",
				attribute(e.id), attribute(e.from), attribute(e.to), attribute(e.label))
			return xmlValues(out, value, append([]string{e.kind}, e.values...), "</attvalues></edge>\n")
		},
	}
	if err := t.write(ctx, r); err != nil {
		return err
	}
	if !inEdges {
		out.WriteString("</nodes>\n<edges>\n")
	}
	out.WriteString("</edges>\n</graph>\n</gexf>\n")
	return out.Flush()
}

// typeName is what a format calls a type, by default as XML Schema does.
func typeName(names map[string]string, kind string) string {
	if name, ok := names[kind]; ok {
		return name
	}
	return kind
}

// xmlValues writes the values that are not empty, each by a format with its number and itself, as
// an attribute or as text, and what ends the element.
func xmlValues(out *bufio.Writer, format string, values []string, end string) error {
	escape := escaped
	if strings.Contains(format, "value=") {
		escape = attribute
	}
	for i, v := range values {
		if v != "" {
			fmt.Fprintf(out, format, i, escape(v))
		}
	}
	_, err := out.WriteString(end)
	return err
}

func attribute(s string) string { return `"` + escaped(s) + `"` }

// escaped is a text in XML; what XML cannot hold is replaced.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
