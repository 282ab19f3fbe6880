package main

import (
	"compress/gzip"
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// leastCompressed is the size in bytes below which packing an answer costs more than it saves.
const leastCompressed = 4 << 10

// compressed packs the larger answers of the API for clients that accept gzip; drawings and tables
// shrink to a tenth. Streams of events are left alone, since each event has to go at once.
func compressed(next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(
		gzhttp.MinSize(leastCompressed), gzhttp.CompressionLevel(gzip.BestSpeed),
		gzhttp.ContentTypes([]string{"application/json", "application/graphql-response+json"}),
	)
	if err != nil {
		return nil, fmt.Errorf("pack answers: %w", err)
	}
	return wrap(next), nil
}
