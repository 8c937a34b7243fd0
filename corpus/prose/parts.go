package prose

import (
	"strings"
	"unicode/utf8"
)

// mostBytes is how long a sentence may be. The longest of 700 articles has 1,400
// bytes; what is longer is a table, or a transcript without full stops.
const mostBytes = 2000

// parts cuts what would be a sentence, s[start:], into sentences of at most
// mostBytes: after a semicolon or a comma in the latter half if there is one,
// else between words.
func parts(s string, start int) (out []Span) {
	for len(s)-start > mostBytes {
		end, next := cutAt(s, start)
		out = append(out, Span{start, end})
		start = next
	}
	return append(out, Span{start, len(s)})
}

// cutAt returns where the first part of s[start:] ends and the next begins.
func cutAt(s string, start int) (end, next int) {
	most := start + mostBytes
	for !utf8.RuneStart(s[most]) {
		most--
	}
	half := s[start+mostBytes/2 : most]
	at := max(strings.LastIndex(half, "; "), strings.LastIndex(half, ", "))
	if at < 0 {
		at = strings.LastIndexAny(half, " \t\n") - 1
	}
	if at < 0 {
		return most, most
	}
	end = start + mostBytes/2 + at + 1
	next = len(s) - len(strings.TrimLeft(s[end:], " \t\r\n"))
	return start + len(strings.TrimRight(s[start:end], " \t\r\n")), next
}
