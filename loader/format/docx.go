package format

import (
	"archive/zip"
	"encoding/xml"
	"slices"
	"strings"
)

// docxText is the text of a Word document: its paragraphs in their order with the numbers that
// Word draws before them, the rows of tables with tabs between the cells, text boxes after the
// paragraph that holds them. Deleted and hidden text, comments, notes and page headers are left out.
func docxText(r *zip.Reader) (string, error) {
	parts, err := findParts(r)
	if err != nil {
		return "", err
	}
	numbers, err := readNumbering(r, parts)
	if err != nil {
		return "", err
	}
	w := docxWriter{numbers: numbers, docxFrame: new(docxFrame)}
	if err := eachToken(r, parts.document, w.token); err != nil {
		return "", err
	}
	text := w.text()
	if strings.TrimSpace(text) == "" {
		return "", ErrEmpty
	}
	return text, nil
}

// docxWriter writes the text of a document while its elements go by.
type docxWriter struct {
	*docxFrame
	numbers *numbering
	skip    int // elements that are open and not part of the text
}

// docxFrame is a run of paragraphs that stands for itself: the document, a cell of a table, a text
// box. Frames stand in each other.
type docxFrame struct {
	outer *docxFrame
	kind  string // the element that opened it
	depth int
	out   strings.Builder // lines that are complete
	para  strings.Builder // the paragraph's text so far
	after strings.Builder // text boxes of the paragraph
	cells []string        // of the row that is open
	style string
	num   numRef

	properties bool // inside the properties of a paragraph
	joined     bool // the end of the paragraph is deleted
	run        bool // inside a run, which is what has text
	hidden     bool // the run is not shown
	inText     bool // inside an element whose characters are text
}

// maxFrames is how deep frames may stand in each other. What is deeper counts as a part of the last.
const maxFrames = 32

func (w *docxWriter) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		if w.inText && !w.hidden && w.skip == 0 {
			w.para.Write(t)
		}
	}
}

// isLeftOut reports whether an element is no part of the text: what a reviewer deleted, fallbacks
// for programs that cannot draw a picture, the reading of a character (拼音) above it.
func isLeftOut(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "instrText", "rt":
		return true
	}
	return false
}

func (w *docxWriter) start(t xml.StartElement) {
	name := t.Name.Local
	if isLeftOut(name) {
		w.skip++
		w.joined = w.joined || w.skip == 1 && w.properties && (name == "del" || name == "moveFrom")
	}
	if w.skip > 0 {
		return
	}
	switch name {
	case "p":
		w.style, w.num = "", numRef{}
	case "pPr":
		w.properties = true
	case "r":
		w.run, w.hidden = true, false
	case "vanish":
		w.hidden = w.run && isOn(attr(t, "val"))
	case "t":
		w.inText = true
	case "tab", "ptab":
		if w.run && !w.hidden { // the others say where tabs stop
			w.para.WriteByte('\t')
		}
	case "br", "cr":
		w.endParagraph()
	case "noBreakHyphen":
		w.para.WriteByte('-')
	case "tr":
		w.cells = nil
	case "tc", "txbxContent":
		w.open(name)
	case "pStyle":
		w.style = attr(t, "val")
	case "ilvl":
		w.num.level = attr(t, "val")
	case "numId":
		w.num.id = attr(t, "val")
	}
}

// isOn is the value of a switch, which is on without one.
func isOn(val string) bool { return val != "0" && val != "false" && val != "off" }

func (w *docxWriter) end(name string) {
	if isLeftOut(name) {
		w.skip = max(w.skip-1, 0)
		return
	}
	if w.skip > 0 {
		return
	}
	switch name {
	case "pPr":
		w.properties = false
	case "r":
		w.run = false
	case "t":
		w.inText = false
	case "p":
		if w.joined { // goes on with the next
			w.joined = false
			return
		}
		w.endParagraph()
	case "tc", "txbxContent":
		w.close(name)
	case "tr":
		w.endRow()
	}
}

// open begins a frame.
func (w *docxWriter) open(kind string) {
	if w.depth < maxFrames {
		w.docxFrame = &docxFrame{outer: w.docxFrame, kind: kind, depth: w.depth + 1}
	}
}

// close ends the frame, and hands what it holds to the one around it.
func (w *docxWriter) close(kind string) {
	if w.kind != kind {
		return
	}
	text := w.content()
	w.docxFrame = w.outer
	if kind == "tc" {
		w.cells = append(w.cells, text)
	} else {
		w.after.WriteString(text)
	}
}

// text is the text of the document, whose elements have all gone by.
func (w *docxWriter) text() string {
	for w.outer != nil { // a damaged file
		w.close(w.kind)
		w.endRow()
	}
	return w.content()
}

// content is what the frame holds, a line for each paragraph.
func (w *docxWriter) content() string {
	if w.para.Len() > 0 || w.after.Len() > 0 {
		w.endParagraph()
	}
	return w.out.String()
}

// endRow writes a row as a line. A row of one cell with several paragraphs is no row of a list but
// a frame around a text.
func (w *docxWriter) endRow() {
	cells := w.cells
	w.cells = nil
	filled := slices.DeleteFunc(slices.Clone(cells), func(s string) bool {
		return strings.TrimSpace(s) == ""
	})
	switch {
	case len(filled) == 0:
		return
	case len(filled) == 1 && strings.Contains(strings.TrimSpace(filled[0]), "\n"):
		w.out.WriteString(filled[0])
		return
	}
	for i, cell := range cells {
		cells[i] = strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' }), " ")
	}
	w.out.WriteString(strings.TrimRight(strings.Join(cells, "\t"), " \t") + "\n")
}

// endParagraph writes the paragraph as a line, with its number and what its text boxes hold.
func (w *docxWriter) endParagraph() {
	text := strings.TrimRight(w.para.String(), " \t")
	w.para.Reset()
	// Word numbers cells without a text too: those of the column 序号.
	if w.kind == "tc" || strings.TrimSpace(text) != "" {
		if label := w.numbers.next(w.style, w.num); label != "" {
			text = label + strings.TrimLeft(text, " \t")
		}
	}
	w.style, w.num = "", numRef{}
	w.out.WriteString(text + "\n")
	w.out.WriteString(w.after.String())
	w.after.Reset()
}

// attr is the value of an attribute by its local name.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
