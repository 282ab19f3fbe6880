package format

import (
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
			want: "序号 \t任务\n1 \t制定 标准\n附则\n",
		},
		{
			name: "deleted text and fallbacks",
			body: `<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText><w:t>删去</w:t></w:r></w:del>` +
				`<w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>`,
			want: "保留新增\n",
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
