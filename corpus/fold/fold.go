// Package fold gives text the one form in which it is compared and searched:
// a passage goes in, out comes what it says letter for letter, with the place
// each letter has in the passage. Two articles that were typeset or stored
// differently (composed or decomposed accents, ligatures, soft hyphens,
// characters of no width, typographic or straight marks) have the same form;
// what is shown stays as the outlet published it.
//
// Fractions, powers and circled numbers stay what they are: 10² is not 102.
package fold

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Kind is a kind of difference that the folded form leaves out.
type Kind uint8

// The kinds.
const (
	WhiteSpace     Kind = iota // other spaces, or line breaks inside a paragraph
	QuotationMarks             // typographic and straight ones
	Dashes                     // hyphens, dashes and minus signs
	SoftHyphens                // where a word may be divided
	ZeroWidth                  // characters nobody sees
	Compatibility              // ligatures, full-width letters, "…" as one character
	Composition                // an accented letter as one character or as two
	Kinds
)

var kindNames = [Kinds]string{"white space", "quotation marks", "dashes", "soft hyphens", "zero-width characters", "ligatures and the like", "composed letters"}

// String returns what differs, in words that can follow a number.
func (k Kind) String() string { return kindNames[k] }

// Mark returns what a quotation mark or a dash is compared as, with the kind
// of difference it can make; 0 when it is compared as it is.
func Mark(r rune) (rune, Kind) {
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

// Unseen returns the length of the invisible character at the start of s and
// what kind it is; 0 for none. In a cleaned text a soft hyphen is written as a
// hyphenation point, most other such characters as "<U+200B>".
func Unseen(s string) (int, Kind) {
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

// Blank reports whether nothing of a text is seen: it is white space and
// invisible characters.
func Blank(s string) bool {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			if n, _ = Unseen(s[i:]); n == 0 {
				return false
			}
		}
		i += n
	}
	return true
}

// A Text is a passage in its folded form.
type Text struct {
	Text string
	from []int32 // by byte of Text: where in the passage what it was made of begins; nil when Text is the passage
	to   []int32 // and where that ends
	base int     // what is added to both
}

// Of returns text[start:end] in its folded form; its places are bytes of text.
func Of(text string, start, end int) Text {
	s := text[start:end]
	if Plain(s) {
		return Text{Text: s, base: start}
	}
	f := folder{from: make([]int32, 0, len(s)), to: make([]int32, 0, len(s)), out: make([]byte, 0, len(s)), places: true, marks: true}
	f.fold(s)
	return Text{Text: string(f.out), from: f.from, to: f.to, base: start}
}

// String returns a passage in its folded form.
func String(s string) string {
	if Plain(s) {
		return s
	}
	f := folder{out: make([]byte, 0, len(s)), marks: true}
	f.fold(s)
	return string(f.out)
}

// Compare orders two texts by their folded forms, and those that have one by
// their bytes. It reads no further than to where they differ.
func Compare(a, b string) int {
	x, y := a, b
	var left, right string
	for {
		for left == "" && x != "" {
			form, n := Next(x)
			left, x = form, x[n:]
		}
		for right == "" && y != "" {
			form, n := Next(y)
			right, y = form, y[n:]
		}
		n := min(len(left), len(right))
		if c := cmp.Compare(left[:n], right[:n]); c != 0 || n == 0 {
			return cmp.Or(c, cmp.Compare(len(left), len(right)), cmp.Compare(a, b))
		}
		left, right = left[n:], right[n:]
	}
}

// Letters returns a word in its folded form, but with its quotation marks,
// apostrophes and dashes as they are.
func Letters(word string) string {
	if settled(word) {
		return word
	}
	f := folder{out: make([]byte, 0, len(word))}
	f.fold(word)
	return string(f.out)
}

// Plain reports whether a passage is surely in its folded form, as most are.
func Plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '`' || c == '<' {
			return false
		}
	}
	return true
}

