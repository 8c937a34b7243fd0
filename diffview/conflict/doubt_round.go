package conflict

import (
	"math"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Doubts about how numbers are rounded.

// nearly is by what share two numbers differ that may be one, rounded.
const nearly = .02

// converted is by what share two measures differ that may be one, told in units of
// two systems: each is rounded in its own ("10-metre", "30-foot").
const converted = .1

// The units of two systems.
var (
	metric   = lexicon.WordSet("m metre metres meter meters cm centimetre centimetres centimeter centimeters km kilometre kilometres kilometer kilometers kph kg kilo kilos kilogram kilograms tonne tonnes litre litres liter liters hectare hectares celsius")
	imperial = lexicon.WordSet("inch inches ft foot feet yard yards mile miles mi mph lb lbs pound pounds ounce ounces ton tons gallon gallons acre acres fahrenheit")
)

// unitReach is how many tokens after a number its unit stands.
const unitReach = 2

// system returns the system of the unit that a number is written with; "" where none
// is known.
func (f figure) system() string {
	for k := f.First; k < min(len(f.Tokens), f.Last+unitReach); k++ {
		switch unit := strings.TrimLeft(f.Tokens[k].Text, "0123456789.,"); {
		case metric.Has(unit):
			return "metric"
		case imperial.Has(unit):
			return "imperial"
		}
	}
	return ""
}

// otherSystems reports whether two numbers are written with units of two systems.
func otherSystems(x, y figure) bool {
	a, b := x.system(), y.system()
	return a != "" && b != "" && a != b
}

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
	if p.Kind == doc.Measure && otherSystems(x, y) && (q.Value-p.Value)/q.Value <= converted {
		return true
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
