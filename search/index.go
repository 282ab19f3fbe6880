package search

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/policygraph/policygraph/graph"
)

// format is the version of what is indexed and how; it names the index's folder, and an index of
// another one is removed.
//
//	1: names, texts and places by bigrams; digests
//	2: ids and digests in fewer bytes
const format = 2

// Options are the settings of an index. The zero value works.
type Options struct {
	// Simplify gives a Traditional character's Simplified one, and others as they are. Nil: the
	// scripts are told apart.
	Simplify func(rune) rune
	// Log hears of making the index anew, and of long work. Nil: slog.Default().
	Log *slog.Logger
}

// Index finds nodes by words. Its methods may be called concurrently.
type Index struct {
	lexer lexer
	log   *slog.Logger
	dir   string // of this format; "" in memory

	mu     sync.RWMutex // held for reading while a reader is opened, else to change what follows
	store  index.Index
	queue  *index.AnalysisQueue
	mirror graph.Reader // the state that the index mirrors; nil before the first Sync
	broken bool         // a change failed half way
	closed bool
}

// Open opens the index in a folder, or makes an empty one there; in memory if dir is "". What
// cannot be read is removed: all is in the graph. The caller must Close the index.
func Open(dir string, opts Options) (*Index, error) {
	x := &Index{lexer: lexer{opts.Simplify}, log: opts.Log}
	if x.lexer.simplify == nil {
		x.lexer.simplify = func(r rune) rune { return r }
	}
	if x.log == nil {
		x.log = slog.Default()
	}
	if dir != "" {
		x.dir = filepath.Join(dir, strconv.Itoa(format))
		if err := removeOthers(dir, filepath.Base(x.dir)); err != nil {
			return nil, fmt.Errorf("search: open %q: %w", dir, err)
		}
	}
	x.queue = index.NewAnalysisQueue(runtime.GOMAXPROCS(0))
	if err := x.openStore(); err != nil {
		x.queue.Close()
		return nil, fmt.Errorf("search: open %q: %w", dir, err)
	}
	return x, nil
}

// removeOthers removes all of a folder but one entry: indexes of other formats.
func removeOthers(dir, keep string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		if e.Name() != keep {
			err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// openStore opens bleve's index, an empty one if what is there cannot be read.
func (x *Index) openStore() error {
	store, err := openScorch(x.dir, x.queue)
	if err != nil && x.dir != "" {
		x.log.Warn("search index cannot be read and is made anew", "dir", x.dir, "error", err)
		if err := os.RemoveAll(x.dir); err != nil {
			return err
		}
		store, err = openScorch(x.dir, x.queue)
	}
	if err != nil {
		return err
	}
	x.store, x.mirror, x.broken = store, nil, false
	return nil
}

// openScorch opens bleve's index. Batches need not be on disk when they return: what a killed
// process leaves is an older state, which the next Sync notices.
func openScorch(dir string, queue *index.AnalysisQueue) (_ index.Index, err error) {
	defer func() {
		if p := recover(); p != nil { // scorch trusts its files
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	store, err := scorch.NewScorch(scorch.Name, map[string]any{
		"path": dir, "unsafe_batch": true, "bolt_timeout": "2s",
	}, queue)
	if err != nil {
		return nil, err
	}
	if err := store.Open(); err != nil {
		return nil, err
	}
	return store, nil
}

// empty replaces what the index holds by nothing. The caller holds mu.
func (x *Index) empty() error {
	if err := x.store.Close(); err != nil {
		x.log.Warn("close broken search index", "error", err)
	}
	if x.dir != "" {
		if err := os.RemoveAll(x.dir); err != nil {
			return err
		}
	}
	return x.openStore()
}

// Close notes which state of the graph the index mirrors, for the next Open, and closes it. A
// second Close does nothing. The graph's store must be closed later.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	err := x.seal(context.Background())
	if err := errors.Join(err, x.store.Close()); err != nil {
		return fmt.Errorf("search: close: %w", err)
	}
	x.queue.Close()
	return nil
}
