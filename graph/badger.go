package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// badgerOptions are Badger's settings: values stay in the tree up to 1 MB, because the value log
// is collected badly; caches are bounded; one writer makes conflict detection a waste of memory;
// every commit is synced, because Apply promises that it lasts.
//
// Badger makes a file in memory before it writes it, in up to eight buffers that it keeps, each of
// five to ten times the size of the largest file so far: the size of a file is counted compressed,
// a buffer holds it uncompressed and once more. So files are small, on all levels.
func badgerOptions(dir string, opts Options) badger.Options {
	memTable := int64(16 << 20)
	if opts.memTable > 0 {
		memTable = opts.memTable
	}
	settings := badger.DefaultOptions(dir)
	settings.TableSizeMultiplier = 1
	return settings.
		WithInMemory(opts.InMemory).
		WithBypassLockGuard(ownLock).
		WithLogger(badgerLog{opts.Log}).
		WithSyncWrites(!opts.InMemory).
		WithDetectConflicts(false).
		WithNumVersionsToKeep(1).
		WithMemTableSize(memTable).
		WithNumMemtables(2). // each takes its size twice, and five times while it is written out
		WithNumCompactors(2).
		WithValueThreshold(min(1<<20, memTable/10)).
		WithValueLogFileSize(128 << 20).
		WithBaseTableSize(2 << 20).
		WithCompression(options.Snappy).
		WithBlockCacheSize(32 << 20).
		WithIndexCacheSize(64 << 20)
}

// get is the value of a key.
func get(txn *badger.Txn, key []byte) (value string, found bool, err error) {
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return "", false, nil
	}
	if err != nil {
		return "", false, err
	}
	err = item.Value(func(b []byte) error {
		value = string(b)
		return nil
	})
	return value, err == nil, err
}

// exists reports whether there is a record with the key.
func exists(txn *badger.Txn, key []byte) (bool, error) {
	_, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return false, nil
	}
	return err == nil, err
}

// scan calls f with each record whose key starts with prefix, in the order of keys; value is
// empty unless values are asked for. It stops when f returns false or an error. Values are not
// prefetched: Badger starts a goroutine for each, and they lie beside their keys anyway.
func scan(
	txn *badger.Txn, prefix []byte, values bool, f func(key []byte, value string) (bool, error),
) error {
	it := txn.NewIterator(badger.IteratorOptions{Prefix: prefix})
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		value := ""
		if values {
			err := it.Item().Value(func(b []byte) error {
				value = string(b)
				return nil
			})
			if err != nil {
				return err
			}
		}
		if more, err := f(it.Item().Key(), value); err != nil || !more {
			return err
		}
	}
	return nil
}

// badgerLog hands Badger's messages on. Its level Info tells of every compaction, so it is Debug.
type badgerLog struct{ log *slog.Logger }

func (l badgerLog) Errorf(format string, args ...any) {
	l.log.Error(fmt.Sprintf(format, args...))
}

func (l badgerLog) Warningf(format string, args ...any) {
	level := slog.LevelWarn
	if strings.HasPrefix(format, "%s might be too small") ||
		strings.HasPrefix(format, "Cache life expectancy") {
		level = slog.LevelDebug // of a cache, as it is when all of a store is read once
	}
	l.log.Log(context.Background(), level, fmt.Sprintf(format, args...))
}

func (l badgerLog) Infof(format string, args ...any) {
	l.log.Debug(fmt.Sprintf(format, args...))
}

func (l badgerLog) Debugf(string, ...any) {}
