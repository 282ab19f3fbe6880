package graph

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// withBadger opens a folder as the plain database that a store is.
func withBadger(t *testing.T, dir string, f func(*badger.Txn) error) {
	t.Helper()
	db, err := badger.Open(badger.DefaultOptions(dir).WithLogger(nil))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(f); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := t.TempDir()
	withBadger(t, newer, func(txn *badger.Txn) error {
		return txn.Set(metaKey(metaFormat), binary.BigEndian.AppendUint32(nil, formatVersion+1))
	})
	foreign := t.TempDir()
	withBadger(t, foreign, func(txn *badger.Txn) error { return txn.Set([]byte("key"), nil) })
	locked := t.TempDir()
	open(t, locked, Options{})

	for _, tt := range []struct {
		name, dir string
		opts      Options
		want      error
		says      string
	}{
		{"a newer format", newer, Options{}, ErrFormat, "format 4, this program reads format 3"},
		{"another database", foreign, Options{}, ErrFormat, foreign},
		{"a folder in use", locked, Options{}, ErrLocked, locked},
		{"no folder", "", Options{}, ErrInvalid, "folder"},
		{"a folder in memory", newer, Options{InMemory: true}, ErrInvalid, "folder"},
		{"a file", file, Options{}, nil, file},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(tt.dir, tt.opts)
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) ||
				!strings.Contains(err.Error(), tt.says) {
				t.Errorf("open: %v, want %v that says %q", err, tt.want, tt.says)
			}
		})
	}
}

func TestClosed(t *testing.T) {
	s := open(t, "", Options{InMemory: true})
	f := newWorld(1).facts(exampleSource.source(), nil)
	if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
		t.Fatal(err)
	}
	v := s.View()
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := v.Texts(t.Context(), []Source{f.Expression.Source}); !errors.Is(err, ErrClosed) {
		t.Errorf("texts of a closed store: %v, want ErrClosed", err)
	}
	if err := s.Apply(t.Context(), Batch{}); !errors.Is(err, ErrClosed) {
		t.Errorf("apply to a closed store: %v, want ErrClosed", err)
	}
	if _, err := s.Check(t.Context()); !errors.Is(err, ErrClosed) {
		t.Errorf("check of a closed store: %v, want ErrClosed", err)
	}
}

// TestRedo opens a store whose process was killed while it wrote the redo log, or after.
func TestRedo(t *testing.T) {
	w := writes{}
	w.set(metaKey(metaVersion), binary.BigEndian.AppendUint64(nil, 5))
	w.set(redoKey(7), []byte("written and deleted by the same log"))
	w.delete(redoKey(7))
	for name, tt := range map[string]struct {
		valid bool
		want  uint64
	}{
		"killed while writing the log": {false, 0},
		"killed while applying it":     {true, 5},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := open(t, dir, Options{}).Close(); err != nil {
				t.Fatal(err)
			}
			withBadger(t, dir, func(txn *badger.Txn) error {
				for key, value := range w.redoLog(1) {
					if err := txn.Set([]byte(key), value); err != nil {
						return err
					}
				}
				if tt.valid {
					return txn.Set(redoEnd, nil)
				}
				return nil
			})
			s := open(t, dir, Options{})
			if got := s.View().Version(); got != tt.want {
				t.Errorf("version %d, want %d", got, tt.want)
			}
			checkStore(t, s) // no redo log is left
		})
	}
}

// TestLargeCommit commits more than one transaction of Badger holds.
func TestLargeCommit(t *testing.T) {
	for name, opts := range map[string]Options{
		"in a folder": {memTable: 1 << 20}, "in memory": {InMemory: true},
	} {
		t.Run(name, func(t *testing.T) { testLargeCommit(t, opts) })
	}
}

func testLargeCommit(t *testing.T, opts Options) {
	t.Helper()
	dir := ""
	if !opts.InMemory {
		dir = t.TempDir()
	}
	s := open(t, dir, opts)
	f := newWorld(3).facts(exampleSource.source(), nil)
	f.Text += strings.Repeat("标准化工作", 700_000) // 10 MB
	if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
		t.Fatal(err)
	}
	checkStore(t, s)
	texts, err := s.View().Texts(t.Context(), []Source{f.Expression.Source})
	if err != nil || texts[0] != f.Text {
		t.Errorf("text of %d bytes, %v; want %d", len(texts[0]), err, len(f.Text))
	}
	if err := s.Apply(t.Context(), Batch{Remove: []Source{f.Expression.Source}}); err != nil {
		t.Fatal(err)
	}
	checkStore(t, s)
}
