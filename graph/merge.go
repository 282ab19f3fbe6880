package graph

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// delta is which statements of a node or an edge a commit takes away and brings.
type delta struct {
	gone []digest
	came []statement
}

// differences collects deltas by what they are of.
type differences[K comparable] map[K]*delta

// add notes what a source states of k before and after, and reports whether it begins (1) or
// ceases (-1) to state anything.
func (ds differences[K]) add(k K, d digest, before, after *statement) (begins int) {
	if before != nil && after != nil && before.equal(after) {
		return 0
	}
	if ds[k] == nil {
		ds[k] = &delta{}
	}
	if before != nil {
		ds[k].gone = append(ds[k].gone, d)
		begins--
	}
	if after != nil {
		ds[k].came = append(ds[k].came, *after)
		begins++
	}
	return begins
}

// mark stages the index record that a source states something, or that it no longer does.
func (c *commit) mark(key []byte, begins int) {
	switch begins {
	case 1:
		c.writes.set(key, nil)
	case -1:
		c.writes.delete(key)
	}
}

// subject is a node or an edge whose statements are joined.
type subject struct {
	by     []byte                  // front of the index keys that name the sources of the statements
	in     func(*sheet) *statement // what a source states
	before *statement              // the join until now; nil if there is none
	hidden bool                    // there are statements, but their join is not stored
}

// merge is the join of all statements of a node or an edge after the commit, nil if none is left.
//
// Where statements only come, they are joined to what is stored, so that something which every
// document states costs the same for the millionth. Where one goes, the others are read, but no
// longer than until the join cannot grow further: mostly until the next.
func (c *commit) merge(s subject, d delta) (*statement, error) {
	var now *statement
	add := func(s *statement) {
		if now == nil {
			copied := *s
			now = &copied
		} else {
			*now = join(*now, *s)
		}
	}
	for i := range d.came {
		add(&d.came[i])
	}
	if len(d.gone) == 0 && !s.hidden {
		if s.before != nil {
			add(s.before)
		}
		return now, nil
	}
	most := s.before // what the join can grow to, nil if that is not known
	if most != nil && now != nil {
		joined := join(*now, *most)
		most = &joined
	}
	err := scan(c.txn, s.by, false, func(key []byte, _ string) (bool, error) {
		source := digest(bytes.TrimPrefix(key, s.by))
		if slices.Contains(d.gone, source) {
			return true, nil
		}
		stated, err := c.stated(source, s.in)
		if err != nil {
			return false, fmt.Errorf("key %x: %w", key, err)
		}
		add(stated)
		return most == nil || !now.equal(most), nil
	})
	return now, err
}

// stated is the statement that a source makes after the commit.
func (c *commit) stated(source digest, in func(*sheet) *statement) (*statement, error) {
	sheet, err := c.sheet(source)
	if err != nil {
		return nil, err
	}
	if s := in(sheet); s != nil {
		return s, nil
	}
	return nil, fmt.Errorf("source %s does not state it: %w", source.source(), ErrCorrupt)
}

// stageNodes stages the records of the nodes that the sources state otherwise than before.
func (c *commit) stageNodes() error {
	ds := differences[ID]{}
	for d, change := range c.sources {
		for i := range change.before.nodes {
			n := &change.before.nodes[i]
			if begins := ds.add(n.id, d, &n.statement, change.after.node(n.id)); begins < 0 {
				c.mark(nodeByKey(n.id, d), begins)
			}
		}
		for i := range change.after.nodes {
			n := &change.after.nodes[i]
			if change.before.node(n.id) == nil {
				c.mark(nodeByKey(n.id, d), ds.add(n.id, d, nil, &n.statement))
			}
		}
	}
	for id, d := range ds {
		s := subject{by: nodeByPrefix(id), in: func(s *sheet) *statement { return s.node(id) }}
		stored, err := c.base.has(c.txn, id)
		if err == nil && stored {
			s.before, err = readStatement(c.txn, idKey(spaceNode, id))
		}
		if err != nil {
			return err
		}
		c.had[id] = stored
		after, err := c.merge(s, *d)
		if err != nil {
			return fmt.Errorf("node %s: %w", id, err)
		}
		if err := c.setNode(id, s.before, after); err != nil {
			return err
		}
	}
	return nil
}

// setNode stages a node's record and what is derived from it.
func (c *commit) setNode(id ID, before, after *statement) error {
	if before != nil && after != nil && before.equal(after) {
		return nil
	}
	c.nodes[id] = change{before, after}
	if before != nil {
		n, err := before.node(id)
		if err != nil {
			return err
		}
		for _, name := range indexedNames(n) {
			c.writes.delete(nameKey(name, id))
		}
	}
	if after == nil {
		c.writes.delete(idKey(spaceNode, id))
		c.writes.delete(idKey(spaceBrief, id))
		return nil
	}
	n, err := after.node(id)
	if err != nil {
		return err
	}
	for _, name := range indexedNames(n) {
		c.writes.set(nameKey(name, id), nil)
	}
	c.writes.set(idKey(spaceNode, id), encode(after.record))
	c.writes.set(idKey(spaceBrief, id), encode(newFace(n).record))
	return nil
}

// existed reports whether a node existed before the commit.
func (c *commit) existed(id ID) (has bool, err error) {
	has, known := c.had[id]
	if !known {
		has, err = c.base.has(c.txn, id)
		c.had[id] = has
	}
	return has, err
}

