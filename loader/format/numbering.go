package format

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"
)

// numRef names the number of a paragraph: a list and the level in it, as the file writes them.
type numRef struct{ id, level string }

// maxLevels is how many levels a list of Word has.
const maxLevels = 9

// numLevel is how a level of a list is numbered.
type numLevel struct {
	format string // decimal, chineseCounting, …
	text   string // the pattern: 第%1条, %1.%2
	first  int    // the number that it begins with
}

// numbering is the numbers that Word draws: the lists of a document, and how far they have come.
type numbering struct {
	levels map[string][]numLevel // by abstract list
	lists  map[string]string     // abstract list by list
	firsts map[numRef]int        // numbers with which a list begins a level anew
	styles map[string]numRef     // list of a style
	based  map[string]string     // style that a style is based on
	counts map[string]*[maxLevels]int
}

// readNumbering reads the lists of a document.
func readNumbering(r *zip.Reader) (*numbering, error) {
	n := &numbering{
		levels: map[string][]numLevel{}, lists: map[string]string{}, firsts: map[numRef]int{},
		styles: map[string]numRef{}, based: map[string]string{},
		counts: map[string]*[maxLevels]int{},
	}
	lists := listReader{numbering: n}
	if err := eachToken(r, "word/numbering.xml", lists.token); err != nil {
		return nil, err
	}
	styles := styleReader{numbering: n}
	return n, eachToken(r, "word/styles.xml", styles.token)
}

// listReader reads word/numbering.xml.
type listReader struct {
	*numbering
	abstract, list string
	level          int
	override       bool
}

func (l *listReader) token(token xml.Token) {
	t, ok := token.(xml.StartElement)
	if !ok {
		return
	}
	val := attr(t, "val")
	switch t.Name.Local {
	case "abstractNum":
		l.abstract, l.list = attr(t, "abstractNumId"), ""
		l.levels[l.abstract] = make([]numLevel, maxLevels)
	case "num":
		l.list, l.override = attr(t, "numId"), false
	case "abstractNumId":
		l.lists[l.list] = val
	case "lvlOverride":
		l.level = levelOf(attr(t, "ilvl"))
	case "startOverride":
		l.firsts[numRef{l.list, strconv.Itoa(l.level)}], _ = strconv.Atoi(val)
	case "lvl":
		l.level = levelOf(attr(t, "ilvl"))
		l.override = l.list != ""
	case "start", "numFmt", "lvlText":
		if l.levels[l.abstract] != nil && !l.override {
			l.levels[l.abstract][l.level].set(t.Name.Local, val)
		}
	}
}

func (l *numLevel) set(what, val string) {
	switch what {
	case "start":
		l.first, _ = strconv.Atoi(val)
	case "numFmt":
		l.format = val
	case "lvlText":
		l.text = val
	}
}

// levelOf is a level as a number that is in range.
func levelOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= maxLevels {
		return 0
	}
	return n
}

// styleReader reads word/styles.xml: styles of headlines may have a number.
type styleReader struct {
	*numbering
	style string
}

func (s *styleReader) token(token xml.Token) {
	t, ok := token.(xml.StartElement)
	if !ok {
		return
	}
	ref := s.styles[s.style]
	switch t.Name.Local {
	case "style":
		s.style = attr(t, "styleId")
		return
	case "basedOn":
		s.based[s.style] = attr(t, "val")
		return
	case "numId":
		ref.id = attr(t, "val")
	case "ilvl":
		ref.level = attr(t, "val")
	default:
		return
	}
	s.styles[s.style] = ref
}

// next is the number of the next paragraph of a style, or of a list by its own word; "" for none.
func (n *numbering) next(style string, ref numRef) string {
	const maxBased = 16 // styles that a style may be based on, one by the other
	for i := 0; ref.id == "" && style != "" && i < maxBased; i++ {
		own := n.styles[style]
		ref.id = own.id
		if ref.level == "" {
			ref.level = own.level
		}
		style = n.based[style]
	}
	abstract, ok := n.lists[ref.id]
	if !ok || n.levels[abstract] == nil { // numId 0 means: none
		return ""
	}
	level := levelOf(ref.level)
	counts := n.count(ref.id, abstract, level)
	levels := n.levels[abstract]
	switch levels[level].format {
	case "none":
		return ""
	case "bullet":
		return "• "
	}
	return drawNumber(levels, counts, level)
}

// count moves a list on by one paragraph. Lists of one abstract list go on with its numbers,
// unless they say that they begin anew.
func (n *numbering) count(id, abstract string, level int) *[maxLevels]int {
	counts := n.counts[abstract]
	if counts == nil {
		counts = new([maxLevels]int)
		n.counts[abstract] = counts
	}
	ref := numRef{id, strconv.Itoa(level)}
	if first, ok := n.firsts[ref]; ok {
		counts[level] = first - 1
		delete(n.firsts, ref)
		counts[level]++
	} else if counts[level] == 0 {
		counts[level] = max(n.levels[abstract][level].first, 1)
	} else {
		counts[level]++
	}
	for i := level + 1; i < maxLevels; i++ {
		counts[i] = 0
	}
	return counts
}

// drawNumber fills the pattern of a level: %1 stands for the number of the first level.
func drawNumber(levels []numLevel, counts *[maxLevels]int, level int) string {
	s := levels[level].text
	for i := level; i >= 0; i-- {
		mark := "%" + strconv.Itoa(i+1)
		if strings.Contains(s, mark) {
			number := formatNumber(max(counts[i], 1), levels[i].format)
			s = strings.ReplaceAll(s, mark, number)
		}
	}
	if s != "" && s[len(s)-1] < 0x80 && s[len(s)-1] != '.' {
		s += " "
	}
	return s
}

// formatNumber writes a number as a format of Word does.
func formatNumber(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
		"taiwaneseCountingThousand", "ideographDigital", "japaneseCounting":
		return chineseNumber(n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

// chineseNumber writes a number below 1000 in Chinese: 十二, 一百零三; a greater one in digits.
func chineseNumber(n int) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + strings.TrimSuffix(chineseNumber(n-10), "零")
	case n < 100:
		return digits[n/10] + "十" + strings.TrimSuffix(digits[n%10], "零")
	case n >= 1000:
		return strconv.Itoa(n)
	}
	s, rest := digits[n/100]+"百", n%100
	switch {
	case rest == 0:
		return s
	case rest < 10:
		return s + "零" + digits[rest]
	case rest < 20:
		return s + "一" + chineseNumber(rest)
	}
	return s + chineseNumber(rest)
}

// letters counts as Word does: a to z, then aa to zz.
func letters(n int, first rune) string {
	const maxRepeat = 10
	return strings.Repeat(string(first+rune((n-1)%26)), min((n-1)/26+1, maxRepeat))
}

func roman(n int) string {
	const most = 3999
	if n > most {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		n int
		s string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for n >= r.n {
			b.WriteString(r.s)
			n -= r.n
		}
	}
	return b.String()
}
