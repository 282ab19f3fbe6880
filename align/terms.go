package align

import (
	"cmp"
	"slices"
	"strings"
)

// functionWords are characters that hold phrases together and belong to none of them.
const functionWords = "的和与及等了在对为以并将把各其之或由从向于所是有被使让也都还又"

// Wording is a task's text as a store holds it.
type Wording struct {
	Text  string
	Units []string // names of the units in charge, which do not count
}

// SharedTerms are the words and phrases that two tasks have in common, best first: longest common
// substrings, weighed by how few stored tasks use their bigrams. They end where words end, as far
// as the thesaurus and bigrams tell. Phrases that many tasks use are left out, as are phrases within
// better ones.
func (ix *Index) SharedTerms(a, b Wording, limit int) []string {
	x := ix.thesaurus.read(normal(body(ix.simplify(a.Text), "", a.Units)))
	y := ix.thesaurus.read(normal(body(ix.simplify(b.Text), "", b.Units)))
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	type term struct {
		text   string
		weight int64
	}
	var terms []term
	for _, run := range commonRuns(x.text, string(y.text)) {
		text := strings.Trim(string(ix.whole(x, y, run)), functionWords)
		if w := ix.telling(text); w > 0 {
			terms = append(terms, term{text, w})
		}
	}
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text))
	})
	var out []string
	for _, t := range terms {
		if len(out) == limit {
			break
		}
		if !slices.ContainsFunc(out, func(s string) bool { return strings.Contains(s, t.text) }) {
			out = append(out, t.text)
		}
	}
	return out
}

// stretch is a part [from, to) of a text.
type stretch struct{ from, to int }

// commonRuns are the longest stretches of letters of x, from the left, that y has, too.
func commonRuns(x []rune, y string) []stretch {
	var runs []stretch
	for i := 0; i < len(x); {
		j := i
		for j < len(x) && isLetter(x[j]) && strings.Contains(y, string(x[i:j+1])) {
			j++
		}
		if j-i >= 2 {
			runs = append(runs, stretch{i, j})
		}
		i = max(i+1, j-1) // the last character may begin the next run
	}
	return runs
}

// whole is a stretch of x that stands in y, too, without the parts of words that it cuts off in
// either.
func (ix *Index) whole(x, y *reading, s stretch) []rune {
	in := map[*reading]stretch{x: s}
	for at := range len(y.text) - (s.to - s.from) + 1 {
		if hasPrefix(y.text[at:], x.text[s.from:s.to]) {
			in[y] = stretch{at, at + s.to - s.from}
			break
		}
	}
	trim := func(cuts func(*reading, stretch) bool, by stretch) {
		for again := true; again; {
			again = false
			for r, s := range in {
				again = again || s.to-s.from > 1 && cuts(r, s)
			}
			for r, s := range in {
				if again {
					in[r] = stretch{s.from + by.from, s.to + by.to}
				}
			}
		}
	}
	trim(ix.cutsBefore, stretch{1, 0})
	trim(ix.cutsAfter, stretch{0, -1})
	return x.text[in[x].from:in[x].to]
}

// cutsBefore reports whether the first word of a stretch begins before it: a word of the thesaurus,
// or else any, if more tasks have the first character beside the one before than beside the next.
func (ix *Index) cutsBefore(r *reading, s stretch) bool {
	if known := r.edges[s.from]; known != unknown {
		return known == within
	}
	return ix.tasksWith(r.text, s.from-1) > ix.tasksWith(r.text, s.from)
}

// cutsAfter reports in the same way whether the last word of a stretch goes on after it.
func (ix *Index) cutsAfter(r *reading, s stretch) bool {
	if known := r.edges[s.to]; known != unknown {
		return known == within
	}
	return ix.tasksWith(r.text, s.to-1) > ix.tasksWith(r.text, s.to-2)
}

// reading is a text and what the thesaurus tells of the places between its characters.
type reading struct {
	text  []rune
	edges []edge
}

// edge is what is known of the place before a character.
type edge byte

const (
	unknown edge = iota
	within       // a word goes across
	between      // a word begins or ends
)

func (t *thesaurus) read(text []rune) *reading {
	r := &reading{text, make([]edge, len(text)+1)}
	t.find(text, func(from, to int, _ []uint32) {
		for at := from + 1; at < to; at++ {
			r.edges[at] = max(r.edges[at], within)
		}
		r.edges[from], r.edges[to] = between, between
	})
	return r
}

// tasksWith is the number of tasks that use the bigram at a place of a text, 0 for one that holds
// another character than Han or is not there.
func (ix *Index) tasksWith(text []rune, at int) int {
	if at < 0 || at+1 >= len(text) || !isHan(text[at]) || !isHan(text[at+1]) {
		return 0
	}
	if id, ok := ix.words.ids[bigram(text[at], text[at+1])]; ok {
		return int(ix.words.df[id])
	}
	return 0
}

func isLetter(r rune) bool { return isHan(r) || isLatin(r) }

// A word that more tasks use than a few, and than this share, is common to the genre.
const (
	commonShare = 0.1
	fewTasks    = 3
)

// telling is the summed weight of the words of a phrase, 0 where they are all common ones.
func (ix *Index) telling(phrase string) int64 {
	var sum int64
	told := false
	words([]rune(phrase), func(w word) {
		id, ok := ix.words.ids[w]
		if !ok {
			return
		}
		sum += ix.words.square[id]
		if float64(ix.words.df[id]) <= max(fewTasks, commonShare*float64(len(ix.tasks))) {
			told = told || w.isBigram() || w&latin != 0 // a character alone says little
		}
	})
	if !told {
		return 0
	}
	return sum
}
