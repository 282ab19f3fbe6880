package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"list", "支持长沙、株洲、湘潭三市先行先试。", []string{"430100", "430200", "430300"}},
		{"own region", "推动南宁对外开放。", nil},
		{"organization", "与清华大学深圳研究院、上海海关合作。", nil},
		{"name of a body", "依托湖南省茶叶标准化技术委员会，联合湖南省推广。", []string{"430000"}},
		{"only the name of a body", "依托湖南省茶叶标准化技术委员会推广。", nil},
		{"title", "参照《上海市城市管理条例》。", nil},
		{"quoted brand", "学习“浙江制造”经验。", nil},
		{"list of units", "推进复工。（责任单位：贵阳市、遵义市人民政府，省发展改革委）", nil},
		{"occasion of the province", "承办广西壮族自治区2023年“八桂茶香”文化推广活动。", nil},
		{"party and government of a province", "按照广东省委、省政府要求推进。", nil},
		{"conjunction like a county", "县供销社会同县农业农村局推广。", nil},
		{"above and sea side by side", "建成9个以上海内外仓库。", nil},
		{"brand of the province", "培育江西名牌产品，江西省著名商标达到90件。", nil},
		{"county that only seems to stand there", "妥善做好拆迁安置，支持县城和县域发展。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, b := blockOf("2.1", "", c.text)
			region := "450100"
			var got []string
			for _, p := range namesOf(t, Extraction{Document: Head{Region: &region}}, src, b).Regions {
				got = append(got, p.Code)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("places of %q (-want +got):\n%s", c.text, d)
			}
		})
	}
}
