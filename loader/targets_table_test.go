package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTargetTables(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"column of units", "序号\t指标\t单位\t2026年\t2030年\t属性\n1\t茶园面积\t万亩\t12.5\t≥15\t预期性\n" +
			"茶叶质量\t2\t抽检合格率\t%\t97\t98以上\t约束性\n茶旅融合\n3\t茶旅收入\t亿元\t6.8\t不低于9\t预期性",
			[]string{">= 150000 亩 2030 茶园面积", ">= 98 % 2030 抽检合格率", ">= 900000000 元 2030 茶旅收入"}},
		{"units in names", "指标名称 2026年实际 2030年目标\n茶企数（家） 35 60\n机采率（％） 30.5% 50%",
			[]string{"= 60 家 2030 茶企数", "= 50 % 2030 机采率"}},
		{"no years, and blanks in cells", "序号\t指　标\t单位\t目标值\t属性\n1\t茶园 面积\t万亩\t≥15\t预期性\n2\t茶企数\t家\t60\t预期性",
			[]string{">= 150000 亩 - 茶园面积", "= 60 家 - 茶企数"}},
		{"words for figures", "指标 2026年 2030年 属性\n茶园认证 推进 完成 预期性\n茶企数（家） 35 50 ", nil},
		{"ended by prose", "指标 2026年 2030年\n以上指标由县茶叶局按年分解。\n茶企数（家） 35 60", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, targetsOf(c.text)); d != "" {
				t.Errorf("targets of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

// Cells that stand on lines of their own make a table too.
func TestTargetStackedTables(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string // cells parted by blanks
		want []string
	}{
		{"column of units", []string{
			"类别 序号 指标 单位 2026年 2030年 属性", "质量 1 茶园面积 万亩 12.5 ≥15 预期性", "2 茶企数 家 — 90 预期性",
			"文旅 3 茶客满意度 分 80 不低于85 约束性", "以上指标由县茶叶局分解。 茶仓 座 3 5",
		}, []string{">= 150000 亩 2030 茶园面积", "= 90 家 2030 茶企数", ">= 85 分 2030 茶客满意度"}},
		{"years below one name", []string{
			"指标名称 现状值 目标值 2028年 2030年", "茶叶标准（项） 3 20 40", "机采率（％） 30% 50% 70%",
		}, []string{
			"= 20 项 2028 茶叶标准", "= 40 项 2030 茶叶标准", "= 50 % 2028 机采率", "= 70 % 2030 机采率",
		}},
		{"no years", []string{
			"序号 主要指标 预期值 属性", "1 茶园事故起数 下降12% 约束性", "2 霜冻损失占产值比例 <2% 预期性",
			"3 标准制定周期 缩短至9个月以内 预期性",
		}, []string{
			"= 12 % - 茶园事故起数下降", "< 2 % - 霜冻损失占产值比例", "<= 9 个月 - 标准制定周期",
		}},
		{"names of columns alone", []string{"指标 单位 2030年", "茶园 茶厂 茶仓"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(strings.Join(c.rows, "\n"), " ", "\n")
			if d := cmp.Diff(c.want, targetsOf(text)); d != "" {
				t.Errorf("targets of %q (-want +got):\n%s", text, d)
			}
		})
	}
}
