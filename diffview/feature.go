package diffview

import (
	"math"
	"sort"
)

// A feature is something that speaks for or against two sentences reporting
// the same thing. All are symmetric: the order of the articles changes none.
//
// They are computed for all candidates of a pair of articles at a time, because
// the strongest of them are about rivals: a sentence pair is likelier a link
// when neither sentence has a better partner.
type feature int

const (
	fWords          feature = iota // cosine of the sentences' words, tf-idf weighted
	fPlain                         // cosine of their content words, by rarity in the language
	fGrams                         // cosine of their letter trigrams
	fVector                        // cosine of their vectors
	fCentred                       // cosine of their vectors, less the topic
	fCover                         // share of both sentences' weight that has a near word in the other
	fCoverLess                     // the same of the sentence that is covered less
	fCoverMore                     // and of the one covered more
	fRarity                        // as fCover, by rarity in the language
	fRarityLess                    // as fCoverLess
	fRarityMore                    // as fCoverMore
	fShared                        // how many content terms both have
	fSharedWeight                  // their weight
	fSharedRarity                  // their rarity
	fContainLess                   // share of a sentence's weight that the other has word for word: the lesser
	fContainMore                   // and the greater
	fTop                           // the weightiest shared term
	fTop2                          // the second
	fTop3                          // the third
	fLoneLess                      // the weightiest term of a sentence that the other lacks: the lesser
	fLoneMore                      // and the greater
	fNames                         // how many shared terms are written with a capital in both
	fNameWeight                    // their weight
	fNameLess                      // share of a sentence's name weight that is shared: the lesser
	fNameMore                      // and the greater
	fLower                         // weight of the shared terms that are no names
	fNumbers                       // how many numbers both have
	fNumbersOnly                   // both have numbers, and none is shared: 1
	fRun                           // words in the longest run both have
	fBigrams                       // pairs of neighbouring words both have
	fQuote                         // share of the lesser quotation's weight that both have inside quotation marks; -1 unless both quote
	fQuoteOne                      // just one of them quotes: 1
	fLengthLess                    // content words of the shorter sentence
	fLengthMore                    // of the longer
	fLengthRatio                   // the one by the other
	fPlaceApart                    // how far apart their places in their articles are, 0 to 1
	fPlaceFirst                    // the earlier place
	fPlaceLast                     // the later place
	fFirst                         // the lesser sentence number, from 0
	fSentences                     // of both articles together
	fContext                       // cosine of their words with half of their neighbours'
	fLead                          // cosine with the sentence before added to the one or the other
	fMergeLess                     // best cosine of a sentence with two neighbouring ones of the other: the lesser
	fMergeMore                     // and the greater
	fBase                          // the three plain measures together: see linkBase
	fDiagonal                      // fBase of the better of the pairs before and after
	fDiagonals                     // of both together
	fAround                        // of the best of the eight pairs around
	fRankLess                      // how many rivals of the one sentence are better, by fBase: the lesser
	fRankMore                      // and the greater
	fShareLess                     // fBase as a share of the best rival's: the lesser
	fShareMore                     // and the greater
	fRarityRankLess                // as the four before, by fRarity
	fRarityRankMore
	fRarityShareLess
	fRarityShareMore
	fCentredRankLess // by fCentred
	fCentredRankMore
	fCentredShareLess
	fCentredShareMore
	fBest // the best fBase of the two articles
	fMean // the mean fBase of the best min(n, k) pairs: how alike the articles are

	features // how many there are
)

// names of the features in the model's file.
var featureNames = [features]string{
	"words", "plain", "grams", "vector", "centred", "cover", "cover.less", "cover.more", "rarity", "rarity.less", "rarity.more",
	"shared", "shared.weight", "shared.rarity", "contain.less", "contain.more", "top", "top2", "top3", "lone.less", "lone.more",
	"names", "name.weight", "name.less", "name.more", "lower", "numbers", "numbers.only", "run", "bigrams", "quote", "quote.one",
	"length.less", "length.more", "length.ratio", "place.apart", "place.first", "place.last", "first", "sentences",
	"context", "lead", "merge.less", "merge.more", "base", "diagonal", "diagonals", "around",
	"rank.less", "rank.more", "share.less", "share.more", "rarity.rank.less", "rarity.rank.more", "rarity.share.less", "rarity.share.more",
	"centred.rank.less", "centred.rank.more", "centred.share.less", "centred.share.more", "best", "mean",
}

