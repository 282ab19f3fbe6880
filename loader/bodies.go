package loader

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// The levels of standards bodies.
const (
	levelInternational = "international"
	levelNational      = "national"
	levelProvincial    = "provincial"
	levelMunicipal     = "municipal"
	levelCoordination  = "coordination"
)

// bodyReader finds the standards bodies that a plan names: by a listed name, by code, or by a
// name of the usual form (…标准化技术委员会, …标准化联席会议). Each is given once, with all its
// mentions, in the order of the text. A name with its code in brackets is one mention; phrases
// that mean any body of a kind (省级标准化技术委员会) are none.
type bodyReader struct {
	src    *Source
	gaz    *gazetteer.Gazetteer
	region string // code of the issuing region, "" if unknown
	out    []Body
	byKey  map[string]int      // name or code -> index in out
	byWord map[string]bodyName // what coded found; without a code if nothing
}

func newBodyReader(src *Source, region string, gaz *gazetteer.Gazetteer) *bodyReader {
	return &bodyReader{
		src: src, gaz: gaz, region: region, out: []Body{},
		byKey: make(map[string]int), byWord: map[string]bodyName{},
	}
}

// bodyName is a body's name or code in a text.
type bodyName struct {
	span
	name, code, level string
	tacit             bool // the code is known, but the text does not give it
	shaped            bool // found by the form of its name alone
}

// read finds the bodies of a passage, outside titles.
func (r *bodyReader) read(p *passage) {
	names := r.names(p)
	if len(names) == 0 {
		return
	}
	titles := enclosed(p.S, "《", "》")
	end := 0
	for i, b := range names {
		if _, in := within(titles, b.start); in || b.start < end || overlapsLonger(names[i+1:], b) {
			continue
		}
		if !r.isListedUnit(p, b) {
			b = r.withCode(p.S, b)
			r.add(p, b)
		}
		end = b.end
	}
}

