package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// loadCommand loads documents.
type loadCommand struct {
	Again  bool     `help:"Read files anew that are in the store already, as after a change of the rules."`
	Resume bool     `help:"Do not even read files whose size and time are as when they were loaded."`
	Watch  bool     `help:"Go on loading what is added or changed, until told to stop."`
	Report string   `help:"Write the files that were not loaded to a file, as JSON lines." placeholder:"FILE"`
	Paths  []string `arg:"" name:"path" help:"Files, and folders with all files below them."`
}

// Help is the longer part of the command's help.
func (*loadCommand) Help() string {
	return `Documents are text, web pages, Word, PDF and Markdown files, and zip archives of these.
Loading what is loaded changes nothing, so a load that was interrupted is resumed by
repeating it; --resume makes that faster. A file that has changed replaces what it
stated. A file that cannot be loaded is reported and does not stop the others; the exit
status then is 1.

--watch keeps what deleted files have stated. To follow a folder also in this, and while
the graph is asked, use serve --watch DIR instead.`
}

// heapLimit is the size in bytes above which the heap is collected more often while files are loaded.
// Most of what a load allocates is garbage at once, and would otherwise be let grow with the store.
const heapLimit = 512 << 20

// Run loads the files and prints a summary.
func (c *loadCommand) Run(p *program) (err error) {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 { // GOMEMLIMIT says nothing else
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(heapLimit))
	}
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	manifest, err := loader.OpenManifest(filepath.Join(p.data, "loaded.jsonl"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, manifest.Close()) }()
	report, err := openReport(c.Report)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, report.close()) }()
	options := loader.Options{Again: c.Again, Resume: c.Resume, Manifest: manifest, Log: p.log}
	rounds := loadRounds{p: p, store: store, paths: c.Paths, report: report}
	failed, err := rounds.load(options)
	if err == nil && c.Watch {
		options.Again, options.Resume = false, true
		return watch(p.ctx, c.Paths, p.log, func() error {
			_, err := rounds.load(options)
			return err
		})
	}
	if err == nil && failed > 0 {
		return errReported
	}
	return err
}

// loadRounds loads the same files once or again and again, and tells what is new.
type loadRounds struct {
	p      *program
	store  *graph.Store
	paths  []string
	report *failureReport
	known  map[string]string // reasons of the failures of the last round, by path; nil before it
}

// load loads the files and tells how it went, after the first round only if there is something to
// tell. It returns how many files failed.
func (r *loadRounds) load(options loader.Options) (failed int, err error) {
	began, known := time.Now(), r.known
	bar := progress(r.p.stderr)
	isNew := func(path string, reason error) bool { return known[path] != reason.Error() }
	options.Progress = func(at loader.Progress) {
		if bar != nil {
			bar(at)
		}
		if at.Err != nil && isNew(at.File, at.Err) {
			r.report.add(at)
		}
	}
	sum, err := r.p.load(r.p.ctx, r.store, r.paths, options)
	tell := known == nil || sum.Documents > 0
	r.known = map[string]string{}
	for _, failure := range sum.Failed {
		r.known[failure.Path] = failure.Err.Error()
		if isNew(failure.Path, failure.Err) {
			fmt.Fprintf(r.p.stderr, "policygraph: %v\n", failure)
			tell = true
		}
	}
	if tell {
		summarize(r.p.stdout, sum, time.Since(began))
	}
	return len(sum.Failed), errors.Join(err, r.report.err)
}

// summarize prints what a load has done.
func summarize(w io.Writer, s loader.Summary, took time.Duration) {
	fmt.Fprintf(w, "%d files: %d loaded with %d tasks, %d unchanged, %d failed, in %s\n",
		s.Files, s.Documents, s.Tasks, s.Unchanged, len(s.Failed), took.Round(time.Millisecond))
	if s.Documents > 0 {
		fmt.Fprintf(w, "%d facts; %.1f files/s, %.2f MB/s\n", s.Facts,
			float64(s.Documents)/took.Seconds(), megabytes(s.Bytes)/took.Seconds())
		tabulate(w, s.Found)
	}
}

// tabulate prints what was found as a table, one row for each kind.
func tabulate(w io.Writer, found []loader.Count) {
	const row = "%-22s %9v %9v %9v %9v\n"
	fmt.Fprintf(w, row, "found", "all", graph.High, graph.Medium, graph.Low)
	for _, c := range found {
		l := c.Levels
		fmt.Fprintf(w, row, c.Kind, c.All(), l[graph.High], l[graph.Medium], l[graph.Low])
	}
}

func megabytes(n int64) float64 { return float64(n) / 1e6 }

// load loads files and folders into a store.
func (p *program) load(
	ctx context.Context, store *graph.Store, paths []string, options loader.Options,
) (loader.Summary, error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return loader.Summary{}, err
	}
	return loader.New[*graph.View](store, gaz, options).Load(ctx, paths...)
}

// progress shows how far loading has come, if w is a terminal.
func progress(w io.Writer) func(loader.Progress) {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	began := time.Now()
	var bar *progressbar.ProgressBar
	return func(p loader.Progress) {
		if bar == nil {
			bar = progressbar.NewOptions(p.Total,
				progressbar.OptionSetWriter(file), progressbar.OptionShowCount(),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true),
				progressbar.OptionThrottle(100*time.Millisecond))
		}
		speed := megabytes(p.Bytes) / time.Since(began).Seconds()
		bar.Describe(fmt.Sprintf("%.2f MB/s, %d facts", speed, p.Facts))
		_ = bar.Set(p.Done) // a terminal that has gone is no reason to stop loading
	}
}

// failureReport is a file of JSON lines, one for each file that was not loaded. Without a file it
// reports nothing.
type failureReport struct {
	file *os.File
	err  error // the first
}

// openReport makes the report: without a file for no name.
func openReport(name string) (*failureReport, error) {
	if name == "" {
		return &failureReport{}, nil
	}
	file, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return &failureReport{file: file}, nil
}

// add writes a line if a file has failed.
func (r *failureReport) add(p loader.Progress) {
	if r.file == nil || p.Err == nil || r.err != nil {
		return
	}
	line := struct {
		Path  string `json:"path"`
		Error string `json:"error"`
	}{p.File, p.Err.Error()}
	if err := json.NewEncoder(r.file).Encode(line); err != nil {
		r.err = fmt.Errorf("report: %w", err)
	}
}

func (r *failureReport) close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}
