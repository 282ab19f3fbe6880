package loader

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looksLikeHTML reports whether a text is a web page or a part of one.
func looksLikeHTML(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 2048)]))
	if !strings.HasPrefix(head, "<") {
		return false
	}
	return strings.HasPrefix(head, "<!doctype html") || strings.Contains(head, "<html") ||
		containsAny(s, []string{"</p>", "</div>", "</td>", "<br", "</P>", "</DIV>", "</TD>", "<BR"})
}

// visibleText is the text of a web page as a reader sees it: one line a block, the label and the
// value of a table's fields on one line.
func visibleText(page string) (string, error) {
	p := pageText{tokens: html.NewTokenizer(strings.NewReader(page))}
	for {
		switch p.tokens.Next() {
		case html.ErrorToken:
			if err := p.tokens.Err(); !errors.Is(err, io.EOF) {
				return "", fmt.Errorf("html: %w", err)
			}
			return p.out.String(), nil
		case html.TextToken:
			if p.hidden == 0 {
				p.text(string(p.tokens.Text()))
			}
		case html.StartTagToken:
			p.start(p.tag())
		case html.SelfClosingTagToken:
			p.boundary(p.tag())
		case html.EndTagToken:
			p.end(p.tag())
		}
	}
}

// pageText collects the visible text of a page.
type pageText struct {
	tokens *html.Tokenizer
	out    strings.Builder
	last   rune // last rune written
	hidden int  // open elements that are not shown
}

func (p *pageText) tag() atom.Atom {
	name, _ := p.tokens.TagName()
	return atom.Lookup(name)
}

func (p *pageText) start(tag atom.Atom) {
	if isHidden(tag) {
		p.hidden++
	}
	p.boundary(tag)
}

func (p *pageText) end(tag atom.Atom) {
	if isHidden(tag) && p.hidden > 0 {
		p.hidden--
	}
	p.boundary(tag)
}

// isHidden reports whether the content of an element is not part of the text.
func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Head, atom.Noscript, atom.Select, atom.Iframe, atom.Template,
		atom.Button, atom.Textarea, atom.Svg:
		return true
	}
	return false
}

// boundary writes what the edge of an element means for the text: a new line, a blank between a
// field's label and its value, or nothing.
func (p *pageText) boundary(tag atom.Atom) {
	switch tag {
	case atom.Td, atom.Th:
		switch p.last {
		case ':', '：':
			p.write(' ')
			return
		case ' ':
			return
		}
		p.newline()
	case atom.P, atom.Div, atom.Br, atom.Hr, atom.Tr, atom.Table, atom.Tbody, atom.Title, atom.Form,
		atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Center, atom.Blockquote,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Nav:
		p.newline()
	}
}

func (p *pageText) newline() {
	if p.last != '\n' && p.last != 0 {
		p.write('\n')
	}
}

func (p *pageText) write(r rune) {
	p.out.WriteRune(r)
	p.last = r
}

// text writes a text with the white space of the page's source collapsed.
func (p *pageText) text(s string) {
	for _, r := range s {
		if r != '\u00a0' && r != '\u3000' && unicode.IsSpace(r) {
			if p.last != ' ' && p.last != '\n' && p.last != 0 {
				p.write(' ')
			}
			continue
		}
		p.write(r)
	}
}
