package mark

import (
	"parallax/diffview/link"
	"parallax/diffview/model"
	"parallax/diffview/sides"
)

// lonelyFloor is the score from which a word is lit that stands alone, between
// words that are not. Before single words had to score more, 17 of 100 lit stretches
// of the labelled articles were misleading (the other article does not say half of
// their words or more); now 13 are.
const lonelyFloor = .85

// lonelyWords is the least number of words that carry meaning in a sentence where a
// word can be alone: "Nobody was hurt" is short.
const lonelyWords = 4

// lone takes back single words: a name or a common word that both articles have is
// not yet anything that both say, and one that is lit by itself, away from any phrase
// that is, needs more evidence than a word of such a phrase, or a surely linked
// sentence that has it.
func (m *Marker) lone(w *witness, judge *model.Forest) {
	for side, p := range m.sides {
		for s, of := range p.Sentences {
			if m.anyAgreed(sides.Side(side), of) && !w.twin(sides.Side(side), s) {
				m.loneIn(w, judge, sides.Side(side), s)
			}
		}
	}
}

// loneIn takes back the single words of sentence s.
func (m *Marker) loneIn(w *witness, judge *model.Forest, side sides.Side, s int) {
	w.look(side, s)
	if len(w.words) < lonelyWords {
		return
	}
	unlit := sides.Detail
	if len(w.linked[side][s]) > 0 {
		unlit = sides.Unclear
	}
	before, lit := false, false // whether the word before is lit, and the word at hand
	for n, c := range w.words {
		before, lit = lit, m.verdicts[side][c.token].mark == sides.Agree
		after := n+1 < len(w.words) && m.verdicts[side][w.words[n+1].token].mark == sides.Agree
		if lit && !before && !after && !w.surely(side, c.token) && judge.Score(w.features(side, s, n)) < lonelyFloor {
			m.verdicts[side][c.token] = verdict{mark: unlit, settled: true}
		}
	}
}

// mutual returns the token of the other side that a token's word corresponds to as
// each other's best, or -1.
func (w *witness) mutual(side sides.Side, k int) int {
	q := &w.partners[side][k]
	if !q.firm() || q.pair.Kind > sides.Stem || w.partners[1-side][q.token].token != k {
		return -1
	}
	return q.token
}

// surely reports whether a sentence that is surely linked has a token's word too.
func (w *witness) surely(side sides.Side, k int) bool {
	return w.partners[side][k].link >= link.SureFloor && (w.same(side, k) || w.mutual(side, k) >= 0)
}
