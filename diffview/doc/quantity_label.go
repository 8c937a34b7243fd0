package doc

import (
	"strings"
	"unicode"

	"parallax/diffview/lexicon"
)

// Numbers that name something and measure nothing: "Route 9", "MS08-078",
// "1-800-273-8255", "1680 x 1050". They are labels: a label can be another one, but
// it is not more or less. Ordinals that name ("83rd Street") stay ordinals.

// isLabel reports whether a number is a name or part of one, by the tokens it
// touches.
func (p *Doc) isLabel(q *Quantity, first, last int) bool {
	before := p.touching(q.First-1, first)
	if before == "-" && q.First-2 >= first && p.coded(q.First-2) {
		return true // "MS08-078"
	}
	digits := p.digits(q).Text
	switch {
	case len(digits) > 1 && digits[0] == '0' && allDigits(digits), // "09", "078"
		q.First-2 >= first && (before == "[" || before == "[[") && p.Tokens[q.First-2].Class != Punctuation && p.touching(q.First-2, first) != "" || p.opensBracket(q.Last, last), // "20[[11]]", "word[3]"
		before == "/" && q.First-2 >= first && p.Tokens[q.First-2].Class != Number,                                                                                                // ".com/2013"
		p.bySize(q.First-1, -1, first, last) || p.bySize(q.Last, 1, first, last),                                                                                                  // "1680 x 1050"
		p.inChain(q, first, last):
		return true
	}
	return p.shots(q, first, last)
}

// touching returns token k where nothing stands between it and the next one, "" else.
func (p *Doc) touching(k, first int) string {
	if k < first || p.Tokens[k].End != p.Tokens[k+1].Start {
		return ""
	}
	return p.Tokens[k].Text
}

// coded reports whether a word is written as codes are: letters with digits, or two
// capitals and more, which no prefix and no part of a compound is.
func (p *Doc) coded(k int) bool {
	upper, digit, letter := 0, false, false
	for _, r := range p.Article.Text[p.Tokens[k].Start:p.Tokens[k].End] {
		letter = letter || unicode.IsLetter(r)
		digit = digit || unicode.IsDigit(r)
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return letter && p.Tokens[k].Class != Number && (digit || upper > 1)
}

// opensBracket reports whether a bracket with digits opens right at token k: "20[11]".
func (p *Doc) opensBracket(k, last int) bool {
	return k+1 < last && (p.Tokens[k].Text == "[" || p.Tokens[k].Text == "[[") && p.Tokens[k].Start == p.Tokens[k-1].End && p.Tokens[k+1].Class == Number
}

// bySize reports whether token k stands between the two sides of a size: "1680 x
// 1050". step is the way to the other side.
func (p *Doc) bySize(k, step, first, last int) bool {
	other := k + step
	return k >= first && k < last && other >= first && other < last && (p.Tokens[k].Text == "x" || p.Tokens[k].Text == "×") && p.Tokens[other].Class == Number
}

// inChain reports whether a number is one of three and more that hyphens join, too
// long for results: "1-800-273-8255". "45-7-2" is a record.
func (p *Doc) inChain(q *Quantity, first, last int) bool {
	from, to := q.First, q.First+1
	for from-2 >= first && p.joined(from-1) && p.Tokens[from-2].Class == Number {
		from -= 2
	}
	for to+1 < last && p.joined(to) && p.Tokens[to+1].Class == Number {
		to += 2
	}
	longest := 0
	for k := from; k < to; k += 2 {
		longest = max(longest, len(p.Tokens[k].Text))
	}
	return to-from >= 5 && longest >= 3
}

// joined reports whether a hyphen at token k touches what is before and after it.
func (p *Doc) joined(k int) bool {
	t := p.Tokens
	return k > 0 && t[k].Text == "-" && t[k].Start == t[k-1].End && k+1 < len(t) && t[k+1].Start == t[k].End
}

// shots recognises "7-for-14", "29-of-34": so many hits of so many shots, and the 9
// of "6-foot-9". None of them is a number of its own.
func (p *Doc) shots(q *Quantity, first, last int) bool {
	ties := func(k int) bool {
		return k >= first && k+1 < last && (p.Tokens[k].Text == "for" || p.Tokens[k].Text == "of" || p.Tokens[k].Text == "foot") && p.joined(k-1) && p.joined(k+1)
	}
	return q.Last+1 < last && p.Tokens[q.Last+1].Text != "foot" && ties(q.Last+1) || q.First-2 > first && ties(q.First-2)
}

// numberedBefore reports whether the word before a number makes it a name: "Route
// 9", "HD 4000 graphics". A plain noun after it says that it counts, unless the word
// before it is written as codes are and has no "the", as a country has ("the UK 500 boats").
func (p *Doc) numberedBefore(q *Quantity, next, first, last int) bool {
	k := q.First - 1
	if k < first {
		return false
	}
	t := &p.Tokens[k]
	if numbered()[t.Text] {
		return true
	}
	if !t.Capital || t.Class != Content || p.headline(first, last) {
		return false
	}
	return !p.countsAt(next, last) || strings.Contains(p.digits(q).Text, ".") || // "USB 2.0 ports"
		p.coded(k) && allLetters(t.Text) && p.touching(k, first) == "" && (k == first || p.Tokens[k-1].Text != "the")
}

// lengths are the nouns after which an ordinal names a stretch of a game or of time:
// none comes before or after another in rank.
var lengths = lexicon.WordSet("half quarter century baseman base inning innings")

// ordinalNames reports whether an ordinal is part of a name: it is written with a capital
// as what it is of, or is in digits before one name ("83rd Street"). A person is
// ranked: "the 45th President".
func (p *Doc) ordinalNames(q *Quantity, first, last int) bool {
	k := q.Last
	if k >= last || p.headline(first, last) {
		return false
	}
	if lengths.Has(p.Tokens[k].Text) {
		return true
	}
	t := &p.Tokens[k]
	if !t.Capital || t.Class != Content || RoleWords.Has(t.Text) {
		return false
	}
	if p.Tokens[q.First].Class != Number || p.Tokens[q.First].Text[0] > '9' { // "First Amendment"
		return p.Tokens[q.First].Upper
	}
	return k+1 >= last || !p.Tokens[k+1].Capital
}

// allLetters reports whether a word has no point and no digit, unlike "u.s.".
func allLetters(s string) bool { return !strings.ContainsAny(s, ".0123456789") }

// allDigits reports whether a word has nothing but digits.
func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
