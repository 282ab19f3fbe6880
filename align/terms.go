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
// as bigrams tell. Phrases that many tasks use are left out, as are phrases within better ones.
func (ix *Index) SharedTerms(a, b Wording, limit int) []string {
	x := normal(body(ix.simplify(a.Text), "", a.Units))
	y := string(normal(body(ix.simplify(b.Text), "", b.Units)))
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	type term struct {
		text   string
		weight int64
	}
	var terms []term
	for _, run := range commonRuns(x, y) {
		text := strings.Trim(string(ix.whole(x, run)), functionWords)
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

// whole is a stretch without the parts of words that it cuts off. A character at its edge belongs
// to the word outside if tasks have it more often beside its neighbour there than beside the one
// within.
func (ix *Index) whole(text []rune, s stretch) []rune {
	for s.from > 0 && s.to-s.from > 1 &&
		ix.tasksWith(text[s.from-1:s.from+1]) > ix.tasksWith(text[s.from:s.from+2]) {
		s.from++
	}
	for s.to < len(text) && s.to-s.from > 1 &&
		ix.tasksWith(text[s.to-1:s.to+1]) > ix.tasksWith(text[s.to-2:s.to]) {
		s.to--
	}
	return text[s.from:s.to]
}

// tasksWith is the number of tasks that use a bigram, 0 for one that holds another character than
// Han.
func (ix *Index) tasksWith(pair []rune) int {
	if !isHan(pair[0]) || !isHan(pair[1]) {
		return 0
	}
	if id, ok := ix.words.ids[bigram(pair[0], pair[1])]; ok {
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
