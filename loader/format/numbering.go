package format

import (
	"archive/zip"
	"encoding/xml"
	"slices"
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
	style  string // the style whose paragraphs are of this level
	digits bool   // numbers of higher levels are drawn in digits, whatever their format
	after  int    // how many levels there are whose numbers begin this one anew, -1 for all above
}

// numbering is the numbers that Word draws: the lists of a document, and how far they have come.
type numbering struct {
	levels map[string][]numLevel // by abstract list
	own    map[numRef]*numLevel  // levels that a list has in place of its abstract list's
	lists  map[string]string     // abstract list by list
	links  map[string]string     // style of a list, by the abstract list that is as it says
	firsts map[numRef]int        // numbers with which a list begins a level anew
	styles map[string]numRef     // list of a style
	based  map[string]string     // style that a style is based on
	counts map[string]*[maxLevels]int
}

// readNumbering reads the lists of a document.
func readNumbering(r *zip.Reader, parts docxParts) (*numbering, error) {
	n := &numbering{
		levels: map[string][]numLevel{}, own: map[numRef]*numLevel{},
		lists: map[string]string{}, links: map[string]string{}, firsts: map[numRef]int{},
		styles: map[string]numRef{}, based: map[string]string{},
		counts: map[string]*[maxLevels]int{},
	}
	lists := listReader{numbering: n}
	if err := eachToken(r, parts.numbering, lists.token); err != nil {
		return nil, err
	}
	styles := styleReader{numbering: n}
	return n, eachToken(r, parts.styles, styles.token)
}

// listReader reads the part with the lists.
type listReader struct {
	*numbering
	abstract, list string
	ref            numRef    // the level that is overridden
	level          *numLevel // the level that is open
}

func (l *listReader) token(token xml.Token) {
	t, ok := token.(xml.StartElement)
	if !ok {
		return
	}
	val := attr(t, "val")
	switch t.Name.Local {
	case "abstractNum":
		l.abstract, l.list, l.level = attr(t, "abstractNumId"), "", nil
		l.levels[l.abstract] = make([]numLevel, maxLevels)
	case "numStyleLink":
		l.links[l.abstract] = val
	case "num":
		l.list, l.level = attr(t, "numId"), nil
	case "abstractNumId":
		l.lists[l.list] = val
	case "lvlOverride":
		l.ref, l.level = numRef{l.list, strconv.Itoa(levelOf(attr(t, "ilvl")))}, nil
	case "startOverride":
		l.firsts[l.ref], _ = strconv.Atoi(val)
	case "lvl":
		l.level = l.open(levelOf(attr(t, "ilvl")))
	default:
		if l.level != nil {
			l.level.set(t.Name.Local, val)
		}
	}
}

// open is a level of the list that is read, as it is without a word on it.
func (l *listReader) open(level int) *numLevel {
	n := &numLevel{after: -1}
	switch {
	case l.list != "":
		l.own[numRef{l.list, strconv.Itoa(level)}] = n
	case l.levels[l.abstract] != nil:
		n = &l.levels[l.abstract][level]
		n.after = -1
	}
	return n
}

func (l *numLevel) set(what, val string) {
	switch what {
	case "start":
		l.first, _ = strconv.Atoi(val)
	case "numFmt":
		l.format = val
	case "lvlText":
		l.text = val
	case "pStyle":
		l.style = val
	case "isLgl":
		l.digits = isOn(val)
	case "lvlRestart":
		l.after, _ = strconv.Atoi(val)
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

// styleReader reads the part with the styles: those of headlines may have a number.
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
	var styles []string
	for i := 0; ref.id == "" && style != "" && i < maxBased; i++ {
		own := n.styles[style]
		ref.id = own.id
		if ref.level == "" {
			ref.level = own.level
		}
		styles = append(styles, style)
		style = n.based[style]
	}
	abstract, levels := n.list(ref.id)
	if levels == nil { // numId 0 means: none
		return ""
	}
	level := levelOf(ref.level)
	if i := levelOfStyles(levels, styles); ref.level == "" && i >= 0 {
		level = i
	}
	counts := n.count(ref.id, abstract, level, levels)
	switch levels[level].format {
	case "none":
		return ""
	case "bullet":
		return "• "
	}
	return drawNumber(levels, counts, level)
}

// list is the abstract list of a list, and its levels; nil if there is none.
func (n *numbering) list(id string) (abstract string, levels []numLevel) {
	abstract = n.lists[id]
	if link, ok := n.links[abstract]; ok {
		abstract = n.lists[n.styles[link].id]
	}
	levels = n.levels[abstract]
	if levels == nil || len(n.own) == 0 {
		return abstract, levels
	}
	levels = slices.Clone(levels)
	for i := range levels {
		if own := n.own[numRef{id, strconv.Itoa(i)}]; own != nil {
			levels[i] = *own
		}
	}
	return abstract, levels
}

// levelOfStyles is the level that is linked with the first of styles that is linked, or -1.
func levelOfStyles(levels []numLevel, styles []string) int {
	for _, style := range styles {
		i := slices.IndexFunc(levels, func(l numLevel) bool { return l.style == style })
		if i >= 0 {
			return i
		}
	}
	return -1
}

// count moves a list on by one paragraph. Lists of one abstract list go on with its numbers,
// unless they say that they begin anew.
func (n *numbering) count(
	id, abstract string, level int, levels []numLevel,
) *[maxLevels]int {
	counts := n.counts[abstract]
	if counts == nil {
		counts = new([maxLevels]int)
		n.counts[abstract] = counts
	}
	ref := numRef{id, strconv.Itoa(level)}
	if first, ok := n.firsts[ref]; ok {
		counts[level] = first
		delete(n.firsts, ref)
	} else if counts[level] == 0 {
		counts[level] = max(levels[level].first, 1)
	} else {
		counts[level]++
	}
	for i := level + 1; i < maxLevels; i++ {
		if after := levels[i].after; after < 0 || level < after {
			counts[i] = 0
		}
	}
	return counts
}

// drawNumber fills the pattern of a level: %1 stands for the number of the first level.
func drawNumber(levels []numLevel, counts *[maxLevels]int, level int) string {
	s := levels[level].text
	for i := level; i >= 0; i-- {
		mark := "%" + strconv.Itoa(i+1)
		if strings.Contains(s, mark) {
			format := levels[i].format
			if levels[level].digits {
				format = "decimal"
			}
			s = strings.ReplaceAll(s, mark, formatNumber(max(counts[i], 1), format))
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
