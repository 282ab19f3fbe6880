package loader

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// A text of one thing over and over takes well below a second; the limit is far above it, for slow
// machines, and far below what brackets read once for each that is open would take.
func TestParseRepetitiveText(t *testing.T) {
	gaz := loadGazetteer(t)
	const size, limit = 1 << 18, 20 * time.Second
	const opening = "一、关于加强茶产业标准化工作的若干要求和具体措施。\n"
	for name, unit := range map[string]string{
		"brackets": "（〔(", "brackets with words": "（市科技局", "titles": "《〈", "digits": "7", "one character": "标", "one line": "坚持标准引领",
		"numbers with units": "增长15%、达到30项，", "labels": "一、", "lines": "（一）坚持。\n",
		"units": "市科技局、", "standards": "GB/T 1-2", "numbers of documents": "国发〔2015〕13号",
	} {
		t.Run(name, func(t *testing.T) {
			text := opening + strings.Repeat(unit, size/len(unit))
			src := fuzzSource(text)
			began := time.Now()
			if _, err := Parse(src, gaz); err != nil && !errors.Is(err, ErrNotPolicy) {
				t.Fatal(err)
			}
			if took := time.Since(began); took > limit {
				t.Errorf("parsing took %s", took)
			}
		})
	}
}
