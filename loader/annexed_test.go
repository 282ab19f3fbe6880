package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnnexedPlan(t *testing.T) {
	const (
		head = `宜春市农业农村局关于印发《宜春市茶产业标准化工作方案》的通知
宜农〔2023〕5号
各县（市、区）农业农村局：
现将《宜春市茶产业标准化工作方案》印发给你们，并就有关事项通知如下。
`
		points = `一、提高认识。` + filler + `
二、压实责任。` + filler + `
`
		signature = `宜春市农业农村局
2023年5月6日
`
		plan = `为做好茶产业标准化工作，制定本方案。
一、工作目标
到2025年，制定茶叶地方标准20项。
二、工作任务
（一）健全标准体系。` + filler + `
`
	)
	own := []string{"1 工作目标", "2 工作任务", "2.1 健全标准体系"}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"as an annex", head + points + "附件：宜春市茶产业标准化工作方案\n" + signature +
			"附件\n宜春市茶产业标准化工作方案\n" + plan, own},
		{"below the signature, its title on two lines", head + points + signature +
			"宜春市茶产业\n标准化工作方案\n" + plan, own},
		{"the notice has no numbers", head + signature + "宜春市茶产业标准化工作方案\n" + plan, own},
		{"the annex is another document", head + points + signature +
			"附件\n宜春市茶园建设方案\n" + plan, []string{"1 提高认识", "2 压实责任"}},
		{"the annex has no outline", head + points + signature +
			"附件\n宜春市茶产业标准化工作方案\n（另发）", []string{"1 提高认识", "2 压实责任"}},
		{"the notice brings nothing", "宜春市农业农村局关于宜春市茶产业标准化工作方案的说明\n" + points +
			"附件\n宜春市茶产业标准化工作方案\n" + plan, []string{"1 提高认识", "2 压实责任"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outlineOf(t, tt.text)); diff != "" {
				t.Errorf("outline (-want +got):\n%s", diff)
			}
		})
	}
}
