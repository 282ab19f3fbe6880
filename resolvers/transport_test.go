package resolvers_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHTTP holds the rules of GraphQL over HTTP, as the audit suite of npm's graphql-http has them.
func TestHTTP(t *testing.T) {
	const oldType, newType = "application/json", "application/graphql-response+json"
	const good, bad = `{"query":"{ __typename }"}`, `{"query":"{ nothing }"}`
	const data, failed = `{"data":`, `{"errors":`
	h := newHandler(t)
	newOrAny := "text/html, " + newType + ";q=0.9, */*;q=0.1"
	longURL, large := "?query="+strings.Repeat("a", 101<<10), `{"query":"`+strings.Repeat(" ", 101<<10)+`"}`
	posts := []struct {
		name, accept, contentType, body string

		status int
		media  string
		want   string // the start of the body
	}{
		{"plain", "", oldType, good, 200, oldType, `{"data":{"__typename"`},
		{"utf-8", "", oldType + "; charset=UTF-8", good, 200, oldType, data},
		{"latin", "", oldType + "; charset=latin1", good, 415, oldType, failed},
		{"form", "", "application/x-www-form-urlencoded", "query={x}", 415, oldType, failed},
		{"no type", "", "", good, 415, oldType, failed},
		{"any response", "*/*", oldType, good, 200, oldType, data},
		{"new response", newType, oldType, good, 200, newType, data},
		{"new or any", newOrAny, oldType, good, 200, newType, data},
		{"html only", "text/html", oldType, good, 406, oldType, failed},
		{"invalid, old", oldType, oldType, bad, 200, oldType, failed},
		{"invalid, new", newType, oldType, bad, 400, newType, failed},
		{"no json", "", oldType, `{"query":`, 400, oldType, failed},
		{"two values", "", oldType, good + good, 400, oldType, failed},
		{"array", "", oldType, "[" + good + "]", 400, oldType, failed},
		{"null", "", oldType, "null", 400, oldType, failed},
		{"no query", "", oldType, `{}`, 400, oldType, failed},
		{"query no string", "", oldType, `{"query":1}`, 400, oldType, failed},
		{"variables no map", "", oldType, `{"query":"{x}","variables":"x"}`, 400, oldType, failed},
		{"large", "", oldType, large, 413, oldType, failed},
	}
	for _, test := range posts {
		t.Run("POST "+test.name, func(t *testing.T) {
			body := strings.NewReader(test.body)
			req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", body)
			setUnlessEmpty(req, "Accept", test.accept)
			setUnlessEmpty(req, "Content-Type", test.contentType)
			wantResponse(t, h, req, test.status, test.media, test.want)
		})
	}
	others := []struct {
		name, method, url string
		status            int
		want              string
	}{
		{"query", "GET", "?query={__typename}", 200, data},
		{"variables", "GET", "?variables={}&query={__typename}", 200, data},
		{"bad variables", "GET", "?variables=x&query={__typename}", 400, failed},
		{"no query", "GET", "", 400, failed},
		{"long url", "GET", longURL, 414, failed},
		{"query", "PUT", "?query={__typename}", 405, failed},
		{"query", "DELETE", "?query={__typename}", 405, failed},
	}
	for _, test := range others {
		t.Run(test.method+" "+test.name, func(t *testing.T) {
			req := httptest.NewRequestWithContext(t.Context(), test.method, "/graphql"+test.url, nil)
			wantResponse(t, h, req, test.status, oldType, test.want)
		})
	}
}

// setUnlessEmpty sets a header that is not empty.
func setUnlessEmpty(req *http.Request, name, value string) {
	if value != "" {
		req.Header.Set(name, value)
	}
}

// wantResponse compares status, media type and the start of the body.
func wantResponse(
	t *testing.T, h http.Handler, req *http.Request, status int, media, start string,
) {
	t.Helper()
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	if got := rec.Header().Get("Content-Type"); rec.Code != status || got != media+"; charset=utf-8" {
		t.Errorf("got %d %s, want %d %s: %s", rec.Code, got, status, media, rec.Body)
	}
	body := rec.Body.String()
	if !strings.HasPrefix(body, start) || strings.Contains(body, `"data":null`) {
		t.Errorf("body %s, want it to begin with %s and have no null data", body, start)
	}
}

// TestPersistedQuery names a query by its hash once the server has seen it.
func TestPersistedQuery(t *testing.T) {
	h := newHandler(t)
	const query = "{ __typename }"
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(query)))
	extensions := fmt.Sprintf(`{"persistedQuery":{"version":1,"sha256Hash":%q}}`, hash)
	send := func(query string) answer {
		t.Helper()
		parameters := url.Values{"extensions": {extensions}}
		if query != "" {
			parameters.Set("query", query)
		}
		target := "/graphql?" + parameters.Encode()
		req := httptest.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, req)
		var a answer
		if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		return a
	}
	if a := send(""); a.code() != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("an unknown hash: %+v", a)
	}
	want := any(map[string]any{"__typename": "Query"})
	for _, query := range []string{query, ""} {
		if diff := cmp.Diff(want, send(query).Data); diff != "" {
			t.Errorf("with query %q (-want +got)\n%s", query, diff)
		}
	}
}
