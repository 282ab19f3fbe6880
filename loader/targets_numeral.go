package loader

import (
	"math"
	"strings"
	"unicode/utf8"
)

// isNumeral reports whether r is a Chinese numeral or multiplier.
func isNumeral(r rune) bool {
	return numeralValue(r) >= 0 || numeralFactor(r) > 0 || r == '翻'
}

func numeralValue(r rune) float64 {
	switch r {
	case '零', '〇':
		return 0
	case '一':
		return 1
	case '二', '两':
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
	}
	return -1
}

func numeralFactor(r rune) float64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 0
}

// spelledAt reads a figure in Chinese numerals at i: 三百家, 三分之二, 百分之九十, 翻一番, 前十位.
func spelledAt(text string, i int, in span) (quantity, int, bool) {
	part := text[:in.end]
	q := quantity{span: span{start: i}, high: math.NaN(), spelled: true}
	if strings.HasPrefix(part[i:], "翻") {
		return doubling(q, part, i)
	}
	if w := halves.opening(part[i:]); w != "" {
		return half(q, part, i, w)
	}
	v, j, bare := numeral(part, i)
	before := part[in.start:i]
	if lastRune(before) == '第' || j == i {
		return q, max(j, i+utf8.RuneLen(firstRune(part[i:]))), false
	}
	if strings.HasPrefix(part[j:], "分之") {
		top, k, _ := numeral(part, j+len("分之"))
		if k == j+len("分之") || v == 0 {
			return q, k, false
		}
		if v == 100 {
			q.value = top
		} else {
			q.value = math.Round(top/v*10000) / 100
		}
		q.unit, q.kind, q.figureEnd = "%", rateUnit, k
		tail, n := tailAfter(part[k:])
		q.tail, q.end = tail, k+n
		return q, q.end, true
	}
	q.value, q.bare = v, bare
	q, next, ok := finish(q, text, j, in, before)
	if !ok {
		return q, j, false
	}
	return q, next, true
}

// halves are the words for a half of a whole.
var halves = words(`一半 过半 半数`)

// half reads the word at i, which is one of halves.
func half(q quantity, text string, i int, word string) (quantity, int, bool) {
	q.value, q.unit, q.kind = 50, "%", rateUnit
	q.figureEnd = i + len(word)
	tail, n := tailAfter(text[q.figureEnd:])
	q.tail, q.end = tail, q.figureEnd+n
	if word == "过半" {
		q.tail = ">"
	}
	return q, q.end, !opensWith(text[q.end:], "径", "路", "天", "夜", "球", "是")
}

// doubling reads 翻一番, 翻两番 and 翻番.
func doubling(q quantity, text string, i int) (quantity, int, bool) {
	j := i + len("翻")
	v, k, _ := numeral(text, j)
	if k == j {
		v = 1
		if k < len(text) && isDigit(text[k]) {
			v, k = digits(text, k, len(text))
		}
	}
	if !strings.HasPrefix(text[k:], "番") {
		return q, j, false
	}
	q.value, q.unit, q.kind = v, "番", rateUnit
	q.figureEnd = k + len("番")
	q.end = q.figureEnd
	return q, q.end, true
}

// numeral reads a number in Chinese numerals at i. bare means that it is a multiplier alone
// (百家, 万人), which only loosely is a number.
func numeral(text string, i int) (value float64, end int, bare bool) {
	var total, section, digit float64
	seenDigit := false
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if v := numeralValue(r); v >= 0 {
			digit, seenDigit = v, true
			j += n
			continue
		}
		f := numeralFactor(r)
		if f == 0 || f == 100 && strings.HasPrefix(text[j:], "百分") && j > i {
			break
		}
		if f == 1000 && opensWith(text[j:], "千瓦", "千米", "千克") {
			break
		}
		total, section = applyFactor(total, section, digit, f)
		digit = 0
		j += n
	}
	return total + section + digit, j, !seenDigit && j > i && text[i:j] != "十"
}

// applyFactor folds a multiplier into a number that is being read: 二千 + 三百 + 五十, then 万.
func applyFactor(total, section, digit, factor float64) (float64, float64) {
	if factor >= 1e4 {
		whole := total + section + digit
		if factor == 1e4 && total >= 1e8 {
			return total + max(section+digit, 1)*factor, 0
		}
		return max(whole, 1) * factor, 0
	}
	return total, section + max(digit, 1)*factor
}
