package loader

import (
	"strings"
	"unicode/utf8"
)

// The roles of units, as Unit.Role has them.
const (
	roleLead        = "LEAD"
	roleResponsible = "RESPONSIBLE"
	roleSupport     = "SUPPORT"
)

// unitList is one list of responsible units.
type unitList struct {
	start, end int // bytes of the body, brackets included
	units      []listedUnit
	open       bool  // ends in 等
	role       bool  // a line of its own, such as 牵头单位:…
	duty       bool  // its units all have a verb of duty behind them, without an object
	doubt      Doubt // of all its units, or ""
}

// listedUnit is a unit as a list names it; start and end are bytes of the body.
type listedUnit struct {
	start, end int
	role       string
	placed     bool // its role is that of a verb behind a later unit
}

// unitReader reads the units of a document's tasks.
type unitReader struct {
	src *Source
	// firstLeads: the document says that the unit listed first leads (列第一位者为牵头单位).
	firstLeads bool
	task       int // how many tasks have been read
	seen       map[string]seenUnit
}

// seenUnit is what the document has said of a name: the number of the last task that has it, and its
// place among the units of that.
type seenUnit struct {
	task, at   int
	collective bool
}

// read gives a task its units: each unit once, with its strongest role. The quote is the last list.
func (r *unitReader) read(t *Task, b *Block) {
	r.task++
	n := 0
	for i := range b.lists {
		n += len(b.lists[i].units)
	}
	t.Units = make([]Unit, 0, n)
	for i := range b.lists {
		l := &b.lists[i]
		for j := range l.units {
			r.unit(t, b.Body, l, j)
		}
		t.OpenEnded = t.OpenEnded || l.open
	}
	if n := len(b.lists); n > 0 {
		last := b.lists[n-1]
		t.UnitsQuote = ptr(r.src.Quote(b.Body.Span(last.start, last.end)))
	}
}

// unit adds the i-th unit of a list.
func (r *unitReader) unit(t *Task, body Text, l *unitList, i int) {
	u := l.units[i]
	name := strings.ReplaceAll(asWritten(r.src, body.Slice(u.start, u.end)), "\n", "")
	role := u.role
	var sure Certainty
	sure.doubt(l.doubt != "", l.doubt)
	sure.doubt(u.placed, doubtPlaceRole)
	if i == 0 && r.firstLeads && len(l.units) > 1 && role == roleResponsible {
		role = roleLead
		sure.doubt(true, doubtPlaceRole)
	}
	known, ok := r.seen[name]
	if ok && known.task == r.task {
		same := &t.Units[known.at]
		same.Role, same.Certainty = stronger(same.Role, role), same.surer(sure)
		return
	}
	if !ok {
		known.collective = isCollective(name)
	}
	known.task, known.at = r.task, len(t.Units)
	r.seen[name] = known
	t.Units = append(t.Units, Unit{
		Name: name, Role: role, Collective: known.collective,
		Span: body.Span(u.start, u.end), Certainty: sure,
	})
}

func stronger(a, b string) string {
	for _, r := range [...]string{roleLead, roleResponsible} {
		if a == r || b == r {
			return r
		}
	}
	return roleSupport
}

// findUnitLists finds the lists of units in a text, in order. Each paragraph is read by itself:
// a list whose closing bracket is lost ends with its paragraph.
func findUnitLists(body Text) []unitList {
	s := body.S
	f := listFinder{s: s, body: body}
	for start := 0; start < len(s); {
		end := listLines(s, start, lineEnd(s, start))
		n := len(f.lists)
		f.paragraph(start, end)
		if n > 0 && len(f.lists) == n+1 && f.lists[n].role && f.lists[n-1].role {
			last, next := &f.lists[n-1], f.lists[n] // roles on lines of their own make one list
			last.units = append(last.units, next.units...)
			last.end = next.end
			last.open = last.open || next.open
			f.lists = f.lists[:n]
		}
		start = end + 1
	}
	return f.lists
}

// listFinder finds the lists of units in s.
type listFinder struct {
	s     string
	body  Text // s in its source
	lists []unitList
	pairs []bracketPair // of the paragraph at hand
}

// freeListBytes is how many bytes of brackets without units are read in every paragraph. Longer
// ones may be read four times over: brackets that open and never close would take time without end.
const freeListBytes = 1 << 16

// maxListBytes is how far a list in brackets is read: some four thousand characters.
const maxListBytes = 12 << 10

func (f *listFinder) paragraph(start, end int) {
	s := f.s
	if isRoleLine(s[start:end]) && !opensWith(s[start:], "(") {
		if l, ok := readList(f.body, start, end, true); ok {
			l.role = true
			f.lists = append(f.lists, l)
			return
		}
	}
	found := len(f.lists)
	left := 4*(end-start) + freeListBytes
	at := start // behind the last list
	f.pairs = pairBrackets(f.pairs[:0], s[start:end])
	for _, b := range f.pairs {
		i := start + b.open
		if i < at {
			continue
		}
		if left <= 0 {
			break
		}
		n := runeSize(s[i])
		stop, inner, closed := end, end, b.closed > 0
		if closed {
			inner = start + b.closed
			stop = inner + runeSize(s[inner])
		}
		for inner = min(inner, i+maxListBytes); inner < end && !utf8.RuneStart(s[inner]); {
			inner--
		}
		l, ok := readList(f.body, i+n, inner, false)
		if ok && (l.role || placed(s, start, end, i, stop, len(l.units), closed)) {
			l.start, l.end, l.role = i, stop, false
			if !closed {
				l.doubt = doubtBracket
			}
			f.lists = append(f.lists, l)
			at = stop
			continue
		}
		left -= inner - i
	}
	if len(f.lists) == found {
		f.bareLists(start, end)
	}
}

