package loader

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/format"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// MaxFileSize is the size in bytes above which a file is refused.
const MaxFileSize = format.MaxSize

// ErrFault is the reason for which a file is refused that the rules cannot take, by a fault of theirs.
var ErrFault = errors.New("a fault of this program, please report it with the file")

// ErrTooLarge is the reason for which a file above MaxFileSize is refused.
var ErrTooLarge = format.ErrTooLarge

// Store is what a Loader writes to and asks what is there. V is its kind of view.
type Store[V graph.Reader] interface {
	// Apply makes all changes of a batch durable, or none.
	Apply(context.Context, graph.Batch) error
	// View is the state after the last Apply.
	View() V
}

// Options are the settings of a Loader. The zero value is useful.
type Options struct {
	// Again reads files anew whose bytes are stored already, as after a change of the rules.
	Again bool
	// Group is the number of files whose facts go into one commit, 6 if it is 0. A larger group
	// loads faster and takes more memory; what a kill undoes is at most the last group.
	Group int
	// Manifest, if it is set, remembers the files that are stored, so that Resume can pass over
	// them without reading them.
	Manifest *Manifest
	// Resume trusts the manifest: a file whose size and time are as they were is not read.
	Resume bool
	// Log receives what is done with each file, at level Debug. The default discards it.
	Log *slog.Logger
	// Progress, if it is set, is told of each file after its commit, from one goroutine.
	Progress func(Progress)
}

// Progress is how far a Load has come.
type Progress struct {
	Done, Total int    // files
	Bytes       int64  // read so far
	Facts       int    // stored so far
	File        string // the last one
	Err         error  // why it was not loaded
}

// Summary is what a Load has done.
type Summary struct {
	Files     int         // files found
	Documents int         // files whose facts were stored for the first time
	Tasks     int         // tasks in them
	Found     []Count     // what was read from them, kind by kind
	Facts     int         // nodes and edges that they state
	Bytes     int64       // bytes read
	Unchanged int         // files whose bytes are stored already, also under another name
	Failed    []FileError // files that were not loaded, in the order of their paths
}

// FileError says why a file was not loaded.
type FileError struct {
	Path string
	Err  error
}

// Error implements error.
func (e FileError) Error() string { return fmt.Sprintf("load %s: %v", e.Path, e.Err) }

// Unwrap returns the reason.
func (e FileError) Unwrap() error { return e.Err }

// Loader reads policy documents and stores what they state.
type Loader struct {
	gaz   *gazetteer.Gazetteer
	apply func(context.Context, graph.Batch) error
	view  func() graph.Reader
	opts  Options
	// kept, if it is set, is told of each file whose bytes are stored, by its name in the graph.
	kept func(name string, source graph.Source)
}

// New makes a Loader that writes to a store. Only one Loader may write to a store at a time.
func New[V graph.Reader](store Store[V], gaz *gazetteer.Gazetteer, opts Options) *Loader {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Group <= 0 {
		opts.Group = groupFiles
	}
	return &Loader{
		gaz: gaz, opts: opts,
		apply: store.Apply,
		view:  func() graph.Reader { return store.View() },
	}
}

// Load loads files, and folders with all files below them: see findFiles for those that are passed
// over. The facts of a file are stored together or not at all, and what was loaded stays when the
// context ends or the process is killed, so that loading again goes on from there. A file that is
// bad is reported in the summary and does not stop the others; the error is that of the context or
// of the store.
//
// What the store holds afterwards depends on the files alone, not on their order. A file whose
// bytes are stored is not read again. One that has changed since, by its name and the document in
// it, replaces what it stated before.
func (l *Loader) Load(ctx context.Context, paths ...string) (Summary, error) {
	files, failed := findFiles(paths)
	w := l.newWriter(&Summary{Files: len(files) + len(failed)})
	for _, f := range failed {
		w.fail(f.Path, f.Err)
	}
	err := l.readAll(ctx, files, func(p prepared) error { return w.add(ctx, p) })
	if err == nil {
		err = w.flush(ctx)
	}
	sortFailures(w.sum.Failed)
	if err != nil {
		return *w.sum, fmt.Errorf("load: %w", err)
	}
	return *w.sum, nil
}

