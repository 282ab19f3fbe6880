package loader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// textOf makes the Text of one piece of a source.
func textOf(t *testing.T, s string) (*Source, Text) {
	t.Helper()
	src := sourceOf(t, s)
	var parts []Text
	for _, l := range clean(src) {
		parts = append(parts, l.Text)
	}
	return src, tight(join(parts))
}

// listed gives the units of a text: name, then * for LEAD, ~ for SUPPORT, # for a class; and at
// the end … for an open list.
func listed(t *testing.T, s string, leads bool) (units []string, quote string) {
	t.Helper()
	src, body := textOf(t, s)
	b := Block{Body: body, lists: findUnitLists(body)}
	task := unitsOf(src, &b, leads)
	for _, u := range task.Units {
		name := u.Name + map[string]string{roleLead: "*", roleSupport: "~", roleResponsible: ""}[u.Role]
		if u.Collective {
			name += "#"
		}
		units = append(units, name)
	}
	if task.OpenEnded {
		units = append(units, "…")
	}
	return units, deref(task.UnitsQuote)
}

// unitsOf is a task that has the units of a block.
func unitsOf(src *Source, b *Block, leads bool) (t Task) {
	r := unitReader{src: src, firstLeads: leads, seen: map[string]seenUnit{}}
	r.read(&t, b)
	return t
}

