package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

// listOf asks for a connection and returns one field of its nodes.
func listOf(t *testing.T, query func(string) map[string]any, connection, filter, field string) []string {
	t.Helper()
	return listBy(t, query, connection, `filter: {`+filter+`}`, field)
}

// listBy is listOf with any arguments.
func listBy(t *testing.T, query func(string) map[string]any, connection, args, field string) []string {
	t.Helper()
	list := query(`{ ` + connection + `(` + args + `) { totalCount nodes { ` + field + ` } } }`)
	c := list[connection].(map[string]any)
	got := []string{}
	for _, n := range c["nodes"].([]any) {
		got = append(got, n.(map[string]any)[field].(string))
	}
	if total := int(c["totalCount"].(float64)); total != len(got) {
		t.Errorf("totalCount %d, %d nodes", total, len(got))
	}
	return got
}

func TestFilters(t *testing.T) {
	s := newStore(t, east(), north())
	h := serve(s)
	eastID := east().ID().String()
	marketEast := graph.DepartmentID("330100", "东州市市场监管局").String()
	marketNorth := graph.DepartmentID("320500", "北江市市场监管局").String()
	trade, tech, mall, shop, lab := "完善网上贸易标准", "推动技术成果转化", "规范商圈服务", "健全电商标准", "建设检测平台"
	const eastPlan, northPlan = "东州市标准化规划", "北江市标准化行动计划"
	tests := []struct {
		connection, filter, field string
		want                      []string
	}{
		{"tasks", ``, "heading", []string{shop, lab, trade, tech, mall}},
		{"tasks", `regions: ["330100"]`, "heading", []string{trade, tech, mall}},
		{"tasks", `regions: ["110000"]`, "heading", []string{}},
		{"tasks", `regions: []`, "heading", []string{}},
		{"tasks", `documents: ["` + eastID + `"]`, "heading", []string{trade, tech, mall}},
		{"tasks", `documents: ["junk"]`, "heading", []string{}},
		{"tasks", `departments: ["` + marketEast + `"]`, "heading", []string{trade, tech, mall}},
		{
			"tasks", `departments: ["` + marketEast + `", "` + marketNorth + `"]`, "heading",
			[]string{shop, trade, tech, mall},
		},
		{"tasks", `functions: ["commerce"]`, "heading", []string{shop, trade, mall}},
		{
			"tasks", `functions: ["commerce", "science-technology"]`, "heading",
			[]string{shop, lab, trade, tech, mall},
		},
		{"tasks", `functions: ["nothing"]`, "heading", []string{}},
		{"tasks", `topics: ["e-commerce"]`, "heading", []string{shop, trade}},
		{"tasks", `topics: ["e-commerce"], regions: ["320500"]`, "heading", []string{shop}},
		{"tasks", `standardsBodies: ["iso/tc 268"]`, "heading", []string{lab, trade}},
		{"tasks", `standardsBodies: ["IEC"]`, "heading", []string{lab}},
		{"tasks", `kind: TASK`, "heading", []string{shop, lab, trade, tech, mall}},
		{"tasks", `kind: SAFEGUARD`, "heading", []string{}},
		{"tasks", `role: LEAD`, "heading", []string{trade}},
		{"tasks", `role: LEAD, functions: ["commerce"]`, "heading", []string{}},
		{"tasks", `role: RESPONSIBLE, departments: ["` + marketEast + `"]`, "heading", []string{tech, mall}},
		{"tasks", `text: "标准"`, "heading", []string{shop, trade}},
		{"tasks", `text: "標準", regions: ["330100"]`, "heading", []string{trade}},
		{"tasks", `text: ""`, "heading", []string{shop, lab, trade, tech, mall}},
		{"targets", ``, "metric", []string{"电商标准", "覆盖率", "制定贸易标准"}},
		{"targets", `unit: "项"`, "metric", []string{"电商标准", "制定贸易标准"}},
		{"targets", `unit: "项", minValue: 6`, "metric", []string{"制定贸易标准"}},
		{"targets", `maxValue: 20`, "metric", []string{"电商标准", "制定贸易标准"}},
		{"targets", `deadlineFrom: 2024`, "metric", []string{"覆盖率", "制定贸易标准"}},
		{"targets", `deadlineTo: 2023`, "metric", []string{"电商标准"}},
		{"targets", `comparator: LTE`, "metric", []string{}},
		{"targets", `comparator: GTE, regions: ["330100"]`, "metric", []string{"制定贸易标准"}},
		{"targets", `documents: ["` + eastID + `"]`, "metric", []string{"制定贸易标准"}},
		{"targets", `documents: []`, "metric", []string{}},
		{"targets", `basis: NEW`, "metric", []string{}},
		{"targets", `text: "達到５項"`, "metric", []string{"电商标准"}},
		{"documents", ``, "title", []string{northPlan, eastPlan}},
		{"documents", `regions: ["330100"]`, "title", []string{eastPlan}},
		{"documents", `loaded: false`, "title", []string{"全国标准化纲领"}},
		{"documents", `loaded: null, text: "标准化"`, "title", []string{"全国标准化纲领", northPlan, eastPlan}},
		{"documents", `text: "行動計劃"`, "title", []string{northPlan}},
		{"documents", `genre: "行动计划"`, "title", []string{northPlan, eastPlan}},
		{"documents", `genre: "规划"`, "title", []string{}},
		{"documents", `number: "东政发[2020]1号"`, "title", []string{eastPlan}},
		{"documents", `issuedFrom: "2020-03-02"`, "title", []string{northPlan}},
		{"documents", `issuedTo: "2020-03-01"`, "title", []string{eastPlan}},
		{"departments", `functions: ["commerce"]`, "fullName", []string{"北江市商务局", "东州市商务局"}},
		{"departments", `functions: ["commerce"], regions: ["320500"]`, "fullName", []string{"北江市商务局"}},
		{"departments", `text: "商務"`, "fullName", []string{"北江市商务局", "东州市商务局"}},
		{"departments", `collective: true`, "fullName", []string{}},
		{"departments", `mentioned: false`, "fullName", []string{}},
		{
			"departments", `collective: false, regions: ["330100"], text: "市场"`, "fullName",
			[]string{"东州市市场监管局"},
		},
	}
	query := func(q string) map[string]any { return get(t, h, q, nil) }
	for _, test := range tests {
		t.Run(test.connection+" "+test.filter, func(t *testing.T) {
			got := listOf(t, query, test.connection, test.filter, test.field)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestRegionCoversThoseBelow asks for a province of which the graph holds cities.
func TestRegionCoversThoseBelow(t *testing.T) {
	province := east()
	province.Title, province.Number, province.Region = "甲省标准化意见", "甲政〔2019〕3号", "330000"
	province.RegionName, province.FileName = "甲省", "province.txt"
	h := newHandler(t, east(), north(), province)
	const cities = `["330000"]`
	tests := []struct{ name, filter, want string }{
		{"descendants by default", `regions: ` + cities, `6`},
		{"none", `regions: ` + cities + `, includeDescendants: false`, `3`},
		{"a city covers no province", `regions: ["330100"]`, `3`},
		{"two provinces", `regions: ["330000", "320500"]`, `8`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantData(t, h, `{ tasks(filter: {`+test.filter+`}) { totalCount } }`, nil,
				`{"tasks": {"totalCount": `+test.want+`}}`)
		})
	}
	wantData(t, h, `{ subgraph(regions: `+cities+`, kinds: [DOCUMENT]) { nodes { label } } }`, nil,
		`{"subgraph": {"nodes": [{"label": "东州市标准化规划"}, {"label": "甲省标准化意见"}, {"label": "全国标准化纲领"}]}}`)
}
