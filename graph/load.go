package graph

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// load builds the snapshot of a store from its records, with the edges that wait for an end.
func load(txn *badger.Txn) (*snapshot, map[ID]map[EdgeKey]bool, error) {
	version, err := loadVersion(txn)
	if err != nil {
		return nil, nil, err
	}
	e := newSnapshot().edit(version)
	for _, step := range []func(*badger.Txn, *edit) error{loadFaces, loadEdges, loadAliases} {
		if err := step(txn, e); err != nil {
			return nil, nil, err
		}
	}
	waiting, err := loadWaiting(txn)
	return e.finish(), waiting, err
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
	parts := map[ID][]uint32{}
	err := scan(txn, []byte{byte(spaceBrief)}, true, func(key []byte, value string) (bool, error) {
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
	err := scan(txn, []byte{byte(spaceIn)}, true, func(key []byte, value string) (bool, error) {
		edge, ok := parseInKey(key)
		if !ok {
			return false, badKey(key)
		}
		var l link
		if err := decode(value, l.record); err != nil {
			return false, fmt.Errorf("edge %s: %w", edge, err)
		}
		if edge.To != to {
			to, target = edge.To, e.next.numbers.number(edge.To)
		}
		from := e.next.numbers.number(edge.From)
		add(&out, from, l.half(edge.Kind, target))
		add(&in, target, l.half(edge.Kind, from))
		e.next.halves++
		return true, nil
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
