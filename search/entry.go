package search

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/policygraph/policygraph/graph"
)

// The fields of the index.
const (
	fieldName   = "name"   // terms of names, numbers, codes, titles and headings
	fieldText   = "text"   // terms of texts and quotes
	fieldPlace  = "place"  // terms of the names of the region and of those it lies in
	fieldExact  = "exact"  // keys of names
	fieldAlias  = "alias"  // keys of aliases
	fieldKind   = "kind"   // the node's kind
	fieldRegion = "region" // ids of the region and of those it lies in
	fieldMain   = "main"   // mainTerm, where users would rather have this node than others
	fieldSort   = "sort"   // orders hits of one score
	fieldDigest = "digest" // of all the above
)

// entry is what is indexed of a node.
type entry struct {
	id      graph.ID
	names   []string
	aliases []string // searched like names, but an equal name is the better hit
	texts   []string
	regions []region // its own first
	main    bool
	sort    string
}

// mainTerm is the one term of the field main.
const mainTerm = "1"

// isMain reports whether users would rather have a node than others that match as well: what lists
// show, but not the sections, whose tasks say the same.
func isMain(b graph.Brief) bool { return b.Listed && b.ID.Kind() != graph.KindSection }

// region is a division that a node lies in.
type region struct {
	id    graph.ID
	names []string // in full and short: 杭州市, 杭州; none if the graph does not hold the region
}

// newEntry is the entry of a node, given its brief and the regions it lies in.
func newEntry(n graph.Node, b graph.Brief, regions []region) entry {
	e := entry{id: b.ID, regions: regions, main: isMain(b), sort: sortKey(b)}
	switch n := n.(type) {
	case *graph.Document:
		e.names = []string{n.Title, n.NoticeTitle, n.Number}
		e.texts = []string{n.Genre}
	case *graph.Section:
		e.names = []string{n.Heading}
		e.texts = quotes(n.Evidence)
	case *graph.Task:
		e.names = []string{n.Heading}
		e.texts = append(quotes(n.Evidence), n.Text)
	case *graph.Department:
		e.names = []string{n.FullName, n.Name}
		e.aliases = append(departmentAliases(n, regions), n.Aliases...)
	case *graph.Function:
		e.names = []string{n.Name, n.Slug}
	case *graph.Region:
		e.names = []string{n.Name, n.Code}
		e.aliases = []string{shortRegion(n.Name)}
	case *graph.Topic:
		e.names = []string{n.Name, n.Slug}
	case *graph.StandardsBody:
		e.names = []string{n.Name, n.Code}
		e.aliases = n.Aliases
	case *graph.Standard:
		e.names = []string{n.Code, n.Title}
	case *graph.Target:
		e.names = []string{n.Metric}
		e.texts = quotes(n.Evidence)
	}
	e.names, e.aliases, e.texts = distinct(e.names), distinct(e.aliases), outermost(e.texts)
	return e
}

// departmentAliases are the names that people make of a unit's short name and its region's:
// 杭州市发改委 and 江苏省发改委, 省发改委 being the name in the text.
func departmentAliases(n *graph.Department, regions []region) []string {
	if n.Collective || len(regions) == 0 {
		return nil
	}
	var aliases []string
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		for _, of := range regions[0].names {
			if !strings.HasPrefix(name, of) {
				aliases = append(aliases, of+name)
			}
		}
	}
	return aliases
}

// shortRegion is a region's name without the word for its level, or "" if nothing could be a name
// by itself: 杭州 for 杭州市, 广西 stays 广西壮族 for want of a rule.
func shortRegion(name string) string {
	for _, level := range []string{
		"特别行政区", "自治区", "自治州", "自治县", "地区", "新区", "省", "市", "县", "区", "盟", "旗",
	} {
		if short, ok := strings.CutSuffix(name, level); ok && len([]rune(short)) >= 2 {
			return short
		}
	}
	return ""
}

// shown are the texts that a highlight can be taken from, as they are written.
func (e entry) shown() []string { return slices.Concat(e.names, e.aliases, e.texts) }

func quotes(evidence []graph.Evidence) []string {
	texts := make([]string, len(evidence))
	for i, e := range evidence {
		texts[i] = e.Quote
	}
	return texts
}

