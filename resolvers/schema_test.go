package resolvers_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// schema is the schema as its files say it.
func schema(t *testing.T) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("../schema/*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	var sources []*ast.Source
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(text), "\n"); lines > 150 {
			t.Errorf("%s has %d lines; keep to 150", name, lines)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ours reports whether a type is of the schema and not of GraphQL itself.
func ours(d *ast.Definition) bool { return !d.BuiltIn && !strings.HasPrefix(d.Name, "__") }

func TestEverythingIsDescribed(t *testing.T) {
	for name, d := range schema(t).Types {
		if !ours(d) {
			continue
		}
		if d.Description == "" {
			t.Errorf("type %s has no description", name)
		}
		for _, v := range d.EnumValues {
			if v.Description == "" {
				t.Errorf("value %s.%s has no description", name, v.Name)
			}
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if f.Description == "" {
				t.Errorf("field %s.%s has no description", name, f.Name)
			}
			for _, a := range f.Arguments {
				if a.Description == "" {
					t.Errorf("argument %s.%s(%s:) has no description", name, f.Name, a.Name)
				}
			}
		}
	}
}

// TestConnections holds the Relay specification's rules for names and fields of pages.
func TestConnections(t *testing.T) {
	s := schema(t)
	found := 0
	for name, d := range s.Types {
		stem, ok := strings.CutSuffix(name, "Connection")
		if !ok {
			continue
		}
		found++
		element := d.Fields.ForName("nodes").Type.Name()
		wantFields(t, d, map[string]string{
			"edges": "[" + stem + "Edge!]!", "nodes": "[" + element + "!]!",
			"pageInfo": "PageInfo!", "totalCount": "Int!",
		})
		wantFields(t, s.Types[stem+"Edge"], map[string]string{
			"cursor": "String!", "node": element + "!",
		})
	}
	if found < 5 {
		t.Errorf("%d connections, want 5 or more", found)
	}
	wantFields(t, s.Types["PageInfo"], map[string]string{
		"hasNextPage": "Boolean!", "hasPreviousPage": "Boolean!",
		"startCursor": "String", "endCursor": "String",
	})
}

// wantFields compares the types of a type's fields.
func wantFields(t *testing.T, d *ast.Definition, want map[string]string) {
	t.Helper()
	for name, typ := range want {
		if f := d.Fields.ForName(name); f == nil || f.Type.String() != typ {
			t.Errorf("%s.%s is %v, want %s", d.Name, name, f, typ)
		}
	}
}

// TestContract compares the schema with the part of it that clients rely on: nothing of that may
// be missing or differ, though anything may be added.
func TestContract(t *testing.T) {
	text, err := os.ReadFile("testdata/contract.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	contract, err := parser.ParseSchema(&ast.Source{Name: "contract.graphqls", Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	s := schema(t)
	for _, want := range contract.Definitions {
		got := s.Types[want.Name]
		if got == nil {
			t.Errorf("type %s is missing", want.Name)
			continue
		}
		if got.Kind != want.Kind || !slices.Equal(got.Interfaces, want.Interfaces) {
			t.Errorf("type %s is %s %v, want %s %v",
				want.Name, got.Kind, got.Interfaces, want.Kind, want.Interfaces)
		}
		for _, v := range want.EnumValues {
			if got.EnumValues.ForName(v.Name) == nil {
				t.Errorf("value %s.%s is missing", want.Name, v.Name)
			}
		}
		for _, f := range want.Fields {
			compareField(t, want.Name, got.Fields.ForName(f.Name), f)
		}
	}
}

// compareField compares a field with the contract's.
func compareField(t *testing.T, typ string, got, want *ast.FieldDefinition) {
	t.Helper()
	if got == nil {
		t.Errorf("field %s.%s is missing", typ, want.Name)
		return
	}
	if got.Type.String() != want.Type.String() ||
		got.DefaultValue.String() != want.DefaultValue.String() {
		t.Errorf("field %s.%s is %s = %s, want %s = %s", typ, want.Name,
			got.Type, got.DefaultValue, want.Type, want.DefaultValue)
	}
	for _, arg := range want.Arguments {
		a := got.Arguments.ForName(arg.Name)
		if a == nil || a.Type.String() != arg.Type.String() ||
			a.DefaultValue.String() != arg.DefaultValue.String() {
			t.Errorf("argument %s.%s(%s:) is missing or differs", typ, want.Name, arg.Name)
		}
	}
	for _, arg := range got.Arguments {
		if want.Arguments.ForName(arg.Name) == nil && arg.Type.NonNull && arg.DefaultValue == nil {
			t.Errorf("argument %s.%s(%s:) is new and required", typ, want.Name, arg.Name)
		}
	}
}
