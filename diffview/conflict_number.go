package diffview

import (
	"fmt"
	"math"
	"sort"
	"time"
)

// Numbers conflict only when they count the same thing: the same kind of
// number, the same noun or the same fate or the same words around it, in
// sentences that report the same. And not when the other article has the
// number too, a little further on: then both numbers are facts of the story.

// The share of reported number conflicts that are labelled as one, by what
// they rest on. On the labelled links of the benchmark all nine are; of those
// read on other reports of one event (36 of short wire reports, 2 of 300
// articles) about six in seven were right.
const (
	tollConfidence   = .85 // the same befell both: "50 hurt", "injuring 80"
	numberConfidence = .8
)

// Guards against false alarms.
const (
	aboutTolerance = .15 // "about 50" and "53" are no conflict: the relative distance a hedge allows
	roundTolerance = .05 // nor are "1,000" and "1,024"
	atLeastReach   = 1.5 // "at least six" allows eight; who knows of 80 does not write "at least 50"
	nearSentences  = 2   // how far on in the other article the number is looked for, in sentences
	mostRatio      = 3   // of two numbers for one thing: those further apart are of two things more often than not
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

// numberClashes finds numbers that count the same thing and are not the same.
func numberClashes(f finding) []clash {
	var out []clash
	f.eachQuantity(func(p, q quantity) {
		if p.kind != q.kind || p.unit != q.unit || p.compatible(q) {
			return
		}
		what := f.counted(p, q)
		if what == "" || f.said(Right, p, q) || f.said(Left, q, p) {
			return
		}
		out = append(out, clash{
			kind:       NumberConflict,
			confidence: confidenceOf(p, q),
			tokens:     [2][2]int{f.match.sides[Left].written(p), f.match.sides[Right].written(q)},
			reason: func(left, right string) string {
				return fmt.Sprintf("‘%s’ against ‘%s’, %s", left, right, what)
			},
			update: f.risen(p, q),
		})
	})
	return out
}

// eachQuantity calls visit with every quantity of the left sentence and every
// one of the right.
func (f finding) eachQuantity(visit func(p, q quantity)) {
	l, r := f.match.sides[Left], f.match.sides[Right]
	left, right := l.quantitiesOf(f.link.i), r.quantitiesOf(f.link.j)
	for x, p := range left {
		for y, q := range right {
			if !l.converted(left, x) && !r.converted(right, y) {
				visit(p, q)
			}
		}
	}
}

// converted reports whether quantity n of a sentence is the one before in
// another unit: "60 metres (200 feet)".
func (p *Prepared) converted(of []quantity, n int) bool {
	if n == 0 || of[n].kind != measure || of[n-1].kind != measure || of[n].unit != of[n-1].unit {
		return false
	}
	return of[n].first > 0 && p.tokens[of[n].first-1].text == "(" && of[n].first-of[n-1].last <= 3
}

// written returns the tokens of a quantity as a reader quotes it, with its
// hedge, its currency and its unit: [first, last).
func (p *Prepared) written(q quantity) [2]int {
	first, last := q.hedged, q.last
	if q.kind == money && first > 0 && currencies[p.tokens[first-1].text] != "" && first == q.first {
		first--
	}
	end := len(p.tokens)
	for last+1 < end && p.tokens[last].text == "-" && (q.kind == measure || q.kind == age) {
		last++
	}
	switch w := p.textAt(last, end); {
	case q.kind == percent && (w == "%" || w == "percent" || w == "pct"), q.kind == money && currencies[w] != "", q.kind == measure && units[w].base != "":
		last++
	case q.kind == percent && (w == "per" || w == "percentage"):
		last = min(last+2, end)
	case p.tokens[last-1].text == "-":
		last = q.last
	}
	return [2]int{first, last}
}

func confidenceOf(p, q quantity) float64 {
	if p.fate != noFate && q.fate != noFate {
		return tollConfidence
	}
	return numberConfidence
}

// risen reports whether the articles' times of publication explain the
// difference: of those something befell, the later article knows of more; a
// person had a birthday.
func (f finding) risen(p, q quantity) bool {
	l, r := f.match.sides[Left].Article.Meta.Published, f.match.sides[Right].Article.Meta.Published
	if p.fate == noFate && p.kind != age || !l.Known() || !r.Known() || l.Guess || r.Guess {
		return false
	}
	later := func(a, b time.Time) bool { return a.After(b) }
	return later(l.Value, r.Value) && p.value > q.value || later(r.Value, l.Value) && q.value > p.value
}

// quantitiesOf returns the quantities of a sentence.
func (p *Prepared) quantitiesOf(sentence int) []quantity {
	s := p.sentences[sentence]
	from := sort.Search(len(p.quantities), func(k int) bool { return p.quantities[k].first >= s.first })
	to := from
	for to < len(p.quantities) && p.quantities[to].first < s.last {
		to++
	}
	return p.quantities[from:to]
}
