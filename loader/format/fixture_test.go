package format

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// zipped makes an archive of files, in the order of their names and contents.
func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{
			Name: files[i], Method: zip.Deflate, NonUTF8: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// docx makes a Word document of the inner XML of its body and of its lists.
func docx(t *testing.T, body, numbering, styles string) []byte {
	t.Helper()
	part := func(root, inner string) string {
		return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><w:%s xmlns:w="w">%s</w:%s>`,
			root, inner, root)
	}
	return zipped(t,
		"[Content_Types].xml", `<Types/>`,
		"word/document.xml", part("document", "<w:body>"+body+"</w:body>"),
		"word/numbering.xml", part("numbering", numbering),
		"word/styles.xml", part("styles", styles),
	)
}

// para is a paragraph of a Word document with the inner XML of its properties.
func para(properties, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

// pdfOf makes a PDF file of objects, of which the first is the catalog.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, start)
	return b.Bytes()
}

// pdfPages are a catalog, a list of one page and the page, which draws object 5 in font object 4.
func pdfPages() []string {
	return []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
	}
}

func stream(s string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)
}

// drawing draws lines of codes in hexadecimal, each at its x, from the top of the page down.
func drawing(lines ...pdfTestLine) string {
	var b strings.Builder
	b.WriteString("BT /F1 16 Tf ")
	for i, l := range lines {
		fmt.Fprintf(&b, "1 0 0 1 %d %d Tm <%x> Tj\n", l.x, 700-28*i, l.codes)
	}
	return b.String() + "ET"
}

type pdfTestLine struct {
	x     int
	codes []byte
}

func gbkCodes(t *testing.T, s string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func utf16Codes(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}
