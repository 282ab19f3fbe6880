package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dgraph-io/badger/v4"
)

// Nodes implements Reader.
func (v *View) Nodes(ctx context.Context, ids []ID) ([]Node, error) {
	nodes := make([]Node, len(ids))
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		for n, id := range ids {
			if n%checkEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			node, err := v.node(txn, id)
			if err != nil {
				return err
			}
			nodes[n] = node
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: nodes: %w", err)
	}
	return nodes, nil
}

// node reads a node through the cache; nil if there is none.
func (v *View) node(txn *badger.Txn, id ID) (Node, error) {
	cached, err := v.nodeVersion(txn, id)
	if err != nil || cached.id.IsZero() {
		return nil, err
	}
	if n, ok := v.store.nodes.Get(cached); ok {
		return n, nil
	}
	id = cached.id
	s, err := readStatement(txn, idKey(spaceNode, id))
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, fmt.Errorf("node %s: no record: %w", id, ErrCorrupt)
	}
	n, err := s.node(id)
	if err == nil {
		v.store.nodes.Add(cached, n)
	}
	return n, err
}

// nodeVersion names the state of the node that an id stands for; zero if there is none.
func (v *View) nodeVersion(txn *badger.Txn, id ID) (nodeVersion, error) {
	if v.snap.holds(id.Kind()) {
		if _, e := v.snap.find(id); e.face != nil {
			return nodeVersion{e.face.id, e.rev}, nil
		}
		return nodeVersion{}, nil
	}
	item, err := txn.Get(idKey(spaceNode, id))
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nodeVersion{}, nil
	}
	if err != nil {
		return nodeVersion{}, err
	}
	return nodeVersion{id, inBadger | item.Version()}, nil
}

// inBadger tells versions of Badger from those of commits.
const inBadger = 1 << 63

// readStatement is the statement stored under a key, nil if there is none.
func readStatement(txn *badger.Txn, key []byte) (*statement, error) {
	record, found, err := get(txn, key)
	if err != nil || !found {
		return nil, err
	}
	s, err := decodeStatement(record)
	if err != nil {
		return nil, fmt.Errorf("key %x: %w", key, err)
	}
	return &s, nil
}

// Edges implements Reader.
func (v *View) Edges(ctx context.Context, keys []EdgeKey) ([]*Edge, error) {
	edges := make([]*Edge, len(keys))
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		for n, key := range keys {
			if n%checkEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			edge, err := v.edge(txn, key)
			if err != nil {
				return err
			}
			edges[n] = edge
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: edges: %w", err)
	}
	return edges, nil
}

// edge reads an edge, put together of those between the aliases of its ends. As among neighbors,
// the first in order gives all but evidence and confidence.
func (v *View) edge(txn *badger.Txn, key EdgeKey) (*Edge, error) {
	var found []*Edge
	var evidence []proof
	best := Low
	from, to := v.snap.meaning(key.From), v.snap.meaning(key.To)
	for _, f := range from {
		for _, t := range to {
			raw := EdgeKey{f, key.Kind, t}
			s, err := readStatement(txn, outKey(raw))
			if err != nil {
				return nil, err
			}
			if s == nil {
				continue
			}
			e, err := s.edge(raw)
			if err != nil {
				return nil, err
			}
			found = append(found, e)
			evidence = compactProofs(union(evidence, s.evidence, compareProofs))
			best = min(best, s.confidence)
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	first := slices.MinFunc(found, func(a, b *Edge) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), compareIDs(a.From, b.From), compareIDs(a.To, b.To))
	})
	merged := statement{evidence: evidence}
	first.From, first.To, first.Evidence = from[0], to[0], merged.evidences()
	first.Confidence = best
	return first, nil
}

// Expressions implements Reader.
func (v *View) Expressions(ctx context.Context, docs []ID) ([][]Expression, error) {
	lists := make([][]Expression, len(docs))
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		for n, doc := range docs {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			sources, err := documentSources(txn, v.snap.standsFor(doc))
			if err != nil {
				return err
			}
			for _, d := range sources {
				e, err := readExpression(txn, d)
				if err == nil && e == nil {
					err = fmt.Errorf("expression %s of %s: %w", d.source(), doc, ErrCorrupt)
				}
				if err != nil {
					return err
				}
				lists[n] = append(lists[n], *e)
			}
			slices.SortFunc(lists[n], compareExpressions)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: expressions: %w", err)
	}
	return lists, nil
}