// placed reports whether a bracket without a label stands where lists stand: behind a sentence,
// or at the end of the paragraph; in the midst of it, at the end of what somebody is told to do.
func placed(s string, start, end, i, stop, units int, closed bool) bool {
	before := strings.TrimRight(s[start:i], " ")
	switch lastRune(before) {
	case '。', ';', '!', '?', ')', '〕', utf8.RuneError:
		return true
	}
	rest := s[stop:end]
	last := skipMarks(rest, ';') == ""
	if !closed || !last && !opensWith(rest, "。", ";", ",", "、") {
		return false
	}
	list := strings.Trim(s[i:stop], "()〔〕")
	_, verb := dutyVerb(list)
	if !last && verb == 0 && opensWith(rest, ",", "、") {
		return false
	}
	_, level := cutPrefixes(list, []string{"市", "省", "州", "国家"})
	named := level != "" && isStrongUnit(list) && !closesWith(before, "部门", "单位")
	return units >= 2 && last || verb > 0 || named
}

// maxBare is the length of a name without brackets around its list, in bytes.
const maxBare = 16 * 3

// bareLists reads the lists without brackets of a paragraph: with a label, behind any of its
// sentences; without one, at its end.
func (f *listFinder) bareLists(start, end int) {
	const stop = "。"
	s := f.s
	tail := start + len(strings.TrimRight(s[start:end], "。 "))
	for from := start; ; {
		i := index(s[from:tail], stop)
		if i < 0 {
			f.bareList(start, from, end)
			return
		}
		if next := from + i + len(stop); labelIn(s[from:next]) >= 0 {
			f.bareList(start, from, next)
		}
		from += i + len(stop)
	}
}

// bareList reads a list that has lost both brackets from the sentence at from, of a paragraph that
// begins at start. With a label it may be a part of the sentence: 新建基地3个,责任单位:A、B.
func (f *listFinder) bareList(start, from, end int) {
	s := f.s
	if at := labelIn(s[from:end]); at >= 0 {
		from += at
	} else if from == start || strings.HasSuffix(s[start:end], "。") {
		f.dutySentence(from, end)
		return
	}
	l, ok := readList(f.body, from, end, false)
	if !ok {
		return
	}
	for _, u := range l.units {
		few := len(l.units) < 2 && !l.role
		if name := s[u.start:u.end]; few || !isUnitName(name) || len(name) > maxBare {
			return
		}
	}
	l.start = from
	if !l.role {
		l.start = l.units[0].start
	}
	l.end = from + len(strings.TrimRight(s[from:end], "。 )〕"))
	l.doubt = doubtBracket
	if !l.role {
		l.doubt = doubtBare
	}
	l.role = false
	f.lists = append(f.lists, l)
}

// maxDutySentence is how long a sentence is that says who does what was said before, in bytes.
const maxDutySentence = 600

// dutySentence reads a sentence that is nothing but units and their verbs: A牵头,B、C配合。
func (f *listFinder) dutySentence(from, end int) {
	s := f.s
	if end-from > maxDutySentence {
		return
	}
	end = from + len(strings.TrimRight(s[from:end], "。 "))
	if _, n := dutyVerb(s[from:end]); n == 0 {
		return
	}
	l, ok := readList(f.body, from, end, false)
	if !ok || !l.duty {
		return
	}
	one := false
	for _, u := range l.units {
		name := s[u.start:u.end]
		if !isUnitName(name) || len(name) > maxBare {
			return
		}
		one = one || isStrongUnit(name) && !isCollective(name)
	}
	if !one {
		return
	}
	l.doubt = doubtBare
	f.lists = append(f.lists, l)
}

// labelIn is the place in a sentence where the label of a list begins, at its head or behind a
// comma, or -1.
func labelIn(s string) int {
	if !strings.Contains(s, ":") {
		return -1
	}
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] != ',' && s[i-1] != ';' {
			continue
		}
		if _, n := roleLabel(s[i:]); n > 0 {
			return i
		}
	}
	return -1
}

// endsWithUnits reports whether a paragraph ends with a list of units.
func endsWithUnits(s string) bool {
	lists := findUnitLists(Text{S: s})
	return len(lists) > 0 && strings.Trim(s[lists[len(lists)-1].end:], "。 ") == ""
}

// isRoleLine reports whether a paragraph is a line such as 牵头单位:市科技局.
func isRoleLine(s string) bool {
	_, n := roleLabel(s)
	return n > 0
}
