package gazetteer

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRegionByName(t *testing.T) {
	g := open(t)
	tests := []struct{ name, near, want string }{
		{"成都", "", "510100"},
		{"成都市", "", "510100"},
		{"广东", "", "440000"},
		{"新疆", "", "650000"},
		{"新疆维吾尔自治区", "", "650000"},
		{"内蒙古", "", "150000"},
		{"阿勒泰地区", "", "654300"},
		{"凉山州", "", "513400"},
		{"凉山彝族自治州", "", "513400"},
		{"黔东南", "", "522600"},
		{"晋江市", "", "350582"},
		{"浦东新区", "", "310115"},
		{"全国", "", National},
		{"国务院", "", National},
		{"鼓楼区", "320100", "320106"},
		{"鼓楼区", "350000", "350102"},
		{"鼓楼区", "", ""},
		{"吉林", "", "220000"},
		{"吉林市", "", "220200"},
		{"襄樊市", "", "420600"},
		{"巢湖市", "", "340181"},
		{"江苏省南京市鼓楼区", "", "320106"},
		{"福建省南京市", "", ""},
		{"某市", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name+" near "+tt.near, func(t *testing.T) {
			r, ok := g.RegionByName(tt.name, tt.near)
			if got := r.Code; ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("got %q, %v, want %q", got, ok, tt.want)
			}
		})
	}
}

func TestRegionHierarchy(t *testing.T) {
	g := open(t)
	tests := []struct{ code, parent, level string }{
		{National, "", LevelNational},
		{"110000", National, LevelProvince},
		{"110108", "110000", LevelCounty},
		{"330100", "330000", LevelPrefecture},
		{"330106", "330100", LevelCounty},
		{"429006", "420000", LevelCounty}, // 天门市, directly below the province
		{"999999", "", ""},
	}
	for _, tt := range tests {
		r, _ := g.Region(tt.code)
		if got := g.RegionParent(tt.code); got != tt.parent || r.Level != tt.level {
			t.Errorf("%s: got parent %q, level %q, want %q, %q", tt.code, got, r.Level, tt.parent, tt.level)
		}
	}
	if !g.regions.within("330106", "330000") || !g.regions.within("330106", National) ||
		g.regions.within("330000", "330106") {
		t.Error("within does not follow the hierarchy")
	}
	counts := map[string]int{}
	for _, r := range g.Regions() {
		counts[r.Level]++
	}
	counties := counts[LevelCounty]
	delete(counts, LevelCounty)
	want := map[string]int{LevelNational: 1, LevelProvince: 34, LevelPrefecture: 333}
	if diff := cmp.Diff(want, counts); diff != "" || counties < 2800 {
		t.Errorf("regions (-want +got):\n%s", diff)
	}
}

func TestFindRegions(t *testing.T) {
	g := open(t)
	tests := []struct {
		text string
		want []string
	}{
		{"支持青岛、宁波等地先行先试", []string{"370200", "330200"}},
		{"对接广东省深圳市的经验", []string{"440300"}},
		{"推动昆山与上海共建园区", []string{"320583", "310000"}},
		{"落实《青岛市养老服务条例》", nil},
		{"与深圳大学、青岛海关合作", nil},
		{"建设国家技术研究中心（深圳）", nil},
		{"推广安全标准，创新乡村治理，诚信阳光执法", nil},
		{"加快建成都市圈，提高要求，确定西部通道", nil},
		{"加强国际合作，建设灯塔工厂", nil},
		{"在老城区和城区改造", nil},
		{"白银市与白银期货", []string{"620400"}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			var got []string
			for _, m := range g.FindRegions(tt.text, "") {
				got = append(got, m.Region.Code)
				if m.Start < 0 || m.End > len(tt.text) || m.Start >= m.End {
					t.Errorf("place [%d, %d) of %d bytes", m.Start, m.End, len(tt.text))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("regions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestIssuerRegion(t *testing.T) {
	g := open(t)
	tests := []struct{ issuer, want string }{
		{"四川省人民政府办公厅", "510000"},
		{"中共成都市委", "510100"},
		{"中共成都市委 成都市人民政府", "510100"},
		{"成都市武侯区人民政府", "510107"},
		{"国务院办公厅", National},
		{"中共中央、国务院", National},
		{"国家标准委", National},
		{"首都标准化委员会", "110000"},
		{"工业和信息化部", National},
		{"市场监管总局", National},
		{"广西壮族自治区市场监督管理局", "450000"},
		{"某某协会", ""},
	}
	for _, tt := range tests {
		if got := g.IssuerRegion(tt.issuer, ""); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.issuer, got, tt.want)
		}
	}
}

func TestNumberRegions(t *testing.T) {
	g := open(t)
	tests := []struct {
		number string
		want   []string
	}{
		{"国办发〔2030〕1号", []string{National}},
		{"粤府办〔2030〕1号", []string{"440000"}},
		{"苏委发〔2030〕1号", []string{"320000", "320500"}},
		{"苏府〔2030〕1号", []string{"320500"}},
		{"川府发[2030]1号", []string{"510000"}},
		{"某发〔2030〕1号", nil},
		{"", nil},
	}
	for _, tt := range tests {
		if got := g.NumberRegions(tt.number); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.number, got, tt.want)
		}
	}
}

func BenchmarkFindRegions(b *testing.B) {
	g := open(b)
	text := ""
	for range 100 {
		text += "推动标准化与科技创新互动发展，支持青岛、宁波等地先行先试，建立健全标准体系，完善公共服务。"
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.FindRegions(text, "370200")
	}
}
