package loader

import "strings"

// The kinds of task, as Task.Kind has them.
const (
	kindTask      = "TASK"
	kindSafeguard = "SAFEGUARD"
)

// extractTasks finds the leaf elements that mandate work, with their units. Their topics are
// left to the caller.
func extractTasks(src *Source, blocks []Block) []Task {
	kinds := taskKinds(blocks)
	tasks := []Task{}
	units := unitReader{src: src, seen: map[string]seenUnit{}}
	for i := range blocks {
		b := &blocks[i]
		units.firstLeads = units.firstLeads || firstLeads(b.Body.S)
		if kinds[i] == "" {
			continue
		}
		t := Task{Path: b.Path, Kind: kinds[i], Topics: []string{}}
		units.read(&t, b)
		tasks = append(tasks, t)
	}
	return tasks
}

// chapterRole is what a chapter does in a plan.
type chapterRole int

const (
	chapterTasks chapterRole = iota
	chapterGeneral
	chapterSafeguard
	chapterNoTask // definitions, penalties, final provisions
)

// taskKinds tells for every block whether it is a task and of which kind; "" is none.
func taskKinds(blocks []Block) []string {
	roles := chapterRoles(blocks)
	kinds := make([]string, len(blocks))
	chapter := -1
	general := "" // path of an element within a chapter that states aims
	for i, b := range blocks {
		if b.Depth == 1 {
			chapter++
		}
		if b.Depth == 0 || chapter < 0 {
			continue
		}
		if general != "" && strings.HasPrefix(b.Path, general+".") {
			continue
		}
		general = ""
		if isGeneralHeading(b.Heading) {
			general = b.Path
			continue
		}
		if !b.Leaf {
			continue
		}
		switch roles[chapter] {
		case chapterTasks:
			kinds[i] = kindTask
		case chapterSafeguard:
			kinds[i] = kindSafeguard
		}
	}
	return kinds
}

// chapterRoles judges the chapters, in order, by heading and place.
func chapterRoles(blocks []Block) []chapterRole {
	var tops []int
	for i, b := range blocks {
		if b.Depth == 1 {
			tops = append(tops, i)
		}
	}
	total := len(tops) // without the chapters that mandate nothing at the end
	for total > 1 && headsNoTask(blocks[tops[total-1]].Heading) {
		total--
	}
	roles := make([]chapterRole, len(tops))
	for n, i := range tops {
		end := len(blocks)
		if n+1 < len(tops) {
			end = tops[n+1]
		}
		roles[n] = chapterRoleOf(blocks[i:end], n, total)
	}
	// Safeguards close a plan: what says so in the middle of one is a task's words.
	for n := len(roles) - 2; n >= 0; n-- {
		if roles[n] == chapterSafeguard && roles[n+1] == chapterTasks &&
			!strings.HasPrefix(blocks[tops[n]].Heading, "保障措施") &&
			!strings.HasPrefix(blocks[tops[n]].Heading, "组织实施") {
			roles[n] = chapterTasks
		}
	}
	return roles
}

func chapterRoleOf(chapter []Block, n, total int) chapterRole {
	h := chapter[0].Heading
	switch {
	case isGeneralHeading(h):
		return chapterGeneral
	case headsNoTask(h):
		return chapterNoTask
	case n == 0 && (onlyBullets(chapter) || containsAny(h, []string{"认识", "是实施", "重要载体"}) ||
		introEnds.closes(h) && !startsWithAct(h)):
		return chapterGeneral
	case n > 0 && isSafeguardHeading(h, n == total-1):
		return chapterSafeguard
	}
	return chapterTasks
}

// introEnds end the headings of chapters that go before the aims.
var introEnds = words("意义 依据 背景 概况 成效 回顾 目的 前言 引言")

// otherHeadings head what is left to say at the end of a document.
var otherHeadings = words("其他 其它 其他事项 其它事项 其他规定 有关说明")

// headsNoTask reports whether a chapter with this heading mandates nothing.
func headsNoTask(h string) bool {
	return otherHeadings.has(h) ||
		containsAny(h, []string{"附则", "罚则", "法律责任", "名词解释", "术语"})
}

