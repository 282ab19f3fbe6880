package align

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/policygraph/policygraph/graph"
)

// ErrFull is returned by Put when the Index cannot number one more word or task: beyond 16.7
// million of either.
var ErrFull = errors.New("align: index is full")

// posting says that a task has a word: the task's slot in the upper 24 bits, the strength in the
// lower 8.
type posting uint32

func (p posting) slot() uint32    { return uint32(p) >> 8 }
func (p posting) strength() int64 { return int64(p & maxStrength) }

const maxSlots = 1 << 24

// Index holds the words of tasks and tells which tasks are about the same matter. Its methods may
// be called concurrently; an answer is always of one state, and no answer sees half a document.
type Index struct {
	thesaurus *thesaurus

	syncing sync.Mutex // held by Follow
	mu      sync.RWMutex
	version uint64 // of the graph that the Index follows

	words     *space[string]
	concepts  *space[uint32]
	functions *space[graph.ID]
	postings  [][]posting // by word

	functionIDs []graph.ID // by number

	docs    map[graph.ID]*document
	regions map[string]map[graph.ID]*document // by code
	tasks   map[graph.ID]*task
	slots   []*task  // nil where a task has gone
	free    []uint32 // slots that may be given again: no posting names them any more
	stale   int      // slots that only postings name

	probes, accumulators sync.Pool // of *probe, of *accumulator
}

// New returns an empty Index.
func New() *Index {
	ix := &Index{thesaurus: newThesaurus(conceptLines)}
	ix.reset()
	return ix
}

func (ix *Index) reset() {
	ix.words, ix.concepts, ix.functions = newSpace[string](), newSpace[uint32](), newSpace[graph.ID]()
	for c := range ix.thesaurus.size {
		ix.concepts.id(uint32(c))
	}
	ix.docs, ix.tasks = map[graph.ID]*document{}, map[graph.ID]*task{}
	ix.regions, ix.functionIDs = map[string]map[graph.ID]*document{}, nil
	ix.postings, ix.slots, ix.free, ix.stale = nil, nil, nil, 0
}

// Len is the number of documents and tasks.
func (ix *Index) Len() (documents, tasks int) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	return len(ix.docs), len(ix.tasks)
}

// Put stores a document, in place of what was stored under its id.
func (ix *Index) Put(doc Document) error { return ix.apply([]stamped{{Document: doc}}, nil) }

// Remove drops a document; it does nothing where there is none.
func (ix *Index) Remove(id graph.ID) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.remove(id)
}

// stamped is a document with the stamp of its state.
type stamped struct {
	Document
	stamp string
}

