package search

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

// small is the n-th variant of one of five small plans; variants of a plan share their document.
func small(n, variant int) graph.Facts {
	region := testRegions()[1+n%4]
	p := newPlan(fmt.Sprintf("文政发〔2021〕%d号", n), fmt.Sprintf("标准化方案%d", variant), region[0])
	for i := range 1 + variant%3 {
		p.task(fmt.Sprintf("完善商务标准%d", i), fmt.Sprintf("推进第%d批商务试点。", variant))
	}
	p.department(region[0], "市商务局", region[1]+"商务局", fmt.Sprintf("商务局%d", variant))
	if variant == 4 {
		for _, node := range p.facts.Nodes {
			if r, ok := node.(*graph.Region); ok && r.Code == region[0] {
				r.Name = "新" + r.Name
			}
		}
	}
	return p.done()
}

// TestFollowingEqualsRebuilding changes a store at random and compares an index that followed every
// change, or several at once, with one made anew.
func TestFollowingEqualsRebuilding(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	s, x := openStore(t), openIndex(t, t.TempDir())
	stored := map[int]graph.Source{}
	for step := range 40 {
		n := rng.IntN(5)
		batch := graph.Batch{}
		if old, ok := stored[n]; ok {
			batch.Remove = append(batch.Remove, old)
			delete(stored, n)
		}
		if rng.IntN(3) > 0 {
			f := small(n, rng.IntN(5))
			if len(batch.Remove) > 0 && batch.Remove[0] == f.Expression.Source {
				batch.Remove = nil
			}
			batch.Put = append(batch.Put, f)
			stored[n] = f.Expression.Source
		}
		if err := s.Apply(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
		if rng.IntN(3) == 0 {
			continue
		}
		sameAsFresh(t, step, x, s.View())
	}
}

// sameAsFresh brings an index up to a state and compares it with a fresh one.
func sameAsFresh(t *testing.T, step int, x *Index, v graph.Reader) {
	t.Helper()
	if _, err := x.Sync(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	wrong, err := x.Check(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	if len(wrong) > 0 {
		t.Fatalf("step %d: the index differs in %v", step, wrong)
	}
	fresh := openIndex(t, "")
	for _, text := range []string{"商务", "标准化方案", "第3批商务试点", "新杭州市", "商务局2", "江苏 商务"} {
		q := Query{Text: text, First: 10}
		if diff := cmp.Diff(walk(t, fresh, v, q), walk(t, x, v, q)); diff != "" {
			t.Fatalf("step %d, %q: hits of a fresh index and of one that followed (-want +got):\n%s",
				step, text, diff)
		}
	}
	if err := fresh.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestSyncIndexesOnlyWhatChanged(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	for n := range 4 {
		put(t, s, small(n, 2))
	}
	syncTo(t, x, s.View())
	put(t, s, small(4, 0))
	n, err := x.Sync(t.Context(), s.View())
	if err != nil {
		t.Fatal(err)
	}
	// A document, a section, a task; the unit is that of the first plan, with one alias more.
	if n != 4 {
		t.Errorf("%d nodes were indexed, want 4", n)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	put(t, s, small(1, 1))
	if wrong, err := x.Check(t.Context(), s.View()); err != nil || wrong != nil {
		t.Errorf("an index that is behind: %v, %v", wrong, err)
	}
	syncTo(t, x, s.View())
	doc := graph.DocumentIDByNumber("文政发〔2021〕1号")
	if err := x.store.Delete(idTerm(doc)); err != nil {
		t.Fatal(err)
	}
	wrong, err := x.Check(t.Context(), s.View())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]graph.ID{doc}, wrong); diff != "" {
		t.Errorf("what is wrong (-want +got):\n%s", diff)
	}
}

// TestSearchWhileLoading lets readers search while plans are stored: every hit must exist in the
// state that its search reads.
func TestSearchWhileLoading(t *testing.T) {
	s, x := openStore(t), openIndex(t, "")
	put(t, s, small(0, 0))
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			for range 25 {
				v := s.View()
				r, err := x.Search(t.Context(), v, Query{Text: "商务", First: 50})
				if err != nil {
					t.Error(err)
					return
				}
				if len(r.Hits) != r.Total || r.Total == 0 {
					t.Errorf("%d hits of %d", len(r.Hits), r.Total)
				}
			}
		})
	}
	for n := range 20 {
		put(t, s, small(n%5, n%4))
	}
	wait.Wait()
}
