package gazetteer

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnitNames reads testdata/units.tsv: a name, the region and the date of the document that it
// stands in, its full name and its function.
func TestUnitNames(t *testing.T) {
	data, err := os.ReadFile("testdata/units.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g := open(t)
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != 5 {
			t.Fatalf("row of %d columns: %q", len(row), line)
		}
		name, near, date, want := row[0], row[1], row[2], row[3:]
		t.Run(name+" in "+near, func(t *testing.T) {
			u := g.Unit(name, near, date)
			if diff := cmp.Diff(want, []string{u.FullName, u.Functions[0]}); diff != "" {
				t.Errorf("unit (-want +got):\n%s", diff)
			}
		})
	}
}