// apply stores and drops documents in one step that no reader sees a part of. Texts are read
// before the Index is locked.
func (ix *Index) apply(puts []stamped, drops []graph.ID) error {
	texts := make([][]parsed, len(puts))
	for i, doc := range puts {
		texts[i] = make([]parsed, len(doc.Tasks))
		for j := range doc.Tasks {
			texts[i][j] = ix.thesaurus.parse(&doc.Tasks[j])
		}
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	for _, id := range drops {
		ix.remove(id)
	}
	for i, doc := range puts {
		ix.remove(doc.ID)
		if len(ix.words.df)+len(texts[i])*1000 > maxWords || len(ix.slots)+len(texts[i]) > maxSlots {
			return fmt.Errorf("align: put document %s: %w", doc.ID, ErrFull)
		}
		ix.put(doc, texts[i])
	}
	return nil
}

func (ix *Index) put(in stamped, texts []parsed) {
	before := len(ix.tasks)
	of, groups := groupByParent(in.Tasks)
	doc := &document{id: in.ID, region: in.Region, stamp: in.stamp, groups: groups}
	ix.docs[doc.id] = doc
	if ix.regions[doc.region] == nil {
		ix.regions[doc.region] = map[graph.ID]*document{}
	}
	ix.regions[doc.region][doc.id] = doc
	for i := range in.Tasks {
		src := &in.Tasks[i]
		t := &task{
			id: src.ID, doc: doc, group: of[i], slot: ix.slot(),
			concepts: tallies(texts[i].concepts),
			topics:   sortedIDs(src.Topics),
			bodies:   sortedIDs(src.Bodies),
		}
		for _, f := range sortedIDs(src.Functions) {
			t.functions = append(t.functions, ix.function(f))
		}
		slices.Sort(t.functions)
		ix.slots[t.slot] = t
		ix.tasks[t.id] = t
		doc.tasks = append(doc.tasks, t)
		ix.number(t, texts[i].words)
		ix.count(t, 1)
	}
	ix.resize(before)
}

// function is the number of a function.
func (ix *Index) function(id graph.ID) uint32 {
	n := ix.functions.id(id)
	if int(n) == len(ix.functionIDs) {
		ix.functionIDs = append(ix.functionIDs, id)
	}
	return n
}

// number turns a task's words into entries, in the order of their numbers.
func (ix *Index) number(t *task, counts map[string]int) {
	t.words = make([]entry, 0, len(counts))
	for w, n := range counts {
		t.words = append(t.words, entry(ix.words.id(w)<<8|strength(n)))
	}
	slices.Sort(t.words)
	for len(ix.postings) < len(ix.words.df) {
		ix.postings = append(ix.postings, nil)
	}
}

// count adds a task's words, concepts and functions to the counts (delta 1) or takes them away
// (delta -1). Norms follow: that of the task itself, and of all tasks that share a word whose
// weight changed.
func (ix *Index) count(t *task, delta int) {
	n := len(ix.tasks)
	for _, e := range t.words {
		w := e.word()
		was, is := ix.words.count(w, delta, n)
		if was != is {
			ix.shift(w, is-was)
		}
		if delta > 0 {
			ix.postings[w] = append(ix.postings[w], posting(t.slot<<8|uint32(e.strength())))
			t.norm += e.strength() * e.strength() * is
		}
	}
	for _, c := range t.concepts {
		ix.concepts.count(c.concept, delta, n)
	}
	for _, f := range t.functions {
		ix.functions.count(f, delta, n)
	}
}

// shift adds to the norms of the tasks that have a word whose squared weight changed.
func (ix *Index) shift(word uint32, change int64) {
	for _, p := range ix.postings[word] {
		if t := ix.slots[p.slot()]; t != nil {
			t.norm += p.strength() * p.strength() * change
		}
	}
}

func (ix *Index) remove(id graph.ID) {
	doc, ok := ix.docs[id]
	if !ok {
		return
	}
	before := len(ix.tasks)
	delete(ix.docs, id)
	delete(ix.regions[doc.region], id)
	for _, t := range doc.tasks {
		ix.count(t, -1)
		ix.slots[t.slot] = nil
		ix.stale++
		delete(ix.tasks, t.id)
	}
	ix.resize(before)
	if ix.stale > len(ix.tasks)/4+1000 {
		ix.sweep()
	}
}

// slot is a place for one more task.
func (ix *Index) slot() uint32 {
	if k := len(ix.free); k > 0 {
		s := ix.free[k-1]
		ix.free = ix.free[:k-1]
		return s
	}
	ix.slots = append(ix.slots, nil)
	return uint32(len(ix.slots) - 1)
}

// sweep drops postings of tasks that have gone and frees their slots.
func (ix *Index) sweep() {
	for w, list := range ix.postings {
		ix.postings[w] = slices.DeleteFunc(list, func(p posting) bool { return ix.slots[p.slot()] == nil })
	}
	ix.free = ix.free[:0]
	for s, t := range ix.slots {
		if t == nil {
			ix.free = append(ix.free, uint32(s))
		}
	}
	ix.stale = 0
}

// resize weighs all words anew when the number of tasks has left its step.
func (ix *Index) resize(before int) {
	n := len(ix.tasks)
	if step(before) == step(n) {
		return
	}
	ix.words.reweigh(n)
	ix.concepts.reweigh(n)
	ix.functions.reweigh(n)
	for _, t := range ix.tasks {
		t.norm = 0
		for _, e := range t.words {
			t.norm += e.strength() * e.strength() * ix.words.square[e.word()]
		}
	}
}
