package search

import (
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/policygraph/policygraph/graph"
)

// The levels of hits. Each is worth more than all below it together; what tf-idf adds within a
// level stays far below one level.
const (
	levelTextPhrase = 1 << iota
	levelNameTerms
	levelNamePhrase
	levelAlias
	levelExact
)

// What bleve's score is made of. One level is worth levelUnit; within a level, being a main node is
// worth mainUnit. tf-idf stays below that: a term's part is at most its idf, and queryNorm and coord
// make the whole less than the largest of them.
const (
	levelUnit = 1000
	mainUnit  = 100
)

// The weights of a term by the field it stands in.
const (
	weightName  = 3
	weightText  = 1
	weightPlace = 0.5
)

// minTerms is how many of n terms a hit must have: all of a short query; of a long one, which may
// be a sentence in the user's own words, two thirds.
func minTerms(n int) int {
	if n <= 3 {
		return n
	}
	return (2*n + 2) / 3
}

// builder makes bleve's searchers of a query. Its methods do nothing after an error.
type builder struct {
	ctx     context.Context
	reader  index.IndexReader
	options search.SearcherOptions
	placed  map[string]bool   // the query's terms that stand in the name of any region
	opened  []search.Searcher // to be closed after an error
	err     error
}

// build makes the searcher of a query whose runs are not empty.
func build(
	ctx context.Context, reader index.IndexReader, runs []run, key string, filter filter,
) (search.Searcher, error) {
	b := &builder{ctx: ctx, reader: reader, placed: map[string]bool{}}
	terms := distinctTerms(runs)
	for _, t := range terms {
		if b.stands(fieldPlace, t) {
			b.placed[t] = true
		}
	}
	s := b.either(1, b.candidates(terms), b.level(0, b.term(fieldExact, key, 1)),
		b.level(0, b.term(fieldAlias, key, 1)))
	if len(filter.kinds) > 0 {
		s = b.all(s, b.level(0, b.anyOf(fieldKind, filter.kinds)))
	}
	if len(filter.regions) > 0 {
		s = b.all(s, b.level(0, b.anyOf(fieldRegion, filter.regions)))
	}
	s = b.prefer(s, fixed{b.term(fieldMain, mainTerm, 1), mainUnit})
	s = b.prefer(s, b.level(levelTextPhrase, b.phrases(runs, fieldText, fieldName)))
	s = b.prefer(s, b.level(levelNameTerms, b.nameTerms(terms)))
	s = b.prefer(s, b.level(levelNamePhrase, b.namePhrases(runs)))
	s = b.prefer(s, b.level(levelAlias, b.term(fieldAlias, key, 1)))
	s = b.prefer(s, b.level(levelExact, b.term(fieldExact, key, 1)))
	if b.err != nil {
		for _, s := range b.opened {
			_ = s.Close() // the error that stopped the query says more
		}
		return nil, fmt.Errorf("build query: %w", b.err)
	}
	return s, nil
}

// filter restricts hits to any of the kinds and to any of the regions, if given.
type filter struct{ kinds, regions []string }

// candidates are the nodes with enough of the terms, one of them in a name or text.
func (b *builder) candidates(terms []string) search.Searcher {
	anywhere := make([]search.Searcher, len(terms))
	stated := make([]search.Searcher, 0, 2*len(terms))
	for i, t := range terms {
		in := []search.Searcher{b.term(fieldName, t, weightName), b.term(fieldText, t, weightText)}
		if b.placed[t] {
			in = append(in, b.term(fieldPlace, t, weightPlace))
		}
		anywhere[i] = b.either(1, in...)
		stated = append(stated, b.term(fieldName, t, 1), b.term(fieldText, t, 1))
	}
	s := b.either(minTerms(len(terms)), anywhere...)
	if len(b.placed) == 0 {
		return s
	}
	return b.all(s, b.level(0, b.either(1, stated...)))
}

// phrases are the nodes that have every run in one of the fields, or in the name of a region that
// they lie in.
func (b *builder) phrases(runs []run, fields ...string) search.Searcher {
	each := make([]search.Searcher, len(runs))
	for i, r := range runs {
		var in []search.Searcher
		for _, f := range fields {
			in = append(in, b.phrase(f, r.terms()))
		}
		if b.places(r) {
			in = append(in, b.phrase(fieldPlace, r.terms()))
		}
		each[i] = b.either(1, in...)
	}
	return b.all(each...)
}

// places reports whether a run can stand in the name of a region.
func (b *builder) places(r run) bool {
	return !slices.ContainsFunc(r.terms(), func(t string) bool { return t != "" && !b.placed[t] })
}

