package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module.
const module = "github.com/policygraph/policygraph"

// allowed says what the code of each folder may import besides the standard library: folders of
// ours, and modules of others. Tests may import more. A new folder needs a line.
var allowed = map[string][]string{
	"graph": {
		"github.com/dgraph-io/badger/v4", "github.com/hashicorp/golang-lru/v2",
		"github.com/klauspost/compress", "github.com/tidwall/btree", "golang.org/x/text",
	},
	"graph/graphtest": {"graph"},
	"graph/paths":     {"graph"},
	"export":          {"graph"},
	"align":           {"graph"},
	"align/aligntest": {"graph", "align"},
	"search": {
		"graph", "github.com/blevesearch/bleve/v2", "github.com/blevesearch/bleve_index_api",
		"golang.org/x/sync", "golang.org/x/text",
	},
	"loader": {
		"graph", "loader/format", "loader/gazetteer", "golang.org/x/sync", "golang.org/x/text",
	},
	"loader/format": {
		"github.com/ledongthuc/pdf", "golang.org/x/net", "golang.org/x/text", "rsc.io/markdown",
	},
	"loader/loadertest": {},
	"loader/gazetteer":  {"github.com/goccy/go-yaml", "golang.org/x/text"},
	"schema/model":      {"graph", "github.com/99designs/gqlgen"},
	"schema/generated": {
		"graph", "schema/model", "github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2",
	},
	"resolvers": {
		"graph", "graph/paths", "align", "search", "schema/generated", "schema/model",
		"github.com/99designs/gqlgen", "github.com/vektah/gqlparser/v2", "golang.org/x/text",
	},
	"web": {},
	".": {
		"graph", "align", "export", "loader", "loader/format", "loader/gazetteer", "resolvers",
		"schema/model", "search", "web",
		"github.com/alecthomas/kong", "github.com/fsnotify/fsnotify", "github.com/klauspost/compress",
		"github.com/prometheus/client_golang", "github.com/schollz/progressbar/v3", "golang.org/x/sync", "golang.org/x/term",
	},
}

// TestDependencies reads the imports of every file. It does not ask `go list`, of whose answers the
// test cache knows nothing.
func TestDependencies(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && skipped(entry.Name()):
			return fs.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			checkImports(t, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// skipped reports whether a folder holds no code of ours.
func skipped(folder string) bool {
	return folder != "." && strings.HasPrefix(folder, ".") ||
		slices.Contains([]string{"node_modules", "testdata", "data", "bin"}, folder)
}

// checkImports compares the imports of a file with what its folder may import.
func checkImports(t *testing.T, name string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		t.Error(err)
		return
	}
	if slices.ContainsFunc(file.Comments, notBuilt) {
		return
	}
	may, known := allowed[path.Dir(name)]
	if !known {
		t.Errorf("%s: its folder has no line in the table of allowed imports", name)
		return
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !permitted(imported, may) {
			t.Errorf("%s imports %s, which its folder may not", name, imported)
		}
	}
}

// notBuilt reports whether a comment keeps its file out of every build, as those of generators do.
func notBuilt(c *ast.CommentGroup) bool { return c.List[0].Text == "//go:build ignore" }

// permitted reports whether an import is of the standard library or on the list.
func permitted(imported string, may []string) bool {
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		return slices.Contains(may, ours)
	}
	host, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(host, ".") || slices.ContainsFunc(may, func(m string) bool {
		return imported == m || strings.HasPrefix(imported, m+"/")
	})
}
