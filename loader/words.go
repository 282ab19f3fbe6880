package loader

import (
	"iter"
	"strings"
)

// index is strings.Index(s, word), which is slow in Chinese: most characters begin with one of six
// bytes, so that nearly every second one looks like the first of a word. Of the third bytes there
// are sixty-four; index looks for that one.
func index(s, word string) int {
	const third = 2
	if len(word) <= third || !isThreeBytes(word[0]) {
		return strings.Index(s, word)
	}
	for i := third; i < len(s); i++ {
		next := strings.IndexByte(s[i:], word[third])
		if next < 0 {
			break
		}
		if i += next; s[i-1] == word[1] && strings.HasPrefix(s[i-third:], word) {
			return i - third
		}
	}
	return -1
}

// lastIndex is strings.LastIndex(s, word) for a word of one character or more, in less time: it looks
// for the last byte.
func lastIndex(s, word string) int {
	last := len(word) - 1
	for end := len(s); ; {
		i := strings.LastIndexByte(s[:end], word[last])
		if i < last {
			return -1
		}
		if s[i-last:i+1] == word {
			return i - last
		}
		end = i
	}
}

// contains reports whether word stands in s.
func contains(s, word string) bool { return index(s, word) >= 0 }

// occurrences are the places of a word in s from left to right, none within another.
func occurrences(s, word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := index(s[from:], word)
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + len(word)
		}
	}
}

// trimSpace is strings.TrimSpace(s), which is slow where s begins or ends with a Chinese character.
func trimSpace(s string) string {
	if n := len(s); n >= 3 && isCommonHead(s[0]) && isCommonHead(s[n-3]) {
		return s
	}
	return strings.TrimSpace(s)
}

// opensWith reports whether s begins with one of the words.
func opensWith(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// closesWith reports whether s ends with one of the words.
func closesWith(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
