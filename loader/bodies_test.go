package loader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A body that is named as a responsible government unit is a department there.
func TestListedUnitIsNoBody(t *testing.T) {
	src, b := blockOf("2.1", "", "国家标准委支持开展试点。（农业农村部、国家标准委，全国茶叶标准化技术委员会）")
	b.lists = findUnitLists(b.Body)
	var got []string
	for _, x := range namesOf(t, Extraction{}, src, b).Bodies {
		for _, m := range x.Mentions {
			got = append(got, m.Quote)
		}
	}
	if d := cmp.Diff([]string{"国家标准委", "全国茶叶标准化技术委员会"}, got); d != "" {
		t.Errorf("mentions (-want +got):\n%s", d)
	}
}

func TestBodies(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // level, code or -, name
	}{
		{"name and code are one", "承担国际标准化组织养老服务技术委员会（ISO/TC 314）对口工作。",
			[]string{"international ISO/TC314 国际标准化组织养老服务技术委员会"}},
		{"word before a name", "根据国际电工委员会电动汽车技术委员会（IEC/TC69）要求开展试点。",
			[]string{"international IEC/TC69 国际电工委员会电动汽车技术委员会"}},
		{"national committee", "依托全国茶叶标准化技术委员会（SAC/TC339）制定标准。",
			[]string{"national SAC/TC339 全国茶叶标准化技术委员会"}},
		{"a code that the text does not give", "支持国家标准委、中国标准化研究院和全国信息技术标准化技术委员会参与。",
			[]string{"national - 国家标准委", "national - 中国标准化研究院", "national - 全国信息技术标准化技术委员会"}},
		{"codes without a number", "争取承担ISO、IEC分技术委员会秘书处，对接SAC/TC和ISO/TC工作。",
			[]string{"international ISO 国际标准化组织", "international IEC 国际电工委员会"}},
		{"with 和 inside", "依托湖南省质量和标准化研究院，对接国家茶叶标准化总体组。",
			[]string{"provincial - 湖南省质量和标准化研究院", "national - 国家茶叶标准化总体组"}},
		{"a code that it gives later", "支持全国信息技术标准化技术委员会，由SAC/TC28秘书处协调。",
			[]string{"national SAC/TC28 全国信息技术标准化技术委员会"}},
		{"national committee of a trade in one word", "支持全国钢标准化技术委员会、全国性标准化技术委员会发展。",
			[]string{"national - 全国钢标准化技术委员会"}},
		{"short for a committee", "争取全国茶叶标委会落户，全国纺织标准化技术委员会（TC209）参与，相关标委会支持。",
			[]string{"national - 全国茶叶标委会", "national SAC/TC209 全国纺织标准化技术委员会"}},
		{"base with its field", "依托国家技术标准创新基地（绿色茶业），承接国际标准化组织茶叶技术委员会（ISO/TC999）会议。",
			[]string{"national - 国家技术标准创新基地(绿色茶业)",
				"international ISO/TC999 国际标准化组织茶叶技术委员会"}},
		{"subcommittee", "支持全国家电标准化技术委员会冰箱分技术委员会开展工作。",
			[]string{"national - 全国家电标准化技术委员会冰箱分技术委员会"}},
		{"provincial", "发挥省陶瓷标准化技术委员会作用。",
			[]string{"provincial - 省陶瓷标准化技术委员会"}},
		{"municipal", "组建市养老服务标准化技术委员会。",
			[]string{"municipal - 市养老服务标准化技术委员会"}},
		{"prospective", "争取氢能国际标准化技术委员会秘书处落户我市。",
			[]string{"international - 氢能国际标准化技术委员会"}},
		{"及其 in a field", "支持全国皮革及其制品标准化技术委员会工作，建设国家羊绒及其制品技术标准创新基地。",
			[]string{"national - 全国皮革及其制品标准化技术委员会", "national - 国家羊绒及其制品技术标准创新基地"}},
		{"joint meeting", "市标准化工作联席会议办公室负责协调。",
			[]string{"coordination - 市标准化工作联席会议"}},
		{"centre with its place", "用好国家亚洲标准研究中心（南宁）。",
			[]string{"national - 国家亚洲标准研究中心(南宁)"}},
		{"listed names and codes", "加强与国际电工委员会、ISO和国际电信联盟（ITU）的合作。",
			[]string{
				"international IEC 国际电工委员会", "international ISO 国际标准化组织",
				"international ITU 国际电信联盟",
			}},
		{"alliance that is founded", "成立全市充电设施标准联盟。",
			[]string{"municipal - 充电设施标准联盟"}},
		{"kinds of bodies", "承担国际、国家级和省级标准化技术委员会秘书处工作，推动设立各领域标准化技术委员会，" +
			"支持企业标准联盟和行业标准化研究院建设。", nil},
		{"what a city wants to be", "建成重要的国际标准研究中心，新增国家级、省级技术标准创新基地2个。", nil},
		{"codes of others", "参与IEEE、ASTM等国际组织的活动。", []string{
			"international IEEE 电气与电子工程师协会", "international ASTM 美国材料与试验协会"}},
		{"standards are no bodies", "按照ISO 9001、IEC 61850、IEEE 802.11、ASTM D4169建立体系。", nil},
		{"in a title", "落实《省旅游标准化技术委员会管理办法》。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, b := blockOf("2.1", "", c.text)
			region := "450100"
			var got []string
			for _, x := range namesOf(t, Extraction{Document: Head{Region: &region}}, src, b).Bodies {
				code := "-"
				if x.Code != nil {
					code = *x.Code
				}
				got = append(got, strings.Join([]string{x.Level, code, x.Name}, " "))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("bodies of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}

func TestBodyMentions(t *testing.T) {
	src, a := blockOf("1.1", "推进ＩＳＯ／ＴＣ９９工作", "ISO/TC99是国际委员会。")
	got := namesOf(t, Extraction{}, src, a).Bodies
	if len(got) != 1 || len(got[0].Mentions) != 2 || len(got[0].Paths) != 1 {
		t.Fatalf("bodies: %+v, want one with two mentions in one path", got)
	}
	for i, want := range []string{"ＩＳＯ／ＴＣ９９", "ISO/TC99"} {
		if q := got[0].Mentions[i].Quote; q != want {
			t.Errorf("mention %d: quote %q, want %q", i, q, want)
		}
	}
}
