package diffview

import "fmt"

// Certainty: the one article gives a figure as a bound, the other as it is:
// "at least six", "six".
//
// Words of doubt are no evidence. Where one of them ("reportedly", "is expected
// to", "may") stands at a predicate that the other article states flatly,
// readers take it for a manner of citing; and of promises against hints,
// confirmations and denials none that was reported on later labels was right.

// boundConfidence is a guess: the benchmark has too few to measure it.
const boundConfidence = .6

// certaintyClashes finds what only one of two linked sentences is sure of.
func certaintyClashes(f finding) []clash {
	if f.link.score < sureFloor {
		return nil
	}
	var out []clash
	f.eachQuantity(func(p, q quantity) {
		if f.bound(p, q) {
			out = append(out, clash{
				kind:       CertaintyConflict,
				confidence: boundConfidence,
				tokens:     [2][2]int{f.match.sides[Left].written(p), f.match.sides[Right].written(q)},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, the same figure, once as a bound", left, right)
				},
			})
		}
	})
	return out
}

// The least numbers that are taken to count the same in a linked sentence
// because they are the same: "one" and "two" stand anywhere.
const (
	leastBound      = 3
	leastLooseBound = 5 // and where what is counted is not named alike
)

// bound compares "at least six" with "six": the same number of the same
// thing, and only one article takes it for the whole. That the other article
// has the bound as well, elsewhere, makes it none; and "800,000" stands for
// more than 800,000 too.
func (f finding) bound(p, q quantity) bool {
	if p.kind != count || q.kind != count || !same(p.value, q.value) || !same(p.high, q.high) || p.value < leastBound || p.fate != q.fate {
		return false
	}
	side, bounded := Left, p
	if q.hedge != exactly {
		side, bounded = Right, q
	}
	if bounded.hedged == bounded.first || bounded.round() || bounded.hedge != atLeast && bounded.hedge != atMost || p.hedge != exactly && q.hedge != exactly {
		return false
	}
	if p.noun >= 0 && tallied[f.match.sides[Left].tokens[p.noun].text] || q.noun >= 0 && tallied[f.match.sides[Right].tokens[q.noun].text] {
		return false
	}
	if p.value < leastLooseBound && p.fate == noFate && !sameNoun(f.match.sides[Left], f.match.sides[Right], p, q) {
		return false
	}
	for _, o := range f.match.sides[side.Other()].quantities {
		if o.kind == count && o.hedge == bounded.hedge && same(o.value, bounded.value) {
			return false
		}
	}
	return true
}
