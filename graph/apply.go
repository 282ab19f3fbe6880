package graph

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/dgraph-io/badger/v4"
	lru "github.com/hashicorp/golang-lru/v2"
)

// Batch is what one commit changes.
type Batch struct {
	// Put is the facts of sources to store; they replace all that their source stated before.
	Put []Facts
	// Remove is sources to forget. One that is not stored is passed over.
	Remove []Source
}

// Apply makes all changes of a batch, or none. When it returns, the changes are on disk and
// every View taken from then on shows them. A batch that would change nothing makes no commit:
// the version stays.
//
// A node or an edge exists while a text states it. What several texts state is joined by a rule
// that does not depend on the order of loading: see the package documentation. An edge to a node
// that was removed with its text comes back when the node does; but at the end of the batch that
// puts an edge both its ends must exist.
//
// The error wraps ErrInvalid if facts break a rule of the model; it names what does.
func (s *Store) Apply(ctx context.Context, b Batch) error {
	s.write.Lock()
	defer s.write.Unlock()
	if s.broken != nil {
		return fmt.Errorf("graph: apply: the store must be opened again after: %w", s.broken)
	}
	base := s.current.Load()
	var c *commit
	err := s.read(base, func(txn *badger.Txn) (err error) {
		if c, err = newCommit(ctx, txn, base, s.waiting); err != nil {
			return err
		}
		return c.stage(b)
	})
	if err == nil && len(c.writes) > 0 {
		err = s.finish(c)
	}
	if err != nil {
		return fmt.Errorf("graph: apply: %w", err)
	}
	return nil
}

// finish writes a staged commit and publishes the snapshot that has it.
func (s *Store) finish(c *commit) error {
	version := c.base.version + 1
	c.writes.set(metaKey(metaVersion), binary.BigEndian.AppendUint64(nil, version))
	next, err := c.snapshot(version)
	if err != nil {
		return err
	}
	c.writes.set(metaKey(metaCounts), encode(next.counts.record))
	if err := s.persist(c.writes); err != nil {
		return err
	}
	for key, waits := range c.waits {
		setWaiting(s.waiting, key, waits)
	}
	txn := s.db.NewTransaction(false)
	if s.broken = s.thin(&next, txn); s.broken != nil {
		txn.Discard()
		return s.broken
	}
	s.publish(next, txn)
	if err := s.trim(); err != nil {
		s.log.Debug("pages of files were not given back", "error", err)
	}
	return nil
}

// trim lets the kernel take back the store's files if they are more of the memory than is wanted.
func (s *Store) trim() error {
	if s.mappedMemory <= 0 || s.dir == "" {
		return nil
	}
	n, err := residentFiles()
	if err != nil || n <= s.mappedMemory {
		return err
	}
	return pageOut(s.dir)
}

// thin replaces a snapshot that has outgrown memory by a sparse one.
func (s *Store) thin(snap **snapshot, txn *badger.Txn) error {
	if (*snap).sparse || (*snap).nodes <= s.snapshotNodes {
		return nil
	}
	s.log.Info("the graph is walked on disk from now on", "nodes", (*snap).nodes)
	sparse, err := load(txn, true)
	if err == nil {
		*snap = sparse
	}
	return err
}

// wait names an edge and the end it waits for.
type wait struct {
	missing ID
	edge    EdgeKey
}

func setWaiting(waiting map[ID]map[EdgeKey]bool, w wait, waits bool) {
	switch {
	case waits && waiting[w.missing] == nil:
		waiting[w.missing] = map[EdgeKey]bool{w.edge: true}
	case waits:
		waiting[w.missing][w.edge] = true
	default:
		delete(waiting[w.missing], w.edge)
		if len(waiting[w.missing]) == 0 {
			delete(waiting, w.missing)
		}
	}
}

// commit works out what a batch changes. It reads the store as the base snapshot sees it, and
// changes nothing itself.
type commit struct {
	ctx     context.Context
	txn     *badger.Txn
	base    *snapshot
	waiting map[ID]map[EdgeKey]bool
	sheets  *lru.Cache[digest, *sheet]

	sources map[digest]*sourceChange
	had     map[ID]bool        // whether nodes existed before, as far as it was asked
	nodes   map[ID]change      // those whose record changes
	edges   map[EdgeKey]change // those whose record changes
	aliases map[Alias]bool     // those whose existence may change, and whether they exist
	waits   map[wait]bool      // those whose existence changes
	writes  writes
}

// sourceChange is the facts of a source before and after a commit; an empty sheet, which has no
// source, where there are none.
type sourceChange struct{ before, after *sheet }

// change is a record before and after a commit, nil where there is none.
type change struct{ before, after *statement }

// cachedSheets is how many sources' facts a commit keeps at hand while it recomputes joins.
const cachedSheets = 64

func newCommit(
	ctx context.Context, txn *badger.Txn, base *snapshot, waiting map[ID]map[EdgeKey]bool,
) (*commit, error) {
	sheets, err := lru.New[digest, *sheet](cachedSheets)
	return &commit{
		ctx: ctx, txn: txn, base: base, waiting: waiting, sheets: sheets,
		sources: map[digest]*sourceChange{},
		had:     map[ID]bool{},
		nodes:   map[ID]change{},
		edges:   map[EdgeKey]change{},
		aliases: map[Alias]bool{},
		waits:   map[wait]bool{},
		writes:  writes{},
	}, err
}

// stage works out all changes of a batch.
func (c *commit) stage(b Batch) error {
	for i := range b.Put {
		if err := c.put(&b.Put[i]); err != nil {
			return fmt.Errorf("put source %q: %w", b.Put[i].Expression.Source, err)
		}
	}
	for _, source := range b.Remove {
		if err := c.remove(source); err != nil {
			return fmt.Errorf("remove source %q: %w", source, err)
		}
	}
	for _, step := range []func() error{c.stageNodes, c.stageEdges, c.stageAliases, c.checkEnds} {
		if err := step(); err != nil {
			return err
		}
		if err := c.ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// snapshot is the base snapshot with the commit's changes.
func (c *commit) snapshot(version uint64) (*snapshot, error) {
	e := c.base.edit(version)
	for id, change := range c.nodes {
		after, err := change.after.face(id)
		if err != nil {
			return nil, err
		}
		if c.base.holds(id.Kind()) {
			e.setNode(id, after)
			continue
		}
		before, err := change.before.face(id)
		if err != nil {
			return nil, err
		}
		e.leaveNode(id.Kind(), before, after)
	}
	for key, change := range c.edges {
		before, err := change.before.link(key)
		if err != nil {
			return nil, err
		}
		after, err := change.after.link(key)
		if err != nil {
			return nil, err
		}
		e.setEdge(key, before, after)
	}
	for a, exists := range c.aliases {
		e.setAlias(a, exists)
	}
	if c.base.sparse {
		e.next.recent = c.base.recentWith(version, slices.Collect(maps.Keys(c.nodes)))
	}
	return e.finish(), nil
}
