package graph

import (
	"maps"
	"reflect"
	"slices"
)

// memory checks the snapshot by one that is built anew from the records.
func (a *audit) memory() error {
	fresh, err := load(a.txn, a.snap.sparse)
	if err != nil {
		return a.unreadable("snapshot", err)
	}
	waiting, err := loadWaiting(a.txn)
	if err != nil {
		return a.unreadable("snapshot", err)
	}
	if fresh.version != a.snap.version {
		a.problem("snapshot", "version %d, stored is %d", a.snap.version, fresh.version)
	}
	if !maps.EqualFunc(waiting, a.waiting, maps.Equal[map[EdgeKey]bool]) {
		a.problem("snapshot", "waits for %d nodes, stored are %d", len(a.waiting), len(waiting))
	}
	if fresh.aliased != a.snap.aliased {
		a.problem("snapshot", "%d aliases, stored are %d", a.snap.aliased, fresh.aliased)
	}
	if err := a.numbers(fresh); err != nil {
		return a.unreadable("snapshot", err)
	}
	ids := map[ID]bool{}
	for _, id := range slices.Concat(fresh.ids, a.snap.ids) {
		ids[id] = true
	}
	for id := range ids {
		want, got := fresh.picture(id), a.snap.picture(id)
		if !reflect.DeepEqual(want, got) {
			a.problem("snapshot: "+id.String(), "%+v, stored is %+v", got, want)
		}
	}
	return nil
}

// numbers checks the counts that are stored and those of the snapshot, and its lists.
func (a *audit) numbers(fresh *snapshot) error {
	fresh.ordered[KindDocument].Scan(func(f *face) bool {
		a.counted.listed[KindDocument] += f.shown() // of documents, lists leave aliases out
		return true
	})
	stored, err := loadCounts(a.txn)
	if err != nil {
		return err
	}
	if stored != a.counted && a.snap.version > 0 {
		a.problem("counts", "%+v, stored are %+v", stored, a.counted)
	}
	fresh.counts = a.counted
	if a.snap.counts != a.counted {
		a.problem("snapshot", "counts %+v, stored are %+v", a.snap.counts, a.counted)
	}
	got, err := a.snap.edgeCount(a.txn)
	if err != nil {
		return err
	}
	want, err := fresh.edgeCount(a.txn)
	if err == nil && got != want {
		a.problem("snapshot", "%d edges, stored are %d", got, want)
	}
	for _, k := range NodeKinds() {
		if err == nil {
			err = a.sorted(k, fresh)
		}
	}
	return err
}

// sorted checks the list of a kind.
func (a *audit) sorted(k NodeKind, fresh *snapshot) error {
	want, err := fresh.sortedOf(a.txn, k)
	if err != nil {
		return err
	}
	got, err := a.snap.sortedOf(a.txn, k)
	if err == nil && !slices.Equal(want, got) {
		a.problem("snapshot", "the list of kind %s is not the stored one", k)
	}
	return err
}

// picture is what a snapshot knows of an id, with ids in place of indexes.
type picture struct {
	brief   Brief
	parent  ID
	stands  ID
	names   [3][]ID // what it is stated to stand for, what is to stand for it, and what does
	parts   []ID
	out, in []Neighbor
}

func (s *snapshot) picture(id ID) picture {
	p := picture{stands: id}
	i, ok := s.lookup(id)
	if !ok {
		return p
	}
	e := s.at(i)
	if e.face != nil {
		p.brief, p.parent = e.face.brief(), e.face.parent
	}
	p.stands = s.ids[s.stands(i)]
	if e.names != nil {
		for n, list := range [][]uint32{e.names.to, e.names.from, e.names.members} {
			p.names[n] = s.sortedIDsOf(list)
		}
	}
	p.parts = s.sortedIDsOf(e.parts)
	for _, dir := range []Direction{Out, In} {
		for _, h := range e.side(dir).append(nil, allKinds) {
			n := Neighbor{s.ids[h.end], h.kind, int(h.order), h.role.role(), h.score, h.confidence}
			if dir == Out {
				p.out = append(p.out, n)
			} else {
				p.in = append(p.in, n)
			}
		}
	}
	return p
}

func (s *snapshot) sortedIDsOf(indexes []uint32) []ID {
	var ids []ID
	for _, i := range indexes {
		ids = append(ids, s.ids[i])
	}
	return sortedUnique(ids)
}
