// Package loader turns the texts of policy documents into facts of the graph.
//
// A text passes through stages, each a function of the one before: Read decodes a file; clean
// gives its paragraphs in one form of characters; outline finds the numbered elements; the
// extractors read head, tasks with their units, inline actors, targets, standards bodies, standards,
// references, places and topics; Parse runs all of these. What they find is an Extraction, which is
// then resolved into graph.Facts and applied to a store in one batch. The stages work by rules
// and by the names of package gazetteer, so that the same text always gives the same facts.
//
// Every character keeps its place: a Text is cleaned, but its spans, and so all quotes, are in
// code points of the source.
package loader
