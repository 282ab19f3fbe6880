package loader

import "unicode/utf8"

// Source is a decoded file.
type Source struct {
	Name   string // file name for messages and for Head.File
	SHA256 string // of the file's bytes, lower-case hex
	Runes  []rune // the text as it stands in the file; offsets count in it
	Hans   []rune // the same in Simplified script, rune for rune
	Script string // "Hans" or "Hant"
}

// Quote is the source's text at a span, exactly.
func (s *Source) Quote(sp Span) string { return string(s.Runes[sp.Start:sp.End]) }

// Simplified is the source's text at a span in Simplified script.
func (s *Source) Simplified(sp Span) string { return string(s.Hans[sp.Start:sp.End]) }

// Text is a stretch of cleaned text on which rules work: Simplified, with full-width letters,
// digits, brackets and punctuation folded to one form (see clean), spam and page furniture left
// out. It remembers where each of its characters stands in the source.
type Text struct {
	S  string
	at []int32 // by byte of S, and one for its end: the code point offset in the source
}

// Len is the length of t in bytes of S.
func (t Text) Len() int { return len(t.S) }

// Slice is the part of t between two byte offsets of S.
func (t Text) Slice(i, j int) Text { return Text{S: t.S[i:j], at: t.at[i : j+1]} }

// Span is the place in the source of the part of t between two byte offsets of S.
func (t Text) Span(i, j int) Span {
	if i >= j {
		return Span{Start: int(t.at[i]), End: int(t.at[i])}
	}
	_, n := utf8.DecodeLastRuneInString(t.S[:j])
	return Span{Start: int(t.at[i]), End: int(t.at[j-n]) + 1}
}

// Block is an element of the outline with its own text: the part before its first child.
type Block struct {
	Section
	Chapter string     // heading of the chapter it belongs to, "" before the first
	Leaf    bool       // it has no children
	Head    Text       // the heading, without label
	Body    Text       // all after the heading, to the first child or the end of the element
	lists   []unitList // lists of responsible units in Body
}
