package resolvers_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
)

// gold is a hand-annotated document, as far as pairs of functions go.
type gold struct {
	Tasks []struct {
		Path  string
		Units []struct {
			Name       string
			Collective bool
		}
	}
	Departments []struct{ Name, Function string }
}

// readGold reads an annotated document.
func readGold(t *testing.T, name string) gold {
	t.Helper()
	text, err := os.ReadFile("../loader/testdata/gold/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// functions are the functions of a document's units by name.
func (g gold) functions() map[string]string {
	functions := map[string]string{}
	for _, d := range g.Departments {
		functions[d.Name] = d.Function
	}
	return functions
}

// plan is a plan with the document's tasks; classes of units are left out.
func (g gold) plan(region, name string) graphtest.Plan {
	p := graphtest.Plan{Title: name, Region: region, RegionName: name}
	functions := g.functions()
	for _, task := range g.Tasks {
		t := graphtest.Task{Heading: task.Path}
		seen := map[string]bool{}
		for _, u := range task.Units {
			if !u.Collective && !seen[u.Name] {
				t.Units = append(t.Units, graphtest.Unit{
					Name: u.Name, Function: functions[u.Name], Role: graph.RoleResponsible,
				})
			}
			seen[u.Name] = true
		}
		p.Tasks = append(p.Tasks, t)
	}
	return p
}

// pairs counts the document's tasks by pair of functions, straight from the definition.
func (g gold) pairs() map[string]int {
	functions := g.functions()
	count := map[string]int{}
	for _, task := range g.Tasks {
		of := map[string]bool{}
		for _, u := range task.Units {
			if f, ok := functions[u.Name]; ok && !u.Collective {
				of[f] = true
			}
		}
		for a := range of {
			for b := range of {
				if a < b {
					count[a+" "+b]++
				}
			}
		}
	}
	return count
}

// TestDepartmentPairsOfGold compares the pairs of two annotated plans with those that follow from
// the annotations.
func TestDepartmentPairsOfGold(t *testing.T) {
	first, second := readGold(t, "hangzhou-2016"), readGold(t, "suzhou-2022")
	h := newHandler(t, first.plan("330100", "甲市"), second.plan("320500", "乙市"))
	inFirst, inSecond := first.pairs(), second.pairs()
	var want []string
	for pair := range inFirst {
		if inSecond[pair] > 0 {
			want = append(want, pair)
		}
	}
	slices.SortFunc(want, func(p, q string) int {
		return cmp.Or(cmp.Compare(inFirst[q]+inSecond[q], inFirst[p]+inSecond[p]), cmp.Compare(p, q))
	})
	if len(want) != 71 {
		t.Fatalf("%d pairs follow from the annotations, 71 were counted by hand", len(want))
	}
	for i, pair := range want {
		want[i] = fmt.Sprintf("%s %d+%d", pair, inFirst[pair], inSecond[pair])
	}
	data := get(t, h, `{ departmentPairs(regions: ["330100", "320500"]) {
		a { slug } b { slug } taskCount regions { region { code } tasks { path } } } }`, nil)
	var got []string
	for _, p := range data["departmentPairs"].([]any) {
		pair := p.(map[string]any)
		slug := func(side string) any { return pair[side].(map[string]any)["slug"] }
		tasks := func(i int) int {
			return len(pair["regions"].([]any)[i].(map[string]any)["tasks"].([]any))
		}
		got = append(got, fmt.Sprintf("%s %s %d+%d", slug("a"), slug("b"), tasks(0), tasks(1)))
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("pairs (-want +got)\n%s", diff)
	}
}

func TestDepartmentPairs(t *testing.T) {
	h := newHandler(t, east(), north())
	wantData(t, h, `{
		both: departmentPairs(regions: ["320500", "330100"]) { a { slug } b { slug } taskCount regions {
			region { code } tasks { heading } departments { fullName } } }
		one: departmentPairs(regions: ["330100", "330100"]) { a { slug } b { slug } taskCount }
		more: departmentPairs(regions: ["330100"], minTasks: 2) { a { slug } b { slug } taskCount }
		none: departmentPairs(regions: ["330100", "110000"]) { taskCount }
	}`, nil, `{
		"both": [{"a": {"slug": "commerce"}, "b": {"slug": "market-regulation"}, "taskCount": 3, "regions": [
			{"region": {"code": "320500"}, "tasks": [{"heading": "健全电商标准"}],
			 "departments": [{"fullName": "北江市商务局"}, {"fullName": "北江市市场监管局"}]},
			{"region": {"code": "330100"}, "tasks": [{"heading": "完善网上贸易标准"}, {"heading": "规范商圈服务"}],
			 "departments": [{"fullName": "东州市商务局"}, {"fullName": "东州市市场监管局"}]}
		]}],
		"one": [
			{"a": {"slug": "commerce"}, "b": {"slug": "market-regulation"}, "taskCount": 2},
			{"a": {"slug": "market-regulation"}, "b": {"slug": "science-technology"}, "taskCount": 1}
		],
		"more": [{"a": {"slug": "commerce"}, "b": {"slug": "market-regulation"}, "taskCount": 2}],
		"none": []
	}`)
}
