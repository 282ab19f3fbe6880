package search

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"time"

	index "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"github.com/policygraph/policygraph/graph"
)

// batchNodes is how many nodes are indexed at once.
const batchNodes = 2000

// differ is a graph.Reader that knows what changed since another state of its graph. The answer is
// false if it does not know that state.
type differ interface {
	Changes(since graph.Reader) ([]graph.ID, bool)
}

// Sync brings the index up to a state of the graph and returns how many nodes it had to index or
// remove. An index that is up to date or ahead is left alone. Only what changed is indexed; an
// index of unknown age is compared with the graph node by node. A Sync that was interrupted is
// taken up by the next.
func (x *Index) Sync(ctx context.Context, v graph.Reader) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	n, err := x.sync(ctx, v)
	if err != nil {
		return 0, fmt.Errorf("search: sync to version %d: %w", v.Version(), err)
	}
	return n, nil
}

func (x *Index) sync(ctx context.Context, v graph.Reader) (int, error) {
	switch {
	case x.closed:
		return 0, ErrClosed
	case x.mirror != nil && x.mirror.Version() >= v.Version() && !x.broken:
		return 0, nil
	}
	ids, err := x.changes(ctx, v)
	if err == nil {
		err = x.apply(ctx, v, ids)
	}
	if err != nil && ctx.Err() == nil {
		x.log.Warn("search index failed and is made anew", "error", err)
		if err := x.empty(); err != nil {
			return 0, err
		}
		if ids, err = x.differences(ctx, v); err == nil {
			err = x.apply(ctx, v, ids)
		}
	}
	if err != nil {
		return 0, err
	}
	x.mirror = v
	return len(ids), nil
}

// changes is the nodes in which the index may differ from a state of the graph.
func (x *Index) changes(ctx context.Context, v graph.Reader) ([]graph.ID, error) {
	if x.mirror == nil && !x.broken {
		if ok, err := x.sealed(ctx, v); ok || err != nil {
			return nil, err
		}
	}
	if d, ok := v.(differ); ok && x.mirror != nil && !x.broken {
		if ids, ok := d.Changes(x.mirror); ok {
			return x.withRegions(ctx, v, ids)
		}
	}
	return x.differences(ctx, v)
}

// withRegions adds to changed nodes those that lie in a renamed region, as its name is indexed with
// them.
func (x *Index) withRegions(ctx context.Context, v graph.Reader, ids []graph.ID) ([]graph.ID, error) {
	renamed, err := x.renamedRegions(ctx, v, ids)
	if err != nil || len(renamed) == 0 {
		return ids, err
	}
	reader, err := x.store.Reader()
	if err != nil {
		return nil, err
	}
	all := slices.Clone(ids)
	for _, id := range renamed {
		if err == nil {
			all, err = appendWithin(ctx, reader, all, id)
		}
	}
	slices.SortFunc(all, compareIDs)
	return slices.Compact(all), closeAfter(reader, err)
}

// renamedRegions are the regions among changed nodes that have come, gone or changed their name.
func (x *Index) renamedRegions(
	ctx context.Context, v graph.Reader, ids []graph.ID,
) ([]graph.ID, error) {
	regions := slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool {
		return id.Kind() != graph.KindRegion
	})
	before, err := x.mirror.Nodes(ctx, regions)
	if err != nil {
		return nil, err
	}
	after, err := v.Nodes(ctx, regions)
	if err != nil {
		return nil, err
	}
	var renamed []graph.ID
	for i, id := range regions {
		old, had := before[i].(*graph.Region)
		now, has := after[i].(*graph.Region)
		if had != has || had && old.Name != now.Name {
			renamed = append(renamed, id)
		}
	}
	return renamed, nil
}

// appendWithin appends the indexed nodes that lie in a region.
func appendWithin(
	ctx context.Context, reader index.IndexReader, ids []graph.ID, region graph.ID,
) ([]graph.ID, error) {
	terms, err := reader.TermFieldReader(ctx, []byte(idTerm(region)), fieldRegion, false, false, false)
	if err != nil {
		return nil, err
	}
	for {
		doc, err := terms.Next(nil)
		if err != nil || doc == nil {
			return ids, closeAfter(terms, err)
		}
		id, err := externalID(reader, doc.ID)
		if err != nil {
			return nil, closeAfter(terms, err)
		}
		ids = append(ids, id)
	}
}

