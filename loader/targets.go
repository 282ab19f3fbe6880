package loader

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// extractTargets finds the quantified aims of a document, in the order of its text: one for each
// pair of metric and number, so that "A、B分别达到6个、43个以上" gives two. Figures that are
// rules, thresholds, subsidies, dates, names or past achievements are none (see targets_filter).
func extractTargets(src *Source, head Head, blocks []Block) []Target {
	r := &targetReader{src: src, issued: yearOf(head), leads: map[string]int{}, out: []Target{}}
	if head.Genre == "办法" || head.Genre == "条例" {
		return r.out // rules, whose figures are no aims
	}
	for i := range blocks {
		r.block(&blocks[i])
	}
	return r.out
}

// targetReader carries what earlier elements of a document say about later ones.
type targetReader struct {
	src    *Source
	issued int            // year of the document, 0 if unknown
	latest int            // latest year named so far, for 全年 in a text without a date
	wide   int            // year of a statement for all figures that follow, or 0
	leads  map[string]int // path -> year that governs the elements below
	goal   string         // path of the latest element whose heading names goals
	list   openList
	out    []Target

	quantities []quantity  // room for those of a sentence
	candidates []candidate // room for those of a clause
}

// openList is a sentence that runs on over elements: 1.到2027年,…; 2.…; 3.….
type openList struct {
	parent string // path of the element above
	year   int    // that the sentence has stated, 0 if none or closed
}

// carry is the year that the list gives the element at path, 0 if it is not in the list.
func (l *openList) carry(path string) int {
	if l.parent != parentPath(path) {
		l.year = 0
	}
	return l.year
}

// pass goes over an element that states the year and runs on.
func (l *openList) pass(path string, year int) {
	if year == 0 {
		year = l.carry(path)
	}
	l.parent, l.year = parentPath(path), year
}

// goesOn reports whether the sentence that s ends in goes on behind a ;.
func goesOn(s string) bool {
	end := len(s)
	for end > 0 && (s[end-1] == ' ' || s[end-1] == '\n') {
		end--
	}
	return end > 0 && s[end-1] == ';'
}

// yearOf is the year in which a document was issued, as far as its head tells.
func yearOf(head Head) int {
	for _, date := range []*string{head.Issued, head.Published} {
		if date != nil && len(*date) >= 4 {
			if y, err := strconv.Atoi((*date)[:4]); err == nil {
				return y
			}
		}
	}
	if head.Number != nil {
		if _, after, ok := strings.Cut(*head.Number, "〔"); ok && len(after) >= 4 {
			if y, err := strconv.Atoi(after[:4]); err == nil {
				return y
			}
		}
	}
	return 0
}

// block reads the heading and the text of one element.
func (r *targetReader) block(b *Block) {
	if isBackground(b) {
		return
	}
	if namesGoals(b.Head.S) {
		r.goal = b.Path
	}
	if mayHoldFigures(b.Head.S) || mayHoldFigures(b.Body.S) {
		r.parts(b)
	}
	if goesOn(b.Body.S) {
		r.list.pass(b.Path, r.leads[b.Path])
	} else {
		r.list = openList{}
	}
}

// parts reads the heading and the text of an element in which there may be figures.
func (r *targetReader) parts(b *Block) {
	governing := r.governing(b.Path)
	if y := r.list.carry(b.Path); y > 0 {
		governing = y
	}
	parts := []Text{b.Head, b.Body}
	if b.Path == rootPath {
		parts = aimSentences(b.Body, r.issued)
	}
	for _, part := range parts {
		if !mayHoldFigures(part.S) {
			continue
		}
		t := &targetText{
			reader: r, text: part, block: b, carried: governing,
			titles: enclosed(part.S, "《", "》"),
		}
		t.years = years(part.S, t.titles, r.issued)
		if y := dueYear(part.S, t.years); y > 0 {
			t.carried = y
		}
		t.read()
		if y := leadYear(part.S, t.years); y > 0 && r.leads[b.Path] == 0 {
			r.leads[b.Path] = y
			governing = y
		}
	}
}

// governing is the year that the nearest element above path states for what is below it.
func (r *targetReader) governing(path string) int {
	for {
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return 0
		}
		path = path[:i]
		if y := r.leads[path]; y > 0 {
			return y
		}
	}
}

// targetText is one stretch of text whose targets are being read.
type targetText struct {
	reader   *targetReader
	text     Text
	block    *Block
	carried  int    // year that governs from above or from an earlier sentence
	chained  int    // year that opens the items joined by ; of which the sentence is one
	metric   string // of the figure before, in the same sentence
	unit     string // of the same
	noun     bool   // the noun of the same stands behind it
	goals    bool
	titles   []span
	quotes   []span
	brackets []span
	years    []yearMention
	looked   bool
	table    indicatorTable // that the text is in, if any
}

