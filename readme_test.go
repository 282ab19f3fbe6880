package main

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// example matches a query of the README and the answer below it.
var example = regexp.MustCompile("(?s)```graphql\n(.*?)```\n\n```json\n(.*?)```")

// TestREADME asks every query of the README, over a store with the seeds, and compares the
// answers with those printed there.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	if got := command(t, "", "load", "--data", data, "seeds"); got.status != exitOK {
		t.Fatalf("load: status %d\n%s", got.status, got.stderr)
	}
	examples := example.FindAllStringSubmatch(string(readme), -1)
	if len(examples) < 5 {
		t.Errorf("%d examples in README.md, want at least 5", len(examples))
	}
	for _, e := range examples {
		got := command(t, e[1], "query", "--data", data, "-")
		if got.status != exitOK {
			t.Fatalf("query: status %d\n%s\n%s", got.status, e[1], got.stdout)
		}
		want := decode(t, `{"data":`+e[2]+`}`)
		if diff := cmp.Diff(want, decode(t, got.stdout)); diff != "" {
			t.Errorf("the answer to\n%s\ndiffers (-README +got):\n%s", e[1], diff)
		}
	}
}

func decode(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return v
}
