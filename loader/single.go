package loader

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/policygraph/policygraph/graph"
)

// Loaded is what LoadFile has done.
type Loaded struct {
	Document graph.ID
	Source   graph.Source
	// Extraction is what was read from the document; nil if its bytes were stored already, under
	// whatever name.
	Extraction *Extraction
}

// LoadFile loads one document from its bytes, in one commit, as Load does a file of that name.
func (l *Loader) LoadFile(ctx context.Context, name string, data []byte) (Loaded, error) {
	sum := sha256.Sum256(data)
	p := prepared{
		file: file{path: name, name: name}, source: graph.Source(hex.EncodeToString(sum[:])),
	}
	known, renamed, err := l.isStored(ctx, p)
	switch {
	case err != nil:
		return Loaded{}, fmt.Errorf("load %s: %w", name, err)
	case known:
		return l.storedAs(ctx, p.source, nil)
	case len(data) > MaxFileSize:
		return Loaded{}, fmt.Errorf("load %s: %w", name, ErrTooLarge)
	}
	if l.parse(&p, data); p.err != nil {
		return Loaded{}, fmt.Errorf("load: %w", p.err) // it names the file
	}
	batch, err := l.batch(ctx, p)
	if err == nil {
		err = l.apply(ctx, batch)
	}
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return Loaded{}, fmt.Errorf("load %s: %w", name, err)
	case err != nil:
		return Loaded{}, fmt.Errorf("load %s: %w: %w", name, ErrStore, err)
	}
	if renamed {
		p.ex = nil
	}
	return l.storedAs(ctx, p.source, p.ex)
}

// storedAs tells of a text that is stored.
func (l *Loader) storedAs(ctx context.Context, s graph.Source, ex *Extraction) (Loaded, error) {
	stored, err := l.view().BySource(ctx, []graph.Source{s})
	if err != nil {
		return Loaded{}, fmt.Errorf("%w: %w", ErrStore, err)
	}
	return Loaded{Document: stored[0].Document, Source: s, Extraction: ex}, nil
}
