package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// questions are the ids and names that a test asks a reader about.
type questions struct {
	ids   []ID
	names []string
}

// world makes random facts over few ids, so that sources state the same things, differently.
type world struct {
	r *rand.Rand
	q questions
}

func newWorld(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 1))}
	for i := range 4 {
		w.q.ids = append(w.q.ids, w.number(i), w.title(i), w.region(i%2).ID, w.topic(i).ID)
		w.q.ids = append(w.q.ids, FunctionID(fmt.Sprint(i)))
		w.q.ids = append(w.q.ids, DepartmentID(fmt.Sprint(i%2), fmt.Sprint("局", i)))
		for _, doc := range []ID{w.number(i), w.title(i)} {
			for j := range 3 {
				path := fmt.Sprint(j)
				w.q.ids = append(w.q.ids, SectionID(doc, path), TaskID(doc, path), TargetID(doc, path, 0))
			}
		}
		for _, name := range []string{"题", "号", "名", "局"} {
			w.q.names = append(w.q.names, fmt.Sprint(name, i))
		}
	}
	slices.SortFunc(w.q.ids, compareIDs)
	w.q.ids = slices.Compact(w.q.ids)
	return w
}

func (w *world) number(i int) ID { return DocumentIDByNumber(fmt.Sprint(i)) }
func (w *world) title(i int) ID  { return DocumentIDByTitle("", fmt.Sprint(i)) }
func (w *world) half() bool      { return w.r.IntN(2) == 0 }

func (w *world) region(i int) *Region {
	code := fmt.Sprint(i)
	return &Region{ID: RegionID(code), Code: code, Name: "区" + code}
}

func (w *world) topic(i int) *Topic {
	slug := fmt.Sprint(i)
	return &Topic{ID: TopicID(slug), Slug: slug, Name: fmt.Sprint("名", w.r.IntN(2))}
}

func (w *world) source() Source {
	return Source(strings.Repeat(fmt.Sprintf("%02x", w.r.IntN(8)), digestSize))
}

func (w *world) department() *Department {
	i := w.r.IntN(4)
	d := &Department{
		ID: DepartmentID(fmt.Sprint(i%2), fmt.Sprint("局", i)), Name: fmt.Sprint("名", w.r.IntN(4)),
		FullName: fmt.Sprint("局", i), RegionCode: fmt.Sprint(i % 2), Mentioned: w.half(),
	}
	for range w.r.IntN(3) {
		d.Aliases = append(d.Aliases, fmt.Sprint("名", w.r.IntN(4)))
	}
	return d
}

// facts are those of a source that states one document, beside whatever else.
func (w *world) facts(source Source, tasks []ID) Facts {
	script := []Script{Hans, Hant}[w.r.IntN(2)]
	doc := []ID{w.number(w.r.IntN(4)), w.title(w.r.IntN(4))}[w.r.IntN(2)]
	f := Facts{
		Expression: Expression{
			Source: source, Document: doc, FileName: fmt.Sprint("文件", w.r.IntN(4)), Script: script,
		},
		Text: "标准化“行动”计划𠀀全文" + fmt.Sprint(w.r.IntN(3)),
	}
	f.Nodes = append(f.Nodes, w.document(doc, true))
	r := w.region(w.r.IntN(2))
	f.Nodes = append(f.Nodes, r)
	w.edge(&f, InRegion, doc, r.ID)
	for range w.r.IntN(3) {
		w.part(&f, doc, tasks)
	}
	for range w.r.IntN(3) {
		cited := []ID{w.number(w.r.IntN(4)), w.title(w.r.IntN(4))}[w.r.IntN(2)]
		if cited != doc {
			f.Nodes = append(f.Nodes, w.document(cited, false))
			w.edge(&f, Cites, doc, cited)
		}
	}
	for _, n := range slices.Clone(f.Nodes) {
		if to := n.NodeID(); to.Kind() == KindDocument && w.half() {
			if from := []ID{w.title(w.r.IntN(4)), w.number(w.r.IntN(4))}[w.r.IntN(5)/4]; from != to {
				f.Aliases = append(f.Aliases, Alias{from, to})
			}
		}
	}
	w.r.Shuffle(len(f.Nodes), func(i, j int) { f.Nodes[i], f.Nodes[j] = f.Nodes[j], f.Nodes[i] })
	w.r.Shuffle(len(f.Edges), func(i, j int) { f.Edges[i], f.Edges[j] = f.Edges[j], f.Edges[i] })
	return f
}

func (w *world) document(id ID, loaded bool) *Document {
	d := &Document{ID: id, Title: fmt.Sprint("题", w.r.IntN(4)), Loaded: loaded, Hant: w.r.IntN(8) == 0}
	if w.half() {
		d.Number = fmt.Sprint("号", w.r.IntN(4))
	}
	if w.half() {
		d.Issued = fmt.Sprint(2015 + w.r.IntN(3))
	}
	return d
}

