package loader

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// docNumber is a document number (发文字号) found in a text.
type docNumber struct {
	start, end int    // bytes
	text       string // normal form: 杭政函〔2016〕190号
	repaired   bool   // characters of it were lost
}

// findDocNumber finds the first document number in s. Its year may stand in any kind of bracket.
// A number that lost its closing bracket and 号 (苏府发〔202230) is mended where the digits can be
// read in one way only.
func findDocNumber(s string) (docNumber, bool) {
	for i, r := range marks(s) {
		if r != '〔' && r != '(' && r != '〈' {
			continue
		}
		open := len(strings.TrimRight(s[:i], " ")) // some writers put a blank before the year
		if n, ok := numberAround(s, open, i+utf8.RuneLen(r)); ok {
			return n, true
		}
	}
	return docNumber{}, false
}

// numberAround reads the number whose year begins at year; the letters end at open.
func numberAround(s string, open, year int) (docNumber, bool) {
	start := lettersBefore(s, open)
	start += titleBefore(s[start:open])
	letters := s[start:open]
	if n := utf8.RuneCountInString(letters); n < 2 || n > 12 {
		return docNumber{}, false
	}
	rest := skipBlanks(s[year:])
	digits := leadingDigits(rest)
	if len(digits) < 4 || !plausibleYear(digits[:4]) {
		return docNumber{}, false
	}
	rest = rest[len(digits):]
	n := docNumber{start: start}
	serial := digits[4:]
	if serial == "" {
		rest = skipBlanks(rest)
		r, size := utf8.DecodeRuneInString(rest)
		if r != '〕' && r != ')' && r != '〉' {
			return docNumber{}, false
		}
		rest = strings.TrimPrefix(skipBlanks(rest[size:]), "第")
		serial = leadingDigits(rest)
		rest = skipBlanks(rest[len(serial):])
		n.repaired = rest == "" && start == 0 // a line of its own that lost its 号
		if serial == "" || !n.repaired && !strings.HasPrefix(rest, "号") {
			return docNumber{}, false
		}
		rest = strings.TrimPrefix(rest, "号")
	} else {
		if len(serial) > 4 {
			return docNumber{}, false
		}
		n.repaired = true
		rest = strings.TrimPrefix(strings.TrimLeft(rest, "〕) "), "号")
	}
	serialNumber, err := strconv.Atoi(serial)
	if err != nil || serialNumber == 0 {
		return docNumber{}, false
	}
	n.end = len(s) - len(rest)
	n.text = letters + "〔" + digits[:4] + "〕" + strconv.Itoa(serialNumber) + "号"
	return n, true
}

// titleBefore is the size of the title that the letters of a number follow without a blank, as
// in a text that lost its line ends (…的通知浙政发), or 0.
func titleBefore(s string) int {
	const most = 12 // letters of a number
	if !longerThan(s, most) {
		return 0
	}
	end := 0
	for _, w := range []string{"通知", "意见", "批复", "决定", "复函", "方案", "办法", "规划"} {
		if i := lastIndex(s, w); i >= 0 {
			end = max(end, i+len(w))
		}
	}
	return end
}

// lettersBefore is where the run of Chinese characters before i begins.
func lettersBefore(s string, i int) int {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !isHan(r) {
			break
		}
		i -= n
	}
	return i
}

func leadingDigits(s string) string {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return s[:i]
}

func plausibleYear(s string) bool { return s >= "1949" && s <= "2099" }
