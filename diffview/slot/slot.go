// Package slot finds which values of two articles fill one slot and are not the
// same: a matched pair of articles and its sentences' likeness go in, rivals come
// out, each a place of either article with how likely it is that both tell the
// same of the same thing.
//
//	candidate  values of either article that cannot both be right, were they of one thing
//	polar      words that turn a sentence round
//	crossing   which words of two sentences are near each other
//	score      what linking made of the sentences
//	evidence   what speaks for two values filling one slot, the values masked
//	around     that of the words around them
//	judge      the fitted model that weighs it
//	rivalry    what else either value has to choose from
//	support    how much around two values corresponds, word for word
//	anchor     what a day is the day of
//	acts       whether two days are of one act, and how far apart
//	zone       times of day in other zones, and those of a game
//	verdict    whether two values that fill one slot conflict
//
// The model has seen few conflicts. It has learnt from values that two articles
// share: one of them was changed in one article, and everything around it was
// left as it was. The verdict on numbers and days is fitted on labelled conflicts, and
// on values read on pairs that nobody labelled (read.tsv).
package slot

import (
	"cmp"
	"slices"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// A Kind says what two rivals are.
type Kind uint8

// The kinds of rivals.
const (
	Number Kind = iota
	Day
	Clock
	Name
	Word // of opposite senses
	kinds
)

// A Rival is a value of the left article and one of the right that are taken to
// fill one slot.
type Rival struct {
	Kind     Kind
	Values   [2]Value // by side
	Score    float64  // how likely they fill one slot, 0 to 1
	Sure     float64  // how likely they conflict, 0 to 1
	Linked   float64  // the score of their sentences, link or not
	Lone     bool     // neither article has the other's value, of whatever
	evidence []float64
	standing standing // of numbers and days
}

// A Value is a value as it stands in an article.
type Value struct {
	Sentence    int             // the compared sentence
	First, Last int             // its tokens, hedge and unit aside: [first, last)
	Entry       *ledger.Entry   // of numbers, days and times
	entity      int             // of names: whose they are; -1 where that is not known
	again       []*ledger.Entry // of numbers, days and times: where the other article has the same
}

// A matcher looks for rivals.
type matcher struct {
	*pair.Pair
	ledgers   [2]*ledger.Ledger
	scores    scores              // what linking made of the sentences
	crossings map[[2]int]crossing // by sentences: those worked out so far
	nearWords []nearWord          // of all crossings
	best      [2][]float64        // by side and sentence: the best score of its candidates
	has       [2][]int32          // by side and term: how often the article has it
	written   [2][]bool           // by side and term: whether the article has it with a capital
	rows      [2][][]int          // by side and sentence: its content terms
}

// Find returns the rivals of two articles, the likeliest first, no value in two
// of them.
func Find(b *budget.Budget, m *pair.Pair, ledgers [2]*ledger.Ledger, found *link.Found) ([]Rival, error) {
	x := newMatcher(m, ledgers, found)
	all, alike, err := x.candidates(b)
	if err != nil {
		return nil, err
	}
	score(all, judge().Score)
	if err := x.stand(b, all); err != nil {
		return nil, err
	}
	compete(all, alike, judge().Score)
	for k := range all {
		all[k].Sure = sure(&all[k])
	}
	return oneToOne(all), nil
}

// score gives rivals their scores by the model of slots.
func score(all []Rival, model func(evidence []float64) float64) {
	for k := range all {
		r := &all[k]
		x := r.evidence
		r.Score, r.Linked, r.Lone = model(x), x[fLink], x[fAgains] == 0
	}
}

func newMatcher(m *pair.Pair, ledgers [2]*ledger.Ledger, found *link.Found) *matcher {
	x := &matcher{Pair: m, ledgers: ledgers, scores: newScores(m.Arena, found, len(m.Docs[sides.Left].Sentences)), crossings: map[[2]int]crossing{}, nearWords: arena.Empty[nearWord](m.Arena, 1<<10)}
	for side, d := range m.Docs {
		x.best[side] = arena.Make[float64](m.Arena, len(d.Sentences))
		x.has[side] = arena.Make[int32](m.Arena, len(m.TermTokens))
		x.written[side] = arena.Make[bool](m.Arena, len(m.TermTokens))
		for k, t := range m.Terms[side] {
			if t >= 0 {
				x.has[side][t]++
				x.written[side][t] = x.written[side][t] || d.Tokens[k].Upper
			}
		}
		x.rows[side] = found.Terms[side]
	}
	for _, p := range x.scores.pairs {
		for side, k := range p.at {
			x.best[side][k] = max(x.best[side][k], p.score)
		}
	}
	return x
}

// claim is what says which of the rivals that share a value has it. Of days it is how
// likely they fill one slot: two acts on following days look likelier a dispute than
// days of one act that are far apart, and are none.
func (r Rival) claim() float64 {
	if r.Kind == Day {
		return r.Score
	}
	return r.Sure
}

// oneToOne keeps of rivals that share a value the one with the best claim, and returns
// the likeliest to conflict first.
func oneToOne(all []Rival) (out []Rival) {
	slices.SortStableFunc(all, func(a, b Rival) int {
		if c := cmp.Compare(b.claim(), a.claim()); c != 0 {
			return c
		}
		if c := cmp.Compare(a.Values[sides.Left].First, b.Values[sides.Left].First); c != 0 {
			return c
		}
		return cmp.Compare(a.Values[sides.Right].First, b.Values[sides.Right].First)
	})
	type place struct {
		side sides.Side
		kind Kind
		at   int
	}
	taken := map[place]bool{}
	for _, r := range all {
		l, q := place{sides.Left, r.Kind, r.Values[sides.Left].First}, place{sides.Right, r.Kind, r.Values[sides.Right].First}
		if taken[l] || taken[q] {
			continue
		}
		taken[l], taken[q] = true, true
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Rival) int { return cmp.Compare(b.Sure, a.Sure) })
	return out
}
