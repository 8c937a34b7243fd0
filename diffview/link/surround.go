package link

import (
	"math"

	"parallax/diffview/arena"
)

// What the first look found around a pair speaks for or against it too. Stories
// are told in similar stretches, so that a link is likelier when the sentences
// before or after are linked, and a sentence that has one sure partner needs no
// second.
//
// Most are log-odds of the first look, clamped, of the pair and of its
// surroundings. They come after the features in a pair's row.
type surrounding int

const (
	sOdds       surrounding = iota // of the pair
	sRivalLess                     // of the best rival of either sentence: the lesser
	sRivalMore                     // and the greater
	sDiagonal                      // of the better of the pairs before and after
	sDiagonals                     // of the worse of them
	sCross                         // of the better of the pairs crosswise: one before, the other after
	sBesideLess                    // of the neighbours of the one sentence with the other: the lesser
	sBesideMore                    // and the greater
	sSumLess                       // sum of the probabilities of a sentence's pairs: the lesser
	sSumMore                       // and the greater
	sAll                           // sum of all probabilities, by sentence
	sFar                           // of the better of the pairs two before and after
	sLeadLess                      // how far the pair is ahead of its greater rival
	sLeadMore                      // and of its lesser
	sNear                          // sum of the probabilities of the pairs of other sentences near both; see nearby
	sNearAlong                     // of those of them that are as far on in the one article as in the other
	sNearBest                      // the best of them

	surroundings // how many there are
)

var surroundingNames = [surroundings]string{
	"odds", "rival.less", "rival.more", "diagonal", "diagonals", "cross", "beside.less", "beside.more",
	"sum.less", "sum.more", "all", "far", "lead.less", "lead.more", "near", "near.along", "near.best",
}

const (
	// nearby is how many sentences before and after are near.
	nearby = 3
	// nearFloor is the least probability that counts for what is near: many
	// hundreds of pairs have next to none.
	nearFloor = .03
)

// logOdds returns the logarithm of the odds of a probability, clamped so that
// certainty stays finite.
func logOdds(p float64) float64 { return math.Log((p + 1e-4) / (1 - p + 1e-4)) }

// surround fills in what is around the pairs that are wanted, given the
// probabilities of all.
func (t *table) surround(p []float64, wanted func(row int) bool) {
	left, right := newRivals(t.arena, t.n), newRivals(t.arena, t.k)
	all := 0.
	t.each(func(r, i, j int) {
		left.add(i, p[r])
		right.add(j, p[r])
		all += p[r]
		clear(t.around(r))
	})
	all /= float64(max(1, t.n+t.k))
	t.near(p)
	at := func(i, j int) float64 {
		if r := t.row(i, j); r >= 0 {
			return p[r]
		}
		return 0
	}
	t.each(func(r, i, j int) {
		if !wanted(r) {
			return
		}
		x := t.around(r)
		x[sOdds] = logOdds(p[r])
		rivalLess, rivalMore := order(left.of(i, p[r]), right.of(j, p[r]))
		x[sRivalLess], x[sRivalMore] = logOdds(rivalLess), logOdds(rivalMore)
		before, after := at(i-1, j-1), at(i+1, j+1)
		x[sDiagonal], x[sDiagonals] = logOdds(max(before, after)), logOdds(min(before, after))
		x[sCross] = logOdds(max(at(i-1, j+1), at(i+1, j-1)))
		a, b := order(max(at(i, j-1), at(i, j+1)), max(at(i-1, j), at(i+1, j)))
		x[sBesideLess], x[sBesideMore] = logOdds(a), logOdds(b)
		x[sSumLess], x[sSumMore] = order(left.sum[i], right.sum[j])
		x[sAll] = all
		x[sFar] = logOdds(max(at(i-2, j-2), at(i+2, j+2)))
		x[sLeadLess], x[sLeadMore] = x[sOdds]-x[sRivalMore], x[sOdds]-x[sRivalLess]
	})
}

// around returns the part of a row that tells of what is around the pair.
func (t *table) around(row int) []float64 { return t.rows[row][features:] }

// near fills in the sums over the pairs near each, by going out from the
// likely ones: they are few.
func (t *table) near(p []float64) {
	t.each(func(r, i, j int) {
		if p[r] < nearFloor {
			return
		}
		for a := -nearby; a <= nearby; a++ {
			for b := -nearby; b <= nearby; b++ {
				if a == 0 || b == 0 {
					continue
				}
				to := t.row(i+a, j+b)
				if to < 0 {
					continue
				}
				x := t.around(to)
				x[sNear] += p[r]
				if a == b {
					x[sNearAlong] += p[r]
				}
				x[sNearBest] = max(x[sNearBest], p[r])
			}
		}
	})
}

// rivals keeps, for each sentence of one side, the best two probabilities of
// its pairs and the sum of all.
type rivals struct{ best, second, sum []float64 }

func newRivals(a *arena.Arena, n int) rivals {
	return rivals{arena.Make[float64](a, n), arena.Make[float64](a, n), arena.Make[float64](a, n)}
}

func (r rivals) add(i int, p float64) {
	r.sum[i] += p
	switch {
	case p > r.best[i]:
		r.best[i], r.second[i] = p, r.best[i]
	case p > r.second[i]:
		r.second[i] = p
	}
}

// of returns the best probability of sentence i in another pair than the one
// of probability p.
func (r rivals) of(i int, p float64) float64 {
	if p == r.best[i] {
		return r.second[i]
	}
	return r.best[i]
}
