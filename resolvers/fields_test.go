package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

func TestDocument(t *testing.T) {
	h := newHandler(t, east(), north())
	wantData(t, h, `{
		document(number: "东政发[2020]1号") {
			title titleInferred noticeTitle number genre issued published periodStart periodEnd loaded
			region { code name } issuers { name } departments { name } standardsBodies { code }
			expressions { fileName script repaired document { title } }
			sections {
				path label heading depth parent { path } children { path } task { path }
				targets { metric }
			}
			tasks { totalCount } targets { totalCount nodes { metric } }
			cites {
				from { title } to { title loaded region { code } } relation
				evidence { quote section { path } }
			}
			citedBy { from { title } relation evidence { quote expression { fileName } } }
		}
	}`, nil, `{"document": {
		"title": "东州市标准化规划", "titleInferred": false, "noticeTitle": null, "number": "东政发〔2020〕1号",
		"genre": "行动计划", "issued": "2020-03-01", "published": null, "periodStart": null, "periodEnd": null,
		"loaded": true, "region": {"code": "330100", "name": "东州市"}, "issuers": [{"name": "市人民政府"}],
		"departments": [{"name": "市市场监管局"}, {"name": "市商务局"}, {"name": "市科技局"}],
		"standardsBodies": [{"code": "ISO/TC268"}],
		"expressions": [{
			"fileName": "plans/east.txt", "script": "HANS", "repaired": false,
			"document": {"title": "东州市标准化规划"}
		}],
		"sections": [
			{"path": "1", "label": "一、", "heading": "重点任务", "depth": 1, "parent": null,
			 "children": [{"path": "1.1"}, {"path": "1.2"}, {"path": "1.3"}], "task": null, "targets": []},
			{"path": "1.1", "label": "（1）", "heading": "完善网上贸易标准", "depth": 2, "parent": {"path": "1"},
			 "children": [], "task": {"path": "1.1"}, "targets": [{"metric": "制定贸易标准"}]},
			{"path": "1.2", "label": "（2）", "heading": "推动技术成果转化", "depth": 2, "parent": {"path": "1"},
			 "children": [], "task": {"path": "1.2"}, "targets": []},
			{"path": "1.3", "label": "（3）", "heading": "规范商圈服务", "depth": 2, "parent": {"path": "1"},
			 "children": [], "task": {"path": "1.3"}, "targets": []}
		],
		"tasks": {"totalCount": 3}, "targets": {"totalCount": 1, "nodes": [{"metric": "制定贸易标准"}]},
		"cites": [{
			"from": {"title": "东州市标准化规划"}, "relation": "CITES",
			"to": {"title": "全国标准化纲领", "loaded": false, "region": {"code": "000000"}},
			"evidence": [{"quote": "《全国标准化纲领》国发〔2019〕7号", "section": null}]
		}],
		"citedBy": [{
			"from": {"title": "北江市标准化行动计划"}, "relation": "CITES",
			"evidence": [{"quote": "《东州市标准化规划》东政发〔2020〕1号", "expression": {"fileName": "plans/north.txt"}}]
		}]
	}}`)
}

func TestFindDocument(t *testing.T) {
	h := newHandler(t, east(), north())
	tests := []struct{ name, args, want string }{
		{"number", `number: "北政办发﹝2021﹞9号"`, "北江市标准化行动计划"},
		{"file", `fileName: "plans/east.txt"`, "东州市标准化规划"},
		{"both", `number: "东政发〔2020〕1号", fileName: "plans/east.txt"`, "东州市标准化规划"},
		{"both differ", `number: "东政发〔2020〕1号", fileName: "plans/north.txt"`, ""},
		{"cited", `number: "国发〔2019〕7号"`, "全国标准化纲领"},
		{"title is no number", `number: "东州市标准化规划"`, ""},
		{"unknown", `number: "东政发〔2020〕2号"`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, _ := get(t, h, `{ document(`+test.args+`) { title } }`, nil)["document"].(map[string]any)
			if title, _ := doc["title"].(string); title != test.want {
				t.Errorf("got %q, want %q", title, test.want)
			}
		})
	}
}

