package graph

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// A sparse snapshot keeps documents and regions in memory, by which nodes are ordered and through
// which aliases are resolved: about one entry for each document. All else that traversals ask is
// read from Badger, here. What is asked is answered alike by both kinds of snapshot.

// inSparse reports whether sparse snapshots keep the nodes of a kind.
func inSparse(k NodeKind) bool { return k == KindDocument || k == KindRegion }

// edgeInSparse reports whether sparse snapshots keep an edge: those that place documents.
func edgeInSparse(key EdgeKey) bool {
	return key.Kind == InRegion && key.From.Kind() == KindDocument
}

// holds reports whether the snapshot has in memory what there is to know of nodes of a kind.
func (s *snapshot) holds(k NodeKind) bool { return !s.sparse || inSparse(k) }

// has reports whether there is a node with the id itself.
func (s *snapshot) has(txn *badger.Txn, id ID) (bool, error) {
	if s.holds(id.Kind()) {
		return s.exact(id).face != nil, nil
	}
	return exists(txn, idKey(spaceBrief, id))
}

// face is the face of the node with an id or, of an alias, of what it stands for; nil if there is
// none.
func (s *snapshot) face(txn *badger.Txn, id ID) (*face, error) {
	if s.holds(id.Kind()) {
		_, e := s.find(id)
		return e.face, nil
	}
	record, found, err := get(txn, idKey(spaceBrief, id))
	if err != nil || !found {
		return nil, err
	}
	return s.readFace(id, record)
}

// readFace is the face of a node that the snapshot does not hold, from its record.
func (s *snapshot) readFace(id ID, record string) (*face, error) {
	f := &face{id: id}
	if err := decode(record, f.record); err != nil {
		return nil, fmt.Errorf("brief of %s: %w", id, err)
	}
	if f.parent.IsZero() {
		return f, nil
	}
	doc := s.exact(f.parent).face
	if doc == nil {
		return nil, fmt.Errorf("brief of %s: no document %s: %w", id, f.parent, ErrCorrupt)
	}
	f.place = doc.place
	return f, nil
}

// facesOf is the faces of all nodes of a kind that the snapshot does not hold, in order.
func (s *snapshot) facesOf(txn *badger.Txn, k NodeKind) (faces []*face, err error) {
	prefix := []byte{byte(spaceBrief), byte(k)}
	err = scan(txn, prefix, true, func(key []byte, value string) (bool, error) {
		id, ok := parseIDKey(spaceBrief, key)
		if !ok {
			return false, badKey(key)
		}
		f, err := s.readFace(id, value)
		faces = append(faces, f)
		return true, err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(faces, (*face).compare)
	return faces, nil
}

// eachEdge calls f with the edges that lead from or to an id itself.
func (s *snapshot) eachEdge(txn *badger.Txn, id ID, f func(EdgeKey)) error {
	if !s.sparse {
		e := s.exact(id)
		for _, h := range e.out.append(nil, allKinds) {
			f(EdgeKey{id, h.kind, s.ids[h.end]})
		}
		for _, h := range e.in.append(nil, allKinds) {
			f(EdgeKey{s.ids[h.end], h.kind, id})
		}
		return nil
	}
	for _, dir := range []Direction{Out, In} {
		_, parse := dir.keys()
		err := scan(txn, dir.prefix(id), false, func(key []byte, _ string) (bool, error) {
			e, ok := parse(key)
			if !ok {
				return false, badKey(key)
			}
			f(e)
			return true, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// keys is the space of the edges in a direction, and what reads their keys.
func (d Direction) keys() (space, func([]byte) (EdgeKey, bool)) {
	if d == In {
		return spaceIn, parseInKey
	}
	return spaceOut, parseOutKey
}

// prefix is the front of the keys of an id's edges in a direction.
func (d Direction) prefix(id ID) []byte {
	s, _ := d.keys()
	return idKey(s, id)
}

// walk is a traversal in Badger.
type walk struct {
	snap  *snapshot
	it    *badger.Iterator
	dir   Direction
	kinds []EdgeKind // none for all
}

func (s *snapshot) newWalk(txn *badger.Txn, dir Direction, kinds []EdgeKind) *walk {
	sp, _ := dir.keys()
	kinds = slices.Compact(slices.Sorted(slices.Values(kinds)))
	it := txn.NewIterator(badger.IteratorOptions{Prefix: []byte{byte(sp)}})
	return &walk{s, it, dir, kinds}
}

// neighbors appends the ends of a node's edges, as snapshot.neighbors does.
func (w *walk) neighbors(list []Neighbor, id ID) ([]Neighbor, error) {
	start := len(list)
	group := w.snap.meaning(id)
	var err error
	for _, member := range group {
		if list, err = w.read(list, member); err != nil {
			return nil, err
		}
	}
	own := list[start:]
	slices.SortFunc(own, compareNeighbors)
	if w.snap.aliased == 0 {
		return list, nil
	}
	mixed := len(group) > 1
	for i := range own {
		if end := w.snap.standsFor(own[i].ID); end != own[i].ID {
			own[i].ID, mixed = end, true
		}
	}
	if mixed {
		own = dedupeNeighbors(own)
	}
	return list[:start+len(own)], nil
}

func compareNeighbors(a, b Neighbor) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Order, b.Order), compareIDs(a.ID, b.ID))
}

// dedupeNeighbors keeps the first of the edges of one kind with one end, as sure as the surest of
// them, and puts them in order.
func dedupeNeighbors(list []Neighbor) []Neighbor {
	slices.SortStableFunc(list, func(a, b Neighbor) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), compareIDs(a.ID, b.ID))
	})
	list = fold(list, func(kept, next *Neighbor) bool {
		same := kept.Kind == next.Kind && kept.ID == next.ID
		if same {
			kept.Confidence = min(kept.Confidence, next.Confidence)
		}
		return same
	})
	slices.SortFunc(list, compareNeighbors)
	return list
}

// read appends the edges of an id itself.
func (w *walk) read(list []Neighbor, id ID) ([]Neighbor, error) {
	prefixes := [][]byte{w.dir.prefix(id)}
	if len(w.kinds) > 0 {
		prefixes = prefixes[:0]
		for _, k := range w.kinds {
			prefixes = append(prefixes, append(w.dir.prefix(id), byte(k)))
		}
	}
	for _, prefix := range prefixes {
		for w.it.Seek(prefix); w.it.ValidForPrefix(prefix); w.it.Next() {
			n, err := w.neighbor(w.it.Item())
			if err != nil {
				return nil, err
			}
			list = append(list, n)
		}
	}
	return list, nil
}

// neighbor reads the other end of an edge from its record.
func (w *walk) neighbor(item *badger.Item) (n Neighbor, err error) {
	_, parse := w.dir.keys()
	key, ok := parse(item.Key())
	if !ok {
		return n, badKey(item.Key())
	}
	var l *link
	err = item.Value(func(b []byte) (err error) {
		l, err = w.dir.link(key, string(b))
		return err
	})
	if err != nil {
		return n, fmt.Errorf("edge %s: %w", key, err)
	}
	n = Neighbor{
		ID: key.To, Kind: key.Kind, Order: l.order, Role: codeOf(l.role).role(), Score: l.score,
		Confidence: l.confidence,
	}
	if w.dir == In {
		n.ID = key.From
	}
	return n, nil
}

// link reads what traversals need of an edge from its record in a direction.
func (d Direction) link(key EdgeKey, record string) (*link, error) {
	if d == In {
		l := &link{}
		return l, decode(record, l.record)
	}
	s, err := decodeStatement(record)
	if err != nil {
		return nil, err
	}
	return s.link(key)
}
