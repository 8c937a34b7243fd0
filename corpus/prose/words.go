package prose

import (
	"strings"
	"unicode/utf8"

	"parallax/corpus/fold"
)

// A Word is one token of a sentence: a word, a number or a mark of punctuation.
type Word struct {
	Span
	Punct bool // neither a letter nor a digit in it, nor a currency or percent sign
}

// Words returns the tokens of text[within.Start:within.End] in order. Together
// they hold every byte of it that is seen. What is not (a soft hyphen, a
// character of no width) belongs to the word it is in or after.
//
// A token is as small as a reader would compare: "early-stage" is three
// tokens, "Mexico’s" two ("Mexico", "’s"), "don’t" two ("do", "n’t"), and so
// are "$3.5" ("$", "3.5") and "45%" ("45", "%"). Numbers with their inner
// points and commas ("1,200", "3.7", "9:30"), abbreviations with their points
// ("U.S.", "a.m.", "J.K.") and names like "AT&T", "O’Neill" (and "O’ Neill") and "F-16"
// stay whole, and so do addresses, "@handles" and "#tags". A run of one mark ("--",
// "...") is one token. Scripts without spaces give one token a character.
func Words(text string, within Span) []Word {
	c := cutter{s: within.Of(text), base: within.Start, at: -1}
	// English has a token every 4.9 bytes; room for one every 4 seldom grows.
	c.words = make([]Word, 0, len(c.s)/4+2)
	for i := 0; i < len(c.s); {
		_, cl, n := classify(c.s[i:])
		switch cl {
		case space:
			i += n
		case letter, digit:
			i = c.word(i)
		case extender:
			if k, _ := fold.Unseen(c.s[i:]); k > 0 {
				i += k // it extends nothing
				continue
			}
			i = c.mark(i, cl)
		case glyph:
			i = c.emit(i, skipExtenders(c.s, i+n), false)
		default:
			i = c.mark(i, cl)
		}
	}
	return c.words
}

// A cutter cuts one string into words from left to right. Each method takes
// the offset where a token starts and returns the offset where it ended.
type cutter struct {
	s     string
	base  int // the offset of s in the whole text
	words []Word
	at    int // the next '@' of s; len(s) if there is none; less than the current offset if unknown
}

func (c *cutter) emit(start, end int, punct bool) int {
	c.words = append(c.words, Word{Span{c.base + start, c.base + end}, punct})
	return end
}

// mark cuts a token that starts with something other than a letter or digit.
func (c *cutter) mark(i int, cl class) int {
	s := c.s
	if cl == apostrophe {
		if n := clitic(s[i:]); n > 0 && s[i:i+n] != "‘s" {
			return c.emit(i, i+n, false) // left alone by a quotation mark or a stray space
		}
	}
	after := byte(' ')
	if i > 0 {
		after = s[i-1]
	}
	switch s[i] {
	case '.': // ".32-caliber"
		if classAt(s, i+1) == digit && after != '.' && !classAt(s, i-min(i, 1)).wordlike() {
			return c.word(i)
		}
	case '@', '#':
		if n := handle(s[i+1:]); n > 0 {
			return c.emit(i, i+1+n, false)
		}
	}
	r, _, n := classify(s[i:])
	j := i + n
	for r != utf8.RuneError && j+n <= len(s) && s[j:j+n] == s[i:i+n] && !(cl == apostrophe && clitic(s[j:]) > 0) {
		j += n
	}
	return c.emit(i, skipExtenders(s, j), cl != unit)
}

// handle returns the length of what makes the @ or # before s a name.
func handle(s string) int {
	n, named := 0, false
	for n < len(s) {
		_, cl, size := classify(s[n:])
		if !cl.wordlike() && cl != extender && cl != glyph && s[n] != '_' {
			break
		}
		named = named || s[n] != '_' && cl != extender
		n += size
	}
	if !named {
		return 0
	}
	return n
}

// word cuts a token that starts with a letter or digit, and what clings to it.
func (c *cutter) word(i int) int {
	s := c.s
	if n := c.address(i); n > 0 {
		return c.emit(i, i+n, false)
	}
	j := i
	if s[j] == '.' {
		j++
	}
	last := space
	for j < len(s) {
		_, cl, n := classify(s[j:])
		switch {
		case cl.wordlike():
			last = cl
		case cl == extender:
		case cl == apostrophe:
			if negation(s, i, j) {
				if j-1 > i {
					c.emit(i, j-1, false)
				}
				return c.emit(j-1, j+n+1, false)
			}
			if last != letter || classAt(s, j+n) != letter || clitic(s[j:]) > 0 || strings.HasPrefix(s[j:], "‘") {
				if n := setOffName(s, i, j); n > 0 {
					j += n
					continue
				}
				return c.cling(i, j)
			}
		case cl == mark && s[j] == '.':
			if end, ok := c.point(i, j, last); !ok {
				return c.cling(i, end)
			} else {
				n = end - j
			}
		case cl == mark:
			m := joiner(s, i, j, last)
			if m == 0 {
				return c.cling(i, j)
			}
			n = m
		default:
			n = setOffName(s, i, j)
			if n == 0 {
				return c.cling(i, j)
			}
		}
		j += n
	}
	return c.emit(i, j, false)
}

