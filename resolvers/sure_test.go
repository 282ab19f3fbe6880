package resolvers_test

import (
	"testing"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// doubtful is the plan of a city in which not all is sure.
func doubtful() graphtest.Plan {
	unsure := func(u graphtest.Unit, c graph.Confidence) graphtest.Unit {
		u.Confidence = c
		return u
	}
	return graphtest.Plan{
		Title: "南湖市标准化计划", Region: "340100", RegionName: "南湖市", Issued: "2022-01-01",
		FileName: "plans/south.txt",
		Cites:    []graphtest.Citation{{Title: "全国标准化计划", Number: "国发〔2019〕9号", Confidence: graph.Low}},
		Tasks: []graphtest.Task{{
			Heading: "发展网上贸易标准", Topics: []string{"e-commerce"},
			Units: []graphtest.Unit{
				leading(market), unsure(commerce, graph.Medium), unsure(science, graph.Low),
			},
			Targets: []graphtest.Target{
				{Metric: "国家标准", Value: 3, Unit: "项"},
				{Metric: "行业标准", Value: 4, Unit: "项", Confidence: graph.Low},
			},
		}},
	}
}

func TestConfidenceIsShown(t *testing.T) {
	h := newHandler(t, doubtful())
	wantData(t, h, `{
		documents { nodes { regionConfidence } }
		tasks {
			nodes {
				confidence
				evidence { confidence }
				responsibilities { asWritten confidence evidence { confidence } }
				targets { metric confidence evidence { confidence } }
			}
		}
	}`, nil, `{"documents": {"nodes": [{"regionConfidence": "HIGH"}]}, "tasks": {"nodes": [{
		"confidence": "HIGH",
		"evidence": [{"confidence": "HIGH"}],
		"responsibilities": [
			{"asWritten": "市市场监管局", "confidence": "HIGH", "evidence": [{"confidence": "HIGH"}]},
			{"asWritten": "市商务局", "confidence": "MEDIUM", "evidence": [{"confidence": "MEDIUM"}]},
			{"asWritten": "市科技局", "confidence": "LOW", "evidence": [{"confidence": "LOW"}]}
		],
		"targets": [
			{"metric": "国家标准", "confidence": "HIGH", "evidence": [{"confidence": "HIGH"}]},
			{"metric": "行业标准", "confidence": "LOW", "evidence": [{"confidence": "LOW"}]}
		]
	}]}}`)
}

func TestMinConfidence(t *testing.T) {
	h := newHandler(t, doubtful(), east())
	task := graph.TaskID(doubtful().ID(), "1.1").String()
	tests := []struct{ name, query, want string }{
		{
			"responsibilities", `{ node(id: "` + task + `") { ... on Task {
				sure: responsibilities(minConfidence: HIGH) { asWritten }
				likely: departments(minConfidence: MEDIUM) { name }
				all: departments(minConfidence: LOW) { name }
			} } }`,
			`{"node": {
				"sure": [{"asWritten": "市市场监管局"}],
				"likely": [{"name": "市市场监管局"}, {"name": "市商务局"}],
				"all": [{"name": "市市场监管局"}, {"name": "市商务局"}, {"name": "市科技局"}]
			}}`,
		},
		{
			"targets", `{
				sure: targets(filter: {regions: ["340100"], minConfidence: MEDIUM}) { nodes { metric } }
				document(fileName: "plans/south.txt") { targets(filter: {minConfidence: HIGH}) { totalCount } }
			}`,
			`{"sure": {"nodes": [{"metric": "国家标准"}]}, "document": {"targets": {"totalCount": 1}}}`,
		},
		{
			"tasks of a function", `{
				all: tasks(filter: {functions: ["science-technology"], regions: ["340100"]}) { totalCount }
				sure: tasks(filter: {
					functions: ["science-technology"], regions: ["340100"], minConfidence: MEDIUM
				}) { totalCount }
				other: tasks(filter: {regions: ["340100"], minConfidence: HIGH}) { totalCount }
			}`,
			`{"all": {"totalCount": 1}, "sure": {"totalCount": 0}, "other": {"totalCount": 1}}`,
		},
		{
			"departments of a document", `{ document(fileName: "plans/south.txt") {
				departments(minConfidence: HIGH) { name } cites(minConfidence: HIGH) { relation }
				standardsBodies(minConfidence: HIGH) { code }
			} }`,
			`{"document": {"departments": [{"name": "市市场监管局"}], "cites": [], "standardsBodies": []}}`,
		},
		{
			"citations", `{ document(number: "国发〔2019〕9号") {
				all: citedBy { confidence } sure: citedBy(minConfidence: MEDIUM) { confidence }
			} }`,
			`{"document": {"all": [{"confidence": "LOW"}], "sure": []}}`,
		},
		{
			"pairs of functions", `{
				all: departmentPairs(regions: ["340100"]) { taskCount }
				sure: departmentPairs(regions: ["340100"], minConfidence: MEDIUM) { a { slug } b { slug } }
			}`,
			`{
				"all": [{"taskCount": 1}, {"taskCount": 1}, {"taskCount": 1}],
				"sure": [{"a": {"slug": "commerce"}, "b": {"slug": "market-regulation"}}]
			}`,
		},
		{
			"a drawing", `{
				neighborhood(id: "` + task + `", kinds: [DEPARTMENT], minConfidence: MEDIUM) {
					nodes { label } edges { confidence }
				}
				subgraph(regions: ["340100"], kinds: [TARGET], minConfidence: HIGH) { nodes { label } }
			}`,
			`{
				"neighborhood": {
					"nodes": [{"label": "发展网上贸易标准"}, {"label": "市商务局"}, {"label": "市市场监管局"}],
					"edges": [{"confidence": "HIGH"}, {"confidence": "MEDIUM"}]
				},
				"subgraph": {"nodes": [{"label": "国家标准 ≥3项"}]}
			}`,
		},
		{
			"a comparison", `{ compareRegions(regions: ["340100", "330100"], minConfidence: MEDIUM) {
				functions { function { slug } tasks { count } }
			} }`,
			`{"compareRegions": {"functions": [
				{"function": {"slug": "market-regulation"}, "tasks": [{"count": 1}, {"count": 3}]},
				{"function": {"slug": "commerce"}, "tasks": [{"count": 1}, {"count": 2}]},
				{"function": {"slug": "science-technology"}, "tasks": [{"count": 0}, {"count": 1}]}
			]}}`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantData(t, h, test.query, nil, test.want) })
	}
}

