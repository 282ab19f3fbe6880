package loader

import (
	"slices"
	"strings"
)

// A notice may number its own paragraphs before it brings the plan as its annex. The outline is that
// of the plan.

// annexedPlan is how many lines stand before the title of a plan that a notice with numbered
// paragraphs brings below its signature; 0 if none does.
func annexedPlan(lines []line) int {
	first := firstLabel(lines)
	if first == len(lines) {
		return 0
	}
	notice := noticeWords(lines[:first])
	if !forwards(notice) {
		return 0
	}
	last := lastLabel(lines)
	named := "" // the notice without marks, if a line may be a title
	for i := first + 2; i < last; i++ {
		above := lines[i-1].S
		if longerThan(lines[i].S, maxOwnLine) || longerThan(above, 2*maxOwnLine) ||
			!mayBeTitle(lines[i].S) || !isTailLine(above) && !isAnnex(above) {
			continue
		}
		if named == "" {
			named = withoutMarks(notice)
		}
		if n := titleNamed(lines[i:], named); n > 0 && i+n <= last {
			return i
		}
	}
	return 0
}

// noticeWords is what a notice says before its first number. Each line that may be a title is looked for
// in it, so it is not read without end.
func noticeWords(lines []line) string {
	const longest = 16 << 10 // bytes
	var sb strings.Builder
	for _, l := range lines {
		if sb.Len()+len(l.S) > longest {
			break
		}
		sb.WriteString(l.S)
	}
	return sb.String()
}

// firstLabel is the place of the first line that opens an outline, or the number of lines.
func firstLabel(lines []line) int {
	for i, l := range lines {
		if opensOutline(l.S) {
			return i
		}
	}
	return len(lines)
}

// lastLabel is the place of the last line that opens an outline, or -1.
func lastLabel(lines []line) int {
	for i, l := range slices.Backward(lines) {
		if opensOutline(l.S) {
			return i
		}
	}
	return -1
}

// opensOutline reports whether a line begins with the first number of a chapter or an article.
func opensOutline(s string) bool {
	lb, ok := labelAt(s)
	return ok && lb.num == 1 && lb.kind <= labelHanPar
}

// titleNamed is how many lines the title has that a text begins with, if a notice names it; else 0.
func titleNamed(lines []line, notice string) int {
	const most, shortest = 3, 5 // lines, characters
	title := ""
	for n, l := range lines[:min(most, len(lines))] {
		if longerThan(l.S, maxOwnLine) {
			break
		}
		title += withoutMarks(l.S)
		if endsTitle(title) && longerThan(title, shortest) && strings.Contains(notice, title) {
			return n + 1
		}
	}
	return 0
}

// ownFront is what belongs to the head of a document that a notice brings: what stands above the
// notice's numbered paragraphs, and its signature.
func ownFront(notice []line) []line {
	var front []line
	first := firstLabel(notice)
	for i, l := range notice {
		if i < first || isTailLine(l.S) || isAnnex(l.S) {
			front = append(front, l)
		}
	}
	return front
}
