package search

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

var update = flag.Bool("update", false, "write the golden file anew")

// wantMRR is the least mean reciprocal rank of the answers to testdata/queries.tsv.
const wantMRR = 0.9

// seedView is the graph of the seeds.
func seedView(t *testing.T) graph.Reader {
	t.Helper()
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	s := openStore(t)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		src, err := loader.Read(f, data)
		if err != nil {
			t.Fatal(err)
		}
		ex, err := loader.Parse(src, gaz)
		if err != nil {
			t.Fatal(err)
		}
		put(t, s, loader.Facts(gaz, src, ex, f))
	}
	return s.View()
}

// labelled is a query with the nodes that answer it.
type labelled struct {
	query string
	want  []string
}

func labelledQueries(t *testing.T) []labelled {
	t.Helper()
	f, err := os.Open("testdata/queries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var queries []labelled
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		query, want, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			t.Fatalf("queries.tsv: no answer in %q", lines.Text())
		}
		queries = append(queries, labelled{query, strings.Split(want, "|")})
	}
	if lines.Err() != nil {
		t.Fatal(lines.Err())
	}
	return queries
}

// naturalKey names a node as queries.tsv does.
func naturalKey(n graph.Node, region string) string {
	kind := n.NodeID().Kind().String() + " "
	switch n := n.(type) {
	case *graph.Document:
		if n.Number != "" {
			return kind + n.Number
		}
		return kind + n.Title
	case *graph.Section:
		return kind + region + " " + n.Path
	case *graph.Task:
		return kind + region + " " + n.Path
	case *graph.Target:
		return kind + region + " " + n.Path + " " + n.Metric
	case *graph.Department:
		return kind + region + " " + n.FullName
	case *graph.Function:
		return kind + n.Slug
	case *graph.Topic:
		return kind + n.Slug
	case *graph.Region:
		return kind + n.Code
	case *graph.StandardsBody:
		if n.Code != "" {
			return kind + n.Code
		}
		return kind + n.Name
	case *graph.Standard:
		return kind + n.Code
	}
	return ""
}

// rank is the place of the first hit that answers a query among the first 50, from 1; 0 for none.
func rank(t *testing.T, x *Index, v graph.Reader, q labelled) (int, int) {
	t.Helper()
	r, err := x.Search(t.Context(), v, Query{Text: q.query, First: 50})
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range r.Hits {
		b, err := v.Briefs(t.Context(), []graph.ID{h.Node.NodeID()})
		if err != nil {
			t.Fatal(err)
		}
		key := graph.NormalName(naturalKey(h.Node, b[0].Region))
		if slices.ContainsFunc(q.want, func(w string) bool { return graph.NormalName(w) == key }) {
			return i + 1, r.Total
		}
	}
	return 0, r.Total
}

// TestQuality answers the labelled queries and keeps the rank of each in a golden file, so that a
// change of ranking is a difference to read.
func TestQuality(t *testing.T) {
	v := seedView(t)
	x, err := Open("", Options{Simplify: loader.Simplified})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var report strings.Builder
	sum := 0.0
	queries := labelledQueries(t)
	for _, q := range queries {
		place, total := rank(t, x, v, q)
		if place > 0 {
			sum += 1 / float64(place)
		}
		fmt.Fprintf(&report, "%d\tof %d\t%s\n", place, total, q.query)
	}
	mrr := sum / float64(len(queries))
	golden := fmt.Sprintf("MRR %.3f over %d queries; rank of the first right hit, 0 for none\n%s",
		mrr, len(queries), report.String())
	if mrr < wantMRR {
		t.Errorf("MRR is %.3f, want at least %.2f", mrr, wantMRR)
	}
	const file = "testdata/quality.golden"
	if *update {
		if err := os.WriteFile(file, []byte(golden), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), golden); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", file, diff)
	}
}
