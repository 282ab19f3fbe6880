package graph

import (
	"cmp"
	"maps"
	"slices"
)

// edit makes the snapshot that follows another. It copies what it touches; the snapshot it
// started from, and all readers of it, stay as they were.
type edit struct {
	base    *snapshot
	next    *snapshot
	touched map[uint32]*entry // this edit's own copies
	renamed map[uint32]bool   // ids for which aliases must be resolved anew
	moved   map[uint32]bool   // documents and parts whose place may have changed
}

// edit starts the snapshot of a version.
func (s *snapshot) edit(version uint64) *edit {
	next := &snapshot{
		version: version,
		numbers: s.numbers,
		pages:   slices.Clone(s.pages),
		counts:  s.counts,
		aliased: s.aliased,
		sparse:  s.sparse,
		edges:   -1,
	}
	for _, k := range NodeKinds() {
		next.ordered[k] = s.ordered[k].Copy()
	}
	return &edit{
		base: s, next: next,
		touched: map[uint32]*entry{}, renamed: map[uint32]bool{}, moved: map[uint32]bool{},
	}
}

// read is the entry of an index as edited so far. It must not be changed.
func (e *edit) read(i uint32) *entry {
	if own := e.touched[i]; own != nil {
		return own
	}
	return e.base.at(i)
}

// own is the edit's own copy of an entry.
func (e *edit) own(i uint32) *entry {
	if e.touched[i] == nil {
		entry := *e.base.at(i)
		e.touched[i] = &entry
	}
	return e.touched[i]
}

// setNode sets or, with a nil face, removes the node of an id.
func (e *edit) setNode(id ID, f *face) {
	i := e.next.numbers.number(id)
	entry := e.own(i)
	if entry.face != nil {
		e.next.nodes--
	}
	if f != nil {
		e.next.nodes++
	}
	if before := entry.face; before != nil && !before.parent.IsZero() {
		e.setPart(before.parent, i, false)
	}
	entry.face, entry.rev = f, e.next.version
	if f != nil && !f.parent.IsZero() {
		e.setPart(f.parent, i, true)
	}
	if id.Kind() == KindDocument {
		e.renamed[i] = true
	}
	e.moved[i] = true
}

// leaveNode counts the change of a node that a sparse snapshot does not hold.
func (e *edit) leaveNode(k NodeKind, before, after *face) {
	if before != nil {
		e.next.nodes--
		e.next.listed[k] -= before.shown()
	}
	if after != nil {
		e.next.nodes++
		e.next.listed[k] += after.shown()
	}
}

func (e *edit) setPart(doc ID, part uint32, has bool) {
	entry := e.own(e.next.numbers.number(doc))
	entry.parts = withIndex(entry.parts, part, has)
}

// withIndex is a copy of a sorted list with or without an index.
func withIndex(list []uint32, i uint32, has bool) []uint32 {
	at, found := slices.BinarySearch(list, i)
	switch {
	case found == has:
		return list
	case has:
		return slices.Concat(list[:at], []uint32{i}, list[at:])
	}
	return slices.Concat(list[:at], list[at+1:])
}

// setEdge replaces what the snapshot knows of an edge: before is nil for a new one, after for one
// that goes.
func (e *edit) setEdge(key EdgeKey, before, after *link) {
	if before != nil {
		e.next.halves--
	}
	if after != nil {
		e.next.halves++
	}
	if e.next.sparse && !edgeInSparse(key) {
		return
	}
	from, to := e.next.numbers.number(key.From), e.next.numbers.number(key.To)
	ids := e.next.numbers.ids
	source, target := e.own(from), e.own(to)
	if before != nil {
		source.out = source.out.without(before.half(key.Kind, to), ids)
		target.in = target.in.without(before.half(key.Kind, from), ids)
	}
	if after != nil {
		source.out = source.out.with(after.half(key.Kind, to), ids)
		target.in = target.in.with(after.half(key.Kind, from), ids)
	}
	if key.Kind == InRegion {
		e.moved[from] = true
	}
}

