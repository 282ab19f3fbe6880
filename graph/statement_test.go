package graph

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestJoinPrefers(t *testing.T) {
	doc := DocumentIDByNumber("甲政发〔2020〕1号")
	stub := &Document{ID: doc, Title: "标准化计划", Number: "甲政发〔2020〕1号", Genre: "意见"}
	traditional := &Document{ID: doc, Title: "標準化計劃", Loaded: true, Hant: true}
	simplified := &Document{ID: doc, Title: "标准化计划", Loaded: true}
	fuller := &Document{ID: doc, Title: "标准化", Issued: "2020-01-02", Loaded: true}
	for _, tt := range []struct {
		name         string
		better, less Node
	}{
		{"a loaded document before a citation", traditional, stub},
		{"a Simplified text before a Traditional one", simplified, traditional},
		{"more fields before fewer", fuller, simplified},
		{"the lower bytes", &Topic{ID: TopicID("a"), Name: "甲"}, &Topic{ID: TopicID("a"), Name: "申"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := stateNode(tt.better, false), stateNode(tt.less, false)
			for _, joined := range []statement{join(a, b), join(b, a)} {
				got, err := joined.node(tt.better.NodeID())
				if diff := cmp.Diff(tt.better, got); err != nil || diff != "" {
					t.Errorf("joined, %v (-want +got):\n%s", err, diff)
				}
			}
		})
	}
}

func TestJoinUnites(t *testing.T) {
	id := DepartmentID("330100", "甲市科技局")
	a := stateNode(&Department{
		ID: id, Name: "市科技局", FullName: "甲市科技局", Aliases: []string{"乙", "甲", "乙"},
	}, false)
	b := stateNode(&Department{
		ID: id, Name: "科技局", FullName: "甲市科技局", Aliases: []string{"丙"}, Mentioned: true,
	}, true)
	joined := join(a, b)
	got, err := joined.node(id)
	want := &Department{
		ID: id, Name: "市科技局", FullName: "甲市科技局", Aliases: []string{"丙", "乙", "甲"}, Mentioned: true,
	}
	if diff := cmp.Diff(Node(want), got); err != nil || diff != "" {
		t.Errorf("joined, %v (-want +got):\n%s", err, diff)
	}
}

// TestJoinLaws joins random statements in random order and grouping: the result is one.
func TestJoinLaws(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	w := newWorld(seed)
	for range 300 {
		f := w.facts(exampleSource.source(), nil)
		var all []statement
		for range 5 {
			e := Edge{Order: w.r.IntN(2), Evidence: w.evidence(&f, ID{})}
			all = append(all, stateEdge(&e, w.half()))
		}
		want := foldAll(all)
		again := slices.Concat(all, all[:2]) // some twice
		w.r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		cut := 1 + w.r.IntN(len(again)-1)
		if got := join(foldAll(again[:cut]), foldAll(again[cut:])); !got.equal(&want) {
			t.Fatalf("joined otherwise: %+v, want %+v", got, want)
		}
	}
}

func foldAll(list []statement) statement {
	s := list[0]
	for _, t := range list[1:] {
		s = join(s, t)
	}
	return s
}

// TestOrderIndependence puts the same facts in several orders and batches, some of them after
// others that are replaced or removed: the stores are equal.
func TestOrderIndependence(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	w := newWorld(seed)
	facts := map[Source]Facts{}
	for len(facts) < 8 {
		source := w.source()
		facts[source] = w.facts(source, nil)
	}
	var want string
	for run := range 5 {
		s := open(t, "", Options{InMemory: true})
		r := rand.New(rand.NewPCG(seed, uint64(run)))
		apply := func(b Batch) {
			if err := s.Apply(t.Context(), b); err != nil {
				t.Fatal(err)
			}
		}
		for source := range facts { // in map order
			if r.IntN(3) == 0 {
				apply(Batch{Put: []Facts{w.facts(source, nil)}})
			}
			if r.IntN(3) == 0 {
				apply(Batch{Remove: []Source{source}})
			}
		}
		var b Batch
		for _, f := range facts {
			b.Put = append(b.Put, f)
			if r.IntN(2) == 0 {
				apply(b)
				b = Batch{}
			}
		}
		apply(b)
		checkStore(t, s)
		if got := dumpOf(t, s); want == "" {
			want = got
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("run %d (-first +this):\n%s", run, diff)
		}
	}
}

// FuzzStatement reads any bytes as a record: it fails or is written again as it can be read.
func FuzzStatement(f *testing.F) {
	e := Edge{Order: 3, Score: 0.5, Reform: &Reform{Date: "2018-03"}, Evidence: []Evidence{
		{Source: exampleSource.source(), Start: 1, End: 2, Quote: "标"},
	}}
	s := stateEdge(&e, true)
	f.Add(encode(s.record))
	f.Add([]byte{4, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, record []byte) {
		s, err := decodeStatement(string(record))
		if err != nil {
			return
		}
		again, err := decodeStatement(string(encode(s.record)))
		if err != nil || !again.equal(&s) {
			t.Errorf("%+v is read again as %+v, %v", s, again, err)
		}
		if e, err := s.edge(exampleEdge); err == nil && e.Kind != HasTask {
			t.Errorf("edge of kind %s", e.Kind)
		}
	})
}

func TestJoinTakesTheSurest(t *testing.T) {
	source := exampleSource.source()
	at := func(start int, c Confidence) Evidence {
		return Evidence{Source: source, Start: start, End: start + 1, Quote: "标", Confidence: c}
	}
	for _, tt := range []struct {
		name string
		a, b Edge
		want Edge
	}{
		{
			"the surest evidence decides",
			Edge{Evidence: []Evidence{at(0, Low)}}, Edge{Evidence: []Evidence{at(2, Medium)}},
			Edge{Confidence: Medium, Evidence: []Evidence{at(0, Low), at(2, Medium)}},
		},
		{
			"one place counts once", Edge{Evidence: []Evidence{at(0, Low)}},
			Edge{Evidence: []Evidence{at(0, Medium), at(0, High)}},
			Edge{Confidence: High, Evidence: []Evidence{at(0, High)}},
		},
		{
			"what is given beside evidence does not count",
			Edge{Confidence: High, Evidence: []Evidence{at(0, Low)}}, Edge{Confidence: Medium},
			Edge{Confidence: Low, Evidence: []Evidence{at(0, Low)}},
		},
		{
			"without evidence the surest text decides", Edge{Confidence: Low}, Edge{Confidence: Medium},
			Edge{Confidence: Medium},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := stateEdge(&tt.a, false), stateEdge(&tt.b, false)
			tt.want.From, tt.want.Kind, tt.want.To = exampleEdge.From, exampleEdge.Kind, exampleEdge.To
			for _, joined := range []statement{join(a, b), join(b, a)} {
				got, err := joined.edge(exampleEdge)
				if diff := cmp.Diff(&tt.want, got); err != nil || diff != "" {
					t.Errorf("joined, %v (-want +got):\n%s", err, diff)
				}
			}
		})
	}
}

func TestConfidenceText(t *testing.T) {
	for _, want := range Confidences() {
		text, err := want.MarshalText()
		got := Low
		if readErr := got.UnmarshalText(text); err != nil || readErr != nil || got != want {
			t.Errorf("%v is written as %s and read as %v, %v, %v", want, text, got, err, readErr)
		}
	}
	var c Confidence
	if err := c.UnmarshalText([]byte("SURE")); !errors.Is(err, ErrInvalid) {
		t.Errorf("a level SURE: %v", err)
	}
}
