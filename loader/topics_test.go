package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTopics(t *testing.T) {
	gaz := loadGazetteer(t)
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"heading decides", "发展冷链物流", "支持农产品产地建设仓储设施。", []string{"logistics"}},
		{"text alone", "", "建设国家级旅游度假区，提升景区和民宿服务水平。", []string{"tourism"}},
		{"two topics", "加强节能降耗和环境保护", "推广节能标准和环保标准。", []string{"energy-carbon", "ecology"}},
		{"units say nothing", "加强知识产权保护", "快速维权。（责任单位：市交通运输局、市旅游局）",
			[]string{"intellectual-property"}},
		{"no topic", "其他", "另行通知。", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, b := blockOf("2.1", c.heading, c.text)
			tasks := []Task{{Path: "2.1"}}
			fillTopics(gaz.Lexicon(), []Block{b}, tasks)
			if d := cmp.Diff(c.want, tasks[0].Topics); d != "" {
				t.Errorf("topics of %q (-want +got):\n%s", c.heading+"/"+c.text, d)
			}
		})
	}
}

func TestTopicsOfGroup(t *testing.T) {
	gaz := loadGazetteer(t)
	_, chapter := blockOf("2", "重点任务", "")
	_, group := blockOf("2.3", "现代农业", "")
	_, task := blockOf("2.3.1", "完善管理", "健全制度。")
	tasks := []Task{{Path: "2.3.1"}, {Path: "9.9"}}
	fillTopics(gaz.Lexicon(), []Block{chapter, group, task}, tasks)
	if d := cmp.Diff([]string{"agriculture"}, tasks[0].Topics); d != "" {
		t.Errorf("topics from the headline above (-want +got):\n%s", d)
	}
	if len(tasks[1].Topics) != 0 {
		t.Errorf("topics of a task without text: %q, want none", tasks[1].Topics)
	}
}
