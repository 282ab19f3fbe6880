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

	"github.com/policygraph/policygraph/loader/format"
)

// file is a file to load.
type file struct {
	path string // as the system finds it
	name string // as the graph stores it: below the folder that was named, with slashes
	// entry is the file of an archive that it is; the path goes on with its name
	entry *format.Entry
}

// stat is what the system, or an archive, says of the file.
func (f file) stat() (fs.FileInfo, error) {
	if f.entry != nil {
		return f.entry.Info, nil
	}
	return os.Stat(f.path)
}

// bytes reads the file, which must not be larger than format.MaxSize.
func (f file) bytes() ([]byte, error) {
	if f.entry != nil {
		return f.entry.Read()
	}
	return format.ReadFile(f.path)
}

// errNotFile is the reason for which a device or socket is not read.
var errNotFile = errors.New("neither a file nor a folder")

// notDocuments are the extensions of files that lie beside documents and are none.
var notDocuments = map[string]bool{
	".json": true, ".jsonl": true, ".yaml": true, ".yml": true, ".toml": true,
	".csv": true, ".tsv": true, ".log": true, ".ini": true, ".sha256": true, ".bak": true, ".tmp": true,
}

// findFiles lists the files of paths, each once, in the order of their paths, and the paths that
// cannot be read. A file that is named is taken whatever it is; in folders hidden files are passed
// over, and those that by their names are descriptions or data (README, *.json, …). A zip archive
// of documents is read as a folder is.
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
			files = append(files, file{path: path, name: filepath.Base(path)})
		default:
			failed = append(failed, FileError{path, errNotFile})
		}
	}
	files, bad := openArchives(files)
	failed = append(failed, bad...)
	slices.SortFunc(files, func(a, b file) int {
		return cmp.Or(strings.Compare(a.path, b.path), strings.Compare(a.name, b.name))
	})
	files = slices.CompactFunc(files, func(a, b file) bool { return a.path == b.path })
	return files, failed
}

// openArchives puts in the place of each archive the files that are in it.
func openArchives(files []file) (all []file, failed []FileError) {
	for _, f := range files {
		if !format.IsArchive(f.path) {
			all = append(all, f)
			continue
		}
		entries, err := format.Entries(f.path)
		if err != nil {
			failed = append(failed, FileError{f.path, err})
		}
		for _, e := range entries {
			if isDocument(e.Name) {
				all = append(all, file{f.path + "/" + e.Name, f.name + "/" + e.Name, &e})
			}
		}
	}
	return all, failed
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
			files = append(files, file{path: path, name: filepath.ToSlash(name)})
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
