package loader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// distributed is the number of figures that the first one's 分别 hands out: those that follow
// it with nothing but a list mark between.
func distributed(list []*candidate) int {
	if !contains(list[0].lead, "分别") {
		return 1
	}
	n := 1
	for n < len(list) && bareJoint(list[n-1].text[list[n-1].end:list[n].start]) {
		n++
	}
	return n
}

func bareJoint(s string) bool {
	switch strings.TrimSpace(s) {
	case "、", "和", "及", "与", "以及", ",":
		return true
	}
	return false
}

func sameUnit(list []*candidate) bool {
	return !slices.ContainsFunc(list, func(c *candidate) bool { return c.unit != list[0].unit })
}

// distribute gives each of n figures its part of a list: 国际、国家级和省级标准化组织数量 gives
// 国际标准化组织数量, 国家级标准化组织数量, 省级标准化组织数量. The names of figures in different units
// are not alike: they share no words.
func distribute(name string, n int, alike bool) []string {
	items := splitList(name, n)
	if len(items) == n && !alike {
		return items
	}
	if len(items) != n {
		same := make([]string, n)
		for i := range same {
			same[i] = name
		}
		return same
	}
	last := items[n-1]
	suffix, prefix := commonHead(items, last)
	out := make([]string, n)
	for i, item := range items {
		out[i] = item + suffix
		if i > 0 {
			out[i] = prefix + out[i]
		}
	}
	out[n-1] = prefix + last
	return out
}

// splitList cuts a list at its last n-1 list marks, which are commas alone if there are enough.
func splitList(name string, n int) []string {
	if items := strings.Split(name, "、"); len(items) == n && !strings.ContainsAny(name, "(“") {
		return items
	}
	var items []string
	depth, start := 0, 0
	for i, r := range name {
		switch r {
		case '(', '“':
			depth++
		case ')', '”':
			depth = max(depth-1, 0)
		case '、', '和', '及', '与':
			if depth > 0 || r != '、' && !listWord(name, i) {
				continue
			}
			items = append(items, strings.TrimSuffix(name[start:i], "以"))
			start = i + utf8.RuneLen(r)
		}
	}
	items = append(items, name[start:])
	for len(items) > n {
		// The extra marks belong to the first item.
		items = append([]string{items[0] + "、" + items[1]}, items[2:]...)
	}
	return items
}

// listWord tells 和 between two items from 和 inside a word.
func listWord(name string, i int) bool {
	for _, w := range []string{"和谐", "中和", "饱和", "参与", "及时", "普及", "涉及", "以及", "和平", "共和"} {
		for off := range len(w) {
			if off%3 == 0 && i-off >= 0 && strings.HasPrefix(name[i-off:], w) {
				return w == "以及"
			}
		}
	}
	return i > 0
}

// commonHead splits what the last item of a list shares with the others: suffix is what they
// lack, prefix what the first has before its own part.
func commonHead(items []string, last string) (suffix, prefix string) {
	first := items[0]
	if rateNouns.closes(first) && rateNouns.closes(last) {
		return "", "" // 公开率、一致性程度: whole names
	}
	if _, size := utf8.DecodeLastRuneInString(first); strings.HasSuffix(last,
		first[len(first)-size:]) {
		return "", "" // 森林覆盖率、污水处理率: whole names
	}
	prev := items[len(items)-2]
	for n := utf8.RuneCountInString(prev); n >= 1; n-- {
		end := lastRunes(prev, n)
		if i := strings.Index(last, end); i >= 0 && i+len(end) < len(last) {
			return last[i+len(end):], ""
		}
	}
	if rest, n := []rune(last), min(2, utf8.RuneCountInString(prev)); len(rest) > n {
		suffix = string(rest[n:])
	}
	if len(items) == 2 && utf8.RuneCountInString(first) > 2 {
		prefix = strings.TrimSuffix(first, lastRunes(first, 2))
	}
	return suffix, prefix
}
