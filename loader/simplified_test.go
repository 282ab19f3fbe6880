package loader

import "testing"

func TestSimplified(t *testing.T) {
	for _, pair := range []string{"標标", "準准", "著着", "乾干", "着着", "标标", "aa", "，，", "𠮷𠮷"} {
		runes := []rune(pair)
		if got := Simplified(runes[0]); got != runes[1] {
			t.Errorf("Simplified(%c) = %c, want %c", runes[0], got, runes[1])
		}
	}
}
