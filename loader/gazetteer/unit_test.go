package gazetteer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnit(t *testing.T) {
	const now, then = "2022-05-01", "2016-05-01"
	tests := []struct {
		name, near, date string
		want             string // full name
		function         string
	}{
		// one unit, however it is written
		{"市发改委", "510100", now, "成都市发展和改革委员会", "development-reform"},
		{"市发展改革委", "510100", now, "成都市发展和改革委员会", "development-reform"},
		{"发改委", "510100", now, "成都市发展和改革委员会", "development-reform"},
		{"成都市发展和改革委员会", "510100", now, "成都市发展和改革委员会", "development-reform"},
		// levels
		{"省科技厅", "440000", now, "广东省科学技术厅", "science-technology"},
		{"省科技厅", "440100", now, "广东省科学技术厅", "science-technology"},
		{"科技厅", "440000", now, "广东省科学技术厅", "science-technology"},
		{"自治区工信厅", "650000", now, "新疆维吾尔自治区工业和信息化厅", "industry-it"},
		{"州住建局", "513400", now, "凉山彝族自治州住房和城乡建设局", "housing-construction"},
		{"地区教育局", "654300", now, "阿勒泰地区教育局", "education"},
		{"市财政局", "350582", now, "晋江市财政局", "finance"},
		{"县人社局", "330122", now, "桐庐县人力资源和社会保障局", "human-resources"},
		{"市市场监管局", "330122", now, "杭州市市场监督管理局", "market-regulation"},
		// at the time of the document
		{"市质监局", "510100", then, "成都市质量技术监督局", "market-regulation"},
		{"市国土局", "510100", then, "成都市国土资源局", "natural-resources"},
		{"市编办", "510100", then, "成都市机构编制委员会办公室", "staffing"},
		{"市编办", "510100", now, "中共成都市委机构编制委员会办公室", "staffing"},
		{"市网信办", "510100", then, "中共成都市委网络安全和信息化领导小组办公室", "cyberspace"},
		{"市网信办", "510100", now, "中共成都市委网络安全和信息化委员会办公室", "cyberspace"},
		{"市税务局", "510100", now, "国家税务总局成都市税务局", "taxation"},
		{"市国税局", "510100", then, "成都市国家税务局", "taxation"},
		{"市金融办", "510100", then, "成都市人民政府金融工作办公室", "financial-regulation"},
		{"市农办", "510100", then, "中共成都市委成都市人民政府农业和农村工作办公室", "agriculture-rural"},
		// party, government and others
		{"市委组织部", "510100", now, "中共成都市委组织部", "other"},
		{"区委宣传部", "510107", now, "中共武侯区委宣传部", "other"},
		{"自治区党委网信办", "650000", now, "中共新疆维吾尔自治区委员会网络安全和信息化委员会办公室", "cyberspace"},
		{"市政府办公厅", "510100", now, "成都市人民政府办公厅", "general-office"},
		{"市委办公厅", "510100", now, "中共成都市委办公厅", "general-office"},
		{"市政府研究室", "510100", now, "成都市人民政府研究室", "general-office"},
		{"市法院", "510100", now, "成都市中级人民法院", "justice"},
		{"成都海关", "510100", now, "成都海关", "customs"},
		{"人行成都中心支行", "510100", now, "中国人民银行成都中心支行", "banking"},
		{"团市委", "510100", now, "中国共产主义青年团成都市委员会", "other"},
		{"四川证监局", "510000", now, "中国证券监督管理委员会四川监管局", "financial-regulation"},
		// several functions
		{"市教体局", "510100", now, "成都市教育体育局", "education"},
		{"县文体旅局", "330122", now, "桐庐县文化体育和旅游局", "culture-tourism"},
		{"县经信商务局", "330122", now, "桐庐县经济和信息化商务局", "industry-it"},
		{"县科工局", "330122", now, "桐庐县科技和工业信息化局", "industry-it"},
		{"市商粮局", "510100", now, "成都市商务和粮食局", "commerce"},
		{"区科经委", "310115", now, "浦东新区科技和经济委员会", "industry-it"},
		{"区城运中心", "310115", now, "浦东新区城市运行管理中心", "urban-management"},
		{"宜宾银保监分局", "511500", now, "中国银行保险监督管理委员会宜宾监管分局", "financial-regulation"},
		// national
		{"发展改革委", National, now, "国家发展和改革委员会", "development-reform"},
		{"工业和信息化部", "510100", now, "工业和信息化部", "industry-it"},
		{"市场监管总局", National, now, "国家市场监督管理总局", "market-regulation"},
		{"质检总局", National, then, "国家质量监督检验检疫总局", "market-regulation"},
		{"国家标准委", National, now, "国家标准化管理委员会", "market-regulation"},
		{"税务总局", "510100", now, "国家税务总局", "taxation"},
		// notes in brackets, spaces
		{"市发改委（市物价局）", "510100", then, "成都市发展和改革委员会", "development-reform"},
		{"市 财政局、", "510100", now, "成都市财政局", "finance"},
		// places
		{"绵阳市", "510000", now, "绵阳市人民政府", "other"},
		{"市高新区管委会", "510100", now, "成都高新技术产业开发区管理委员会", "other"},
		// in no list
		{"市竹产业发展中心", "510100", now, "成都市竹产业发展中心", "other"},
		{"市智慧旅游推广中心", "510100", now, "成都市智慧旅游推广中心", "culture-tourism"},
		{"市文旅商务局", "510100", now, "成都市文化和旅游商务局", "culture-tourism"},
	}
	g := open(t)
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.date[:4]+" in "+tt.near, func(t *testing.T) {
			u := g.Unit(tt.name, tt.near, tt.date)
			got := []string{u.FullName, u.Functions[0]}
			if diff := cmp.Diff([]string{tt.want, tt.function}, got); diff != "" {
				t.Errorf("unit (-want +got):\n%s", diff)
			}
		})
	}
}

