package gazetteer

import "unicode/utf8"

// Kind is a kind of what Find finds.
type Kind int32

// The kinds of what Find finds, with what an ID is that of.
const (
	TopicWord  Kind = iota // a word that speaks for topics: Lexicon.Word
	BodyName               // the Chinese name of a standards body: ListedBody
	BodyEnding             // the end of a usual name of a body: BodyEnding
	RegionName             // the name of a region, for Places
	numKinds
)

// Found is one of the things that a text has, at the bytes [Start, End).
type Found struct {
	Start, End int32
	ID         int32
}

// Finds are what Find finds in a text.
type Finds struct {
	byKind  [numKinds][]Found
	letters bool
}

// Of lists the finds of a kind, in the order of the text. The slice is used again by the next Find.
func (f *Finds) Of(k Kind) []Found { return f.byKind[k] }

// Letters reports whether the text has letters of the Latin alphabet.
func (f *Finds) Letters() bool { return f.letters }

// name is what a word or name of the gazetteer is.
type name struct {
	kind Kind
	id   int32
}

// fileNames makes the dictionary that Find uses.
func (g *Gazetteer) fileNames() {
	var all []entry[name]
	file := func(k Kind, word string, id int) {
		all = append(all, entry[name]{word, name{k, int32(id)}})
	}
	for i := range g.lexicon.words {
		file(TopicWord, g.lexicon.words[i].Text, i)
	}
	for i, b := range g.bodies.list {
		for _, name := range append([]string{b.Name}, b.Aliases...) {
			if name != "" && name[0] >= utf8.RuneSelf {
				file(BodyName, name, i)
			}
		}
	}
	for i, e := range bodyEndings {
		file(BodyEnding, e.Text, i)
	}
	for i, region := range g.regions.inText {
		file(RegionName, region, i)
	}
	g.names = newDictionary(all)
}

// Find finds all that a text has of what the gazetteer knows: of each kind the longest at each place,
// from left to right. Finds of one kind do not overlap: where 现代物流 is found, 物流 is not found
// again. What found held before is dropped.
func (g *Gazetteer) Find(text string, found *Finds) {
	for k, list := range found.byKind {
		found.byKind[k] = list[:0]
	}
	found.letters = false
	start, before, row := 0, rune(0), openingRow(0) // of the last code point
	for i := 0; i < len(text); {
		r, end := rune(0), i+1
		switch c := text[i]; {
		case c>>4 == 0xE && i+2 < len(text): // nearly all: char, which does not inline
			r, end = threeBytes(c, text[i+1], text[i+2]), i+3
		case c < utf8.RuneSelf:
			r = rune(c)
			found.letters = found.letters || 'a' <= c|0x20 && c|0x20 <= 'z'
		default:
			r, end = utf8.DecodeRuneInString(text[i:])
			end += i
		}
		if row.mayHold(r) {
			for name, length := range g.names.words(before, r, text[end:]) {
				found.add(name.kind, Found{int32(start), int32(end + length), name.id})
			}
		}
		start, before, row = i, r, g.names.openings.after(r)
		i = end
	}
}

// add adds what stands at a place, in place of a shorter one of its kind there; one that begins within
// the last of its kind is left out.
func (f *Finds) add(k Kind, found Found) {
	list := f.byKind[k]
	switch last := len(list) - 1; {
	case last < 0 || list[last].End <= found.Start:
		f.byKind[k] = append(list, found)
	case list[last].Start == found.Start:
		list[last] = found
	}
}
