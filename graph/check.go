package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
	lru "github.com/hashicorp/golang-lru/v2"
)

// Problem is a broken invariant of a store.
type Problem struct {
	Record string // the record or id that is wrong
	Reason string
}

// String is the problem as one line.
func (p Problem) String() string { return p.Record + ": " + p.Reason }

// Check verifies that the store holds what it must and nothing else:
//
//   - the facts of every source keep the rules of the model; every quote is its text at
//     [start, end);
//   - every node and edge is the join of what its sources state, and there is none that no source
//     states; edges are stored in both directions, and have both ends;
//   - every index has an entry for all it indexes, and no other;
//   - no commit is left half done;
//   - the snapshot in memory is the one that the records give.
//
// It returns the problems found, none for a sound store, and an error only if the store cannot be
// read. Commits wait until it is done.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	s.write.Lock()
	defer s.write.Unlock()
	snap := s.current.Load()
	a := audit{
		ctx: ctx, snap: snap, waiting: s.waiting, nodes: map[ID]*partial{}, edges: map[EdgeKey]*partial{},
	}
	err := s.read(snap, func(txn *badger.Txn) (err error) {
		if a.sheets, err = lru.New[digest, *sheet](cachedSheets); err != nil {
			return err
		}
		a.txn = txn
		for _, step := range []func() error{a.forward, a.backward, a.memory} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: check: %w", err)
	}
	return a.problems, nil
}

// audit is the state of a check.
type audit struct {
	ctx      context.Context
	txn      *badger.Txn
	snap     *snapshot
	waiting  map[ID]map[EdgeKey]bool
	sheets   *lru.Cache[digest, *sheet]
	nodes    map[ID]*partial // those that several sources state, not all of which have been read
	edges    map[EdgeKey]*partial
	stated   [spaces]int // statements read, by the space of their index
	problems []Problem
}

// partial is the join of some of the statements of a node or an edge.
type partial struct {
	joined statement
	left   int // statements to come
}

func (a *audit) problem(record, format string, args ...any) {
	a.problems = append(a.problems, Problem{record, fmt.Sprintf(format, args...)})
}

// unreadable notes an error as a problem if what is stored is the cause.
func (a *audit) unreadable(record string, err error) error {
	if errors.Is(err, ErrCorrupt) {
		a.problem(record, "%v", err)
		return nil
	}
	return err
}

// expect checks that a record has the value.
func (a *audit) expect(key, value []byte) error {
	got, found, err := get(a.txn, key)
	switch {
	case err != nil:
		return err
	case !found:
		a.problem(describeKey(key), "missing")
	case got != string(value):
		a.problem(describeKey(key), "holds %x, not %x", got, value)
	}
	return nil
}

// forward checks that all that follows from the facts is stored.
func (a *audit) forward() error {
	err := scan(a.txn, []byte{byte(spaceFacts)}, false, func(key []byte, _ string) (bool, error) {
		d, part, ok := parsePartKey(spaceFacts, key)
		switch {
		case !ok:
			a.problem(describeKey(key), "not a key")
			return true, nil
		case part > 0:
			return true, nil
		}
		return true, a.source(d)
	})
	for id, p := range a.nodes {
		a.problem("node "+id.String(), "%d more sources are indexed than state it", p.left)
	}
	for key, p := range a.edges {
		a.problem("edge "+key.String(), "%d more sources are indexed than state it", p.left)
	}
	return err
}

// source checks the facts of one source and all that follows from them.
func (a *audit) source(d digest) error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	s, err := a.facts(d)
	if s == nil || err != nil {
		return err
	}
	e := s.expression
	expected := map[string][]byte{
		string(expressionKey(d)):                   encode(e.record),
		string(documentKey(e.Document, d)):         nil,
		string(fileKey(e.FileName, e.Document, d)): nil,
	}
	for _, alias := range s.aliases {
		expected[string(aliasKey(alias, d))] = nil
	}
	for _, n := range s.nodes {
		expected[string(nodeByKey(n.id, d))] = nil
	}
	for _, edge := range s.edges {
		expected[string(edgeByKey(edge.key, d))] = nil
	}
	for key, value := range expected {
		if err := a.expect([]byte(key), value); err != nil {
			return err
		}
	}
	a.stated[spaceNodeBy] += len(s.nodes)
	a.stated[spaceEdgeBy] += len(s.edges)
	a.stated[spaceAlias] += len(s.aliases)
	return a.statements(s)
}

