package loader

import (
	"strings"
	"unicode/utf8"

	"github.com/policygraph/policygraph/loader/gazetteer"
)

// The ends of names that do not begin with 标准 and are told apart.
const (
	committee      = "技术委员会"
	innovationBase = "技术标准创新基地"
)

// internationalOwners have committees without 标准化 in their names: 国际标准化组织道路车辆技术委员会.
var internationalOwners = newWordSet("国际标准化组织", "国际电工委员会")

// usualNames reads the names of the usual form.
func (r *bodyReader) usualNames(p *passage) []bodyName {
	var out []bodyName
	for _, f := range p.found.Of(gazetteer.BodyEnding) {
		at, ending := int(f.Start), r.gaz.BodyEnding(f.ID)
		if ending.Text == committee && !internationalOwners.in(p.S[nameStart(p.S, at):at]) {
			continue
		}
		if b, ok := r.usualName(p.S, at, ending); ok {
			b.shaped = true
			out = append(out, b)
		}
	}
	return out
}

// usualName reads the name whose end e stands at i.
func (r *bodyReader) usualName(s string, i int, e gazetteer.Ending) (bodyName, bool) {
	start := nameStart(s, i)
	b := bodyName{span: span{start, i + len(e.Text)}, level: e.Level}
	own := s[start:i]
	place, field := r.place(own)
	if e.Local && place == "" || !e.Local && !specific(field) && !oneOfTrade(place, field) {
		return b, false
	}
	if e.Level == "" && e.Local && wholePlace(place) && !specific(field) && e.Text != innovationBase {
		return b, false // 国际标准研究中心: what a city wants to be
	}
	after := s[b.end:]
	if opensWith(after, "制度", "机制", "委员", "秘书处建设", "等制度") {
		return b, false
	}
	switch e.Text {
	case innovationBase:
		if own != "国家" && !(place == "国家" && specific(field)) || opensWith(after, "建设",
			"的", "达", "数") && own == "国家" ||
			countedBefore(s[:start]) {
			return b, false
		}
	case "标准联盟", "标准化联盟":
		if generic := containsAny(field, []string{"产业", "企业", "专利", "领域", "团体", "技术"}); generic ||
			!strings.HasSuffix(s[:start], "成立") && !strings.HasSuffix(s[:start], "组建") &&
				!opensWith(own, "全市", "全省") {
			return b, false
		}
		b.start += len(own) - len(field)
	case "标准化委员会":
		b.level = levelCoordination
	}
	b = r.branch(s, b)
	b.name = s[b.start:b.end]
	if b.level == "" {
		b.level = r.level(place, b.name)
	}
	return b, true
}

// wholePlace reports whether a level, other than a region, opens a name.
func wholePlace(place string) bool {
	switch place {
	case "国际", "国家", "全国", "全市", "全省", "全区":
		return true
	}
	return false
}

// branch adds the place or field in brackets that is part of a name: …研究中心(深圳),
// …创新基地(绿色金融).
func (r *bodyReader) branch(s string, b bodyName) bodyName {
	rest := s[b.end:min(len(s), b.end+40)]
	inner, _, ok := strings.Cut(strings.TrimPrefix(rest, "("), ")")
	if !strings.HasPrefix(rest, "(") || !ok || utf8.RuneCountInString(inner) > 6 {
		return b
	}
	_, known := r.gaz.RegionByName(inner, r.region)
	base := strings.HasSuffix(s[:b.end], innovationBase)
	if known || base && !opensWith(inner, "以下", "简称", "含", "培育", "筹") {
		b.end += len(inner) + 2
	}
	return b
}

// countedBefore reports whether a number of such bodies is spoken of.
func countedBefore(s string) bool {
	return opensWith(lastRunes(s, 1), "个", "批", "家", "上", "级", "、", "和")
}

// nameStart is where the name begins whose end stands at i: after a mark, or after the last word
// that cannot be part of a name.
func nameStart(s string, i int) int {
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if endsNames(r) || i-start > 40*3 {
			break
		}
		start -= n
	}
	name := s[start:i]
	for _, w := range bodyBreaks.standing(name) {
		if j := lastIndex(name, w); j >= 0 && !(w == "及其" && inField(name[:j])) {
			start += j + len(w)
			name = s[start:i]
		}
	}
	for _, w := range []string{"和", "与", "及"} {
		for _, place := range []string{"全国", "国家", "中国"} {
			if j := lastIndex(name, w+place); j >= 0 {
				start += j + len(w)
				name = s[start:i]
			}
		}
	}
	first := len(name)
	for _, w := range []string{"全国", "国家", "中国", "国务院"} {
		if j := index(name, w); j >= 0 {
			first = min(first, j)
		}
	}
	if first < len(name) {
		start += first
		name = s[start:i]
	}
	for _, w := range []string{"和", "与", "及"} {
		j := lastIndex(name, w)
		if j < 0 || opensWith(name, "全国", "国家", "中国", "国际") ||
			strings.HasPrefix(name[j:], "和社区") ||
			j+len(w) == len(name) && closesWith(name[:j], "质量", "计量", "信息") {
			continue
		}
		start += j + len(w)
		name = s[start:i]
	}
	return start
}