// part adds a section with a task, a target, units and topics.
func (w *world) part(f *Facts, doc ID, tasks []ID) {
	path := fmt.Sprint(w.r.IntN(3))
	section, task, target := SectionID(doc, path), TaskID(doc, path), TargetID(doc, path, 0)
	heading := fmt.Sprint("节", w.r.IntN(3))
	d, topic := w.department(), w.topic(w.r.IntN(4))
	function := &Function{ID: FunctionID(fmt.Sprint(w.r.IntN(4))), Slug: "函", Name: "名0"}
	f.Nodes = append(f.Nodes,
		&Section{ID: section, Document: doc, Path: path, Heading: heading, Order: w.r.IntN(3)},
		&Task{
			ID: task, Document: doc, Section: section, Path: path, Heading: heading, Order: w.r.IntN(3),
			Evidence: w.evidence(f, section),
		},
		&Target{ID: target, Document: doc, Metric: heading, Comparator: GTE, Value: 2.5, Unit: "项"},
		d, topic, function, w.region(0),
	)
	w.edge(f, HasSection, doc, section)
	w.edge(f, HasTask, doc, task)
	w.edge(f, HasTask, section, task)
	w.edge(f, Sets, task, target)
	w.edge(f, Responsible, task, d.ID)
	w.edge(f, About, task, topic.ID)
	w.edge(f, HasFunction, d.ID, function.ID)
	w.edge(f, InRegion, d.ID, w.region(0).ID)
	for _, other := range tasks {
		if other != task && w.r.IntN(3) == 0 {
			w.edge(f, AlignedWith, task, other)
		}
	}
}

func (w *world) evidence(f *Facts, section ID) (list []Evidence) {
	runes := []rune(f.Text)
	for range w.r.IntN(3) {
		start := w.r.IntN(len(runes) - 1)
		end := start + 1 + w.r.IntN(len(runes)-start-1)
		list = append(list, Evidence{
			f.Expression.Source, section, start, end, string(runes[start:end]), w.confidence(),
		})
	}
	return list
}

func (w *world) confidence() Confidence { return Confidences()[w.r.IntN(3)] }

func (w *world) edge(f *Facts, kind EdgeKind, from, to ID) {
	e := Edge{Kind: kind, From: from, To: to, Order: w.r.IntN(3), Evidence: w.evidence(f, ID{})}
	e.Confidence = w.confidence()
	switch kind {
	case Responsible:
		e.Role, e.AsWritten = roleNames[1+w.r.IntN(3)], "名"
	case Cites:
		e.Relation = []CitationRelation{CitationBasis, CitationCites}[w.r.IntN(2)]
	case AlignedWith:
		e.Score = float64(w.r.IntN(5)) / 4
	}
	f.Edges = append(f.Edges, e)
}

// ask asks a reader all questions.
func ask(t *testing.T, r Reader, q questions, o oracle) answers {
	t.Helper()
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	a := answers{
		Nodes: map[ID]Node{}, Briefs: map[ID]Brief{}, Lists: map[NodeKind][]ID{},
		Neighbors: map[string][]Neighbor{}, Edges: map[EdgeKey]*Edge{},
		Expressions: map[ID][]Expression{}, Texts: map[Source]string{}, Files: map[string][]ID{},
		Names: map[string][]ID{},
	}
	nodes, err := r.Nodes(ctx, q.ids)
	must(err)
	briefs, err := r.Briefs(ctx, q.ids)
	must(err)
	expressions, err := r.Expressions(ctx, q.ids)
	must(err)
	for i, id := range q.ids {
		if nodes[i] != nil {
			a.Nodes[id], a.Briefs[id] = nodes[i], briefs[i]
		} else if briefs[i] != (Brief{}) {
			t.Errorf("%s has a brief but no node", id)
		}
		if len(expressions[i]) > 0 {
			a.Expressions[id] = expressions[i]
		}
	}
	for _, k := range NodeKinds() {
		a.Lists[k], err = r.IDs(ctx, k)
		must(err)
		for _, name := range q.names {
			ids, err := r.Named(ctx, k, name)
			must(err)
			if len(ids) > 0 {
				a.Names[fmt.Sprint(k, " ", name)] = ids
			}
		}
	}
	askEdges(t, r, q, &a)
	for source, f := range o {
		texts, err := r.Texts(ctx, []Source{source})
		must(err)
		a.Texts[source] = texts[0]
		a.Files[f.Expression.FileName], err = r.FileDocuments(ctx, f.Expression.FileName)
		must(err)
	}
	a.Stats, err = r.Stats(ctx)
	must(err)
	return a
}

