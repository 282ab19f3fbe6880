package loader

import "strings"

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
