package align

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/policygraph/policygraph/graph"
)

// ErrFull is returned by Put and Follow when the Index would hold more than 16.7 million tasks.
var ErrFull = errors.New("align: index is full")

// posting says that a task has a word: the task's slot in the upper 24 bits, the strength in the
// lower 8.
type posting uint32

func newPosting(slot uint32, strength int64) posting {
	return posting(slot<<8 | uint32(strength))
}

func (p posting) slot() uint32    { return uint32(p) >> 8 }
func (p posting) strength() int64 { return int64(p & maxStrength) }

const maxSlots = 1 << 24

// Index holds the words of tasks and tells which tasks are about the same matter. Its methods may
// be called concurrently; an answer is always of one state, and no answer sees half a document.
type Index struct {
	thesaurus *thesaurus
	simplify  func(text string) string

	syncing sync.Mutex // held by Follow
	mu      sync.RWMutex
	version uint64 // of the graph that the Index follows

	scale     scale // for today's number of tasks
	words     *space[word]
	phrases   counts
	concepts  *space[uint32]
	functions *space[graph.ID]
	postings  [][]posting // by word, each in the order of slots

	functionIDs []graph.ID // by number

	docs    map[graph.ID]*document
	regions map[string]map[graph.ID]*document // by code
	tasks   map[graph.ID]*task
	slots   []*task // nil where a task has gone
	norms   []int64 // squared length of the words of the task in each slot, by today's weights
	stale   int     // slots of tasks that have gone

	changes uint64 // number of times that documents came or went

	probes, accumulators, scorers sync.Pool // of *probe, *accumulator, *scorer
}

// New returns an empty Index. simplify gives a Traditional character's Simplified one, and others as
// they are; nil: the scripts are told apart.
func New(simplify func(rune) rune) *Index {
	if simplify == nil {
		simplify = func(r rune) rune { return r }
	}
	ix := &Index{
		thesaurus: newThesaurus(conceptLines),
		simplify:  func(text string) string { return strings.Map(simplify, text) },
		phrases:   counts{df: make([]int32, phraseBuckets), square: make([]int64, phraseBuckets)},
		words:     newSpace[word](),
		concepts:  newSpace[uint32](),
		functions: newSpace[graph.ID](),
		docs:      map[graph.ID]*document{}, regions: map[string]map[graph.ID]*document{},
		tasks: map[graph.ID]*task{},
	}
	for c := range ix.thesaurus.size {
		ix.concepts.id(uint32(c))
	}
	return ix
}

// Len is the number of documents and tasks.
func (ix *Index) Len() (documents, tasks int) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	return len(ix.docs), len(ix.tasks)
}

// Put stores a document, in place of what was stored under its id.
func (ix *Index) Put(doc Document) error { return ix.apply([]stamped{{Document: doc}}, nil, 0) }

// Remove drops a document; it does nothing where there is none.
func (ix *Index) Remove(id graph.ID) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.changes++
	ix.remove(id)
}

// stamped is a document with the stamp of its state.
type stamped struct {
	Document
	stamp string
}

// apply stores and drops documents in one step that no query sees a part of, and notes the version
// of the graph that this leads to. Texts are gone through before the Index is locked.
func (ix *Index) apply(puts []stamped, drops []graph.ID, version uint64) error {
	texts := make([][]parsed, len(puts))
	for i, doc := range puts {
		texts[i] = make([]parsed, len(doc.Tasks))
		for j := range doc.Tasks {
			texts[i][j] = ix.thesaurus.parse(&doc.Tasks[j])
		}
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.changes++
	more := 0
	for _, t := range texts {
		more += len(t)
	}
	if len(ix.slots)+more > maxSlots {
		ix.sweep()
	}
	if len(ix.slots)+more > maxSlots {
		return ErrFull
	}
	for _, id := range drops {
		ix.remove(id)
	}
	for i, doc := range puts {
		ix.remove(doc.ID)
		ix.put(doc, texts[i])
	}
	ix.version = max(ix.version, version)
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
			id: src.ID, doc: doc, place: i, group: of[i], slot: ix.slot(),
			concepts: tallies(texts[i].concepts),
			topics:   sortedIDs(src.Topics),
			bodies:   sortedIDs(src.Bodies),
		}
		for _, f := range sortedIDs(src.Functions) {
			t.functions = append(t.functions, ix.function(f))
		}
		slices.Sort(t.functions)
		t.mark()
		ix.slots[t.slot] = t
		ix.tasks[t.id] = t
		doc.tasks = append(doc.tasks, t)
		ix.number(t, texts[i].words)
		t.phrases = entries(texts[i].phrases)
		for _, e := range t.phrases {
			t.phraseNorm += e.strength() * e.strength()
		}
		ix.count(t, 1)
	}
	doc.pack()
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

