package loader

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxActor is the length of the longest actor's name, in characters.
const maxActor = 22

// nameBreaks are words that cannot stand inside an actor's name, so that the name begins behind
// the last of them.
var nameBreaks = words(`由 会同 推动 发挥 授权 要求 督促 报 经 将 向 为 以 组建 坚持 建立 形成 构建 把 让 使
	从 根据 依托 加强 强化 明确 压实 落实 鼓励 支持 引导 促进 配合 健全 完善 的 并 对 在
	按照 是 与 及 以及 组织 通过 请 给 指导 协调 联合 当地区 取消 创新 转变 服务 期间 允许
	规范 或 按 实现 确保 推进 领导统筹 每 由于 列入 纳入 交 到 时 后`)

// nameStart is where the name begins whose last word is s[anchor:end], or -1 if what stands there
// is no name of a government unit.
func (r *actorReader) nameStart(anchor, end int) int {
	s := r.text.S
	from := runStart(s, anchor)
	if named := r.unitStart(from, anchor, end); named >= 0 {
		return r.clear(withDivisions(s, named), end)
	}
	if r.oneByOne(from, anchor) {
		return -1
	}
	start := from
	for _, w := range nameBreaks.standing(s[start:anchor]) {
		j := lastIndex(s[start:anchor], w)
		if j >= 0 && !insideWord(s[start:anchor], j, w) {
			start += j + len(w)
		}
	}
	j := lastIndex(s[start:anchor], "和")
	if j >= 0 && !strings.HasSuffix(s[start:start+j], "党委") {
		start += j + len("和")
	}
	start = withDivisions(s, r.withStems(start, anchor))
	if !isActorClass(s[start:end], s[anchor:end]) {
		return -1
	}
	return r.clear(r.withLevels(start, end), end)
}

// withDivisions widens the name at start, which is in a list of kinds of places, to the head of
// that list: 各市、县人民政府.
func withDivisions(s string, start int) int {
	if !strings.HasSuffix(s[:start], "、") {
		return start
	}
	from := runeStart(s, max(0, start-len("各设区市、县(市)、")))
	i := lastIndex(s[from:start], "各")
	if i < 0 || from+i+placesLen(s[from+i:]) <= start {
		return start
	}
	return from + i
}

// withLevels widens what belongs to the government of a level to the levels before it: 省、市、县财政.
func (r *actorReader) withLevels(start, end int) int {
	s := r.text.S
	levels := []string{"省", "自治区", "市", "州", "盟", "县", "区", "各省", "各市", "各州", "各盟"}
	if _, own := cutPrefixes(s[start:end], levels); own == "" ||
		!closesWith(s[start:end], "财政", "政府") && !opensWith(s[start+len(own):], "两级", "三级") {
		return start
	}
	for {
		before, ok := strings.CutSuffix(s[:start], "、")
		_, level := cutSuffixes(before, levels)
		if rest := before[:len(before)-len(level)]; !ok || level == "" ||
			rest != "" && isHan(lastRune(rest)) {
			return start
		}
		start = len(before) - len(level)
	}
}

// insideWord reports whether the word found is part of a longer one that names do contain.
func insideWord(s string, j int, w string) bool {
	rest := s[j:]
	switch w {
	case "以":
		return strings.HasPrefix(rest, "以上") || strings.HasPrefix(rest, "以下")
	case "对":
		return strings.HasPrefix(rest, "对外")
	case "与":
		return strings.HasPrefix(rest, "与外")
	case "经":
		return opensWith(rest, "经济", "经信", "经营")
	case "并":
		return strings.HasPrefix(rest, "并联")
	case "交":
		return strings.HasPrefix(rest, "交通") || strings.HasSuffix(s[:j], "保")
	case "协调":
		return strings.HasPrefix(rest, "协调推进") || strings.HasPrefix(rest, "协调小组")
	case "促进", "推进":
		return true
	case "创新":
		return opensWith(rest, "创新领导", "创新工作", "创新委")
	case "组织":
		return strings.HasPrefix(rest, "组织部")
	case "在":
		return strings.HasSuffix(s[:j], "所")
	case "的":
		return strings.HasSuffix(s[:j], "设区") ||
			strings.HasSuffix(s[:j], "职责") && rest == w // 负有监管职责的部门
	}
	return false
}

