package loader

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quantity is a figure with its unit as it stands in a text: "1.2万亿元", "5—10个", "三分之二".
type quantity struct {
	span          // from the figure's first character to the end of the unit and of its tail
	figureEnd int // end of the unit, before a tail such as 以上
	value     float64
	high      float64 // upper end of a range, else NaN
	unit      string
	kind      unitKind
	tail      string // comparator after the unit: ">=", "<=", "=" (左右) or ""
	approx    bool   // 余, 多: a little more than the figure
	spelled   bool   // written in Chinese numerals
	bare      bool   // spelled by a multiplier alone: 百家
}

func (q quantity) isRange() bool { return !math.IsNaN(q.high) }

// unitKind says what a unit counts, which decides the tests that a figure has to pass.
type unitKind uint8

const (
	countUnit    unitKind = iota + 1 // 个, 家, 项
	rateUnit                         // %, 百分点, 倍
	moneyUnit                        // 元
	durationUnit                     // 年, 个月, 工作日
	physicalUnit                     // 亩, 吨, 公里
	rankUnit                         // 前10位
)

// units are those of plain figures; a longer unit wins over its own beginning.
var units = newWordTable(
	valued[unitKind]{countUnit, `个 家 项 名 人 件 户 所 座 处 条 场 次 人次 家次 场次 批次 台 套 辆 艘 架
		期 篇 部 本 册 种 类 款 只 支 张 幅 块 片 份 头 羽 株 棵 床 张床位 组 对 例 宗 笔 门 节 队 支队伍 位
		标箱 标准箱 户次 件次 项次 台套 台(套) 家(次) 个(次) 人(次) 场(次) 项(次) 台/套 条次 对次 口 幢 栋 间 站 村 趟 列 班 单 道 枚
		颗 车次 架次 艘次 航次 亿次 课时 学时 学位 个点 车位 泊位 桩`},
	valued[unitKind]{rateUnit, `% ‰ 个百分点 百分点 倍 番 个基点 成`},
	valued[unitKind]{moneyUnit, `元 美元 欧元 港元 元人民币 人民币 元/亩 元/人 元/平方米 元/人月 元/吨
		元/人·年 元/人年`},
	valued[unitKind]{durationUnit, `年 个月 个工作日 工作日 个自然日 自然日 天 日 小时 分钟 秒 个小时 周 个周
		个季度 毫秒 个学年`},
	valued[unitKind]{physicalUnit, `亩 公顷 平方米 平方公里 平方千米 立方米 公里 千米 米 海里 吨 公斤 千克 斤 克
		毫克 微克 升 毫升 千瓦 千瓦时 兆瓦 吉瓦 吉瓦时 兆瓦时 度 吨标准煤 吨标煤 吨二氧化碳 微克/立方米
		毫克/升 吨/年 标准立方米 方 车公里 吨公里 摄氏度 毫米 厘米 TB PB EB GB Mbps Gbps EFLOPS PFLOPS EFlops PFlops
		MW GW kW KW kWh MWh GWh km km² ㎡ m² 分 分贝 岁 人/平方公里 平方米/人 级 千伏安 千伏 吨标煤/万元`},
)

// ranks are the units of figures behind 前, which are all of rankUnit.
var ranks = words(`位 名 强 列 席`)

// figureHeads are all characters that figures begin with.
var figureHeads = words(`0 1 2 3 4 5 6 7 8 9 零 〇 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 翻 过半 半数`)

// mayHoldFigures reports whether a text may hold a quantity or name a year: it has a digit, or a
// numeral where a unit or the rest of a fraction, rank or time follows. It takes little time, and
// most elements of a plan need no more.
func mayHoldFigures(text string) bool {
	if len(text) > maxSentence {
		return true
	}
	for i := 0; ; {
		var word string
		if i, word = figureHeads.next(text, i); i < 0 {
			return false
		}
		if isDigit(text[i]) || word == "翻" || halves.opens(text[i:]) {
			return true
		}
		_, end, _ := numeral(text, i)
		k, _ := skipApprox(text, end)
		if units.opens(text[skipSpaces(text, k):]) && !strings.HasSuffix(text[:i], "第") ||
			strings.HasSuffix(text[:i], "前") || planYears.closes(text[i:end]) {
			return true
		}
		i = max(end, i+len(word))
	}
}

