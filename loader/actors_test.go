package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestActors(t *testing.T) {
	gaz := testNames(t)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"duty of a class", "各地各部门要将茶产业标准化纳入绩效考核，落实工作责任。", []string{"各地各部门"}},
		{"two joined classes", "各地区、各有关部门要加大投入，形成工作合力。", []string{"各地区", "各有关部门"}},
		{"each clause its own", "省农业主管部门负责统筹协调；地级市政府可组织制定实施细则。", []string{"省农业主管部门", "地级市政府"}},
		{"roles of a principle", "坚持标准化主管部门主导、行业主管部门主抓、地方政府主推。",
			[]string{"标准化主管部门", "行业主管部门", "地方政府"}},
		{"made use of", "充分发挥省茶产业联席会议的统筹协调作用，研究重大问题。", []string{"省茶产业联席会议"}},
		{"together", "各牵头部门要会同有关部门制定年度计划。", []string{"各牵头部门", "有关部门"}},
		{"by", "具体办法由县（市、区）人民政府制定。", []string{"县（市、区）人民政府"}},
		{"lines of work", "农业、林业和茶业主管部门要加强协作，质监、科技等部门要做好服务。",
			[]string{"农业、林业和茶业主管部门", "质监、科技等部门"}},
		{"named unit", "市农业农村局要加强技术指导，定期开展培训。", []string{"市农业农村局"}},
		{"finance", "各级财政要统筹安排茶产业专项资金。", []string{"各级财政"}},
		{"only encouraged", "鼓励各地将成功经验转化为标准，支持有关部门开展试点。", nil},
		{"only an object", "经市人民政府批准后，向省级主管部门备案，报国务院。", nil},
		{"a list of units is no running text", "建设茶园。（市农业农村局、市水利局按职责分工负责）", nil},
		{"answers for", "各县（市、区）人民政府是本辖区茶产业发展的责任主体。", []string{"各县（市、区）人民政府"}},
		{"on an occasion", "主管部门在办理登记时可简化材料。农业农村部门可依据申请，直接签订协议。",
			[]string{"主管部门", "农业农村部门"}},
		{"classes of places", "各县（市）、各乡镇（街道）要制定计划。各区、县（市）每月举办1场活动。各县（市）区要按月调度。",
			[]string{"各县（市）", "各乡镇（街道）", "各区、县（市）", "各县（市）区"}},
		{"many lines of work", "农业农村、林业、水利、商务、文化和旅游、市场监督管理、工业和信息化等部门要密切配合。",
			[]string{"农业农村、林业、水利、商务、文化和旅游、市场监督管理、工业和信息化等部门"}},
		{"finance of a place", "市财政每年安排经费，市自然资源局优先保障用地。", []string{"市财政", "市自然资源局"}},
		{"each its own part", "县直各部门各司其职，县政府督查室适时开展督查。", []string{"县直各部门", "县政府督查室"}},
		{"office of a group", "县茶产业发展领导小组办公室（设在县农业农村局）负责日常工作，各成员单位按月报送进展。",
			[]string{"县茶产业发展领导小组办公室", "各成员单位"}},
		{"mass organizations", "市工商联、市妇联、团市委等群团组织要定期举办活动。", []string{"市工商联", "市妇联", "团市委"}},
		{"zones", "各县（市）、某某开发区要积极探索，某某开发区管委会要加强服务。",
			[]string{"各县（市）", "某某开发区", "某某开发区管委会"}},
		{"a layout is no bureau", "各区布局要合理，县域格局要优化，各市局要加强指导。", []string{"各市局"}},
		{"a place is no actor", "购买某某开发区统一建设的住房。", nil},
		{"who heads a group", "成立由县政府分管领导任组长的专班。", nil},
		{"in their own way", "市林业局、市税务局按照实际情况为茶企办理手续，市水利局根据旱情调度用水。",
			[]string{"市林业局", "市税务局", "市水利局"}},
		{"courts and police", "各级法院依法审理茶叶合同纠纷。公安机关要打击假冒行为。", []string{"各级法院", "公安机关"}},
		{"members of a body", "建立市林业局、市水利局、人行宜春市分行等部门参加的会商机制，市茶产业专班应及时报告。",
			[]string{"市林业局", "市水利局", "人行宜春市分行", "市茶产业专班"}},
		{"held to their duty", "压实属地政府主体责任，强化企业主体责任。", []string{"属地政府"}},
		{"who pays", "由受益财政安排补助，不足部分由企业所在地县（区）财政承担。",
			[]string{"受益财政", "企业所在地县（区）财政"}},
		{"each place", "每个县（区）至少建成1个茶园，用地由所在县（区）统筹安排。", []string{"每个县（区）", "所在县（区）"}},
		{"found by both", "经市林业局会同有关部门认定后公布。", []string{"市林业局", "有关部门"}},
		{"joined", "市林业局与中国人民银行宜春市中心支行共同建立机制。",
			[]string{"市林业局", "中国人民银行宜春市中心支行"}},
		{"names without a level", "人民银行要支持茶企融资。海关总署负责监管。人民银行等部门要紧密配合。",
			[]string{"人民银行", "海关总署"}},
		{"other kinds of units", "市政府研究室牵头起草意见。市贸促会负责组织茶企参展。市标准化研究院承担研制任务。",
			[]string{"市政府研究室", "市贸促会", "市标准化研究院"}},
		{"one by one before the rest", "工业和信息化部、农业农村部等国务院有关部门分工管理茶叶标准。",
			[]string{"工业和信息化部", "农业农村部"}},
		{"one by one in a long name", "市财政局、市工业和信息化局等部门要制定年度计划。",
			[]string{"市财政局", "市工业和信息化局"}},
		{"of three levels", "省、市、县三级农业部门要建立联动机制。", []string{"省、市、县三级农业部门"}},
		{"of any county", "由县水利局会同县市场监管局、县自然资源局核定面积。",
			[]string{"县水利局", "县市场监管局", "县自然资源局"}},
		{"by several", "茶园面积由县农业部门和不动产登记中心核定，细则由市农业农村局出台具体办法。",
			[]string{"县农业部门", "不动产登记中心", "市农业农村局"}},
		{"a group by members", "工作专班由市农业农村局、市水利局组成。", nil},
		{"may or will", "各县区也可结合实际补充措施。逾期未改的，市农业农村局将予以通报。",
			[]string{"各县区", "市农业农村局"}},
		{"rules of procedure", "市农业农村局委托评审，依照规定处理。分管单位应每年报告。", []string{"市农业农村局", "分管单位"}},
		{"a name with another", "市市场监管局（知识产权局）要会同有关部门督导。", []string{"市市场监管局（知识产权局）", "有关部门"}},
		{"only guided", "引导和规范地方各级人民政府设立基金，市财政设立专项资金。", []string{"市财政"}},
		{"whose control one accepts", "茶企接受市农业农村局、分管单位监督检查。", nil},
		{"classes joined by a class of places", "市标准化委员会统筹全市工作，市有关部门和各区政府要制定计划。",
			[]string{"市标准化委员会", "市有关部门", "各区政府"}},
		{"what has been done", "近年来，各地各部门认真落实规划，茶产业发展取得了积极成效。", nil},
		{"kinds of places", "各县（市、区、特区）要制定措施，各市（自治州）要落实责任，各师市要加强领导。",
			[]string{"各县（市、区、特区）", "各市（自治州）", "各师市"}},
		{"an office and its seat", "领导小组办公室设在市林业局，具体负责日常工作；市林业局会同市财政局修订办法。",
			[]string{"领导小组办公室", "市林业局", "市财政局"}},
		{"of cities with districts", "设区的市人民政府林业主管部门负责本区域茶园管理，各街道办事处要配合。",
			[]string{"设区的市人民政府林业主管部门", "各街道办事处"}},
		{"of several levels", "省、市、县财政要安排经费，市、县（市）区财政每年配套，市、县（区）人民政府要落实责任。",
			[]string{"省、市、县财政", "市、县（市）区财政", "市、县（区）人民政府"}},
		{"a longer name joined", "市林业局、县政府督查室适时开展督查。", []string{"市林业局", "县政府督查室"}},
		{"places in two lists", "各辖市、区人民政府要制定计划，各市、县茶叶局负责验收。",
			[]string{"各辖市、区人民政府", "各市、县茶叶局"}},
		{"party and government", "各级党委和政府要加强领导，市、县两级财政部门要安排经费。",
			[]string{"各级党委和政府", "市、县两级财政部门"}},
		{"kinds of departments by lines of work", "农业、林业、水利等行业主管部门要抓好落实。",
			[]string{"农业、林业、水利等行业主管部门"}},
		{"offices and organs", "市茶改办牵头编制规划，各级审批机关应当公开流程，审计机关依法开展审计。",
			[]string{"市茶改办", "各级审批机关", "审计机关"}},
		{"customs and unions", "海关要加快茶叶通关，海关总署另行规定，市总工会组织技能竞赛。",
			[]string{"海关", "市总工会"}},
		{"carries out", "乡镇政府是茶园管护的实施主体。", []string{"乡镇政府"}},
		{"places that make something", "每个县（市、区）培育2个茶叶品牌，各盟行政公署要落实责任。",
			[]string{"每个县（市、区）", "各盟行政公署"}},
		{"who manages its part", "国务院有关茶业主管部门分工管理本行业的茶叶标准化工作，园区管理机构要做好服务。",
			[]string{"国务院有关茶业主管部门", "园区管理机构"}},
		{"并 inside", "并联审批部门应当及时反馈。", []string{"并联审批部门"}},
		{"provinces", "各省、自治区、直辖市人民政府要制定办法，各省（自治区、直辖市）都要落实经费，各有关市（县）要配合。",
			[]string{"各省、自治区、直辖市人民政府", "各省（自治区、直辖市）", "各有关市（县）"}},
		{"all of them", "各地区、各有关部门均应建立台账，各地以乡镇为单位开展培训。", []string{"各地区", "各有关部门", "各地"}},
		{"what they have to see to", "由市农业部门办成示范茶园，茶园由县林业部门办好。", []string{"市农业部门", "县林业部门"}},
		{"by their duty in law", "负有茶叶质量监督管理职责的部门应当加强抽查，地方各级行政执法机关要公开结果。",
			[]string{"负有茶叶质量监督管理职责的部门", "地方各级行政执法机关"}},
		{"headquarters", "市森林防火指挥部要统一调度，国务院安委办会同有关部门督导，各试点地区要报送方案。",
			[]string{"市森林防火指挥部", "国务院安委办", "有关部门", "各试点地区"}},
		{"with a place", "市林业局、茶山区牵头制定方案，市供销合作社要扩大网点。", []string{"市林业局", "市供销合作社"}},
		{"asked to", "请各市、县人民政府认真贯彻执行。", []string{"各市、县人民政府"}},
		{"joined with those of places", "市林业局和各市、县茶叶局要公开结果，细则由市水利局和各县茶叶局商有关部门确定。",
			[]string{"市林业局", "各市、县茶叶局", "市水利局", "各县茶叶局"}},
		{"a group's own field", "市茶业协同创新领导小组办公室会同各镇政府定期会商，研究问题。", []string{"市茶业协同创新领导小组办公室", "各镇政府"}},
		{"above a level", "县级人民政府以上机构另行规定。", nil},
		{"who has arranged", "根据市委市政府统一安排，制定本方案。", nil},
		{"whose heads are members", "市林业局、市水利局等部门负责人为成员。", nil},
		{"some departments", "两部门联合发文，每个县至少有2家茶企。", nil},
		{"enterprises and society", "企业要落实主体责任，行业协会要加强自律。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src, body := textOf(t, tt.text)
			blocks := []Block{{Section: Section{Path: "1"}, Body: body, lists: findUnitLists(body)}}
			var got []string
			for _, a := range extractActors(src, blocks, gaz, "360900") {
				got = append(got, a.Name)
				if src.Quote(a.Span) != a.Name {
					t.Errorf("span of %q is %q", a.Name, src.Quote(a.Span))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("actors (-want +got):\n%s", diff)
			}
		})
	}
}

// A headline may be a sentence that makes someone responsible; who is named again below counts once.
func TestActorsOfHeadlines(t *testing.T) {
	src, head := textOf(t, "市林业局牵头制定茶叶标准")
	body := head.Slice(0, head.Len())
	var got []string
	for _, a := range extractActors(src, []Block{{Head: head, Body: body}}, testNames(t), "360900") {
		got = append(got, a.Name)
	}
	if diff := cmp.Diff([]string{"市林业局"}, got); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	for _, s := range []string{"强化地方政府责任", "创新政府管理方式"} {
		src, head := textOf(t, s)
		if got := extractActors(src, []Block{{Head: head}}, testNames(t), "360900"); len(got) > 0 {
			t.Errorf("actors of %q: %+v, want none", s, got)
		}
	}
}
