package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// afterPoint reports whether a sentence ends at a single full stop. What
// follows is of the given kind and begins with word; a quotation mark or a
// bracket may open it.
func (c *splitter) afterPoint(m ending, kind start, word string, opened bool) bool {
	before := c.wordBefore(m.mark)
	if before == "" {
		prior, _ := utf8.DecodeLastRuneInString(c.s[c.start:m.mark])
		return kind != number || prior != '(' && !unicode.IsSpace(prior) // a torn ". 464"
	}
	begins := starters[word]
	lead := c.s[c.start : m.mark-len(before)]
	first := len(lead) < 8 && strings.Trim(lead, "“\"‘'([*_#- ") == ""
	if number := strings.IndexFunc(before, func(r rune) bool { return !unicode.IsNumber(r) }) < 0; number {
		if first && len(before) <= 3 && !m.quote && !m.round {
			return false // the number of a list: "1. Repair the dam."
		}
		return !germanMonths[word]
	}
	if first && roman(before) {
		return false
	}
	if utf8.RuneCountInString(before) == 1 {
		return m.quote || c.afterLetter(m, before, kind, word)
	}
	known := lookup(before)
	if known == ordinary && strings.Contains(before, ".") && dotted(before) == len(before) {
		known = name
	}
	switch known {
	case title, joining:
		return false
	case numbering:
		return kind != number && !(kind == capital && classAt(c.s[m.next:], len(word)) == digit) // No. VA0897
	case measure:
		prior := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
		r, _ := utf8.DecodeLastRuneInString(prior)
		return !unicode.IsNumber(r) || kind == capital
	case clock:
		return kind == capital && !dayOrZone[word]
	case trailing:
		return kind == capital
	case name:
		if first {
			return false
		}
		if m.quote && !c.possessive(m) {
			return true // in “… the U.S.” Lund the stop would be a comma
		}
		return begins || kind == capital && !opened && !m.round && c.subjectAfter(m, before, word)
	}
	return true
}

// possessive reports whether what looks like a closing quotation mark is that
// of "the U.S.’ allies".
func (c *splitter) possessive(m ending) bool {
	mark := c.s[m.mark+1 : m.closed]
	return (mark == "'" || mark == "’") && (c.s[m.mark-1] == 'S' || c.s[m.mark-1] == 's')
}

// afterLetter reports whether a sentence ends after a single letter.
func (c *splitter) afterLetter(m ending, before string, kind start, word string) bool {
	r, _ := utf8.DecodeRuneInString(before)
	if !unicode.IsUpper(r) {
		k := lookup(before)
		return k != joining && !(k == numbering && kind == number) && unicode.IsLetter(r) &&
			c.s[c.start:m.mark] != before // "a. the first point"
	}
	if initial := utf8.RuneCountInString(word) == 1 && upperAt(word, 0) && strings.HasPrefix(c.s[m.next+len(word):], "."); initial {
		return false // J. K. Marsh
	}
	head := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
	prior := head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
	if lettered[prior] || r == 'I' && prior != "" && lowerAt(prior, 0) {
		return true // World War I. Germany; so did I. Germany
	}
	return starters[word] && !surnames[word]
}

// subjectAfter reports whether the capitalised word after the abbreviation
// before begins a sentence rather than going on with a name.
func (c *splitter) subjectAfter(m ending, before, word string) bool {
	if heads[word] {
		return false
	}
	rest := c.s[m.next:]
	if before == "St" || before == "ST" {
		return false
	}
	if !places[before] {
		return strings.IndexByte(before, '.') < 0 && subject(rest, 2)
	}
	// "U.S." is a noun after "the" or a preposition, else mostly an adjective.
	head := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
	switch head[strings.LastIndexFunc(head, unicode.IsSpace)+1:] {
	case "the", "in", "into", "to", "from", "across":
		return subject(rest, 1) || c.usedInLowerCase(rest)
	case "Washington,":
		return subject(rest, 2) || c.usedInLowerCase(rest)
	}
	return false
}

// usedInLowerCase reports whether rest begins with a word that the text has in
// lower case elsewhere, so that its capital here is that of a sentence (Kiss
// and Strunk 2006, §4.3), and not with a name of several words.
func (c *splitter) usedInLowerCase(rest string) bool {
	word := leadingWord(rest)
	if !strings.HasPrefix(rest[len(word):], " ") || !lowerAt(rest, len(word)+1) {
		return false
	}
	if c.common == nil {
		c.common = make(map[string]bool)
		for w := range strings.FieldsSeq(c.text) {
			if lowerAt(w, 0) {
				c.common[leadingWord(w)] = true
			}
		}
	}
	return c.common[strings.ToLower(word)]
}

// places are the dotted abbreviations that end sentences as nouns do.
var places = wordSet(`U.S U.K U.N E.U U.S.A U.A.E U.S.S.R D.C N.Y N.J N.C S.C N.H N.M N.D S.D W.Va B.C L.A
	F.B.I C.I.A I.R.S N.S.A G.O.P N.R.A N.F.L N.B.A N.C.A.A D.N.C R.N.C H.I.V D.N.A`)

var germanMonths = wordSet(`Januar Februar März Mai Juni Juli Oktober Dezember Jahrhundert Jahrhunderts`)

// roman reports whether s is a Roman numeral as lists have them, up to 39.
func roman(s string) bool { return strings.Trim(s, "IVX") == "" }
