package loader

import (
	"strings"
	"unicode/utf8"
)

// jointNames is the place and the length of a 和 or 及 that joins two whole names, 0 if there is
// none: 省发展改革委和省财政厅, but not 自然资源和规划局.
func jointNames(name string) (at, size int) {
	for _, w := range []string{"及各", "和各", "与各", "及有关", "和有关"} { // two classes
		i := index(name, w)
		if i > 0 && isUnitName(name[:i]) && isUnitName(name[i+len("及"):]) {
			if strings.HasSuffix(name[:i], "以") {
				return i - len("以"), len("以及")
			}
			return i, len("及")
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
