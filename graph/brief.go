package graph

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// A face is what the store keeps in memory of a node: a Brief in parts. A document's region comes
// from its edge IN_REGION, and its sections, tasks and targets take place from it, so those parts
// are put together in memory and not stored.
type face struct {
	id     ID
	label  string
	key    string // orders a node among those of its kind; of a part, among those of its document
	region string // stated by the node itself: departments and regions
	parent ID     // the document that a section, task or target is part of
	listed bool
	place  *place // the document's, for its parts; nil for other nodes
}

// place is where a document stands among documents.
type place struct {
	sort   string
	parts  string // what the sort of its parts begins with
	region string
}

func newPlace(doc *face, region string) place {
	sort := region + "\x00" + doc.key
	return place{sort, sort + "\x00" + idText.EncodeToString(doc.id[1:]) + "\x00", region}
}

// newFace is the face of a node, without its place.
func newFace(n Node) *face {
	f := &face{id: n.NodeID(), listed: true, parent: documentOf(n)}
	switch n := n.(type) {
	case *Document:
		f.listed = n.Loaded
		f.label = cmp.Or(n.Title, n.NoticeTitle, n.Number)
		f.key = sortKey(cmp.Or(n.Issued, n.Published), f.label)
	case *Section:
		f.label = cmp.Or(n.Heading, n.Label, n.Path)
		f.key = orderKey(n.Order)
	case *Task:
		f.label = cmp.Or(n.Heading, shorten(n.Text), n.Path)
		f.key = orderKey(n.Order)
	case *Target:
		f.label = n.Metric + comparatorSign(n.Comparator) +
			strconv.FormatFloat(n.Value, 'f', -1, 64) + n.Unit
		f.key = orderKey(n.Order)
	case *Department:
		f.listed, f.region = n.Mentioned, n.RegionCode
		f.label = cmp.Or(n.Name, n.FullName)
		f.key = sortKey(n.RegionCode, cmp.Or(n.FullName, n.Name))
	case *Function:
		f.label, f.key = cmp.Or(n.Name, n.Slug), sortKey(n.Slug)
	case *Region:
		f.label, f.key, f.region = cmp.Or(n.Name, n.Code), sortKey(n.Code), n.Code
	case *Topic:
		f.label, f.key = cmp.Or(n.Name, n.Slug), sortKey(n.Slug)
	case *StandardsBody:
		f.label, f.key = cmp.Or(n.Name, n.Code), sortKey(cmp.Or(n.Code, n.Name))
	case *Standard:
		f.label, f.key = cmp.Or(n.Code, n.Title), sortKey(cmp.Or(n.Code, n.Title))
	}
	// the node's strings are parts of its record, which would be kept in memory with them
	f.label, f.key, f.region = strings.Clone(f.label), strings.Clone(f.key), strings.Clone(f.region)
	return f
}

// face is the face of the node that a statement is of; nil of a nil statement.
func (s *statement) face(id ID) (*face, error) {
	if s == nil {
		return nil, nil
	}
	n, err := s.node(id)
	if err != nil {
		return nil, err
	}
	return newFace(n), nil
}

// sortKey joins the parts of a key so that they are compared one by one: by NUL, which is taken
// out of the parts themselves.
func sortKey(parts ...string) string {
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, "\x00", "")
	}
	return strings.Join(parts, "\x00")
}

func orderKey(order int) string { return fmt.Sprintf("%08x", order) }

// shorten is the beginning of a text, for a drawing.
func shorten(s string) string {
	const limit = 24
	if r := []rune(strings.TrimSpace(s)); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return strings.TrimSpace(s)
}

func comparatorSign(c Comparator) string {
	return map[Comparator]string{GTE: " ≥", LTE: " ≤", EQ: " =", GT: " >", LT: " <"}[c]
}

// record describes the stored form of a face. The id is in the key.
func (f *face) record(w *fields) {
	text(w, 1, &f.label)
	text(w, 2, &f.key)
	text(w, 3, &f.region)
	w.id(4, &f.parent)
	w.flag(5, &f.listed)
}

// sort is the face's Brief.Sort.
func (f *face) sort() string {
	switch {
	case f.place == nil:
		return f.key
	case f.parent.IsZero():
		return f.place.sort
	}
	return f.place.parts + f.key
}

// compare orders faces of one kind by sort, then id, without making the strings.
func (f *face) compare(g *face) int {
	if f.place != g.place { // not parts of one document
		if c := strings.Compare(f.place.sort, g.place.sort); c != 0 || f.parent.IsZero() {
			return cmp.Or(c, compareIDs(f.id, g.id))
		}
		return compareIDs(f.parent, g.parent)
	}
	if c := strings.Compare(f.key, g.key); c != 0 {
		return c
	}
	return compareIDs(f.id, g.id)
}

func (f *face) before(g *face) bool { return f.compare(g) < 0 }

func (f *face) brief() Brief {
	b := Brief{ID: f.id, Label: f.label, Sort: f.sort(), Region: f.region, Listed: f.listed}
	if f.place != nil {
		b.Region = f.place.region
	}
	return b
}
