package loader

import "strings"

// rateNouns close the names of what rates measure.
var rateNouns = words(`率 比例 占比 比重 强度 增速 增幅 贡献度 程度 份额`)

// doneWords say that things come to a state.
var doneWords = words(`达到 实现 建成 完成 通过 纳入 具备 开展 建立 达标 就地 得到 享受 配备 接入 拥有 覆盖 形成 获得 参与
	采用 取得 用上 设立 制定 公开 转化 执行`)

// statesReached are states directly behind the share of things that come to them: 100%达标.
var statesReached = words(`达标 覆盖 全覆盖 完成 纳入 公开 建成 持证 到位 合格 办结 整改 实现 开展 落实`)

// wholePlaces before a share say of what it is one.
var wholePlaces = words(`全国 全省 全市 全县 全区 全州 全盟 全镇`)

// shareDone reports whether a rate says of how many things something shall become true:
// 60%的乡镇建成…, 建成区三成以上的道路达到…, 茶厂100%达标.
func (c *candidate) shareDone() bool {
	if c.leveled || c.change != "" || rateNouns.closes(c.stem) {
		return false
	}
	things, ok := strings.CutPrefix(strings.TrimLeft(c.rest, " "), "的")
	if !ok && !(c.nounFollows() && wholePlaces.has(strings.TrimSpace(c.stem))) {
		return statesReached.opens(things)
	}
	i, word := doneWords.next(things, 0)
	return i > 0 && i+len(word) < len(things)
}

// sizes reports whether the figure is a size of what follows it, or of what follows the next one:
// 收入超过80亿元、30亿元的企业, 5个超90亿元产业集群.
func (c *candidate) sizes() bool {
	if c.kind == countUnit || c.kind == rankUnit {
		return false
	}
	if n := c.next; n != nil && n.kind == countUnit && c.kind == physicalUnit && c.tail != "" &&
		strings.Trim(c.rest, " ") != "" && !strings.ContainsAny(c.rest, "、和及与并,(") && !n.nounFollows() {
		return true // 建设200亩以上茶园3个
	}
	if n := c.next; n != nil && n.kind == countUnit && c.tail != "" && strings.TrimSpace(c.rest) == "" {
		return c.kind == moneyUnit || c.kind == physicalUnit // 5000万元以上2家
	}
	if c.next != nil && c.next.kind == countUnit && c.kind == moneyUnit && c.making &&
		qualifiesToo(c.rest) {
		return true
	}
	if n := c.next; n != nil && n.unit == c.unit && bareJoint(c.rest) {
		return strings.HasPrefix(n.rest, "的") && !opensWith(n.rest, "的目标", "的水平") || n.sizes()
	}
	counted := c.listed != nil && c.listed.kind == countUnit
	return c.kind == moneyUnit && counted && c.nounFollows() &&
		strings.TrimSpace(c.stem) == ""
}

// qualifiesToo reports whether what stands behind a size goes on with a second quality of the things
// that are counted: 培育年产值超9亿元、具有自主品牌的茶企3家.
func qualifiesToo(rest string) bool {
	rest, joint := joints.cutOpening(strings.TrimLeft(rest, " "))
	if joint == "" || !contains(rest, "的") {
		return false
	}
	_, verb := makingVerbs.cutOpening(rest)
	return verb == "" || verb == "具备" || verb == "拥有"
}

// yield reports whether a sum is what an area or a worker shall yield: 亩均税收达到30万元. Other
// sums for each of some things are rates of payment.
func (c *candidate) yield() bool {
	if c.leveled && contains(c.stem, "生产率") {
		return true
	}
	return c.leveled && containsAny(c.stem, []string{"亩均", "每亩", "地均"}) &&
		containsAny(c.stem, []string{"税收", "产值", "产出", "增加值", "收益", "效益", "收入", "投资强度"})
}

// restOver is the clause after a figure, with the sizes in it: 超90亿元产业集群.
func (c *candidate) restOver() string {
	rest := c.rest
	for n := c.next; n != nil && n.kind == moneyUnit && n.listed == c && n.sizes(); n = n.next {
		rest += n.of(c.text) + n.rest
	}
	return rest
}
