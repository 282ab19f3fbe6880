package search

import (
	"slices"
	"strings"
)

// The extent of a highlight, in characters.
const (
	contextBefore = 24  // shown before the first match
	highlightSize = 110 // shown in all, unless the match is longer
)

// mark brackets what matches in a highlight.
const mark = "**"

// span is a stretch of a text in code points.
type span struct{ start, end int }

// highlighter marks the words of a query in texts.
type highlighter struct {
	lexer lexer
	runs  []run
	terms map[string]bool
	key   string
}

func newHighlighter(l lexer, query string) *highlighter {
	h := &highlighter{lexer: l, runs: l.runs(query), terms: map[string]bool{}, key: l.key(query)}
	for _, t := range distinctTerms(h.runs) {
		h.terms[t] = true
	}
	return h
}

// finding is how well a text matches, and where.
type finding struct {
	runs  int // how many runs stand in it; one more if the text is the query
	terms int // how many terms, if no run does
	marks []span
}

// highlight is the part around the match of the text that matches best, the match between marks;
// the first of equals. Without any match it is the beginning of the first text.
func (h *highlighter) highlight(texts []string) string {
	best, at := finding{}, 0
	for i, t := range texts {
		f := h.find(t)
		if f.runs > best.runs || f.runs == best.runs && f.terms > best.terms {
			best, at = f, i
		}
	}
	if len(texts) == 0 {
		return ""
	}
	return cut([]rune(texts[at]), best.marks)
}

// find looks in a text for the whole query as a key, else for the runs, else for the terms.
func (h *highlighter) find(text string) finding {
	units := h.lexer.units(text)
	if len(units) > 0 && h.lexer.key(text) == h.key {
		whole := span{units[0].start, units[len(units)-1].end}
		return finding{runs: len(h.runs) + 1, marks: []span{whole}}
	}
	var f finding
	for _, r := range h.runs {
		if spans := findRun(units, r); len(spans) > 0 {
			f.runs++
			f.marks = append(f.marks, spans...)
		}
	}
	if f.runs > 0 {
		f.marks = merge(f.marks)
		return f
	}
	f.terms, f.marks = h.findTerms(units)
	return f
}

// findRun is where the units of a run stand in a row. Side by side in the run they are so in the
// text; apart in the run, whatever separates them in the text does not matter.
func findRun(units []unit, r run) []span {
	var spans []span
	for i := 0; i+len(r) <= len(units); i++ {
		if matchesAt(units, i, r) {
			spans = append(spans, span{units[i].start, units[i+len(r)-1].end})
			i += len(r) - 1
		}
	}
	return spans
}

func matchesAt(units []unit, at int, r run) bool {
	for j, u := range r {
		if units[at+j].text != u.text || joined(r, j) && !joined(units, at+j) {
			return false
		}
	}
	return true
}

// findTerms is how many different terms a text has, and where all of them are.
func (h *highlighter) findTerms(units []unit) (int, []span) {
	found := map[string]bool{}
	var marks []span
	for i, u := range units {
		if h.terms[u.text] {
			found[u.text] = true
			marks = append(marks, span{u.start, u.end})
		}
		if !joined(units, i) {
			continue
		}
		if gram := u.text + units[i+1].text; h.terms[gram] {
			found[gram] = true
			marks = append(marks, span{u.start, units[i+1].end})
		}
	}
	return len(found), merge(marks)
}

// merge sorts spans and joins those that touch.
func merge(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	var merged []span
	for _, s := range spans {
		if last := len(merged) - 1; last >= 0 && s.start <= merged[last].end {
			merged[last].end = max(merged[last].end, s.end)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// cut is the part of a text around its first mark, on one line, with marks.
func cut(text []rune, marks []span) string {
	from, to := 0, len(text)
	if len(text) > highlightSize {
		if len(marks) > 0 {
			from = max(0, marks[0].start-contextBefore)
			from = min(from, len(text)-highlightSize)
			to = max(from+highlightSize, marks[0].end)
		} else {
			to = highlightSize
		}
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	at := from
	for _, m := range marks {
		if m.start < from || m.end > to {
			continue
		}
		b.WriteString(string(text[at:m.start]) + mark + string(text[m.start:m.end]) + mark)
		at = m.end
	}
	b.WriteString(string(text[at:to]))
	if to < len(text) {
		b.WriteString("…")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
