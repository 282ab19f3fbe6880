package format

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

// maxBroken is the share of undecodable characters that a damaged text may have.
const maxBroken = 1e-3

// utf8BOM is the byte order mark with which some editors begin UTF-8.
const utf8BOM = "\xef\xbb\xbf"

// decode finds the encoding by validity first and plausibility second: UTF-8 is hardly ever
// valid by accident, GB18030 often is.
func decode(data []byte) (string, error) {
	if e := utf16Form(data); e != nil {
		return decodeAs(e, data)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", ErrBinary
	}
	data = bytes.TrimPrefix(data, []byte(utf8BOM))
	if isUTF8(data) {
		return string(data), nil
	}
	if s := string(bytes.ToValidUTF8(data, []byte("\uFFFD"))); brokenShare(s) <= maxBroken {
		return s, nil
	}
	if e := declared(data); e != nil {
		if s, err := decodeAs(e, data); err == nil {
			return s, nil
		}
	}
	return decodeChinese(data)
}

// isUTF8 is utf8.Valid(data) in half the time for Chinese: it looks at the three bytes of most
// characters at once.
func isUTF8(data []byte) bool {
	const heads, first = 0xC0C0F0, 0x8080E0 // of the bytes of a character, the first lowest
	for len(data) >= 4 {
		four := binary.LittleEndian.Uint32(data)
		if four&heads == first && four&0xFF != 0xE0 && four&0xFF != 0xED {
			data = data[3:]
			continue
		}
		if four&utf8.RuneSelf == 0 {
			data = data[1:]
			continue
		}
		n := sizeUTF8(data)
		if n == 0 {
			return false
		}
		data = data[n:]
	}
	return utf8.Valid(data)
}

// sizeUTF8 is the length of the character that data begins with, 0 if it is none.
func sizeUTF8(data []byte) int {
	r, n := utf8.DecodeRune(data)
	if r == utf8.RuneError && n == 1 {
		return 0
	}
	return n
}

// declared is the Chinese encoding that a web page says it is in, or nil.
func declared(data []byte) encoding.Encoding {
	_, name, _ := charset.DetermineEncoding(data, "")
	switch name {
	case "gbk", "gb18030":
		return simplifiedchinese.GB18030
	case "big5":
		return traditionalchinese.Big5
	}
	return nil
}

// decodeChinese decodes GB18030 or Big5. Many texts are valid in both: in the right one the signs
// and words that no page is without are found, in the other one rare characters.
func decodeChinese(data []byte) (string, error) {
	gb, err := decodeAs(simplifiedchinese.GB18030, data)
	big5, err5 := decodeAs(traditionalchinese.Big5, data)
	switch {
	case err5 != nil:
		return gb, err
	case err != nil, commonShare(big5) > commonShare(gb):
		return big5, nil
	}
	return gb, nil
}

// common are signs and words that are written alike in both scripts and stand on every page.
const common = "，。、；：（）「」《》的一二三十年月日和中大人在工市"

func commonShare(s string) float64 {
	hits, all := 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		all++
		if strings.ContainsRune(common, r) {
			hits++
		}
	}
	return float64(hits) / float64(max(all, 1))
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
