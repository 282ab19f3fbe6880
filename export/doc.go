// Package export writes the graph in the forms that other tools read, and reads one of them back.
//
// # What is written
//
// N-Quads and JSON-LD hold what each text states, in a named graph of the text: [NQuads] is read
// back by [Import], which gives an equal store. GraphML, GEXF and the tables of [CSV] and [Neo4j]
// hold the joined graph, one row for a node and one for an edge, for drawing and counting. All are
// written as they are read, in an order that depends on the graph alone.
//
// # Vocabulary
//
// The IRI of a node is urn:policygraph: and its id; ids follow from what a node is, so that IRIs are
// the same on every machine. A text is urn:policygraph:text: and the SHA-256 of its file, which is
// also the name of its graph. Where a vocabulary in use has a term, it is taken:
//
//   - ELI: a document is an eli:LegalResource, with eli:id_local (发文字号), eli:date_document,
//     eli:date_publication, eli:passed_by, eli:cites, eli:has_part; a section is an
//     eli:LegalResourceSubdivision, a text an eli:LegalExpression that eli:realizes the document.
//     eli:title is for expressions alone; documents have dcterms:title.
//   - FRBR: a document is a frbr:Work, a text a frbr:Expression.
//   - SKOS: topics and functions are skos:Concept, with skos:notation and skos:prefLabel.
//   - PROV-O: every fact is prov:wasDerivedFrom its evidence, which prov:wasQuotedFrom a text and
//     has the quote as prov:value; departments and standards bodies are prov:Organization.
//   - Dublin Core: dcterms:subject, dcterms:title, dcterms:identifier, dcterms:isPartOf.
//   - RDF: an edge is a triple, and beside it a rdf:Statement that has its order, role, confidence
//     and evidence.
//   - OWL: an id under which a document is cited is owl:sameAs that document.
//
// All others are own terms, urn:policygraph:term: and the name of the field in package graph, which
// says what it means: pg:asWritten, pg:comparator, pg:openEnded, pg:confidence. pg:start and pg:end
// count code points of pg:text.
package export
