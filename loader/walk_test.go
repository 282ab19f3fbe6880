package loader

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindFiles(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"b.txt": "x", "a.txt": "x", "sub/c.html": "x", "sub/.git/d.txt": "x", ".hidden.txt": "x",
		"README.md": "x", "readme": "x", "LICENSE": "x", "data.json": "x", "plan": "x",
	})
	tests := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"folder", []string{"."}, []string{"a.txt", "b.txt", "plan", "sub/c.html"}},
		{"folder within", []string{"sub"}, []string{"c.html"}},
		{"file in a folder", []string{"sub/c.html"}, []string{"c.html"}},
		{"a named file", []string{"data.json", ".hidden.txt"}, []string{".hidden.txt", "data.json"}},
		{"twice the same", []string{"a.txt", "a.txt"}, []string{"a.txt"}},
		{"missing", []string{"none.txt"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var paths, names []string
			for _, p := range tt.paths {
				paths = append(paths, filepath.Join(dir, p))
			}
			files, failed := findFiles(paths)
			for _, f := range files {
				names = append(names, f.name)
			}
			if diff := cmp.Diff(tt.want, names); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if (len(failed) > 0) != (tt.want == nil) {
				t.Errorf("failed: %v", failed)
			}
		})
	}
}
