package graph

import "reflect"

// newNode is an empty node of the id's kind, with its id; nil if there is no such kind.
func newNode(id ID) Node {
	switch id.Kind() {
	case KindDocument:
		return &Document{ID: id}
	case KindSection:
		return &Section{ID: id}
	case KindTask:
		return &Task{ID: id}
	case KindDepartment:
		return &Department{ID: id}
	case KindFunction:
		return &Function{ID: id}
	case KindRegion:
		return &Region{ID: id}
	case KindTopic:
		return &Topic{ID: id}
	case KindStandardsBody:
		return &StandardsBody{ID: id}
	case KindStandard:
		return &Standard{ID: id}
	case KindTarget:
		return &Target{ID: id}
	}
	return nil
}

// isNil reports whether n is nil or a nil pointer.
func isNil(n Node) bool { return n == nil || reflect.ValueOf(n).IsNil() }

// kindOf is the kind that a node's Go type stands for.
func kindOf(n Node) NodeKind {
	for _, k := range NodeKinds() {
		if reflect.TypeOf(newNode(ID{byte(k)})) == reflect.TypeOf(n) {
			return k
		}
	}
	return 0
}

// documentOf is the document that a section, task or target is part of; zero for other nodes.
func documentOf(n Node) ID {
	switch n := n.(type) {
	case *Section:
		return n.Document
	case *Task:
		return n.Document
	case *Target:
		return n.Document
	}
	return ID{}
}

// hasParent reports whether nodes of the kind are parts of a document.
func hasParent(k NodeKind) bool { return k == KindSection || k == KindTask || k == KindTarget }

// nodeBody describes the fields of a node that are taken as one when statements are joined: all
// but its id and its lists, and for departments Mentioned.
func nodeBody(f *fields, n Node) {
	switch n := n.(type) {
	case *Document:
		documentBody(f, n)
	case *Section:
		sectionBody(f, n)
	case *Task:
		taskBody(f, n)
	case *Department:
		text(f, 1, &n.Name)
		text(f, 2, &n.FullName)
		text(f, 3, &n.RegionCode)
		f.flag(4, &n.Collective)
	case *Function:
		text(f, 1, &n.Slug)
		text(f, 2, &n.Name)
	case *Region:
		text(f, 1, &n.Code)
		text(f, 2, &n.Name)
		text(f, 3, &n.Level)
	case *Topic:
		text(f, 1, &n.Slug)
		text(f, 2, &n.Name)
	case *StandardsBody:
		text(f, 1, &n.Code)
		text(f, 2, &n.Name)
		text(f, 3, &n.Level)
	case *Standard:
		text(f, 1, &n.Code)
		text(f, 2, &n.Title)
	case *Target:
		targetBody(f, n)
	}
}

func documentBody(f *fields, n *Document) {
	text(f, 1, &n.Title)
	f.flag(2, &n.TitleInferred)
	text(f, 3, &n.NoticeTitle)
	text(f, 4, &n.Number)
	text(f, 5, &n.Genre)
	text(f, 6, &n.Issued)
	text(f, 7, &n.Published)
	number(f, 8, &n.PeriodStart)
	number(f, 9, &n.PeriodEnd)
	f.flag(10, &n.Loaded)
	f.flag(11, &n.Hant)
}

func sectionBody(f *fields, n *Section) {
	f.id(1, &n.Document)
	text(f, 2, &n.Path)
	text(f, 3, &n.Label)
	text(f, 4, &n.Heading)
	number(f, 5, &n.Depth)
	number(f, 6, &n.Order)
}

func taskBody(f *fields, n *Task) {
	f.id(1, &n.Document)
	f.id(2, &n.Section)
	text(f, 3, &n.Path)
	number(f, 4, &n.Order)
	text(f, 5, &n.Kind)
	text(f, 6, &n.Heading)
	text(f, 7, &n.Text)
	f.flag(8, &n.OpenEnded)
}

func targetBody(f *fields, n *Target) {
	f.id(1, &n.Document)
	f.id(2, &n.Section)
	text(f, 3, &n.Path)
	number(f, 4, &n.Order)
	text(f, 5, &n.Metric)
	text(f, 6, &n.Comparator)
	f.float(7, &n.Value)
	text(f, 8, &n.Unit)
	number(f, 9, &n.Deadline)
	text(f, 10, &n.Basis)
}

// edgeBody describes the fields of an edge but its key and its evidence.
func edgeBody(f *fields, e *Edge) {
	number(f, 1, &e.Order)
	text(f, 2, &e.Role)
	text(f, 3, &e.AsWritten)
	text(f, 4, &e.Relation)
	reform(f, 5, &e.Reform)
	f.float(6, &e.Score)
}

func reform(f *fields, tag byte, p **Reform) {
	if !f.has(tag, *p != nil) {
		return
	}
	if f.reading {
		*p = &Reform{}
	}
	r := *p
	for _, s := range []*string{&r.Date, &r.Kind, &r.Scope, &r.Source} {
		bare(f, s)
	}
}

// lists returns a node's lists and the flag Mentioned, by which they can be read and set; nil for
// what nodes of its kind have not.
func lists(n Node) (aliases *[]string, mentioned *bool, evidence *[]Evidence) {
	switch n := n.(type) {
	case *Section:
		return nil, nil, &n.Evidence
	case *Task:
		return nil, nil, &n.Evidence
	case *Target:
		return nil, nil, &n.Evidence
	case *Department:
		return &n.Aliases, &n.Mentioned, nil
	case *StandardsBody:
		return &n.Aliases, nil, nil
	}
	return nil, nil, nil
}

// confidenceOf is where a node keeps how sure it is; nil for nodes whose edges alone say so.
func confidenceOf(n Node) *Confidence {
	switch n := n.(type) {
	case *Task:
		return &n.Confidence
	case *Target:
		return &n.Confidence
	}
	return nil
}

// record describes the stored form of an expression, with tags below 5. The source is in the key.
func (e *Expression) record(f *fields) {
	f.id(1, &e.Document)
	text(f, 2, &e.FileName)
	text(f, 3, &e.Script)
	f.flag(4, &e.Repaired)
}

// link is what traversals need of an edge beside its key.
type link struct {
	order      int
	role       Role
	score      float64
	confidence Confidence
}

// record describes the stored form of a link.
func (l *link) record(f *fields) {
	number(f, 1, &l.order)
	text(f, 2, &l.role)
	f.float(3, &l.score)
	number(f, 4, &l.confidence)
}

// link is the statement of an edge as a link; nil of a nil statement.
func (s *statement) link(key EdgeKey) (*link, error) {
	if s == nil {
		return nil, nil
	}
	e, err := s.edge(key)
	if err != nil {
		return nil, err
	}
	return &link{e.Order, e.Role, e.Score, e.Confidence}, nil
}
