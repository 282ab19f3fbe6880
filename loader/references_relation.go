package loader

import (
	"strings"
	"unicode/utf8"
)

// farBack is how many bytes before a citation may bear on it.
const farBack = 1200

// notBasis in the clause before a citation say that it is only consulted.
var notBasis = words(`参照 参考 借鉴`)

// relationOf judges a citation by the words before it. In the preamble the plan rests on what it
// names; elsewhere only a document that is to be carried out is a basis.
func relationOf(s string, c citation, path string) string {
	before := s[max(0, c.start-farBack):c.start]
	before = before[lastStop(before):]
	if clause := before[lastIndex(before, ",")+1:]; notBasis.in(clause) {
		return relationCites
	}
	if path == rootPath {
		if !containsAny(before, []string{
			"根据", "依据", "按照", "贯彻", "落实", "遵照", "执行", "实施", "为", "结合", "部署",
		}) {
			return relationCites
		}
		return relationBasis
	}
	if foundsRules(s[c.end:]) {
		return relationBasis
	}
	if i := strings.LastIndexAny(before, ",:)"); i >= 0 {
		before = before[i+1:]
	}
	if contains(before, "不再") {
		return relationCites
	}
	best, at := relationCites, -1
	for _, v := range []struct{ word, relation string }{
		{"落实", relationBasis}, {"贯彻", relationBasis}, {"执行", relationBasis}, {"实施", relationBasis},
		{"按照", relationCites}, {"依据", relationCites}, {"根据", relationCites}, {"参照", relationCites},
		{"围绕", relationCites}, {"对照", relationCites}, {"结合", relationCites}, {"制定", relationCites},
		{"修订", relationCites}, {"出台", relationCites}, {"编制", relationCites}, {"依照", relationCites},
	} {
		if i := lastIndex(before, v.word); i > at &&
			strings.TrimPrefix(before[i+len(v.word):], "后") != "的" { // 新修订的《…》
			best, at = v.relation, i
		}
	}
	if at < 0 && carriedOut.opens(s[c.end:]) {
		return relationBasis
	}
	if at >= 0 && best == relationBasis && utf8.RuneCountInString(before[at:]) > 32 {
		return relationCites
	}
	return best
}

// lastStop is the place behind the last mark or line end in s that ends a sentence or a part of one,
// 0 if there is none.
func lastStop(s string) int {
	const stop = "。"
	for i := len(s); i > 0; i-- {
		switch s[i-1] {
		case ';', '\n':
			return i
		case stop[len(stop)-1]:
			if strings.HasSuffix(s[:i], stop) {
				return i
			}
		}
	}
	return 0
}

// carriedOut words behind a title say that it shall be carried out: 抓好《…》的贯彻落实.
var carriedOut = words(`落地 落实 贯彻 的贯彻 的落实 宣传贯彻 的宣传贯彻 宣贯 的宣贯 实施 的实施`)

// foundsRules reports whether the sentence that goes on in after is the first article of a set of
// rules: 根据《…》《…》等规定,结合本省实际,制定本办法.
func foundsRules(after string) bool {
	after = after[:min(len(after), farBack)]
	sentence, _, _ := strings.Cut(after, "。")
	_, rules, _ := strings.Cut(sentence, "制定本")
	return opensWith(rules, "办法", "条例", "规定", "细则", "规则", "实施办法", "实施细则")
}
