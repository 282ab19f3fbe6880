package align

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// readAtOnce is the number of documents whose facts are read together.
const readAtOnce = 100

// Follow brings the Index to the state of the graph that r reads, unless it knows a newer one. Only
// documents whose texts have changed since are read again; the first call reads all. Queries go on
// meanwhile, on the state before.
func (ix *Index) Follow(ctx context.Context, r graph.Reader) error {
	if ix.Version() >= r.Version() {
		return nil
	}
	ix.syncing.Lock()
	defer ix.syncing.Unlock()
	if ix.Version() >= r.Version() {
		return nil
	}
	stamps, err := stampsOf(ctx, r)
	if err != nil {
		return fmt.Errorf("align: follow version %d: %w", r.Version(), err)
	}
	changed, gone := ix.differences(stamps)
	var puts []stamped
	for ids := range slices.Chunk(changed, readAtOnce) {
		docs, err := ix.read(ctx, r, ids)
		if err != nil {
			return fmt.Errorf("align: follow version %d: %w", r.Version(), err)
		}
		for _, d := range docs {
			puts = append(puts, stamped{Document: d, stamp: stamps[d.ID]})
		}
		if ix.Version() > 0 {
			continue // to be applied as one, since queries rest on the state before
		}
		if err := ix.apply(puts, nil, 0); err != nil {
			return fmt.Errorf("align: follow version %d: %w", r.Version(), err)
		}
		puts = puts[:0]
	}
	if err := ix.apply(puts, gone, r.Version()); err != nil {
		return fmt.Errorf("align: follow version %d: %w", r.Version(), err)
	}
	return nil
}

// Version is the version of the graph that answers are of; 0 before the first Follow.
func (ix *Index) Version() uint64 {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	return ix.version
}

// stampsOf gives each loaded document a stamp that changes with its texts: their hashes. What is
// stated of a document follows from its texts and the rules of the program; reading texts anew by
// other rules (load --again) takes another process, which has the store for itself.
func stampsOf(ctx context.Context, r graph.Reader) (map[graph.ID]string, error) {
	ids, err := r.IDs(ctx, graph.KindDocument)
	if err != nil {
		return nil, err
	}
	texts, err := r.Expressions(ctx, ids)
	if err != nil {
		return nil, err
	}
	stamps := make(map[graph.ID]string, len(ids))
	for i, id := range ids {
		if len(texts[i]) == 0 {
			continue // only cited
		}
		var stamp strings.Builder
		for _, e := range texts[i] {
			stamp.WriteString(string(e.Source))
		}
		stamps[id] = stamp.String()
	}
	return stamps, nil
}

// differences lists the documents to read and those to drop.
func (ix *Index) differences(stamps map[graph.ID]string) (changed, gone []graph.ID) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	for id, stamp := range stamps {
		if d := ix.docs[id]; d == nil || d.stamp != stamp {
			changed = append(changed, id)
		}
	}
	for id := range ix.docs {
		if _, ok := stamps[id]; !ok {
			gone = append(gone, id)
		}
	}
	slices.SortFunc(changed, compareIDs)
	return changed, gone
}

