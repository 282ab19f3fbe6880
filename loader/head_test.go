package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

const planText = `
为加快茶产业标准化，制定本方案。
一、总体要求
（一）指导思想。坚持标准引领，全面提升茶产业质量水平，完善体系。
二、重点任务
（一）建设标准园。完善技术规程，加强培训。（责任单位：市农业农村局）
`

func TestHead(t *testing.T) {
	gaz := testNames(t)
	tests := []struct {
		name, text string
		want       Head
	}{
		{"notice, plan, signature between", `宜春市人民政府办公室关于印发宜春市茶产业标准化三年行动计划（2023—2025年）的通知
宜府办字〔2023〕12号

各县（市、区）人民政府，市政府各部门：
《宜春市茶产业标准化三年行动计划（2023—2025年）》已经市政府同意，现印发给你们，请认真贯彻执行。

宜春市人民政府办公室
2023年3月15日

（此件主动公开）

宜春市茶产业标准化三年行动计划
（2023—2025年）` + planText,
			Head{
				Title:       ptr("宜春市茶产业标准化三年行动计划（2023—2025年）"),
				NoticeTitle: ptr("宜春市人民政府办公室关于印发宜春市茶产业标准化三年行动计划（2023—2025年）的通知"),
				Number:      ptr("宜府办字〔2023〕12号"), Issuers: []string{"宜春市人民政府办公室"}, Region: ptr("360900"),
				Issued: ptr("2023-03-15"), Period: &Period{2023, 2025}, Genre: "行动计划", Script: "Hans",
			}},
		{"web page with a table of fields", `索引号：11330000MB1/2021-0012 主题分类：综合政务
发布机构：浙江省人民政府 成文日期：2021年06月01日
标题：浙江省人民政府关于加快茶产业标准化的实施意见
发文字号：浙政发[2021]18号 发布日期：2021年06月10日
浙江省人民政府关于加快茶产业标准化的实施意见` + planText,
			Head{
				Title: ptr("浙江省人民政府关于加快茶产业标准化的实施意见"), Number: ptr("浙政发〔2021〕18号"),
				Issuers: []string{"浙江省人民政府"}, Region: ptr("330000"), Issued: ptr("2021-06-01"),
				Published: ptr("2021-06-10"), Genre: "实施意见", Script: "Hans",
			}},
		{"joint issuers", `国家市场监督管理总局 国家发展和改革委员会
农业农村部
关于印发《茶产业标准化行动方案》的通知
国市监标技发〔2022〕15号
各省、自治区、直辖市市场监管局（厅、委）、发展改革委：
现将《茶产业标准化行动方案》印发给你们，请结合实际认真贯彻落实。
市场监管总局  中央网信办
农业农村部
2022年3月2日
茶产业标准化行动方案` + planText,
			Head{
				Title:       ptr("茶产业标准化行动方案"),
				NoticeTitle: ptr("国家市场监督管理总局国家发展和改革委员会农业农村部关于印发《茶产业标准化行动方案》的通知"),
				Number:      ptr("国市监标技发〔2022〕15号"), Issuers: []string{"市场监管总局", "中央网信办", "农业农村部"},
				Region: ptr("000000"), Issued: ptr("2022-03-02"), Genre: "其他", Script: "Hans",
			}},
		{"title on two lines, signature at the end", `宜春市人民政府关于加快
茶产业标准化的意见
各县（市、区）人民政府：` + planText + `宜春市人民政府
二〇二三年三月十五日
`,
			Head{
				Title: ptr("宜春市人民政府关于加快茶产业标准化的意见"), Issuers: []string{"宜春市人民政府"},
				Region: ptr("360900"), Issued: ptr("2023-03-15"), Genre: "意见", Script: "Hans",
			}},
		{"damaged number and date", `宜春市人民政府关于加快茶产业标准化的意见
宜府发〔202330
2023821日)` + planText,
			Head{
				Title: ptr("宜春市人民政府关于加快茶产业标准化的意见"), Number: ptr("宜府发〔2023〕30号"),
				Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"), Issued: ptr("2023-08-21"),
				Genre: "意见", Script: "Hans", Repaired: true,
			}},
		{"nothing but the text", "为加快茶产业标准化，结合宜春实际，制定本方案。" + planText,
			Head{
				Issuers: []string{}, Region: ptr("360900"), Genre: "其他", Script: "Hans",
				RegionCertainty: Certainty{graph.Low, []Doubt{doubtRegion}},
			}},
		{"decree", `江西省人民政府令
第35号
《江西省茶叶标准管理办法》已经省人民政府审议通过，现予公布，自2020年5月1日起施行。
2020年3月20日
江西省茶叶标准管理办法
第一章 总则
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由省标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("江西省茶叶标准管理办法"), Number: ptr("江西省人民政府令第35号"), Issuers: []string{"江西省人民政府"},
				Region: ptr("360000"), Issued: ptr("2020-03-20"), Genre: "办法", Script: "Hans",
			}},
		{"rules with the note of their promulgation", `宜春市茶叶地方标准管理办法
（2023年5月6日宜春市人民政府第4次常务会议通过 2023年5月20日宜春市人民政府令第3号公布 自2023年7月1日起施行）
第一章 总则
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由市标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("宜春市茶叶地方标准管理办法"), Number: ptr("宜春市人民政府令第3号"), Issuers: []string{"宜春市人民政府"},
				Region: ptr("360900"), Issued: ptr("2023-05-20"), Genre: "办法", Script: "Hans",
			}},
		{"a single year, joint issuers on several lines", `关于印发《茶产业2023年度标准化行动计划》的通知
国标委联〔2023〕9号
各省、自治区、直辖市市场监管局（厅、委）、工商联：
现将《茶产业2023年度标准化行动计划》印发给你们，请结合实际认真贯彻落实。
国家标准委 农业农村部
全国工商联
2023年3月2日
茶产业2023年度标准化行动计划` + planText,
			Head{
				Title: ptr("茶产业2023年度标准化行动计划"), NoticeTitle: ptr("关于印发《茶产业2023年度标准化行动计划》的通知"),
				Number: ptr("国标委联〔2023〕9号"), Issuers: []string{"国家标准委", "农业农村部", "全国工商联"},
				Region: ptr("000000"), Issued: ptr("2023-03-02"), Period: &Period{2023, 2023},
				Genre: "行动计划", Script: "Hans",
			}},
		{"five-year plan behind a table of contents", `江西省“十四五”茶产业发展规划
目  录
第一章  发展基础
第二章  主要任务
第一章  发展基础
我省茶产业标准化工作取得明显成效，标准体系不断健全。
第二章  主要任务
完善产前产中产后标准，加强配套，健全体系。`,
			Head{
				Title: ptr("江西省“十四五”茶产业发展规划"), Issuers: []string{}, Region: ptr("360000"),
				Period: &Period{2021, 2025}, Genre: "规划", Script: "Hans",
			}},
		{"rows without colons, number and remark around the title, cover signed by another", `索 引 号 主题分类 综合政务
发布机构 省人民政府 文  号 赣府发〔2021〕8号
成文日期 2021-06-01 发布日期 2021-06-10
原文如下:
江西省人民政府关于批转省农业厅加快茶产业标准化意见的通知(赣府发〔2021〕8号)
（本文有删减）
各市、县人民政府，省政府各部门：
现将《关于加快茶产业标准化的意见》转发给你们，请认真贯彻执行。
江西省人民政府
2021年6月1日
关于加快茶产业标准化的意见` + planText + `江西省农业厅
2021年5月6日
`,
			Head{
				Title:       ptr("关于加快茶产业标准化的意见"),
				NoticeTitle: ptr("江西省人民政府关于批转省农业厅加快茶产业标准化意见的通知"),
				Number:      ptr("赣府发〔2021〕8号"), Issuers: []string{"江西省人民政府"}, Region: ptr("360000"),
				Issued: ptr("2021-06-01"), Published: ptr("2021-06-10"), Genre: "意见", Script: "Hans",
			}},
		{"title over three lines about another document, fields with the value below", `政策级别：市级
归档时间：2024-01-05
文号：
宜府办字〔2023〕15号
发布日期：
2023-04-02 16:30
茶网站
宜春市人民政府办公室
关于落实赣府发〔2021〕8号文件推行茶园标准化制度
和茶叶质量追溯制度的意见
附件：1.茶园名单实施方案
各县（市、区）人民政府：` + planText,
			Head{
				Title:  ptr("宜春市人民政府办公室关于落实赣府发〔2021〕8号文件推行茶园标准化制度和茶叶质量追溯制度的意见"),
				Number: ptr("宜府办字〔2023〕15号"), Issuers: []string{"宜春市人民政府办公室"},
				Region: ptr("360900"), Published: ptr("2023-04-02"), Genre: "意见", Script: "Hans",
			}},
		{"title in marks, year of the plan, date that lost its words", `《宜春市人民政府关于印发〈宜春市2023年茶产业工作要点〉的通知》
宜府发〔2023〕4号
2023315
各县（市、区）人民政府：
《宜春市2023年茶产业工作要点》已经市政府2023年3月1日第三次会议同意，现印发给你们。` + planText,
			Head{
				Title:       ptr("宜春市2023年茶产业工作要点"),
				NoticeTitle: ptr("宜春市人民政府关于印发〈宜春市2023年茶产业工作要点〉的通知"),
				Number:      ptr("宜府发〔2023〕4号"), Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"),
				Issued: ptr("2023-03-15"), Period: &Period{2023, 2023}, Genre: "其他", Script: "Hans",
				Repaired: true,
			}},
		{"annex alone, sentence with a date", `附件：宜春市茶产业标准化实施方案
根据2023年3月1日市政府会议的决定制定。` + planText,
			Head{
				Title: ptr("宜春市茶产业标准化实施方案"), Issuers: []string{}, Region: ptr("360900"),
				Genre: "实施方案", Script: "Hans",
			}},
		{"order of a national body that the table of units does not know", `茶叶标准委
关于制定茶叶标准的函
各产茶企业，各省、自治区、直辖市茶叶主管部门：` + planText,
			Head{
				Title: ptr("茶叶标准委关于制定茶叶标准的函"), Issuers: []string{"茶叶标准委"},
				Region: ptr("000000"), Genre: "其他", Script: "Hans",
			}},
		{"letterhead on two lines, menu above, plan named over two lines", `茶业法规
宜春市人民政府
文件
宜府发〔2023〕9号
关于印发《宜春市茶园质量提升行动
实施方案（2023—2025年）》的通知
各县（市、区）人民政府：
现将《宜春市茶园质量提升行动实施方案（2023—2025年）》印发给你们，请遵照执行。
2023年3月15日
宜春市茶园质量提升行动
实施方案
20232025年）` + planText,
			Head{
				Title:       ptr("宜春市茶园质量提升行动实施方案（2023—2025年）"),
				NoticeTitle: ptr("关于印发《宜春市茶园质量提升行动实施方案（2023—2025年）》的通知"),
				Number:      ptr("宜府发〔2023〕9号"), Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"),
				Issued: ptr("2023-03-15"), Period: &Period{2023, 2025}, Genre: "实施方案", Script: "Hans",
			}},
		{"several plans in one notice, page dates in figures", `欢迎访问茶叶网!
茶叶资讯 ENGLISH 0795-1234567
2023-04-02 16:30:05 来源：茶叶网
茶叶法规
江西省农业农村厅 江西省市场监督管理局
关于印发《江西省茶叶标准办法》
《江西省茶园办法》
《江西省茶厂办法》的通知
各市农业农村局：
现将《江西省茶叶标准办法》《江西省茶园办法》《江西省茶厂办法》印发给你们。
江西省农业农村厅
江西省市场监督管理局
2023年3月15日
江西省茶叶标准办法` + planText,
			Head{
				Title:       ptr("江西省茶叶标准办法"),
				NoticeTitle: ptr("江西省农业农村厅江西省市场监督管理局关于印发《江西省茶叶标准办法》《江西省茶园办法》《江西省茶厂办法》的通知"),
				Issuers:     []string{"江西省农业农村厅", "江西省市场监督管理局"}, Region: ptr("360000"),
				Issued: ptr("2023-03-15"), Published: ptr("2023-04-02"), Genre: "办法", Script: "Hans",
			}},
		{"fields in brackets, decree behind the title", `【发布单位】江西省人民政府 【发布日期】2020-03-25 【失效日期】
浏览量:80 时间:2020-04-01
江西省茶叶标准管理办法 江西省人民政府令 第35号
《江西省茶叶标准管理办法》已经2020年3月6日省人民政府第3次会议审议通过，现予发布，自2020年5月1日起施行。
省长 某某 2020年3月20日
江西省茶叶标准管理办法
第一章 总则
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由省标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("江西省茶叶标准管理办法"), Number: ptr("江西省人民政府令第35号"), Issuers: []string{"江西省人民政府"},
				Region: ptr("360000"), Issued: ptr("2020-03-20"), Published: ptr("2020-03-25"), Genre: "办法", Script: "Hans",
			}},
		{"a text on one line", `宜春市人民政府关于加快茶产业标准化的意见 宜府发〔2005〕33号 各县（市、区）人民政府: 为加快茶产业标准化，提出如下意见: 一、总体要求 坚持标准引领，全面提升茶产业质量水平。 二、重点任务 完善技术规程，加强培训。`,
			Head{
				Title: ptr("宜春市人民政府关于加快茶产业标准化的意见"), Number: ptr("宜府发〔2005〕33号"),
				Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"), Genre: "意见", Script: "Hans",
			}},
		{"a text on one line without a number", `宜春市人民政府关于加快茶产业标准化的意见 各县（市、区）人民政府: 为加快茶产业标准化，根据新的形势和我市茶产业发展的实际情况，提出如下意见: 一、总体要求 坚持标准引领，全面提升茶产业质量水平。 二、重点任务 完善技术规程，加强培训。`,
			Head{
				Title:   ptr("宜春市人民政府关于加快茶产业标准化的意见"),
				Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"), Genre: "意见", Script: "Hans",
			}},
		{"note of the promulgation that leaves out the place and tells of amendments", `宜春市茶叶地方标准管理规定
（2004年10月8日市人民政府令第12号发布，根据2008年4月16日《关于修改〈宜春市茶叶地方标准管理规定〉的决定》做了修改，重新公布。）
第一章 总则
第一条 为了加强茶叶标准管理，根据有关法律，制定本规定。
第二条 茶叶标准由市标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("宜春市茶叶地方标准管理规定"), Number: ptr("宜春市人民政府令第12号"), Issuers: []string{"宜春市人民政府"},
				Region: ptr("360900"), Issued: ptr("2004-10-08"), Genre: "其他", Script: "Hans",
			}},
		{"list of fields, decree of a new version", `1. 【颁布时间】2020-03-20
2. 【发文号】江西省人民政府令第35号
江西省人民政府令
第35号
现公布修订后的《江西省茶叶标准管理办法》，自2020年5月1日起施行。
省长 某某
2020年3月20日
江西省茶叶标准管理办法
（2009年10月8日江西省人民政府令第12号发布）
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由省标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("江西省茶叶标准管理办法"), Number: ptr("江西省人民政府令第35号"), Issuers: []string{"江西省人民政府"},
				Region: ptr("360000"), Issued: ptr("2020-03-20"), Genre: "办法", Script: "Hans",
			}},
		{"a page that says who made a plan public", `省委办公厅、省政府办公厅印发《江西省茶产业标准化实施方案（2023—2025年）》
江西茶叶网 2023年4月2日 来源：江西日报` + planText,
			Head{
				Title:   ptr("江西省茶产业标准化实施方案（2023—2025年）"),
				Issuers: []string{"省委办公厅", "省政府办公厅"}, Region: ptr("360000"),
				Published: ptr("2023-04-02"), Period: &Period{2023, 2025}, Genre: "实施方案", Script: "Hans",
			}},
		{"issuer that forwards, elided below a letterhead, title with its issuer twice", `江西省人民政府文件
赣府发〔2023〕8号
省政府
省政府贯彻国务院关于发展茶产业指导意见的
实施意见
2023年3月15日????
根据《茶产业促进办法》（国发〔2009〕3号）要求，对茶产业进行了考核。
附件：1.茶园名单实施方案
各市、县人民政府：` + planText,
			Head{
				Title:  ptr("省政府贯彻国务院关于发展茶产业指导意见的实施意见"),
				Number: ptr("赣府发〔2023〕8号"), Issuers: []string{"江西省人民政府"}, Region: ptr("360000"),
				Issued: ptr("2023-03-15"), Genre: "实施意见", Script: "Hans",
			}},
		{"reply with an annex, number and title from fields", `文件名称：[江西]江西省人民政府关于2022年度茶园名单的批复
文件编号：赣府字〔2023〕7号
你市《关于上报茶园标准化实施方案的请示》（宜府文〔2023〕2号）收悉。现批复如下：
一、同意设立茶园。要加强管理，完善体系。
二、认真组织实施。要落实责任，加强培训。
江西省人民政府
2023年3月15日
（此页无正文）`,
			Head{
				Title:  ptr("江西省人民政府关于2022年度茶园名单的批复"),
				Number: ptr("赣府字〔2023〕7号"), Issuers: []string{"江西省人民政府"}, Region: ptr("360000"),
				Issued: ptr("2023-03-15"), Genre: "其他", Script: "Hans",
			}},
		{"notice of its own with a list as annex, fifth of the year plans in words", `江西省人民政府关于编制第十四个五年茶产业规划的通知
各市、县人民政府：
为加快茶产业标准化，现将有关事项通知如下：
附件：茶园名单
江西省人民政府
2021年3月15日
附件：
江西省茶园实施方案` + planText,
			Head{
				Title:   ptr("江西省人民政府关于编制第十四个五年茶产业规划的通知"),
				Issuers: []string{"江西省人民政府"}, Region: ptr("360000"), Issued: ptr("2021-03-15"),
				Period: &Period{2021, 2025}, Genre: "通知", Script: "Hans",
			}},
		{"date behind the number on one line", `宜春市人民政府关于加快茶产业标准化的意见 宜府发〔2005〕33号 2005-11-03 为加快茶产业标准化，提出如下意见。 一、总体要求 坚持标准引领，全面提升茶产业质量水平。 二、重点任务 完善技术规程，加强培训。`,
			Head{
				Title: ptr("宜春市人民政府关于加快茶产业标准化的意见"), Number: ptr("宜府发〔2005〕33号"),
				Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"), Issued: ptr("2005-11-03"),
				Genre: "意见", Script: "Hans",
			}},
		{"rules of the whole country without a head", `茶叶标签管理规范
第一条 为了加强茶叶标签管理，根据有关法律，制定本规范。
第二条 在中华人民共和国境内销售茶叶，适用本规范。台湾、香港、澳门的茶叶，参照台湾、香港、澳门有关规定管理。`,
			Head{
				Title: ptr("茶叶标签管理规范"), Issuers: []string{}, Region: ptr("000000"), Genre: "其他", Script: "Hans",
				RegionCertainty: Certainty{graph.Low, []Doubt{doubtRegion}},
			}},
		{"note of amendments by a later decree", `宜春市茶叶地方标准管理办法
2012年12月3日 宜春市人民政府常务会议通过
２０１２年１２月１９日 宜春市人民政府令第１２号发布，
2014年6月29日 宜春市人民政府令第32号《宜春市人民政府关于修改部分规章的决定》修正
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由市标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("宜春市茶叶地方标准管理办法"), Number: ptr("宜春市人民政府令第12号"), Issuers: []string{"宜春市人民政府"},
				Region: ptr("360900"), Issued: ptr("2012-12-19"), Genre: "办法", Script: "Hans",
			}},
		{"nothing but the text, which cites plans of its region", `为落实《国务院关于发展茶产业的意见》《江西省茶产业规划》和《宜春市茶产业规划》，结合实际，制定本方案。` +
			strings.TrimPrefix(planText, "\n为加快茶产业标准化，制定本方案。"),
			Head{
				Issuers: []string{}, Region: ptr("360900"), Genre: "其他", Script: "Hans",
				RegionCertainty: Certainty{graph.Low, []Doubt{doubtRegion}},
			}},
		{"words of the page before the title, who handed the plan over", `“信息公开” 宜春市人民政府办公室 宜春市茶叶局印发《宜春市茶产业行动计划（2023—2025年）》的通知
新闻来源：茶叶办 添加时间：2023-04-02 10:20:30
宜春市茶产业行动计划
（2023—2025年）` + planText,
			Head{
				Title:       ptr("宜春市茶产业行动计划（2023—2025年）"),
				NoticeTitle: ptr("宜春市人民政府办公室宜春市茶叶局印发《宜春市茶产业行动计划（2023—2025年）》的通知"),
				Issuers:     []string{"宜春市人民政府办公室", "宜春市茶叶局"}, Region: ptr("360900"),
				Published: ptr("2023-04-02"), Period: &Period{2023, 2025}, Genre: "行动计划", Script: "Hans",
			}},
		{"words of a page and the line of an agency above, party and government one below the other, day of the page below", `政策全文
新华社北京3月15日电
中共中央 国务院
关于发展茶产业的意见
（2023年3月1日）` + planText + `更新时间：2024-01-26 11:25
`,
			Head{
				Title: ptr("中共中央国务院关于发展茶产业的意见"), Issuers: []string{"中共中央", "国务院"},
				Region: ptr("000000"), Issued: ptr("2023-03-01"), Genre: "意见", Script: "Hans",
			}},
		{"party and government in one word, file below the signature", `中共宜春市委宜春市人民政府关于发展茶产业的意见` + planText + `2023年3月15日
【原文下载】
宜春市发展茶产业的意见.pdf
`,
			Head{
				Title: ptr("中共宜春市委宜春市人民政府关于发展茶产业的意见"), Issuers: []string{"中共宜春市委", "宜春市人民政府"},
				Region: ptr("360900"), Issued: ptr("2023-03-15"), Genre: "意见", Script: "Hans",
			}},
		{"passed on, signed by who wrote it", `宜春市人民政府办公室转发市茶叶局关于加快茶产业标准化意见的通知
各县（市、区）人民政府：
市茶叶局《关于加快茶产业标准化的意见》已经市政府同意，现转发给你们，请认真贯彻执行。
关于加快茶产业标准化的意见` + planText + `市茶叶局
2023年3月1日
`,
			Head{
				Title:       ptr("关于加快茶产业标准化的意见"),
				NoticeTitle: ptr("宜春市人民政府办公室转发市茶叶局关于加快茶产业标准化意见的通知"),
				Issuers:     []string{"宜春市人民政府办公室"}, Region: ptr("360900"), Issued: ptr("2023-03-01"),
				Genre: "意见", Script: "Hans",
			}},
		{"who made it below the title, as in a collection of laws", `茶叶标准管理办法（试行）
作者：茶叶资料网 时间：2024-06-17 07:14:26
茶叶标准管理办法（试行）
国家邮政局
（2002/07/01）
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准统一立项、编号、发布。`,
			Head{
				Title: ptr("茶叶标准管理办法（试行）"), Issuers: []string{"国家邮政局"}, Region: ptr("000000"),
				Issued: ptr("2002-07-01"), Published: ptr("2024-06-17"), Genre: "办法", Script: "Hans",
			}},
		{"issuers that the title only counts, a document cited before the plan is handed over", `农业农村部等七部门关于印发茶产业标准化方案的通知
各省、自治区、直辖市农业农村厅：
为贯彻落实《茶产业发展纲要》，我们制定了《茶产业标准化方案》，现印发给你们。
` + strings.TrimPrefix(planText, "\n"),
			Head{
				Title: ptr("茶产业标准化方案"), NoticeTitle: ptr("农业农村部等七部门关于印发茶产业标准化方案的通知"),
				Issuers: []string{"农业农村部"}, Region: ptr("000000"), Genre: "其他", Script: "Hans",
			}},
		{"fields, title, number and addressees without blanks between them", `索 引 号：000014/2021-00087主题分类：综合政务发文机关：国务院成文日期：2021年09月23日标 题：国务院关于发展茶产业的意见发文字号：国发〔2021〕98号发布日期：2021年10月08日
国务院关于发展茶产业的意见国发〔2021〕98号各省、自治区、直辖市人民政府：为加快茶产业标准化，推动茶产业高质量发展，现提出如下意见。一、总体要求坚持标准引领，全面提升茶产业质量水平。二、重点任务完善技术规程，加强培训。`,
			Head{
				Title: ptr("国务院关于发展茶产业的意见"), Number: ptr("国发〔2021〕98号"), Issuers: []string{"国务院"},
				Region: ptr("000000"), Issued: ptr("2021-09-23"), Published: ptr("2021-10-08"),
				Genre: "意见", Script: "Hans",
			}},
		{"part of a portal above the title, month and authors below it, number without its last word", `政策文件
国标委联[2021] 36
关于加强茶产业标准化的意见
（二〇二一年五月）` + planText,
			Head{
				Title: ptr("关于加强茶产业标准化的意见"), Number: ptr("国标委联〔2021〕36号"), Issuers: []string{},
				Region: ptr("000000"), Genre: "意见", Script: "Hans", Repaired: true,
			}},
		{"report of a plan", `新华社南昌3月15日电 近日，江西省委办公厅、江西省人民政府办公厅印发了《关于发展茶产业的实施意见》，并发出通知，要求各地认真贯彻落实。
《关于发展茶产业的实施意见》全文如下。` + planText,
			Head{
				Title: ptr("关于发展茶产业的实施意见"), Issuers: []string{"江西省委办公厅", "江西省人民政府办公厅"},
				Region: ptr("360000"), Genre: "实施意见", Script: "Hans",
			}},
		{"plan on two lines with blanks, draft", `附件
宜春市贯彻落实茶产业发展纲要
实 施 方 案
（征求意见稿）` + planText,
			Head{
				Title: ptr("宜春市贯彻落实茶产业发展纲要实施方案（征求意见稿）"), Issuers: []string{}, Region: ptr("360900"),
				Genre: "实施方案", Script: "Hans",
			}},
		{"title of a page without marks, a daily's name behind the time", `省委省政府印发关于发展茶产业的实施意见
2023-03-15 08:30 来源：江西日报` + planText,
			Head{
				Title: ptr("关于发展茶产业的实施意见"), Issuers: []string{"省委", "省政府"},
				Published: ptr("2023-03-15"), Genre: "实施意见", Script: "Hans",
			}},
		{"plan that names another, one in the marks of the other in the notice", `首都标准化委员会关于印发《贯彻落实〈茶产业发展纲要〉行动计划（2024—2025年）》的通知
各成员单位：
现将《贯彻落实〈茶产业发展纲要〉行动计划（2024—2025年）》印发给你们，请认真贯彻执行。
首都标准化委员会
2024年3月15日
（联系人：某某，电话：010-12345678）
贯彻落实《茶产业发展纲要》行动计划（ 2024—2025年）` + planText,
			Head{
				Title:       ptr("贯彻落实《茶产业发展纲要》行动计划（ 2024—2025年）"),
				NoticeTitle: ptr("首都标准化委员会关于印发《贯彻落实〈茶产业发展纲要〉行动计划（2024—2025年）》的通知"),
				Issuers:     []string{"首都标准化委员会"}, Region: ptr("110000"), Issued: ptr("2024-03-15"),
				Period: &Period{2024, 2025}, Genre: "行动计划", Script: "Hans",
			}},
		{"notice named by a field alone, who printed it below", `标题：宜春市人民政府关于印发《宜春市茶产业实施方案》的通知
文号：宜府发〔2012〕9号
各县（市、区）人民政府：
《宜春市茶产业实施方案》已经市政府同意，现印发给你们。
宜春市茶产业实施方案` + planText + `主题词：茶 标准化 方案
抄送：市委办公厅。
宜春市人民政府办公厅    2012年5月22日印发
`,
			Head{
				Title: ptr("宜春市茶产业实施方案"), NoticeTitle: ptr("宜春市人民政府关于印发《宜春市茶产业实施方案》的通知"),
				Number: ptr("宜府发〔2012〕9号"), Issuers: []string{"宜春市人民政府"}, Region: ptr("360900"),
				Issued: ptr("2012-05-22"), Genre: "实施方案", Script: "Hans",
			}},
		{"border of a cell, handed over in other words", `宜春市茶叶局关于印发宜春市茶产业工作总结和茶产业工作要点的通知 |
《宜春市茶产业工作总结》和《宜春市茶产业工作要点》已经局长办公会议通过，现予以下发，请贯彻执行。
2017年2月22日
宜春市茶产业工作总结` + planText,
			Head{
				Title:       ptr("宜春市茶产业工作总结"),
				NoticeTitle: ptr("宜春市茶叶局关于印发宜春市茶产业工作总结和茶产业工作要点的通知"),
				Issuers:     []string{"宜春市茶叶局"}, Region: ptr("360900"), Issued: ptr("2017-02-22"),
				Genre: "其他", Script: "Hans",
			}},
		{"two brackets behind a title, remark below it, number in a field of another name", `政策文号：宜府发〔2024〕9号
宜春市茶产业发展规划
（2024—2026年）
（征求意见稿）
（本件公开发布）` + planText,
			Head{
				Title:  ptr("宜春市茶产业发展规划（2024—2026年） （征求意见稿）"),
				Number: ptr("宜府发〔2024〕9号"), Issuers: []string{}, Region: ptr("360900"),
				Period: &Period{2024, 2026}, Genre: "规划", Script: "Hans",
			}},
		{"note above the title of who passed it", `（2023年5月30日江西省人民政府第12次常务会议审议通过）
江西省茶叶标准管理办法
第一条 为了加强茶叶标准管理，根据有关法律，制定本办法。
第二条 茶叶标准由省标准化主管部门统一立项、编号、发布。`,
			Head{
				Title: ptr("江西省茶叶标准管理办法"), Issuers: []string{}, Region: ptr("360000"),
				Issued: ptr("2023-05-30"), Genre: "办法", Script: "Hans",
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, err := Parse(sourceOf(t, tt.text), gaz)
			if err != nil {
				t.Fatal(err)
			}
			tt.want.File = "test.txt"
			x.Document.IssuerSpans = nil
			if diff := cmp.Diff(tt.want, x.Document); diff != "" {
				t.Errorf("head (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindDocNumber(t *testing.T) {
	tests := map[string]string{
		"宜府办字〔2023〕12号":          "宜府办字〔2023〕12号",
		"宜府办字[2023]12号":          "宜府办字〔2023〕12号",
		"宜府办字　〔2023〕 12号":        "宜府办字〔2023〕12号",
		"宜府办字（2023）012号":         "宜府办字〔2023〕12号",
		"宜府发〔202330":             "宜府发〔2023〕30号",
		"规划（2021—2025年）":         "",
		"茶产业〔2023〕":              "",
		"2023年12月":               "",
		"国标委联[2021] 36":          "国标委联〔2021〕36号",
		"茶产业标准化的通知宜府办字〔2023〕12号": "宜府办字〔2023〕12号",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			_, body := textOf(t, text)
			n, _ := findDocNumber(body.S)
			if n.text != want {
				t.Errorf("findDocNumber(%q) = %q, want %q", text, n.text, want)
			}
		})
	}
}

func TestDates(t *testing.T) {
	tests := map[string]string{
		"2023年3月15日": "2023-03-15", "2023年03月05日": "2023-03-05", "二〇二三年十月二十一日": "2023-10-21", "二Ο二三年三月一日": "2023-03-01",
		"2023-3-15": "2023-03-15", "2023-3-15 日报": "2023-03-15", "2023/03/15": "2023-03-15", "2023年13月1日": "", "2023年3月": "",
		"2023821日": "2023-08-21", "2023111日": "", "201276": "2012-07-06", "20231112": "2023-11-12", "2023111": "",
		"自2023年7月1日起施行": "", "经2023年7月1日第3次会议通过。": "", "市政府 2023年7月1日 (公开)": "2023-07-01",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			got := ""
			if d, _, _, ok := findDate(text); ok {
				got = d.String()
			}
			if got != want {
				t.Errorf("findDate(%q) = %q, want %q", text, got, want)
			}
		})
	}
}

// testNames loads the gazetteer.
func testNames(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return gaz
}
