package format

import (
	"fmt"
	"io"

	"github.com/ledongthuc/pdf"
)

const (
	// maxContent is how many bytes the drawing of a page may have.
	maxContent = 64 << 20
	// maxForms is how deep forms may be drawn within forms.
	maxForms = 8
	// maxDrawn is how many strings a page may draw, and how many steps one path of it may take.
	maxDrawn = 1 << 20
	// maxDrawnRules is how many straight lines of a page are looked at.
	maxDrawnRules = 1 << 16
	// maxSaved is how many states of the pen may be saved within each other.
	maxSaved = 1 << 16
)

// pdfPage is what a page draws, in the order of drawing: text, and straight lines.
type pdfPage struct {
	pieces []pdfPiece
	rules  []pdfRule
	runs   [downward + 1]int // how many strings run in each direction
}

// pdfPiece is a string on a page. Its place is that of its baseline's ends; y grows upwards.
type pdfPiece struct {
	text      string
	x, end, y float64
	size      float64
}

// affine is a transformation of the plane: x' = a·x + c·y + e, y' = b·x + d·y + f.
type affine struct{ a, b, c, d, e, f float64 }

// then is the transformation that does m first and n after it.
func (m affine) then(n affine) affine {
	return affine{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// pen is the state that drawing text depends on.
type pen struct {
	page          affine // from the user's space to the page
	font          *pdfFont
	size          float64
	char, word    float64 // added after each character, and each blank
	scale         float64 // horizontal
	leading, rise float64
}

// pdfReader draws a page.
type pdfReader struct {
	pen
	saved      []pen
	text, line affine // of the next character, and of the line's start
	path       pdfPath
	steps      int // of the path
	resources  pdf.Value
	fonts      map[string]*pdfFont
	forms      int
	out        pdfPage
}

// readPDFPage collects the text that a page draws. Wide tables often stand on their side: a page most
// of whose text runs elsewhere is turned.
func readPDFPage(p pdf.Page) (pdfPage, error) {
	contents := p.V.Key("Contents")
	if contents.Kind() == pdf.Null {
		return pdfPage{}, nil
	}
	if err := checkContent(contents); err != nil {
		return pdfPage{}, err
	}
	page := drawPage(p, contents, rightward.turn())
	most := rightward
	for d, n := range page.runs {
		if n > page.runs[most] {
			most = direction(d)
		}
	}
	if most != rightward {
		page = drawPage(p, contents, most.turn())
	}
	return page, nil
}

// drawPage draws a page that is turned first.
func drawPage(p pdf.Page, contents pdf.Value, turn affine) pdfPage {
	r := &pdfReader{resources: p.Resources(), fonts: map[string]*pdfFont{}}
	r.pen = pen{page: turn, scale: 1}
	r.text = affine{a: 1, d: 1}
	r.line = r.text
	pdf.Interpret(contents, r.operate)
	return r.out
}

// direction is where text runs.
type direction int

const (
	rightward direction = iota
	upward
	leftward
	downward
)

// direction is where text runs that is drawn with m.
func (m affine) direction() direction {
	switch {
	case abs(m.a) >= abs(m.b) && m.a >= 0:
		return rightward
	case abs(m.a) >= abs(m.b):
		return leftward
	case m.b > 0:
		return upward
	}
	return downward
}

// turn is what makes text run rightward.
func (d direction) turn() affine {
	const side = 842 // of A4, so that places stay above zero
	switch d {
	case upward:
		return affine{b: -1, c: 1, f: side}
	case leftward:
		return affine{a: -1, d: -1, e: side, f: side}
	case downward:
		return affine{b: 1, c: -1, e: side}
	}
	return affine{a: 1, d: 1}
}

// checkContent unpacks the drawing of a page once, to see how much it is.
func checkContent(v pdf.Value) error {
	streams := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		streams = streams[:0]
		for i := range v.Len() {
			streams = append(streams, v.Index(i))
		}
	}
	left := int64(maxContent)
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		r := s.Reader()
		n, err := io.Copy(io.Discard, io.LimitReader(r, left+1))
		_ = r.Close() // it was only read
		if left -= n; left < 0 {
			return fmt.Errorf("%w: its drawing", ErrBomb)
		}
		if err != nil {
			return fmt.Errorf("%w: PDF: %v", ErrBroken, err)
		}
	}
	return nil
}