// prepared is a file that is read and taken apart, or the reason why not.
type prepared struct {
	file     file
	info     fs.FileInfo // as it was before the file was read
	size     int64       // bytes read
	source   graph.Source
	src      *Source
	ex       *Extraction
	own      work // the document that the text is by itself
	inferred bool
	facts    graph.Facts // as the text of that document
	known    bool        // its bytes were stored when it was read
	renamed  bool        // they are stored under a later name
	err      error
}

// readAll prepares files in parallel and hands them on in their order, one at a time.
func (l *Loader) readAll(ctx context.Context, files []file, each func(prepared) error) error {
	group, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan chan prepared, workers)
	group.Go(func() error {
		defer close(queue)
		for _, f := range files {
			result := make(chan prepared, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return ctx.Err()
			}
			group.Go(func() error {
				result <- l.prepare(ctx, f)
				return nil
			})
		}
		return nil
	})
	group.Go(func() error {
		for result := range queue {
			if err := each(<-result); err != nil {
				return err
			}
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}

// prepare reads a file and takes it apart, unless it is stored.
func (l *Loader) prepare(ctx context.Context, f file) prepared {
	p := prepared{file: f}
	if p.info, p.err = f.stat(); p.err != nil {
		return p
	}
	if p.known = l.remembered(ctx, &p); p.known || p.err != nil {
		return p
	}
	data := p.read()
	if p.err != nil {
		return p
	}
	if p.known, _, p.err = l.isStored(ctx, p); p.err == nil && !p.known {
		l.parse(&p, data)
	}
	return p
}

// read is the bytes of the file, of which it notes size and hash.
func (p *prepared) read() (data []byte) {
	if p.info.Size() > MaxFileSize {
		p.err = ErrTooLarge
		return nil
	}
	if data, p.err = p.file.bytes(); p.err == nil {
		sum := sha256.Sum256(data)
		p.size, p.source = int64(len(data)), graph.Source(hex.EncodeToString(sum[:]))
	}
	return data
}

// remembered reports whether the manifest, if it is to be trusted, says that the file is stored.
func (l *Loader) remembered(ctx context.Context, p *prepared) (known bool) {
	if !l.opts.Resume || l.opts.Manifest == nil {
		return false
	}
	if p.source = l.opts.Manifest.source(p.file.path, p.info); p.source == "" {
		return false
	}
	known, _, p.err = l.isStored(ctx, *p)
	return known
}

// parse takes the bytes of a file apart, up to the facts that they state.
func (l *Loader) parse(p *prepared, data []byte) {
	defer func() {
		if fault := recover(); fault != nil { // one file must not take the others with it
			p.err = fmt.Errorf("%w: %v", ErrFault, fault)
		}
	}()
	if p.src, p.err = Read(p.file.name, data); p.err != nil {
		return
	}
	if p.ex, p.err = Parse(p.src, l.gaz); p.err != nil {
		return
	}
	p.own, p.inferred = ownWork(l.gaz, p.src, &p.ex.Document)
	p.facts = factsOf(l.gaz, p.src, p.ex, p.file.name, p.own)
}

// isStored reports whether the bytes of a file are stored, under its name or one that comes before
// it: of copies the first name counts, in whatever order they are loaded. The text of a later name
// is stored again, under this one: it is renamed.
func (l *Loader) isStored(ctx context.Context, p prepared) (known, renamed bool, err error) {
	if l.opts.Again {
		return false, false, nil
	}
	stored, err := l.view().BySource(ctx, []graph.Source{p.source})
	switch {
	case err != nil:
		return false, false, fmt.Errorf("%w: %w", ErrStore, err)
	case stored[0] == nil:
		return false, false, nil
	}
	known = stored[0].FileName <= p.file.name
	return known, !known, nil
}

// ErrStore is wrapped by errors that are the store's and no document's fault; loading cannot go on
// after one.
var ErrStore = errors.New("the store failed")