// A table holds the features of all sentence pairs of two articles.
type table struct {
	n, k int // sentences of the left, of the right
	rows [][]float64
}

func (t *table) at(i, j int) []float64 { return t.rows[i*t.k+j] }

// table computes the features of all sentence pairs.
func (m *match) table() *table {
	t := &table{n: len(m.profile[Left]), k: len(m.profile[Right])}
	all := make([]float64, t.n*t.k*int(features))
	t.rows = make([][]float64, t.n*t.k)
	for r := range t.rows {
		t.rows[r] = all[r*int(features) : (r+1)*int(features)]
	}
	for i := range t.n {
		for j := range t.k {
			x := t.at(i, j)
			m.likeness(x, i, j)
			m.sharing(x, i, j)
			m.placing(x, i, j)
		}
	}
	m.context(t)
	t.rivalry()
	return t
}

// likeness fills in how like the two sentences are as wholes.
func (m *match) likeness(x []float64, i, j int) {
	l, r := &m.profile[Left][i], &m.profile[Right][j]
	x[fWords] = l.words.cosine(r.words)
	x[fPlain] = l.plain.cosine(r.plain)
	x[fGrams] = l.grams.cosine(r.grams)
	x[fVector] = dot(&l.vector, &r.vector)
	x[fCentred] = dot(&l.centred, &r.centred)
	a := m.covered(Left, i, j)
	b := m.covered(Right, j, i)
	x[fCover] = (a.weight + b.weight) / max(l.weight+r.weight, 1e-9)
	x[fCoverLess], x[fCoverMore] = order(a.weight/max(l.weight, 1e-9), b.weight/max(r.weight, 1e-9))
	x[fRarity] = (a.rarity + b.rarity) / max(l.rarity+r.rarity, 1e-9)
	x[fRarityLess], x[fRarityMore] = order(a.rarity/max(l.rarity, 1e-9), b.rarity/max(r.rarity, 1e-9))
	x[fBase] = linkBase(x)
}

// linkBase is the first guess at how alike two sentences are, by three plain
// measures. It orders rivals and finds neighbours; the model decides.
func linkBase(x []float64) float64 { return .5*x[fWords] + .3*x[fGrams] + .2*x[fCover] }

func order(a, b float64) (less, more float64) { return min(a, b), max(a, b) }

// A cover is how much of a sentence has a near word in another.
type cover struct{ weight, rarity float64 }

func (m *match) covered(side Side, i, j int) (c cover) {
	other := m.profile[side.Other()][j].terms
	for _, t := range m.profile[side][i].terms {
		best := 0.
		for _, u := range other {
			best = max(best, m.near(t, u))
			if best == 1 {
				break
			}
		}
		c.weight += m.weight[t] * best
		c.rarity += m.rarity[t] * best
	}
	return c
}

// sharing fills in what the two sentences have word for word.
func (m *match) sharing(x []float64, i, j int) {
	l, r := &m.profile[Left][i], &m.profile[Right][j]
	var top [3]float64
	lone := [2]float64{}
	both(l.terms, r.terms, func(t int, in [2]bool) {
		w := m.weight[t]
		switch {
		case in[0] && in[1]:
			x[fShared]++
			x[fSharedWeight] += w
			x[fSharedRarity] += m.rarity[t]
			for n := range top {
				if w > top[n] {
					top[n], w = w, top[n]
				}
			}
		case in[0]:
			lone[0] = max(lone[0], w)
		default:
			lone[1] = max(lone[1], w)
		}
	})
	x[fTop], x[fTop2], x[fTop3] = top[0], top[1], top[2]
	x[fLoneLess], x[fLoneMore] = order(lone[0], lone[1])
	x[fContainLess], x[fContainMore] = order(x[fSharedWeight]/max(l.weight, 1e-9), x[fSharedWeight]/max(r.weight, 1e-9))
	var named [2]float64
	both(l.names, r.names, func(t int, in [2]bool) {
		for s := range in {
			if in[s] {
				named[s] += m.weight[t]
			}
		}
		if in[0] && in[1] {
			x[fNames]++
			x[fNameWeight] += m.weight[t]
		}
	})
	x[fNameLess], x[fNameMore] = order(x[fNameWeight]/max(named[0], 1e-9), x[fNameWeight]/max(named[1], 1e-9))
	x[fLower] = x[fSharedWeight] - x[fNameWeight]
	both(l.numbers, r.numbers, func(_ int, in [2]bool) {
		if in[0] && in[1] {
			x[fNumbers]++
		}
	})
	if len(l.numbers) > 0 && len(r.numbers) > 0 && x[fNumbers] == 0 {
		x[fNumbersOnly] = 1
	}
	m.quoting(x, l, r)
	m.running(x, l.stems, r.stems)
}

