package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// mirror keeps the graph in step with the folder of --watch until ctx ends, by the writer that
// clients' changes go through.
func (c *serveCommand) mirror(
	ctx context.Context, p *program, kb *knowledge, edits *changes,
) (err error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return err
	}
	manifest, err := loader.OpenManifest(filepath.Join(p.data, "loaded.jsonl"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, manifest.Close()) }()
	options := loader.Options{
		Manifest: manifest, Resume: true, Log: p.log, Progress: edits.tell,
	}
	folder := loader.New[*graph.View](kb.store, gaz, options).Mirror(c.Watch)
	return watch(ctx, []string{c.Watch}, p.log, func() error {
		edits.writing.Lock()
		defer edits.writing.Unlock()
		sum, gone, err := folder.Sync(ctx)
		if err != nil {
			return fmt.Errorf("serve: %w", err)
		}
		for _, failure := range sum.Failed {
			p.log.Warn("a watched file was not loaded", "error", failure)
		}
		for _, e := range gone {
			p.log.Info("a watched file has gone; its text is unloaded", "file", e.FileName)
		}
		if sum.Documents > 0 {
			p.log.Info("watched files loaded", "documents", sum.Documents, "tasks", sum.Tasks)
		}
		kb.warm(ctx)
		return nil
	})
}
