package format

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// at is a string in size 10 on a page.
func at(x, y float64, text string) pdfPiece {
	return pdfPiece{text: text, x: x, end: x + 10*float64(utf8.RuneCountInString(text)), y: y, size: 10}
}

// Gazettes (公报) are set in two columns, below titles across the page. A paragraph goes on from one
// column to the other.
func TestTwoColumns(t *testing.T) {
	const perLine, perColumn = 17, 9
	sentence := []rune("坚持标准引领、质量为先，加快茶产业标准体系建设，推进全产业链标准化，")
	page := []pdfPiece{
		at(50, 800, "某市公报"), at(380, 800, "二〇二三年"), at(180, 760, "某市茶产业标准化方案（试行）"),
	}
	var paragraph strings.Builder
	for i := range 2 * perColumn {
		var line []rune
		for j := range perLine {
			line = append(line, sentence[(perLine*i+j)%len(sentence)])
		}
		paragraph.WriteString(string(line))
		column, row := i/perColumn, i%perColumn
		page = append(page, at(50+210*float64(column), 700-20*float64(row), string(line)))
	}
	page = append(page, at(280, 520, "各县制定细则。"))
	want := []string{
		"某市公报", "二〇二三年", "某市茶产业标准化方案（试行）", paragraph.String(), "各县制定细则。",
	}
	got := strings.Split(layOut([]pdfPage{{pieces: page}}), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// The rows of a table are lines, whatever the gaps between their cells.
func TestTableIsNoColumns(t *testing.T) {
	var page []pdfPiece
	var want []string
	for i := range 12 {
		y := 700 - 20*float64(i)
		page = append(page, at(50, y, "制定养老服务地方标准"), at(260, y, "市民政局"))
		want = append(want, "制定养老服务地方标准\t市民政局")
	}
	if diff := cmp.Diff(want, strings.Split(layOut([]pdfPage{{pieces: page}}), "\n")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
