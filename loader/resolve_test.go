package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policygraph/policygraph/graph"
)

func ref[T any](v T) *T { return &v }

// TestCitationMeetsDocument demands that a citation and the document it means, loaded with what its
// own head says, give one id or an alias between their ids.
func TestCitationMeetsDocument(t *testing.T) {
	gaz := loadGazetteer(t)
	tests := []struct {
		name  string
		cited Reference
		near  string
		own   Head
		want  bool
	}{
		{
			"by number in other brackets",
			Reference{Title: ref("四川省人民政府关于养老服务的意见"), Number: ref("川府发[2030]3号")}, "510100",
			Head{Number: ref("川府发〔2030〕3号"), Region: ref("510000")}, true,
		},
		{
			"by title, quotation marks and widths apart",
			Reference{Title: ref(`四川省"十五五"养老规划(2030-2035年)`)}, "510100",
			Head{Title: ref("四川省“十五五”养老规划（2030—2035年）"), Region: ref("510000")}, true,
		},
		{
			"by title, the document has a number",
			Reference{Title: ref("四川省人民政府关于养老服务的意见")}, "510100",
			Head{
				Title: ref("四川省人民政府关于养老服务的意见"), Number: ref("川府发〔2030〕3号"),
				Region: ref("510000"),
			}, true,
		},
		{
			"by the title of the notice",
			Reference{Title: ref("四川省人民政府关于印发四川省养老办法的通知")}, "510000",
			Head{
				Title: ref("四川省养老办法"), NoticeTitle: ref("四川省人民政府关于印发四川省养老办法的通知"),
				Number: ref("川府发〔2030〕3号"), Region: ref("510000"),
			}, true,
		},
		{
			"by a title without the region",
			Reference{Title: ref("养老服务发展纲要")}, "510000",
			Head{Title: ref("养老服务发展纲要"), Region: ref("000000")}, true,
		},
		{
			"by a title that names the region in the middle",
			Reference{Title: ref("智慧养老2030四川行动纲要")}, "510100",
			Head{Title: ref("智慧养老2030四川行动纲要"), Region: ref("510000")}, true,
		},
		{
			"another number",
			Reference{Title: ref("四川省人民政府关于养老服务的意见"), Number: ref("川府发〔2031〕3号")}, "510100",
			Head{Number: ref("川府发〔2030〕3号"), Region: ref("510000")}, false,
		},
		{
			"the same title in another province",
			Reference{Title: ref("山西省养老办法")}, "510100",
			Head{Title: ref("四川省养老办法"), Region: ref("510000")}, false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cited := citedWork(gaz, &tt.cited, tt.near)
			own, _ := ownWork(gaz, &Source{Name: "x.txt"}, &tt.own)
			if got := meet(cited, own); got != tt.want {
				t.Errorf("meet = %v, want %v\ncited %+v\nown %+v", got, tt.want, cited, own)
			}
		})
	}
}

// meet reports whether two works have an id in common, through aliases.
func meet(a, b work) bool {
	ids := map[graph.ID]bool{a.id: true}
	for _, alias := range a.aliases {
		ids[alias.From] = true
	}
	if ids[b.id] {
		return true
	}
	for _, alias := range b.aliases {
		if ids[alias.From] {
			return true
		}
	}
	return false
}

func TestOwnRegion(t *testing.T) {
	gaz := loadGazetteer(t)
	tests := []struct {
		name, text string
		head       Head
		want       string
	}{
		{"as the head says", "", Head{Region: ref("510100"), Issuers: []string{"山西省人民政府"}}, "510100"},
		{"of the issuer", "", Head{Issuers: []string{"山西省人民政府"}}, "140000"},
		{"of the number", "", Head{Number: ref("晋政发〔2030〕1号")}, "140000"},
		{"named most often", "对接北京市，建设太原市标准，支持太原市企业", Head{}, "140100"},
		{"nothing", "建立标准体系", Head{Number: ref("苏委发〔2030〕1号")}, "000000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := SourceOf(tt.text)
			if got := ownRegion(gaz, src, &tt.head); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestInferredTitle(t *testing.T) {
	gaz := loadGazetteer(t)
	head := Head{Issuers: []string{"山西省人民政府"}, Genre: "意见", Issued: ref("2030-05-06")}
	first, inferred := ownWork(gaz, &Source{Name: "a.txt", SHA256: "1"}, &head)
	second, _ := ownWork(gaz, &Source{Name: "b.txt", SHA256: "2"}, &head)
	if !inferred || first.title != "山西省人民政府意见（2030年5月6日）" || first.id != second.id {
		t.Errorf("got %+v and %+v, want one inferred title and id", first, second)
	}
	unknown := Head{Genre: "其他"}
	first, _ = ownWork(gaz, &Source{Name: "a.txt", SHA256: "1"}, &unknown)
	second, _ = ownWork(gaz, &Source{Name: "a.txt", SHA256: "2"}, &unknown)
	if first.id == second.id {
		t.Error("two texts that say nothing of themselves are one document")
	}
}

func TestNormalForms(t *testing.T) {
	tests := []struct {
		form     func(string) string
		in, want string
	}{
		{normalNumber, "国发[2030]１３号", "国发〔2030〕13号"},
		{normalNumber, " 国办发 ﹝2030﹞ 7 号", "国办发〔2030〕7号"},
		{normalNumber, "国发〔2030〕13", "国发〔2030〕13号"},
		{normalNumber, "", ""},
		{innerTitle, "某省人民政府关于印发〈某省养老办法〉的通知", "〈某省养老办法〉"},
		{innerTitle, "某省人民政府关于养老服务的意见", ""},
		{collectiveName, "市各有关部门", "各有关部门"},
		{collectiveName, "各有关部门", "各有关部门"},
		{collectiveName, "各区、县(市)人民政府", "各区、县（市）人民政府"},
		{collectiveName, "各县级市〈区〉政府〈管委会〉", "各县级市（区）政府（管委会）"},
		{collectiveName, "市级有关部门", "市级有关部门"},
	}
	for _, tt := range tests {
		if got := tt.form(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
	if diff := cmp.Diff(titleKey("“标准化＋”行动（2030—2032年）"), titleKey(`"标准化+"行动(2030-2032年)`)); diff != "" {
		t.Errorf("titles that differ in width alone have two keys:\n%s", diff)
	}
}
