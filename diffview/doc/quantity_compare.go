package doc

import (
	"math"

	"parallax/diffview/numeral"
)

// Two numbers of one thing: whether they are equal, or can both be right.

// How far two numbers may be apart that can both be right.
const (
	aboutTolerance = .15 // "about 50" and "53": the relative distance a hedge allows
	roundTolerance = .05 // "1,000" and "1,024"
	atLeastReach   = 1.5 // "at least six" allows eight; who knows of 80 does not write "at least 50"
)

// Equal reports whether two quantities say the same number of the same kind.
func (q Quantity) Equal(r Quantity) bool {
	return q.Kind == r.Kind && q.Unit == r.Unit && SameNumber(q.Value, r.Value) && SameNumber(q.High, r.High)
}

// SameNumber reports whether two values are equal but for floating-point
// rounding.
func SameNumber(x, y float64) bool {
	return x == y || !math.IsInf(x-y, 0) && math.Abs(x-y) <= 1e-6*max(1, math.Abs(x), math.Abs(y))
}

// Compatible reports whether both quantities can be right: equal, within what
// a hedge or rounding allows, or one inside the other's range.
func (q Quantity) Compatible(r Quantity) bool {
	if q.Equal(r) {
		return true
	}
	if q.Kind == Tally || r.Kind == Tally {
		return false
	}
	if q.Hedge == about && r.Hedge == about && q.exact() && r.exact() {
		return distance(q, r) <= aboutTolerance // "a third" is not a quarter
	}
	if q.Low() <= r.Top() && r.Low() <= q.Top() || q.rounds(r) || r.rounds(q) {
		return true
	}
	return (q.Round() || r.Round()) && distance(q, r) <= roundTolerance
}

// Agrees reports whether two quantities say the same so that a reader may take
// the one for the other: what can both be right need not, "dozens" and
// "thousands" can.
func (q Quantity) Agrees(r Quantity) bool {
	if q.Kind != r.Kind || q.Unit != r.Unit {
		return false
	}
	if q.halfDay != r.halfDay && SameNumber(math.Mod(q.Value, halfDay), math.Mod(r.Value, halfDay)) {
		return true // "2:40", "2:40 p.m."
	}
	if q.order() || r.order() { // of what is vague already nothing is rounded
		a, b := q.meant(), r.meant()
		return a.Low() <= b.Top() && b.Low() <= a.Top()
	}
	return q.Compatible(r)
}

// order reports whether the quantity is an order of size: "dozens".
func (q Quantity) order() bool { return math.IsInf(q.High, 1) }

// halfDay is twelve hours in minutes.
const halfDay = 12 * 60

// meant returns the quantity with the most that its order of size is likely to
// mean: "dozens" are not thousands.
func (q Quantity) meant() Quantity {
	if q.order() {
		q.High = q.Value * numeral.MostMeant
	}
	return q
}

// exact reports whether the number is one value.
func (q Quantity) exact() bool { return SameNumber(q.Value, q.High) }

// rounds reports whether q is r without its decimals: "36 percent", "35.7".
func (q Quantity) rounds(r Quantity) bool {
	return q.Kind != Magnitude && SameNumber(q.Value, math.Round(r.Value)) && SameNumber(q.Value, math.Round(q.Value)) && !SameNumber(r.Value, math.Round(r.Value))
}

// distance returns how far apart two quantities are, relative to the greater.
func distance(q, r Quantity) float64 {
	return max(q.Value-r.High, r.Value-q.High, 0) / max(math.Abs(q.Value), math.Abs(r.Value), 1e-9)
}

// Round reports whether the number looks rounded: of three digits or more, at
// most two of them significant; or measured, where units are converted and
// decimals dropped.
func (q Quantity) Round() bool {
	switch q.Kind {
	case Measure, Money:
		return true
	case Magnitude, Percent:
		return false
	}
	v := math.Abs(q.Value)
	if v < 100 {
		return false
	}
	for v >= 100 {
		v /= 10
	}
	return SameNumber(v, math.Round(v))
}

// Low returns the lower end of what the quantity can mean.
func (q Quantity) Low() float64 {
	switch q.Hedge {
	case about:
		return q.Value * (1 - aboutTolerance)
	case AtMost:
		return q.Value / atLeastReach
	}
	return q.Value
}

// Top returns the upper end of what the quantity can mean.
func (q Quantity) Top() float64 {
	switch q.Hedge {
	case about:
		return q.High * (1 + aboutTolerance)
	case AtLeast:
		return q.High * atLeastReach
	}
	return q.High
}

// Converted reports whether quantity n of a sentence is the one before in another
// unit: "60 metres (200 feet)", "A$1 million ($650,000)"; the one before may be
// written so that it is not read as one: "$US1 million ($1.52 million)".
func (p *Doc) Converted(of []Quantity, n int) bool {
	q := &of[n]
	if q.Kind != Measure && q.Kind != Money {
		return false
	}
	at := p.Written(*q)[0] - 1
	if at <= 0 || p.Tokens[at].Text != "(" {
		return false
	}
	if n > 0 && of[n-1].Kind == q.Kind && (q.Kind == Money || of[n-1].Unit == q.Unit) && at-p.Written(of[n-1])[1] <= 1 {
		return true
	}
	return q.Kind == Money && numeral.Multiplier(p.Tokens[at-1].Text) > 0
}
