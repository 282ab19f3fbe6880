package loader

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostileUnits are what texts without end are made of, one unit over and over.
var hostileUnits = []struct{ name, unit string }{
	{"open brackets", "（〔("},
	{"closed brackets", "（）〔〕()"},
	{"closing brackets", "）〕)"},
	{"brackets with words", "（市科技局"},
	{"pairs of brackets with units", "（市科技局、市财政局）"},
	{"brackets with labels", "〔牵头单位:"},
	{"titles", "《〈"},
	{"open titles", "《"},
	{"titles with words", "《国务院关于标准化工作的意见"},
	{"closed titles", "《中华人民共和国标准化法》、"},
	{"open quotes", "“"},
	{"straight quotes", "\""},
	{"quoted words", "“标准化+”"},
	{"digits", "7"},
	{"figures", "增长15%、达到30项，"},
	{"spelled figures", "三百五十"},
	{"points", "3.1"},
	{"dates", "2025年12月31日"},
	{"years", "到2025年，"},
	{"plans of five years", "“十四五”末"},
	{"times of the year", "年底前"},
	{"one character", "标"},
	{"one stop", "。"},
	{"commas of a list", "、"},
	{"one line", "坚持标准引领"},
	{"one line of sentences", "坚持标准引领。"},
	{"no punctuation", "推进现代物流乡村旅游养老服务职业教育标准化工作由市政府有关部门会同北京深圳负责制定"},
	{"committees", "全国茶叶标准化技术委员会"},
	{"names of bodies", "国际标准化组织"},
	{"Latin letters", "ISOlongword"},
	{"Latin words", "ISO TC SAC "},
	{"codes", "GB/T 1-2"},
	{"codes of committees", "ISO/TC268/SC1"},
	{"numbers of documents", "国发〔2015〕13号"},
	{"brackets of years", "〔2015"},
	{"units", "市科技局、"},
	{"units without marks", "市科技局"},
	{"units that join", "市科技局和市财政局会同"},
	{"classes of places", "各区、县（市）"},
	{"roles", "牵头"},
	{"places of those who lead", "第一位"},
	{"roles that join", "市科技局牵头会同"},
	{"roles and labels", "牵头单位：市科技局配合单位：市财政局"},
	{"duties", "各部门要会同"},
	{"elements", "一、"},
	{"articles", "（一）"},
	{"numbers", "1."},
	{"levels", "1.1.1 "},
	{"bullets", "——"},
	{"bullets behind brackets", "某）——某标准"},
	{"bullets without text", "）——某"},
	{"glued articles", "某（2）某标准"},
	{"first elements", "概述：一、概述"},
	{"units of standardization", "（责任单位：市标准化研究院）"},
	{"endings of bodies", "技术委员会"},
	{"ordinals", "第1号"},
	{"lines", "（一）坚持。\n"},
	{"numbered lines", "1.坚持标准引领。加强统筹。\n"},
	{"bulleted lines", "——坚持标准引领。加强统筹。\n"},
	{"chapters", "一、坚持标准引领\n"},
	{"lines of roles", "牵头单位：市科技局\n"},
	{"lines of fields", "发布日期：2022-08-21 来源：办公室\n"},
	{"lines of titles", "关于印发标准化工作方案的通知\n"},
	{"wrapped lines", "坚持标准引领质量为先加快茶产业标准体系建设推进全产业链标准化工作\n"},
	{"blank lines", "\n"},
	{"blanks", "标 "},
	{"wide blanks", "标　　"},
	{"spam", "乐app鱼官委"},
	{"spam in holes", "杭州市人民政府乐app鱼官网印发通知。"},
	{"regions", "江苏省苏州市"},
	{"annexes", "。附件"},
	{"actors of many names", "市□局要制定计划。"},
	{"lists of many units", "（责任单位：市□局）"},
	{"many committees", "全国□标准化技术委员会、"},
	{"many titles", "《□意见》（以下简称《□》）"},
	{"many figures", "□达到30项，"},
	{"tables with a line for each cell", "序号\n任务\n责任单位\n1\n2\n"},
	{"names of columns", "序号\n任务\n责任单位\n"},
	{"numbers of rows", "1\n"},
	{"tables of indicators with a line for each cell", "序号\n指标\n单位\n2030年\n1\n茶园\n片\n30\n"},
}

