package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/resolvers"
	"github.com/policygraph/policygraph/schema/model"
)

// changes is how clients of the server change the graph: one at a time, and not while the seeds
// are loaded.
type changes struct {
	loader  *loader.Loader
	writing sync.Mutex

	mu        sync.Mutex // guards listeners
	listeners map[chan model.LoadProgress]bool
}

// Load implements resolvers.Changes.
func (c *changes) Load(
	ctx context.Context, name string, data []byte,
) (resolvers.Loaded, error) {
	c.writing.Lock()
	defer c.writing.Unlock()
	got, err := c.loader.LoadFile(ctx, name, data)
	c.tell(loader.Progress{Done: 1, Total: 1, File: name, Err: err})
	if err != nil {
		return resolvers.Loaded{}, refusal(ctx, err)
	}
	loaded := resolvers.Loaded{
		Document: got.Document, Source: got.Source, Unchanged: got.Extraction == nil,
	}
	if x := got.Extraction; x != nil {
		loaded.Sections, loaded.Tasks, loaded.Targets = len(x.Sections), len(x.Tasks), len(x.Targets)
		loaded.Citations, loaded.Doubts = len(x.References), x.Doubts()
		for _, t := range x.Tasks {
			loaded.Units += len(t.Units)
		}
	}
	return loaded, nil
}

// Unload implements resolvers.Changes.
func (c *changes) Unload(ctx context.Context, name string) ([]graph.Expression, error) {
	c.writing.Lock()
	defer c.writing.Unlock()
	gone, err := c.loader.Unload(ctx, name)
	if errors.Is(err, loader.ErrUnknown) {
		err = refusal(ctx, err)
	}
	return gone, err
}

// refusal marks an error that is the document's fault, and not the store's or the context's.
func refusal(ctx context.Context, err error) error {
	if errors.Is(err, loader.ErrStore) || ctx.Err() != nil {
		return err
	}
	return resolvers.Refuse(err)
}

// Progress implements resolvers.Changes.
func (c *changes) Progress(ctx context.Context) <-chan model.LoadProgress {
	listener := make(chan model.LoadProgress, 1)
	c.mu.Lock()
	if c.listeners == nil {
		c.listeners = map[chan model.LoadProgress]bool{}
	}
	c.listeners[listener] = true
	c.mu.Unlock()
	context.AfterFunc(ctx, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.listeners, listener)
		close(listener)
	})
	return listener
}

// tell tells all listeners. Of one that is slow the event it has not taken yet is replaced.
func (c *changes) tell(at loader.Progress) {
	event := model.LoadProgress{Done: at.Done, Total: at.Total, FileName: at.File}
	if at.Err != nil {
		text := at.Err.Error()
		event.Error = &text
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for listener := range c.listeners {
		select {
		case <-listener:
		default:
		}
		listener <- event // its buffer has room: only tell sends
	}
}

// readToken is the token in a file, without white space around it; the zero Token, which lets
// nobody, for no file.
func readToken(name string) (resolvers.Token, error) {
	if name == "" {
		return resolvers.Token{}, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return resolvers.Token{}, fmt.Errorf("token: %w", err)
	}
	const least = 16
	secret := strings.TrimSpace(string(text))
	if len(secret) < least {
		return resolvers.Token{}, fmt.Errorf("token %s: shorter than %d characters", name, least)
	}
	return resolvers.NewToken(secret), nil
}

// reviewer reads texts anew by the rules, for what they state less than clearly.
func reviewer(gaz *gazetteer.Gazetteer) func(text string) ([]*model.Doubt, error) {
	return func(text string) ([]*model.Doubt, error) {
		x, err := loader.Parse(loader.SourceOf(text), gaz)
		if errors.Is(err, loader.ErrNotPolicy) { // it was one by other rules
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		facts := x.Doubtful()
		list := make([]*model.Doubt, len(facts))
		for i, f := range facts {
			d := &model.Doubt{Kind: f.Kind, Path: f.Path, Text: f.Text, Confidence: f.Confidence}
			for _, reason := range f.Doubts {
				d.Reasons = append(d.Reasons, string(reason))
			}
			list[i] = d
		}
		return list, nil
	}
}
