package loader

import (
	"strings"
	"unicode/utf8"
)

// line is a paragraph of the text as the file breaks it.
type line struct {
	Text
	blank bool     // an empty line, or a sign of one, stands before it
	row   *taskRow // of a line of a table of tasks
}

// clean gives the paragraphs of a source: folded, in Simplified script, without invisible
// characters, page furniture and spam. Every character keeps its place in the source. White
// space inside a paragraph is one blank; a run of ideographic blanks, which only ever opens a
// paragraph, breaks it, as pages that lost their line ends show.
func clean(src *Source) []line {
	lines, _ := cleanLines(src)
	return lines
}

// cleanLines does the same as clean and also tells whether spam was taken out.
func cleanLines(src *Source) (lines []line, repaired bool) {
	c := cleaner{src: src, edits: findSpam(src.Hans)}
	c.buf = make([]byte, 0, 3*len(src.Hans))
	c.at = make([]int32, 0, 3*len(src.Hans)+1)
	c.run()
	lines = dropContents(dropFurniture(c.lines))
	markRows(src, lines)
	return joinWrapped(lines), len(c.edits) > 0
}

// edit replaces a stretch of the source, in code points, by other text.
type edit struct {
	Span
	text string
}

// cleaner builds the folded text of all paragraphs in one buffer, of which the lines are slices.
type cleaner struct {
	src    *Source
	edits  []edit
	buf    []byte
	at     []int32
	start  int  // where the current line starts in buf
	spaces int  // blanks seen since the last character
	wide   int  // ideographic ones among them
	blank  bool // an empty line stands before the current line
	quote  bool // a straight quotation mark is open
	lines  []line
}

func (c *cleaner) run() {
	hans := c.src.Hans
	next := 0 // of the edits
	for i := 0; i < len(hans); i++ {
		if next < len(c.edits) && c.edits[next].Start == i {
			for _, r := range c.edits[next].text {
				c.put(r, i)
			}
			i = c.edits[next].End - 1
			next++
			continue
		}
		if r := hans[i]; isCommon(r) && c.spaces == 0 { // nearly all of them
			c.buf = append(c.buf, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
			c.at = append(c.at, int32(i), int32(i), int32(i))
			continue
		}
		switch r := fold(hans[i]); r {
		case foldBreak:
			c.endLine(i)
		case foldSpace:
			c.spaces++
			if hans[i] == '\u3000' {
				c.wide++
			}
		case foldDrop:
		case '"':
			c.quote = !c.quote
			c.put(map[bool]rune{true: '“', false: '”'}[c.quote], i)
		case '.':
			if c.endsSentence(i) {
				r = '。'
			}
			c.put(r, i)
		default:
			c.put(r, i)
		}
	}
	c.endLine(len(hans))
}

// endsSentence reports whether the point at i of the source is the stop of a text typed with
// half-width marks: it follows a Chinese word and ends its line or stands before the next one.
// Points after numerals at the head of a line belong to labels (一.总体要求).
func (c *cleaner) endsSentence(i int) bool {
	const longestLabel = 24 // bytes
	before := string(c.buf[max(c.start, len(c.buf)-longestLabel):])
	last := lastRune(before)
	if !isHan(last) && !strings.ContainsRune(")”》%", last) ||
		strings.Trim(before, "第一二三四五六七八九十百章节条款项(") == "" {
		return false
	}
	for i++; i < len(c.src.Hans); i++ {
		switch r := fold(c.src.Hans[i]); {
		case r == foldBreak:
			return true
		case r == foldSpace, r == foldDrop:
		default:
			return isHan(last) && (isHan(r) || strings.ContainsRune("(《“", r))
		}
	}
	return true
}

func (c *cleaner) put(r rune, at int) {
	if c.spaces > 0 && len(c.buf) > c.start {
		if c.wide >= 2 && !betweenColumns(c.buf[c.start:]) {
			c.endLine(at)
		} else {
			c.buf = append(c.buf, ' ')
			c.at = append(c.at, int32(at-1))
		}
	}
	c.spaces, c.wide = 0, 0
	n := len(c.buf)
	c.buf = utf8.AppendRune(c.buf, r)
	for ; n < len(c.buf); n++ {
		c.at = append(c.at, int32(at))
	}
}

// betweenColumns reports whether wide blanks after this text are a gap inside one line (标　　题,
// 第一章　总　　则) rather than the indent of a new paragraph, which follows the end of a sentence or
// headline. It looks at no more than the ends of the text.
func betweenColumns(text []byte) bool {
	if len(text) < 4*utf8.UTFMax && utf8.RuneCount(text) < 4 {
		return true
	}
	last, n := utf8.DecodeLastRune(text)
	return last != ' ' && text[len(text)-n-1] == ' '
}

func (c *cleaner) endLine(at int) {
	if len(c.buf) > c.start {
		end := len(c.buf)
		c.at = append(c.at, int32(at)) // the place of the line's end
		c.buf = append(c.buf, '\n')
		c.lines = append(c.lines, line{
			Text:  Text{S: string(c.buf[c.start:end]), at: c.at[c.start : end+1 : end+1]},
			blank: c.blank,
		})
		c.start = len(c.buf)
		c.blank = false
	} else {
		c.blank = true
	}
	c.spaces, c.wide, c.quote = 0, 0, false
}

// tight is t without the blanks between Chinese characters, which writers put there for the eye
// or a page by accident. Where there are none it is t itself.
func tight(t Text) Text {
	i := looseBlank(t.S, 0)
	if i < 0 {
		return t
	}
	out := Text{S: "", at: make([]int32, 0, len(t.at))}
	buf := make([]byte, 0, len(t.S))
	start := 0
	for i >= 0 {
		buf = append(buf, t.S[start:i]...)
		out.at = append(out.at, t.at[start:i]...)
		start = i + 1
		i = looseBlank(t.S, start)
	}
	buf = append(buf, t.S[start:]...)
	out.at = append(out.at, t.at[start:]...)
	out.S = string(buf)
	return out
}

// looseBlank is the place of the first blank from i on that has no Latin letter or digit on both
// sides, or -1.
func looseBlank(s string, i int) int {
	for ; i < len(s); i++ {
		blank := strings.IndexByte(s[i:], ' ')
		if blank < 0 {
			break
		}
		i += blank
		if i == 0 || i+1 == len(s) || s[i-1] >= utf8.RuneSelf || s[i+1] >= utf8.RuneSelf {
			return i
		}
	}
	return -1
}

// join puts texts one after the other, each on a line of its own.
func join(parts []Text) Text {
	switch len(parts) {
	case 0:
		return Text{at: []int32{0}}
	case 1:
		return parts[0]
	}
	n := 0
	for _, p := range parts {
		n += len(p.S) + 1
	}
	buf := make([]byte, 0, n)
	at := make([]int32, 0, n)
	for i, p := range parts {
		if i > 0 {
			buf = append(buf, '\n')
		}
		buf = append(buf, p.S...)
		at = append(at, p.at...) // the last entry, the line's end, is the place of the \n
	}
	return Text{S: string(buf), at: at}
}