// inField reports whether the name of a national body has begun in before and is still naming its
// field: 全国皮革 of 全国皮革及其制品标准化技术委员会.
func inField(before string) bool {
	return containsAny(before, []string{"全国", "国家"}) &&
		!containsAny(before, []string{"委员会", "组织", "机构", "标准"})
}

// endsNames reports whether r is a mark that bodies' names do not have inside.
func endsNames(r rune) bool {
	switch r {
	case ',', '。', ';', ':', '、', '(', ')', '《', '》', '“', '”', '〔', '〕', '〈', '〉', '/', '·',
		'\n', ' ':
		return true
	}
	return false
}

// bodyBreaks never stand inside a body's name but often before one.
var bodyBreaks = words(`承接 发挥 成立 组建 强化 争取 推动 依托 支持 建立 承担 落户 设立 筹建 申报 申请 参与 加强 作用 加快 推进 获批
	引进 成为 会同 通过 委托 的 在 由 对 向 为 以 是 等 充分 鼓励 联合 指导 建设 完善 健全 经 并 将 参加 争创 加入 担任 吸引 打造
	提升 培育 形成 积极 依靠 结合 协调 提请 报 所在 及其 以及 至 提高 规范 组织开展 新建 新增 发起 召开 建成 创建 我国 推荐 制定 修订 出台 我省 我市 我县
		我区 重点 根据 按照 依据 遵照 参照 围绕 借鉴 对照 对接 落实 利用`)

// place splits a name's own words into the place or level they open with and the field.
func (r *bodyReader) place(own string) (place, field string) {
	for _, w := range []string{"国务院", "全国", "国家", "中国", "国际", "全省", "全市", "全区", "省政府", "市政府", "首都",
		"中德", "中法", "中英", "中日",
		"中俄", "中欧", "中美", "自治区", "省", "市", "县", "区", "州"} {
		if strings.HasPrefix(own, w) {
			return w, own[len(w):]
		}
	}
	for n := 2; n <= 12; n++ {
		head := firstRunes(own, n)
		if head == "" {
			break
		}
		if _, ok := r.gaz.RegionByName(head, r.region); ok {
			rest := own[len(head):]
			for _, w := range []string{"市", "省", "区", "县"} {
				rest = strings.TrimPrefix(rest, w)
			}
			return head, rest
		}
	}
	return "", own
}

// firstRunes is the first n characters of s, "" if it has fewer.
func firstRunes(s string, n int) string {
	i := 0
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 {
			return ""
		}
		i += size
	}
	return s[:i]
}

// specific reports whether a field names one body rather than a kind of them.
func specific(field string) bool {
	rest := field
	for _, w := range kindsOfBodies.list {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return utf8.RuneCountInString(rest) >= 2 && !strings.ContainsAny(rest, "0123456789")
}

// oneOfTrade reports whether a single character names the trade of a national body: 全国钢…,
// 全国沙产业….
func oneOfTrade(place, field string) bool {
	trade := strings.TrimSuffix(field, "产业")
	return place == "全国" && utf8.RuneCountInString(trade) == 1 && !strings.Contains("各性本个类", trade)
}

// kindsOfBodies say of what kind bodies are, and not which one is meant.
var kindsOfBodies = words(`ISO IEC 专业 国家级 省级 市级 县级 有关 相关 各类 各级 各 重点领域 主要领域 国内外 国内 国外 行业 地方 企业 若干 其他
		一批 多个 全国 国际 国家 省 市 级 技术 标准化 领域 优势 特色 新兴 本 该 个 更多 组织 工作 类 及 和 与 或 新 家 产业 重点
		区域 团体 区县 军民 军工 负责 管理 下设 相应 对口 归口 中国 参加 我省 我市 全省 全市`)

// level is the level of a body whose kind does not settle it.
func (r *bodyReader) level(place, name string) string {
	switch {
	case contains(name, "国际标准化技术委员会") || place == "国际" || strings.HasPrefix(name, "国际"):
		return levelInternational
	case place == "全国" || place == "国家" || place == "中国" || place == "国务院":
		return levelNational
	case strings.HasPrefix(place, "省") || place == "全省" || place == "自治区":
		return levelProvincial
	case place == "市" || place == "全市" || place == "区" || place == "县" || place == "州" ||
		place == "市政府":
		return levelMunicipal
	}
	code := r.region
	if region, ok := r.gaz.RegionByName(place, r.region); ok && place != "" {
		code = region.Code
	}
	switch {
	case code == "" || code == gazetteer.National:
		return levelNational
	case strings.HasSuffix(code, "0000"):
		return levelProvincial
	}
	return levelMunicipal
}
