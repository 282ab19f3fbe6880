package loader

import (
	"fmt"
	"strings"
)

// date is a calendar day as a document gives it.
type date struct{ year, month, day int }

func (d date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func (d date) valid() bool {
	return d.year >= 1949 && d.year <= 2100 && d.month >= 1 && d.month <= 12 &&
		d.day >= 1 && d.day <= 31
}

// dateAt finds the first date in s: 2016年12月23日, 二〇一六年十二月二十三日, 2016-12-23, 2016/12/23
// and 2016.12.23.
func dateAt(s string) (date, bool) {
	for i := range len(s) {
		if !mayOpenDate(s, i) {
			continue
		}
		if d, size := readDate(s[i:]); size > 0 {
			return d, true
		}
	}
	return date{}, false
}

// mayOpenDate reports whether the first digit of a year of ours may stand at i.
func mayOpenDate(s string, i int) bool {
	if i > 0 && isDigit(s[i-1]) {
		return false
	}
	return isDigit(s[i]) || strings.HasPrefix(s[i:], "一") || strings.HasPrefix(s[i:], "二")
}

// readDate reads the date that s begins with. The size is 0 if there is none.
func readDate(s string) (d date, size int) {
	all := s
	year, n := yearAt(s)
	if n == 0 {
		return date{}, 0
	}
	s = skipBlanks(s[n:])
	var marks []string
	switch {
	case len(s) >= 3 && s[:3] == "年":
		marks = []string{"年", "月", "日"}
	case s != "" && (s[0] == '-' || s[0] == '/' || s[0] == '.'):
		marks = []string{s[:1], s[:1], ""}
	default:
		return date{}, 0
	}
	s = skipBlanks(s[len(marks[0]):])
	month, n := smallNumber(s)
	if n == 0 {
		return date{}, 0
	}
	s = skipBlanks(s[n:])
	if len(s) < len(marks[1]) || s[:len(marks[1])] != marks[1] {
		return date{}, 0
	}
	s = skipBlanks(s[len(marks[1]):])
	day, n := smallNumber(s)
	d = date{year, month, day}
	if n == 0 || !d.valid() {
		return date{}, 0
	}
	s = s[n:]
	if after, ok := strings.CutPrefix(skipBlanks(s), "日"); ok && marks[2] != "" {
		s = after
	}
	return d, len(all) - len(s)
}

func skipBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// yearAt reads four digits, Arabic or Chinese.
func yearAt(s string) (year, size int) {
	if n, size := decimal(s); size == 4 {
		return n, size
	}
	digits := 0
	for i, r := range s {
		if digits == 4 {
			return year, i
		}
		d := hanDigit(r)
		switch r {
		case 'О', 'Ο', 'O', '○', '◯', '0': // 〇, as typists write it
			d = 0
		}
		if d < 0 || d > 9 {
			return 0, 0
		}
		year = year*10 + d
		digits++
	}
	return 0, 0
}

// smallNumber reads a month or day.
func smallNumber(s string) (value, size int) {
	if value, size = decimal(s); size > 0 {
		return value, size
	}
	return labelNumeral(s)
}