// hostileText is a document of about a size that repeats a unit below its first heading. □ is
// another word every time.
func hostileText(unit string, size int) string {
	const opening = "一、关于加强茶产业标准化工作的若干要求和具体措施。\n"
	if !strings.Contains(unit, "□") {
		return opening + strings.Repeat(unit, size/len(unit))
	}
	var sb strings.Builder
	sb.WriteString(opening)
	for n := rune(0); sb.Len() < size; n++ {
		const first, common = '一', 5000 // characters
		word := string([]rune{first + n%common, first + n/common%common})
		sb.WriteString(strings.ReplaceAll(unit, "□", word))
	}
	return sb.String()
}

// A text of one thing over and over takes well below a second; the limit is far above it, for slow
// machines, and far below what brackets read once for each that is open would take.
func TestParseRepetitiveText(t *testing.T) {
	gaz := loadGazetteer(t)
	const size, limit = 1 << 17, 20 * time.Second
	for _, tt := range hostileUnits {
		t.Run(tt.name, func(t *testing.T) {
			src := fuzzSource(hostileText(tt.unit, size))
			began := time.Now()
			if _, err := Parse(src, gaz); err != nil && !errors.Is(err, ErrNotPolicy) {
				t.Fatal(err)
			}
			if took := time.Since(began); took > limit {
				t.Errorf("parsing took %s", took)
			}
		})
	}
}

// headUnits are what heads without end are made of.
var headUnits = []struct{ name, unit string }{
	{"dates", "2025年12月31日"}, {"dates in figures", "2025-12-31 "}, {"numbers", "宜府发〔2020〕1号"},
	{"titles", "宜春市人民政府关于印发茶叶方案的通知\n"}, {"parts of titles", "实施方案\n"},
	{"titles that forward", "关于印发茶叶方案\n"}, {"issuers", "宜春市人民政府\n"},
	{"annexes", "附件：\n实施方案\n"}, {"fields", "发布日期：\n"}, {"cells", "发布日期 "},
	{"fields in brackets", "【发布日期】"}, {"rows", "文号 宜 "},
	{"parties and governments", "中共宜春市委\n"}, {"agencies", "新华社北京2月21日电\n"},
}

// TestParseRepetitiveHead is TestParseRepetitiveText for what stands above a text.
func TestParseRepetitiveHead(t *testing.T) {
	gaz := loadGazetteer(t)
	const size, limit = 1 << 17, 2 * time.Second // dates took a minute for four times the size
	for _, tt := range headUnits {
		t.Run(tt.name, func(t *testing.T) {
			title := "宜春市人民政府关于加快茶产业标准化的意见\n"
			src := fuzzSource(title + strings.Repeat(tt.unit, size/len(tt.unit)))
			began := time.Now()
			if _, err := Parse(src, gaz); err != nil && !errors.Is(err, ErrNotPolicy) {
				t.Fatal(err)
			}
			if took := time.Since(began); took > limit {
				t.Errorf("parsing took %s", took)
			}
		})
	}
}

// TestParseRepetitiveAnnex is TestParseRepetitiveText for titles below a numbered notice, each of
// which may open the plan that it brings.
func TestParseRepetitiveAnnex(t *testing.T) {
	const size, limit = 1 << 19, 20 * time.Second // it took minutes where each title read to the end
	titles := strings.Repeat("宜春市人民政府\n茶产业方案\n", size/len("宜春市人民政府\n茶产业方案\n"))
	src := fuzzSource("宜春市人民政府关于印发茶产业方案的通知\n一、加强领导。\n" + titles)
	began := time.Now()
	if _, err := Parse(src, loadGazetteer(t)); err != nil && !errors.Is(err, ErrNotPolicy) {
		t.Fatal(err)
	}
	if took := time.Since(began); took > limit {
		t.Errorf("parsing took %s", took)
	}
}

// BenchmarkHostile shows side by side what 1 MB and 10 MB of one thing take: ten times as long.
func BenchmarkHostile(b *testing.B) {
	gaz := loadGazetteer(b)
	for _, tt := range hostileUnits {
		for _, size := range []int{1e6, 10e6} {
			b.Run(fmt.Sprintf("%s/%dMB", tt.name, size/1e6), func(b *testing.B) {
				text := hostileText(tt.unit, size)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					_, err := Parse(fuzzSource(text), gaz)
					if err != nil && !errors.Is(err, ErrNotPolicy) {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
