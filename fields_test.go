package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/generated"
)

// TestEveryFieldOfEveryNode asks for every field of every node that the seeds give, and of what
// these lead to: no answer may break a promise of the schema.
func TestEveryFieldOfEveryNode(t *testing.T) {
	s := start(t, "--data", t.TempDir(), "--complexity", "100000000", "--timeout", "1m")
	s.awaitReady(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	ids := nodeIDs(t, s)
	for _, kind := range graph.NodeKinds() {
		t.Run(kind.String(), func(t *testing.T) {
			name := typeName(kind)
			if len(ids[name]) == 0 {
				t.Errorf("the seeds give no %s", name)
			}
			fields := selection(schema, schema.Types[name], 1)
			query := fmt.Sprintf("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on %s %s } }", name, fields)
			for chunk := range slices.Chunk(ids[name], 100) {
				wantNoErrors(t, s, query, map[string]any{"ids": chunk})
			}
		})
	}
}

// typeName is the name of the type of a kind of node: StandardsBody for STANDARDS_BODY.
func typeName(kind graph.NodeKind) string {
	var name strings.Builder
	for word := range strings.SplitSeq(kind.String(), "_") {
		name.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return name.String()
}

// nodeIDs are the ids of all nodes around the documents, by type.
func nodeIDs(t *testing.T, s server) map[string][]string {
	t.Helper()
	var got struct {
		Subgraph struct {
			Truncated bool
			Nodes     []struct {
				ID   string
				Node struct {
					Typename string `json:"__typename"`
				}
			}
		}
	}
	const query = `{ subgraph(limit: 2000) { truncated nodes { id node { __typename } } } }`
	data := wantNoErrors(t, s, query, nil)
	if err := json.Unmarshal(data, &got); err != nil || got.Subgraph.Truncated {
		t.Fatalf("subgraph: %v, %+v", err, got)
	}
	ids := map[string][]string{}
	for _, n := range got.Subgraph.Nodes {
		ids[n.Node.Typename] = append(ids[n.Node.Typename], n.ID)
	}
	return ids
}

// selection selects all fields of a type that need no argument, and those of what they lead to, so
// many levels deep. Pages are short.
func selection(schema *ast.Schema, d *ast.Definition, depth int) string {
	fields := []string{"__typename"}
	for _, f := range d.Fields {
		of := schema.Types[f.Type.Name()]
		page := ""
		if f.Arguments.ForName("first") != nil {
			page = "(first: 2)"
		}
		switch {
		case strings.HasPrefix(f.Name, "__"):
		case of.IsLeafType():
			fields = append(fields, f.Name)
		case depth > 0:
			fields = append(fields, f.Name+page+" "+selection(schema, of, depth-1))
		default:
			fields = append(fields, f.Name+page+" { __typename }")
		}
	}
	return "{ " + strings.Join(fields, " ") + " }"
}

// wantNoErrors sends a query to a server and returns the data.
func wantNoErrors(t *testing.T, s server, query string, variables map[string]any) json.RawMessage {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	_, response := request(t, "POST", s.url+"/graphql", string(body))
	var got struct {
		Data   json.RawMessage
		Errors []struct {
			Message string
			Path    []any
		}
	}
	if err := json.Unmarshal([]byte(response), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Errors) > 0 {
		t.Errorf("%.300s\n%+v", query, got.Errors)
	}
	return got.Data
}
