package loader

import "strings"

// wordTable is a wordSet that has a value for each word.
type wordTable[T any] struct {
	*wordSet
	values []T // in the order of the words
}

// valued is some words of a wordTable, in a list, and the value that they all have.
type valued[T any] struct {
	value T
	words string
}

// newWordTable makes a table of words, none of which stands in two of the lists.
func newWordTable[T any](entries ...valued[T]) wordTable[T] {
	var t wordTable[T]
	var all []string
	for _, e := range entries {
		for _, w := range strings.Fields(e.words) {
			all = append(all, w)
			t.values = append(t.values, e.value)
		}
	}
	t.wordSet = newWordSet(all...)
	return t
}

// value is that of a word, the zero value for what is none.
func (t wordTable[T]) value(word string) (v T) {
	if i, ok := t.order[word]; ok {
		return t.values[i]
	}
	return v
}
