package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	// maxUnpacked is how many bytes an archive may unpack to, all files together.
	maxUnpacked = 1 << 30
	// maxEntries is how many files an archive may have.
	maxEntries = 100_000
	// maxRatio is how many times its packed size a file or archive may unpack to, above
	// freeSize: texts rarely exceed 20.
	maxRatio = 200
	freeSize = 1 << 20 // bytes
)

// zippedText is the text of a document whose format is a zip archive.
func zippedText(data []byte) (string, error) {
	r, err := openZip(data)
	if err != nil {
		return "", err
	}
	part := func(name string) bool {
		for _, f := range r.File {
			if f.Name == name || strings.HasSuffix(name, "/") && strings.HasPrefix(f.Name, name) {
				return true
			}
		}
		return false
	}
	switch {
	case part("word/"):
		return docxText(r)
	case part("OFD.xml"):
		return "", fmt.Errorf("%w: an OFD document; save it as PDF", ErrUnsupported)
	case part("xl/"):
		return "", fmt.Errorf("%w: an Excel workbook", ErrUnsupported)
	case part("ppt/"):
		return "", fmt.Errorf("%w: a PowerPoint presentation", ErrUnsupported)
	case part("mimetype"):
		return "", fmt.Errorf("%w: an OpenDocument or EPUB file; save it as .docx", ErrUnsupported)
	}
	return "", ErrArchive
}

// openZip opens an archive after a look at what it says it unpacks to.
func openZip(data []byte) (*zip.Reader, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	return r, checkZip(r, int64(len(data)))
}

// checkZip refuses an archive, of size bytes, that says it unpacks to far more.
func checkZip(r *zip.Reader, size int64) error {
	if len(r.File) > maxEntries {
		return fmt.Errorf("%w: %d files", ErrBomb, len(r.File))
	}
	total := uint64(0)
	for _, f := range r.File {
		if err := checkRatio(f.Name, f.UncompressedSize64, f.CompressedSize64); err != nil {
			return err
		}
		total += min(f.UncompressedSize64, maxUnpacked+1)
	}
	if total > maxUnpacked {
		return fmt.Errorf("%w: more than %d MiB", ErrBomb, maxUnpacked>>20)
	}
	return checkRatio("all files together", total, uint64(size))
}

func checkRatio(name string, unpacked, packed uint64) error {
	if unpacked > freeSize && unpacked/max(packed, 1) > maxRatio {
		return fmt.Errorf("%w: %s, to %d times its size", ErrBomb, name, unpacked/max(packed, 1))
	}
	return nil
}

// readEntry unpacks a file of an archive. What the archive says of its size is not believed.
func readEntry(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, ErrPassword
	}
	if f.UncompressedSize64 > MaxSize {
		return nil, ErrTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, entryError(err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	switch {
	case err != nil:
		return nil, entryError(err)
	case len(data) > MaxSize:
		return nil, ErrTooLarge
	}
	return data, nil
}

func entryError(err error) error {
	if errors.Is(err, zip.ErrAlgorithm) {
		return fmt.Errorf("%w: its way of compression", ErrUnsupported)
	}
	return fmt.Errorf("%w: %v", ErrBroken, err)
}

// entryName is the name of a file of an archive. Archivers in Chinese Windows write names in
// GB18030 and do not say so.
func entryName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
		name = strings.ToValidUTF8(name, "\uFFFD")
	}
	return strings.ReplaceAll(name, `\`, "/")
}
