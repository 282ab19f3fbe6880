package resolvers

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/policygraph/policygraph/graph"
)

// matcher reports whether one of some texts contains the pattern. Case, width, white space and,
// as far as Simplify goes, script make no difference. The empty pattern is in every text.
func (r *Resolver) matcher(pattern string) func(texts ...string) bool {
	pattern = r.folded(pattern)
	return func(texts ...string) bool {
		return slices.ContainsFunc(texts, func(t string) bool {
			return strings.Contains(r.folded(t), pattern)
		})
	}
}

// folded is the form in which texts are compared.
func (r *Resolver) folded(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		if r.Simplify != nil {
			c = r.Simplify(c)
		}
		return unicode.ToLower(c)
	}, norm.NFKC.String(text))
}

// quotes are the quotes of evidence.
func quotes(evidence []graph.Evidence) []string {
	return each(evidence, func(e graph.Evidence) string { return e.Quote })
}
