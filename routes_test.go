package main

import (
	"compress/gzip"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/resolvers"
)

// newSite serves an empty store.
func newSite(t *testing.T, origins, hosts []string) http.Handler {
	t.Helper()
	store := graphtest.Open(t)
	view := func() graph.Reader { return store.View() }
	s := &site{
		graphql: resolvers.NewHandler(&resolvers.Resolver{View: view}, resolvers.DefaultLimits()),
		metrics: newMetrics(view), origins: origins, hosts: hosts,
	}
	h, err := s.handler()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// serveOne answers one request.
func serveOne(t *testing.T, h http.Handler, method, target string, header map[string]string) *http.Response {
	t.Helper()
	req := httptest.NewRequestWithContext(t.Context(), method, target, nil)
	for name, value := range header {
		req.Header.Set(name, value)
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec.Result()
}

func TestOrigins(t *testing.T) {
	const ours, stranger = "https://dashboard.example", "https://stranger.example"
	tests := []struct {
		name            string
		allowed         []string
		method, origin  string
		status          int
		origins, policy string
	}{
		{"none allowed", nil, "GET", ours, 200, "", "same-origin"},
		{"allowed", []string{ours}, "GET", ours, 200, ours, "cross-origin"},
		{"stranger", []string{ours}, "GET", stranger, 200, "", "same-origin"},
		{"all allowed", []string{"*"}, "GET", stranger, 200, stranger, "cross-origin"},
		{"no origin", []string{"*"}, "GET", "", 200, "", "same-origin"},
		{"preflight", []string{ours}, "OPTIONS", ours, 204, ours, "cross-origin"},
		{"preflight of a stranger", []string{ours}, "OPTIONS", stranger, 204, "", "same-origin"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h := newSite(t, test.allowed, nil)
			header := map[string]string{}
			if test.origin != "" {
				header["Origin"] = test.origin
			}
			got := serveOne(t, h, test.method, "/graphql?query={__typename}", header)
			if got.StatusCode != test.status ||
				got.Header.Get("Access-Control-Allow-Origin") != test.origins ||
				got.Header.Get("Cross-Origin-Resource-Policy") != test.policy {
				t.Errorf("got %d %v", got.StatusCode, got.Header)
			}
			asks := test.method == "OPTIONS" && test.origins != ""
			sent := got.Header.Get("Access-Control-Allow-Headers")
			if strings.Contains(sent, "Content-Type") != asks || strings.Contains(sent, "Authorization") != asks {
				t.Errorf("preflight: %v", got.Header)
			}
		})
	}
}

func TestHosts(t *testing.T) {
	h := newSite(t, nil, answersTo(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, []string{"policy.example"}))
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "[::1]": 200,
		"policy.example": 200, "stranger.example": 421, "localhost.stranger.example:8080": 421, "": 421,
	} {
		t.Run(host, func(t *testing.T) {
			req := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil)
			req.Host = host
			rec := httptest.NewRecorder()
			h.ServeHTTP(rec, req)
			if rec.Code != want {
				t.Errorf("got %d, want %d", rec.Code, want)
			}
		})
	}
}

func TestAnswersTo(t *testing.T) {
	open := &net.TCPAddr{IP: net.IPv4zero}
	if diff := cmp.Diff([]string(nil), answersTo(open, nil)); diff != "" {
		t.Errorf("an open address answers to all (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"policy.example"}, answersTo(open, []string{"policy.example"})); diff != "" {
		t.Errorf("an open address with a name (-want +got)\n%s", diff)
	}
}

func TestRoutes(t *testing.T) {
	h := newSite(t, nil, nil)
	tests := []struct {
		method, target string
		status         int
	}{
		{"GET", "/graphiql", 200},
		{"GET", "/metrics", 200},
		{"GET", "/healthz", 503}, // nothing has said that it is ready
		{"POST", "/healthz", 404},
		{"GET", "/graphql", 400},
		{"GET", "/nothing/here", 404},
		{"GET", "/assets/", 404},
	}
	for _, test := range tests {
		t.Run(test.method+" "+test.target, func(t *testing.T) {
			got := serveOne(t, h, test.method, test.target, nil)
			if got.StatusCode != test.status {
				t.Errorf("got %d, want %d", got.StatusCode, test.status)
			}
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
				"Content-Security-Policy": "default-src 'none'",
			} {
				if value := got.Header.Get(name); !strings.HasPrefix(value, want) {
					t.Errorf("%s is %q, want %q", name, value, want)
				}
			}
		})
	}
}

func TestCompressed(t *testing.T) {
	large, small := strings.Repeat("标准", leastCompressed), "{}"
	tests := []struct {
		name, body, kind, accepted string
		packed                     bool
	}{
		{"large", large, "application/json", "br, gzip", true},
		{"by the new name", large, "application/graphql-response+json", "gzip", true},
		{"small", small, "application/json", "gzip", false},
		{"not asked for", large, "application/json", "", false},
		{"refused", large, "application/json", "gzip; q=0.0, identity", false},
		{"a stream", large, "text/event-stream", "gzip", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h, err := compressed(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", tt.kind)
				w.WriteHeader(http.StatusAccepted)
				_, _ = w.Write([]byte(tt.body))
			}))
			if err != nil {
				t.Fatal(err)
			}
			got := serveOne(t, h, "GET", "/", map[string]string{"Accept-Encoding": tt.accepted})
			body := io.Reader(got.Body)
			if packed := got.Header.Get("Content-Encoding") == "gzip"; packed != tt.packed {
				t.Fatalf("packed %v, want %v", packed, tt.packed)
			}
			if tt.packed {
				unpacked, err := gzip.NewReader(body)
				if err != nil {
					t.Fatal(err)
				}
				body = unpacked
			}
			read, err := io.ReadAll(body)
			if err != nil || string(read) != tt.body || got.StatusCode != http.StatusAccepted {
				t.Errorf("%d, %d bytes, %v; want %d", got.StatusCode, len(read), err, len(tt.body))
			}
			if vary := got.Header.Get("Vary"); vary != "Accept-Encoding" {
				t.Errorf("Vary is %q", vary)
			}
		})
	}
}