func TestSharedTasksThatAreSure(t *testing.T) {
	plans := compared()
	plans[1].Tasks[1].Units[0].Confidence = graph.Low // the one that carries the counterpart
	h := aligned(t, plans...)
	const query = `query($f: SharedTaskFilter!) { sharedTasks(filter: $f) {
		nodes { departments { fullName } sharedFunctions { slug } }
	} }`
	regions := []string{"320500", "330100"}
	args := func(least graph.Confidence, functions ...string) vars {
		f := vars{"regions": regions, "topics": []string{"logistics"}, "minConfidence": least.String()}
		if functions != nil {
			f["functions"] = functions
		}
		return vars{"f": f}
	}
	wantData(t, h, query, args(graph.Low, "commerce"), `{"sharedTasks": {"nodes": [{
		"departments": [
			{"fullName": "北江市商务局"}, {"fullName": "东州市商务局"}, {"fullName": "东州市市场监管局"}
		], "sharedFunctions": [{"slug": "commerce"}]
	}]}}`)
	wantData(t, h, query, args(graph.High, "commerce"), `{"sharedTasks": {"nodes": []}}`)
	wantData(t, h, query, args(graph.High), `{"sharedTasks": {"nodes": [{
		"departments": [{"fullName": "东州市商务局"}, {"fullName": "东州市市场监管局"}], "sharedFunctions": []
	}]}}`)
}
