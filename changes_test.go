package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

const secret = "a-token-of-some-length"

// startWithToken runs a server that takes changes.
func startWithToken(t *testing.T) server {
	t.Helper()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, "--data", t.TempDir(), "--seeds", "", "--token-file", file)
	s.awaitReady(t)
	return s
}

// post sends a GraphQL request with headers, as pairs of name and value.
func (s server) post(t *testing.T, query string, vars map[string]any, headers ...string) *http.Response {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": vars})
	if err != nil {
		t.Fatal(err)
	}
	target := s.url + "/graphql"
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, target, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() }) //nolint:errcheck // read to its end, or not needed
	return resp
}

// ask is the text of an answer.
func (s server) ask(t *testing.T, query string, vars map[string]any, headers ...string) string {
	t.Helper()
	text, err := io.ReadAll(s.post(t, query, vars, headers...).Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const loadQuery = `mutation ($input: LoadDocumentInput!) {
	loadDocument(input: $input) { unchanged tasks units targets doubts document { number tasks { totalCount } } }
}`

func input(fileName, text string) map[string]any {
	return map[string]any{"input": map[string]any{"fileName": fileName, "text": text}}
}

// TestMutations loads a document, loads it again, and removes it.
func TestMutations(t *testing.T) {
	s := startWithToken(t)
	bearer := []string{"Authorization", "Bearer " + secret}
	const document = `"document":{"number":"东政发〔2020〕1号","tasks":{"totalCount":3}}`
	for _, step := range []struct{ name, query, want string }{
		{"load", loadQuery, `"unchanged":false,"tasks":3,"units":4,"targets":1,"doubts":[` +
			`"the region is the one that the text names most often"`},
		{"again", loadQuery, `"unchanged":true,"tasks":0,"units":0,"targets":0,"doubts":[],` + document},
		{"guess", `{ documents { nodes { regionConfidence } } }`, `[{"regionConfidence":"LOW"}]`},
		{"unload", `mutation { unloadDocument(name: "东政发[2020]1号") { fileName } }`, `[{"fileName":"a/plan.txt"}]`},
		{"unload again", `mutation { unloadDocument(name: "a/plan.txt") { fileName } }`, "BAD_USER_INPUT"},
		{"count", `{ stats { documents tasks } }`, `{"documents":0,"tasks":0}`},
	} {
		if got := s.ask(t, step.query, input("a/plan.txt", plan), bearer...); !strings.Contains(got, step.want) {
			t.Errorf("%s: got %s, want %s", step.name, got, step.want)
		}
	}
}

func TestMutationsRefused(t *testing.T) {
	s := startWithToken(t)
	right := "Bearer " + secret
	for _, test := range []struct {
		name, token string
		vars        map[string]any
		want        string
	}{
		{"no token", "", input("plan.txt", plan), "UNAUTHENTICATED"},
		{"wrong token", right + "x", input("plan.txt", plan), "UNAUTHENTICATED"},
		{"another scheme", "Basic " + secret, input("plan.txt", plan), "UNAUTHENTICATED"},
		{"a name outside", right, input("../plan.txt", plan), "BAD_USER_INPUT"},
		{"no document", right, input("plan.txt", ""), `{"message":"load: read plan.txt: the file is empty","path":["loadDocument"]`},
		{"no policy", right, input("plan.txt", strings.Repeat("从前有座山，山里有座庙。", 20)), "not a policy"},
		{"large without token", "", input("plan.txt", strings.Repeat("长", 100_000)), "BAD_REQUEST"},
		{"large", right, input("plan.txt", strings.Repeat("长", 6<<20)), "BAD_REQUEST"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := s.ask(t, loadQuery, test.vars, "Authorization", test.token)
			if !strings.Contains(got, test.want) || strings.Contains(got, secret) {
				t.Errorf("got %.300s, want %s", got, test.want)
			}
		})
	}
	open := start(t, "--data", t.TempDir(), "--seeds", "")
	got := open.ask(t, loadQuery, input("plan.txt", plan), "Authorization", right)
	if !strings.Contains(got, "FORBIDDEN") {
		t.Errorf("a server without token: got %s, want FORBIDDEN", got)
	}
}

const progressQuery = `subscription { loadProgress { done total fileName error } }`

// TestProgressByEvents listens by server-sent events while a document is loaded.
func TestProgressByEvents(t *testing.T) {
	s := startWithToken(t)
	const stream = "text/event-stream"
	if resp := s.post(t, progressQuery, nil, "Accept", stream); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("without token: status %d, want 401", resp.StatusCode)
	}
	bearer := []string{"Authorization", "Bearer " + secret}
	if got := s.ask(t, progressQuery, nil, bearer...); !strings.Contains(got, "BAD_REQUEST") {
		t.Errorf("without a stream: got %s, want BAD_REQUEST", got)
	}
	resp := s.post(t, progressQuery, nil, append(bearer, "Accept", stream)...)
	lines := bufio.NewScanner(resp.Body)
	if !lines.Scan() { // the comment that opens the stream
		t.Fatal(lines.Err())
	}
	done := make(chan string, 1)
	go func() {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				done <- data
				return
			}
		}
		done <- "the stream ended"
	}()
	got := ""
	for got == "" { // the server may begin to listen after the stream has begun
		s.ask(t, loadQuery, input("plan.txt", plan), bearer...)
		select {
		case got = <-done:
		default:
		}
	}
	const want = `{"data":{"loadProgress":{"done":1,"total":1,"fileName":"plan.txt","error":null}}}`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// dialSocket opens a WebSocket as a page of an origin does; "" is no page.
