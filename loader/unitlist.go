package loader

import (
	"slices"
	"strings"
)

// readList reads the inside of a list of units, s[start:end]:
//
//	责任单位:A、B等            牵头单位:A;配合单位:B、C
//	A牵头,B、C配合              A、B等部门按职责分工负责
//	A、B,各县(市、区)人民政府
//
// With a label anything is taken for a unit; without one, every name must look like one. The
// result's role says whether there was a label.
func readList(body Text, start, end int, labelled bool) (unitList, bool) {
	s := body.S
	r := listReader{
		s: s, body: body, list: unitList{start: start, end: end}, role: roleResponsible, labelled: labelled,
	}
	r.plain = !labelled && strings.IndexByte(s[start:end], ':') < 0
	if end > start+maxListBytes {
		end = runeStart(s, start+maxListBytes)
	}
	r.read(start, cutRemarks(s, start, end))
	l := r.list
	l.role = r.labelled
	l.duty = r.verbs > 0 && !r.told && r.pending == len(l.units)
	if len(l.units) == 0 || r.failed || r.short && !l.open {
		return l, false
	}
	if r.labelled {
		return l, true
	}
	if !r.plain && isNote(s[start:l.units[0].start]) && !timeWords.opens(s[start:]) {
		return l, false // 例如:A、B
	}
	strict := r.verbs > 0
	for _, u := range l.units {
		name := s[u.start:u.end]
		if !r.plain && !isUnitName(name) {
			return l, false
		}
		strict = strict || isStrongUnit(name)
	}
	return l, strict
}

// listReader collects the units of one list.
type listReader struct {
	s        string
	body     Text // s in its source
	list     unitList
	role     string // of the label in force
	labelled bool
	verbs    int  // groups that ended in a verb of duty
	plain    bool // no label can follow
	told     bool // a verb has an object: A负责标准制定
	failed   bool // a name that is none ends all hope of an unlabelled list
	excused  bool // but one of them was let pass
	short    bool // a name is but a line of work, which 等部门 must follow
	noted    bool // a note goes before, behind which only sure names are units
	spaced   bool // no mark parts the names of the group at hand, but blanks may
	pending  int  // first unit behind the last verb: A,B配合 makes both support
}

// read takes the list apart at the commas and semicolons outside brackets.
func (r *listReader) read(start, end int) {
	for start < end && !r.failed {
		stop := r.separator(start, end, groups)
		for start < stop && !r.failed {
			start, _ = trimSpan(r.s, start, stop)
			label := labelAtHead(r.s[start:stop])
			next, gap := stop, 0
			if i := r.innerGroup(start+label.size, stop); i > 0 {
				next, gap = i, len("、")
			}
			if i := leadsTogether(r.s[start:next]); i > 0 {
				next, gap = start+i, 0
			}
			if i := laterLabel(r.s[start:next], label.size); i > 0 {
				next, gap = start+i, 0
			}
			r.group(start, next, label)
			start = next + gap
		}
		if start = stop; start < end {
			start += runeSize(r.s[start])
		}
	}
}

// listLabel is the label of a group of units; size 0 is none.
type listLabel struct {
	role string
	size int
}

func labelAtHead(s string) (l listLabel) {
	l.role, l.size = roleLabel(s)
	return l
}

// innerVerbs are verbs of duty behind which a 、 may stand for a comma.
var innerVerbs = words("牵头 牵头负责 配合 参与")

// innerGroup is the place of a 、 that stands where a comma should, behind a unit with its verb
// (A牵头、B参与) or before a label, or 0. The first name begins at from.
func (r *listReader) innerGroup(from, end int) int {
	for {
		at := r.separator(from, end, names)
		if at == end {
			return 0
		}
		if name, verb := innerVerbs.cutClosing(r.s[from:at]); verb != "" && isStrongUnit(name) {
			return at
		}
		from = at + len("、")
		if rest := r.s[from:end]; opensLabel(rest) && isRoleLine(rest) {
			return at
		}
	}
}

