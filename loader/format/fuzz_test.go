package format

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// FuzzText looks for files that break a reader: whatever they are, the answer is a text or an
// error.
func FuzzText(f *testing.F) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("坚持标准引领"))
	if err != nil {
		f.Fatal(err)
	}
	text := stream(drawing(pdfTestLine{72, gbk}))
	for _, seed := range [][]byte{
		[]byte("一、总体要求\n"), gbk, {0xff, 0xfe, 0x00, 0x4e},
		[]byte("<html><body><table><tr><td>发文机关</td><td>某市</td></tr></table><div>坚持。</div></body></html>"),
		[]byte("# 方案\n## 要求\n1. 坚持\n\n| a | b |\n|---|---|\n| c | d |\n"),
		pdfOf(append(pdfPages(), fontGBK, text)...),
		pdfOf(append(pdfPages(), fontTable, text, stream("1 beginbfchar <0007> <6807> endbfchar"))...),
	} {
		f.Add("plan.md", seed)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got, err := Text(name, data)
		if err == nil && !utf8.ValidString(got) {
			t.Errorf("text %q is not UTF-8", got)
		}
	})
}

// FuzzDocument looks for parts of Word documents that break the reader.
func FuzzDocument(f *testing.F) {
	f.Add(item("1", "0", "总体要求"), lists, "")
	f.Add("<w:tbl><w:tr><w:tc>"+para("", "任务")+"</w:tc></w:tr></w:tbl>", "", "<w:style/>")
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		_, _ = Text("plan.docx", docx(t, body, numbering, styles))
	})
}
