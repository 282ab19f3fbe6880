package resolvers

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/policygraph/policygraph/graph"
)

// orderKey is what a node is ordered by: text or a number. Nodes without either come last.
type orderKey struct {
	none   bool
	text   []byte
	number float64
}

// ordering is an order of a list that a query asks for: the keys of nodes, and from which end.
type ordering struct {
	keys       func(ctx context.Context, ids []graph.ID) ([]orderKey, error)
	descending bool
}

// sorted are the ids in the order asked for, equal ones as they stood; nil leaves all as it is.
func (o *ordering) sorted(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
	if o == nil {
		return ids, nil
	}
	keys, err := o.keys(ctx, ids)
	if err != nil {
		return nil, err
	}
	places := make([]int, len(ids))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int { return o.compare(keys[i], keys[j]) })
	return each(places, func(i int) graph.ID { return ids[i] }), nil
}

func (o *ordering) compare(a, b orderKey) int {
	switch {
	case a.none && b.none:
		return 0
	case a.none:
		return 1
	case b.none:
		return -1
	case o.descending:
		a, b = b, a
	}
	return cmp.Or(bytes.Compare(a.text, b.text), cmp.Compare(a.number, b.number))
}

// orderKeys give the keys of nodes, in the order of the ids.
type orderKeys = func(ctx context.Context, ids []graph.ID) ([]orderKey, error)

// byText orders by a text of the node, by pinyin and with digits as numbers; "" is none.
func byText[T graph.Node](text func(T) string) orderKeys {
	return func(ctx context.Context, ids []graph.ID) ([]orderKey, error) {
		nodes, err := load[T](ctx, ids)
		if err != nil {
			return nil, err
		}
		return textKeys(each(nodes, text)), nil
	}
}

// textKeys are the keys of texts, by pinyin and with digits as numbers.
func textKeys(texts []string) []orderKey {
	collator := collate.New(language.Chinese, collate.Numeric)
	var buffer collate.Buffer
	return each(texts, func(s string) orderKey {
		buffer.Reset()
		return orderKey{none: s == "", text: bytes.Clone(collator.KeyFromString(&buffer, s))}
	})
}

// byNumber orders by a number of the node, which it may lack.
func byNumber[T graph.Node](number func(T) (n float64, ok bool)) orderKeys {
	return func(ctx context.Context, ids []graph.ID) ([]orderKey, error) {
		nodes, err := load[T](ctx, ids)
		if err != nil {
			return nil, err
		}
		return each(nodes, func(node T) orderKey {
			n, ok := number(node)
			return orderKey{none: !ok, number: n}
		}), nil
	}
}

// byRegion orders by the code of the region that a node belongs to.
func byRegion(ctx context.Context, ids []graph.ID) ([]orderKey, error) {
	briefs, err := view(ctx).Briefs(ctx, ids)
	if err != nil {
		return nil, err
	}
	return each(briefs, func(b graph.Brief) orderKey {
		return orderKey{none: b.Region == "", text: []byte(b.Region)}
	}), nil
}

// byCount orders by how many nodes the hops lead to.
func byCount(hops ...hop) orderKeys {
	return func(ctx context.Context, ids []graph.ID) ([]orderKey, error) {
		lists, err := walk(ctx, ids, hops...)
		if err != nil {
			return nil, err
		}
		return each(lists, func(list []graph.ID) orderKey {
			return orderKey{number: float64(len(list))}
		}), nil
	}
}

// byFirst orders by a text of the first node that a hop leads to.
func byFirst[T graph.Node](h hop, text func(T) string) orderKeys {
	return func(ctx context.Context, ids []graph.ID) ([]orderKey, error) {
		nodes, err := followOne[T](ctx, ids, h)
		if err != nil {
			return nil, err
		}
		return textKeys(each(nodes, func(node T) string {
			if graph.Node(node) == graph.Node(*new(T)) {
				return ""
			}
			return text(node)
		})), nil
	}
}
