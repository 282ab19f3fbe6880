package loader

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A hacked page has one odd token in place of many words: between 中共 and 委 where the name of a
// city was, between 人民政府 and 印发 where 关于 was. The token is found by what it does and not by
// its words: it mixes Chinese characters with Latin letters or joining marks, is repeated
// letter by letter, and stands where the sentence around it has a hole.

const (
	minSpamCount = 3 // occurrences
	minSpamRunes = 5 // characters
	maxSpamRunes = 60
	minSpamHoles = 2 // occurrences in a hole
)

// findSpam gives the places of spam, in order, each with the word that it obviously stood for.
func findSpam(runes []rune) []edit {
	token := spamToken(runes)
	if token == nil {
		return nil
	}
	var edits []edit
	home := sync.OnceValue(func() string { return homeName(runes) })
	for i := 0; i+len(token) <= len(runes); i++ {
		if runes[i] != token[0] || !slices.Equal(runes[i:i+len(token)], token) {
			continue
		}
		e := edit{Span: Span{Start: i, End: i + len(token)}}
		switch {
		case lostAbout(runes, e.Span):
			e.text = "关于"
		case lostName(runes, e.Span):
			e.text = home()
		}
		edits = append(edits, e)
		i = e.End - 1
	}
	return edits
}

// spamToken is the token that fills the most holes, or nil.
func spamToken(runes []rune) []rune {
	anchors := map[string][]int{}
	for i := 0; i < len(runes); i++ {
		if isCommon(runes[i]) || !isJoint(runes[i]) {
			continue
		}
		start := i
		for i < len(runes) && isJoint(runes[i]) {
			i++
		}
		if glued(runes, start, i) {
			key := string(runes[start:i])
			anchors[key] = append(anchors[key], start)
		}
	}
	var best []rune
	bestHoles := minSpamHoles - 1
	keys := make([]string, 0, len(anchors))
	for k := range anchors {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if len(anchors[k]) < minSpamCount {
			continue
		}
		token, at := extend(runes, anchors[k], utf8.RuneCountInString(k))
		if len(token) < minSpamRunes || len(token) > maxSpamRunes {
			continue
		}
		if n := holes(runes, at, len(token)); n > bestHoles {
			best, bestHoles = token, n
		}
	}
	return best
}

// isJoint reports whether r is a character that Chinese words do not have inside.
func isJoint(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r)) || r == '_' || r == '@' || r == '~' || r == '|'
	}
	return r == '★' || r == '☆' || r == '◆'
}

// glued reports whether Chinese characters touch runes[i:j] on at least one side.
func glued(runes []rune, i, j int) bool {
	return i > 0 && isHan(runes[i-1]) || j < len(runes) && isHan(runes[j])
}

// extend widens a string that occurs at the given places as far as all of them agree.
func extend(runes []rune, at []int, n int) ([]rune, []int) {
	starts := slices.Clone(at)
	for n <= maxSpamRunes && agree(runes, starts, -1) {
		for i := range starts {
			starts[i]--
		}
		n++
	}
	for n <= maxSpamRunes && agree(runes, starts, n) {
		n++
	}
	return runes[starts[0] : starts[0]+n], starts
}

func agree(runes []rune, starts []int, offset int) bool {
	var r rune
	for i, s := range starts {
		s += offset
		if s < 0 || s >= len(runes) || runes[s] == '\n' || runes[s] == ' ' {
			return false
		}
		if i == 0 {
			r = runes[s]
		} else if runes[s] != r {
			return false
		}
	}
	return true
}

// holes counts the places where a token of n characters stands for a lost word.
func holes(runes []rune, at []int, n int) int {
	count := 0
	for _, i := range at {
		s := Span{Start: i, End: i + n}
		if lostAbout(runes, s) || lostName(runes, s) {
			count++
		}
	}
	return count
}

// lostAbout reports whether 关于 is missing at a place: an authority stands before it and what
// the authority does behind it.
func lostAbout(runes []rune, s Span) bool {
	return endsOrgan(contextBefore(runes, s.Start)) && opensPolicy(contextAfter(runes, s.End))
}

// lostName reports whether the name of a region is missing at a place: a party committee or
// government without one stands behind it.
func lostName(runes []rune, s Span) bool {
	after := contextAfter(runes, s.End)
	_, word := cutPrefixes(after, []string{"人民政府", "委 ", "委员会", "委办公", "委、", "政府办公", "市人民政府"})
	if word == "" && after != "委" {
		return false
	}
	before := lastRune(contextBefore(runes, s.Start))
	return !isHan(before) || strings.HasSuffix(contextBefore(runes, s.Start), "中共")
}

func contextBefore(runes []rune, i int) string { return string(runes[max(0, i-6):i]) }

func contextAfter(runes []rune, i int) string { return string(runes[i:min(len(runes), i+6)]) }

// opensPolicy reports whether s begins with what the title of a policy has after 关于.
func opensPolicy(s string) bool {
	_, word := cutPrefixes(s, []string{
		"印发", "贯彻", "加强", "加快", "推进", "促进", "进一步", "全面", "深化", "深入", "实施", "做好", "开展",
		"建立", "完善", "支持", "转发", "批转", "发布", "公布", "调整", "提升", "推动", "落实", "规范", "优化",
		"切实", "大力", "健全", "扩大", "培育", "同意", "修改", "废止", "命名", "表彰",
	})
	return word != ""
}

// homeName is the name, with its level, of the place that a document speaks of as its own: 结合X实际.
func homeName(runes []rune) string {
	s := string(runes)
	for _, w := range []string{"结合", "立足", "根据", "为"} {
		for i := index(s, w); i >= 0 && i < len(s); {
			rest := s[i+len(w):]
			j := index(rest, "实际")
			if j > 0 && j <= 4*3 && !strings.ContainsAny(rest[:j], ",，、。的") {
				return withLevel(rest[:j])
			}
			next := index(rest, w)
			if next < 0 {
				break
			}
			i += len(w) + next
		}
	}
	return ""
}

// withLevel adds the level to the short name of a province or city.
func withLevel(name string) string {
	const provinces = "河北山西辽宁吉林黑龙江江苏浙江安徽福建江西山东河南湖北湖南广东海南四川贵州云南陕西甘肃青海"
	switch {
	case utf8.RuneCountInString(name) > 2 && strings.ContainsRune("省市县区州盟旗", lastRune(name)):
		return name
	case strings.Contains(provinces, name):
		return name + "省"
	}
	return name + "市"
}
