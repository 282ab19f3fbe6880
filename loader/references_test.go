package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// showReference is a reference in one line: relation, number and title.
func showReference(r Reference) string {
	show := func(p *string) string {
		if p == nil {
			return "-"
		}
		return *p
	}
	return strings.Join([]string{r.Relation, show(r.Number), show(r.Title)}, " ")
}

func TestReferences(t *testing.T) {
	for _, c := range []struct {
		name, path, text string
		want             []string
	}{
		{"list in the preamble", "0",
			"根据《某省水资源规划》（某政发〔2021〕3号）、《关于加强节水的意见》（某办函〔2020〕11号）和《节水条例》精神，制定本方案。",
			[]string{
				"basis 某政发〔2021〕3号 某省水资源规划", "basis 某办函〔2020〕11号 关于加强节水的意见", "basis - 节水条例",
			}},
		{"nested title", "0", "为贯彻《国务院办公厅关于印发〈节水计划〉的通知》（国办发〔2019〕12号）要求，制定本方案。",
			[]string{"basis 国办发〔2019〕12号 国务院办公厅关于印发〈节水计划〉的通知"}},
		{"number alone", "0", "按照国办发〔2018〕77号文件精神，提出以下措施。",
			[]string{"basis 国办发〔2018〕77号 -"}},
		{"title without marks", "0", "根据省政府关于加快园区建设的通知（某政发〔2022〕5号），制定本方案。",
			[]string{"basis 某政发〔2022〕5号 省政府关于加快园区建设的通知"}},
		{"announcement", "3", "执行《关于延续优惠的公告》（财政部 税务总局公告2023年第8号）规定。",
			[]string{"cites 财政部税务总局公告2023年第8号 关于延续优惠的公告"}},
		{"brackets of other forms", "0", "根据《某规划》(某政发[2021]3号)和《某纲要》（某政发【2021】第4号），制定本方案。",
			[]string{"basis 某政发〔2021〕3号 某规划", "basis 某政发〔2021〕4号 某纲要"}},
		{"a task carries it out", "2.1", "深入贯彻落实《公共图书馆法》，完善服务。", []string{"basis - 公共图书馆法"}},
		{"a detail is followed", "2.1", "落实《公共图书馆法》有关规定，完善服务。", []string{"cites - 公共图书馆法"}},
		{"consulted", "2.1", "参照《设计导则（试行）》编制图集。", []string{"cites - 设计导则（试行）"}},
		{"no longer in force", "2.1", "不再执行《限购通知》（某政办〔2017〕9号）。",
			[]string{"cites 某政办〔2017〕9号 限购通知"}},
		{"rules name their law", "1.1", "为规范管理，根据《某某法》，制定本办法。", []string{"basis - 某某法"}},
		{"rules name several", "1.1", "根据《某某法》《本市节水实施方案编制规则》等规定，结合本市实际，制定本办法。",
			[]string{"basis - 某某法", "basis - 本市节水实施方案编制规则"}},
		{"rules name one and consult another", "1.1", "根据《某某法》，参照《节水规则》《中水规则》，制定本办法。",
			[]string{"basis - 某某法", "cites - 节水规则", "cites - 中水规则"}},
		{"number before the title", "0", "根据某政办发〔2021〕3号《节水规划》精神，制定本方案。",
			[]string{"basis 某政办发〔2021〕3号 节水规划"}},
		{"title without marks behind another", "2.1", "根据《节水规划》以及省政府关于加快园区建设的通知（某政发〔2022〕5号）要求，抓好落实。",
			[]string{"cites - 节水规划", "cites 某政发〔2022〕5号 省政府关于加快园区建设的通知"}},
		{"papers, forms and standards", "2.1", "在《某某报》开设专栏，填写《任务分解表》，实施《节水型企业 评价要求》等标准。", nil},
		{"a part of the plan's name", "0", "为落实《节水实施方案》，制定本方案。", []string{"basis - 节水实施方案"}},
		{"standards are no documents", "2.1",
			"执行GB/T 50336—2018《建筑中水设计标准》、《绿色小区评价规范》（DB11/T 1999-2022），发布《节水器具》团体标准。", nil},
		{"named twice", "2.1", "参照《某某规划》，之后落实《某某规划》。", []string{"basis - 某某规划"}},
		{"short form", "2.1", "落实《标准化发展规划》（以下简称《规划》）。", []string{"basis - 标准化发展规划"}},
		{"what a short form is told", "2.1",
			"《节水型社会建设指引》（某政发〔2021〕9号，以下简称《建设指引》）印发一年。要深入实施《建设指引》。",
			[]string{"basis 某政发〔2021〕9号 节水型社会建设指引"}},
		{"short form of the plan", "2.1", "《本市节水实施方案》（以下简称《节水方案》）印发后，落实《节水方案》。", nil},
		{"several numbers in one bracket", "0",
			"根据《节水规划》和《中水意见》（某政发〔2021〕3号、某政发〔2021〕4号），制定本方案。",
			[]string{"basis 某政发〔2021〕3号 节水规划", "basis 某政发〔2021〕4号 中水意见"}},
		{"carried out, said behind it", "2.1", "推动《节水示范行动计划》落地见效，抓好《节水条例》的宣传贯彻。",
			[]string{"basis - 节水示范行动计划", "basis - 节水条例"}},
		{"revised law", "2.1", "宣传贯彻新修订的《水法实施条例》，修订《节水奖励规定》。",
			[]string{"basis - 水法实施条例", "cites - 节水奖励规定"}},
		{"the plan itself", "2.1", "《本市节水实施方案》由市水务局解释。", nil},
		{"certificates and contracts", "2.1", "核发《施工许可证》，签订《购房合同》，凭《不动产权证书》办理。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, b := blockOf(c.path, "", c.text)
			title := "本市节水实施方案"
			var got []string
			for _, r := range extractReferences(src, Head{Title: &title}, nil, []Block{b}) {
				got = append(got, showReference(r))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("references of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func TestReferencesOfNotice(t *testing.T) {
	title := "某市节水实施方案"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"says why", "为贯彻落实《节水条例》和《关于加强节水的意见》（某发〔2022〕6号），现将《某市节水实施方案》印发给你们，请认真执行。",
			[]string{"basis - 节水条例", "basis 某发〔2022〕6号 关于加强节水的意见"}},
		{"says nothing", "《某市节水实施方案（修订版）》已经市政府同意，现印发给你们，请认真执行。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, front := textOf(t, c.text)
			var got []string
			for _, r := range extractReferences(src, Head{Title: &title}, []Text{front}, nil) {
				got = append(got, showReference(r))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("references of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func TestReferenceMentions(t *testing.T) {
	text := "落实《节水条例》（某政发﹝2020﹞2号）。按照《节水条例》办理。"
	src, b := blockOf("2.1", "", text)
	got := extractReferences(src, Head{}, nil, []Block{b})
	if len(got) != 1 || len(got[0].Mentions) != 2 {
		t.Fatalf("references: %+v, want one with two mentions", got)
	}
	if q := got[0].Mentions[0].Quote; q != "《节水条例》（某政发﹝2020﹞2号）" {
		t.Errorf("quote %q, want title and number as written", q)
	}
}

// A plan whose title says what it carries out rests on that, however the preamble puts it.
func TestReferenceInTitle(t *testing.T) {
	title := "贯彻落实《节水型社会建设纲要》行动计划"
	src, b := blockOf(rootPath, "", "《节水型社会建设纲要》印发以来，各项工作有序推进，制定《行动计划》。")
	var got []string
	for _, r := range extractReferences(src, Head{Title: &title}, nil, []Block{b}) {
		got = append(got, showReference(r))
	}
	if d := cmp.Diff([]string{"basis - 节水型社会建设纲要"}, got); d != "" {
		t.Errorf("references (-want +got):\n%s", d)
	}
}
