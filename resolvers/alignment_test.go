package resolvers_test

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/resolvers"
)

// compared are two plans with two matters in common: freight and tourism.
func compared() []graphtest.Plan {
	return []graphtest.Plan{
		{
			Title: "东州市标准化规划", Region: "330100", RegionName: "东州市",
			Tasks: []graphtest.Task{
				{
					Heading: "发展冷链物流标准", Topics: []string{"logistics", "commerce"},
					Units:   []graphtest.Unit{commerce, market},
					Targets: []graphtest.Target{{Metric: "培育国家级、省级物流示范园区", Value: 3, Unit: "个"}},
				},
				{Heading: "规范景区旅游服务", Topics: []string{"tourism"}, Units: []graphtest.Unit{market}},
				{Heading: "培养专业人才队伍", Topics: []string{"talent"}, Units: []graphtest.Unit{science}},
			},
		},
		{
			Title: "北江市标准化行动计划", Region: "320500", RegionName: "北江市",
			Tasks: []graphtest.Task{
				{Heading: "提升景区旅游标准", Topics: []string{"tourism"}, Units: []graphtest.Unit{market, science}},
				{
					Heading: "完善冷链物流网络", Topics: []string{"logistics"}, Units: []graphtest.Unit{commerce},
					Targets: []graphtest.Target{
						{Metric: "北江市物流示范园区", Value: 5, Unit: "个"},
						{Metric: "冷链覆盖率", Value: 80, Unit: "%"},
					},
				},
				{Heading: "保护海洋环境", Topics: []string{"marine"}, Units: []graphtest.Unit{science}},
			},
		},
		{
			Title: "西省标准化意见", Region: "340000", RegionName: "西省",
			Tasks: []graphtest.Task{{Heading: "加大财政资金投入", Topics: []string{"funding"}}},
		},
	}
}

// aligned serves a graph of plans with an index of alignments.
func aligned(tb testing.TB, plans ...graphtest.Plan) http.Handler {
	tb.Helper()
	s := newStore(tb, plans...)
	return resolvers.NewHandler(&resolvers.Resolver{
		View: func() graph.Reader { return s.View() }, Alignment: align.New(nil),
	}, resolvers.DefaultLimits())
}

// taskID is the id of the n-th task of a plan, from 1.
func taskID(p graphtest.Plan, path string) string { return graph.TaskID(p.ID(), path).String() }

func TestAlignedWith(t *testing.T) {
	plans := compared()
	h := aligned(t, plans...)
	const query = `query($id: ID!, $first: Int, $regions: [String!], $least: Float) {
		node(id: $id) { ... on Task { alignedWith(first: $first, regions: $regions, minScore: $least) {
			task { heading } sharedTopics { slug } sharedFunctions { slug } sharedTerms
		} } }
	}`
	freight := taskID(plans[0], "1.1")
	const found = `{"node": {"alignedWith": [{
		"task": {"heading": "完善冷链物流网络"}, "sharedTopics": [{"slug": "logistics"}],
		"sharedFunctions": [{"slug": "commerce"}], "sharedTerms": ["冷链物流"]
	}]}}`
	const none = `{"node": {"alignedWith": []}}`
	tests := []struct {
		name string
		args vars
		want string
	}{
		{"a counterpart and why", vars{"id": freight, "first": 10}, found},
		{"of a region", vars{"id": freight, "first": 1, "regions": []string{"320500"}}, found},
		{"of another region", vars{"id": freight, "first": 1, "regions": []string{"340000"}}, none},
		{"of no region", vars{"id": freight, "first": 1, "regions": []string{}}, none},
		{"none asked for", vars{"id": freight, "first": 0}, none},
		{"a score that none has", vars{"id": freight, "first": 1, "least": 1}, none},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantData(t, h, query, test.args, test.want) })
	}
}

func TestAlignmentIsMutual(t *testing.T) {
	plans := compared()
	h := aligned(t, plans...)
	const query = `query($id: ID!) { node(id: $id) { ... on Task { alignedWith(first: 1) { score } } } }`
	score := func(id string) any {
		node := get(t, h, query, vars{"id": id})["node"].(map[string]any)
		return node["alignedWith"].([]any)[0].(map[string]any)["score"]
	}
	there, back := score(taskID(plans[0], "1.1")), score(taskID(plans[1], "1.2"))
	if there != back {
		t.Errorf("score %v one way, %v the other", there, back)
	}
}

