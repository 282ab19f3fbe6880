package gazetteer

import (
	"strings"
	"testing"
)

func open(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestData checks what the loaders do not: that entries fit each other across files.
func TestData(t *testing.T) {
	g := open(t)
	for _, r := range g.regions.list[1:] {
		code := r.Code
		if parent := g.RegionParent(code); code != National && g.regions.region(parent).Code == "" {
			t.Errorf("%s %s: no parent", code, r.Name)
		}
	}
	for letters, codes := range g.regions.numbers {
		for _, code := range codes {
			if _, ok := g.Region(code); !ok {
				t.Errorf("number letters %s: no region %s", letters, code)
			}
		}
	}
	for _, table := range []map[string][]*unitEntry{g.units.stems, g.units.offices, g.units.country} {
		for name, list := range table {
			for _, e := range list {
				for _, slug := range e.functions {
					if _, ok := g.Function(slug); !ok {
						t.Errorf("unit %s: no function %q", name, slug)
					}
				}
			}
		}
	}
	for _, row := range g.reforms.national {
		for _, name := range append(row.From, row.To...) {
			if _, ok := g.explain(name, National, row.Date); !ok {
				t.Errorf("reforms: %s is in no list of units", name)
			}
		}
	}
}

// TestFullNamesExplainThemselves demands that the full name of a unit leads to the same unit.
func TestFullNamesExplainThemselves(t *testing.T) {
	g := open(t)
	for _, region := range []string{"510100", "440000", "140000"} {
		for name, list := range g.units.stems {
			u, ok := g.explain(name+"局", region, "2020-01-01")
			if !ok {
				t.Errorf("%s局 is unknown", name)
				continue
			}
			again, ok := g.explain(u.FullName, region, "2020-01-01")
			if !ok || again.FullName != u.FullName || again.Functions[0] != u.Functions[0] {
				t.Errorf("%s局 (%v) is %s, which is %s", name, list[0].full, u.FullName, again.FullName)
			}
		}
	}
}

func TestLoadRefusesBadData(t *testing.T) {
	tests := []struct {
		name string
		load func(*Gazetteer) error
		want string
	}{
		{"region without level", func(g *Gazetteer) error {
			return g.regions.load([]byte("110000\t北京市\n"))
		}, "line 1"},
		{"function twice", func(g *Gazetteer) error {
			return g.loadFunctions([]byte("- {slug: other, name: x}\n- {slug: other, name: y}\n"))
		}, `"other"`},
		{"unit of no function", func(g *Gazetteer) error {
			return g.loadUnits([]byte("stems:\n  nothing:\n    - {full: 某事}\n"))
		}, `"nothing"`},
		{"reform without source", func(g *Gazetteer) error {
			row := "{from: [甲部], to: [乙部], date: 2018-03, kind: merge}"
			return g.loadReforms([]byte("national:\n  - " + row + "\n"))
		}, "甲部"},
		{"misspelt field", func(g *Gazetteer) error {
			return g.loadReforms([]byte("nationl: []\n"))
		}, "nationl"},
		{"body's code not normal", func(g *Gazetteer) error {
			row := "{code: iso, name: 某组织, level: international}"
			return g.loadBodies([]byte("bodies:\n  - " + row + "\n"))
		}, `"iso"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.load(&Gazetteer{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}
