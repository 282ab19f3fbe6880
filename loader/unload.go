package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// ErrUnknown is returned by Unload for a name that no stored document has.
var ErrUnknown = errors.New("no document is stored under that name")

// Unload forgets texts and all that only they state, in one commit. A name is the id of a document,
// its number (发文字号), both of which stand for all its texts, or the name of a file as the graph
// stores it. What is left is what loading the other texts alone gives. It returns the texts that are
// gone; if a name means none, nothing changes and the error wraps ErrUnknown.
func (l *Loader) Unload(ctx context.Context, names ...string) ([]graph.Expression, error) {
	var gone []graph.Expression
	seen := map[graph.Source]bool{}
	for _, name := range names {
		texts, err := l.meant(ctx, name)
		if err != nil {
			return nil, fmt.Errorf("unload %q: %w", name, err)
		}
		for _, e := range texts {
			if !seen[e.Source] {
				seen[e.Source] = true
				gone = append(gone, e)
			}
		}
	}
	batch, err := l.removal(ctx, gone)
	if err == nil {
		err = l.apply(ctx, batch)
	}
	if err != nil {
		return nil, fmt.Errorf("unload: %w", err)
	}
	return gone, nil
}

// meant lists the texts that a name means.
func (l *Loader) meant(ctx context.Context, name string) ([]graph.Expression, error) {
	view := l.view()
	if id, err := graph.ParseID(name); err == nil {
		return textsOrUnknown(ctx, view, []graph.ID{id})
	}
	docs, err := view.FileDocuments(ctx, name)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return textsOrUnknown(ctx, view, []graph.ID{graph.DocumentIDByNumber(normalNumber(name))})
	}
	texts, err := textsOrUnknown(ctx, view, docs)
	return slices.DeleteFunc(texts, func(e graph.Expression) bool { return e.FileName != name }), err
}

func textsOrUnknown(
	ctx context.Context, view graph.Reader, docs []graph.ID,
) ([]graph.Expression, error) {
	lists, err := view.Expressions(ctx, docs)
	texts := slices.Concat(lists...)
	if err == nil && len(texts) == 0 {
		err = ErrUnknown
	}
	return texts, err
}

// removal is what changes when texts go: texts without a number that were joined with a numbered
// document of which no text is left are documents by their title again.
func (l *Loader) removal(ctx context.Context, gone []graph.Expression) (graph.Batch, error) {
	view, batch := l.view(), graph.Batch{}
	var ids []graph.ID
	for _, e := range gone {
		batch.Remove = append(batch.Remove, e.Source)
		if !slices.Contains(ids, e.Document) {
			ids = append(ids, e.Document)
		}
	}
	docs, err := l.documents(ctx, view, ids)
	if err != nil {
		return batch, err
	}
	var titles []titled
	for _, d := range docs {
		titles = append(titles, titled{titleID(d.region, d.node.Title), d.node.Title})
	}
	works, err := l.numbered(ctx, view, titles...)
	if err != nil {
		return batch, err
	}
	texts, err := l.textsOf(ctx, view, works, batch.Remove)
	if err != nil {
		return batch, err
	}
	for _, id := range ids {
		stays, err := l.hasOwnText(ctx, view, id, texts)
		if err != nil {
			return batch, err
		}
		for _, same := range works {
			if !stays {
				delete(same, id)
			}
		}
	}
	batch.Put, err = l.moved(ctx, view, texts, works)
	return batch, err
}

// hasOwnText reports whether one of the texts states the document by a number of its own.
func (l *Loader) hasOwnText(
	ctx context.Context, view graph.Reader, doc graph.ID, texts []graph.Expression,
) (bool, error) {
	for _, e := range texts {
		if e.Document != doc {
			continue
		}
		contents, err := view.Texts(ctx, []graph.Source{e.Source})
		if err != nil {
			return false, fmt.Errorf("text of %s: %w", e.FileName, err)
		}
		src := storedSource(e, contents[0])
		ex, err := Parse(src, l.gaz)
		if err != nil {
			return false, err // it was parsed when it was stored
		}
		if own, _ := ownWork(l.gaz, src, &ex.Document); own.id == doc {
			return true, nil
		}
	}
	return false, nil
}
