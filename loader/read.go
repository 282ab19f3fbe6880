package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"unicode"

	"github.com/policygraph/policygraph/loader/format"
)

// The reasons for which Read and Parse refuse a file; package format has further ones. They come
// wrapped, with the file's name.
var (
	ErrEmpty      = format.ErrEmpty
	ErrBinary     = format.ErrBinary
	ErrEncoding   = format.ErrEncoding
	ErrNotChinese = errors.New("the text is not Chinese")
	ErrNotPolicy  = errors.New("the text is not a policy document")
)

const (
	minHan      = 20  // fewer Chinese characters than this are no document
	minHanShare = 0.2 // of all characters that are not white space
)

// Read takes the text out of a file's bytes: plain text in any encoding that is in use, a web page,
// Word, PDF or Markdown (see package format). The text that it finds is the one that all offsets
// count in. The name is for messages, for Head.File, and to tell Markdown.
func Read(name string, data []byte) (*Source, error) {
	src, err := read(name, data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	src.Name = path.Base(name)
	src.SHA256 = hex.EncodeToString(sum[:])
	return src, nil
}

func read(name string, data []byte) (*Source, error) {
	text, err := format.Text(name, data)
	if err != nil {
		return nil, err
	}
	runes := []rune(text)
	if !isChinese(runes) {
		return nil, ErrNotChinese
	}
	src := &Source{Runes: runes}
	src.Hans, src.Script = simplify(runes)
	return src, nil
}

func isChinese(runes []rune) bool {
	han, all := 0, 0
	for _, r := range runes {
		if isHan(r) {
			han++
			all++
		} else if !unicode.IsSpace(r) {
			all++
		}
	}
	return han >= minHan && float64(han) >= minHanShare*float64(all)
}

// isHan reports whether r is a Chinese character. It is the hot test of the scanners, so the
// common block comes first.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r == '〇' || r >= 0x3400 && r <= 0x4DBF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}
