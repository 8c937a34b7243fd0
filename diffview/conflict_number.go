package diffview

import (
	"fmt"
	"math"
	"time"

	"parallax/diffview/lexicon"
)

// Numbers conflict only when they count the same thing: the same kind of
// number, the same noun or the same fate or the same words around it, in
// sentences that report the same. And not when the other article has the
// number too, a little further on: then both numbers are facts of the story.

// The share of reported number conflicts that are labelled as one in the
// benchmark, by what they rest on.
const (
	tollConfidence   = .85 // the same befell both: "50 hurt", "injuring 80"
	numberConfidence = .75
)

// Guards against false alarms.
const (
	aboutTolerance = .15 // "about 50" and "53" are no conflict: the relative distance a hedge allows
	roundTolerance = .05 // nor are "1,000" and "1,024"
	atLeastReach   = 1.5 // "at least six" allows eight; who knows of 80 does not write "at least 50"
	nearSentences  = 2   // how far on in the other article the number is looked for, in sentences
)

// equal reports whether two quantities say the same number of the same kind.
func (q quantity) equal(r quantity) bool {
	return q.kind == r.kind && q.unit == r.unit && same(q.value, r.value) && same(q.high, r.high)
}

func same(x, y float64) bool { return math.Abs(x-y) <= 1e-6*max(1, math.Abs(x), math.Abs(y)) }

// compatible reports whether both quantities can be right: equal, within what
// a hedge or rounding allows, or one inside the other's range.
func (q quantity) compatible(r quantity) bool {
	if q.equal(r) {
		return true
	}
	if q.kind == tally || r.kind == tally {
		return false
	}
	if q.low() <= r.top() && r.low() <= q.top() {
		return true
	}
	return (q.round() || r.round()) && distance(q, r) <= roundTolerance
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
	l, r := f.match.sides[Left], f.match.sides[Right]
	for _, x := range l.quantitiesOf(f.link.i) {
		for _, y := range r.quantitiesOf(f.link.j) {
			p, q := l.quantities[x], r.quantities[y]
			if p.kind != q.kind || p.unit != q.unit || p.compatible(q) {
				continue
			}
			what := f.counted(p, q)
			if what == "" || f.saidNearby(Right, p, q, f.link.j) || f.saidNearby(Left, q, p, f.link.i) {
				continue
			}
			out = append(out, clash{
				kind:       NumberConflict,
				confidence: confidenceOf(p, q),
				tokens:     [2][2]int{{p.hedged, p.last}, {q.hedged, q.last}},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, %s", left, right, what)
				},
				update: f.risen(p, q),
			})
		}
	}
	return out
}

func confidenceOf(p, q quantity) float64 {
	if p.fate != noFate && q.fate != noFate {
		return tollConfidence
	}
	return numberConfidence
}

// risen reports whether the articles' times of publication explain the
// difference: of those something befell, the later article knows of more.
func (f finding) risen(p, q quantity) bool {
	l, r := f.match.sides[Left].Article.Meta.Published, f.match.sides[Right].Article.Meta.Published
	if p.fate == noFate || !l.Known() || !r.Known() || l.Guess || r.Guess {
		return false
	}
	later := func(a, b time.Time) bool { return a.After(b) }
	return later(l.Value, r.Value) && p.value > q.value || later(r.Value, l.Value) && q.value > p.value
}

// quantitiesOf returns the indexes of the quantities of a sentence.
func (p *Prepared) quantitiesOf(sentence int) []int {
	var out []int
	s := p.sentences[sentence]
	for k, q := range p.quantities {
		if q.first >= s.first && q.last <= s.last {
			out = append(out, k)
		}
	}
	return out
}

// counted says in words what both quantities are numbers of, or "" when it is
// not the same thing.
func (f finding) counted(p, q quantity) string {
	switch p.kind {
	case count:
		return f.countedThing(p, q)
	case magnitude:
		return "both magnitudes"
	case percent, money, measure:
		if !f.sameSurroundings(p, q) {
			return ""
		}
		return map[quantityKind]string{percent: "both percentages of the same", money: "both sums of money for the same", measure: "both measures of the same"}[p.kind]
	}
	return ""
}

// countedThing says what two counts both count, or "".
func (f finding) countedThing(p, q quantity) string {
	if p.whole != q.whole || p.fate != q.fate {
		return ""
	}
	l, r := f.match.sides[Left], f.match.sides[Right]
	if p.fate != noFate && p.anyone(l) && q.anyone(r) {
		return "both counting " + p.fate.String()
	}
	if p.noun < 0 || q.noun < 0 {
		return ""
	}
	x, y := &l.tokens[p.noun], &r.tokens[q.noun]
	if x.stem() != y.stem() && !sameThing(x, y) {
		return ""
	}
	if x.text == y.text {
		return "both counting " + x.text
	}
	return fmt.Sprintf("counting %s and %s", min(x.text, y.text), max(x.text, y.text))
}

// anyone reports whether the count says no more of those counted than that
// they are people.
func (q quantity) anyone(p *Prepared) bool {
	return q.noun < 0 || everyone[p.tokens[q.noun].text] || fates[p.tokens[q.noun].text] == q.fate
}

// sameThing reports whether two nouns name the same kind of thing.
func sameThing(x, y *token) bool {
	switch lexicon.Relate(x.entry, y.entry) {
	case lexicon.Identical, lexicon.SameStem, lexicon.SameLemma, lexicon.Synonym, lexicon.Group:
		return true
	}
	return false
}

// surroundings is how many words before and after a number are looked at.
const surroundings = 4

// sameSurroundings reports whether at least two words around the one number
// are aligned with words around the other.
func (f finding) sameSurroundings(p, q quantity) bool { return f.surroundings(p, q) >= 2 }

func (f finding) surroundings(p, q quantity) int {
	n := 0
	for _, w := range f.words {
		x, y := w.tokens[Left], w.tokens[Right]
		if x >= p.hedged-surroundings && x < p.last+surroundings && y >= q.hedged-surroundings && y < q.last+surroundings &&
			f.match.sides[Left].tokens[x].class == content {
			n++
		}
	}
	return n
}

// saidNearby reports whether a side says the quantity q too, in the sentence
// or near it, where it says r in its place: then both are facts of the story.
func (f finding) saidNearby(side Side, q, r quantity, sentence int) bool {
	p := f.match.sides[side]
	lo, hi := max(0, sentence-nearSentences), min(len(p.sentences)-1, sentence+nearSentences)
	for _, o := range p.quantities {
		if o.first >= p.sentences[lo].first && o.last <= p.sentences[hi].last && o.kind == q.kind && o.unit == q.unit && o.compatible(q) {
			return true
		}
	}
	return false
}