func TestTask(t *testing.T) {
	h := newHandler(t, east())
	wantData(t, h, `{ tasks(first: 1) { nodes {
		path kind heading text openEnded document { title } region { code } section { path }
		responsibilities {
			task { path } department { name fullName } role asWritten
			evidence { quote section { path } expression { fileName } }
		}
		departments { name } topics { slug } standards { code } standardsBodies { code }
		targets {
			metric comparator value unit deadline basis
			task { path } section { path } region { code } document { title } evidence { quote }
		}
		evidence { quote }
	} } }`, nil, `{"tasks": {"nodes": [{
		"path": "1.1", "kind": "TASK", "heading": "完善网上贸易标准", "text": "完善网上贸易标准", "openEnded": false,
		"document": {"title": "东州市标准化规划"}, "region": {"code": "330100"}, "section": {"path": "1.1"},
		"responsibilities": [
			{"task": {"path": "1.1"}, "department": {"name": "市市场监管局", "fullName": "东州市市场监管局"},
			 "role": "LEAD", "asWritten": "市市场监管局", "evidence": [{
				"quote": "责任单位：市市场监管局", "section": {"path": "1.1"},
				"expression": {"fileName": "plans/east.txt"}}]},
			{"task": {"path": "1.1"}, "department": {"name": "市商务局", "fullName": "东州市商务局"},
			 "role": "RESPONSIBLE", "asWritten": "市商务局", "evidence": [{
				"quote": "责任单位：市商务局", "section": {"path": "1.1"},
				"expression": {"fileName": "plans/east.txt"}}]}
		],
		"departments": [{"name": "市市场监管局"}, {"name": "市商务局"}],
		"topics": [{"slug": "e-commerce"}, {"slug": "commerce"}],
		"standards": [], "standardsBodies": [{"code": "ISO/TC268"}],
		"targets": [{
			"metric": "制定贸易标准", "comparator": "GTE", "value": 20, "unit": "项",
			"deadline": 2025, "basis": null,
			"task": {"path": "1.1"}, "section": {"path": "1.1"}, "region": {"code": "330100"},
			"document": {"title": "东州市标准化规划"}, "evidence": [{"quote": "制定贸易标准达到20项以上"}]
		}],
		"evidence": [{"quote": "（1）完善网上贸易标准"}]
	}]}}`)
}

func TestDepartment(t *testing.T) {
	h := newHandler(t, east(), north())
	wantData(t, h, `{ departments(filter: {regions: ["330100"], functions: ["commerce"]}) { totalCount nodes {
		name fullName aliases collective mentioned region { code } function { slug } functions { slug }
		predecessors { name } successors { name } tasks { totalCount nodes { path } }
		leads: tasks(filter: {role: LEAD}) { totalCount }
		collaborators { totalCount nodes { department { name } taskCount tasks(first: 1) { path } } }
		counterparts { fullName } none: counterparts(regions: ["330100", "110000"]) { fullName }
	} } }`, nil, `{"departments": {"totalCount": 1, "nodes": [{
		"name": "市商务局", "fullName": "东州市商务局", "aliases": ["市商务局"], "collective": false, "mentioned": true,
		"region": {"code": "330100"}, "function": {"slug": "commerce"}, "functions": [{"slug": "commerce"}],
		"predecessors": [], "successors": [],
		"tasks": {"totalCount": 2, "nodes": [{"path": "1.1"}, {"path": "1.3"}]}, "leads": {"totalCount": 0},
		"collaborators": {"totalCount": 1, "nodes": [
			{"department": {"name": "市市场监管局"}, "taskCount": 2, "tasks": [{"path": "1.1"}]}
		]},
		"counterparts": [{"fullName": "北江市商务局"}], "none": []
	}]}}`)
}

