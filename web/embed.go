// Package web serves what a browser loads: the analyst's page and GraphiQL. Both are built by
// `npm run build` from src/ into dist/, which is committed and embedded here, so that the program
// needs neither Node nor a network. Every file is kept gzipped, as browsers take it; it is
// inflated only for a client that does not accept gzip.
package web

import (
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// page is an HTML file with the routes it answers and the sources its content may come from.
type page struct {
	file   string
	routes []string
	policy string
}

// policy allows a page nothing but what this server serves.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
	"img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// pages lists the routes that people open. A route of the page is also the address of a view of
// it, which the page reads from the URL itself; what is not listed is not found.
var pages = []page{
	{
		file: "index.html",
		routes: []string{
			"/{$}", "/graph", "/compare", "/documents", "/documents/{id}", "/tables/{kind}", "/nodes/{id}",
			"/load",
		},
		policy: policy,
	},
	{
		file:   "graphiql.html",
		routes: []string{"/graphiql"},
		// GraphiQL's editor sets its styles in <style> elements.
		policy: strings.Replace(policy, "style-src 'self'", "style-src 'self' 'unsafe-inline'", 1),
	},
}

// Handler answers GET and HEAD for the pages and the files they load, and 404 for every other
// path. Files below /assets/ carry a hash of their content in their name and may be kept for a
// year; the others are revalidated by ETag. An error means that the program was built from an
// incomplete dist/.
func Handler() (http.Handler, error) {
	files, err := load(dist)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	mux := http.NewServeMux()
	for _, p := range pages {
		f, ok := files[p.file]
		if !ok {
			return nil, fmt.Errorf("web: page %s: %w", p.file, fs.ErrNotExist)
		}
		f.policy = p.policy
		for _, route := range p.routes {
			mux.Handle("GET "+route, f)
		}
		delete(files, p.file)
	}
	for name, f := range files {
		mux.Handle("GET /"+name, f)
	}
	return mux, nil
}
