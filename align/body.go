package align

import (
	"slices"
	"strings"
)

// removed stands where the name of a unit stood.
const removed = '\uFFFC'

// body is a task's text without its heading and without the units in charge: brackets that name
// any of them go as a whole, since they hold the list of units.
func body(text, heading string, units []string) string {
	if i := strings.Index(text, heading); heading != "" && i >= 0 && i <= len("（一百二十三） ") {
		text = text[i+len(heading):]
	}
	units = slices.DeleteFunc(slices.Clone(units), func(u string) bool { return u == "" })
	slices.SortFunc(units, func(a, b string) int { return len(b) - len(a) })
	for _, u := range units {
		text = strings.ReplaceAll(text, u, string(removed))
	}
	return dropLists([]rune(text))
}

const (
	openers = "（(〔【[〈<"
	closers = "）)〕】]〉>"
)

// dropLists leaves out bracketed stretches that hold a removed name, and removed names elsewhere.
// A list whose bracket does not close ends with its line.
func dropLists(text []rune) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == removed:
			continue
		case strings.ContainsRune(openers, text[i]):
			end := closing(text, i)
			if slices.Contains(text[i:end], removed) {
				i = end - 1
				continue
			}
		}
		out.WriteRune(text[i])
	}
	return out.String()
}

// closing is the place after the bracket that closes the one at i, of whatever shape, or the end
// of the line.
func closing(text []rune, i int) int {
	depth := 0
	for ; i < len(text); i++ {
		switch {
		case strings.ContainsRune(openers, text[i]):
			depth++
		case strings.ContainsRune(closers, text[i]):
			if depth--; depth == 0 {
				return i + 1
			}
		case text[i] == '\n':
			return i
		}
	}
	return i
}
