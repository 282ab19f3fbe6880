// Package graph is the knowledge graph of policy documents: its model, the interface through
// which it is read, and a store that keeps it in Badger.
//
// # Model
//
// A graph is made of nodes (documents, sections, tasks, departments, functions, regions, topics,
// standards bodies, standards, targets) and of typed edges between them: see [NodeKind] and
// [EdgeKind]. Node ids derive from natural keys, so they are equal on every machine: see [ID].
//
// Facts belong to the text that states them. [Facts] is all that one text, a [Source], states;
// [Store.Apply] puts, replaces and removes the facts of sources in atomic batches. A node or an
// edge exists while at least one source states it, and an edge needs both its ends: one whose end
// was removed with another text waits until the end is stated again.
//
// # Joining statements
//
// What several sources state of one node or edge is joined by a rule that is commutative,
// associative and idempotent, so that the graph depends on the set of texts alone and never on
// the order in which they were loaded:
//
//   - The fields are taken together from one statement, the first in this order: of a loaded
//     document before one that is only cited; from a Simplified text before a Traditional one;
//     with more fields that are not zero before fewer; and by the bytes of its encoding.
//   - Lists (aliases, evidence) are united and sorted; evidence from Simplified texts comes first,
//     then by source and place; of equal places the surest counts.
//   - A department is Mentioned if one text mentions it.
//   - A fact is as sure as the surest of its evidence; without evidence, of its texts.
//
// A document may be cited by a title here and by a number there. An [Alias] says that the two ids
// name one document: an id that stands for another answers as that one everywhere, and is not
// listed. A loaded document always stands for itself.
//
// # Views
//
// [Store.View] returns the graph as it is now, a [Reader] to which later commits do not show.
// Traversals, lists and counts run in memory, on a snapshot that is built when the store is opened
// and shared, but for what a commit touches, with the next. Nodes, evidence and texts are read
// from Badger in the state of the view. Of a graph with more nodes than Options.SnapshotNodes, the
// snapshot holds documents and regions alone, and traversals read Badger for the rest.
//
// # Keys
//
// The store's format is written here and nowhere else; [Store.Check] verifies what it says. The
// first byte of a key is its space. Numbers are big-endian. An id is 16 bytes, a source 32, the
// kind of a node or an edge 1; a name is its length in 2 bytes and its bytes. In the examples D, T
// and S are the id of a document (01 and 15 times d1), that of a task (03 and 15 times 7a) and a
// source (32 times 5e); the rest is hex and quoted text.
//
//	space          key after the space              example
//	00 meta        "format" or "version"            00 "format"
//	01 facts       source, number of the part (2)   01 S 0000
//	02 text        source, number of the part (2)   02 S 0001
//	03 node        id                               03 T
//	04 brief       id                               04 T
//	05 out         from, kind, to                   05 D 04 T
//	06 in          to, kind, from                   06 T 04 D
//	07 node-by     id, source                       07 T S
//	08 edge-by     from, kind, to, source           08 D 04 T S
//	09 waiting     missing end, from, kind, to      09 T D 04 T
//	0a name        node kind, name, id              0a 01 0003 "ABC" D
//	0b expression  source                           0b S
//	0c document    document, source                 0c D S
//	0d file        name, document, source           0d 0005 "a.txt" D S
//	0e alias       from, to, source                 0e D D S
//	0f redo        sequence (4)                     0f 00000001
//
// What they hold, and the question each answers:
//
//   - meta: the format version (4 bytes), the number of commits (8 bytes), and the counts of what
//     is stored, of which that of nodes decides how much is read at opening.
//   - facts: all that a source states, in parts of 256 KiB. The facts and the texts are the truth;
//     all other records follow from them.
//   - text: the source's text in UTF-8, in parts of 256 KiB. Facts and texts of 4 KiB or more are
//     the byte ff and a block of S2, cut into parts.
//   - node: the join of the node's statements. Which fields has a node?
//   - brief: label, order, region, document and listing of a node: what is read at opening.
//   - out: the join of the edge's statements. What does an edge say, and where?
//   - in: order, role, score and confidence of an edge: what is read at opening.
//   - node-by, edge-by: nothing. Which sources state a node, an edge?
//   - waiting: nothing. Which stated edges does a missing node keep back?
//   - name: nothing. Which nodes have a name, as NormalName makes it? Of a normal name above 512
//     bytes, the first 480 and its SHA-256.
//   - expression: the expression. Which text is a source?
//   - document: nothing. Which texts has a document?
//   - file: nothing. Which texts came from a file?
//   - alias: nothing. Which sources state an alias?
//   - redo: the writes of a commit that exceeds one transaction of Badger. The record ffffffff
//     makes the log valid: at opening a valid log is applied, and any log is dropped.
//
// # Values
//
// A record is a list of fields in ascending order of their tags: the tag, 1 byte, then the value.
// A field that is zero is left out. Integers are zigzag varints; strings and lists have their
// length, a uvarint, before them; floats are 8 bytes of IEEE 754, big-endian; ids 16 bytes; true is
// the tag alone. Equal records have equal bytes. The functions in records.go, statement.go,
// sheet.go and brief.go name the tags. Elements of lists have no tags of their own.
//
//	statement   1 rank (1 Traditional, 2 only cited)  2 number of fields in the body
//	            3 body (nodeBody, edgeBody)  4 aliases  5 mentioned
//	            6 evidence: source (32), 2 * confidence + 1 if Traditional, section (16), start, end,
//	            quote  7 confidence (0 HIGH, 1 MEDIUM, 2 LOW)
//	expression  1 document  2 file name  3 script  4 repaired
//	facts       1 to 4 as expression
//	            5 nodes: id, statement   6 edges: from, kind, to, statement   7 aliases: from, to
//	brief       1 label  2 key  3 region  4 document  5 listed
//	link (in)   1 order  2 role  3 score  4 confidence
//	counts      1 to 10 nodes of a kind that lists show  11 nodes  12 edges
package graph
