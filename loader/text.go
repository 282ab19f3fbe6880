package loader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Text is a stretch of cleaned text on which rules work: Simplified, with full-width letters,
// digits, brackets and punctuation folded to one form (see clean), spam and page furniture left
// out. It remembers where each of its characters stands in the source.
type Text struct {
	S     string
	start int32   // the place of S in the text that was built with it
	run   int32   // a stretch of that text that begins there or before, best a short way
	in    *places // of that text
}

// Len is the length of t in bytes of S.
func (t Text) Len() int { return len(t.S) }

// Slice is the part of t between two byte offsets of S.
func (t Text) Slice(i, j int) Text {
	return Text{S: t.S[i:j], start: t.start + int32(i), run: t.run, in: t.in}
}

// Span is the place in the source of the part of t between two byte offsets of S.
func (t Text) Span(i, j int) Span {
	if t.in == nil {
		return Span{}
	}
	start, run := t.in.at(int(t.start)+i, int(t.run))
	if i >= j {
		return Span{Start: start, End: start}
	}
	last, _ := t.in.at(int(t.start)+j-1, run)
	return Span{Start: start, End: last + 1}
}

// at is the code point of the source for the byte at i of S, or for the end of S.
func (t Text) at(i int) int { return t.Span(i, i).Start }

// textAt is an empty text at a code point of the source.
func textAt(at int) Text { return Text{in: &places{runs: []run{{source: int32(at), size: 1}}}} }

// places says where in the source a text stands that was built of it.
type places struct {
	runs []run // in the order of the text
}

// run is a stretch of characters of one size that stand side by side in the source as well. It
// ends where the next one begins.
type run struct {
	text   int32 // its first byte
	source int32 // its first code point
	size   int32 // bytes of text for one code point
}

// at is the code point for the byte at i of the text.
func (r *run) at(i int) int { return int(r.source) + (i-int(r.text))/int(r.size) }

// at is the code point for the byte at i of the text, and the stretch that has the byte. The search
// begins at one that is at or before it.
func (p *places) at(i, from int) (at, run int) {
	run = p.find(i, from)
	return p.runs[run].at(i), run
}

// find is the stretch that has the byte at i of the text, at or after another: it looks ever
// further ahead and then between the last two.
func (p *places) find(i, from int) int {
	low, step := from, 1
	for low+step < len(p.runs) && int(p.runs[low+step].text) <= i {
		low += step
		step *= 2
	}
	for high := min(low+step, len(p.runs)); high-low > 1; {
		if mid := (low + high) / 2; int(p.runs[mid].text) <= i {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// add says where text stands from the byte at i on: at a code point of the source, which each size
// bytes move on by one.
func (p *places) add(i, at, size int) {
	if n := len(p.runs); n > 0 {
		last := &p.runs[n-1]
		if int(last.size) == size && (at-int(last.source))*size == i-int(last.text) {
			return // more of the same
		}
	}
	p.runs = append(p.runs, run{text: int32(i), source: int32(at), size: int32(size)})
}

// textWriter builds a text of parts that come from the source.
type textWriter struct {
	strings.Builder
	in *places
}

func newTextWriter(size int) *textWriter {
	w := &textWriter{in: new(places)}
	w.Grow(size)
	return w
}

// write appends characters of one size, which stand at a code point of the source.
func (w *textWriter) write(s string, at, size int) {
	w.in.add(w.Len(), at, size)
	w.WriteString(s)
}

// writeRune appends a character that stands at a code point of the source.
func (w *textWriter) writeRune(r rune, at int) {
	w.in.add(w.Len(), at, utf8.RuneLen(r))
	w.WriteRune(r)
}

// add appends another text.
func (w *textWriter) add(t Text) {
	if t.S == "" {
		return
	}
	start := int(t.start)
	first := t.in.find(start, int(t.run))
	last := t.in.find(start+len(t.S)-1, first)
	w.in.runs = slices.Grow(w.in.runs, last-first+2)
	for k := first; k <= last; k++ {
		r := &t.in.runs[k]
		i := max(start, int(r.text))
		w.in.add(w.Len()+i-start, r.at(i), int(r.size))
	}
	w.WriteString(t.S)
}

// finish is the text that was written. Its end is at a code point of the source.
func (w *textWriter) finish(end int) Text {
	w.in.add(w.Len(), end, 1)
	return Text{S: w.String(), in: w.in}
}

// Block is an element of the outline with its own text: the part before its first child.
type Block struct {
	Section
	Chapter string     // heading of the outermost element that it is in, or is
	Leaf    bool       // it has no children
	Head    Text       // the heading, without label
	Body    Text       // all after the heading, to the first child or the end of the element
	lists   []unitList // lists of responsible units in Body
}
