package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// loadCommand loads documents.
type loadCommand struct {
	Again bool     `help:"Read files anew that are in the store already, as after a change of the rules."`
	Paths []string `arg:"" name:"path" help:"Files, and folders with all files below them."`
}

// Run loads the files, one commit each, and prints a summary. A file that cannot be loaded is
// reported and does not stop the others. Loading what is loaded changes nothing, so that a load
// that was interrupted is resumed by repeating it.
func (c *loadCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = firstError(err, store.Close()) }()
	began := time.Now()
	options := loader.Options{Again: c.Again, Log: p.log, Progress: progress(p.stderr)}
	summary, err := p.load(p.ctx, store, c.Paths, options)
	for _, failure := range summary.Failed {
		fmt.Fprintf(p.stderr, "policygraph: %v\n", failure)
	}
	fmt.Fprintf(p.stdout, "%d files: %d loaded with %d tasks, %d unchanged, %d failed, in %s\n",
		summary.Files, summary.Documents, summary.Tasks, summary.Unchanged, len(summary.Failed),
		time.Since(began).Round(time.Millisecond))
	if err == nil && len(summary.Failed) > 0 {
		return errReported
	}
	return err
}

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
	var bar *progressbar.ProgressBar
	return func(p loader.Progress) {
		if bar == nil {
			bar = progressbar.NewOptions(p.Total,
				progressbar.OptionSetWriter(file), progressbar.OptionShowCount(),
				progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true),
				progressbar.OptionThrottle(100*time.Millisecond))
		}
		bar.Describe(filepath.Base(p.File))
		_ = bar.Set(p.Done) // a terminal that has gone is no reason to stop loading
	}
}
