package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func cleaned(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, l := range clean(sourceOf(t, text)) {
		out = append(out, l.S)
	}
	return out
}

func TestClean(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"widths", "（一）建设ＩＳＯ标准；达到６３％以上，【重点】［市］\u200b「茶」",
			[]string{"(一)建设ISO标准;达到63%以上,〔重点〕〔市〕“茶”"}},
		{"half-width stops", "一.总体要求\n(一)加强领导.成立专班,达到2.5%.\n全县推广.(责任单位:县水利局)",
			[]string{"一.总体要求", "(一)加强领导。成立专班,达到2.5%。", "全县推广。(责任单位:县水利局)"}},
		{"straight quotes", `建设"茶"和"竹"标准`, []string{"建设“茶”和“竹”标准"}},
		{"indents and blank lines", "　　一、总体要求\r\n\r\n\t坚持引领。\n", []string{"一、总体要求", "坚持引领。"}},
		{"a paragraph's indent in the middle of a line", "制定本意见。　　一、总体要求　　（一）原则。坚持引领。",
			[]string{"制定本意见。", "一、总体要求", "(一)原则。坚持引领。"}},
		{"line breaks around links", "根据《\n茶产业规划\n》\n、《茶园办法》精神。", []string{"根据《茶产业规划》、《茶园办法》精神。"}},
		{"page furniture", "当前位置：首页 > 政务公开 > 文件\n关于茶产业的意见\n【打印】【关闭】\n坚持引领。\n扫一扫在手机打开当前页\n上一篇：无\n版权所有：某某",
			[]string{"关于茶产业的意见", "坚持引领。"}},
		{"hard line breaks", "坚持标准引领，全面提升茶产业质量水平，完善标\n准体系，加强培训，推动产业链上下游协同发展，\n不断健全产前产中产后标准体系和质量追溯体系，\n" +
			"推动龙头企业参与标准制定，支持社会团体制定团\n体标准，引导企业公开执行标准，鼓励合作社按照\n标准生产，确保产品质量，形成全链条标准化。",
			[]string{"坚持标准引领,全面提升茶产业质量水平,完善标准体系,加强培训,推动产业链上下游协同发展," +
				"不断健全产前产中产后标准体系和质量追溯体系,推动龙头企业参与标准制定,支持社会团体制定团体标准," +
				"引导企业公开执行标准,鼓励合作社按照标准生产,确保产品质量,形成全链条标准化。"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, cleaned(t, tt.text)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

// What hard line breaks part stands in the source where it stood.
func TestCleanKeepsPlaces(t *testing.T) {
	text := strings.Repeat("坚持标准引领，全面提升茶产业质量水平，完善标\n准体系，加强人员培训，推动产业链上下游协同，\n", 4) +
		"确保产品质量。"
	src := fuzzSource(text)
	lines, _ := cleanLines(src)
	if len(lines) != 1 {
		t.Fatalf("%d lines, want 1", len(lines))
	}
	last := strings.Index(lines[0].S, "产品质量")
	if got := src.Quote(lines[0].Span(last, last+len("产品质量"))); got != "产品质量" {
		t.Errorf("the place of 产品质量 holds %q", got)
	}
}

// A hacked page: one token stands where 关于, the city's name or nothing was.
func TestCleanSpam(t *testing.T) {
	const token = "乐鱼彩屋_乐鱼app官网"
	text := "中共" + token + "委 " + token + "人民政府" + token + "贯彻落实茶产业规划的意见\n" +
		"来源：" + token + "委办公室\n" +
		"为贯彻《国务院" + token + "加强茶产业的通知》，结合宜春实际，制定本意见。\n" +
		"建设“" + token + "茶叶质量中心”，使用电e金服app办理，推广电e金服app。\n"
	want := []string{
		"中共宜春市委 宜春市人民政府关于贯彻落实茶产业规划的意见",
		"来源:宜春市委办公室",
		"为贯彻《国务院关于加强茶产业的通知》,结合宜春实际,制定本意见。",
		"建设“茶叶质量中心”,使用电e金服app办理,推广电e金服app。",
	}
	if diff := cmp.Diff(want, cleaned(t, text)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// Tokens that belong to the language, however often they come, are no spam.
func TestCleanKeepsNames(t *testing.T) {
	text := "依托浙里办app办理。推广浙里办app应用。市政府办公室浙里办app专班统筹。完善浙里办app功能，提升服务水平。"
	if diff := cmp.Diff([]string{fromFold(text)}, cleaned(t, text)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func fromFold(s string) string {
	var out []rune
	for _, r := range s {
		out = append(out, fold(r))
	}
	return string(out)
}

// Every character of a cleaned line is found again at its place in the source.
func TestCleanOffsets(t *testing.T) {
	src := sourceOf(t, "\u3000\u3000（一）建设 ＩＳＯ\u200b标准。\r\n\r\n为加快　标准化")
	for _, l := range clean(src) {
		for i, r := range l.S {
			at := l.Span(i, i+len(string(r)))
			if got := fold(firstRune(src.Quote(at))); got != r && r != ' ' {
				t.Errorf("at %d: %q, want %q", at.Start, got, r)
			}
		}
	}
	_, body := textOf(t, "标准 与 质量")
	if body.S != "标准与质量" {
		t.Fatalf("tight = %q", body.S)
	}
	if diff := cmp.Diff(Span{Start: 3, End: 7}, body.Span(len("标准"), len("标准与质量"))); diff != "" {
		t.Errorf("span (-want +got):\n%s", diff)
	}
}
