package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
)

// JSONLD writes the same as NQuads as one document of JSON-LD 1.1, with a named graph for each text.
func JSONLD(ctx context.Context, v View, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString(`{"@context":`)
	var context object
	for _, p := range prefixes() {
		context.put(p.name, p.iri)
	}
	out.Write(context.bytes())
	out.WriteString(`,"@graph":[`)
	first := true
	err := graphs(ctx, v, func(text string, described []description) error {
		if !first {
			out.WriteByte(',')
		}
		first = false
		out.WriteString("\n{\"@id\":")
		out.Write(jsonText(compact(text)))
		out.WriteString(`,"@graph":[`)
		for i, d := range described {
			if i > 0 {
				out.WriteByte(',')
			}
			out.WriteByte('\n')
			out.Write(d.jsonld())
		}
		_, err := out.WriteString("]}") // errors of a bufio.Writer stay
		return err
	})
	if err != nil {
		return err
	}
	out.WriteString("]}\n")
	return out.Flush()
}

// jsonld is the description as a JSON object, its predicates in the order of the statements.
func (d *description) jsonld() []byte {
	var o object
	o.put("@id", compact(d.subject))
	done := map[string]bool{}
	for _, s := range d.statements {
		if done[s.predicate] {
			continue
		}
		done[s.predicate] = true
		var values []any
		for _, other := range d.statements {
			if other.predicate == s.predicate {
				values = append(values, other.object.jsonld(s.predicate == isA))
			}
		}
		key := compact(s.predicate)
		if s.predicate == isA {
			key = "@type"
		}
		if len(values) == 1 {
			o.put(key, values[0])
		} else {
			o.put(key, values)
		}
	}
	return o.bytes()
}

// jsonld is the term as a value: numbers and truths as JSON has them.
func (t term) jsonld(isType bool) any {
	switch strings.TrimPrefix(t.datatype, xsd) {
	case "":
		if isType {
			return compact(t.value)
		}
		return map[string]string{"@id": compact(t.value)}
	case "integer", "boolean":
		return json.RawMessage(t.value)
	case "double", "date":
		return map[string]string{"@type": compact(t.datatype), "@value": t.value}
	}
	return t.value
}

// object is a JSON object whose members keep their order.
type object struct{ b bytes.Buffer }

func (o *object) put(key string, value any) {
	if o.b.Len() > 0 {
		o.b.WriteByte(',')
	}
	o.b.Write(jsonText(key))
	o.b.WriteByte(':')
	o.b.Write(jsonText(value))
}

func (o *object) bytes() []byte { return append(append([]byte{'{'}, o.b.Bytes()...), '}') }

// jsonText is a value as JSON, with the characters of HTML as they are.
func jsonText(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings, numbers and lists of them cannot fail
	}
	return bytes.TrimSuffix(b.Bytes(), []byte{'\n'})
}
