package loader

import (
	"strings"
	"unicode/utf8"
)

// accepted reports whether a figure is an aim. A target is a level to be reached: thresholds of
// eligibility, rates of taxes and subsidies, ceilings of procedures and past figures are none.
func (c *candidate) accepted() bool {
	if c.past() || c.orderOfMagnitude() {
		return false
	}
	if c.spelled && !c.plainNumeral() && !(c.listed != nil && c.listed.spelled && c.continues()) {
		return false
	}
	if c.continues() || c.parallel() {
		return true
	}
	if c.designed() || c.granted() || c.attributive() {
		return false
	}
	switch c.kind {
	case countUnit:
		return c.countAccepted()
	case rateUnit:
		return c.rateAccepted()
	case moneyUnit:
		return c.moneyAccepted()
	case durationUnit:
		return c.durationAccepted()
	case physicalUnit:
		return c.physicalAccepted()
	case rankUnit:
		return !containsAny(c.clause.of(c.text), []string{"给予", "奖励", "获"})
	}
	return false
}

// continues reports whether the figure goes on with a list that has been accepted.
func (c *candidate) continues() bool {
	if c.listed == nil || c.kind == moneyUnit || !c.alike(c.listed) {
		return false
	}
	if strings.TrimSpace(c.lead) != "" && !bareJoint(c.lead) {
		return false
	}
	return c.nounFollows() == c.listed.nounFollows()
}

// alike reports whether two figures may be of one list: their units are the same or both count
// things, or one word hands both out (分别达到5项、60%).
func (c *candidate) alike(other *candidate) bool {
	return c.unit == other.unit || c.kind == countUnit && other.kind == countUnit ||
		c.kind == rateUnit && bareJoint(c.lead) && contains(c.clause.of(c.text), "分别")
}

// parallel reports whether the figure ends a clause that goes on with the target before it: 其中,
// or the same unit without a verb of its own (省级项目20个,市级项目50个).
func (c *candidate) parallel() bool {
	if c.beforeNoun && strings.TrimSpace(c.lead) == "" && c.unit == c.beforeUnit && c.nounFollows() {
		return !c.granted() && !c.attributive()
	}
	part := strings.HasPrefix(c.lead, "(") || strings.HasPrefix(c.lead, "其中")
	if c.before == "" && !(part && c.listed != nil) ||
		c.kind != countUnit && c.kind != physicalUnit || c.nounFollows() ||
		c.start < c.clause.start {
		return false
	}
	if !part && (c.nounFollows() || !c.endsItem() ||
		c.unit != c.beforeUnit && !(c.kind == physicalUnit && c.named()) && !c.listsThings()) {
		return false
	}
	return !grantWords.in(c.clause.of(c.text)) && !c.designed()
}

// endsItem reports whether nothing but a further item of a list follows the figure.
func (c *candidate) endsItem() bool {
	rest := strings.TrimSpace(c.rest)
	return rest == "" || strings.HasPrefix(rest, "、")
}

// listsThings reports whether all that stands before a count is the name of what is counted, with
// which its clause opens: 新建茶园5片,茶厂6家.
func (c *candidate) listsThings() bool {
	name := strings.TrimSpace(c.lead)
	return c.kind == countUnit && c.listed == nil && c.stem == name && !c.presupposed() &&
		utf8.RuneCountInString(name) >= 2 && !longerThan(name, maxName)
}

// maxName is how many characters the name of what a list counts has.
const maxName = 16

// named reports whether all that stands before the figure is a short noun: 管网 of
// 新建泵站4座,管网12公里.
func (c *candidate) named() bool {
	name := strings.TrimSpace(c.lead)
	return c.listed == nil && c.stem == c.lead && utf8.RuneCountInString(name) >= 2 &&
		!longerThan(name, maxName)
}

