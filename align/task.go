package align

import (
	"bytes"
	"math"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// Document is what an Index needs to know of a policy document.
type Document struct {
	ID     graph.ID
	Region string // code of the issuing region
	Tasks  []Task // in the order of the text
}

// Task is what an Index needs to know of a task. Texts are in Simplified script.
type Task struct {
	ID       graph.ID
	Path     string // place in the outline; tasks with one parent are each other's context
	Heading  string
	Chapters []string // headings of the sections above
	Text     string   // the body, without heading and without the list of units
	Topics   []graph.ID
	// Functions are the primary functions of the departments in charge, collectives left out.
	Functions []graph.ID
	// Bodies are the standards bodies and standards that the task names.
	Bodies []graph.ID
}

// How often a word counts by the place it stands in; one in the body counts once.
const (
	headingWords, chapterWords       = 3, 1
	headingConcepts, chapterConcepts = 5, 2
)

// entry is a word or phrase of a task: its number in the upper 24 bits, its strength in the lower 8.
type entry uint32

const (
	maxWords    = 1 << 24
	maxStrength = 1<<8 - 1
)

// newEntry is that of a word that a task uses n times.
func newEntry(id uint32, n int) entry { return entry(id<<8 | strength(n)) }

func (e entry) word() uint32    { return uint32(e) >> 8 }
func (e entry) strength() int64 { return int64(e & maxStrength) }

// strength is how strongly a task has a word that it uses n times: 16 times the square root.
func strength(n int) uint32 {
	return min(uint32(math.Round(16*math.Sqrt(float64(n)))), maxStrength)
}

// tally is a concept of a task and how often the task names it.
type tally struct {
	concept uint32
	n       int64
}

// task is a stored task.
type task struct {
	id       graph.ID
	slot     uint32
	doc      *document
	place    int // in doc.tasks
	group    int // the section above, as an index of doc.groups
	words    []entry
	phrases  []entry
	concepts []tally
	// phraseNorm is the squared length of phrases if all of them were of one task alone, as nearly
	// all are.
	phraseNorm int64
	topics     []graph.ID
	functions  []uint32
	bodies     []graph.ID
	marks      marks
}

// marks have a bit for each concept, topic and function of a task, which some share: tasks whose
// marks have nothing in common have nothing in common.
type marks struct{ concepts, topics, functions uint64 }

func (t *task) mark() {
	for _, c := range t.concepts {
		t.marks.concepts |= 1 << (c.concept % 64)
	}
	for _, id := range t.topics {
		t.marks.topics |= 1 << (id[len(id)-1] % 64) // ids are hashes
	}
	for _, f := range t.functions {
		t.marks.functions |= 1 << (f % 64)
	}
}

// document is a stored document.
type document struct {
	id     graph.ID
	region string
	stamp  string // tells one state of the document's facts from another
	tasks  []*task
	groups [][]int // tasks by the section above them, as indexes of tasks
}

// pack lays the words of all tasks out one after the other, and their phrases: scoring goes through
// those of a whole document at once, and memory is read ahead where it is in order.
func (d *document) pack() {
	var words, phrases []entry
	for _, t := range d.tasks {
		words, phrases = append(words, t.words...), append(phrases, t.phrases...)
	}
	words, phrases = slices.Clip(words), slices.Clip(phrases)
	for _, t := range d.tasks {
		t.words, words = words[:len(t.words):len(t.words)], words[len(t.words):]
		t.phrases, phrases = phrases[:len(t.phrases):len(t.phrases)], phrases[len(t.phrases):]
	}
}

// siblings are the places of the tasks of the same section as the one at place i, and i.
func (d *document) siblings(i int) []int { return d.groups[d.tasks[i].group] }

// places are the places of all tasks.
func (d *document) places() []int {
	out := make([]int, len(d.tasks))
	for i := range out {
		out[i] = i
	}
	return out
}

// parsed is a task's text, gone through before the Index is locked: sorted, each as often as it
// counts.
type parsed struct {
	words    []word
	phrases  []uint32
	concepts []uint32
}

func (t *thesaurus) parse(in *Task) parsed {
	var p parsed
	add := func(text string, wordWeight, conceptWeight int) {
		runes := normal(text)
		for range wordWeight {
			words(runes, func(w word) { p.words = append(p.words, w) })
			phrases(runes, func(b uint32) { p.phrases = append(p.phrases, b) })
		}
		t.concepts(runes, func(c uint32) {
			for range conceptWeight {
				p.concepts = append(p.concepts, c)
			}
		})
	}
	add(in.Text, 1, 1)
	add(in.Heading, headingWords, headingConcepts)
	for _, c := range in.Chapters {
		add(c, chapterWords, chapterConcepts)
	}
	slices.Sort(p.words)
	slices.Sort(p.phrases)
	slices.Sort(p.concepts)
	return p
}

// runs calls yield for each different member of a sorted list with how often it is there.
func runs[T comparable](sorted []T, yield func(member T, n int)) {
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n] == sorted[0] {
			n++
		}
		yield(sorted[0], n)
		sorted = sorted[n:]
	}
}

// entries lists phrases by number.
func entries(phrases []uint32) []entry {
	var out []entry
	runs(phrases, func(id uint32, n int) { out = append(out, newEntry(id, n)) })
	return out
}

// tallies lists concepts by number.
func tallies(concepts []uint32) []tally {
	var out []tally
	runs(concepts, func(c uint32, n int) { out = append(out, tally{concept: c, n: int64(n)}) })
	return out
}

// groupByParent numbers the sections above tasks, in the order of the tasks.
func groupByParent(tasks []Task) (of []int, groups [][]int) {
	seen := map[string]int{}
	for i, t := range tasks {
		parent, _ := cutLast(t.Path, ".")
		g, ok := seen[parent]
		if !ok {
			g = len(groups)
			seen[parent] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
		of = append(of, g)
	}
	return of, groups
}

// cutLast slices s around the last sep; all of s comes after a sep that is not there.
func cutLast(s, sep string) (before, after string) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", s
	}
	return s[:i], s[i+len(sep):]
}

func compareIDs(a, b graph.ID) int { return bytes.Compare(a[:], b[:]) }

// sortedIDs is a sorted copy of ids, each once.
func sortedIDs(ids []graph.ID) []graph.ID {
	return slices.Compact(slices.SortedFunc(slices.Values(ids), compareIDs))
}

// common lists what two sorted lists have in common.
func common[T any](a, b []T, compare func(x, y T) int) []T {
	var out []T
	for len(a) > 0 && len(b) > 0 {
		switch c := compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}
