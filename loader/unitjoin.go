package loader

import (
	"strings"
	"unicode/utf8"
)

// jointNames is the place and the length of a 和 or 及 that joins two whole names, 0 if there is
// none: 省发展改革委和省财政厅, but not 自然资源和规划局.
func jointNames(name string) (at, size int) {
	for _, w := range []string{"及", "和", "与"} { // two classes
		i := index(name, w)
		if i > 0 && isUnitName(name[:i]) && isClassOfItsOwn(name[:i], name[i+len(w):]) {
			if strings.HasSuffix(name[:i], "以") {
				return i - len("以"), len("以及")
			}
			return i, len(w)
		}
	}
	if strings.HasPrefix(name, "各") || strings.HasPrefix(name, "其他") {
		return 0, 0
	}
	for _, w := range []string{"以及", "和", "及", "与"} {
		i := index(name, w)
		for i > 0 {
			left, right := name[:i], name[i+len(w):]
			if isStrongUnit(left) && isUnitName(right) && utf8.RuneCountInString(right) >= 3 &&
				!strings.HasSuffix(left, "部门") && !strings.HasSuffix(left, "单位") {
				return i, len(w)
			}
			next := index(right, w)
			if next < 0 {
				break
			}
			i += len(w) + next
		}
	}
	return 0, 0
}

// isClassOfItsOwn reports whether a name behind another says that it is a class by itself: 各县人民政府,
// 市有关部门; but not 省直管县人民政府 behind 各市, which shares its 政府.
func isClassOfItsOwn(other, name string) bool {
	if !isUnitName(name) {
		return false
	}
	if classHeads.opens(name) {
		return true
	}
	return gluedLevels.opens(name) && isStrongUnit(name) && isCollective(name) &&
		!(endsDivision(other) && endsGovernment(name))
}

// slashedNames is the place of a slash between two whole names, or 0.
func slashedNames(name string) int {
	i := strings.IndexByte(name, '/')
	if i <= 0 || !isStrongUnit(name[:i]) {
		return 0
	}
	next, _, _ := strings.Cut(name[i+1:], "/")
	if !isStrongUnit(next) {
		return 0
	}
	return i
}

// gluedLevels open names that may run on into another of the same level.
var gluedLevels = words("市 省 县 区 州")

// gluedNames is the place between two names that only a blank parted in the source, or 0: both
// open with their level (市科技局市商务局).
func gluedNames(name string) int {
	rest, level := gluedLevels.cutOpening(name)
	if level == "" {
		return 0
	}
	for i := range occurrences(rest, level) {
		i += len(level)
		if isStrongUnit(name[:i]) && isStrongUnit(name[i:]) {
			return i
		}
	}
	return 0
}

// glued is the place in a name where another begins without a mark between, or 0. Where the names
// of a group have no marks, a blank in the source parts them, even if the level is left out:
// 市科技局 商务局.
func (r *listReader) glued(start, end int) int {
	name := r.s[start:end]
	if i := gluedNames(name); i > 0 || !r.spaced {
		return i
	}
	place := r.body.Span(start, end)
	if place.End-place.Start <= utf8.RuneCountInString(name) || branches.closes(name) {
		return 0
	}
	for at := r.gap(start, end); at < end; {
		next := r.gap(at, end)
		if isStrongUnit(r.s[start:at]) && isUnitName(r.s[at:next]) {
			return at - start
		}
		at = next
	}
	return 0
}

// gap is the first place behind start before which the source has a blank that the text has not,
// or end.
func (r *listReader) gap(start, end int) int {
	after := start // the place of the next character if there is no blank
	for i := range r.s[start:end] {
		i += start
		at := r.body.at(i)
		if i > start && at > after {
			return i
		}
		after = at + 1
	}
	return end
}

// branches end names that have the name of the whole body before a blank: 某银行 某市分行.
var branches = words("分行 支行 分局 分公司 办公室")

// saysByWhom reports whether a name has a 由 that makes it a clause: 学校内由教育部门.
func saysByWhom(name string) bool {
	const by = "由"
	i := index(name, by)
	return i > 0 && !strings.HasSuffix(name[:i], "自")
}

// classHeads open names of classes of units.
var classHeads = words("各 有关 相关")

// wholeName widens a name that a comma of its own divides: 各区、县(市)人民政府 is one class.
func (r *listReader) wholeName(start, stop, end int) int {
	if stop == end || !classHeads.in(r.s[start:stop]) {
		return stop
	}
	for stop < end {
		name := strings.TrimSpace(r.s[start:stop])
		if i, n := jointNames(name); i > 0 {
			name = name[i+n:]
		}
		if !classHeads.opens(name) ||
			!endsDivision(name) && !endsGovernment(name) && !endsOffice(name) && name != "各地" {
			return stop
		}
		next := r.separator(stop+len("、"), end, names)
		follow := strings.TrimSpace(r.s[stop+len("、") : next])
		bare, _, _ := strings.Cut(follow, "(")
		bare, _, _ = strings.Cut(bare, "〔")
		if strings.HasPrefix(follow, "各") || strings.HasPrefix(follow, "省") ||
			strings.HasPrefix(follow, "市") && utf8.RuneCountInString(bare) > 5 {
			return stop
		}
		if endsGovernment(name) {
			switch follow { // 各县(市)党委、政府
			case "政府", "人民政府", "行政公署", "行署", "管委会":
			default:
				return stop
			}
		}
		if !endsGovernment(follow) && !endsDivision(follow) && !endsOffice(follow) ||
			utf8.RuneCountInString(bare) > 7 {
			return stop
		}
		stop = next
	}
	return stop
}

// endsDivision reports whether a name ends in a kind of division (区, 县(市)) without a body.
func endsDivision(name string) bool {
	name = strings.TrimRight(withoutGloss(name), " ")
	for _, w := range []string{"区", "县", "市", "州", "镇", "乡", "街道", "盟", "旗", "园区", "开发区", "街",
		"省"} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

// endsOffice reports whether a name is that of the government of a prefecture or league.
func endsOffice(name string) bool { return closesWith(withoutGloss(name), "行政公署", "行署") }

func endsGovernment(name string) bool {
	name = withoutGloss(name)
	for _, w := range []string{"政府", "管委会", "管理委员会", "办事处", "党委", "办"} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

// withoutGloss is a name without the bracket at its end: 各区人民政府(管委会).
func withoutGloss(name string) string {
	open := ""
	switch {
	case strings.HasSuffix(name, ")"):
		open = "("
	case strings.HasSuffix(name, "〕"):
		open = "〔"
	case strings.HasSuffix(name, "〉"):
		open = "〈"
	default:
		return name
	}
	if i := lastIndex(name, open); i > 0 {
		return name[:i]
	}
	return name
}
