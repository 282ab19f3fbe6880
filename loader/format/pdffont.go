package format

import (
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// pdfFont says what the codes of a font mean and how wide they are.
type pdfFont struct {
	decode    func(string) string
	widths    map[int]float64 // by code, in thousandths of the size; of composite fonts by CID
	width     float64         // of other codes
	composite bool            // its codes have two bytes
}

// newPDFFont reads a font. Those that Chinese offices use are often not embedded and name the
// encoding that their codes are in.
func newPDFFont(f pdf.Font) *pdfFont {
	const wide = 1000 // thousandths: a Chinese character is a square
	font := &pdfFont{width: wide / 2, widths: map[int]float64{}}
	if f.V.Key("Subtype").Name() == "Type0" {
		font.composite, font.width = true, wide
		font.readWidths(f.V.Key("DescendantFonts").Index(0))
	} else if f.V.Key("Widths").Len() > 0 {
		for i, w := range f.Widths() {
			font.widths[f.FirstChar()+i] = w
		}
	}
	font.decode = fontDecoder(f)
	return font
}

// readWidths reads the widths of a composite font: "c [w …]" and "first last w".
func (f *pdfFont) readWidths(descendant pdf.Value) {
	const mostCodes = 1 << 16
	if w := descendant.Key("DW"); !w.IsNull() {
		f.width = w.Float64()
	}
	list := descendant.Key("W")
	for i := 0; i+1 < list.Len(); {
		first, second := int(list.Index(i).Int64()), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for j := range min(second.Len(), mostCodes) {
				f.widths[first+j] = second.Index(j).Float64()
			}
			i += 2
			continue
		}
		last := min(int(second.Int64()), first+mostCodes)
		for code := first; code <= last; code++ {
			f.widths[code] = list.Index(i + 2).Float64()
		}
		i += 3
	}
}

// fontDecoder is the function that turns codes into text: by the font's own table, or else by the
// encoding that it names.
func fontDecoder(f pdf.Font) func(string) string {
	if m := readUnicodeMap(f.V.Key("ToUnicode")); m != nil {
		return m.decode
	}
	name := f.V.Key("Encoding").Name()
	switch {
	case strings.HasPrefix(name, "GB"): // GBK-EUC-H, GB-EUC-H, GBKp-EUC-H, GBK2K-H, GBpc-EUC-H
		return multibyteDecoder(simplifiedchinese.GB18030)
	case strings.HasPrefix(name, "B5pc"), strings.HasPrefix(name, "ETen"),
		strings.HasPrefix(name, "HKscs"):
		return multibyteDecoder(traditionalchinese.Big5)
	case strings.HasPrefix(name, "UniGB"), strings.HasPrefix(name, "UniCNS"):
		return decodeUTF16
	case strings.HasPrefix(name, "Identity"), f.V.Key("ToUnicode").Kind() == pdf.Stream:
		return decodeUnknown
	}
	return f.Encoder().Decode
}

// decodeUnknown marks each code of two bytes as unreadable.
func decodeUnknown(codes string) string { return strings.Repeat("\uFFFD", len(codes)/2) }

func multibyteDecoder(e encoding.Encoding) func(string) string {
	return func(codes string) string {
		s, err := e.NewDecoder().String(codes)
		if err != nil {
			return decodeUnknown(codes)
		}
		return s
	}
}

func decodeUTF16(codes string) string {
	units := make([]uint16, 0, len(codes)/2)
	for i := 0; i+1 < len(codes); i += 2 {
		units = append(units, uint16(codes[i])<<8|uint16(codes[i+1]))
	}
	return string(utf16.Decode(units))
}

// advance is how far codes move the pen, in thousandths of the size, and how many they are.
func (f *pdfFont) advance(codes string) (width float64, n int) {
	for i := 0; i < len(codes); n++ {
		code := int(codes[i])
		i++
		if f.composite && i < len(codes) {
			code = code<<8 | int(codes[i])
			i++
		}
		if w, ok := f.widths[code]; ok {
			width += w
		} else {
			width += f.width
		}
	}
	return width, n
}
