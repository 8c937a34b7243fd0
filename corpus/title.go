package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// The lengths of a line that can be a headline, in characters and words.
// Measured on wire: of 982 texts the headlines there are 16 to 105 long; what
// is longer and has no full stop is a sentence cut off.
const (
	minHeadline      = 12
	maxHeadline      = 110
	minHeadlineWords = 3
)

// titleLength is how long a title made of an article's first words may be, in
// characters.
const titleLength = 60

// titleLine returns the line of a page that is its headline, or -1. When the
// title is known that is the line with the same words among the first; else it
// is the first line, if that has the form of a headline and prose follows.
func (p page) titleLine(known string, paragraphs []prose.Span) int {
	const near = 8 // lines: how far down a page its headline can stand
	seen := 0
	for i, l := range p.lines {
		if (p.furniture[i] || p.doubtful[i]) && known == "" {
			continue
		}
		if known == "" {
			if isHeadline(l, paragraphs) && p.proseFollows(i) {
				return i
			}
			return -1
		}
		if sameWords(l.text, known) {
			return i
		}
		if seen++; seen == near {
			break
		}
	}
	return -1
}

// proseFollows reports whether, of the next lines of the article, one is
// surely prose: between headline and text there can be a standfirst and a
// picture's caption.
func (p page) proseFollows(i int) bool {
	for seen := 0; i+1 < len(p.lines) && seen < 3; {
		i++
		if p.furniture[i] || p.doubtful[i] {
			continue
		}
		if isProse(p.lines[i].text) {
			return true
		}
		seen++
	}
	return false
}

// isHeadline reports whether a line has the form of one and is a paragraph by
// itself.
func isHeadline(l line, paragraphs []prose.Span) bool {
	n := utf8.RuneCountInString(l.text)
	if n < minHeadline || n > maxHeadline || len(strings.Fields(l.text)) < minHeadlineWords || endsSentence(l.text) {
		return false
	}
	if isMomentBut(l.text, 2) {
		return false // "LORNE, July 2, 2013"
	}
	last, _ := utf8.DecodeLastRuneInString(l.text)
	if strings.ContainsRune("-–—,;:", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !strings.ContainsRune("\"'“‘`«$£€", first) {
		return false
	}
	return isParagraph(l.Span, paragraphs)
}

// sameWords reports whether two texts have the same letters and digits, case
// aside.
func sameWords(a, b string) bool {
	if x, y := firstLetter(a), firstLetter(b); x != 0 && y != 0 && x != y {
		return false // nearly all
	}
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, fold.String(s))
	}
	x := letters(a)
	return x != "" && x == letters(b)
}

// firstLetter returns the first letter or digit of a text, in lower case; 0 when
// something else than ASCII comes before it.
func firstLetter(s string) byte {
	for k := range len(s) {
		switch c := s[k]; {
		case '0' <= c && c <= '9':
			return c
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			return c | 0x20
		case c >= utf8.RuneSelf:
			return 0
		}
	}
	return 0
}

// firstWords returns the beginning of a sentence on one line, at most n
// characters of it, shortened at the end of a word.
func firstWords(s string, n int) string {
	s = prose.Fold(s)
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := n - 1 // room for the …
	for i := cut; i > n/2; i-- {
		if unicode.IsSpace(runes[i]) {
			cut = i
			break
		}
	}
	return strings.TrimRightFunc(string(runes[:cut]), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:-–—", r)
	}) + "…"
}