func TestUnitRegion(t *testing.T) {
	g := open(t)
	tests := []struct{ name, near, want string }{
		{"省财政厅", "510100", "510000"},
		{"市财政局", "510107", "510100"},
		{"区财政局", "510107", "510107"},
		{"财政部", "510100", National},
		{"绵阳市财政局", "510000", "510700"},
		{"国家税务总局绵阳市税务局", "510000", "510700"},
	}
	for _, tt := range tests {
		if got := g.Unit(tt.name, tt.near, "").Region; got != tt.want {
			t.Errorf("%s near %s: got %q, want %q", tt.name, tt.near, got, tt.want)
		}
	}
}

func TestIsUnit(t *testing.T) {
	g := open(t)
	for _, name := range []string{"市科技局", "财政局", "省委组织部", "商务部", "市人民政府", "市公安局东城分局"} {
		if !g.IsUnit(name, "510100") {
			t.Errorf("%s is no unit", name)
		}
	}
	for _, name := range []string{"各部门", "行业主管部门", "龙头企业", "标准化", "区商务委", "东城分局", ""} {
		if g.IsUnit(name, "510100") {
			t.Errorf("%q is a unit", name)
		}
	}
}

func TestSuccessions(t *testing.T) {
	g := open(t)
	tests := []struct {
		name             string
		unit, region     string
		date             string
		wantFrom, wantTo []string
	}{
		{
			"a bureau and its reform", "成都市质量技术监督局", "510100", "2016-01-01",
			nil, []string{"成都市市场监督管理局"},
		},
		{
			"merged from several", "四川省文化和旅游厅", "510000", "2022-01-01",
			[]string{"四川省文化厅", "四川省旅游局"}, nil,
		},
		{
			"a merger before the reform", "成都市市场监督管理局", "510100", "2016-01-01",
			[]string{
				"成都市质量技术监督局", "成都市工商行政管理局", "成都市食品药品监督管理局", "成都市物价局",
				"成都市发展和改革委员会", "成都市知识产权局",
			}, nil,
		},
		{
			"national", "环境保护部", National, "2016-01-01",
			[]string{"国家环境保护总局"}, []string{"生态环境部"},
		},
		{
			"a split", "国家质量监督检验检疫总局", National, "2016-01-01",
			nil, []string{"国家市场监督管理总局", "海关总署", "国家知识产权局"},
		},
		{"no reform", "成都市财政局", "510100", "2016-01-01", nil, nil},
		{"of another region", "成都市质量技术监督局", "510700", "2016-01-01", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var from, to []string
			for _, s := range g.Successions(tt.unit, tt.region, tt.date) {
				if s.Date == "" || s.Source == "" || s.Kind == "" {
					t.Errorf("%s -> %s: no date, kind or source: %+v", s.From, s.To, s)
				}
				if s.To == tt.unit {
					from = append(from, s.From)
				} else {
					to = append(to, s.To)
				}
			}
			for _, d := range []string{cmp.Diff(tt.wantFrom, from), cmp.Diff(tt.wantTo, to)} {
				if d != "" {
					t.Errorf("successions (-want +got):\n%s", d)
				}
			}
		})
	}
}

func BenchmarkUnit(b *testing.B) {
	g := open(b)
	for b.Loop() {
		g.Unit("市市场监管局", "510100", "2022-05-01")
	}
}

func TestJoinedAndUnlistedNames(t *testing.T) {
	g := open(t)
	tests := []struct{ name, near, want, function string }{
		{"市科委、高新区管委会", "110000", "北京市科学技术委员会", "science-technology"},
		{"市经信局市新经济委", "510100", "成都市经济和信息化局", "industry-it"},
		{"成都东部新区管委会", "510100", "成都东部新区管理委员会", "other"},
		{"四川大学", "510100", "四川大学", "education"},
		{"市城市建设投资集团", "510100", "成都市城市建设投资集团", "other"},
		{"各镇人民政府", "350181", "福清市各镇人民政府", "other"},
	}
	for _, tt := range tests {
		u := g.Unit(tt.name, tt.near, "2022-01-01")
		if u.FullName != tt.want || u.Functions[0] != tt.function {
			t.Errorf("%s: got %s, %v, want %s, %s", tt.name, u.FullName, u.Functions, tt.want, tt.function)
		}
	}
}