// past reports whether the sentence tells of what has been achieved. A level that is left behind
// (由目前的60%提高到80%) is none of that.
func (c *candidate) past() bool {
	before := c.text[c.sentence.start:c.start]
	if !pastWords.in(before) {
		return false
	}
	for _, w := range []string{"由目前", "从目前", "比目前", "较目前", "由现有", "从现有", "在现有", "比现有", "较现有"} {
		before = strings.ReplaceAll(before, w, "")
	}
	if c.making || c.verbAdjacent() { // 改建现有仓库2个,新建仓库3个
		own := strings.LastIndexByte(before, ',') + 1
		before = withoutObjects(before[:own]) + before[own:]
	}
	return pastWords.in(before)
}

// withoutObjects leaves 现有 out where a verb of making stands before it: it says what is made better,
// not what there is.
func withoutObjects(text string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "现有")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if _, verb := makingVerbs.cutClosing(before); verb == "" {
			b.WriteString("现有")
		}
		text = after
	}
}

// orderOfMagnitude is 百亿级, 千亿元级: a scale, not a count.
func (c *candidate) orderOfMagnitude() bool {
	return opensWith(c.rest, "级", "量级") || strings.HasSuffix(c.lead, "规模的")
}

// plainNumeral accepts a figure in Chinese numerals only where it clearly counts: 三分之二,
// 翻一番, or directly after a verb of making and with a concrete noun.
func (c *candidate) plainNumeral() bool {
	if c.kind == rateUnit {
		return c.unit == "%" || c.unit == "番" || c.change != ""
	}
	if c.kind == rankUnit {
		return true
	}
	if c.kind == durationUnit {
		return c.value >= 1 && containsAny(c.lead, []string{"缩短", "压缩", "压减", "控制在"})
	}
	if c.kind == moneyUnit || c.value >= 100 && !c.bare {
		return c.compared && !(c.bare && c.nounFollows()) // 百亿元以上产业
	}
	if c.value < 2 {
		return c.value == 1 && c.leveled && c.op == ">=" && c.nounFollows() // 至少一所
	}
	return c.verbAdjacent() && c.nounFollows() && concreteNouns.in(c.following())
}

// concreteNouns are things that a plan can count.
var concreteNouns = words(`平台 基地 中心 园区 示范区 项目 企业 标准 试点 实验室 品牌 团队 集群 学校 医院 示范点 联盟
	站 机构 县 镇 街区 社区 工厂 车间 委员会 人才 专家`)

// designed reports whether the figure is one of a rule for buildings and plots.
func (c *candidate) designed() bool {
	clause := c.clause.of(c.text)
	return designWords.in(clause) ||
		contains(clause, "建筑面积") && !c.goals && !c.making && c.kind != rateUnit
}

// granted reports whether the figure belongs to a subsidy, charge or tax: its own clause says so,
// or its clause is the condition (对…的) of a later clause that grants something.
func (c *candidate) granted() bool {
	clause := strings.ReplaceAll(c.clause.of(c.text), "限额以上", "")
	if c.kind == durationUnit && shorter(c.lead) {
		return false
	}
	if grantWords.in(clause) && !c.cappedFee(clause) && !c.servesAim(clause) {
		return true
	}
	if !c.conditional {
		return false
	}
	return grantWords.in(c.text[c.clause.end:c.sentence.end]) ||
		contains(c.text[c.clause.end:c.sentence.end], "支持")
}

// servesAim lets a count pass whose clause names a grant only as its object: 发放补贴5万人次.
func (c *candidate) servesAim(clause string) bool {
	if c.kind != countUnit || !c.compared && !c.goals {
		return false
	}
	return !containsAny(clause, []string{"给予", "最高", "奖补", "补助", "奖励", "额度", "限额", "保证金",
		"首付", "上限"})
}

// cappedFee is a ceiling that the plan sets on a fee to be charged: 平均担保费率不超过1%.
func (c *candidate) cappedFee(clause string) bool {
	return c.kind == rateUnit && contains(clause, "费率") && strings.HasPrefix(c.op, "<") &&
		!containsAny(clause, []string{"给予", "补贴", "补助", "奖"})
}