func TestCollaborators(t *testing.T) {
	h := newHandler(t, east())
	wantData(t, h, `{ departments(filter: {functions: ["market-regulation"]}) { nodes {
		collaborators { nodes { department { name } taskCount } } } } }`, nil,
		`{"departments": {"nodes": [{"collaborators": {"nodes": [
			{"department": {"name": "市商务局"}, "taskCount": 2},
			{"department": {"name": "市科技局"}, "taskCount": 1}
		]}}]}}`)
}

func TestVocabulary(t *testing.T) {
	h := newHandler(t, east(), north())
	wantData(t, h, `{
		functions { slug departments { fullName } east: departments(regions: ["330100"]) { fullName }
			tasks(first: 1) { totalCount nodes { heading } } led: tasks(filter: {role: LEAD}) { totalCount } }
		topics { slug name tasks { totalCount } }
		regions {
			code level parent { code } children { code }
			documents { totalCount nodes { title } } departments { name }
		}
		north: regions(codes: ["320500", "110000"]) { code }
	}`, nil, `{
		"functions": [
			{"slug": "commerce", "departments": [{"fullName": "北江市商务局"}, {"fullName": "东州市商务局"}],
			 "east": [{"fullName": "东州市商务局"}], "tasks": {"totalCount": 3, "nodes": [{"heading": "健全电商标准"}]},
			 "led": {"totalCount": 0}},
			{"slug": "general-office",
			 "departments": [{"fullName": "北江市人民政府"}, {"fullName": "东州市人民政府"}],
			 "east": [{"fullName": "东州市人民政府"}], "tasks": {"totalCount": 0, "nodes": []},
			 "led": {"totalCount": 0}},
			{"slug": "market-regulation", "departments": [{"fullName": "北江市市场监管局"}, {"fullName": "东州市市场监管局"}],
			 "east": [{"fullName": "东州市市场监管局"}], "tasks": {"totalCount": 4, "nodes": [{"heading": "健全电商标准"}]},
			 "led": {"totalCount": 1}},
			{"slug": "science-technology", "departments": [{"fullName": "北江市科技局"}, {"fullName": "东州市科技局"}],
			 "east": [{"fullName": "东州市科技局"}], "tasks": {"totalCount": 2, "nodes": [{"heading": "建设检测平台"}]},
			 "led": {"totalCount": 0}}
		],
		"topics": [
			{"slug": "commerce", "name": "主题commerce", "tasks": {"totalCount": 2}},
			{"slug": "e-commerce", "name": "主题e-commerce", "tasks": {"totalCount": 2}},
			{"slug": "technology-innovation", "name": "主题technology-innovation", "tasks": {"totalCount": 1}}
		],
		"regions": [
			{"code": "320500", "level": "prefecture", "parent": null, "children": [],
			 "documents": {"totalCount": 1, "nodes": [{"title": "北江市标准化行动计划"}]},
			 "departments": [{"name": "市人民政府"}, {"name": "市商务局"}, {"name": "市市场监管局"}, {"name": "市科技局"}]},
			{"code": "330100", "level": "prefecture", "parent": null, "children": [],
			 "documents": {"totalCount": 1, "nodes": [{"title": "东州市标准化规划"}]},
			 "departments": [{"name": "市人民政府"}, {"name": "市商务局"}, {"name": "市市场监管局"}, {"name": "市科技局"}]}
		],
		"north": [{"code": "320500"}]
	}`)
}

