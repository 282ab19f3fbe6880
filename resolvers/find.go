package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// findDocument is the document with a number and a file, of which one may be missing.
func findDocument(ctx context.Context, number, fileName *string) (*graph.Document, error) {
	var sets [][]graph.ID
	if number != nil {
		ids, err := documentsNumbered(ctx, *number)
		if err != nil {
			return nil, err
		}
		sets = append(sets, ids)
	}
	if fileName != nil {
		ids, err := view(ctx).FileDocuments(ctx, *fileName)
		if err != nil {
			return nil, err
		}
		sets = append(sets, ids)
	}
	if len(sets) == 0 {
		return nil, badInput("document: give number or fileName")
	}
	return findIn[*graph.Document](ctx, sets)
}

// findStandardsBody is the body with a code and a name, of which one may be missing.
func findStandardsBody(ctx context.Context, code, name *string) (*graph.StandardsBody, error) {
	var sets [][]graph.ID
	for _, key := range []*string{code, name} {
		if key == nil {
			continue
		}
		ids, err := view(ctx).Named(ctx, graph.KindStandardsBody, *key)
		if err != nil {
			return nil, err
		}
		sets = append(sets, ids)
	}
	if len(sets) == 0 {
		return nil, badInput("standardsBody: give code or name")
	}
	return findIn[*graph.StandardsBody](ctx, sets)
}

// findIn is the first node that is in all of some lists, nil if there is none.
func findIn[T graph.Node](ctx context.Context, lists [][]graph.ID) (T, error) {
	var none T
	for _, id := range lists[0] {
		everywhere := !slices.ContainsFunc(lists, func(ids []graph.ID) bool {
			return !slices.Contains(ids, id)
		})
		if everywhere {
			nodes, err := load[T](ctx, []graph.ID{id})
			if err != nil {
				return none, err
			}
			return nodes[0], nil
		}
	}
	return none, nil
}
