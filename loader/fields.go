package loader

import (
	"strings"
	"unicode/utf8"
)

// tableLabels are the names of fields that the rows of a page's table give without a colon. No
// title has them as words.
var tableLabels = newWordSet(
	"索引号", "主题分类", "发文机关", "发布机构", "成文日期", "生成日期", "发文日期", "发文字号", "文号", "发布日期",
	"发布时间", "公开日期", "有效性", "时效性", "信息分类", "内容分类", "标题", "名称", "主题词", "关键词", "失效时间", "失效日期",
	"体裁分类", "组配分类", "服务对象", "公开方式", "公开范围", "信息来源",
)

// bareFields reads a row whose cells stand one after the other, names in any spacing:
// 成文日期 2013-07-02 文  号 X政发〔2013〕6号. It is nil if the line does not begin with a name.
func bareFields(t Text) []frontPiece {
	var out []frontPiece
	s := t.S
	value := 0 // where the value of the last field begins
	for i := 0; i < len(s); {
		if name, size := tableLabel(s[i:]); name != "" {
			out = closeField(out, t, value, i)
			out = append(out, frontPiece{kind: frontField, field: name})
			i += size
			value = i
		} else if out == nil {
			return nil
		} else if j := strings.IndexByte(s[i:], ' '); j >= 0 {
			i += j
		} else {
			i = len(s)
		}
		for i < len(s) && s[i] == ' ' {
			i++
		}
	}
	return closeField(out, t, value, len(s))
}

// closeField gives the last field its value.
func closeField(out []frontPiece, t Text, start, end int) []frontPiece {
	if len(out) > 0 {
		p := &out[len(out)-1]
		p.text = trimText(t.Slice(min(start, end), end))
		p.date, _ = dateAt(p.text.S)
	}
	return out
}

// tableLabel is the name of a field that s begins with, its blanks left out, and its size in s. A
// blank or the end of the line follows it.
func tableLabel(s string) (name string, size int) {
	const longest = 5 // characters
	var sb strings.Builder
	for n := 0; size < len(s) && n < longest; n++ {
		r, w := utf8.DecodeRuneInString(s[size:])
		if !isHan(r) {
			return "", 0
		}
		sb.WriteRune(r)
		size += w
		ends := size == len(s) || s[size] == ' '
		if ends && tableLabels.has(sb.String()) {
			return sb.String(), size
		}
		for size < len(s) && s[size] == ' ' {
			size++
		}
	}
	return "", 0
}

// fillField takes a line as the value of the field that the line above names, where it is one.
func fillField(out []frontPiece, l Text) bool {
	if len(out) == 0 || out[len(out)-1].kind != frontField || out[len(out)-1].text.S != "" {
		return false
	}
	p := &out[len(out)-1]
	l = trimText(l)
	switch {
	case l.S == "" || longerThan(l.S, 30):
		return false
	case strings.HasSuffix(p.field, "日期"), strings.HasSuffix(p.field, "时间"):
		d, size := readDate(l.S)
		p.date = d
		if size == 0 {
			return false
		}
	case strings.HasSuffix(p.field, "号"):
		if n, ok := findDocNumber(l.S); !ok || n.start > 0 || n.end < len(l.S) {
			return false
		}
	case strings.HasSuffix(p.field, "机关"), strings.HasSuffix(p.field, "机构"):
		if organParts(l.S) == nil {
			return false
		}
	default:
		return false
	}
	p.text = l
	return true
}

// strangeField is the name of a field that is none of dataLabels (政策级别:国家级), "" for other lines.
func strangeField(s string) string {
	const longest = 6 * len("字")
	i := strings.IndexByte(s, ':')
	if i <= 0 || i > longest || i+1 == len(s) {
		return ""
	}
	for _, r := range s[:i] {
		if !isHan(r) && r != ' ' {
			return ""
		}
	}
	if containsAny(s[:i], []string{"各", "府", "部门", "单位", "通知", "意见", "方案", "办法"}) {
		return ""
	}
	return s[:i]
}