// quoting fills in what the quotations of two sentences have in common.
func (m *match) quoting(x []float64, l, r *profile) {
	x[fQuote] = -1
	if (len(l.quoted) > 0) != (len(r.quoted) > 0) {
		x[fQuoteOne] = 1
	}
	if len(l.quoted) == 0 || len(r.quoted) == 0 {
		return
	}
	var shared float64
	var whole [2]float64
	both(l.quoted, r.quoted, func(t int, in [2]bool) {
		for s := range in {
			if in[s] {
				whole[s] += m.weight[t]
			}
		}
		if in[0] && in[1] {
			shared += m.weight[t]
		}
	})
	x[fQuote] = shared / max(min(whole[0], whole[1]), 1e-9)
}

// running fills in the runs of words that both sentences have.
func (m *match) running(x []float64, l, r []int) {
	for i := 0; i+1 < len(l); i++ {
		for j := 0; j+1 < len(r); j++ {
			if l[i] != r[j] || l[i+1] != r[j+1] {
				continue
			}
			if m.names[l[i]].matters() || m.names[l[i+1]].matters() {
				x[fBigrams]++
			}
			n := 2
			for i+n < len(l) && j+n < len(r) && l[i+n] == r[j+n] {
				n++
			}
			x[fRun] = max(x[fRun], float64(n))
		}
	}
}

// both walks two ascending lists and says of each number in which it is.
func both(l, r []int, visit func(t int, in [2]bool)) {
	for i, j := 0, 0; i < len(l) || j < len(r); {
		switch {
		case j == len(r) || i < len(l) && l[i] < r[j]:
			visit(l[i], [2]bool{true, false})
			i++
		case i == len(l) || r[j] < l[i]:
			visit(r[j], [2]bool{false, true})
			j++
		default:
			visit(l[i], [2]bool{true, true})
			i++
			j++
		}
	}
}

// placing fills in where the sentences stand and how long they are.
func (m *match) placing(x []float64, i, j int) {
	l, r := &m.profile[Left][i], &m.profile[Right][j]
	x[fLengthLess], x[fLengthMore] = order(float64(len(l.terms)), float64(len(r.terms)))
	x[fLengthRatio] = x[fLengthLess] / max(x[fLengthMore], 1)
	x[fPlaceApart] = math.Abs(l.place - r.place)
	x[fPlaceFirst], x[fPlaceLast] = order(l.place, r.place)
	x[fFirst] = float64(min(i, j))
	x[fSentences] = float64(len(m.profile[Left]) + len(m.profile[Right]))
}

// context fills in the features that look at the sentences around.
func (m *match) context(t *table) {
	var half, before, after [2][]bag
	for side := range m.profile {
		half[side] = m.blend(Side(side), .5, .5)
		before[side] = m.blend(Side(side), .6, 0)
		after[side] = m.blend(Side(side), 0, 1)
	}
	// merged holds the cosine of one sentence with another and its successor.
	mergeLeft, mergeRight := make([]float64, len(t.rows)), make([]float64, len(t.rows))
	for i := range t.n {
		for j := range t.k {
			l, r := &m.profile[Left][i], &m.profile[Right][j]
			x := t.at(i, j)
			x[fContext] = half[Left][i].cosine(half[Right][j])
			x[fLead] = max(before[Left][i].cosine(r.words), l.words.cosine(before[Right][j]))
			mergeLeft[i*t.k+j] = after[Left][i].cosine(r.words)
			mergeRight[i*t.k+j] = l.words.cosine(after[Right][j])
		}
	}
	for i := range t.n {
		for j := range t.k {
			x := t.at(i, j)
			a, b := mergeLeft[i*t.k+j], mergeRight[i*t.k+j]
			if i > 0 {
				a = max(a, mergeLeft[(i-1)*t.k+j])
			}
			if j > 0 {
				b = max(b, mergeRight[i*t.k+j-1])
			}
			x[fMergeLess], x[fMergeMore] = order(a, b)
			t.around(x, i, j)
		}
	}
}

