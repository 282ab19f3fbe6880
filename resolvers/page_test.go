package resolvers_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

const pageQuery = `query ($first: Int, $after: String, $last: Int, $before: String) {
	tasks(first: $first, after: $after, last: $last, before: $before) {
		totalCount
		nodes { path }
		edges { cursor node { path } }
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
	}
}`

// listPage is a page of tasks, told by their paths.
type listPage struct {
	paths, cursors []string
	next, previous bool
	start, end     any
	total          int
}

// fetch asks for a page.
func fetch(t *testing.T, ask func(vars) map[string]any, v vars) listPage {
	t.Helper()
	c := ask(v)["tasks"].(map[string]any)
	info := c["pageInfo"].(map[string]any)
	p := listPage{
		next: info["hasNextPage"].(bool), previous: info["hasPreviousPage"].(bool),
		start: info["startCursor"], end: info["endCursor"], total: int(c["totalCount"].(float64)),
	}
	var nodes []string
	for _, n := range c["nodes"].([]any) {
		nodes = append(nodes, n.(map[string]any)["path"].(string))
	}
	for _, e := range c["edges"].([]any) {
		edge := e.(map[string]any)
		p.paths = append(p.paths, edge["node"].(map[string]any)["path"].(string))
		p.cursors = append(p.cursors, edge["cursor"].(string))
	}
	if !slices.Equal(nodes, p.paths) {
		t.Fatalf("nodes %v differ from edges %v", nodes, p.paths)
	}
	return p
}

// tenPaths are the paths of long(10).
func tenPaths() []string {
	var paths []string
	for i := range 10 {
		paths = append(paths, fmt.Sprintf("1.%d", i+1))
	}
	return paths
}

func TestPageSlices(t *testing.T) {
	h := newHandler(t, long(10))
	query := func(v vars) map[string]any { return get(t, h, pageQuery, v) }
	paths := tenPaths()
	cursor := fetch(t, query, vars{}).cursors
	tests := []struct {
		name           string
		args           vars
		want           []string
		previous, next bool
	}{
		{"all by default", vars{}, paths, false, false},
		{"first of more", vars{"first": 3}, paths[:3], false, true},
		{"first of as many", vars{"first": 10}, paths, false, false},
		{"first of fewer", vars{"first": 11}, paths, false, false},
		{"first none", vars{"first": 0}, nil, false, true},
		{"last of more", vars{"last": 3}, paths[7:], true, false},
		{"last of fewer", vars{"last": 11}, paths, false, false},
		{"last none", vars{"last": 0}, nil, true, false},
		{"after", vars{"after": cursor[6]}, paths[7:], true, false},
		{"after the last", vars{"after": cursor[9]}, nil, true, false},
		{"first after", vars{"first": 2, "after": cursor[0]}, paths[1:3], true, true},
		{"last after", vars{"last": 2, "after": cursor[0]}, paths[8:], true, false},
		{"before", vars{"before": cursor[3]}, paths[:3], false, true},
		{"before the first", vars{"before": cursor[0]}, nil, false, true},
		{"last before", vars{"last": 2, "before": cursor[9]}, paths[7:9], true, true},
		{"first before", vars{"first": 2, "before": cursor[9]}, paths[:2], false, true},
		{"between", vars{"after": cursor[2], "before": cursor[5]}, paths[3:5], true, true},
		{"first between", vars{"first": 1, "after": cursor[2], "before": cursor[5]}, paths[3:4], true, true},
		{"last between", vars{"last": 1, "after": cursor[2], "before": cursor[5]}, paths[4:5], true, true},
		{"crossing", vars{"after": cursor[5], "before": cursor[2]}, nil, true, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := fetch(t, query, test.args)
			if diff := cmp.Diff(test.want, got.paths); diff != "" {
				t.Errorf("paths (-want +got)\n%s", diff)
			}
			if got.previous != test.previous || got.next != test.next {
				t.Errorf("previous, next = %v, %v, want %v, %v",
					got.previous, got.next, test.previous, test.next)
			}
			if got.total != 10 {
				t.Errorf("totalCount = %d, want 10", got.total)
			}
			var start, end any
			if n := len(got.cursors); n > 0 {
				start, end = got.cursors[0], got.cursors[n-1]
			}
			if got.start != start || got.end != end {
				t.Errorf("cursors of the page are %v, %v, want %v, %v", got.start, got.end, start, end)
			}
		})
	}
}

