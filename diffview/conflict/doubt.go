package conflict

import (
	"slices"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Doubts: what two numbers in like words are of may still be two things: of other
// owners, of other days, distances from other places, a span of time and a
// distance in time, a rate and a sum, parts of other wholes. Such numbers are
// shown, graded minor. The kinds are those of the causes in read.tsv.

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
	if otherWholes(x, y) || x.sums(y) || y.sums(x) || rounded(x, y) || p.Kind != doc.Age && otherTimes(m, sentences) || otherScopes(m, x, y) || otherSites(m, x, y) || p.Fate == doc.NoFate && x.basis() != y.basis() {
		return true
	}
	switch p.Kind {
	case doc.Count:
		return p.Noun >= 0 && tallied.Has(x.Tokens[p.Noun].Text) && otherOwners(m, x, y)
	case doc.Age:
		return x.nameless() || y.nameless()
	case doc.Magnitude:
		return p.Value-q.Value > mostRevised || q.Value-p.Value > mostRevised
	case doc.Tally:
		return otherOwners(m, x, y) || x.unfinished() || y.unfinished()
	case doc.Money, doc.Measure, doc.Percent, doc.Ordinal:
		return otherAnchors(m, x, y) || x.reach() != "" && y.reach() != "" && x.reach() != y.reach() || x.rate() != y.rate() || otherOwners(m, x, y)
	}
	return false
}

// mostRevised is by how much agencies differ on the magnitude of one earthquake,
// or revise it: two that are further apart are of two.
const mostRevised = .5

// nameless reports whether an age is that of nobody who is named beside it.
func (f figure) nameless() bool { return len(aged(f.Doc, f.Quantity)) == 0 }

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

// unfinished reports whether a tally is one of a match that goes on, or a record of
// many.
func (f figure) unfinished() bool {
	s := f.WholeSentence(f.First)
	for k := s.First; k < s.Last; k++ {
		if w := f.Tokens[k].Text; underway.Has(w) || w == "record" || w == "season" {
			return true
		}
	}
	return inBrackets(f.Doc, f.Quantity)
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

// otherOwners reports whether two numbers are told of two persons or bodies: each
// sentence names one before its number that the other sentence does not name.
func otherOwners(m *pair.Pair, x, y figure) bool { return others(m, x.owners(), y.owners()) }

// others reports whether either list of entities has one that the other lacks, and
// the two may be of one kind.
func others(m *pair.Pair, left, right []int) bool {
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	alone := func(e int, of []int, partner []int) bool {
		return !slices.ContainsFunc(of, func(o int) bool { return partner[e] == o })
	}
	for _, e := range left {
		for _, o := range right {
			a, b := &l.Entities[e], &r.Entities[o]
			if (a.Kind == b.Kind || a.Kind == doc.Unknown || b.Kind == doc.Unknown) && pair.EntityLikeness(a, b, l, r) == 0 &&
				alone(e, right, m.Entities.Partner[sides.Left]) && alone(o, left, m.Entities.Partner[sides.Right]) {
				return true
			}
		}
	}
	return false
}

// owners returns the entities that a number may be told of: those that its sentence
// names before it, or, where it opens the sentence, right after its clause: "After
// rushing for 352 yards, the Rovers lost".
func (f figure) owners() (out []int) {
	for _, x := range actors(f.Doc, f.sentence) {
		if x.First > f.First {
			k := x.First - 1
			for k > f.Last && f.Tokens[k].Class == doc.Function {
				k--
			}
			if len(out) == 0 && f.Tokens[k].Text == "," {
				out = append(out, x.Entity)
			}
			break
		}
		out = append(out, x.Entity)
	}
	return out
}

// actors returns the mentions of those a sentence tells of: not of places, nor of
// those who only say so.
func actors(d *doc.Doc, sentence int) (out []doc.Mention) {
	s := d.Sentences[sentence]
	for _, x := range d.MentionsOf(sentence) {
		says := x.Last < s.Last && doc.SpeechWords.Has(d.Tokens[x.Last].Text) || x.First > s.First && doc.SpeechWords.Has(d.Tokens[x.First-1].Text)
		if d.Entities[x.Entity].Kind != doc.Place && !says {
			out = append(out, x)
		}
	}
	return out
}
