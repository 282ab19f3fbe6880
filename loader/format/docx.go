package format

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// docxText is the text of a Word document: its paragraphs in their order with the numbers that
// Word draws before them, the rows of tables with tabs between the cells. Deleted text, comments,
// notes and page headers are left out.
func docxText(r *zip.Reader) (string, error) {
	numbers, err := readNumbering(r)
	if err != nil {
		return "", err
	}
	w := docxWriter{numbers: numbers}
	if err := eachToken(r, "word/document.xml", w.token); err != nil {
		return "", err
	}
	if w.para.Len() > 0 {
		w.endParagraph()
	}
	if strings.TrimSpace(w.out.String()) == "" {
		return "", ErrEmpty
	}
	return w.out.String(), nil
}

// eachToken reads a part of the document. A part that is missing has no tokens.
func eachToken(r *zip.Reader, part string, each func(xml.Token)) error {
	for _, f := range r.File {
		if f.Name != part {
			continue
		}
		data, err := readEntry(f)
		if err != nil {
			return fmt.Errorf("unpack %s: %w", part, err)
		}
		d := xml.NewDecoder(strings.NewReader(string(data)))
		for {
			token, err := d.RawToken()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("%w: %s: %v", ErrBroken, part, err)
			}
			each(token)
		}
	}
	return nil
}

// docxWriter writes the text of a document while its elements go by.
type docxWriter struct {
	out     strings.Builder
	numbers *numbering
	para    strings.Builder // the paragraph's text so far
	style   string
	num     numRef
	cells   int  // cells of the row that are written
	tables  int  // tables that are open
	run     bool // inside a run, which is what has text
	text    bool // inside an element whose characters are text
	skip    int  // elements that are open and not part of the text
}

func (w *docxWriter) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		if w.text && w.skip == 0 {
			w.para.Write(t)
		}
	}
}

// isLeftOut reports whether an element is no part of the text: what a reviewer deleted, fallbacks
// for programs that cannot draw a picture, text boxes inside of paragraphs' pictures.
func isLeftOut(name string) bool {
	return name == "del" || name == "moveFrom" || name == "Fallback" || name == "pPrChange" ||
		name == "rPrChange" || name == "instrText"
}

func (w *docxWriter) start(t xml.StartElement) {
	name := t.Name.Local
	if isLeftOut(name) {
		w.skip++
	}
	if w.skip > 0 {
		return
	}
	switch name {
	case "r":
		w.run = true
	case "t":
		w.text = true
	case "tab", "ptab":
		if w.run { // the others say where tabs stop
			w.para.WriteByte('\t')
		}
	case "br", "cr":
		w.breakLine()
	case "noBreakHyphen":
		w.para.WriteByte('-')
	case "tbl":
		w.tables++
	case "tr":
		w.cells = 0
	case "tc":
		if w.cells++; w.cells > 1 {
			w.para.WriteByte('\t')
		}
	case "pStyle":
		w.style = attr(t, "val")
	case "ilvl":
		w.num.level = attr(t, "val")
	case "numId":
		w.num.id = attr(t, "val")
	}
}

// breakLine ends a line inside a paragraph.
func (w *docxWriter) breakLine() {
	if w.tables == 0 {
		w.endParagraph()
	} else {
		w.para.WriteByte(' ')
	}
}

func (w *docxWriter) end(name string) {
	if isLeftOut(name) {
		w.skip = max(w.skip-1, 0)
		return
	}
	if w.skip > 0 {
		return
	}
	switch name {
	case "r":
		w.run = false
	case "t":
		w.text = false
	case "p":
		if w.tables == 0 {
			w.endParagraph()
		} else {
			w.endCellParagraph()
		}
	case "tr":
		w.flush()
	case "tbl":
		w.tables = max(w.tables-1, 0)
	}
}

// endParagraph writes the paragraph as a line, with its number.
func (w *docxWriter) endParagraph() {
	w.number()
	w.flush()
}

// endCellParagraph ends a paragraph of a cell: all of a row is one line.
func (w *docxWriter) endCellParagraph() {
	s := w.para.String()
	if s != "" && !strings.HasSuffix(s, " ") && !strings.HasSuffix(s, "\t") {
		w.para.WriteByte(' ')
	}
	w.style, w.num = "", numRef{}
}

// number puts the number that Word draws before the paragraph.
func (w *docxWriter) number() {
	text := w.para.String()
	if strings.TrimSpace(text) != "" {
		if label := w.numbers.next(w.style, w.num); label != "" {
			w.para.Reset()
			w.para.WriteString(label + strings.TrimLeft(text, " \t"))
		}
	}
	w.style, w.num = "", numRef{}
}

func (w *docxWriter) flush() {
	if s := strings.TrimRight(w.para.String(), " \t"); s != "" || w.tables == 0 {
		w.out.WriteString(s)
		w.out.WriteByte('\n')
	}
	w.para.Reset()
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
