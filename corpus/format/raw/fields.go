package raw

import (
	"net/url"
	"strings"

	"parallax/corpus/byline"
	"parallax/corpus/lazyregexp"
)

// AddField appends a field when the file has a value for it.
func AddField(fields []Field, name, value, from string) []Field {
	if value = OneLine(value); value == "" {
		return fields
	}
	return append(fields, Field{Name: name, Value: value, From: from})
}

// OneLine returns a text with every run of white space as one space. Most texts
// are so already and are not copied: a page is folded paragraph by paragraph.
func OneLine(s string) string {
	start, end := 0, len(s)
	for start < end && s[start] <= ' ' && isSpace(s[start]) {
		start++
	}
	for end > start && s[end-1] <= ' ' && isSpace(s[end-1]) {
		end--
	}
	s = s[start:end]
	spaced := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if spaced {
				return fold(s)
			}
			spaced = true
			continue
		case c < ' ' && isSpace(c), c == 0xc2, c == 0xe1, c == 0xe3:
			return fold(s) // a line's end, or what can be a space of another kind
		case c == 0xe2 && i+2 < len(s) && (s[i+1] == 0x80 && (s[i+2] <= 0x8a || s[i+2] >= 0xa8) || s[i+1] == 0x81):
			return fold(s)
		}
		spaced = false
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// fold is OneLine for texts that it may change.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for w := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// FirstAuthors keeps the authors of one key only: a byline repeats them.
func FirstAuthors(fields []Field) []Field {
	from, out := "", fields[:0]
	for _, f := range fields {
		if f.Name == Author {
			if from == "" {
				from = f.From
			}
			if f.From != from {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// AddAuthors appends a field for every name of a byline.
func AddAuthors(fields []Field, line, from string) []Field {
	for _, name := range byline.Authors(OneLine(line)) {
		fields = AddField(fields, Author, name, from)
	}
	return fields
}

var bareURL = lazyregexp.New(`^(?i:https?://\S+|www\.[\pL\pN-]+\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S+)$`)

// IsURL reports whether a text is the address of a page: it has a scheme,
// or begins as addresses do, or has a path after a domain. A domain alone is
// an outlet's name.
func IsURL(s string) bool {
	_, address, _ := strings.Cut(s, "://")
	switch {
	case strings.ContainsAny(s, " \t\r\n\f"):
		return false
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"): // most
		return address != ""
	case !strings.Contains(s, "/") && !strings.Contains(s, "."):
		return false
	}
	return bareURL.MatchString(s)
}

// WebAddress returns the first that is the address of a page on the web, or "".
func WebAddress(addresses ...string) string {
	for _, a := range addresses {
		a = strings.Trim(strings.TrimSpace(a), "<>")
		if u, err := url.Parse(a); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return a
		}
	}
	return ""
}

// CutLine returns the first line of text without its end, and what follows.
func CutLine(text string) (line, rest string) {
	line, rest, _ = strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), rest
}