// leadsTogether is the place of a 会同 behind the verb of the unit that leads (A牵头会同B负责), or 0.
func leadsTogether(s string) int {
	const lead = "牵头"
	if i := index(s, lead+"会同"); i > 0 {
		return i + len(lead)
	}
	return 0
}

// laterLabel is the place of the next label in a group, behind the first one of a size or behind a
// note, where the blank before it is lost (牵头单位:A配合单位:B), or 0.
func laterLabel(s string, first int) int {
	for from := first; ; {
		colon := strings.IndexByte(s[from:], ':')
		if colon < 0 {
			return 0
		}
		colon += from
		low := runeStart(s, max(from, colon-maxLabel))
		for i := range s[low:colon] {
			if i += low; i > first && opensLabel(s[i:]) && isRoleLine(s[i:]) &&
				(from > first || isUnitName(strings.TrimSpace(lastName(s[first:i])))) {
				return i
			}
		}
		from = colon + 1
	}
}

// lastName is the last of the names that enumeration commas part.
func lastName(s string) string {
	const mark = "、"
	if i := lastIndex(s, mark); i >= 0 {
		return s[i+len(mark):]
	}
	return s
}

// labelOpeners are the first words of labels.
var labelOpeners = newWordSet(slices.Concat(leadWords.list, supportWords.list, dutyWords.list)...)

// opensLabel reports whether s begins with the first word of a label.
func opensLabel(s string) bool { return labelOpeners.opens(s) }

// maxQuoted is the length of a phrase in quotes inside a name, in bytes: “双随机、一公开”.
const maxQuoted = 60

// partMark is a kind of mark between the parts of a list.
type partMark int

const (
	names  partMark = iota // between units: 、
	groups                 // between units with a role of their own: commas, semicolons, stops
)

// separator is the place of the first mark of a kind outside brackets, or end.
func (r *listReader) separator(start, end int, kind partMark) int {
	depth := 0
	for i, c := range marks(r.s[start:end]) {
		switch c {
		case '“':
			if strings.Contains(r.s[start+i:min(end, start+i+maxQuoted)], "”") {
				depth++
			}
		case '(', '〔', '〈', '《':
			depth++
		case ')', '〕', '〉', '》', '”':
			depth = max(depth-1, 0)
		case '、':
			if depth == 0 && kind == names {
				return start + i
			}
		case ',', ';', '。':
			if depth == 0 && kind == groups {
				return start + i
			}
		case '\n':
			if depth == 0 && kind == groups && !breaksName(r.s[start:start+i], r.s[start+i+1:end]) {
				return start + i
			}
		}
	}
	return end
}

// byWhomWords open a group of units.
var byWhomWords = words(`由 此项工作由 此项任务由 此项由 该项工作由 该项任务由 本项工作由 本项任务由 会同`)

// group reads the units between two commas, with the label before or the verb behind them.
func (r *listReader) group(start, end int, label listLabel) {
	start, end = trimSpan(r.s, start, end)
	if label.size == 0 {
		label.role, label.size = plainLabel(r.s[start:end])
	}
	if label.role != "" {
		r.role, r.labelled, r.noted = label.role, true, false
		start += label.size
	}
	end = start + notePlace(r.s[start:end])
	note := isNote(r.s[start:end])
	if r.noted = r.noted || note; note || isDeadline(r.s[start:end]) {
		return
	}
	start = end - len(strings.TrimLeft(r.s[start:end], "—"))
	start += len(byWhomWords.opening(r.s[start:end]))
	if strings.HasPrefix(r.s[start:end], "以") && strings.HasSuffix(r.s[start:end], "为主") {
		start += len("以")
	}
	role := r.role
	first := len(r.list.units)
	verb, n := dutyVerb(r.s[start:end])
	if n > 0 {
		role = verb
		end -= n
		r.verbs++
	}
	r.spaced = r.separator(start, end, names) == end
	for start < end && !r.failed {
		stop := r.wholeName(start, r.separator(start, end, names), end)
		r.item(start, stop, role)
		start = stop + len("、")
	}
	if n > 0 {
		if !r.labelled || r.verbs > 1 && r.role == roleResponsible {
			for i := r.pending; i < len(r.list.units); i++ {
				r.list.units[i].role, r.list.units[i].placed = role, i < first
			}
		}
		r.pending = len(r.list.units)
	}
}

