package loader

// foldBreak is what fold returns for characters that end a line, foldSpace for white space and
// foldDrop for characters that nobody sees.
const (
	foldBreak rune = -1
	foldSpace rune = -2
	foldDrop  rune = -3
)

// fold gives the one form in which a Text has a character: one rune for one rune. Letters,
// digits, percent signs, commas, colons, semicolons, question and exclamation marks and round
// brackets are half-width (ASCII); every kind of square or lenticular bracket is 〔 or 〕; angle
// brackets are 〈 or 〉; corner brackets are “ ” ‘ ’; all long dashes are —, all short ones are -;
// all middle dots are ·. The stops 。 and 、 and the title marks 《》 stay.
func fold(r rune) rune {
	switch {
	case isCommon(r):
		return r
	case r < 0x80:
		return foldASCII(r)
	case r >= 0xFF01 && r <= 0xFF5E:
		return foldASCII(r - 0xFF01 + '!')
	case r >= 0x2000 && r <= 0x206F:
		return foldGeneral(r)
	}
	switch r {
	case '\u00a0', '\u3000', '\u1680':
		return foldSpace
	case '\u00ad', '\ufeff', '\u180e':
		return foldDrop
	case '\u0085':
		return foldBreak
	case '﹝', '【', '〖', '﹇':
		return '〔'
	case '﹞', '】', '〗', '﹈':
		return '〕'
	case '﹙':
		return '('
	case '﹚':
		return ')'
	case '﹤', '〈', '❮':
		return '〈'
	case '﹥', '〉', '❯':
		return '〉'
	case '「', '﹁', '〝':
		return '“'
	case '」', '﹂', '〞', '〟':
		return '”'
	case '『', '﹃':
		return '‘'
	case '』', '﹄':
		return '’'
	case '─', '━', '﹣':
		return '—'
	case '·', '・', '･', '∙', '⋅':
		return '·'
	case '﹐':
		return ','
	case '﹕', '︰', '∶':
		return ':'
	case '﹔':
		return ';'
	case '｡':
		return '。'
	case '､':
		return '、'
	}
	return r
}

func foldASCII(r rune) rune {
	switch r {
	case '\n', '\r', '\f', '\v':
		return foldBreak
	case ' ', '\t':
		return foldSpace
	case '[':
		return '〔'
	case ']':
		return '〕'
	case '<':
		return '〈'
	case '>':
		return '〉'
	}
	if r < ' ' || r == 0x7F {
		return foldDrop
	}
	return r
}

// foldGeneral folds the block General Punctuation.
func foldGeneral(r rune) rune {
	switch {
	case r <= 0x200A, r == 0x202F, r == 0x205F:
		return foldSpace
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return foldDrop
	case r == 0x2028, r == 0x2029:
		return foldBreak
	case r <= 0x2013: // hyphen, non-breaking hyphen, figure dash, en dash
		return '-'
	case r <= 0x2015:
		return '—'
	case r == '•', r == '‧':
		return '·'
	case r == '‹':
		return '〈'
	case r == '›':
		return '〉'
	}
	return r
}