func TestPageErrors(t *testing.T) {
	h := newHandler(t, long(3), east())
	query := func(v vars) map[string]any { return get(t, h, pageQuery, v) }
	cursor := fetch(t, query, vars{}).cursors[0]
	filtered := get(t, h, `{ tasks(filter: {regions: ["340000"]}) { edges { cursor } } }`, nil)
	foreign := filtered["tasks"].(map[string]any)["edges"].([]any)[0].(map[string]any)["cursor"]
	tests := []struct {
		name string
		args vars
		want string
	}{
		{"negative first", vars{"first": -1}, "first is -1; it cannot be negative"},
		{"negative last", vars{"last": -2}, "last is -2; it cannot be negative"},
		{"first too large", vars{"first": 201}, "first is 201; a page is at most 200"},
		{"last too large", vars{"last": 1000}, "last is 1000; a page is at most 200"},
		{"first and last", vars{"first": 1, "last": 1}, "first and last exclude each other"},
		{"no cursor", vars{"after": "x!"}, `after: "x!" is no cursor`},
		{"empty cursor", vars{"before": ""}, `before: "" is no cursor`},
		{"cut cursor", vars{"before": cursor[:8]}, fmt.Sprintf("before: %q is no cursor", cursor[:8])},
		{
			"cursor of another filter", vars{"after": foreign},
			fmt.Sprintf("after: the cursor %q belongs to another list or filter", foreign),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask(t, h, pageQuery, test.args)
			if a.code() != "BAD_USER_INPUT" || a.Errors[0].Message != test.want {
				t.Errorf("got %+v, want BAD_USER_INPUT: %s", a.Errors, test.want)
			}
		})
	}
}

// TestPageWalk reads lists in pages of random sizes, in both directions: each walk gives the list.
func TestPageWalk(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range 5 {
		n := random.IntN(30)
		h := newHandler(t, long(n))
		query := func(v vars) map[string]any { return get(t, h, pageQuery, v) }
		want := fetch(t, query, vars{"first": 200}).paths
		var forward, backward []string
		for v, more := (vars{}), true; more; {
			v["first"] = 1 + random.IntN(7)
			p := fetch(t, query, v)
			forward = append(forward, p.paths...)
			v["after"], more = p.end, p.next
		}
		for v, more := (vars{}), true; more; {
			v["last"] = 1 + random.IntN(7)
			p := fetch(t, query, v)
			backward = append(p.paths, backward...)
			v["before"], more = p.start, p.previous
		}
		if diff := cmp.Diff(want, forward); diff != "" {
			t.Errorf("forward (-want +got)\n%s", diff)
		}
		if diff := cmp.Diff(want, backward); diff != "" {
			t.Errorf("backward (-want +got)\n%s", diff)
		}
	}
}

// TestPageOfChangedList goes on after an element that has gone since.
func TestPageOfChangedList(t *testing.T) {
	before := long(10)
	s := newStore(t, before)
	h := serve(s)
	query := func(v vars) map[string]any { return get(t, h, pageQuery, v) }
	p := fetch(t, query, vars{"first": 9})
	batch := graph.Batch{
		Put: []graph.Facts{long(5).Facts()}, Remove: []graph.Source{before.Facts().Expression.Source},
	}
	if err := s.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	got := fetch(t, query, vars{"first": 3, "after": p.end})
	if len(got.paths) != 0 || got.next || !got.previous {
		t.Errorf("after a task that has gone: %+v, want an empty page at the end", got)
	}
	got = fetch(t, query, vars{"last": 2, "before": p.end})
	if diff := cmp.Diff([]string{"1.4", "1.5"}, got.paths); diff != "" {
		t.Errorf("before a task that has gone (-want +got)\n%s", diff)
	}
}
