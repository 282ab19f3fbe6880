package loader

import (
	"strings"
	"testing"
)

// TestClosing looks for the paragraphs behind the last element that speak of the whole plan.
func TestClosing(t *testing.T) {
	const articles = `
一、提升质量
（一）开展质量帮扶。` + filler + `
（二）建设检测平台。` + filler + `
二、组织实施
（三）加强统筹协调。` + filler + `
（四）强化宣传引导。` + filler + `
`
	tests := []struct{ name, text, want string }{
		{"it says so", articles + "本方案自印发之日起施行。", "本方案自印发之日起施行。"},
		{"behind a list of units", "一、建设茶园。" + filler + "（市林业局负责）\n" + filler, filler},
		{"each paragraph has units",
			"一、建设茶园。" + filler + "（市林业局负责）\n开放茶园。（市科技局负责）\n" + filler, filler},
		{"units of the last paragraph",
			articles + "建设平台。（责任单位：市质监局）\n开放平台。（责任单位：市科技局）", ""},
		{"one paragraph more than the others have", articles + filler, filler},
		{"an exclamation", articles + "让我们携起手来,为茶产业高质量发展作出新的更大贡献!",
			"让我们携起手来,为茶产业高质量发展作出新的更大贡献!"},
		{"units on a line of their own", articles + "责任单位：市农业农村局、市市场监管局、市商务局。", ""},
		{"others have several paragraphs, too", `
一、提升质量
（一）开展质量帮扶。` + filler + `
` + filler + `
（二）建设检测平台。` + filler + `
（三）加强统筹协调。` + filler + `
（四）强化宣传引导。` + filler + `
` + filler, ""},
		{"the last chapter has no articles", articles + `三、工作要求
` + filler + `
` + filler, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := sourceOf(t, tt.text)
			if got := outline(src, clean(src)).Closing.Body.S; got != tt.want {
				t.Errorf("closing %q, want %q", got, tt.want)
			}
		})
	}
}

// TestTail looks for what stands below the text: signature, date and what the page adds.
func TestTail(t *testing.T) {
	const text = "一、建设茶园。" + filler + "\n二、培训茶农。" + filler + "\n"
	for _, want := range []string{
		"某市农业农村局\n2024年5月1日",
		"某市农业农村局\n2024年5月1日\n更新时间:2024-05-06 10:00:00",
		"某市农业农村局\n2024年5月1日\n·茶园建设工作方案.pdf",
		"",
	} {
		t.Run(want, func(t *testing.T) {
			src := sourceOf(t, text+want)
			var got []string
			for _, l := range outline(src, clean(src)).Tail {
				got = append(got, l.S)
			}
			if got := strings.Join(got, "\n"); got != want {
				t.Errorf("tail %q, want %q", got, want)
			}
		})
	}
}
