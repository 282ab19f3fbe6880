package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// ErrFormat is returned by Import for a line that is no N-Quads, or that says what NQuads does not
// write. The error names the line.
var ErrFormat = errors.New("not as exported")

const (
	maxLine   = 256 << 20 // bytes of a line: the longest has the text of a document
	importing = 16        // texts of a commit
)

// Import stores what NQuads has written, by apply (of a graph.Store), and returns the number of
// texts. The lines of a graph must follow each other, as NQuads writes them. What was imported
// before an error stays; importing again goes on from there.
func Import(
	ctx context.Context, r io.Reader, apply func(context.Context, graph.Batch) error,
) (texts int, err error) {
	var batch graph.Batch
	flush := func() error {
		if len(batch.Put) == 0 {
			return nil
		}
		texts += len(batch.Put)
		put := batch
		batch = graph.Batch{}
		return apply(ctx, put)
	}
	err = readGraphs(r, func(text string, said map[string][]statement, order []string) error {
		f, err := factsOf(text, said, order)
		if err != nil {
			return fmt.Errorf("graph %s: %w", text, err)
		}
		if batch.Put = append(batch.Put, f); len(batch.Put) == importing {
			return flush()
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	if err != nil {
		return texts, fmt.Errorf("import: %w", err)
	}
	return texts, nil
}

// readGraphs calls each with the statements of every graph by their subject, and the subjects in
// their order.
func readGraphs(
	r io.Reader, each func(text string, said map[string][]statement, order []string) error,
) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	text, said, order := "", map[string][]statement{}, []string(nil)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		q, err := parseQuad(line)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if q.graph != text && text != "" {
			if err := each(text, said, order); err != nil {
				return err
			}
			said, order = map[string][]statement{}, nil
		}
		text = q.graph
		if said[q.subject] == nil {
			order = append(order, q.subject)
		}
		said[q.subject] = append(said[q.subject], q.statement)
	}
	if err := lines.Err(); err != nil || text == "" {
		return err
	}
	return each(text, said, order)
}

// factsOf is the facts that a graph says.
func factsOf(text string, said map[string][]statement, order []string) (graph.Facts, error) {
	source, ok := strings.CutPrefix(text, texts)
	if !ok {
		return graph.Facts{}, fmt.Errorf("no graph of a text: %w", ErrFormat)
	}
	f := graph.Facts{Expression: graph.Expression{Source: graph.Source(source)}}
	evidence, err := evidenceOf(f.Expression.Source, said)
	if err != nil {
		return f, err
	}
	for _, subject := range order {
		list := said[subject]
		switch {
		case subject == text:
			err = readText(&f, list)
		case strings.HasPrefix(subject, quotes):
		case strings.HasPrefix(subject, statements):
			err = readEdge(&f, list, evidence)
		default:
			err = readNode(&f, subject, list, evidence)
		}
		if err != nil {
			return f, fmt.Errorf("%s: %w", subject, err)
		}
	}
	return f, nil
}