// setOffName returns the length of the apostrophe at s[j:], with spaces around it, that
// joins the O or D s[i:j] to the rest of a surname: “O’ Shaughnessy”, “O ' Malley”. Texts
// whose marks were converted have it so. It is 0 where a quotation mark stands there.
func setOffName(s string, i, j int) int {
	if s[i:j] != "O" && s[i:j] != "D" || i > 0 && s[i-1] != ' ' || strings.HasSuffix(s[:max(0, i-1)], "'") {
		return 0
	}
	n := j
	for n < len(s) && s[n] == ' ' {
		n++
	}
	if n == len(s) {
		return 0
	}
	_, cl, size := classify(s[n:])
	if cl != apostrophe || strings.HasPrefix(s[n:], "‘") {
		return 0
	}
	n += size
	if n >= len(s) || s[n] != ' ' {
		return 0
	}
	for n < len(s) && s[n] == ' ' {
		n++
	}
	if _, size = utf8.DecodeRuneInString(s[n:]); !upperAt(s, n) || !lowerAt(s, n+size) {
		return 0
	}
	return n - j
}

// cling emits the word s[i:j] and the clitic that follows it, if any.
func (c *cutter) cling(i, j int) int {
	c.emit(i, j, false)
	if n := clitic(c.s[j:]); n > 0 {
		return c.emit(j, j+n, false)
	}
	return j
}

// point decides about the point at s[j] in the word that began at i. If the
// word continues after it, it returns where and true; else where the word ends.
func (c *cutter) point(i, j int, last class) (end int, goesOn bool) {
	s := c.s
	next := classAt(s, j+1)
	if last == digit && next == digit {
		return j + 1, true
	}
	if n := dotted(s[i:]); n > 0 && i+n > j {
		return i + n, false
	}
	if next == letter {
		if n := domain(s[j:]); n > 0 {
			return j + n, false
		}
	}
	if next != letter && next != digit && !strings.HasPrefix(s[j+1:], ".") && c.keepsPoint(i, j) {
		return j + 1, false
	}
	return j, false
}

// keepsPoint reports whether the word s[i:j] is written with the point at j.
func (c *cutter) keepsPoint(i, j int) bool {
	s := c.s
	rest := strings.TrimLeft(s[j+1:min(len(s), j+24)], " \u00a0\n\t\r")
	if utf8.RuneCountInString(s[i:j]) == 1 && upperAt(s, i) { // an initial
		if strings.TrimLeft(rest, `.!?"'”’)]»`) == "" {
			return false // the last word of a sentence: "Plan B."
		}
		return s[i] != 'I' || len(rest) > 1 && upperAt(rest, 0) && rest[1] == '.'
	}
	switch lookup(s[i:j]) {
	case ordinary:
		return false
	case numbering:
		return classAt(rest, 0) == digit
	case measure:
		n := len(c.words)
		return n > 0 && classAt(s[c.words[n-1].Start-c.base:], 0) == digit && (lowerAt(rest, 0) || classAt(rest, 0) == digit)
	}
	return true
}

// joiner returns the length of the mark at s[j:] if it holds together the word
// that began at i, whose last rune was of class last, and 0 if the word ends.
func joiner(s string, i, j int, last class) int {
	switch s[j] {
	case ',': // 1,200, but "May 6,2012"
		if last == digit && digitsAt(s, j+1) > 0 && digitsAt(s, j+1) <= 3 {
			return 1
		}
	case ':': // 9:30
		if last == digit && digitsAt(s, j+1) == 2 {
			return 1
		}
	case '&': // AT&T
		if last == letter && classAt(s, j+1) == letter {
			return 1
		}
	case '*', '_': // f*cking, file_name
		n := 1
		for n < 8 && j+n < len(s) && s[j+n] == s[j] {
			n++
		}
		if last.wordlike() && classAt(s, j+n).wordlike() && (s[j] == '_' || last == letter) {
			return n
		}
	case '-': // F-16
		if last == letter && designation(s[i:j]) && classAt(s, j+1) == digit {
			return 1
		}
	default:
		if n := len("‑"); strings.HasPrefix(s[j:], "‑") && designation(s[i:j]) && classAt(s, j+n) == digit {
			return n
		}
	}
	return 0
}

// designation reports whether word names a thing when a number is hung on it:
// F-16, COVID-19, but not mid-1990s.
func designation(word string) bool {
	switch word {
	case "Mid", "Pre", "Post", "Under", "Over", "Top", "Sub", "Non":
		return false
	}
	for i, r := range word {
		if r < utf8.RuneSelf && upperAt(word, i) {
			return true
		}
	}
	return false
}

// digitsAt counts the ASCII digits at s[i:], to four at most.
func digitsAt(s string, i int) int {
	n := 0
	for n < 4 && i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
		n++
	}
	return n
}

// clitic returns the length of the ’s, ’ll, ’re, ’ve, ’d or ’m that s starts
// with, and 0 if it starts with none.
func clitic(s string) int {
	if s == "" {
		return 0
	}
	_, cl, n := classify(s)
	if cl != apostrophe {
		return 0
	}
	m := n
	for m < len(s) && m < n+3 && classAt(s, m) == letter && s[m] < utf8.RuneSelf {
		m++
	}
	if c := classAt(s, m); c.wordlike() || c == extender {
		return 0
	}
	switch s[n:m] {
	case "s", "ll", "re", "ve", "d", "m", "S", "LL", "RE", "VE", "D", "M":
		return m
	}
	return 0
}

// negation reports whether the apostrophe at s[j] is that of an "n’t" in the
// word that began at i.
func negation(s string, i, j int) bool {
	_, _, n := classify(s[j:])
	return j > i && (s[j-1] == 'n' || s[j-1] == 'N') &&
		j+n < len(s) && (s[j+n] == 't' || s[j+n] == 'T') &&
		!classAt(s, j+n+1).wordlike() && classAt(s, j+n+1) != extender
}

func skipExtenders(s string, i int) int {
	for i < len(s) {
		_, cl, n := classify(s[i:])
		if cl != extender {
			break
		}
		i += n
	}
	return i
}