// attributive reports whether the figure only qualifies a noun: 2000平方米以上的仓库,
// 亩均10万元以上项目3个.
func (c *candidate) attributive() bool {
	rest := strings.TrimLeft(c.rest, " ")
	if c.sizes() {
		return true
	}
	if c.kind == rankUnit || c.verbAdjacent() && c.kind == countUnit {
		return false
	}
	if strings.HasPrefix(rest, "的") && c.kind == rateUnit && c.shareOfNoun() {
		return false
	}
	if strings.HasPrefix(rest, "的") {
		return !(c.listed != nil && c.stem == "") || c.kind != countUnit
	}
	if !c.nounFollows() {
		return false
	}
	switch c.kind {
	case countUnit:
		return c.unit == "人" && c.tail != ""
	case rateUnit:
		return !c.shareOfNoun()
	case physicalUnit, moneyUnit:
		if spentWords.in(rest) {
			return false
		}
		return !c.verbAdjacent() && !c.allotted() && strings.Trim(c.stem, " 、和及") != "" || c.tail == "<="
	}
	return true
}

// allotted reports whether the figure is the least sum for what follows it: 每年安排不少于300万元茶业资金.
func (c *candidate) allotted() bool {
	return c.kind == moneyUnit && c.leveled && closesWith(c.stem, "安排", "投入", "筹集", "落实")
}

// shareOfNoun lets a rate pass that says of how many something is true: 80%以上的村建成….
func (c *candidate) shareOfNoun() bool {
	if opensWith(c.rest, "目标", "水平") {
		return true
	}
	if strings.HasSuffix(strings.TrimRight(c.lead, " "), "覆盖") ||
		c.compared && opensWith(c.rest, "比例", "的比例") {
		return true
	}
	return strings.Trim(cleanLead(c.stem, c.kind), " ") == "" && c.tail != "" || c.shareDone()
}

// notCounted before a number of things says that they are there already: 围绕17个产业.
var notCounted = words(`围绕 聚焦 依托 涉及 面向 针对 对 从 由 将 把 按 全市 全省 全县 全区 全国 全州 全盟 我市 我省 辖区 各
	以 等 与 和 及 、 满 每 连续 第 近 前 ( 全市共 超 这 该 上述 其他 其余 所有 任一 任意 某 某一 每一 于 中 其中 下辖 所辖 之`)

// givenWords before a number of things leave no doubt that they are there already.
var givenWords = words(`围绕 聚焦 依托 针对 面向 涉及 覆盖 全市 全省 全国 全县 全区 、 和 等国家`)

func (c *candidate) countAccepted() bool {
	clause := c.clause.of(c.text)
	if containsAny(c.lead, []string{"每人", "每位"}) && !contains(c.lead, "至少") {
		return c.verbAdjacent() && c.kind == countUnit
	}
	if c.unit == "次" && containsAny(clause, []string{"通行", "第一", "首次", "最多", "受理"}) {
		return false
	}
	if contains(c.lead, "推荐") && (c.op == "<=" || containsAny(c.lead, []string{"每个", "每家"})) {
		return false // how many may be named
	}
	if c.unit == "份" && contains(c.stem, "材料") && !c.leveled {
		return false // what to hand in
	}
	if contains(c.lead, "每次") || opensWith(c.rest, "方面", "环节", "阶段", "要素", "层次", "专项行动方案") {
		return false
	}
	if c.verbAdjacent() && !c.softOnly() {
		return true
	}
	if strings.TrimSpace(c.lead) == "为" {
		return containsAny(c.rest, []string{"提供", "解决", "办理", "发放"})
	}
	if opensWith(c.stem, "每万", "每千", "每百", "每十万") || closesWith(c.lead, "元的", "元以上的") && c.endsItem() {
		return true // 产值超9亿元的3家
	}
	if c.compared {
		return c.tail != "" || c.making || c.goals || !strings.HasSuffix(c.stem, "的")
	}
	if c.nounFollows() && c.making && !c.softOnly() {
		return !c.presupposed() || c.movedThings() || c.examples()
	}
	if c.listed != nil && joined(c.lead) {
		return true
	}
	if c.nounFollows() {
		return c.movedThings() || c.reachedThings()
	}
	return c.goals || c.making || strongVerbs.in(c.stem) || c.dated && strings.TrimSpace(c.rest) == ""
}

