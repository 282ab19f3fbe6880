package loader

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

// parsedText is the extraction of a text.
func parsedText(t *testing.T, text string) (*Source, *Extraction) {
	t.Helper()
	src, err := Read("x.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	x, err := Parse(src, loadGazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	return src, x
}

// planHead is the head of a plan; what a test is about follows.
const planHead = "宜春市人民政府关于印发宜春市茶产业标准化行动计划的通知\n宜府发〔2021〕5号\n" +
	"宜春市茶产业标准化行动计划\n"

func TestDoubts(t *testing.T) {
	const head = planHead + "一、重点任务\n（一）完善茶叶标准。"
	units := func(x *Extraction) (all []Certainty) {
		for _, u := range x.Tasks[0].Units {
			all = append(all, u.Certainty)
		}
		return all
	}
	targets := func(x *Extraction) (all []Certainty) {
		for _, g := range x.Targets {
			all = append(all, g.Certainty)
		}
		return all
	}
	actors := func(x *Extraction) (all []Certainty) {
		for _, a := range x.InlineActors {
			all = append(all, a.Certainty)
		}
		return all
	}
	bodies := func(x *Extraction) []Certainty { return []Certainty{x.Bodies[0].Certainty} }
	cited := func(x *Extraction) []Certainty { return []Certainty{x.References[0].Certainty} }
	tests := []struct {
		name, text string
		of         func(*Extraction) []Certainty
		want       [][]Doubt // of each fact
	}{
		{"a labelled list", "制定标准。（责任单位：市农业农村局、市财政局）", units, [][]Doubt{nil, nil}},
		{"a lost bracket", "制定标准。（责任单位：市农业农村局", units, [][]Doubt{{doubtBracket}}},
		{
			"neither brackets nor label", "制定标准。市农业农村局、市财政局", units,
			[][]Doubt{{doubtBare}, {doubtBare}},
		},
		{
			"a verb behind the last unit", "制定标准。（市农业农村局牵头，市财政局，市商务局配合）", units,
			[][]Doubt{nil, {doubtPlaceRole}, nil},
		},
		{"an unknown unit", "制定标准。（责任单位：市茶韵局）", units, [][]Doubt{{doubtUnknown}}},
		{"a name without its level", "制定标准。（责任单位：市财政局、商务局）", units, [][]Doubt{nil, {doubtLevel}}},
		{"a target with its year", "到2023年，制定茶叶标准20项以上。", targets, [][]Doubt{nil}},
		{"a target without a year", "制定茶叶标准20项以上。", targets, [][]Doubt{{doubtUndated}}},
		{"a figure in words", "到2023年，茶叶标准数量翻一番。", targets, [][]Doubt{{doubtSpelled}}},
		{"a duty", "由市农业农村局负责茶叶标准的实施。", actors, [][]Doubt{nil}},
		{"a body of a usual form", "支持江西省茶叶标准化技术委员会工作。", bodies, [][]Doubt{{doubtShape}}},
		{"a body with its code", "参与ISO/TC34工作。", bodies, [][]Doubt{nil}},
		{"a number", "落实《江西省人民政府关于茶产业的意见》（赣府发〔2020〕3号）。", cited, [][]Doubt{nil}},
		{"a title alone", "落实《茶产业提升行动》。", cited, [][]Doubt{{doubtTitle}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, x := parsedText(t, head+tt.text+"\n（二）培育茶叶品牌。开展宣传。\n")
			var got [][]Doubt
			for _, c := range tt.of(x) {
				got = append(got, c.Doubts)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("doubts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDoubtsOfTheOutline(t *testing.T) {
	const list = "（责任单位：市农业农村局）\n"
	tests := []struct {
		name, text string
		want       map[string][]Doubt // of the first unit, by path
	}{
		{
			"all numbers are there", "一、任务\n（一）甲事。做甲。" + list + "（二）乙事。做乙。" + list,
			map[string][]Doubt{"1.1": nil, "1.2": nil},
		},
		{
			"one is missing", "一、任务\n（一）甲事。做甲。" + list + "（三）丙事。做丙。" + list,
			map[string][]Doubt{"1.1": {doubtGap}, "1.3": nil},
		},
		{
			"they run on", "一、甲类任务\n（一）甲事。做甲。" + list + "二、乙类任务\n（二）乙事。做乙。" + list,
			map[string][]Doubt{"1.1": nil, "2.2": nil},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, x := parsedText(t, planHead+tt.text)
			got := map[string][]Doubt{}
			for _, task := range x.Tasks {
				got[task.Path] = task.Units[0].Doubts
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("doubts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCertaintyLevels(t *testing.T) {
	tests := []struct {
		name   string
		doubts []Doubt
		want   graph.Confidence
	}{
		{"none", nil, graph.High},
		{"one", []Doubt{doubtUndated}, graph.Medium},
		{"the same twice", []Doubt{doubtUndated, doubtUndated}, graph.Medium},
		{"two", []Doubt{doubtUndated, doubtSpelled}, graph.Low},
		{"a grave one", []Doubt{doubtGap}, graph.Low},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var c Certainty
			for _, d := range tt.doubts {
				c.doubt(true, d)
			}
			if c.Confidence != tt.want {
				t.Errorf("got %s, want %s", c.Confidence, tt.want)
			}
		})
	}
}

// TestFactsKeepConfidence follows doubts from the text to the edges.
func TestFactsKeepConfidence(t *testing.T) {
	src, x := parsedText(t, planHead+"一、任务\n（一）完善茶叶标准。制定茶叶标准20项以上。（责任单位：市茶韵局）\n")
	f := Facts(loadGazetteer(t), src, x, "x.txt")
	for kind, want := range map[graph.EdgeKind]graph.Confidence{
		graph.Responsible: graph.Low, graph.Sets: graph.Medium, graph.HasTask: graph.High,
	} {
		for _, e := range edgesOf(f, kind) {
			if len(e.Evidence) != 1 || e.Evidence[0].Confidence != want {
				t.Errorf("%s: %+v, want one quote of confidence %s", kind, e.Evidence, want)
			}
		}
	}
	functions := edgesOf(f, graph.HasFunction)
	if !slices.ContainsFunc(functions, func(e graph.Edge) bool { return e.Confidence == graph.Low }) {
		t.Errorf("functions %+v, want that of the unknown unit to be doubtful", functions)
	}
	doubts := strings.Join(x.Doubts(), "\n")
	for _, want := range []string{"1 of 1 responsible units: " + string(doubtUnknown), "1 of 1 targets: "} {
		if !strings.Contains(doubts, want) {
			t.Errorf("doubts\n%s\nlack %q", doubts, want)
		}
	}
}
func TestGapsAfter(t *testing.T) {
	tests := []struct {
		name, text string
		want       []int
	}{
		{"numbers begin anew", "一、提升质量\n（一）开展帮扶。" + filler + "\n二、优化服务\n（一）简化流程。" + filler, nil},
		{"numbers run on", "一、提升质量\n（一）开展帮扶。" + filler + "\n二、优化服务\n（二）简化流程。" + filler, nil},
		{"a number is missing", "一、提升质量\n（一）开展帮扶。" + filler + "\n（三）简化流程。" + filler, []int{1}},
		{"a number is missing where they run on",
			"一、提升质量\n（一）开展帮扶。" + filler + "\n二、优化服务\n（三）简化流程。" + filler, []int{2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := sourceOf(t, tt.text)
			got := gapsAfter(sections(outline(src, clean(src)).Blocks))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("sections before gaps (-want +got):\n%s", diff)
			}
		})
	}
}
