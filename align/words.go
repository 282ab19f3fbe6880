package align

import (
	"strings"
	"unicode"
)

// isHan reports whether r is a Han character of the basic block or extension A.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }

// narrow gives the form in which texts are compared: half-width, lower-case.
func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFEE0
	}
	return unicode.ToLower(r)
}

// normal is the text as the thesaurus and the word counts see it.
func normal(text string) []rune { return []rune(strings.Map(narrow, text)) }

// word is a word as a number, which is quicker to count and to look up than its letters: a Han
// character, the two of a bigram, or the hash of a Latin word.
type word uint64

const (
	latin     = 1 << 63 // set in all Latin words, and in no others
	firstRune = 32      // bits above which the first character of a bigram stands
)

func bigram(first, second rune) word { return word(first)<<firstRune | word(second) }

// isBigram reports whether w is made of two characters.
func (w word) isBigram() bool { return w&latin == 0 && w>>firstRune != 0 }

// words calls yield for each word of a normal text: every bigram of a run of Han characters (the
// character itself where it stands alone) and every Latin word. Digits are no words: years and
// counts differ between tasks about the same matter.
func words(text []rune, yield func(w word)) {
	for i := 0; i < len(text); {
		j := i + 1
		switch {
		case isHan(text[i]):
			for ; j < len(text) && isHan(text[j]); j++ {
				yield(bigram(text[j-1], text[j]))
			}
			if j == i+1 {
				yield(word(text[i]))
			}
		case isLatin(text[i]):
			for j < len(text) && isLatin(text[j]) {
				j++
			}
			yield(latin | word(hash(text[i:j])))
		}
		i = j
	}
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }

// phraseBuckets is the number of phrases that are told apart. There are far too many different
// ones to number, so phrases share numbers by their hash (Weinberger et al. 2009); two tasks
// seldom share one by chance.
const phraseBuckets = 1 << 20

const phraseLength = 4

// phrases calls yield for each run of four Han characters of a normal text, by its number. Two
// tasks that share one share a word and its surroundings: 自我声明公开, not just 公开.
func phrases(text []rune, yield func(bucket uint32)) {
	run := 0
	for i, r := range text {
		if !isHan(r) {
			run = 0
			continue
		}
		if run++; run < phraseLength {
			continue
		}
		yield(uint32(hash(text[i+1-phraseLength:i+1])>>32) % phraseBuckets)
	}
}

// hash is FNV-1a, rune by rune.
func hash(text []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range text {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
