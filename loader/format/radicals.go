package format

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// radicals are the radicals of Unicode's supplement that are characters by themselves, and those
// characters.
const (
	radicals = "⺁⺌⺎⺒⺓⺔⺜⺝⺟⺠⺡⺩⺫⺬⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"
	meant    = "厂小兀巳幺乙日月母民水王目示竹肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
)

// withoutRadicals writes characters in the place of radicals, which only look like
// them. Programs that make PDF files name the first sign that a glyph is drawn for.
func withoutRadicals(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x2E80 || r > 0x2FD5:
			return r
		case r >= 0x2F00: // the radicals of Kangxi
			for _, c := range norm.NFKC.String(string(r)) {
				return c
			}
		}
		from, to := []rune(radicals), []rune(meant)
		for i, c := range from {
			if c == r {
				return to[i]
			}
		}
		return r
	}, s)
}
