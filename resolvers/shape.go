package resolvers

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// shapeLimit refuses queries that would stall the validator, before it sees them: it compares
// every two fields that answer under one name, and follows fragments as often as they are spread,
// so that a few KiB can cost it minutes. What is counted here is what it would do.
type shapeLimit struct {
	limits Limits
	// valid holds queries that have passed already, the executor's own cache.
	valid graphql.Cache[*ast.QueryDocument]
}

var _ interface {
	graphql.OperationParameterMutator
	graphql.HandlerExtension
} = shapeLimit{}

// ExtensionName implements graphql.HandlerExtension.
func (shapeLimit) ExtensionName() string { return "ShapeLimit" }

// Validate implements graphql.HandlerExtension.
func (shapeLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters implements graphql.OperationParameterMutator; it changes nothing.
func (l shapeLimit) MutateOperationParameters(
	ctx context.Context, params *graphql.RawParams,
) *gqlerror.Error {
	if _, ok := l.valid.Get(ctx, params.Query); ok {
		return nil
	}
	source := &ast.Source{Input: params.Query}
	doc, err := parser.ParseQueryWithTokenLimit(source, l.limits.Tokens)
	if err != nil {
		return nil //nolint:nilerr // the executor parses it again and says what is wrong
	}
	s := shape{limits: l.limits, fragments: doc.Fragments}
	for _, op := range doc.Operations {
		if err := s.measure(op.SelectionSet, newAnswer(), 1); err != nil {
			return coded(&gqlerror.Error{}, err.Error(), codeTooLarge)
		}
	}
	return nil
}

// shape measures a query.
type shape struct {
	limits     Limits
	fragments  ast.FragmentDefinitionList
	selections int // fields and fragments, each as often as fragments repeat it
	overlaps   int // pairs of fields that answer under one name in one place
}

// answer is a place in the response: how many fields answer there, and the places below it.
type answer struct {
	fields int
	below  map[string]*answer
}

// newAnswer is a place in the response.
func newAnswer() *answer { return &answer{below: map[string]*answer{}} }

// at is the place below a that a field answers at.
func (a *answer) at(name string) *answer {
	if a.below[name] == nil {
		a.below[name] = newAnswer()
	}
	return a.below[name]
}

// measure counts a selection set that answers at a place of a depth.
func (s *shape) measure(set ast.SelectionSet, to *answer, depth int) error {
	if depth > s.limits.Depth {
		return fmt.Errorf("the query is over %d levels deep", s.limits.Depth)
	}
	for _, selection := range set {
		if s.selections++; s.selections > s.limits.Selections {
			return fmt.Errorf("the query has over %d fields, fragments included", s.limits.Selections)
		}
		if err := s.measureOne(selection, to, depth); err != nil {
			return err
		}
	}
	return nil
}

// measureOne counts a field or fragment.
func (s *shape) measureOne(selection ast.Selection, to *answer, depth int) error {
	switch selection := selection.(type) {
	case *ast.Field:
		below := to.at(selection.Alias)
		if s.overlaps += below.fields; s.overlaps > s.limits.Overlaps {
			return fmt.Errorf("the query repeats fields over %d times", s.limits.Overlaps)
		}
		below.fields++
		return s.measure(selection.SelectionSet, below, depth+1)
	case *ast.InlineFragment:
		return s.measure(selection.SelectionSet, to, depth)
	case *ast.FragmentSpread:
		if f := s.fragments.ForName(selection.Name); f != nil {
			return s.measure(f.SelectionSet, to, depth)
		}
	}
	return nil
}
