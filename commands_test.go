package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plan is a document for the commands to read.
const plan = `东州市人民政府关于印发东州市标准化三年行动计划的通知
东政发〔2020〕1号

东州市标准化三年行动计划

一、总体要求
到2025年，制定地方标准20项以上。

二、重点任务
（一）完善网上贸易标准。推动网上贸易服务标准化。（责任单位：市商务局、市市场监管局）
（二）推动技术成果转化。把技术成果转化为标准。（责任单位：市科技局）

三、保障措施
（一）加强组织领导。建立工作机制。（责任单位：市市场监管局）

东州市人民政府
2020年3月1日
`

// writeFiles puts files into a folder of the test.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoad(t *testing.T) {
	files := writeFiles(t, map[string]string{"plan.txt": plan})
	data := t.TempDir()
	for _, test := range []struct{ name, want string }{
		{"first", "1 files: 1 loaded with 3 tasks, 0 unchanged, 0 failed"},
		{"again", "1 files: 0 loaded with 0 tasks, 1 unchanged, 0 failed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := command(t, "", "load", "--data", data, files)
			if got.status != exitOK || !strings.HasPrefix(got.stdout, test.want) || got.stderr != "" {
				t.Errorf("got %+v, want %s", got, test.want)
			}
		})
	}
	got := command(t, "", "load", "--data", t.TempDir(), files)
	if row := regexp.MustCompile(`(?m)^tasks +3 +3 +0 +0$`); !row.MatchString(got.stdout) {
		t.Errorf("no table with three tasks: %s", got.stdout)
	}
	if got := command(t, "", "check", "--data", data); got.status != exitOK ||
		!strings.HasPrefix(got.stdout, "sound: ") {
		t.Errorf("check: %+v", got)
	}
}

func TestLoadReportsBadFiles(t *testing.T) {
	files := writeFiles(t, map[string]string{
		"plan.txt": plan, "empty.txt": "", "noise.txt": "\x00\x01\x02",
	})
	got := command(t, "", "load", "--data", t.TempDir(), files, filepath.Join(files, "none.txt"))
	const want = "1 loaded with 3 tasks, 0 unchanged, 3 failed"
	if got.status != exitFailed || !strings.Contains(got.stdout, want) {
		t.Errorf("got %+v, want one file loaded and three failed", got)
	}
	for _, name := range []string{"empty.txt", "noise.txt", "none.txt"} {
		if !strings.Contains(got.stderr, name) {
			t.Errorf("%s is not reported: %s", name, got.stderr)
		}
	}
}

func TestParse(t *testing.T) {
	file := filepath.Join(writeFiles(t, map[string]string{"plan.txt": plan}), "plan.txt")
	fromFile := command(t, "", "parse", file)
	var extraction struct{ Tasks []struct{ Path string } }
	if err := json.Unmarshal([]byte(fromFile.stdout), &extraction); err != nil || fromFile.status != exitOK {
		t.Fatalf("%v: %+v", err, fromFile)
	}
	if len(extraction.Tasks) != 3 || extraction.Tasks[2].Path != "3.1" {
		t.Errorf("tasks are %+v, want 2.1, 2.2 and 3.1", extraction.Tasks)
	}
	piped := command(t, plan, "parse", "-")
	if strings.Replace(fromFile.stdout, "plan.txt", "stdin", 1) != piped.stdout {
		t.Errorf("piped:\n%s\nfrom a file:\n%s", piped.stdout, fromFile.stdout)
	}
}

