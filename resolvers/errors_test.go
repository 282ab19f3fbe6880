package resolvers_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/resolvers"
)

func TestBadInput(t *testing.T) {
	h := newHandler(t, east())
	tests := []struct{ name, query, want string }{
		{
			"region", `{ tasks(filter: {regions: ["330100", "999999"]}) { totalCount } }`,
			`regions: no region has the code "999999"; give six digits of GB/T 2260`,
		},
		{
			"region of pairs", `{ departmentPairs(regions: ["东州"]) { taskCount } }`,
			`regions: no region has the code "东州"; give six digits of GB/T 2260`,
		},
		{"no regions", `{ departmentPairs(regions: []) { taskCount } }`, "regions: give 1 to 20 codes"},
		{
			"minTasks", `{ departmentPairs(regions: ["330100"], minTasks: 0) { taskCount } }`,
			"minTasks is 0; it is at least 1",
		},
		{
			"date", `{ documents(filter: {issuedFrom: "2020-13-01"}) { totalCount } }`,
			`"2020-13-01" is no date of the form 2022-08-21`,
		},
		{"depth", `{ neighborhood(id: "x", depth: 5) { truncated } }`, "depth is 5; it is 0 to 4"},
		{"limit", `{ subgraph(limit: 0) { truncated } }`, "limit is 0; it is 1 to 2000"},
		{"document", `{ document { id } }`, "document: give number or fileName"},
		{"body", `{ standardsBody { id } }`, "standardsBody: give code or name"},
		{
			"ids", `{ nodes(ids: ["` + strings.Repeat(`","`, 200) + `"]) { id } }`,
			"ids: 201 are given; at most 200 can be asked for",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask(t, h, test.query, nil)
			if a.code() != "BAD_USER_INPUT" || a.Errors[0].Message != test.want {
				t.Errorf("got %+v, want BAD_USER_INPUT: %s", a.Errors, test.want)
			}
		})
	}
}

// failing is a graph that cannot be read.
type failing struct {
	graph.Reader
	err error
}

// Stats fails, or panics without an error.
func (f failing) Stats(context.Context) (graph.Stats, error) {
	if f.err == nil {
		panic("a bug")
	}
	return graph.Stats{}, f.err
}

func TestErrorsOfTheGraph(t *testing.T) {
	secret := errors.New("/var/secret is on fire")
	tests := []struct {
		name                string
		err                 error
		code, message, logs string
	}{
		{"unknown", secret, "INTERNAL_SERVER_ERROR", "internal error", "secret"},
		{"panic", nil, "INTERNAL_SERVER_ERROR", "internal error", "a bug"},
		{
			"timeout", context.DeadlineExceeded, "TIMEOUT",
			"the query took too long; ask for less at once", "",
		},
		{"gone", context.Canceled, "CANCELED", "the request was canceled", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var log bytes.Buffer
			h := resolvers.NewHandler(&resolvers.Resolver{
				View: func() graph.Reader { return failing{err: test.err} },
				Log:  slog.New(slog.NewTextHandler(&log, nil)),
			}, resolvers.DefaultLimits())
			a := ask(t, h, `{ stats { tasks } }`, nil)
			if a.code() != test.code || a.Errors[0].Message != test.message {
				t.Errorf("got %+v, want %s: %s", a.Errors, test.code, test.message)
			}
			if got := log.String(); !strings.Contains(got, test.logs) || test.logs == "" && got != "" {
				t.Errorf("log %q, want %q in it", got, test.logs)
			}
		})
	}
}

func TestTimeout(t *testing.T) {
	limits := resolvers.DefaultLimits()
	limits.Timeout = time.Nanosecond
	s := newStore(t, east())
	view := func() graph.Reader { return s.View() }
	h := resolvers.NewHandler(&resolvers.Resolver{View: view}, limits)
	if a := ask(t, h, `{ tasks { totalCount } }`, nil); a.code() != "TIMEOUT" {
		t.Errorf("got %+v, want TIMEOUT", a.Errors)
	}
}
