package loader

import (
	"context"
	"errors"
	"fmt"

	"github.com/policygraph/policygraph/graph"
)

const (
	groupFiles = 6 // of a commit, unless Options say otherwise
	// groupSize is the size in bytes of the texts of a commit after which it is made, however few
	// they are. What they state is some twelve times as large, and a commit above 2.4 MB is written
	// twice: see graph/redo.go.
	groupSize = 192 << 10
)

// writer stores the facts of files, some files by one commit: a commit costs a write to the disk
// and a copy of what it touches in memory, both nearly the same for one file as for many.
//
// What a file changes can depend on what is stored (see join.go), and is worked out from a state
// that lacks the files which wait for the commit. A file that could be joined with one of these is
// therefore only looked at after them.
type writer struct {
	l       *Loader
	sum     *Summary
	done    int // files that were told of
	waiting []change
	size    int
	touched map[graph.ID]bool     // documents of waiting files, by number and by title
	named   map[graph.ID]bool     // ids that waiting files give to documents
	sources map[graph.Source]bool // texts that waiting files put or remove
}

// change is what a file changes.
type change struct {
	file    prepared // without its contents
	batch   graph.Batch
	tasks   int
	found   []Count
	renamed bool // its bytes were stored under another name
}

func (l *Loader) newWriter(sum *Summary) *writer {
	w := &writer{l: l, sum: sum}
	w.clear()
	return w
}

func (w *writer) clear() {
	w.waiting, w.size = nil, 0
	w.touched, w.named = map[graph.ID]bool{}, map[graph.ID]bool{}
	w.sources = map[graph.Source]bool{}
}

// add takes the next file. The error is only that of the store or the context; a bad file goes to
// the summary.
func (w *writer) add(ctx context.Context, p prepared) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	w.sum.Bytes += p.size
	if w.sources[p.source] {
		if err := w.flush(ctx); err != nil {
			return err
		}
	}
	if p.err == nil {
		stored, renamed, err := w.l.isStored(ctx, p) // a file before it may have stored or replaced its bytes
		switch {
		case err != nil:
			return err
		case stored:
			w.unchanged(p)
			return nil
		case p.known:
			p = w.l.again(p.file)
			w.sum.Bytes += p.size
		}
		p.renamed = renamed
	}
	if p.err != nil {
		if errors.Is(p.err, ErrStore) {
			return p.err
		}
		w.fail(p.file.path, p.err)
		return nil
	}
	return w.queue(ctx, p)
}

// queue puts a file among those that wait, and commits them if they are enough.
func (w *writer) queue(ctx context.Context, p prepared) error {
	ids, err := w.l.scope(ctx, p)
	if err == nil && w.meets(ids) {
		err = w.flush(ctx)
		if err == nil {
			ids, err = w.l.scope(ctx, p)
		}
	}
	if err != nil {
		return err
	}
	batch, err := w.l.batch(ctx, p)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	for _, id := range ids {
		w.touched[id] = true
	}
	for _, f := range batch.Put {
		w.touched[f.Expression.Document], w.sources[f.Expression.Source] = true, true
		w.size += len(f.Text)
		for _, a := range f.Aliases {
			w.named[a.From] = true
		}
	}
	for _, source := range batch.Remove {
		w.sources[source] = true
	}
	c := change{file: prepared{file: p.file, info: p.info, source: p.source}, batch: batch}
	c.tasks, c.renamed, c.found = len(p.ex.Tasks), p.renamed, p.ex.Counts()
	w.waiting = append(w.waiting, c)
	if len(w.waiting) >= w.l.opts.Group || w.size >= groupSize {
		return w.flush(ctx)
	}
	return nil
}

// meets reports whether a file with these documents depends on one that waits.
func (w *writer) meets(ids []graph.ID) bool {
	for _, id := range ids {
		if w.touched[id] || w.named[id] {
			return true
		}
	}
	return false
}

// scope lists the documents on whose state it depends what a file changes: its own, and those by
// the title that the document has now and, if it is stored, had before.
func (l *Loader) scope(ctx context.Context, p prepared) ([]graph.ID, error) {
	ids := []graph.ID{p.own.id, titleID(p.own.region, p.own.title)}
	before, err := l.documents(ctx, l.view(), ids[:1])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	for _, d := range before {
		ids = append(ids, d.node.ID, titleID(d.region, d.node.Title))
	}
	return ids, nil
}

// flush commits the files that wait. If together they break a rule of the graph, each is committed
// by itself, so that only the one at fault fails.
func (w *writer) flush(ctx context.Context) error {
	waiting := w.waiting
	w.clear()
	if len(waiting) == 0 {
		return nil
	}
	var all graph.Batch
	for _, c := range waiting {
		all.Put = append(all.Put, c.batch.Put...)
		all.Remove = append(all.Remove, c.batch.Remove...)
	}
	err := w.l.apply(ctx, all)
	alone := errors.Is(err, graph.ErrInvalid) && len(waiting) > 1
	for _, c := range waiting {
		if alone {
			err = w.l.apply(ctx, c.batch)
		}
		switch {
		case err == nil:
			w.stored(c)
		case errors.Is(err, graph.ErrInvalid):
			w.fail(c.file.file.path, err) // the file's fault, not the store's
		default:
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
	}
	return nil
}

// stored counts a file whose facts are stored.
func (w *writer) stored(c change) {
	if c.renamed {
		w.sum.Unchanged++
	} else {
		w.sum.Documents++
		w.sum.Tasks += c.tasks
		w.sum.Found = addCounts(w.sum.Found, c.found)
		for _, f := range c.batch.Put {
			w.sum.Facts += len(f.Nodes) + len(f.Edges)
		}
	}
	w.remember(c.file)
	w.l.opts.Log.Debug("loaded", "file", c.file.file.path, "tasks", c.tasks)
	w.tell(c.file.file.path, nil)
}

// unchanged counts a file that is stored already.
func (w *writer) unchanged(p prepared) {
	w.sum.Unchanged++
	w.remember(p)
	w.l.opts.Log.Debug("unchanged", "file", p.file.path)
	w.tell(p.file.path, nil)
}

// fail counts a file that is not loaded.
func (w *writer) fail(path string, err error) {
	w.sum.Failed = append(w.sum.Failed, FileError{path, err})
	w.l.opts.Log.Debug("failed", "file", path, "error", err)
	w.tell(path, err)
}

// remember notes a stored file, also in the manifest. A manifest that cannot be written costs the next
// load some time and nothing else, so it stops no load.
func (w *writer) remember(p prepared) {
	if w.l.kept != nil {
		w.l.kept(p.file.name, p.source)
	}
	if m := w.l.opts.Manifest; m != nil {
		if err := m.add(p.file.path, p.info, p.source, w.l.kept != nil); err != nil {
			w.l.opts.Log.Warn("a loaded file is not remembered", "file", p.file.path, "error", err)
		}
	}
}

func (w *writer) tell(path string, err error) {
	w.done++
	if tell := w.l.opts.Progress; tell != nil {
		tell(Progress{
			Done: w.done, Total: w.sum.Files, Bytes: w.sum.Bytes, Facts: w.sum.Facts, File: path, Err: err,
		})
	}
}

// again reads a file that was stored when it was first looked at and is so no longer.
func (l *Loader) again(f file) prepared {
	p := prepared{file: f}
	if p.info, p.err = f.stat(); p.err != nil {
		return p
	}
	if data := p.read(); p.err == nil {
		l.parse(&p, data)
	}
	return p
}
