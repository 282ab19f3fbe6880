package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"

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
// read. Commits wait until it is done. Its memory grows with what several sources state and with
// the snapshot, not with all that is stored.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	s.write.Lock()
	defer s.write.Unlock()
	snap := s.current.Load()
	var a *audit
	err := s.read(snap, func(txn *badger.Txn) error {
		sheets, err := lru.New[digest, *sheet](cachedSheets)
		if err != nil {
			return err
		}
		a = &audit{ctx: ctx, txn: txn, snap: snap, waiting: s.waiting, sheets: sheets}
		for _, step := range []func() error{a.records, a.memory} {
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
	problems []Problem

	stored, expected fingerprints
	counted          counts         // but for the documents that lists show
	strays           int            // keys of no space or meaning
	shared           map[string]int // statements of what several state, by the front of their keys
	partials         map[string]*partial
	expect           func(key, value []byte) error // called with each record that must be stored
}

// partial is the join of some of the statements of a node or an edge.
type partial struct {
	joined statement
	left   int // statements to come
}

// fingerprints are those of the records of each space.
type fingerprints [spaces]fingerprint

// fingerprint stands for a set of records: their number and the sum of their hashes. It does
// not depend on their order, so two sets can be compared without sorting or looking up.
type fingerprint struct {
	n   int
	sum uint64
}

func (fs *fingerprints) add(seed maphash.Seed, key, value []byte) {
	var h maphash.Hash
	h.SetSeed(seed)
	h.Write(binary.AppendUvarint(nil, uint64(len(key))))
	h.Write(key)
	h.Write(value)
	fs[key[0]].n++
	fs[key[0]].sum += h.Sum64()
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

// records compares the records that are stored with those that follow from the facts. Fingerprints
// tell whether they differ; only then is each record looked up, to name those that do.
func (a *audit) records() error {
	seed := maphash.MakeSeed()
	if err := a.scanAll(seed); err != nil {
		return err
	}
	a.expect = func(key, value []byte) error {
		a.expected.add(seed, key, value)
		return nil
	}
	if err := a.forward(); err != nil {
		return err
	}
	a.expected[spaceMeta] = a.stored[spaceMeta] // checked by scanAll
	if a.stored == a.expected && a.strays == 0 {
		return nil
	}
	a.problems, a.expect = nil, a.lookUp
	if err := a.forward(); err != nil {
		return err
	}
	return a.backward()
}

// scanAll takes the fingerprints of what is stored, and notes what several sources state.
func (a *audit) scanAll(seed maphash.Seed) error {
	a.shared = map[string]int{}
	before := ""
	return scan(a.txn, nil, true, func(key []byte, value string) (bool, error) {
		s := space(key[0])
		if s >= spaces {
			a.strays++
			return true, nil
		}
		a.stored.add(seed, key, []byte(value))
		a.count(s, key, value)
		if s == spaceMeta {
			if reason, err := a.metaRecord(key); reason != "" || err != nil {
				a.strays++
			}
		}
		if s != spaceNodeBy && s != spaceEdgeBy || len(key) < digestSize {
			return true, nil
		}
		if by := string(key[:len(key)-digestSize]); by == before {
			a.shared[by] = max(2, a.shared[by]+1)
		} else {
			before = by
		}
		return true, a.ctx.Err()
	})
}

// count counts the nodes and edges of the records; one that cannot be read is found elsewhere.
func (a *audit) count(s space, key []byte, value string) {
	switch id, ok := parseIDKey(spaceBrief, key); {
	case s == spaceIn:
		a.counted.halves++
	case ok && id.Kind().Valid():
		f := &face{id: id}
		if decode(value, f.record) == nil && id.Kind() != KindDocument {
			a.counted.listed[id.Kind()] += f.shown()
		}
		a.counted.nodes++
	}
}

// lookUp checks that a record is stored with the value.
func (a *audit) lookUp(key, value []byte) error {
	got, found, err := get(a.txn, key)
	switch {
	case err != nil:
		return err
	case !found:
		a.problem(describeKey(key), "missing")
	case got != string(value):
		a.problem(describeKey(key), "holds %.40x, not %.40x", got, value)
	}
	return nil
}

// forward calls expect with all that follows from the facts, and checks the facts themselves.
func (a *audit) forward() error {
	a.partials = map[string]*partial{}
	var before digest
	err := scan(a.txn, []byte{byte(spaceFacts)}, false, func(key []byte, _ string) (bool, error) {
		d, part, ok := parsePartKey(spaceFacts, key)
		if !ok || d == before && part > 0 {
			return true, nil // a stray key is found by the comparison
		}
		before = d
		return true, a.source(d)
	})
	for by, p := range a.partials {
		a.problem(fmt.Sprintf("statements %x", by), "%d more are indexed than there are", p.left)
	}
	return err
}

// source checks the facts of one source and expects all that follows from them.
func (a *audit) source(d digest) error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	s, err := a.facts(d)
	if s == nil || err != nil {
		return err
	}
	e := s.expression
	expected := writes{}
	expected.set(expressionKey(d), encode(e.record))
	expected.set(documentKey(e.Document, d), nil)
	expected.set(fileKey(e.FileName, e.Document, d), nil)
	for _, alias := range s.aliases {
		expected.set(aliasKey(alias, d), nil)
	}
	for _, n := range s.nodes {
		expected.set(nodeByKey(n.id, d), nil)
	}
	for _, edge := range s.edges {
		expected.set(edgeByKey(edge.key, d), nil)
	}
	for key, value := range expected {
		if err := a.expect([]byte(key), value); err != nil {
			return err
		}
	}
	return a.statements(s)
}

// facts reads the facts of a source and checks them by themselves; nil if they cannot be read.
func (a *audit) facts(d digest) (*sheet, error) {
	name := "facts of source " + string(d.source())
	record, err := a.parts(spaceFacts, d)
	if err != nil {
		return nil, a.unreadable(name, err)
	}
	text, err := a.parts(spaceText, d)
	if err != nil {
		return nil, a.unreadable(name, err)
	}
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
	case string(encode(again.record)) != record:
		a.problem(name, "not in canonical form")
	}
	return s, nil
}

// parts reads the facts or the text of a source and expects the parts it is stored in.
func (a *audit) parts(s space, d digest) (string, error) {
	packed, _, err := readPacked(a.txn, s, d)
	if err != nil {
		return "", err
	}
	parts := writes{}
	parts.setParts(s, d, []byte(packed))
	for key, value := range parts {
		if err := a.expect([]byte(key), value); err != nil {
			return "", err
		}
	}
	return unpack(packed)
}

// statements joins the statements of a sheet to those read before, and expects the records of each
// node and edge whose statements are complete.
func (a *audit) statements(s *sheet) error {
	for i := range s.nodes {
		n := &s.nodes[i]
		if joined := a.complete(nodeByPrefix(n.id), n.statement); joined != nil {
			if err := a.node(n.id, joined); err != nil {
				return err
			}
		}
	}
	for i := range s.edges {
		e := &s.edges[i]
		if joined := a.complete(edgeByPrefix(e.key), e.statement); joined != nil {
			if err := a.edge(e.key, joined); err != nil {
				return err
			}
		}
	}
	return nil
}

// complete adds a statement to the others of its subject and returns their join once all that the
// index names have been added, before then nil.
func (a *audit) complete(by []byte, s statement) *statement {
	n := a.shared[string(by)]
	if n < 2 {
		return &s
	}
	p := a.partials[string(by)]
	if p == nil {
		p = &partial{s, n}
		a.partials[string(by)] = p
	}
	p.joined = join(p.joined, s)
	if p.left--; p.left > 0 {
		return nil
	}
	delete(a.partials, string(by))
	return &p.joined
}

// node expects the records of a node by the join of its statements.
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

// edge expects the records of an edge by the join of its statements. Which of its ends exist is
// asked of the snapshot, which memory compares with the nodes stored.
func (a *audit) edge(key EdgeKey, joined *statement) error {
	waits := false
	for _, end := range []ID{key.From, key.To} {
		has, err := a.snap.has(a.txn, end)
		if err != nil {
			return err
		}
		if !has {
			waits = true
			if err := a.expect(waitingKey(end, key), nil); err != nil {
				return err
			}
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
