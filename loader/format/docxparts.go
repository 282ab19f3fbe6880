package format

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// docxParts are the files of a Word document that its text is made of.
type docxParts struct{ document, numbering, styles string }

// findParts finds the parts by the relations that the document names. Writers other than Word number
// them (document2.xml).
func findParts(r *zip.Reader) (docxParts, error) {
	p := docxParts{"word/document.xml", "word/numbering.xml", "word/styles.xml"}
	err := eachRelation(r, "_rels/.rels", "", func(kind, target string) {
		if kind == "officeDocument" {
			p.document = target
		}
	})
	if err != nil {
		return p, err
	}
	folder, file := path.Split(p.document)
	return p, eachRelation(r, folder+"_rels/"+file+".rels", folder, func(kind, target string) {
		switch kind {
		case "numbering":
			p.numbering = target
		case "styles":
			p.styles = target
		}
	})
}

// eachRelation reads a part with relations; targets are relative to a folder. The kind is the last
// word of the relation's type.
func eachRelation(
	r *zip.Reader, part, folder string, each func(kind, target string),
) error {
	return eachToken(r, part, func(token xml.Token) {
		t, ok := token.(xml.StartElement)
		if !ok || t.Name.Local != "Relationship" {
			return
		}
		target := attr(t, "Target")
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		each(path.Base(attr(t, "Type")), strings.TrimPrefix(path.Clean(target), "/"))
	})
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
