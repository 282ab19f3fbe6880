package main

import (
	"net"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/policygraph/policygraph/web"
)

// site is what the server serves.
type site struct {
	graphql http.Handler
	metrics *metrics
	ready   atomic.Bool // the store holds what it should: /healthz says so
	origins []string    // whose pages may read the API; * for all
	hosts   []string    // names the server answers to; none for all
}

// handler routes requests: the API at /graphql, /healthz, /metrics, and the pages elsewhere.
func (s *site) handler() (http.Handler, error) {
	pages, err := web.Handler()
	if err != nil {
		return nil, err
	}
	api, err := compressed(s.graphql)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.metrics.measured("graphql", s.shared(api)))
	mux.Handle("GET /healthz", http.HandlerFunc(s.health))
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.Handle("/", s.metrics.measured("page", pages))
	return s.named(secured(mux)), nil
}

// health answers 200 when the server is ready, and 503 while it loads.
func (s *site) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	text := "ready\n"
	if !s.ready.Load() {
		w.WriteHeader(http.StatusServiceUnavailable)
		text = "loading\n"
	}
	_, _ = w.Write([]byte(text))
}

// secured sets the headers that keep a browser from doing more with a response than it should.
// Pages replace the content policy by their own.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// shared lets pages of other origins read the responses, if they are among the allowed (CORS).
// Without --cors-origin none are: a dashboard elsewhere has to be named.
func (s *site) shared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, origin := w.Header(), r.Header.Get("Origin")
		h.Add("Vary", "Origin")
		allowed := origin != "" && (slices.Contains(s.origins, "*") || slices.Contains(s.origins, origin))
		if allowed {
			h.Set("Access-Control-Allow-Origin", origin)
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		}
		if r.Method != http.MethodOptions {
			next.ServeHTTP(w, r)
			return
		}
		h.Set("Allow", "GET, POST, OPTIONS")
		if allowed {
			h.Set("Access-Control-Allow-Methods", "GET, POST")
			h.Set("Access-Control-Allow-Headers", "Content-Type, Accept, Authorization")
			h.Set("Access-Control-Max-Age", "86400")
		}
		w.WriteHeader(http.StatusNoContent)
	})
}

// named refuses requests for hosts that the server is not. A page of a stranger's could otherwise
// let its own name point to this machine and read what is served to nobody else (DNS rebinding).
func (s *site) named(next http.Handler) http.Handler {
	if len(s.hosts) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(s.hosts, hostName(r.Host)) {
			const reason = "this server does not answer to that host; see --host"
			http.Error(w, reason, http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostName is a Host header without its port, in lower case.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

// answersTo are the names that a server at an address answers to: on loopback those of this
// machine and the ones given, elsewhere the ones given, or any if there are none.
func answersTo(addr net.Addr, given []string) []string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsLoopback() {
		return given
	}
	return append([]string{"localhost", "127.0.0.1", "::1", tcp.IP.String()}, given...)
}
