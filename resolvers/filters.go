package resolvers

import (
	"context"
	"slices"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// targetSieve makes a filter of targets ready; nil passes all.
func (r *Resolver) targetSieve(
	ctx context.Context, f *model.TargetFilter,
) (*sieve[*graph.Target], error) {
	s := &sieve[*graph.Target]{kind: graph.KindTarget}
	if f == nil {
		return s, nil
	}
	var err error
	if s.brief, err = r.inRegions(ctx, f.Regions, valueOr(f.IncludeDescendants, true)); err != nil {
		return nil, err
	}
	if f.Documents != nil {
		lists, err := walk(ctx, f.Documents, documentSections, sectionTargets)
		if err != nil {
			return nil, err
		}
		s.sets = append(s.sets, setOf(lists...))
	}
	type target = *graph.Target
	s.body = given(s.body, f.Text, func(text string) func(target) bool {
		has := r.matcher(text)
		return func(t target) bool { return has(t.Metric) || has(quotes(t.Evidence)...) }
	})
	s.body = given(s.body, f.Unit, func(unit string) func(target) bool {
		return func(t target) bool { return t.Unit == unit }
	})
	s.body = given(s.body, f.Comparator, func(c graph.Comparator) func(target) bool {
		return func(t target) bool { return t.Comparator == c }
	})
	s.body = given(s.body, f.Basis, func(b graph.TargetBasis) func(target) bool {
		return func(t target) bool { return t.Basis == b }
	})
	s.body = given(s.body, f.MinConfidence, func(least graph.Confidence) func(target) bool {
		return func(t target) bool { return t.Confidence.AtLeast(least) }
	})
	s.body = given(s.body, f.DeadlineFrom, func(year int) func(target) bool {
		return func(t target) bool { return t.Deadline != 0 && t.Deadline >= year }
	})
	s.body = given(s.body, f.DeadlineTo, func(year int) func(target) bool {
		return func(t target) bool { return t.Deadline != 0 && t.Deadline <= year }
	})
	s.body = given(s.body, f.MinValue, func(v float64) func(target) bool {
		return func(t target) bool { return t.Value >= v }
	})
	s.body = given(s.body, f.MaxValue, func(v float64) func(target) bool {
		return func(t target) bool { return t.Value <= v }
	})
	return s, nil
}

// departmentSieve makes a filter of departments ready; nil passes those that a text names.
func (r *Resolver) departmentSieve(
	ctx context.Context, f *model.DepartmentFilter,
) (*sieve[*graph.Department], error) {
	s := &sieve[*graph.Department]{kind: graph.KindDepartment}
	if f == nil {
		s.brief = listed(true)
		return s, nil
	}
	var err error
	if s.brief, err = r.inRegions(ctx, f.Regions, valueOr(f.IncludeDescendants, true)); err != nil {
		return nil, err
	}
	if f.Mentioned != nil {
		s.brief = append(s.brief, listed(*f.Mentioned)...)
	}
	if f.Functions != nil {
		lists, err := primaryDepartments(ctx, each(f.Functions, graph.FunctionID))
		if err != nil {
			return nil, err
		}
		s.sets = append(s.sets, setOf(lists...))
	}
	s.body = given(s.body, f.Collective, func(c bool) func(*graph.Department) bool {
		return func(d *graph.Department) bool { return d.Collective == c }
	})
	s.body = given(s.body, f.Text, func(text string) func(*graph.Department) bool {
		has := r.matcher(text)
		return func(d *graph.Department) bool { return has(d.Name, d.FullName) || has(d.Aliases...) }
	})
	return s, nil
}

// documentSieve makes a filter of documents ready; nil passes the loaded ones.
func (r *Resolver) documentSieve(
	ctx context.Context, f *model.DocumentFilter,
) (*sieve[*graph.Document], error) {
	s := &sieve[*graph.Document]{kind: graph.KindDocument}
	if f == nil {
		s.brief = listed(true)
		return s, nil
	}
	var err error
	if s.brief, err = r.inRegions(ctx, f.Regions, valueOr(f.IncludeDescendants, true)); err != nil {
		return nil, err
	}
	if f.Loaded != nil {
		s.brief = append(s.brief, listed(*f.Loaded)...)
	}
	if f.Number != nil {
		ids, err := documentsNumbered(ctx, *f.Number)
		if err != nil {
			return nil, err
		}
		s.sets = append(s.sets, setOf(ids))
	}
	type document = *graph.Document
	s.body = given(s.body, f.Text, func(text string) func(document) bool {
		has := r.matcher(text)
		return func(d document) bool { return has(d.Title, d.NoticeTitle, d.Number) }
	})
	s.body = given(s.body, f.Genre, func(genre string) func(document) bool {
		return func(d document) bool { return d.Genre == genre }
	})
	s.body = given(s.body, f.IssuedFrom, func(day string) func(document) bool {
		return func(d document) bool { return d.Issued >= day }
	})
	s.body = given(s.body, f.IssuedTo, func(day string) func(document) bool {
		return func(d document) bool { return d.Issued != "" && d.Issued <= day }
	})
	return s, nil
}

// documentsNumbered are the documents with a number (发文字号), whatever brackets it is written
// with: one, or none.
func documentsNumbered(ctx context.Context, number string) ([]graph.ID, error) {
	ids, err := view(ctx).Named(ctx, graph.KindDocument, number)
	if err != nil {
		return nil, err
	}
	docs, err := loadList[*graph.Document](ctx, ids)
	if err != nil {
		return nil, err
	}
	want := graph.NormalName(number)
	return idsOf(slices.DeleteFunc(docs, func(d *graph.Document) bool {
		return d.Number == "" || graph.NormalName(d.Number) != want
	})), nil
}

// listed is the condition that lists show a node unless asked otherwise, or that they do not.
func listed(want bool) []func(graph.Brief) bool {
	return []func(graph.Brief) bool{func(b graph.Brief) bool { return b.Listed == want }}
}

// given adds the condition that an argument makes, if the query has the argument.
func given[T, A any](to []func(T) bool, arg *A, condition func(A) func(T) bool) []func(T) bool {
	if arg == nil {
		return to
	}
	return append(to, condition(*arg))
}

// valueOr is an argument's value, or what null stands for.
func valueOr[T any](arg *T, null T) T {
	if arg == nil {
		return null
	}
	return *arg
}
