package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// contentTypes gives the type of each kind of file that a build makes. The table is our own
// because the standard library's answer depends on the machine's MIME files.
var contentTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
}

// file is one embedded file, and the handler that serves it.
type file struct {
	gzip        []byte
	size        int // of the inflated content, in bytes
	contentType string
	etag        string // of the gzipped form, without quotes
	immutable   bool   // the name changes with the content
	policy      string // Content-Security-Policy, for pages
}

// load reads every file below dist. The keys are the paths below it, without .gz.
func load(dist fs.FS) (map[string]*file, error) {
	files := map[string]*file{}
	err := fs.WalkDir(dist, "dist", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := newFile(dist, name)
		if err != nil {
			return fmt.Errorf("load %s: %w", name, err)
		}
		files[strings.TrimSuffix(strings.TrimPrefix(name, "dist/"), ".gz")] = f
		return nil
	})
	return files, err
}

func newFile(dist fs.FS, name string) (*file, error) {
	inner, isGzip := strings.CutSuffix(name, ".gz")
	contentType, known := contentTypes[path.Ext(inner)]
	if !isGzip || !known {
		return nil, fmt.Errorf("not a gzipped file of a known type: %w", fs.ErrInvalid)
	}
	data, err := fs.ReadFile(dist, name)
	if err != nil {
		return nil, err
	}
	f := &file{
		gzip:        data,
		contentType: contentType,
		immutable:   strings.HasPrefix(name, "dist/assets/"),
	}
	content, err := f.inflate()
	if err != nil {
		return nil, err
	}
	f.size = len(content)
	sum := sha256.Sum256(data)
	f.etag = hex.EncodeToString(sum[:12])
	return f, nil
}

// inflate is the file's content.
func (f *file) inflate() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(f.gzip))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// ServeHTTP implements http.Handler.
func (f *file) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, etag := f.gzip, `"`+f.etag+`"`
	h := w.Header()
	h.Set("Vary", "Accept-Encoding")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	if f.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if f.policy != "" {
		h.Set("Content-Security-Policy", f.policy)
		h.Set("Referrer-Policy", "same-origin")
	}
	gzipped := acceptsGzip(r.Header.Get("Accept-Encoding"))
	if !gzipped {
		etag = `"` + f.etag + `-identity"`
	}
	h.Set("ETag", etag)
	if matches(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", f.contentType)
	if gzipped {
		h.Set("Content-Encoding", "gzip")
	} else {
		body, _ = f.inflate() // load has inflated the same bytes before
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // an error means that the client has gone
	}
}

// acceptsGzip reports whether an Accept-Encoding header (RFC 9110, 12.5.3) allows gzip.
func acceptsGzip(header string) bool {
	for _, item := range strings.Split(header, ",") {
		coding, params, _ := strings.Cut(item, ";")
		switch strings.ToLower(strings.TrimSpace(coding)) {
		case "gzip", "*":
			_, q, weighted := strings.Cut(strings.ReplaceAll(params, " ", ""), "q=")
			weight, err := strconv.ParseFloat(q, 64)
			return !weighted || err == nil && weight > 0
		}
	}
	return false
}

// matches reads an If-None-Match header (RFC 9110, 13.1.2).
func matches(header, etag string) bool {
	for _, item := range strings.Split(header, ",") {
		tag := strings.TrimPrefix(strings.TrimSpace(item), "W/")
		if tag == etag || tag == "*" {
			return true
		}
	}
	return false
}
