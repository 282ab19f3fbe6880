package resolvers

import (
	"context"
	"slices"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// checkRegions refuses codes that no region has: a code mistyped would otherwise read as a region
// without tasks.
func (r *Resolver) checkRegions(ctx context.Context, codes []string) error {
	ids := each(codes, graph.RegionID)
	briefs, err := view(ctx).Briefs(ctx, ids)
	if err != nil {
		return err
	}
	for i, code := range codes {
		if briefs[i].ID.IsZero() && (r.KnownRegion == nil || !r.KnownRegion(code)) {
			return badInput("regions: no region has the code %q; give six digits of GB/T 2260", code)
		}
	}
	return nil
}

// inRegions is the condition that a node belongs to one of the regions, or with descend to one
// below them. No codes at all are no condition: nil.
func (r *Resolver) inRegions(
	ctx context.Context, codes []string, descend bool,
) ([]func(graph.Brief) bool, error) {
	if codes == nil {
		return nil, nil
	}
	if err := r.checkRegions(ctx, codes); err != nil {
		return nil, err
	}
	return []func(graph.Brief) bool{func(b graph.Brief) bool {
		return slices.ContainsFunc(codes, func(code string) bool {
			return b.Region == code || descend && covers(code, b.Region)
		})
	}}, nil
}

// covers reports whether a region lies below another. Codes of GB/T 2260 say so themselves: two
// digits each for province, prefecture and county, zeros for all below; 000000 is the country.
func covers(above, below string) bool {
	prefix := above
	for strings.HasSuffix(prefix, "00") {
		prefix = prefix[:len(prefix)-2]
	}
	return len(below) == len(above) && len(prefix) < len(above) && strings.HasPrefix(below, prefix)
}

// nationwide stands in for the region of a document that is only cited and whose region nothing
// tells: the schema promises a region.
func nationwide() *graph.Region {
	const code = "000000"
	return &graph.Region{ID: graph.RegionID(code), Code: code, Name: "全国", Level: "national"}
}

// regionsOf are the regions that nodes belong to.
func regionsOf(ctx context.Context, ids []graph.ID) ([]*graph.Region, error) {
	briefs, err := view(ctx).Briefs(ctx, ids)
	if err != nil {
		return nil, err
	}
	found, err := load[*graph.Region](ctx, each(briefs, func(b graph.Brief) graph.ID {
		return graph.RegionID(b.Region)
	}))
	for i, b := range briefs {
		if err == nil && found[i] == nil && b.Region == "" {
			found[i] = nationwide()
		}
	}
	return found, err
}

// regions are the regions with the codes, or all, by code.
func (r *Resolver) regions(ctx context.Context, codes []string) ([]*graph.Region, error) {
	s := sieve[*graph.Region]{kind: graph.KindRegion}
	if codes != nil {
		if err := r.checkRegions(ctx, codes); err != nil {
			return nil, err
		}
		s.sets = append(s.sets, setOf(each(codes, graph.RegionID)))
	}
	return s.nodes(ctx)
}
