package graph

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/dgraph-io/badger/v4"
	lru "github.com/hashicorp/golang-lru/v2"
)

// Options are the settings of a store. The zero value suits a store in a folder.
type Options struct {
	// InMemory keeps everything in memory and writes no file; the folder's name must be empty.
	InMemory bool
	// Log receives the database's messages of level Warn and above, and the store's own. The
	// default discards them.
	Log *slog.Logger
	// CachedNodes is how many decoded nodes are kept in memory, by default 32768.
	CachedNodes int
	// SnapshotNodes is the number of nodes up to which all that traversals need is kept in memory,
	// some 600 bytes a node with its edges; by default 2,097,152. A larger graph is walked on disk,
	// which is slower and takes little memory: so is any graph if the number is negative, as suits
	// one who only writes.
	SnapshotNodes int
	// MappedMemory is the number of bytes of the store's files in memory above which a commit asks
	// the kernel to take them back; Linux alone does. Files are mapped, so all that was read or
	// written counts as memory of the process until the kernel needs it for others. By default that
	// is left to the kernel, which is faster: set it where memory is measured.
	MappedMemory int

	memTable int64 // size of Badger's memtable, which bounds a transaction; by default 16 MB
}

// Store keeps a graph in Badger and, in memory, what traversals need of it. Its methods may be
// called concurrently; one commit runs at a time, and readers never wait for it.
type Store struct {
	db    *badger.DB
	lock  *os.File // the locked folder; nil in memory
	log   *slog.Logger
	nodes *lru.Cache[nodeVersion, Node]

	snapshotNodes int
	mappedMemory  int
	dir           string // as the kernel names it; "" in memory

	current atomic.Pointer[snapshot]

	write   sync.Mutex // held by Apply; guards what follows
	waiting map[ID]map[EdgeKey]bool
	broken  error // a commit failed half way: what is on disk is not known

	life   sync.RWMutex // held for reading while Badger is read
	closed bool
	leases map[*lease]struct{}
	leased sync.Mutex // guards leases
}

// nodeVersion names a node as it was from a version on.
type nodeVersion struct {
	id  ID
	rev uint64
}

// lease keeps the records that a snapshot refers to readable: Badger drops no version that a
// transaction can see. It ends when the snapshot is garbage or the store is closed.
type lease struct {
	txn  *badger.Txn
	once sync.Once
}

