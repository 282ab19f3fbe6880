package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// sureReader is a graph.Reader in which edges that are less sure than wanted lead nowhere.
type sureReader struct {
	graph.Reader
	least graph.Confidence
}

// surer is the context in which only edges that are at least so sure are followed; nil follows all.
func surer(ctx context.Context, least *graph.Confidence) context.Context {
	if least == nil || *least == graph.Low {
		return ctx
	}
	var sure graph.Reader = sureReader{view(ctx), *least}
	return context.WithValue(ctx, viewKey{}, &sure)
}

// Neighbors implements graph.Reader.
func (s sureReader) Neighbors(
	ctx context.Context, ids []graph.ID, dir graph.Direction, kinds ...graph.EdgeKind,
) ([][]graph.Neighbor, error) {
	lists, err := s.Reader.Neighbors(ctx, ids, dir, kinds...)
	if err != nil {
		return nil, err
	}
	doubtful := func(n graph.Neighbor) bool { return !n.Confidence.AtLeast(s.least) }
	for i, list := range lists {
		if slices.ContainsFunc(list, doubtful) {
			lists[i] = slices.DeleteFunc(slices.Clone(list), doubtful)
		}
	}
	return lists, nil
}

// regionConfidences are, for each document, how sure its region is.
func regionConfidences(ctx context.Context, docs []graph.ID) ([]graph.Confidence, error) {
	near, err := neighbors(ctx, docs, graph.Out, graph.InRegion)
	if err != nil {
		return nil, err
	}
	return each(near, func(regions []graph.Neighbor) graph.Confidence {
		if len(regions) == 0 {
			return graph.Low // not known
		}
		return regions[0].Confidence
	}), nil
}

// surelyShared is the groups that are still what the filter asks for when only the edges that ctx
// follows count, with the topics and functions that all their tasks then share.
func surelyShared(
	ctx context.Context, groups []align.Group, f model.SharedTaskFilter,
) ([]align.Group, error) {
	wantFunctions, wantTopics := each(f.Functions, graph.FunctionID), each(f.Topics, graph.TopicID)
	var kept []align.Group
	for _, g := range groups {
		topics, err := walk(ctx, g.Tasks, taskTopics)
		if err != nil {
			return nil, err
		}
		functions, err := taskFunctions(ctx, g.Tasks)
		if err != nil {
			return nil, err
		}
		aboutNone := func(list []graph.ID) bool { return len(shared(list, wantTopics)) == 0 }
		if len(wantTopics) > 0 && slices.ContainsFunc(topics, aboutNone) {
			continue
		}
		g.Topics, g.Functions = shared(topics...), shared(functions...)
		if len(shared(g.Functions, wantFunctions)) == len(unique(wantFunctions)) {
			kept = append(kept, g)
		}
	}
	return kept, nil
}

// shared is what all the lists hold, in the order of the first.
func shared(lists ...[]graph.ID) []graph.ID {
	return keep(lists[0], func(id graph.ID) bool {
		return !slices.ContainsFunc(lists[1:], func(list []graph.ID) bool {
			return !slices.Contains(list, id)
		})
	})
}