func (t *targetText) read() {
	list := sentences(t.text.S)
	for i := 0; i < len(list); i++ {
		s := list[i]
		if n := t.stacked(list[i:]); n > 0 {
			i += n - 1
			continue
		}
		if row := t.tabulated(s); row != nil {
			t.reader.out = append(t.reader.out, *row)
			continue
		}
		t.sentence(s)
		t.chain(s)
		for _, m := range mentionsIn(t.years, s) {
			if m.lead && m.year > 0 {
				t.carried = m.year
			}
			t.reader.latest = max(t.reader.latest, m.year)
		}
	}
}

// opensItem is more bytes than the words before the year that an item opens with (力争到).
const opensItem = 12

// chain hands the year that sentence s opens with on to the items that follow behind a ;, as in
// 2027年新增甲3个;新增乙5个.
func (t *targetText) chain(s span) {
	if s.end >= len(t.text.S) || t.text.S[s.end] != ';' {
		t.chained = 0
		return
	}
	for _, m := range mentionsIn(t.years, s) {
		if m.start-s.start > opensItem || t.bracketed(m) {
			break
		}
		if t.chained = m.year; m.year == 0 {
			t.chained = t.reader.issued
		}
	}
}

// look finds what only a text with figures has to know. The lists of marks are looked up once.
func (t *targetText) look() {
	if t.looked {
		return
	}
	t.looked = true
	t.goals = t.reader.isGoal(t.block)
	s := t.text.S
	t.quotes, t.brackets = enclosed(s, "“", "”"), enclosed(s, "(", ")")
	t.years = withOwnYears(s, t.years)
}

// maxFigures is more than a sentence of prose has; what has more is a table that lost its lines.
const maxFigures = 64

// sentence reads the targets of one sentence.
func (t *targetText) sentence(s span) {
	text := t.text.S
	quantities := appendQuantities(t.reader.quantities[:0], text, s)
	t.reader.quantities = quantities
	for _, m := range mentionsIn(t.years, s) {
		if m.wide {
			t.reader.wide = m.year
		}
	}
	if len(quantities) == 0 || len(quantities) > maxFigures || setsConditions(s.of(text)) {
		return
	}
	t.look()
	t.metric, t.unit, t.noun = "", "", false
	conditional := false
	for _, c := range clauses(text, s) {
		opened := conditions.opens(c.of(text)) && !strings.HasPrefix(c.of(text), "对标")
		t.clause(t.candidates(s, c, quantities, conditional || opened))
		conditional = conditional || opened || strings.HasSuffix(c.of(text), "时")
	}
}

// conditions open clauses that say when what follows holds.
var conditions = words(`对 凡 符合 企业 单个 当 如 若 经 按 在各`)

// clause reads the targets of one clause, whose figures are given. The words of a figure that is no
// target are left to the next one: 引进10亿元以上项目3个.
func (t *targetText) clause(list []candidate) {
	if len(list) == 0 {
		return
	}
	kept := make([]*candidate, 0, len(list))
	from := list[0].clause.start
	for i := range list {
		cand := &list[i]
		if n := len(kept); n > 0 {
			cand.listed = kept[n-1]
			from = cand.listed.ownEnd(cand.start)
		}
		cand.lead = t.text.S[from:cand.start]
		cand.before, cand.beforeUnit, cand.beforeNoun = t.metric, t.unit, t.noun
		cand.analyse()
		if cand.accepted() && t.deadline(cand) {
			kept = append(kept, cand)
		}
	}
	shareTail(kept)
	t.spreadYears(kept)
	nameMetrics(kept)
	for _, k := range kept {
		t.add(k)
		t.metric, t.unit, t.noun = k.metric, k.unit, k.nounFollows()
	}
}

// candidates are the figures of clause c of sentence s that stand in running text. conditional
// tells whether a condition opens before them.
func (t *targetText) candidates(
	s, c span, quantities []quantity, conditional bool,
) []candidate {
	list := t.reader.candidates[:0]
	for i, q := range quantities {
		if !c.contains(q.start) || t.hidden(q, quantities[:i]) {
			continue
		}
		cand := candidate{
			quantity: q, text: t.text.S, sentence: s, clause: c, goals: t.goals,
			conditional: conditional,
		}
		years := mentionsIn(t.years, span{c.start, max(c.start, q.start)})
		cand.dated = t.chained > 0 || len(years) > 0
		if n := len(list); n > 0 {
			list[n-1].rest = t.text.S[list[n-1].end:q.start]
		}
		list = append(list, cand)
	}
	if n := len(list); n > 0 {
		list[n-1].rest = t.text.S[list[n-1].end:max(c.end, list[n-1].end)]
	}
	for i := range len(list) - 1 {
		list[i].next = &list[i+1]
	}
	t.reader.candidates = list
	return list
}

