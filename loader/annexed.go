package loader

import "strings"

// A notice may number its own paragraphs before it brings the plan as its annex. The outline is that
// of the plan.

// annexedPlan is how many lines stand before the title of a plan that a notice with numbered
// paragraphs brings below its signature; 0 if none does.
func annexedPlan(lines []line) int {
	first := firstLabel(lines)
	var notice strings.Builder
	for _, l := range lines[:first] {
		notice.WriteString(l.S)
	}
	if first == len(lines) || !forwards(notice.String()) {
		return 0
	}
	named := withoutMarks(notice.String())
	for i := first + 2; i < len(lines); i++ {
		above := lines[i-1].S
		if longerThan(lines[i].S, maxOwnLine) || longerThan(above, 2*maxOwnLine) ||
			!mayBeTitle(lines[i].S) || !isTailLine(above) && !isAnnex(above) {
			continue
		}
		if n := titleNamed(lines[i:], named); n > 0 && firstLabel(lines[i+n:]) < len(lines)-i-n {
			return i
		}
	}
	return 0
}

// firstLabel is the place of the first line that opens an outline, or the number of lines.
func firstLabel(lines []line) int {
	for i, l := range lines {
		if lb, ok := labelAt(l.S); ok && lb.num == 1 && lb.kind <= labelHanPar {
			return i
		}
	}
	return len(lines)
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