// onlyBullets reports whether a chapter has bullets for its parts: principles, not tasks.
func onlyBullets(chapter []Block) bool {
	if len(chapter) < 2 {
		return false
	}
	for _, b := range chapter[1:] {
		if !strings.Contains(b.Path, ".b") {
			return false
		}
	}
	return true
}

// generalHeadings head what a plan aims at, as opposed to what is to be done.
var generalHeadings = newWordSet(
	"总体要求", "总体思路", "总体安排", "总体目标", "指导思想", "基本原则", "工作目标", "主要目标", "发展目标", "目标任务", "任务目标", "行动目标",
	"建设目标", "工作原则", "基本思路", "发展思路", "工作思路", "建设思路", "总则", "总要求", "现状", "形势", "发展环境", "发展基础", "基本情况",
	"工作基础", "背景", "重要意义", "重大意义", "必要性", "适用范围", "实施范围", "适用对象", "试点目标", "试点范围", "目标要求",
	"规划目标", "创建目标", "整治目标", "总目标", "战略目标", "近期目标", "中期目标", "远景目标", "远期目标", "阶段目标", "年度目标", "预期目标", "实施期限",
	"编制依据", "有关概念", "面临", "战略定位", "发展定位", "总体部署", "总体考虑", "目标和原则", "定义",
)

// isGeneralHeading reports whether a heading says no more than that aims follow. A heading that
// names an act besides (落实总体要求,推进…) heads a task.
func isGeneralHeading(h string) bool {
	if !generalHeadings.in(h) {
		return false
	}
	if generalHeadings.has(h) {
		return true
	}
	for _, w := range generalHeadings.list {
		i := index(h, w)
		if i < 0 {
			continue
		}
		if len(h) <= len(w)+4*3 || i == 0 || strings.HasSuffix(h, w) && len(h) <= len(w)+8*3 {
			return !startsWithAct(h) || strings.HasPrefix(h, "明确")
		}
	}
	return false
}

// startsWithAct reports whether a heading begins with a verb of action.
func startsWithAct(h string) bool {
	_, w := cutPrefixes(h, []string{
		"落实", "完善", "加强", "加快", "推进", "推动", "建立", "健全", "强化", "提升", "优化", "实现", "完成", "细化", "分解",
		"改善", "营造",
		"夯实", "筑牢", "打牢", "巩固", "深化", "构建", "打造", "培育", "开展", "实施", "加大", "创新", "提高", "严格", "规范",
		"改造",
	})
	return w != ""
}

// mechanismActs are what is done to a mechanism of work.
var mechanismActs = newWordSet("建立", "健全", "完善", "强化", "优化", "加强", "创新", "构建", "压实", "细化")

// withoutActs is a heading without the acts that it begins with.
func withoutActs(h string) string {
	for {
		rest, act := mechanismActs.cutOpening(h)
		if act == "" {
			return h
		}
		h = rest
	}
}

// isSafeguardHeading recognises chapters of safeguards (保障措施, 组织实施). Words that other
// chapters use as well count in the last chapter only. 党组织领导 is no 组织领导.
func isSafeguardHeading(h string, last bool) bool {
	if containsAny(strings.ReplaceAll(h, "党组织", "党"), []string{
		"保障措施", "组织实施", "组织保障", "保障机制", "实施保障", "保障体系", "组织领导", "工作保障", "工作要求", "政策保障", "支撑保障",
		"保障支撑", "实施机制", "组织与保障", "规划实施", "推进措施", "实施要求", "有关要求", "相关要求", "监督考核", "督导考核",
		"考核评估", "推进机制",
	}) || strings.HasPrefix(withoutActs(h), "工作机制") || last && contains(h, "工作机制") {
		return true
	}
	if !last {
		return false
	}
	return contains(h, "保障") && !containsAny(h, []string{
		"民生", "社会", "权益", "医疗", "住房", "行动", "工程", "安全", "供应", "服务保障",
	}) || contains(h, "协调") && containsAny(h, []string{"组织", "统筹"}) || strings.HasSuffix(h, "组织推进")
}
