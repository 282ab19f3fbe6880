// Package loadertest makes up policy documents for tests and benchmarks of loading: plans of the
// length and make-up of real ones, the same on every machine. What they say is no plan of anybody's.
package loadertest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// TasksPerPlan is the number of tasks of each made-up plan, safeguards among them.
const TasksPerPlan = chapters*articles + 2

const (
	chapters = 8
	articles = 6
)

var (
	cities = strings.Fields("石家庄 太原 沈阳 长春 哈尔滨 南京 无锡 徐州 合肥 芜湖 福州 泉州 南昌 赣州 济南 青岛 烟台 郑州 洛阳 " +
		"武汉 宜昌 长沙 株洲 广州 深圳 珠海 南宁 柳州 海口 成都 绵阳 贵阳 遵义 昆明 西安 宝鸡 兰州 西宁 银川 宁波")
	units = strings.Fields("发展改革委 教育局 科技局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源社会保障局 自然资源局 " +
		"生态环境局 住房城乡建设局 交通运输局 水利局 农业农村局 商务局 文化和旅游局 卫生健康委 应急管理局 市场监管局 统计局 林业局")
	subjects = strings.Fields("现代物流 乡村旅游 居家养老 职业教育 医疗卫生 公共文化 全民健身 公共就业 综合交通 水资源 林业生态 渔业 " +
		"畜禽养殖 蔬菜种植 海洋经济 节能降碳 垃圾分类 大气治理 土地整治 绿色建筑 智能制造 新材料 消费品 电子商务 普惠金融 知识产权 政务服务 智慧城市 信用 品牌")
	verbs = strings.Fields("加快 推进 完善 健全 强化 深化 提升 规范 优化 拓展")
	deeds = strings.Fields("标准体系建设 标准制定与实施 标准化试点示范 服务质量提升 团体标准培育 标准国际化 检验检测能力建设 标准化人才培养")
	hows  = []string{
		"围绕重点环节梳理现行标准，及时修订不适应发展需要的内容", "鼓励企业和社会团体参与标准研制，促进科技成果转化为标准",
		"建立部门协同机制，加强标准实施情况的监督检查", "总结推广成熟经验，形成可复制的管理模式",
		"加强宣传培训，提高从业人员的标准化意识和能力", "推动信息平台互联互通，提高公共服务水平",
		"支持骨干单位承担专业标准化技术委员会的工作", "开展对标达标提升行动，增强产品和服务的竞争力",
	}
	numerals = strings.Fields("一 二 三 四 五 六 七 八 九 十")
)

// Plan makes up the n-th plan, of the n-th city in turn; n is at least 0. No two have a number or
// a title in common.
func Plan(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	city := cities[n%len(cities)] + "市"
	year := 2015 + n/len(cities)%10
	title := fmt.Sprintf("%s%s标准化行动计划（第%d号）", city, subjects[n/len(cities)%len(subjects)], n)
	var b strings.Builder
	fmt.Fprintf(&b, "%s人民政府关于印发%s的通知\n某政发〔%d〕%d号\n\n%s\n\n", city, title, year, n+1, title)
	fmt.Fprintf(&b, "为贯彻落实《国家标准化发展纲要》，根据《全国标准化工作要点（%d年）》（国标委〔%d〕%d号），制定本计划。\n\n",
		year, year, n%50+1)
	fmt.Fprintf(&b, "一、总体要求\n坚持统筹推进。到%d年，制定地方标准%d项以上。\n\n", year+3, 20+r.IntN(80))
	for c := range chapters {
		fmt.Fprintf(&b, "%s、%s%s领域标准化\n", numerals[c+1], pick(r, verbs), pick(r, subjects))
		for a := range articles {
			article(&b, r, numerals[a], year)
		}
	}
	fmt.Fprintf(&b, "\n十、保障措施\n（一）加强组织领导。建立工作机制，落实工作责任。（责任单位：市%s）\n", pick(r, units))
	fmt.Fprintf(&b, "（二）强化经费保障。统筹安排标准化工作经费。（责任单位：市财政局、市%s）\n", pick(r, units))
	fmt.Fprintf(&b, "\n%s人民政府\n%d年%d月%d日\n", city, year, 1+r.IntN(12), 1+r.IntN(28))
	return b.String()
}

// article writes a task with its units and, now and then, a target.
func article(b *strings.Builder, r *rand.Rand, number string, year int) {
	subject := pick(r, subjects)
	fmt.Fprintf(b, "（%s）%s%s%s。", number, pick(r, verbs), subject, pick(r, deeds))
	for range 2 + r.IntN(4) {
		fmt.Fprintf(b, "%s%s。", pick(r, verbs)+subject+"工作，", pick(r, hows))
	}
	if r.IntN(4) == 0 {
		fmt.Fprintf(b, "到%d年，建成%s标准化试点%d个以上。", year+3, subject, 3+r.IntN(40))
	}
	if r.IntN(12) == 0 {
		fmt.Fprintf(b, "积极参与ISO/TC%d的国际标准化工作。", 260+r.IntN(60))
	}
	fmt.Fprintf(b, "（责任单位：市%s", pick(r, units))
	for range r.IntN(4) {
		fmt.Fprintf(b, "、市%s", pick(r, units))
	}
	b.WriteString("）\n")
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// Write writes the first n plans below a folder, a thousand to a folder of its own, and returns
// their size in bytes.
func Write(dir string, n int) (size int64, err error) {
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("%03d", i/1000))
		if i%1000 == 0 {
			if err := os.MkdirAll(sub, 0o750); err != nil {
				return size, fmt.Errorf("loadertest: %w", err)
			}
		}
		text := Plan(i)
		size += int64(len(text))
		name := filepath.Join(sub, fmt.Sprintf("plan-%05d.txt", i))
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return size, fmt.Errorf("loadertest: %w", err)
		}
	}
	return size, nil
}
