package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph/graphtest"
)

// TestOrders asks for each list in each order. Ties keep the usual order, whichever the direction.
func TestOrders(t *testing.T) {
	undated := graphtest.Plan{
		Title: "安河县标准化意见", Region: "330182", RegionName: "安河县", FileName: "county.txt",
		Tasks: []graphtest.Task{{
			Heading: "做好标准宣传", Units: []graphtest.Unit{market, commerce, science},
			Targets: []graphtest.Target{{Metric: "宣传活动", Value: 5, Unit: "次"}},
		}},
	}
	h := newHandler(t, east(), north(), undated)
	const eastPlan, northPlan, countyPlan = "东州市标准化规划", "北江市标准化行动计划", "安河县标准化意见"
	trade, tech, mall, shop := "完善网上贸易标准", "推动技术成果转化", "规范商圈服务", "健全电商标准"
	const lab, tell = "建设检测平台", "做好标准宣传"
	tests := []struct {
		list, order, field string
		want               []string
	}{
		{"documents", `TITLE`, "title", []string{countyPlan, northPlan, eastPlan}},
		{"documents", `REGION, descending: true`, "title", []string{countyPlan, eastPlan, northPlan}},
		{"documents", `ISSUED`, "title", []string{eastPlan, northPlan, countyPlan}},
		{"documents", `ISSUED, descending: true`, "title", []string{northPlan, eastPlan, countyPlan}},
		{"documents", `NUMBER`, "title", []string{northPlan, eastPlan, countyPlan}},
		{"documents", `GENRE`, "title", []string{northPlan, eastPlan, countyPlan}},
		{"documents", `TASKS, descending: true`, "title", []string{eastPlan, northPlan, countyPlan}},
		{"documents", `TARGETS, descending: true`, "title", []string{northPlan, eastPlan, countyPlan}},
		{"tasks", `REGION`, "heading", []string{shop, lab, trade, tech, mall, tell}},
		{"tasks", `PATH`, "heading", []string{shop, trade, tell, lab, tech, mall}},
		{"tasks", `HEADING`, "heading", []string{mall, lab, shop, tech, trade, tell}},
		{"tasks", `DEPARTMENTS, descending: true`, "heading", []string{tell, shop, trade, tech, mall, lab}},
		{"departments", `TASKS, descending: true`, "fullName", []string{
			"东州市市场监管局", "东州市商务局", "北江市商务局", "北江市市场监管局", "北江市科技局", "东州市科技局",
			"北江市人民政府", "东州市人民政府",
		}},
		{"departments", `FUNCTION`, "fullName", []string{
			"北江市商务局", "东州市商务局", "北江市人民政府", "东州市人民政府", "北江市市场监管局", "东州市市场监管局",
			"北江市科技局", "东州市科技局",
		}},
		{"departments", `NAME`, "fullName", []string{
			"北江市科技局", "东州市科技局", "北江市人民政府", "东州市人民政府", "北江市商务局", "东州市商务局",
			"北江市市场监管局", "东州市市场监管局",
		}},
		{"departments", `FULL_NAME, descending: true`, "fullName", []string{
			"东州市市场监管局", "东州市商务局", "东州市人民政府", "东州市科技局",
			"北江市市场监管局", "北江市商务局", "北江市人民政府", "北江市科技局",
		}},
		{"departments", `REGION, descending: true`, "fullName", []string{
			"东州市人民政府", "东州市商务局", "东州市市场监管局", "东州市科技局",
			"北江市人民政府", "北江市商务局", "北江市市场监管局", "北江市科技局",
		}},
		{"targets", `VALUE`, "metric", []string{"电商标准", "宣传活动", "制定贸易标准", "覆盖率"}},
		{"targets", `DEADLINE, descending: true`, "metric", []string{"覆盖率", "制定贸易标准", "电商标准", "宣传活动"}},
		{"targets", `METRIC`, "metric", []string{"电商标准", "覆盖率", "宣传活动", "制定贸易标准"}},
		{"targets", `UNIT`, "metric", []string{"覆盖率", "宣传活动", "电商标准", "制定贸易标准"}},
		{"targets", `REGION`, "metric", []string{"电商标准", "覆盖率", "制定贸易标准", "宣传活动"}},
	}
	query := func(q string) map[string]any { return get(t, h, q, nil) }
	for _, test := range tests {
		t.Run(test.list+" "+test.order, func(t *testing.T) {
			args := `orderBy: {by: ` + test.order + `}`
			if test.list == "departments" {
				args += `, filter: {regions: ["330100", "320500"], includeDescendants: false}`
			}
			got := listBy(t, query, test.list, args, test.field)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestOrderedPages walks through an ordered list; its cursors belong to that order.
func TestOrderedPages(t *testing.T) {
	h := newHandler(t, east(), north())
	const order = `orderBy: {by: HEADING}`
	pageOf := func(args string) (heading, cursor string) {
		data := get(t, h, `{ tasks(first: 1, `+args+`) { nodes { heading } pageInfo { endCursor } } }`, nil)
		tasks := data["tasks"].(map[string]any)
		node := tasks["nodes"].([]any)[0].(map[string]any)
		return node["heading"].(string), tasks["pageInfo"].(map[string]any)["endCursor"].(string)
	}
	first, cursor := pageOf(order)
	second, _ := pageOf(order + `, after: "` + cursor + `"`)
	if got, want := first+" "+second, "规范商圈服务 建设检测平台"; got != want {
		t.Errorf("pages %q, want %q", got, want)
	}
	if a := ask(t, h, `{ tasks(after: "`+cursor+`") { totalCount } }`, nil); a.code() != "BAD_USER_INPUT" {
		t.Errorf("a cursor of another order: %+v, want BAD_USER_INPUT", a)
	}
}
