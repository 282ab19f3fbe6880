package format

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"rsc.io/markdown"
)

// markdownText is the text of a Markdown document without its marks. Every line stays a line:
// people who write policies in it do not part paragraphs by empty lines. A text that the parser
// cannot take is taken as it stands: one nested deeper than people write, for it calls itself once
// for every level, and one with a table over which it panics (an empty cell below the head).
func markdownText(source string) (text string) {
	if deep.MatchString(source) {
		return source
	}
	defer func() {
		if recover() != nil {
			text = source
		}
	}()
	parser := markdown.Parser{Table: true}
	var w markdownWriter
	w.blocks(parser.Parse(source).Blocks)
	return w.out.String()
}

// deep is the beginning of a line with more than 64 marks of quotations and of lists' items.
var deep = regexp.MustCompile(`(?m)^(?:[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])[ \t])){65}`)

type markdownWriter struct {
	out  strings.Builder
	open bool // the last line has no end yet
}

func (w *markdownWriter) blocks(blocks []markdown.Block) {
	for _, b := range blocks {
		w.block(b)
		w.newline()
	}
}

func (w *markdownWriter) block(b markdown.Block) {
	switch b := b.(type) {
	case *markdown.Heading:
		w.inlines(b.Text.Inline)
	case *markdown.Paragraph:
		w.inlines(b.Text.Inline)
	case *markdown.Text:
		w.inlines(b.Inline)
	case *markdown.Quote:
		w.blocks(b.Blocks)
	case *markdown.List:
		w.list(b)
	case *markdown.Table:
		w.row(b.Header)
		for _, row := range b.Rows {
			w.row(row)
		}
	case *markdown.CodeBlock:
		w.write(strings.Join(b.Text, "\n"))
	case *markdown.HTMLBlock:
		w.write(withoutTags(strings.Join(b.Text, "\n")))
	}
}

// list writes every item behind its number, or behind a bullet.
func (w *markdownWriter) list(l *markdown.List) {
	for i, item := range l.Items {
		mark := "• "
		if l.Ordered() {
			mark = fmt.Sprintf("%d%c ", l.Start+i, l.Bullet)
		}
		w.write(mark)
		w.blocks(item.(*markdown.Item).Blocks) // a List has no other items
	}
}

// row writes the cells of a row, parted by tabs.
func (w *markdownWriter) row(cells []*markdown.Text) {
	for i, cell := range cells {
		if i > 0 {
			w.write("\t")
		}
		w.inlines(cell.Inline)
	}
	w.newline()
}

func (w *markdownWriter) inlines(inlines markdown.Inlines) {
	for _, in := range inlines {
		w.inline(in)
	}
}

// inline writes what a reader would see of a piece of a line: of pictures nothing.
func (w *markdownWriter) inline(in markdown.Inline) {
	switch in := in.(type) {
	case *markdown.Plain:
		// Between a full stop and a character ** closes nothing by the rules of CommonMark, but
		// writers mean it to: **（一）加强标准化。**推动….
		w.write(strings.ReplaceAll(in.Text, "**", ""))
	case *markdown.Escaped:
		w.write(in.Text)
	case *markdown.Code:
		w.write(in.Text)
	case *markdown.AutoLink:
		w.write(in.Text)
	case *markdown.Strong:
		w.inlines(in.Inner)
	case *markdown.Emph:
		w.inlines(in.Inner)
	case *markdown.Link:
		w.inlines(in.Inner)
	case *markdown.SoftBreak, *markdown.HardBreak:
		w.newline()
	case *markdown.HTMLTag:
		if strings.HasPrefix(strings.ToLower(in.Text), "<br") {
			w.newline()
		}
	}
}

func (w *markdownWriter) write(s string) {
	if s != "" {
		w.out.WriteString(s)
		w.open = !strings.HasSuffix(s, "\n")
	}
}

func (w *markdownWriter) newline() {
	if w.open {
		w.write("\n")
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
