package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// server is a running program.
type server struct {
	url  string
	stop func() int // tells it to stop and returns its exit status
}

// start runs the program's server on a free port of loopback until the test ends.
func start(t *testing.T, args ...string) server {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	logs, stderr := io.Pipe()
	status, ended := 0, make(chan struct{})
	args = append([]string{"serve", "--addr", "127.0.0.1:0", "--log-format", "json"}, args...)
	go func() {
		status = run(ctx, args, strings.NewReader(""), io.Discard, stderr)
		stderr.Close() //nolint:errcheck // a pipe's Close returns nil
		close(ended)
	}()
	s := server{stop: func() int {
		cancel()
		<-ended
		return status
	}}
	t.Cleanup(func() { // the folder of the data may go only then
		logs.Close() //nolint:errcheck // a pipe's Close returns nil
		s.stop()
	})
	lines := bufio.NewScanner(logs)
	for lines.Scan() {
		var line struct{ Msg, URL string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("log: %s", lines.Bytes())
		}
		if line.Msg == "serving" {
			s.url = line.URL
			break
		}
	}
	if s.url == "" {
		t.Fatalf("the server ended with status %d", s.stop())
	}
	go io.Copy(io.Discard, logs) //nolint:errcheck // ends with the server
	return s
}

// request sends a request and returns status and body.
func request(t *testing.T, method, url, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // read to its end
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(text)
}

// awaitReady waits until the server says that it is ready.
func (s server) awaitReady(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); {
		if status, _ := request(t, http.MethodGet, s.url+"/healthz", ""); status == http.StatusOK {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the server was not ready within 30 s")
}

// TestServe starts the program as a user does, on an empty folder: it loads the seeds, answers,
// and stops in good order; started again, it has everything and loads nothing.
func TestServe(t *testing.T) {
	data := t.TempDir()
	const count = `{"query":"{ stats { documents tasks } }"}`
	s := start(t, "--data", data)
	s.awaitReady(t)
	_, loaded := request(t, http.MethodPost, s.url+"/graphql", count)
	if want := `{"data":{"stats":{"documents":4,`; !strings.HasPrefix(loaded, want) {
		t.Errorf("stats are %s, want %s…", loaded, want)
	}
	for _, path := range []string{"/", "/graphiql"} {
		if status, body := request(t, http.MethodGet, s.url+path, ""); status != http.StatusOK ||
			!strings.Contains(strings.ToLower(body), "<!doctype html>") {
			t.Errorf("%s: %d %.80s", path, status, body)
		}
	}
	if _, figures := request(t, http.MethodGet, s.url+"/metrics", ""); !strings.Contains(figures,
		`policygraph_nodes{kind="document"} 4`) {
		t.Errorf("metrics lack the documents: %s", figures)
	}
	if status := s.stop(); status != exitOK {
		t.Errorf("stopped with status %d", status)
	}
	s = start(t, "--data", data, "--seeds", "")
	s.awaitReady(t)
	if _, again := request(t, http.MethodPost, s.url+"/graphql", count); again != loaded {
		t.Errorf("after a restart %s, before %s", again, loaded)
	}
	if status := s.stop(); status != exitOK {
		t.Errorf("stopped with status %d", status)
	}
}

// TestServeWithoutSeeds serves an empty graph where there is nothing to load.
func TestServeWithoutSeeds(t *testing.T) {
	s := start(t, "--data", t.TempDir(), "--seeds", filepath.Join(t.TempDir(), "none"))
	s.awaitReady(t)
	_, body := request(t, http.MethodPost, s.url+"/graphql", `{"query":"{ stats { documents } }"}`)
	if want := `{"data":{"stats":{"documents":0}}}`; body != want {
		t.Errorf("got %s, want %s", body, want)
	}
}

// TestServeWatch adds a document to a folder that the server watches, and takes it away.
func TestServeWatch(t *testing.T) {
	folder := writeFiles(t, map[string]string{"plan.txt": plan})
	s := start(t, "--data", t.TempDir(), "--seeds", "", "--watch", folder)
	await := func(want string) {
		t.Helper()
		got := ""
		for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); {
			const query = `{"query":"{ documents { nodes { number } } }"}`
			if _, got = request(t, http.MethodPost, s.url+"/graphql", query); strings.Contains(got, want) {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("got %s, want %s", got, want)
	}
	await(`"nodes":[{"number":"东政发〔2020〕1号"}]`)
	other := filepath.Join(folder, "other.txt")
	if err := os.WriteFile(other, []byte(strings.ReplaceAll(plan, "东", "西")), 0o600); err != nil {
		t.Fatal(err)
	}
	await(`西政发〔2020〕1号`)
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	await(`"nodes":[{"number":"东政发〔2020〕1号"}]`)
	if status := s.stop(); status != exitOK {
		t.Errorf("stopped with status %d", status)
	}
}

// outcome is what a command leaves behind.
type outcome struct {
	status         int
	stdout, stderr string
}

// command runs a command of the program to its end.
func command(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr)
	return outcome{status, stdout.String(), stderr.String()}
}
