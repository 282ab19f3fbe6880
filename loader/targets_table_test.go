package loader

import (
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
