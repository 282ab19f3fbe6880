package search

import (
	"context"
	"strings"

	"github.com/policygraph/policygraph/graph"
)

// entries are what to index of nodes, nil for an id that names none or stands for another node.
func (x *Index) entries(ctx context.Context, v graph.Reader, ids []graph.ID) ([]*entry, error) {
	nodes, err := v.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	briefs, err := v.Briefs(ctx, ids)
	if err != nil {
		return nil, err
	}
	regions, err := regionsOf(ctx, v, briefs)
	if err != nil {
		return nil, err
	}
	entries := make([]*entry, len(ids))
	for i, id := range ids {
		if nodes[i] == nil || briefs[i].ID != id {
			continue
		}
		e := newEntry(nodes[i], briefs[i], regions[briefs[i].Region])
		entries[i] = &e
	}
	return entries, nil
}

// regionsOf are the divisions that nodes lie in, by the code of the innermost.
func regionsOf(ctx context.Context, v graph.Reader, briefs []graph.Brief) (map[string][]region, error) {
	chains := map[string][]region{}
	var ids []graph.ID
	for _, b := range briefs {
		if _, known := chains[b.Region]; known || b.Region == "" {
			continue
		}
		for _, code := range codesAbove(b.Region) {
			id := graph.RegionID(code)
			chains[b.Region] = append(chains[b.Region], region{id: id})
			ids = append(ids, id)
		}
	}
	nodes, err := v.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	names := map[graph.ID][]string{}
	for _, n := range nodes {
		if r, ok := n.(*graph.Region); ok {
			names[r.ID] = distinct([]string{r.Name, shortRegion(r.Name)})
		}
	}
	for _, chain := range chains {
		for i := range chain {
			chain[i].names = names[chain[i].id]
		}
	}
	return chains, nil
}

// codesAbove is a code of GB/T 2260 and those of the divisions that hold it, the innermost first:
// 330106, 330100, 330000, 000000. Two digits each stand for province, prefecture and county.
func codesAbove(code string) []string {
	codes := []string{code}
	for end := len(code) - 2; end >= 0; end -= 2 {
		above := code[:end] + strings.Repeat("0", len(code)-end)
		if above != codes[len(codes)-1] {
			codes = append(codes, above)
		}
	}
	return codes
}
