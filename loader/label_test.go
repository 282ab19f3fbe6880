package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLabelAt(t *testing.T) {
	tests := []struct {
		text string
		kind labelKind
		nums []int
		size int // bytes
	}{
		{"一、总体要求", labelHan, []int{1}, len("一、")},
		{"二十三、扩大开放", labelHan, []int{23}, len("二十三、")},
		{"一. 总体要求", labelHan, []int{1}, len("一. ")},
		{"(十二)加强培训", labelHanPar, []int{12}, len("(十二)")},
		{"(一)、加强培训", labelHanPar, []int{1}, len("(一)、")},
		{"1.加强培训", labelNum, []int{1}, len("1.")},
		{"12、加强培训", labelNum, []int{12}, len("12、")},
		{"1.2.3 加强培训", labelNum, []int{1, 2, 3}, len("1.2.3 ")},
		{"3.2024年起", labelNum, []int{3}, len("3.")},
		{"5.5G网络建设", labelNum, []int{5}, len("5.")},
		{"3.12345热线", labelNum, []int{3}, len("3.")},
		{"4、12345热线", labelNum, []int{4}, len("4、")},
		{"1.5GW风电", noLabel, nil, 0},
		{"1.125万吨", noLabel, nil, 0},
		{"110、120、119联动", noLabel, nil, 0},
		{"(3)加强培训", labelNumPar, []int{3}, len("(3)")},
		{"3)加强培训", labelNumPar, []int{3}, len("3)")},
		{"③加强培训", labelCircle, []int{3}, len("③")},
		{"第一章 总则", labelChap, []int{1}, len("第一章 ")},
		{"第十二条 本办法", labelArt, []int{12}, len("第十二条 ")},
		{"第二部分 任务", labelPart, []int{2}, len("第二部分 ")},
		{"——统筹推进。", labelDash, []int{0}, len("——")},
		{"●统筹推进。", labelDash, []int{0}, len("●")},
		{"一、二、三产业", noLabel, nil, 0},
		{"一、二月份", noLabel, nil, 0},
		{"1.5万吨", noLabel, nil, 0},
		{"2024年", noLabel, nil, 0},
		{"1、2号楼", noLabel, nil, 0},
		{"第三条规定的", noLabel, nil, 0},
		{"第三方机构", noLabel, nil, 0},
		{"一批重点项目", noLabel, nil, 0},
		{"-5个百分点", noLabel, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, _ := labelAt(tt.text)
			if got.kind != tt.kind || got.size != tt.size {
				t.Errorf("labelAt = kind %d, %d bytes; want %d, %d", got.kind, got.size, tt.kind, tt.size)
			}
			nums := append(got.upper, got.num)
			if got.kind == noLabel {
				nums = nil
			}
			if diff := cmp.Diff(tt.nums, nums); diff != "" {
				t.Errorf("numbers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLabelNumeral(t *testing.T) {
	tests := map[string]int{
		"一": 1, "十": 10, "十一": 11, "二十": 20, "二十九": 29, "一百": 100, "一百零五": 105, "一百二十": 120, "〇": 0,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			got, size := labelNumeral(text)
			if got != want || size != len(text) {
				t.Errorf("labelNumeral = %d, %d bytes; want %d, %d", got, size, want, len(text))
			}
		})
	}
}