func TestSharedTasks(t *testing.T) {
	h := aligned(t, compared()...)
	const query = `query($f: SharedTaskFilter!, $first: Int, $after: String) {
		sharedTasks(filter: $f, first: $first, after: $after) {
			totalCount pageInfo { hasNextPage endCursor } nodes {
				tasks { heading } regions { code } departments { fullName }
				sharedFunctions { slug } topics { slug }
			}
		}
	}`
	both := vars{"regions": []string{"320500", "330100"}, "functions": []string{"commerce"}}
	t.Run("with those who carry them", func(t *testing.T) {
		wantData(t, h, query, vars{"f": both}, `{"sharedTasks": {
			"totalCount": 1, "pageInfo": {"hasNextPage": false, "endCursor": `+
			endCursor(t, h, query, vars{"f": both})+`}, "nodes": [{
				"tasks": [{"heading": "完善冷链物流网络"}, {"heading": "发展冷链物流标准"}],
				"regions": [{"code": "320500"}, {"code": "330100"}],
				"departments": [
					{"fullName": "北江市商务局"}, {"fullName": "东州市商务局"}, {"fullName": "东州市市场监管局"}
				],
				"sharedFunctions": [{"slug": "commerce"}], "topics": [{"slug": "logistics"}]
			}]
		}}`)
	})
	t.Run("page by page", func(t *testing.T) {
		args := vars{"f": vars{"regions": []string{"320500", "330100"}}, "first": 1}
		var seen []string
		for range 5 {
			page := get(t, h, query, args)["sharedTasks"].(map[string]any)
			for _, n := range page["nodes"].([]any) {
				first := n.(map[string]any)["tasks"].([]any)[0].(map[string]any)
				seen = append(seen, first["heading"].(string))
			}
			info := page["pageInfo"].(map[string]any)
			if info["hasNextPage"] == false {
				break
			}
			args["after"] = info["endCursor"]
		}
		if len(seen) != 2 || seen[0] == seen[1] {
			t.Errorf("pages hold %v, want two shared tasks", seen)
		}
	})
}

// endCursor is the end of a page of shared tasks, as JSON.
func endCursor(t *testing.T, h http.Handler, query string, v vars) string {
	t.Helper()
	page := get(t, h, query, v)["sharedTasks"].(map[string]any)
	return `"` + page["pageInfo"].(map[string]any)["endCursor"].(string) + `"`
}

func TestCompareRegions(t *testing.T) {
	h := aligned(t, compared()...)
	wantData(t, h, `{ compareRegions(regions: ["330100", "320500"]) {
		regions { code }
		topics { topic { slug } tasks { region { code } count tasks { heading } } }
		functions { function { slug } tasks { count } }
		targets { metric targets { value region { code } } }
		sharedTasks { tasks { path } }
	} }`, nil, `{"compareRegions": {
		"regions": [{"code": "330100"}, {"code": "320500"}],
		"topics": [
			{"topic": {"slug": "logistics"}, "tasks": [
				{"region": {"code": "330100"}, "count": 1, "tasks": [{"heading": "发展冷链物流标准"}]},
				{"region": {"code": "320500"}, "count": 1, "tasks": [{"heading": "完善冷链物流网络"}]}
			]},
			{"topic": {"slug": "tourism"}, "tasks": [
				{"region": {"code": "330100"}, "count": 1, "tasks": [{"heading": "规范景区旅游服务"}]},
				{"region": {"code": "320500"}, "count": 1, "tasks": [{"heading": "提升景区旅游标准"}]}
			]},
			{"topic": {"slug": "commerce"}, "tasks": [
				{"region": {"code": "330100"}, "count": 1, "tasks": [{"heading": "发展冷链物流标准"}]},
				{"region": {"code": "320500"}, "count": 0, "tasks": []}
			]},
			{"topic": {"slug": "marine"}, "tasks": [
				{"region": {"code": "330100"}, "count": 0, "tasks": []},
				{"region": {"code": "320500"}, "count": 1, "tasks": [{"heading": "保护海洋环境"}]}
			]},
			{"topic": {"slug": "talent"}, "tasks": [
				{"region": {"code": "330100"}, "count": 1, "tasks": [{"heading": "培养专业人才队伍"}]},
				{"region": {"code": "320500"}, "count": 0, "tasks": []}
			]}
		],
		"functions": [
			{"function": {"slug": "market-regulation"}, "tasks": [{"count": 2}, {"count": 1}]},
			{"function": {"slug": "science-technology"}, "tasks": [{"count": 1}, {"count": 2}]},
			{"function": {"slug": "commerce"}, "tasks": [{"count": 1}, {"count": 1}]}
		],
		"targets": [{"metric": "物流示范园区", "targets": [
			{"value": 3, "region": {"code": "330100"}}, {"value": 5, "region": {"code": "320500"}}
		]}],
		"sharedTasks": [
			{"tasks": [{"path": "1.2"}, {"path": "1.1"}]}, {"tasks": [{"path": "1.1"}, {"path": "1.2"}]}
		]
	}}`)
}

