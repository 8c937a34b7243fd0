package format

import (
	"net/url"
	"strings"

	"parallax/corpus/lazyregexp"
)

// add appends a field when the file has a value for it.
func add(fields []Field, name, value, from string) []Field {
	if value = oneLine(value); value == "" {
		return fields
	}
	return append(fields, Field{name, value, from})
}

// oneLine returns a text with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// firstAuthors keeps the authors of one key only: a byline repeats them.
func firstAuthors(fields []Field) []Field {
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

// addAuthors appends a field for every name of a byline.
func addAuthors(fields []Field, byline, from string) []Field {
	byline = bylineWord.ReplaceAllString(oneLine(byline), "")
	for _, name := range Authors(byline) {
		fields = add(fields, Author, writtenIn.ReplaceAllString(name, ""), from)
	}
	return fields
}

var (
	bylineWord = lazyregexp.New(`^(?:By|BY|Par|PAR|Von|VON|Por|POR|Door|DOOR):?\s+`)
	writtenIn  = lazyregexp.New(`,? (?:in|à|en) \p{Lu}[\pL .-]*$`) // "Ann Lee in Brussels"
)

// Authors returns the names in a byline such as "By Ann Lee, Bo Cho and
// Cy Dee", without the agency behind them. A comma divides names only where each
// side has two words at least: "Lee, Ann" is one author.
func Authors(byline string) []string {
	var out []string
	byline = byLead.ReplaceAllString(strings.TrimSpace(byline), "$1")
	byline = agency.ReplaceAllString(byline, "")
	for _, part := range authorOr.Split(byline, -1) {
		part = strings.Trim(part, " ,\t\n")
		names := comma.Split(part, -1)
		for _, n := range names {
			if len(strings.Fields(n)) < 2 {
				names = []string{part}
				break
			}
		}
		for _, n := range names {
			if n != "" {
				out = append(out, n)
			}
		}
	}
	return out
}

var (
	byLead   = lazyregexp.New(`(?i)^by:?\s+|^(?:Von|Par|Por) (\p{Lu}\pL+ \p{Lu})`)
	agency   = lazyregexp.New(`(?i)\s*(?:,|/|\()\s*(?:dpa|afp|ap|reuters|upi|ansa|efe|ntb|tt|apa|pa|associated press)\)?$`)
	authorOr = lazyregexp.New(`\s+(?:and|&|et|und)\s+|\s*;\s*|\s*\|\s*`)
	comma    = lazyregexp.New(`\s*,\s*(?:and\s+)?`)
)

var bareURL = lazyregexp.New(`^(?i:https?://\S+|www\.[\pL\pN-]+\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S+)$`)

// isURL reports whether a text is the address of a page: it has a scheme,
// or begins as addresses do, or has a path behind a domain. A domain alone is
// an outlet's name.
func isURL(s string) bool { return bareURL.MatchString(s) }

// webAddress returns the first that is the address of a page on the web, or "".
func webAddress(addresses ...string) string {
	for _, a := range addresses {
		a = strings.Trim(strings.TrimSpace(a), "<>")
		if u, err := url.Parse(a); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return a
		}
	}
	return ""
}

// cutLine returns the first line of text without its end, and what follows.
func cutLine(text string) (line, rest string) {
	line, rest, _ = strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), rest
}