// askEdges asks for the neighbors of all ids, and for the edges that they tell of.
func askEdges(t *testing.T, r Reader, q questions, a *answers) {
	t.Helper()
	for name, dir := range map[string]Direction{"out ": Out, "in ": In} {
		lists, err := r.Neighbors(t.Context(), q.ids, dir)
		if err != nil {
			t.Fatal(err)
		}
		for i, id := range q.ids {
			if len(lists[i]) == 0 {
				continue
			}
			a.Neighbors[name+id.String()] = lists[i]
			for _, n := range lists[i] {
				key := EdgeKey{id, n.Kind, n.ID}
				if dir == In {
					key = EdgeKey{n.ID, n.Kind, id}
				}
				edges, err := r.Edges(t.Context(), []EdgeKey{key})
				if err != nil || edges[0] == nil {
					t.Fatalf("edge %s of neighbor: %v, %v", key, edges[0], err)
				}
				e := edges[0]
				a.Edges[EdgeKey{e.From, e.Kind, e.To}] = e
			}
		}
	}
}

// checkStore fails the test for each problem of a store.
func checkStore(t *testing.T, s *Store) {
	t.Helper()
	problems, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("check: %s", p)
	}
}

func dumpOf(t *testing.T, s *Store) string {
	t.Helper()
	var b strings.Builder
	if err := s.View().Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRandomOperations puts, replaces and removes random facts, opens the store again now and
// then, and compares every answer with the oracle's; views taken on the way must stay as they were.
func TestRandomOperations(t *testing.T) {
	for _, memTable := range []int64{0, 64 << 10} { // the small one makes commits use the redo log
		t.Run(fmt.Sprint("memtable ", memTable), func(t *testing.T) {
			seed := uint64(time.Now().UnixNano())
			t.Logf("seed %d", seed)
			testRandomOperations(t, seed, memTable)
		})
	}
}

func testRandomOperations(t *testing.T, seed uint64, memTable int64) {
	opts := Options{memTable: memTable}
	run := &randomRun{w: newWorld(seed), dir: t.TempDir(), opts: opts, o: oracle{}}
	run.s = open(t, run.dir, run.opts)
	refused, aliased := 0, 0
	for step := range 60 {
		if !run.apply(t, step) {
			refused++
			continue
		}
		if run.s.current.Load().aliased > 0 {
			aliased++
		}
		now := held{run.s.View(), run.o}
		run.compare(t, step, now)
		if step%8 == 0 {
			run.views = append(run.views, now)
		}
		if step%20 == 19 {
			for _, h := range run.views {
				run.compare(t, step, h)
			}
			run.reopen(t)
		}
	}
	checkStore(t, run.s)
	t.Logf("%d batches refused, aliases after %d", refused, aliased)
}

// randomRun is a store under random operations, with what it must answer.
type randomRun struct {
	w     *world
	dir   string
	opts  Options
	s     *Store
	o     oracle
	views []held
}

// held is a view with what it must answer for good.
type held struct {
	view *View
	o    oracle
}

// apply applies a random batch, and reports whether it was one that fits the store.
func (run *randomRun) apply(t *testing.T, step int) bool {
	t.Helper()
	next, b := run.w.batch(run.o)
	err := run.s.Apply(t.Context(), b)
	if errors.Is(err, ErrInvalid) && !run.w.fits(next) {
		return false // an edge ended at a task that the same batch removed
	}
	if err != nil {
		t.Fatalf("step %d: %v", step, err)
	}
	run.o = next
	return true
}

func (run *randomRun) compare(t *testing.T, step int, h held) {
	t.Helper()
	want, got := h.o.answers(run.w.q), ask(t, h.view, run.w.q, h.o)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("version %d at step %d (-want +got):\n%s", h.view.Version(), step, diff)
	}
}

func (run *randomRun) reopen(t *testing.T) {
	t.Helper()
	checkStore(t, run.s)
	if err := run.s.Close(); err != nil {
		t.Fatal(err)
	}
	run.s, run.views = open(t, run.dir, run.opts), nil
}

// batch is one to three random changes, and what must hold after them.
func (w *world) batch(o oracle) (oracle, Batch) {
	next, b, named := maps.Clone(o), Batch{}, map[Source]bool{}
	var tasks []ID
	for id := range o.nodes() {
		if id.Kind() == KindTask {
			tasks = append(tasks, id)
		}
	}
	slices.SortFunc(tasks, compareIDs)
	for range 1 + w.r.IntN(3) {
		source := w.source()
		if named[source] {
			continue
		}
		named[source] = true
		switch {
		case w.r.IntN(3) == 0:
			b.Remove = append(b.Remove, source)
			delete(next, source)
		case w.r.IntN(5) == 0 && len(o[source].Nodes) > 0: // once more the same
			b.Put = append(b.Put, o[source])
		default:
			f := w.facts(source, tasks)
			b.Put = append(b.Put, f)
			next[source] = f
		}
	}
	return next, b
}

// fits reports whether all ends of edges are stated.
func (w *world) fits(o oracle) bool {
	nodes := o.nodes()
	for _, f := range o {
		for _, e := range f.Edges {
			if nodes[e.From] == nil || nodes[e.To] == nil {
				return false
			}
		}
	}
	return true
}
