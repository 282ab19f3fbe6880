package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodings(t *testing.T) {
	const hans = "一、总体要求\n坚持标准引领，全面提升茶产业质量水平。\n"
	const hant = "一、總體要求\n堅持標準引領，全面提升茶產業質量水平。\n"
	const page = `<html><head><meta charset="big5"></head><body><p>堅持標準</p></body></html>`
	tests := []struct {
		name, want string
		data       []byte
	}{
		{"utf-8", hans, []byte(hans)},
		{"utf-8 with bom", hans, []byte("\ufeff" + hans)},
		{"utf-16 le", hans, encoded(t, xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), hans)},
		{"utf-16 be with bom", hans, encoded(t, xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM), hans)},
		{"gb18030", hans, encoded(t, simplifiedchinese.GB18030, hans)},
		{"gb18030 of a traditional text", hant, encoded(t, simplifiedchinese.GB18030, hant)},
		{"big5", hant, encoded(t, traditionalchinese.Big5, hant)},
		{"a page that declares big5", "堅持標準\n", encoded(t, traditionalchinese.Big5, page)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Text("plan.txt", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// compound begins as the files of Office before 2007 do.
func compound(stream string) []byte {
	return append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), utf16Bytes(stream)...)
}

func TestTextRefuses(t *testing.T) {
	archive := zipped(t, "plan.txt", strings.Repeat("标准", 100))
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"empty.txt", nil, ErrEmpty},
		{"blank.txt", []byte(" \r\n\t"), ErrEmpty},
		{"blank with a mark.txt", []byte("\xef\xbb\xbf\n"), ErrEmpty},
		{"list.html", []byte(`<html><body><ul><li><a href="1.html">某市关于印发方案的通知</a></li></ul></body></html>`), ErrNoText},
		{"frames.html", []byte(`<html><frameset><frame src="1.html"><noframes>浏览器不支持框架。</noframes></frameset></html>`),
			ErrNoText},
		{"page.mht", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"), ErrUnsupported},
		{"photo.txt", []byte("\x89PNG\r\n\x1a\n"), ErrBinary},
		{"scan.pdf", []byte("\xff\xd8\xff\xe0"), ErrBinary},
		{"program.txt", []byte("\x7fELF\x02\x01"), ErrBinary},
		{"zeros.txt", []byte("plan\x00\x01\x02\x00\x05"), ErrBinary},
		{"noise.txt", bytes.Repeat([]byte("\xff\xfd\x81\x20\xf0\x28x"), 99), ErrEncoding},
		{"secret.docx", compound("EncryptedPackage"), ErrPassword},
		{"old.doc", compound("WordDocument"), ErrUnsupported},
		{"plan.rtf", []byte(`{\rtf1 plan}`), ErrUnsupported},
		{"plan.rar", []byte("Rar!\x1a\x07"), ErrUnsupported},
		{"plan.ofd", zipped(t, "OFD.xml", "<OFD/>"), ErrUnsupported},
		{"table.xlsx", zipped(t, "[Content_Types].xml", "", "xl/workbook.xml", ""), ErrUnsupported},
		{"broken.docx", archive[:len(archive)-9], ErrBroken},
		{"broken xml.docx", docx(t, "<w:p", "", ""), ErrBroken},
		{"no text.docx", docx(t, "<w:p/>", "", ""), ErrEmpty},
		{"bomb.docx", docx(t, strings.Repeat(" ", 4<<20), "", ""), ErrBomb},
		{"plans.txt", archive, ErrArchive},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Text(tt.name, tt.data); !errors.Is(err, tt.want) {
				t.Errorf("err = %v, want %v", err, tt.want)
			}
		})
	}
}

func TestContentDecides(t *testing.T) {
	document := docx(t, para("", "坚持标准引领"), "", "")
	for name, data := range map[string][]byte{
		"plan.pdf": document, "plan.docx": []byte("坚持标准引领\n"),
		"plan.txt": []byte("<html><body><p>坚持标准引领</p></body></html>"),
	} {
		if got, err := Text(name, data); err != nil || strings.TrimSpace(got) != "坚持标准引领" {
			t.Errorf("Text(%s) = %q, %v", name, got, err)
		}
	}
}

func TestEntries(t *testing.T) {
	gbk := string(encoded(t, simplifiedchinese.GBK, "公文/方案.txt"))
	path := writeFile(t, zipped(t, gbk, "甲", "意见.txt", "乙", ".DS_Store", "", "__MACOSX/._x", ""))
	if !IsArchive(path) {
		t.Fatal("not an archive")
	}
	entries, err := Entries(path)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		data, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name] = string(data)
	}
	if diff := cmp.Diff(map[string]string{"公文/方案.txt": "甲", "意见.txt": "乙"}, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func TestEntriesRefuse(t *testing.T) {
	var locked bytes.Buffer
	w := zip.NewWriter(&locked)
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "plan.txt", Flags: 1}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := Entries(writeFile(t, locked.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entries[0].Read(); !errors.Is(err, ErrPassword) {
		t.Errorf("a protected entry: %v, want %v", err, ErrPassword)
	}
	bomb := writeFile(t, zipped(t, "a.txt", strings.Repeat("\x00", 8<<20)))
	if _, err := Entries(bomb); !errors.Is(err, ErrBomb) {
		t.Errorf("a bomb: %v, want %v", err, ErrBomb)
	}
	document := writeFile(t, docx(t, para("", "标准"), "", ""))
	if IsArchive(document) || IsArchive(document+"none") {
		t.Error("a document, or nothing, passes for an archive")
	}
}

func TestReadFileTooLarge(t *testing.T) {
	path := writeFile(t, nil)
	if err := os.Truncate(path, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile(path); !errors.Is(err, ErrTooLarge) {
		t.Errorf("err = %v, want %v", err, ErrTooLarge)
	}
}

func writeFile(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
