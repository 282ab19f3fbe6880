package align_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/align/aligntest"
	"github.com/policygraph/policygraph/graph"
)

func zero() *float64 { return new(float64) }

// put stores documents.
func put(t *testing.T, ix *align.Index, docs ...align.Document) {
	t.Helper()
	for _, d := range docs {
		if err := ix.Put(d); err != nil {
			t.Fatalf("put: %v", err)
		}
	}
}

// madeUp are the made-up documents from n on.
func madeUp(from, to int) []align.Document {
	var docs []align.Document
	for n := from; n < to; n++ {
		docs = append(docs, aligntest.Document(n))
	}
	return docs
}

// answers are the alignments of all tasks of documents, with any score.
func answers(t *testing.T, ix *align.Index, docs []align.Document) map[graph.ID][]align.Match {
	t.Helper()
	all := map[graph.ID][]align.Match{}
	for _, d := range docs {
		for _, task := range d.Tasks {
			m, err := ix.Align(task.ID, align.Query{Limit: 15, MinScore: zero()})
			if err != nil {
				t.Fatalf("align: %v", err)
			}
			all[task.ID] = m
		}
	}
	return all
}

func TestOrderOfLoadingDoesNotShow(t *testing.T) {
	for name, n := range map[string]int{"all tasks scored": 8, "candidates scored": 45} {
		t.Run(name, func(t *testing.T) {
			docs := madeUp(0, n)
			first := align.New(nil)
			put(t, first, docs...)
			want := answers(t, first, docs[:3])
			seed := rand.Uint64()
			r := rand.New(rand.NewPCG(seed, 0))
			r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			second := align.New(nil)
			put(t, second, docs...)
			if diff := cmp.Diff(want, answers(t, second, madeUp(0, 3))); diff != "" {
				t.Errorf("seed %d: another order gives other answers (-want +got):\n%s", seed, diff)
			}
		})
	}
}

func TestIncrementalEqualsRebuilt(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	ix := align.New(nil)
	held := map[int]bool{}
	for range 60 {
		n := r.IntN(40)
		if held[n] && r.IntN(2) == 0 {
			ix.Remove(aligntest.Document(n).ID)
			delete(held, n)
			continue
		}
		changed := aligntest.Document(n + 1000) // the same document with another text
		changed.ID, changed.Tasks = aligntest.Document(n).ID, changed.Tasks[:10+r.IntN(50)]
		put(t, ix, changed, aligntest.Document(n))
		held[n] = true
	}
	var docs []align.Document
	for n := range 40 {
		if held[n] {
			docs = append(docs, aligntest.Document(n))
		}
	}
	rebuilt := align.New(nil)
	put(t, rebuilt, docs...)
	want, got := answers(t, rebuilt, docs[:2]), answers(t, ix, docs[:2])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("seed %d: an Index that has changed differs from a new one (-want +got):\n%s", seed, diff)
	}
	docsHeld, tasks := ix.Len()
	if docsHeld != len(docs) || tasks != len(docs)*aligntest.Tasks {
		t.Errorf("seed %d: %d documents, %d tasks; want %d, %d",
			seed, docsHeld, tasks, len(docs), len(docs)*aligntest.Tasks)
	}
}

func TestScoresAreSymmetricAndBounded(t *testing.T) {
	docs := madeUp(0, 6)
	ix := align.New(nil)
	put(t, ix, docs...)
	for _, a := range docs[0].Tasks[:15] {
		for _, b := range docs[1].Tasks {
			there, err := ix.Score(a.ID, b.ID)
			if err != nil {
				t.Fatalf("score: %v", err)
			}
			back, err := ix.Score(b.ID, a.ID)
			if err != nil {
				t.Fatalf("score: %v", err)
			}
			if there != back || there < 0 || there > 1 {
				t.Fatalf("score of %s and %s is %v one way, %v the other", a.Path, b.Path, there, back)
			}
		}
	}
}

// TestCandidatesHoldTheBest compares what candidates give with what scoring every task gives.
func TestCandidatesHoldTheBest(t *testing.T) {
	docs := madeUp(0, 60)
	ix := align.New(nil)
	put(t, ix, docs...)
	found, best := 0, 0
	for _, task := range docs[0].Tasks[:20] {
		got, err := ix.Align(task.ID, align.Query{Limit: 5, MinScore: zero()})
		if err != nil {
			t.Fatalf("align: %v", err)
		}
		var all []align.Match
		for _, d := range docs[1:] {
			m, err := ix.Align(task.ID, align.Query{Regions: []string{d.Region}, MinScore: zero()})
			if err != nil {
				t.Fatalf("align: %v", err)
			}
			all = append(all, m...)
		}
		slices.SortFunc(all, func(a, b align.Match) int {
			if a.Score > b.Score {
				return -1
			}
			return 1
		})
		for _, m := range all[:5] {
			best++
			if slices.ContainsFunc(got, func(g align.Match) bool { return g.Task == m.Task }) {
				found++
			}
		}
	}
	if found*10 < best*9 {
		t.Errorf("%d of the %d best alignments are among the candidates, want nine of ten", found, best)
	}
}

// plan is a document of a region with a task for each heading and text.
func plan(region string, tasks ...align.Task) align.Document {
	d := align.Document{ID: graph.DocumentIDByTitle(region, "plan"), Region: region}
	for i, task := range tasks {
		task.Path = []string{"2.1", "2.2", "3.1", "3.2", "4.1"}[i]
		task.ID = graph.TaskID(d.ID, task.Path)
		task.Chapters = []string{[]string{"重点任务", "重点任务", "主要举措", "主要举措", "保障措施"}[i]}
		d.Tasks = append(d.Tasks, task)
	}
	return d
}

