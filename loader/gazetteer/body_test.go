package gazetteer

import "testing"

func TestBodies(t *testing.T) {
	g := open(t)
	codes := []struct{ code, normal, parent, level string }{
		{"iso/tc 268", "ISO/TC268", "ISO", "international"},
		{"ISO／TC　268", "ISO/TC268", "ISO", "international"},
		{"ISO/TC 268/SC 1", "ISO/TC268/SC1", "ISO/TC268", "international"},
		{"SAC/TC 999", "SAC/TC999", "SAC", "national"},
		{"ISO/IEC JTC 1", "ISO/IEC JTC1", "ISO", "international"},
		{"ISO/IEC JTC 1/SC 42", "ISO/IEC JTC1/SC42", "ISO/IEC JTC1", "international"},
		{"ITU-T", "ITU-T", "ITU", "international"},
		{"IEC", "IEC", "", "international"},
		{"XYZ/TC1", "XYZ/TC1", "XYZ", ""},
	}
	for _, tt := range codes {
		if got := BodyCode(tt.code); got != tt.normal {
			t.Errorf("BodyCode(%q) = %q, want %q", tt.code, got, tt.normal)
		}
		if got := g.BodyParent(tt.code); got != tt.parent {
			t.Errorf("BodyParent(%q) = %q, want %q", tt.code, got, tt.parent)
		}
		if b, ok := g.BodyByCode(tt.code); b.Level != tt.level || ok != (tt.level != "") {
			t.Errorf("BodyByCode(%q) = %+v, %v, want level %q", tt.code, b, ok, tt.level)
		}
	}
	if b, ok := g.BodyByName("国家标准委"); !ok || b.Code != "SAC" {
		t.Errorf("国家标准委 is %+v, %v", b, ok)
	}
	owners := []struct{ standard, want string }{
		{"ISO 37101", "ISO"}, {"ISO/IEC 27001", "ISO"}, {"IEC 60335", "IEC"}, {"GB/T 36073", "SAC"},
		{"GB 3095", "SAC"}, {"DB33/T 2030", ""}, {"T/CAS 1", ""}, {"", ""}, {"GBX 1", ""},
	}
	for _, tt := range owners {
		if got := g.StandardOwner(tt.standard); got != tt.want {
			t.Errorf("StandardOwner(%q) = %q, want %q", tt.standard, got, tt.want)
		}
	}
}
