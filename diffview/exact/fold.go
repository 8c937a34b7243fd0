package exact

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An Excuse is a kind of difference that does not count: the two articles say
// the same, letter for letter, but were typeset or stored differently.
type Excuse uint8

// The excuses.
const (
	WhiteSpace     Excuse = iota // other spaces, or line breaks inside a paragraph
	QuotationMarks               // typographic and straight ones
	Dashes                       // hyphens, dashes and minus signs
	SoftHyphens                  // where a word may be divided
	ZeroWidth                    // characters nobody sees
	Compatibility                // ligatures, full-width letters, "…" as one character
	Composition                  // an accented letter as one character or as two
	excuses
)

var excuseNames = [...]string{"white space", "quotation marks", "dashes", "soft hyphens", "zero-width characters", "ligatures and the like", "composed letters"}

// String returns what differs, in words that can follow a number.
func (e Excuse) String() string { return excuseNames[e] }

// Excused counts the places with differences that do not count, by Excuse.
type Excused [excuses]int

// Any reports whether there are such differences.
func (e Excused) Any() bool { return e != Excused{} }

// foldMark returns what a mark is compared as, with the kind of difference it
// can make; 0 when it is compared as it is.
func foldMark(r rune) (rune, Excuse) {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '〝', '〞', '＂':
		return '"', QuotationMarks
	case '\'', '‘', '’', '‚', '‛', '‹', '›', 'ʼ', '`', '´', '＇':
		return '\'', QuotationMarks
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return '-', Dashes
	}
	return 0, 0
}

// unseen returns the length of the invisible character at the start of s and
// what kind it is; 0 for none. In a cleaned text a soft hyphen is written as a
// hyphenation point, most other such characters as "<U+200B>".
func unseen(s string) (int, Excuse) {
	r, n := utf8.DecodeRuneInString(s)
	if r == '<' && strings.HasPrefix(s, "<U+") {
		end := strings.IndexByte(s[:min(len(s), len("<U+10FFFF>"))], '>')
		if end < 0 {
			return 0, 0
		}
		v, err := strconv.ParseUint(s[len("<U+"):end], 16, 32)
		if err != nil {
			return 0, 0
		}
		r, n = rune(v), end+1
	}
	if r < 0xAD {
		return 0, 0
	}
	switch r {
	case 0xAD, 0x2027:
		return n, SoftHyphens
	case 0x200B, 0x2060, 0xFEFF, 0x180E, 0x200E, 0x200F, 0x061C:
		return n, ZeroWidth
	case 0x200C, 0x200D:
		if n > utf8.RuneLen(r) { // written out, because it has no use where it stands
			return n, ZeroWidth
		}
	}
	return 0, 0
}

// A folded text is a passage in the form it is compared in.
type folded struct {
	text string
	from []int32 // by byte of text: where in the article what it was made of begins; nil when text is as the article has it
	to   []int32 // and where that ends
	base int     // where the passage begins in the article
}

// fold returns text[start:end] in the form it is compared in: canonical and
// compatible characters composed, marks of one meaning made one, unseen
// characters left out. Fractions, powers and circled numbers stay: 10² is not
// 102.
func fold(text string, start, end int) folded {
	s := text[start:end]
	if plain(s) {
		return folded{text: s, base: start}
	}
	f := folded{base: start, from: make([]int32, 0, len(s)), to: make([]int32, 0, len(s))}
	out := make([]byte, 0, len(s))
	write := func(from, to int, part string) {
		for range len(part) {
			f.from, f.to = append(f.from, int32(start+from)), append(f.to, int32(start+to))
		}
		out = append(out, part...)
	}
	for i := 0; i < len(s); {
		n := 1
		if s[i] >= utf8.RuneSelf {
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		if k, _ := unseen(s[i:]); k > 0 {
			i += k
			continue
		}
		if i+n == len(s) || s[i+n] < utf8.RuneSelf && s[i+n] != '<' { // nothing can be composed with it
			switch {
			case n == 1 && s[i] != '`':
				write(i, i+1, s[i:i+1])
			default:
				write(i, i+n, foldPart(s[i:i+n]))
			}
			i += n
			continue
		}
		part, end := character(s, i)
		write(i, end, foldPart(part))
		i = end
	}
	f.text = string(out)
	return f
}

// character returns the character at s[i:] with the accents that follow it,
// without what is not seen between them, and where it ends.
func character(s string, i int) (string, int) {
	_, n := utf8.DecodeRuneInString(s[i:])
	part, end := s[i:i+n], i+n
	for j := end; j < len(s); {
		if k, _ := unseen(s[j:]); k > 0 {
			j += k
			continue
		}
		_, n := utf8.DecodeRuneInString(s[j:])
		longer := part + s[j:j+n]
		if norm.NFC.NextBoundaryInString(longer, true) < len(longer) || len(longer) > longestCharacter {
			break
		}
		part, end, j = longer, j+n, j+n
	}
	return part, end
}

// longestCharacter is the most bytes of a letter with its accents; what has
// more is no letter.
const longestCharacter = 64

// foldPart folds one character with the accents that follow it.
func foldPart(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if m, _ := foldMark(r); m != 0 {
		return string(m) + norm.NFC.String(s[n:])
	}
	composed := norm.NFC.String(s)
	if s != "" && s[0] < utf8.RuneSelf || unicode.Is(unicode.No, r) {
		return composed
	}
	k := norm.NFKC.String(s)
	if strings.HasPrefix(k, " ") && !unicode.IsSpace(r) {
		return composed // an accent that is alone
	}
	if m, _ := foldMark([]rune(k)[0]); m != 0 && utf8.RuneCountInString(k) == 1 {
		return string(m)
	}
	return k
}

// plain reports whether a passage is already in the form it is compared in, as
// most are.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '`' || c == '<' {
			return false
		}
	}
	return true
}

// span returns the place in the article of the bytes [start, end) of the
// folded text.
func (f *folded) span(start, end int) (int, int) {
	if f.from == nil {
		return f.base + start, f.base + end
	}
	return int(f.from[start]), int(f.to[end-1])
}

// overlaps reports whether the folded bytes before end and the one at next come
// from the same characters of the article.
func (f *folded) overlaps(end, next int) bool { return f.from != nil && f.from[next] < f.to[end-1] }

// count adds the kinds of differences between two spellings of one token.
func (e *Excused) count(left, right string) {
	if left == right {
		return
	}
	l, r := signature(left), signature(right)
	found := false
	for k := range l {
		if l[k] != r[k] {
			e[k]++
			found = true
		}
	}
	if !found {
		e[Composition]++
	}
}

// signature returns, by Excuse, the characters of a token that can be written
// otherwise.
func signature(s string) (sig [excuses]string) {
	for i := 0; i < len(s); {
		if n, kind := unseen(s[i:]); n > 0 {
			sig[kind] += s[i : i+n]
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch m, kind := foldMark(r); {
		case m != 0:
			sig[kind] += s[i : i+n]
		case unicode.IsSpace(r):
			sig[WhiteSpace] += s[i : i+n]
		case r >= utf8.RuneSelf && !unicode.Is(unicode.No, r) && norm.NFKC.String(s[i:i+n]) != norm.NFC.String(s[i:i+n]):
			sig[Compatibility] += s[i : i+n]
		}
		i += n
	}
	return sig
}
