package resolvers_test

import (
	"fmt"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// The units of the fixture, by function.
var (
	market   = graphtest.Unit{Name: "市市场监管局", Function: "market-regulation", Role: graph.RoleResponsible}
	commerce = graphtest.Unit{Name: "市商务局", Function: "commerce", Role: graph.RoleResponsible}
	science  = graphtest.Unit{Name: "市科技局", Function: "science-technology", Role: graph.RoleResponsible}
)

// leading is the unit as the one that leads (牵头).
func leading(u graphtest.Unit) graphtest.Unit {
	u.Role = graph.RoleLead
	return u
}

// east is the plan of a city in the province 330000.
func east() graphtest.Plan {
	return graphtest.Plan{
		Title: "东州市标准化规划", Number: "东政发〔2020〕1号", Region: "330100", RegionName: "东州市",
		Issued: "2020-03-01", FileName: "plans/east.txt",
		Tasks: []graphtest.Task{
			{
				Heading: "完善网上贸易标准", Topics: []string{"e-commerce", "commerce"},
				Units:   []graphtest.Unit{leading(market), commerce},
				Targets: []graphtest.Target{{Metric: "制定贸易标准", Value: 20, Unit: "项", Deadline: 2025}},
				Bodies:  []string{"ISO/TC268"},
			},
			{
				Heading: "推动技术成果转化", Topics: []string{"technology-innovation"},
				Units: []graphtest.Unit{science, market},
			},
			{Heading: "规范商圈服务", Topics: []string{"commerce"}, Units: []graphtest.Unit{commerce, market}},
		},
		Cites: []graphtest.Citation{{Title: "全国标准化纲领", Number: "国发〔2019〕7号"}},
	}
}

// north is the plan of a city in the province 320000.
func north() graphtest.Plan {
	return graphtest.Plan{
		Title: "北江市标准化行动计划", Number: "北政办发〔2021〕9号", Region: "320500", RegionName: "北江市",
		Issued: "2021-06-15", FileName: "plans/north.txt",
		Tasks: []graphtest.Task{
			{
				Heading: "健全电商标准", Topics: []string{"e-commerce"}, Units: []graphtest.Unit{market, commerce},
				Targets: []graphtest.Target{
					{Metric: "电商标准", Value: 5, Unit: "项", Deadline: 2023},
					{Metric: "覆盖率", Value: 80, Unit: "%", Deadline: 2025},
				},
			},
			{Heading: "建设检测平台", Units: []graphtest.Unit{science}, Bodies: []string{"ISO/TC268", "IEC"}},
		},
		Cites: []graphtest.Citation{
			{Title: "全国标准化纲领", Number: "国发〔2019〕7号"},
			{Title: "东州市标准化规划", Number: "东政发〔2020〕1号"},
		},
	}
}

// long is a plan with many tasks.
func long(tasks int) graphtest.Plan {
	p := graphtest.Plan{Title: "长清单", Region: "340000", RegionName: "西省", FileName: "long.txt"}
	for i := range tasks {
		p.Tasks = append(p.Tasks, graphtest.Task{
			Heading: fmt.Sprintf("第%d项", i+1), Units: []graphtest.Unit{market},
		})
	}
	return p
}
