package loader

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/policygraph/policygraph/graph"
)

// Manifest remembers, in a file of JSON lines, which files are stored: their size, time and SHA-256.
// It saves a resumed load the reading of what it has read before. It is no truth: a line only counts
// while the store has the text, and a manifest that is lost costs time alone.
type Manifest struct {
	mu      sync.Mutex // guards what follows
	out     *os.File
	entries map[string]manifestEntry // by absolute path
}

type manifestEntry struct {
	Path    string       `json:"path"`
	Size    int64        `json:"size"`
	Changed int64        `json:"changed"`           // nanoseconds since 1970
	Source  graph.Source `json:"sha256"`            // "" if the file has gone
	Watched bool         `json:"watched,omitempty"` // a Mirror has loaded it
}

// OpenManifest opens or makes the manifest in a file. Lines that cannot be read, such as the last
// one of a process that was killed, are passed over. The caller must Close it.
func OpenManifest(name string) (*Manifest, error) {
	out, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("loader: manifest: %w", err)
	}
	m := &Manifest{out: out, entries: map[string]manifestEntry{}}
	if err := m.read(out); err != nil {
		return nil, errors.Join(fmt.Errorf("loader: manifest %s: %w", name, err), out.Close())
	}
	return m, nil
}

func (m *Manifest) read(r io.Reader) error {
	lines, whole := bufio.NewReader(r), true
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var e manifestEntry
			whole = err == nil
			if json.Unmarshal(line, &e) == nil && whole {
				m.entries[e.Path] = e
			}
		}
		switch {
		case errors.Is(err, io.EOF) && !whole:
			_, err := m.out.WriteString("\n") // ends the line that a kill cut short
			return err
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// Close closes the manifest's file.
func (m *Manifest) Close() error { return m.out.Close() }

// source is what a file with this path, size and time held when it was stored, "" if it is not known.
func (m *Manifest) source(path string, info fs.FileInfo) graph.Source {
	m.mu.Lock()
	e, ok := m.entries[absolute(path)]
	m.mu.Unlock()
	if !ok || e.Size != info.Size() || e.Changed != info.ModTime().UnixNano() {
		return ""
	}
	return e.Source
}

// add remembers a file that is stored, and whether a Mirror has ever found it.
func (m *Manifest) add(path string, info fs.FileInfo, source graph.Source, watched bool) error {
	e := manifestEntry{absolute(path), info.Size(), info.ModTime().UnixNano(), source, watched}
	m.mu.Lock()
	defer m.mu.Unlock()
	before := m.entries[e.Path]
	e.Watched = e.Watched || before.Watched
	if before == e {
		return nil
	}
	return m.write(e)
}

// drop forgets a file that has gone.
func (m *Manifest) drop(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.entries[absolute(path)].Source == "" {
		return nil
	}
	return m.write(manifestEntry{Path: absolute(path)})
}

// write adds an entry, which is the last word on its file. The caller holds mu.
func (m *Manifest) write(e manifestEntry) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	m.entries[e.Path] = e
	_, err = m.out.Write(append(line, '\n'))
	return err
}

// watched is what the files below a folder held when a Mirror last found them, by their names below
// the folder.
func (m *Manifest) watched(folder string) map[string]graph.Source {
	prefix := absolute(folder) + string(filepath.Separator)
	m.mu.Lock()
	defer m.mu.Unlock()
	held := map[string]graph.Source{}
	for path, e := range m.entries {
		if name, ok := strings.CutPrefix(path, prefix); ok && e.Watched && e.Source != "" {
			held[filepath.ToSlash(name)] = e.Source
		}
	}
	return held
}

// absolute is the path from the root, so that it means the same wherever a load is started.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
