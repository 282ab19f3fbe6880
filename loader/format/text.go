package format

import (
	"bytes"
	"path"
	"strings"
)

// Text is the text of a document by its bytes. The name helps where the content leaves open what
// it is: Markdown is plain text otherwise.
//
// The error wraps one of the reasons that this package exports, without the file's name.
func Text(name string, data []byte) (string, error) {
	switch kind, detail := sniff(data); kind {
	case kindEmpty:
		return "", ErrEmpty
	case kindPDF:
		return pdfText(data)
	case kindZip:
		return zippedText(data)
	case kindRefused:
		return "", detail
	}
	text, err := decode(data)
	if err != nil {
		return "", err
	}
	switch {
	case looksLikeHTML(text):
		return pageText(text)
	case looksLikeMarkdown(name, text):
		return markdownText(text), nil
	}
	return text, nil
}

// looksLikeMarkdown reports whether a text is to be read as Markdown: by its name, or by two
// headlines of its kind, which nothing else in a policy document looks like.
func looksLikeMarkdown(name, text string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	headlines := strings.Count(text, "\n# ") + strings.Count(text, "\n## ")
	if strings.HasPrefix(text, "# ") || strings.HasPrefix(text, "## ") {
		headlines++
	}
	return headlines >= 2
}

// fileKind is what the first bytes of a file show it to be.
type fileKind int

const (
	kindText fileKind = iota
	kindEmpty
	kindPDF
	kindZip
	kindRefused // for the reason that comes with it
)

// sniff tells the kind of a file, and of one that is refused the reason.
func sniff(data []byte) (fileKind, error) {
	const maxJunk = 1024 // bytes that may stand before the header of a PDF
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(utf8BOM)))) == 0:
		return kindEmpty, nil
	case bytes.Contains(data[:min(len(data), maxJunk)], []byte("%PDF-")):
		return kindPDF, nil
	case isZip(data):
		return kindZip, nil
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return kindRefused, compoundReason(data)
	}
	if err := magicReason(data); err != nil {
		return kindRefused, err
	}
	return kindText, nil
}

// isZip reports whether data begin as a zip archive does, an empty one included.
func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}
