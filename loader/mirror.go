package loader

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/policygraph/policygraph/graph"
)

// Mirror keeps a store in step with a folder: what comes or changes there is loaded, and the texts
// of files that go are unloaded. It unloads nothing but texts that a Mirror has found in the folder,
// under the names that they have there; so what others load stays.
type Mirror struct {
	loader *Loader
	folder string
	held   map[string]graph.Source // what the files of the folder hold, by their stored name
	gone   []graph.Expression      // names and sources of what they held and hold no longer
	seen   bool                    // the folder has had a file
}

// Mirror makes a Mirror of a folder that loads as l does. If l has a manifest, the Mirror knows from it
// what earlier ones have found there, and unloads what went in between.
func (l *Loader) Mirror(folder string) *Mirror {
	own := *l
	m := &Mirror{loader: &own, folder: folder, held: map[string]graph.Source{}}
	if l.opts.Manifest != nil {
		m.held = l.opts.Manifest.watched(folder)
	}
	own.kept = m.note
	return m
}

// note remembers what a file of the folder holds.
func (m *Mirror) note(name string, source graph.Source) {
	m.forget(name, source)
	m.held[name] = source
}

// forget notes that a file no longer holds what it held, unless that is the source.
func (m *Mirror) forget(name string, source graph.Source) {
	if before, ok := m.held[name]; ok && before != source {
		m.gone = append(m.gone, graph.Expression{FileName: name, Source: before})
		delete(m.held, name)
	}
}

// dropGone takes the files that have gone out of the manifest: who loads such a text later, in
// another way, wants it to stay.
func (m *Mirror) dropGone() {
	manifest := m.loader.opts.Manifest
	for _, e := range m.gone {
		if _, again := m.held[e.FileName]; again || manifest == nil {
			continue
		}
		if err := manifest.drop(filepath.Join(m.folder, e.FileName)); err != nil {
			m.loader.opts.Log.Warn("a file that has gone is still remembered",
				"file", e.FileName, "error", err)
		}
	}
}

// Sync loads what is new or has changed since the last call, and unloads what has gone. It returns
// what Load does, and the texts that are gone. If a part of the folder cannot be read, or it is empty
// from the beginning, nothing is unloaded: a disk that is away is no wish to forget.
func (m *Mirror) Sync(ctx context.Context) (Summary, []graph.Expression, error) {
	files, failed := findFiles([]string{m.folder})
	there := map[string]bool{}
	for _, f := range files {
		there[f.name] = true
	}
	m.seen = m.seen || len(files) > 0
	if !m.seen && len(m.held) > 0 {
		m.loader.opts.Log.Warn("a watched folder is empty; what its files stated is kept",
			"folder", m.folder, "files", len(m.held))
	}
	for name := range m.held {
		if len(failed) == 0 && m.seen && !there[name] {
			m.forget(name, "")
		}
	}
	gone, err := m.unload(ctx) // before copies of what has gone are found to be stored
	if err != nil {
		return Summary{}, gone, err
	}
	sum, err := m.loader.Load(ctx, m.folder)
	if err != nil {
		return sum, gone, err
	}
	replaced, err := m.unload(ctx)
	return sum, append(gone, replaced...), err
}

// unload forgets the texts that have gone, of which some may be replaced already.
func (m *Mirror) unload(ctx context.Context) ([]graph.Expression, error) {
	sources := make([]graph.Source, len(m.gone))
	for i, e := range m.gone {
		sources[i] = e.Source
	}
	stored, err := m.loader.view().BySource(ctx, sources)
	if err != nil {
		return nil, fmt.Errorf("mirror %s: %w", m.folder, err)
	}
	var texts []graph.Expression
	for i, e := range stored {
		if e != nil && e.FileName == m.gone[i].FileName {
			texts = append(texts, *e)
		}
	}
	if len(texts) > 0 {
		batch, err := m.loader.removal(ctx, texts)
		if err == nil {
			err = m.loader.apply(ctx, batch)
		}
		if err != nil {
			return nil, fmt.Errorf("mirror %s: unload: %w", m.folder, err)
		}
	}
	m.dropGone()
	m.gone = nil
	return texts, nil
}
