package resolvers_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/resolvers"
)

// newHandler serves a graph of the plans.
func newHandler(tb testing.TB, plans ...graphtest.Plan) http.Handler {
	tb.Helper()
	return serve(newStore(tb, plans...))
}

// newStore is a store of the plans.
func newStore(tb testing.TB, plans ...graphtest.Plan) *graph.Store {
	tb.Helper()
	s := graphtest.Open(tb)
	graphtest.Put(tb, s, plans...)
	return s
}

// serve serves a store. It knows a region that no plan of these tests belongs to, 110000, and the
// Traditional characters that they use.
func serve(s *graph.Store) http.Handler {
	return resolvers.NewHandler(&resolvers.Resolver{
		View:        func() graph.Reader { return s.View() },
		KnownRegion: func(code string) bool { return code == "110000" },
		Simplify: func(r rune) rune {
			traditional, simplified := []rune("標準達項動計劃務"), []rune("标准达项动计划务")
			if i := slices.Index(traditional, r); i >= 0 {
				return simplified[i]
			}
			return r
		},
	}, resolvers.DefaultLimits())
}

// answer is a response.
type answer struct {
	Data   any
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
}

// code is the code of the first error, "" if there is none.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

// vars are the variables of a query.
type vars = map[string]any

// ask posts a query and returns the answer, errors included.
func ask(tb testing.TB, h http.Handler, query string, v vars) answer {
	tb.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": v})
	if err != nil {
		tb.Fatal(err)
	}
	req := httptest.NewRequestWithContext(tb.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	var a answer
	if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil {
		tb.Fatalf("%s: %s", err, rec.Body)
	}
	return a
}

// get is the data that a query answers with; an error fails the test.
func get(tb testing.TB, h http.Handler, query string, v vars) map[string]any {
	tb.Helper()
	a := ask(tb, h, query, v)
	if len(a.Errors) > 0 {
		tb.Fatalf("%s\n%+v", query, a.Errors)
	}
	return a.Data.(map[string]any)
}

// wantData compares what a query answers with, given as JSON.
func wantData(tb testing.TB, h http.Handler, query string, v vars, want string) {
	tb.Helper()
	var w any
	if err := json.Unmarshal([]byte(want), &w); err != nil {
		tb.Fatal(err)
	}
	if diff := cmp.Diff(w, any(get(tb, h, query, v))); diff != "" {
		tb.Errorf("%s (-want +got)\n%s", query, diff)
	}
}
