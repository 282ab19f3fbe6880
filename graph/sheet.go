package graph

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A sheet is the facts of one source in the form in which they are stored and compared: sorted,
// each node and edge once. Equal facts have equal sheets, whatever the order they were given in.
type sheet struct {
	expression Expression
	nodes      []nodeStatement // by id
	edges      []edgeStatement // by from, kind and to
	aliases    []Alias         // by from and to
}

type nodeStatement struct {
	id ID
	statement
}

type edgeStatement struct {
	key EdgeKey
	statement
}

func compareIDs(a, b ID) int { return bytes.Compare(a[:], b[:]) }

func compareEdgeKeys(a, b EdgeKey) int {
	if c := compareIDs(a.From, b.From); c != 0 {
		return c
	}
	if a.Kind != b.Kind {
		return cmp.Compare(a.Kind, b.Kind)
	}
	return compareIDs(a.To, b.To)
}

func compareAliases(a, b Alias) int {
	return cmp.Or(compareIDs(a.From, b.From), compareIDs(a.To, b.To))
}

func compareNodeID(s nodeStatement, id ID) int { return compareIDs(s.id, id) }

func compareEdgeKey(s edgeStatement, key EdgeKey) int { return compareEdgeKeys(s.key, key) }

// node is the sheet's statement of a node, nil if it makes none.
func (s *sheet) node(id ID) *statement {
	if i, ok := slices.BinarySearchFunc(s.nodes, id, compareNodeID); ok {
		return &s.nodes[i].statement
	}
	return nil
}

// edge is the sheet's statement of an edge, nil if it makes none.
func (s *sheet) edge(key EdgeKey) *statement {
	if i, ok := slices.BinarySearchFunc(s.edges, key, compareEdgeKey); ok {
		return &s.edges[i].statement
	}
	return nil
}

// sort puts the statements in order and joins those of one node or edge.
func (s *sheet) sort() {
	slices.SortStableFunc(s.nodes, func(a, b nodeStatement) int { return compareIDs(a.id, b.id) })
	s.nodes = fold(s.nodes, func(a, b *nodeStatement) bool {
		if a.id != b.id {
			return false
		}
		a.statement = join(a.statement, b.statement)
		return true
	})
	slices.SortStableFunc(s.edges, func(a, b edgeStatement) int {
		return compareEdgeKeys(a.key, b.key)
	})
	s.edges = fold(s.edges, func(a, b *edgeStatement) bool {
		if a.key != b.key {
			return false
		}
		a.statement = join(a.statement, b.statement)
		return true
	})
	slices.SortFunc(s.aliases, compareAliases)
	s.aliases = slices.Compact(s.aliases)
}

// fold drops each element that absorb reports to have taken into the one kept before it.
func fold[T any](list []T, absorb func(kept, next *T) bool) []T {
	kept := list[:0]
	for i := range list {
		if n := len(kept); n > 0 && absorb(&kept[n-1], &list[i]) {
			continue
		}
		kept = append(kept, list[i])
	}
	return kept
}

// record describes the stored form of a sheet. The source is in the key.
func (s *sheet) record(f *fields) {
	s.expression.record(f)
	list(f, 5, &s.nodes, func(f *fields, n *nodeStatement) {
		bareID(f, &n.id)
		bareStatement(f, &n.statement)
	})
	list(f, 6, &s.edges, func(f *fields, e *edgeStatement) {
		bareEdgeKey(f, &e.key)
		bareStatement(f, &e.statement)
	})
	list(f, 7, &s.aliases, func(f *fields, a *Alias) {
		bareID(f, &a.From)
		bareID(f, &a.To)
	})
}

func bareEdgeKey(f *fields, e *EdgeKey) {
	bareID(f, &e.From)
	kind := int(e.Kind)
	bareUint(f, &kind)
	e.Kind = EdgeKind(kind)
	bareID(f, &e.To)
}

func bareStatement(f *fields, s *statement) {
	if !f.reading {
		f.putString(string(encode(s.record)))
		return
	}
	if err := decode(f.takeString(), s.record); err != nil {
		f.err = cmp.Or(f.err, err)
	}
}

func decodeSheet(source Source, record string) (*sheet, error) {
	s := &sheet{expression: Expression{Source: source}}
	if err := decode(record, s.record); err != nil {
		return nil, fmt.Errorf("graph: facts of source %s: %w", source, err)
	}
	return s, nil
}

// facts is the sheet as facts again, with the text of its source.
func (s *sheet) facts(text string) (Facts, error) {
	f := Facts{Expression: s.expression, Text: text, Aliases: s.aliases}
	for _, n := range s.nodes {
		node, err := n.node(n.id)
		if err != nil {
			return Facts{}, err
		}
		f.Nodes = append(f.Nodes, node)
	}
	for _, e := range s.edges {
		edge, err := e.edge(e.key)
		if err != nil {
			return Facts{}, err
		}
		f.Edges = append(f.Edges, *edge)
	}
	return f, nil
}

// String is the edge's key as messages show it.
func (k EdgeKey) String() string {
	return strings.Join([]string{k.From.String(), k.Kind.String(), k.To.String()}, " ")
}