// read reads documents with their tasks.
func (ix *Index) read(ctx context.Context, r graph.Reader, ids []graph.ID) ([]Document, error) {
	briefs, err := r.Briefs(ctx, ids)
	if err != nil {
		return nil, err
	}
	headings, err := headingsOf(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	tasks, err := tasksOf(ctx, r, ids, ix.simplify)
	if err != nil {
		return nil, err
	}
	docs := make([]Document, len(ids))
	for i, id := range ids {
		for j := range tasks[i] {
			t := &tasks[i][j]
			for above, _ := cutLast(t.Path, "."); above != ""; above, _ = cutLast(above, ".") {
				t.Chapters = append(t.Chapters, headings[i][above])
			}
		}
		docs[i] = Document{ID: id, Region: briefs[i].Region, Tasks: tasks[i]}
	}
	return docs, nil
}

// headingsOf gives the headings of each document's sections by path.
func headingsOf(ctx context.Context, r graph.Reader, docs []graph.ID) ([]map[string]string, error) {
	lists, err := r.Neighbors(ctx, docs, graph.Out, graph.HasSection)
	if err != nil {
		return nil, err
	}
	out := make([]map[string]string, len(docs))
	for i, list := range lists {
		nodes, err := r.Nodes(ctx, neighborIDs(list, graph.KindSection))
		if err != nil {
			return nil, err
		}
		out[i] = make(map[string]string, len(nodes))
		for _, n := range nodes {
			if s, ok := n.(*graph.Section); ok {
				out[i][s.Path] = s.Heading
			}
		}
	}
	return out, nil
}

// tasksOf reads each document's tasks with what they are about and who carries them.
func tasksOf(
	ctx context.Context, r graph.Reader, docs []graph.ID, simplify func(string) string,
) ([][]Task, error) {
	lists, err := r.Neighbors(ctx, docs, graph.Out, graph.HasTask)
	if err != nil {
		return nil, err
	}
	out := make([][]Task, len(docs))
	for i, list := range lists {
		ids := neighborIDs(list, graph.KindTask)
		nodes, err := r.Nodes(ctx, ids)
		if err != nil {
			return nil, err
		}
		near, err := r.Neighbors(ctx, ids, graph.Out, graph.About, graph.Mentions, graph.Responsible)
		if err != nil {
			return nil, err
		}
		functions, err := functionsOf(ctx, r, near)
		if err != nil {
			return nil, err
		}
		names, err := namesOf(ctx, r, ids, near, simplify)
		if err != nil {
			return nil, err
		}
		for j, n := range nodes {
			if t, ok := n.(*graph.Task); ok {
				task := newTask(t, near[j], functions, simplify)
				task.Text = body(simplify(t.Text), task.Heading, names[t.ID])
				out[i] = append(out[i], task)
			}
		}
	}
	return out, nil
}

// newTask puts together what an Index needs to know of a task.
func newTask(
	t *graph.Task, near []graph.Neighbor, functions map[graph.ID]graph.ID, simplify func(string) string,
) Task {
	task := Task{
		ID: t.ID, Path: t.Path, Heading: simplify(t.Heading),
		Topics: neighborIDs(near, graph.KindTopic),
		Bodies: slices.Concat(
			neighborIDs(near, graph.KindStandardsBody), neighborIDs(near, graph.KindStandard)),
	}
	for _, n := range near {
		if f := functions[n.ID]; n.Kind == graph.Responsible && !f.IsZero() {
			task.Functions = append(task.Functions, f)
		}
	}
	return task
}

// namesOf gives each task the names of its units as its own texts write them. The names that other
// texts give the same units are not asked for: a task would depend on other documents than its own.
func namesOf(
	ctx context.Context, r graph.Reader, tasks []graph.ID, near [][]graph.Neighbor,
	simplify func(string) string,
) (map[graph.ID][]string, error) {
	var keys []graph.EdgeKey
	for i, list := range near {
		for _, n := range list {
			if n.Kind == graph.Responsible {
				keys = append(keys, graph.EdgeKey{From: tasks[i], Kind: n.Kind, To: n.ID})
			}
		}
	}
	edges, err := r.Edges(ctx, keys)
	if err != nil {
		return nil, err
	}
	names := make(map[graph.ID][]string, len(tasks))
	for _, e := range edges {
		if e != nil {
			names[e.From] = append(names[e.From], simplify(e.AsWritten))
		}
	}
	return names, nil
}

// functionsOf gives the primary functions of the departments among neighbors; a class of units has
// none.
func functionsOf(
	ctx context.Context, r graph.Reader, near [][]graph.Neighbor,
) (map[graph.ID]graph.ID, error) {
	ids := sortedIDs(neighborIDs(slices.Concat(near...), graph.KindDepartment))
	nodes, err := r.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	lists, err := r.Neighbors(ctx, ids, graph.Out, graph.HasFunction)
	if err != nil {
		return nil, err
	}
	functions := make(map[graph.ID]graph.ID, len(ids))
	for i, n := range nodes {
		if d, ok := n.(*graph.Department); ok && !d.Collective && len(lists[i]) > 0 {
			functions[d.ID] = lists[i][0].ID
		}
	}
	return functions, nil
}

// neighborIDs are the ids of the neighbors of one kind, in order.
func neighborIDs(list []graph.Neighbor, kind graph.NodeKind) []graph.ID {
	var ids []graph.ID
	for _, n := range list {
		if n.ID.Kind() == kind {
			ids = append(ids, n.ID)
		}
	}
	return ids
}
