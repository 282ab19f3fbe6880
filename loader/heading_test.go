package loader

import "testing"

func TestLastBracket(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"none", "完善标准体系", ""},
		{"not at the end", "完善(茶叶)标准体系", ""},
		{"one", "完善标准体系(市教育局)", "(市教育局)"},
		{"square", "完善标准体系〔市教育局〕", "〔市教育局〕"},
		{"of two kinds", "完善标准体系〔市教育局)", "〔市教育局)"},
		{"the last of two", "完善(茶叶)标准体系(市教育局)", "(市教育局)"},
		{"nested", "完善标准体系(市教育局(牵头)、市财政局)", "(市教育局(牵头)、市财政局)"},
		{"nested at the end", "完善标准体系(市教育局〔牵头〕)", "(市教育局〔牵头〕)"},
		{"not opened", "完善标准体系市教育局)", ""},
		{"closed before", "完善(茶叶)标准体系)", ""},
		{"all of it", "(市教育局)", "(市教育局)"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text[lastBracket(tt.text):]; got != tt.want {
				t.Errorf("lastBracket(%q) opens %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestWithoutStops(t *testing.T) {
	tests := map[string]string{
		"":          "",
		"。 。":       "",
		"。 制定。标准。 ": "制定。标准",
		"制定标准;":     "制定标准;",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if got := withoutStops(text); got != want {
				t.Errorf("withoutStops(%q) = %q, want %q", text, got, want)
			}
		})
	}
}
