package loader

import "strings"

// remarks are about the lists of the document, not part of one.
var remarks = newWordSet(",以下", "、以下", ";以下", ",下同", ";下同")

// firstPlaces are the words for the place of the unit that leads.
var firstPlaces = words(`第一位 首位 第一个 排名第一 排序第一 列第一 排第一 排在第一 第一责任单位 第一单位`)

// cutRemarks is the end of the list proper: remarks about the lists of the document follow a stop
// or a word such as 以下, or tell of the place in which a unit stands.
func cutRemarks(s string, start, end int) int {
	from := start + labelAtHead(s[start:end]).size
	if i, _ := remarks.next(s[:end], max(from, start+1)); i >= 0 {
		end = i
	}
	if i := placeRemark(s[from:end]); i > 0 {
		end = from + i
	}
	if strings.HasSuffix(s[start:end], ")") && openBrackets(s[start:end]) < 0 {
		end-- // what it closes is lost
	}
	const stop = "。"
	for at := start; ; {
		i := index(s[at:end], stop)
		if i < 0 {
			return end
		}
		at += i + len(stop)
		if !isRoleLine(s[at:end]) && at > start+len(stop) { // 牵头单位:A。配合单位:B goes on
			return at - len(stop)
		}
	}
}

// placeRemark is where a remark about the place of units begins in a list (A、B,列首位的为牵头单位), at
// the mark before it, or 0.
func placeRemark(s string) int {
	if !contains(s, "第一") && !contains(s, "首位") {
		return 0
	}
	i, _ := firstPlaces.next(s, 0)
	if i < 0 || !contains(s, "牵头") {
		return 0
	}
	return max(0, strings.LastIndexAny(s[:i], ",;。("))
}

// firstLeads reports whether a text says that the unit listed first leads.
func firstLeads(s string) bool {
	const reach = 45 // bytes
	if !contains(s, "第一") && !contains(s, "首位") {
		return false
	}
	for i, w := firstPlaces.next(s, 0); i >= 0; i, w = firstPlaces.next(s, i+len(w)) {
		if before, _ := placeVerbs.cutClosing(s[:i]); closesWith(before, "牵头单位", "牵头部门") {
			return true
		}
		rest := s[i+len(w):]
		if contains(rest[:min(len(rest), reach)], "牵头") && !opensWith(rest, ",", "、", "。") {
			return true
		}
	}
	return false
}

// placeVerbs stand between those who lead and their place: 牵头单位列首位.
var placeVerbs = words(`列 排 列在 排在 位列 位居 为 是 居 放在`)

// isNote reports whether a group of a list tells of something else than units, under a label of its
// own: 适用范围:全市.
func isNote(s string) bool {
	colon := strings.IndexByte(s[:min(len(s), maxLabel)], ':')
	return colon > 0 && firstBracket(s[:colon]) == colon
}

// notePlace is the place in a group of units where a note behind a blank tells of something else
// (市税务局 责任人:某), or the group's length.
func notePlace(s string) int {
	if colon := strings.IndexByte(s, ':'); colon > 0 {
		if before, w := timeWords.cutClosing(s[:colon]); w != "" && isUnitName(lastName(before)) {
			return len(before)
		}
	}
	return len(s)
}

// timeWords open the items of a list that are no units.
var timeWords = newWordSet(
	"完成时限", "完成时间", "完成期限", "时限", "时间", "期限", "进度", "工作目标", "责任人", "责任领导", "牵头领导", "分管领导", "长期",
	"持续", "立即", "年底前", "常态化", "全年", "联系人", "目标", "备注",
)

// isDeadline reports whether an item tells when and not who.
func isDeadline(s string) bool {
	start, end := trimSpan(s, 0, len(s))
	s = s[start:end]
	if timeWords.opens(s) {
		return !isStrongUnit(s)
	}
	if s != "" && isDigit(s[0]) {
		if i := index(s, "年"); i > 0 && i <= 4 {
			return true
		}
	}
	return closesWith(s, "底前", "完成")
}
