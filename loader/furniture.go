package loader

import (
	"strings"
	"unicode/utf8"

	"github.com/policygraph/policygraph/loader/format"
)

// What a page puts around a document: lines that begin so, if they are short, are no part of it.
// Lines with data of the document (发布时间, 发文字号) are left for the head.
var furniture = newWordSet(
	"当前位置", "您的位置", "您所在的位置", "您当前的位置", "您现在的位置", "所在位置", "当前所在", "现在位置",
	"首页", "网站首页", "返回首页", "返回顶部", "扫一扫", "扫码", "微信扫", "用手机", "手机扫", "分享到", "分享至",
	"分享:", "打印本页", "打印", "收藏本", "收藏", "关闭窗口", "关闭本页", "关闭", "字体:",
	"字号:", "字体大小", "大 中 小", "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关文档", "相关阅读",
	"相关解读", "相关附件", "相关稿件", "相关新闻", "相关文件", "附件下载", "下载附件", "文件下载", "点击下载",
	"版权所有", "技术支持", "网站标识码", "网站地图", "联系我们", "关于我们",
	"京ICP", "ICP备", "公网安备", "政府网站找错", "无障碍", "繁体", "简体", "责任编辑", "编辑:", "审核:",
	"责编:", "浏览次数", "访问量", "阅读次数", "点击数", "点击量", "浏览量", "阅读量", "索引目录",
	"解读链接", "政策解读", "图解:", "一图读懂", "Copyright", "copyright", "©", "纠错", "我要纠错", "正文下载",
	"展开全文", "原文下载", "来源网站", "微信公众号", "政务微信", "政务微博", "视力保护色", "保护视力色",
)

const maxFurniture = 60 // characters; longer lines are text