// item takes one name, which may stand for two (A会同B, A和B) or end the list (A等部门).
func (r *listReader) item(start, end int, role string) {
	start, end = trimSpan(r.s, start, end)
	if start >= end || isDeadline(r.s[start:end]) {
		return
	}
	name := r.s[start:end]
	switch {
	case r.list.open && (name == "单位" || name == "部门"): // A等部门、单位
	case !nameParts.in(name) && r.glued(start, end) == 0:
		r.unit(start, end, role)
	case !r.divided(start, end, role):
		r.explained(start, end, role)
	}
}

// nameParts are what a name has that is more than one name or has more than a name: nearly none.
var nameParts = words(`会同 协同 联合 等 / 和 及 与 负责 牵头 指导 按职责 按照职责 落实 先行 ( 〈 〔`)

// divided takes the units of a name that stands for several, and reports whether it does.
func (r *listReader) divided(start, end int, role string) bool {
	name := r.s[start:end]
	for _, w := range [...]string{"会同", "协同", "联合"} {
		first, next, ok := strings.Cut(name, w)
		if ok && isUnitName(first) && (isUnitName(next) || isLineOfWork(next)) {
			r.item(start, start+len(first), role)
			r.item(end-len(next), end, role)
			return true
		}
	}
	if i := openEnd(name); i >= 0 {
		if isExample(name[:i], name[i+len("等"):]) {
			r.unit(start, end, role)
			return true
		}
		r.list.open = true
		rest := start + i + len("等")
		if i > 0 {
			r.item(start, start+i, role)
		}
		r.afterOpenEnd(rest, end, role)
		return true
	}
	at, size := slashedNames(name), len("/")
	if at == 0 {
		at, size = r.glued(start, end), 0
	}
	if at == 0 {
		at, size = jointNames(name)
	}
	if at > 0 {
		r.item(start, start+at, role)
		r.item(start+at+size, end, role)
	}
	return at > 0
}

// explained takes a unit behind whose name stands what it does or who that is.
func (r *listReader) explained(start, end int, role string) {
	if i := dutyWithin(r.s[start:end]); i > 0 {
		end = start + i
		r.verbs++
		r.told = true
	}
	if bare, own := roleGloss(r.s[start:end]); own != "" {
		end, role = start+len(bare), own
		r.verbs++
	}
	r.unit(start, start+len(cutGloss(r.s[start:end])), role)
}

// unit takes the name of one unit.
func (r *listReader) unit(start, end int, role string) {
	name := r.s[start:end]
	if r.plain && (!isUnitName(name) || saysByWhom(name)) && !r.excuses(name) {
		if !isLineOfWork(name) {
			r.failed = true
			return
		}
		r.short = true
	}
	if r.noted && !isStrongUnit(name) {
		return
	}
	if r.list.units == nil {
		const usual = 24 // bytes of a name and its mark
		r.list.units = make([]listedUnit, 0, 1+(r.list.end-r.list.start)/usual)
	}
	r.list.units = append(r.list.units, listedUnit{start: start, end: end, role: role})
}

// What parts the units behind 等 from another class: 等部门和各县人民政府, 等和各县人民政府.
var (
	othersAnd = words("部门和 部门及 部门与 单位和 单位及 单位与 部门以及 单位以及")
	classAnd  = words("和 及 与 以及")
)

