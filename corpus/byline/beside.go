package byline

import (
	"slices"
	"strings"

	"parallax/corpus/lazyregexp"
)

// What a byline says besides the names, without a comma or another sign between:
// for whom, with whose help, under what name on the web, and who did the rest.

const agencyNames = `(?:the )?associated press|agence france[- ]presse|press association|reuters|afp|dpa|upi|ap|bloomberg(?: news)?|cnn|bbc news|canadian press|xinhua`

var (
	tails = lazyregexp.New(`(?i)\s+(?:of the\s.*|(?:with|and) (?:wire|agenc|reporting|additional|files?|contribution|staff|news services?)\S*(?:\s.*)?|special (?:to|for)\s.*|exclusive (?:to|for)\s.*|for the\s.*|` + agencyNames + `)$`)
	// agencyAlone is an agency in the place of a name.
	agencyAlone = lazyregexp.New(`(?i)^(?:` + agencyNames + `)$`)
	// handles are names on social media.
	handles = lazyregexp.New(`(?:^|\s)[(]?@[\w.]+[)]?`)
	// credits are the labels of what is not text, in the midst of a line.
	credits = lazyregexp.New(`(?i)\s(?:photo|foto|picture|image|bild|video|graphic|illustration|photographie)\w{0,3}\s?:`)
	// ourOwn is what stands before the name of somebody whom an outlet sent.
	ourOwn = lazyregexp.New(`^(?i:von|de|di|por|van|by) (?i:unser\pL*|notre|nos|nuestr[oa]s?|nostr[oi]|onze|our) (?:\pL+[ -]){1,3}?(\p{Lu}\pL+ .*)$`)
	// helped is said of those who did not write it.
	helped = lazyregexp.New(`(?i)\b(?:contributed to (?:this|the)\b|contributed reporting|additional reporting)`)
)

// withCreditsApart puts a line break before the label of what is not text, unless
// the label goes on: "Text and photos: Ann Lee".
func withCreditsApart(line string) string {
	at := credits.FindStringSubmatchIndex(line)
	if at == nil {
		return line
	}
	before := strings.Fields(strings.ToLower(line[:at[0]]))
	if len(before) == 0 || conjunctions.Has(before[len(before)-1]) {
		return line
	}
	return line[:at[0]] + "\n" + line[at[0]+1:]
}

// withoutTail returns a name without what follows it, where two words of a name
// are left.
func withoutTail(n string) string {
	if strings.Count(n, " ") < 2 {
		return n
	}
	if cut := tails.ReplaceAllString(n, ""); strings.Contains(cut, " ") {
		return cut
	}
	return n
}

// withoutAgencies returns the names of persons, or all where there is none.
func withoutAgencies(names []string) []string {
	if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, " ") && !agencyAlone.MatchString(n) }) {
		return names
	}
	return slices.DeleteFunc(names, agencyAlone.MatchString)
}

// otherPart reports whether a part of a list names somebody for something else
// than the text: "edited by Ann Lee".
func otherPart(n string) bool {
	return strings.Contains(n, " ") && (others.MatchString(n) || helped.MatchString(n))
}
