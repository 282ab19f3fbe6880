package loader

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

// The reasons for which Read and Parse refuse a file. They come wrapped, with the file's name.
var (
	ErrEmpty      = errors.New("the file is empty")
	ErrBinary     = errors.New("the file is not text")
	ErrEncoding   = errors.New("the text is not UTF-8, UTF-16 or GB18030")
	ErrNotChinese = errors.New("the text is not Chinese")
	ErrNotPolicy  = errors.New("the text is not a policy document")
)

const (
	minHan      = 20   // fewer Chinese characters than this are no document
	minHanShare = 0.2  // of all characters that are not white space
	maxBroken   = 1e-3 // share of undecodable characters that a damaged page may have
)

// Read decodes the bytes of a file: UTF-8 and UTF-16 with or without byte order mark, GB18030
// (and so GBK and GB 2312). A web page is reduced to its visible text, which then is the text
// that all offsets count in. The name serves messages and Head.File only.
func Read(name string, data []byte) (*Source, error) {
	src, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	src.Name = path.Base(name)
	src.SHA256 = hex.EncodeToString(sum[:])
	return src, nil
}

func read(data []byte) (*Source, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, ErrEmpty
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	if looksLikeHTML(text) {
		if text, err = visibleText(text); err != nil {
			return nil, err
		}
	}
	runes := []rune(text)
	if !isChinese(runes) {
		return nil, ErrNotChinese
	}
	src := &Source{Runes: runes}
	src.Hans, src.Script = simplify(runes)
	return src, nil
}

// decode finds the encoding by validity first and plausibility second: UTF-8 is hardly ever
// valid by accident, GB18030 often is.
func decode(data []byte) (string, error) {
	if hasBinaryMagic(data) {
		return "", ErrBinary
	}
	if e := utf16Form(data); e != nil {
		return decodeAs(e, data)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrBinary
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data), nil
	}
	if s := string(bytes.ToValidUTF8(data, []byte("\uFFFD"))); brokenShare(s) <= maxBroken {
		return s, nil
	}
	return decodeAs(simplifiedchinese.GB18030, data)
}

func decodeAs(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: %v", ErrEncoding, err)
	}
	s := string(out)
	if brokenShare(s) > maxBroken {
		return "", ErrEncoding
	}
	return s, nil
}

// brokenShare is the share of characters that show a wrong guess: replacement characters,
// controls and private-use code points.
func brokenShare(s string) float64 {
	bad, all := 0, 0
	for _, r := range s {
		all++
		switch {
		case r == utf8.RuneError, r >= 0xE000 && r <= 0xF8FF,
			r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v':
			bad++
		}
	}
	return float64(bad) / float64(max(all, 1))
}

// hasBinaryMagic knows the files that people most often mistake for texts.
func hasBinaryMagic(data []byte) bool {
	for _, m := range []string{
		"%PDF-", "PK\x03\x04", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x7fELF", "\x1f\x8b",
		"\xd0\xcf\x11\xe0", "Rar!", "7z\xbc\xaf", "{\\rtf",
	} {
		if bytes.HasPrefix(data, []byte(m)) {
			return true
		}
	}
	return false
}

// utf16Form is the UTF-16 decoder that fits data, or nil. Without a byte order mark, the bytes
// at even and at odd places differ: high bytes of Chinese characters are 0x4E to 0x9F or, in
// punctuation, 0x30 and 0xFF; and line ends have a zero byte.
func utf16Form(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM)
	case len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0:
		return nil
	}
	var high [2]int
	for i, b := range data {
		if b == 0 || b == 0x30 || b == 0xFF || b >= 0x4E && b <= 0x9F {
			high[i%2]++
		}
	}
	half := len(data) / 2
	switch {
	case high[0] > half*9/10 && high[0] > high[1]:
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	case high[1] > half*9/10 && high[1] > high[0]:
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	}
	return nil
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