// hidden reports whether a figure stands where figures are parts of names: in a title, a short
// quotation, or a bracket that only explains. before are the figures before it.
func (t *targetText) hidden(q quantity, before []quantity) bool {
	if _, in := within(t.titles, q.start); in {
		return true
	}
	if quote, in := within(t.quotes, q.start); in {
		if utf8.RuneCountInString(quote.of(t.text.S)) <= 14 {
			return true
		}
	}
	if b, in := within(t.brackets, q.start); in {
		return !strings.Contains(b.of(t.text.S), "其中") && !t.partsOf(before, q, b)
	}
	return false
}

// partsOf reports whether the figure q in bracket b is one of the parts of the figure that the bracket
// follows, or of a list of them: 试点项目30个(国家级5个、省级25个).
func (t *targetText) partsOf(before []quantity, q quantity, b span) bool {
	inside := b.of(t.text.S)
	for _, p := range slices.Backward(before) {
		if p.unit != q.unit {
			return false
		}
		if p.end <= b.start {
			return p.end == b.start && !containsAny(inside, []string{"年", "每", "以", "的"})
		}
	}
	return false
}

// joints are the marks and words that stand between the items of a list.
var joints = words(`、 和 及 与 以及`)

// joined reports whether what stands between two figures makes them one list.
func joined(between string) bool {
	return joints.opens(between)
}

// deadline finds the year by which the figure is to be reached. It reports false when the year
// has passed already: then the figure is history.
func (t *targetText) deadline(c *candidate) bool {
	year, relative := 0, false
	for _, m := range mentionsIn(t.years, span{c.sentence.start, c.start}) {
		if m.wide {
			break
		}
		if m.year == 0 && year > 0 || t.bracketed(m) && !m.lead ||
			m.year > 0 && m.year < t.reader.issued && year >= t.reader.issued {
			continue // 到2026年,全年…: the year is given; 到2026年,2000年底前建成的…
		}
		year, relative = m.year, m.year == 0
	}
	if year == 0 && !relative {
		year, relative = t.laterYear(c)
	}
	switch {
	case relative && t.reader.issued > 0:
		year = t.reader.issued
	case relative:
		year = t.reader.latest
	case year == 0 && t.chained > 0:
		year = t.chained
	case year == 0 && t.carried > 0:
		year = t.carried
	case year == 0:
		year = t.reader.wide
	}
	c.deadline = year
	return year == 0 || year >= t.reader.issued
}

// bracketed years explain a name, as in 行动计划(2023—2025年).
func (t *targetText) bracketed(m yearMention) bool {
	_, in := within(t.brackets, m.start)
	return in
}

// laterYear accepts a year after the figure, in the same sentence, that sets a limit: 前, 底.
func (t *targetText) laterYear(c *candidate) (year int, relative bool) {
	for _, m := range mentionsIn(t.years, span{c.end, max(c.end, c.sentence.end)}) {
		after := t.text.S[m.end:min(len(t.text.S), m.end+18)]
		switch {
		case m.year == 0 && (c.clause.contains(m.start) || t.alone(c, m)):
			return 0, true
		case m.year > 0 && (contains(after, "前") || c.clause.contains(m.start) && m.lead):
			return m.year, false
		}
	}
	return 0, false
}

// alone reports whether no other figure stands between c and the time m or in m's clause, so that
// the time can only be c's: 停产企业9户,除有特殊情况外,10月15日前全部复产.
func (t *targetText) alone(c *candidate, m yearMention) bool {
	const digits = "0123456789"
	between := strings.TrimRight(t.text.S[c.end:m.start], digits)
	if month, ok := strings.CutSuffix(between, "月"); ok {
		between = strings.TrimRight(month, digits)
	}
	rest := t.text.S[m.end:c.sentence.end]
	if i := strings.IndexByte(rest, ','); i >= 0 {
		rest = rest[:i]
	}
	return strings.HasSuffix(t.text.S[:m.end], "前") && !strings.ContainsAny(between+rest, digits)
}

// add makes the target, or the two of a range.
func (t *targetText) add(c *candidate) {
	row := Target{
		Path: t.block.Path, Metric: c.metric, Op: c.op, Value: rounded(c.value), Unit: c.unit,
		Basis: c.basis(), Span: t.text.Span(c.clause.start, max(c.clause.end, c.end)),
	}
	row.Quote = t.reader.src.Quote(row.Span)
	row.Certainty = c.certainty()
	if c.deadline > 0 {
		deadline := c.deadline
		row.Deadline = &deadline
	}
	if !c.isRange() {
		t.reader.out = append(t.reader.out, row)
		return
	}
	high := row
	row.Op, high.Op, high.Value = ">=", "<=", rounded(c.high)
	t.reader.out = append(t.reader.out, row, high)
}

// rounded removes the noise of binary multiplication: 1.1 × 10000 is 11000.
func rounded(v float64) float64 {
	if v == math.Trunc(v) && math.Abs(v) < 1e12 {
		return v // has no digits to lose
	}
	f, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return f
}
