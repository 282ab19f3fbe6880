package align_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// small is a plan with tasks of the headings.
func small(title, region string, headings ...string) graphtest.Plan {
	p := graphtest.Plan{Title: title, Region: region}
	for _, h := range headings {
		p.Tasks = append(p.Tasks, graphtest.Task{Heading: h, Topics: []string{"commerce"}})
	}
	return p
}

// follow brings an Index to the state of a store.
func follow(t *testing.T, ix *align.Index, s *graph.Store) {
	t.Helper()
	if err := ix.Follow(t.Context(), s.View()); err != nil {
		t.Fatal(err)
	}
}

// allScores are the scores of all tasks of a store with their counterparts.
func allScores(t *testing.T, ix *align.Index, s *graph.Store) map[graph.ID][]align.Match {
	t.Helper()
	ids, err := s.View().IDs(t.Context(), graph.KindTask)
	if err != nil {
		t.Fatal(err)
	}
	all := map[graph.ID][]align.Match{}
	for _, id := range ids {
		if all[id], err = ix.Align(id, align.Query{MinScore: zero()}); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestFollow(t *testing.T) {
	north := small("北州规划", "130100", "发展冷链物流", "规范景区服务", "培养专业人才")
	south := small("南州规划", "440300", "推动冷链物流升级", "提高景区服务水平")
	again := small("南州规划", "440300", "推动冷链物流升级", "保护海洋环境", "加大资金投入")
	west := small("西州规划", "510100", "加强人才培养")
	steps := []struct {
		name          string
		put, remove   []graphtest.Plan
		tasks, loaded int
	}{
		{"nothing", nil, nil, 0, 0},
		{"two documents", []graphtest.Plan{north, south}, nil, 5, 2},
		{"one more", []graphtest.Plan{west}, nil, 6, 3},
		{"a changed one", []graphtest.Plan{again}, []graphtest.Plan{south}, 7, 3},
		{"one less", nil, []graphtest.Plan{north}, 4, 2},
	}
	s := graphtest.Open(t)
	ix := align.New(loader.Simplified)
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			if step.remove != nil {
				graphtest.Remove(t, s, step.remove...)
			}
			if step.put != nil {
				graphtest.Put(t, s, step.put...)
			}
			follow(t, ix, s)
			if ix.Version() != s.View().Version() {
				t.Errorf("version %d, want %d", ix.Version(), s.View().Version())
			}
			if docs, tasks := ix.Len(); docs != step.loaded || tasks != step.tasks {
				t.Errorf("%d documents with %d tasks, want %d with %d", docs, tasks, step.loaded, step.tasks)
			}
			fresh := align.New(loader.Simplified)
			follow(t, fresh, s)
			if diff := cmp.Diff(allScores(t, fresh, s), allScores(t, ix, s)); diff != "" {
				t.Errorf("an Index that followed differs from a new one (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFollowOtherNamesOfUnits loads a plan that calls a unit by a name which stands in the text of
// an older one.
func TestFollowOtherNamesOfUnits(t *testing.T) {
	plan := func(city, task string) string {
		return city + "茶产业标准化实施方案\n一、总体要求\n坚持标准引领。\n二、主要任务\n（一）" + task + "\n"
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := graphtest.Open(t)
	l := loader.New[*graph.View](s, gaz, loader.Options{})
	ix := align.New(loader.Simplified)
	for i, text := range []string{
		plan("常州市", "发展冷链物流。支持科技局帮扶茶企制定冷链标准。（责任单位：市科技局）"),
		plan("无锡市", "推动冷链物流升级。由科技局帮扶茶企制定冷链标准。（责任单位：市科技局）"),
		strings.Replace(plan("常州市", "加强人才培养。（责任单位：科技局）"), "茶产业", "茶人才", 1),
	} {
		if _, err := l.LoadFile(t.Context(), fmt.Sprintf("%d.txt", i), []byte(text)); err != nil {
			t.Fatal(err)
		}
		follow(t, ix, s)
	}
	fresh := align.New(loader.Simplified)
	follow(t, fresh, s)
	if diff := cmp.Diff(allScores(t, fresh, s), allScores(t, ix, s)); diff != "" {
		t.Errorf("an Index that followed differs from a new one (-want +got):\n%s", diff)
	}
}

func TestFollowIgnoresOlderViews(t *testing.T) {
	s := graphtest.Open(t)
	graphtest.Put(t, s, small("北州规划", "130100", "发展冷链物流"))
	old := s.View()
	graphtest.Put(t, s, small("南州规划", "440300", "推动冷链物流升级"))
	ix := align.New(nil)
	follow(t, ix, s)
	if err := ix.Follow(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if docs, _ := ix.Len(); docs != 2 {
		t.Errorf("%d documents after an older view, want 2", docs)
	}
}

func TestFollowStops(t *testing.T) {
	s := graphtest.Open(t)
	graphtest.Put(t, s, small("北州规划", "130100", "发展冷链物流"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	ix := align.New(nil)
	if err := ix.Follow(ctx, stopping{s.View()}); err == nil {
		t.Error("no error from a reader that failed")
	}
	if ix.Version() != 0 {
		t.Errorf("version %d after a failure, want 0", ix.Version())
	}
}

// stopping is a reader that fails when its context has ended, as a remote one does.
type stopping struct{ graph.Reader }

func (r stopping) IDs(ctx context.Context, kind graph.NodeKind) ([]graph.ID, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.Reader.IDs(ctx, kind)
}
