package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
)

// NQuads writes what every text states as RDF 1.1 N-Quads, in a graph named by the text. Import
// reads it back.
func NQuads(ctx context.Context, v View, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := graphs(ctx, v, func(text string, described []description) error {
		for _, d := range described {
			for _, s := range d.statements {
				if _, err := fmt.Fprintf(out, "<%s> <%s> %s <%s> .\n",
					d.subject, s.predicate, s.object.nquads(), text); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// nquads is the term in the canonical form of N-Quads.
func (t term) nquads() string {
	switch t.datatype {
	case "":
		return "<" + t.value + ">"
	case xsd + "string":
		return quoted(t.value)
	}
	return quoted(t.value) + "^^<" + t.datatype + ">"
}

func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
