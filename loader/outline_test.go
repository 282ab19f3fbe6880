package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sourceOf makes a source of a text.
func sourceOf(t *testing.T, text string) *Source {
	t.Helper()
	src := SourceOf(text)
	src.Name = "test.txt"
	return src
}

// outlineOf gives the elements of a text as "path heading", leaves without a heading as "path -".
func outlineOf(t *testing.T, text string) []string {
	t.Helper()
	src := sourceOf(t, text)
	var out []string
	for _, b := range outline(src, clean(src)).Blocks {
		h := b.Heading
		if h == "" {
			h = "-"
		}
		out = append(out, b.Path+" "+h)
	}
	return out
}

const filler = "完善工作机制,统筹各方面力量,形成上下联动、齐抓共管的良好局面,确保各项工作有序推进。"

func TestOutline(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"chapters, articles and items", `
一、总体要求
（一）指导思想。` + filler + `
（二）工作目标。
1．近期目标。` + filler + `
2．远期目标。` + filler + `
二、重点任务
（一）加强茶产业标准建设。` + filler,
			[]string{"1 总体要求", "1.1 指导思想", "1.2 工作目标", "1.2.1 近期目标", "1.2.2 远期目标", "2 重点任务",
				"2.1 加强茶产业标准建设"}},
		{"commas behind numbers", `
一，提升质量
1，开展质量帮扶。` + filler + `
2，建设检测平台。` + filler + `
二，优化服务
1，简化办事流程。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台", "2 优化服务", "2.1 简化办事流程"}},
		{"numbers run on across chapters", `
一、提升质量
(一)开展质量帮扶。` + filler + `
(二)建设检测平台。` + filler + `
二、优化服务
(三)简化办事流程。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台", "2 优化服务", "2.3 简化办事流程"}},
		{"units stand in the headings", `
一、提升质量（责任单位：市质监局）
(一)开展质量帮扶（市质监局、市商务局）
` + filler + `
(二)建设检测平台〔牵头单位：市质监局〕。` + filler + `
(三)培育市场主体（企业、合作社）。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台", "1.3 培育市场主体（企业、合作社）"}},
		{"a number is missing", `
一、提升质量
1.开展质量帮扶。` + filler + `
2.建设检测平台。` + filler + `
4.简化办事流程。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台", "1.4 简化办事流程"}},
		{"lines lost: everything in one paragraph",
			"为加快茶产业发展，制定本方案。一、总体要求（一）指导思想。" + filler + "（二）工作目标。" + filler +
				"二、重点任务（一）建设标准园。" + filler + "（二）培育龙头企业。" + filler,
			[]string{"1 总体要求", "1.1 指导思想", "1.2 工作目标", "2 重点任务", "2.1 建设标准园", "2.2 培育龙头企业"}},
		{"a chapter glued to the paragraph before it", `
一、提升质量
(一)开展质量帮扶。` + filler + `(责任单位:市质监局)二、优化服务
(二)简化办事流程。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "2 优化服务", "2.2 简化办事流程"}},
		{"an enumeration within a paragraph is no outline", `
一、提升质量
(一)开展质量帮扶。1.组织专家进厂。2.免费检测样品。3.培训质量主管。
(二)建设检测平台。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台"}},
		{"run-in ordinals are no outline", `
一、提升质量
(一)开展质量帮扶。一是组织专家进厂；二是免费检测样品；三是培训质量主管。
(二)建设检测平台。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台"}},
		{"numerals and amounts at the head of a line", `
一、提升质量
(一)开展质量帮扶。` + filler + `
一、二月份完成动员，三月份全面铺开。
1.5万吨产能按期投产，带动全链条标准升级。
(二)建设检测平台。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 建设检测平台"}},
		{"an article that opens with a year", `
一、提升质量
1.开展质量帮扶。` + filler + `
2.2024年5月1日以后登记的企业，可申请一次性奖补。
3.建设检测平台。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.2 -", "1.3 建设检测平台"}},
		{"chapters spaced for the eye, articles with their matter in brackets, items without", `
第一章　总　　则
第一条（制定依据）为进一步规范茶园管理，根据有关法律，制定本办法。
第二条 （适用范围）本办法适用于茶园。不符合第一条第（一）（二）项或者本条（一）至（五）项的除外。
第三条 〔职责〕主管部门履行下列职责：
（一）统筹规划；
（二）监督管理，及时公开。
主管部门可以委托有关机构。
第二章　附　　则
第四条 本办法自印发之日起施行。`,
			[]string{"1 总则", "1.1 制定依据", "1.2 适用范围", "1.3 职责", "1.3.1 -", "1.3.2 -", "2 附则", "2.4 -"}},
		{"numbers in signs of one character", `
一、提高质量
㈠开展质量帮扶。` + filler + `
⒈培训茶农。` + filler + `
⑴编写教材。` + filler + `
㈡建设检测平台。` + filler,
			[]string{"1 提高质量", "1.1 开展质量帮扶", "1.1.1 培训茶农", "1.1.1.1 编写教材", "1.2 建设检测平台"}},
		{"usual headlines without a stop", `
一、总体要求
（一）指导思想以标准为引领，全面提高茶产业质量水平，坚持稳中求进。
（二）工作目标到2025年，茶叶质量水平明显提升，标准体系基本健全。
（三）工作目标是提高质量。`,
			[]string{"1 总体要求", "1.1 指导思想", "1.2 工作目标", "1.3 -"}},
		{"headlines that only a blank closes", `
一、提高茶农的认识 各级政府和有关部门要充分提高认识，认真组织茶农学习。
二、明确茶园的任务 要加快制定茶叶地方标准，做好推广应用。`,
			[]string{"1 提高茶农的认识", "2 明确茶园的任务"}},
		{"single sentences about places, none with a headline", `
1.宜春市袁州区推进茶叶“三统一”标准体系建设。
2.宜春市丰城市扎实推进茶叶示范基地建设，打造茶叶产业升级版。
3.宜春市樟树市放宽茶叶准入，助推区域开放。`,
			[]string{"1 -", "2 -", "3 -"}},
		{"bullets with headlines", `
一、总体要求
（一）基本原则
——政府引导、企业主体。` + filler + `
——质量优先，效益并重。` + filler + `
——构建从种植、采摘、加工到仓储、物流、销售的茶叶全产业链标准体系。` + filler + `
（二）主要目标
到2027年，标准体系基本健全。
——到2027年，新制定地方标准30项，新建示范区12个。
` + filler,
			[]string{"1 总体要求", "1.1 基本原则", "1.1.b1 政府引导、企业主体", "1.1.b2 质量优先，效益并重",
				"1.1.b3 构建从种植、采摘、加工到仓储、物流、销售的茶叶全产业链标准体系", "1.2 主要目标"}},
		{"headline on its own line", `
一、健全体系
（一）强化规划引领
` + filler + `
（二）严格过程管理
` + filler,
			[]string{"1 健全体系", "1.1 强化规划引领", "1.2 严格过程管理"}},
		{"headlines that begin like sentences, sentences that begin with a date", `
一、完善体系
（一）应急标准体系建设。
` + filler + `
（二）自主创新。
2024年6月底前，市农业农村局组织茶企开展技术攻关。
（三）经济合作。
` + filler,
			[]string{"1 完善体系", "1.1 应急标准体系建设", "1.2 自主创新", "1.3 经济合作"}},
		{"circles on one line", `
一、完善体系
（一）健全茶叶标准。
①种植标准。` + filler + `②加工标准。` + filler + `③流通标准。` + filler + `
（二）健全茶园标准。` + filler,
			[]string{"1 完善体系", "1.1 健全茶叶标准", "1.1.1 种植标准", "1.1.2 加工标准", "1.1.3 流通标准",
				"1.2 健全茶园标准"}},
		{"an enumeration behind a headline with a colon", `
一、完善体系
（一）健全茶叶标准：1.制定种植标准。` + filler + `2.制定加工标准。` + filler + `
（二）健全茶园标准。` + filler,
			[]string{"1 完善体系", "1.1 健全茶叶标准", "1.2 健全茶园标准"}},
		{"full sentences without headlines", `
一、财税支持
（一）对月销售额不足8万元的小规模纳税人，免征增值税，对其他纳税人减半征收。（市税务局负责）
（二）落实留抵退税政策，做到应退尽退，符合条件的企业三个工作日内办结。（市税务局负责）
（三）统筹安排专项资金支持企业技改。对设备投入给予补助，单个项目不超过50万元。（市财政局负责）
（四）推动银行机构扩大首贷规模，对普惠贷款增量给予奖励，落实风险补偿。（市财政局负责）`,
			[]string{"1 财税支持", "1.1 -", "1.2 -", "1.3 -", "1.4 -"}},
		{"sentences that only units follow", `
一、财税支持
（一）制定茶叶地方标准。（市农业农村局负责）
（二）建设标准化示范区。（市农业农村局、市财政局负责）
（三）开展茶企标准化培训。
责任单位：市工信局`,
			[]string{"1 财税支持", "1.1 -", "1.2 -", "1.3 -"}},
		{"parts of a regulation", `
第一章 总则
第一条 为规范茶叶标准的制定，根据有关法律，制定本办法。
第二条 本市行政区域内茶叶标准的制定适用本办法。第一条规定的除外。
第二章 标准的制定
第三条 标准的制定按照下列程序进行：
（一）立项。由生产单位提出申请，市标准化主管部门审查。
（二）起草。起草组按照计划起草，并征求意见。`,
			[]string{"1 总则", "1.1 -", "1.2 -", "2 标准的制定", "2.3 -", "2.3.1 立项", "2.3.2 起草"}},
		{"many-level numbers", `
1 总则
1.1 编制目的
` + filler + `
1.2 工作原则
` + filler + `
2 组织体系
2.1 领导机构
` + filler,
			[]string{"1 总则", "1.1 编制目的", "1.2 工作原则", "2 组织体系", "2.1 领导机构"}},
		{"lost stop behind a headline", `
一、提升质量
(一)推动茶叶质量追溯体系建设强化全链条数据采集，综合运用二维码等手段。
(二)培育区域公用品牌。` + filler + `
(三)加快检测平台建设。` + filler + `
(四)壮大人才队伍。` + filler + `
(五)新增茶叶标准化技术组织2个，承办会议9场。`,
			[]string{
				"1 提升质量", "1.1 推动茶叶质量追溯体系建设", "1.2 培育区域公用品牌", "1.3 加快检测平台建设", "1.4 壮大人才队伍", "1.5 -",
			}},
		{"numerals without a mark", `
一 总体要求
` + filler + `
二 重点任务
（一） 建设标准园。` + filler,
			[]string{"1 总体要求", "2 重点任务", "2.1 建设标准园"}},
		{"stages with their months", `
一、工作步骤
（一）动员部署阶段（2024年1月—3月）。` + filler + `
（二）组织实施阶段（2024年4月—2026年12月）。` + filler,
			[]string{"1 工作步骤", "1.1 动员部署阶段（2024年1月—3月）", "1.2 组织实施阶段（2024年4月—2026年12月）"}},
		{"decimals below a number", `
一、建设内容
（一）重点方向
1. 基础标准
1.1 术语标准
` + filler + `
1.2 分类标准
` + filler + `
2. 安全标准
` + filler + `
二、组织实施
（一）加强统筹。` + filler,
			[]string{"1 建设内容", "1.1 重点方向", "1.1.1 基础标准", "1.1.1.1 术语标准",
				"1.1.1.2 分类标准", "1.1.2 安全标准", "2 组织实施", "2.1 加强统筹"}},
		{"annexes are no body", `
一、提升质量
（一）开展质量帮扶。` + filler + `
二、保障措施
（一）加强领导。` + filler + `
附件：1.重点项目表
2.年度计划表
附件1
重点项目表
一、项目名称`,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "2 保障措施", "2.1 加强领导"}},
		{"a sentence about an annex", `
一、提升质量
（一）开展质量帮扶。` + filler + `
附件1所列项目由各县（市、区）组织实施。
二、保障措施
（一）加强领导。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "2 保障措施", "2.1 加强领导"}},
		{"restarting items below running articles", `
一、提升质量
（一）开展质量帮扶
1.组织专家进厂。` + filler + `
2.免费检测样品。` + filler + `
（二）建设检测平台
1.统筹布局。` + filler + `
（1）县级平台。` + filler + `
（2）乡镇站点。` + filler,
			[]string{"1 提升质量", "1.1 开展质量帮扶", "1.1.1 组织专家进厂", "1.1.2 免费检测样品", "1.2 建设检测平台",
				"1.2.1 统筹布局", "1.2.1.1 县级平台", "1.2.1.2 乡镇站点"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := outlineOf(t, tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("outline (-want +got):\n%s\n%s", diff, strings.Join(got, "\n"))
			}
		})
	}
}
