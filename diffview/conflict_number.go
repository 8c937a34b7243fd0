package diffview

import (
	"fmt"
	"math"

	"parallax/diffview/lexicon"
)

// Numbers conflict only when they count the same thing: the same kind of
// number, the same noun or the same words around it, in sentences that report
// the same. And not when the other article has the number too, a little
// further on: then both numbers are facts of the story.

// numberConfidence is the share of reported number conflicts that are labelled
// as one in the benchmark.
const numberConfidence = .75

// Guards against false alarms.
const (
	aboutTolerance = .15 // "about 50" and "53" are no conflict: the relative distance a hedge allows
	roundTolerance = .05 // nor are "1,000" and "1,024"
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
	if q.equal(r) || q.low() <= r.top() && r.low() <= q.top() {
		return true
	}
	return q.round() && distance(q, r) <= roundTolerance || r.round() && distance(q, r) <= roundTolerance
}

func distance(q, r quantity) float64 {
	return math.Abs(q.value-r.value) / max(math.Abs(q.value), math.Abs(r.value), 1e-9)
}

// round reports whether the number looks rounded: of three digits or more, at
// most two of them significant.
func (q quantity) round() bool {
	v := q.value
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
		return math.Inf(-1)
	}
	return q.value
}

func (q quantity) top() float64 {
	switch q.hedge {
	case about:
		return q.high * (1 + aboutTolerance)
	case atLeast:
		return math.Inf(1)
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
			if what == "" || f.saidNearby(Right, p, f.link.j) || f.saidNearby(Left, q, f.link.i) {
				continue
			}
			out = append(out, clash{
				kind:       NumberConflict,
				confidence: numberConfidence,
				tokens:     [2][2]int{{p.first, p.last}, {q.first, q.last}},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, %s", left, right, what)
				},
			})
		}
	}
	return out
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
	l, r := f.match.sides[Left], f.match.sides[Right]
	switch p.kind {
	case count:
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
	case percent, money, measure:
		if !f.sameSurroundings(p, q) {
			return ""
		}
		return map[quantityKind]string{percent: "both percentages of the same", money: "both sums of money for the same", measure: "both measures of the same"}[p.kind]
	}
	return ""
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
func (f finding) sameSurroundings(p, q quantity) bool {
	n := 0
	for _, w := range f.words {
		x, y := w.tokens[Left], w.tokens[Right]
		if x >= p.first-surroundings && x < p.last+surroundings && y >= q.first-surroundings && y < q.last+surroundings &&
			f.match.sides[Left].tokens[x].class == content {
			n++
		}
	}
	return n >= 2
}

// saidNearby reports whether a side says the quantity too, in the sentence or
// near it.
func (f finding) saidNearby(side Side, q quantity, sentence int) bool {
	p := f.match.sides[side]
	lo, hi := max(0, sentence-nearSentences), min(len(p.sentences)-1, sentence+nearSentences)
	for _, o := range p.quantities {
		if o.first >= p.sentences[lo].first && o.last <= p.sentences[hi].last && o.kind == q.kind && o.unit == q.unit && o.compatible(q) {
			return true
		}
	}
	return false
}