// differences compares the index with a state of the graph and returns the nodes in which they
// differ.
func (x *Index) differences(ctx context.Context, v graph.Reader) ([]graph.ID, error) {
	indexed, err := x.digests(ctx)
	if err != nil {
		return nil, err
	}
	var ids []graph.ID
	for _, kind := range graph.NodeKinds() {
		all, err := v.IDs(ctx, kind)
		if err != nil {
			return nil, err
		}
		for chunk := range slices.Chunk(all, batchNodes) {
			entries, err := x.entries(ctx, v, chunk)
			if err != nil {
				return nil, err
			}
			for i, id := range chunk {
				if entries[i] != nil && entries[i].digest() != indexed[id] {
					ids = append(ids, id)
				}
				delete(indexed, id)
			}
		}
	}
	for id := range indexed {
		ids = append(ids, id) // gone from the graph
	}
	slices.SortFunc(ids, compareIDs)
	return ids, nil
}

// digests is the digests of all indexed nodes.
func (x *Index) digests(ctx context.Context) (map[graph.ID]string, error) {
	reader, err := x.store.Reader()
	if err != nil {
		return nil, err
	}
	digests, err := readDigests(ctx, reader)
	return digests, closeAfter(reader, err)
}

func readDigests(ctx context.Context, reader index.IndexReader) (map[graph.ID]string, error) {
	values, err := reader.DocValueReader([]string{fieldDigest})
	if err != nil {
		return nil, err
	}
	all, err := reader.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	digests := map[graph.ID]string{}
	for ctx.Err() == nil {
		number, err := all.Next()
		if err != nil || number == nil {
			return digests, closeAfter(all, err)
		}
		id, err := externalID(reader, number)
		if err == nil {
			err = values.VisitDocValues(number, func(_ string, term []byte) { digests[id] = string(term) })
		}
		if err != nil {
			return nil, closeAfter(all, err)
		}
	}
	return nil, closeAfter(all, ctx.Err())
}

// apply indexes nodes as they are in a state of the graph, and removes those that are not in it.
// Batches are made side by side: bleve makes a segment of each on the goroutine that brings it.
func (x *Index) apply(ctx context.Context, v graph.Reader, ids []graph.ID) error {
	if len(ids) == 0 && !x.broken {
		return nil
	}
	x.broken = true
	p := progress{log: x.log, total: len(ids), start: time.Now(), last: time.Now()}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for chunk := range slices.Chunk(ids, batchNodes) {
		group.Go(func() error {
			if err := x.write(ctx, v, chunk); err != nil {
				return fmt.Errorf("write %d nodes: %w", len(chunk), err)
			}
			p.add(len(chunk))
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	p.end()
	x.broken = false
	return nil
}

// write indexes or removes nodes in one batch.
func (x *Index) write(ctx context.Context, v graph.Reader, ids []graph.ID) error {
	entries, err := x.entries(ctx, v, ids)
	if err != nil {
		return err
	}
	batch := index.NewBatch()
	batch.DeleteInternal([]byte(sealKey))
	for i, id := range ids {
		if e := entries[i]; e != nil {
			batch.Update(e.document(x.lexer, e.digest()))
		} else {
			batch.Delete(idTerm(id))
		}
	}
	return x.store.Batch(batch)
}

// externalID is the node that bleve has under a number.
func externalID(reader index.IndexReader, number index.IndexInternalID) (graph.ID, error) {
	text, err := reader.ExternalID(number)
	if err != nil {
		return graph.ID{}, err
	}
	if len(text) != len(graph.ID{}) {
		return graph.ID{}, fmt.Errorf("%q is no id", text)
	}
	return graph.ID([]byte(text)), nil
}

func compareIDs(a, b graph.ID) int { return bytes.Compare(a[:], b[:]) }

// closeAfter closes c and returns the error of what went before, or else that of closing.
func closeAfter(c io.Closer, err error) error { return cmp.Or(err, c.Close()) }