func TestAlignedEdges(t *testing.T) {
	plans := compared()
	h := aligned(t, plans...)
	ends := vars{"a": taskID(plans[0], "1.1"), "b": taskID(plans[1], "1.2")}
	const around = `query($a: ID!, $b: ID!) {
		from: neighborhood(id: $a, edgeKinds: [ALIGNED_WITH]) { ...drawn }
		to: neighborhood(id: $b, edgeKinds: [ALIGNED_WITH]) { ...drawn }
		all: subgraph(kinds: [TASK], edgeKinds: [ALIGNED_WITH]) { nodes { label } edges { id kind weight } }
		stored: neighborhood(id: $a) { edges { kind } }
		stated: subgraph { edges { kind } }
		paths(from: $a, to: $b, via: [ALIGNED_WITH]) { length edges { kind weight evidence { quote } } }
	}
	fragment drawn on Subgraph { nodes { label } edges { id kind weight } }`
	data := get(t, h, around, ends)
	for _, name := range []string{"from", "to"} {
		drawn := data[name].(map[string]any)
		edges := drawn["edges"].([]any)
		if len(edges) != 1 || len(drawn["nodes"].([]any)) != 2 {
			t.Fatalf("%s: %v, want two tasks and the edge between them", name, drawn)
		}
		w, ok := edges[0].(map[string]any)["weight"].(float64)
		if !ok || w < align.DefaultMinScore || w > 1 {
			t.Errorf("%s: weight %v", name, edges[0])
		}
	}
	if edges := data["all"].(map[string]any)["edges"].([]any); len(edges) != 2 {
		t.Errorf("a subgraph of %v, want the two alignments", edges)
	}
	for _, name := range []string{"stored", "stated"} {
		for _, e := range data[name].(map[string]any)["edges"].([]any) {
			if e.(map[string]any)["kind"] == "ALIGNED_WITH" {
				t.Errorf("%s: an alignment among edges that it was not asked for", name)
			}
		}
	}
	paths := data["paths"].([]any)
	if len(paths) != 1 || paths[0].(map[string]any)["length"] != 1.0 {
		t.Errorf("paths %v, want one of one edge", paths)
	}
}

func TestComparisonRefuses(t *testing.T) {
	plans := compared()
	h := aligned(t, plans...)
	shared := func(filter string) string {
		return "{ sharedTasks(filter: {" + filter + "}) { totalCount } }"
	}
	const two = `regions: ["330100", "320500"]`
	task := `{ node(id: "` + taskID(plans[0], "1.1") + `") { ... on Task { `
	tests := []struct{ name, query, names string }{
		{"one region", `{ compareRegions(regions: ["330100"]) { regions { code } } }`, "regions"},
		{"a region twice", shared(`regions: ["330100", "330100"]`), "regions"},
		{"an unknown region", shared(`regions: ["330100", "999999"]`), "999999"},
		{"more regions than are asked about", shared(two + `, minRegions: 3`), "minRegions"},
		{"a score above 1", shared(two + `, minScore: 2`), "minScore"},
		{"too many", task + `alignedWith(first: 51) { score } } } }`, "first"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask(t, h, test.query, nil)
			if a.code() != "BAD_USER_INPUT" || !strings.Contains(a.Errors[0].Message, test.names) {
				t.Errorf("answer %+v, want BAD_USER_INPUT that names %q", a, test.names)
			}
		})
	}
}

func TestWithoutAlignment(t *testing.T) {
	plans := compared()
	s := newStore(t, plans...)
	h := resolvers.NewHandler(&resolvers.Resolver{
		View: func() graph.Reader { return s.View() }, Log: slog.New(slog.DiscardHandler),
	}, resolvers.DefaultLimits())
	const query = `query($id: ID!) { node(id: $id) { ... on Task { alignedWith { score } } } }`
	if a := ask(t, h, query, vars{"id": taskID(plans[0], "1.1")}); a.code() != "INTERNAL_SERVER_ERROR" {
		t.Errorf("answer %+v, want INTERNAL_SERVER_ERROR", a)
	}
}
