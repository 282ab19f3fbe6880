package align_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/align/aligntest"
	"github.com/policygraph/policygraph/graph"
)

func TestShared(t *testing.T) {
	north, south, west := plans()
	commerce, finance := graph.FunctionID("commerce"), graph.FunctionID("finance")
	logistics := graph.TopicID("logistics")
	for _, task := range []*align.Task{&north.Tasks[0], &south.Tasks[2], &west.Tasks[0]} {
		task.Topics = []graph.ID{logistics}
		task.Functions = []graph.ID{commerce}
	}
	north.Tasks[0].Functions = []graph.ID{commerce, finance}
	ix := align.New(nil)
	put(t, ix, north, south, west)
	heading := map[graph.ID]string{}
	for _, d := range []align.Document{north, south, west} {
		for _, task := range d.Tasks {
			heading[task.ID] = task.Heading
		}
	}
	everywhere := []string{"130100", "440300", "510100"}
	freight := []string{"发展冷链物流", "推动物流业升级", "完善冷链物流网络"}
	tests := []struct {
		name  string
		query align.SharedQuery
		want  [][]string
	}{
		{"three regions", align.SharedQuery{Regions: everywhere, MinRegions: 3}, [][]string{freight}},
		{
			"the order of the regions",
			align.SharedQuery{Regions: []string{"510100", "130100"}, Topics: []graph.ID{logistics}},
			[][]string{{"完善冷链物流网络", "发展冷链物流"}},
		},
		{
			"a function", align.SharedQuery{Regions: everywhere, Functions: []graph.ID{commerce}},
			[][]string{freight},
		},
		{
			"functions that one lacks",
			align.SharedQuery{Regions: everywhere, Functions: []graph.ID{commerce, finance}}, nil,
		},
		{"an unknown function", align.SharedQuery{Regions: everywhere, Functions: []graph.ID{{}}}, nil},
		{
			"another topic",
			align.SharedQuery{Regions: everywhere, Topics: []graph.ID{graph.TopicID("marine")}}, nil,
		},
		{"one region", align.SharedQuery{Regions: everywhere[:1]}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			groups, err := ix.Shared(t.Context(), test.query)
			if err != nil {
				t.Fatal(err)
			}
			var got [][]string
			for _, g := range groups {
				var names []string
				for _, id := range g.Tasks {
					names = append(names, heading[id])
				}
				got = append(got, names)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSharedIsCoherent holds what Shared promises of made-up documents.
func TestSharedIsCoherent(t *testing.T) {
	ix := align.New(nil)
	put(t, ix, madeUp(0, 4)...)
	region := map[graph.ID]string{}
	query := align.SharedQuery{MinScore: new(float64)}
	*query.MinScore = 0.9
	for n := range 4 {
		d := aligntest.Document(n)
		query.Regions = append(query.Regions, d.Region)
		for _, task := range d.Tasks {
			region[task.ID] = d.Region
		}
	}
	groups, err := ix.Shared(t.Context(), query)
	if err != nil || len(groups) == 0 {
		t.Fatalf("groups: %v, %v", groups, err)
	}
	for i, g := range groups {
		least, seen := 1.0, map[string]bool{}
		for k, a := range g.Tasks {
			if seen[region[a]] {
				t.Errorf("group %d has two tasks of one region", i)
			}
			seen[region[a]] = true
			for _, b := range g.Tasks[:k] {
				s, err := ix.Score(a, b)
				if err != nil {
					t.Fatal(err)
				}
				least = min(least, s)
			}
		}
		if least != g.Score || least < *query.MinScore {
			t.Errorf("group %d says its least score is %v, it is %v", i, g.Score, least)
		}
		if i > 0 && len(g.Tasks) == len(groups[i-1].Tasks) && g.Score > groups[i-1].Score {
			t.Errorf("group %d is better than the one before", i)
		}
	}
}

func TestSharedStops(t *testing.T) {
	north, south, _ := plans()
	ix := align.New(nil)
	put(t, ix, north, south)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := ix.Shared(ctx, align.SharedQuery{Regions: []string{north.Region, south.Region}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
