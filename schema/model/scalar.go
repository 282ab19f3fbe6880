// Package model holds the Go types of the GraphQL schema that are no nodes of the graph: inputs,
// pages, answers of comparisons. Nodes are bound to the types of package graph.
package model

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/policygraph/policygraph/graph"
)

// MarshalID writes a node's id as a string; the zero id is null.
func MarshalID(id graph.ID) graphql.Marshaler {
	if id.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(id.String()))
	})
}

// UnmarshalID reads a node's id. What is no id reads as the zero id, which names no node: clients
// keep ids of graphs that have moved on, and an id without a node is no error.
func UnmarshalID(v any) (graph.ID, error) {
	s, err := graphql.UnmarshalID(v)
	if err != nil {
		return graph.ID{}, fmt.Errorf("read id: %w", err)
	}
	id, err := graph.ParseID(s)
	if err != nil {
		return graph.ID{}, nil //nolint:nilerr // documented above
	}
	return id, nil
}

// MarshalEdgeID writes the id of an edge.
func MarshalEdgeID(id EdgeID) graphql.Marshaler { return graphql.MarshalString(string(id)) }

// UnmarshalEdgeID reads the id of an edge.
func UnmarshalEdgeID(v any) (EdgeID, error) {
	s, err := graphql.UnmarshalID(v)
	return EdgeID(s), err
}

// MarshalDate writes an ISO 8601 date; "" is null.
func MarshalDate(date string) graphql.Marshaler {
	if date == "" {
		return graphql.Null
	}
	return graphql.MarshalString(date)
}

// UnmarshalDate reads an ISO 8601 date, and refuses what is none.
func UnmarshalDate(v any) (string, error) {
	s, err := graphql.UnmarshalString(v)
	if err != nil {
		return "", &InputError{Message: "a date is a string of the form 2022-08-21"}
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", &InputError{Message: fmt.Sprintf("%q is no date of the form 2022-08-21", s)}
	}
	return s, nil
}

// MarshalSource writes the SHA-256 that names a text.
func MarshalSource(s graph.Source) graphql.Marshaler { return graphql.MarshalString(string(s)) }

// UnmarshalSource reads the SHA-256 that names a text.
func UnmarshalSource(v any) (graph.Source, error) {
	s, err := graphql.UnmarshalString(v)
	return graph.Source(s), err
}
