package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A statement is what one text says of a node or an edge, or the join of what several say.
//
// Joining is commutative, associative and idempotent, so neither the order in which texts are
// loaded nor loading one twice shows in the result. The body is taken whole from the statement
// that comes first: of a loaded document before a citation, from a Simplified text before a
// Traditional one, with more fields before fewer, and finally in the order of its bytes. Lists
// are united, evidence of one place once with its best confidence; a department is mentioned when
// one text mentions it; a fact is as sure as its surest evidence, without any as its surest text.
type statement struct {
	rank      int    // what the statement is of: see rankOf
	filled    int    // number of fields in body
	body      string // nodeBody or edgeBody
	aliases   []string
	mentioned bool
	evidence  []proof
	// confidence is that of the surest evidence, or without evidence what the text gives.
	confidence Confidence
}

// proof is evidence with the script of its text, by which it is ordered.
type proof struct {
	Evidence
	hant bool
}

// The bits of a rank. The lowest rank is preferred.
const (
	rankHant = 1 << iota // stated by a Traditional text
	rankStub             // of a document that is only cited
)

func rankOf(n Node, hant bool) (rank int) {
	if doc, ok := n.(*Document); ok {
		hant = hant || doc.Hant
		if !doc.Loaded {
			rank = rankStub
		}
	}
	if hant {
		rank |= rankHant
	}
	return rank
}

// stateNode is a text's statement of a node.
func stateNode(n Node, hant bool) statement {
	f := fields{}
	nodeBody(&f, n)
	s := statement{rank: rankOf(n, hant), filled: f.written, body: string(f.out)}
	aliases, mentioned, evidence := lists(n)
	if aliases != nil {
		s.aliases = slices.Compact(slices.Sorted(slices.Values(*aliases)))
	}
	if mentioned != nil {
		s.mentioned = *mentioned
	}
	if evidence != nil {
		s.evidence = proofs(*evidence, hant)
		s.confidence = surest(s.evidence, High)
	}
	return s
}

// stateEdge is a text's statement of an edge.
func stateEdge(e *Edge, hant bool) statement {
	f := fields{}
	edgeBody(&f, e)
	s := statement{filled: f.written, body: string(f.out), evidence: proofs(e.Evidence, hant)}
	s.confidence = surest(s.evidence, e.Confidence)
	if hant {
		s.rank = rankHant
	}
	return s
}

// proofs is evidence in order, each once.
func proofs(list []Evidence, hant bool) []proof {
	ps := make([]proof, len(list))
	for i, e := range list {
		ps[i] = proof{e, hant}
	}
	slices.SortFunc(ps, compareProofs)
	return compactProofs(ps)
}

// compactProofs keeps, of sorted evidence of one place, the surest.
func compactProofs(ps []proof) []proof {
	return slices.CompactFunc(ps, func(a, b proof) bool {
		b.Confidence = a.Confidence
		return a == b
	})
}

// compareProofs orders evidence: Simplified texts first, then by source and place, the surest first.
func compareProofs(a, b proof) int {
	switch {
	case a.hant != b.hant && b.hant:
		return -1
	case a.hant != b.hant:
		return 1
	}
	return cmp.Or(
		strings.Compare(string(a.Source), string(b.Source)),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.End, b.End),
		compareIDs(a.Section, b.Section),
		strings.Compare(a.Quote, b.Quote),
		cmp.Compare(a.Confidence, b.Confidence),
	)
}

// compareBodies orders statements by which of them gives the body; 0 if their bodies are equal.
func compareBodies(a, b *statement) int {
	return cmp.Or(
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(b.filled, a.filled),
		strings.Compare(a.body, b.body),
	)
}

// join is what a and b say together.
func join(a, b statement) statement {
	first := a
	if compareBodies(&b, &a) < 0 {
		first = b
	}
	first.aliases = union(a.aliases, b.aliases, strings.Compare)
	first.mentioned = a.mentioned || b.mentioned
	first.evidence = compactProofs(union(a.evidence, b.evidence, compareProofs))
	first.confidence = surest(first.evidence, min(a.confidence, b.confidence))
	return first
}

// union merges two sorted lists without duplicates. It returns one of them where that holds all.
func union[T comparable](a, b []T, compare func(T, T) int) []T {
	if len(b) == 0 || slices.Equal(a, b) {
		return a
	}
	if len(a) == 0 {
		return b
	}
	all := slices.Concat(a, b)
	slices.SortFunc(all, compare)
	return slices.Compact(all)
}

func (s *statement) equal(t *statement) bool {
	return compareBodies(s, t) == 0 && s.mentioned == t.mentioned && s.confidence == t.confidence &&
		slices.Equal(s.aliases, t.aliases) && slices.Equal(s.evidence, t.evidence)
}

// record describes the stored form of a statement.
func (s *statement) record(f *fields) {
	number(f, 1, &s.rank)
	number(f, 2, &s.filled)
	text(f, 3, &s.body)
	list(f, 4, &s.aliases, bare)
	f.flag(5, &s.mentioned)
	list(f, 6, &s.evidence, bareProof)
	number(f, 7, &s.confidence)
}

func bareProof(f *fields, p *proof) {
	var d digest
	if f.reading {
		copy(d[:], f.takeBytes(uint64(len(d))))
		p.Source = d.source()
	} else {
		d, _ = p.Source.digest() // checked by newSheet
		f.out = append(f.out, d[:]...)
	}
	p.bareRank(f)
	bareID(f, &p.Section)
	bareUint(f, &p.Start)
	bareUint(f, &p.End)
	bare(f, &p.Quote)
}

// bareRank writes or reads script and confidence as one number.
func (p *proof) bareRank(f *fields) {
	n := int(p.Confidence) << 1
	if p.hant {
		n |= rankHant
	}
	bareUint(f, &n)
	p.hant, p.Confidence = n&rankHant != 0, Confidence(n>>1)
}

func decodeStatement(record string) (statement, error) {
	var s statement
	err := decode(record, s.record)
	return s, err
}

// node is the statement as a node.
func (s *statement) node(id ID) (Node, error) {
	n := newNode(id)
	if n == nil {
		return nil, fmt.Errorf("graph: node of kind %d: %w", id.Kind(), ErrCorrupt)
	}
	if err := decode(s.body, func(f *fields) { nodeBody(f, n) }); err != nil {
		return nil, fmt.Errorf("graph: node %s: %w", id, err)
	}
	aliases, mentioned, evidence := lists(n)
	if aliases != nil {
		*aliases = s.aliases
	}
	if mentioned != nil {
		*mentioned = s.mentioned
	}
	if evidence != nil {
		*evidence = s.evidences()
	}
	if confidence := confidenceOf(n); confidence != nil {
		*confidence = s.confidence
	}
	return n, nil
}

// edge is the statement as an edge.
func (s *statement) edge(key EdgeKey) (*Edge, error) {
	e := &Edge{
		Kind: key.Kind, From: key.From, To: key.To,
		Confidence: s.confidence, Evidence: s.evidences(),
	}
	if err := decode(s.body, func(f *fields) { edgeBody(f, e) }); err != nil {
		return nil, fmt.Errorf("graph: edge %s: %w", key, err)
	}
	return e, nil
}

func (s *statement) evidences() []Evidence {
	if len(s.evidence) == 0 {
		return nil
	}
	list := make([]Evidence, len(s.evidence))
	for i, p := range s.evidence {
		list[i] = p.Evidence
	}
	return list
}
