package format

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// markdownText is the text of a Markdown document without its marks. Every line stays a line:
// people who write policies in it do not part paragraphs by empty lines.
func markdownText(source string) string {
	data := []byte(source)
	parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	w := markdownWriter{source: data, items: map[*ast.List]int{}}
	_ = ast.Walk(parser.Parse(text.NewReader(data)), w.visit) // the visitor has no errors
	return w.out.String()
}

type markdownWriter struct {
	source []byte
	items  map[*ast.List]int // items that are written
	out    bytes.Buffer
}

func (w *markdownWriter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		switch {
		case n.Kind() == extast.KindTableCell:
			if n.NextSibling() != nil {
				w.out.WriteByte('\t')
			}
		case n.Type() == ast.TypeBlock:
			w.newline()
		}
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		w.out.Write(n.Segment.Value(w.source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.newline()
		}
	case *ast.String:
		w.out.Write(n.Value)
	case *ast.AutoLink:
		w.out.Write(n.URL(w.source))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.lines(n)
	case *ast.HTMLBlock:
		w.lines(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *ast.ListItem:
		w.marker(n)
	case *ast.Image:
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkContinue, nil
}

// lines writes what stands in a block as it is, tags left out.
func (w *markdownWriter) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		s := string(line.Value(w.source))
		if n.Kind() == ast.KindHTMLBlock {
			s = withoutTags(s)
		}
		w.out.WriteString(s)
	}
}

// withoutTags is the text of a piece of HTML.
func withoutTags(s string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(s))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(tokens.Text())
		}
	}
}

// rawHTML writes what a tag inside a line means for the text.
func (w *markdownWriter) rawHTML(n *ast.RawHTML) {
	tag := strings.ToLower(string(n.Segments.Value(w.source)))
	if strings.HasPrefix(tag, "<br") {
		w.newline()
	}
}

// marker writes the number of a list's item, or a bullet.
func (w *markdownWriter) marker(item *ast.ListItem) {
	list, ok := item.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		w.out.WriteString("• ")
		return
	}
	fmt.Fprintf(&w.out, "%d%c ", list.Start+w.items[list], list.Marker)
	w.items[list]++
}

func (w *markdownWriter) newline() {
	if n := w.out.Len(); n > 0 && w.out.Bytes()[n-1] != '\n' {
		w.out.WriteByte('\n')
	}
}
