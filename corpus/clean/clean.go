// Package clean makes text safe to show: whatever bytes go in, what comes out is
// UTF-8 that a terminal does nothing with but write it. Article text is hostile
// until it has been here, once, when it is loaded.
package clean

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabStop is the distance of tab stops, in characters.
const tabStop = 4

// Text makes a text safe to show and keeps everything it says. Of control
// characters only the line break is left; what a terminal would act upon, or
// what would be there unseen, is replaced by a mark that can be seen:
//
//	ESC and other C0 controls   ␛ and the like (Control Pictures)
//	C1, bidi, zero-width        <U+202E>
//	soft hyphen                 ‧ (the hyphenation point of dictionaries)
//	tab                         spaces, to the next tab stop
//	all kinds of line end       \n
//	a byte that is not UTF-8    U+FFFD
//
// Joiners stay where scripts and emoji need them. Cleaning a clean text
// changes nothing.
func Text(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	var prev rune // the last character written
	column := 0   // characters since the line began
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		i += n
		switch {
		case r == '\r' && next == '\n':
			continue
		case r == '\t':
			spaces := tabStop - column%tabStop
			b.WriteString("    "[:spaces])
			prev = ' '
			column += spaces
			continue
		}
		shown := visible(prev, r, next)
		if shown == "" {
			b.WriteRune(r)
			prev = r
			column++
			continue
		}
		b.WriteString(shown)
		prev, _ = utf8.DecodeLastRuneInString(shown)
		column += utf8.RuneCountInString(shown)
		if prev == '\n' {
			column = 0
		}
	}
	return b.String()
}

// Line cleans a text that is on one line, such as a title or a path.
func Line(s string) string {
	if isClean(s) && isLine(s) {
		return s
	}
	return strings.Join(strings.Fields(Text(s)), " ")
}

// isLine reports whether a clean text is a line without white space but single
// spaces between words.
func isLine(s string) bool {
	space := true // as if one stood before it
	for _, r := range s {
		was := space
		if space = unicode.IsSpace(r); space && (was || r != ' ') {
			return false
		}
	}
	return !space || s == ""
}

// Printable returns a text as one line that is safe to show, whoever wrote it:
// a path, a word of the command line, what was pasted. To the system a name is
// bytes; what is not a printable character of UTF-8 is shown by a sign, one for
// each, so that names that differ look different:
//
//	C0 controls, line break and tab too   ␛ ␊ ␉ and the like
//	C1, bidi, zero-width, soft hyphen     <U+202E>
//	a byte that is not UTF-8              <0xE9>
//
// Spaces stay as they are. What is printable stays so.
func Printable(s string) string {
	if isClean(s) && !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	var prev rune // the last character written
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, width := utf8.DecodeRuneInString(s[i+n:])
		if next == utf8.RuneError && width == 1 {
			next = '<' // as it will be shown: no joiner stands before a sign
		}
		shown := ""
		switch {
		case r == utf8.RuneError && n == 1:
			shown = fmt.Sprintf("<0x%02X>", s[i])
		case r < ' ':
			shown = string(0x2400 + r)
		case r >= 0x80 && r < 0xA0, r == 0xAD, r == 0x2028, r == 0x2029:
			shown = mark(r)
		default:
			shown = visible(prev, r, next)
		}
		if shown == "" {
			shown = string(r)
		}
		b.WriteString(shown)
		prev, _ = utf8.DecodeLastRuneInString(shown)
		i += n
	}
	return b.String()
}

// isClean is a quick test that most texts pass in part: plain ASCII and the
// punctuation of print.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' || c == 0x7F {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r < 0xA0 || r == 0xAD || r > 0x24F && (r < 0x2010 || r > 0x2027) && r != '€' {
			return false
		}
		i += n
	}
	return true
}

// visible returns what stands for r in a clean text, or "" when r may stand
// there itself. prev is the character before it in the clean text, next the
// one after it in the text as read.
func visible(prev, r, next rune) string {
	switch {
	case r == '\n', r >= ' ' && r < 0x7F:
		if r == '\n' {
			return "\n"
		}
		return ""
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return "\n"
	case r < ' ':
		return string(0x2400 + r)
	case r == 0x7F:
		return "␡"
	case r == 0xAD:
		return "‧"
	case r == utf8.RuneError:
		return "\uFFFD"
	case r == 0x200C || r == 0x200D:
		if joinsScript(prev) || r == 0x200D && joinsEmoji(prev, next) {
			return ""
		}
		return mark(r)
	case r >= 0xE0020 && r <= 0xE007F: // tags: the flag of Wales is a black flag and six of them
		if prev == 0x1F3F4 || prev >= 0xE0020 && prev <= 0xE007F {
			return ""
		}
		return mark(r)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return "" // format characters by their class, signs that are seen by their use
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point):
		return mark(r)
	}
	return ""
}

func mark(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// joinsScript reports whether a letter is of a script that writes joiners:
// Arabic, the scripts of India, Mongolian and others, none in which a joiner
// would hide inside an English word.
func joinsScript(prev rune) bool {
	if prev < 0x0590 || !unicode.In(prev, unicode.L, unicode.M) {
		return false
	}
	return !unicode.In(prev, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Inherited)
}

// joinsEmoji reports whether a joiner between two characters makes one sign
// of them, as in a family or a profession.
func joinsEmoji(prev, next rune) bool {
	skin := prev >= 0x1F3FB && prev <= 0x1F3FF
	return (prev == 0xFE0F || skin || unicode.Is(unicode.So, prev)) && unicode.Is(unicode.So, next)
}
