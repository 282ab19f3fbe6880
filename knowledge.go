package main

import (
	"context"
	"log/slog"
	"path/filepath"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/resolvers"
	"github.com/policygraph/policygraph/search"
)

// knowledge is what lies in the data folder: the graph, and the index of its words, which can be
// deleted at any time.
type knowledge struct {
	store *graph.Store
	index *search.Index
	// alignment is in memory alone.
	alignment *align.Index
	log       *slog.Logger
}

// openStore opens the graph alone, for one who reads or writes texts as a whole: nothing is kept in
// memory to walk on, so that it opens at once and takes little, however large it is.
func (p *program) openStore() (*graph.Store, error) {
	return p.openGraph(graph.Options{SnapshotNodes: -1, MappedMemory: 256 << 20})
}

func (p *program) openGraph(opts graph.Options) (*graph.Store, error) {
	opts.Log = p.log
	return graph.Open(filepath.Join(p.data, "graph"), opts)
}

// open opens the graph and its index.
func (p *program) open() (*knowledge, error) {
	store, err := p.openGraph(graph.Options{SnapshotNodes: p.memoryNodes})
	if err != nil {
		return nil, err
	}
	index, err := search.Open(filepath.Join(p.data, "search"), search.Options{
		Simplify: loader.Simplified, Log: p.log,
	})
	if err != nil {
		return nil, firstError(err, store.Close())
	}
	return &knowledge{store, index, align.New(loader.Simplified), p.log}, nil
}

// close closes both.
func (k *knowledge) close() error { return firstError(k.index.Close(), k.store.Close()) }

// view is the current state of the graph.
func (k *knowledge) view() graph.Reader { return k.store.View() }

// warm indexes what is not indexed yet, so that the first search and comparison need not wait.
func (k *knowledge) warm(ctx context.Context) {
	if _, err := k.index.Sync(ctx, k.view()); err != nil && ctx.Err() == nil {
		k.log.Warn("words were not indexed; the first search will try again", "error", err)
	}
	if err := k.alignment.Follow(ctx, k.view()); err != nil && ctx.Err() == nil {
		k.log.Warn("tasks were not indexed; the first comparison will try again", "error", err)
	}
}

// resolver answers queries.
func (p *program) resolver(kb *knowledge) (*resolvers.Resolver, error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	known := func(code string) bool {
		_, ok := gaz.Region(code)
		return ok
	}
	return &resolvers.Resolver{
		View: kb.view, Search: kb.index, Alignment: kb.alignment,
		KnownRegion: known, Simplify: loader.Simplified, Review: reviewer(gaz), Log: p.log,
	}, nil
}

// firstError is the first error of some.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
