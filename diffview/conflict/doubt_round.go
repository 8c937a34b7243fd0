package conflict

import (
	"math"

	"parallax/diffview/doc"
)

// Doubts for the sake of how numbers are rounded.

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
		return min(p.Hedge, q.Hedge) != doc.AtLeast || max(p.Hedge, q.Hedge) != doc.AtMost // one of them as a bound, and not "up to ten" and "at least ten"
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
