package loader

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// span is a stretch of bytes of a Text's S.
type span struct{ start, end int }

func (s span) of(text string) string { return text[s.start:s.end] }

func (s span) contains(i int) bool { return s.start <= i && i < s.end }

// usualSpans is more than most texts have sentences, and most sentences clauses.
const usualSpans = 8

// sentences cuts text at 。！？；and line ends. The marks themselves belong to no sentence.
// A mark inside brackets, quotes or a title does not end a sentence, but a line end always does;
// so does the end of a bracket that opens a sentence (。(责任单位:市教育局)新建…). What is
// longer than any sentence is cut, so that the work on one stays bounded.
func sentences(text string) []span {
	out := make([]span, 0, usualSpans)
	start, depth := 0, 0
	cutBefore := func(i int) { // what is too long
		for i-start > maxSentence {
			end := min(runeStart(text, start+maxSentence+1), i)
			out = appendSpan(out, text, start, end)
			start, depth = end, 0
		}
	}
	for i, r := range marks(text) {
		cutBefore(i)
		switch r {
		case '(', '（', '《', '〈', '“', '〔':
			depth++
		case ')', '）', '》', '〉', '”', '〕':
			depth = max(depth-1, 0)
			if depth == 0 && r == ')' && strings.HasPrefix(text[start:], "(") {
				out = appendSpan(out, text, start, i+1)
				start = i + 1
			}
		case '。', '！', '!', '？', '?', '；', ';', '\n':
			if depth > 0 && r != '\n' {
				continue
			}
			depth = 0
			out = appendSpan(out, text, start, i)
			start = i + utf8.RuneLen(r)
		}
	}
	cutBefore(len(text))
	return appendSpan(out, text, start, len(text))
}

// marks are the places of all characters of s but the common Chinese ones: what punctuation,
// brackets, digits and letters are among.
func marks(s string) iter.Seq2[int, rune] { return marksFrom(s, 0) }

// marksFrom is marks for what stands behind the place from.
func marksFrom(s string, from int) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i := skipCommon(s, from); i < len(s); {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = markAt(s, i)
			}
			if !yield(i, r) {
				return
			}
			i = skipCommon(s, i+n)
		}
	}
}

// skipCommon is the place of the first character of s from i on that is no common Chinese one.
func skipCommon(s string, i int) int {
	for i < len(s) && isCommonHead(s[i]) {
		i += 3
	}
	return i
}

// markAt is utf8.DecodeRuneInString(s[i:]), made short for the full-width marks.
func markAt(s string, i int) (rune, int) {
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	if isThreeBytes(s[i]) && i+2 < len(s) && s[i+1]>>6 == 2 && s[i+2]>>6 == 2 {
		return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// maxSentence is more bytes than any sentence of a plan has.
const maxSentence = 6 << 10

// clauses cuts a sentence at its commas and colons, but not inside brackets, quotes and titles,
// nor between the digit groups of a number.
func clauses(text string, in span) []span {
	out := make([]span, 0, usualSpans)
	start, depth := in.start, 0
	for i, r := range marks(in.of(text)) {
		i += in.start
		switch r {
		case '(', '（', '《', '〈', '“', '〔':
			depth++
		case ')', '）', '》', '〉', '”', '〕':
			depth = max(depth-1, 0)
		case '，', ',', '：', ':':
			if depth > 0 || r == ',' && betweenDigits(text, i) {
				continue
			}
			out = appendSpan(out, text, start, i)
			start = i + utf8.RuneLen(r)
		}
	}
	return appendSpan(out, text, start, in.end)
}

func appendSpan(out []span, text string, start, end int) []span {
	for start < end && (text[start] == ' ' || text[start] == '\t' || text[start] == '\r') {
		start++
	}
	for start < end && (text[end-1] == ' ' || text[end-1] == '\t' || text[end-1] == '\r') {
		end--
	}
	if start < end {
		out = append(out, span{start, end})
	}
	return out
}

// betweenDigits reports whether the comma at i stands inside a number such as 10,000: three
// digits and no more follow it.
func betweenDigits(text string, i int) bool {
	if i == 0 || !isDigit(text[i-1]) || i+4 > len(text) {
		return false
	}
	for _, c := range []byte(text[i+1 : i+4]) {
		if !isDigit(c) {
			return false
		}
	}
	return i+4 == len(text) || !isDigit(text[i+4])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' }

// nextLetter is the place of the first Latin letter in s from i on, len(s) if there is none.
func nextLetter(s string, i int) int {
	for i < len(s) && !isLetter(s[i]) {
		if s[i] >= 0xE0 {
			i += 2 // of a Chinese character, no byte of which is a letter
		}
		i++
	}
	return min(i, len(s))
}

// enclosed lists the stretches of text between an opening and its closing mark, marks included,
// in order. Nested pairs of the same kind count as one stretch. One that is not closed on its line
// ends with the line, without the mark; on the last line it is none.
func enclosed(text, opening, closing string) []span {
	var out []span
	for end := 0; ; {
		i := index(text[end:], opening)
		if i < 0 {
			return out
		}
		start := end + i
		if end = closedAt(text, start, opening, closing); end < 0 {
			return out
		}
		if out == nil {
			out = make([]span, 0, 4)
		}
		out = append(out, span{start, end})
	}
}

// closedAt is the end of the stretch that the opening mark at start opens, -1 where neither its
// closing mark nor a line end follows it.
func closedAt(text string, start int, opening, closing string) int {
	depth := 0
	for i, r := range marksFrom(text, start) {
		switch r {
		case firstRune(opening):
			depth++
		case firstRune(closing):
			if depth--; depth == 0 {
				return i + len(closing)
			}
		case '\n':
			return i
		}
	}
	return -1
}

// within is the one of the ordered spans, which do not overlap, that contains i.
func within(spans []span, i int) (span, bool) {
	at, _ := slices.BinarySearchFunc(spans, i, func(s span, i int) int {
		if s.end <= i {
			return -1
		}
		return 1
	})
	if at == len(spans) || !spans[at].contains(i) {
		return span{}, false
	}
	return spans[at], true
}

// containsAny reports whether text contains one of the words.
func containsAny(text string, words []string) bool {
	for _, w := range words {
		if index(text, w) >= 0 {
			return true
		}
	}
	return false
}

// cutSuffixes removes the longest of the words that text ends in, and says which it was.
func cutSuffixes(text string, words []string) (rest, word string) {
	for _, w := range words {
		if len(w) > len(word) && strings.HasSuffix(text, w) {
			word = w
		}
	}
	return text[:len(text)-len(word)], word
}

// cutPrefixes removes the longest of the words that text begins with, and says which it was.
func cutPrefixes(text string, words []string) (rest, word string) {
	for _, w := range words {
		if len(w) > len(word) && strings.HasPrefix(text, w) {
			word = w
		}
	}
	return text[len(word):], word
}

// longerThan reports whether s has more than n characters. It does not count those of a long text.
func longerThan(s string, n int) bool {
	if len(s) > utf8.UTFMax*n {
		return true
	}
	for i := 0; i < len(s); i += runeSize(s[i]) {
		if n--; n < 0 {
			return true
		}
	}
	return false
}

// lastRune is the character that s ends in, utf8.RuneError if there is none.
func lastRune(s string) rune {
	if i := len(s) - 3; i >= 0 && isThreeBytes(s[i]) {
		if r, n := markAt(s, i); n == 3 {
			return r
		}
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRune is the character that s begins with, utf8.RuneError if there is none.
func firstRune(s string) rune {
	if s == "" {
		return utf8.RuneError
	}
	r, _ := markAt(s, 0)
	return r
}
