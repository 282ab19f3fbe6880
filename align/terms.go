package align

import (
	"cmp"
	"slices"
	"strings"
)

// functionWords are characters that hold phrases together and belong to none of them.
const functionWords = "的和与及等了在对为以并将把各其之或由从向于所是有被使让也都还又等"

// SharedTerms are the words and phrases that two texts have in common, best first: longest common
// substrings, weighed by how few stored tasks use their bigrams. Phrases that nearly every task
// uses are left out, as are phrases within better ones. Texts are as in Task: Heading and Text.
func (ix *Index) SharedTerms(a, b string, limit int) []string {
	x, y := normal(ix.simplify(a)), string(normal(ix.simplify(b)))
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	type term struct {
		text   string
		weight int64
	}
	var terms []term
	for _, run := range commonRuns(x, y) {
		text := strings.Trim(string(run), functionWords)
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

// commonRuns are the longest stretches of letters of x, from the left, that y has, too.
func commonRuns(x []rune, y string) [][]rune {
	var runs [][]rune
	for i := 0; i < len(x); {
		j := i
		for j < len(x) && isLetter(x[j]) && strings.Contains(y, string(x[i:j+1])) {
			j++
		}
		if j-i >= 2 {
			runs = append(runs, x[i:j])
		}
		i = max(i+1, j-1) // the last character may begin the next run
	}
	return runs
}

func isLetter(r rune) bool { return isHan(r) || isLatin(r) }

// commonShare is the share of tasks from which on a word is common to the genre.
const commonShare = 0.25

// telling is the summed weight of the words of a phrase, 0 where they are all common ones.
func (ix *Index) telling(phrase string) int64 {
	var sum int64
	told := false
	words([]rune(phrase), func(w string) {
		id, ok := ix.words.ids[w]
		if !ok {
			return
		}
		sum += ix.words.square[id]
		if float64(ix.words.df[id]) <= commonShare*float64(len(ix.tasks)) {
			told = told || len(w) > len("的") // a character alone says little
		}
	})
	if !told {
		return 0
	}
	return sum
}
