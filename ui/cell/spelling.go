package cell

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
)

// A Spelling says which differences count when something is searched for.
// Others never do: what the folded form leaves out (curly and straight
// quotation marks, the kinds of dashes, soft hyphens, ligatures), and how much
// white space is between two words.
type Spelling struct{ capitals, accents bool }

// Loose finds whatever reads the same, as lists do.
var Loose = Spelling{}

// spellingOf returns how a query is searched for: capitals count when it has
// one, and accents likewise. Who types plain letters means all of them.
func spellingOf(query string) Spelling {
	var s Spelling
	query = fold.String(query)
	for i, r := range query {
		s.capitals = s.capitals || unicode.IsUpper(r)
		s.accents = s.accents || unicode.Is(unicode.Mn, r) || base(query[i:], unicode.ToLower(r)) != string(unicode.ToLower(r))
	}
	return s
}

// Of returns a text as it is searched: its folded form, with what does not count
// made alike. With offsets it says for each of its bytes, and for its end, at
// which byte of the text that stands.
func (s Spelling) Of(text string, offsets bool) (plain string, at []int32) {
	b := make([]byte, 0, len(text))
	if offsets {
		at = make([]int32, 0, len(text)+1)
	}
	for i := 0; i < len(text); {
		n := len(b)
		form, size := fold.Next(text[i:])
		if len(form) == 1 {
			b = s.ascii(b, form[0])
		} else {
			for len(form) > 0 {
				r, width := utf8.DecodeRuneInString(form)
				b = s.letter(b, form[:width], r)
				form = form[width:]
			}
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

// ascii appends what a character of ASCII is searched as.
func (s Spelling) ascii(b []byte, c byte) []byte {
	switch {
	case c == ' ' || '\t' <= c && c <= '\r':
		if len(b) > 0 && b[len(b)-1] == ' ' {
			return b
		}
		c = ' '
	case !s.capitals && 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	}
	return append(b, c)
}

// letter appends what a character is searched as.
func (s Spelling) letter(b []byte, text string, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return s.ascii(b, byte(r))
	case unicode.IsSpace(r):
		return s.ascii(b, ' ')
	case unicode.Is(unicode.Mn, r) && !s.accents:
		return b
	}
	if !s.capitals {
		if lower := unicode.ToLower(r); lower != r {
			r, text = lower, string(lower)
		}
	}
	if s.accents {
		return norm.NFD.AppendString(b, text)
	}
	return append(b, base(text, r)...)
}

// bases are letters with a stroke or of two letters, which Unicode does not
// take apart.
var bases = sync.OnceValue(func() map[rune]string {
	return map[rune]string{'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ı': "i",
		'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ß': "ss", 'þ': "th", 'Þ': "Th"}
})

// base returns the letter r, with which text begins, without its accent.
func base(text string, r rune) string {
	if r < 0xC0 {
		return string(r)
	}
	if plain, ok := bases()[r]; ok {
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
