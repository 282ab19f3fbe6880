package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// prose is the text of a document as pages give it.
const prose = `<p>各县人民政府，市政府各部门：</p><p>　　现将方案印发给你们，请认真贯彻执行。</p>
<p>一、总体要求</p><p>　　坚持标准引领，全面提升茶产业质量水平，完善标准体系，加强培训。</p>
<p>某市人民政府</p><p>2023年3月15日</p>`

const proseText = "各县人民政府，市政府各部门：\n　　现将方案印发给你们，请认真贯彻执行。\n一、总体要求\n" +
	"　　坚持标准引领，全面提升茶产业质量水平，完善标准体系，加强培训。\n某市人民政府\n2023年3月15日\n"

const menu = `<ul><li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li></ul>`

func TestPage(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{
			name: "menus, footer and scripts",
			page: `<html><head><title>某网</title><style>p{}</style></head><body><div>` + menu +
				`</div><h1>某市茶产业标准化方案</h1><div id="text">` + prose +
				`<script>var a = "二、";</script></div><div>` + menu + `</div><div>主办：某市，备案</div></body>`,
			want: "某市茶产业标准化方案\n" + proseText,
		},
		{
			name: "a table of fields without colons",
			page: `<body><table><tr><td>索 引 号</td><td>0100-2023</td><td>发文字号</td><td>某政发〔2023〕5号</td></tr>` +
				`<tr><td>成文日期</td><td></td><td>发布日期</td><td>2023年3月20日</td></tr></table><div>` + prose + `</div>`,
			want: "索引号：0100-2023\n发文字号：某政发〔2023〕5号\n发布日期：2023年3月20日\n" + proseText,
		},
		{
			name: "a table of tasks",
			page: `<body><div>` + prose + `<table><tbody><tr><td>类别</td><td>重点任务</td><td>责任单位</td></tr>` +
				`<tr><td rowspan="2">生产</td><td><p>建设</p><p>茶园</p></td><td>农业局</td></tr>` +
				`<tr><td>修渠</td><td>水利局</td></tr><tr><td colspan="2">其他</td><td>工信局</td></tr></tbody></table></div></body>`,
			want: proseText + "类别\t重点任务\t责任单位\n生产\t建设 茶园 \t农业局\n\t修渠\t水利局\n其他\t\t工信局\n",
		},
		{
			name: "fields in the page's head",
			page: `<html><head><meta name="ArticleTitle" content="某市人民政府关于印发茶产业方案的通知">` +
				`<meta name="PubDate" content="2023-03-20 10:00"></head><body><div>` + prose + `</div></body>`,
			want: "发布日期：2023-03-20 10:00\n某市人民政府关于印发茶产业方案的通知\n" + proseText,
		},
		{
			name: "a title with the site's name",
			page: `<html><head><title>某市人民政府关于茶产业的意见_某市人民政府</title></head><body>` + prose + `</body>`,
			want: "某市人民政府关于茶产业的意见\n" + proseText,
		},
		{
			name: "a list of related pages inside the text",
			page: `<body><div>` + prose + `<ul><li><a href="1">相关解读：一图读懂茶产业</a></li></ul></div></body>`,
			want: proseText,
		},
		{
			name: "what is not shown",
			page: `<body><div>` + prose + `<p style="display: none">隐藏。</p><p hidden>隐藏。</p></div></body>`,
			want: proseText,
		},
		{
			name: "a source that is wrapped",
			page: "<p>\n一、总\n\t体要求 \n</p><p>参与\nISO\n标准，\n提质\n增效。</p><p><b>第一章</b>\n<b>总则</b></p>",
			want: "一、总体要求 \n参与 ISO 标准，提质增效。\n第一章 总则\n",
		},
		{
			name: "lines of the source",
			page: "<body><pre>\n一、总体要求\n  坚持<b>标准</b>引领，\n提质增效。</pre></body>",
			want: "一、总体要求\n坚持标准引领，\n提质增效。\n",
		},
		{
			name: "links to what is cited",
			page: `<body><div><p>根据<a href="1">《某省人民政府关于茶产业的意见》</a>精神，制定本方案。</p>` + menu + `</div></body>`,
			want: "根据《某省人民政府关于茶产业的意见》精神，制定本方案。\n",
		},
		{
			name: "numbered lists",
			page: `<ol><li>制定标准。</li><li><p>实施标准。</p></li></ol><ol start="3"><li>监督检查。</li></ol>` +
				`<ol><li>（一）加强领导。</li></ol><ol style="list-style: none"><li>加大投入。</li></ol>`,
			want: "1.制定标准。\n2.实施标准。\n3.监督检查。\n（一）加强领导。\n加大投入。\n",
		},
		{
			name: "a fragment",
			page: `<p>一、总体<b>要求</b></p><p>坚持引领，<br>提质&nbsp;增效。</p>`,
			want: "一、总体要求\n坚持引领，\n提质\u00a0增效。\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Text("page.html", []byte(tt.page))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(tt.want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMarkdownNestedTooDeep(t *testing.T) {
	for _, mark := range []string{">", "> ", "- ", "1. ", "> 1) "} {
		source := "# 某市茶产业标准化方案\n" + strings.Repeat(mark, 1<<20) + "制定标准\n"
		if got := markdownText(source); !strings.HasSuffix(got, "制定标准\n") {
			t.Errorf("markdownText of %q a million times lost the end of its line", mark)
		}
	}
}

func TestMarkdown(t *testing.T) {
	const source = `# 某市**茶产业**标准化方案

## 一、总体要求
坚持[标准](http://example.com)引领，
全面提升质量。<br>加强培训。
1. 制定标准
2. 实施标准

- 统筹推进

| 序号 | 任务 |
|---|---|
| 1 | 制定标准 |

> 附则

**（一）加强培训。**每年两次。
`
	const want = "某市茶产业标准化方案\n一、总体要求\n坚持标准引领，\n全面提升质量。\n加强培训。\n" +
		"1. 制定标准\n2. 实施标准\n• 统筹推进\n序号\t任务\n1\t制定标准\n附则\n（一）加强培训。每年两次。\n"
	got, err := Text("plan.md", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
