package format

import (
	"encoding/hex"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// unicodeMap is the table of a font (ToUnicode) that says what its codes mean.
type unicodeMap struct {
	lengths [5]bool           // lengths of codes, in bytes, that the table has
	texts   map[string]string // by code
	ranges  []codeRange
}

// codeRange is codes in a row whose characters are in a row too.
type codeRange struct {
	low, high string // codes of one length
	first     []rune // what low means
}

// readUnicodeMap reads the table of a font; nil if there is none that is of use. The table is a
// program of PostScript, of which only the lists matter: codes and texts in hexadecimal.
func readUnicodeMap(table pdf.Value) *unicodeMap {
	if table.Kind() != pdf.Stream {
		return nil
	}
	r := table.Reader()
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxContent))
	if err != nil {
		return nil
	}
	m := &unicodeMap{texts: map[string]string{}}
	var list []mapItem
	for s := string(data); ; {
		var token string
		if token, s = nextToken(s); token == "" {
			break
		}
		switch {
		case token[0] == '<' || token[0] == '[':
			list = append(list, readItem(token))
		case strings.HasPrefix(token, "end"):
			m.addList(token, list)
			list = nil
		case strings.HasPrefix(token, "begin"):
			list = nil
		}
	}
	if len(m.texts) == 0 && len(m.ranges) == 0 {
		return nil
	}
	return m
}

// mapItem is a string of a table, or several in square brackets.
type mapItem struct {
	text string
	many []string
}

// nextToken is the next string <…>, list […] or word of a table, and what follows it.
func nextToken(s string) (token, rest string) {
	s = strings.TrimLeft(s, " \t\r\n\f\x00>")
	if s == "" {
		return "", ""
	}
	end := strings.IndexAny(s[1:], " \t\r\n\f\x00<[") + 1
	switch {
	case strings.HasPrefix(s, "<<"):
		return "<<", s[2:]
	case s[0] == '<':
		end = strings.IndexByte(s, '>') + 1
	case s[0] == '[':
		end = strings.IndexByte(s, ']') + 1
	case s[0] == '%':
		end = strings.IndexAny(s, "\r\n")
	}
	if end <= 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// readItem reads strings in hexadecimal, in or without square brackets.
func readItem(token string) mapItem {
	var all []string
	for _, part := range strings.Split(strings.Trim(token, "[]"), "<")[1:] {
		digits := squeeze(strings.TrimRight(squeeze(part), ">"))
		if len(digits)%2 != 0 {
			digits += "0"
		}
		code, err := hex.DecodeString(digits)
		if err != nil {
			code = nil
		}
		all = append(all, string(code))
	}
	if token[0] == '[' {
		return mapItem{many: all}
	}
	return mapItem{text: strings.Join(all, "")}
}

// addList adds what a list has, by the word that ends it.
func (m *unicodeMap) addList(end string, list []mapItem) {
	switch end {
	case "endcodespacerange":
		for _, item := range list {
			m.addLength(item.text)
		}
	case "endbfchar":
		for i := 0; i+1 < len(list); i += 2 {
			m.texts[list[i].text] = decodeUTF16(list[i+1].text)
			m.addLength(list[i].text)
		}
	case "endbfrange":
		for i := 0; i+2 < len(list); i += 3 {
			m.addRange(list[i].text, list[i+1].text, list[i+2])
		}
	}
}

func (m *unicodeMap) addLength(code string) {
	if len(code) < len(m.lengths) {
		m.lengths[len(code)] = true
	}
}

// addRange adds codes in a row: to is the text of the first, or a list of all.
func (m *unicodeMap) addRange(low, high string, to mapItem) {
	if len(low) != len(high) || low == "" || high < low {
		return
	}
	m.addLength(low)
	for i, text := range to.many {
		m.texts[plus(low, i)] = decodeUTF16(text)
	}
	if first := []rune(decodeUTF16(to.text)); len(first) > 0 {
		m.ranges = append(m.ranges, codeRange{low, high, first})
	}
}

// plus is a code some places on.
func plus(code string, n int) string {
	b := []byte(code)
	for i := len(b) - 1; i >= 0 && n > 0; i-- {
		n += int(b[i])
		b[i] = byte(n)
		n >>= 8
	}
	return string(b)
}

// decode is the text of codes; those without a meaning become U+FFFD.
func (m *unicodeMap) decode(codes string) string {
	var b strings.Builder
	for codes != "" {
		n, text := m.next(codes)
		b.WriteString(text)
		codes = codes[n:]
	}
	return b.String()
}

// next is the meaning of the first code and its length: the shortest that the table has.
func (m *unicodeMap) next(codes string) (n int, text string) {
	unknown := 0
	for n := 1; n < len(m.lengths) && n <= len(codes); n++ {
		if !m.lengths[n] {
			continue
		}
		unknown = max(unknown, n)
		code := codes[:n]
		if text, ok := m.texts[code]; ok {
			return n, text
		}
		for _, r := range m.ranges {
			if len(r.low) == n && r.low <= code && code <= r.high {
				text := []rune(string(r.first))
				text[len(text)-1] += rune(distance(r.low, code))
				return n, string(text)
			}
		}
	}
	return max(unknown, 1), "\uFFFD"
}

// distance is how far two codes of one length are apart.
func distance(low, code string) int {
	n := 0
	for i := range len(code) {
		n = n<<8 + int(code[i]) - int(low[i])
	}
	return n
}
