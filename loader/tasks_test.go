package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTaskKinds(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"aims, tasks, safeguards", `
一、总体要求
（一）指导思想。坚持标准引领，全面提升茶产业质量水平。
（二）主要目标。到2027年，新制定地方标准30项，示范区12个。
二、重点任务
（一）健全标准体系
1．完善种植标准。推广生态种植规程，完善投入品目录。
2．完善加工标准。推进清洁化加工，修订加工规程。
（二）夯实工作基础。加强检测平台建设，完善服务体系。
三、保障措施
（一）加强组织领导。健全工作机制，落实工作责任。`,
			[]string{"2.1.1 TASK", "2.1.2 TASK", "2.2 TASK", "3.1 SAFEGUARD"}},
		{"chapters are the tasks", `
一、支持茶企技改
对设备投入给予补助，单个项目不超过50万元，优先支持清洁化改造。
二、强化质量保障
健全检验检测体系，完善质量追溯，加强风险监测。
三、扩大品牌影响
组织茶企参加展会，培育区域公用品牌，推进地理标志保护。`,
			[]string{"1 TASK", "2 TASK", "3 TASK"}},
		{"a general chapter of bullets", `
一、推进茶产业标准化是实施乡村振兴战略的重要举措
——政府引导、企业主体。充分发挥市场作用，更好发挥政府作用。
——质量优先、效益并重。坚持绿色生产，提升质量效益。
二、加快标准研制
（一）完善种植标准，推广生态种植规程，健全投入品目录。（市农业农村局负责）
（二）推进清洁化加工，修订加工规程，开展示范创建。（市工信局负责）`,
			[]string{"2.1 TASK", "2.2 TASK"}},
		{"aims within a chapter of tasks", `
一、实施茶产业标准化工程
（一）工作目标。到2027年，新制定地方标准30项，示范区12个。
（二）工作任务。完善种植标准，推广生态种植规程，健全投入品目录。
二、组织实施
（一）加强统筹。建立协调机制，落实工作责任，强化督促检查。`,
			[]string{"1.2 TASK", "2.1 SAFEGUARD"}},
		{"regulation", `
第一章 总则
第一条 为加强茶叶标准管理，根据有关法律，制定本办法。
第二章 标准的制定
第二条 茶叶标准由市标准化主管部门统一立项、编号、发布。
第三章 罚则
第三条 违反本办法的，由主管部门责令改正，并予以通报。
第四章 附则
第四条 本办法自2024年5月1日起施行，有效期五年。`,
			[]string{"2.2 TASK"}},
		{"a chapter about the leadership of the party's organizations", `
一、健全党组织领导的茶村治理体系
1.完善村规民约。落实村民议事制度，推广积分制管理。（市民政局负责）
二、强化组织领导
2.加强统筹协调。建立协调机制，落实工作责任。（市农业农村局负责）`,
			[]string{"1.1 TASK", "2.2 SAFEGUARD"}},
		{"before the aims and after the tasks", `
一、目的意义
（一）茶产业标准化关系农民增收，也关系消费者的健康和安全。
二、实施范围
（一）全市茶叶种植、加工和流通企业，以及各级茶叶协会。
三、重点任务
（一）完善种植标准，推广生态种植规程，健全投入品目录。
四、加强统筹协调
（一）健全工作机制，落实工作责任，定期通报进展。
五、其他事项
（一）本方案由市农业农村局解释，自印发之日起施行。`,
			[]string{"3.1 TASK", "4.1 SAFEGUARD"}},
		{"mechanisms of work, and one for a matter", `
一、健全审核工作机制
1.完善审核方式。明确审核程序，建立专家库，提高审核质量。（市司法局负责）
二、建立健全工作机制
2.加强统筹协调。建立协调机制，落实工作责任。（市司法局负责）
三、有关要求
3.强化督促检查。定期通报进展，推动任务落实。（市司法局负责）`,
			[]string{"1.1 TASK", "2.2 SAFEGUARD", "3.3 SAFEGUARD"}},
		{"the last chapter protects rights", `
一、拓展就业岗位
1.扩大招用规模。落实减免政策，引导企业吸纳毕业生就业。（市人社局负责）
二、实施就业权益保障行动
2.消除就业歧视。规范招聘行为，依法查处虚假招聘。（市人社局负责）`,
			[]string{"1.1 TASK", "2.2 TASK"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := sourceOf(t, tt.text)
			var got []string
			for _, task := range extractTasks(src, outline(src, clean(src)).Blocks) {
				got = append(got, task.Path+" "+task.Kind)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("tasks (-want +got):\n%s", diff)
			}
		})
	}
}