func (l *link) half(kind EdgeKind, end uint32) half {
	return half{
		end: end, kind: kind, order: int32(l.order), role: codeOf(l.role), score: l.score,
		confidence: l.confidence,
	}
}

// setAlias adds or removes an alias.
func (e *edit) setAlias(a Alias, has bool) {
	from, to := e.next.numbers.number(a.From), e.next.numbers.number(a.To)
	source := e.ownNames(from)
	source.to = withIndex(source.to, to, has)
	target := e.ownNames(to)
	target.from = withIndex(target.from, from, has)
	e.renamed[from], e.renamed[to] = true, true
}

// ownNames is the edit's own copy of an entry's aliases.
func (e *edit) ownNames(i uint32) *aliases {
	entry := e.own(i)
	names := aliases{stands: i}
	if entry.names != nil {
		names = *entry.names
	}
	entry.names = &names
	return entry.names
}

// finish brings all that depends on nodes, edges and aliases up to date and returns the snapshot.
// The edit must not be used afterwards.
func (e *edit) finish() *snapshot {
	e.next.ids = e.next.numbers.ids
	e.resolveAliases()
	e.place()
	e.list()
	e.write()
	return e.next
}

// list brings the lists of each kind up to date.
func (e *edit) list() {
	var added []*face
	for i, entry := range e.touched {
		before, after := e.base.at(i).listedFace(i), entry.listedFace(i)
		if before == after {
			continue
		}
		if before != nil {
			e.next.ordered[before.id.Kind()].Delete(before)
			e.next.listed[before.id.Kind()] -= before.shown()
		}
		if after != nil {
			added = append(added, after)
			e.next.listed[after.id.Kind()] += after.shown()
		}
	}
	slices.SortFunc(added, func(f, g *face) int {
		if c := cmp.Compare(f.id.Kind(), g.id.Kind()); c != 0 {
			return c
		}
		return f.compare(g)
	})
	for _, f := range added {
		e.next.ordered[f.id.Kind()].Load(f) // fast for one that comes last, as all do at opening
	}
}

// place gives documents that may have moved their place, and their parts the same.
func (e *edit) place() {
	for _, i := range slices.Collect(maps.Keys(e.moved)) {
		entry := e.read(i)
		if entry.face == nil || entry.face.id.Kind() != KindDocument {
			continue
		}
		at := newPlace(entry.face, e.region(entry))
		if old := e.base.at(i).face; old != nil && *old.place == at {
			e.setPlace(i, old.place)
			continue
		}
		e.setPlace(i, &at)
		for _, part := range entry.parts {
			e.moved[part] = true
		}
	}
	for i := range e.moved {
		if f := e.read(i).face; f != nil && !f.parent.IsZero() {
			e.setPlace(i, e.read(e.next.numbers.number(f.parent)).face.place)
		}
	}
}

// region is the code of the region of a document.
func (e *edit) region(doc *entry) string {
	for _, h := range doc.out.append(nil, newKindSet([]EdgeKind{InRegion})) {
		if f := e.read(h.end).face; f != nil {
			return f.region
		}
	}
	return ""
}

func (e *edit) setPlace(i uint32, p *place) {
	if f := e.read(i).face; f.place != p {
		moved := *f
		moved.place = p
		e.own(i).face = &moved
	}
}

// listedFace is the entry's face if the lists of its kind hold it: nil for no node and for an
// alias.
func (n *entry) listedFace(i uint32) *face {
	if n.names != nil && n.names.stands != i {
		return nil
	}
	return n.face
}

// shown is how many nodes of a list show the face: one or none.
func (f *face) shown() int {
	if f.listed {
		return 1
	}
	return 0
}

// write puts the touched entries into copies of their pages.
func (e *edit) write() {
	copied := map[uint32]bool{}
	for i, entry := range e.touched {
		n := i / pageSize
		for int(n) >= len(e.next.pages) {
			e.next.pages = append(e.next.pages, nil)
		}
		if !copied[n] {
			copied[n] = true
			p := page{}
			if old := e.next.pages[n]; old != nil {
				p = *old
			}
			e.next.pages[n] = &p
		}
		e.next.pages[n][i%pageSize] = entry
	}
}