func TestUnits(t *testing.T) {
	tests := []struct {
		name, text string
		leads      bool
		want       []string
		quote      string
	}{
		{name: "label", text: "建设示范茶园。（责任单位：市农业局、市质监局）",
			want: []string{"市农业局", "市质监局"}, quote: "（责任单位：市农业局、市质监局）"},
		{name: "label and open end", text: "建设示范茶园。(责任单位:市农业局、市质监局等)",
			want: []string{"市农业局", "市质监局", "…"}, quote: "(责任单位:市农业局、市质监局等)"},
		{name: "bare list with a class", text: "建设示范茶园。(市农业农村局、市市场监管局,各县(市、区)人民政府)",
			want: []string{"市农业农村局", "市市场监管局", "各县(市、区)人民政府#"}, quote: "(市农业农村局、市市场监管局,各县(市、区)人民政府)"},
		{name: "names that end in unusual ways", text: "建设示范茶园。（市政府研究室、市科创办、人行某市中支、县林场、市城投）",
			want:  []string{"市政府研究室", "市科创办", "人行某市中支", "县林场", "市城投"},
			quote: "（市政府研究室、市科创办、人行某市中支、县林场、市城投）"},
		{name: "lines of work in short", text: "建设示范茶园。（市市场监管局牵头，市发改、经信、农业农村等部门配合）",
			want:  []string{"市市场监管局*", "市发改~", "经信~", "农业农村~", "…"},
			quote: "（市市场监管局牵头，市发改、经信、农业农村等部门配合）"},
		{name: "lines of work with one that leads", text: "建设示范茶园。（市市场监管局会同市财政、科技等有关部门负责）",
			want:  []string{"市市场监管局", "市财政", "科技", "…"},
			quote: "（市市场监管局会同市财政、科技等有关部门负责）"},
		{name: "lines of work are no units by themselves", text: "推动标准应用。（市场监管、教育、旅游）"},
		{name: "a class behind an open list", text: "建设示范茶园。（市农业局、市水利局等和各县人民政府负责）",
			want:  []string{"市农业局", "市水利局", "各县人民政府#", "…"},
			quote: "（市农业局、市水利局等和各县人民政府负责）"},
		{name: "leading and supporting by label", text: "建设示范茶园。〔牵头单位：市农业农村局；配合单位：市水利局、市林业局〕",
			want: []string{"市农业农村局*", "市水利局~", "市林业局~"}, quote: "〔牵头单位：市农业农村局；配合单位：市水利局、市林业局〕"},
		{name: "comma before the second label", text: "建设示范茶园。(牵头单位:市农业农村局,责任单位:市水利局,各区人民政府(管委会))",
			want:  []string{"市农业农村局*", "市水利局", "各区人民政府(管委会)#"},
			quote: "(牵头单位:市农业农村局,责任单位:市水利局,各区人民政府(管委会))"},
		{name: "leading and supporting by verb", text: "建设示范茶园。（市农业农村局牵头，市水利局、市林业局配合）",
			want: []string{"市农业农村局*", "市水利局~", "市林业局~"}, quote: "（市农业农村局牵头，市水利局、市林业局配合）"},
		{name: "by division of labour", text: "建设示范茶园。（省农业农村厅牵头，省水利厅、林业局等按职责分工负责，各市人民政府配合）",
			want:  []string{"省农业农村厅*", "省水利厅", "林业局", "各市人民政府~#", "…"},
			quote: "（省农业农村厅牵头，省水利厅、林业局等按职责分工负责，各市人民政府配合）"},
		{name: "prefix elided", text: "建设示范茶园。（省农业农村厅、水利厅、财政厅按职责分工负责）",
			want: []string{"省农业农村厅", "水利厅", "财政厅"}, quote: "（省农业农村厅、水利厅、财政厅按职责分工负责）"},
		{name: "departments and places", text: "建设示范茶园。（农业农村部、水利部等部门和有关地方人民政府按职责分工负责）",
			want: []string{"农业农村部", "水利部", "有关地方人民政府#", "…"}, quote: "（农业农村部、水利部等部门和有关地方人民政府按职责分工负责）"},
		{name: "together with", text: "建设示范茶园。（由市农业农村局会同市水利局负责）",
			want: []string{"市农业农村局", "市水利局"}, quote: "（由市农业农村局会同市水利局负责）"},
		{name: "a name that holds 和", text: "建设示范茶园。（责任单位：市自然资源和规划局、市文化和旅游局和市财政局）",
			want: []string{"市自然资源和规划局", "市文化和旅游局", "市财政局"}, quote: "（责任单位：市自然资源和规划局、市文化和旅游局和市财政局）"},
		{name: "a class divided by a comma of its own", text: "建设示范茶园。（责任单位：市农业农村局，各区、县（市）人民政府）",
			want: []string{"市农业农村局", "各区、县（市）人民政府#"}, quote: "（责任单位：市农业农村局，各区、县（市）人民政府）"},
		{name: "leagues and cities", text: "建设示范茶园。（自治区农牧厅，各盟行政公署、市人民政府）",
			want: []string{"自治区农牧厅", "各盟行政公署、市人民政府#"}, quote: "（自治区农牧厅，各盟行政公署、市人民政府）"},
		{name: "verbs behind a plain label", text: "建设示范茶园。\n责任单位：市农业农村局牵头；市水利局、市林业局，各县人民政府配合",
			want:  []string{"市农业农村局*", "市水利局~", "市林业局~", "各县人民政府~#"},
			quote: "责任单位：市农业农村局牵头；市水利局、市林业局，各县人民政府配合"},
		{name: "one unit with its label behind the text", text: "制定民宿标准。推广标准。责任单位：市文化和旅游局",
			want: []string{"市文化和旅游局"}, quote: "责任单位：市文化和旅游局"},
		{name: "zones without a name", text: "建设示范茶园。（市农业局，各县（市）区政府、开发区管委会）",
			want:  []string{"市农业局", "各县（市）区政府#", "开发区管委会#"},
			quote: "（市农业局，各县（市）区政府、开发区管委会）"},
		{name: "closing bracket lost", text: "建设示范茶园。(市农业农村局、市水利局,各县级市〈区〉政府〈管委会〉",
			want: []string{"市农业农村局", "市水利局", "各县级市〈区〉政府〈管委会〉#"}, quote: "(市农业农村局、市水利局,各县级市〈区〉政府〈管委会〉"},
		{name: "both brackets lost", text: "建设示范茶园,提升茶叶品质。市农业农村局、市水利局,各县(市)人民政府",
			want: []string{"市农业农村局", "市水利局", "各县(市)人民政府#"}, quote: "市农业农村局、市水利局,各县(市)人民政府"},
		{name: "roles on lines of their own", text: "建设示范茶园。\n\n牵头单位:地区农业农村局\n\n配合单位:地区水利局,地区财政局",
			want: []string{"地区农业农村局*", "地区水利局~", "地区财政局~"}, quote: "牵头单位:地区农业农村局\n\n配合单位:地区水利局,地区财政局"},
		{name: "lists after single sentences", text: "建设茶园。（责任单位：市农业农村局）改造厂房。（责任单位：市工信局，配合单位：市农业农村局）",
			want: []string{"市农业农村局", "市工信局"}, quote: "（责任单位：市工信局，配合单位：市农业农村局）"},
		{name: "strongest role wins", text: "建设茶园。（市财政局配合）改造厂房。（市工信局牵头，市财政局负责）",
			want: []string{"市财政局", "市工信局*"}, quote: "（市工信局牵头，市财政局负责）"},
		{name: "carry-over clause", text: "建设茶园。〔责任单位：市农业农村局，各镇人民政府，以下均需各镇人民政府落实，不再列出〕",
			want: []string{"市农业农村局", "各镇人民政府#"}, quote: "〔责任单位：市农业农村局，各镇人民政府，以下均需各镇人民政府落实，不再列出〕"},
		{name: "gloss of a class", text: "建设茶园。(责任单位:市农业农村局,各区人民政府〈含开发区管委会,下同〉)",
			want: []string{"市农业农村局", "各区人民政府#"}, quote: "(责任单位:市农业农村局,各区人民政府〈含开发区管委会,下同〉)"},
		{name: "first leads", leads: true, text: "建设茶园。（农业农村部、水利部等负责）",
			want: []string{"农业农村部*", "水利部", "…"}, quote: "（农业农村部、水利部等负责）"},
		{name: "role behind a name", text: "建设茶园。（责任单位：市农业农村局（牵头）、市水利局、市财政局（配合单位））",
			want:  []string{"市农业农村局*", "市水利局", "市财政局~"},
			quote: "（责任单位：市农业农村局（牵头）、市水利局、市财政局（配合单位））"},
		{name: "deadline beside the units", text: "建设茶园。（责任单位：市农业农村局；完成时限：2025年12月底前）",
			want: []string{"市农业农村局"}, quote: "（责任单位：市农业农村局；完成时限：2025年12月底前）"},
		{name: "two roles on one line", text: "建设茶园。\n牵头单位：市农业农村局　配合单位：市水利局",
			want: []string{"市农业农村局*", "市水利局~"}, quote: "牵头单位：市农业农村局　配合单位：市水利局"},
		{name: "blanks between names", text: "建设茶园。（责任单位：市农业农村局　市水利局　市财政局）",
			want: []string{"市农业农村局", "市水利局", "市财政局"}, quote: "（责任单位：市农业农村局　市水利局　市财政局）"},
		{name: "label above its line", text: "建设茶园。\n责任单位：\n市农业农村局、市水利局",
			want: []string{"市农业农村局", "市水利局"}, quote: "责任单位：\n市农业农村局、市水利局"},
		{name: "bracket as a paragraph", text: "建设茶园。\n（责任单位：市农业农村局）",
			want: []string{"市农业农村局"}, quote: "（责任单位：市农业农村局）"},
		{name: "several divisions in one class", text: "建设茶园。（市农业农村局，各县、市、区政府）",
			want: []string{"市农业农村局", "各县、市、区政府#"}, quote: "（市农业农村局，各县、市、区政府）"},
		{name: "class of two kinds behind 和", text: "建设茶园。（市农业农村局和有关盟市、旗县〔市、区〕人民政府负责）",
			want: []string{"市农业农村局", "有关盟市、旗县〔市、区〕人民政府#"}, quote: "（市农业农村局和有关盟市、旗县〔市、区〕人民政府负责）"},
		{name: "places that support", text: "建设茶园。（农业农村部、水利部负责，各有关地方配合）",
			want: []string{"农业农村部", "水利部", "各有关地方~#"}, quote: "（农业农村部、水利部负责，各有关地方配合）"},
		{name: "label within the last sentence", text: "建设茶园3个，责任单位：市农业农村局、各县（市、区）人民政府。",
			want: []string{"市农业农村局", "各县（市、区）人民政府#"}, quote: "责任单位：市农业农村局、各县（市、区）人民政府"},
		{name: "one unit behind a label", text: "建设茶园3个。责任单位：市农业农村局。",
			want: []string{"市农业农村局"}, quote: "责任单位：市农业农村局"},
		{name: "verbs parted by an enumeration comma", text: "建设茶园。（市农业农村局牵头、市水利局参与）",
			want: []string{"市农业农村局*", "市水利局~"}, quote: "（市农业农村局牵头、市水利局参与）"},
		{name: "host and helper", text: "建设茶园。（市农业农村局主办，市水利局协办）",
			want: []string{"市农业农村局*", "市水利局~"}, quote: "（市农业农村局主办，市水利局协办）"},
		{name: "said to be leading", text: "建设茶园。（市农业农村局为牵头单位，市水利局、市财政局为配合单位）",
			want: []string{"市农业农村局*", "市水利局~", "市财政局~"}, quote: "（市农业农村局为牵头单位，市水利局、市财政局为配合单位）"},
		{name: "others of the kind are no unit", text: "建设茶园。（责任单位：市农业农村局等市直有关部门和单位，各县人民政府）",
			want:  []string{"市农业农村局", "各县人民政府#", "…"},
			quote: "（责任单位：市农业农村局等市直有关部门和单位，各县人民政府）"},
		{name: "others and a class", text: "建设茶园。（农业农村部、水利部等有关部门和各省级人民政府负责）",
			want: []string{"农业农村部", "水利部", "各省级人民政府#", "…"}, quote: "（农业农村部、水利部等有关部门和各省级人民政府负责）"},
		{name: "others left unnamed and a class", text: "建设茶园。（农业农村部、共青团中央等和各有关省级人民政府负责）",
			want:  []string{"农业农村部", "共青团中央", "各有关省级人民政府#", "…"},
			quote: "（农业农村部、共青团中央等和各有关省级人民政府负责）"},
		{name: "label without colon", text: "建设茶园。（责任单位 市农业农村局、市水利局）",
			want: []string{"市农业农村局", "市水利局"}, quote: "（责任单位 市农业农村局、市水利局）"},
		{name: "label in a frame", text: "建设茶园。\n【牵头单位】市农业农村局、市水利局",
			want: []string{"市农业农村局*", "市水利局*"}, quote: "【牵头单位】市农业农村局、市水利局"},
		{name: "label in a heading's bracket", text: "建设茶园（责任单位：市农业农村局）；",
			want: []string{"市农业农村局"}, quote: "（责任单位：市农业农村局）"},
		{name: "bracket over lines", text: "建设茶园。\n（牵头单位：市农业农村局\n责任单位：市水利局、\n各区、县（市）政府）",
			want:  []string{"市农业农村局*", "市水利局", "各区、县（市）政府#"},
			quote: "（牵头单位：市农业农村局\n责任单位：市水利局、\n各区、县（市）政府）"},
		{name: "units on lines of their own", text: "建设茶园。\n责任单位：\n市农业农村局\n市水利局\n验收茶园。",
			want: []string{"市农业农村局", "市水利局"}, quote: "责任单位：\n市农业农村局\n市水利局"},
		{name: "roles as sentences", text: "建设茶园。\n牵头单位：市农业农村局。责任单位：市水利局、各县人民政府。",
			want:  []string{"市农业农村局*", "市水利局", "各县人民政府#"},
			quote: "牵头单位：市农业农村局。责任单位：市水利局、各县人民政府。"},
		{name: "labels behind several sentences", text: "建设茶园，责任单位：市农业农村局。修建水渠，责任单位：市水利局。",
			want: []string{"市农业农村局", "市水利局"}, quote: "责任单位：市水利局"},
		{name: "only the opening bracket lost", text: "建设茶园。责任单位：市农业农村局、市水利局）",
			want: []string{"市农业农村局", "市水利局"}, quote: "责任单位：市农业农村局、市水利局"},
		{name: "slashes and 以及", text: "建设茶园。（市农业农村局/市水利局以及市财政局）",
			want: []string{"市农业农村局", "市水利局", "市财政局"}, quote: "（市农业农村局/市水利局以及市财政局）"},
		{name: "provinces and the like", text: "建设茶园。（农业农村部，各省、自治区、直辖市人民政府负责）",
			want: []string{"农业农村部", "各省、自治区、直辖市人民政府#"}, quote: "（农业农村部，各省、自治区、直辖市人民政府负责）"},
		{name: "brackets behind clauses", text: "建设茶园（市农业农村局牵头），修建水渠（市水利局）；改造厂房（市工信局、市财政局）。",
			want: []string{"市农业农村局*", "市水利局", "市工信局", "市财政局"}, quote: "（市工信局、市财政局）"},
		{name: "a sentence of units and verbs", text: "建设茶园。由市农业农村局牵头，市水利局、市财政局配合。",
			want: []string{"市农业农村局*", "市水利局~", "市财政局~"}, quote: "由市农业农村局牵头，市水利局、市财政局配合"},
		{name: "a label behind an enumeration comma", text: "建设茶园。（牵头单位：市农业农村局、配合单位：市水利局、市财政局）",
			want: []string{"市农业农村局*", "市水利局~", "市财政局~"}, quote: "（牵头单位：市农业农村局、配合单位：市水利局、市财政局）"},
		{name: "two classes joined", text: "建设茶园。（市农业农村局牵头，市级各有关部门及各县市区政府负责）",
			want:  []string{"市农业农村局*", "市级各有关部门#", "各县市区政府#"},
			quote: "（市农业农村局牵头，市级各有关部门及各县市区政府负责）"},
		{name: "a name with quotes", text: "建设茶园。（市“放管服”改革办、市农业农村局）",
			want: []string{"市“放管服”改革办", "市农业农村局"}, quote: "（市“放管服”改革办、市农业农村局）"},
		{name: "party committees and governments", text: "建设茶园。（市农业农村局，各县（市、区）党委、政府）",
			want: []string{"市农业农村局", "各县（市、区）党委、政府#"}, quote: "（市农业农村局，各县（市、区）党委、政府）"},
		{name: "prefectures, offices and zones", text: "建设茶园。（自治区农牧厅，各地、州、市人民政府（行政公署），开发区（园区）管委会）",
			want:  []string{"自治区农牧厅", "各地、州、市人民政府（行政公署）#", "开发区（园区）管委会#"},
			quote: "（自治区农牧厅，各地、州、市人民政府（行政公署），开发区（园区）管委会）"},
		{name: "this work, mainly by", text: "建设茶园。（此项工作由市农业农村局牵头，以市财政局为主，市水利局给予支持）",
			want:  []string{"市农业农村局*", "市财政局", "市水利局~"},
			quote: "（此项工作由市农业农村局牵头，以市财政局为主，市水利局给予支持）"},
		{name: "a label and verbs parted by enumeration commas", text: "建设茶园。（责任单位：市农业农村局牵头、市水利局、市财政局配合）",
			want:  []string{"市农业农村局*", "市水利局~", "市财政局~"},
			quote: "（责任单位：市农业农村局牵头、市水利局、市财政局配合）"},
		{name: "a phrase in quotes with a comma of its own", text: "建设茶园。（市农业农村局等“茶叶、蚕桑”联席会议成员单位）",
			want: []string{"市农业农村局", "…"}, quote: "（市农业农村局等“茶叶、蚕桑”联席会议成员单位）"},
		{name: "a note behind a blank", text: "建设茶园。（责任单位：市农业农村局 责任人：某某）",
			want: []string{"市农业农村局"}, quote: "（责任单位：市农业农村局 责任人：某某）"},
		{name: "a class behind another", text: "建设茶园。（市农业农村局，各县(市)政府及有关街道办事处）",
			want: []string{"市农业农村局", "各县(市)政府#", "有关街道办事处#"}, quote: "（市农业农村局，各县(市)政府及有关街道办事处）"},
		{name: "no list: who does what", text: "建设茶园。市农业农村局负责茶园的验收。"},
		{name: "blanks for all marks", text: "建设茶园。（责任单位：市农业农村局 水利局 财政局 自然资源和规划局 工业和信息化局 交通运输局 各县（市、区）政府）",
			want:  []string{"市农业农村局", "水利局", "财政局", "自然资源和规划局", "工业和信息化局", "交通运输局", "各县（市、区）政府#"},
			quote: "（责任单位：市农业农村局 水利局 财政局 自然资源和规划局 工业和信息化局 交通运输局 各县（市、区）政府）"},
		{name: "a blank within a name", text: "建设茶园。（责任单位：市农业农村局、市发展和 改革局、某银行 某市分行）",
			want: []string{"市农业农村局", "市发展和改革局", "某银行某市分行"}, quote: "（责任单位：市农业农村局、市发展和 改革局、某银行 某市分行）"},
		{name: "a page ends within a name", text: "建设茶园。（市农业农村局牵头，市工业和信\n\n息化局、市水利局配合）",
			want: []string{"市农业农村局*", "市工业和信息化局~", "市水利局~"}, quote: "（市农业农村局牵头，市工业和信\n\n息化局、市水利局配合）"},
		{name: "a note under a label of its own", text: "建设茶园。（责任单位：市农业农村局，适用范围：全部茶区；推进时间：2025年全年）",
			want: []string{"市农业农村局"}, quote: "（责任单位：市农业农村局，适用范围：全部茶区；推进时间：2025年全年）"},
		{name: "labels behind a name and behind many units",
			text:  "建设茶园。（责任领导：某某 牵头单位：市农业农村局、市工业和信息化局、市自然资源和规划局、市生态环境局、市水利局 配合单位：市财政局）",
			want:  []string{"市农业农村局*", "市工业和信息化局*", "市自然资源和规划局*", "市生态环境局*", "市水利局*", "市财政局~"},
			quote: "（责任领导：某某 牵头单位：市农业农村局、市工业和信息化局、市自然资源和规划局、市生态环境局、市水利局 配合单位：市财政局）"},
		{name: "a place for example", text: "建设茶园。（责任单位：市农业农村局、东山区等相关区政府）",
			want: []string{"市农业农村局", "东山区等相关区政府#"}, quote: "（责任单位：市农业农村局、东山区等相关区政府）"},
		{name: "a gloss within a class", text: "建设茶园。（市农业农村局、各区（含功能区）政府、县（市、区）人民政府、省直管县政府）",
			want:  []string{"市农业农村局", "各区（含功能区）政府#", "县（市、区）人民政府#", "省直管县政府#"},
			quote: "（市农业农村局、各区（含功能区）政府、县（市、区）人民政府、省直管县政府）"},
		{name: "how they do their duty", text: "建设茶园。（市农业农村局牵头，会同市水利局负责，市财政局密切配合，各县政府具体落实）",
			want:  []string{"市农业农村局*", "市水利局", "市财政局~", "各县政府#"},
			quote: "（市农业农村局牵头，会同市水利局负责，市财政局密切配合，各县政府具体落实）"},
		{name: "who leads stands first", leads: true, text: "建设茶园。（市农业农村局、市水利局按职责分工负责，牵头单位列首位，下同）",
			want: []string{"市农业农村局*", "市水利局"}, quote: "（市农业农村局、市水利局按职责分工负责，牵头单位列首位，下同）"},
		{name: "brackets behind the parts of an enumeration", text: "建设茶园（市农业农村局负责）、修建水渠（市水利局负责）。",
			want: []string{"市农业农村局", "市水利局"}, quote: "（市水利局负责）"},
		{name: "a name of no known form among sure ones", text: "建设茶园。（市农业农村局、市水利局、中国茶叶、市财政局按职责分工负责）",
			want:  []string{"市农业农村局", "市水利局", "中国茶叶", "市财政局"},
			quote: "（市农业农村局、市水利局、中国茶叶、市财政局按职责分工负责）"},
		{name: "leads together with others", text: "建设茶园。（市农业农村局牵头会同市水利局、市财政局负责）",
			want: []string{"市农业农村局*", "市水利局", "市财政局"}, quote: "（市农业农村局牵头会同市水利局、市财政局负责）"},
		{name: "a remark in a bracket of its own", text: "建设茶园。（责任单位：市农业农村局、市水利局（列首位的为牵头单位，下同））",
			want: []string{"市农业农村局", "市水利局"}, quote: "（责任单位：市农业农村局、市水利局（列首位的为牵头单位，下同））"},
		{name: "hosts and helpers by label", text: "建设茶园。（主办：市农业农村局；协办：市水利局，各县（市、区）人民政府、管委会）",
			want:  []string{"市农业农村局*", "市水利局~", "各县（市、区）人民政府、管委会~#"},
			quote: "（主办：市农业农村局；协办：市水利局，各县（市、区）人民政府、管委会）"},
		{name: "a list without brackets over lines", text: "建设茶园。\n责任单位：市农业农村局、市工业和信\n息化局、市水利局、\n市财政局。\n验收茶园。",
			want:  []string{"市农业农村局", "市工业和信息化局", "市水利局", "市财政局"},
			quote: "责任单位：市农业农村局、市工业和信\n息化局、市水利局、\n市财政局。"},
		{name: "a label that tells who leads", leads: true, text: "建设茶园。（责任单位（排第一位的为牵头单位，下同）：市农业农村局、市水利局）",
			want: []string{"市农业农村局*", "市水利局"}, quote: "（责任单位（排第一位的为牵头单位，下同）：市农业农村局、市水利局）"},
		{name: "division of labour as a label", text: "建设茶园。（任务分工：市农业农村局负总责，市水利局协助配合；进度安排：2025年完成设计，12月开工）",
			want: []string{"市农业农村局", "市水利局~"}, quote: "（任务分工：市农业农村局负总责，市水利局协助配合；进度安排：2025年完成设计，12月开工）"},
		{name: "a dash before the units", text: "建设茶园。——市农业农村局、市水利局",
			want: []string{"市农业农村局", "市水利局"}, quote: "市农业农村局、市水利局"},
		{name: "joined classes of two levels", text: "建设茶园。（市农业农村局、各区政府及市相关部门，各省辖市和省直管县政府）",
			want:  []string{"市农业农村局", "各区政府#", "市相关部门#", "各省辖市和省直管县政府#"},
			quote: "（市农业农村局、各区政府及市相关部门，各省辖市和省直管县政府）"},
		{name: "no list: by whom", text: "茶园由主管部门验收（园区内由园区管理部门负责）。"},
		{name: "no list: all are told", text: "建设茶园。各县人民政府负责。"},
		{name: "no list: examples behind a clause", text: "支持专业机构（检测中心、认证中心），建设茶园。"},
		{name: "no list: years, codes, glosses", text: "实施规划（2021—2025年），参与技术委员会（ISO/TC 34）工作，支持经营主体（合作社、企业）和政府（管委会）建设茶园（标准园）。"},
		{name: "no list: a unit explained in the sentence", text: "由主管部门（市农业农村局）负责审核。"},
		{name: "no list: what somebody does", text: "征求意见后报批。标委会根据审查意见复核后统一报国防科工局。"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, quote := listed(t, tt.text, tt.leads)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("units (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.quote, quote); diff != "" {
				t.Errorf("quote (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFirstLeads(t *testing.T) {
	tests := map[string]bool{
		"（市农业农村局、市水利局负责，列第一位的为牵头单位）": true, "（排名第一的部门牵头，下同）": true, "牵头单位排在首位，下同。": true,
		"把质量摆在首位，由市农业农村局牵头验收。": false, "（市农业农村局牵头）": false,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			_, body := textOf(t, text)
			if got := firstLeads(body.S); got != want {
				t.Errorf("firstLeads(%q) = %v, want %v", text, got, want)
			}
		})
	}
}

func TestCollective(t *testing.T) {
	tests := map[string]bool{
		"市农业农村局": false, "省发展改革委": false, "国网供电公司": false, "各市人民政府": true, "市各有关部门": true,
		"省直有关部门和单位": true, "相关县人民政府": true, "联席会议成员单位": true, "其他省直部门": true,
		"县（市、区）政府": true, "县级市〈区〉政府": true, "市行政（市民）服务中心": false, "市发展改革委（市粮食局）": false,
		"市乡镇企业局": false, "乡镇人民政府": true,
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			if got := isCollective(name); got != want {
				t.Errorf("isCollective(%q) = %v, want %v", name, got, want)
			}
		})
	}
}
