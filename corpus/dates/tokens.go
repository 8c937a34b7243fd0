package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a number, a word or a sign of a text.
type token struct {
	kind       byte   // 'n' a number, 'w' a word, 's' a sign
	text       string // a word folded: in lower case, without accents; a sign as it is
	value      int    // of a number
	digits     int    // of a number: how many
	start, end int    // in the text, in bytes
	spaced     bool   // white space comes before it
	capitals   bool   // a word of capitals only
	large      bool   // a word that begins with one
}

type tokens []token

// digitOf returns the value of a digit, or -1. Dates are written with those of
// Arabic, Hindi, Bengali and Thai and the wide ones of East Asia, too.
func digitOf(r rune) int {
	for _, zero := range [...]rune{'0', '٠', '۰', '०', '০', '๐', '０'} {
		if r >= zero && r < zero+10 {
			return int(r - zero)
		}
	}
	return -1
}

// hasDigit reports whether a text has a digit.
func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; '0' <= c && c <= '9' {
			return true
		} else if c >= utf8.RuneSelf {
			return strings.IndexFunc(s[i:], func(r rune) bool { return digitOf(r) >= 0 }) >= 0
		}
	}
	return false
}

// dateUnits stand after the numbers of a date or a time in East Asia, without
// a space before what follows them.
const dateUnits = "年月日時时點点分秒년월일시분초"

// maxTokens is how many tokens of a text are looked at: dates are in lines.
const maxTokens = 200

// tokensOf divides a text. What is neither letter nor digit nor white space is
// a sign; marks of writing direction are nothing.
func tokensOf(s string) tokens {
	var out tokens
	spaced := false
	for i := 0; i < len(s) && len(out) < maxTokens; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			spaced = true
			i += n
			continue
		case unicode.Is(unicode.Cf, r):
			i += n
			continue
		case digitOf(r) >= 0:
			out = append(out, numberAt(s, i))
		case unicode.IsLetter(r):
			out = append(out, wordAt(s, i, len(out) > 0 && out[len(out)-1].kind == 'n'))
		default:
			out = append(out, token{kind: 's', text: plainSign(r), start: i, end: i + n})
		}
		last := &out[len(out)-1]
		last.spaced, spaced = spaced, false
		i = last.end
	}
	return out
}

// plainSign returns a sign as it is on every keyboard.
func plainSign(r rune) string {
	switch r {
	case '−', '–', '—', '‐', '‑':
		return "-"
	case '：':
		return ":"
	case '’', '‘', 'ʼ':
		return "'"
	case '／':
		return "/"
	}
	return string(r)
}

func numberAt(s string, i int) token {
	t := token{kind: 'n', start: i, end: i}
	for t.end < len(s) {
		r, n := utf8.DecodeRuneInString(s[t.end:])
		d := digitOf(r)
		if d < 0 {
			break
		}
		if t.digits++; t.digits <= 9 {
			t.value = t.value*10 + d
		}
		t.end += n
	}
	return t
}

// wordAt returns the word at i. One letter after a number can be all of it:
// 2031年5月25日.
func wordAt(s string, i int, afterNumber bool) token {
	t := token{kind: 'w', start: i, end: i}
	for t.end < len(s) {
		r, n := utf8.DecodeRuneInString(s[t.end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r) {
			break
		}
		t.end += n
		if afterNumber && t.end == i+n && strings.ContainsRune(dateUnits, r) {
			break
		}
	}
	word := s[i:t.end]
	t.text, t.capitals = fold(word), word == strings.ToUpper(word)
	first, _ := utf8.DecodeRuneInString(word)
	t.large = unicode.IsUpper(first)
	return t
}

// eastAsia is the least first byte, in UTF-8, of letters of East Asia: they
// have no case and no accents, and those of Korea would fall apart.
const eastAsia = 0xe2

// fold returns a word in lower case and without accents, as the tables have it.
func fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		ascii = ascii && word[i] < utf8.RuneSelf
	}
	word = strings.ToLower(word)
	if ascii || word[0] >= eastAsia {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		case r == 'ς':
			return 'σ'
		}
		return r
	}, norm.NFKD.String(word))
}

// foldedSet returns the words of lists, folded.
func foldedSet(lists ...string) map[string]bool {
	room := 0
	for _, list := range lists {
		room += strings.Count(list, " ") + 1
	}
	m := make(map[string]bool, room)
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			m[fold(w)] = true
		}
	}
	return m
}

// at returns a token, or one of no kind past the end.
func (t tokens) at(i int) token {
	if i < 0 || i >= len(t) {
		return token{}
	}
	return t[i]
}

// sign reports whether a token is one of these signs.
func (t tokens) sign(i int, signs string) bool {
	k := t.at(i)
	return k.kind == 's' && strings.Contains(signs, k.text)
}

// word reports whether a token is one of these words.
func (t tokens) word(i int, words map[string]bool) bool {
	k := t.at(i)
	return k.kind == 'w' && words[k.text]
}
