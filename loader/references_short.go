package loader

import (
	"slices"
	"strings"
)

// nicknameReach is more bytes than there are from the end of a title to that of its short form, in
// (国发〔2021〕1号,以下简称《纲要》).
const nicknameReach = 160

// nickname learns the short form that the text gives the document that c cites, so that later
// places that use it are mentions of that document.
func (r *referenceReader) nickname(s string, c citation) {
	if c.title.start == c.title.end {
		return
	}
	rest := strings.TrimPrefix(s[c.title.end:min(len(s), c.title.end+nicknameReach)], "》")
	between, after, ok := strings.Cut(rest, "简称《")
	given, _, closed := strings.Cut(after, "》")
	if !ok || !closed || !strings.HasPrefix(between, "(") || contains(between, "《") {
		return
	}
	name, title := plainTitle(given), plainTitle(c.title.of(s))
	if slices.Contains(r.own, title) {
		r.own = append(r.own, name)
	} else {
		r.short[name] = title
	}
}

// shareNumbers gives the numbers in the bracket behind the last of several titles to all of them,
// in order: 《甲》和《乙》(国发〔2021〕1号、国发〔2021〕2号). before are the citations so far, last is the
// new one. A number beyond those of the titles is a citation of its own.
func shareNumbers(s string, before []citation, last citation) []citation {
	end := last.title.end + len("》")
	if last.number == "" || end >= last.end {
		return []citation{last}
	}
	var numbers []citation
	for _, n := range lonelyNumbers(s, end, last.end) {
		numbers = append(numbers, citation{span: n.span, number: n.number})
	}
	if len(numbers) < 2 {
		return []citation{last}
	}
	titles := 1
	for i, next := len(before)-1, last; i >= 0 && titles < len(numbers); i-- {
		if before[i].number != "" || !listMark(s[before[i].end:next.start]) {
			break
		}
		next = before[i]
		titles++
	}
	for i := range titles - 1 {
		before[len(before)-titles+1+i].number = numbers[i].number
	}
	last.number = numbers[titles-1].number
	return append([]citation{last}, numbers[titles:]...)
}