// runStart is where the run of characters that names consist of begins, at most maxActor before i.
func runStart(s string, i int) int {
	depth := 0
	for n := 0; i > 0 && n < maxActor; n++ {
		if i >= 3 && isCommonHead(s[i-3]) {
			i -= 3
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case r == ')' || r == '〕' || r == '〉':
			depth++
		case (r == '(' || r == '〔' || r == '〈') && depth > 0:
			depth--
		case depth > 0 && r == '、':
		case !isHan(r):
			return i
		}
		i -= size
	}
	return i
}

// unitStart is where the name of a unit that the gazetteer knows begins, or -1. Units are named
// with their level or region in front.
func (r *actorReader) unitStart(from, anchor, end int) int {
	s := r.text.S
	switch s[anchor:end] {
	case "部门", "政府", "单位", "部门和单位", "部门单位", "财政", "各地", "联席会议", "地市":
		return -1
	}
	nameEnd := from + len(withoutGloss(s[from:end])) // the bracket is behind the anchor
	for i := from; i < anchor; {
		opens := i == from && (i == 0 || !isHan(lastRune(s[:i]))) || closesWith(s[:i], "由", "会同")
		if name := s[i:nameEnd]; (opens || leveled(name)) && r.isUnit(name) ||
			lowerLevels.opens(name) && (opens || namesNext.closes(s[:i])) && r.isLower(name) {
			return i
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return -1
}

// namesNext are behind what names of units begin.
var namesNext = words("由 会同 和 与 、")

// lowerLevels open names of units of places below the document's.
var lowerLevels = words("市 县 区 州 盟 旗")

// isLower reports whether a name is that of a unit of any place below the document's: in a
// document of a province 市市场监管局.
func (r *actorReader) isLower(name string) bool {
	bare, level := lowerLevels.cutOpening(name)
	return level != "" && r.isUnit(bare)
}

// oneByOne reports whether a 等 between two places stands behind a whole unit, the last of those
// that are named one by one: 市工业和信息化局等部门.
func (r *actorReader) oneByOne(from, to int) bool {
	s := r.text.S
	i := lastIndex(s[from:to], "等")
	if i <= 0 {
		return false
	}
	for end := from + i; from < end; from += runeSize(s[from]) {
		if unit := s[from:end]; leveled(unit) && r.isUnit(unit) {
			return !namesAlone.has(unit)
		}
	}
	return false
}

// isUnit asks the gazetteer once for each name.
func (r *actorReader) isUnit(name string) bool {
	is, known := r.units[name]
	if !known {
		is = r.gaz.IsUnit(name, r.region)
		r.units[name] = is
	}
	return is
}

// unitLevels are what names of units in running text begin with.
var unitLevels = newWordSet(
	"市", "省", "区", "县", "州", "地区", "自治区", "国家", "国务院", "中央", "全国", "人民银行", "人行", "中国",
)

// leveled reports whether a name begins like that of a unit in running text.
func leveled(s string) bool {
	return unitLevels.opens(s) || strings.HasSuffix(s, "总局") ||
		strings.HasSuffix(s, "部") && utf8.RuneCountInString(s) >= 3
}

// withStems widens a name to the left over bare names of lines of work: 质监、科技等部门.
func (r *actorReader) withStems(start, anchor int) int {
	s := r.text.S
	if !strings.HasPrefix(s[anchor:], "部门") && !strings.HasPrefix(s[start:anchor], "等") {
		return start
	}
	own := s[start:anchor]
	short := utf8.RuneCountInString(own) <= 4 && !containsAny(own, []string{"各", "有关", "相关", "主管"})
	if _, kind, ok := strings.Cut(own, "等"); ok && opensWith(kind, "行业", "有关", "相关", "主管", "职能",
		"行政") {
		return r.stems(start)
	}
	if strings.HasSuffix(own, "等") || strings.HasSuffix(s[:start], "和") ||
		short && strings.HasSuffix(s[:start], "、") {
		return r.stems(start)
	}
	return start
}

func (r *actorReader) stems(start int) int {
	s := r.text.S
	for {
		mark, size := utf8.DecodeLastRuneInString(s[:start])
		if mark != '、' && mark != '和' {
			return start
		}
		from := runStart(s, start-size)
		for _, w := range nameBreaks.standing(s[from : start-size]) {
			if j := lastIndex(s[from:start-size], w); j >= 0 {
				from += j + len(w)
			}
		}
		stem := s[from : start-size]
		if n := utf8.RuneCountInString(stem); n < 2 || n > 10 || isStrongUnit(stem) {
			return start
		}
		start = from
	}
}

// isActorClass judges a class of units by its words; last is the word it ends in.
func isActorClass(name, last string) bool {
	n := utf8.RuneCountInString(name)
	if n > maxActor && !(n <= 2*maxActor && strings.HasSuffix(name, "等部门")) {
		return false
	}
	if placesLen(last) == len(last) {
		return name == last
	}
	bare, _, _ := strings.Cut(last, "(")
	if namesAlone.has(bare) {
		return name == bare
	}
	switch bare {
	case "部门", "部门和单位", "部门单位":
		return n >= 3 && !containsAny(name, []string{"多部门", "跨部门", "银行机构", "服务部门", "生产部门", "内部", "门部门", "两部门",
			"三部门"})
	case "政府":
		return n >= 3 && !strings.HasPrefix(name, "政府") && !strings.HasSuffix(name, "电子政府")
	case "单位":
		return containsAny(name, []string{
			"责任单位", "牵头单位", "成员单位", "各单位", "有关单位", "相关单位", "主管单位", "分管单位", "归口单位",
		})
	case "财政":
		return isTreasury(name, strings.TrimSuffix(name, bare))
	case "各地", "各地区", "各地方", "各地市", "国务院", "团省委", "团市委", "团州委", "团县委", "团区委":
		return name == bare
	case "地市", "试点地区", "试点城市":
		return name == bare || strings.HasPrefix(name, "各")
	}
	return isOffice(name, bare, n)
}

// isTreasury reports whether a name that ends in 财政 names those who pay; level is what stands before.
func isTreasury(name, level string) bool {
	return opensWith(name, "各级", "全省各级", "全市各级", "省级", "市级") ||
		closesWith(level, "地方", "受益", "各级", "所在地", ")", ")区") ||
		slices.Contains([]string{
			"省", "市", "州", "盟", "县", "区", "自治区", "中央", "本级", "同级",
		}, level)
}

// isOffice judges a name of n characters that ends in the kind of an office.
func isOffice(name, kind string, n int) bool {
	switch kind {
	case "办公室":
		return containsAny(name, []string{"领导小组", "联席会议", "委员会", "协调机制", "指挥部"})
	case "督查室":
		return n >= 4
	case "开发区":
		return n >= 4 && n <= 8
	case "中心":
		return containsAny(name, []string{"登记中心", "公积金管理中心", "政务服务中心", "行政服务中心"})
	case "法院", "检察院":
		return opensWith(name, "各级", "人民", "各地")
	case "机关":
		name = strings.TrimPrefix(strings.TrimPrefix(name, "地方"), "各级")
		return opensWith(name, "公安", "审计", "税务", "司法", "检察", "监察",
			"行政", "审批", "登记", "主管", "征收", "市场监管", "执法")
	case "行署", "行政公署":
		return n <= 10
	case "海关", "总工会":
		return n <= 6
	case "局", "委", "办", "厅":
		return n >= 3 && n <= 10 && !notUnits.closes(name) &&
			opensWith(name, "市", "省", "县", "区", "州", "各", "国务院")
	case "委员会":
		return strings.HasSuffix(name, "标准化委员会")
	case "办事处":
		return containsAny(name, []string{"各", "街道"})
	case "专班":
		return n >= 4
	case "机构":
		return containsAny(name, []string{"政府", "主管", "监管", "监察", "行政", "检疫", "管理"})
	case "联席会议", "领导小组", "指挥部":
		return n >= 5
	case "管委会", "管理委员会":
		return n >= 4
	}
	return false
}

// achieved says that a sentence tells of what has been done.
var achieved = words(`取得了 取得积极 取得明显 取得显著 取得初步 取得阶段性 取得重大 取得重要 取得良好 取得长足
	取得历史性`)

// notMade stand before whom a sentence does not make responsible: whom it encourages, asks or tells.
// made stand before whom it does, where another word opens the clause.
var (
	notMade = words(`鼓励 支持 引导 激励 向 经 报 报请 对 除 允许 征求 提请 配合 建立健全 依托`)
	made    = words(`由 、 和 与 及 会同 组建 授权 推动 以 请`)
)

// clear drops names that are only encouraged, that the sentence has as an object, or that have
// done what it says.
func (r *actorReader) clear(start, end int) int {
	s := r.text.S
	before := s[clauseStart(s, start):start]
	if strings.HasPrefix(s[end:], "会同") {
		before = strings.TrimSuffix(before, "经")
	}
	if notMade.closes(before) || contains(before, "接受") ||
		before != "" && weakDuties.has(duties.opening(s[end:])) && !made.closes(before) {
		return -1
	}
	if sentence := s[end:sentenceEnd(s, end)]; contains(sentence, "取得") && achieved.in(sentence) {
		return -1
	}
	return start
}
