package loader

import (
	"maps"
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
func findSpam(src *Source) []edit {
	text := src.Hans
	token := spamToken(src)
	if token == "" {
		return nil
	}
	var edits []edit
	home := sync.OnceValue(func() string { return homeName(text) })
	for i := range occurrences(text, token) {
		e := edit{start: i, end: i + len(token)}
		switch before, after := contextOf(text, e.start, e.end); {
		case lostAbout(before, after):
			e.text = "关于"
		case lostName(before, after):
			e.text = home()
		}
		edits = append(edits, e)
	}
	return edits
}

// spamToken is the token that fills the most holes, or "".
func spamToken(src *Source) string {
	text := src.Hans
	anchors := anchorsOf(src)
	best, bestHoles := "", minSpamHoles-1
	for _, k := range slices.Sorted(maps.Keys(anchors)) {
		if len(anchors[k]) < minSpamCount {
			continue
		}
		token, at := extend(text, k, anchors[k])
		if n := utf8.RuneCountInString(token); n < minSpamRunes || n > maxSpamRunes {
			continue
		}
		if n := holes(text, at, len(token)); n > bestHoles {
			best, bestHoles = token, n
		}
	}
	return best
}

// anchorsOf gives the places of what Chinese words do not have inside and yet touches one.
func anchorsOf(src *Source) map[string][]int {
	text, plain := src.Hans, src.plain
	anchors := map[string][]int{}
	for i := 0; i < len(text); {
		if len(plain) > 0 && int(plain[0].start) == i {
			i, plain = int(plain[0].end), plain[1:]
			continue
		}
		if text[i] < '@' || text[i] > 0xE2 { // before and behind all joints
			i += runeSize(text[i])
			continue
		}
		start := i
		for i < len(text) {
			n := jointSize(text[i:])
			if n == 0 {
				break
			}
			i += n
		}
		if i == start {
			i += runeSize(text[i])
		} else if isHan(lastRune(text[:start])) || isHan(firstRune(text[i:])) {
			anchors[text[start:i]] = append(anchors[text[start:i]], start)
		}
	}
	return anchors
}

// jointSize is the length of the character that s begins with if Chinese words do not have it
// inside, else 0.
func jointSize(s string) int {
	switch c := s[0]; {
	case isLetter(c) || c == '_' || c == '@' || c == '~' || c == '|':
		return 1
	case c == 0xE2 && opensWith(s, "★", "☆", "◆"):
		return len("★")
	}
	return 0
}

// extend widens a string that occurs at the given places as far as all of them agree.
func extend(text, s string, at []int) (string, []int) {
	starts, size := slices.Clone(at), len(s)
	before := func(i int) (rune, int) { return utf8.DecodeLastRuneInString(text[:i]) }
	after := func(i int) (rune, int) { return utf8.DecodeRuneInString(text[i+size:]) }
	runes := utf8.RuneCountInString(s)
	for ; runes <= maxSpamRunes; runes++ {
		n := agreed(starts, before)
		if n == 0 {
			break
		}
		for i := range starts {
			starts[i] -= n
		}
		size += n
	}
	for ; runes <= maxSpamRunes; runes++ {
		n := agreed(starts, after)
		if n == 0 {
			break
		}
		size += n
	}
	return text[starts[0] : starts[0]+size], starts
}

// agreed is the size of the character that all places have as their neighbour, 0 if they differ.
func agreed(at []int, neighbour func(i int) (rune, int)) int {
	first, size := neighbour(at[0])
	if size == 0 || first == '\n' || first == ' ' {
		return 0
	}
	for _, i := range at[1:] {
		if r, n := neighbour(i); n == 0 || r != first {
			return 0
		}
	}
	return size
}

// holes counts the places where a token of so many bytes stands for a lost word.
func holes(text string, at []int, size int) int {
	count := 0
	for _, i := range at {
		if before, after := contextOf(text, i, i+size); lostAbout(before, after) || lostName(before, after) {
			count++
		}
	}
	return count
}

// contextOf is the few characters before and after text[i:j].
func contextOf(text string, i, j int) (before, after string) {
	const near = 6
	end := j
	for n := 0; n < near && end < len(text); n++ {
		end += runeSize(text[end])
	}
	return lastRunes(text[:i], near), text[j:end]
}

// lostAbout reports whether 关于 is missing between two texts: an authority stands before it and
// what the authority does behind it.
func lostAbout(before, after string) bool { return endsOrgan(before) && opensPolicy(after) }

// lostName reports whether the name of a region is missing between two texts: a party committee or
// government without one stands behind it.
func lostName(before, after string) bool {
	_, word := cutPrefixes(after, []string{"人民政府", "委 ", "委员会", "委办公", "委、", "政府办公", "市人民政府"})
	if word == "" && after != "委" {
		return false
	}
	return !isHan(lastRune(before)) || strings.HasSuffix(before, "中共")
}

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
func homeName(s string) string {
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
