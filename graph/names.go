package graph

import (
	"crypto/sha256"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NormalName is the form in which names are compared: widths and compatibility characters folded
// (NFKC), upper case, without spaces, and with one kind of bracket. 国发[2015]13号 and 国发〔2015〕13号
// have one normal form, as have "iso/tc 268", "ISO／TC 268" and "ISO/TC268".
func NormalName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '〔', '【', '﹝', '[', '〖':
			return '('
		case '〕', '】', '﹞', ']', '〗':
			return ')'
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToUpper(norm.NFKC.String(s)))
}

// maxName is the longest normal name, in bytes, that is indexed as it is.
const maxName = 512

// indexedName is the name's form in the index: its normal form, the end of a very long one
// replaced by its SHA-256, because Badger limits keys.
func indexedName(name string) string {
	normal := NormalName(name)
	if len(normal) <= maxName {
		return normal
	}
	sum := sha256.Sum256([]byte(normal))
	return normal[:maxName-len(sum)] + string(sum[:])
}

// indexedNames are the names under which a node is found, in their form in the index, sorted.
// Sections, tasks and targets have none: their headings are no names.
func indexedNames(n Node) []string {
	var names []string
	switch n := n.(type) {
	case *Document:
		names = []string{n.Title, n.NoticeTitle, n.Number}
	case *Department:
		names = append([]string{n.Name, n.FullName}, n.Aliases...)
	case *Function:
		names = []string{n.Slug, n.Name}
	case *Region:
		names = []string{n.Code, n.Name}
	case *Topic:
		names = []string{n.Slug, n.Name}
	case *StandardsBody:
		names = append([]string{n.Code, n.Name}, n.Aliases...)
	case *Standard:
		names = []string{n.Code, n.Title}
	}
	var indexed []string
	for _, name := range names {
		if name = indexedName(name); name != "" {
			indexed = append(indexed, name)
		}
	}
	slices.Sort(indexed)
	return slices.Compact(indexed)
}
