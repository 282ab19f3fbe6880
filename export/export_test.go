package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/export"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/loader/loadertest"
)

// newStore is a store of made-up plans, with a reform, aliases and a title that is a formula.
func newStore(t *testing.T) *graph.Store {
	t.Helper()
	gaz, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := loadertest.Write(dir, 3); err != nil {
		t.Fatal(err)
	}
	store := graphtest.Open(t)
	sum, err := loader.New(store, gaz, loader.Options{}).Load(t.Context(), dir)
	if err != nil || sum.Documents != 3 {
		t.Fatalf("load: %+v, %v", sum, err)
	}
	graphtest.Put(t, store, graphtest.Plan{
		Title: "=1+1\"<\\\n\x01&", Region: "330100", Script: graph.Hant,
		Tasks: []graphtest.Task{{
			Heading: "建设", Topics: []string{"commerce"},
			Units: []graphtest.Unit{{Name: "市商务局", Confidence: graph.Medium}},
			Targets: []graphtest.Target{
				{Metric: "覆盖率", Value: 80.25, Unit: "%", Deadline: 2025, Confidence: graph.Low},
				{Metric: "能耗\n增幅", Value: -3.5, Unit: "%", Deadline: 2025},
			},
		}},
		Cites: []graphtest.Citation{{Title: "全国标准化纲领", Number: "国发〔2019〕7号"}},
	})
	return store
}

func dump(t *testing.T, s *graph.Store) string {
	t.Helper()
	var b strings.Builder
	if err := s.View().Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestImport gives back what NQuads has written, twice.
func TestImport(t *testing.T) {
	store, imported := newStore(t), graphtest.Open(t)
	var quads bytes.Buffer
	if err := export.NQuads(t.Context(), store.View(), &quads); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		n, err := export.Import(t.Context(), bytes.NewReader(quads.Bytes()), imported.Apply)
		if err != nil || n != 4 {
			t.Fatalf("got %d texts, %v, want 4", n, err)
		}
		if diff := cmp.Diff(dump(t, store), dump(t, imported)); diff != "" {
			t.Fatalf("-exported +imported\n%s", diff)
		}
	}
	var again bytes.Buffer
	if err := export.NQuads(t.Context(), imported.View(), &again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(quads.Bytes(), again.Bytes()) {
		t.Error("an equal graph gives other N-Quads")
	}
}

func TestImportRefuses(t *testing.T) {
	const text = "<urn:policygraph:text:" + "00> ."
	for name, line := range map[string]string{
		"no quad":         "hello",
		"no graph":        "<a:a> <b:b> <c:c> .",
		"a foreign graph": "<a:a> <b:b> <c:c> <d:d> .",
		"a blank node":    "_:x <b:b> <c:c> " + text,
		"an open literal": `<a:a> <b:b> "c ` + text,
		"a wrong escape":  `<a:a> <b:b> "\q" ` + text,
		"a strange node":  `<a:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <c:c> ` + text,
	} {
		t.Run(name, func(t *testing.T) {
			store := graphtest.Open(t)
			if n, err := export.Import(t.Context(), strings.NewReader(line), store.Apply); err == nil || n != 0 {
				t.Errorf("got %d texts, %v, want an error", n, err)
			}
		})
	}
}

// TestCompleteness counts the nodes and edges in every form of the joined graph, and looks for the
// reform among them.
func TestCompleteness(t *testing.T) {
	store := newStore(t)
	v := store.View()
	nodes := 0
	for _, k := range graph.NodeKinds() {
		ids, err := v.IDs(t.Context(), k)
		if err != nil {
			t.Fatal(err)
		}
		nodes += len(ids)
	}
	stats, err := v.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := [2]int{nodes, stats.Edges}
	for name, write := range map[string]func(io.Writer) error{
		"graphml": func(w io.Writer) error { return export.GraphML(t.Context(), v, w) },
		"gexf":    func(w io.Writer) error { return export.GEXF(t.Context(), v, w) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if got := countElements(t, b.Bytes()); got != want {
			t.Errorf("%s: %d nodes and edges, want %d", name, got, want)
		}
	}
	for name, write := range map[string]func(nodes, edges io.Writer) error{
		"csv":   func(n, e io.Writer) error { return export.CSV(t.Context(), v, n, e) },
		"neo4j": func(n, e io.Writer) error { return export.Neo4j(t.Context(), v, n, e) },
	} {
		var tables [2]bytes.Buffer
		if err := write(&tables[0], &tables[1]); err != nil {
			t.Fatal(err)
		}
		for i := range tables {
			rows, err := csv.NewReader(&tables[i]).ReadAll()
			if err != nil || len(rows) != want[i]+1 {
				t.Errorf("%s: %d rows, %v, want %d and headings", name, len(rows), err, want[i])
			}
			checkHeadings(t, name, rows[0])
			for _, row := range rows[1:] {
				if j := slices.Index(rows[0], "value:double"); j >= 0 && strings.Contains(row[j], "'") {
					t.Errorf("%s: %q is no number", name, row[j])
				}
				if name == "neo4j" && strings.Contains(strings.Join(row, ""), "\n") {
					t.Errorf("%s: a record of two lines: %q", name, row)
				}
				if slices.ContainsFunc(row, func(c string) bool { return strings.HasPrefix(c, "=") }) {
					t.Errorf("%s: a formula: %q", name, row)
				}
			}
		}
	}
}

// checkHeadings refuses a table with two columns of one name, which importers refuse or mix up. Gephi
// takes Label and label for one.
func checkHeadings(t *testing.T, table string, headings []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, h := range headings {
		name, _, _ := strings.Cut(strings.ToLower(h), ":")
		if name != "" && seen[name] {
			t.Errorf("%s: two columns are called %s", table, name)
		}
		seen[name] = true
	}
}

// countElements counts the elements node and edge of a document, which must be well-formed.
func countElements(t *testing.T, document []byte) (count [2]int) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(document)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if i := slices.Index([]string{"node", "edge"}, start.Name.Local); i >= 0 {
				count[i]++
			}
		}
	}
}

// TestJSONLD reads the document as JSON and finds every graph in it, and a quote.
func TestJSONLD(t *testing.T) {
	store := newStore(t)
	var b bytes.Buffer
	if err := export.JSONLD(t.Context(), store.View(), &b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Context map[string]string `json:"@context"`
		Graph   []struct {
			ID    string           `json:"@id"`
			Graph []map[string]any `json:"@graph"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Graph) != 4 || got.Context["prov"] == "" {
		t.Fatalf("%d graphs, context %v; want 4 and the prefixes", len(got.Graph), got.Context)
	}
	quotes := 0
	for _, node := range got.Graph[0].Graph {
		if day, ok := node["eli:date_document"]; ok {
			want := map[string]any{"@type": "xsd:date", "@value": "2015-01-22"}
			if diff := cmp.Diff(any(want), day); diff != "" {
				t.Errorf("date (-want +got):\n%s", diff)
			}
		}
		if q, ok := node["prov:value"].(string); ok && q != "" {
			quotes++
		}
	}
	if quotes == 0 || !strings.HasPrefix(got.Graph[0].ID, "policygraph:text:") {
		t.Errorf("graph %s has %d quotes, want some", got.Graph[0].ID, quotes)
	}
}
