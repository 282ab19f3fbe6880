package format

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looksLikeHTML reports whether a text is a web page or a part of one.
func looksLikeHTML(s string) bool {
	head := strings.TrimPrefix(strings.TrimSpace(s[:min(len(s), 2048)]), "\ufeff")
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = strings.ToLower(head)
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.Contains(head, mark) {
			return true
		}
	}
	lower := strings.ToLower(s)
	for _, mark := range []string{"</p>", "</div>", "</td>", "<br"} {
		if strings.Contains(lower, mark) {
			return true
		}
	}
	return false
}

// pageText is the text of the document on a web page: its main text, before it the title and
// the fields that the page gives.
func pageText(page string) (string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", fmt.Errorf("%w: %v", ErrBroken, err)
	}
	m := measure(root)
	path := m.mainPath(root)
	fields := readFields(root)
	w := pageWriter{measures: m, main: path[len(path)-1], path: path, fields: fields.used}
	w.counts = map[*html.Node]int{}
	w.write(root)
	body := w.out.String()
	if strings.TrimSpace(body) == "" {
		return "", ErrNoText
	}
	const minTitle = 8 // characters; shorter ones are names of sites
	if title := pageTitle(root); utf8.RuneCountInString(title) >= minTitle && !hasTitle(body, title) {
		body = title + "\n" + body
	}
	return fields.out.String() + body, nil
}

// hasTitle reports whether a text gives a title among its first lines, blanks and line ends aside.
func hasTitle(text, title string) bool {
	const searched = 3000 // bytes; a title stands above the text
	return strings.Contains(squeeze(text[:min(len(text), searched)]), squeeze(title))
}

// squeeze is s without white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// pageWriter writes the visible text of a page: one line a block, the cells of a row likewise, but
// the label and the value of a field on one line.
type pageWriter struct {
	measures measures
	main     *html.Node
	path     []*html.Node // from the root to main
	fields   map[*html.Node]bool
	out      strings.Builder
	counts   map[*html.Node]int // items of numbered lists so far
	last     rune               // last rune written
	numbered bool               // the last that was written is the number of an item
	after    bool               // main is written
	done     bool               // what follows is no part of the document
}

// write writes a node and all below it. The parser limits the depth of the tree.
func (w *pageWriter) write(n *html.Node) {
	if w.fields[n] {
		return
	}
	switch n.Type {
	case html.TextNode:
		if w.inPre(n) {
			w.lines(n.Data)
		} else {
			w.text(n.Data)
		}
		return
	case html.ElementNode:
		if isUnseen(n) || w.leaveOut(n) {
			return
		}
		if n.DataAtom == atom.Table && isTaskTable(n) {
			w.table(n)
			return
		}
		w.boundary(n)
		w.number(n)
	}
	for c := n.FirstChild; c != nil && !w.done; c = c.NextSibling {
		w.write(c)
	}
	if n.Type == html.ElementNode {
		w.boundary(n)
	}
	if n == w.main {
		w.after = true
	}
}

// leaveOut reports whether a block is not of the document: lists of links everywhere, and what
// follows the first of them after the main text. What stands on the way to the main text, such as
// titles and the table of fields, is kept.
func (w *pageWriter) leaveOut(n *html.Node) bool {
	if !isBlock(n) || w.onPath(n) {
		return false
	}
	links := w.measures.isLinks(n)
	if w.after && (links || isFooter(n)) {
		w.done = true
	}
	return links || w.done || !w.inMain(n) && isFooter(n)
}

func (w *pageWriter) onPath(n *html.Node) bool {
	for _, p := range w.path {
		if p == n {
			return true
		}
	}
	return false
}

func (w *pageWriter) inMain(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == w.main {
			return true
		}
	}
	return false
}

// isFooter recognises the elements that say they are around a page's content.
func isFooter(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Footer, atom.Nav, atom.Aside, atom.Form:
		return true
	}
	return false
}

