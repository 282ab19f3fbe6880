package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	// maxPages is how many pages of a PDF are read at most; more are an error.
	maxPages = 5000
	// A PDF may be read as many times as this over, and as many bytes more: objects are read
	// again at each use. It stops files whose objects refer to each other in circles.
	maxPDFTimes, morePDFReads = 64, 64 << 20
	// maxUnreadable is the share of characters without a meaning above which a text is none.
	maxUnreadable = 0.3
	// minPageText is the number of characters for each page below which a file is a scan, since
	// scans have a stamp or a page number as text at times.
	minPageText = 10
)

// pdfText is the text layer of a PDF, a line for each paragraph.
func pdfText(data []byte) (text string, err error) {
	defer func() { // the reader panics when a file is damaged
		if p := recover(); p != nil {
			text, err = "", pdfError(fmt.Errorf("%v", p))
		}
	}()
	data = mendPDF(data)
	source := &meteredReader{
		r: bytes.NewReader(data), left: maxPDFTimes*int64(len(data)) + morePDFReads,
	}
	r, err := pdf.NewReader(source, int64(len(data)))
	if err != nil {
		return "", pdfError(err)
	}
	n := r.NumPage()
	if n > maxPages {
		return "", fmt.Errorf("%w: a PDF of %d pages", ErrBomb, n)
	}
	var pages []pdfPage
	for i := 1; i <= n; i++ {
		page, err := readPDFPage(r.Page(i))
		if err != nil {
			return "", fmt.Errorf("page %d: %w", i, err)
		}
		pages = append(pages, page)
	}
	text = withoutRadicals(layOut(pages))
	return text, checkPDFText(text, len(pages))
}

// checkPDFText tells texts from scans, and from texts whose fonts do not say what their signs mean.
func checkPDFText(text string, pages int) error {
	all, bad := 0, 0
	for _, r := range squeeze(text) {
		all++
		if r == '\uFFFD' {
			bad++
		}
	}
	switch {
	case all < minPageText*pages || all == 0:
		return ErrScanned
	case float64(bad) > maxUnreadable*float64(all):
		return fmt.Errorf("%w: a PDF whose fonts do not tell their characters", ErrUnsupported)
	}
	return nil
}

// pdfError says whether a file is protected or damaged.
func pdfError(err error) error {
	text := err.Error()
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return ErrPassword
	case strings.Contains(text, "encrypt"): // also where no password is needed to read it
		return fmt.Errorf("%w: a PDF encrypted in a new way; print it to another PDF", ErrUnsupported)
	case errors.Is(err, ErrBomb), strings.Contains(text, ErrBomb.Error()):
		return ErrBomb
	}
	return fmt.Errorf("%w: PDF: %v", ErrBroken, err)
}

// mendPDF takes away what some servers put around a PDF, and gives it the header that the reader
// expects whatever its version is.
func mendPDF(data []byte) []byte {
	const header = "%PDF-1.7\n"
	if i := bytes.Index(data, []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	if i := bytes.LastIndex(data, []byte("%%EOF")); i >= 0 {
		data = data[:i+len("%%EOF")]
	}
	if len(data) <= len(header) {
		return data
	}
	return append([]byte(header), data[len(header):]...)
}

// meteredReader fails when more was read from it than any sound file needs.
type meteredReader struct {
	r    io.ReaderAt
	left int64
}

// ReadAt implements io.ReaderAt.
func (m *meteredReader) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		panic(ErrBomb)
	}
	return m.r.ReadAt(p, at)
}
