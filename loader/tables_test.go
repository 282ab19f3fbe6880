package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rowsOf gives the elements of a text as "path heading: units", roles marked as listed does.
func rowsOf(t *testing.T, text string) []string {
	t.Helper()
	src := sourceOf(t, text)
	var out []string
	for _, b := range outline(src, clean(src)).Blocks {
		var names []string
		for _, u := range unitsOf(src, &b, false).Units {
			role := map[string]string{roleLead: "*", roleSupport: "~"}[u.Role]
			names = append(names, u.Name+role)
		}
		out = append(out, strings.TrimSpace(b.Path+" "+b.Heading+": "+strings.Join(names, " ")))
	}
	return out
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"columns for each role", `
一、重点任务
序号	重点任务	牵头单位	配合单位	完成时限
1	建设茶园	市农业农村局	市水利局、各县（市）人民政府	2023年底
2	培育茶企	市工信局		长期
二、保障措施
（一）加强领导。` + filler,
			[]string{
				"1 重点任务:", "1.1 建设茶园: 市农业农村局* 市水利局~ 各县（市）人民政府~", "1.2 培育茶企: 市工信局*",
				"2 保障措施:", "2.1 加强领导:",
			}},
		{"rows without numbers, groups between them, verbs in the cell", `
一、重点任务
工作任务	主要内容	责任单位
生产
建设茶园	建成标准茶园三处。	市农业农村局牵头，市水利局配合
	修建灌渠。	市水利局
加工
培育茶企	培育龙头企业。	市工信局`,
			[]string{
				"1 重点任务:", "1.1 建设茶园: 市农业农村局* 市水利局~", "1.2 修建灌渠: 市水利局", "1.3 培育茶企: 市工信局",
			}},
		{"more units below those of a row", `
一、重点任务
序号	重点任务	责任单位
1	建设茶园	市农业农村局
		市水利局
2	培育茶企	市工信局`,
			[]string{"1 重点任务:", "1.1 建设茶园: 市农业农村局 市水利局", "1.2 培育茶企: 市工信局"}},
		{"cells below each other, one of two lines, groups", `
一、重点任务
序号
重点任务
牵头单位
配合单位
时限
（一）生产
1
建设茶园。
修建灌渠。
市农业农村局
市水利局、市财政局
2023年底
（二）加工
2
培育茶企
市工信局
长期
二、保障措施
（一）加强领导。` + filler,
			[]string{
				"1 重点任务:", "1.1 生产:", "1.1.1 建设茶园: 市农业农村局* 市水利局~ 市财政局~", "1.2 加工:",
				"1.2.2 培育茶企: 市工信局*", "2 保障措施:", "2.1 加强领导:",
			}},
		{"numbers below each other that are no rows", `
一、重点任务
序号
名称
1
建设茶园。`,
			[]string{"1 重点任务:"}},
		{"a table that is none of tasks", `
一、重点任务
年份	产量	单位
2021	3	万吨
（一）建设茶园。` + filler,
			[]string{"1 重点任务:", "1.1 建设茶园:"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, rowsOf(t, tt.text)); diff != "" {
				t.Errorf("elements (-want +got):\n%s", diff)
			}
		})
	}
}
