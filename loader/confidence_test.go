package loader

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/policygraph/policygraph/graph"
)

// claim is a fact as it is compared with gold, with the rules' confidence in it.
type claim struct {
	key, other string // other is a further key by which it may be found
	confidence graph.Confidence
	doubts     []Doubt
}

// claimsOf are the facts of an extraction by their kind.
func claimsOf(x *Extraction) map[string][]claim {
	all := map[string][]claim{}
	add := func(kind string, c Certainty, key ...any) {
		all[kind] = append(all[kind], claim{key: fmt.Sprint(key...), confidence: c.Confidence, doubts: c.Doubts})
	}
	for _, t := range x.Tasks {
		add("tasks", t.Certainty, t.Path, t.Kind)
		for _, u := range t.Units {
			add("units", u.Certainty, t.Path, normText(u.Name), u.Role)
		}
		for i, topic := range t.Topics {
			add("topics", t.topicCertainty(i), t.Path, topic)
		}
	}
	for _, a := range x.InlineActors {
		add("inline actors", a.Certainty, a.Path, normText(a.Name))
	}
	for _, t := range x.Targets {
		add("targets", t.Certainty, t.Path, t.Value, normText(t.Unit), t.Op, deref(t.Deadline))
	}
	for _, r := range x.References {
		add("references", r.Certainty, itemKey(deref(r.Number), deref(r.Title)))
		list := all["references"]
		list[len(list)-1].other = itemKey(deref(r.Title))
	}
	for _, b := range x.Bodies {
		add("bodies", b.Certainty, itemKey(deref(b.Code), b.Name))
	}
	for _, p := range x.Regions {
		add("regions", p.Certainty, p.Code)
	}
	for _, d := range x.Departments {
		add("functions", d.Certainty, normText(d.Name), d.Function)
	}
	return all
}

// meets reports whether gold has the claim.
func (c claim) meets(gold claim) bool {
	return gold.key == c.key || c.other != "" && c.other == gold.other
}

// hits counts claims and those that gold has, by kind and level.
type hits map[string]*[3]struct{ right, all int }

func (h hits) add(gold, got *Extraction) {
	truth := claimsOf(gold)
	for kind, claims := range claimsOf(got) {
		if h[kind] == nil {
			h[kind] = new([3]struct{ right, all int })
		}
		for _, c := range claims {
			level := &h[kind][c.confidence]
			level.all++
			if slices.ContainsFunc(truth[kind], c.meets) {
				level.right++
			}
		}
	}
}

func (h hits) String() string {
	var b strings.Builder
	for _, kind := range slices.Sorted(maps.Keys(h)) {
		fmt.Fprintf(&b, "%-14s", kind)
		for _, level := range graph.Confidences() {
			n := h[kind][level]
			fmt.Fprintf(&b, "  %6s %5d of %5d", level, n.right, n.all)
			if n.all > 0 {
				fmt.Fprintf(&b, " %.3f", float64(n.right)/float64(n.all))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// damaged is a text as bad pages have it: some of its marks and breaks are lost, and a few of its
// characters.
func damaged(text string, rng *rand.Rand) string {
	const marks = "（）()，,。；;：:、《》〔〕\n"
	var b strings.Builder
	for _, r := range text {
		switch isMark := strings.ContainsRune(marks, r); {
		case isMark && rng.IntN(25) == 0, !isMark && rng.IntN(400) == 0:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// copies is how many damaged copies of every seed are read.
const copies = 40

// TestConfidence measures how often facts of each level are right: over the seeds as they are, and
// over copies that are damaged at random, for which gold still says what they meant. Surer facts
// must be right more often. The table is in the log.
func TestConfidence(t *testing.T) {
	gaz, gold := loadGazetteer(t), readGold(t)
	intact, torn := hits{}, hits{}
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		src, got := parseSeed(t, gaz, gold[name].Document.File)
		intact.add(gold[name], got)
		for n := range copies {
			rng := rand.New(rand.NewPCG(uint64(n), 7))
			copied, err := Read(src.Name, []byte(damaged(src.Text, rng)))
			if err != nil {
				t.Fatal(err)
			}
			x, err := Parse(copied, gaz)
			if err != nil {
				t.Fatal(err)
			}
			torn.add(gold[name], x)
		}
	}
	t.Logf("as they are:\n%s", intact)
	t.Logf("damaged:\n%s", torn)
	for _, kind := range []string{"units", "targets", "inline actors", "references", "topics", "bodies"} {
		before := 1.0
		for _, level := range graph.Confidences() {
			n := torn[kind][level]
			if n.all < 2*copies { // too few to tell
				continue
			}
			precision := float64(n.right) / float64(n.all)
			if precision >= before {
				t.Errorf("%s: %s is right in %.3f, what is surer in %.3f", kind, level, precision, before)
			}
			before = precision
		}
	}
}
