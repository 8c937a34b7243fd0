package exact

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/fold"
)

// Excused counts the places with differences that do not count, by kind: the
// two articles say the same, letter for letter, but were typeset or stored
// differently.
type Excused [fold.Kinds]int

// Any reports whether there are such differences.
func (e Excused) Any() bool { return e != Excused{} }

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
		e[fold.Composition]++
	}
}

// signature returns, by kind, the characters of a token that can be written
// otherwise.
func signature(s string) (sig [fold.Kinds]string) {
	for i := 0; i < len(s); {
		if n, kind := fold.Unseen(s[i:]); n > 0 {
			sig[kind] += s[i : i+n]
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch m, kind := fold.Mark(r); {
		case m != 0:
			sig[kind] += s[i : i+n]
		case unicode.IsSpace(r):
			sig[fold.WhiteSpace] += s[i : i+n]
		case r >= utf8.RuneSelf && !unicode.Is(unicode.No, r) && norm.NFKC.String(s[i:i+n]) != norm.NFC.String(s[i:i+n]):
			sig[fold.Compatibility] += s[i : i+n]
		}
		i += n
	}
	return sig
}
