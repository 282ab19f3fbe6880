package loader

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"heading decides", "发展冷链物流", "支持农产品产地建设仓储设施。", []string{"logistics"}},
		{"text alone", "", "建设国家级旅游度假区，提升景区和民宿服务水平。", []string{"tourism"}},
		{"two topics", "加强节能降耗和环境保护", "推广节能标准和环保标准。", []string{"energy-carbon", "ecology"}},
		{"units say nothing", "加强知识产权保护", "快速维权。（责任单位：市交通运输局、市旅游局）",
			[]string{"intellectual-property"}},
		{"words across words", "", "实施工业提升，由市人民政府和市政府办公室落实。", []string{"advanced-manufacturing"}},
		{"only words across words", "", "做好标准化工作，由市人民政府落实。", []string{}},
		{"words that hide others", "强化工作措施", "依法规范程序，深入学习国家政策，统筹涉农机构。", []string{}},
		{"figures of speech", "优化产业生态和发展环境", "提高应用水平，促进健康发展。", []string{}},
		{"no topic", "其他", "另行通知。", []string{}},
		{"an industry made standard", "推动果酒和饮料产业标准化", "扩大企业规模。", []string{"consumer-goods"}},
		{"exchange is no reform", "深化标准化交流合作", "开展互访。", []string{"international"}},
		{"one word for two topics", "健全防汛抗旱标准", "按季检查。", []string{"public-safety", "resources"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, b := blockOf("2.1", c.heading, c.text)
			tasks := []Task{{Path: "2.1"}}
			namesOf(t, Extraction{Tasks: tasks}, nil, b)
			if d := cmp.Diff(c.want, tasks[0].Topics); d != "" {
				t.Errorf("topics of %q (-want +got):\n%s", c.heading+"/"+c.text, d)
			}
		})
	}
}

func TestTopicsOfGroup(t *testing.T) {
	_, chapter := blockOf("2", "重点任务", "")
	_, group := blockOf("2.3", "现代农业", "")
	_, task := blockOf("2.3.1", "完善管理", "健全制度。")
	tasks := []Task{{Path: "2.3.1"}, {Path: "9.9"}}
	namesOf(t, Extraction{Tasks: tasks}, nil, chapter, group, task)
	if d := cmp.Diff([]string{"agriculture"}, tasks[0].Topics); d != "" {
		t.Errorf("topics from the headline above (-want +got):\n%s", d)
	}
	if len(tasks[1].Topics) != 0 {
		t.Errorf("topics of a task without text: %q, want none", tasks[1].Topics)
	}
}

func TestTopicsOfUnits(t *testing.T) {
	_, b := blockOf("1.1", "办好年度重点活动", "做好筹备，确保有序。")
	units := []Department{{Name: "市商务局", Function: "commerce"}, {Name: "市水务局", Function: "water"}}
	for _, c := range []struct {
		name  string
		units []Unit
		want  []string
	}{
		{"the first one", []Unit{{Name: "市商务局"}, {Name: "市水务局"}}, []string{"commerce"}},
		{"the one that leads", []Unit{{Name: "市商务局", Role: roleSupport}, {Name: "市水务局", Role: roleLead}},
			[]string{"resources", "commerce"}},
		{"a class of units", []Unit{{Name: "市商务局", Collective: true}}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tasks := []Task{{Path: "1.1", Kind: kindTask, Units: c.units}}
			namesOf(t, Extraction{Tasks: tasks, Departments: units}, nil, b)
			if d := cmp.Diff(c.want, tasks[0].Topics); d != "" {
				t.Errorf("topics (-want +got):\n%s", d)
			}
		})
	}
}

// TestTopicsTellTasksApart demands that what every task of a document mentions is no task's topic
// beside its own.
func TestTopicsTellTasksApart(t *testing.T) {
	var blocks []Block
	var tasks []Task
	for i, heading := range []string{
		"发展冷链物流", "建设旅游景区", "推广节能标准", "发展现代农业", "加强知识产权保护", "培养人才队伍",
		"保护生态环境", "建设智慧城市", "发展电子商务", "加强行政审批",
	} {
		path := "1." + strconv.Itoa(i+1)
		_, b := blockOf(path, heading, "落实海洋强省部署，服务海洋经济，管好海域。")
		blocks, tasks = append(blocks, b), append(tasks, Task{Path: path, Kind: kindTask})
	}
	namesOf(t, Extraction{Tasks: tasks}, nil, blocks...)
	for _, task := range tasks {
		if slices.Contains(task.Topics, "marine") {
			t.Errorf("topics of %s: %q, want no marine", task.Path, task.Topics)
		}
	}
}

// TestTopicsOfLongTexts demands that a long text, in which much is mentioned, leaves the headline its
// say.
func TestTopicsOfLongTexts(t *testing.T) {
	text := "支持银行开展信贷，发展物流、快递和仓储。"
	for size, want := range map[int][]string{
		1: {"agriculture", "logistics"}, 200: {"agriculture"},
	} {
		_, b := blockOf("1.1", "发展畜牧", text+strings.Repeat("另行通知，按期办结。", size))
		tasks := []Task{{Path: "1.1"}}
		namesOf(t, Extraction{Tasks: tasks}, nil, b)
		if d := cmp.Diff(want, tasks[0].Topics); d != "" {
			t.Errorf("topics of a text with %d sentences (-want +got):\n%s", size+1, d)
		}
	}
}

// TestTopicsOfMeans demands that money is a means in a task, and what a safeguard is about.
func TestTopicsOfMeans(t *testing.T) {
	_, b := blockOf("1.1", "", "支持旅行社发展，安排专项资金，给予补助。")
	for kind, want := range map[string][]string{
		kindTask: {"tourism", "funding"}, kindSafeguard: {"funding", "tourism"},
	} {
		tasks := []Task{{Path: "1.1", Kind: kind}}
		namesOf(t, Extraction{Tasks: tasks}, nil, b)
		if d := cmp.Diff(want, tasks[0].Topics); d != "" {
			t.Errorf("topics of a %s (-want +got):\n%s", kind, d)
		}
	}
}
