// Package aligntest makes up documents for tests and benchmarks of package align: plans of the
// size and make-up of real ones, the same on every machine.
package aligntest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
)

// Sizes of what is made up. China has 34 divisions of the first level and 333 of the second.
const (
	Regions  = 340
	Tasks    = 60  // of a document
	matters  = 200 // what tasks are about, more finely than by topic
	chapters = 8
)

// genre are words that tasks of the genre use whatever they are about.
var genre = strings.Fields("标准化 标准体系 推进 加强 建设 完善 开展 制定 实施 提升 推动 促进 服务 管理 技术 " +
	"质量 工作 领域 重点 企业 国际 国家 行业 地方 水平 创新 发展 试点 示范 机制 建立 健全 支持 鼓励 应用 研究")

// subjects are what the topics are about, one each.
var subjects = strings.Fields("物流 旅游 养老 教育 医疗 文化 体育 就业 交通 水利 林业 渔业 畜牧 蔬菜 海洋 节能 垃圾 大气 土地 建筑 " +
	"城镇化 乡村 智能制造 新材料 消费品 电子商务 金融 商贸 专利 计量 人才 宣传 经费 应急 消防 政务服务 智慧城市 信用 品牌 一带一路")

// characters stand in made-up words: common ones of the basic block.
const characters = "一丁三上下不世业东丝两严中丰临主丽久义乐乘习乡书买乳事互五井产亩享京亭亮亲人仁仓仪价任份企休众优会传伴位住体" +
	"何余作使例供依侧促保信修倍债值健偏储像元充先光克免全公六共关具养内再写军农冶冷净准凉减几出击分切刊列初判利别刺刻前剂力办加务动助努劳势" +
	"包化北医区十升半华协南博占卡卫印危即却历厂压原参双反发取受变口古句可台史右号司各合同名后向吸呼命和品响商善器四回园固图土在地场均坊块城" +
	"域培基塔塞墙增声处备复外多大天太失头奖女好如姓委婚学宁安完官定宜实审客室害家容富对导封射小少局层居展属山岗岛工左巨差己市布师带常幅干平年"

// Topic is the id of the n-th topic that made-up tasks are about.
func Topic(n int) graph.ID { return graph.TopicID(fmt.Sprintf("topic-%02d", n)) }

// Function is the id of the n-th function that carries made-up tasks.
func Function(n int) graph.ID { return graph.FunctionID(fmt.Sprintf("function-%02d", n)) }

// Region is the code of the n-th region.
func Region(n int) string { return fmt.Sprintf("%06d", (n%Regions+1)*100) }

// Document makes up the n-th document, of the n-th region.
func Document(n int) align.Document {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	region := Region(n)
	doc := align.Document{ID: graph.DocumentIDByTitle(region, fmt.Sprint("plan ", n)), Region: region}
	for i := range Tasks {
		path := fmt.Sprintf("%d.%d", i%chapters+2, i/chapters+1)
		matter := (i*matters/Tasks + r.IntN(12)) % matters
		topic := matter % len(subjects)
		t := align.Task{
			ID: graph.TaskID(doc.ID, path), Path: path,
			Heading:  genre[r.IntN(len(genre))] + subjects[topic] + word(matter*100+r.IntN(8)),
			Chapters: []string{word(i%chapters) + genre[i%chapters]},
			Text:     text(r, matter),
			Topics:   []graph.ID{Topic(topic)},
		}
		for range r.IntN(4) {
			t.Functions = append(t.Functions, Function((topic+r.IntN(5))%len(subjects)))
		}
		doc.Tasks = append(doc.Tasks, t)
	}
	return doc
}

// text makes up a task's text of some 200 characters: the genre's words, words of the matter, and
// others of any kind, whose frequencies fall off as in real texts.
func text(r *rand.Rand, matter int) string {
	var b strings.Builder
	for i := range 70 {
		switch k := r.IntN(10); {
		case k < 4:
			b.WriteString(genre[int(math.Abs(r.NormFloat64())*12)%len(genre)])
		case k < 5:
			b.WriteString(word(matter*100 + r.IntN(60)))
		default:
			b.WriteString(word(matters*100 + zipf(r, 40_000)))
		}
		if i%20 == 7 {
			b.WriteString(subjects[(matter+r.IntN(2)*r.IntN(len(subjects)))%len(subjects)])
		}
		if i%6 == 5 {
			b.WriteString("，")
		}
	}
	return b.String()
}

// zipf is a number below n, k with a frequency of about 1/k.
func zipf(r *rand.Rand, n int) int { return int(math.Exp(r.Float64()*math.Log(float64(n)))) - 1 }

// word is the n-th made-up word, of two to four characters.
func word(n int) string {
	set := []rune(characters)
	r := rand.New(rand.NewPCG(uint64(n), 2))
	w := make([]rune, 2+r.IntN(3))
	for i := range w {
		w[i] = set[r.IntN(len(set))]
	}
	return string(w)
}
