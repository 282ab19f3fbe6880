package align

import "testing"

func TestBody(t *testing.T) {
	tests := []struct {
		name, text, heading string
		units               []string
		want                string
	}{
		{
			"heading and list of units", "（三）发展旅游。推进景区标准化。（责任单位：市文旅局、市商务局）", "发展旅游",
			[]string{"市商务局", "市文旅局"}, "。推进景区标准化。",
		},
		{
			"a list in square brackets", "推进景区标准化。〔市文旅局牵头，市商务局配合〕", "", []string{"市商务局", "市文旅局"},
			"推进景区标准化。",
		},
		{
			"nested brackets", "推进景区标准化。（市文旅局，各区、县（市）政府）", "", []string{"市文旅局"},
			"推进景区标准化。",
		},
		{
			"a list that does not close", "推进景区标准化。（市文旅局、市商务局\n建设平台。", "", []string{"市文旅局"},
			"推进景区标准化。\n建设平台。",
		},
		{"brackets without units", "加强国际标准（ISO）研究。", "", []string{"市文旅局"}, "加强国际标准（ISO）研究。"},
		{"a unit in the text", "市文旅局负责景区标准化。", "", []string{"市文旅局"}, "负责景区标准化。"},
		{"lists after sentences", "建平台（市文旅局）。办展会（市商务局）。", "", []string{"市商务局", "市文旅局"}, "建平台。办展会。"},
		{"a longer name first", "（市文旅局执法队）办展会", "", []string{"市文旅局", "市文旅局执法队"}, "办展会"},
		{"the heading's words later on", "推进各类重点领域的工作，大力发展旅游", "发展旅游", nil, "推进各类重点领域的工作，大力发展旅游"},
		{"nothing to leave out", "推进景区标准化。", "", nil, "推进景区标准化。"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := body(test.text, test.heading, test.units); got != test.want {
				t.Errorf("body is %q, want %q", got, test.want)
			}
		})
	}
}
