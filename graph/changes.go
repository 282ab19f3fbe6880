package graph

import "slices"

// Changes returns the ids of all nodes that differ between v and another view of the same store:
// nodes that only one of them has, and nodes whose fields or Brief have changed. It may name some
// that are the same: those that changed back, or that other texts state now. Edges do not count.
// The ids are sorted. It reports false, and nothing else, if since is no view of this store,
// or if the graph is walked on disk and too much has happened since. It costs what the commits
// between the views touched, not what the store holds.
func (v *View) Changes(since Reader) ([]ID, bool) {
	old, ok := since.(*View)
	if !ok || old.store != v.store {
		return nil, false
	}
	ids := v.snap.ids // ids keep their index, so that the longer list has those of both
	if len(old.snap.ids) > len(ids) {
		ids = old.snap.ids
	}
	changed, ok := v.recentSince(old)
	if !ok {
		return nil, false
	}
	for n := range max(len(v.snap.pages), len(old.snap.pages)) {
		before, after := old.snap.page(n), v.snap.page(n)
		if before == after {
			continue
		}
		for i := range pageSize {
			at := uint32(n*pageSize + i)
			if before[i] == after[i] || sameNode(at, before[i], after[i]) {
				continue
			}
			if v.snap.sparse && movesParts(before[i], after[i]) {
				return nil, false
			}
			changed = append(changed, ids[at])
		}
	}
	return sortedUnique(changed), true
}

// changeSet is what a commit changed of what sparse snapshots do not hold.
type changeSet struct {
	version uint64
	nodes   []ID
}

// recentCommits is how many commits a sparse snapshot remembers.
const recentCommits = 256

// recentWith is the sets of the last commits with one more.
func (s *snapshot) recentWith(version uint64, nodes []ID) []changeSet {
	kept := s.recent[max(0, len(s.recent)+1-recentCommits):]
	return append(slices.Clone(kept), changeSet{version, nodes})
}

// recentSince is what commits changed between two views, of what sparse snapshots do not hold. It
// reports false if that is not known any more.
func (v *View) recentSince(since *View) (changed []ID, ok bool) {
	first, last := since.snap, v.snap
	if first.version > last.version {
		first, last = last, first
	}
	if first.sparse != last.sparse {
		return nil, false
	}
	if !last.sparse || first.version == last.version {
		return nil, true
	}
	if len(last.recent) == 0 || last.recent[0].version > first.version+1 {
		return nil, false
	}
	for _, set := range last.recent {
		if set.version > first.version {
			changed = append(changed, set.nodes...)
		}
	}
	return changed, true
}

// movesParts reports whether a loaded document moves among the documents, and thus all its parts,
// which a sparse snapshot cannot name.
func movesParts(before, after *entry) bool {
	if before == nil || before.face == nil || after == nil || after.face == nil {
		return false
	}
	from, to := before.face.place, after.face.place
	return before.face.listed && from != nil && to != nil && *from != *to
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