func documentSources(txn *badger.Txn, doc ID) (sources []digest, err error) {
	err = scan(txn, documentPrefix(doc), false, func(key []byte, _ string) (bool, error) {
		_, d, ok := parseDocumentKey(key)
		if !ok {
			return false, badKey(key)
		}
		sources = append(sources, d)
		return true, nil
	})
	return sources, err
}

// readExpression is the expression of a source, nil if it is not stored.
func readExpression(txn *badger.Txn, d digest) (*Expression, error) {
	record, found, err := get(txn, expressionKey(d))
	if err != nil || !found {
		return nil, err
	}
	e := &Expression{Source: d.source()}
	if err := decode(record, e.record); err != nil {
		return nil, fmt.Errorf("expression %s: %w", e.Source, err)
	}
	return e, nil
}

// BySource implements Reader.
func (v *View) BySource(ctx context.Context, sources []Source) ([]*Expression, error) {
	list := make([]*Expression, len(sources))
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		for n, source := range sources {
			d, err := source.digest()
			if err != nil {
				continue // no text has such a source
			}
			if list[n], err = readExpression(txn, d); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("graph: expressions by source: %w", err)
	}
	return list, nil
}

// Sources returns the expressions of all stored texts, by file name and source: what a loader
// needs to tell which files are stored already.
func (v *View) Sources(ctx context.Context) ([]Expression, error) {
	var list []Expression
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		all := []byte{byte(spaceExpression)}
		return scan(txn, all, true, func(key []byte, value string) (bool, error) {
			d, ok := parseExpressionKey(key)
			if !ok {
				return false, badKey(key)
			}
			list = append(list, Expression{Source: d.source()})
			return true, decode(value, list[len(list)-1].record)
		})
	})
	if err != nil {
		return nil, fmt.Errorf("graph: sources: %w", err)
	}
	slices.SortFunc(list, func(a, b Expression) int {
		return cmp.Or(strings.Compare(a.FileName, b.FileName), cmp.Compare(a.Source, b.Source))
	})
	return list, ctx.Err()
}

// compareExpressions orders a document's expressions: Simplified first, then by file and source.
func compareExpressions(a, b Expression) int {
	return cmp.Or(
		strings.Compare(string(a.Script), string(b.Script)), // HANS, HANT
		strings.Compare(a.FileName, b.FileName),
		cmp.Compare(a.Source, b.Source),
	)
}

// Texts implements Reader.
func (v *View) Texts(ctx context.Context, sources []Source) ([]string, error) {
	texts := make([]string, len(sources))
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		for n, source := range sources {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			d, err := source.digest()
			if err != nil {
				return fmt.Errorf("%w: %w", err, ErrNotFound)
			}
			text, parts, err := readParts(txn, spaceText, d)
			if err == nil && parts == 0 {
				err = fmt.Errorf("source %s: %w", source, ErrNotFound)
			}
			if err != nil {
				return err
			}
			texts[n] = text
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: texts: %w", err)
	}
	return texts, nil
}

// FileDocuments implements Reader.
func (v *View) FileDocuments(ctx context.Context, fileName string) (docs []ID, err error) {
	err = v.store.read(v.snap, func(txn *badger.Txn) error {
		return scan(txn, filePrefix(fileName), false, func(key []byte, _ string) (bool, error) {
			_, doc, _, ok := parseFileKey(key)
			if !ok {
				return false, badKey(key)
			}
			docs = append(docs, v.snap.standsFor(doc))
			return true, nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("graph: documents of file %q: %w", fileName, err)
	}
	return sortedUnique(docs), ctx.Err()
}

// Named implements Reader.
func (v *View) Named(ctx context.Context, kind NodeKind, name string) (ids []ID, err error) {
	indexed := indexedName(name)
	if indexed == "" {
		return nil, ctx.Err()
	}
	err = v.store.read(v.snap, func(txn *badger.Txn) error {
		return scan(txn, namePrefix(kind, indexed), false, func(key []byte, _ string) (bool, error) {
			_, id, ok := parseNameKey(key)
			if !ok {
				return false, badKey(key)
			}
			ids = append(ids, v.snap.standsFor(id))
			return true, nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("graph: %s named %q: %w", kind, name, err)
	}
	return sortedUnique(ids), ctx.Err()
}
