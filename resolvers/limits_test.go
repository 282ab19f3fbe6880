package resolvers_test

import (
	"fmt"
	"strings"
	"testing"
)

// introspection is the query that GraphiQL and code generators begin with.
const introspection = `query IntrospectionQuery {
	__schema {
		description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
		types { ...FullType }
		directives {
			name description isRepeatable locations args(includeDeprecated: true) { ...InputValue }
		}
	}
}
fragment FullType on __Type {
	kind name description isOneOf specifiedByURL
	fields(includeDeprecated: true) {
		name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef }
		isDeprecated deprecationReason
	}
	inputFields(includeDeprecated: true) { ...InputValue }
	interfaces { ...TypeRef }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
	possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue {
	name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
}
fragment TypeRef on __Type {
	kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
	ofType { kind name ofType { kind name ofType { kind name
	ofType { kind name ofType { kind name } } } } } } } } }
}`

func TestIntrospectionIsAllowed(t *testing.T) {
	h := newHandler(t)
	data := get(t, h, introspection, nil)
	types := data["__schema"].(map[string]any)["types"].([]any)
	if len(types) < 40 {
		t.Errorf("introspection lists %d types", len(types))
	}
}

// nested is a query of a field that leads back to its own type, so many levels deep.
func nested(levels int, open, leaf string) string {
	return strings.Repeat(open+" { ", levels) + leaf + strings.Repeat(" }", levels)
}

// doubled is a chain of fragments of which each spreads the next twice.
func doubled(n int) string {
	var q strings.Builder
	q.WriteString("{ stats { ...F0 } }")
	for i := range n {
		fmt.Fprintf(&q, " fragment F%d on Stats { ...F%d ...F%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&q, " fragment F%d on Stats { tasks }", n)
	return q.String()
}

// aliases is a query with a field under many names.
func aliases(n int, field string) string {
	var q strings.Builder
	for i := range n {
		fmt.Fprintf(&q, " a%d: %s", i, field)
	}
	return "{" + q.String() + " }"
}

// abuse lists queries that cost a server without limits seconds or more, with the code that each
// is refused with.
func abuse() map[string]struct{ query, code string } {
	const large, parse = "QUERY_TOO_LARGE", "GRAPHQL_PARSE_FAILED"
	const costly, invalid = "COMPLEXITY_LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED"
	names := "tasks(first: 200) { nodes { departments { name } topics { name } } }"
	everything := "tasks(first: 200) { nodes { departments { tasks(first: 200) { nodes { text } } } } }"
	return map[string]struct{ query, code string }{
		"2000 times a field":     {"{ stats {" + strings.Repeat(" tasks", 2000) + " } }", large},
		"4000 times a field":     {"{ stats {" + strings.Repeat(" tasks", 4000) + " } }", parse},
		"8000 times a field":     {"{ stats {" + strings.Repeat(" tasks", 8000) + " } }", parse},
		"20000 times a field":    {"{" + strings.Repeat("a ", 20000) + "}", parse},
		"500 equal objects":      {"{" + strings.Repeat(" stats { tasks }", 500) + " }", large},
		"1300 aliases":           {aliases(1300, "stats { tasks }"), parse},
		"600 aliases":            {aliases(600, "stats { tasks }"), ""},
		"6000 aliases":           {aliases(6000, "stats { tasks }"), "BAD_REQUEST"},
		"aliases of a long list": {aliases(100, "tasks(first: 200) { nodes { text } }"), ""},
		"lists in lists":         {"{ " + everything + " }", costly},
		"aliases of lists":       {aliases(100, names), costly},
		"whole texts": {
			"{ tasks(first: 200) { nodes { evidence { expression { text } } } } }", costly,
		},
		"deep query": {"{ regions { " + nested(30, "parent", "code") + " } }", large},
		"deep introspection": {
			"{ __schema { types { " + strings.Repeat("fields { type { ", 5) + "name" +
				strings.Repeat(" } }", 5) + " } } }", invalid,
		},
		"fragments doubling": {doubled(60), large},
		"fragment cycle": {
			"{ stats { ...A } } fragment A on Stats { ...B } fragment B on Stats { ...A }", large,
		},
		"fragments doubling in a cycle": {
			"{ stats { ...A } } fragment A on Stats { ...B ...B } fragment B on Stats { ...A ...A }", large,
		},
		"20000 directives": {"{ stats { tasks" + strings.Repeat(" @skip(if:true)", 20000/4) + " } }", parse},
		"600 directives":   {"{ stats { tasks" + strings.Repeat(" @a", 600) + " } }", invalid},
		"1000 operations":  {strings.Repeat("query A { stats { tasks } } ", 1000), parse},
	}
}

func TestAbuseIsRefused(t *testing.T) {
	h := newHandler(t)
	for name, test := range abuse() {
		t.Run(name, func(t *testing.T) {
			a := ask(t, h, test.query, nil)
			if a.code() != test.code {
				t.Errorf("got %q %+v, want %q", a.code(), a.Errors, test.code)
			}
			if len(a.Errors) > 21 {
				t.Errorf("%d errors; a response has at most 21", len(a.Errors))
			}
		})
	}
}

func BenchmarkAbuse(b *testing.B) {
	h := newHandler(b)
	for name, test := range abuse() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ask(b, h, test.query, nil)
			}
		})
	}
}