// number turns a task's words into entries. A new word that no number is left for is passed over;
// texts in Chinese have a few million different ones.
func (ix *Index) number(t *task, words []word) {
	runs(words, func(w word, n int) {
		if id := ix.words.id(w); id < maxWords {
			t.words = append(t.words, newEntry(id, n))
		}
	})
	for len(ix.postings) < len(ix.words.df) {
		ix.postings = append(ix.postings, nil)
	}
}

// count adds a task's words, concepts and functions to the counts (delta 1) or takes them away
// (delta -1). Norms follow: that of the task itself, and of all tasks that share a word whose
// weight changed.
func (ix *Index) count(t *task, delta int) {
	for _, e := range t.words {
		w := e.word()
		was, is := ix.words.count(w, delta, ix.scale)
		if was != is {
			ix.shift(w, is-was)
		}
		if delta > 0 {
			ix.postings[w] = append(ix.postings[w], newPosting(t.slot, e.strength()))
			ix.norms[t.slot] += e.strength() * e.strength() * is
		}
	}
	for _, e := range t.phrases {
		ix.phrases.count(e.word(), delta, ix.scale)
	}
	for _, c := range t.concepts {
		ix.concepts.count(c.concept, delta, ix.scale)
	}
	for _, f := range t.functions {
		ix.functions.count(f, delta, ix.scale)
	}
}

// shift adds to the norms of the tasks that have a word whose squared weight changed.
func (ix *Index) shift(word uint32, change int64) {
	for _, p := range ix.postings[word] {
		ix.norms[p.slot()] += p.strength() * p.strength() * change
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

// slot is a place for one more task. Slots are given in ascending order, so postings are sorted.
func (ix *Index) slot() uint32 {
	ix.slots, ix.norms = append(ix.slots, nil), append(ix.norms, 0)
	return uint32(len(ix.slots) - 1)
}

// sweep drops postings of tasks that have gone, and gives the others slots without gaps.
func (ix *Index) sweep() {
	const gone = maxSlots
	moved := make([]uint32, len(ix.slots)) // new slots by old ones
	n := 0
	for old, t := range ix.slots {
		moved[old] = gone
		if t == nil {
			continue
		}
		moved[old], t.slot = uint32(n), uint32(n)
		ix.slots[n], ix.norms[n] = t, ix.norms[old]
		n++
	}
	clear(ix.slots[n:])
	ix.slots, ix.norms = ix.slots[:n], ix.norms[:n]
	for w, list := range ix.postings {
		rest := list[:0]
		for _, p := range list {
			if slot := moved[p.slot()]; slot != gone {
				rest = append(rest, newPosting(slot, p.strength()))
			}
		}
		ix.postings[w] = rest
	}
	ix.stale = 0
}

// resize weighs all words anew when the number of tasks has left its step.
func (ix *Index) resize(before int) {
	n := len(ix.tasks)
	if step(before) == step(n) {
		return
	}
	ix.scale = newScale(n)
	ix.words.reweigh(ix.scale)
	ix.phrases.reweigh(ix.scale)
	ix.concepts.reweigh(ix.scale)
	ix.functions.reweigh(ix.scale)
	for _, t := range ix.tasks {
		var norm int64
		for _, e := range t.words {
			norm += e.strength() * e.strength() * ix.words.square[e.word()]
		}
		ix.norms[t.slot] = norm
	}
}
