package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// hop is one step of a traversal: along edges of one kind, to nodes of one kind.
type hop struct {
	dir  graph.Direction
	edge graph.EdgeKind
	to   graph.NodeKind
}

// The hops that more than one field takes.
var (
	documentTasks    = hop{graph.Out, graph.HasTask, graph.KindTask}
	documentSections = hop{graph.Out, graph.HasSection, graph.KindSection}
	sectionTargets   = hop{graph.Out, graph.Sets, graph.KindTarget}
	taskDepartments  = hop{graph.Out, graph.Responsible, graph.KindDepartment}
	departmentTasks  = hop{graph.In, graph.Responsible, graph.KindTask}
	taskTopics       = hop{graph.Out, graph.About, graph.KindTopic}
	topicTasks       = hop{graph.In, graph.About, graph.KindTask}
	mentioningTasks  = hop{graph.In, graph.Mentions, graph.KindTask}
)

// ends are, for each id, the other ends of a hop, each once, in the order of the edges.
func ends(ctx context.Context, ids []graph.ID, h hop) ([][]graph.ID, error) {
	near, err := neighbors(ctx, ids, h.dir, h.edge)
	if err != nil {
		return nil, err
	}
	lists := make([][]graph.ID, len(near))
	for i, ns := range near {
		lists[i] = make([]graph.ID, 0, len(ns))
		for _, n := range ns {
			if n.ID.Kind() == h.to {
				lists[i] = append(lists[i], n.ID)
			}
		}
	}
	return lists, nil
}

// neighbors is Reader.Neighbors, for as long as the operation may run.
func neighbors(
	ctx context.Context, ids []graph.ID, dir graph.Direction, kinds ...graph.EdgeKind,
) ([][]graph.Neighbor, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return view(ctx).Neighbors(ctx, ids, dir, kinds...)
}

// walk takes several hops, and returns for each id where they lead, each node once.
func walk(ctx context.Context, ids []graph.ID, hops ...hop) ([][]graph.ID, error) {
	lists := make([][]graph.ID, len(ids))
	for i, id := range ids {
		lists[i] = []graph.ID{id}
	}
	for _, h := range hops {
		next, err := ends(ctx, slices.Concat(lists...), h)
		if err != nil {
			return nil, err
		}
		for i, from := range lists {
			lists[i] = unique(slices.Concat(next[:len(from)]...))
			next = next[len(from):]
		}
	}
	return lists, nil
}

// follow reads, for each id, the nodes at the end of the hops in the order of the text.
func follow[T graph.Node](ctx context.Context, ids []graph.ID, hops ...hop) ([][]T, error) {
	lists, err := walk(ctx, ids, hops...)
	if err != nil {
		return nil, err
	}
	return loadLists[T](ctx, lists)
}

// followSorted is follow in the order of lists, for hops whose edges have no order of their own.
func followSorted[T graph.Node](ctx context.Context, ids []graph.ID, hops ...hop) ([][]T, error) {
	lists, err := walkSorted(ctx, ids, hops...)
	if err != nil {
		return nil, err
	}
	return loadLists[T](ctx, lists)
}

// followOne reads, for each id, the first node at the end of the hops, nil where there is none.
func followOne[T graph.Node](ctx context.Context, ids []graph.ID, hops ...hop) ([]T, error) {
	lists, err := walk(ctx, ids, hops...)
	if err != nil {
		return nil, err
	}
	first := make([]graph.ID, len(lists))
	for i, ids := range lists {
		if len(ids) > 0 {
			first[i] = ids[0]
		}
	}
	return load[T](ctx, first)
}

// walkSorted is walk with each list in the order of lists.
func walkSorted(ctx context.Context, ids []graph.ID, hops ...hop) ([][]graph.ID, error) {
	lists, err := walk(ctx, ids, hops...)
	if err != nil {
		return nil, err
	}
	return sortLists(ctx, lists)
}

// inOrder sorts ids of one kind as lists show them, leaving out those that name no node.
func inOrder(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
	lists, err := sortLists(ctx, [][]graph.ID{ids})
	if err != nil {
		return nil, err
	}
	return lists[0], nil
}

// sortLists is inOrder for many lists, with one read.
func sortLists(ctx context.Context, lists [][]graph.ID) ([][]graph.ID, error) {
	all, err := view(ctx).Briefs(ctx, slices.Concat(lists...))
	if err != nil {
		return nil, err
	}
	sorted := make([][]graph.ID, len(lists))
	for i, ids := range lists {
		briefs := slices.Clone(all[:len(ids)])
		all = all[len(ids):]
		briefs = slices.DeleteFunc(briefs, func(b graph.Brief) bool { return b.ID.IsZero() })
		slices.SortFunc(briefs, byPlace)
		sorted[i] = slices.Compact(each(briefs, func(b graph.Brief) graph.ID { return b.ID }))
	}
	return sorted, nil
}

// walkEither takes several routes, and returns for each id where any of them leads, each node once
// and in the order of lists.
func walkEither(ctx context.Context, ids []graph.ID, routes ...[]hop) ([][]graph.ID, error) {
	joined := make([][]graph.ID, len(ids))
	for _, hops := range routes {
		lists, err := walk(ctx, ids, hops...)
		if err != nil {
			return nil, err
		}
		for i := range joined {
			joined[i] = append(joined[i], lists[i]...)
		}
	}
	return sortLists(ctx, joined)
}

// documentBodies are, for each document, the standards bodies that its sections and tasks name.
func documentBodies(ctx context.Context, docs []graph.ID) ([][]graph.ID, error) {
	bodies := hop{graph.Out, graph.Mentions, graph.KindStandardsBody}
	return walkEither(ctx, docs, []hop{documentSections, bodies}, []hop{documentTasks, bodies})
}

// mentioningDocuments are, for each standards body, the documents with sections or tasks that name
// it.
func mentioningDocuments(ctx context.Context, bodies []graph.ID) ([][]graph.ID, error) {
	return walkEither(ctx, bodies,
		[]hop{
			{graph.In, graph.Mentions, graph.KindSection},
			{graph.In, graph.HasSection, graph.KindDocument},
		},
		[]hop{mentioningTasks, {graph.In, graph.HasTask, graph.KindDocument}})
}
