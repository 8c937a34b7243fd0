package conflict

import (
	"math"
	"slices"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Doubts: what two numbers in like words are of may still be two things: of other
// days, distances from other places, a span of time and a distance in time, a rate
// and a sum, parts of other wholes. Such numbers are shown, graded minor.
//
// That the two sentences name other persons or bodies is no doubt: of 41 such pairs
// of numbers that were read, and that the verdict took for conflicts, 28 were right,
// as many as of the others.

// A figure is a number where it stands.
type figure struct {
	*doc.Doc
	side     sides.Side
	sentence int
	doc.Quantity
}

// figuresOf returns two numbers of two sentences.
func figuresOf(m *pair.Pair, sentences [2]int, p, q doc.Quantity) (x, y figure) {
	return figure{m.Docs[sides.Left], sides.Left, sentences[sides.Left], p}, figure{m.Docs[sides.Right], sides.Right, sentences[sides.Right], q}
}

// doubtful reports whether two numbers may well be of two things.
func doubtful(m *pair.Pair, sentences [2]int, p, q doc.Quantity) bool {
	x, y := figuresOf(m, sentences, p, q)
	switch {
	case farApart(p, q), otherCounts(x, y), otherWholes(x, y), x.sums(y), y.sums(x), rounded(x, y):
		return true
	case otherElsewhen(m, sentences), p.Kind != doc.Age && otherTimes(m, sentences), otherScopes(m, x, y), otherSites(m, x, y):
		return true
	case p.Fate == doc.NoFate && x.basis() != y.basis():
		return true
	}
	switch p.Kind {
	case doc.Age:
		return x.nameless() || y.nameless()
	case doc.Magnitude:
		return p.Value-q.Value > mostRevised || q.Value-p.Value > mostRevised
	case doc.Money, doc.Measure, doc.Percent, doc.Ordinal:
		return otherAnchors(m, x, y) || x.reach() != "" && y.reach() != "" && x.reach() != y.reach() || x.rate() != y.rate()
	}
	return false
}

// mostRatio is how many times one number is the other at most: those further apart
// are of two things.
const mostRatio = 10

func farApart(p, q doc.Quantity) bool {
	a, b := math.Abs(p.Value), math.Abs(q.Value)
	return a > mostRatio*b || b > mostRatio*a
}

// mostRevised is by how much agencies differ on the magnitude of one earthquake,
// or revise it: two that are further apart are of two.
const mostRevised = .5

// nameless reports whether an age is that of nobody who is named beside it.
func (f figure) nameless() bool { return len(aged(f.Doc, f.Quantity)) == 0 }

// aged returns the tokens of the name whose age a quantity is: right before
// ", 43,", else right after "43-year-old".
func aged(p *doc.Doc, q doc.Quantity) (name []int) {
	k := q.First - 1
	if k >= 0 && (p.Tokens[k].Text == "aged" || p.Tokens[k].Text == "age") {
		k--
	}
	for k >= 0 && p.Tokens[k].Text == "," {
		k--
	}
	for ; k >= 0 && p.Tokens[k].Upper && p.Tokens[k].Class == doc.Content; k-- {
		name = append(name, k)
	}
	if len(name) > 0 {
		return name
	}
	for k = q.Last; k < len(p.Tokens) && k < q.Last+8 && !p.Ends(k) && p.Tokens[k].Text != ","; k++ {
		if t := &p.Tokens[k]; t.Capital && t.Class == doc.Content {
			name = append(name, k)
		} else if len(name) > 0 {
			break
		}
	}
	return name
}

// otherWholes reports whether two numbers are parts of wholes that differ: "28 of
// his 68 punches", "30 of 207 punches".
func otherWholes(x, y figure) bool {
	p, q := x.whole(), y.whole()
	return p != nil && q != nil && !p.Compatible(*q)
}

// whole returns the number that a number is a part of, or nil.
func (f figure) whole() *doc.Quantity {
	of := f.QuantitiesOf(f.sentence)
	n := slices.IndexFunc(of, func(q doc.Quantity) bool { return q.First == f.First })
	if n < 0 || n+1 >= len(of) || !of[n+1].Whole {
		return nil
	}
	return &of[n+1]
}

// sums reports whether a number and the next, joined to it by "and", make the
// other: "12 Somali and 11 Yemeni pirates" are "23 pirates".
func (f figure) sums(whole figure) bool {
	if f.Kind != doc.Count || whole.Kind != doc.Count || f.Value >= whole.Value {
		return false
	}
	of := f.QuantitiesOf(f.sentence)
	for n := 1; n < len(of); n++ {
		a, b := &of[n-1], &of[n]
		if a.First != f.First && b.First != f.First || a.Kind != doc.Count || b.Kind != doc.Count || !doc.SameNumber(a.Value+b.Value, whole.Value) {
			continue
		}
		for k := a.Last; k < b.First; k++ {
			if f.Tokens[k].Text == "and" {
				return true
			}
		}
	}
	return false
}

// after returns the tokens after a number as it is written, to the end of its
// sentence.
func (f figure) after() doc.Stretch {
	return doc.Stretch{First: f.Written(f.Quantity)[1], Last: f.WholeSentence(f.First).Last}
}

// How a time is told: as how long something took, or as how far one thing is
// from another.
var (
	apart   = lexicon.WordSet("ago earlier later after before since prior")
	lasting = lexicon.WordSet("for in within over during of lasted lasting")
)

// reach says whether a length of time is "apart", as in "two days after", or a
// "span", as in "in two days"; "" where neither is told.
func (f figure) reach() string {
	if f.Unit != "h" && f.Unit != "month" {
		return ""
	}
	first := f.WholeSentence(f.First).First
	k := f.Hedged - 1
	for k > first && (f.Tokens[k].Text == "the" || f.Tokens[k].Text == "last" || f.Tokens[k].Text == "past") {
		k--
	}
	spans := k >= first && lasting.Has(f.Tokens[k].Text)
	if s := f.after(); !spans && s.First < s.Last && apart.Has(f.Tokens[s.First].Text) {
		return "apart"
	}
	if spans || k >= first && f.Tokens[k].Text == "after" {
		return "span"
	}
	return ""
}

// rate says what a sum or measure is for one of: "season" of "$25 million a
// season", "year" of "a $25 million-a-year deal"; "" where it is no rate.
func (f figure) rate() string {
	s := f.after()
	past := func(k int, word string) int {
		if f.TextAt(k, s.Last) == word {
			k++
		}
		return k
	}
	k := past(s.First, "-")
	switch f.TextAt(k, s.Last) {
	case "a", "an", "per", "each", "every", "/":
		k = past(k+1, "-")
		if k < s.Last && f.Tokens[k].Class == doc.Content && !f.Tokens[k].Upper {
			return f.Tokens[k].Stem()
		}
	}
	return ""
}

// bases are words that say on what basis a number was reckoned.
var bases = lexicon.WordSet("gross net adjusted pretax median average averaged mean annual annually yearly monthly weekly daily hourly cumulative preliminary")

// How many words before and after a number its basis stands.
const (
	basisBefore = 8
	basisAfter  = 4
)

// basis returns the words by which a number says on what basis it was reckoned,
// each once, in one order.
func (f figure) basis() string {
	var words []string
	s := f.WholeSentence(f.First)
	for k := max(s.First, f.Hedged-basisBefore); k < min(s.Last, f.Last+basisAfter); k++ {
		if bases.Has(f.Tokens[k].Text) {
			words = append(words, f.Tokens[k].Text)
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// scope reports whether a name stands right after a number, before what is counted,
// that the other's sentence does not have.
func (f figure) scope(m *pair.Pair, other figure) bool {
	s, o := f.after(), other.WholeSentence(other.First)
	for k := s.First; k < min(s.Last, s.First+scopeReach) && f.Tokens[k].Class == doc.Content; k++ {
		if !f.Tokens[k].Capital {
			continue
		}
		alone := true
		for n := o.First; n < o.Last; n++ {
			alone = alone && m.Terms[f.side][k] != m.Terms[other.side][n]
		}
		if alone {
			return true
		}
	}
	return false
}
