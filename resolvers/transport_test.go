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

// The media types of responses.
const (
	plainJSON = "application/json; charset=utf-8"
	graphJSON = "application/graphql-response+json; charset=utf-8"
)

// TestHTTP holds the rules of GraphQL over HTTP, as the audit suite of npm's graphql-http has them.
func TestHTTP(t *testing.T) {
	const good, bad = `{"query":"{ __typename }"}`, `{"query":"{ nothing }"}`
	h := newHandler(t)
	tests := []struct {
		name, method, accept, contentType, url, body string

		status int
		media  string
		want   string // the start of the body
	}{
		{"post", "POST", "", "application/json", "", good, 200, plainJSON, `{"data":{"__typename"`},
		{"utf-8", "POST", "", "application/json; charset=UTF-8", "", good, 200, plainJSON, `{"data":`},
		{"latin", "POST", "", "application/json; charset=latin1", "", good, 415, plainJSON, `{"errors":`},
		{"form", "POST", "", "application/x-www-form-urlencoded", "", "query={x}", 415, plainJSON, `{"errors":`},
		{"no type", "POST", "", "", "", good, 415, plainJSON, `{"errors":`},
		{"any response", "POST", "*/*", "application/json", "", good, 200, plainJSON, `{"data":`},
		{"new response", "POST", "application/graphql-response+json", "application/json", "", good, 200, graphJSON, `{"data":`},
		{"two responses", "POST", "text/html, application/graphql-response+json;q=0.9, */*;q=0.1", "application/json", "", good, 200, graphJSON, `{"data":`},
		{"html only", "POST", "text/html", "application/json", "", good, 406, plainJSON, `{"errors":`},
		{"invalid, old", "POST", "application/json", "application/json", "", bad, 200, plainJSON, `{"errors":`},
		{"invalid, new", "POST", "application/graphql-response+json", "application/json", "", bad, 400, graphJSON, `{"errors":`},
		{"no json", "POST", "", "application/json", "", `{"query":`, 400, plainJSON, `{"errors":`},
		{"two values", "POST", "", "application/json", "", good + good, 400, plainJSON, `{"errors":`},
		{"array", "POST", "", "application/json", "", "[" + good + "]", 400, plainJSON, `{"errors":`},
		{"null", "POST", "", "application/json", "", "null", 400, plainJSON, `{"errors":`},
		{"no query", "POST", "", "application/json", "", `{}`, 400, plainJSON, `{"errors":`},
		{"query no string", "POST", "", "application/json", "", `{"query":1}`, 400, plainJSON, `{"errors":`},
		{"variables no map", "POST", "", "application/json", "", `{"query":"{x}","variables":"x"}`, 400, plainJSON, `{"errors":`},
		{"get", "GET", "", "", "?query={__typename}", "", 200, plainJSON, `{"data":`},
		{"get with variables", "GET", "", "", "?variables={}&query={__typename}", "", 200, plainJSON, `{"data":`},
		{"get bad variables", "GET", "", "", "?variables=x&query={__typename}", "", 400, plainJSON, `{"errors":`},
		{"get no query", "GET", "", "", "", "", 400, plainJSON, `{"errors":`},
		{"long url", "GET", "", "", "?query=" + strings.Repeat("a", 101<<10), "", 414, plainJSON, `{"errors":`},
		{"put", "PUT", "", "application/json", "", good, 405, plainJSON, `{"errors":`},
		{"large", "POST", "", "application/json", "", `{"query":"` + strings.Repeat(" ", 101<<10) + `"}`, 413, plainJSON, `{"errors":`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			req := httptest.NewRequestWithContext(
				t.Context(), test.method, "/graphql"+test.url, strings.NewReader(test.body))
			if test.accept != "" {
				req.Header.Set("Accept", test.accept)
			}
			if test.contentType != "" {
				req.Header.Set("Content-Type", test.contentType)
			}
			rec := httptest.NewRecorder()
			h.ServeHTTP(rec, req)
			if rec.Code != test.status || rec.Header().Get("Content-Type") != test.media {
				t.Errorf("got %d %s, want %d %s: %s",
					rec.Code, rec.Header().Get("Content-Type"), test.status, test.media, rec.Body)
			}
			if body := rec.Body.String(); !strings.HasPrefix(body, test.want) || strings.Contains(body, `"data":null`) {
				t.Errorf("body %s, want it to begin with %s and have no null data", body, test.want)
			}
		})
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
		req := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?"+parameters.Encode(), nil)
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