// appendQuantities adds the quantities of a part of text to out, in order. Figures that are dates,
// ordinals, codes or document numbers are no quantities.
func appendQuantities(out []quantity, text string, in span) []quantity {
	for i := in.start; ; {
		if i, _ = figureHeads.next(text[:in.end], i); i < 0 {
			break
		}
		var q quantity
		var ok bool
		at := i
		if isDigit(text[at]) {
			q, i, ok = arabicAt(text, at, in)
		} else {
			q, i, ok = spelledAt(text, at, in)
		}
		if ok && !math.IsInf(q.value, 0) && !math.IsInf(q.high, 0) { // hundreds of digits are no figure
			out = append(out, q)
		}
	}
	return out
}

// arabicAt reads a figure in digits at i. next is where to go on, also when there is none.
func arabicAt(text string, i int, in span) (q quantity, next int, ok bool) {
	v, j := digits(text, i, in.end)
	before := text[in.start:i]
	low := v
	q = quantity{span: span{start: i}, high: math.NaN()}
	if !plainBefore(before) {
		return q, j, false
	}
	factor, k := multiplier(text[:in.end], j)
	q.value = low * factor
	if hi, end, isRange := rangeEnd(text[:in.end], k); isRange {
		hiFactor, after := multiplier(text[:in.end], end)
		if factor == 1 {
			q.value = low * hiFactor // 5—10万
		}
		q.high, k = hi*hiFactor, after
	}
	return finish(q, text, k, in, before)
}

// finish reads the unit and the tail of a figure that ends at k.
func finish(
	q quantity, text string, k int, in span, before string,
) (quantity, int, bool) {
	k, q.approx = skipApprox(text[:in.end], k)
	k = skipSpaces(text[:in.end], k)
	ranked := strings.HasSuffix(before, "前")
	unit, kind := unitAt(text[k:in.end], ranked)
	ok := unit != ""
	bareRank := !ok && ranked && (k == in.end || opensWith(text[k:in.end], ",", "、", ")", "和"))
	if !ok && !bareRank {
		return q, k, false
	}
	q.unit, q.kind = unit, kind
	q.figureEnd = k + len(unit)
	if bareRank {
		q.unit, q.kind = "位", rankUnit // 位居全省前三
	}
	if per, n := perUnit(text[q.figureEnd:in.end]); n > 0 && !strings.Contains(q.unit, "/") {
		q.unit += per
		q.figureEnd += n
	}
	after := text[q.figureEnd:in.end]
	if !plainAfter(q, after, before) {
		return q, q.figureEnd, false
	}
	if !q.isRange() { // 20%—30%, 30万吨至50万吨
		if v, end, isRange := rangeEnd(text[:in.end], q.figureEnd); isRange {
			f, at := multiplier(text[:in.end], end)
			if strings.HasPrefix(text[at:in.end], q.unit) {
				q.high, q.figureEnd = v*f, at+len(q.unit)
				after = text[q.figureEnd:in.end]
			}
		}
	}
	if q.unit == "成" {
		q.value, q.high, q.unit = 10*q.value, 10*q.high, "%"
	}
	q.tail, q.end = tailAfter(after)
	if q.tail == "" && q.kind == durationUnit && endsWithin(after) {
		q.tail, q.end = "<=", len("内")
	}
	q.end += q.figureEnd
	return q, q.end, true
}

// perUnit reads the second half of a unit such as 公里/百平方公里.
func perUnit(text string) (string, int) {
	if !strings.HasPrefix(text, "/") {
		return "", 0
	}
	n := 1
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if numeralFactor(r) == 0 {
			break
		}
		n += size
	}
	unit := units.opening(text[n:])
	if unit == "" {
		return "", 0
	}
	n += len(unit)
	return text[:n], n
}

// unitAt is the unit that text begins with, "" if it is none.
func unitAt(text string, ranked bool) (unit string, kind unitKind) {
	if ranked {
		return ranks.opening(text), rankUnit
	}
	unit = units.opening(text)
	return unit, units.value(unit)
}

// digits reads an unsigned decimal number, thousands grouped by commas or not.
func digits(text string, i, end int) (float64, int) {
	j := i
	for j < end && (isDigit(text[j]) || text[j] == '.' && j+1 < end && isDigit(text[j+1]) ||
		text[j] == ',' && betweenDigits(text[:end], j)) {
		j++
	}
	plain := strings.ReplaceAll(text[i:j], ",", "")
	v, _ := strconv.ParseFloat(plain, 64) // a second point leaves 0, of no interest
	return v, j
}

