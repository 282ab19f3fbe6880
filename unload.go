package main

import (
	"errors"
	"fmt"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// unloadCommand forgets documents.
type unloadCommand struct {
	Names []string `arg:"" name:"name" help:"Documents by id or number, or files by their stored name."`
}

// Run removes the texts and all that only they state, and prints which.
func (c *unloadCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	gaz, err := gazetteer.Load()
	if err != nil {
		return err
	}
	l := loader.New[*graph.View](store, gaz, loader.Options{Log: p.log})
	gone, err := l.Unload(p.ctx, c.Names...)
	for _, e := range gone {
		fmt.Fprintf(p.stdout, "unloaded %s %s\n", e.Document, e.FileName)
	}
	return err
}
