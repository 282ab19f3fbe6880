package loader

import (
	"slices"
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// Words of the labels before lists of units; roleLabel knows how they combine.
var (
	leadWords    = newWordSet("牵头", "主办", "主责", "首要责任", "第一责任")
	supportWords = newWordSet("配合", "协办", "协同", "协助", "协作", "参与", "参加", "支持", "协调单位")
	dutyWords    = newWordSet("责任", "落实", "负责", "实施", "承办", "完成", "执行", "指导", "承担", "主管", "监管",
		"监督", "督导", "组织", "涉及", "分工")
)

// labelEnds are the words that labels end in; noLabels stand in none.
var (
	labelEnds = words("单位 部门 主体 机构 处室 科室 股室 分工 责任 牵头 配合 落实 主办 协办")
	noLabels  = words("领导 责任人 时限 联系人 。 , ; :")
)

// maxLabel is the length of a label before a list, in bytes: 责任单位(排在第一位的为牵头单位,下同):
const maxLabel = 60

// maxPlainLabel is the same without a colon: 牵头责任单位.
const maxPlainLabel = 18

// roleLabel reads the label that s begins with (责任单位:, 【责任单位】) and gives the role it stands
// for and its length in bytes, 0 where there is none.
func roleLabel(s string) (role string, size int) {
	if opensWith(s, "〔") {
		return framedLabel(s)
	}
	i := strings.IndexByte(s[:min(len(s), maxLabel+1)], ':')
	if i < 0 {
		return "", 0
	}
	if role = labelRole(s[:i]); role == "" {
		return "", 0
	}
	return role, i + 1
}

// framedLabel reads a label in square brackets, with or without a colon behind it.
func framedLabel(s string) (role string, size int) {
	inner := s[len("〔"):]
	i := index(inner[:min(len(inner), maxLabel)], "〕")
	if i < 0 {
		return "", 0
	}
	if role = labelRole(inner[:i]); role == "" {
		return "", 0
	}
	size = len("〔") + i + len("〕")
	if strings.HasPrefix(s[size:], ":") {
		size++
	}
	return role, size
}

// plainLabel reads a label without its colon, behind which a unit is named with its level:
// 责任单位 省药监局.
func plainLabel(s string) (role string, size int) {
	if !opensLabel(s) {
		return "", 0
	}
	for _, w := range [...]string{"单位", "部门"} {
		i := index(s[:min(len(s), maxPlainLabel)], w)
		if i <= 0 {
			continue
		}
		size = i + len(w)
		name := strings.TrimLeft(s[size:], " ")
		if i := strings.IndexAny(name, "、,;"); i >= 0 {
			name = name[:i]
		}
		if unitLevel.opens(name) && isStrongUnit(name) {
			return labelRole(s[:size]), size
		}
	}
	return "", 0
}

// unitLevel has the levels that open names of units.
var unitLevel = words("市 省 州 县 区 国家")

// labelRole is the role that the words of a label stand for, "" where they are none.
func labelRole(label string) string {
	key := strings.ReplaceAll(label, " ", "")
	if bare := withoutGloss(key); firstPlaces.in(key[len(bare):]) {
		key = bare // who of them leads
	}
	if !labelEnds.closes(withoutGloss(key)) || noLabels.in(key) ||
		strings.Count(key, "(") != strings.Count(key, ")") {
		return ""
	}
	switch {
	case leadWords.in(key):
		return roleLead
	case supportWords.in(key):
		return roleSupport
	case dutyWords.in(key):
		return roleResponsible
	}
	return ""
}

// dutyVerbs follow the units of a list.
var dutyVerbs = []struct {
	role  string
	words *wordSet
}{
	{roleLead, newWordSet(
		"共同牵头负责", "联合牵头负责", "按职责分工牵头负责", "牵头负责", "牵头组织实施", "牵头落实", "牵头推进", "牵头实施",
		"共同牵头", "联合牵头", "分别牵头", "按职责分工牵头", "牵头指导", "牵头", "主办", "负责牵头", "双牵头",
		"为牵头单位", "为牵头部门", "作为牵头单位", "作为牵头部门", "为主办单位",
	)},
	{roleSupport, newWordSet(
		"按职责分工配合落实", "按职责分工配合", "按职责分工参与", "按职责配合", "配合落实", "配合实施", "协同配合", "参与配合",
		"配合做好", "配合", "参与", "参加", "协助", "协同", "协办",
		"为配合单位", "为配合部门", "作为配合单位", "作为配合部门", "给予支持", "予以支持", "提供支持", "为协办单位", "为参与单位", "为参加单位",
	)},
	{roleResponsible, newWordSet(
		"按照各自职责分工负责", "按各自职责分工负责", "按照职责分工分别负责", "按职责分工分别负责", "按照职责分工负责", "按职责分工负责",
		"依职责分工负责", "依照职责分工负责", "根据职责分工负责", "按职责分工落实", "按照职责分工落实", "按职责分工抓好落实",
		"按照职责分工抓好落实", "按职责抓好落实", "按职责分工组织实施",
		"按职责分工实施", "按职责分工推进", "按职责分工", "依职责负责", "按职责负责", "按照职责负责", "按照各自职责负责",
		"按各自职责负责", "结合职责负责", "分工负责", "分别负责", "共同负责", "具体负责", "联合负责", "负责组织实施", "负责落实",
		"负责实施", "组织实施", "抓好落实", "抓落实", "负责", "落实", "实施", "指导", "推进", "监督", "统筹",
		"承办", "为主", "负总责", "为责任单位", "为责任部门", "作为责任单位", "作为责任部门",
	)},
}

// anyDutyVerb has those of all roles.
var anyDutyVerb = newWordSet(slices.Concat(
	dutyVerbs[0].words.list, dutyVerbs[1].words.list, dutyVerbs[2].words.list,
)...)

// dutyVerb is the role of the verb that a group of units ends in, and the verb's length; 0 where
// there is none.
func dutyVerb(s string) (role string, size int) {
	verb := anyDutyVerb.closing(s)
	if verb == "" {
		return "", 0
	}
	for _, v := range dutyVerbs {
		if v.words.has(verb) {
			role = v.role
			break
		}
	}
	if len(verb) == len(s) {
		return role, 0
	}
	rest := s[:len(s)-len(verb)]
	for {
		before, w := dutyAdverbs.cutClosing(rest)
		if w == "" || before == "" {
			return role, len(s) - len(rest)
		}
		rest = before
	}
}

// dutyAdverbs tell how units do their duty: 密切配合, 具体落实.
var dutyAdverbs = words(`具体 分别 共同 联合 积极 密切 主动 协同 认真 切实 全力 做好 抓好 各自 主要 为主 协助
	按职责 按职责分工 按照职责 按照职责分工 按照各自职责 按照各自职责分工 根据职责 根据职责分工 依职责 依职责分工
	按职能 按职能分工 按分工 按照分工 依法依职责`)

// dutyWithin is the place of a verb with an object (A负责标准制定) behind a whole name, or 0.
func dutyWithin(name string) int {
	for _, w := range [...]string{"负责", "牵头", "指导", "按职责", "按照职责", "落实", "先行"} {
		if i := index(name, w); i > 0 && isStrongUnit(name[:i]) {
			return i
		}
	}
	return 0
}

// Endings of names of government units. The strong ones hardly ever end other words; those of one
// character do so in names of three or more.
var (
	strongEnds     = words("局 委 厅 办 部 署")
	strongSuffixes = words(`政府 委员会 管委会 办公室 办公厅 中心 公司 部门 单位 总局 银行 集团 检察院 法院
		研究院 研究室 政研室 督查室 专班 办事处 总工会 联席会议 机关 支队 总队 支行 中支 分行 海关 党校
		机构`)
	unitEnds = newWordSet(slices.Concat(strongEnds.list, strongSuffixes.list, strings.Fields(`
		院 会 处 组 队 行 社 台 馆 站 所 港 团 联 协 校 市 县 区 州 镇 乡 旗 盟 关 庭 企
		街道 园区 产业园 各地 地方 学校 大学 学院 企业 中学 党委 总社 成员 人大 团中央
		公路段 林场 农场 机场 城投 交投 水投 农投 文投 旅投 产投 金控`))...)
	// Words that end like units and are none, but for the units that end like them.
	notUnits = newWordSet(
		"社会", "机会", "大会", "全部", "内部", "外部", "干部", "总部", "西部", "东部", "中部", "北部", "南部", "委托", "布局",
		"格局",
		"结局", "举办", "开办", "创办", "协办", "承办", "试行", "执行", "进行", "银行业", "场所", "研究所需", "一部", "局部",
		"主办", "督办",
	)
	stillUnits = words("科创办 文创办 双创办 政协办 上海总部")
)

// linesOfWork stand for the departments of a government where a list names these in short, up to
// 等部门: 发改、经信、科技等部门.
var linesOfWork = newWordSet(strings.Fields(`
	发改 发展改革 发展和改革 经信 工信 经济和信息化 工业和信息化 科技 科学技术 教育 公安 民政 司法 财政 人社 人力社保
	人力资源社会保障 人力资源和社会保障 国土 国土资源 自然资源 规划 环保 环境保护 生态环境 住建 建设 住房城乡建设 住房和城乡建设
	交通 交通运输 水利 水务 农业 农业农村 农牧 林业 林草 商务 文化 旅游 文旅 文化和旅游 文化旅游 卫生 卫计 卫生计生 卫健 卫生健康
	医保 医疗保障 应急 应急管理 安监 安全监管 审计 质监 工商 食药监 食品药品监管 市场监管 药监 药品监管 税务 统计 体育 金融 海关
	通信 邮政 气象 知识产权 城管 城市管理 网信 大数据 数据 政务服务 行政审批 机构编制 编制 宣传 国资 粮食 能源 海洋 渔业 供销
	退役军人 乡村振兴 扶贫 外事 法制`)...)

// isLineOfWork reports whether a name is that of a line of work, with or without a level.
func isLineOfWork(name string) bool {
	rest, _ := unitLevel.cutOpening(name)
	return linesOfWork.has(name) || linesOfWork.has(rest)
}

// maxUnitName is the length of the longest name taken for a unit, in characters.
const maxUnitName = 36

// notInUnits are marks that no unit's name has; quotes it may have in pairs (市“放管服”改革办).
var (
	notInUnits = newWordSet("。", ",", ";", ":", "《", "》")
	quotes     = newWordSet("“", "”")
)

// isUnitName reports whether a name may be that of a government unit or of a class of them.
func isUnitName(name string) bool { return isUnit(bareUnit(name)) }

// isStrongUnit reports whether a name is certainly that of a unit.
func isStrongUnit(name string) bool {
	bare := bareUnit(name)
	strong := strongEnds.closes(bare) && longerThan(bare, 2) || strongSuffixes.closes(bare)
	return strong && isUnit(bare)
}

// bareUnit is a name without the bracket that closes it.
func bareUnit(name string) string {
	bare := withoutGloss(name)
	start, end := trimSpan(bare, 0, len(bare))
	return bare[start:end]
}

// isUnit is isUnitName for a name without a bracket at its end.
func isUnit(bare string) bool {
	return unitEnds.closes(bare) && (!notUnits.closes(bare) || stillUnits.closes(bare)) &&
		longerThan(bare, 1) && !longerThan(bare, maxUnitName) && !notInUnits.in(bare) &&
		(!quotes.in(bare) || strings.Count(bare, "“") == strings.Count(bare, "”"))
}

// isCollective reports whether a name stands for a class of units and not for one.
func isCollective(name string) bool {
	switch gazetteer.WithoutBrackets(name) {
	case "开发区", "园区", "功能区", "开发区管委会", "园区管委会", "功能区管委会", "街道办事处", "县区政府", "区县政府", "市县政府", "市县人民政府",
		"镇政府", "镇人民政府":
		return true
	}
	return classWords.in(strings.Replace(name, "乡镇企业", "", 1)) || namesDivisions(name)
}

// namesDivisions reports whether a bracket in a name lists kinds of division, so that it stands for
// all of them: 县(市、区)人民政府.
func namesDivisions(name string) bool {
	for _, marks := range [...]string{"()", "（）", "〈〉", "〔〕"} {
		first, last := firstRune(marks), lastRune(marks)
		_, rest, open := strings.Cut(name, string(first))
		inner, _, closed := strings.Cut(rest, string(last))
		if open && closed && inner != "" && strings.Trim(inner, "市区县州盟旗乡镇、,，") == "" {
			return true
		}
	}
	return false
}

// classWords stand in the names of classes of units.
var classWords = newWordSet(
	"各", "有关", "相关", "成员单位", "主管部门", "其他", "其它", "市直部门", "省直部门", "市直单位", "省直单位", "地方政府",
	"地方人民政府", "县级以上", "属地", "所在地", "责任单位", "牵头单位", "部门和单位", "部门单位", "镇街", "乡镇", "街镇", "市级部门",
	"市属部门", "省级部门", "监管部门", "行业部门", "相应", "全市", "全省", "两级", "市属国有", "省属国有", "市属企业", "省属企业", "区属国有", "县属国有",
	"多部门", "银行业金融机构", "试点城市", "试点地区", "省直管县", "区市县",
)
