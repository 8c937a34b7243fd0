package conflict

import (
	"slices"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Doubts about what is counted: others besides, those of one place alone, what is
// counted over and over.

// otherCounts reports whether two numbers are of two things as far as what they
// count tells.
func otherCounts(x, y figure) bool {
	p, q := x.Quantity, y.Quantity
	switch p.Kind {
	case doc.Age:
		return otherNamesake(x, y)
	case doc.Tally:
		return x.unfinished() || y.unfinished()
	case doc.Count:
	default:
		return false
	}
	if p.Fate != q.Fate && p.Fate != doc.NoFate && q.Fate != doc.NoFate || x.extra() != y.extra() || x.alone() || y.alone() || x.places() != y.places() {
		return true
	}
	if p.Fate == doc.NoFate {
		return p.Noun >= 0 && tallied.Has(x.Tokens[p.Noun].Text)
	}
	return p.Anyone(x.Doc) != q.Anyone(y.Doc)
}

// extra reports whether a count is of more, besides those told before:
// "three other rifles".
func (f figure) extra() bool {
	switch f.TextAt(f.Last, len(f.Tokens)) {
	case "other", "others", "more", "another", "additional":
		return true
	}
	return false
}

// holding are words of how many a place has room for, which is not how many came,
// and placesReach is how many words before and after a number they are looked for.
var holding = lexicon.WordSet("holds hold holding seats seat seating seater capacity accommodate accommodates sleeps")

const placesReach = 4

// places reports whether a count is of those a place has room for.
func (f figure) places() bool {
	s := f.WholeSentence(f.First)
	for k := max(s.First, f.First-placesReach); k < min(s.Last, f.Last+placesReach); k++ {
		if holding.Has(f.Tokens[k].Text) {
			return true
		}
	}
	return false
}

// aloneReach is how many words after a number it is said to be of one place alone.
const aloneReach = 6

// alone reports whether a count is said to be of one place of several:
// "170,000 in the north alone".
func (f figure) alone() bool {
	for k := f.Last; k < min(len(f.Tokens), f.Last+aloneReach) && !f.Ends(k); k++ {
		if f.Tokens[k].Text == "alone" {
			return true
		}
	}
	return false
}

// otherNamesake reports whether two ages are told beside names of which neither has
// all the words of the other: those of two of one family.
func otherNamesake(x, y figure) bool {
	a, b := aged(x.Doc, x.Quantity), aged(y.Doc, y.Quantity)
	if len(a) > len(b) {
		a, b, x, y = b, a, y, x
	}
	return slices.ContainsFunc(a, func(k int) bool {
		return !slices.ContainsFunc(b, func(n int) bool { return y.Tokens[n].Text == x.Tokens[k].Text })
	})
}

// underway are words of a result that is not the last.
var underway = lexicon.WordSet("lead led run half halftime quarter drive set inning early trailed")

// unfinished reports whether a tally is one of a match that goes on, or a record of
// many.
func (f figure) unfinished() bool {
	s := f.WholeSentence(f.First)
	for k := s.First; k < s.Last; k++ {
		if w := f.Tokens[k].Text; underway.Has(w) || w == "record" || w == "season" {
			return true
		}
	}
	return f.First > 0 && f.Tokens[f.First-1].Text == "(" && f.TextAt(f.Last, len(f.Tokens)) == ")"
}
