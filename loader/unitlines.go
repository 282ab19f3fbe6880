package loader

import (
	"slices"
	"strings"
)

// maxListLines is over how many more lines a list runs, at most; maxListLine is how many bytes
// such a line has.
const maxListLines, maxListLine = 12, 1 << 10

// listLines is the end of the last line over which the list runs that the line s[start:end] opens:
// behind a label alone the units follow on lines of their own, and a bracket with a label goes on
// until it is closed.
func listLines(s string, start, end int) int {
	line := s[start:end]
	if _, n := roleLabel(line); n > 0 {
		if n == len(line) {
			return linesBelow(s, end)
		}
		return listGoesOn(s, start, end)
	}
	if firstBracket(line) == len(line) {
		return end
	}
	depth := openBrackets(line)
	if depth <= 0 {
		return end
	}
	for at, n := end, linesOpened(line); at < len(s) && n > 0; n-- {
		next := lineEnd(s, at+1)
		if next-at > maxListLine {
			break
		}
		if depth += openBrackets(s[at+1 : next]); depth <= 0 {
			return next
		}
		at = next
	}
	return end
}

// listGoesOn is the end of the last line over which the list behind a label runs: a line that ends
// with a comma, or within a name, goes on in the next.
func listGoesOn(s string, start, end int) int {
	for n := 0; end < len(s) && n < maxListLines; n++ {
		next := lineEnd(s, end+1)
		line := s[end+1 : next]
		if next-end > maxListLine || isRoleLine(line) || !closesWith(s[start:end], "、", ",") &&
			!breaksName(s[start:end], line) {
			break
		}
		end = next
	}
	return end
}

// breaksName reports whether the end of a line breaks the name of a unit in two: what stands before
// it is none without what stands behind.
func breaksName(line, next string) bool {
	const marks = "、,;:。\n"
	if i := strings.LastIndexAny(line, marks); i >= 0 {
		line = line[i+runeSize(line[i]):]
	}
	if i := strings.IndexAny(next, marks); i >= 0 {
		next = next[:i]
	}
	return line != "" && !isUnitName(line) && isUnitName(line+next) && !isRoleLine(next)
}

// linesBelow is the end of the last of the lines behind end that name units; the first of them is
// taken as it is.
func linesBelow(s string, end int) int {
	for n := 0; end < len(s) && n < maxListLines; n++ {
		next := lineEnd(s, end+1)
		line := s[end+1 : next]
		if n > 0 && (isRoleLine(line) || !isStrongUnit(line)) {
			break
		}
		end = next
	}
	return end
}

// lineEnd is the end of the line of s that holds the place i.
func lineEnd(s string, i int) int {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s)
}

// firstBracket is the place of the first bracket that opens in a text, or the text's length.
func firstBracket(s string) int {
	if i := strings.IndexByte(s, '('); i >= 0 {
		s = s[:i]
	}
	if i := index(s, "〔"); i >= 0 {
		s = s[:i]
	}
	return len(s)
}

// openBrackets is how many brackets open in a text and are not closed in it.
func openBrackets(s string) int {
	n := strings.Count(s, "(") - strings.Count(s, ")")
	for range occurrences(s, "〔") {
		n++
	}
	for range occurrences(s, "〕") {
		n--
	}
	return n
}

// bracketPair is a pair of brackets by the places of its marks; closed is 0 where the second one
// is missing.
type bracketPair struct{ open, closed int }

// pairBrackets adds to pairs the round and square brackets of a paragraph, in the order in which they
// open; the kinds are not told apart, since sources mix them.
func pairBrackets(pairs []bracketPair, s string) []bracketPair {
	var open []int // those of pairs that are not closed yet
	first := firstBracket(s)
	for i, r := range marks(s[first:]) {
		i += first
		switch r {
		case '(', '〔':
			open = append(open, len(pairs))
			pairs = append(pairs, bracketPair{open: i})
		case ')', '〕':
			if n := len(open); n > 0 {
				pairs[open[n-1]].closed = i
				open = open[:n-1]
			}
		}
	}
	return pairs
}

// linesOpened is over how many more lines the list in the bracket may run that opens in a line and is
// not closed: many with a label; one, as where a page ends, behind the name of a unit. Of more open
// brackets than any sentence has, the last ones are looked at.
func linesOpened(line string) (n int) {
	const maxOpen = 8
	open := 0
	for _, b := range slices.Backward(pairBrackets(nil, line)) {
		if b.closed > 0 {
			continue
		}
		if open++; open > maxOpen {
			break
		}
		rest := line[b.open+runeSize(line[b.open]):]
		if isRoleLine(rest) {
			return maxListLines
		}
		if i := strings.IndexAny(rest[:min(len(rest), maxBare)], "、,;"); i > 0 {
			if name, _ := innerVerbs.cutClosing(rest[:i]); isStrongUnit(name) {
				n = 1
			}
		}
	}
	return n
}
