package graph

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// ends are the kinds of node that an edge kind joins, a bit for each.
type ends struct{ from, to uint16 }

func kinds(list ...NodeKind) (set uint16) {
	for _, k := range list {
		set |= 1 << k
	}
	return set
}

// join reports whether an edge of the kind may lead from one node to another.
func (k EdgeKind) join(from, to NodeKind) bool {
	e := k.ends()
	fits := from.Valid() && to.Valid() && e.from&(1<<from) != 0 && e.to&(1<<to) != 0
	return fits && (k != PartOf || from == to)
}

// ends are the kinds of node that edges of the kind join: the table of EdgeKind's constants.
func (k EdgeKind) ends() ends {
	document, task := kinds(KindDocument), kinds(KindTask)
	department := kinds(KindDepartment)
	switch k {
	case IssuedBy:
		return ends{document, department}
	case InRegion:
		return ends{kinds(KindDocument, KindDepartment), kinds(KindRegion)}
	case HasSection:
		return ends{document, kinds(KindSection)}
	case HasTask:
		return ends{kinds(KindDocument, KindSection), task}
	case Responsible:
		return ends{task, department}
	case About:
		return ends{task, kinds(KindTopic)}
	case Mentions:
		return ends{
			kinds(KindSection, KindTask),
			kinds(KindStandardsBody, KindStandard, KindRegion, KindDepartment),
		}
	case Sets:
		return ends{kinds(KindSection, KindTask), kinds(KindTarget)}
	case Cites:
		return ends{document, document}
	case HasFunction:
		return ends{department, kinds(KindFunction)}
	case SucceededBy:
		return ends{department, department}
	case PartOf:
		same := kinds(KindRegion, KindSection, KindStandardsBody)
		return ends{same, same}
	case Publishes:
		return ends{kinds(KindStandardsBody), kinds(KindStandard)}
	case AlignedWith:
		return ends{task, task}
	}
	return ends{}
}

// maxFileName is the longest file name that is stored, in bytes.
const maxFileName = 4096

// newSheet checks facts against the rules of the model, all but those on what other texts state,
// and puts them in order. The error wraps ErrInvalid and names what breaks a rule.
func newSheet(f *Facts) (*sheet, error) {
	c := checker{facts: f, stated: map[ID]Node{}, hant: f.Expression.Script == Hant}
	c.sheet.expression = f.Expression
	for _, step := range []func() error{c.expression, c.nodes, c.document, c.edges, c.aliases} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	c.sheet.sort()
	return &c.sheet, nil
}

// checker checks the facts of one source and collects them in a sheet.
type checker struct {
	facts  *Facts
	sheet  sheet
	stated map[ID]Node
	hant   bool
	starts []int // byte offset of each code point of the text, and its length
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), ErrInvalid)
}

func (c *checker) expression() error {
	e := c.facts.Expression
	if _, err := e.Source.digest(); err != nil {
		return err
	}
	switch {
	case e.Script != Hans && e.Script != Hant:
		return invalid("script %q", e.Script)
	case len(e.FileName) > maxFileName:
		return invalid("file name of %d bytes", len(e.FileName))
	case c.facts.Text == "":
		return invalid("no text")
	case !utf8.ValidString(c.facts.Text):
		return invalid("text is not UTF-8")
	}
	for i := range c.facts.Text {
		c.starts = append(c.starts, i)
	}
	c.starts = append(c.starts, len(c.facts.Text))
	return nil
}

func (c *checker) nodes() error {
	for i, n := range c.facts.Nodes {
		if isNil(n) {
			return invalid("node %d is nil", i)
		}
		if id := n.NodeID(); id.Kind() != kindOf(n) {
			return invalid("node %d: %T with an id of kind %s", i, n, id.Kind())
		}
		if doc, ok := c.stated[n.NodeID()].(*Document); ok && doc.Loaded {
			continue // a loaded document cites itself
		}
		c.stated[n.NodeID()] = n
	}
	for _, n := range c.facts.Nodes {
		if err := c.node(n); err != nil {
			return fmt.Errorf("node %s: %w", n.NodeID(), err)
		}
		c.sheet.nodes = append(c.sheet.nodes, nodeStatement{n.NodeID(), stateNode(n, c.hant)})
	}
	return nil
}

