package web

import (
	"html"
	"strings"

	"parallax/corpus/lazyregexp"
)

var wholeHTML = lazyregexp.New(`(?is)^\s*<(?:p|div|section|article|h[1-6]|ul|ol|figure|blockquote|table|img|a|b|i|em|strong|span)(?:\s[^<>]*)?/?>.*(?:</(?:p|div|section|article|h[1-6]|ul|ol|figure|blockquote|table)>|<br\s*/?>)`)

// maxEscapes is how many times over HTML is taken to be escaped: twice is a
// mistake that programs make, more has not been seen.
const maxEscapes = 3

// Escaped returns the HTML that a text is when it was escaped more than once, as
// in "&lt;p&gt;The ferry was halted.&lt;/p&gt;", and reports whether it is that: it
// begins with a tag and has blocks. A text about tags is none.
func Escaped(text string) (string, bool) {
	for range maxEscapes {
		if wholeHTML.MatchString(text) {
			return text, true
		}
		if !strings.HasPrefix(strings.TrimSpace(text), "&") {
			break
		}
		once := html.UnescapeString(text)
		if once == text {
			break
		}
		text = once
	}
	return text, false
}
