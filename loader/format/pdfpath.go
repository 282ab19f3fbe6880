package format

// pdfRule is a straight line on a page, from its left or lower end to the other one.
type pdfRule struct{ x1, y1, x2, y2 float64 }

// level reports whether a line goes from left to right rather than up.
func (l pdfRule) level() bool { return l.x2-l.x1 >= l.y2-l.y1 }

// pdfPath is the path that a page is about to draw: lines from point to point.
type pdfPath [][]point

// point is a place on a page; y grows upwards.
type point struct{ x, y float64 }

// operatePath does the operations that make a path or paint it, and reports whether it was one.
// Curves count as lines to their ends (ISO 32000-1, 8.5).
func (r *pdfReader) operatePath(op string, arg func(int) float64) bool {
	switch op {
	case "m":
		r.grow()
		r.path = append(r.path, []point{r.at(arg(0), arg(1))})
	case "l":
		r.lineTo(arg(0), arg(1))
	case "c":
		r.lineTo(arg(4), arg(5))
	case "v", "y":
		r.lineTo(arg(2), arg(3))
	case "h":
		r.closePath()
	case "re":
		r.grow()
		x, y, w, h := arg(0), arg(1), arg(2), arg(3)
		r.path = append(r.path, []point{
			r.at(x, y), r.at(x+w, y), r.at(x+w, y+h), r.at(x, y+h), r.at(x, y),
		})
	case "S", "B", "B*":
		r.paint(true)
	case "s", "b", "b*":
		r.closePath()
		r.paint(true)
	case "f", "F", "f*":
		r.paint(false)
	case "n":
		r.dropPath()
	default:
		return false
	}
	return true
}

// at is a place of the user's space on the page.
func (r *pdfReader) at(x, y float64) point {
	m := affine{a: 1, d: 1, e: x, f: y}.then(r.page)
	return point{m.e, m.f}
}

// grow counts a step of the path. One without end is no drawing.
func (r *pdfReader) grow() {
	if r.steps++; r.steps > maxDrawn {
		panic(ErrBomb)
	}
}

func (r *pdfReader) dropPath() { r.path, r.steps = r.path[:0], 0 }

func (r *pdfReader) lineTo(x, y float64) {
	if n := len(r.path); n > 0 {
		r.grow()
		r.path[n-1] = append(r.path[n-1], r.at(x, y))
	}
}

func (r *pdfReader) closePath() {
	if n := len(r.path); n > 0 {
		r.grow()
		r.path[n-1] = append(r.path[n-1], r.path[n-1][0])
	}
}

// paint keeps the lines of a path: each that is stroked, and what is filled and as thin as a line,
// since many programs fill the lines of tables.
func (r *pdfReader) paint(stroked bool) {
	for _, points := range r.path {
		if stroked {
			for i := 1; i < len(points); i++ {
				r.rule(points[i-1 : i+1])
			}
			continue
		}
		r.rule(points)
	}
	r.dropPath()
}

// rule keeps the line that points stand on, if they do: upright or level, and not a mere dot.
func (r *pdfReader) rule(points []point) {
	const (
		thin     = 3 // points (1/72 inch)
		shortest = 4
	)
	low, high := points[0], points[0]
	for _, p := range points {
		low = point{min(low.x, p.x), min(low.y, p.y)}
		high = point{max(high.x, p.x), max(high.y, p.y)}
	}
	w, h := high.x-low.x, high.y-low.y
	if min(w, h) > thin || max(w, h) < shortest || len(r.out.rules) >= maxDrawnRules {
		return
	}
	x, y := (low.x+high.x)/2, (low.y+high.y)/2
	if w >= h {
		r.out.rules = append(r.out.rules, pdfRule{low.x, y, high.x, y})
	} else {
		r.out.rules = append(r.out.rules, pdfRule{x, low.y, x, high.y})
	}
}
