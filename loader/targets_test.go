package loader

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// showTarget is a target in one line: comparator, value, unit, deadline and metric.
func showTarget(t Target) string {
	year := "-"
	if t.Deadline != nil {
		year = strconv.Itoa(*t.Deadline)
	}
	return fmt.Sprintf("%s %s %s %s %s", t.Op,
		strconv.FormatFloat(t.Value, 'f', -1, 64), t.Unit, year, t.Metric)
}

func targetsOf(text string) []string {
	src, b := blockOf("1.1", "", text)
	var got []string
	for _, t := range extractTargets(src, Head{}, []Block{b}) {
		got = append(got, showTarget(t))
	}
	return got
}

func TestTargets(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"number behind its noun", "到2026年，培育标准化示范社区12个。",
			[]string{"= 12 个 2026 标准化示范社区"}},
		{"number before its noun", "到2026年，建成15个以上省级标准验证点。",
			[]string{">= 15 个 2026 省级标准验证点"}},
		{"rate", "到2027年，采用国际标准的产品占比达到85%以上。",
			[]string{">= 85 % 2027 采用国际标准的产品占比"}},
		{"level without a word", "农产品抽检合格率98%以上。",
			[]string{">= 98 % - 农产品抽检合格率"}},
		{"verb shared by a list", "到2028年，主导制定国家标准60项、行业标准90项、地方标准120项以上。",
			[]string{
				">= 60 项 2028 主导制定国家标准", ">= 90 项 2028 主导制定行业标准",
				">= 120 项 2028 主导制定地方标准",
			}},
		{"distributed in order", "国际、国家和行业标准参编数量分别达到5项、40项和80项以上。",
			[]string{
				">= 5 项 - 国际标准参编数量", ">= 40 项 - 国家标准参编数量", ">= 80 项 - 行业标准参编数量",
			}},
		{"distributed halves", "玉米播种、收割机械化率分别达到70%和60%。",
			[]string{"= 70 % - 玉米播种机械化率", "= 60 % - 玉米收割机械化率"}},
		{"distributed whole names", "林草覆盖率、污水处理率分别达到40%、95%。",
			[]string{"= 40 % - 林草覆盖率", "= 95 % - 污水处理率"}},
		{"range", "每年遴选标准化典型案例5—10个。",
			[]string{">= 5 个 - 标准化典型案例", "<= 10 个 - 标准化典型案例"}},
		{"range of rates", "服务业增加值年均增长6%—8%。",
			[]string{">= 6 % - 服务业增加值年均增长", "<= 8 % - 服务业增加值年均增长"}},
		{"multiplied out", "新材料产业总产值突破1.5万亿元，新增用户30万户。",
			[]string{"> 1500000000000 元 - 新材料产业总产值", "= 300000 户 - 用户"}},
		{"about", "培育链主企业20家左右。", []string{"= 20 家 - 链主企业"}},
		{"more than", "标准化从业人员超过3000人，线上办件量不少于9万件。",
			[]string{"> 3000 人 - 标准化从业人员", ">= 90000 件 - 线上办件量"}},
		{"at most", "地方标准制定周期控制在10个月以内，平均响应时间缩短至2小时。",
			[]string{"<= 10 个月 - 地方标准制定周期", "= 2 小时 - 平均响应时间"}},
		{"rank", "综合竞争力进入全国前10位。", []string{"<= 10 位 - 综合竞争力"}},
		{"percentage points", "标准有效率提高5个百分点以上。",
			[]string{">= 5 个百分点 - 标准有效率"}},
		{"grouped digits", "公开企业标准12,000项。", []string{"= 12000 项 - 公开企业标准"}},
		{"numerals", "规模以上工业产值翻一番，三分之二以上的村建成文化礼堂。",
			[]string{"= 1 番 - 规模以上工业产值", ">= 66.67 % - 村建成文化礼堂"}},
		{"verb without a noun of its own", "全年新开工项目300个、竣工150个。",
			[]string{"= 300 个 - 项目", "= 150 个 - 竣工项目"}},
		{"size inside the noun", "招引投资额10亿元以上项目6个、1亿元以上项目30个。",
			[]string{"= 6 个 - 投资额10亿元以上项目", "= 30 个 - 1亿元以上项目"}},
		{"what is supported each year", "每年支持2～3个茶叶科研项目。",
			[]string{">= 2 个 - 茶叶科研项目", "<= 3 个 - 茶叶科研项目"}},
		{"noun from the clause before", "组织房交会、推介会，每年度不少于3次。",
			[]string{">= 3 次 - 房交会、推介会"}},
		{"per unit", "每个乡镇至少建设1个综合养老服务中心。",
			[]string{">= 1 个 - 综合养老服务中心"}},
		{"moved to a new state", "推动8处停工矿山复产、6处矿山投产。",
			[]string{"= 8 处 - 停工矿山复产", "= 6 处 - 矿山投产"}},
		{"second of two after 和", "培育2个百亿级园区和7个特色园区。",
			[]string{"= 2 个 - 百亿级园区", "= 7 个 - 特色园区"}},
		{"part of the figure before", "经营主体达到9万户，其中企业3万户。",
			[]string{"= 90000 户 - 经营主体", "= 30000 户 - 企业"}},
		{"clause without a verb", "新增国家级试点2个，省级试点8个，市级试点20个。",
			[]string{"= 2 个 - 国家级试点", "= 8 个 - 省级试点", "= 20 个 - 市级试点"}},
		{"verb shared over 分别", "牵头制定国家标准、团体标准分别达到6项、16项。",
			[]string{"= 6 项 - 牵头制定国家标准", "= 16 项 - 牵头制定团体标准"}},
		{"share of a named whole", "参与试点的学校达到学校总数的四分之一以上。",
			[]string{">= 25 % - 参与试点的学校"}},
		{"unit per unit", "公路网密度达到60公里/百平方公里。",
			[]string{"= 60 公里/百平方公里 - 公路网密度"}},
		{"per head", "每千人口拥有护士4.1名。", []string{"= 4.1 名 - 每千人口拥有护士"}},
		{"actors that do something", "推动9家社会组织获得良好行为评价。",
			[]string{"= 9 家 - 社会组织获得良好行为评价"}},
		{"from a level of the past", "到2027年，服务标准覆盖率由2024年的65%提高到85%，综合指数进入全国前15位。",
			[]string{"= 85 % 2027 服务标准覆盖率", "<= 15 位 2027 综合指数"}},
		{"from the level of today", "茶农培训覆盖率由目前的35%提高到80%以上，合作社从现有的5家增加到12家。",
			[]string{">= 80 % - 茶农培训覆盖率", "= 12 家 - 合作社"}},
		{"more than in a year", "茶园覆盖率达到60%，较2023年提高4个百分点。",
			[]string{"= 60 % - 茶园覆盖率", "= 4 个百分点 - 茶园覆盖率"}},
		{"distributed over single characters", "猪、鸡、鸭规模养殖率分别达到50%、60%、70%。",
			[]string{"= 50 % - 猪规模养殖率", "= 60 % - 鸡规模养殖率", "= 70 % - 鸭规模养殖率"}},
		{"the whole of a given year", "到2027年，全年接待游客超过90万人次。",
			[]string{"> 900000 人次 2027 接待游客"}},
		{"rate of what is counted before", "标准化茶园达到25个，覆盖率达50%。",
			[]string{"= 25 个 - 标准化茶园", "= 50 % - 标准化茶园覆盖率"}},
		{"a year for each", "到2025年和2030年，绿色产品占比分别达到60%和75%以上。",
			[]string{">= 60 % 2025 绿色产品占比", ">= 75 % 2030 绿色产品占比"}},
		{"years behind the metric", "茶园覆盖率到2025年、2027年分别达到60%、75%。",
			[]string{"= 60 % 2025 茶园覆盖率", "= 75 % 2027 茶园覆盖率"}},
		{"a span of years is no year", "三年内推动不少于20项团体标准转化为国际标准。",
			[]string{">= 20 项 - 团体标准转化为国际标准"}},
		{"share that is covered", "垃圾收运体系覆盖95%的行政村。", []string{"= 95 % - 行政村"}},
		{"按 within a word", "热线按时办结率和满意率分别保持在99%、90%以上。",
			[]string{">= 99 % - 热线按时办结率", ">= 90 % - 满意率"}},
		{"at least so much money", "每年安排标准化专项资金不少于200万元。",
			[]string{">= 2000000 元 - 安排标准化专项资金"}},
		{"money for what stands before", "市财政设立茶产业专项资金，每年安排不少于300万元。",
			[]string{">= 3000000 元 - 市财政设立茶产业专项资金"}},
		{"length beside a count", "新建泵站4座，管网12.5公里。",
			[]string{"= 4 座 - 泵站", "= 12.5 公里 - 管网"}},
		{"time limit of the task", "改造泵站6座。\n责任单位：市水务局\n完成时限：2026年6月底",
			[]string{"= 6 座 2026 泵站"}},
		{"parts in brackets", "建成标准化试点项目8个（其中：农业3个、服务业5个）。",
			[]string{"= 8 个 - 标准化试点项目", "= 3 个 - 农业", "= 5 个 - 服务业"}},
		{"grades of one kind", "创建30个国家级、50个省级茶业标准化项目。",
			[]string{"= 30 个 - 国家级茶业标准化项目", "= 50 个 - 省级茶业标准化项目"}},
		{"years of a span", "三年内完成5项茶叶标准，新增试点20家。",
			[]string{"= 5 项 - 茶叶标准", "= 20 家 - 试点"}},
		{"tenths and halves", "茶农参训率超过八成，一半以上的茶园通过认证，机采面积占比过半。", []string{
			"> 80 % - 茶农参训率", ">= 50 % - 茶园通过认证", "> 50 % - 机采面积占比",
		}},
		{"share of things that come to a state", "推动全县60%的茶厂建成追溯系统，茶区三成以上的道路达到四级标准。",
			[]string{"= 60 % - 全县茶厂建成追溯系统", ">= 30 % - 茶区道路达到四级标准"}},
		{"share of a limit", "审批时间压缩至法定时限的40%以内。", []string{"<= 40 % - 审批时间"}},
		{"years of a span in order", "2026—2027年，茶企分别达到30家、45家。",
			[]string{"= 30 家 2026 茶企", "= 45 家 2027 茶企"}},
		{"sizes of what is counted", "年产值超过5亿元、1亿元的茶企分别达到2家、9家，形成3个超10亿元产业带。",
			[]string{
				"= 2 家 - 年产值超过5亿元的茶企", "= 9 家 - 1亿元的茶企", "= 3 个 - 超10亿元产业带",
			}},
		{"yield of land", "茶园亩均产值达到8000元。", []string{"= 8000 元 - 茶园亩均产值"}},
		{"lowered to", "茶园氮肥用量降至20公斤/亩以下。", []string{"<= 20 公斤/亩 - 茶园氮肥用量"}},
		{"time that taxes take", "出口退税时间控制在3个工作日以内。", []string{"<= 3 个工作日 - 出口退税时间"}},
		{"按 before a level", "茶企按标生产比例达到90%。", []string{"= 90 % - 茶企按标生产比例"}},
		{"year without a verb", "2026年全县茶企50家。", []string{"= 50 家 2026 全县茶企"}},
		{"faster than others", "茶叶产值增速比全省快2个百分点。", []string{"= 2 个百分点 - 茶叶产值增速"}},
		{"nouns behind figures over clauses", "创建3个茶叶强县，12个茶叶强镇，60个茶叶专业村。", []string{
			"= 3 个 - 茶叶强县", "= 12 个 - 茶叶强镇", "= 60 个 - 茶叶专业村",
		}},
		{"at least one in words", "每个县至少有一所茶叶学校，建成至少一个茶叶市场。",
			[]string{">= 1 所 - 每个县茶叶学校", ">= 1 个 - 茶叶市场"}},
		{"people better off", "带动20万人增收。", []string{"= 200000 人 - 增收"}},
		{"yield of a worker", "茶农劳动生产率达到4万元/人。", []string{"= 40000 元/人 - 茶农劳动生产率"}},
		{"above the limit of statistics", "新增限额以上茶叶零售企业9家。",
			[]string{"= 9 家 - 限额以上茶叶零售企业"}},
		{"share of a whole, in a clause of its own", "茶叶产值达到30亿元，占农业总产值的25%。",
			[]string{"= 3000000000 元 - 茶叶产值", "= 25 % - 茶叶产值"}},
		{"opened and pleased", "免费开放茶室20间，茶客满意度96%。",
			[]string{"= 20 间 - 免费开放茶室", "= 96 % - 茶客满意度"}},
		{"size without 的", "茶企达到40家，其中年产值3000万元以上6家。",
			[]string{"= 40 家 - 茶企", "= 6 家 - 年产值3000万元以上"}},
		{"all of them", "茶厂厕所100%达标。", []string{"= 100 % - 茶厂厕所达标"}},
		{"rank without a unit", "茶叶产量位居全省前三，出口额进入全国前五。",
			[]string{"<= 3 位 - 茶叶产量", "<= 5 位 - 出口额"}},
		{"ahead of time", "霜冻预警提前量超过60分钟，首次检验时限缩减到3天。",
			[]string{"> 60 分钟 - 霜冻预警提前量", "= 3 天 - 首次检验时限"}},
		{"clauses that go on with things", "新建茶叶质检站3个，茶叶研究所1家，茶企40家、茶农合作社60个。", []string{
			"= 3 个 - 茶叶质检站", "= 1 家 - 茶叶研究所", "= 40 家 - 茶企", "= 60 个 - 茶农合作社",
		}},
		{"distributed names of rates", "茶园认证率、茶标与国际标准一致性程度分别达到70%和80%。",
			[]string{"= 70 % - 茶园认证率", "= 80 % - 茶标与国际标准一致性程度"}},
		{"sizes without a noun behind the count", "年产值超9亿元的2家，超6亿元的4家、超3亿元的8家。", []string{
			"= 2 家 - 年产值超9亿元", "= 4 家 - 超6亿元", "= 8 家 - 超3亿元",
		}},
		{"long name beside a count", "新建茶仓4座，茶叶年仓储能力9万吨。",
			[]string{"= 4 座 - 茶仓", "= 90000 吨 - 茶叶年仓储能力"}},
		{"time that paying takes", "茶企纳税时间压缩12%以上。", []string{">= 12 % - 茶企纳税时间压缩"}},
		{"examples of what is made", "制定《绿茶》《红茶》等6项地方标准。", []string{"= 6 项 - 《绿茶》《红茶》等地方标准"}},
		{"share of all in a place", "全县80%茶园达到生态标准，确保完成率90%。",
			[]string{"= 80 % - 全县茶园达到生态标准", "= 90 % - 完成率"}},
		{"fewer papers", "提交材料由6份减至2份。", []string{"= 2 份 - 提交材料"}},
		{"handed out in different units", "茶叶标准、获证茶企、抽检覆盖率分别达到9项、40家、70%。", []string{
			"= 9 项 - 茶叶标准", "= 40 家 - 获证茶企", "= 70 % - 抽检覆盖率",
		}},
		{"size of land that is counted", "建设300亩以上连片茶园7个。",
			[]string{"= 7 个 - 300亩以上连片茶园"}},
		{"verb that is no making", "认证有机茶、绿色茶30个，担任茶叶技术委员会委员4人次。",
			[]string{"= 30 个 - 认证有机茶、绿色茶", "= 4 人次 - 担任茶叶技术委员会委员"}},
		{"numerals alone in a list", "形成百项茶叶标准、千家标准茶企。",
			[]string{"= 100 项 - 茶叶标准", "= 1000 家 - 标准茶企"}},
		{"things that become others", "力争2个茶园成为省级标杆，3年内制定茶叶标准6项。",
			[]string{"= 2 个 - 茶园成为省级标杆", "= 6 项 - 茶叶标准"}},
		{"state quoted behind a target", "茶事网办率达到90%，30个茶事“一次办”。",
			[]string{"= 90 % - 茶事网办率", "= 30 个 - 茶事“一次办”"}},
		{"two qualities of what is counted", "培育年产值超3亿元、具有自主品牌的茶企4家。",
			[]string{"= 4 家 - 年产值超3亿元、具有自主品牌的茶企"}},
		{"list of different things", "打造6个茶叶小镇、4条茶文化街区、9座茶亭。", []string{
			"= 6 个 - 茶叶小镇", "= 4 条 - 茶文化街区", "= 9 座 - 茶亭",
		}},
		{"parts in brackets without a word", "茶叶试点项目达到40个(国家级6个、省级9个)。",
			[]string{"= 40 个 - 茶叶试点项目", "= 6 个 - 国家级", "= 9 个 - 省级"}},
		{"less time behind an event", "霜冻发生后茶农得到救助的时间缩短至6小时以内。",
			[]string{"<= 6 小时 - 霜冻发生后茶农得到救助的时间"}},
		{"at least so much money for", "县财政每年安排不低于200万元茶产业专项资金。",
			[]string{">= 2000000 元 - 茶产业专项资金"}},
		{"share of floor space", "竹结构茶室占新建建筑面积的比例达到12%。",
			[]string{"= 12 % - 竹结构茶室占新建建筑面积的比例"}},
		{"beside what there is", "改造现有茶仓2座,新建茶仓5座。", []string{"= 5 座 - 茶仓"}},
		{"times of items, counted", "获评茶叶创新奖不少于7项次,推动30家茶企对标。",
			[]string{">= 7 项次 - 茶叶创新奖", "= 30 家 - 茶企对标"}},
		{"cap on a fee", "融资担保平均费率不超过1.2%。", []string{"<= 1.2 % - 融资担保平均费率"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, targetsOf(c.text)); d != "" {
				t.Errorf("targets of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func TestNoTargets(t *testing.T) {
	for name, text := range map[string]string{
		"date":               "自2024年3月1日起施行，有效期5年。",
		"document number":    "按照国办发〔2019〕45号文件要求推进。",
		"ordinal":            "办好第12届博览会。",
		"committee":          "组织企业与SAC/TC 22对接。",
		"code":               "推广5G应用，治理PM2.5，执行ISO 9001标准。",
		"order of magnitude": "打造千亿级产业集群，形成万亿级市场。",
		"slogan":             "围绕“三个中心”建设，实现“四个全覆盖”。",
		"subsidy":            "对新认定的示范企业给予一次性奖励50万元。",
		"quarters":           "前三季度完成培训，排名前三的给予奖励。",
		"procedure":          "每三年评选一次，每次不超过10个。",
		"done already":       "茶企开办时间已压缩至1个工作日。",
		"lowered fee":        "阶段性下调工伤保险费率50%。",
		"eased threshold":    "裁员率放宽到不超过职工总数的10%。",
		"half as a word":     "开展过半程检查，半数字化管理。",
		"tax":                "减按1.5%的税率征收契税。",
		"threshold":          "对年销售额2000万元以上的企业，给予最高30万元支持。",
		"rule of building":   "每百平方米建筑面积不低于0.8个配建车位。",
		"weight":             "考核结果占年度目标考核总分的5%。",
		"term":               "与用人单位签订3年以上劳动合同的人员优先。",
		"past":               "截至目前，全市已建成示范点200个。",
		"given number":       "聚焦16个重点产业，深化12个试点县改革。",
		"small numerals":     "坚持三个导向，抓好五个方面工作，建立一个平台。",
		"in a title":         "落实《新增100个公园行动方案》。",
		"explained":          "推广先进经验（涉及20个县）。",
		"time of day":        "每日8时至20时开放。",
		"conditions":         "申报茶企须具备以下条件：年产值3000万元以上，茶艺师5名以上。",
		"who may apply":      "申报单位种茶3年以上，茶艺师不少于5人。",
		"how long trials go": "试点周期为3年，每年遴选一批。",
		"what to hand in":    "提供材料4份，签订协议。",
		"what there is, won": "某茶企现有茶农80人，取得专利6件。",
		"years past":         "近三年来，全县新增茶园6片。",
		"how many to name":   "每个乡镇推荐不超过3个。",
		"points":             "茶园管理占15分。",
		"copies":             "申报材料一式4份。",
		"size in words":      "实现百亿元以上茶叶产业全覆盖。",
		"time for comments":  "公开征求意见时间不少于20日。",
		"weight of a score":  "茶叶标准化权重不低于7%。",
	} {
		t.Run(name, func(t *testing.T) {
			if got := targetsOf(text); len(got) > 0 {
				t.Errorf("targets of %q: %q, want none", text, got)
			}
		})
	}
}

func TestTargetDeadlines(t *testing.T) {
	issued, number := "2023-05-06", "某政发〔2023〕6号"
	for _, c := range []struct {
		name   string
		head   Head
		blocks [][3]string // path, heading, text
		want   []string
	}{
		{"a list over elements", Head{}, [][3]string{
			{"2.1", "", "到2027年，建成茶园3个；"}, {"2.2", "", "茶叶抽检合格率达98%；"}, {"2.3", "", "培育茶企5家。"},
			{"2.4", "", "建设仓库2个。"},
		}, []string{
			"= 3 个 2027 茶园", "= 98 % 2027 茶叶抽检合格率", "= 5 家 2027 茶企", "= 2 个 - 仓库",
		}},
		{"governs the elements below", Head{}, [][3]string{
			{"1.2", "主要目标", "到2025年，体系基本建成。"}, {"1.2.1", "", "新建实验室3个。"}, {"1.3", "", "新建基地2个。"},
		}, []string{"= 3 个 2025 实验室", "= 2 个 - 基地"}},
		{"items joined by a semicolon", Head{Issued: &issued}, [][3]string{
			{"1", "", "2024年新增站点5个；新建驿站6个。新建茶亭7个。全年举办茶会8场；茶艺课9期。"},
		}, []string{
			"= 5 个 2024 站点", "= 6 个 2024 驿站", "= 7 个 - 茶亭", "= 8 场 2023 茶会", "= 9 期 2023 茶艺课",
		}},
		{"aims of people and offices", Head{}, [][3]string{
			{"1", "目标", "承担全国茶叶标准化技术委员会秘书处2个，茶农平均受教育年限11.5年，参加补贴性培训3万人次。"},
			{"2", "目标", "80个事项“一次办成”，吸引50万本省游客。"},
		}, []string{
			"= 2 个 - 承担全国茶叶标准化技术委员会秘书处", "= 11.5 年 - 茶农平均受教育年限", "= 30000 人次 - 参加补贴性培训",
			"= 80 个 - 事项“一次办成”",
		}},
		{"elements below the goals", Head{}, [][3]string{
			{"1.2", "主要目标", "到2027年，质量提升。"}, {"1.2.1", "", "“千年茶”60户。"}, {"1.3", "", "“万里茶”70户。"},
		}, []string{"= 60 户 2027 “千年茶”"}},
		{"years of the things that are counted", Head{Issued: &issued}, [][3]string{
			{"1", "", "到2025年，完成2000年底前建成的茶厂改造，新增茶园3片。"},
		}, []string{"= 3 片 2025 茶园"}},
		{"stage in brackets", Head{}, [][3]string{
			{"1", "提升阶段（2024—2026年）", "新建站点5个。"}, {"2", "", "远期目标（2027—2030年）：新建站点6个。"},
			{"3", "", "落实行动计划（2023—2028年），新建站点7个。"},
		}, []string{"= 5 个 2026 站点", "= 6 个 2030 站点", "= 7 个 - 站点"}},
		{"last year of an introduction", Head{}, [][3]string{
			{"1", "目标", "到2025年，取得进展。到2030年，主要指标为："}, {"1.1", "", "新建实验室3个。"},
		}, []string{"= 3 个 2030 实验室"}},
		{"carried through a paragraph", Head{}, [][3]string{
			{"1", "目标", "到2025年，新建站点5个。新建驿站6个；到2030年，新建站点9个。"},
		}, []string{"= 5 个 2025 站点", "= 6 个 2025 驿站", "= 9 个 2030 站点"}},
		{"for all figures that follow", Head{}, [][3]string{
			{"2.1", "", "培育品牌4个（以下指标均为到2026年）。"}, {"2.2", "", "培育工匠70名。"},
		}, []string{"= 4 个 2026 品牌", "= 70 名 2026 工匠"}},
		{"plan period that is compared with", Head{Issued: &issued}, [][3]string{
			{"1", "", "茶叶农残检出率较“十三五”末下降20%。"},
		}, []string{"= 20 % - 茶叶农残检出率下降"}},
		{"plan period", Head{}, [][3]string{
			{"1", "目标", "“十四五”期间，新增站点5个。"},
		}, []string{"= 5 个 2025 站点"}},
		{"own year", Head{Issued: &issued}, [][3]string{
			{"1", "", "全年举办活动30场以上。年底前开通线路4条。"},
		}, []string{">= 30 场 2023 活动", "= 4 条 2023 线路"}},
		{"own year by month", Head{Issued: &issued}, [][3]string{
			{"1", "", "推动9个停工项目复工，除特殊情况外，10月15日前全部开工。9月底新开通线路4条。"},
		}, []string{"= 9 个 2023 停工项目复工", "= 4 条 2023 线路"}},
		{"own year by number", Head{Number: &number}, [][3]string{
			{"1", "", "全年举办活动30场以上。"},
		}, []string{">= 30 场 2023 活动"}},
		{"year of comparison", Head{}, [][3]string{
			{"1", "", "能耗比2020年下降13.5%。"},
		}, []string{"= 13.5 % - 能耗下降"}},
		{"year that has passed", Head{Issued: &issued}, [][3]string{
			{"1", "目标", "2022年，新建站点5个。"},
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var blocks []Block
			var src *Source
			for _, b := range c.blocks {
				s, block := blockOf(b[0], b[1], b[2])
				src = s
				blocks = append(blocks, block)
			}
			// Each block has its own source; the last one's is long enough for their quotes.
			src = SourceOf(src.Text + strings.Repeat(" ", 100))
			var got []string
			for _, row := range extractTargets(src, c.head, blocks) {
				got = append(got, showTarget(row))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("targets (-want +got):\n%s", d)
			}
		})
	}
}

func TestTargetBasis(t *testing.T) {
	for text, want := range map[string]string{
		"新增示范点5个。":        "new",
		"累计建成示范点5个。":      "cumulative",
		"每年举办培训5场以上。":     "annual",
		"覆盖率达到80%。":       "rate",
		"办理时限压缩至3个工作日以内。": "duration",
	} {
		src, b := blockOf("1", "", text)
		rows := extractTargets(src, Head{}, []Block{b})
		if len(rows) != 1 || rows[0].Basis == nil || *rows[0].Basis != want {
			t.Errorf("basis of %q: %+v, want %s", text, rows, want)
		}
	}
}

func TestTargetQuote(t *testing.T) {
	src, b := blockOf("1", "", "到2025年，培育企业３０家（以上）。")
	rows := extractTargets(src, Head{}, []Block{b})
	if len(rows) != 1 || rows[0].Quote != "培育企业３０家（以上）" {
		t.Errorf("quote: %+v, want the clause as written", rows)
	}
}

// Before the outline, most figures tell of what has been achieved.
func TestTargetsOfPreamble(t *testing.T) {
	src, b := blockOf(rootPath, "", "我市已有茶园30万亩，去年建成示范园12个。全年力争制定茶叶标准8项，确保抽检合格率达到98%。")
	var got []string
	for _, target := range extractTargets(src, Head{}, []Block{b}) {
		got = append(got, showTarget(target))
	}
	want := []string{"= 8 项 - 茶叶标准", "= 98 % - 抽检合格率"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("targets (-want +got):\n%s", d)
	}
}

// A paragraph before the outline that names a year to come goes on with aims.
func TestTargetsOfLeadingParagraph(t *testing.T) {
	src, b := blockOf(rootPath, "", "去年建成茶园4片。\n目标：到2027年，质量提升。建设茶叶学校5所。\n茶仓有6座。")
	var got []string
	for _, target := range extractTargets(src, Head{}, []Block{b}) {
		got = append(got, showTarget(target))
	}
	want := []string{"= 5 所 2027 茶叶学校"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("targets (-want +got):\n%s", d)
	}
}
