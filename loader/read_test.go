package loader

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

const someText = "一、总体要求\n坚持标准引领，全面提升茶产业质量水平，完善标准体系，加强培训。\n"

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReadEncodings(t *testing.T) {
	tests := map[string][]byte{
		"utf-8":          []byte(someText),
		"utf-8 with bom": []byte("\ufeff" + someText),
		"gb18030":        encoded(t, simplifiedchinese.GB18030, someText),
		"gbk":            encoded(t, simplifiedchinese.GBK, someText),
		"utf-16 le":      encoded(t, xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), someText),
		"utf-16 be":      encoded(t, xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM), someText),
		"utf-16 with bom": encoded(t, xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM),
			someText),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			src, err := Read("plan.txt", data)
			if err != nil {
				t.Fatal(err)
			}
			if got := src.Text; got != someText {
				t.Errorf("text = %q, want %q", got, someText)
			}
			if src.Script != "Hans" || len(src.SHA256) != 64 || src.Name != "plan.txt" {
				t.Errorf("source = %s %s %s", src.Name, src.Script, src.SHA256)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct {
		name string
		data string
		want error
	}{
		{"empty", "", ErrEmpty},
		{"blank", " \n\t\n", ErrEmpty},
		{"picture", "\x89PNG\r\n\x1a\n" + someText, ErrBinary},
		{"zeros", "plan\x00\x01\x02\x00" + someText, ErrBinary},
		{"latin", strings.Repeat("This is an English text about standards. ", 20), ErrNotChinese},
		{"noise", strings.Repeat("\xff\xfd\x81\x20\xf0\x28", 200) + "x", ErrEncoding},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read("dir/plan.txt", []byte(tt.data))
			if !errors.Is(err, tt.want) {
				t.Fatalf("err = %v, want %v", err, tt.want)
			}
			if !strings.Contains(err.Error(), "plan.txt") {
				t.Errorf("error %q does not name the file", err)
			}
		})
	}
}

func TestReadDamagedUTF8(t *testing.T) {
	src, err := Read("plan.txt", []byte(strings.Repeat(someText, 60)+"\xe4\xb8"))
	if err != nil {
		t.Fatal(err)
	}
	if last := lastRune(src.Text); last != '\uFFFD' {
		t.Errorf("last rune = %q, want a replacement character", last)
	}
}

func TestReadWebPage(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>网站</title><style>p{}</style></head><body>
<table><tr><td><b>发文机关：</b></td><td>宜春市人民政府</td></tr><tr><td>成文日期：</td><td>2023年3月15日</td></tr></table>
<p>为加快茶产业标准化，<b>制定</b>本方案。</p><p>一、总体要求</p><script>var a = "二、";</script>
<p>　　坚持标准引领，<br>全面提升&nbsp;茶产业质量水平。</p></body></html>`
	src, err := Read("page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	want := "发文机关：宜春市人民政府\n成文日期：2023年3月15日\n为加快茶产业标准化，制定本方案。\n一、总体要求\n" +
		"　　坚持标准引领，\n全面提升\u00a0茶产业质量水平。\n"
	if got := src.Text; got != want {
		t.Errorf("text = %q\nwant  %q", got, want)
	}
}

func TestSimplify(t *testing.T) {
	tests := []struct{ name, text, want, script string }{
		{"traditional", "為貫徹落實國家標準化發展綱要，顯著提升標準化水平。", "为贯彻落实国家标准化发展纲要，显著提升标准化水平。", "Hant"},
		{"naive conversion", "關于制(修)訂標準的后續工作，以此為著力點，圍繞里程碑，發揮只爭朝夕的精神。",
			"关于制(修)订标准的后续工作，以此为着力点，围绕里程碑，发挥只争朝夕的精神。", "Hant"},
		{"words with a second reading", "標準專著、名著、乾坤與乾燥設備，瞭望塔與瞭解情況。",
			"标准专著、名著、乾坤与干燥设备，瞭望塔与了解情况。", "Hant"},
		{"simplified stays", "显著提升标准化水平，出版专著，著力推进。", "显著提升标准化水平，出版专著，著力推进。", "Hans"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := SourceOf(tt.text)
			if src.Hans != tt.want || src.Script != tt.script {
				t.Errorf("simplified %q %s, want %q %s", src.Hans, src.Script, tt.want, tt.script)
			}
			if src.Text != tt.text || len(src.Hans) != len(src.Text) {
				t.Errorf("text %q of %d bytes, want %q", src.Text, len(src.Hans), tt.text)
			}
		})
	}
}