// names are all names and codes in a passage, the longest first where several begin.
func (r *bodyReader) names(p *passage) []bodyName {
	var names []bodyName
	for _, f := range p.found.Of(gazetteer.BodyName) {
		names = append(names, listedName(p.S, span{int(f.Start), int(f.End)}, r.gaz.ListedBody(f.ID)))
	}
	names = append(names, r.usualNames(p)...)
	if p.found.Letters() {
		names = append(names, r.codes(p.S)...)
	}
	slices.SortStableFunc(names, func(a, b bodyName) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return names
}

// listedName is a name that the gazetteer has. International organizations go by their codes, as
// 国际标准化组织 is ISO; another body has the name and code that the text gives it.
func listedName(s string, at span, known *gazetteer.Body) bodyName {
	b := bodyName{span: at, name: known.Name, code: known.Code, level: known.Level}
	if known.Level != levelInternational || strings.Contains(known.Code, "/") {
		b.name, b.tacit = b.of(s), true
	}
	return b
}

// isListedUnit reports whether b is named as a responsible government unit (国家标准委), which makes
// it a department there.
func (r *bodyReader) isListedUnit(p *passage, b bodyName) bool {
	at, _ := slices.BinarySearchFunc(p.lists, b.start, func(l unitList, i int) int {
		return cmp.Compare(l.end, i+1) // the first list that ends behind i
	})
	listed := at < len(p.lists) && p.lists[at].start <= b.start
	return listed && r.gaz.IsUnit(b.of(p.S), r.region)
}

// overlapsLonger reports whether a later, longer name covers b: a listed name at the head of a
// committee's own name.
func overlapsLonger(later []bodyName, b bodyName) bool {
	for _, l := range later {
		if l.start >= b.end {
			return false
		}
		if l.end-l.start > b.end-b.start {
			return true
		}
	}
	return false
}

// withCode joins a name with the code in brackets behind it.
func (r *bodyReader) withCode(s string, b bodyName) bodyName {
	rest := s[b.end:]
	if !strings.HasPrefix(rest, "(") {
		return b
	}
	inner, _, ok := strings.Cut(rest[1:min(len(rest), 80)], ")")
	if !ok {
		return b
	}
	code, found := bodyCode(strings.TrimSpace(inner))
	if !found && strings.HasPrefix(inner, "TC") && strings.HasPrefix(b.name, "全国") {
		code, found = bodyCode("SAC/" + inner) // the code as the committees themselves give it
	}
	if !found && !isAcronym(inner) {
		return b
	}
	if !found {
		code = inner
	}
	b.end += len(inner) + 2
	if b.code == "" || len(code) > len(b.code) {
		b.code = code
	}
	b.tacit = false
	if known, ok := r.gaz.BodyByCode(b.code); ok {
		b.level = known.Level
	}
	return b
}

// isAcronym reports whether s is a short form in capitals, such as WCCD.
func isAcronym(s string) bool {
	if len(s) < 3 || len(s) > 8 {
		return false
	}
	for _, c := range []byte(s) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// codes finds codes that stand alone: ISO/TC 268, SAC/TC563, IEC. A code before the number of a
// standard is none.
func (r *bodyReader) codes(s string) []bodyName {
	var out []bodyName
	for i := nextLetter(s, 0); i < len(s); i = nextLetter(s, i) {
		j := i
		for j < len(s) && (isLetter(s[j]) || isDigit(s[j]) || strings.IndexByte("/-", s[j]) >= 0 ||
			s[j] == ' ' && j+1 < len(s) && (isDigit(s[j+1]) || strings.HasPrefix(s[j+1:], "JTC"))) {
			j++
		}
		word := strings.TrimRight(s[i:j], "-/ ")
		if len(word) < 3 || len(word) > longestBodyCode ||
			!codeHeads.has(strings.ToUpper(word[:3])) {
			i = j
			continue
		}
		b, ok := r.coded(word)
		numbered := isStandardAt(s, i) || opensNumber(s[j:])
		if ok && !numbered && !closesWith(b.code, "/TC", "/SC", "/WG") {
			b.span = span{i, i + len(word)}
			out = append(out, b)
		}
		i = j
	}
	return out
}

// opensNumber reports whether s begins with the number of a standard that a letter opens: D4169.
func opensNumber(s string) bool {
	s = strings.TrimLeft(s, " ")
	return len(s) > 1 && isLetter(s[0]) && isDigit(s[1])
}

// coded is the body whose code a word is. Each word is looked up once.
func (r *bodyReader) coded(word string) (bodyName, bool) {
	b, seen := r.byWord[word]
	if !seen {
		if code, ok := bodyCode(word); ok {
			b.code = code
			known, _ := r.gaz.BodyByCode(code)
			b.name, b.level = known.Name, known.Level
		}
		r.byWord[word] = b
	}
	return b, b.code != ""
}

// codeHeads are the letters that the codes of organizations with committees begin with, and of
// those that texts name with them.
var codeHeads = newWordSet("ISO", "IEC", "ITU", "SAC", "CEN", "ETS", "IEE", "AST", "W3C")

// longestBodyCode is more bytes than the code of a committee has.
const longestBodyCode = 80

// bodyCode is the normal form of a code, if s is one: of an organization with committees, alone
// or with one of its committees, or of another organization alone.
func bodyCode(s string) (string, bool) {
	code := gazetteer.BodyCode(s)
	base, committee, more := strings.Cut(code, "/")
	switch base {
	case "IEEE", "ASTM", "W3C":
		return code, !more
	case "ISO", "IEC", "ITU", "SAC", "CEN", "CENELEC", "ITU-T", "ITU-R", "ETSI":
	default:
		return "", false
	}
	if !more {
		return code, true
	}
	if rest, ok := strings.CutPrefix(committee, "IEC"); ok {
		committee = strings.TrimLeft(rest, " /")
		if committee == "" {
			return code, true
		}
	}
	for _, w := range []string{"TC", "SC", "JTC", "PC", "WG", "SWG", "DEVCO", "CASCO",
		"COPOLCO", "REMCO", "TMB", "SYC", "IWA"} {
		if rest, ok := strings.CutPrefix(committee, w); ok && (rest == "" ||
			isDigit(rest[0]) || rest[0] == '/') {
			return code, true
		}
	}
	return "", false
}

// add records a mention.
func (r *bodyReader) add(p *passage, b bodyName) {
	i, known := r.byKey[b.code]
	if b.code == "" || !known {
		i, known = r.byKey[b.name]
		known = known && b.name != ""
	}
	m := Mention{Path: p.path, Span: p.Span(b.start, b.end)}
	m.Quote = r.src.Quote(m.Span)
	if !known {
		i = len(r.out)
		name := b.name
		if name == "" {
			name = b.code
		}
		fresh := Body{Name: name, Level: b.level}
		fresh.doubt(b.shaped && b.code == "", doubtShape)
		r.out = append(r.out, fresh)
	}
	body := &r.out[i]
	if b.code != "" && !b.tacit && body.Code == nil {
		code := b.code
		body.Code = &code
	}
	if b.code != "" {
		r.byKey[b.code] = i
	}
	if b.name != "" {
		r.byKey[b.name] = i
	}
	body.Mentions = append(body.Mentions, m)
	body.Paths = appendPath(body.Paths, p.path)
}
