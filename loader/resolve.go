package loader

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// work is the identity of a document that a text is, or cites: the ids follow from its number,
// or from its region and title, so that every text that names it means one node.
type work struct {
	id      graph.ID
	number  string
	title   string
	region  string
	aliases []graph.Alias // ids under which the same document may be cited
}

// ownWork identifies the document that a text states. One without a title gets one made of what is
// known of it; a text that does not say who issued it, or when, is only equal to itself.
func ownWork(gaz *gazetteer.Gazetteer, src *Source, head *Head) (w work, inferred bool) {
	w = work{number: normalNumber(deref(head.Number)), title: deref(head.Title)}
	w.region = ownRegion(gaz, src, head)
	if w.title == "" {
		w.title, inferred = inferTitle(gaz, src, head, w.region), true
	}
	switch {
	case w.number != "":
		w.id = graph.DocumentIDByNumber(w.number)
	case inferred && (len(head.Issuers) == 0 || head.Issued == nil):
		w.id = graph.DocumentIDByTitle(w.region, titleKey(w.title)+" "+src.SHA256)
	default:
		w.id = graph.DocumentIDByTitle(w.region, titleKey(w.title))
	}
	names := []string{deref(head.NoticeTitle)}
	if !inferred {
		names = append(names, w.title)
	}
	for _, name := range names {
		if name != "" {
			w.alias(w.region, name)
			w.alias(titleRegion(gaz, name, w.region), name) // as others cite it
		}
	}
	return w, inferred
}

// titleRegion is the region of a cited document by its title: that of the issuer that the title
// begins with (江苏省人民政府关于…), else the first that it names (中国制造2025江苏行动纲要), else the
// country.
func titleRegion(gaz *gazetteer.Gazetteer, title, near string) string {
	if code := gaz.IssuerRegion(title, near); code != "" {
		return code
	}
	if found := gaz.FindRegions(title, near); len(found) > 0 {
		return found[0].Region.Code
	}
	return gazetteer.National
}

// citedWork identifies a document by the way in which a text of the region near cites it. Its
// region follows from its number, where that is certain, or else from its title.
func citedWork(gaz *gazetteer.Gazetteer, ref *Reference, near string) work {
	w := work{number: normalNumber(deref(ref.Number)), title: deref(ref.Title)}
	w.region = titleRegion(gaz, w.title, near)
	if codes := gaz.NumberRegions(w.number); len(codes) == 1 && gaz.IssuerRegion(w.title, near) == "" {
		w.region = codes[0]
	}
	if w.number == "" {
		w.id = graph.DocumentIDByTitle(w.region, titleKey(w.title))
	} else {
		w.id = graph.DocumentIDByNumber(w.number)
	}
	if w.title == "" {
		w.title = w.number
		return w
	}
	w.alias(w.region, w.title)
	w.alias(titleRegion(gaz, w.title, near), w.title)
	if inner := innerTitle(w.title); inner != "" {
		w.alias(titleRegion(gaz, inner, near), inner)
	}
	return w
}

// alias adds the id made of a region and a title, unless it is the work's own.
func (w *work) alias(region, title string) {
	from := graph.DocumentIDByTitle(region, titleKey(title))
	if from != w.id {
		w.aliases = append(w.aliases, graph.Alias{From: from, To: w.id})
	}
}

// ownRegion is the region that a document belongs to: as its head says, or that of its issuer or
// number, or else the one that its text names most often.
func ownRegion(gaz *gazetteer.Gazetteer, src *Source, head *Head) string {
	if code := deref(head.Region); code != "" {
		return code
	}
	for _, issuer := range head.Issuers {
		if code := gaz.IssuerRegion(issuer, ""); code != "" {
			return code
		}
	}
	if codes := gaz.NumberRegions(deref(head.Number)); len(codes) == 1 {
		return codes[0]
	}
	counts, best := map[string]int{}, gazetteer.National
	for _, m := range gaz.FindRegions(src.Hans, "") {
		code := m.Region.Code
		counts[code]++
		if n := counts[code]; n > counts[best] || n == counts[best] && code < best {
			best = code
		}
	}
	return best
}

// inferTitle makes a title of a document that has none: 广东省人民政府意见（2016年11月30日）. It is made
// of the issuer, or the region, the genre and the date.
func inferTitle(gaz *gazetteer.Gazetteer, src *Source, head *Head, region string) string {
	issuer := strings.Join(head.Issuers, " ")
	if issuer == "" {
		if r, ok := gaz.Region(region); ok && region != gazetteer.National {
			issuer = r.Name
		}
	}
	title := issuer + head.Genre
	if head.Genre == "其他" || head.Genre == "" {
		title = issuer + "政策文件"
	}
	var y, m, d int
	if _, err := fmt.Sscanf(deref(head.Issued), "%d-%d-%d", &y, &m, &d); err == nil {
		return fmt.Sprintf("%s（%d年%d月%d日）", title, y, m, d)
	}
	return fmt.Sprintf("%s（%s）", title, src.Name)
}

// normalNumber is the form in which numbers of documents (发文字号) are compared: 国发〔2015〕13号.
func normalNumber(number string) string {
	number = strings.Map(func(r rune) rune {
		switch r {
		case '[', '【', '﹝', '(', '〖':
			return '〔'
		case ']', '】', '﹞', ')', '〗':
			return '〕'
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(number))
	if number != "" && !strings.HasSuffix(number, "号") {
		number += "号"
	}
	return number
}

// titleKey is the form in which titles are compared: only letters, digits and the plus sign,
// since punctuation, quotation marks and widths vary between the texts that name a document.
func titleKey(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' {
			return unicode.ToUpper(r)
		}
		return -1
	}, norm.NFKC.String(title))
}

// innerTitle is the title of the document that a notice brings: of 某省人民政府关于印发〈某办法〉的通知
// it is 某办法; "" where the title is not that of such a notice.
func innerTitle(title string) string {
	for _, verb := range []string{"关于印发", "关于转发", "关于批转"} {
		_, rest, ok := strings.Cut(title, verb)
		if !ok {
			continue
		}
		if inner, ok := strings.CutSuffix(rest, "的通知"); ok {
			return inner
		}
	}
	return ""
}

// collectiveName is the name of a class of units without the level of the document's own region,
// brackets and widths in one form: 市各有关部门 and 各有关部门 are one.
func collectiveName(name string) string {
	name = strings.NewReplacer("(", "（", ")", "）", "〈", "（", "〉", "）", "<", "（", ">", "）",
		"[", "（", "]", "）", "〔", "（", "〕", "）").Replace(norm.NFKC.String(name))
	name = strings.Join(strings.Fields(name), "")
	for _, level := range []string{"全省", "全市", "自治区", "省", "市", "州", "县", "区"} {
		if rest, ok := strings.CutPrefix(name, level); ok && strings.HasPrefix(rest, "各") {
			return rest
		}
	}
	return name
}

// incompleteCode reports whether a code names no committee in particular: ISO/TC, of a
// committee that is yet to be founded.
func incompleteCode(code string) bool {
	return closesWith(code, "/TC", "/SC", "/WG", "/PC")
}