func plans() (north, south, west align.Document) {
	north = plan("130100",
		align.Task{Heading: "发展冷链物流", Text: "完善冷链物流标准体系，推进仓储、配送环节标准化。"},
		align.Task{Heading: "培育旅游品牌", Text: "加强景区、导游服务标准的制定和实施，提升旅游服务质量。"},
		align.Task{Heading: "加强人才队伍建设", Text: "开展标准化培训，培养标准化专业人才。"},
		align.Task{Heading: "加大资金投入", Text: "各级财政安排标准化专项经费，完善奖励政策。"},
	)
	south = plan("440300",
		align.Task{Heading: "提高景区服务水平", Text: "推进旅游服务标准化，规范导游和旅行社经营。"},
		align.Task{Heading: "强化经费保障", Text: "加大财政投入，对承担标准制定的单位给予补助。"},
		align.Task{Heading: "推动物流业升级", Text: "建立冷链物流、城市配送标准，建设物流信息平台。"},
		align.Task{Heading: "保护海洋环境", Text: "研制海洋环境监测标准，规范海域使用。"},
	)
	west = plan("510100",
		align.Task{Heading: "完善冷链物流网络", Text: "推进冷链物流基础设施和仓储配送标准化。"},
		align.Task{Heading: "培养标准化人才", Text: "支持高校开设标准化课程，组织人才培训。"},
	)
	return north, south, west
}

func TestAlign(t *testing.T) {
	north, south, west := plans()
	ix := align.New(nil)
	put(t, ix, north, south, west)
	path := map[graph.ID]string{}
	for name, d := range map[string]align.Document{"south": south, "west": west} {
		for _, task := range d.Tasks {
			path[task.ID] = name + " " + task.Heading
		}
	}
	tests := []struct {
		name    string
		task    int
		regions []string
		want    []string
	}{
		{"the same words", 0, []string{"440300"}, []string{"south 推动物流业升级"}},
		{"other words", 1, nil, []string{"south 提高景区服务水平"}},
		{"two regions", 2, []string{"440300", "510100"}, []string{"west 培养标准化人才"}},
		{"words of one concept", 3, nil, []string{"south 强化经费保障"}},
		{"a region without documents", 0, []string{"110000"}, nil},
		{"its own region", 0, []string{"130100"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := ix.Align(north.Tasks[test.task].ID, align.Query{Regions: test.regions, Limit: 1})
			if err != nil {
				t.Fatalf("align: %v", err)
			}
			var got []string
			for _, match := range m {
				got = append(got, path[match.Task])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("aligned tasks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAlignUnknownTask(t *testing.T) {
	ix := align.New(nil)
	_, err := ix.Align(graph.TaskID(graph.ID{}, "2.1"), align.Query{})
	if !errors.Is(err, align.ErrNotIndexed) {
		t.Errorf("align: %v, want ErrNotIndexed", err)
	}
	if _, err := ix.Score(graph.ID{}, graph.ID{}); !errors.Is(err, align.ErrNotIndexed) {
		t.Errorf("score: %v, want ErrNotIndexed", err)
	}
}

func TestMatchTellsWhatIsShared(t *testing.T) {
	north, south, _ := plans()
	topic, other := graph.TopicID("logistics"), graph.TopicID("tourism")
	function := graph.FunctionID("commerce")
	north.Tasks[0].Topics, south.Tasks[2].Topics = []graph.ID{topic, other}, []graph.ID{topic}
	north.Tasks[0].Functions = []graph.ID{function, graph.FunctionID("finance")}
	south.Tasks[2].Functions = []graph.ID{graph.FunctionID("transport"), function}
	ix := align.New(nil)
	put(t, ix, north, south)
	m, err := ix.Align(north.Tasks[0].ID, align.Query{Limit: 1})
	if err != nil {
		t.Fatalf("align: %v", err)
	}
	want := []align.Match{{
		Task: south.Tasks[2].ID, Score: m[0].Score,
		Topics: []graph.ID{topic}, Functions: []graph.ID{function},
	}}
	if diff := cmp.Diff(want, m); diff != "" {
		t.Errorf("match (-want +got):\n%s", diff)
	}
}

func TestSharedTerms(t *testing.T) {
	north, south, west := plans()
	ix := align.New(nil)
	put(t, ix, north, south, west)
	terms := func(a, b string) []string {
		units := []string{"旅游委员会"}
		return ix.SharedTerms(align.Wording{Text: a, Units: units}, align.Wording{Text: b, Units: units}, 5)
	}
	tests := []struct {
		name, a, b string
		want       []string
	}{
		{"phrases, not bigrams", "保护海洋环境", "开展海洋环境监测", []string{"海洋环境"}},
		{"function words at the ends", "和旅游的服务", "与旅游的景区", []string{"旅游"}},
		{"nothing telling", "标准化工作", "标准化建设", nil},
		{"whole words", "加强海洋环境", "增强海洋环境", []string{"海洋环境"}},
		{"width and case", "ＩＳＯ标准导游", "iso 导游", []string{"导游"}},
		{"a phrase within a better one", "导游服务，导游", "导游服务；导游", []string{"导游服务"}},
		{"names of units", "导游（旅游委员会）", "导游（旅游委员会）", []string{"导游"}},
		{"cut in the other text", "旅游服装", "旅游服务", []string{"旅游"}},
		{"words of the thesaurus", "海洋工程装备", "海洋工程船舶", []string{"海洋"}},
		{"no text", "", "导游", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, terms(test.a, test.b)); diff != "" {
				t.Errorf("shared terms (-want +got):\n%s", diff)
			}
		})
	}
}
