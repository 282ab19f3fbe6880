package format

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
)

// ruled are the lines of a table: level ones at ys, upright ones at xs, drawn cell by cell.
func ruled(xs, ys []float64) []pdfRule {
	var out []pdfRule
	for _, y := range ys {
		for i := 1; i < len(xs); i++ {
			out = append(out, pdfRule{xs[i-1], y, xs[i], y})
		}
	}
	for _, x := range xs {
		for i := 1; i < len(ys); i++ {
			out = append(out, pdfRule{x, ys[i], x + 0.3, ys[i-1]}) // never quite upright
		}
	}
	return out
}

// drawn is what a page with a drawing draws.
func drawn(t *testing.T, content string) pdfPage {
	t.Helper()
	data := mendPDF(pdfOf(append(pdfPages(), fontGBK, stream(content))...))
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	page, err := readPDFPage(r.Page(1))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestRuledTable(t *testing.T) {
	columns := []float64{50, 90, 200, 290}
	head := func(y float64) []pdfPiece {
		return []pdfPiece{at(60, y, "序号"), at(110, y, "任务"), at(210, y, "牵头单位")}
	}
	tests := []struct {
		name  string
		pages []pdfPage
		want  string
	}{
		{"cells of several lines, one in the middle of its row", []pdfPage{{
			rules: ruled(columns, []float64{700, 680, 640, 600}),
			pieces: append(head(685),
				at(65, 655, "1"), at(95, 665, "制定城市可持续发展"), at(95, 650, "地方标准。"),
				at(205, 655, "市标准局"),
				at(65, 615, "2"), at(95, 625, "培训人员。"), at(95, 610, "每年两次。"), at(205, 615, "市人社局")),
		}}, `
序号|任务|牵头单位
1|制定城市可持续发展地方标准。|市标准局
2|培训人员。 每年两次。|市人社局`},
		{"a cell over two columns, another over two rows", []pdfPage{{
			rules: []pdfRule{
				{50, 700, 290, 700}, {50, 680, 290, 680}, {90, 660, 290, 660}, {50, 640, 290, 640},
				{50, 640, 50, 700}, {90, 640, 90, 680}, {200, 640, 200, 680}, {290, 640, 290, 700},
			},
			pieces: []pdfPiece{
				at(130, 685, "一、农业"), at(55, 655, "茶园"), at(95, 665, "制定标准"), at(205, 665, "市农业局"),
				at(95, 645, "实施标准"), at(205, 645, "市水利局"),
			},
		}}, `
一、农业
茶园|制定标准|市农业局
|实施标准|市水利局`},
		{"a cell of several lines beside one that goes on from the row above", []pdfPage{{
			rules: []pdfRule{
				{50, 700, 290, 700}, {90, 660, 290, 660}, {50, 620, 290, 620},
				{50, 620, 50, 700}, {90, 620, 90, 700}, {200, 620, 200, 700}, {290, 620, 290, 700},
			},
			pieces: []pdfPiece{
				at(55, 675, "茶园"), at(95, 675, "制定标准"), at(205, 675, "市农业局"),
				at(95, 645, "实施城市可持续发展"), at(95, 630, "地方标准"),
			},
		}}, `
茶园|制定标准|市农业局
|实施城市可持续发展地方标准`},
		{"a row goes on at the next page, below the names of the columns", []pdfPage{
			{
				rules: ruled(columns, []float64{700, 680, 640}),
				pieces: append(head(685),
					at(65, 655, "1"), at(95, 655, "制定茶产业的"), at(205, 655, "市农业局、")),
			},
			{
				rules: ruled(columns, []float64{800, 780, 760, 740}),
				pieces: append(head(785),
					at(95, 765, "地方标准。"), at(205, 765, "市水利局"), at(65, 745, "2"),
					at(95, 745, "培训人员"), at(205, 745, "市人社局"),
				),
			},
		}, `
序号|任务|牵头单位
1|制定茶产业的地方标准。|市农业局、市水利局
2|培训人员|市人社局`},
		{"no line ends the row at the foot of the page", []pdfPage{
			{
				rules: append(ruled(columns, []float64{700, 680, 660}),
					pdfRule{50, 640, 50, 660}, pdfRule{90, 640, 90, 660}, pdfRule{200, 640, 200, 660}, pdfRule{290, 640, 290, 660}),
				pieces: append(head(685),
					at(65, 665, "1"), at(95, 665, "培训人员。"), at(65, 645, "2"), at(95, 645, "制定标准。")),
			},
			{
				rules:  ruled(columns, []float64{800, 780, 760}),
				pieces: []pdfPiece{at(95, 785, "实施标准。"), at(65, 765, "3"), at(95, 765, "推广标准。")},
			},
		}, `
序号|任务|牵头单位
1|培训人员。
2|制定标准。实施标准。
3|推广标准。`},
		{"a new row with the group of the one above at the next page", []pdfPage{
			{
				rules: ruled(columns, []float64{700, 680, 660}),
				pieces: append(head(685),
					at(55, 665, "茶园"), at(95, 665, "制定标准"), at(205, 665, "市农业局"),
				),
			},
			{
				rules: ruled(columns, []float64{800, 780, 760}),
				pieces: []pdfPiece{
					at(95, 785, "实施标准"), at(205, 785, "市水利局"), at(55, 765, "果园"),
					at(95, 765, "推广标准"),
				},
			},
		}, `
序号|任务|牵头单位
茶园|制定标准|市农业局
|实施标准|市水利局
果园|推广标准`},
		{"numbers of a last row are no page number", []pdfPage{{
			rules:  ruled(columns, []float64{700, 680, 660}),
			pieces: append(head(685), at(65, 665, "1"), at(110, 665, "25"), at(210, 665, "30")),
		}}, `
序号|任务|牵头单位
1|25|30`},
		{"a frame around a text, and one with a line in its middle", []pdfPage{{
			rules: append(ruled([]float64{50, 290}, []float64{700, 640}),
				ruled([]float64{50, 170, 290}, []float64{600, 540})...),
			pieces: []pdfPiece{
				at(55, 680, "坚持标准引领加快构建标准体系提升产业质量"), at(55, 660, "和水平。"),
				at(55, 580, "制定茶产业标准"), at(180, 580, "培训人员"),
			},
		}}, `
坚持标准引领加快构建标准体系提升产业质量和水平。
制定茶产业标准|培训人员`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.ReplaceAll(layOut(tt.pages), "\t", "|")
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// Lines are stroked, or filled as thin shapes; curves and areas are none.
func TestPDFRules(t *testing.T) {
	content := strings.Join([]string{
		"1 0 0 1 100 200 cm",
		"0 0 m 50 0 l S",
		"0 10 40 0.5 re f",
		"0 20 m 0 60 l 0.6 60 l 0.6 20 l h f",
		"0 0 100 100 re f",
		"10 10 m 20 40 l S",
		"0 70 m 10 90 20 90 30 70 c n",
		"200 0 20 30 re S",
		"0 0 1 1 re f",
	}, "\n")
	page := drawn(t, content)
	want := []pdfRule{
		{100, 200, 150, 200},
		{100, 210.25, 140, 210.25},
		{100.3, 220, 100.3, 260},
		{300, 200, 320, 200}, {320, 200, 320, 230}, {300, 230, 320, 230}, {300, 200, 300, 230},
	}
	if diff := cmp.Diff(want, page.rules, cmp.AllowUnexported(pdfRule{})); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// Drawing without end is refused, whatever it consists of.
func TestEndlessDrawing(t *testing.T) {
	for _, op := range []string{"q", "m", "re"} {
		t.Run(op, func(t *testing.T) {
			defer func() {
				if p := recover(); p != ErrBomb {
					t.Errorf("panic %v, want %v", p, ErrBomb)
				}
			}()
			var r pdfReader
			for range maxDrawn + 1 {
				r.operate(&pdf.Stack{}, op)
			}
		})
	}
}

// Places that are no numbers put text somewhere and stop nothing, and many crosses are no tables.
func TestHostileRules(t *testing.T) {
	sound := ruled([]float64{50, 90, 200}, []float64{700, 680, 640})
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		page := pdfPage{
			rules: append([]pdfRule{{v, v, v, v}, {0, v, 10, v}, {v, 0, v, 10}}, sound...),
			pieces: []pdfPiece{
				at(60, 685, "序号"), at(v, 685, "任务"), at(60, v, "标准"), {"茶园", v, v, v, v},
			},
		}
		if got := layOut([]pdfPage{page}); !strings.Contains(got, "序号") {
			t.Errorf("%v: text %q", v, got)
		}
	}
	var crosses []pdfRule
	for i := range maxTables + 1 {
		x, y := float64(i%10)*50, float64(i/10)*50
		crosses = append(crosses, pdfRule{x, y + 10, x + 20, y + 10}, pdfRule{x + 10, y, x + 10, y + 20})
	}
	if got := findTables(crosses); len(got) > 0 {
		t.Errorf("%d tables in a drawing", len(got))
	}
}

// A row that goes on at the next page keeps that part where pages are set in columns.
func TestRuledTableInColumn(t *testing.T) {
	gazette := func(rules []pdfRule, table ...pdfPiece) pdfPage {
		p := pdfPage{rules: rules, pieces: table}
		for i := range 10 {
			y := 800 - 20*float64(i)
			p.pieces = append(p.pieces, at(50, y, "坚持标准引领加快构建标准体"), at(205, y, "提升产业质量和标准水平发展"))
		}
		return p
	}
	columns := []float64{52, 80, 178}
	got := layOut([]pdfPage{
		gazette(ruled(columns, []float64{600, 580, 560}),
			at(60, 585, "序号"), at(82, 585, "责任单位"), at(60, 565, "1"), at(82, 565, "市农业局、")),
		gazette(ruled(columns, []float64{1000, 980, 960}),
			at(60, 985, "序号"), at(82, 985, "责任单位"), at(82, 965, "市水利局")),
	})
	if want := "1\t市农业局、市水利局"; !strings.Contains(got, want) {
		t.Errorf("%q is not in the text:\n%s", want, got)
	}
}

// Pages that stand on their side are read as if they did not.
func TestTurnedPage(t *testing.T) {
	for _, matrix := range []string{
		"1 0 0 1 100 500", "0 1 -1 0 342 100", "-1 0 0 -1 742 342", "0 -1 1 0 500 742",
	} {
		content := "q " + matrix + " cm 0 -3 m 50 -3 l S BT /F1 16 Tf <b1ea> Tj ET Q"
		page := drawn(t, content)
		want := pdfPage{
			pieces: []pdfPiece{{"标", 100, 116, 500, 16}}, rules: []pdfRule{{100, 497, 150, 497}},
			runs: [4]int{rightward: 1},
		}
		allow := cmp.AllowUnexported(pdfPage{}, pdfPiece{}, pdfRule{})
		if diff := cmp.Diff(want, page, allow); diff != "" {
			t.Errorf("drawn with %s (-want +got):\n%s", matrix, diff)
		}
	}
}
