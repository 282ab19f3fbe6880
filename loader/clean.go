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
	spam := findSpam(src)
	lines = dropContents(dropFurniture(foldLines(src, mergeEdits(spam, findPinyin(src)))))
	markRows(src, lines)
	return joinWrapped(lines), len(spam) > 0
}

// edit replaces text[start:end] by other text.
type edit struct {
	start, end int
	text       string
}

// cleaner builds the folded text of all paragraphs, of which the lines are slices.
type cleaner struct {
	hans   string
	plain  []plain // of hans, from the place that is read on
	at     int     // code points of hans before that place
	out    *textWriter
	start  int  // where the current line starts in out
	run    int  // a stretch of out that begins there or before
	spaces int  // blanks seen since the last character
	wide   int  // ideographic ones among them
	blank  bool // an empty line stands before the current line
	quote  bool // a straight quotation mark is open
	lines  []line
}

// foldLines gives the folded paragraphs of a source in Simplified script, after the edits.
func foldLines(src *Source, edits []edit) []line {
	const usualLine, usualRun = 256, 20 // bytes, rather less than more
	hans := src.Hans
	c := cleaner{hans: hans, plain: src.plain, out: newTextWriter(len(hans) + 1)}
	c.out.in.runs = make([]run, 0, len(hans)/usualRun+1)
	c.lines = make([]line, 0, len(hans)/usualLine+1)
	from := 0
	for _, e := range edits {
		c.read(from, e.start)
		for _, r := range e.text {
			c.put(r)
		}
		c.at += utf8.RuneCountInString(hans[e.start:e.end])
		from = e.end
	}
	c.read(from, len(hans))
	c.endLine()
	return c.lines
}

// read takes hans[i:end].
func (c *cleaner) read(i, end int) {
	for i < end {
		for len(c.plain) > 0 && int(c.plain[0].end) <= i {
			c.plain = c.plain[1:]
		}
		start, stop := end, end // of the next plain stretch
		if len(c.plain) > 0 {
			start, stop = min(int(c.plain[0].start), end), min(int(c.plain[0].end), end)
		}
		for i < start {
			r, n := markAt(c.hans, i)
			i += n
			c.take(r, c.hans[i:])
			c.at++
		}
		if i < stop {
			c.gap()
			c.out.write(c.hans[i:stop], c.at, 3)
			c.at += (stop - i) / 3
			i = stop
		}
	}
}

// take takes a character of the source, behind which the rest stands.
func (c *cleaner) take(own rune, rest string) {
	switch r := fold(own); r {
	case foldBreak:
		c.endLine()
	case foldSpace:
		c.spaces++
		if own == '　' {
			c.wide++
		}
	case foldDrop:
	case '"':
		if c.quote = !c.quote; c.quote {
			c.put('“')
		} else {
			c.put('”')
		}
	case '.':
		if c.endsSentence(rest) {
			r = '。'
		}
		c.put(r)
	default:
		c.put(r)
	}
}

// line is the text of the current line.
func (c *cleaner) line() string { return c.out.String()[c.start:] }

// endsSentence reports whether a point before the rest of the text is the stop of a text typed with
// half-width marks: it follows a Chinese word and ends its line or stands before the next one.
// Points after numerals at the head of a line belong to labels (一.总体要求).
func (c *cleaner) endsSentence(rest string) bool {
	const longestLabel = 24 // bytes
	before := c.line()
	before = before[max(0, len(before)-longestLabel):]
	last := lastRune(before)
	if !isHan(last) && !strings.ContainsRune(")”》%", last) ||
		strings.Trim(before, "第一二三四五六七八九十百章节条款项(") == "" {
		return false
	}
	for _, r := range rest {
		switch r = fold(r); r {
		case foldBreak:
			return true
		case foldSpace, foldDrop:
		default:
			return isHan(last) && (isHan(r) || strings.ContainsRune("(《“", r))
		}
	}
	return true
}

func (c *cleaner) put(r rune) {
	c.gap()
	c.out.writeRune(r, c.at)
}

// gap puts a blank or the end of a line for the blanks before what is put next.
func (c *cleaner) gap() {
	if c.spaces > 0 && c.out.Len() > c.start {
		if c.wide >= 2 && !betweenColumns(c.line()) {
			c.endLine()
		} else {
			c.out.writeRune(' ', c.at-1)
		}
	}
	c.spaces, c.wide = 0, 0
}

// betweenColumns reports whether wide blanks after this text are a gap inside one line (标　　题,
// 第一章　总　　则) rather than the indent of a new paragraph, which follows the end of a sentence or
// headline. It looks at no more than the ends of the text.
func betweenColumns(text string) bool {
	if len(text) < 4*utf8.UTFMax && utf8.RuneCountInString(text) < 4 {
		return true
	}
	last, n := utf8.DecodeLastRuneInString(text)
	return last != ' ' && text[len(text)-n-1] == ' '
}

func (c *cleaner) endLine() {
	if end := c.out.Len(); end > c.start {
		c.out.writeRune('\n', c.at)
		text := Text{S: c.line()[:end-c.start], start: int32(c.start), run: int32(c.run), in: c.out.in}
		c.lines = append(c.lines, line{Text: text, blank: c.blank})
		c.start, c.run = c.out.Len(), len(c.out.in.runs)-1
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
	w := newTextWriter(len(t.S))
	start := 0
	for i >= 0 {
		w.add(t.Slice(start, i))
		start = i + 1
		i = looseBlank(t.S, start)
	}
	w.add(t.Slice(start, len(t.S)))
	return w.finish(t.at(len(t.S)))
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
		return Text{}
	case 1:
		return parts[0]
	}
	n := 0
	for _, p := range parts {
		n += len(p.S) + 1
	}
	w := newTextWriter(n)
	end := 0
	for i, p := range parts {
		if i > 0 {
			w.writeRune('\n', end)
		}
		w.add(p)
		end = p.at(len(p.S))
	}
	return w.finish(end)
}
