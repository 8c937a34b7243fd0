package ledger

import (
	"math"
	"strconv"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/numeral"
)

// What a number can be, by how it is written. A writer who gives "12.5 million"
// says that it is not 12.7 million; one who gives "about 500" does not say that
// it is not 512; and "500" is 500.

// A Range is an interval of values, both ends included, with how exactly it is
// meant.
type Range struct {
	Low, High float64
	Exactness Exactness
}

// An Exactness says how exactly a number is meant.
type Exactness uint8

// The degrees of exactness.
const (
	Exact Exactness = iota
	About
	AtLeast // also "more than"
	AtMost  // also "fewer than"
	Vague   // "dozens", "40 to 60"
)

var exactnessNames = [...]string{"exact", "about", "at least", "at most", "vague"}

// String returns the name the text and JSON forms use.
func (e Exactness) String() string { return exactnessNames[e] }

// Overlaps reports whether a value can be in both ranges. 92 and 93 percent only
// touch; "at least 39" can be 39.
func (r Range) Overlaps(o Range) bool {
	return r.Low < o.High && o.Low < r.High || r.Low == o.Low && r.High == o.High || r.has(o) || o.has(r)
}

// has reports whether another range is one value, and this one has it.
func (r Range) has(o Range) bool { return o.Low == o.High && r.Low <= o.Low && o.Low <= r.High }

// How far from the number written the true one can be.
const (
	mostAbout  = .1  // relative: "about 1,000" is not 1,200
	boundReach = 1.5 // "at least six" allows eight; who knows of 80 does not write "at least 50"
)

// rangeOf returns what a quantity can be.
func rangeOf(d *doc.Doc, q *doc.Quantity) Range {
	r := Range{Low: q.Value, High: q.High}
	if q.Kind == doc.Tally {
		return r
	}
	half := digit(d, q) / 2
	switch {
	case q.Low() < q.Value && q.Top() > q.High:
		r.Exactness = About
		half = max(half, min(rounded(q.Value)/2, mostAbout*math.Abs(q.Value)))
	case q.Top() > q.High:
		r.Exactness, r.High = AtLeast, r.High*boundReach
	case q.Low() < q.Value:
		r.Exactness, r.Low = AtMost, r.Low/boundReach
	case q.High > q.Value:
		r.Exactness = Vague
	}
	r.Low, r.High = r.Low-half, r.High+half
	return r
}

// digit returns what one of the last digit written is worth: .1 million of
// "12.5 million", a year of "four years". Of plain whole numbers and of words
// without a unit it is 0: they are counted.
func digit(d *doc.Doc, q *doc.Quantity) float64 {
	text := strings.TrimRight(d.Tokens[q.First].Text, "abcdefghijklmnopqrstuvwxyz'%°")
	written, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if small, ok := numeral.Small(d.Tokens[q.First].Text); ok && q.Kind == doc.Measure && q.Last == q.First+1 {
		written, err = small, nil
	}
	if err != nil || written == 0 {
		return 0
	}
	factor := math.Abs(q.Value / written)
	if at := strings.IndexByte(text, '.'); at >= 0 {
		return factor * math.Pow10(-(len(text) - at - 1))
	}
	if factor == 1 && q.Kind != doc.Measure && q.Kind != doc.Percent || q.Kind == doc.Age {
		return 0
	}
	return factor
}

// rounded returns what one of the last digit that is not 0 is worth: 100 of 500.
func rounded(v float64) float64 {
	v, unit := math.Abs(v), 1.
	for v >= 10*unit && math.Mod(v, 10*unit) == 0 {
		unit *= 10
	}
	return unit
}
