package export

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// View is what is exported: a graph.View.
type View interface {
	graph.Reader
	// Sources returns the expressions of all texts, in an order that depends on them alone.
	Sources(ctx context.Context) ([]graph.Expression, error)
	// Facts returns all that a text states.
	Facts(ctx context.Context, source graph.Source) (graph.Facts, error)
}

// term is an IRI or a literal.
type term struct {
	value    string
	datatype string // "" for an IRI
}

func resource(iri string) term { return term{value: iri} }

func integer(n int) term { return term{strconv.Itoa(n), xsd + "integer"} }

// description is all that a graph says of one thing.
type description struct {
	subject    string
	statements []statement
}

type statement struct {
	predicate string
	object    term
}

func (d *description) add(predicate string, objects ...term) {
	for _, o := range objects {
		d.statements = append(d.statements, statement{predicate, o})
	}
}

func (d *description) fields(list []field) {
	for _, f := range list {
		d.add(f.predicate, f.terms()...)
	}
}

// graphs calls each with what every text states, text by text.
func graphs(
	ctx context.Context, v View, each func(text string, described []description) error,
) error {
	sources, err := v.Sources(ctx)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	for _, e := range sources {
		facts, err := v.Facts(ctx, e.Source)
		if err == nil {
			err = each(textIRI(e.Source), describe(&facts))
		}
		if err != nil {
			return fmt.Errorf("export: text %s: %w", e.Source, err)
		}
	}
	return nil
}

// describe is what a text states as RDF: the text, its nodes, its edges, its evidence.
func describe(f *graph.Facts) []description {
	all := []description{describeText(f)}
	proofs := map[string]graph.Evidence{}
	seen := func(list []field) {
		for _, x := range list {
			if evidence, ok := x.at.(*[]graph.Evidence); ok {
				for _, e := range *evidence {
					proofs[evidenceIRI(e)] = e
				}
			}
		}
	}
	for _, a := range f.Aliases {
		d := description{subject: nodeIRI(a.From)}
		d.add(sameAs, resource(nodeIRI(a.To)))
		all = append(all, d)
	}
	for _, n := range f.Nodes {
		d := description{subject: nodeIRI(n.NodeID())}
		for _, class := range classes(n.NodeID().Kind()) {
			d.add(isA, resource(class))
		}
		fields := fieldsOf(n)
		d.fields(fields)
		seen(fields)
		all = append(all, d)
	}
	for i := range f.Edges {
		e := &f.Edges[i]
		all = append(all, describeEdge(e)...)
		seen(edgeFields(e))
	}
	for _, iri := range slices.Sorted(maps.Keys(proofs)) {
		all = append(all, describeEvidence(iri, proofs[iri]))
	}
	return all
}

func describeText(f *graph.Facts) description {
	e := f.Expression
	d := description{subject: textIRI(e.Source)}
	d.add(isA, resource(eli+"LegalExpression"), resource(frbr+"Expression"))
	d.add(realizes, resource(nodeIRI(e.Document)))
	d.fields(textFields(&e, &f.Text))
	return d
}

func textFields(e *graph.Expression, text *string) []field {
	return []field{
		{own + "fileName", &e.FileName}, {own + "script", (*string)(&e.Script)},
		{own + "repaired", &e.Repaired}, {textOf, text},
	}
}

// describeEdge is the triple of an edge and the statement about it.
func describeEdge(e *graph.Edge) []description {
	from, kind, to := nodeIRI(e.From), resource(predicate(e.Kind)), resource(nodeIRI(e.To))
	triple := description{subject: from}
	triple.add(kind.value, to)
	about := description{subject: edgeIRI(e)}
	about.add(isA, resource(rdf+"Statement"))
	about.add(subjectOf, resource(from))
	about.add(predicateOf, kind)
	about.add(objectOf, to)
	about.fields(edgeFields(e))
	if e.Reform != nil {
		about.add(isA, resource(own+"Reform"))
		about.fields(reformFields(e.Reform))
	}
	return []description{triple, about}
}

func describeEvidence(iri string, e graph.Evidence) description {
	d := description{subject: iri}
	d.add(isA, resource(prov+"Entity"))
	d.add(quotedFrom, resource(textIRI(e.Source)))
	if !e.Section.IsZero() {
		d.add(sectionOf, resource(nodeIRI(e.Section)))
	}
	d.add(startOf, integer(e.Start))
	d.add(endOf, integer(e.End))
	d.add(quoteValue, term{e.Quote, xsd + "string"})
	d.add(confidenceOf, literals(e.Confidence.String())...)
	return d
}

// compact is an IRI with a prefix for its beginning, where there is one.
func compact(iri string) string {
	for _, p := range prefixes() {
		if rest, ok := strings.CutPrefix(iri, p.iri); ok {
			return p.name + ":" + rest
		}
	}
	return iri
}

// local is the end of an IRI: how tables call the field.
func local(iri string) string { return iri[strings.LastIndexAny(iri, "#/:")+1:] }
