package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lists are two lists: one of three levels as official writing has them, one of articles.
const lists = `
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
 <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条　"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`

func item(list, level, text string) string {
	return para(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+list+`"/></w:numPr>`, text)
}

func TestDocx(t *testing.T) {
	tests := []struct{ name, body, styles, want string }{
		{
			name: "paragraphs",
			body: para("", "某市茶产业标准化方案") + para("", "") + para("", "坚持标准引领。"),
			want: "某市茶产业标准化方案\n\n坚持标准引领。\n",
		},
		{
			name: "runs, tabs and line breaks",
			body: `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>坚持</w:t></w:r>` +
				`<w:r><w:t>标准</w:t><w:tab/><w:t>引领</w:t><w:br/><w:t>提质增效</w:t></w:r></w:p>`,
			want: "坚持标准\t引领\n提质增效\n",
		},
		{
			name: "automatic numbers",
			body: item("1", "0", "总体要求") + item("1", "1", "指导思想") + item("1", "1", "工作目标") +
				item("1", "2", "制定标准") + item("1", "0", "重点任务") + item("1", "1", "完善体系") +
				item("2", "0", "本办法") + item("2", "0", "本条例") + item("2", "1", "要点"),
			want: "一、总体要求\n（一）指导思想\n（二）工作目标\n1.制定标准\n二、重点任务\n（一）完善体系\n" +
				"第九条　本办法\n第十条　本条例\n• 要点\n",
		},
		{
			name: "numbers of styles",
			body: para(`<w:pStyle w:val="Sub"/>`, "总体要求") + para(`<w:pStyle w:val="None"/>`, "说明"),
			styles: `<w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:styleId="Sub"><w:basedOn w:val="Head"/></w:style><w:style w:styleId="None"/>`,
			want: "一、总体要求\n说明\n",
		},
		{
			name: "rows of a table",
			body: "<w:tbl><w:tr><w:tc>" + para("", "序号") + "</w:tc><w:tc>" + para("", "任务") +
				"</w:tc></w:tr><w:tr><w:tc>" + para("", "1") + "</w:tc><w:tc>" + para("", "制定") +
				para("", "标准") + "</w:tc></w:tr></w:tbl>" + para("", "附则"),
			want: "序号\t任务\n1\t制定 标准\n附则\n",
		},
		{
			name: "numbers of a column",
			body: "<w:tbl>" + row(item("1", "2", ""), para("", "制定")) + row(item("1", "2", ""), para("", "修订")) +
				"</w:tbl>",
			want: "1.\t制定\n2.\t修订\n",
		},
		{
			name: "a text inside a frame",
			body: "<w:tbl>" + row(item("1", "0", "总体要求")+para("", "坚持标准引领。")+"<w:tbl>"+
				row(para("", "任务"), para("", "单位"))+"</w:tbl>") + "</w:tbl>",
			want: "一、总体要求\n坚持标准引领。\n任务\t单位\n",
		},
		{
			name: "text boxes",
			body: `<w:p><w:r><w:t>加强</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` +
				para("", "专栏") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + para("", "专栏") +
				`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>领导</w:t></w:r></w:p>`,
			want: "加强领导\n专栏\n",
		},
		{
			name: "deleted text and fallbacks",
			body: `<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText><w:t>删去</w:t></w:r></w:del>` +
				`<w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>`,
			want: "保留新增\n",
		},
		{
			name: "deleted ends of paragraphs",
			body: para(`<w:rPr><w:del/></w:rPr>`, "坚持") + para("", "引领。") +
				`<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>` +
				para("", "附则"),
			want: "坚持引领。\n附则\n",
		},
		{
			name: "hidden text",
			body: `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>` +
				`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显示</w:t></w:r></w:p>`,
			want: "显示\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Text("plan.docx", docx(t, tt.body, lists, tt.styles))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// row is a row of a table, with the inner XML of its cells.
func row(cells ...string) string {
	return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
}

// The ways in which Word writes what a list looks like.
func TestDocxLists(t *testing.T) {
	list := func(id, inner string) string {
		return `<w:abstractNum w:abstractNumId="` + id + `">` + inner + `</w:abstractNum>`
	}
	level := func(n, inner string) string { return `<w:lvl w:ilvl="` + n + `">` + inner + `</w:lvl>` }
	format := func(format, text string) string {
		return `<w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/>`
	}
	num := `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`
	chapter := level("0", format("chineseCounting", "第%1章　"))
	twoChapters := item("1", "0", "总则") + item("1", "1", "依据") + item("1", "0", "附则") + item("1", "1", "施行")
	tests := []struct{ name, body, lists, styles, want string }{
		{
			name:  "a level by the style that it is linked with",
			body:  para(`<w:pStyle w:val="H1"/>`, "总则") + para(`<w:pStyle w:val="H2"/>`, "依据"),
			lists: list("7", chapter+level("1", `<w:pStyle w:val="H2"/>`+format("decimal", "%2."))) + num,
			styles: `<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
			want: "第一章　总则\n1.依据\n",
		},
		{
			name: "a level that one list has in place of another's",
			body: item("2", "0", "总则") + item("2", "0", "附则"),
			lists: list("7", chapter) + `<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">` +
				level("0", `<w:start w:val="3"/>`+format("chineseCounting", "%1、")) + `</w:lvlOverride></w:num>`,
			want: "三、总则\n四、附则\n",
		},
		{
			name: "a list that is as a style says",
			body: item("2", "0", "总则"),
			lists: list("7", `<w:styleLink w:val="L"/>`+chapter) + list("8", `<w:numStyleLink w:val="L"/>`) + num +
				`<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`,
			styles: `<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
			want:   "第一章　总则\n",
		},
		{
			name:  "digits for the number of a chapter in Chinese",
			body:  twoChapters,
			lists: list("7", chapter+level("1", `<w:isLgl/>`+format("decimal", "%1.%2"))) + num,
			want:  "第一章　总则\n1.1 依据\n第二章　附则\n2.1 施行\n",
		},
		{
			name:  "articles that run on across chapters",
			body:  twoChapters,
			lists: list("7", chapter+level("1", `<w:lvlRestart w:val="0"/>`+format("chineseCounting", "第%2条　"))) + num,
			want:  "第一章　总则\n第一条　依据\n第二章　附则\n第二条　施行\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Text("plan.docx", docx(t, tt.body, tt.lists, tt.styles))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// Writers other than Word name the parts as they like.
func TestDocxParts(t *testing.T) {
	relations := func(inner string) string { return "<Relationships>" + inner + "</Relationships>" }
	got, err := Text("plan.docx", zipped(t,
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", relations(`<Relationship Type="http://a/officeDocument" Target="/word/document2.xml"/>`),
		"word/_rels/document2.xml.rels", relations(`<Relationship Type="http://a/numbering" Target="lists.xml"/>`),
		"word/document2.xml", "<w:document><w:body>"+item("1", "0", "总体要求")+"</w:body></w:document>",
		"word/lists.xml", "<w:numbering>"+lists+"</w:numbering>",
	))
	if err != nil {
		t.Fatal(err)
	}
	if want := "一、总体要求\n"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

// Frames inside of frames must cost neither the stack nor more than linear time.
func TestDocxNestedTooDeep(t *testing.T) {
	const deep = 20_000
	body := strings.Repeat("<w:tbl><w:tr><w:tc>", deep) + para("", "标准") + strings.Repeat("</w:tc></w:tr></w:tbl>", deep)
	got, err := Text("plan.docx", docx(t, body, "", ""))
	if want := "标准"; err != nil || strings.TrimSpace(got) != want {
		t.Errorf("Text = %q, %v; want %q", got, err, want)
	}
}

func TestFormatNumber(t *testing.T) {
	tests := []struct {
		n            int
		format, want string
	}{
		{1, "chineseCounting", "一"}, {10, "chineseCounting", "十"}, {11, "chineseCounting", "十一"},
		{20, "chineseCounting", "二十"}, {99, "chineseCounting", "九十九"},
		{100, "chineseCounting", "一百"}, {105, "chineseCounting", "一百零五"},
		{110, "chineseCounting", "一百一十"}, {123, "chineseCounting", "一百二十三"},
		{3, "decimal", "3"}, {3, "decimalEnclosedCircle", "③"}, {27, "lowerLetter", "aa"},
		{4, "upperRoman", "IV"}, {9, "lowerRoman", "ix"},
	}
	for _, tt := range tests {
		if got := formatNumber(tt.n, tt.format); got != tt.want {
			t.Errorf("formatNumber(%d, %s) = %q, want %q", tt.n, tt.format, got, tt.want)
		}
	}
}
