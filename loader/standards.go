package loader

import (
	"strings"
	"unicode/utf8"
)

// standardReader finds standards that are cited by code, each once, in the order of the text:
// ISO 37101, GB/T 36073—2018, DB33/T 2001.
type standardReader struct {
	src    *Source
	out    []Standard
	byCode map[string]int // places in out
}

func newStandardReader(src *Source) *standardReader {
	return &standardReader{src: src, out: []Standard{}, byCode: make(map[string]int)}
}

func (r *standardReader) read(p *passage) {
	if !p.found.Letters() {
		return
	}
	for _, c := range standardCodes(p.S) {
		m := Mention{Path: p.path, Span: p.Span(c.start, c.end)}
		m.Quote = r.src.Quote(m.Span)
		k, known := r.byCode[c.code]
		if !known {
			k = len(r.out)
			r.byCode[c.code] = k
			r.out = append(r.out, Standard{Code: c.code, AsWritten: m.Quote})
		}
		s := &r.out[k]
		s.Mentions = append(s.Mentions, m)
		s.Paths = appendPath(s.Paths, m.Path)
	}
}

// appendPath adds a path that is not the last one already; mentions come in the order of the text.
func appendPath(paths []string, path string) []string {
	if n := len(paths); n > 0 && paths[n-1] == path {
		return paths
	}
	return append(paths, path)
}

// standardCode is a standard's code in a text.
type standardCode struct {
	span
	code string // normal form
}

// standardCodes finds the codes of standards in s: a prefix of letters and the number after it.
func standardCodes(s string) []standardCode {
	var out []standardCode
	for i := nextLetter(s, 0); i < len(s); i = nextLetter(s, i) {
		if c, ok := standardAt(s, i); ok {
			out = append(out, c)
			i = c.end
			continue
		}
		for i < len(s) && (isLetter(s[i]) || isDigit(s[i]) || s[i] == '/') {
			i++
		}
	}
	return out
}

// standardAt reads the code that begins at i.
func standardAt(s string, i int) (standardCode, bool) {
	j := i
	for j < len(s) && (isLetter(s[j]) || s[j] == '/' || isDigit(s[j]) && regional(s[i:j])) {
		j++
	}
	prefix := strings.ToUpper(s[i:j])
	k := j
	for k < len(s) && s[k] == ' ' {
		k++
	}
	digits := k
	for k < len(s) && isDigit(s[k]) {
		k++
	}
	number := s[digits:k]
	if len(number) < leastDigits(prefix) || len(number) > 6 {
		return standardCode{}, false
	}
	number, k = parts(s, k, number)
	number, k = edition(s, k, prefix, number)
	if k < len(s) && isLetter(s[k]) {
		return standardCode{}, false
	}
	return standardCode{span{i, k}, prefix + " " + number}, true
}

// isStandardAt reports whether the code of a standard begins at i.
func isStandardAt(s string, i int) bool {
	_, ok := standardAt(s, i)
	return ok
}

// regional reports whether a code's prefix so far goes on with the number of a region: DB33.
func regional(prefix string) bool {
	return len(prefix) >= 2 && len(prefix) <= 7 && strings.EqualFold(prefix[:2], "DB") &&
		strings.Trim(prefix[2:], "0123456789") == ""
}

// parts reads the number of a part: 19004.1.
func parts(s string, i int, number string) (string, int) {
	if i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
		j := i + 1
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		return number + s[i:j], j
	}
	return number, i
}

// edition reads the year of an edition: —2018, -2018, :2015.
func edition(s string, i int, prefix, number string) (string, int) {
	if i >= len(s) {
		return number, i
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if !strings.ContainsRune("—–-:", r) {
		return number, i
	}
	j := i + n
	if strings.HasPrefix(s[j:], "—") {
		j += len("—")
	}
	digits := leadingDigits(s[j:])
	if len(digits) != 4 || !plausibleYear(digits) {
		return number, i
	}
	if opensWith(prefix, "ISO", "IEC", "IWA") {
		return number + ":" + digits, j + 4
	}
	return number + "—" + digits, j + 4
}

// leastDigits is how many digits make a code of a prefix, beyond all numbers if none do.
func leastDigits(prefix string) int {
	const never = 1 << 10
	base, rest, cut := strings.Cut(prefix, "/")
	switch base {
	case "ISO", "IEC":
		if rest == "" || containsAny("/"+rest+"/", []string{"/IEC/", "/TR/", "/TS/", "/PAS/",
			"/IEEE/", "/DIS/"}) {
			return 2
		}
		return never
	case "IWA", "GB", "GBZ", "GSB", "GBJ":
		return 2
	case "GJB", "CAC", "JJF", "JJG":
		return 3
	case "T", "Q":
		if cut && len(rest) >= 2 {
			return 2
		}
		return never
	}
	if strings.HasPrefix(base, "DB") && len(base) > 2 && (rest == "" || rest == "T") {
		return 2
	}
	if cut && rest != "T" && rest != "Z" {
		return never
	}
	if industryPrefix(base) {
		if cut {
			return 2
		}
		return 4
	}
	return never
}

// industryPrefix reports whether letters are the prefix of an industry standard (行业标准).
func industryPrefix(base string) bool {
	switch base {
	case "AQ", "BB", "CB", "CH", "CJ", "CJJ", "CY", "DA", "DB", "DL", "DY", "DZ", "EJ", "FZ",
		"GA", "GC", "GD",
		"GH", "GM", "GY", "HB", "HG", "HJ", "HS", "HY", "JB", "JC", "JG", "JGJ", "JR", "JT",
		"JTG", "JY", "LB", "LD",
		"LS", "LY", "MH", "MR", "MT", "MZ", "NB", "NY", "QB", "QC", "QJ", "QX", "RB", "RF",
		"SB", "SC", "SF", "SH",
		"SJ", "SL", "SN", "SW", "SY", "TB", "TD", "TY", "WB", "WH", "WJ", "WM", "WS", "WW",
		"XB", "XF", "YB", "YC",
		"YD", "YJ", "YS", "YY", "YZ", "ZY", "WST", "TSG":
		return true
	}
	return false
}