// namePhrases are the nodes that have every run in names, but for those that name the place.
func (b *builder) namePhrases(runs []run) search.Searcher {
	s := b.phrases(runs, fieldName)
	if len(b.placed) == 0 {
		return s
	}
	named := make([]search.Searcher, len(runs))
	for i, r := range runs {
		named[i] = b.phrase(fieldName, r.terms())
	}
	return b.all(s, b.either(1, named...))
}

// nameTerms are the nodes that have every term in names, but for those that name the place.
func (b *builder) nameTerms(terms []string) search.Searcher {
	var each, named []search.Searcher
	for _, t := range terms {
		in := []search.Searcher{b.term(fieldName, t, 1)}
		if b.placed[t] {
			in = append(in, b.term(fieldPlace, t, 1))
		}
		each = append(each, b.either(1, in...))
		named = append(named, b.term(fieldName, t, 1))
	}
	return b.all(b.all(each...), b.either(1, named...))
}

// stands reports whether a term stands in a field of any node.
func (b *builder) stands(field, term string) bool {
	if b.err != nil {
		return false
	}
	nodes, err := b.reader.TermFieldReader(b.ctx, []byte(term), field, false, false, false)
	if err != nil {
		b.err = err
		return false
	}
	found := nodes.Count() > 0
	b.err = nodes.Close()
	return found
}

func (b *builder) term(field, term string, weight float64) search.Searcher {
	return b.open(func() (search.Searcher, error) {
		return searcher.NewTermSearcher(b.ctx, b.reader, term, field, weight, b.options)
	})
}

func (b *builder) anyOf(field string, terms []string) search.Searcher {
	var each []search.Searcher
	for _, t := range terms {
		each = append(each, b.term(field, t, 1))
	}
	return b.either(1, each...)
}

func (b *builder) phrase(field string, terms []string) search.Searcher {
	if len(terms) == 1 {
		return b.term(field, terms[0], 1)
	}
	return b.open(func() (search.Searcher, error) {
		return searcher.NewPhraseSearcher(b.ctx, b.reader, terms, 0, false, field, 1, b.options)
	})
}

// either finds what at least least of the searchers find.
func (b *builder) either(least int, of ...search.Searcher) search.Searcher {
	return b.open(func() (search.Searcher, error) {
		return searcher.NewDisjunctionSearcher(b.ctx, b.reader, of, float64(least), b.options)
	})
}

// all finds what all of the searchers find.
func (b *builder) all(of ...search.Searcher) search.Searcher {
	return b.open(func() (search.Searcher, error) {
		return searcher.NewConjunctionSearcher(b.ctx, b.reader, of, b.options)
	})
}

// prefer finds what s finds and adds the score of those that preferred finds as well.
func (b *builder) prefer(s, preferred search.Searcher) search.Searcher {
	return b.open(func() (search.Searcher, error) {
		return searcher.NewBooleanSearcher(b.ctx, b.reader, s, preferred, nil, b.options)
	})
}

// level gives all that s finds one score.
func (b *builder) level(n int, s search.Searcher) search.Searcher {
	return fixed{s, float64(n) * levelUnit}
}

func (b *builder) open(searcher func() (search.Searcher, error)) search.Searcher {
	if b.err != nil {
		return nil
	}
	s, err := searcher()
	if err != nil {
		b.err = err
		return nil
	}
	b.opened = append(b.opened, s)
	return s
}

// fixed is a searcher that scores each of its matches alike.
type fixed struct {
	search.Searcher
	score float64
}

// Next implements search.Searcher.
func (f fixed) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	return f.rate(f.Searcher.Next(ctx))
}

// Advance implements search.Searcher.
func (f fixed) Advance(ctx *search.SearchContext, id index.IndexInternalID) (*search.DocumentMatch, error) {
	return f.rate(f.Searcher.Advance(ctx, id))
}

func (f fixed) rate(m *search.DocumentMatch, err error) (*search.DocumentMatch, error) {
	if m != nil {
		m.Score = f.score
	}
	return m, err
}

// Weight is zero, so that a fixed score does not scale the other scores of its query.
func (fixed) Weight() float64 { return 0 }

// SetQueryNorm does nothing: the score is what it is.
func (fixed) SetQueryNorm(float64) {}

// Min is zero: a preferred searcher never is required.
func (fixed) Min() int { return 0 }

// score is a hit's score for users: the level, and below it the rest.
func score(millionths int64) float64 { return float64(millionths) / (1e6 * levelUnit) }

// regionTerms are the terms of the field region for codes.
func regionTerms(codes []string) []string {
	terms := make([]string, len(codes))
	for i, code := range codes {
		terms[i] = idTerm(graph.RegionID(code))
	}
	return terms
}

// kindNames are the kinds as the index has them.
func kindNames(kinds []graph.NodeKind) []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.String()
	}
	return names
}