// blend returns the sentences' words with shares of those before and after.
func (m *match) blend(side Side, before, after float64) []bag {
	profiles := m.profile[side]
	out := make([]bag, len(profiles))
	for k := range profiles {
		parts := []scaled{{profiles[k].words, 1}}
		if before > 0 && k > 0 {
			parts = append(parts, scaled{profiles[k-1].words, before})
		}
		if after > 0 && k+1 < len(profiles) {
			parts = append(parts, scaled{profiles[k+1].words, after})
		}
		out[k] = sum(parts)
	}
	return out
}

type scaled struct {
	bag
	by float64
}

// sum adds bags up to one of unit length.
func sum(parts []scaled) bag {
	if len(parts) == 1 {
		return parts[0].bag
	}
	var keys []int
	values := map[int]float64{}
	for _, p := range parts {
		for n, key := range p.keys {
			values[key] += p.by * p.values[n]
		}
		keys = append(keys, p.keys...)
	}
	return newBag(distinct(keys), func(key int) float64 { return values[key] })
}

// around fills in how alike the neighbouring sentence pairs are.
func (t *table) around(x []float64, i, j int) {
	base := func(i, j int) float64 {
		if i < 0 || j < 0 || i >= t.n || j >= t.k {
			return 0
		}
		return t.at(i, j)[fBase]
	}
	before, after := base(i-1, j-1), base(i+1, j+1)
	x[fDiagonal], x[fDiagonals] = max(before, after), before+after
	for a := -1; a <= 1; a++ {
		for b := -1; b <= 1; b++ {
			if a != 0 || b != 0 {
				x[fAround] = max(x[fAround], base(i+a, j+b))
			}
		}
	}
}

// rivalry fills in how each pair stands among those that share a sentence
// with it, and how alike the articles are as wholes.
func (t *table) rivalry() {
	t.rank(fBase, fRankLess)
	t.rank(fRarity, fRarityRankLess)
	t.rank(fCentred, fCentredRankLess)
	var all []float64
	for _, x := range t.rows {
		all = append(all, x[fBase])
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(all)))
	n, total := min(t.n, t.k), 0.
	for _, v := range all[:n] {
		total += v
	}
	for _, x := range t.rows {
		x[fBest] = all[0]
		x[fMean] = total / float64(max(1, n))
	}
}

// rank fills in, from feature to on, the rank and the share of a feature
// among its rivals: lesser and greater rank, lesser and greater share.
func (t *table) rank(f, to feature) {
	bestLeft, bestRight := make([]float64, t.n), make([]float64, t.k)
	for i := range t.n {
		for j := range t.k {
			v := t.at(i, j)[f]
			bestLeft[i], bestRight[j] = max(bestLeft[i], v), max(bestRight[j], v)
		}
	}
	rankLeft := make([]float64, len(t.rows))
	column := make([]float64, t.k)
	for i := range t.n {
		for j := range t.k {
			column[j] = t.at(i, j)[f]
		}
		sort.Float64s(column)
		for j := range t.k {
			rankLeft[i*t.k+j] = float64(t.k - sort.Search(t.k, func(n int) bool { return column[n] > t.at(i, j)[f] }))
		}
	}
	column = make([]float64, t.n)
	for j := range t.k {
		for i := range t.n {
			column[i] = t.at(i, j)[f]
		}
		sort.Float64s(column)
		for i := range t.n {
			x := t.at(i, j)
			rank := float64(t.n - sort.Search(t.n, func(n int) bool { return column[n] > x[f] }))
			x[to], x[to+1] = order(rankLeft[i*t.k+j], rank)
			x[to+2], x[to+3] = order(x[f]/max(bestLeft[i], 1e-9), x[f]/max(bestRight[j], 1e-9))
		}
	}
}