// node checks a node by itself, and that the document and section it is part of are stated.
func (c *checker) node(n Node) error {
	order, section := 0, ID{}
	switch n := n.(type) {
	case *Section:
		order = n.Order
	case *Task:
		order, section = n.Order, n.Section
	case *Target:
		order, section = n.Order, n.Section
		if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) {
			return invalid("value %v", n.Value)
		}
	}
	if hasParent(n.NodeID().Kind()) {
		if _, ok := c.stated[documentOf(n)].(*Document); !ok {
			return invalid("document %q is not stated", documentOf(n))
		}
	}
	switch _, ok := c.stated[section].(*Section); {
	case !section.IsZero() && !ok:
		return invalid("section %q is not stated", section)
	case order < 0 || order > math.MaxInt32:
		return invalid("order %d", order)
	}
	if _, _, evidence := lists(n); evidence != nil {
		return c.evidence(*evidence)
	}
	return nil
}

func (c *checker) document() error {
	doc, ok := c.stated[c.facts.Expression.Document].(*Document)
	if !ok || !doc.Loaded {
		return invalid("document %q is not stated as loaded", c.facts.Expression.Document)
	}
	return nil
}

func (c *checker) evidence(list []Evidence) error {
	for _, e := range list {
		switch {
		case e.Source != c.facts.Expression.Source:
			return invalid("evidence of another source, %s", e.Source)
		case !e.Confidence.Valid():
			return invalid("evidence of confidence %d", e.Confidence)
		case e.Start < 0 || e.Start >= e.End || e.End >= len(c.starts):
			return invalid("evidence at [%d, %d) of %d code points", e.Start, e.End, len(c.starts)-1)
		case e.Quote != c.facts.Text[c.starts[e.Start]:c.starts[e.End]]:
			return invalid("evidence at [%d, %d): the text is not %q", e.Start, e.End, e.Quote)
		}
		if _, ok := c.stated[e.Section].(*Section); !ok && !e.Section.IsZero() {
			return invalid("evidence at [%d, %d): section %s is not stated", e.Start, e.End, e.Section)
		}
	}
	return nil
}

func (c *checker) edges() error {
	for i := range c.facts.Edges {
		e := &c.facts.Edges[i]
		key := EdgeKey{e.From, e.Kind, e.To}
		if err := c.edge(e); err != nil {
			return fmt.Errorf("edge %s: %w", key, err)
		}
		c.sheet.edges = append(c.sheet.edges, edgeStatement{key, stateEdge(e, c.hant)})
	}
	return nil
}

func (c *checker) edge(e *Edge) error {
	switch {
	case !e.Kind.join(e.From.Kind(), e.To.Kind()):
		return invalid("no such edges from %s to %s", e.From.Kind(), e.To.Kind())
	case e.From == e.To:
		return invalid("it leads from a node to itself")
	case e.Order < 0 || e.Order > math.MaxInt32:
		return invalid("order %d", e.Order)
	case codeOf(e.Role).role() != e.Role:
		return invalid("role %q", e.Role)
	case !e.Confidence.Valid():
		return invalid("confidence %d", e.Confidence)
	case !(e.Score >= 0 && e.Score <= 1):
		return invalid("score %v", e.Score)
	}
	return c.evidence(e.Evidence)
}

func (c *checker) aliases() error {
	for _, a := range c.facts.Aliases {
		_, ok := c.stated[a.To].(*Document)
		switch {
		case a.From.Kind() != KindDocument || a.From == a.To:
			return invalid("alias from %q to %q", a.From, a.To)
		case !ok:
			return invalid("alias from %q: document %q is not stated", a.From, a.To)
		}
	}
	c.sheet.aliases = append(c.sheet.aliases, c.facts.Aliases...)
	return nil
}