// plainBefore reports whether a figure may begin after text: not inside a code, an ordinal,
// a document number or a fraction.
func plainBefore(text string) bool {
	if text == "" {
		return true
	}
	if c := text[len(text)-1]; isLetter(c) || c == '.' || c == '/' || c == '-' {
		return false
	}
	return !noFigureBehind.closes(text)
}

// noFigureBehind precede what is an ordinal, the year of a number, the end of a range or a committee.
var noFigureBehind = newWordSet("第", "〔", "—", "+", "№", "TC ", "SC ", "WG ", "PC ")

// plainAfter rejects what looks like a quantity but is a date, an order of magnitude or a name.
func plainAfter(q quantity, after, before string) bool {
	switch q.unit {
	case "年":
		if q.value >= 1900 && q.value <= 2100 {
			return false
		}
		return !opensWith(after, "期以", "级", "代")
	case "日":
		return !strings.HasSuffix(strings.TrimRight(before, "0123456789 "), "月")
	case "级":
		return false
	case "人":
		return !opensWith(after, "民币", "均", "大", "才计划", "小组")
	case "分":
		return !opensWith(after, "类", "级", "区", "别", "工", "批", "期", "层", "步", "年")
	case "本":
		return !opensWith(after, "省", "市", "县", "区", "地", "级", "科", "国")
	case "元":
		return !opensWith(after, "级", "化", "宇宙", "旦")
	case "份":
		return !opensWith(after, "额") && !strings.HasSuffix(before, "一式")
	case "条":
		return !opensWith(after, "措施", "政策", "例", "件")
	case "度":
		return strings.HasSuffix(before, "电") || opensWith(after, "电")
	case "方":
		return false
	case "成":
		return q.value <= 10 && (q.spelled || q.value == math.Trunc(q.value)) &&
			(after == "" || opensWith(after, "以", "左", "的", ",", "、", "和"))
	}
	return !opensWith(after, "级", "制", "化")
}

// multiplier reads 万, 亿, 万亿, 千 … after a figure.
func multiplier(text string, i int) (float64, int) {
	factor := 1.0
	for i < len(text) {
		i0 := skipSpaces(text, i)
		r, n := utf8.DecodeRuneInString(text[i0:])
		f := 0.0
		switch r {
		case '百':
			f = 100
			if strings.HasPrefix(text[i0:], "百分点") {
				return factor, i
			}
		case '千':
			f = 1000
			if opensWith(text[i0:], "千瓦", "千米", "千克", "千伏") {
				return factor, i
			}
		case '万', '萬':
			f = 1e4
		case '亿', '億':
			f = 1e8
		default:
			return factor, i
		}
		factor, i = factor*f, i0+n
	}
	return factor, i
}

// rangeEnd reads the second half of a range such as —10 or 至 5.
func rangeEnd(text string, i int) (float64, int, bool) {
	j := skipSpaces(text, i)
	k := j
	for k < len(text) {
		mark := rangeMarks.opening(text[k:])
		if mark == "" {
			break
		}
		k += len(mark)
	}
	k = skipSpaces(text, k)
	if k == j || k >= len(text) || !isDigit(text[k]) {
		return 0, i, false
	}
	v, end := digits(text, k, len(text))
	return v, end, true
}

// rangeMarks stand between the ends of a range.
var rangeMarks = words(`— - ~ 至 到`)

func skipApprox(text string, i int) (int, bool) {
	if opensWith(text[i:], "余", "多", "来") {
		return i + len("余"), true
	}
	return i, false
}

func skipSpaces(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// endsWithin reports whether text begins with a 内 that closes a clause: 控制在20天内。
func endsWithin(text string) bool {
	rest, ok := strings.CutPrefix(text, "内")
	return ok && (rest == "" || opensWith(rest, "、", ",", ")", "和", "及"))
}

// tailAfter reads a comparator after a unit; the number is its length.
func tailAfter(text string) (op string, n int) {
	rest := strings.TrimPrefix(text, "(含)")
	tail := tails.opening(rest)
	if tail == "" {
		return "", 0
	}
	return tails.value(tail), len(text) - len(rest) + len(tail)
}

// tails are the comparators after a unit.
var tails = newWordTable(
	valued[string]{">=", `及其以上 及以上 或以上 以上 之上`},
	valued[string]{"<=", `及以内 及以下 以内 之内 以下`},
	valued[string]{"=", `左右 上下`},
)
