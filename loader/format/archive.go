package format

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Entry is a file of an archive. Entries may be read concurrently, and hold nothing open.
type Entry struct {
	Name string      // its path inside the archive, with slashes, decoded
	Info fs.FileInfo // what the archive says of it
	zip  *zip.File
}

// Entries lists the files of a zip archive in their order, folders and hidden files left out. It is
// an error wrapping ErrBomb if they would unpack to more than any collection of documents.
// Archives within it are not opened.
func Entries(archive string) ([]Entry, error) {
	r, size, err := openZipFile(archive)
	if err != nil {
		return nil, err
	}
	if err := checkZip(r, size); err != nil {
		return nil, err
	}
	var out []Entry
	for _, f := range r.File {
		if name := path.Clean(entryName(f)); !f.FileInfo().IsDir() && !isHidden(name) {
			out = append(out, Entry{Name: name, Info: f.FileInfo(), zip: f})
		}
	}
	return out, nil
}

// Read unpacks the entry, up to MaxSize bytes.
func (e Entry) Read() ([]byte, error) {
	data, err := readEntry(e.zip)
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", e.Name, err)
	}
	return data, nil
}

// IsArchive reports whether a file is a zip archive of documents, rather than a document whose
// format is a zip archive. A file that cannot be opened is none: its reader will say why.
func IsArchive(name string) bool {
	r, _, err := openZipFile(name)
	if err != nil {
		return false
	}
	for _, f := range r.File {
		switch f.Name {
		case "[Content_Types].xml", "OFD.xml", "mimetype":
			return false
		}
	}
	return true
}

// openZipFile lists a file that begins as zip archives do; size is the file's.
func openZipFile(name string) (_ *zip.Reader, size int64, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, 0, err
	}
	head := make([]byte, 4)
	if _, err := diskFile(name).ReadAt(head, 0); err != nil || !isZip(head) {
		return nil, 0, ErrUnsupported
	}
	r, err := zip.NewReader(diskFile(name), info.Size())
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	return r, info.Size(), nil
}

// diskFile is a file by its name, open only while it is read: thousands of entries may wait.
type diskFile string

// ReadAt implements io.ReaderAt.
func (d diskFile) ReadAt(p []byte, at int64) (int, error) {
	file, err := os.Open(string(d))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return file.ReadAt(p, at)
}

// isHidden reports whether a name in an archive is one that no user put there.
func isHidden(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}

// ReadFile reads a file of at most MaxSize bytes. Its size is looked at before anything is read,
// and again while reading, since a file may grow.
func ReadFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > MaxSize {
		return nil, ErrTooLarge
	}
	return readAll(file, info.Size())
}

// ReadAll reads a stream of at most MaxSize bytes.
func ReadAll(r io.Reader) ([]byte, error) { return readAll(r, 0) }

func readAll(r io.Reader, size int64) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(int(size) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(r, MaxSize+1)); err != nil {
		return nil, err
	}
	if buf.Len() > MaxSize {
		return nil, ErrTooLarge
	}
	return buf.Bytes(), nil
}