// reachedThings accepts things that open a clause among the goals, or behind a target, and come to a
// state that is quoted: 80个事项“一次办成”.
func (c *candidate) reachedThings() bool {
	return (c.goals || c.before != "") && !c.presupposed() && cleanLead(c.stem, c.kind) == "" &&
		contains(c.rest, "“")
}

// softOnly reports whether the only verb is one that says little: 支持17个产业.
func (c *candidate) softOnly() bool {
	if c.compared || containsAny(c.lead, []string{"每年", "年均"}) {
		return false
	}
	_, word := makingVerbs.cutClosing(c.stem)
	if word == "" {
		return false
	}
	return softVerbs.has(word) && !c.movedThings()
}

// presupposed reports whether the words directly before the figure take the things as given.
func (c *candidate) presupposed() bool {
	_, word := notCounted.cutClosing(c.lead)
	return word != ""
}

// draftingVerbs make what was not there before.
var draftingVerbs = words(`制定 制修订 制(修)订 修订 研制 编制 发布 出台 起草 新建 建成`)

// examples reports whether 等 before the figure closes examples of what shall be made:
// 制定《绿茶》等5项标准.
func (c *candidate) examples() bool {
	return strings.HasSuffix(c.lead, "等") && draftingVerbs.in(c.stem)
}

// movedWords are the states that things come to.
var movedWords = words(`获得 获评 入选 通过 建立 开展 复工 复产 开工 建成 投产 竣工 完工 落地 达产 投用 挂牌 通车 上市 上线
	建设 创建 改造 落实 实现 规范发展 转型升级 达标 对标 成为 发布 立项 转化 增收 脱贫 就业 致富`)

// movedThings accepts things that are there already and that the plan moves to a new state:
// 推动22处煤矿复工, 256个项目开工.
func (c *candidate) movedThings() bool {
	_, given := givenWords.cutClosing(c.lead)
	return given == "" && movedWords.in(c.rest)
}

// strongVerbs show an aim wherever they stand before a figure that ends its clause.
var strongVerbs = words(`新增 新建 建成 培育 打造 制定 引进 新开工 开工 竣工 创建 建设 实施 举办 完成 培训 培养 推出 认定
	新认定 改造 改扩建 发布 推广 组建 形成 招引 主导 参与 牵头 承担 采用 起草 公开 主持 获批 落户
	惠及 减排 节约 盘活 开放 申请 供应 带动 拥有 服务群众 覆盖
	认证 注册 担任 取得 立项 签订 通过验收 提供 参加 集聚 选派 达标`)

// ruledRates show that a rate is one of a rule.
var ruledRates = words(`税 投资额的 持股 出资 贴息 按`)

// inTime takes out the words in which 按 does not refer to a rule.
var inTime = strings.NewReplacer("按时", "", "按期", "", "按需", "")

// ofRates takes out the words that do not make a level of a rate a rule.
var ofRates = strings.NewReplacer("按", "", "税收", "")

// ruled reports whether a rate is one of a rule, as the words of its clause say.
func (c *candidate) ruled(clause string) bool {
	if c.leveled && rateNouns.closes(c.stem) {
		clause = ofRates.Replace(clause)
	}
	return ruledRates.in(inTime.Replace(clause)) && !contains(clause, "增长") &&
		!(c.change != "" && containsAny(c.stem, []string{"税收", "时间"}))
}