// facts reads the facts of a source and checks them by themselves; nil if they cannot be read.
func (a *audit) facts(d digest) (*sheet, error) {
	record, _, err := readParts(a.txn, spaceFacts, d)
	if err != nil {
		return nil, err
	}
	text, _, err := readParts(a.txn, spaceText, d)
	if err != nil {
		return nil, err
	}
	name := "facts of source " + string(d.source())
	s, err := decodeSheet(d.source(), record)
	if err != nil {
		a.problem(name, "%v", err)
		return nil, nil
	}
	facts, err := s.facts(text)
	if err != nil {
		a.problem(name, "%v", err)
		return nil, nil
	}
	again, err := newSheet(&facts)
	switch {
	case err != nil:
		a.problem(name, "%v", err)
	case !bytes.Equal(encode(again.record), []byte(record)):
		a.problem(name, "not in canonical form")
	}
	return s, nil
}

// statements adds the statements of a sheet to those read before, and checks each node and edge
// whose statements are complete.
func (a *audit) statements(s *sheet) error {
	for i := range s.nodes {
		n := &s.nodes[i]
		joined, err := complete(a, a.nodes, n.id, nodeByPrefix(n.id), n.statement)
		if err == nil && joined != nil {
			err = a.node(n.id, joined)
		}
		if err != nil {
			return err
		}
	}
	for i := range s.edges {
		e := &s.edges[i]
		joined, err := complete(a, a.edges, e.key, edgeByPrefix(e.key), e.statement)
		if err == nil && joined != nil {
			err = a.edge(e.key, joined)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// complete adds a statement to the others of its subject and returns their join once all that the
// index names have been added, before then nil.
func complete[K comparable](
	a *audit, partials map[K]*partial, k K, by []byte, s statement,
) (*statement, error) {
	p := partials[k]
	if p == nil {
		n, err := count(a.txn, by)
		if err != nil || n < 2 {
			return &s, err
		}
		p = &partial{s, n}
		partials[k] = p
	}
	p.joined = join(p.joined, s)
	if p.left--; p.left > 0 {
		return nil, nil
	}
	delete(partials, k)
	return &p.joined, nil
}

func count(txn *badger.Txn, prefix []byte) (n int, err error) {
	err = scan(txn, prefix, false, func([]byte, string) (bool, error) {
		n++
		return true, nil
	})
	return n, err
}

// node checks the records of a node by the join of its statements.
func (a *audit) node(id ID, joined *statement) error {
	n, err := joined.node(id)
	if err != nil {
		a.problem("node "+id.String(), "%v", err)
		return nil
	}
	if err := a.expect(idKey(spaceNode, id), encode(joined.record)); err != nil {
		return err
	}
	for _, name := range indexedNames(n) {
		if err := a.expect(nameKey(name, id), nil); err != nil {
			return err
		}
	}
	return a.expect(idKey(spaceBrief, id), encode(newFace(n).record))
}

// edge checks the records of an edge by the join of its statements.
func (a *audit) edge(key EdgeKey, joined *statement) error {
	waits := false
	for _, end := range []ID{key.From, key.To} {
		_, found, err := get(a.txn, idKey(spaceNode, end))
		if err == nil && !found {
			waits, err = true, a.expect(waitingKey(end, key), nil)
		}
		if err != nil {
			return err
		}
	}
	if waits {
		return nil
	}
	l, err := joined.link(key)
	if err != nil {
		a.problem("edge "+key.String(), "%v", err)
		return nil
	}
	if err := a.expect(outKey(key), encode(joined.record)); err != nil {
		return err
	}
	return a.expect(inKey(key), encode(l.record))
}