func TestStandardsBody(t *testing.T) {
	h := newHandler(t, east(), north())
	const body = `{"code": "ISO/TC268", "name": "ISO/TC268", "aliases": [], "level": "INTERNATIONAL",
		"parent": null, "standards": [],
		"tasks": {"nodes": [{"heading": "建设检测平台"}, {"heading": "完善网上贸易标准"}]},
		"documents": [{"title": "北江市标准化行动计划"}, {"title": "东州市标准化规划"}],
		"evidence": [
			{"quote": "ISO/TC268", "section": {"path": "1.2"}},
			{"quote": "ISO/TC268", "section": {"path": "1.1"}}
		]}`
	const fields = `{ code name aliases level parent { code } standards { code } tasks { nodes { heading } }
		documents { title } evidence { quote section { path } } }`
	for _, args := range []string{
		`code: "ISO/TC268"`, `code: "iso/tc 268"`, `code: "ISO／TC 268"`, `name: "ISO/TC268"`,
		`code: "ISO/TC268", name: "iso/tc268"`,
	} {
		t.Run(args, func(t *testing.T) {
			wantData(t, h, `{ standardsBody(`+args+`) `+fields+` }`, nil, `{"standardsBody": `+body+`}`)
		})
	}
	wantData(t, h, `{
		none: standardsBody(code: "ISO/TC1") { code }
		other: standardsBody(code: "ISO/TC268", name: "IEC") { code }
		all: standardsBodies { code } national: standardsBodies(level: NATIONAL) { code } }`, nil,
		`{"none": null, "other": null, "all": [{"code": "IEC"}, {"code": "ISO/TC268"}], "national": []}`)
}

func TestNode(t *testing.T) {
	s := newStore(t, east())
	h := serve(s)
	for _, kind := range graph.NodeKinds() {
		ids, err := s.View().IDs(t.Context(), kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			got := get(t, h, `query ($id: ID!) { node(id: $id) { id } }`, vars{"id": id.String()})
			want := map[string]any{"node": map[string]any{"id": id.String()}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", kind, diff)
			}
		}
	}
	doc, task := east().ID(), graph.TaskID(east().ID(), "1.1")
	missing := graph.TaskID(doc, "9")
	got := get(t, h, `query ($ids: [ID!]!) {
		nodes(ids: $ids) { __typename ... on Task { path } }
		node(id: "no id") { id }
	}`, vars{"ids": []string{task.String(), "junk", missing.String(), doc.String(), task.String()}})
	want := map[string]any{"node": nil, "nodes": []any{
		map[string]any{"__typename": "Task", "path": "1.1"}, nil, nil,
		map[string]any{"__typename": "Document"}, map[string]any{"__typename": "Task", "path": "1.1"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("nodes (-want +got)\n%s", diff)
	}
}

func TestStats(t *testing.T) {
	wantData(t, newHandler(t, east(), north()), `{ stats {
		documents sections tasks departments functions regions topics standardsBodies standards targets
	} }`, nil,
		`{"stats": {"documents": 2, "sections": 7, "tasks": 5, "departments": 8, "functions": 4, "regions": 2,
			"topics": 3, "standardsBodies": 2, "standards": 0, "targets": 3}}`)
}

// TestCitationByTitle cites a document by its title alone, of which another plan gives the number
// too: it is one document, cited by both.
func TestCitationByTitle(t *testing.T) {
	byTitle := long(0)
	byTitle.Cites = []graphtest.Citation{{Title: "全国标准化纲领"}}
	h := newHandler(t, east(), byTitle)
	wantData(t, h, `{ document(number: "国发〔2019〕7号") { citedBy {
		from { title } to { number } relation evidence { quote } } } }`, nil, `{"document": {"citedBy": [
		{"from": {"title": "东州市标准化规划"}, "to": {"number": "国发〔2019〕7号"}, "relation": "CITES",
		 "evidence": [{"quote": "《全国标准化纲领》国发〔2019〕7号"}]},
		{"from": {"title": "长清单"}, "to": {"number": "国发〔2019〕7号"}, "relation": "CITES",
		 "evidence": [{"quote": "《全国标准化纲领》"}]}
	]}}`)
	wantData(t, h, `{
		documents(filter: {regions: ["340000"]}) { nodes { cites { to { number } evidence { quote } } } }
		subgraph(regions: ["340000"], kinds: [DOCUMENT]) { edges { evidence { quote } } }
	}`, nil, `{
		"documents": {"nodes": [{"cites": [
			{"to": {"number": "国发〔2019〕7号"}, "evidence": [{"quote": "《全国标准化纲领》"}]}
		]}]},
		"subgraph": {"edges": [{"evidence": [{"quote": "《全国标准化纲领》"}]}]}
	}`)
}
