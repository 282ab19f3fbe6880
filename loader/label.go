package loader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// labelKind is a way of numbering outline elements. The order of the kinds is the order of their
// levels in a document that uses them as official writing prescribes.
type labelKind int

const (
	noLabel     labelKind = iota
	labelPart             // 第一篇, 第一部分
	labelChap             // 第一章
	labelSect             // 第一节
	labelArt              // 第一条
	labelHan              // 一、
	labelHanPar           // （一） ㈠
	labelNum              // 1. 1、 1． ⒈
	labelNumPar           // （1） 1） ⑴
	labelCircle           // ①
	labelDash             // —— -- •
	labelKinds
)

// label is the number at the head of an outline element.
type label struct {
	kind  labelKind
	num   int
	upper []int // the numbers before num of 1.2.3
	size  int   // bytes, blanks behind it included
	text  int   // bytes of the label as such
}

// holds reports whether l numbers the element right above that of another label: 1. and 1.2.
func (l label) holds(lower label) bool {
	n := len(lower.upper) - 1
	return l.kind == labelNum && lower.kind == labelNum && n >= 0 && lower.upper[n] == l.num &&
		slices.Equal(l.upper, lower.upper[:n])
}

// labelAt reads the label that s begins with.
func labelAt(s string) (label, bool) {
	if s == "" {
		return label{}, false
	}
	var l label
	r, n := markAt(s, 0)
	switch {
	case r == '第':
		l = ordinalLabel(s)
	case r == '(' || r == '〔':
		l = bracketLabel(s)
	case r >= '0' && r <= '9':
		l = digitLabel(s)
	case r >= '①' && r <= '⑳':
		l = label{kind: labelCircle, num: int(r-'①') + 1, text: n}
	case r >= '㈠' && r <= '㈩':
		l = label{kind: labelHanPar, num: int(r-'㈠') + 1, text: n}
	case r >= '⑴' && r <= '⒇':
		l = label{kind: labelNumPar, num: int(r-'⑴') + 1, text: n}
	case r >= '⒈' && r <= '⒛':
		l = label{kind: labelNum, num: int(r-'⒈') + 1, text: n}
	case hanDigit(r) >= 0:
		l = hanLabel(s)
	case isBullet(r):
		l = dashLabel(s)
	}
	if l.kind == noLabel {
		return l, false
	}
	l.size = l.text
	for l.size < len(s) && s[l.size] == ' ' {
		l.size++
	}
	return l, true
}

// ordinalLabel reads 第X章, 第X节, 第X条, 第X篇 and 第X部分.
func ordinalLabel(s string) label {
	i := len("第")
	num, n := labelNumeral(s[i:])
	if n == 0 {
		return label{}
	}
	i += n
	for i < len(s) && s[i] == ' ' {
		i++
	}
	for _, u := range []struct {
		word string
		kind labelKind
	}{
		{"部分", labelPart}, {"篇", labelPart}, {"编", labelPart},
		{"章", labelChap}, {"节", labelSect}, {"条", labelArt},
	} {
		if !strings.HasPrefix(s[i:], u.word) {
			continue
		}
		end := i + len(u.word)
		if !opensElement(s[end:]) {
			return label{}
		}
		return label{kind: u.kind, num: num, text: end}
	}
	return label{}
}

// opensElement tells the head of an element (第二条 为规范…) from the mention of one in running
// text (第二条规定的, 第三章所列): marks and particles follow only the latter.
func opensElement(rest string) bool {
	switch firstRune(rest) {
	case ',', '、', '。', '和', '至', '及', '或', '第', '规', '所', '的', ')', '》', '款', '中':
		return strings.HasPrefix(rest, "规范")
	}
	return true
}

// hanLabel reads 一、 and, less usual, 一. and 一 followed by a blank.
func hanLabel(s string) label {
	num, n := labelNumeral(s)
	if n == 0 {
		return label{}
	}
	i := n
	for i < len(s) && s[i] == ' ' {
		i++
	}
	var mark string
	switch {
	case strings.HasPrefix(s[i:], "、"):
		mark = "、"
	case strings.HasPrefix(s[i:], "."):
		mark = "."
	default:
		return label{}
	}
	end := i + len(mark)
	if isEnumeration(s[end:]) {
		return label{}
	}
	return label{kind: labelHan, num: num, text: end}
}

// isEnumeration tells a list of numerals (一、二、三产业; 一、二月) from the label 一、.
func isEnumeration(rest string) bool {
	_, n := labelNumeral(rest)
	if n == 0 {
		return false
	}
	switch firstRune(rest[n:]) {
	case '、', '月', '产', '次', '线', '类', '级', '等', '季', '楼', '期', '三', '四':
		return true
	}
	return false
}

// bracketLabel reads （一） and （1）.
func bracketLabel(s string) label {
	open := utf8.RuneLen(firstRune(s))
	i := open
	for i < len(s) && s[i] == ' ' {
		i++
	}
	kind := labelHanPar
	num, n := labelNumeral(s[i:])
	if n == 0 {
		kind = labelNumPar
		num, n = decimal(s[i:])
	}
	if n == 0 || num > 99 {
		return label{}
	}
	i += n
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if r := firstRune(s[i:]); r != ')' && r != '〕' {
		return label{}
	}
	i += utf8.RuneLen(firstRune(s[i:]))
	if isItemReference(s[i:]) {
		return label{}
	}
	if strings.HasPrefix(s[i:], "、") {
		i += len("、")
	}
	return label{kind: kind, num: num, text: i}
}

