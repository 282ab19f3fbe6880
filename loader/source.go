package loader

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Source is a decoded file. Read and SourceOf make sources.
type Source struct {
	Name   string // file name for messages and for Head.File
	SHA256 string // of the file's bytes, lower-case hex
	Text   string // the text as it stands in the file; offsets count its code points
	Hans   string // the same in Simplified script, character for character and byte for byte
	Script string // "Hans" or "Hant"

	runes int     // code points of Text
	marks []int32 // where in Text every markEvery-th of them begins
	plain []plain // from left to right
}

// plain is a stretch of characters of three bytes that fold leaves as they are, in the text of a
// source: common Chinese ones and the marks between them, nearly all of a text.
type plain struct{ start, end int32 }

// markEvery is how many code points lie between two marks of a source.
const markEvery = 16

// place is the byte of Text and Hans at which code point n begins, or their end.
func (s *Source) place(n int) int {
	i := int(s.marks[n/markEvery])
	for n %= markEvery; n > 0; n-- {
		i += runeSize(s.Text[i])
	}
	return i
}

// from lists the code points of Text from one place to another in steps of -1 or 1, both included.
func (s *Source) from(at, to, step int) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		if at < 0 || at >= s.runes {
			return
		}
		for i := s.place(at); at >= 0 && at < s.runes && (to-at)*step >= 0; at += step {
			r, n := utf8.DecodeRuneInString(s.Text[i:])
			if !yield(at, r) {
				return
			}
			if step < 0 {
				_, n = utf8.DecodeLastRuneInString(s.Text[:i])
				n = -n
			}
			i += n
		}
	}
}

// Quote is the source's text at a span, exactly.
func (s *Source) Quote(sp Span) string { return s.Text[s.place(sp.Start):s.place(sp.End)] }

// Simplified is the source's text at a span in Simplified script.
func (s *Source) Simplified(sp Span) string { return s.Hans[s.place(sp.Start):s.place(sp.End)] }

// SourceOf is the source of a text that Read has taken out of a file, as the graph keeps it. It has
// neither a name nor a hash.
func SourceOf(text string) *Source {
	src, _ := newSource(text)
	return src
}

// census is how many characters of a text tell what it is.
type census struct {
	han, hant, blank int
	broken           bool // the text is not UTF-8
}

// newSource makes the source of a text, and counts its characters on the way.
func newSource(text string) (*Source, census) {
	src := &Source{Text: text}
	n := src.survey()
	if n.broken {
		src.Text = string([]rune(text)) // with U+FFFD in place of what is no character
		n = src.survey()
	}
	src.Hans, src.Script = src.Text, "Hans"
	if float64(n.hant) >= minHantShare*float64(n.han) {
		src.Hans, src.Script = simplify(src.Text), "Hant"
	}
	return src, n
}

// survey marks the code points of the text and counts them, all in one walk.
func (s *Source) survey() census {
	const usual = 32 // bytes from one plain stretch to the next, rather less than more
	var n census
	table := traditional()
	s.runes, s.marks = 0, make([]int32, 0, len(s.Text)/(2*markEvery)+1)
	s.plain = make([]plain, 0, len(s.Text)/usual+1)
	for i := 0; i < len(s.Text); {
		if size := n.stretch(s.Text[i:], table); size > 0 {
			s.plain = append(s.plain, plain{int32(i), int32(i + size)})
			s.mark(i, size/3, 3)
			i += size
		}
		if i < len(s.Text) {
			r, size := markAt(s.Text, i)
			n.count(r, size, table)
			s.mark(i, 1, size)
			i += size
		}
	}
	s.mark(len(s.Text), 1, 0)
	s.runes--
	return n
}

// count adds a character of so many bytes that is in no plain stretch.
func (n *census) count(r rune, size int, table *hantTable) {
	switch {
	case r <= '\u3000': // no space comes later
		if unicode.IsSpace(r) {
			n.blank++
		}
	case r == utf8.RuneError && size == 1:
		n.broken = true
	case isHan(r):
		n.han++
		if table.has(r) {
			n.hant++
		}
	}
}

// mark notes that n characters, each of so many bytes, are at a byte of the text and behind.
func (s *Source) mark(at, n, size int) {
	for next := len(s.marks) * markEvery; next < s.runes+n; next += markEvery {
		s.marks = append(s.marks, int32(at+(next-s.runes)*size))
	}
	s.runes += n
}

// stretch counts the plain characters that s begins with, and is how many bytes they have. It reads
// the three of a character at once.
func (n *census) stretch(s string, table *hantTable) int {
	marks, hant := 0, 0
	rest := s
	for ; len(rest) > 3; rest = rest[3:] {
		v := uint32(rest[0]) | uint32(rest[1])<<8 | uint32(rest[2])<<16 | uint32(rest[3])<<24
		const hexagram = 0xB7E4 // the first bytes of those, which stand among the characters
		if v&0xFF-0xE4 <= 0xE9-0xE4 && v&0xC0C000 == 0x808000 && v&0xFFFF != hexagram {
			hant += int(table.known[v&0xF<<6|v>>8&0x3F] >> (v >> 16 & 0x3F) & 1)
		} else if isPlainMark(rest[:3]) {
			marks++
		} else {
			break
		}
	}
	size := len(s) - len(rest)
	n.han += size/3 - marks
	n.hant += hant
	return size
}

// isPlainMark reports whether s is one of the most frequent marks.
func isPlainMark(s string) bool {
	switch s {
	case "、", "。", "《", "》", "“", "”":
		return true
	}
	return false
}
