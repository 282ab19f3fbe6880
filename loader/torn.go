package loader

import (
	"strings"
	"unicode"
)

// isCutShort reports whether the end of a page has torn a paragraph apart. Its first part is longer than
// a headline, or has one and text behind it, and breaks off within a sentence; the next one, which has
// no label, ends one.
func isCutShort(l, next line) bool {
	if !breaksOff(l.S) || !endsSentence(next.S) || l.row != nil || next.row != nil {
		return false
	}
	stop := lastIndex(l.S, "。")
	if stop < 0 && (!longerThan(l.S, maxOwnLine) || !strings.Contains(l.S, ",")) {
		return false
	}
	last := strings.TrimPrefix(l.S[max(stop, 0):], "。")
	return !isRoleLine(last) && !isDataLine(l.S) && continuesSentence(next.S)
}

// breaksOff reports whether s ends within a sentence.
func breaksOff(s string) bool {
	r := lastRune(s)
	return r == ',' || r == '、' || isHan(r) || r >= '0' && r <= '9'
}

// continuesSentence reports whether s may be the rest of a sentence: it begins with a word and without
// what opens elements, annexes and lines of other kinds.
func continuesSentence(s string) bool {
	if r := firstRune(s); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	_, labelled := labelAt(s)
	return !labelled && !isDataLine(s) && !isRoleLine(s) && !isAnnex(s) && !isAddressees(s) &&
		!closingOpeners.opens(s)
}
