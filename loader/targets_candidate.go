package loader

import (
	"strings"
	"unicode/utf8"
)

// candidate is a figure that may be a target, with its surroundings.
type candidate struct {
	quantity
	text     string
	sentence span
	clause   span
	lead     string     // the clause before the figure, from the figure before it
	rest     string     // the clause after the figure, to the figure after it
	op       string     // comparator, "=" if none is written
	compared bool       // a comparator or a level word stands before the figure, or a tail after it
	leveled  bool       // one of them stands before it
	stem     string     // lead without comparators, level words and fillers
	change   string     // 增长, 下降 … between stem and figure
	share    bool       // of a whole that is named: 企业总数的三分之一
	listed   *candidate // the target before it in the same clause
	next     *candidate // the figure after it in the same clause
	dated    bool       // a year stands before it in the same clause, or opens the list it is in
	before   string     // metric of the target before it in the same sentence
	// beforeUnit is that target's unit, beforeNoun tells whether its noun stands behind it.
	beforeUnit string
	beforeNoun bool
	goals      bool
	// conditional: the sentence, or one of its clauses up to the figure, opens a condition.
	conditional bool
	making      bool // the words before the figure open with a verb of making
	deadline    int
	metric      string
	borrowed    bool // the metric is that of another figure or clause
}

// analyse reads the comparator before a figure and what it leaves of the words before it.
func (c *candidate) analyse() {
	stem := strings.TrimRight(c.lead, " ")
	if c.kind == rateUnit {
		stem = c.cutWhole(stem)
	}
	if c.kind == rankUnit {
		stem, _ = rankScopes.cutClosing(strings.TrimSuffix(stem, "前"))
	}
	for {
		rest, word := comparatorWords.cutClosing(stem)
		if word != "" {
			if c.op == "" {
				c.op = comparatorWords.value(word)
			}
			c.compared, c.leveled = true, true
			stem = rest
			continue
		}
		if rest, word = levelWords.cutClosing(stem); word != "" && c.cuts(rest, word) {
			c.leveled = c.leveled || !softLevel(word)
			c.compared = c.compared || c.leveled
			stem = rest
			continue
		}
		if rest, word = fillWords.cutClosing(stem); word != "" && c.cuts(rest, word) {
			stem = rest
			continue
		}
		if c.kind == rateUnit && c.change == "" {
			if rest, word = changeWords.cutClosing(stem); word != "" {
				c.change, stem = word, rest
				c.compared = true
				continue
			}
		}
		break
	}
	c.stem, c.making = stem, startsMaking(stem)
	c.settleOp()
}

// cutWhole removes from the words before a rate the whole that it is a share of:
// 达标企业达到企业总数的(三分之一).
func (c *candidate) cutWhole(stem string) string {
	if !strings.HasSuffix(stem, "的") {
		return stem
	}
	for _, w := range []string{
		"达到", "占到", "占", "压减至", "压减到", "压缩至", "压缩到", "缩短至", "降至", "降到", "控制在",
	} {
		if i := lastIndex(stem, w); i >= 0 {
			c.compared, c.share = true, true
			return stem[:i]
		}
	}
	return stem
}

// softLevel words are too common to show by themselves that a level is meant.
func softLevel(word string) bool {
	switch word {
	case "为", "是", "有", "至", "到", "完成", "实现", "列", "控制", "进入":
		return true
	}
	return false
}

// cuts guards single characters that are the end of a longer word: 数 of 指数, 新 of 创新.
func (c *candidate) cuts(rest, word string) bool {
	if utf8.RuneCountInString(word) > 1 && word != "数量" {
		return true
	}
	switch word {
	case "数", "数量":
		return false // part of the metric
	case "新":
		return !strings.HasSuffix(rest, "创")
	case "有":
		return !opensWith(lastRunes(rest, 1), "拥", "所", "没", "含", "具", "享", "国", "保")
	case "为":
		return !opensWith(lastRunes(rest, 1), "成", "作", "行")
	case "到", "至":
		return !strings.HasSuffix(rest, "直")
	case "均":
		return !opensWith(lastRunes(rest, 1), "人", "户", "年", "亩", "平", "日", "月")
	case "要":
		return !opensWith(lastRunes(rest, 1), "主", "重", "需")
	case "共":
		return !opensWith(lastRunes(rest, 1), "公", "一")
	case "是", "列", "能", "可", "应", "已", "占", "居":
		return !opensWith(lastRunes(rest, 1), "系", "序", "功", "节", "性", "许", "供", "侵",
			"定", "于", "储",
			"产", "动", "效", "智", "职", "机", "技", "潜", "赋")
	}
	return true
}

// settleOp decides between the comparators before and after the figure.
func (c *candidate) settleOp() {
	switch {
	case c.kind == rankUnit:
		c.op, c.compared = "<=", true
	case c.op == ">" || c.op == "<" && c.tail != ">=":
	case c.op == "" && c.tail == "" && containsAny(c.lead, []string{"至少", "不少于", "不低于"}):
		c.op, c.compared = ">=", true
	case c.tail != "":
		c.op = c.tail
	case c.op == "" && c.approx:
		c.op = ">"
	case c.op == "":
		c.op = "="
	}
	c.compared = c.compared || c.tail != ""
}

// shareTail gives the tail of a list's last figure to those before it that have none:
// "A 6个、B 5个和C 3个以上".
func shareTail(list []*candidate) {
	for i := len(list) - 2; i >= 0; i-- {
		c, next := list[i], list[i+1]
		between := c.text[c.end:next.start]
		if next.tail == "" || c.tail != "" || c.op != "=" || !joined(between) {
			continue
		}
		c.op, c.tail = next.op, next.tail
	}
}

// ownEnd is where the words of a target end that stands before another one at next: behind the
// noun that follows it (12处 of 22处煤矿复产、12处煤矿投产), else behind the figure.
func (c *candidate) ownEnd(next int) int {
	if !c.nounFollows() {
		return c.end
	}
	between := strings.TrimRight(c.text[c.end:next], " ")
	if _, joint := joints.cutClosing(between); joint != "" {
		return next
	}
	if i := lastIndex(between, "、"); i >= 0 {
		return c.end + i + len("、")
	}
	return c.end
}

// basis says what the figure counts, nil when it cannot be told.
func (c *candidate) basis() *string {
	b := ""
	whole := c.clause.of(c.text)
	switch {
	case containsAny(whole, []string{"年均", "每年", "年度", "每季度", "每月"}):
		b = "annual"
	case c.kind == rateUnit:
		b = "rate"
	case c.kind == durationUnit:
		b = "duration"
	case contains(c.lead, "累计"), containsAny(c.stem, []string{"总数", "总量", "总规模"}),
		contains(whole, "累计") && !opensWith(c.lead, "新增"):
		b = "cumulative"
	case containsAny(c.lead, []string{"新增", "净增"}), c.making:
		b = "new"
	default:
		return nil
	}
	return &b
}

// wholeClause is the length in characters of a metric that is more than the name of a thing.
const wholeClause = 30

// certainty is how sure the figure is a target, and that of its metric.
func (c *candidate) certainty() (sure Certainty) {
	sure.doubt(c.deadline == 0, doubtUndated)
	sure.doubt(c.spelled, doubtSpelled)
	sure.doubt(c.bare, doubtVague)
	sure.doubt(!c.compared && !c.spelled && !c.making, doubtCompared)
	sure.doubt(c.borrowed || c.metric == "", doubtMetric)
	sure.doubt(longerThan(c.metric, wholeClause), doubtLong)
	return sure
}