// Open opens the store in a folder, and makes both if there is none. A store that a killed process
// left is brought back to its last commit. The caller must Close it.
//
// The error wraps ErrLocked if another process has the folder open, ErrFormat if it holds
// something else than a store of this version.
func Open(dir string, opts Options) (*Store, error) {
	if (dir == "") != opts.InMemory {
		return nil, fmt.Errorf("graph: open %q: want a folder or InMemory: %w", dir, ErrInvalid)
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	s := &Store{
		log: opts.Log, leases: map[*lease]struct{}{},
		snapshotNodes: cmp.Or(opts.SnapshotNodes, defaultSnapshotNodes),
		mappedMemory:  opts.MappedMemory,
	}
	if err := s.open(dir, opts); err != nil {
		return nil, errors.Join(fmt.Errorf("graph: open %q: %w", dir, err), s.release())
	}
	return s, nil
}

const defaultSnapshotNodes = 2 << 20

func (s *Store) open(dir string, opts Options) (err error) {
	cached := 32768
	if opts.CachedNodes > 0 {
		cached = opts.CachedNodes
	}
	if s.nodes, err = lru.New[nodeVersion, Node](cached); err != nil {
		return err
	}
	if !opts.InMemory {
		if s.lock, err = lockFolder(dir); err != nil {
			return err
		}
		if s.dir, err = realPath(dir); err != nil {
			return err
		}
		if err := dropEmptyLogs(dir); err != nil {
			return err
		}
	}
	if s.db, err = badger.Open(badgerOptions(dir, opts)); err != nil {
		return err
	}
	return s.start()
}

// realPath is a path from the root without symbolic links.
func realPath(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(name)
}

// release closes the database and gives the folder free.
func (s *Store) release() (err error) {
	if s.db != nil {
		err = s.db.Close()
	}
	if s.lock != nil {
		err = errors.Join(err, s.lock.Close())
	}
	return err
}

// dropEmptyLogs removes log files without a byte. A process that is killed between making a log
// and giving it its size leaves one, and Badger then refuses to open the folder.
func dropEmptyLogs(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if ext := filepath.Ext(entry.Name()); ext != ".mem" && ext != ".vlog" {
			continue
		}
		info, err := entry.Info()
		if err == nil && info.Size() == 0 {
			err = os.Remove(filepath.Join(dir, entry.Name()))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// start checks the format, finishes what a killed process began, and builds the snapshot.
func (s *Store) start() error {
	if err := s.checkFormat(); err != nil {
		return err
	}
	if err := s.redo(); err != nil {
		return err
	}
	txn := s.db.NewTransaction(false)
	snap, err := s.load(txn)
	if err == nil {
		s.waiting, err = loadWaiting(txn)
	}
	if err != nil {
		txn.Discard()
		return err
	}
	s.publish(snap, txn)
	return nil
}

// load builds the snapshot, one that suits the size of the graph.
func (s *Store) load(txn *badger.Txn) (*snapshot, error) {
	stored, err := loadCounts(txn)
	if err != nil {
		return nil, err
	}
	return load(txn, stored.nodes > s.snapshotNodes)
}

// checkFormat refuses a database that is no store of this version, and marks an empty one.
func (s *Store) checkFormat() error {
	return s.db.Update(func(txn *badger.Txn) error {
		format, found, err := get(txn, metaKey(metaFormat))
		switch {
		case err != nil:
			return err
		case found && len(format) == 4:
			if v := binary.BigEndian.Uint32([]byte(format)); v != formatVersion {
				return fmt.Errorf("format %d, this program reads format %d; load the files again into "+
					"another folder: %w", v, formatVersion, ErrFormat)
			}
			return nil
		case found || !isEmpty(txn):
			return fmt.Errorf("a database, but no policygraph store: %w", ErrFormat)
		}
		return txn.Set(metaKey(metaFormat), binary.BigEndian.AppendUint32(nil, formatVersion))
	})
}

func isEmpty(txn *badger.Txn) bool {
	it := txn.NewIterator(badger.IteratorOptions{})
	defer it.Close()
	it.Rewind()
	return !it.Valid()
}

// publish makes a snapshot the current one. Its records are read through txn.
func (s *Store) publish(snap *snapshot, txn *badger.Txn) {
	l := &lease{txn: txn}
	snap.lease = l
	s.leased.Lock()
	s.leases[l] = struct{}{}
	s.leased.Unlock()
	runtime.AddCleanup(snap, s.endLease, l)
	s.current.Store(snap)
}

func (s *Store) endLease(l *lease) {
	l.once.Do(l.txn.Discard)
	s.leased.Lock()
	delete(s.leases, l)
	s.leased.Unlock()
}

// View is the graph as it is now. A view is small, needs no closing, and does not change.
func (s *Store) View() *View { return &View{store: s, snap: s.current.Load()} }

// Close waits for the commit and the reads under way and releases the folder. Afterwards the
// store and its views return ErrClosed. A second Close does nothing.
func (s *Store) Close() error {
	s.write.Lock()
	defer s.write.Unlock()
	s.life.Lock()
	defer s.life.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	s.leased.Lock()
	for l := range s.leases {
		l.once.Do(l.txn.Discard)
	}
	s.leased.Unlock()
	if err := s.release(); err != nil {
		return fmt.Errorf("graph: close: %w", err)
	}
	return nil
}

// read calls f with the transaction that sees a snapshot's records.
func (s *Store) read(snap *snapshot, f func(*badger.Txn) error) error {
	s.life.RLock()
	defer s.life.RUnlock()
	if s.closed {
		return ErrClosed
	}
	err := f(snap.lease.txn)
	runtime.KeepAlive(snap) // while f runs the lease must not end
	return err
}
