package prose

import (
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// A class is what a rune is to the cutting of words.
type class uint8

const (
	mark       class = iota // punctuation, a symbol, a byte that is not UTF-8
	space                   // white space
	letter                  // a letter of a script that puts spaces between words
	digit                   // a number character: 7, ½, ²
	glyph                   // a letter of a script without spaces: one token each
	extender                // belongs to the rune before it: accents, joiners, what is not seen
	apostrophe              // may be inside a word
	unit                    // a currency or percent sign
)

// asciiClass spares the common case the Unicode tables.
var asciiClass = func() (t [utf8.RuneSelf]class) {
	for r := range t {
		t[r] = slowClass(rune(r))
	}
	return t
}()

// classify decodes the first rune of s, which must not be empty, and returns
// it with its class and its length in bytes.
func classify(s string) (rune, class, int) {
	if c := s[0]; c < utf8.RuneSelf {
		if c == '<' {
			if n, _ := fold.Unseen(s); n > 0 {
				return rune(c), extender, n
			}
		}
		return rune(c), asciiClass[c], 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return r, mark, 1
	}
	return r, slowClass(r), n
}

// unspaced are the scripts whose readers find words without spaces. Hangul has
// spaces, but its particles cling to the words, so syllables compare better.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

func slowClass(r rune) class {
	switch {
	case r == '\'' || r == '’' || r == '‘' || r == 'ʼ':
		return apostrophe
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r):
		if r >= 0x0E00 && unicode.In(r, unspaced...) {
			return glyph
		}
		return letter
	case unicode.IsNumber(r):
		return digit
	case unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || r == hyphenationPoint:
		return extender
	case r == '%' || r == '‰' || r == '٪' || unicode.Is(unicode.Sc, r):
		return unit
	}
	return mark
}

// hyphenationPoint is what a soft hyphen becomes when a text is cleaned.
const hyphenationPoint = '‧'

// classAt returns the class of the rune at s[i:], and space past the end.
func classAt(s string, i int) class {
	if i >= len(s) {
		return space
	}
	_, c, _ := classify(s[i:])
	return c
}

// wordlike reports whether a token may go on with c.
func (c class) wordlike() bool { return c == letter || c == digit }

// upperAt reports whether an upper-case letter is at s[i:].
func upperAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// lowerAt reports whether a lower-case letter is at s[i:].
func lowerAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}
