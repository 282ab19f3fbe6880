package main

import (
	"compress/gzip"
	"net/http"
	"strings"

	"github.com/policygraph/policygraph/web"
)

// leastCompressed is the size in bytes below which packing an answer costs more than it saves.
const leastCompressed = 4 << 10

// compressed packs the larger answers of the API for clients that accept gzip; drawings and tables
// shrink to a tenth. Streams of events are left alone, since each event has to go at once.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		stream := r.Header.Get("Upgrade") != "" ||
			strings.Contains(r.Header.Get("Accept"), "text/event-stream")
		if stream || !web.AcceptsGzip(r.Header.Get("Accept-Encoding")) {
			next.ServeHTTP(w, r)
			return
		}
		packer := &gzipWriter{ResponseWriter: w}
		defer packer.close()
		next.ServeHTTP(packer, r)
	})
}

// gzipWriter packs a response whose first piece is large; handlers here write all in one piece.
type gzipWriter struct {
	http.ResponseWriter
	status int
	begun  bool
	packer *gzip.Writer // nil: as it stands
}

// WriteHeader implements http.ResponseWriter. The status waits for the body, which says how the
// header goes on.
func (w *gzipWriter) WriteHeader(status int) { w.status = status }

// Write implements io.Writer.
func (w *gzipWriter) Write(p []byte) (int, error) {
	if !w.begun {
		w.begin(len(p) >= leastCompressed)
	}
	if w.packer == nil {
		return w.ResponseWriter.Write(p)
	}
	return w.packer.Write(p)
}

// begin sends the header.
func (w *gzipWriter) begin(pack bool) {
	w.begun = true
	if pack {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Del("Content-Length")
		w.packer, _ = gzip.NewWriterLevel(w.ResponseWriter, gzip.BestSpeed) // the level is known
	}
	if w.status != 0 {
		w.ResponseWriter.WriteHeader(w.status)
	}
}

func (w *gzipWriter) close() {
	if !w.begun {
		w.begin(false)
	}
	if w.packer != nil {
		_ = w.packer.Close() // a client that has gone cannot be told
	}
}

// Unwrap is for http.ResponseController.
func (w *gzipWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
