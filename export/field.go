package export

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/policygraph/policygraph/graph"
)

// field is a field of a node or an edge: its predicate, and where its value stands, by which it is
// written and read. The tables of this file are the only place that knows the fields.
type field struct {
	predicate string
	// *string, *date, *int, *float64, *bool, *graph.ID, *graph.Confidence, *[]string or *[]graph.Evidence
	at any
}

// date is a day as ISO 8601 has it.
type date string

// newNode is an empty node of the id's kind, nil if there is none.
func newNode(id graph.ID) graph.Node {
	switch id.Kind() {
	case graph.KindDocument:
		return &graph.Document{ID: id}
	case graph.KindSection:
		return &graph.Section{ID: id}
	case graph.KindTask:
		return &graph.Task{ID: id}
	case graph.KindDepartment:
		return &graph.Department{ID: id}
	case graph.KindFunction:
		return &graph.Function{ID: id}
	case graph.KindRegion:
		return &graph.Region{ID: id}
	case graph.KindTopic:
		return &graph.Topic{ID: id}
	case graph.KindStandardsBody:
		return &graph.StandardsBody{ID: id}
	case graph.KindStandard:
		return &graph.Standard{ID: id}
	case graph.KindTarget:
		return &graph.Target{ID: id}
	}
	return nil
}

// fieldsOf lists the fields of a node.
func fieldsOf(n graph.Node) []field {
	switch n := n.(type) {
	case *graph.Document:
		return []field{
			{dcterms + "title", &n.Title}, {own + "titleInferred", &n.TitleInferred},
			{own + "noticeTitle", &n.NoticeTitle}, {eli + "id_local", &n.Number}, {own + "genre", &n.Genre},
			{eli + "date_document", (*date)(&n.Issued)},
			{eli + "date_publication", (*date)(&n.Published)},
			{own + "periodStart", &n.PeriodStart}, {own + "periodEnd", &n.PeriodEnd},
			{own + "loaded", &n.Loaded}, {own + "hant", &n.Hant},
		}
	case *graph.Section:
		return []field{
			{eli + "is_part_of", &n.Document}, {own + "path", &n.Path}, {own + "label", &n.Label},
			{dcterms + "title", &n.Heading}, {own + "depth", &n.Depth}, {own + "order", &n.Order},
			{derivedFrom, &n.Evidence},
		}
	case *graph.Task:
		return []field{
			{own + "document", &n.Document}, {sectionOf, &n.Section}, {own + "path", &n.Path},
			{own + "order", &n.Order}, {own + "taskKind", (*string)(&n.Kind)},
			{dcterms + "title", &n.Heading},
			{textOf, &n.Text}, {own + "openEnded", &n.OpenEnded}, {confidenceOf, &n.Confidence},
			{derivedFrom, &n.Evidence},
		}
	case *graph.Target:
		return []field{
			{own + "document", &n.Document}, {sectionOf, &n.Section}, {own + "path", &n.Path},
			{own + "order", &n.Order}, {own + "metric", &n.Metric},
			{own + "comparator", (*string)(&n.Comparator)}, {own + "value", &n.Value},
			{own + "unit", &n.Unit},
			{own + "deadline", &n.Deadline}, {own + "basis", (*string)(&n.Basis)},
			{confidenceOf, &n.Confidence}, {derivedFrom, &n.Evidence},
		}
	}
	return namedFields(n)
}

// namedFields lists the fields of a node that is no part of a document.
func namedFields(n graph.Node) []field {
	switch n := n.(type) {
	case *graph.Department:
		return []field{
			{own + "name", &n.Name}, {own + "fullName", &n.FullName}, {own + "alias", &n.Aliases},
			{own + "regionCode", &n.RegionCode}, {own + "collective", &n.Collective},
			{own + "mentioned", &n.Mentioned},
		}
	case *graph.Function:
		return []field{{skos + "notation", &n.Slug}, {skos + "prefLabel", &n.Name}}
	case *graph.Topic:
		return []field{{skos + "notation", &n.Slug}, {skos + "prefLabel", &n.Name}}
	case *graph.Region:
		return []field{
			{dcterms + "identifier", &n.Code}, {own + "name", &n.Name}, {own + "level", &n.Level},
		}
	case *graph.StandardsBody:
		return []field{
			{dcterms + "identifier", &n.Code}, {own + "name", &n.Name}, {own + "alias", &n.Aliases},
			{own + "level", (*string)(&n.Level)},
		}
	case *graph.Standard:
		return []field{{dcterms + "identifier", &n.Code}, {dcterms + "title", &n.Title}}
	}
	return nil
}

