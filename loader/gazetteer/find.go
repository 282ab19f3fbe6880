package gazetteer

import "unicode/utf8"

// Kind is a kind of what Find finds.
type Kind int

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

// names is what the gazetteer's words and names are by kind: IDs, from 1; 0 for none.
type names = dictionary[[numKinds]int32]

// fileNames makes the dictionary that Find uses.
func (g *Gazetteer) fileNames() {
	file := func(k Kind, name string, id int) {
		if ids := g.names.put(name); ids != nil {
			ids[k] = int32(id) + 1
		}
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
	for i, name := range g.regions.inText {
		file(RegionName, name, i)
	}
}

// Find finds all that a text has of what the gazetteer knows: of each kind the longest at each place,
// from left to right. Finds of one kind do not overlap: where 现代物流 is found, 物流 is not found
// again. What found held before is dropped.
func (g *Gazetteer) Find(text string, found *Finds) {
	for k, list := range found.byKind {
		found.byKind[k] = list[:0]
	}
	found.letters = false
	before, start := headRow(0), 0 // the character before, and where it stands
	for i := 0; i < len(text); {
		var r rune
		n := 1
		switch c := text[i]; {
		case c>>4 == 0xE && i+2 < len(text): // nearly all: written out, as it does not inline
			r, n = rune(c&0xF)<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F), 3
		case c < utf8.RuneSelf:
			r = rune(c)
			found.letters = found.letters || 'a' <= c|0x20 && c|0x20 <= 'z'
		default:
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if before.mayHold(r) {
			for ids, length := range g.names.words(text[start:]) {
				found.add(start, start+length, ids)
			}
		}
		before, start = g.names.heads.after(r), i
		i += n
	}
}

// add adds what stands at a place, of each kind in place of a shorter one there; one within another of
// its kind is left out.
func (f *Finds) add(start, end int, ids [numKinds]int32) {
	for k, id := range ids {
		if id == 0 {
			continue
		}
		found := Found{int32(start), int32(end), id - 1}
		list := f.byKind[k]
		switch last := len(list) - 1; {
		case last < 0 || list[last].End <= found.Start:
			f.byKind[k] = append(list, found)
		case list[last].Start == found.Start:
			list[last] = found
		}
	}
}
