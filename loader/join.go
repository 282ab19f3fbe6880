package loader

import (
	"context"
	"fmt"
	"path"

	"github.com/policygraph/policygraph/graph"
)

// A copy of a document often lacks the number that another has. Such a text joins the document
// with a number that has its region and title, if there is just one; without one, it is a document
// by its title. Because either may be loaded first, a commit looks at both sides: what the new text
// joins, and which stored texts now join the new document, or no longer join one that has become
// two.

// batch is all that a file changes: its facts, the removal of those that an earlier version of the
// file stated, and the facts of stored texts that join another document than before.
func (l *Loader) batch(ctx context.Context, p prepared) (graph.Batch, error) {
	view := l.view()
	own, joined := p.own, p.own
	if own.number == "" && !p.inferred {
		numbered, err := l.numbered(ctx, view, own.titles()...)
		if err != nil {
			return graph.Batch{}, err
		}
		joined = own.join(numbered)
	}
	facts := p.facts
	if joined.id != own.id {
		facts = factsOf(l.gaz, p.src, p.ex, p.file.name, joined)
	}
	batch := graph.Batch{Put: []graph.Facts{facts}}
	old, err := l.olderVersions(ctx, view, p, joined.id)
	if err != nil || own.number == "" {
		batch.Remove = old
		return batch, err
	}
	batch.Remove = old
	moved, err := l.rejoin(ctx, view, own, append(old, graph.Source(p.src.SHA256)))
	batch.Put = append(batch.Put, moved...)
	return batch, err
}

// olderVersions lists the sources that the document has from the same file, without the new one.
func (l *Loader) olderVersions(
	ctx context.Context, view graph.Reader, p prepared, doc graph.ID,
) ([]graph.Source, error) {
	texts, err := view.Expressions(ctx, []graph.ID{doc})
	if err != nil {
		return nil, fmt.Errorf("expressions of %s: %w", doc, err)
	}
	var old []graph.Source
	for _, e := range texts[0] {
		if e.FileName == p.file.name && string(e.Source) != p.src.SHA256 {
			old = append(old, e.Source)
		}
	}
	return old, nil
}

// titleID is the id that a document has, or would have, by its region and title.
func titleID(region, title string) graph.ID { return graph.DocumentIDByTitle(region, titleKey(title)) }

// titles are the id and the title under which a work is found, as pairs for numbered.
func (w *work) titles() []titled { return []titled{{titleID(w.region, w.title), w.title}} }

// titled is a title with the id that it makes with its region.
type titled struct {
	id    graph.ID
	title string
}

// numberedWorks are the loaded documents with numbers by the id of their title: number by id.
type numberedWorks map[graph.ID]map[graph.ID]string

// numbered finds the loaded documents that have a number and one of the titles.
func (l *Loader) numbered(
	ctx context.Context, view graph.Reader, titles ...titled,
) (numberedWorks, error) {
	works := numberedWorks{}
	for _, t := range titles {
		works[t.id] = map[graph.ID]string{}
		ids, err := view.Named(ctx, graph.KindDocument, t.title)
		if err != nil {
			return nil, fmt.Errorf("documents named %q: %w", t.title, err)
		}
		docs, err := l.documents(ctx, view, ids)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if d.node.Loaded && d.node.Number != "" && titleID(d.region, d.node.Title) == t.id {
				works[t.id][d.node.ID] = d.node.Number
			}
		}
	}
	return works, nil
}

// join is the work that a text without a number belongs to: the numbered one of its title, if there
// is just one, else its own.
func (w *work) join(numbered numberedWorks) work {
	same := numbered[titleID(w.region, w.title)]
	if w.number != "" || len(same) != 1 {
		return *w
	}
	joined := *w
	for id, number := range same {
		joined.id, joined.number = id, number
	}
	joined.aliases = nil
	for _, a := range append([]graph.Alias{{From: w.id}}, w.aliases...) {
		if a.From != joined.id {
			joined.aliases = append(joined.aliases, graph.Alias{From: a.From, To: joined.id})
		}
	}
	return joined
}

// storedDocument is a document with the region it is in.
type storedDocument struct {
	node   *graph.Document
	region string
}

func (l *Loader) documents(
	ctx context.Context, view graph.Reader, ids []graph.ID,
) ([]storedDocument, error) {
	nodes, err := view.Nodes(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read documents: %w", err)
	}
	briefs, err := view.Briefs(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read documents: %w", err)
	}
	var docs []storedDocument
	for i, n := range nodes {
		if d, ok := n.(*graph.Document); ok {
			docs = append(docs, storedDocument{d, briefs[i].Region})
		}
	}
	return docs, nil
}

// rejoin gives the facts of stored texts without a number that belong to another document once the
// numbered work is stored: those with its title, and those with the title it had before. Texts
// that the same commit replaces are passed over.
func (l *Loader) rejoin(
	ctx context.Context, view graph.Reader, own work, replaced []graph.Source,
) ([]graph.Facts, error) {
	titles := own.titles()
	before, err := l.documents(ctx, view, []graph.ID{own.id})
	if err != nil {
		return nil, err
	}
	for _, d := range before {
		if id := titleID(d.region, d.node.Title); id != titles[0].id && d.node.Loaded {
			titles = append(titles, titled{id, d.node.Title})
		}
	}
	works, err := l.numbered(ctx, view, titles...)
	if err != nil {
		return nil, err
	}
	texts, err := l.textsOf(ctx, view, works, replaced)
	if err != nil {
		return nil, err
	}
	for _, same := range works {
		delete(same, own.id)
	}
	works[titles[0].id][own.id] = own.number
	return l.moved(ctx, view, texts, works)
}

// textsOf lists the texts of the works and of the documents by their titles alone.
func (l *Loader) textsOf(
	ctx context.Context, view graph.Reader, works numberedWorks, without []graph.Source,
) ([]graph.Expression, error) {
	ids := map[graph.ID]bool{}
	for title, same := range works {
		ids[title] = true
		for id := range same {
			ids[id] = true
		}
	}
	skip := map[graph.Source]bool{}
	for _, s := range without {
		skip[s] = true
	}
	var texts []graph.Expression
	for id := range ids {
		lists, err := view.Expressions(ctx, []graph.ID{id})
		if err != nil {
			return nil, fmt.Errorf("expressions of %s: %w", id, err)
		}
		for _, e := range lists[0] {
			if !skip[e.Source] {
				skip[e.Source] = true
				texts = append(texts, e)
			}
		}
	}
	return texts, nil
}

// moved reads stored texts again and gives the facts of those without a number of their own that
// join another document than the one they are stored with.
func (l *Loader) moved(
	ctx context.Context, view graph.Reader, texts []graph.Expression, works numberedWorks,
) ([]graph.Facts, error) {
	var moved []graph.Facts
	for _, e := range texts {
		contents, err := view.Texts(ctx, []graph.Source{e.Source})
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", e.FileName, err)
		}
		src := storedSource(e, contents[0])
		ex, err := Parse(src, l.gaz)
		if err != nil {
			return nil, err // it was parsed when it was stored
		}
		own, inferred := ownWork(l.gaz, src, &ex.Document)
		if own.number != "" || inferred {
			continue
		}
		if joined := own.join(works); joined.id != e.Document {
			moved = append(moved, factsOf(l.gaz, src, ex, e.FileName, joined))
		}
	}
	return moved, nil
}

// storedSource is the source of a text as it was when the text was stored.
func storedSource(e graph.Expression, text string) *Source {
	src := SourceOf(text)
	src.Name, src.SHA256 = path.Base(e.FileName), string(e.Source)
	return src
}