// edgeFields lists the fields of an edge but its reform.
func edgeFields(e *graph.Edge) []field {
	return []field{
		{own + "order", &e.Order}, {own + "role", (*string)(&e.Role)}, {own + "asWritten", &e.AsWritten},
		{own + "relation", (*string)(&e.Relation)}, {own + "score", &e.Score},
		{confidenceOf, &e.Confidence}, {derivedFrom, &e.Evidence},
	}
}

func reformFields(r *graph.Reform) []field {
	return []field{
		{own + "reformDate", &r.Date}, {own + "reformKind", &r.Kind}, {own + "reformScope", &r.Scope},
		{own + "reformSource", &r.Source},
	}
}

// terms are the field's values in RDF; none for the zero value, but that of a confidence.
func (f field) terms() []term {
	switch at := f.at.(type) {
	case *string:
		return literals(*at)
	case *date:
		return dates(string(*at))
	case *[]string:
		return literals(*at...)
	case *int:
		if *at != 0 {
			return []term{{strconv.Itoa(*at), xsd + "integer"}}
		}
	case *float64:
		if *at != 0 {
			return []term{{strconv.FormatFloat(*at, 'E', -1, 64), xsd + "double"}}
		}
	case *bool:
		if *at {
			return []term{{"true", xsd + "boolean"}}
		}
	case *graph.ID:
		if !at.IsZero() {
			return []term{resource(nodeIRI(*at))}
		}
	case *graph.Confidence:
		return literals(at.String())
	case *[]graph.Evidence:
		var list []term
		for _, e := range *at {
			list = append(list, resource(evidenceIRI(e)))
		}
		return list
	}
	return nil
}

// dates is a day as a literal; what is none, as in stores of other makers, is a text.
func dates(value string) []term {
	list := literals(value)
	if _, err := time.Parse(time.DateOnly, value); err == nil {
		list[0].datatype = xsd + "date"
	}
	return list
}

func literals(values ...string) (list []term) {
	for _, v := range values {
		if v != "" {
			list = append(list, term{v, xsd + "string"})
		}
	}
	return list
}

// errValue is returned for a value that its predicate cannot have.
var errValue = errors.New("not a value of that predicate")

// set reads a value of the field; evidence is looked up in what its text has.
func (f field) set(t term, evidence map[string]graph.Evidence) (err error) {
	switch at := f.at.(type) {
	case *string:
		*at = t.value
	case *date:
		*at = date(t.value)
	case *[]string:
		*at = append(*at, t.value)
	case *int:
		*at, err = strconv.Atoi(t.value)
	case *float64:
		*at, err = strconv.ParseFloat(t.value, 64)
	case *bool:
		*at, err = strconv.ParseBool(t.value)
	case *graph.ID:
		*at, err = parseNode(t)
	case *graph.Confidence:
		return at.UnmarshalText([]byte(t.value))
	case *[]graph.Evidence:
		e, ok := evidence[t.value]
		if !ok {
			return fmt.Errorf("%s: evidence that its graph has not: %w", t.value, errValue)
		}
		*at = append(*at, e)
	}
	return err
}

// parseNode is the id of a node's IRI.
func parseNode(t term) (graph.ID, error) {
	id, ok := strings.CutPrefix(t.value, nodes)
	if !ok || t.datatype != "" {
		return graph.ID{}, fmt.Errorf("%q is no node: %w", t.value, errValue)
	}
	return graph.ParseID(id)
}
