package loader

import (
	"strconv"
	"strings"
)

// Where a number of the outline is missing, the element that bears it was not found, and what it
// says stands in the one before. So the facts of that one are less sure.

// doubtGaps makes the facts doubtful that stand in an element before a gap in the numbers.
func (x *Extraction) doubtGaps() {
	gaps, seen := map[string]bool{}, map[string]int{}
	for _, i := range gapsAfter(x.Sections) {
		gaps[x.Sections[i].Path] = true
	}
	for _, s := range x.Sections {
		seen[s.Path]++
	}
	inner := map[string]bool{}
	for _, s := range x.Sections {
		if i := strings.LastIndexByte(s.Path, '.'); i > 0 {
			inner[s.Path[:i]] = true
		}
	}
	judge := func(path string, c *Certainty) {
		c.doubt(gaps[path], doubtGap)
		c.doubt(seen[path] > 1, doubtNumber)
		c.doubt(inner[path], doubtInner)
	}
	for i := range x.Tasks {
		t := &x.Tasks[i]
		judge(t.Path, &t.Certainty)
		for j := range t.Units {
			judge(t.Path, &t.Units[j].Certainty)
		}
	}
	for i := range x.InlineActors {
		judge(x.InlineActors[i].Path, &x.InlineActors[i].Certainty)
	}
	for i := range x.Targets {
		judge(x.Targets[i].Path, &x.Targets[i].Certainty)
	}
}

// gapsAfter are the sections after which the next number is not the one that should follow. Numbers
// may begin anew in every chapter, or run on.
func gapsAfter(sections []Section) []int {
	var gaps []int
	siblings := map[string]int{} // the last number below a path
	levels := map[string]int{}   // the last number of a level, whatever it is below
	for i, s := range sections {
		parent, n, ok := lastNumber(s.Path)
		if !ok {
			continue
		}
		level := strconv.Itoa(s.Depth) + strings.Trim(s.Label, "0123456789一二三四五六七八九十百零〇")
		before, has := siblings[parent]
		follows := n == before+1 || n == 1 || !has && n == levels[level]+1
		if !follows && i > 0 {
			gaps = append(gaps, i-1)
		}
		siblings[parent], levels[level] = n, n
	}
	return gaps
}

// lastNumber is the number at the end of a path, and the path above it with the kind of number.
func lastNumber(path string) (parent string, n int, ok bool) {
	i := strings.LastIndexByte(path, '.') + 1
	last := path[i:]
	bare := strings.TrimLeft(last, "b")
	n, err := strconv.Atoi(bare)
	return path[:i] + last[:len(last)-len(bare)], n, err == nil && n > 0
}
