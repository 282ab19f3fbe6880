package resolvers_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

const drawing = `{ truncated nodes { id kind label degree region node { __typename } }
	edges { id kind source target weight role asWritten relation reform { date } evidence { quote } } }`

// labels are the labels of a drawing's nodes.
func labels(drawn any) []string {
	got := []string{}
	for _, n := range drawn.(map[string]any)["nodes"].([]any) {
		got = append(got, n.(map[string]any)["label"].(string))
	}
	return got
}

func TestNeighborhood(t *testing.T) {
	h := newHandler(t, east(), north())
	task := graph.TaskID(east().ID(), "1.2").String()
	tests := []struct {
		name, args string
		want       []string
		truncated  bool
	}{
		{"nothing", `depth: 0`, []string{"推动技术成果转化"}, false},
		{
			"departments", `kinds: [DEPARTMENT]`, []string{"推动技术成果转化", "市市场监管局", "市科技局"}, false,
		},
		{
			"through departments", `kinds: [DEPARTMENT, TASK], edgeKinds: [RESPONSIBLE], depth: 2`,
			[]string{"推动技术成果转化", "市市场监管局", "市科技局", "完善网上贸易标准", "规范商圈服务"}, false,
		},
		{"cut", `kinds: [DEPARTMENT], limit: 2`, []string{"推动技术成果转化", "市市场监管局"}, true},
		{"no kinds", `kinds: []`, []string{"推动技术成果转化"}, false},
		{"no edges", `edgeKinds: []`, []string{"推动技术成果转化"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := get(t, h, `{ neighborhood(id: "`+task+`", `+test.args+`) `+drawing+` }`, nil)
			drawn := data["neighborhood"].(map[string]any)
			if diff := cmp.Diff(test.want, labels(drawn)); diff != "" {
				t.Errorf("nodes (-want +got)\n%s", diff)
			}
			if drawn["truncated"] != test.truncated {
				t.Errorf("truncated = %v", drawn["truncated"])
			}
			wholeEdges(t, drawn)
		})
	}
	wantData(t, h, `{ neighborhood(id: "task:nothing") { truncated nodes { id } edges { id } } }`, nil,
		`{"neighborhood": {"truncated": false, "nodes": [], "edges": []}}`)
}

// wholeEdges fails unless every edge has both its ends in the drawing.
func wholeEdges(t *testing.T, drawn map[string]any) {
	t.Helper()
	var ids []any
	for _, n := range drawn["nodes"].([]any) {
		ids = append(ids, n.(map[string]any)["id"])
	}
	for _, e := range drawn["edges"].([]any) {
		edge := e.(map[string]any)
		if !slices.Contains(ids, edge["source"]) || !slices.Contains(ids, edge["target"]) {
			t.Errorf("edge %v has an end outside", edge["id"])
		}
	}
}

func TestSubgraph(t *testing.T) {
	h := newHandler(t, east(), north())
	eastID, northID := east().ID().String(), north().ID().String()
	const plans = `kinds: [DOCUMENT]`
	tests := []struct {
		name, args string
		want       []string
		truncated  bool
	}{
		{"all", plans, []string{"东州市标准化规划", "北江市标准化行动计划", "全国标准化纲领"}, false},
		{"region", plans + `, regions: ["330100"]`, []string{"东州市标准化规划", "全国标准化纲领"}, false},
		{
			"document", plans + `, documents: ["` + northID + `"]`,
			[]string{"东州市标准化规划", "北江市标准化行动计划", "全国标准化纲领"}, false,
		},
		{"both", plans + `, regions: ["330100"], documents: ["` + northID + `"]`, []string{}, false},
		{"no document", plans + `, documents: ["junk"]`, []string{}, false},
		{"cut", plans + `, limit: 1`, []string{"东州市标准化规划"}, true},
		{
			"what a cited plan states stays out", `kinds: [TASK], documents: ["` + northID + `"]`,
			[]string{"健全电商标准", "建设检测平台"}, false,
		},
		{
			"departments", `kinds: [DEPARTMENT], documents: ["` + eastID + `"]`,
			[]string{"市市场监管局", "市商务局", "市人民政府", "市科技局"}, false,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			drawn := get(t, h, `{ subgraph(`+test.args+`) `+drawing+` }`, nil)["subgraph"].(map[string]any)
			if diff := cmp.Diff(test.want, labels(drawn)); diff != "" {
				t.Errorf("nodes (-want +got)\n%s", diff)
			}
			if drawn["truncated"] != test.truncated {
				t.Errorf("truncated = %v", drawn["truncated"])
			}
			wholeEdges(t, drawn)
		})
	}
}

// TestSubgraphCounts counts what the limit leaves out too, but not the kinds that were not asked for.
func TestSubgraphCounts(t *testing.T) {
	h := newHandler(t, east(), north())
	task := graph.TaskID(east().ID(), "1.2").String()
	wantData(t, h, `query ($id: ID!) {
		all: subgraph(kinds: [DOCUMENT, TASK, TARGET], limit: 1) { counts { kind count } }
		near: neighborhood(id: $id, kinds: [DEPARTMENT], limit: 1) { counts { kind count } }
		none: neighborhood(id: "task:nothing") { counts { kind count } }
	}`, vars{"id": task}, `{
		"all": {"counts": [{"kind": "DOCUMENT", "count": 3}, {"kind": "TASK", "count": 5}, {"kind": "TARGET", "count": 3}]},
		"near": {"counts": [{"kind": "TASK", "count": 1}, {"kind": "DEPARTMENT", "count": 2}]},
		"none": {"counts": []}
	}`)
}

func TestDrawnEdges(t *testing.T) {
	h := newHandler(t, east())
	task := graph.TaskID(east().ID(), "1.2").String()
	wantData(t, h, `query ($id: ID!) {
		carried: neighborhood(id: $id, edgeKinds: [RESPONSIBLE]) {
			nodes { label kind degree region node { __typename } }
			edges { kind weight role asWritten relation reform { date } evidence { quote } }
		}
		cited: subgraph(kinds: [DOCUMENT]) { edges { kind role asWritten relation evidence { quote } } }
	}`, vars{"id": task}, `{
		"carried": {
			"nodes": [
				{"label": "推动技术成果转化", "kind": "TASK", "degree": 5, "region": "330100",
				 "node": {"__typename": "Task"}},
				{"label": "市市场监管局", "kind": "DEPARTMENT", "degree": 5, "region": "330100",
				 "node": {"__typename": "Department"}},
				{"label": "市科技局", "kind": "DEPARTMENT", "degree": 3, "region": "330100",
				 "node": {"__typename": "Department"}}
			],
			"edges": [
				{"kind": "RESPONSIBLE", "weight": null, "role": "RESPONSIBLE", "asWritten": "市科技局",
				 "relation": null, "reform": null, "evidence": [{"quote": "责任单位：市科技局"}]},
				{"kind": "RESPONSIBLE", "weight": null, "role": "RESPONSIBLE", "asWritten": "市市场监管局",
				 "relation": null, "reform": null, "evidence": [{"quote": "责任单位：市市场监管局"}]}
			]
		},
		"cited": {"edges": [{"kind": "CITES", "role": null, "asWritten": null, "relation": "CITES",
			"evidence": [{"quote": "《全国标准化纲领》国发〔2019〕7号"}]}]}
	}`)
}
