package align_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
)

func TestComparable(t *testing.T) {
	target := func(n int, region, metric, unit string) align.Measured {
		id := graph.TargetID(graph.ID{}, "1", n)
		return align.Measured{ID: id, Region: region, Metric: metric, Unit: unit}
	}
	tests := []struct {
		name string
		in   []align.Measured
		want map[string][]int // places of the targets by metric
	}{
		{
			"ranks and owners make no difference",
			[]align.Measured{
				target(0, "A", "国家级、省级产业计量中心", "个"), target(1, "B", "各级产业计量中心", "个"),
				target(2, "B", "甲市产业计量中心", "项"),
			},
			map[string][]int{"计量中心": {0, 1, 2}},
		},
		{
			"nor does the way to it",
			[]align.Measured{target(0, "A", "牵头起草国际标准", "项"), target(1, "B", "主导或参与制修订国际标准", "项")},
			map[string][]int{"国际标准": {0, 1}},
		},
		{
			"other things",
			[]align.Measured{target(0, "A", "团体标准", "项"), target(1, "B", "企业标准", "项")},
			nil,
		},
		{
			"the last word says what is counted",
			[]align.Measured{target(0, "A", "团体标准试点", "项"), target(1, "B", "团体标准", "项")},
			nil,
		},
		{
			"other units",
			[]align.Measured{target(0, "A", "养老服务机构", "家"), target(1, "B", "养老服务机构", "%")},
			nil,
		},
		{
			"one region",
			[]align.Measured{target(0, "A", "地方标准", "项"), target(1, "A", "地方标准", "项")},
			nil,
		},
		{
			"one of two joined things",
			[]align.Measured{target(0, "A", "国家标准、行业标准", "项"), target(1, "B", "行业标准", "项")},
			map[string][]int{"行业标准": {0, 1}},
		},
		{
			"a list with a shared last word is not its parts",
			[]align.Measured{target(0, "A", "国家、行业、团体标准", "项"), target(1, "B", "团体标准", "项")},
			nil,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got map[string][]int
			for _, m := range align.Comparable(test.in, []string{"甲市"}) {
				if got == nil {
					got = map[string][]int{}
				}
				for _, id := range m.Targets {
					for i := range test.in {
						if test.in[i].ID == id {
							got[m.Metric] = append(got[m.Metric], i)
						}
					}
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("measures (-want +got):\n%s", diff)
			}
		})
	}
}