func (c *candidate) rateAccepted() bool {
	clause := c.clause.of(c.text)
	if c.unit == "个基点" {
		return false
	}
	if c.unit == "番" || strings.HasSuffix(c.unit, "百分点") && closesWith(c.stem, "快", "高", "低") {
		return true
	}
	if c.unit == "倍" && c.change == "" && !c.compared {
		return false
	}
	if c.share {
		return !contains(c.lead, "总分") // a weight in an assessment
	}
	if strings.HasSuffix(strings.TrimRight(c.lead, " "), "的") || strings.HasSuffix(c.lead, "按") {
		return false
	}
	if strings.HasSuffix(c.stem, "幅度") || c.conditional &&
		containsAny(c.text[c.sentence.start:c.start], []string{"时,", "应"}) {
		return false
	}
	if ruledRates.in(clause) && c.ruled(clause) {
		return false
	}
	if c.compared || c.change != "" || c.goals || c.shareDone() {
		return true
	}
	return containsAny(c.stem, []string{"率", "比例", "占比", "比重", "程度", "覆盖", "满意度"})
}

// spentWords after a sum say that it shall be spent or come in as a whole.
var spentWords = words(`全部支付 使用完毕 全部到位`)

func (c *candidate) moneyAccepted() bool {
	if (perHeadWords.in(strings.ReplaceAll(c.lead, "标准化", "")) ||
		strings.Contains(c.unit, "/")) && !c.yield() {
		return false
	}
	if opensWith(c.rest, "级", "以上") {
		return false
	}
	if c.nounFollows() && c.tail == "" {
		if spentWords.in(c.rest) {
			return true
		}
		if contains(c.rest, "的") {
			return false
		}
	}
	allocated := containsAny(c.lead, []string{"安排", "设立", "统筹", "筹集", "整合"}) ||
		opensWith(c.rest, "资金", "专项资金", "经费") ||
		opensWith(lastRunes(c.stem, 2), "资金", "经费") ||
		cleanLead(c.stem, c.kind) == "" && closesWith(c.previousClause(), "资金", "经费")
	if allocated && c.tail == "" && !c.compared {
		return false
	}
	return moneyWords.in(c.stem+c.lead+c.rest) || (c.goals || allocated) && c.compared
}

// shorter reports whether the words before a duration say that something shall take less time.
func shorter(lead string) bool {
	return containsAny(lead, []string{"压缩", "缩短", "压减", "缩减", "控制在"})
}

func (c *candidate) durationAccepted() bool {
	clause := c.clause.of(c.text)
	if termWords.in(clause) && !shorter(c.lead) {
		return false
	}
	if opensWith(c.rest, "内", "后", "以上") && !containsAny(c.lead, []string{"控制在", "缩短", "压缩"}) {
		return false
	}
	if (c.compared || c.goals) && containsAny(c.stem, []string{"年限", "寿命", "时长", "提前量"}) {
		return true
	}
	return delayWords.in(c.lead) ||
		c.compared && containsAny(c.text[c.sentence.start:c.start], []string{"周期", "缩短", "压缩"})
}

func (c *candidate) physicalAccepted() bool {
	if c.unit == "分" && strings.HasSuffix(c.lead, "占") {
		return false // of the points of an assessment
	}
	if c.unit == "岁" {
		return containsAny(c.stem, []string{"寿命", "平均"})
	}
	if c.tail == "<=" && c.change == "" && !containsAny(c.lead, []string{"控制", "降", "减", "压"}) {
		return false
	}
	if containsAny(c.clause.of(c.text), []string{"厚度", "半径", "用户", "容量"}) && !c.goals {
		return false
	}
	if !c.compared && contains(c.rest, "等") && c.nounFollows() ||
		strings.HasPrefix(c.rest, "(") && strings.Contains(c.rest, ")等") {
		return false
	}
	if containsAny(c.lead, []string{"年产", "日处理", "装机"}) && c.nounFollows() {
		return false
	}
	if strings.Contains(c.unit, "/") && c.nounFollows() {
		return false
	}
	return c.compared || c.verbAdjacent() || c.making || c.goals || c.listed != nil ||
		strongVerbs.in(c.stem)
}
