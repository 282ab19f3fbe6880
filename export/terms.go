package export

import (
	"fmt"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// The beginnings of IRIs.
const (
	nodes      = "urn:policygraph:"
	texts      = nodes + "text:"
	quotes     = nodes + "evidence:"
	statements = nodes + "edge:"
	own        = nodes + "term:"

	rdf     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xsd     = "http://www.w3.org/2001/XMLSchema#"
	owl     = "http://www.w3.org/2002/07/owl#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	prov    = "http://www.w3.org/ns/prov#"
	dcterms = "http://purl.org/dc/terms/"
	eli     = "http://data.europa.eu/eli/ontology#"
	frbr    = "http://purl.org/vocab/frbr/core#"
)

// The predicates that the form itself needs.
const (
	isA          = rdf + "type"
	subjectOf    = rdf + "subject"
	predicateOf  = rdf + "predicate"
	objectOf     = rdf + "object"
	sameAs       = owl + "sameAs"
	derivedFrom  = prov + "wasDerivedFrom"
	quotedFrom   = prov + "wasQuotedFrom"
	quoteValue   = prov + "value"
	realizes     = eli + "realizes"
	startOf      = own + "start"
	endOf        = own + "end"
	sectionOf    = own + "section"
	textOf       = own + "text"
	confidenceOf = own + "confidence"
)

// prefix is a short name for the beginning of IRIs.
type prefix struct{ name, iri string }

// prefixes are the short names of JSON-LD; of two that fit, the first is taken.
func prefixes() []prefix {
	return []prefix{
		{"pg", own}, {"policygraph", nodes}, {"rdf", rdf}, {"xsd", xsd}, {"owl", owl}, {"skos", skos},
		{"prov", prov}, {"dcterms", dcterms}, {"eli", eli}, {"frbr", frbr},
	}
}

// classes are the types of the nodes of a kind.
func classes(k graph.NodeKind) []string {
	switch k {
	case graph.KindDocument:
		return []string{eli + "LegalResource", frbr + "Work"}
	case graph.KindSection:
		return []string{eli + "LegalResourceSubdivision"}
	case graph.KindDepartment:
		return []string{own + "Department", prov + "Organization"}
	case graph.KindStandardsBody:
		return []string{own + "StandardsBody", prov + "Organization"}
	case graph.KindFunction:
		return []string{own + "Function", skos + "Concept"}
	case graph.KindTopic:
		return []string{own + "Topic", skos + "Concept"}
	case graph.KindTask:
		return []string{own + "Task"}
	case graph.KindTarget:
		return []string{own + "Target"}
	case graph.KindRegion:
		return []string{own + "Region"}
	default:
		return []string{own + "Standard"}
	}
}

// predicate is the predicate of the edges of a kind; no two kinds have one in common.
func predicate(k graph.EdgeKind) string {
	switch k {
	case graph.IssuedBy:
		return eli + "passed_by"
	case graph.HasSection:
		return eli + "has_part"
	case graph.Cites:
		return eli + "cites"
	case graph.About:
		return dcterms + "subject"
	case graph.PartOf:
		return dcterms + "isPartOf"
	}
	first, rest, _ := strings.Cut(strings.ToLower(k.String()), "_")
	if rest != "" {
		rest = strings.ToUpper(rest[:1]) + rest[1:]
	}
	return own + first + rest // pg:inRegion
}

func nodeIRI(id graph.ID) string { return nodes + id.String() }

func textIRI(s graph.Source) string { return texts + string(s) }

func edgeIRI(e *graph.Edge) string {
	return fmt.Sprintf("%s%s/%s/%s", statements, e.From, e.Kind, e.To)
}

func evidenceIRI(e graph.Evidence) string {
	iri := fmt.Sprintf("%s%s/%d-%d", quotes, e.Source, e.Start, e.End)
	if !e.Section.IsZero() {
		iri += "/" + e.Section.String()
	}
	if e.Confidence != graph.High { // one sentence may state one fact more clearly than another
		iri += "/" + e.Confidence.String()
	}
	return iri
}
