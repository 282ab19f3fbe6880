package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

func TestPaths(t *testing.T) {
	h := newHandler(t, east(), north())
	v := vars{
		"market":  graph.DepartmentID("330100", "东州市市场监管局").String(),
		"science": graph.DepartmentID("330100", "东州市科技局").String(),
		"other":   graph.DepartmentID("320500", "北江市市场监管局").String(),
		"none":    graph.DepartmentID("320500", "无").String(),
	}
	departments := get(t, h, `{ departments { nodes { id name region { code } } } }`, nil)
	for _, n := range departments["departments"].(map[string]any)["nodes"].([]any) {
		d := n.(map[string]any)
		switch d["name"].(string) + d["region"].(map[string]any)["code"].(string) {
		case market.Name + "330100":
			v["market"] = d["id"]
		case market.Name + "320500":
			v["other"] = d["id"]
		case science.Name + "330100":
			v["science"] = d["id"]
		}
	}
	const query = `query($market: ID!, $science: ID!, $other: ID!, $none: ID!) {
		tasks: paths(from: $market, to: $science, via: [RESPONSIBLE]) {
			length nodes { kind label } edges { kind role evidence { quote } }
		}
		function: paths(from: $market, to: $other, k: 1) { nodes { kind } edges { kind } }
		same: paths(from: $market, to: $market) { length nodes { kind } edges { kind } }
		apart: paths(from: $market, to: $other, via: []) { length }
		unknown: paths(from: $market, to: $none) { length }
		more: paths(from: $market, to: $science, k: 3) { length }
	}`
	got := get(t, h, query, v)
	tasks := got["tasks"].([]any)[0].(map[string]any)
	wantNodes := []any{
		map[string]any{"kind": "DEPARTMENT", "label": market.Name},
		map[string]any{"kind": "TASK", "label": "推动技术成果转化"},
		map[string]any{"kind": "DEPARTMENT", "label": science.Name},
	}
	if diff := cmp.Diff(wantNodes, tasks["nodes"].([]any)); diff != "" {
		t.Errorf("nodes of the path over a shared task (-want +got):\n%s", diff)
	}
	for _, e := range tasks["edges"].([]any) {
		edge := e.(map[string]any)
		if len(edge["evidence"].([]any)) == 0 || edge["role"] != "RESPONSIBLE" {
			t.Errorf("an edge without evidence or role: %v", edge)
		}
	}
	delete(got, "tasks")
	want := map[string]any{
		"function": []any{map[string]any{
			"nodes": []any{kind("DEPARTMENT"), kind("FUNCTION"), kind("DEPARTMENT")},
			"edges": []any{kind("HAS_FUNCTION"), kind("HAS_FUNCTION")},
		}},
		"same":    []any{map[string]any{"length": 0.0, "nodes": []any{kind("DEPARTMENT")}, "edges": []any{}}},
		"apart":   []any{},
		"unknown": []any{},
		"more":    []any{length(2), length(2), length(4)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

func kind(name string) map[string]any { return map[string]any{"kind": name} }
func length(n float64) map[string]any { return map[string]any{"length": n} }

func TestPathsRefuses(t *testing.T) {
	h := newHandler(t, east())
	for _, test := range []struct{ name, args string }{
		{"no depth", `maxDepth: 0`}, {"too deep", `maxDepth: 11`}, {"no path", `k: 0`}, {"too many", `k: 51`},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := ask(t, h, `{ paths(from: "x", to: "y", `+test.args+`) { length } }`, nil)
			if a.code() != "BAD_USER_INPUT" {
				t.Errorf("code %q, want BAD_USER_INPUT: %+v", a.code(), a.Errors)
			}
		})
	}
}