func TestQuery(t *testing.T) {
	data := t.TempDir()
	command(t, "", "load", "--data", data, writeFiles(t, map[string]string{"plan.txt": plan}))
	const query = `query ($n: Int) { tasks(first: $n) { totalCount nodes { path } } }`
	const want = `{
  "data": {
    "tasks": {
      "totalCount": 3,
      "nodes": [
        {
          "path": "2.1"
        }
      ]
    }
  }
}
`
	for name, got := range map[string]outcome{
		"argument": command(t, "", "query", "--data", data, "--variables", `{"n": 1}`, query),
		"piped":    command(t, query, "query", "--data", data, "--variables", `{"n": 1}`, "-"),
	} {
		if got.status != exitOK || got.stdout != want {
			t.Errorf("%s: got %+v, want %s", name, got, want)
		}
	}
	s := start(t, "--data", data)
	asked := command(t, "", "query", "--url", s.url+"/graphql", "--variables", `{"n": 1}`, query)
	if asked.stdout != want {
		t.Errorf("from a server: got %+v, want %s", asked, want)
	}
	if got := command(t, "", "query", "--data", data, query); got.status != exitFailed ||
		!strings.Contains(got.stderr, "is a server running?") {
		t.Errorf("beside a server: %+v", got)
	}
	s.stop()
	got := command(t, "", "query", "--data", data, "{ nothing }")
	if got.status != exitFailed || !strings.Contains(got.stdout, "GRAPHQL_VALIDATION_FAILED") {
		t.Errorf("a wrong query: %+v", got)
	}
}

func TestCheckFindsNoStore(t *testing.T) {
	dir := writeFiles(t, map[string]string{"graph": "a file, not a folder"})
	if got := command(t, "", "check", "--data", dir); got.status != exitFailed || got.stderr == "" {
		t.Errorf("got %+v, want status 1 and a reason", got)
	}
}

func TestUsage(t *testing.T) {
	tests := []struct {
		name   string
		args   []string
		status int
		want   string // in standard output, or in standard error if the status is not 0
	}{
		{"help", []string{"--help"}, exitOK, "$POLICYGRAPH_DATA"},
		{"help of a command", []string{"load", "--help"}, exitOK, "folders with all files below them"},
		{"unknown command", []string{"frob"}, exitUsage, "frob"},
		{"unknown flag", []string{"check", "--frob"}, exitUsage, "--frob"},
		{"no argument", []string{"load"}, exitUsage, "path"},
		{"wrong value", []string{"serve", "--timeout", "soon"}, exitUsage, "timeout"},
		{"wrong level", []string{"check", "--log-level", "loud"}, exitUsage, "log-level"},
		{"missing file", []string{"parse", "/nonexistent/file"}, exitFailed, "no such file"},
		{"wrong variables", []string{"query", "--variables", "{", "{x}"}, exitFailed, "no JSON"},
		{"address in use", []string{"serve", "--addr", "256.0.0.1:1"}, exitFailed, "serve"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("POLICYGRAPH_DATA", t.TempDir())
			got := command(t, "", test.args...)
			said := got.stdout
			if test.status != exitOK {
				said = got.stderr
			}
			if got.status != test.status || !strings.Contains(said, test.want) {
				t.Errorf("got %+v, want status %d and %q", got, test.status, test.want)
			}
		})
	}
}

// TestDoubts asks why facts are less than sure.
func TestDoubts(t *testing.T) {
	data := t.TempDir()
	text := strings.Replace(plan, "20项以上", "20项以上，标准化水平翻一番", 1)
	command(t, "", "load", "--data", data, writeFiles(t, map[string]string{"plan.txt": text}))
	got := command(t, "", "query", "--data", data, `{ document(fileName: "plan.txt") {
		expressions { doubts { kind path text confidence reasons } }
	} }`)
	type doubt struct {
		Kind, Path, Text, Confidence string
		Reasons                      []string
	}
	var answer struct {
		Data struct {
			Document struct{ Expressions []struct{ Doubts []doubt } }
		}
	}
	if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil {
		t.Fatalf("%v: %+v", err, got)
	}
	var targets []doubt
	for _, e := range answer.Data.Document.Expressions {
		for _, d := range e.Doubts {
			if d.Kind == "targets" {
				targets = append(targets, d)
			}
		}
	}
	want := []doubt{{
		"targets", "1", "标准化水平翻一番", "MEDIUM", []string{"the figure is written in words"},
	}}
	if diff := cmp.Diff(want, targets); diff != "" {
		t.Errorf("doubts of targets (-want +got):\n%s", diff)
	}
}
