package loader

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// MaxFileSize is the size in bytes above which a file is refused.
const MaxFileSize = 32 << 20

// ErrTooLarge is the reason for which a file above MaxFileSize is refused.
var ErrTooLarge = errors.New("the file is larger than 32 MiB")

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
	// Log receives what is done with each file, at level Debug. The default discards it.
	Log *slog.Logger
	// Progress, if it is set, is told after each file, from one goroutine.
	Progress func(Progress)
}

// Progress is how far a Load has come.
type Progress struct {
	Done, Total int    // files
	File        string // the last one
}

// Summary is what a Load has done.
type Summary struct {
	Files     int         // files found
	Documents int         // files whose facts were stored
	Tasks     int         // tasks in them
	Unchanged int         // files that are stored already
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
}

// New makes a Loader that writes to a store. Only one Loader may write to a store at a time.
func New[V graph.Reader](store Store[V], gaz *gazetteer.Gazetteer, opts Options) *Loader {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return &Loader{
		gaz: gaz, opts: opts,
		apply: store.Apply,
		view:  func() graph.Reader { return store.View() },
	}
}

// Load loads files, and folders with all files below them: see findFiles for those that are passed
// over. Each file is one commit, so that what was loaded stays when the context ends or the process
// is killed, and loading again goes on from there. A file that is bad is reported in the summary and
// does not stop the others; the error is that of the context or of the store.
//
// What the store holds afterwards depends on the files alone, not on their order. A file whose
// bytes are stored is not read again. One that has changed since, by its name and the document in
// it, replaces what it stated before.
func (l *Loader) Load(ctx context.Context, paths ...string) (Summary, error) {
	files, failed := findFiles(paths)
	sum := Summary{Files: len(files) + len(failed), Failed: failed}
	done := len(failed)
	err := l.readAll(ctx, files, func(p prepared) error {
		err := l.write(ctx, p, &sum)
		done++
		if l.opts.Progress != nil && ctx.Err() == nil {
			l.opts.Progress(Progress{Done: done, Total: sum.Files, File: p.file.path})
		}
		return err
	})
	sortFailures(sum.Failed)
	if err != nil {
		return sum, fmt.Errorf("load: %w", err)
	}
	return sum, nil
}

// prepared is a file that is read and taken apart, or the reason why not.
type prepared struct {
	file   file
	source graph.Source
	src    *Source
	ex     *Extraction
	known  bool // its bytes were stored when it was read
	err    error
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
	var data []byte
	if data, p.err = readFile(f.path); p.err != nil {
		return p
	}
	sum := sha256.Sum256(data)
	p.source = graph.Source(hex.EncodeToString(sum[:]))
	if p.known, p.err = l.isStored(ctx, p); p.err != nil || p.known {
		return p
	}
	if p.src, p.err = Read(f.name, data); p.err == nil {
		p.ex, p.err = Parse(p.src, l.gaz)
	}
	return p
}

// isStored reports whether the bytes of a file are stored, under its name or one that comes before
// it: of copies the first name counts, in whatever order they are loaded.
func (l *Loader) isStored(ctx context.Context, p prepared) (bool, error) {
	if l.opts.Again {
		return false, nil
	}
	stored, err := l.view().BySource(ctx, []graph.Source{p.source})
	if err != nil {
		return false, fmt.Errorf("%w: %w", errStore, err)
	}
	return stored[0] != nil && stored[0].FileName <= p.file.name, nil
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.Size() > MaxFileSize:
		return nil, ErrTooLarge
	}
	return os.ReadFile(path)
}

// write stores what a file states. The error is only that of the store; a bad file goes to the
// summary.
func (l *Loader) write(ctx context.Context, p prepared, sum *Summary) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	log := l.opts.Log.With("file", p.file.path)
	if p.known { // unless a file since then has replaced it
		if still, err := l.isStored(ctx, p); err != nil || still {
			sum.Unchanged++
			log.Debug("unchanged")
			return err
		}
		p = l.prepare(ctx, p.file)
	}
	if p.err == nil {
		p.err = l.store(ctx, p)
	}
	switch {
	case p.err == nil:
		sum.Documents++
		sum.Tasks += len(p.ex.Tasks)
		log.Debug("loaded", "tasks", len(p.ex.Tasks))
	case errors.Is(p.err, errStore) || ctx.Err() != nil:
		return p.err
	default:
		sum.Failed = append(sum.Failed, FileError{p.file.path, p.err})
		log.Debug("failed", "error", p.err)
	}
	return nil
}

// errStore marks failures of the store, after which loading cannot go on.
var errStore = errors.New("the store failed")

// store makes one commit of all that a file changes.
func (l *Loader) store(ctx context.Context, p prepared) error {
	batch, err := l.batch(ctx, p)
	if err != nil {
		return fmt.Errorf("%w: %w", errStore, err)
	}
	if len(batch.Put) == 0 {
		return nil
	}
	switch err := l.apply(ctx, batch); {
	case errors.Is(err, graph.ErrInvalid):
		return err // what was read from this file breaks a rule: its fault, not the store's
	case err != nil:
		return fmt.Errorf("%w: %w", errStore, err)
	}
	return nil
}
