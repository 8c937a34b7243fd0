package mark

import (
	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// elsewhereRun is how many words that carry meaning, one after the other, a
// sentence of the other article must have too, in any order, for them to be
// no detail. Two in a row are shared by sentences that say nothing alike: "the
// interior minister", "police said".
const elsewhereRun = 3

// elsewhereReach is within how many words that carry meaning they must stand
// there. Three words of a long sentence that stand far apart in it are not what
// this one says.
const elsewhereReach = 5

// elsewherePlaces is in how many places of the other article a word may stand.
// A word that is in more, of a book, ends a run: each of its places would
// have to be looked at for each time it is said.
const elsewherePlaces = 1_000

// A spot is a place of a term: a sentence, and how many words that carry
// meaning come before it there.
type spot struct{ sentence, at int }

// A pursuit follows a run of words through one sentence of the other article.
type pursuit struct {
	last   int // which word of this sentence it had last, counting those that carry meaning
	run    int // how many in a row until then
	lo, hi int // where they are there
}

// Elsewhere takes back that words are details when the other article says
// them in some sentence, linked or not.
func (m *Marker) Elsewhere(b *budget.Budget, match *pair.Pair) error {
	for side := range m.sides {
		places := places(match, sides.Side(side).Other())
		pursuits := arena.Make[pursuit](match.Arena, len(m.sides[1-side].Sentences))
		for k := range pursuits {
			pursuits[k] = pursuit{last: -2}
		}
		for _, s := range m.sides[side].Sentences {
			terms := match.Terms[side][s.First:s.Last]
			if err := b.Spend(cost(terms, places)); err != nil {
				return err
			}
			m.elsewhereIn(sides.Side(side), s, match.Terms[side], places, pursuits)
			for _, t := range terms {
				if t >= 0 {
					for _, o := range places[t] {
						pursuits[o.sentence] = pursuit{last: -2}
					}
				}
			}
		}
	}
	return nil
}

// cost returns how many places terms have.
func cost(terms []int, places [][]spot) (n int) {
	for _, t := range terms {
		if t >= 0 {
			n += len(places[t])
		}
	}
	return n
}

// elsewhereIn looks through one sentence.
func (m *Marker) elsewhereIn(side sides.Side, s doc.Sentence, terms []int, places [][]spot, pursuits []pursuit) {
	at := m.meant[:0] // the tokens that carry meaning
	for k := s.First; k < s.Last; k++ {
		if terms[k] < 0 || !m.sides[side].Tokens[k].Matters() {
			continue
		}
		n := len(at)
		at = append(at, k)
		m.meant = at
		for _, o := range places[terms[k]] {
			p := &pursuits[o.sentence]
			p.take(n, o.at)
			if p.run < elsewhereRun {
				continue
			}
			for _, t := range at[n+1-p.run:] {
				if v := &m.verdicts[side][t]; v.mark == sides.Detail {
					*v = verdict{mark: sides.Agree, settled: true}
				}
			}
		}
	}
}

// take notes that word n is said there too, at place at. A word that stands
// there twice counts where it fits.
func (p *pursuit) take(n, at int) {
	lo, hi := min(p.lo, at), max(p.hi, at)
	switch {
	case p.last == n-1 && hi-lo < elsewhereReach:
		*p = pursuit{n, p.run + 1, lo, hi}
	case p.last != n:
		*p = pursuit{n, 1, at, at}
	}
}

// places returns, by term, where a side has it as a word that carries meaning,
// but for words that it has in too many places.
func places(m *pair.Pair, side sides.Side) [][]spot {
	p := m.Docs[side]
	out := pair.ByTerm(m.Arena, len(m.TermTokens), func(give func(int, spot)) {
		for n, s := range p.Sentences {
			at := 0
			for k := s.First; k < s.Last; k++ {
				if t := m.Terms[side][k]; t >= 0 && p.Tokens[k].Matters() {
					give(t, spot{n, at})
					at++
				}
			}
		}
	})
	for t := range out {
		if len(out[t]) > elsewherePlaces {
			out[t] = nil
		}
	}
	return out
}
