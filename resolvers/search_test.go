package resolvers_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/resolvers"
	"github.com/policygraph/policygraph/search"
)

// serveSearch serves a graph of the plans with a search index.
func serveSearch(tb testing.TB, plans ...graphtest.Plan) http.Handler {
	tb.Helper()
	s := newStore(tb, plans...)
	x, err := search.Open("", search.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := x.Close(); err != nil {
			tb.Error(err)
		}
	})
	return resolvers.NewHandler(&resolvers.Resolver{
		View:        func() graph.Reader { return s.View() },
		Search:      x,
		KnownRegion: func(code string) bool { return code == "320000" },
	}, resolvers.DefaultLimits())
}

func TestSearch(t *testing.T) {
	h := serveSearch(t, east(), north())
	for _, test := range []struct{ name, args, want string }{
		{"a heading", `query: "技术成果" kinds: [TASK]`,
			`[{"kind": "TASK", "highlight": "推动**技术成果**转化", "node": {"heading": "推动技术成果转化"}}]`},
		{"a number in other brackets", `query: "国发[2019] 7号"`,
			`[{"kind": "DOCUMENT", "highlight": "**国发〔2019〕7号**", "node": {"number": "国发〔2019〕7号"}}]`},
		{"of a region", `query: "标准化" kinds: [DOCUMENT] regions: ["320000"]`,
			`[{"kind": "DOCUMENT", "highlight": "北江市**标准化**行动计划", "node": {"number": "北政办发〔2021〕9号"}}]`},
		{"of no kind", `query: "标准化" kinds: []`, `null`},
		{"nothing", `query: "航空母舰"`, `null`},
	} {
		t.Run(test.name, func(t *testing.T) {
			wantData(t, h, `{ search(`+test.args+`) { nodes { kind highlight node {
				... on Task { heading } ... on Document { number } } } } }`, nil,
				`{"search": {"nodes": `+strings.Replace(test.want, "null", "[]", 1)+`}}`)
		})
	}
}

func TestSearchPages(t *testing.T) {
	h := serveSearch(t, long(130))
	const query = `query($after: String, $first: Int) {
		search(query: "项", kinds: [TASK], first: $first, after: $after) {
			edges { cursor node { node { id } score } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount
		} }`
	ids := func(first int) (ids []any) {
		v := vars{"first": first}
		for {
			page := get(t, h, query, v)["search"].(map[string]any)
			info := page["pageInfo"].(map[string]any)
			for _, e := range page["edges"].([]any) {
				ids = append(ids, e.(map[string]any)["node"].(map[string]any)["node"].(map[string]any)["id"])
			}
			if got := info["hasPreviousPage"]; got != (v["after"] != nil) {
				t.Errorf("hasPreviousPage is %v after %v", got, v["after"])
			}
			if page["totalCount"] != 130.0 {
				t.Errorf("totalCount is %v, want 130", page["totalCount"])
			}
			if info["hasNextPage"] == false {
				return ids
			}
			v["after"] = info["endCursor"]
		}
	}
	want := ids(200)
	if len(want) != 130 {
		t.Fatalf("%d hits, want 130", len(want))
	}
	if diff := cmp.Diff(want, ids(31)); diff != "" {
		t.Errorf("pages of 31 (-want +got):\n%s", diff)
	}
}

func TestSearchRefuses(t *testing.T) {
	h := serveSearch(t, east())
	other := get(t, h, `{ documents { pageInfo { endCursor } } }`, nil)
	cursor := other["documents"].(map[string]any)["pageInfo"].(map[string]any)["endCursor"].(string)
	for _, test := range []struct{ name, args string }{
		{"an empty query", `query: ""`},
		{"a blank query", `query: "　 "`},
		{"a long query", `query: "` + strings.Repeat("标", search.MaxQuery+1) + `"`},
		{"an unknown region", `query: "标准" regions: ["999999"]`},
		{"a negative page", `query: "标准" first: -1`},
		{"a page too large", `query: "标准" first: 201`},
		{"no cursor", `query: "标准" after: "x"`},
		{"a cursor of another list", `query: "标准" after: "` + cursor + `"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := ask(t, h, `{ search(`+test.args+`) { totalCount } }`, nil)
			if a.code() != "BAD_USER_INPUT" {
				t.Errorf("code %q, want BAD_USER_INPUT: %+v", a.code(), a.Errors)
			}
		})
	}
}
