package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIsCutShort(t *testing.T) {
	const begun = "推动茶园改造。围绕种植、加工、销售全链条，建设标准化生产示范基地"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"within a sentence", begun + "30\n个，带动茶农增收。",
			[]string{fromFold(begun) + "30个,带动茶农增收。"}},
		{"within a list of units", begun + "。（牵头部\n门：市农业农村局）",
			[]string{fromFold(begun) + "。(牵头部门:市农业农村局)"}},
		{"a label follows", begun + "\n二、强化保障。", []string{fromFold(begun), "二、强化保障。"}},
		{"units follow", begun + "\n责任单位：市农业农村局。",
			[]string{fromFold(begun), "责任单位:市农业农村局。"}},
		{"units stand before", "推动茶园改造。责任单位：市农业农村局\n市商务局要做好配合。",
			[]string{"推动茶园改造。责任单位:市农业农村局", "市商务局要做好配合。"}},
		{"a signature follows", begun + "\n某市人民政府\n2024年5月1日",
			[]string{fromFold(begun), "某市人民政府", "2024年5月1日"}},
		{"nothing stands before", "正文\n围绕种植、加工、销售全链条，建设基地。",
			[]string{"围绕种植、加工、销售全链条,建设基地。"}},
		{"a headline stands before", "推动茶园改造\n围绕种植、加工、销售全链条，建设基地。",
			[]string{"推动茶园改造", "围绕种植、加工、销售全链条,建设基地。"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, cleaned(t, tt.text)); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}
