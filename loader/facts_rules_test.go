package loader

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

// textWith makes a source of a text, and a function that finds the span of a part of it.
func textWith(text string) (*Source, func(part string) Span) {
	src := SourceOf(text)
	src.Name, src.SHA256 = "x.txt", strings.Repeat("ab", 32)
	return src, func(part string) Span {
		i := strings.Index(text, part)
		start := len([]rune(text[:i]))
		return Span{Start: start, End: start + len([]rune(part))}
	}
}

// oneTask is the extraction of a text whose only section is a task with units.
func oneTask(find func(string) Span, text string, units ...Unit) *Extraction {
	section := Section{Path: "1", Label: "一、", Heading: "任务", Depth: 1, Span: find(text), HeadEnd: 2}
	for i := range units {
		units[i].Span = find(units[i].Name)
	}
	return &Extraction{
		Document: Head{
			Title: ref("四川省养老方案"), Region: ref("510000"), Issued: ref("2022-01-01"), Script: "Hans",
		},
		Sections: []Section{section},
		Tasks:    []Task{{Path: "1", Kind: "TASK", Topics: []string{"tourism"}, Units: units}},
	}
}

func TestResponsibleEvidence(t *testing.T) {
	gaz := loadGazetteer(t)
	tests := []struct{ name, text, unit, want string }{
		{"list in brackets", "一、任务。做事。（责任单位：省民政厅、省财政厅）", "省财政厅", "（责任单位：省民政厅、省财政厅）"},
		{
			"brackets within brackets", "一、任务。做事。（省民政厅，各市（州）人民政府、省财政厅）",
			"省财政厅", "（省民政厅，各市（州）人民政府、省财政厅）",
		},
		{"line of its own", "一、任务\n做事。\n责任单位：省民政厅、省财政厅\n", "省民政厅", "责任单位：省民政厅、省财政厅"},
		{"lost bracket", "一、任务。做事。（省民政厅、省财政厅\n", "省财政厅", "（省民政厅、省财政厅"},
		{"at the very end", "一、任务。由省财政厅", "省财政厅", "省财政厅"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src, find := textWith(tt.text)
			f := Facts(gaz, src, oneTask(find, tt.text, Unit{Name: tt.unit, Role: "RESPONSIBLE"}), "x.txt")
			edges := edgesOf(f, graph.Responsible)
			if len(edges) != 1 || len(edges[0].Evidence) != 1 {
				t.Fatalf("got %+v, want one edge with one quote", edges)
			}
			if diff := cmp.Diff(tt.want, edges[0].Evidence[0].Quote); diff != "" {
				t.Errorf("quote (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOneUnitTwoNames(t *testing.T) {
	text := "一、任务。做事。（省发改委、省发展改革委牵头）"
	src, find := textWith(text)
	f := Facts(loadGazetteer(t), src, oneTask(find, text,
		Unit{Name: "省发改委", Role: "SUPPORT"}, Unit{Name: "省发展改革委", Role: "LEAD"}), "x.txt")
	edges := edgesOf(f, graph.Responsible)
	if len(edges) != 1 || edges[0].Role != graph.RoleLead || edges[0].AsWritten != "省发展改革委" {
		t.Fatalf("got %+v, want one edge that leads", edges)
	}
	d := nodesOf[*graph.Department](f)[edges[0].To]
	want := &graph.Department{
		ID: d.ID, Name: "省发改委", FullName: "四川省发展和改革委员会", RegionCode: "510000",
		Aliases: []string{"省发展改革委", "省发改委"}, Mentioned: true,
	}
	slices.Sort(want.Aliases)
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("department (-want +got):\n%s", diff)
	}
}

func TestCollectiveDepartment(t *testing.T) {
	text := "一、任务。做事。（各市（州）人民政府）"
	src, find := textWith(text)
	f := Facts(loadGazetteer(t), src, oneTask(find, text,
		Unit{Name: "各市（州）人民政府", Role: "RESPONSIBLE", Collective: true}), "x.txt")
	edges := edgesOf(f, graph.Responsible)
	d := nodesOf[*graph.Department](f)[edges[0].To]
	if !d.Collective || d.FullName != "四川省各市（州）人民政府" || len(edgesOf(f, graph.HasFunction)) != 0 {
		t.Errorf("got %+v, want a collective of the province without a function", d)
	}
}

// TestRepeatedNumber loads a text whose numbering has a mistake: both sections stay.
func TestRepeatedNumber(t *testing.T) {
	text := "一、甲事。做甲。\n一、乙事。做乙。\n"
	src, find := textWith(text)
	ex := &Extraction{
		Document: Head{Title: ref("方案"), Region: ref("510000"), Script: "Hans"},
		Sections: []Section{
			{Path: "1", Label: "一、", Heading: "甲事", Depth: 1, Span: find("一、甲事。做甲。"), HeadEnd: 4},
			{Path: "1", Label: "一、", Heading: "乙事", Depth: 1, Span: find("一、乙事。做乙。"), HeadEnd: 13},
		},
		Tasks: []Task{{Path: "1", Kind: "TASK"}, {Path: "1", Kind: "TASK"}},
	}
	f := Facts(loadGazetteer(t), src, ex, "x.txt")
	var headings []string
	for _, task := range nodesOf[*graph.Task](f) {
		headings = append(headings, task.Heading)
	}
	slices.Sort(headings)
	if diff := cmp.Diff([]string{"乙事", "甲事"}, headings); diff != "" {
		t.Errorf("tasks (-want +got):\n%s", diff)
	}
}

func TestBodiesAndStandards(t *testing.T) {
	text := "一、任务。参与ISO/TC268/SC1和全国某某标准化技术委员会（SAC/TC999）工作，实施ISO 37101。"
	src, find := textWith(text)
	ex := oneTask(find, text)
	at := func(quote string) []Mention { return []Mention{{Path: "1", Quote: quote, Span: find(quote)}} }
	ex.Bodies = []Body{
		{
			Name: "ISO/TC268/SC1", Code: ref("iso/tc 268/sc 1"), Level: "international",
			Mentions: at("ISO/TC268/SC1"),
		},
		{
			Name: "全国某某标准化技术委员会", Code: ref("SAC/TC999"), Level: "national",
			Mentions: at("SAC/TC999"),
		},
		{Name: "省标准化联席会议", Level: "coordination", Paths: []string{"1"}},
	}
	ex.Standards = []Standard{{Code: "ISO 37101", Mentions: at("ISO 37101")}}
	f := Facts(loadGazetteer(t), src, ex, "x.txt")
	bodies := nodesOf[*graph.StandardsBody](f)
	var names, parts []string
	for _, b := range bodies {
		names = append(names, b.Code+" "+b.Name)
	}
	for _, e := range edgesOf(f, graph.PartOf) {
		if from, ok := bodies[e.From]; ok {
			parts = append(parts, from.Code+" of "+bodies[e.To].Code)
		}
	}
	for _, e := range edgesOf(f, graph.Publishes) {
		parts = append(parts, bodies[e.From].Code+" publishes")
	}
	slices.Sort(names)
	slices.Sort(parts)
	wantNames := []string{
		" 四川省标准化联席会议", "ISO 国际标准化组织", "ISO/TC268 国际标准化组织城市可持续发展标准化技术委员会",
		"ISO/TC268/SC1 ISO/TC268/SC1", "SAC 国家标准化管理委员会", "SAC/TC999 全国某某标准化技术委员会",
	}
	if diff := cmp.Diff(wantNames, names); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
	want := []string{"ISO publishes", "ISO/TC268 of ISO", "ISO/TC268/SC1 of ISO/TC268", "SAC/TC999 of SAC"}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}
