package loader

import (
	"strings"
	"unicode/utf8"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// extractActors finds the government units, and classes of them, that running text makes
// responsible for something: X负责…, X要…, 由X会同Y…, 发挥X主抓作用. Lists of responsible units are
// not running text, and whom a plan only encourages (鼓励各地…) is not made responsible.
func extractActors(src *Source, blocks []Block, gaz *gazetteer.Gazetteer, region string) []Actor {
	r := actorReader{
		src: src, gaz: gaz, region: region, units: map[string]bool{}, actors: []Actor{},
	}
	for i := range blocks {
		b := &blocks[i]
		r.path, r.seen = b.Path, nil
		r.text, r.lists, r.headline = b.Head, nil, true
		r.read()
		r.text, r.lists, r.headline = b.Body, b.lists, false
		r.read()
	}
	return r.actors
}

type actorReader struct {
	src    *Source
	gaz    *gazetteer.Gazetteer
	region string
	path   string
	text   Text
	lists  []unitList // of responsible units in text
	found  []actorMatch
	actors []Actor         // of all texts read
	seen   map[string]bool // names that the element has already given, nil for none
	// headline: text is one, of which only subjects count
	headline bool
	units    map[string]bool // the names that isUnit was asked for in the document
}

// actorMatch is a name in the text of a block.
type actorMatch struct {
	start, end int
	Certainty
}

// read adds the actors that the text names.
func (r *actorReader) read() {
	s := r.text.S
	r.found = r.found[:0]
	next := 0 // the first list not passed
	for i := 0; ; {
		if i, _ = anchors.next(s, i); i < 0 {
			break
		}
		if next < len(r.lists) && i >= r.lists[next].start {
			i = max(i, r.lists[next].end)
			next++
			continue
		}
		end := anchorEnd(s, i)
		if end == 0 {
			i += runeSize(s[i])
			continue
		}
		if start := r.actor(i, end); start >= 0 && (!r.headline || r.isSubject(start)) {
			r.found = append(r.found, actorMatch{start, end, r.certainty(start, end)})
		}
		i = end
	}
	r.addActors()
}

// isSubject reports whether the name at i opens its clause or goes on with one that does:
// 市林业局牵头…, but not 强化政府责任.
func (r *actorReader) isSubject(i int) bool {
	s := r.text.S
	return clauseStart(s, i) == i || closesWith(s[:i], "由", "会同", "、", "和", "与", "及")
}

// actor is where the name begins that ends in s[anchor:end], if the text makes its bearer
// responsible; else -1. The costly reading of names comes last.
func (r *actorReader) actor(anchor, end int) int {
	s := r.text.S
	if r.acts(end) || placesLen(s[anchor:end]) == end-anchor && placeMakes.opens(s[end:]) {
		return r.nameStart(anchor, end)
	}
	run := s[runStart(s, anchor):anchor]
	if !containsAny(run, []string{"会同", "由"}) && !r.continuesActor(anchor) {
		return -1
	}
	start := r.nameStart(anchor, end)
	if start < 0 {
		return -1
	}
	switch {
	case placesLen(s[start:end]) == end-start && runsOn(s, end):
		return -1 // 各县 of 各县林业局
	case strings.HasSuffix(s[:start], "会同"), r.continuesActor(start):
		return start
	case strings.HasSuffix(s[:start], "由") && byWhom(s, end):
		return start
	}
	return -1
}

// placeMakes follow the name of a class of places that is to make something: 每个县培育2个品牌.
var placeMakes = words(`建设 建成 创建 培育 打造 新建`)

// byWhom reports whether s goes on at i, behind 由 and a name, with what is to be done: 由X制定,
// 由X和Y认定. Whom a group consists of (由X、Y组成) does nothing yet.
func byWhom(s string, i int) bool {
	for range 6 {
		_, w := cutPrefixes(s[i:], []string{"和", "或", "与", "、", "及", "以及"})
		end := 0
		if w != "" {
			end = joinedEnd(s, i+len(w))
		}
		if end == 0 {
			break
		}
		i = end
	}
	next, _ := utf8.DecodeRuneInString(s[i:])
	return isHan(next) && !opensWith(s[i:], "的", "和", "等", "组成", "构成", "参加", "分管", "主要", "领导",
		"负责人", "负责同志", "常务", "各派") && !runsOn(s, i)
}

// certainty is how sure it is that the bearer of the name which ends at i is made responsible.
func (r *actorReader) certainty(start, i int) (sure Certainty) {
	rest := r.text.S[i:]
	name := r.text.S[start:i]
	sure.doubt(!leveled(name) && !opensClass(name) && !r.isUnit(name), doubtName)
	_, weak := weakDuties.cutOpening(rest)
	_, duty := duties.cutOpening(rest)
	sure.doubt(duty == "" && !joints.opens(rest), doubtPosition)
	sure.doubt(duty != "" && weak == duty, doubtWeakDuty)
	return sure
}

// runsOn reports whether the name that ends at i is the beginning of a longer one: 省政府有关部门.
func runsOn(s string, i int) bool {
	for n := 0; i < len(s) && n < 8; n++ {
		if anchorEnd(s, i) > 0 {
			return true
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isHan(r) || r == '由' || r == '会' || r == '向' || r == '对' ||
			r == '商' && opensWith(s[i:], "商有关", "商同级", "商财政") {
			return false
		}
		i += size
	}
	return false
}

// continuesActor reports whether the name at i follows one in a list behind 会同 or 由.
func (r *actorReader) continuesActor(i int) bool {
	if len(r.found) == 0 {
		return false
	}
	s := r.text.S
	last := r.found[len(r.found)-1]
	if last.end >= i || i-last.end > 3*maxActor {
		return false
	}
	between, mark := cutPrefixes(s[last.end:i], []string{"、", "和", "或", "与"})
	before := s[clauseStart(s, last.start):last.start]
	return mark != "" && (contains(before, "会同") || strings.HasSuffix(before, "由")) &&
		!strings.ContainsAny(between, "、,。;")
}

// addActors adds each name once, with the clauses that are its own.
func (r *actorReader) addActors() {
	s := r.text.S
	for n, m := range r.found {
		name := asWritten(r.src, r.text.Slice(m.start, m.end))
		if r.seen[name] {
			continue
		}
		if r.seen == nil {
			r.seen = map[string]bool{}
		}
		r.seen[name] = true
		start := clauseStart(s, m.start)
		end := sentenceEnd(s, m.end)
		for _, later := range r.found[n+1:] {
			c := clauseStart(s, later.start)
			if c > start && c > m.end && c < end {
				end = c
			}
			if c > m.end {
				break
			}
		}
		for end > m.end && strings.ContainsRune(",;。、\n", rune(lastRune(s[:end]))) {
			end -= utf8.RuneLen(lastRune(s[:end]))
		}
		sp := r.text.Span(start, end)
		r.actors = append(r.actors, Actor{
			Path: r.path, Name: name, Quote: r.src.Quote(sp),
			Span: r.text.Span(m.start, m.end), Certainty: m.Certainty,
		})
	}
}

// clauseReach bounds the search for the edges of a clause, in bytes, so that a text without
// punctuation costs no more than another.
const clauseReach = 900

// clauseStart is where the clause around i begins.
func clauseStart(s string, i int) int {
	for j := i; j > 0 && i-j < clauseReach; j-- {
		switch c := s[j-1]; {
		case c > 0x82: // nearly all
		case c == ',', c == ';', c == '\n', c == '!', c == '?':
			return j
		case c == 0x82 && j >= 3 && s[j-3:j] == "。":
			return j
		}
	}
	return runeStart(s, max(0, i-clauseReach))
}

// sentenceEnd is where the sentence around i ends, its stop left out.
func sentenceEnd(s string, i int) int {
	for j := i; j < len(s) && j-i < clauseReach; {
		if isCommonHead(s[j]) {
			j += 3
			continue
		}
		switch s[j] {
		case ';', '\n', '!', '?':
			return j
		case 0xE3:
			if strings.HasPrefix(s[j:], "。") {
				return j
			}
		}
		j++
	}
	return runeStart(s, min(len(s), i+clauseReach))
}

// runeStart moves i forward to the start of a character.
func runeStart(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}

// anchorEnd is the end of the word that ends an actor's name, if one begins at i; else 0.
func anchorEnd(s string, i int) int {
	t := s[i:]
	w := anchors.opening(t)
	if w == "" {
		return 0
	}
	if n := placesLen(t); n > 0 {
		return i + n
	}
	end := i + len(w)
	switch {
	case classOpeners.has(w), opensWith(s[end:], wordsOn[w]...), namesAlone.has(w) && partOfName(s[end:]),
		w == "开发区" && !opensWith(s[end:], "要", "应", "须"): // a place, or part of 开发区管委会
		return 0
	}
	return end + glossLen(s[end:])
}

// anchors are the words that end actors' names, and those that open the names of classes of places.
var anchors = words(`部门和单位 部门单位 部门 部 政府 各地区 各地方 各地市 各地 地市 联席会议 财政 领导小组 单位 机构 机关
	专班 中心支行 中心 分行 分局 支局 支行 法院 检察院 管委会 管理委员会 国务院 局 委员会 委 厅 办公室 办公厅 办事处 办 督查室
	研究室 政研室 供销社 供销合作社 供销总社 供销合作总社 供销联社 开发区 工商联 妇联 残联 侨联 科协 贸促会 红十字会 团省委
	团市委 团州委 团县委 团区委 共青团中央 海关 海关总署 审计署 人民银行 银保监会 证监会 总工会 总队 支队 大队 标准化研究院
	指挥部 试点地区 试点城市 行署 行政公署 各 每个 所在`)

// namesAlone are anchors that are names by themselves, without a level.
var namesAlone = newWordSet("人民银行", "银保监会", "证监会", "贸促会", "海关总署", "审计署", "共青团中央")

// partOfName reports whether s goes on with a name (人民银行宜春市中心支行), or says that it is one of
// several that are named for a class (人民银行等部门).
func partOfName(s string) bool {
	next, _ := utf8.DecodeRuneInString(s)
	return isHan(next) && !isDuty(s) && (next == '等' || !joiners.opens(s))
}

// wordsOn are what the short anchors go on with in words that name nobody: 办法, 局面, 部署, 委托.
var wordsOn = map[string][]string{
	"办": {"法", "理", "事", "公", "学", "案", "结", "证", "税", "展", "赛", "医", "矿", "成", "好", "完", "妥",
		"班", "校", "园"},
	"局":  {"面", "部", "势", "限"},
	"部":  {"署", "队", "位", "件", "级"},
	"委":  {"托", "派", "任", "员", "书", "培", "和政府"},
	"海关": {"总", "监", "特", "申", "查", "数", "统", "编"},
	"中心": {"城", "镇", "区", "校", "组"},
	"专班": {"机制"},
	"财政": {"局", "厅", "部", "所"},
}

// seatGloss opens a bracket that says where an office sits: 办公室(设在县农业农村局).
const seatGloss = "(设在"

// glossLen is the length of a bracket that belongs to the name before it: 政府(管委会).
func glossLen(s string) int {
	if !strings.HasPrefix(s, "(") || strings.HasPrefix(s, seatGloss) {
		return 0
	}
	if i := strings.IndexByte(s[:min(len(s), 40)], ')'); i > 0 && isUnitName(s[1:i]) {
		return i + 1
	}
	return 0
}

// joiners join names of those who share a duty.
var joiners = words(`、 和 与 及 以及 或 等`)

// othersLen is the length of the kind of units at the head of s, behind 等: 部门, 市级有关部门和单位;
// 0 if there is none.
func othersLen(s string) int {
	const reach = len("国务院有关部门")
	for _, kind := range [...]string{"部门和单位", "部门", "单位", "群团组织"} {
		if i := index(s[:runeStart(s, min(len(s), reach+len(kind)))], kind); i >= 0 {
			return i + len(kind)
		}
	}
	return 0
}

// acts reports whether what follows the name that ends at i makes it responsible. Names joined to
// it share what follows.
func (r *actorReader) acts(i int) bool {
	s := r.text.S
	if strings.HasPrefix(s[i:], seatGloss) {
		_, after, _ := strings.Cut(s[i:min(len(s), i+clauseReach)], ")")
		return isDuty(after)
	}
	if seat, ok := strings.CutPrefix(s[i:min(len(s), i+clauseReach)], "设在"); ok {
		where, after, _ := strings.Cut(seat, ",")
		return !strings.ContainsAny(where, "。;") && isDuty(after)
	}
	joined := false
	for range 8 {
		rest := s[i:]
		if isDuty(rest) {
			return true
		}
		if r.pushed(i) || r.usesRole(i) || isAnswerable(rest) || actsWhen(rest) {
			return true
		}
		w := joiners.opening(rest)
		if w == "" {
			end := 0
			if joined {
				end = anchorEnd(s, i) // 市政府 of 市政府督查室
			}
			if end == 0 {
				return false
			}
			i = end
			continue
		}
		joined = true
		if w == "等" {
			n := othersLen(rest[len(w):])
			return n > 0 && isDuty(rest[len(w)+n:])
		}
		i += len(w)
		end := joinedEnd(s, i)
		if end == 0 {
			return false
		}
		i = end
	}
	return false
}

// clauseOf is s up to its first comma or stop.
func clauseOf(s string) string {
	s = s[:runeStart(s, min(len(s), clauseReach))]
	for _, stop := range []string{",", "。", ";", "\n"} {
		s, _, _ = strings.Cut(s, stop)
	}
	return s
}

// isAnswerable reports whether s goes on to say that its subject answers for something:
// 是本辖区安全生产的责任主体.
func isAnswerable(s string) bool {
	return strings.HasPrefix(s, "是") && closesWith(clauseOf(s), "责任主体", "实施主体")
}

// actsWhen reports whether s says on what occasion its subject acts: 在办理登记时可简化材料.
func actsWhen(s string) bool {
	return strings.HasPrefix(s, "在") && containsAny(clauseOf(s), []string{
		"时可", "时要", "时应", "中要", "中应", "中可", "前要", "前应",
	})
}

// governments end names of classes of places; endsJoined stand behind the last of joined names.
var (
	governments = words(`人民政府 政府 管委会`)
	endsJoined  = words(`、 和 及 与 要 共同 牵头 负责 会同`)
)

// joinedEnd is the end of the short name at i that is joined to one before, 0 if none is there.
func joinedEnd(s string, i int) int {
	n := 0
	for j := i; j < len(s) && n < maxActor; n++ {
		if end := anchorEnd(s, j); end > 0 {
			end += len(governments.opening(s[end:])) // 各区 of 各区政府
			if !classOpeners.opens(s[j:]) || isDuty(s[end:]) || joiners.opens(s[end:]) {
				return end
			}
			j = end // 各市 of 各市林业局
			continue
		}
		r, size := utf8.DecodeRuneInString(s[j:])
		if n > 1 && endsJoined.opens(s[j:]) {
			return j
		}
		if !isHan(r) {
			return 0
		}
		j += size
	}
	return 0
}

// pushes open clauses that say who is made to act.
var pushes = words(`推动各 督促各 要求各 组织各 授权 指导督促各 推动有关部门 督促有关部门`)

// pushed reports whether the clause up to the name that ends at i says that it is made to act:
// 推动各责任单位…, 授权…, 督促….
func (r *actorReader) pushed(i int) bool {
	s := r.text.S
	next, _ := utf8.DecodeRuneInString(s[i:])
	if !isHan(next) || next == '的' || next == '和' || next == '等' {
		return false
	}
	return pushes.opens(s[clauseStart(s, i-1):i])
}

// roleReach is more bytes than there may be from a name to the end of its role (12 characters).
const roleReach = 14 * utf8.UTFMax

// usesRole reports whether the name that ends at i stands in 发挥X…作用 or 压实X…责任.
func (r *actorReader) usesRole(i int) bool {
	s := r.text.S
	if near := s[i:min(len(s), i+roleReach)]; !contains(near, "作用") && !contains(near, "责任") {
		return false
	}
	clause := s[clauseStart(s, i-1):i]
	role, between := "", "、"
	switch {
	case contains(clause, "发挥"):
		role = "作用"
	case containsAny(clause, []string{"压实", "落实", "夯实", "强化"}):
		role, between = "责任", "、的"
	default:
		return false
	}
	rest, _, _ := strings.Cut(s[i:sentenceEnd(s, i)], ",")
	j := strings.Index(rest, role)
	return j >= 0 && utf8.RuneCountInString(rest[:j]) <= 12 && !strings.ContainsAny(rest[:j], between)
}

// opensClass reports whether a name begins like that of a class of units.
func opensClass(name string) bool {
	return opensWith(name, "各", "有关", "相关", "地方", "地级", "县级", "乡镇", "行业", "标准化", "牵头",
		"责任", "成员", "主管", "行政", "政府", "联席会议", "领导小组", "财政", "国资")
}
