package graph

import (
	"slices"
	"sync"

	"github.com/dgraph-io/badger/v4"
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
	counts
	aliased int // number of ids that stand for another
	lease   *lease

	sparse bool        // all but documents and regions is left in Badger: see walk.go
	recent []changeSet // of a sparse one: what the last commits changed, in their order

	derived   sync.Mutex // guards what is worked out when it is asked for
	sortedIDs [KindTarget + 1][]ID
	edges     int // -1 if it is not counted
}

// counts are numbers that are stored, so that they need not be counted.
type counts struct {
	listed [KindTarget + 1]int // nodes of each kind that lists show
	nodes  int                 // all nodes
	halves int                 // edges, as stored
}

// record describes the stored form of counts.
func (c *counts) record(f *fields) {
	for _, k := range NodeKinds() {
		number(f, byte(k), &c.listed[k])
	}
	number(f, byte(KindTarget)+1, &c.nodes)
	number(f, byte(KindTarget)+2, &c.halves)
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
	s := &snapshot{numbers: &numbering{index: map[ID]uint32{}}, edges: -1}
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

// standsFor is the id that an id stands for.
func (s *snapshot) standsFor(id ID) ID {
	if i, ok := s.lookup(id); ok {
		return s.ids[s.stands(i)]
	}
	return id
}

// meaning is the ids that stand for what id stands for, that one first.
func (s *snapshot) meaning(id ID) []ID {
	i, ok := s.lookup(id)
	if !ok || s.aliased == 0 {
		return []ID{id}
	}
	group := s.group(s.stands(i))
	ids := make([]ID, len(group))
	for n, member := range group {
		ids[n] = s.ids[member]
	}
	return ids
}

// sortedOf is the ids of all nodes of a kind, in order. They are listed once for a snapshot.
func (s *snapshot) sortedOf(txn *badger.Txn, k NodeKind) ([]ID, error) {
	s.derived.Lock()
	defer s.derived.Unlock()
	if s.sortedIDs[k] != nil {
		return s.sortedIDs[k], nil
	}
	ids := make([]ID, 0, s.ordered[k].Len())
	add := func(f *face) bool {
		ids = append(ids, f.id)
		return true
	}
	if s.holds(k) {
		s.ordered[k].Scan(add)
	} else {
		faces, err := s.facesOf(txn, k)
		if err != nil {
			return nil, err
		}
		for _, f := range faces {
			add(f)
		}
	}
	s.sortedIDs[k] = ids
	return ids, nil
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
func (s *snapshot) edgeCount(txn *badger.Txn) (int, error) {
	s.derived.Lock()
	defer s.derived.Unlock()
	if s.edges < 0 {
		n, err := s.duplicates(txn)
		if err != nil {
			return 0, err
		}
		s.edges = s.halves - n
	}
	return s.edges, nil
}

// duplicates counts the stored edges that a reader does not see. An edge can equal another only if
// one of them touches an alias.
func (s *snapshot) duplicates(txn *badger.Txn) (n int, err error) {
	if s.aliased == 0 {
		return 0, nil
	}
	touching := map[EdgeKey]bool{}
	s.ordered[KindDocument].Scan(func(f *face) bool {
		group := s.meaning(f.id)
		for i := 0; i < len(group) && len(group) > 1 && err == nil; i++ {
			err = s.eachEdge(txn, group[i], func(e EdgeKey) { touching[e] = true })
		}
		return err == nil
	})
	distinct := map[EdgeKey]bool{}
	for e := range touching {
		distinct[EdgeKey{s.standsFor(e.From), e.Kind, s.standsFor(e.To)}] = true
	}
	return len(touching) - len(distinct), err
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