// operate does one operation of the drawing.
func (r *pdfReader) operate(stack *pdf.Stack, op string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	arg := func(i int) float64 {
		if i >= len(args) {
			return 0
		}
		return args[i].Float64()
	}
	switch op {
	case "q":
		if len(r.saved) >= maxSaved {
			panic(ErrBomb)
		}
		r.saved = append(r.saved, r.pen)
	case "Q":
		if n := len(r.saved); n > 0 {
			r.pen, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		r.page = affine{arg(0), arg(1), arg(2), arg(3), arg(4), arg(5)}.then(r.page)
	case "Do":
		r.drawForm(args)
	case "BT":
		r.text = affine{a: 1, d: 1}
		r.line = r.text
	case "Tm":
		r.text = affine{arg(0), arg(1), arg(2), arg(3), arg(4), arg(5)}
		r.line = r.text
	case "TD":
		r.leading = -arg(1)
		r.move(arg(0), arg(1))
	case "Td":
		r.move(arg(0), arg(1))
	case "T*":
		r.move(0, -r.leading)
	default:
		if !r.operatePath(op, arg) {
			r.operateText(op, args, arg)
		}
	}
}

// operateText does the operations that set a font and its measures, or show text.
func (r *pdfReader) operateText(op string, args []pdf.Value, arg func(int) float64) {
	switch op {
	case "Tf":
		if len(args) == 2 {
			r.font, r.size = r.fontNamed(args[0].Name()), arg(1)
		}
	case "Tc":
		r.char = arg(0)
	case "Tw":
		r.word = arg(0)
	case "Tz":
		r.scale = arg(0) / 100
	case "TL":
		r.leading = arg(0)
	case "Ts":
		r.rise = arg(0)
	case "'":
		r.move(0, -r.leading)
		r.showAll(args)
	case "\"":
		r.word, r.char = arg(0), arg(1)
		r.move(0, -r.leading)
		r.showAll(args[min(len(args), 2):])
	case "Tj":
		r.showAll(args)
	case "TJ":
		for _, list := range args {
			r.showList(list)
		}
	}
}

// move goes to the start of a line, relative to that of the last one.
func (r *pdfReader) move(x, y float64) {
	r.line = affine{a: 1, d: 1, e: x, f: y}.then(r.line)
	r.text = r.line
}

// fontNamed is a font of the resources, read once.
func (r *pdfReader) fontNamed(name string) *pdfFont {
	if f, ok := r.fonts[name]; ok {
		return f
	}
	var f *pdfFont
	if v := r.resources.Key("Font").Key(name); !v.IsNull() {
		f = newPDFFont(pdf.Font{V: v})
	}
	r.fonts[name] = f
	return f
}

func (r *pdfReader) showAll(args []pdf.Value) {
	for _, a := range args {
		r.show(a.RawString())
	}
}

// showList shows strings with shifts between them, in thousandths of the size.
func (r *pdfReader) showList(list pdf.Value) {
	for i := range list.Len() {
		v := list.Index(i)
		if v.Kind() == pdf.String {
			r.show(v.RawString())
		} else {
			r.shift(-v.Float64() / 1000 * r.size * r.scale)
		}
	}
}

func (r *pdfReader) shift(x float64) { r.text = affine{a: 1, d: 1, e: x}.then(r.text) }

// show draws a string and moves on by its width.
func (r *pdfReader) show(codes string) {
	if r.font == nil || codes == "" {
		return
	}
	if len(r.out.pieces) >= maxDrawn {
		panic(ErrBomb)
	}
	width, n := r.font.advance(codes)
	from := r.text.then(r.page)
	r.shift((width/1000*r.size + float64(n)*r.char) * r.scale)
	to := r.text.then(r.page)
	r.out.runs[from.direction()]++
	size := r.size * max(abs(from.a), abs(from.d), abs(from.b))
	r.out.pieces = append(r.out.pieces,
		pdfPiece{r.font.decode(codes), from.e, to.e, from.f + r.rise, size})
}

// drawForm draws a form, a piece of drawing that has a name, as it stands in the page.
func (r *pdfReader) drawForm(args []pdf.Value) {
	if len(args) != 1 || r.forms >= maxForms {
		return
	}
	form := r.resources.Key("XObject").Key(args[0].Name())
	if form.Kind() != pdf.Stream || form.Key("Subtype").Name() != "Form" {
		return
	}
	if err := checkContent(form); err != nil {
		panic(err)
	}
	outer := *r
	r.forms++
	if m := form.Key("Matrix"); m.Len() == 6 {
		at := func(i int) float64 { return m.Index(i).Float64() }
		r.page = affine{at(0), at(1), at(2), at(3), at(4), at(5)}.then(r.page)
	}
	if own := form.Key("Resources"); !own.IsNull() {
		r.resources, r.fonts = own, map[string]*pdfFont{}
	}
	pdf.Interpret(form, r.operate)
	drawn := r.out
	*r = outer
	r.out = drawn
}

func abs(x float64) float64 { return max(x, -x) }