func dialSocket(t *testing.T, s server, origin string) (*websocket.Conn, error) {
	t.Helper()
	options := &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{},
	}
	if origin != "" {
		options.HTTPHeader.Set("Origin", origin)
	}
	conn, _, err := websocket.Dial(t.Context(), s.url+"/graphql", options)
	if err == nil {
		t.Cleanup(func() { conn.CloseNow() }) //nolint:errcheck // the test is over
	}
	return conn, err
}

// TestSocketOrigins opens WebSockets from pages of several origins.
func TestSocketOrigins(t *testing.T) {
	s := start(t, "--data", t.TempDir(), "--seeds", "", "--cors-origin", "https://dashboard.example")
	for origin, want := range map[string]bool{
		"": true, s.url: true, "https://dashboard.example": true,
		"http://dashboard.example": false, "https://other.example": false,
	} {
		if _, err := dialSocket(t, s, origin); (err == nil) != want {
			t.Errorf("origin %q: %v, want it let in: %t", origin, err, want)
		}
	}
}

// TestProgressBySocket listens over graphql-transport-ws.
func TestProgressBySocket(t *testing.T) {
	s := startWithToken(t)
	type message struct {
		ID      string          `json:"id,omitempty"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload,omitempty"`
	}
	dial := func(token string) (*websocket.Conn, message, error) {
		conn, err := dialSocket(t, s, "")
		if err != nil {
			t.Fatal(err)
		}
		payload, _ := json.Marshal(map[string]string{"Authorization": token})
		hello := message{Type: "connection_init", Payload: payload}
		if err := wsjson.Write(t.Context(), conn, hello); err != nil {
			t.Fatal(err)
		}
		var answer message
		return conn, answer, wsjson.Read(t.Context(), conn, &answer)
	}
	const forbidden = 4403 // of the protocol
	if _, answer, err := dial("Bearer wrong"); websocket.CloseStatus(err) != forbidden {
		t.Errorf("a wrong token: got %+v, %v, want the socket closed with %d", answer, err, forbidden)
	}
	conn, answer, err := dial("Bearer " + secret)
	if err != nil || answer.Type != "connection_ack" {
		t.Fatalf("got %+v, %v, want connection_ack", answer, err)
	}
	query, _ := json.Marshal(map[string]string{"query": progressQuery})
	if err := wsjson.Write(t.Context(), conn, message{"1", "subscribe", query}); err != nil {
		t.Fatal(err)
	}
	got := make(chan string, 1)
	go func() {
		for answer.Type != "next" {
			if err := wsjson.Read(t.Context(), conn, &answer); err != nil {
				got <- err.Error()
				return
			}
		}
		got <- string(answer.Payload)
	}()
	for text := ""; text == ""; {
		s.ask(t, loadQuery, input("bad.txt", ""), "Authorization", "Bearer "+secret)
		select {
		case text = <-got:
			if !strings.Contains(text, `"fileName":"bad.txt","error":"load: read bad.txt: the file is empty`) {
				t.Errorf("got %s, want the failure of bad.txt", text)
			}
		default:
		}
	}
}