// dropFurniture leaves out the lines that belong to the page and not to the document.
func dropFurniture(lines []line) []line {
	out := lines[:0]
	for i, l := range lines {
		if isFurniture(l.S) && !(i < maxBeforeContents && isDated(l.S)) {
			continue
		}
		if n := dateline(l.S); n > 0 {
			if l.Text = trimText(l.Slice(n, len(l.S))); l.S == "" {
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// dateline is the size of the words with which a report of a news agency opens (新华社北京2月21日电), or
// 0. They say where the agency is, not whom the document is for.
func dateline(s string) int {
	const longest = 60 // bytes
	if !opensWith(s, "新华社", "本报", "人民网", "新华网", "中新社", "中新网") {
		return 0
	}
	head := s[:min(len(s), longest)]
	i := strings.Index(head, "日电")
	if i < 0 || !contains(head[:i], "月") {
		return 0
	}
	return i + len("日电")
}

// captions are lines that say no more than that the document follows.
var captions = newWordSet(
	"正文", "全文", "原文", "政策全文", "政策原文", "政策正文", "文件全文", "文件原文", "文件正文", "文件内容", "信息内容", "公文正文",
	"朗读", "朗读全文",
)

// isFileName reports whether a line is the name of a file, as pages list them below a document.
func isFileName(s string) bool {
	return closesWith(s, ".pdf", ".doc", ".docx", ".wps", ".ofd", ".xls", ".xlsx", ".zip", ".rar")
}

// isDated reports whether a line of the page gives the day of publication as well: 浏览量:8
// 时间:2021-02-07.
func isDated(s string) bool {
	i := max(index(s, "时间:"), index(s, "日期:"))
	if i < 0 {
		return false
	}
	_, size := readDate(skipBlanks(s[i+len("时间:"):]))
	return size > 0
}

func isFurniture(s string) bool {
	if longerThan(s, maxFurniture) {
		return false
	}
	if contains(s, "〉") && strings.Count(s, " 〉 ")+strings.Count(s, "〉〉") >= 2 {
		return true
	}
	if _, w := cutPrefixes(s, []string{"主办单位", "承办单位", "主办:", "承办:"}); w != "" &&
		containsAny(s, []string{"网站", "版权", "备案", "技术支持", "人民政府办公", "信息中心"}) {
		return true
	}
	if rest, f := furniture.cutOpening(strings.TrimPrefix(s, "〔")); f != "" {
		return !strings.HasSuffix(rest, "。") || strings.Contains(f, ":")
	}
	return isOrnament(s) || isPageNumber(s) || captions.has(strings.Trim(s, "〔〕: "))
}

// isPageNumber recognises the number of a page between marks (- 3 -, 第 3 页). A bare number may stand
// in a table, and figures that end in a figure may be a date.
func isPageNumber(s string) bool {
	return s != "" && !isDigit(s[0]) && !isDigit(s[len(s)-1]) && format.IsPageNumber(s)
}

// isOrnament reports whether a line has nothing but marks that part or adorn.
func isOrnament(s string) bool {
	for _, r := range s {
		if isCommon(r) || !strings.ContainsRune("-—_=*·.。 ●■◆★☆#|", r) {
			return false
		}
	}
	return true
}

// isDataLine reports whether a line is one of the fields that pages print above a document, such
// as 发布时间:2022-08-21. They are read for the head and are no text.
func isDataLine(s string) bool {
	return dataLabel(s) != ""
}

// dataLabels are the names of fields above a document, blanks left out.
var dataLabels = []string{
	"索引号", "信息索引号", "信息索引", "主题分类", "发文机关", "发布机构", "发布单位", "制发机关", "公开机构",
	"成文日期", "生成日期", "发文日期", "印发日期", "签发日期", "标题", "名称", "文件名称", "信息名称", "发文字号",
	"文号", "文件编号", "文件字号", "发布日期", "发布时间", "公开日期", "公布日期", "主题词", "关键词", "体裁分类",
	"有效性", "时效性", "时效", "是否有效", "效力状态", "废止日期", "失效日期", "实施日期", "生效日期", "时间", "日期", "来源",
	"信息来源", "稿件来源", "文章来源", "作者", "发布人", "公开方式", "公开形式", "公开范围", "公开类型", "组配分类",
	"分类", "服务对象", "内容概述", "内容概况", "内容分类", "统一登记号", "登记号", "文件类型", "信息分类", "所属分类",
	"原标题", "主送", "抄送", "公文种类", "文种", "责任部门",
	"发布机关", "发文机构", "发文单位", "发文部门", "发布部门", "制定机关", "公布机关", "颁布机关", "颁布单位", "颁布时间",
	"成文时间", "发文时间", "印发时间", "颁布日期", "公布时间", "公开时间", "发表时间", "添加时间", "更新时间", "新闻来源", "发布文号", "发文文号", "发文号",
	"文件来源", "所属类别", "法规类别",
}

// dataLabel is the name of the field that a line gives, or "".
func dataLabel(s string) string {
	name, _ := fieldAt(s)
	return name
}

// fieldAt is the name of the field that a line gives (发布日期:…, 【发布日期】…) and the place of its
// value, or "".
func fieldAt(s string) (name string, value int) {
	const longest = 40 // bytes
	i := strings.IndexByte(s, ':')
	value = i + 1
	if j := index(s, "〕"); strings.HasPrefix(s, "〔") && j > 0 && (i < 0 || j < i) {
		i, value = j, j+len("〕")
		if strings.HasPrefix(s[value:], ":") {
			value++
		}
	}
	if i < 0 || i > longest {
		return "", 0
	}
	name = strings.Trim(strings.ReplaceAll(s[:i], " ", ""), "〔〕·*")
	for _, l := range dataLabels {
		if name == l {
			return l, value
		}
	}
	return "", 0
}

// dropContents leaves out a table of contents: the lines behind 目录 that come again further down.
func dropContents(lines []line) []line {
	for i, l := range lines {
		if i > maxBeforeContents {
			return lines
		}
		if !strings.HasPrefix(l.S, "目") || entry(l.S) != "目录" {
			continue
		}
		last := map[string]int{}
		for j, l := range lines[i:] {
			last[entry(l.S)] = i + j
		}
		end := i + 1
		for end < len(lines) && last[entry(lines[end].S)] > end {
			end++
		}
		if end == i+1 {
			return lines
		}
		return append(lines[:i:i], lines[end:]...)
	}
	return lines
}

// maxBeforeContents is how many lines may stand above a table of contents.
const maxBeforeContents = 40

// entry is a line as a table of contents may give it, without blanks, leaders and page number.
func entry(s string) string {
	s = strings.TrimRight(s, "0123456789 -—.·…()")
	return strings.ReplaceAll(s, " ", "")
}

const (
	minWrapped    = 20  // characters: shorter lines say nothing about the width of a page
	maxWrapped    = 99  // longer ones are whole paragraphs
	minWrapShare  = 0.3 // of all lines must be as wide as the page for it to be wrapped
	wrapTolerance = 2   // characters by which the right margin is ragged
)

// joinWrapped undoes hard line breaks: where many lines end in mid-sentence at one width, a line
// of that width is continued by the next one unless a new element begins there. It also undoes
// those around the links of a page, which tear titles from their marks, and at the ends of pages.
func joinWrapped(lines []line) []line {
	width := wrapWidth(lines)
	out := lines[:0]
	var parts []Text // of the last of out
	mend := func() {
		if len(parts) > 1 {
			out[len(out)-1].Text = tight(glue(parts))
		}
	}
	for i, l := range lines {
		if i > 0 && (isTorn(lines[i-1], l) || isCutShort(lines[i-1], l) ||
			width > 0 && !l.blank && continues(lines[i-1], l, width)) {
			parts = append(parts, l.Text)
			continue
		}
		mend()
		out = append(out, l)
		parts = append(parts[:0], l.Text)
	}
	mend()
	return out
}

// glue puts texts one after the other on one line.
func glue(parts []Text) Text {
	n := 0
	for _, p := range parts {
		n += len(p.S)
	}
	w := newTextWriter(n)
	for _, p := range parts {
		w.add(p)
	}
	last := parts[len(parts)-1]
	return w.finish(last.at(len(last.S)))
}

// wrapWidth is the width at which the lines are broken, in characters, or 0.
func wrapWidth(lines []line) int {
	var count [maxWrapped + 1]int // by width
	for _, l := range lines {
		if endsSentence(l.S) || longerThan(l.S, maxWrapped) {
			continue
		}
		if n := utf8.RuneCountInString(l.S); n >= minWrapped {
			count[n]++
		}
	}
	best, width := 0, 0
	for n := minWrapped; n <= maxWrapped; n++ {
		sum := 0
		for _, c := range count[n-wrapTolerance : n+1] {
			sum += c
		}
		if count[n] > 0 && sum >= best {
			best, width = sum, n
		}
	}
	if best < 5 || float64(best) < minWrapShare*float64(len(lines)) {
		return 0
	}
	return width
}

// isTorn reports whether no line can end where prev does or begin where next does: behind 《, before 》
// or a comma.
func isTorn(prev, next line) bool {
	return prev.row == nil && next.row == nil && prev.S != "" &&
		(strings.HasSuffix(prev.S, "《") || opensWith(next.S, "》", "、", ",", "。"))
}

func continues(prev, next line, width int) bool {
	if utf8.RuneCountInString(prev.S) < width-wrapTolerance || endsSentence(prev.S) ||
		prev.row != nil || next.row != nil {
		return false
	}
	_, ok := labelAt(next.S)
	return !ok && !isDataLine(next.S)
}

// endsSentence reports whether the text ends with a mark after which no sentence goes on.
func endsSentence(s string) bool {
	switch lastRune(s) {
	case '。', ';', ':', '!', '?', ')', '〕':
		return true
	}
	return false
}
