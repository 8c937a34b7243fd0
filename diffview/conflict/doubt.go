package conflict

import (
	"math"
	"slices"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
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

// otherTimes reports whether both sentences tell of days, or of times of day, and
// of none in common: not those at which something was only said. A sentence that
// tells none has those of the one before in its paragraph.
func otherTimes(m *pair.Pair, sentences [2]int) bool {
	l, r := timesOf(m.Docs[sides.Left], sentences[sides.Left]), timesOf(m.Docs[sides.Right], sentences[sides.Right])
	comparable := false
	for _, x := range l {
		for _, y := range r {
			if !slot.Comparable(m.Docs[sides.Left], m.Docs[sides.Right], x, y) && (x.Year == 0 || y.Year == 0) {
				continue
			}
			if comparable = true; slot.Disagree(m.Docs[sides.Left], m.Docs[sides.Right], x, y) == "" {
				return false
			}
		}
	}
	return comparable
}

// timesOf returns the days and times of day that a sentence tells of.
func timesOf(d *doc.Doc, sentence int) (times []doc.Moment) {
	for _, t := range d.MomentsOf(sentence) {
		if (t.Weekday >= 0 || t.Month > 0 || t.Year > 0 || t.Timed) && !slot.OfSpeech(d, t) {
			times = append(times, t)
		}
	}
	if len(times) == 0 && sentence > 0 && paragraph(d, sentence) == paragraph(d, sentence-1) {
		for _, t := range d.MomentsOf(sentence - 1) {
			if (t.Weekday >= 0 || t.Month > 0) && !slot.OfSpeech(d, t) {
				times = append(times, t)
			}
		}
	}
	return times
}

// paragraph returns which paragraph a compared sentence is in.
func paragraph(d *doc.Doc, sentence int) int32 {
	return d.Article.Sentences[d.Sentences[sentence].Index].Paragraph
}

// nearly is by what share two numbers differ that may be one, rounded.
const nearly = .02

// rounded reports whether two numbers may be one as far as writers round: the rest
// cut off ("$43 million", "$43,885,310"), one of them hedged and both close, or two
// that are both said to be less than.
func rounded(x, y figure) bool {
	p, q := x.Quantity, y.Quantity
	if p.Hedge == doc.AtMost && q.Hedge == doc.AtMost {
		return true
	}
	if p.Value > q.Value {
		p, q = q, p
	}
	if doc.SameNumber(p.Value, q.Value) && doc.SameNumber(p.High, q.High) {
		return true // one of them as a bound
	}
	if p.Value <= 0 || p.Fate != doc.NoFate || p.High != p.Value || q.High != q.Value {
		return false
	}
	if p.Hedge != q.Hedge || p.Hedge != doc.Exactly {
		if (q.Value-p.Value)/q.Value <= nearly {
			return true
		}
	}
	if p.Value < leastCut {
		return false
	}
	return q.Value < p.Value+lastDigit(p.Value) && cutOff*lastDigit(q.Value) <= lastDigit(p.Value)
}

// lastDigit returns what one of the last digit that is not 0 is worth: 100 of 500.
func lastDigit(v float64) float64 {
	unit := 1.
	for v >= 10*unit && math.Mod(v, 10*unit) == 0 {
		unit *= 10
	}
	return unit
}

// Writers cut off the rest of numbers from leastCut on. That the other was written
// out shows by its having cutOff times as fine a last digit.
const (
	leastCut = 1_000
	cutOff   = 100
)

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
// season"; "" where it is no rate.
func (f figure) rate() string {
	s := f.after()
	if s.First+1 >= s.Last {
		return ""
	}
	switch t := &f.Tokens[s.First+1]; f.Tokens[s.First].Text {
	case "a", "an", "per", "each", "every":
		if t.Class == doc.Content && !t.Upper {
			return t.Stem()
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

// basis returns the words by which a number says on what basis it was reckoned.
func (f figure) basis() (words string) {
	s := f.WholeSentence(f.First)
	for k := max(s.First, f.Hedged-basisBefore); k < min(s.Last, f.Last+basisAfter); k++ {
		if bases.Has(f.Tokens[k].Text) {
			words += f.Tokens[k].Text + " "
		}
	}
	return words
}

// scopeReach is how many words after a number a name tells of what whole it is one.
const scopeReach = 3

// otherScopes reports whether each number has a name right after it that the other
// sentence lacks: the third coach of one league, the fifth of another. Of ranks one
// such name is enough.
func otherScopes(m *pair.Pair, x, y figure) bool {
	if x.Kind == doc.Ordinal {
		return x.scope(m, y) || y.scope(m, x)
	}
	return x.Fate == doc.NoFate && x.scope(m, y) && y.scope(m, x)
}

// sites are the words before the name of where something is counted, and siteReach
// is how many words after a number it is looked for.
var sites = lexicon.WordSet("in across from")

const siteReach = 10

// otherSites reports whether two numbers are told of places whose names have no
// word in common: "in Orde", "across the islands of Tolvane".
func otherSites(m *pair.Pair, x, y figure) bool {
	a, b := x.site(), y.site()
	for i := a.First; i < a.Last; i++ {
		for j := b.First; j < b.Last; j++ {
			if m.Terms[sides.Left][i] == m.Terms[sides.Right][j] {
				return false
			}
		}
	}
	return a.First < a.Last && b.First < b.Last
}

// site returns the names after the first preposition of place after a number, up to
// the end of what is told there; empty for none. Days are no places.
func (f figure) site() doc.Stretch {
	s := f.after()
	end, k := min(s.Last, s.First+siteReach), s.First
	for k < end && !sites.Has(f.Tokens[k].Text) {
		k++
	}
	for k < end && !(f.Tokens[k].Capital && f.Tokens[k].Class == doc.Content) && !f.Ends(k) && f.Tokens[k].Text != "," {
		k++
	}
	name := doc.Stretch{First: k, Last: k}
	for name.Last < end && f.Tokens[name.Last].Capital && f.Tokens[name.Last].Class == doc.Content {
		if _, day := doc.Weekdays[f.Tokens[name.Last].Text]; day || doc.Months()[f.Tokens[name.Last].Text] > 0 {
			break
		}
		name.Last++
	}
	return name
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

// distant are the words between a distance and the place it is from.
var distant = lexicon.WordSet("north south east west northeast northwest southeast southwest north-northeast northern southern eastern western away down up inland offshore just due from of off outside the city town village center centre region")

// anchor returns the name that a distance is measured from: Cobb of "six miles west
// of Cobb"; empty for none.
func (f figure) anchor() doc.Stretch {
	s := f.after()
	k, from := s.First, false
	for ; k < s.Last && (distant.Has(f.Tokens[k].Text) || f.Tokens[k].Text == "-"); k++ {
		from = from || f.Tokens[k].Text == "from" || f.Tokens[k].Text == "of" || f.Tokens[k].Text == "off" || f.Tokens[k].Text == "outside"
	}
	name := doc.Stretch{First: k, Last: k}
	for from && name.Last < s.Last && f.Tokens[name.Last].Capital && f.Tokens[name.Last].Class == doc.Content {
		name.Last++
	}
	return name
}

// otherAnchors reports whether two distances are from places with no word of
// their names in common.
func otherAnchors(m *pair.Pair, x, y figure) bool {
	if x.Kind != doc.Measure {
		return false
	}
	a, b := x.anchor(), y.anchor()
	for i := a.First; i < a.Last; i++ {
		for j := b.First; j < b.Last; j++ {
			if m.Terms[sides.Left][i] == m.Terms[sides.Right][j] {
				return false
			}
		}
	}
	return a.First < a.Last && b.First < b.Last
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

// doubtfulTimes reports whether two times may well be of two things: each sentence
// tells of a person the other does not, either article has the other's time of day
// as well, to the minute, or one is the day of a thing ("the winner of Friday's
// race") and the other is not.
func doubtfulTimes(m *pair.Pair, sentences [2]int, x, y doc.Moment) bool {
	var persons [2][]int
	for side, d := range m.Docs {
		for _, a := range actors(d, sentences[side]) {
			if e := &d.Entities[a.Entity]; e.Kind == doc.Person || maybePerson(e) {
				persons[side] = append(persons[side], a.Entity)
			}
		}
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	return others(m, persons[sides.Left], persons[sides.Right]) || hasTime(l, y) || hasTime(r, x) ||
		possessive(l, x) != possessive(r, y) || ownDays(l, x, r, y) || otherFigures(l, sentences[sides.Left], r, sentences[sides.Right])
}

// ownDays reports whether two articles of two days each tell of their own: "they met
// on Sunday", "they met on Thursday" are two meetings more often than one.
func ownDays(l *doc.Doc, x doc.Moment, r *doc.Doc, y doc.Moment) bool {
	own := func(d *doc.Doc, t doc.Moment) (day int, yes bool) {
		day, known := d.Published()
		return day, known && t.Weekday >= 0 && (day+thursday-t.Weekday)%7 == 0
	}
	a, mine := own(l, x)
	b, theirs := own(r, y)
	return mine && theirs && a != b
}

// thursday is the day of the week of day 0, 1 January 1970.
const thursday = 4

// otherFigures reports whether two sentences have magnitudes, results or sums, and
// none in common: what differs in the day and in these is another event.
func otherFigures(l *doc.Doc, i int, r *doc.Doc, j int) bool {
	differ := false
	for _, p := range l.QuantitiesOf(i) {
		for _, q := range r.QuantitiesOf(j) {
			if p.Kind != q.Kind || p.Unit != q.Unit || p.Kind != doc.Magnitude && p.Kind != doc.Tally && p.Kind != doc.Money {
				continue
			}
			if differ = true; p.Compatible(q) {
				return false
			}
		}
	}
	return differ
}

// possessive reports whether a day is that of the thing named after it.
func possessive(d *doc.Doc, t doc.Moment) bool { return d.TextAt(t.Last, len(d.Tokens)) == "'s" }

// hasTime reports whether an article tells a time of day somewhere.
func hasTime(d *doc.Doc, t doc.Moment) bool {
	for k := range d.Sentences {
		for _, o := range d.MomentsOf(k) {
			if t.Timed && o.Timed && t.From == o.From && t.To == o.To {
				return true
			}
		}
	}
	return false
}