// exists reports whether a node exists after the commit.
func (c *commit) exists(id ID) (bool, error) {
	if change, ok := c.nodes[id]; ok {
		return change.after != nil, nil
	}
	return c.existed(id)
}

// bothEnds asks the same of both ends of an edge.
func bothEnds(key EdgeKey, ask func(ID) (bool, error)) (from, to bool, err error) {
	if from, err = ask(key.From); err == nil {
		to, err = ask(key.To)
	}
	return from, to, err
}

// stageEdges stages the records of the edges that the sources state otherwise than before, and of
// those that lose an end, or regain it.
func (c *commit) stageEdges() error {
	ds := differences[EdgeKey]{}
	for d, change := range c.sources {
		for i := range change.before.edges {
			e := &change.before.edges[i]
			if begins := ds.add(e.key, d, &e.statement, change.after.edge(e.key)); begins < 0 {
				c.mark(edgeByKey(e.key, d), begins)
			}
		}
		for i := range change.after.edges {
			e := &change.after.edges[i]
			if change.before.edge(e.key) == nil {
				c.mark(edgeByKey(e.key, d), ds.add(e.key, d, nil, &e.statement))
			}
		}
	}
	for id, change := range c.nodes {
		if change.before == nil || change.after == nil {
			err := c.eachEdge(id, func(key EdgeKey) {
				if ds[key] == nil {
					ds[key] = &delta{}
				}
			})
			if err != nil {
				return err
			}
		}
	}
	for key, d := range ds {
		if err := c.stageEdge(key, *d); err != nil {
			return fmt.Errorf("edge %s: %w", key, err)
		}
	}
	return nil
}

// eachEdge calls f with the edges that lead from or to a node, and those that wait for it.
func (c *commit) eachEdge(id ID, f func(EdgeKey)) error {
	for key := range c.waiting[id] {
		f(key)
	}
	if had, err := c.existed(id); err != nil || !had {
		return err // an edge has both its ends
	}
	return c.base.eachEdge(c.txn, id, f)
}

func (c *commit) stageEdge(key EdgeKey, d delta) error {
	s := subject{by: edgeByPrefix(key), in: func(s *sheet) *statement { return s.edge(key) }}
	from, to, err := bothEnds(key, c.existed)
	if err != nil {
		return err
	}
	if from && to {
		s.before, err = readStatement(c.txn, outKey(key))
	} else {
		s.hidden = c.waiting[key.From][key] || c.waiting[key.To][key]
	}
	if err != nil {
		return err
	}
	after, err := c.merge(s, d)
	if err != nil {
		return err
	}
	if from, to, err = bothEnds(key, c.exists); err != nil {
		return err
	}
	c.stageWait(wait{key.From, key}, after != nil && !from)
	c.stageWait(wait{key.To, key}, after != nil && !to)
	if !from || !to {
		after = nil
	}
	return c.setEdge(key, s.before, after)
}

func (c *commit) stageWait(w wait, waits bool) {
	if c.waiting[w.missing][w.edge] == waits {
		return
	}
	c.waits[w] = waits
	if waits {
		c.writes.set(waitingKey(w.missing, w.edge), nil)
	} else {
		c.writes.delete(waitingKey(w.missing, w.edge))
	}
}

// setEdge stages an edge's records in both directions.
func (c *commit) setEdge(key EdgeKey, before, after *statement) error {
	switch {
	case before == nil && after == nil:
		return nil
	case after == nil:
		c.edges[key] = change{before, nil}
		c.writes.delete(outKey(key))
		c.writes.delete(inKey(key))
		return nil
	case before != nil && before.equal(after):
		return nil
	}
	l, err := after.link(key)
	if err != nil {
		return err
	}
	c.edges[key] = change{before, after}
	c.writes.set(outKey(key), encode(after.record))
	c.writes.set(inKey(key), encode(l.record))
	return nil
}

// checkEnds refuses an edge of a source put that ends at a node which no text states.
func (c *commit) checkEnds() error {
	for d, change := range c.sources {
		if change.after == change.before {
			continue
		}
		for _, e := range change.after.edges {
			for _, end := range []ID{e.key.From, e.key.To} {
				exists, err := c.exists(end)
				if err != nil {
					return err
				}
				if !exists {
					return invalid("put source %q: edge %s: no text states %s", d.source(), e.key, end)
				}
			}
		}
	}
	return nil
}

// stageAliases notes which aliases there are after the commit.
func (c *commit) stageAliases() error {
	gone := map[Alias][]digest{}
	for d, change := range c.sources {
		for _, a := range change.before.aliases {
			if !slices.Contains(change.after.aliases, a) {
				gone[a] = append(gone[a], d)
				c.mark(aliasKey(a, d), -1)
			}
		}
		for _, a := range change.after.aliases {
			if !slices.Contains(change.before.aliases, a) {
				c.mark(aliasKey(a, d), 1)
				c.aliases[a] = true
			}
		}
	}
	for a, sources := range gone {
		if c.aliases[a] {
			continue
		}
		left, err := statedByOthers(c.txn, a, sources)
		if err != nil {
			return err
		}
		c.aliases[a] = left
	}
	return nil
}

func statedByOthers(txn *badger.Txn, a Alias, gone []digest) (left bool, err error) {
	err = scan(txn, aliasPrefix(a), false, func(key []byte, _ string) (bool, error) {
		_, d, ok := parseAliasKey(key)
		if !ok {
			return false, badKey(key)
		}
		left = !slices.Contains(gone, d)
		return !left, nil
	})
	return left, err
}
