package loader

import "testing"

func TestWordTable(t *testing.T) {
	table := newWordTable(
		valued[int]{1, "甲 甲乙"},
		valued[int]{2, "丙"},
	)
	for text, want := range map[string]int{"甲": 1, "甲乙丁": 1, "丙甲": 2, "丁": 0, "": 0} {
		if got := table.value(table.opening(text)); got != want {
			t.Errorf("value of what opens %q = %d, want %d", text, got, want)
		}
	}
}
