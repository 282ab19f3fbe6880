package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"unicode"
	"unicode/utf8"

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
	src := SourceOf(text)
	if !isChinese(src.Runes) {
		return nil, ErrNotChinese
	}
	return src, nil
}

// SourceOf is the source of a text that Read has taken out of a file, as the graph keeps it. It has
// neither a name nor a hash.
func SourceOf(text string) *Source {
	src := &Source{Runes: codePoints(text)}
	src.Hans, src.Script = simplify(src.Runes)
	return src
}

// codePoints is []rune(text) in less time: it knows the characters of Chinese text by their first
// byte, and that a code point of it takes nearly three.
func codePoints(text string) []rune {
	runes := make([]rune, 0, len(text)*3/8)
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case isThreeBytes(c) && i+2 < len(text) && text[i+1]>>6 == 2 && text[i+2]>>6 == 2:
			runes = append(runes, rune(c&0x0F)<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F))
			i += 3
		case c < utf8.RuneSelf:
			runes = append(runes, rune(c))
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			runes = append(runes, r)
			i += n
		}
	}
	return runes
}

// isThreeBytes reports whether c is the first byte of three that are a character whatever the
// other two are: all but those of the ranges with overlong forms and surrogates.
func isThreeBytes(c byte) bool { return c>>4 == 0xE && c != 0xE0 && c != 0xED }

// isCommonHead reports whether c is the first of the three bytes of a character from U+4000 to
// U+9FFF: of nearly all in Chinese words.
func isCommonHead(c byte) bool { return c >= 0xE4 && c <= 0xE9 }

func isChinese(runes []rune) bool {
	han, blank := 0, 0
	for _, r := range runes {
		if isHan(r) {
			han++
		} else if unicode.IsSpace(r) {
			blank++
		}
	}
	return han >= minHan && float64(han) >= minHanShare*float64(len(runes)-blank)
}

// isCommon reports whether r is in the block of the common Chinese characters.
func isCommon(r rune) bool { return uint32(r-0x4E00) <= 0x9FFF-0x4E00 }

// isHan reports whether r is a Chinese character. It is the hot test of the scanners, so the
// common block comes first.
func isHan(r rune) bool {
	return isCommon(r) || r == '〇' || r >= 0x3400 && r <= 0x4DBF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}
