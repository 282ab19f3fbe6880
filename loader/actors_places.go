package loader

import "strings"

// Texts name classes of places by the kinds of divisions: 各省、自治区、直辖市, 各县(市、区). The classes act
// themselves, and are parts of the names of those who act there: 各县(市、区)林业局.

// classOpeners open the names of classes of places.
var classOpeners = words(`各 每个 所在`)

// placesLen is the length of a class of places at the head of s: 各县(市、区), 各区、县(市), 各旗县市(区),
// 各省、自治区、直辖市, 各有关市, 各乡镇(街道), 每个县(区), 所在县(区). 0 if there is none.
func placesLen(s string) int {
	rest, each := classOpeners.cutOpening(s)
	if each == "" {
		return 0
	}
	rest, _ = cutPrefixes(rest, []string{"有关", "相关"})
	size := len(s) - len(rest)
	for {
		n := divisionsLen(rest)
		if n == 0 {
			return 0
		}
		size, rest = size+n, rest[n:]
		if next, ok := strings.CutPrefix(rest, "、"); !ok || divisionsLen(next) == 0 {
			return size
		}
		size, rest = size+len("、"), rest[len("、"):]
	}
}

// longDivisions are kinds of divisions that characters of shorter names do not make up.
var longDivisions = words(`自治区 自治州 自治县 直辖市 计划单列市`)

// divisionsLen is the length of the kinds of divisions at the head of s, with a bracket of more:
// 旗县市(区), 县(市)区.
func divisionsLen(s string) int {
	if n := len(longDivisions.opening(s)); n > 0 {
		return n
	}
	const kinds = "省县市区州盟旗乡镇街道师辖"
	n := len(s) - len(strings.TrimLeft(s, kinds))
	if n == 0 || n > 4*len("县") {
		return 0
	}
	inner, opened := strings.CutPrefix(s[n:], "(")
	if rest := strings.TrimLeft(inner, kinds+"、自治直特林"); opened && strings.HasPrefix(rest, ")") {
		n = len(s) - len(rest) + len(")")
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], kinds))
	}
	return n
}