// distinct leaves out empty texts and those that came before.
func distinct(texts []string) []string {
	seen := map[string]bool{"": true}
	var kept []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			kept = append(kept, t)
		}
	}
	return kept
}

// outermost leaves out texts that are part of another, so that nothing counts twice.
func outermost(texts []string) []string {
	texts = distinct(texts)
	var kept []string
	for i, t := range texts {
		inner := false
		for j, other := range texts {
			inner = inner || i != j && strings.Contains(other, t)
		}
		if !inner {
			kept = append(kept, t)
		}
	}
	return kept
}

// kindOrder is the order of kinds among hits of one score: things with a name of their own first, a
// task before the section that holds it.
const kindOrder = "" +
	string(rune(graph.KindDocument)) + string(rune(graph.KindRegion)) +
	string(rune(graph.KindDepartment)) + string(rune(graph.KindFunction)) +
	string(rune(graph.KindStandardsBody)) + string(rune(graph.KindStandard)) +
	string(rune(graph.KindTopic)) + string(rune(graph.KindTask)) +
	string(rune(graph.KindTarget)) + string(rune(graph.KindSection))

// sortKey orders hits of one score: what lists show first, then by kind and place. No two nodes
// have the same.
func sortKey(b graph.Brief) string {
	unlisted := 0
	if !b.Listed {
		unlisted = 1
	}
	return fmt.Sprintf("%d%x%s\x00%s",
		unlisted, strings.IndexByte(kindOrder, byte(b.ID.Kind())), b.Sort, shortText.EncodeToString(b.ID[1:]))
}

// digest changes when anything that is indexed of the node does.
func (e entry) digest() string {
	h := sha256.New()
	part := func(texts ...string) {
		fmt.Fprintf(h, "%d ", len(texts))
		for _, t := range texts {
			fmt.Fprintf(h, "%d %s", len(t), t)
		}
	}
	part(e.names...)
	part(e.aliases...)
	part(e.texts...)
	for _, r := range e.regions {
		part(r.id.String())
		part(r.names...)
	}
	part(e.sort, strconv.FormatBool(e.main))
	return shortText.EncodeToString(h.Sum(nil)[:12])
}

// idTerm is an id as a term: its bytes, as a dictionary costs what its terms have in length, and
// every node adds some that no other has.
func idTerm(id graph.ID) string { return string(id[:]) }

// shortText writes bytes in the values that bleve gives back, where the byte ff ends a value.
var shortText = base64.RawURLEncoding

// document is the entry as bleve takes it.
func (e entry) document(l lexer, digest string) *document.Document {
	d := document.NewDocument(idTerm(e.id))
	grams := gramAnalyzer{l}
	const (
		terms = index.IndexField | index.IncludeTermVectors
		keys  = index.IndexField | index.SkipFreqNorm
		value = index.IndexField | index.SkipFreqNorm | index.DocValues
	)
	add := func(field string, at int, text string, how index.FieldIndexingOptions) {
		if how&index.IncludeTermVectors != 0 {
			d.AddField(document.NewTextFieldCustom(field, []uint64{uint64(at)}, []byte(text), how, grams))
			return
		}
		d.AddField(document.NewTextFieldCustom(field, nil, []byte(text), how, wholeAnalyzer{}))
	}
	for i, name := range e.names {
		add(fieldName, i, name, terms)
		add(fieldExact, 0, l.key(name), keys)
	}
	for i, alias := range e.aliases {
		add(fieldName, len(e.names)+i, alias, terms)
		add(fieldAlias, 0, l.key(alias), keys)
	}
	for i, text := range e.texts {
		add(fieldText, i, text, terms)
	}
	places := 0
	for _, r := range e.regions {
		add(fieldRegion, 0, idTerm(r.id), keys)
		for _, name := range r.names {
			add(fieldPlace, places, name, terms)
			places++
		}
	}
	if e.main {
		add(fieldMain, 0, mainTerm, keys)
	}
	add(fieldKind, 0, e.id.Kind().String(), keys)
	add(fieldSort, 0, e.sort, value)
	add(fieldDigest, 0, digest, value)
	return d
}
