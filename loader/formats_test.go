package loader

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/policygraph/policygraph/graph/graphtest"
	"github.com/policygraph/policygraph/loader/format"
)

// zipOf makes an archive of files by name and content.
func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wordOf makes a Word document of lines.
func wordOf(t *testing.T, text string) string {
	t.Helper()
	paras := "<w:p><w:r><w:t>" +
		strings.ReplaceAll(strings.TrimSpace(text), "\n", "</w:t></w:r></w:p><w:p><w:r><w:t>") + "</w:t></w:r></w:p>"
	return zipOf(t, "[Content_Types].xml", "<Types/>",
		"word/document.xml", `<w:document xmlns:w="w"><w:body>`+paras+`</w:body></w:document>`)
}

func plan(city, number string) string {
	return smallPlan(city+"人民政府", city+"养老服务标准化实施方案", number, "2021年3月1日", listOne, listTwo)
}

// The same text gives the same facts in every format.
func TestFormatsAgree(t *testing.T) {
	text := plan("苏州市", "苏府〔2021〕5号")
	want := parseText(t, "plan.txt", text)
	page := "<html><body><ul><li><a href=x>首页</a></li></ul><div><p>" +
		strings.ReplaceAll(strings.TrimSpace(text), "\n", "</p><p>") + "</p></div></body></html>"
	for name, data := range map[string]string{
		"plan.docx": wordOf(t, text), "plan.html": page, "plan.md": text,
	} {
		t.Run(name, func(t *testing.T) {
			got := parseText(t, name, data)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
		})
	}
}

// parseText is what is read from a file, places and its name left out.
func parseText(t *testing.T, name, data string) []string {
	t.Helper()
	src, err := Read(name, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	x, err := Parse(src, testNames(t))
	if err != nil {
		t.Fatal(err)
	}
	checkSpans(t, src, x)
	head := x.Document
	out := []string{deref(head.Title), deref(head.Number), deref(head.Issued)}
	for _, s := range x.Sections {
		out = append(out, s.Path+" "+s.Label+s.Heading)
	}
	for _, task := range x.Tasks {
		out = append(out, task.Path+" "+deref(task.UnitsQuote))
	}
	for _, target := range x.Targets {
		out = append(out, target.Path+" "+target.Quote)
	}
	return out
}

// A folder as people keep it: what is bad is named with the reason, and the rest is loaded.
func TestLoadMixedFolder(t *testing.T) {
	big5, err := traditionalchinese.Big5.NewEncoder().String(strings.Repeat(
		"一、總體要求\n堅持標準引領，全面提升茶產業質量水平，完善標準體系，加強培訓。\n", 3))
	if err != nil {
		t.Fatal(err)
	}
	dir := writeFiles(t, map[string]string{
		"good/plan.docx": wordOf(t, plan("苏州市", "苏府〔2021〕5号")),
		"good/plan.md":   plan("杭州市", "杭政函〔2021〕6号"),
		"good/plans.zip": zipOf(t, "a/无锡.txt", plan("无锡市", "锡政发〔2021〕7号"), "photo.jpg", "\xff\xd8\xff\xe0"),
		"good/big5.txt":  big5,
		"wrong.pdf":      plan("南京市", "宁政发〔2021〕8号"),
		"empty.docx":     "",
		"photo.txt":      "\x89PNG\r\n\x1a\n",
		"locked.docx":    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00i\x00o\x00n\x00I\x00n\x00f\x00o\x00",
		"broken.zip":     zipOf(t, "a.txt", strings.Repeat("标准", 99))[:60],
		"bomb.zip":       zipOf(t, "a.txt", strings.Repeat(" ", 8<<20)),
		"huge.txt":       "",
		"poem.txt":       "春晓望月\n床前月色满庭霜，独坐高楼忆故乡。\n山外青山云外路，一江春水送斜阳。\n",
		"recipe.md":      "# 家常红烧肉\n一、准备材料\n五花肉500克，冰糖30克，杭州黄酒半碗。\n二、制作步骤\n1.切块焯水。\n2.小火慢炖一小时。\n",
		"service.java":   strings.Repeat("/* 一、用户接口\n（一）查询用户，按编号查询\n（二）新增用户，由管理员操作 */\nint get();\n", 9),
		"code.txt":       strings.Repeat("func main() { fmt.Println(\"hello\") } // 打印问候\n", 20),
		"english.html":   "<html><body><p>" + strings.Repeat("Standards matter. ", 50) + "</p></body></html>",
	})
	if err := os.Truncate(filepath.Join(dir, "huge.txt"), 200<<20); err != nil {
		t.Fatal(err)
	}
	sum := load(t, graphtest.Open(t), dir)
	if sum.Documents != 5 {
		t.Errorf("%d documents were loaded, want 5", sum.Documents)
	}
	got := map[string]string{}
	reasons := []error{
		format.ErrEmpty, format.ErrBinary, format.ErrPassword, format.ErrBroken, format.ErrBomb,
		format.ErrTooLarge, ErrNotPolicy, ErrNotChinese,
	}
	for _, f := range sum.Failed {
		name, err := filepath.Rel(dir, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		for _, reason := range reasons {
			if errors.Is(f.Err, reason) {
				got[filepath.ToSlash(name)] = reason.Error()
			}
		}
		if !strings.Contains(f.Error(), filepath.Base(f.Path)) {
			t.Errorf("error %q does not name its file", f)
		}
	}
	want := map[string]string{
		"good/plans.zip/photo.jpg": format.ErrBinary.Error(),
		"empty.docx":               format.ErrEmpty.Error(),
		"photo.txt":                format.ErrBinary.Error(),
		"locked.docx":              format.ErrPassword.Error(),
		"broken.zip":               format.ErrBroken.Error(),
		"bomb.zip":                 format.ErrBomb.Error(),
		"huge.txt":                 format.ErrTooLarge.Error(),
		"poem.txt":                 ErrNotPolicy.Error(),
		"recipe.md":                ErrNotPolicy.Error(),
		"service.java":             ErrNotPolicy.Error(),
		"code.txt":                 ErrNotChinese.Error(),
		"english.html":             ErrNotChinese.Error(),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
}
