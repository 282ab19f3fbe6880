package graph

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNormalName(t *testing.T) {
	for _, tt := range []struct {
		name string
		same []string
	}{
		{"document numbers", []string{
			"国发〔2015〕13号", "国发[2015]13号", "国发【2015】13号", "国发﹝2015﹞13号", "国发（2015）13号",
			"国发 〔２０１５〕 13 号",
		}},
		{"codes", []string{
			"ISO/TC268", "iso/tc 268", "ISO／TC 268", "ＩＳＯ／ＴＣ２６８", "ISO\u00a0/TC\u200b268",
		}},
		{"names", []string{"市发展改革委", "市发展 改革委", "市发展\u3000改革委"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, s := range tt.same {
				if got, want := NormalName(s), NormalName(tt.same[0]); got != want {
					t.Errorf("NormalName(%q) = %q, want %q", s, got, want)
				}
				if got := NormalName(NormalName(s)); got != NormalName(s) {
					t.Errorf("the normal name of %q has another, %q", s, got)
				}
			}
		})
	}
	if NormalName("ISO/TC268") == NormalName("ISO/TC26") {
		t.Error("two codes have one normal name")
	}
}

func TestIndexedName(t *testing.T) {
	long := strings.Repeat("长", 300)
	a, b := indexedName(long+"甲"), indexedName(long+"乙")
	if a == b || len(a) != maxName || len(b) != maxName {
		t.Errorf("long names are indexed with %d and %d bytes, equal: %v", len(a), len(b), a == b)
	}
}

func TestIndexedNames(t *testing.T) {
	got := indexedNames(&Department{
		Name: "市科技局", FullName: "甲市科技局", Aliases: []string{"市科技局", "科技局", ""},
	})
	want := []string{"市科技局", "甲市科技局", "科技局"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
