package loader

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gluedPlans are plans of the usual ways of numbering, a line a paragraph.
var gluedPlans = map[string][]string{
	"headlines, units on lines of their own": {
		"为做强茶叶产业,制定以下措施。",
		"一、夯实基础,稳定面积",
		"(一)改造低产茶园。" + filler,
		"牵头单位:市农业农村局",
		"配合单位:市财政局,各县(市)人民政府",
		"(二)建设育苗中心。" + filler,
		"牵头单位:市林业局",
		"二、提升质量,打响品牌",
		"(三)制定加工标准。" + filler,
		"牵头单位:市市场监管局",
		"(四)开展质量抽查。" + filler,
		"牵头单位:市市场监管局",
	},
	"plain sentences, numbers run on": {
		"为帮助企业,制定本方案。",
		"一、减轻税费负担",
		"1.对小微企业免收检验费,期限为一年,由受益财政承担,各县要在三月底前办结。(责任单位:市财政局)",
		"2.对困难企业缓缴保险费,缓缴期间不收滞纳金,也不影响职工待遇。(责任单位:市人社局)",
		"二、保障要素供应",
		"3.对重点项目优先供地,当年指标不足的,由市级统筹解决。(责任单位:市自然资源局)",
		"4.对连续生产企业优先供电,检修安排提前十日告知用户。(责任单位:市供电公司)",
	},
	"three levels and bullets": {
		"现提出如下意见。",
		"一、总体要求",
		"(一)基本原则。",
		"——政府引导,企业主体。" + filler,
		"——重点突破,整体推进。" + filler,
		"(二)主要目标。" + filler,
		"二、主要任务",
		"(一)健全标准体系。",
		"1.完善农业标准。" + filler,
		"2.完善服务标准。" + filler,
		"(二)强化标准实施。",
		"1.开展宣传培训。" + filler,
		"2.开展效果评价。" + filler,
	},
	"chapters and articles": {
		"茶园管理办法",
		"第一章 总则",
		"第一条 为规范茶园管理,制定本办法。",
		"第二条 本办法适用于本市茶园。",
		"第二章 建设",
		"第三条 新建茶园应当符合规划。",
		"第四条 改造茶园应当保护古树。",
	},
}

// joinSome joins lines, each with its chance to lose the break before it.
func joinSome(lines []string, blank string, chance float64, r *rand.Rand) string {
	var s strings.Builder
	for i, l := range lines {
		switch {
		case i == 0:
		case r.Float64() < chance:
			s.WriteString(blank)
		default:
			s.WriteString("\n")
		}
		s.WriteString(l)
	}
	return s.String()
}

// TestGlued takes the breaks between paragraphs away: the outline stays what it was.
func TestGlued(t *testing.T) {
	for name, lines := range gluedPlans {
		want := outlineOf(t, strings.Join(lines, "\n"))
		for _, blank := range []string{"", " "} {
			for _, chance := range []float64{.1, .3, .6, 1} {
				t.Run(fmt.Sprintf("%s, %.0f%%, %q", name, chance*100, blank), func(t *testing.T) {
					r := rand.New(rand.NewPCG(1, 2))
					for range 20 {
						text := joinSome(lines, blank, chance, r)
						if diff := cmp.Diff(want, outlineOf(t, text)); diff != "" {
							t.Fatalf("outline of %s (-want +got):\n%s", text, diff)
						}
					}
				})
			}
		}
	}
}

// TestNotGlued has numbers behind words that begin no element.
func TestNotGlued(t *testing.T) {
	const plan = `
一、总体要求
（一）指导思想。%s` + filler + `
（二）工作目标。` + filler + `
二、重点任务
（三）加强标准建设。` + filler
	want := outlineOf(t, fmt.Sprintf(plan, ""))
	for name, text := range map[string]string{
		"references to items":       "按照(二)要求执行,落实第(二)项和第二条规定。",
		"industries and schools":    "统筹推进一、二、三产业融合,改善二、三线城市面貌。",
		"decimals":                  "增长2.5个百分点,面积达2.3万亩,建设2.0版平台。",
		"items within a sentence":   "开展以下工作:(1)制定标准;(2)培训人员;(3)评估效果。",
		"items numbered by figures": "主要包括1.制定标准,2.培训人员,3.评估效果。",
		"plans and their years":     "落实“十二五”、“十三五”规划,完成“十四五、十五五”目标。",
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, outlineOf(t, fmt.Sprintf(plan, text))); diff != "" {
				t.Errorf("outline (-want +got):\n%s", diff)
			}
		})
	}
}

// TestGluedSeeds takes breaks away from real plans and compares what is read with what is read of
// the whole. Headings that run into the text behind them are what is lost for good.
func TestGluedSeeds(t *testing.T) {
	const leastSections, leastUnits = .94, .99
	gaz := loadGazetteer(t)
	for _, chance := range []float64{.3, 1} {
		var sections, units tally
		for _, gold := range readGold(t) {
			src, want := parseSeed(t, gaz, gold.Document.File)
			for _, blank := range []string{"", " "} {
				r := rand.New(rand.NewPCG(3, 4))
				text := joinSome(paragraphs(src.Text), blank, chance, r)
				got, err := Parse(sourceOf(t, text), gaz)
				if err != nil {
					t.Fatal(err)
				}
				sections.compare(sectionNames(want), sectionNames(got))
				units.compare(unitNames(want), unitNames(got))
			}
		}
		t.Logf("breaks lost %.0f%%: F1 of sections %.3f, of units %.3f",
			chance*100, sections.f1(), units.f1())
		if sections.f1() < leastSections || units.f1() < leastUnits {
			t.Errorf("F1 of sections and units is below %g or %g", leastSections, leastUnits)
		}
	}
}

// paragraphs are the lines of a text that are not blank.
func paragraphs(text string) []string {
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// tally counts what two readings have in common.
type tally struct{ both, all int }

func (n *tally) compare(a, b map[string]bool) {
	for k := range a {
		if b[k] {
			n.both++
		}
	}
	n.all += len(a) + len(b)
}

func (n *tally) f1() float64 { return 2 * float64(n.both) / float64(n.all) }

func sectionNames(x *Extraction) map[string]bool {
	names := map[string]bool{}
	for _, s := range x.Sections {
		names[s.Path+" "+s.Heading] = true
	}
	return names
}

func unitNames(x *Extraction) map[string]bool {
	names := map[string]bool{}
	for _, task := range x.Tasks {
		for _, u := range task.Units {
			names[task.Path+" "+u.Name] = true
		}
	}
	return names
}
