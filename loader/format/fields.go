package format

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fieldNames are the names of the fields that sites of governments give above a document (索引号,
// 发文机关, 发文字号, 成文日期, 发布日期), by the one name under which they are written out.
var fieldNames = map[string]string{
	"索引号": "索引号", "信息索引号": "索引号", "主题分类": "主题分类",
	"发文机关": "发文机关", "发文单位": "发文机关", "制发机关": "发文机关", "发布机构": "发布机构",
	"发布单位": "发布机构", "发文字号": "发文字号", "文号": "发文字号", "文件编号": "发文字号", "发文号": "发文字号",
	"成文日期": "成文日期", "成文时间": "成文日期", "生成日期": "成文日期", "印发日期": "印发日期", "发文日期": "成文日期",
	"发布日期": "发布日期", "发布时间": "发布日期", "公开日期": "发布日期", "标题": "标题", "名称": "标题",
	"文件名称": "标题", "信息名称": "标题",
}

// metaNames are the fields that the guideline for government web sites (政府网站发展指引, 2017) has
// pages give in their head.
var metaNames = map[string]string{"pubdate": "发布日期"}

// fieldReader finds the fields of a page, which stand before its first sentence. The cells of a
// table, or other elements side by side, say what is a name and what is its value.
type fieldReader struct {
	out  strings.Builder // the fields as "name：value", a line each
	seen map[string]bool
	used map[*html.Node]bool // names and values, which are no part of the text
	text bool                // the text has begun
}

// readFields finds the fields of a page: those that it shows, and for the others its meta data.
func readFields(root *html.Node) *fieldReader {
	f := &fieldReader{seen: map[string]bool{}, used: map[*html.Node]bool{}}
	f.find(root)
	walk(root, func(n *html.Node) {
		if n.DataAtom != atom.Meta {
			return
		}
		if name, ok := metaNames[strings.ToLower(attribute(n, "name"))]; ok {
			f.add(name, strings.TrimSpace(attribute(n, "content")))
		}
	})
	return f
}

func (f *fieldReader) add(name, value string) {
	if value != "" && !f.seen[name] {
		f.seen[name] = true
		f.out.WriteString(name + "：" + value + "\n")
	}
}

func (f *fieldReader) find(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		f.text = f.text || strings.Contains(n.Data, "。")
	case html.ElementNode:
		if isUnseen(n) && n.DataAtom != atom.Html {
			return
		}
		if f.take(n) {
			return
		}
	}
	for c := n.FirstChild; c != nil && !f.text; c = c.NextSibling {
		if !f.used[c] {
			f.find(c)
		}
	}
}

// take takes an element as the name of a field, with its value.
func (f *fieldReader) take(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Td, atom.Th, atom.Dt, atom.Span, atom.Strong, atom.Label, atom.B, atom.Div, atom.P:
	default:
		return false
	}
	name, ok := fieldName(n)
	if !ok {
		return false
	}
	value, text := fieldValue(n)
	if value == nil && n.NextSibling == nil && n.DataAtom != atom.Td {
		return false // an element around the name alone: the value may follow outside of it
	}
	f.add(name, text)
	f.used[n] = true
	if value != nil {
		f.used[value] = true
	}
	return true
}

// fieldName is the field that an element names and nothing else.
func fieldName(n *html.Node) (string, bool) {
	const longest = 60 // bytes
	s := textOf(n, longest)
	if len(s) > longest {
		return "", false
	}
	name, ok := fieldNames[strings.Trim(squeeze(s), ":：[]【】〔〕\u00a0")]
	return name, ok
}

// fieldValue is the node after n that has a text, on the same level, and its text. The next name
// is no value: that of a field is often empty.
func fieldValue(n *html.Node) (*html.Node, string) {
	const longest = 400 // bytes; no value is longer
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		text := strings.TrimSpace(textOf(s, longest))
		if len(text) > longest {
			return nil, ""
		}
		if strings.Trim(text, ":：") == "" {
			if s.DataAtom == atom.Td || s.DataAtom == atom.Dd {
				return nil, ""
			}
			continue
		}
		if _, ok := fieldNames[strings.Trim(squeeze(text), ":：")]; ok {
			return nil, ""
		}
		return s, strings.Join(strings.Fields(strings.TrimLeft(text, ":：")), " ")
	}
	return nil, ""
}

// textOf is the text below a node; it may be cut where it is longer than limit bytes.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	var collect func(*html.Node)
	collect = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && isUnseen(n) {
			return
		}
		for c := n.FirstChild; c != nil && b.Len() <= limit; c = c.NextSibling {
			collect(c)
		}
	}
	collect(n)
	return b.String()
}

func walk(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, visit)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// pageTitle is the title of the document that a page names in its head, or "".
func pageTitle(root *html.Node) string {
	meta, title := "", ""
	walk(root, func(n *html.Node) {
		switch {
		case n.DataAtom == atom.Meta && strings.EqualFold(attribute(n, "name"), "ArticleTitle"):
			meta = attribute(n, "content")
		case n.DataAtom == atom.Title && title == "":
			const longest = 600
			title = withoutSite(textOf(n, longest))
		}
	})
	if meta = strings.TrimSpace(meta); meta != "" {
		return strings.Join(strings.Fields(meta), " ")
	}
	return strings.Join(strings.Fields(title), " ")
}

// withoutSite is a page's title without the names of site and column, which stand before or after
// it: the longest part counts.
func withoutSite(title string) string {
	best := ""
	for _, part := range strings.FieldsFunc(title, func(r rune) bool {
		return strings.ContainsRune("_|-–>»", r)
	}) {
		if part = strings.TrimSpace(part); utf8.RuneCountInString(part) > utf8.RuneCountInString(best) {
			best = part
		}
	}
	return best
}
