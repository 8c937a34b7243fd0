package prose

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// domainEnds are the last labels by which a name without "www." is taken for
// that of a site. Labels that are English words ("me", "us", "so") are left
// out: text that lost the space after a full stop is commoner than such names.
var domainEnds = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"com": true, "org": true, "net": true, "gov": true, "edu": true, "mil": true, "int": true, "info": true,
		"co": true, "uk": true, "de": true, "fr": true, "eu": true, "es": true, "nl": true, "ch": true, "jp": true,
		"ca": true, "au": true, "br": true, "cn": true, "ru": true, "mx": true, "ie": true, "nz": true,
		"tv": true, "fm": true, "io": true, "ai": true, "ly": true, "biz": true, "news": true, "html": true, "pdf": true,
		"gop": true,
	}
})

// longestAddress is how far an address may reach before its "@" or its last
// label, in bytes. It keeps the cutting of hostile text linear.
const longestAddress = 96

// address returns the length of the URL or e-mail address at c.s[i:], and 0 if
// there is none.
func (c *cutter) address(i int) int {
	s := c.s[i:]
	switch s[0] {
	case 'h', 'H', 'w', 'W':
		for _, start := range [...]string{"http://", "https://", "www."} {
			if len(s) > len(start) && strings.EqualFold(s[:len(start)], start) && classAt(s, len(start)) != space {
				return len(start) + path(s[len(start):])
			}
		}
	}
	return c.mail(i)
}

// mail returns the length of the e-mail address at c.s[i:], and 0 if there is
// none.
func (c *cutter) mail(i int) int {
	if c.at < i {
		c.at = len(c.s)
		if n := strings.IndexByte(c.s[i:], '@'); n >= 0 {
			c.at = i + n
		}
	}
	if c.at == len(c.s) || c.at-i > longestAddress {
		return 0
	}
	for _, b := range []byte(c.s[i:c.at]) {
		if !plain(b) && b != '.' && b != '%' && b != '+' && b != '-' {
			return 0
		}
	}
	n, labels := labels(c.s[c.at+1:])
	if labels < 2 {
		return 0
	}
	return c.at + 1 + n - i
}

// labels returns the length of the labels with points between them at the
// start of s, as in "news.example.com", and their number.
func labels(s string) (length, number int) {
	n := 0
	for n < len(s) && n < longestAddress {
		start := n
		for n < len(s) && n < longestAddress && (s[n] == '-' || plain(s[n])) {
			n++
		}
		if n == start {
			break
		}
		number++
		length = n
		if n == len(s) || s[n] != '.' {
			break
		}
		n++
	}
	return length, number
}

// plain reports whether b is an ASCII letter or digit, or an underscore.
func plain(b byte) bool { return b < utf8.RuneSelf && (b == '_' || asciiClass[b].wordlike()) }

// domain returns the length of the ".example.com/path" at the start of s, and
// 0 if the labels after the point end in none that sites use.
func domain(s string) int {
	n, _ := labels(s[1:])
	end := 1 + n
	last := s[strings.LastIndexByte(s[:end], '.')+1 : end]
	if !domainEnds()[last] || classAt(s, end) == extender || classAt(s, end).wordlike() {
		return 0
	}
	if end+1 < len(s) && s[end] == '/' && classAt(s, end+1).wordlike() {
		end += path(s[end:])
	}
	return end
}

// path returns the length of what belongs to an address from s on: up to a
// space or a mark that does not occur in one, without the punctuation of the
// sentence around it.
func path(s string) int {
	n, opened := 0, false
	for n < len(s) {
		r, cl, size := classify(s[n:])
		if cl == space || strings.ContainsRune("<>\"“”‘’«»{}|\\^`", r) {
			break
		}
		opened = opened || r == '('
		n += size
	}
	trim := ".,;:!?'…*_]"
	if !opened {
		trim += ")"
	}
	return len(strings.TrimRight(s[:n], trim))
}
