package export

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// readInto sets the fields of which statements speak; other statements are passed over.
func readInto(fields []field, list []statement, evidence map[string]graph.Evidence) error {
	for _, s := range list {
		for _, f := range fields {
			if f.predicate != s.predicate {
				continue
			}
			if err := f.set(s.object, evidence); err != nil {
				return fmt.Errorf("%s: %w", s.predicate, err)
			}
		}
	}
	return nil
}

func readText(f *graph.Facts, list []statement) error {
	fields := textFields(&f.Expression, &f.Text)
	return readInto(append(fields, field{realizes, &f.Expression.Document}), list, nil)
}

func readNode(
	f *graph.Facts, subject string, list []statement, evidence map[string]graph.Evidence,
) error {
	id, err := parseNode(resource(subject))
	if err != nil {
		return err
	}
	typed := false
	for _, s := range list {
		if s.predicate == sameAs {
			to, err := parseNode(s.object)
			if err != nil {
				return err
			}
			f.Aliases = append(f.Aliases, graph.Alias{From: id, To: to})
		}
		typed = typed || s.predicate == isA
	}
	if !typed { // only aliases, or triples of edges
		return nil
	}
	n := newNode(id)
	f.Nodes = append(f.Nodes, n)
	return readInto(fieldsOf(n), list, evidence)
}

func readEdge(f *graph.Facts, list []statement, evidence map[string]graph.Evidence) error {
	var e graph.Edge
	for _, s := range list {
		switch {
		case s.predicate == predicateOf:
			for _, k := range graph.EdgeKinds() {
				if predicate(k) == s.object.value {
					e.Kind = k
				}
			}
		case s.predicate == isA && s.object.value == own+"Reform":
			e.Reform = &graph.Reform{}
		}
	}
	if e.Kind == 0 {
		return fmt.Errorf("an edge without a known predicate: %w", ErrFormat)
	}
	fields := append(edgeFields(&e), field{subjectOf, &e.From}, field{objectOf, &e.To})
	if e.Reform != nil {
		fields = append(fields, reformFields(e.Reform)...)
	}
	err := readInto(fields, list, evidence)
	f.Edges = append(f.Edges, e)
	return err
}

// evidenceOf is the evidence of a graph by its IRI.
func evidenceOf(
	source graph.Source, said map[string][]statement,
) (map[string]graph.Evidence, error) {
	all := map[string]graph.Evidence{}
	for subject, list := range said {
		if !strings.HasPrefix(subject, quotes) {
			continue
		}
		e := graph.Evidence{Source: source}
		err := readInto([]field{
			{sectionOf, &e.Section}, {startOf, &e.Start}, {endOf, &e.End}, {quoteValue, &e.Quote},
			{confidenceOf, &e.Confidence},
		}, list, nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", subject, err)
		}
		all[subject] = e
	}
	return all, nil
}

// quad is a line of N-Quads.
type quad struct {
	subject string
	statement
	graph string
}

func parseQuad(line string) (q quad, err error) {
	var parts [4]term
	rest := line
	for i := range parts {
		if parts[i], rest, err = parseTerm(strings.TrimLeft(rest, " \t")); err != nil {
			return q, err
		}
		if i != 2 && parts[i].datatype != "" {
			return q, fmt.Errorf("a literal in place of an IRI: %w", ErrFormat)
		}
	}
	if strings.TrimSpace(rest) != "." {
		return q, fmt.Errorf("no dot at its end: %w", ErrFormat)
	}
	return quad{parts[0].value, statement{parts[1].value, parts[2]}, parts[3].value}, nil
}

// parseTerm reads the IRI or literal that a text begins with.
func parseTerm(s string) (t term, rest string, err error) {
	if iri, ok := strings.CutPrefix(s, "<"); ok {
		if value, rest, ok := strings.Cut(iri, ">"); ok {
			return resource(value), rest, nil
		}
	}
	end := literalEnd(s)
	if end < 0 {
		return t, "", fmt.Errorf("neither an IRI nor a literal: %w", ErrFormat)
	}
	value, err := unquoted(s[1:end])
	if err != nil {
		return t, "", err
	}
	t, rest = term{value, xsd + "string"}, s[end+1:]
	if typed, ok := strings.CutPrefix(rest, "^^<"); ok {
		if t.datatype, rest, ok = strings.Cut(typed, ">"); !ok {
			return t, "", fmt.Errorf("a datatype without end: %w", ErrFormat)
		}
	}
	return t, rest, nil
}

// literalEnd is the place of the quotation mark that ends the literal at the beginning of s, -1 if
// there is none.
func literalEnd(s string) int {
	if !strings.HasPrefix(s, `"`) {
		return -1
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}

// unquoted is what a literal says.
func unquoted(s string) (string, error) {
	if !strings.Contains(s, `\`) {
		return s, nil
	}
	text, err := strconv.Unquote(`"` + s + `"`)
	if err != nil {
		return "", fmt.Errorf("the literal %.40q: %w", s, ErrFormat)
	}
	return text, nil
}
