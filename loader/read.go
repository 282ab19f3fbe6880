package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"

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
	src, n := newSource(text)
	if !n.isChinese(src.runes) {
		return nil, ErrNotChinese
	}
	return src, nil
}

// isChinese reports whether a text of so many characters is Chinese.
func (n census) isChinese(runes int) bool {
	return n.han >= minHan && float64(n.han) >= minHanShare*float64(runes-n.blank)
}

// isThreeBytes reports whether c is the first byte of three that are a character whatever the
// other two are: all but those of the ranges with overlong forms and surrogates.
func isThreeBytes(c byte) bool { return c>>4 == 0xE && c != 0xE0 && c != 0xED }

// isCommonHead reports whether c is the first of the three bytes of a character from U+4000 to
// U+9FFF: of nearly all in Chinese words.
func isCommonHead(c byte) bool { return c >= 0xE4 && c <= 0xE9 }

// isCommon reports whether r is in the block of the common Chinese characters.
func isCommon(r rune) bool { return uint32(r-0x4E00) <= 0x9FFF-0x4E00 }

// isHan reports whether r is a Chinese character. It is the hot test of the scanners, so the
// common block comes first.
func isHan(r rune) bool {
	return isCommon(r) || r == '〇' || r >= 0x3400 && r <= 0x4DBF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}
