package loader

import (
	"strconv"
	"strings"
)

// isBackground reports whether an element tells of what is, not of what shall be.
func isBackground(b *Block) bool {
	if !backgrounds.closes(b.Chapter) && !backgrounds.closes(b.Head.S) {
		return false
	}
	aims := []string{"目标", "任务", "指标"}
	return !containsAny(b.Chapter, aims) && !containsAny(b.Head.S, aims)
}

// backgrounds end the titles of what tells of the past, the present, of principles and of who may
// take part.
var backgrounds = words(`现状 形势 背景 成效 回顾 发展基础 工作基础 现实基础 意义 名词解释 基本原则 指导思想 存在问题 成就 挑战
	申报条件 申请条件 认定条件 推荐条件 遴选条件 评选条件 基本条件 推荐名额 名额分配 申报要求`)

// isGoal reports whether b is of a chapter on goals, or is or is within an element on them.
func (r *targetReader) isGoal(b *Block) bool {
	return b.Path == r.goal || r.goal != "" && strings.HasPrefix(b.Path, r.goal+".") ||
		namesGoals(b.Chapter)
}

func namesGoals(heading string) bool { return containsAny(heading, []string{"目标", "指标"}) }

// setsConditions reports whether a sentence says what those have to be or have who want to take part.
func setsConditions(sentence string) bool {
	return opensWith(sentence, "申报单位", "申报主体", "申报企业", "申请单位", "申请人") ||
		containsAny(sentence, []string{"以下条件", "下列条件", "须具备", "应当具备"})
}

// aimSentences are the parts of a text outside the outline that state aims: sentences that say so,
// and the rest of a paragraph from one on that names a year to come (到2027年). Others tell of what
// has been achieved.
func aimSentences(t Text, issued int) []Text {
	var out []Text
	for start := 0; start < len(t.S); {
		end := endBefore(t.S, start, "。")
		switch sentence := t.S[start:end]; {
		case namesTerm(sentence, issued):
			end = endBefore(t.S, start, "\n")
			out = append(out, t.Slice(start, end))
		case containsAny(sentence, []string{"力争", "确保", "目标"}):
			out = append(out, t.Slice(start, end))
		}
		start = end
	}
	return out
}

// endBefore is where what stands at start ends: behind the next mark, or with the text.
func endBefore(text string, start int, mark string) int {
	if i := index(text[start:], mark); i >= 0 {
		return start + i + len(mark)
	}
	return len(text)
}

// namesTerm reports whether a sentence names a year until which something shall be done.
func namesTerm(sentence string, issued int) bool {
	for i := range occurrences(sentence, "到") {
		after := sentence[i+len("到"):]
		if digits := leadingDigits(after); len(digits) == 4 && plausibleYear(digits) &&
			strings.HasPrefix(after[4:], "年") && digits >= strconv.Itoa(issued) {
			return true
		}
	}
	return false
}
