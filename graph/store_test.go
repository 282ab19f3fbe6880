package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// twoPlans are plans of two cities with a unit of the same function in each.
func twoPlans() (a, b graphtest.Plan) {
	a = graphtest.Plan{
		Title: "甲市标准化行动计划", Number: "甲政发〔2020〕1号", Region: "330100", RegionName: "甲市",
		Issued: "2020-05-01",
		Tasks: []graphtest.Task{{
			Heading: "推进数字标准",
			Units: []graphtest.Unit{
				{Name: "市科技局", Function: "science-technology", Role: graph.RoleLead},
				{
					Name: "市商务局", Function: "commerce", Role: graph.RoleSupport,
					Confidence: graph.Medium,
				},
			},
			Topics: []string{"digital-economy"},
			Targets: []graphtest.Target{{
				Metric: "国家标准", Value: 20, Unit: "项", Deadline: 2022, Confidence: graph.Low,
			}},
			Bodies: []string{"ISO/TC268"},
		}},
		Cites: []graphtest.Citation{{Title: "标准化纲要", Number: "国发〔2015〕13号"}},
	}
	b = graphtest.Plan{
		Title: "乙市标准化行动计划", Region: "320500", RegionName: "乙市", Issued: "2021-03-02",
		Tasks: []graphtest.Task{{
			Heading: "发展农业标准",
			Units:   []graphtest.Unit{{Name: "市科技局", Function: "science-technology"}},
			Topics:  []string{"agriculture", "digital-economy"},
		}},
		Cites: []graphtest.Citation{{Title: "标准化纲要"}},
	}
	return a, b
}

func TestStoreAnswers(t *testing.T) {
	s := graphtest.Open(t)
	a, b := twoPlans()
	graphtest.Put(t, s, a)
	before := s.View()
	graphtest.Put(t, s, b)
	v, ctx := s.View(), t.Context()

	docs, err := v.IDs(ctx, graph.KindDocument)
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := v.Nodes(ctx, docs)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, n := range nodes {
		titles = append(titles, n.(*graph.Document).Title)
	}
	want := []string{"标准化纲要", "乙市标准化行动计划", "甲市标准化行动计划"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	old, err := before.IDs(ctx, graph.KindDocument)
	if err != nil || len(old) != 2 {
		t.Errorf("the earlier view has %d documents, %v; want 2", len(old), err)
	}

	task := graph.TaskID(a.ID(), "1.1")
	got, err := v.Neighbors(ctx, []graph.ID{task}, graph.Out, graph.Responsible)
	if err != nil {
		t.Fatal(err)
	}
	science := graph.DepartmentID("330100", "甲市科技局")
	commerce := graph.DepartmentID("330100", "甲市商务局")
	wantUnits := [][]graph.Neighbor{{
		{ID: science, Kind: graph.Responsible, Role: graph.RoleLead},
		{
			ID: commerce, Kind: graph.Responsible, Order: 1, Role: graph.RoleSupport,
			Confidence: graph.Medium,
		},
	}}
	if diff := cmp.Diff(wantUnits, got); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
	graphtest.Remove(t, s, a)
	stats, err := s.View().Stats(ctx)
	if err != nil || stats.Nodes[graph.KindTask] != 1 || stats.Nodes[graph.KindDocument] != 1 {
		t.Errorf("stats %v, %v", stats, err)
	}
}
