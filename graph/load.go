package graph

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// load builds the snapshot of a store from its records, a sparse one if that is wanted.
func load(txn *badger.Txn, sparse bool) (*snapshot, error) {
	version, err := loadVersion(txn)
	if err != nil {
		return nil, err
	}
	e := newSnapshot().edit(version)
	steps := []func(*badger.Txn, *edit) error{loadFaces, loadEdges, loadAliases}
	if e.next.sparse = sparse; sparse {
		steps = []func(*badger.Txn, *edit) error{loadSparse, loadAliases}
	}
	for _, step := range steps {
		if err := step(txn, e); err != nil {
			return nil, err
		}
	}
	snap := e.finish()
	if sparse {
		snap.counts, err = loadCounts(txn)
	}
	return snap, err
}

// loadCounts reads what is stored of counts.
func loadCounts(txn *badger.Txn) (c counts, err error) {
	record, found, err := get(txn, metaKey(metaCounts))
	if err == nil && found {
		err = decode(record, c.record)
	}
	if err != nil {
		return counts{}, fmt.Errorf("counts: %w", err)
	}
	return c, nil
}

func loadVersion(txn *badger.Txn) (uint64, error) {
	value, found, err := get(txn, metaKey(metaVersion))
	switch {
	case err != nil || !found:
		return 0, err
	case len(value) != 8:
		return 0, fmt.Errorf("version of %d bytes: %w", len(value), ErrCorrupt)
	}
	return binary.BigEndian.Uint64([]byte(value)), nil
}

func badKey(key []byte) error { return fmt.Errorf("key %x: %w", key, ErrCorrupt) }

func loadFaces(txn *badger.Txn, e *edit) error {
	return loadFacesOf(txn, e, []byte{byte(spaceBrief)})
}

// loadSparse reads what sparse snapshots hold.
func loadSparse(txn *badger.Txn, e *edit) error {
	for _, k := range []NodeKind{KindDocument, KindRegion} {
		if err := loadFacesOf(txn, e, []byte{byte(spaceBrief), byte(k)}); err != nil {
			return err
		}
	}
	var regions []ID
	for i := range e.touched {
		if id := e.next.numbers.ids[i]; id.Kind() == KindRegion {
			regions = append(regions, id)
		}
	}
	for _, region := range regions {
		prefix := append(In.prefix(region), byte(InRegion), byte(KindDocument))
		err := scanEdges(txn, prefix, func(edge EdgeKey, l link) { e.setEdge(edge, nil, &l) })
		if err != nil {
			return err
		}
	}
	return nil
}

// loadFacesOf reads the faces whose keys begin with a prefix.
func loadFacesOf(txn *badger.Txn, e *edit, prefix []byte) error {
	parts := map[ID][]uint32{}
	err := scan(txn, prefix, true, func(key []byte, value string) (bool, error) {
		id, ok := parseIDKey(spaceBrief, key)
		if !ok {
			return false, badKey(key)
		}
		f := &face{id: id}
		if err := decode(value, f.record); err != nil {
			return false, fmt.Errorf("brief of %s: %w", id, err)
		}
		i := e.next.numbers.number(id)
		entry := e.own(i)
		entry.face, entry.rev = f, e.next.version
		e.next.nodes++
		if !f.parent.IsZero() {
			parts[f.parent] = append(parts[f.parent], i)
		}
		e.moved[i] = true
		return true, nil
	})
	for doc, list := range parts {
		slices.Sort(list)
		e.own(e.next.numbers.number(doc)).parts = list
	}
	return err
}

// loadEdges reads the edges in the order of their target, and sorts both sides of every node
// once, where inserting them one by one would copy the chunks of hubs again and again.
func loadEdges(txn *badger.Txn, e *edit) error {
	var out, in [][]half
	var to ID // of the edge before, whose index need not be looked up again
	var target uint32
	add := func(sides *[][]half, i uint32, h half) {
		for int(i) >= len(*sides) {
			*sides = append(*sides, nil)
		}
		(*sides)[i] = append((*sides)[i], h)
	}
	err := scanEdges(txn, []byte{byte(spaceIn)}, func(edge EdgeKey, l link) {
		if edge.To != to {
			to, target = edge.To, e.next.numbers.number(edge.To)
		}
		from := e.next.numbers.number(edge.From)
		add(&out, from, l.half(edge.Kind, target))
		add(&in, target, l.half(edge.Kind, from))
		e.next.halves++
	})
	ids := e.next.numbers.ids
	for i, halves := range out {
		e.own(uint32(i)).out = sortedAdjacency(halves, ids)
	}
	for i, halves := range in {
		e.own(uint32(i)).in = sortedAdjacency(halves, ids)
	}
	return err
}

// scanEdges calls f with the edges whose keys in the space in begin with a prefix.
func scanEdges(txn *badger.Txn, prefix []byte, f func(EdgeKey, link)) error {
	return scan(txn, prefix, true, func(key []byte, value string) (bool, error) {
		edge, ok := parseInKey(key)
		if !ok {
			return false, badKey(key)
		}
		var l link
		if err := decode(value, l.record); err != nil {
			return false, fmt.Errorf("edge %s: %w", edge, err)
		}
		f(edge, l)
		return true, nil
	})
}

func sortedAdjacency(halves []half, ids []ID) adjacency {
	slices.SortFunc(halves, func(a, b half) int { return a.compare(b, ids) })
	return newAdjacency(slices.Clone(halves))
}

func loadAliases(txn *badger.Txn, e *edit) error {
	return scan(txn, []byte{byte(spaceAlias)}, false, func(key []byte, _ string) (bool, error) {
		a, _, ok := parseAliasKey(key)
		if !ok {
			return false, badKey(key)
		}
		e.setAlias(a, true)
		return true, nil
	})
}

func loadWaiting(txn *badger.Txn) (map[ID]map[EdgeKey]bool, error) {
	waiting := map[ID]map[EdgeKey]bool{}
	err := scan(txn, []byte{byte(spaceWaiting)}, false, func(key []byte, _ string) (bool, error) {
		missing, edge, ok := parseWaitingKey(key)
		if !ok {
			return false, badKey(key)
		}
		if waiting[missing] == nil {
			waiting[missing] = map[EdgeKey]bool{}
		}
		waiting[missing][edge] = true
		return true, nil
	})
	return waiting, err
}
