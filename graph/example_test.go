package graph_test

import (
	"context"
	"fmt"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// The facts of a text are put as a whole; a view then answers for many ids at once.
func Example() {
	store, err := graph.Open("", graph.Options{InMemory: true})
	if err != nil {
		panic(err)
	}
	defer store.Close()

	plan := graphtest.Plan{
		Title: "标准化行动计划", Number: "甲政发〔2020〕1号", Region: "330100", RegionName: "甲市",
		Tasks: []graphtest.Task{{
			Heading: "推进数字标准",
			Units:   []graphtest.Unit{{Name: "市科技局", Role: graph.RoleLead}},
		}},
	}
	ctx := context.Background()
	if err := store.Apply(ctx, graph.Batch{Put: []graph.Facts{plan.Facts()}}); err != nil {
		panic(err)
	}

	view := store.View()
	tasks, err := view.IDs(ctx, graph.KindTask)
	if err != nil {
		panic(err)
	}
	units, err := view.Neighbors(ctx, tasks, graph.Out, graph.Responsible)
	if err != nil {
		panic(err)
	}
	edge := graph.EdgeKey{From: tasks[0], Kind: graph.Responsible, To: units[0][0].ID}
	edges, err := view.Edges(ctx, []graph.EdgeKey{edge})
	if err != nil {
		panic(err)
	}
	briefs, err := view.Briefs(ctx, []graph.ID{edge.From, edge.To})
	if err != nil {
		panic(err)
	}
	evidence := edges[0].Evidence[0]
	fmt.Println(briefs[0].Label, edges[0].Role, briefs[1].Label)
	fmt.Println(evidence.Quote, evidence.Start, evidence.End)
	// Output:
	// 推进数字标准 LEAD 市科技局
	// 责任单位：市科技局 37 46
}

func ExampleNormalName() {
	fmt.Println(graph.NormalName("国发[2015]13号") == graph.NormalName("国发〔2015〕13号"))
	fmt.Println(graph.NormalName("iso/tc 268") == graph.NormalName("ISO／TC268"))
	// Output:
	// true
	// true
}

func ExampleParseID() {
	id, err := graph.ParseID(graph.TopicID("digital-economy").String())
	fmt.Println(id, err, id.Kind())
	_, err = graph.ParseID("digital-economy")
	fmt.Println(err)
	// Output:
	// topic:trs3x20kdq6qvsw2hgn1xpkb <nil> TOPIC
	// graph: parse "digital-economy": not a node id
}
