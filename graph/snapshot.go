package graph

import (
	"slices"
	"sync"

	"github.com/tidwall/btree"
)

// snapshot is one state of the graph in memory: what traversals need of it. A published snapshot
// never changes; an edit makes the next one, which shares with it all that the commit left alone.
type snapshot struct {
	version uint64
	numbers *numbering
	ids     []ID // by index; shared with later snapshots, which only append
	pages   []*page
	ordered [KindTarget + 1]*btree.BTreeG[*face] // the nodes of each kind
	listed  [KindTarget + 1]int                  // how many of them lists show
	halves  int                                  // number of edges, as stored
	aliased int                                  // number of ids that stand for another
	lease   *lease

	sorted     [KindTarget + 1]sync.Once
	sortedIDs  [KindTarget + 1][]ID
	countEdges sync.Once
	edges      int
}

const pageSize = 256

type page [pageSize]*entry

// entry is what a snapshot knows of one id.
type entry struct {
	face    *face  // nil if no node has the id
	rev     uint64 // version that last changed the node's record; keys the cache of nodes
	out, in adjacency
	parts   []uint32 // of a document: its sections, tasks and targets, sorted
	names   *aliases // nil for most
}

// aliases is the part that an id takes in aliases. All lists are sorted by index.
type aliases struct {
	to, from []uint32 // ids it is stated to stand for, and that are stated to stand for it
	stands   uint32   // the index of the id it stands for: its own but for an alias
	members  []uint32 // the other ids that stand for it
}

// empty is the entry of an id of which nothing is known.
var empty = &entry{}

// newSnapshot is a snapshot of the empty graph.
func newSnapshot() *snapshot {
	s := &snapshot{numbers: &numbering{index: map[ID]uint32{}}}
	for _, k := range NodeKinds() {
		s.ordered[k] = btree.NewBTreeGOptions((*face).before, btree.Options{NoLocks: true})
	}
	return s
}

// at is the entry of an index.
func (s *snapshot) at(i uint32) *entry {
	if p := int(i / pageSize); p < len(s.pages) && s.pages[p] != nil {
		if e := s.pages[p][i%pageSize]; e != nil {
			return e
		}
	}
	return empty
}

// lookup is the index of an id, false if the snapshot does not know it.
func (s *snapshot) lookup(id ID) (uint32, bool) {
	i, ok := s.numbers.lookup(id)
	return i, ok && int(i) < len(s.ids)
}

// find is the entry of an id, or of the document it stands for, with its index.
func (s *snapshot) find(id ID) (uint32, *entry) {
	i, ok := s.lookup(id)
	if !ok {
		return 0, empty
	}
	i = s.stands(i)
	return i, s.at(i)
}

// exact is the entry of an id itself.
func (s *snapshot) exact(id ID) *entry {
	if i, ok := s.lookup(id); ok {
		return s.at(i)
	}
	return empty
}

// stands is the index that an index stands for.
func (s *snapshot) stands(i uint32) uint32 {
	if s.aliased == 0 {
		return i
	}
	if n := s.at(i).names; n != nil {
		return n.stands
	}
	return i
}

// group is the index i and those that stand for it.
func (s *snapshot) group(i uint32) []uint32 {
	if n := s.at(i).names; n != nil && len(n.members) > 0 {
		return append([]uint32{i}, n.members...)
	}
	return []uint32{i}
}

// sortedOf is the ids of all nodes of a kind, in order. They are listed once for a snapshot.
func (s *snapshot) sortedOf(k NodeKind) []ID {
	s.sorted[k].Do(func() {
		ids := make([]ID, 0, s.ordered[k].Len())
		s.ordered[k].Scan(func(f *face) bool {
			ids = append(ids, f.id)
			return true
		})
		s.sortedIDs[k] = ids
	})
	return s.sortedIDs[k]
}

// neighbors appends a node's half edges, each end replaced by what it stands for. Of edges that
// become one, the first in order stays.
func (s *snapshot) neighbors(halves []half, i uint32, dir Direction, kinds kindSet) []half {
	start := len(halves)
	e := s.at(i)
	halves = e.side(dir).append(halves, kinds)
	if s.aliased == 0 {
		return halves
	}
	mixed := false
	if e.names != nil {
		for _, member := range e.names.members {
			halves, mixed = s.at(member).side(dir).append(halves, kinds), true
		}
	}
	own := halves[start:]
	if mixed {
		slices.SortFunc(own, func(a, b half) int { return a.compare(b, s.ids) })
	}
	for j := range own {
		if end := s.stands(own[j].end); end != own[j].end {
			own[j].end, mixed = end, true
		}
	}
	if mixed {
		own = s.dedupe(own)
	}
	return halves[:start+len(own)]
}

func (e *entry) side(dir Direction) adjacency {
	if dir == In {
		return e.in
	}
	return e.out
}

// dedupe keeps the first of the half edges of one kind with one end, as sure as the surest of
// them, and puts them in order.
func (s *snapshot) dedupe(halves []half) []half {
	type key struct {
		kind EdgeKind
		end  uint32
	}
	seen := make(map[key]int, len(halves)) // place in kept
	kept := halves[:0]
	for _, h := range halves {
		k := key{h.kind, h.end}
		at, again := seen[k]
		if again {
			kept[at].confidence = min(kept[at].confidence, h.confidence)
			continue
		}
		seen[k] = len(kept)
		kept = append(kept, h)
	}
	slices.SortFunc(kept, func(a, b half) int { return a.compare(b, s.ids) })
	return kept
}

// edgeCount is the number of edges that readers see: as many as are stored, less those that
// aliases make equal to others. It is counted once for a snapshot.
func (s *snapshot) edgeCount() int {
	s.countEdges.Do(func() { s.edges = s.halves - s.duplicates() })
	return s.edges
}

// duplicates counts the stored edges that a reader does not see. An edge can equal another only if
// one of them touches an alias.
func (s *snapshot) duplicates() (n int) {
	if s.aliased == 0 {
		return 0
	}
	type key struct {
		from, to uint32
		kind     EdgeKind
	}
	type raw = key
	touching := map[raw]key{}
	visit := func(i uint32) {
		for _, dir := range []Direction{Out, In} {
			for _, h := range s.at(i).side(dir).append(nil, allKinds) {
				r := raw{i, h.end, h.kind}
				if dir == In {
					r.from, r.to = h.end, i
				}
				touching[r] = key{s.stands(r.from), s.stands(r.to), r.kind}
			}
		}
	}
	s.ordered[KindDocument].Scan(func(f *face) bool {
		i, _ := s.lookup(f.id)
		if group := s.group(i); len(group) > 1 {
			for _, member := range group {
				visit(member)
			}
		}
		return true
	})
	distinct := map[key]bool{}
	for _, k := range touching {
		distinct[k] = true
	}
	return len(touching) - len(distinct)
}

// numbering gives ids small numbers, for good: an id keeps its number while the store is open.
type numbering struct {
	mu    sync.RWMutex
	index map[ID]uint32
	ids   []ID
}

func (n *numbering) lookup(id ID) (uint32, bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	i, ok := n.index[id]
	return i, ok
}

// number is the id's number, a new one if it has none.
func (n *numbering) number(id ID) uint32 {
	if i, ok := n.lookup(id); ok {
		return i
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	i := uint32(len(n.ids))
	n.index[id] = i
	n.ids = append(n.ids, id)
	return i
}
