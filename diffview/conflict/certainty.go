package conflict

import (
	"fmt"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// Certainty: the one article gives a figure as a bound, the other as it is:
// "at least six", "six". Both can be right, so it is a minor conflict: of eight
// read on pairs that nobody labelled, one was of two things and none was more.
//
// What is told in words of doubt ("reportedly", "may have") is in stance.go.

// boundConfidence is a guess: the benchmark has too few to measure it.
const boundConfidence = .6

// certaintyClashes finds what only one of two linked sentences is sure of.
func certaintyClashes(f Finding) []Clash {
	if f.Link.Score < link.FirmFloor {
		return nil
	}
	var out []Clash
	f.eachQuantity(func(p, q doc.Quantity) {
		if f.bound(p, q) {
			out = append(out, Clash{
				kind:       sides.CertaintyConflict,
				confidence: boundConfidence,
				Grade:      sides.Minor,
				Tokens:     [2][2]int{f.Pair.Docs[sides.Left].Written(p), f.Pair.Docs[sides.Right].Written(q)},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ vs ‘%s’: the same figure, once as a limit", left, right)
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
func (f Finding) bound(p, q doc.Quantity) bool {
	if p.Kind != doc.Count || q.Kind != doc.Count || !doc.SameNumber(p.Value, q.Value) || !doc.SameNumber(p.High, q.High) || p.Value < leastBound || p.Fate != q.Fate {
		return false
	}
	side, bounded := sides.Left, p
	if q.Hedge != doc.Exactly {
		side, bounded = sides.Right, q
	}
	if bounded.Hedged == bounded.First || bounded.Round() || bounded.Hedge != doc.AtLeast && bounded.Hedge != doc.AtMost || p.Hedge != doc.Exactly && q.Hedge != doc.Exactly {
		return false
	}
	if p.Noun >= 0 && tallied.Has(f.Pair.Docs[sides.Left].Tokens[p.Noun].Text) || q.Noun >= 0 && tallied.Has(f.Pair.Docs[sides.Right].Tokens[q.Noun].Text) {
		return false
	}
	if p.Value < leastLooseBound && p.Fate == doc.NoFate && !sameNoun(f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right], p, q) {
		return false
	}
	for _, o := range f.Pair.Docs[side.Other()].Quantities {
		if o.Kind == doc.Count && o.Hedge == bounded.Hedge && doc.SameNumber(o.Value, bounded.Value) {
			return false
		}
	}
	return true
}

// tallied are nouns that are counted over and over, for every stretch of time
// and every player, so that two counts of them are seldom of the same.
var tallied = lexicon.WordSet("games points yards touchdowns goals runs hits wins losses years days months weeks hours minutes times seasons matches rebounds assists carries receptions innings rounds decades year day month week")

// sameNoun reports whether the same noun, or another word for it, names what
// two counts count.
func sameNoun(l, r *doc.Doc, p, q doc.Quantity) bool {
	if p.Noun < 0 || q.Noun < 0 {
		return false
	}
	x, y := &l.Tokens[p.Noun], &r.Tokens[q.Noun]
	return x.Stem() == y.Stem() || sameThing(x, y)
}

// sameThing reports whether two nouns name the same kind of thing.
func sameThing(x, y *doc.Token) bool {
	switch lexicon.Relate(x.Entry, y.Entry) {
	case lexicon.Identical, lexicon.SameStem, lexicon.SameLemma, lexicon.Synonym, lexicon.Group:
		return true
	}
	return false
}

// eachQuantity calls visit with every quantity of the left sentence and every
// one of the right.
func (f Finding) eachQuantity(visit func(p, q doc.Quantity)) {
	l, r := f.Pair.Docs[sides.Left], f.Pair.Docs[sides.Right]
	left, right := l.QuantitiesOf(f.Link.Left), r.QuantitiesOf(f.Link.Right)
	for x, p := range left {
		for y, q := range right {
			if !l.Converted(left, x) && !r.Converted(right, y) {
				visit(p, q)
			}
		}
	}
}
