package byline

import (
	"strings"

	"parallax/corpus/clean"
	"parallax/corpus/lazyregexp"
)

// Authors returns the names in a value that is known to be a byline: what a
// database, a feed or the properties of a file call the author. It is believed
// more than a line of a page: a name may be one word, in small letters, or that
// of an office. "From Ann Lee" has a label here and need not have one in a text.
func Authors(value string) []string {
	value = strings.TrimSpace(clean.Entities(value)) // of those the semicolon divides no names
	if name := strings.TrimSpace(mailbox.ReplaceAllString(value, "")); name != "" {
		value = name
	}
	value = from.ReplaceAllString(value, "$1")
	var out []string
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == '|' || r == '\n' }) {
		alone := !strings.ContainsAny(part, ",;|")
		for _, n := range namesIn(part, cutSaid) {
			if n != "" && !isPosition(n) && (alone || !addressAlone.MatchString(n)) && !contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// cutSaid cuts labels of what is known to be names: a single word that says who
// somebody is ("Text", "Reporter") is a label only before a colon.
func cutSaid(part string) (rest string, cut bool) {
	rest, cut = cutLabel(part)
	label := strings.ToLower(strings.TrimSpace(strings.TrimSuffix(part, rest)))
	if cut && isLatin(label) && isOneWord(label) && !strings.HasSuffix(label, ":") && !prepositions.Has(label) {
		return part, false
	}
	return rest, cut
}

var prepositions = set(`by von par por di door av af przez de oleh från fra frå`)

var (
	from    = lazyregexp.New(`^(?i:from):? +(\p{Lu}[\pL.’'-]* \p{Lu})`)
	mailbox = lazyregexp.New(`\s*[(<\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?`)
)
