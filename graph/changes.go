package graph

import "slices"

// Changes returns the ids of all nodes that differ between v and another view of the same store:
// nodes that only one of them has, and nodes whose fields or Brief have changed. It may name some
// that are the same: those that changed back, or that other texts state now. Edges do not count.
// The ids are sorted. It reports false, and nothing else, if since is no view of this store. It
// costs what the commits between the views touched, not what the store holds.
func (v *View) Changes(since Reader) ([]ID, bool) {
	old, ok := since.(*View)
	if !ok || old.store != v.store {
		return nil, false
	}
	ids := v.snap.ids // ids keep their index, so that the longer list has those of both
	if len(old.snap.ids) > len(ids) {
		ids = old.snap.ids
	}
	var changed []ID
	for n := range max(len(v.snap.pages), len(old.snap.pages)) {
		before, after := old.snap.page(n), v.snap.page(n)
		if before == after {
			continue
		}
		for i := range pageSize {
			at := uint32(n*pageSize + i)
			if before[i] != after[i] && !sameNode(at, before[i], after[i]) {
				changed = append(changed, ids[at])
			}
		}
	}
	slices.SortFunc(changed, compareIDs)
	return changed, true
}

// noPage is a page of ids of which nothing is known.
var noPage = new(page)

func (s *snapshot) page(n int) *page {
	if n < len(s.pages) && s.pages[n] != nil {
		return s.pages[n]
	}
	return noPage
}

// sameNode reports whether readers see the same node, with the same Brief, in two entries of an id.
func sameNode(i uint32, a, b *entry) bool {
	if a == nil {
		a = empty
	}
	if b == nil {
		b = empty
	}
	before, after := a.listedFace(i), b.listedFace(i)
	if before == nil || after == nil {
		return before == after
	}
	return a.rev == b.rev && (before == after || before.brief() == after.brief())
}
