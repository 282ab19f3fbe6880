package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policygraph/policygraph/graph"
)

// plan writes the facts of a plan for tests.
type plan struct {
	facts graph.Facts
	doc   *graph.Document
	text  strings.Builder
	runes int
	order int
}

// newPlan begins a plan of a region, which is stated with those it lies in.
func newPlan(number, title, code string) *plan {
	p := &plan{doc: &graph.Document{
		ID: graph.DocumentIDByNumber(number), Title: title, Number: number, Genre: "实施方案", Loaded: true,
	}}
	p.node(p.doc)
	for _, r := range testRegions() {
		p.node(&graph.Region{ID: graph.RegionID(r[0]), Code: r[0], Name: r[1]})
	}
	p.edge(p.doc.ID, graph.InRegion, graph.RegionID(code))
	p.write(title + "\n")
	return p
}

func testRegions() [][2]string {
	return [][2]string{
		{"000000", "全国"}, {"330000", "浙江省"}, {"330100", "杭州市"}, {"320000", "江苏省"}, {"320500", "苏州市"},
	}
}

func (p *plan) node(n graph.Node) { p.facts.Nodes = append(p.facts.Nodes, n) }

func (p *plan) edge(from graph.ID, kind graph.EdgeKind, to graph.ID) {
	p.facts.Edges = append(p.facts.Edges, graph.Edge{Kind: kind, From: from, To: to, Order: p.order})
}

func (p *plan) write(text string) (start, end int) {
	start = p.runes
	p.text.WriteString(text)
	p.runes += utf8.RuneCountInString(text)
	return start, p.runes
}

// task adds a section with its task.
func (p *plan) task(heading, text string) graph.ID {
	p.order++
	path := fmt.Sprint(p.order)
	section, id := graph.SectionID(p.doc.ID, path), graph.TaskID(p.doc.ID, path)
	start, middle := p.write(heading)
	_, end := p.write("。" + text)
	p.write("\n")
	head := []graph.Evidence{{Section: section, Start: start, End: middle, Quote: heading}}
	whole := []graph.Evidence{{Section: section, Start: start, End: end, Quote: heading + "。" + text}}
	p.node(&graph.Section{
		ID: section, Document: p.doc.ID, Path: path, Heading: heading, Depth: 1, Order: p.order,
		Evidence: head,
	})
	p.node(&graph.Task{
		ID: id, Document: p.doc.ID, Section: section, Path: path, Order: p.order, Kind: graph.TaskProper,
		Heading: heading, Text: text, Evidence: whole,
	})
	p.edge(p.doc.ID, graph.HasSection, section)
	p.edge(p.doc.ID, graph.HasTask, id)
	p.edge(section, graph.HasTask, id)
	return id
}

// department adds a unit of a region.
func (p *plan) department(code, name, fullName string, aliases ...string) graph.ID {
	id := graph.DepartmentID(code, fullName)
	p.node(&graph.Department{
		ID: id, Name: name, FullName: fullName, Aliases: aliases, RegionCode: code, Mentioned: true,
	})
	p.edge(id, graph.InRegion, graph.RegionID(code))
	return id
}

// done is the plan's facts, as stated by the text written so far.
func (p *plan) done() graph.Facts {
	sum := sha256.Sum256([]byte(p.text.String()))
	source := graph.Source(hex.EncodeToString(sum[:]))
	p.facts.Text = p.text.String()
	p.facts.Expression = graph.Expression{
		Source: source, Document: p.doc.ID, FileName: p.doc.Number + ".txt", Script: graph.Hans,
	}
	for _, n := range p.facts.Nodes {
		switch n := n.(type) {
		case *graph.Section:
			n.Evidence[0].Source = source
		case *graph.Task:
			n.Evidence[0].Source = source
		}
	}
	return p.facts
}

// openStore is a store in memory.
func openStore(t testing.TB) *graph.Store {
	t.Helper()
	s, err := graph.Open("", graph.Options{InMemory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// openIndex is an index in a folder, or in memory.
func openIndex(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir, Options{Simplify: simplifyForTest})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func put(t testing.TB, s *graph.Store, facts ...graph.Facts) {
	t.Helper()
	if err := s.Apply(t.Context(), graph.Batch{Put: facts}); err != nil {
		t.Fatal(err)
	}
}

// words are what generated plans are made of.
const words = "推进 加强 建立 完善 电子商务 智慧城市 农业 旅游 标准 标准化 体系 建设 服务 质量 技术 创新 产业 " +
	"公共 信息 平台 管理 企业 国际 合作 示范 试点 认证 检测 节能 环保 交通 物流 金融 教育 医疗 养老 社区 乡村 " +
	"文化 遗产 保护 海洋 港口 能源 数据 共享 开放 人才 培养 监督 评价 考核 机制 制度 规范 改革"

// generated is the n-th plan of an endless series: 60 tasks of 120 to 240 characters.
func generated(n int) graph.Facts {
	rng := rand.New(rand.NewPCG(uint64(n), 1))
	list := strings.Fields(words)
	some := func(count int) string {
		var b strings.Builder
		for range count {
			b.WriteString(list[rng.IntN(len(list))])
			if rng.IntN(6) == 0 {
				// A character of no word, for variety: real plans have thousands of bigrams.
				b.WriteRune(rune(0x4E00 + rng.IntN(6000)))
			}
		}
		return b.String()
	}
	region := testRegions()[1+n%4][0]
	p := newPlan(fmt.Sprintf("文政发〔2020〕%d号", n), some(6)+"实施方案", region)
	for range 60 {
		p.task(some(3), some(25+rng.IntN(25))+"。"+some(25+rng.IntN(25)))
	}
	return p.done()
}
