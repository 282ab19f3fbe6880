// Package search finds nodes of the graph by words: by names, numbers and codes, by headings, by
// the text of tasks and by the quotes that state facts.
//
// # How texts are compared
//
// A text is read as units: Chinese characters, words of letters, and numbers, in Simplified script,
// half-width and lower case. Blanks and punctuation only separate units. What is looked up are
// bigrams of neighbouring characters, and single units; units found in a row are the phrase, as it
// stands. No dictionary cuts the text into words, because none agrees with the names of government
// units. No character of a query is syntax.
//
// # What an answer is
//
// A hit has at least the given share of the query's terms (see minTerms). Hits are ordered by
// levels, best first: the query is the node's name, number or code; it is one of its aliases;
// every part of it stands in a name or heading; all its terms do; every part stands in the text.
// Within a level, what lists show comes before what is only cited or inferred, and tasks before
// the sections that hold them; then tf-idf decides, then kind and place. The name of the region
// that a node belongs to counts as if it stood in its text, so that 杭州 电子商务 finds the tasks of
// Hangzhou; it never makes a hit alone.
//
// # The index
//
// The index is bleve's (scorch, on disk or in memory), a copy of what the graph holds, and can be
// deleted at any time. It records which state of the graph it mirrors. Search is given a
// graph.Reader and brings the index up to that state before it answers, and what it returns exists
// in that state. Each node is indexed with a digest of all that is indexed of it, so that bringing
// up an index of unknown age rewrites just what differs.
package search
