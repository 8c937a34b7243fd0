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
		return true
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
		return kind != number
	case measure:
		prior := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
		r, _ := utf8.DecodeLastRuneInString(prior)
		return !unicode.IsNumber(r) || kind == capital
	case clock:
		return kind == capital && !dayOrZone[word]
	case trailing:
		return kind == capital
	case name:
		if m.quote {
			return true // in “… the U.S.” Lund the stop would be a comma
		}
		return begins || kind == capital && !opened && !m.round && c.subjectAfter(m, before, word)
	}
	return true
}

// afterLetter reports whether a sentence ends behind a single letter.
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

// subjectAfter reports whether the capitalised word behind the abbreviation
// before begins a sentence rather than going on with a name.
func (c *splitter) subjectAfter(m ending, before, word string) bool {
	if heads[word] {
		return false
	}
	rest := c.s[m.next:]
	if !places[before] {
		return strings.IndexByte(before, '.') < 0 && subject(rest, 2)
	}
	// "U.S." is a noun behind "the" or a preposition, else mostly an adjective.
	head := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
	switch head[strings.LastIndexFunc(head, unicode.IsSpace)+1:] {
	case "the", "in", "into", "to", "from", "across":
		return subject(rest, 1) || c.usedInLowerCase(word)
	case "Washington,":
		return subject(rest, 2) || c.usedInLowerCase(word)
	}
	return false
}

// usedInLowerCase reports whether the text has word in lower case elsewhere, so
// that its capital here is that of a sentence (Kiss and Strunk 2006, §4.3).
func (c *splitter) usedInLowerCase(word string) bool {
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
