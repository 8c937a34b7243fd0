package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/prose"
)

// A Spelling says which differences count when something is searched for.
// Others never do: curly and straight quotation marks, the kinds of dashes,
// and how much white space is between two words.
type Spelling struct{ capitals, accents bool }

// Loose finds whatever reads the same, as lists do.
var Loose = Spelling{}

// spellingOf returns how a query is searched for: capitals count when it has
// one, and accents likewise. Who types plain letters means all of them.
func spellingOf(query string) Spelling {
	var s Spelling
	for i, r := range query {
		s.capitals = s.capitals || unicode.IsUpper(r)
		s.accents = s.accents || unicode.Is(unicode.Mn, r) || base(query[i:], unicode.ToLower(r)) != string(unicode.ToLower(r))
	}
	return s
}

// Of returns a text as it is searched: what does not count made alike. With
// offsets it says for each of its bytes, and for its end, at which byte of the
// text that stands.
func (s Spelling) Of(text string, offsets bool) (plain string, at []int32) {
	b := make([]byte, 0, len(text))
	if offsets {
		at = make([]int32, 0, len(text)+1)
	}
	spaced := false
	for i := 0; i < len(text); {
		n := len(b)
		c, size := text[i], 1
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			if !spaced {
				b = append(b, ' ')
			}
		case c < utf8.RuneSelf:
			if !s.capitals && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			b = s.letter(b, text[i:i+size], r, spaced)
		}
		if len(b) > n {
			spaced = b[len(b)-1] == ' '
		}
		for ; offsets && n < len(b); n++ {
			at = append(at, int32(i))
		}
		i += size
	}
	if offsets {
		at = append(at, int32(len(text)))
	}
	return string(b), at
}

// letter appends what a character beyond ASCII is searched as.
func (s Spelling) letter(b []byte, text string, r rune, spaced bool) []byte {
	switch r {
	case '‘', '’', '‛', 'ʼ', '‚':
		return append(b, '\'')
	case '“', '”', '„', '«', '»':
		return append(b, '"')
	case '‐', '‑', '–', '—', '−':
		return append(b, '-')
	case '\u00ad', '\u200b', '\ufeff': // where a word may break, and nothing
		return b
	}
	switch {
	case unicode.IsSpace(r):
		if spaced {
			return b
		}
		return append(b, ' ')
	case unicode.Is(unicode.Mn, r) && !s.accents:
		return b
	}
	if !s.capitals {
		if lower := unicode.ToLower(r); lower != r {
			r, text = lower, string(lower)
		}
	}
	if s.accents {
		return norm.NFD.AppendString(b, text) // so that é is é in one rune and in two
	}
	return append(b, base(text, r)...)
}

// bases are letters with a stroke or of two letters, which Unicode does not
// take apart.
var bases = map[rune]string{'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ı': "i",
	'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ß': "ss", 'þ': "th", 'Þ': "Th"}

// base returns the letter r, with which text begins, without its accent.
func base(text string, r rune) string {
	if r < 0xC0 {
		return string(r)
	}
	if plain, ok := bases[r]; ok {
		return plain
	}
	if parts := norm.NFD.PropertiesString(text).Decomposition(); len(parts) > 0 {
		_, size := utf8.DecodeRune(parts)
		return string(parts[:size])
	}
	return string(r)
}

// A Query is what is searched for, ready to be looked for in many texts.
type Query struct {
	Spelling
	plain string // "" is in no text
}

// NewQuery returns what to look for.
func NewQuery(query string) Query {
	s := spellingOf(query)
	plain, _ := s.Of(query, false)
	if strings.TrimSpace(plain) == "" {
		plain = ""
	}
	return Query{s, plain}
}

// Empty reports whether nothing is looked for.
func (w Query) Empty() bool { return w.plain == "" }

// In returns where it is in a text, at most limit times, as bytes of the
// text.
func (w Query) In(text string, limit int) []prose.Span {
	plain, at := w.Of(text, true)
	return w.Among(plain, at, limit)
}

// Among does the same for a text that was made plain before.
func (w Query) Among(plain string, at []int32, limit int) []prose.Span {
	var spans []prose.Span
	for from := 0; w.plain != "" && len(spans) < limit; {
		i := strings.Index(plain[from:], w.plain)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(w.plain)
		from = end
		// A letter that became several is found whole or not at all.
		if start > 0 && at[start-1] == at[start] || at[end-1] == at[end] {
			continue
		}
		spans = append(spans, prose.Span{Start: int(at[start]), End: int(at[end])})
	}
	return spans
}
