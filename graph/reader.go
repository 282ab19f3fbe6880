package graph

import "context"

// Direction is the direction in which edges are followed.
type Direction uint8

// The directions.
const (
	Out Direction = iota // from an edge's From to its To
	In                   // from an edge's To to its From
)

// Neighbor is the other end of an edge, with the little that traversals need of the edge.
type Neighbor struct {
	ID    ID // the other end
	Kind  EdgeKind
	Order int     // the edge's Order
	Role  Role    // RESPONSIBLE only
	Score float64 // ALIGNED_WITH only
	// Confidence is the edge's.
	Confidence Confidence
}

// Brief is a node's short form, kept in memory by the embedded store: enough for lists in order
// and for drawings, without reading the node.
type Brief struct {
	ID    ID
	Label string // what a drawing calls the node: a title, heading, name or code
	// Sort orders nodes of one kind for display: documents by region, then date and title; sections,
	// tasks and targets by document, then place in the text; others by code or name.
	Sort   string
	Region string // code of the region the node belongs to; "" where it belongs to none
	// Listed is false for what lists leave out unless asked: documents only cited, departments that
	// no text names.
	Listed bool
}

// EdgeKey names an edge.
type EdgeKey struct {
	From ID
	Kind EdgeKind
	To   ID
}

// Reader answers questions about one state of the graph: no commit that happens while it is in
// use shows in its answers. Every method takes many ids and answers for all of them, in their
// order, so that a remote graph database can serve a hop of a traversal in one round trip. Ids
// that are aliases of a document answer as that document. Methods may be called concurrently.
type Reader interface {
	// Nodes returns the nodes, nil for an id that names none.
	Nodes(ctx context.Context, ids []ID) ([]Node, error)
	// Briefs returns the short forms, the zero Brief for an id that names no node.
	Briefs(ctx context.Context, ids []ID) ([]Brief, error)
	// Neighbors returns, for each id, the ends of its edges of the given kinds (all kinds if
	// none is given), ordered by kind, Order and id.
	Neighbors(ctx context.Context, ids []ID, dir Direction, kinds ...EdgeKind) ([][]Neighbor, error)
	// Edges returns the edges with their evidence, nil where there is none.
	Edges(ctx context.Context, keys []EdgeKey) ([]*Edge, error)
	// IDs returns the ids of all nodes of a kind, in the order of Brief.Sort, then id. The list may
	// be shared and must not be changed.
	IDs(ctx context.Context, kind NodeKind) ([]ID, error)
	// Expressions returns, for each document, its texts: Simplified before Traditional, then by
	// file name.
	Expressions(ctx context.Context, docs []ID) ([][]Expression, error)
	// BySource returns the expressions with the sources, nil for one that is not stored. Evidence
	// outside the outline names its text in no other way.
	BySource(ctx context.Context, sources []Source) ([]*Expression, error)
	// Texts returns the text of each source; ErrNotFound if one is not stored.
	Texts(ctx context.Context, sources []Source) ([]string, error)
	// FileDocuments returns the documents that have a text from the file, sorted by id.
	FileDocuments(ctx context.Context, fileName string) ([]ID, error)
	// Named returns the nodes of a kind with the name, full name, title, code or alias, sorted by
	// id. Names are compared by NormalName.
	Named(ctx context.Context, kind NodeKind, name string) ([]ID, error)
	// Stats counts the nodes of each kind that lists show, and all edges.
	Stats(ctx context.Context) (Stats, error)
	// Version grows with every commit.
	Version() uint64
}

// Stats counts what a graph holds.
type Stats struct {
	Nodes map[NodeKind]int
	Edges int
}
