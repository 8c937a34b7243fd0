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
	lead := c.s[c.start : m.mark-len(before)]
	first := len(lead) < 8 && strings.Trim(lead, "“\"‘'([*_#- ") == ""
	if number := strings.IndexFunc(before, func(r rune) bool { return !unicode.IsNumber(r) }) < 0; number {
		if first && len(before) <= 3 && !m.quote && !m.round {
			return false // the number of a list: "1. Repair the dam."
		}
		return !germanMonths.Has(word) && !c.germanOrdinal(lead, before, word)
	}
	if first && roman(before) {
		return false
	}
	known := ordinary
	if joined := c.spacedBefore(m.mark, before); joined != "" {
		known = c.lookup(joined)
	}
	if utf8.RuneCountInString(before) == 1 && known == ordinary {
		return m.quote || c.afterLetter(m, before, kind, word)
	}
	if known == ordinary {
		known = c.lookup(before)
	}
	if known == ordinary && strings.Contains(before, ".") && dotted(before) == len(before) {
		known = name
	}
	switch known {
	case title, joining:
		return false
	case numbering:
		if isTitle := (before == "Ch" || before == "ch") && c.lookup(word) == title && strings.HasPrefix(c.s[m.next+len(word):], "."); isTitle || countWords.Has(word) && currencies.Has(before) {
			return false // Ch. Insp. Lund; Rs. Five lakh
		}
		return kind != number && !(kind == capital && classAt(c.s[m.next:], len(word)) == digit) // No. VA0897
	case measure:
		prior := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
		r, _ := utf8.DecodeLastRuneInString(prior)
		if c.inGerman() && unicode.IsNumber(r) { // it has capitals for nouns: 5 Mio. Euro
			return c.begins(word)
		}
		return !unicode.IsNumber(r) || kind == capital
	case clock:
		return kind == capital && c.afterTime(m, lead, word)
	case trailing:
		return kind == capital
	case name:
		if first {
			return false
		}
		if m.quote && !c.possessive(m) {
			return true // in “… the U.S.” Lund the stop would be a comma
		}
		return c.begins(word) || kind == capital && !opened && !m.round && c.subjectAfter(m, before, word)
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
		k := c.lookup(before)
		if n := len(word); n > 0 && utf8.RuneCountInString(word) == 1 && strings.HasPrefix(c.s[m.next+n:], ".") && c.lookup(before+"."+word) != ordinary {
			return false // z. B.
		}
		if k == title || k == name && !c.begins(word) {
			return false
		}
		return k != joining && !(k == numbering && kind == number) && unicode.IsLetter(r) &&
			c.s[c.start:m.mark] != before // "a. the first point"
	}
	if initial := utf8.RuneCountInString(word) == 1 && upperAt(word, 0) && strings.HasPrefix(c.s[m.next+len(word):], "."); initial {
		return false // J. K. Marsh
	}
	head := strings.TrimRightFunc(c.s[c.start:m.mark-len(before)], unicode.IsSpace)
	prior := head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
	if lettered.Has(prior) || r == 'I' && prior != "" && lowerAt(prior, 0) {
		return true // World War I. Germany; so did I. Germany
	}
	return c.begins(word) && !surnames.Has(word)
}

// afterTime reports whether a sentence ends after a time of day, given what
// stands before the time and the capitalised word after it. A time that opens a
// sentence does not end one: "At 5 a.m. Mr. Lund went". A day belongs to the
// time, unless it tells which of something: "Sunday trains run later".
func (c *splitter) afterTime(m ending, lead, word string) bool {
	rest := c.s[m.next:]
	if m.quote && attributed(rest) {
		return false
	}
	if opensWithTime(lead) && !objects.Has(strings.ToLower(word)) {
		return false
	}
	if !dayOrZone.Has(word) {
		return true
	}
	if lead == "" || !strings.HasSuffix(word, "day") {
		return false
	}
	if after := rest[len(word):]; strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s ") {
		return true // Monday's talks failed
	}
	words := strings.Fields(rest[:min(len(rest), 80)])
	if len(words) < 3 || words[0] != word || !lowerAt(words[1], 0) || leadingWord(words[1]) != words[1] || afterDay.Has(words[1]) {
		return false
	}
	return strings.HasSuffix(words[1], "s") || finite.Has(words[2])
}

// opensWithTime reports whether all that stands before a time of day in its
// sentence are words that lead to one.
func opensWithTime(lead string) bool {
	const most = 10
	n := 0
	for w := range strings.FieldsSeq(strings.TrimLeft(lead, "“\"‘'([")) {
		r, _ := utf8.DecodeRuneInString(w)
		w = strings.TrimRight(w, ",")
		if n++; n > most || !timeWords.Has(strings.ToLower(w)) && !unicode.IsNumber(r) && !dayOrZone.Has(w) && lookup(strings.TrimRight(w, ".")) != clock {
			return false
		}
	}
	return n > 0
}

// subjectAfter reports whether the capitalised word after the abbreviation
// before begins a sentence rather than going on with a name.
func (c *splitter) subjectAfter(m ending, before, word string) bool {
	if heads.Has(word) || firms.Has(before) && afterFirm.Has(word) || juniors.Has(before) && afterJunior.Has(word) {
		return false
	}
	rest := c.s[m.next:]
	if before == "St" || before == "ST" {
		return false
	}
	if !places.Has(before) {
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
