package clean

import (
	"html"
	"strings"

	"parallax/corpus/lazyregexp"
)

// mostEscapes is how many times over a text is taken to be escaped.
const mostEscapes = 3

// entity is a character as HTML writes it. What HTML needs itself is left out:
// where "&lt;" is left in a text, it is about tags.
var entity = lazyregexp.New(`&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{3,8}\d{0,2});`)

// Entities returns a text with the characters that are left in it as entities,
// as those are that some program escaped twice: "the B&amp;B", "&quot;No&quot;".
// Its result is not clean.
func Entities(s string) string {
	for range mostEscapes {
		if strings.IndexByte(s, '&') < 0 {
			break
		}
		decoded := entity.ReplaceAllStringFunc(s, func(e string) string {
			c := html.UnescapeString(e)
			if c == "<" || c == ">" || strings.HasSuffix(c, ";") && c != ";" { // the last is a longer word: "&nothing;"
				return e
			}
			return c
		})
		if decoded == s {
			break
		}
		s = decoded
	}
	return s
}