// excuses reports whether a name that does not look like that of a unit may be one all the same: the
// only one, behind several that are sure (市农业局、市水利局、中国移动). It is short and no clause.
func (r *listReader) excuses(name string) bool {
	const sure = 2
	if r.excused || len(r.list.units) < sure || longerThan(name, 6) || !longerThan(name, 2) ||
		notInUnits.in(name) || saysByWhom(name) {
		return false
	}
	for _, u := range r.list.units {
		if !isStrongUnit(r.s[u.start:u.end]) {
			return false
		}
	}
	r.excused = true
	return true
}

// afterOpenEnd reads what follows 等: nothing, other units of the kind (部门, 市直有关单位), and
// behind them another class.
func (r *listReader) afterOpenEnd(start, end int, role string) {
	rest := r.s[start:end]
	if _, and := othersAnd.next(rest, 0); and != "" {
		_, rest, _ = strings.Cut(rest, and)
	} else if class, and := classAnd.cutOpening(rest); and != "" &&
		(classHeads.opens(class) || unitLevel.opens(class)) {
		rest = class
	}
	if isUnitName(rest) && !isOthers(rest) {
		r.item(end-len(rest), end, role)
	}
}

// isOthers reports whether what follows 等 means units of the kind listed: 部门, 市直有关单位.
func isOthers(name string) bool {
	_, kind := cutSuffixes(withoutGloss(name), []string{"部门", "单位", "机构"})
	return kind != ""
}

// isExample reports whether what stands before 等 is but a place, whose body the name behind has:
// 某区等相关区政府 is one class.
func isExample(place, class string) bool {
	return endsDivision(place) && endsGovernment(class) && classHeads.opens(class)
}

// openEnd is the place of the 等 that ends a list in this name, or -1. 高等, 平等 and the like
// are words.
func openEnd(name string) int {
	i := lastIndex(name, "等")
	if i < 0 {
		return -1
	}
	if i > 0 {
		if strings.ContainsRune("高中初平同均优", lastRune(name[:i])) {
			return -1
		}
		if !isUnitName(name[:i]) && !strings.HasSuffix(name, "等") &&
			!(isLineOfWork(name[:i]) && isOthers(name[i+len("等"):])) {
			return -1
		}
	}
	return i
}

// roleGloss takes the bracket off a name that gives this one unit its role: 市农业农村局(牵头).
func roleGloss(name string) (bare, role string) {
	bare = withoutGloss(name)
	gloss := strings.Trim(name[len(bare):], "()〔〕〈〉")
	switch {
	case gloss == "":
		return name, ""
	case strings.HasPrefix(gloss, "牵头"), gloss == "主办", gloss == "主责":
		role = roleLead
	case strings.HasPrefix(gloss, "配合"), gloss == "协办", gloss == "参与", gloss == "协助":
		role = roleSupport
	default:
		return name, ""
	}
	return strings.TrimRight(bare, " "), role
}

// cutGloss takes an explanation off a name: 各区人民政府〈含开发区管委会,下同〉.
func cutGloss(name string) string {
	for _, open := range []string{"(", "〈", "〔"} {
		i := lastIndex(name, open)
		if i <= 0 {
			continue
		}
		if j := strings.IndexAny(name[i:], ")〉〕"); j > 0 && i+j+runeSize(name[i+j]) < len(name) {
			continue // it explains but a part of the name
		}
		_, w := cutPrefixes(name[i+len(open):], []string{"含", "包括", "下同", "以下", "不含", "简称"})
		if w != "" || contains(name[i:], "下同") {
			return strings.TrimRight(name[:i], " ")
		}
	}
	return name
}

func trimSpan(s string, start, end int) (int, int) {
	for start < end && (s[start] == ' ' || s[start] == '\n') {
		start++
	}
	for start < end && (s[end-1] == ' ' || s[end-1] == '\n') {
		end--
	}
	return start, end
}
