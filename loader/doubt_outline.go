package loader

import (
	"strconv"
	"strings"
)

// Where a number of the outline is missing, the element that bears it was not found, and what it
// says stands in the one before. So the facts of that one are less sure, and so are those at a number
// that comes twice, or in the text of an element that has others below it.

// doubtGaps makes the facts doubtful that stand where the outline is.
func (x *Extraction) doubtGaps() {
	places := placeDoubts(x.Sections)
	for i := range x.Tasks {
		t := &x.Tasks[i]
		d := places[t.Path]
		d.judge(&t.Certainty)
		for j := range t.Units {
			d.judge(&t.Units[j].Certainty)
		}
	}
	for i := range x.InlineActors {
		places[x.InlineActors[i].Path].judge(&x.InlineActors[i].Certainty)
	}
	for i := range x.Targets {
		places[x.Targets[i].Path].judge(&x.Targets[i].Certainty)
	}
}

// placeDoubt is what is doubtful in all that stands at a path.
type placeDoubt struct{ gap, twice, inner bool }

func (d placeDoubt) judge(c *Certainty) {
	c.doubt(d.gap, doubtGap)
	c.doubt(d.twice, doubtNumber)
	c.doubt(d.inner, doubtInner)
}

// placeDoubts tells by paths what is doubtful in sections.
func placeDoubts(sections []Section) map[string]placeDoubt {
	places := make(map[string]placeDoubt, len(sections))
	for _, s := range sections {
		d, seen := places[s.Path]
		d.twice = seen
		places[s.Path] = d
	}
	parent := ""
	for _, s := range sections {
		if above := parentPath(s.Path); above != parent && above != "" {
			parent = above
			d := places[parent]
			d.inner = true
			places[parent] = d
		}
	}
	for _, i := range gapsAfter(sections) {
		d := places[sections[i].Path]
		d.gap = true
		places[sections[i].Path] = d
	}
	return places
}

// gapsAfter are the sections after which the next number is not the one that should follow. Numbers
// may begin anew in every chapter, or run on.
func gapsAfter(sections []Section) []int {
	var gaps []int
	type level struct {
		depth int
		marks string
	}
	siblings := map[string]int{} // the last number below a path
	levels := map[level]int{}    // the last number of a level, whatever it is below
	for i, s := range sections {
		parent, n, ok := lastNumber(s.Path)
		if !ok {
			continue
		}
		own := level{s.Depth, withoutNumber(s.Label)}
		before, has := siblings[parent]
		follows := n == before+1 || n == 1 || !has && n == levels[own]+1
		if !follows && i > 0 {
			gaps = append(gaps, i-1)
		}
		siblings[parent], levels[own] = n, n
	}
	return gaps
}

// withoutNumber is what a label has besides its number: () of (二).
func withoutNumber(label string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || hanDigit(r) >= 0 {
			return -1
		}
		return r
	}, label)
}

// lastNumber is the number at the end of a path, and the path above it with the kind of number.
func lastNumber(path string) (parent string, n int, ok bool) {
	i := strings.LastIndexByte(path, '.') + 1
	last := path[i:]
	bare := strings.TrimLeft(last, "b")
	n, err := strconv.Atoi(bare)
	return path[:i] + last[:len(last)-len(bare)], n, err == nil && n > 0
}
