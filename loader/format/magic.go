package format

import (
	"bytes"
	"fmt"
)

// magicReason is the reason for which a file with a well-known beginning is refused, or nil.
func magicReason(data []byte) error {
	for _, m := range []struct {
		magic, name string
		reason      error
	}{
		{"\x89PNG", "a PNG picture", ErrBinary},
		{"\xff\xd8\xff", "a JPEG picture", ErrBinary},
		{"GIF8", "a GIF picture", ErrBinary},
		{"II*\x00", "a TIFF picture", ErrBinary},
		{"MM\x00*", "a TIFF picture", ErrBinary},
		{"\x7fELF", "a program", ErrBinary},
		{"MZ\x90", "a program", ErrBinary},
		{"SQLite format 3\x00", "a database", ErrBinary},
		{"\x1f\x8b", "a gzip archive; unpack it first", ErrUnsupported},
		{"BZh9", "a bzip2 archive; unpack it first", ErrUnsupported},
		{"Rar!", "a RAR archive; unpack it first", ErrUnsupported},
		{"7z\xbc\xaf", "a 7z archive; unpack it first", ErrUnsupported},
		{"{\\rtf", "an RTF document; save it as .docx", ErrUnsupported},
	} {
		if bytes.HasPrefix(data, []byte(m.magic)) {
			return fmt.Errorf("%w: %s", m.reason, m.name)
		}
	}
	if len(data) > 12 && bytes.HasPrefix(data, []byte("RIFF")) {
		return fmt.Errorf("%w: a picture or a recording", ErrBinary)
	}
	if isWebArchive(data) {
		return fmt.Errorf("%w: a web archive (MHTML); save it as .html or .docx", ErrUnsupported)
	}
	return nil
}

// isWebArchive recognises the format in which browsers and Word save a page with its pictures, also
// under the name of .doc: a mail of several parts.
func isWebArchive(data []byte) bool {
	const searched = 1024
	head := data[:min(len(data), searched)]
	if !bytes.Contains(head, []byte(":")) || !bytes.Contains(head, []byte("/")) {
		return false // as nearly all texts
	}
	head = bytes.ToLower(head)
	return bytes.Contains(head, []byte("mime-version:")) &&
		bytes.Contains(head, []byte("content-type: multipart/"))
}

// compoundReason is the reason for which a compound file (the container of Office before 2007, and
// of encrypted files since) is refused. The names of its streams are in UTF-16.
func compoundReason(data []byte) error {
	has := func(stream string) bool { return bytes.Contains(data, utf16Bytes(stream)) }
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return ErrPassword
	case has("WordDocument"):
		return fmt.Errorf("%w: a Word document of before 2007; save it as .docx", ErrUnsupported)
	case has("Workbook"), has("Book"):
		return fmt.Errorf("%w: an Excel workbook", ErrUnsupported)
	}
	return fmt.Errorf("%w: an Office file of before 2007", ErrUnsupported)
}

// utf16Bytes is an ASCII text in UTF-16, low bytes first.
func utf16Bytes(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}
