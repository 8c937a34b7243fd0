package diffview

import "math"

// Two numbers of one thing: whether they are equal, or can both be right.

// How far two numbers may be apart that can both be right.
const (
	aboutTolerance = .15 // "about 50" and "53": the relative distance a hedge allows
	roundTolerance = .05 // "1,000" and "1,024"
	atLeastReach   = 1.5 // "at least six" allows eight; who knows of 80 does not write "at least 50"
)

// equal reports whether two quantities say the same number of the same kind.
func (q quantity) equal(r quantity) bool {
	return q.kind == r.kind && q.unit == r.unit && same(q.value, r.value) && same(q.high, r.high)
}

func same(x, y float64) bool {
	return x == y || !math.IsInf(x-y, 0) && math.Abs(x-y) <= 1e-6*max(1, math.Abs(x), math.Abs(y))
}

// compatible reports whether both quantities can be right: equal, within what
// a hedge or rounding allows, or one inside the other's range.
func (q quantity) compatible(r quantity) bool {
	if q.equal(r) {
		return true
	}
	if q.kind == tally || r.kind == tally {
		return false
	}
	if q.low() <= r.top() && r.low() <= q.top() || q.rounds(r) || r.rounds(q) {
		return true
	}
	return (q.round() || r.round()) && distance(q, r) <= roundTolerance
}

// rounds reports whether q is r without its decimals: "36 percent", "35.7".
func (q quantity) rounds(r quantity) bool {
	return q.kind != magnitude && same(q.value, math.Round(r.value)) && same(q.value, math.Round(q.value)) && !same(r.value, math.Round(r.value))
}

func distance(q, r quantity) float64 {
	return math.Abs(q.value-r.value) / max(math.Abs(q.value), math.Abs(r.value), 1e-9)
}

// round reports whether the number looks rounded: of three digits or more, at
// most two of them significant; or measured, where units are converted and
// decimals dropped.
func (q quantity) round() bool {
	switch q.kind {
	case measure, money:
		return true
	case magnitude, percent:
		return false
	}
	v := math.Abs(q.value)
	if v < 100 {
		return false
	}
	for v >= 100 {
		v /= 10
	}
	return same(v, math.Round(v))
}

// low and top are the ends of what the quantity can mean.
func (q quantity) low() float64 {
	switch q.hedge {
	case about:
		return q.value * (1 - aboutTolerance)
	case atMost:
		return q.value / atLeastReach
	}
	return q.value
}

func (q quantity) top() float64 {
	switch q.hedge {
	case about:
		return q.high * (1 + aboutTolerance)
	case atLeast:
		return q.high * atLeastReach
	}
	return q.high
}