// isUnseen reports whether the content of an element is not part of the text.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Noscript, atom.Noframes,
		atom.Select, atom.Iframe, atom.Template,
		atom.Button, atom.Textarea, atom.Svg, atom.Video, atom.Audio, atom.Object:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if strings.Contains(squeeze(strings.ToLower(a.Val)), "display:none") {
				return true
			}
		}
	}
	return false
}

// isBlock reports whether an element makes a block of its own.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Hr, atom.Tr, atom.Table, atom.Tbody, atom.Thead, atom.Title, atom.Form,
		atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Center, atom.Blockquote, atom.Pre,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Body, atom.Html, atom.Fieldset,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Main,
		atom.Td, atom.Th:
		return true
	}
	return false
}

// number writes the number that browsers draw before an item of a numbered list, unless the item has
// one of its own, for then the page's style draws none.
func (w *pageWriter) number(n *html.Node) {
	list := n.Parent
	if n.DataAtom != atom.Li || list == nil || list.DataAtom != atom.Ol ||
		strings.Contains(squeeze(attribute(list, "style")), "none") {
		return
	}
	if _, known := w.counts[list]; !known {
		if first, err := strconv.Atoi(attribute(list, "start")); err == nil {
			w.counts[list] = first - 1
		}
	}
	w.counts[list]++
	const looked = 12 // bytes
	text := strings.TrimSpace(textOf(n, looked))
	first, _ := utf8.DecodeRuneInString(text)
	if text == "" || unicode.IsDigit(first) || strings.ContainsRune("（(①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十第—•●·", first) {
		return
	}
	for _, r := range strconv.Itoa(w.counts[list]) + "." {
		w.put(r)
	}
	w.numbered = true
}

// boundary writes what the edge of an element means for the text: a new line, a blank between a
// field's label and its value, or nothing.
func (w *pageWriter) boundary(n *html.Node) {
	switch {
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		switch w.last {
		case ':', '：':
			w.put(' ')
		case ' ':
		default:
			w.newline()
		}
	case n.DataAtom == atom.Br || isBlock(n):
		w.newline()
	}
}

func (w *pageWriter) newline() {
	if w.last != '\n' && w.last != 0 && !w.numbered {
		w.put('\n')
	}
}

func (w *pageWriter) put(r rune) {
	w.out.WriteRune(r)
	w.last, w.numbered = r, false
}

// inPre reports whether the lines of a text are those of the page's source.
func (w *pageWriter) inPre(n *html.Node) bool {
	for n = n.Parent; n != nil && !isBlock(n); n = n.Parent {
	}
	return n != nil && n.DataAtom == atom.Pre
}

// lines writes a text line by line.
func (w *pageWriter) lines(s string) {
	for line := range strings.Lines(s) {
		w.text(strings.TrimRight(line, "\r\n"))
		if strings.HasSuffix(line, "\n") {
			w.newline()
		}
	}
}

// text writes a text with the white space of the page's source collapsed. Where Word and other
// editors wrap the source in the middle of a sentence, Chinese goes on without a blank.
func (w *pageWriter) text(s string) {
	var before rune // the last character of s that was written
	blank, wrapped := false, false
	for _, r := range s {
		if r != '\u00a0' && r != '\u3000' && unicode.IsSpace(r) {
			blank, wrapped = true, wrapped || r == '\n'
			continue
		}
		if blank && !(wrapped && isWide(before) && isWide(r)) {
			w.blank()
		}
		w.put(r)
		before, blank, wrapped = r, false, false
	}
	if blank {
		w.blank()
	}
}

// blank writes a blank, unless there is one or a line begins.
func (w *pageWriter) blank() {
	if w.last != ' ' && w.last != '\n' && w.last != 0 {
		w.put(' ')
	}
}

// isWide recognises Chinese characters, the punctuation of Chinese, and full-width forms.
func isWide(r rune) bool { return r >= 0x2E80 || r >= 0x2010 && r <= 0x2027 }
