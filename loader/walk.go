package loader

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// file is a file to load.
type file struct {
	path string // as the system finds it
	name string // as the graph stores it: below the folder that was named, with slashes
}

// errNotFile is the reason for which a device or socket is not read.
var errNotFile = errors.New("neither a file nor a folder")

// notDocuments are the extensions of files that lie beside documents and are none.
var notDocuments = map[string]bool{
	".md": true, ".json": true, ".jsonl": true, ".yaml": true, ".yml": true, ".toml": true,
	".csv": true, ".tsv": true, ".log": true, ".ini": true, ".sha256": true, ".bak": true, ".tmp": true,
}

// findFiles lists the files of paths, each once, in the order of their paths, and the paths that
// cannot be read. A file that is named is taken whatever it is; in folders hidden files are passed
// over, and those that by their names are descriptions or data (README, *.md, *.json, …).
func findFiles(paths []string) ([]file, []FileError) {
	var files []file
	var failed []FileError
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			failed = append(failed, FileError{path, err})
		case info.IsDir():
			found, bad := walk(path)
			files, failed = append(files, found...), append(failed, bad...)
		case info.Mode().IsRegular():
			files = append(files, file{path, filepath.Base(path)})
		default:
			failed = append(failed, FileError{path, errNotFile})
		}
	}
	slices.SortFunc(files, func(a, b file) int {
		return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.name, b.name))
	})
	files = slices.CompactFunc(files, func(a, b file) bool { return a.path == b.path })
	return files, failed
}

// walk lists the documents below a folder.
func walk(root string) (files []file, failed []FileError) {
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			failed = append(failed, FileError{path, err})
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && isDocument(d.Name()) && isRegular(path, d):
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			files = append(files, file{path, filepath.ToSlash(name)})
		}
		return nil
	})
	if err != nil {
		failed = append(failed, FileError{root, fmt.Errorf("walk: %w", err)})
	}
	return files, failed
}

func isDocument(name string) bool {
	upper := strings.ToUpper(name)
	return !notDocuments[strings.ToLower(filepath.Ext(name))] &&
		!strings.HasPrefix(upper, "README") && !strings.HasPrefix(upper, "LICENSE")
}

// isRegular reports whether an entry is a file or a link to one.
func isRegular(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func sortFailures(failed []FileError) {
	slices.SortStableFunc(failed, func(a, b FileError) int { return strings.Compare(a.Path, b.Path) })
}
