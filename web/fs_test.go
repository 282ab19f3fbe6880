package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func handler(t *testing.T) http.Handler {
	t.Helper()
	h, err := Handler()
	if err != nil {
		t.Fatalf("Handler: %v", err)
	}
	return h
}

func get(h http.Handler, method, path string, header http.Header) *http.Response {
	r := httptest.NewRequest(method, path, nil)
	r.Header = header
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, resp *http.Response) string {
	t.Helper()
	body := io.Reader(resp.Body)
	if resp.Header.Get("Content-Encoding") == "gzip" {
		var err error
		if body, err = gzip.NewReader(resp.Body); err != nil {
			t.Fatalf("gzip: %v", err)
		}
	}
	b, err := io.ReadAll(body)
	if err != nil {
		t.Fatalf("read body: %v", err)
	}
	return string(b)
}

// Every route answers with a page, and every file that the page names is served.
func TestPagesAreComplete(t *testing.T) {
	h := handler(t)
	link := regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)
	for _, p := range pages {
		for _, route := range p.routes {
			route = strings.NewReplacer("{$}", "", "{id}", "x", "{kind}", "x").Replace(route)
			t.Run(route, func(t *testing.T) {
				resp := get(h, "GET", route, nil)
				if resp.StatusCode != http.StatusOK {
					t.Fatalf("GET %s: %s", route, resp.Status)
				}
				if got := resp.Header.Get("Content-Security-Policy"); got != p.policy {
					t.Errorf("policy %q, want %q", got, p.policy)
				}
				links := link.FindAllStringSubmatch(text(t, resp), -1)
				if len(links) == 0 {
					t.Fatal("the page loads nothing")
				}
				for _, l := range links {
					if resp := get(h, "GET", l[1], nil); resp.StatusCode != http.StatusOK {
						t.Errorf("GET %s: %s", l[1], resp.Status)
					}
				}
			})
		}
	}
}

// A browser must find everything here: no file names another host to load from.
func TestNoFileIsLoadedFromElsewhere(t *testing.T) {
	files, err := load(dist)
	if err != nil {
		t.Fatal(err)
	}
	remote := regexp.MustCompile(`(?:@import\s+|url\(|src=|href=)["']?(?:https?:)?//[^"')\s]+`)
	for name, f := range files {
		if !strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, ".css") {
			continue
		}
		content, err := f.inflate()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if found := remote.Find(content); found != nil {
			t.Errorf("%s loads %s", name, found)
		}
	}
}

func TestServing(t *testing.T) {
	h := handler(t)
	page := get(h, "GET", "/graphiql", nil)
	etag := page.Header.Get("ETag")
	asset := regexp.MustCompile(`/assets/[^"]+\.js`).FindString(text(t, page))
	tests := []struct {
		name, method, path string
		header             http.Header
		status             int
		want               map[string]string
	}{
		{
			name: "page for a plain client", method: "GET", path: "/graphiql", status: 200,
			want: map[string]string{
				"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "",
				"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
			},
		},
		{
			name: "page for a browser", method: "GET", path: "/graphiql", status: 200,
			header: http.Header{"Accept-Encoding": {"gzip, deflate, br"}},
			want:   map[string]string{"Content-Encoding": "gzip", "Vary": "Accept-Encoding"},
		},
		{
			name: "gzip refused", method: "GET", path: "/graphiql", status: 200,
			header: http.Header{"Accept-Encoding": {"br, gzip; q=0"}},
			want:   map[string]string{"Content-Encoding": ""},
		},
		{
			name: "unchanged page", method: "GET", path: "/graphiql", status: 304,
			header: http.Header{"If-None-Match": {`"other", ` + etag}},
			want:   map[string]string{"ETag": etag, "Content-Type": ""},
		},
		{
			name: "asset", method: "GET", path: asset, status: 200,
			want: map[string]string{
				"Content-Type":  "text/javascript; charset=utf-8",
				"Cache-Control": "public, max-age=31536000, immutable",
			},
		},
		{name: "head", method: "HEAD", path: asset, status: 200},
		{name: "no listing", method: "GET", path: "/assets/", status: 404},
		{name: "unknown asset", method: "GET", path: "/assets/none.js", status: 404},
		{name: "unknown route", method: "GET", path: "/none", status: 404},
		{name: "compressed form by name", method: "GET", path: "/graphiql.html.gz", status: 404},
		{name: "post", method: "POST", path: "/graphiql", status: 405},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			resp := get(h, tt.method, tt.path, tt.header)
			if resp.StatusCode != tt.status {
				t.Fatalf("%s %s: %s, want %d", tt.method, tt.path, resp.Status, tt.status)
			}
			for name, want := range tt.want {
				if got := resp.Header.Get(name); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			if body := text(t, resp); tt.method == "HEAD" && body != "" {
				t.Errorf("HEAD answered with %d bytes of body", len(body))
			}
		})
	}
}
