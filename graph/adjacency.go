package graph

import (
	"cmp"
	"slices"
	"sort"
)

// half is one end of an edge, in memory: the other end by its index and what traversals need.
type half struct {
	end        uint32
	order      int32
	score      float64
	kind       EdgeKind
	role       roleCode
	confidence Confidence
}

// adjacency is a node's edges in one direction, ordered by kind, order and the id of the other
// end. It is never changed in place: edits copy the chunk they touch and the list of chunks, so a
// commit that adds an edge to a node with a million copies a few kilobytes.
type adjacency [][]half

// maxChunk is the number of edges at which a chunk is split.
const maxChunk = 256

// compare orders half edges; ids maps an index to its id.
func (h half) compare(g half, ids []ID) int {
	switch {
	case h.kind != g.kind:
		return cmp.Compare(h.kind, g.kind)
	case h.order != g.order:
		return cmp.Compare(h.order, g.order)
	}
	return compareIDs(ids[h.end], ids[g.end]) // last, as ids are far away in memory
}

// find is the place of h, or where it would stand.
func (a adjacency) find(h half, ids []ID) (chunk, at int, found bool) {
	chunk = sort.Search(len(a), func(i int) bool { return a[i][len(a[i])-1].compare(h, ids) >= 0 })
	if chunk == len(a) {
		return chunk, 0, false
	}
	at, found = slices.BinarySearchFunc(a[chunk], h, func(g, h half) int { return g.compare(h, ids) })
	return chunk, at, found
}

// with is the list with h in its place; one that compares equal is replaced.
func (a adjacency) with(h half, ids []ID) adjacency {
	if len(a) == 0 {
		return adjacency{{h}}
	}
	chunk, at, found := a.find(h, ids)
	if chunk == len(a) {
		chunk, at = chunk-1, len(a[chunk-1])
	}
	old := a[chunk]
	edited := make([]half, 0, len(old)+1)
	edited = append(append(edited, old[:at]...), h)
	if found {
		at++
	}
	edited = append(edited, old[at:]...)
	if len(edited) <= maxChunk {
		return a.replace(chunk, edited)
	}
	middle := len(edited) / 2
	return a.replace(chunk, edited[:middle:middle], edited[middle:])
}

// without is the list without the half edge that compares equal to h.
func (a adjacency) without(h half, ids []ID) adjacency {
	chunk, at, found := a.find(h, ids)
	switch {
	case !found:
		return a
	case len(a[chunk]) == 1:
		return a.replace(chunk)
	}
	return a.replace(chunk, slices.Concat(a[chunk][:at], a[chunk][at+1:]))
}

// replace is the list with chunks in place of one of its chunks.
func (a adjacency) replace(chunk int, chunks ...[]half) adjacency {
	return slices.Concat(a[:chunk], chunks, a[chunk+1:])
}

// newAdjacency is the list of half edges that are in order.
func newAdjacency(sorted []half) adjacency {
	if len(sorted) == 0 {
		return nil
	}
	return slices.Collect(slices.Chunk(sorted, maxChunk))
}

// append adds the half edges whose kind is in kinds, in order.
func (a adjacency) append(halves []half, kinds kindSet) []half {
	if kinds == allKinds {
		return append(halves, slices.Concat(a...)...)
	}
	for _, chunk := range a {
		if len(a) > 1 && !kinds.between(chunk[0].kind, chunk[len(chunk)-1].kind) {
			continue
		}
		for _, h := range chunk {
			if kinds.has(h.kind) {
				halves = append(halves, h)
			}
		}
	}
	return halves
}

// kindSet is a set of edge kinds, a bit for each.
type kindSet uint32

const allKinds = ^kindSet(0)

// newKindSet is the set of the kinds, of all kinds if none is given.
func newKindSet(kinds []EdgeKind) kindSet {
	if len(kinds) == 0 {
		return allKinds
	}
	var s kindSet
	for _, k := range kinds {
		if k.Valid() {
			s |= 1 << k
		}
	}
	return s
}

func (s kindSet) has(k EdgeKind) bool { return s&(1<<k) != 0 }

// between reports whether a kind of the set lies from first to last.
func (s kindSet) between(first, last EdgeKind) bool {
	return s&(1<<(last+1)-1)>>first != 0
}

// roleCode is a Role in a byte.
type roleCode uint8

// roleNames are the roles by code. Other words than these are not valid roles.
var roleNames = [...]Role{"", RoleLead, RoleResponsible, RoleSupport}

func codeOf(r Role) roleCode { return roleCode(max(0, slices.Index(roleNames[:], r))) }

func (c roleCode) role() Role { return roleNames[c] }
