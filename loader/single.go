package loader

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// Loaded is what LoadFile has done.
type Loaded struct {
	Document graph.ID
	Source   graph.Source
	// Extraction is what was read from the document; nil if its bytes were stored already, under this
	// name or one before it.
	Extraction *Extraction
}

// ErrStore is wrapped by errors of LoadFile that are not the document's fault.
var ErrStore = errStore

// LoadFile loads one document from its bytes, in one commit, as Load does a file of that name.
func (l *Loader) LoadFile(ctx context.Context, name string, data []byte) (Loaded, error) {
	sum := sha256.Sum256(data)
	p := prepared{
		file: file{path: name, name: name}, source: graph.Source(hex.EncodeToString(sum[:])),
	}
	known, err := l.isStored(ctx, p)
	switch {
	case err != nil:
		return Loaded{}, fmt.Errorf("load %s: %w", name, err)
	case known:
		return l.storedAs(ctx, p.source, nil)
	case len(data) > MaxFileSize:
		return Loaded{}, fmt.Errorf("load %s: %w", name, ErrTooLarge)
	}
	if l.parse(&p, data); p.err != nil {
		return Loaded{}, fmt.Errorf("load %s: %w", name, p.err)
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

// Doubts lists, in English, what the program is not sure of: what a document of the kind says of
// itself and this one does not, so that it was worked out or left open.
func (x *Extraction) Doubts() []string {
	var doubts []string
	add := func(doubtful bool, format string, args ...any) {
		if doubtful {
			doubts = append(doubts, fmt.Sprintf(format, args...))
		}
	}
	d := x.Document
	add(d.Title == nil, "the text has no title; one was made up of issuer, genre and date")
	add(d.Number == nil, "the text has no document number (发文字号)")
	add(len(d.Issuers) == 0, "the text does not say who issued it")
	add(d.Region == nil, "no region was found; the one that the text names most often is taken")
	add(d.Issued == nil && d.Published == nil, "the text has no date")
	add(d.Repaired, "the text is damaged: spam or lost characters were repaired")
	add(len(x.Tasks) == 0, "no tasks were found")
	bare, others := 0, 0
	for _, t := range x.Tasks {
		if len(t.Units) == 0 {
			bare++
		}
	}
	for _, u := range x.Departments {
		if u.Function == gazetteer.OtherFunction {
			others++
		}
	}
	add(bare > 0, "%d of %d tasks name no responsible unit", bare, len(x.Tasks))
	add(others > 0, "%d units have no known function", others)
	return doubts
}