// isItemReference tells the mention of items (本条(一)至(五)项) from the label of one by what follows
// the first number.
func isItemReference(rest string) bool {
	if strings.HasPrefix(rest, "(") { // 第(一)(二)(三)项
		_, n := labelNumeral(rest[1:])
		return n > 0 && strings.HasPrefix(rest[1+n:], ")")
	}
	return itemReferences.opens(rest)
}

// itemReferences follow the first number in the mention of items.
var itemReferences = newWordSet(
	"至(", "、(", "和(", "项规定", "项所", "项的", "项、", "项和", "项至", "项,",
)

// maxLevels is how many numbers may stand above the last one of 1.2.3; no plan has as many.
const maxLevels = 9

// digitLabel reads 1. 1、 1） and the many-level 1.2 and 1.2.3. Decimals, dates and amounts at the
// head of a line are no labels.
func digitLabel(s string) label {
	num, n := decimal(s)
	if n == 0 || num > 999 || num == 0 {
		return label{}
	}
	var upper []int
	i := n
	for i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
		if opensWithFigures(s[i+1:]) {
			return label{kind: labelNum, num: num, upper: upper, text: i + 1}
		}
		lower, n := decimal(s[i+1:])
		if n == 4 && strings.HasPrefix(s[i+1+n:], "年") { // 3.2023年…: a text that opens with a year
			return label{kind: labelNum, num: num, upper: upper, text: i + 1}
		}
		if n == 0 || lower > 99 || len(upper) == maxLevels {
			return label{}
		}
		upper, num = append(upper, num), lower
		i += 1 + n
	}
	if len(upper) > 0 {
		return manyLevelLabel(s, label{kind: labelNum, num: num, upper: upper, text: i})
	}
	blanks := i
	for blanks < len(s) && s[blanks] == ' ' {
		blanks++
	}
	rest := s[blanks:]
	switch {
	case strings.HasPrefix(rest, "."):
		return label{kind: labelNum, num: num, text: blanks + 1}
	case strings.HasPrefix(rest, "、"):
		if text := rest[len("、"):]; text != "" && isDigit(text[0]) && !opensWithFigures(text) {
			return label{}
		}
		return label{kind: labelNum, num: num, text: blanks + len("、")}
	case strings.HasPrefix(rest, ")"):
		return label{kind: labelNumPar, num: num, text: blanks + 1}
	}
	return label{}
}

// opensWithFigures reports whether s begins with a word that has figures in it, which are no part of
// a number before them: 12345热线, 5G网络.
func opensWithFigures(s string) bool {
	_, n := decimal(s)
	if n == 0 || n == len(s) {
		return false
	}
	rest := s[n:]
	if r := firstRune(rest); n >= 3 {
		return isHan(r) && !strings.ContainsRune("万亿元倍米吨亩公千克升度年", r)
	}
	return rest[0] >= 'A' && rest[0] <= 'Z' && (len(rest) == 1 || !isLetter(rest[1]))
}

// manyLevelLabel accepts 1.2 only before text of its own: 1.2万吨 and 1.5个 are amounts.
func manyLevelLabel(s string, l label) label {
	if rest := s[l.text:]; l.upper[0] > 30 || !opensWith(rest, ".", "、", " ") {
		return label{}
	} else if rest[0] != ' ' {
		l.text += runeSize(rest[0])
	}
	return l
}

// dashLabel reads the bullets ——, --, • and the like.
func dashLabel(s string) label {
	i := 0
	for i < len(s) {
		r, n := markAt(s, i)
		if !isBullet(r) {
			break
		}
		i += n
	}
	if i == 0 || i == len(s) || s[:i] == "-" && isDigit(s[i]) {
		return label{}
	}
	return label{kind: labelDash, text: i}
}

func isBullet(r rune) bool {
	switch r {
	case '—', '-', '·', '●', '■', '◆', '★', '☆', '▲', '◇', '○', '□', '►', '➢', '✓', '※':
		return true
	}
	return false
}

// hanDigit is the value of a Chinese digit, 10 for 十, 100 for 百, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '百':
		return 100
	}
	return -1
}

// labelNumeral reads a Chinese numeral up to 999 and gives its value and its length in bytes; the
// length is 0 where there is none.
func labelNumeral(s string) (value, size int) {
	digit := 0
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		d := hanDigit(r)
		if d < 0 {
			break
		}
		switch {
		case d == 100:
			value += max(digit, 1) * 100
			digit = 0
		case d == 10:
			value += max(digit, 1) * 10
			digit = 0
		case d == 0:
			digit = digit * 10
		default:
			digit = digit*10 + d
		}
		if value+digit > 999 {
			return 0, 0
		}
		size += n
	}
	return value + digit, size
}

// decimal reads a number in digits.
func decimal(s string) (value, size int) {
	for size < len(s) && isDigit(s[size]) {
		if value > 1e6 {
			return 0, 0
		}
		value = value*10 + int(s[size]-'0')
		size++
	}
	return value, size
}
