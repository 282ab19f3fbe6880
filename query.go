package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/policygraph/policygraph/resolvers"
)

// queryCommand answers a GraphQL query.
type queryCommand struct {
	Query     string `arg:"" help:"The query; - reads it from standard input."`
	Variables string `help:"The query's variables, a JSON object." default:"{}" placeholder:"JSON"`
	URL       string `help:"Ask a running server, not the store." placeholder:"http://127.0.0.1:8080/graphql"`
}

// Run prints the response as indented JSON. A response with errors is a failure.
func (c *queryCommand) Run(p *program) error {
	body, err := c.body(p.stdin)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(p.ctx, http.MethodPost, c.target(), bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("query: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	ask := p.askStore
	if c.URL != "" {
		ask = askServer
	}
	response, err := ask(req)
	if err != nil {
		return fmt.Errorf("query: %w", err)
	}
	return p.print(response)
}

// body is the body of the request.
func (c *queryCommand) body(stdin io.Reader) ([]byte, error) {
	if c.Query == "-" {
		text, err := io.ReadAll(stdin)
		if err != nil {
			return nil, fmt.Errorf("query: read standard input: %w", err)
		}
		c.Query = string(text)
	}
	if !json.Valid([]byte(c.Variables)) {
		return nil, fmt.Errorf("query: the variables %q are no JSON", c.Variables)
	}
	return json.Marshal(map[string]any{
		"query": c.Query, "variables": json.RawMessage(c.Variables),
	})
}

// target is where the request goes.
func (c *queryCommand) target() string {
	if c.URL != "" {
		return c.URL
	}
	return "/graphql"
}

// print writes a response, indented.
func (p *program) print(response []byte) error {
	var indented bytes.Buffer
	if err := json.Indent(&indented, response, "", "  "); err != nil {
		return fmt.Errorf("query: the response is no JSON: %q", response)
	}
	fmt.Fprintln(p.stdout, indented.String())
	var got struct{ Errors []json.RawMessage }
	if err := json.Unmarshal(response, &got); err != nil || len(got.Errors) > 0 {
		return errReported
	}
	return nil
}

// askServer sends the request over the network.
func askServer(req *http.Request) ([]byte, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() //nolint:errcheck // read to its end, or failed already
	return io.ReadAll(resp.Body)
}

// askStore hands the request to the handler that a server would hand it to.
func (p *program) askStore(req *http.Request) (response []byte, err error) {
	kb, err := p.open()
	if err != nil {
		return nil, err
	}
	defer func() { err = firstError(err, kb.close()) }()
	r, err := p.resolver(kb)
	if err != nil {
		return nil, err
	}
	var got memoryResponse
	resolvers.NewHandler(r, resolvers.DefaultLimits()).ServeHTTP(&got, req)
	return got.body.Bytes(), nil
}

// memoryResponse keeps a response's body.
type memoryResponse struct {
	header http.Header
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (m *memoryResponse) Header() http.Header {
	if m.header == nil {
		m.header = http.Header{}
	}
	return m.header
}

// WriteHeader implements http.ResponseWriter.
func (m *memoryResponse) WriteHeader(int) {}

// Write implements http.ResponseWriter.
func (m *memoryResponse) Write(b []byte) (int, error) { return m.body.Write(b) }