// settled reports whether Letters leaves a word as it is: almost always. What
// English has most of costs no look at Unicode's tables.
func settled(s string) bool {
	odd := false
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && s[i] != '<' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !(r >= 'À' && r < 'Ĳ' || r == '’' || r == '‘' || r == '“' || r == '”' || r == '–' || r == '—') {
			if k, _ := Unseen(s[i:]); k > 0 {
				return false
			}
			odd = odd || r != '<'
		}
		i += n
	}
	return !odd || norm.NFKC.IsNormalString(s)
}

// A folder folds one passage from left to right.
type folder struct {
	out      []byte
	from, to []int32
	places   bool // fill from and to
	marks    bool // fold quotation marks and dashes too
}

func (f *folder) fold(s string) {
	for i := 0; i < len(s); {
		form, n := next(s[i:], f.marks)
		if f.places {
			for range len(form) {
				f.from, f.to = append(f.from, int32(i)), append(f.to, int32(i+n))
			}
		}
		f.out = append(f.out, form...)
		i += n
	}
}

// Next returns the folded form of the character at the start of s, with the
// accents that follow it, and how many bytes of s that are. The form of an
// invisible character is empty.
func Next(s string) (form string, size int) { return next(s, true) }

func next(s string, marks bool) (form string, size int) {
	if s[0] < utf8.RuneSelf && s[0] != '<' && s[0] != '`' && begins(s[1:]) {
		return s[:1], 1
	}
	if n, _ := Unseen(s); n > 0 {
		return "", n
	}
	if _, n := utf8.DecodeRuneInString(s); begins(s[n:]) {
		return alone(s[:n], marks), n
	}
	part, end := character(s)
	return formOf(part, marks), end
}

// begins reports whether a character surely begins where s does, so that
// nothing is composed with the one before it: in English nearly always.
func begins(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf {
		return s == "" || s[0] != '<'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r > 0xAD && r < 0x300 || r >= 0x2010 && r <= 0x2026 // Latin letters, dashes and quotation marks
}

// alone folds a character that nothing follows which changes it. What English
// has most of is folded without a look at Unicode's tables.
func alone(s string, marks bool) string {
	r, _ := utf8.DecodeRuneInString(s)
	m, _ := Mark(r)
	switch {
	case m != 0 && marks:
		return asciiMarks[m : m+1]
	case m != 0 || r >= 'À' && r < 'Ĳ': // letters of Latin-1 and the next before its first ligature
		return s
	}
	return formOf(s, marks)
}

// asciiMarks has each ASCII character at its own place.
var asciiMarks = func() string {
	var b [utf8.RuneSelf]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

// character returns the character at the start of s with the accents that
// follow it, without what is not seen between them, and where it ends.
func character(s string) (string, int) {
	_, n := utf8.DecodeRuneInString(s)
	part, end := s[:n], n
	for j := end; j < len(s); {
		if k, _ := Unseen(s[j:]); k > 0 {
			j += k
			continue
		}
		_, n := utf8.DecodeRuneInString(s[j:])
		longer := part + s[j:j+n]
		if norm.NFKC.NextBoundaryInString(longer, true) < len(longer) || len(longer) > longestCharacter {
			break
		}
		part, end, j = longer, j+n, j+n
	}
	return part, end
}

// longestCharacter is the most bytes of a letter with its accents; anything
// longer is not a letter.
const longestCharacter = 64

// formOf folds one character with the accents that follow it.
func formOf(s string, marks bool) string {
	r, n := utf8.DecodeRuneInString(s)
	if m, _ := Mark(r); m != 0 {
		if !marks {
			return norm.NFC.String(s)
		}
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
	if m, _ := Mark([]rune(k)[0]); marks && m != 0 && utf8.RuneCountInString(k) == 1 {
		return string(m)
	}
	return k
}

// Span returns the place in the text of the bytes [start, end) of the folded
// form.
func (f *Text) Span(start, end int) (int, int) {
	if f.from == nil {
		return f.base + start, f.base + end
	}
	return f.base + int(f.from[start]), f.base + int(f.to[end-1])
}

// Overlaps reports whether the folded bytes before end and the one at next come
// from the same characters of the text.
func (f *Text) Overlaps(end, next int) bool { return f.from != nil && f.from[next] < f.to[end-1] }
