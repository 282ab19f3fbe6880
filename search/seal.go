package search

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/policygraph/policygraph/graph"
)

// sealKey is the key of the seal: it says which state of the graph the index mirrors. The index
// has it only between a clean Close and the next change, so that a seal that is there holds.
const sealKey = "seal"

// sealOf names a state of a graph: its version, and its texts, as another store may have the same
// number of commits.
func sealOf(ctx context.Context, v graph.Reader) ([]byte, error) {
	docs, err := v.IDs(ctx, graph.KindDocument)
	if err != nil {
		return nil, err
	}
	texts, err := v.Expressions(ctx, docs)
	if err != nil {
		return nil, err
	}
	var sources []graph.Source
	for _, expressions := range texts {
		for _, e := range expressions {
			sources = append(sources, e.Source)
		}
	}
	slices.Sort(sources)
	h := sha256.New()
	for _, s := range sources {
		fmt.Fprintln(h, s)
	}
	return fmt.Appendf(nil, "version %d texts %s", v.Version(), hex.EncodeToString(h.Sum(nil))), nil
}

// sealed reports whether the index is known to mirror a state of the graph.
func (x *Index) sealed(ctx context.Context, v graph.Reader) (bool, error) {
	reader, err := x.store.Reader()
	if err != nil {
		return false, err
	}
	found, err := reader.GetInternal([]byte(sealKey))
	if err = closeAfter(reader, err); err != nil || found == nil {
		return false, err
	}
	want, err := sealOf(ctx, v)
	return bytes.Equal(found, want), err
}

// seal writes the seal and waits until it, and all before it, is on disk. The caller holds mu.
func (x *Index) seal(ctx context.Context) error {
	if x.dir == "" || x.mirror == nil || x.broken {
		return nil
	}
	seal, err := sealOf(ctx, x.mirror)
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	batch := index.NewBatch()
	batch.SetInternal([]byte(sealKey), seal)
	written := make(chan error, 1)
	batch.SetPersistedCallback(func(err error) { written <- err })
	if err := x.store.Batch(batch); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	if err := <-written; err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	return nil
}
