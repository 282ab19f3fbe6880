package search

import (
	"container/heap"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
)

// place is where a hit stands in the order of hits. Scores are compared in millionths: the order
// in which bleve adds up the parts of a score depends on how its segments were merged, and that
// must not turn the order of hits.
type place struct {
	score int64
	sort  string // the field sort, unique to the node
}

// before reports whether a hit at p is better than one at q.
func (p place) before(q place) bool {
	return p.score > q.score || p.score == q.score && p.sort < q.sort
}

func millionths(score float64) int64 { return int64(math.Round(score * 1e6)) }

// match is a hit as bleve knows it.
type match struct {
	place
	number index.IndexInternalID
}

// worstFirst is a heap of matches.
type worstFirst []match

func (h worstFirst) Len() int           { return len(h) }
func (h worstFirst) Less(i, j int) bool { return h[j].before(h[i].place) }
func (h worstFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push implements heap.Interface.
func (h *worstFirst) Push(m any) { *h = append(*h, m.(match)) }

// Pop implements heap.Interface.
func (h *worstFirst) Pop() any {
	last := len(*h) - 1
	m := (*h)[last]
	*h = (*h)[:last]
	return m
}

// collector keeps the best matches of a search.
type collector struct {
	values index.DocValueReader // of the field sort
	size   int                  // how many to keep
	after  *place               // keep only what comes after it, if given
	kept   worstFirst
	total  int // all matches, whatever size and after say
}

// collect runs a searcher to its end and returns its best matches, best first, and how many there
// are in all.
func collect(
	ctx context.Context, reader index.IndexReader, s search.Searcher, size int, after *place,
) ([]match, int, error) {
	values, err := reader.DocValueReader([]string{fieldSort})
	if err != nil {
		return nil, 0, fmt.Errorf("read field %s: %w", fieldSort, err)
	}
	c := &collector{values: values, size: size, after: after}
	matches := &search.SearchContext{
		DocumentMatchPool: search.NewDocumentMatchPool(1+s.DocumentMatchPoolSize(), 0),
		IndexReader:       reader,
	}
	for {
		m, err := s.Next(matches)
		if err != nil {
			return nil, 0, fmt.Errorf("next match: %w", err)
		}
		if m == nil {
			break
		}
		if err := c.offer(ctx, m); err != nil {
			return nil, 0, err
		}
		matches.DocumentMatchPool.Put(m)
	}
	slices.SortFunc(c.kept, func(a, b match) int {
		if a.before(b.place) {
			return -1
		}
		return 1
	})
	return c.kept, c.total, nil
}

// offer counts a match, and keeps it if it is good enough. The field sort is read only where the
// score does not decide.
func (c *collector) offer(ctx context.Context, m *search.DocumentMatch) error {
	if c.total++; c.total%1024 == 0 && ctx.Err() != nil {
		return ctx.Err()
	}
	at := place{score: millionths(m.Score)}
	full := len(c.kept) == c.size
	if c.size == 0 || full && at.score < c.kept[0].score || c.after != nil && at.score > c.after.score {
		return nil
	}
	err := c.values.VisitDocValues(m.IndexInternalID, func(_ string, term []byte) {
		at.sort = string(term)
	})
	if err != nil {
		return fmt.Errorf("read field %s: %w", fieldSort, err)
	}
	if c.after != nil && !c.after.before(at) || full && !at.before(c.kept[0].place) {
		return nil
	}
	if full {
		heap.Pop(&c.kept)
	}
	heap.Push(&c.kept, match{at, slices.Clone(m.IndexInternalID)})
	return nil
}

// cursor is the place as a text that parseCursor reads.
func (p place) cursor() string { return fmt.Sprintf("%d %s", p.score, p.sort) }

// parseCursor is the inverse of cursor.
func parseCursor(text string) (place, error) {
	number, sort, ok := strings.Cut(text, " ")
	var p place
	if _, err := fmt.Sscanf(number, "%d", &p.score); err != nil || !ok {
		return place{}, fmt.Errorf("search: cursor %q: %w", text, ErrBadCursor)
	}
	p.sort = sort
	return p, nil
}
