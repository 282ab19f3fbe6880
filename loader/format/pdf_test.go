package format

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	fontGBK = "<< /Type /Font /Subtype /Type0 /BaseFont /FangSong_GB2312 /Encoding /GBK-EUC-H" +
		" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /DW 1000 >>] >>"
	fontTable = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H" +
		" /DescendantFonts [<< /Subtype /CIDFontType2 /DW 1000 /W [7 [500 500] 20 30 250] >>]" +
		" /ToUnicode 6 0 R >>"
	fontUnknown = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H" +
		" /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>"
)

func TestPDFParagraphs(t *testing.T) {
	lines := []struct {
		x    int
		text string
	}{
		{200, "某市茶产业标准化方案"},
		{104, "为全面提升本市茶产业的质量水平，加快构"}, // indented by two characters, up to the margin
		{72, "建推动高质量发展的标准体系，现制定本实施"},
		{72, "方案。"},
		{104, "一、总体要求"},
		{300, "— 3 —"},
	}
	var drawn []pdfTestLine
	for _, l := range lines {
		drawn = append(drawn, pdfTestLine{l.x, gbkCodes(t, l.text)})
	}
	got, err := Text("plan.pdf", pdfOf(append(pdfPages(), fontGBK, stream(drawing(drawn...)))...))
	if err != nil {
		t.Fatal(err)
	}
	want := "某市茶产业标准化方案\n为全面提升本市茶产业的质量水平，加快构建推动高质量发展的标准体系，现制定本实施方案。\n一、总体要求"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestPDFTableOfFont(t *testing.T) {
	table := `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0007> <6807> <0008> <2F2F> endbfchar
2 beginbfrange <0014> <0016> <4E00> <0020> <0021> [<8336> <4E1A>] endbfrange
endcmap end end`
	codes := pdfTestLine{72, utf16Codes("\u0007\u0008\u0014\u0015\u0016\u0020\u0021")}
	page := stream(drawing(codes, codes, codes))
	got, err := Text("plan.pdf", pdfOf(append(pdfPages(), fontTable, page, stream(table))...))
	if err != nil {
		t.Fatal(err)
	}
	if want := "标工一丁丂茶业"; !strings.HasPrefix(got, want) {
		t.Errorf("text = %q, want %q first", got, want)
	}
}

func TestPDFRefuses(t *testing.T) {
	text := stream(drawing(pdfTestLine{72, utf16Codes(strings.Repeat("标准", 20))}))
	good := pdfOf(append(pdfPages(), fontGBK, text)...)
	circle := pdfPages()
	circle[1] = "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"
	encrypted := bytes.Replace(good, []byte("/Root 1 0 R"),
		[]byte("/Root 1 0 R /ID [<01> <01>] /Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 >>"), 1)
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"an encryption of 2008 or later", encrypted, ErrUnsupported},
		{"a scan", pdfOf(append(pdfPages(), fontGBK, stream("q 600 0 0 800 0 0 cm /Im1 Do Q"))...), ErrScanned},
		{"fonts without characters", pdfOf(append(pdfPages(), fontUnknown, text)...), ErrUnsupported},
		{"cut off", good[:len(good)/2], ErrBroken},
		{"pages in a circle", pdfOf(append(circle, fontGBK, text)...), nil},
		{"header alone", []byte("%PDF-1.4\n"), ErrBroken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Text("plan.pdf", tt.data)
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("err = %v, want %v", err, tt.want)
			}
		})
	}
}
