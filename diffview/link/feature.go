package link

import (
	"math"
	"slices"
	"sort"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// A feature is something that speaks for or against two sentences reporting
// the same thing. All are symmetric: the order of the articles changes none.
//
// They are computed for all candidates of two articles at a time, because
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
	fTop                           // the heaviest shared term
	fTop2                          // the second
	fTop3                          // the third
	fLoneLess                      // the heaviest term of a sentence that the other lacks: the lesser
	fLoneMore                      // and the greater
	fNames                         // how many shared terms are written with a capital in both
	fNameWeight                    // their weight
	fNameLess                      // share of a sentence's name weight that is shared: the lesser
	fNameMore                      // and the greater
	fLower                         // weight of the shared terms that are not names
	fEntities                      // weight of the persons, places and things both speak of, also by a pronoun or a title
	fEntityLess                    // their share of a sentence's entities: the lesser
	fEntityMore                    // and the greater
	fNumbers                       // how many numbers both have
	fNumbersOnly                   // both have numbers, and none is shared: 1
	fRun                           // words in the longest run both have
	fRunWeight                     // weight of the heaviest run both have
	fRunContent                    // how many content words it has
	fBigrams                       // pairs of neighbouring words both have
	fQuote                         // share of the lesser quotation's weight that both have inside quotation marks; -1 unless both quote
	fSameQuote                     // share of one quotation that both have: see quoteMatch
	fSameQuoteWords                // how many content words of it both have
	fQuoteOne                      // just one of them quotes: 1
	fTitles                        // how many of the two are headlines
	fClauseLess                    // how well the other covers a sentence's best clause: the lesser; see bestClause
	fClauseMore                    // and the greater
	fHeadLess                      // share of a sentence's first words that the other covers: the lesser
	fHeadMore                      // and the greater
	fAnchors                       // how many shared terms no other sentence of either article has
	fAnchorRarity                  // their rarity in the language
	fAlone                         // shared terms, each by how few sentences have it
	fValue                         // how telling the most telling number is that both have; see telling
	fValueNoun                     // the same of numbers of the same thing
	fSpeaker                       // one person or organisation speaks in both: 1
	fSpeakersApart                 // both have known speakers, and none is the same: 1
	fSpeechBoth                    // somebody speaks in both: 1
	fSpeechOne                     // in just one of them: 1
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
	"names", "name.weight", "name.less", "name.more", "lower", "entities", "entity.less", "entity.more", "numbers", "numbers.only", "run", "run.weight", "run.content", "bigrams", "quote", "same.quote", "same.quote.words", "quote.one",
	"titles", "clause.less", "clause.more", "head.less", "head.more", "anchors", "anchor.rarity", "alone",
	"value", "value.noun", "speaker", "speakers.apart", "speech.both", "speech.one",
	"length.less", "length.more", "length.ratio", "place.apart", "place.first", "place.last", "first", "sentences",
	"context", "lead", "merge.less", "merge.more", "base",
	"rank.less", "rank.more", "share.less", "share.more", "rarity.rank.less", "rarity.rank.more", "rarity.share.less", "rarity.share.more",
	"centred.rank.less", "centred.rank.more", "centred.share.less", "centred.share.more", "best", "mean",
}

// A table holds the features of the candidates of two articles.
type table struct {
	n, k  int         // sentences of the left, of the right
	start []int       // by left sentence: its first row; one more at the end
	right []int32     // by row: the right sentence, ascending for each left one
	rows  [][]float64 // by row: the features, then those of what is around; see surround

	startRight []int        // by right sentence: its first place when rows are ordered by it; one more at the end
	place      []int        // by row: its place in that order
	values     [2][]float64 // room for rank
	arena      *arena.Arena
}

// row returns the row of a pair, or -1 when it is not a candidate.
func (t *table) row(i, j int) int {
	if i < 0 || i >= t.n {
		return -1
	}
	own := t.right[t.start[i]:t.start[i+1]]
	at := sort.Search(len(own), func(n int) bool { return int(own[n]) >= j })
	if at == len(own) || int(own[at]) != j {
		return -1
	}
	return t.start[i] + at
}

// each visits the candidates by left sentence, then right.
func (t *table) each(visit func(row, i, j int)) {
	for i := range t.n {
		for r := t.start[i]; r < t.start[i+1]; r++ {
			visit(r, i, int(t.right[r]))
		}
	}
}

// table computes the features of the candidates.
func (m *linker) table(b *budget.Budget) (*table, error) {
	t := &table{n: len(m.profile[sides.Left]), k: len(m.profile[sides.Right]), arena: m.Arena}
	x := m.newIndexes()
	t.start = arena.Empty[int](m.Arena, t.n+1)[:1]
	chosen, err := m.candidates(b, x)
	if err != nil {
		return nil, err
	}
	rows := 0
	for _, c := range chosen {
		rows += len(c)
	}
	t.right = arena.Empty[int32](m.Arena, rows)
	for _, c := range chosen {
		t.right = append(t.right, c...)
		t.start = append(t.start, len(t.right))
	}
	if err := b.Spend(m.stepsOf(t)); err != nil {
		return nil, err
	}
	const width = int(features) + int(surroundings)
	all := arena.Make[float64](m.Arena, rows*width)
	t.rows = arena.Make[[]float64](m.Arena, rows)
	for r := range t.rows {
		t.rows[r] = all[r*width : (r+1)*width]
	}
	if err := m.context(b, t, x.words); err != nil {
		return nil, err
	}
	plain, grams := newCosines(m.Arena, x.plain, t.k), newCosines(m.Arena, x.grams, t.k)
	for i := range t.n {
		if err := b.Spend(0); err != nil { // not wanted any more
			return nil, err
		}
		plain.of(m.profile[sides.Left][i].plain)
		grams.of(m.profile[sides.Left][i].grams)
		m.lay(i)
		m.approach(i, t.right[t.start[i]:t.start[i+1]])
		for r := t.start[i]; r < t.start[i+1]; r++ {
			row, j := t.rows[r], int(t.right[r])
			row[fPlain], row[fGrams] = plain.with(j, m.profile[sides.Right][j].plain), grams.with(j, m.profile[sides.Right][j].grams)
			m.likeness(row, i, j)
			m.sharing(row, i, j)
			m.telling(row, i, j)
			m.speaking(row, i, j)
			m.placing(row, i, j)
		}
	}
	t.rivalry()
	return t, nil
}

// stepsOfRow is what the features of a pair cost whatever its length, and the
// model's reckoning with them.
const stepsOfRow = 5_000

// mostNear is how many pairs of words of two sentences are looked at for being
// near in meaning; in longer ones, tables mostly, only the same words count.
const mostNear = 40_000

// stepsOf is what the features of all candidates cost. It is reckoned before any
// is worked out, so that articles that are too long are soon known to be.
func (m *linker) stepsOf(t *table) (steps int) {
	t.each(func(_, i, j int) {
		l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
		steps += stepsOfRow + 3*len(l.stems)*len(r.stems) + 15*min(mostNear, len(l.terms)*len(r.terms))
	})
	return steps
}

// sharing fills in what the two sentences have word for word.
func (m *linker) sharing(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	var top [3]float64
	lone := [2]float64{}
	pair.Walk(l.terms, r.terms, func(t int, in [2]bool) {
		w := m.Weight[t]
		switch {
		case in[0] && in[1]:
			x[fShared]++
			x[fSharedWeight] += w
			x[fSharedRarity] += m.Rarity[t]
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
	pair.Walk(l.names, r.names, func(t int, in [2]bool) {
		for s := range in {
			if in[s] {
				named[s] += m.Weight[t]
			}
		}
		if in[0] && in[1] {
			x[fNames]++
			x[fNameWeight] += m.Weight[t]
		}
	})
	x[fNameLess], x[fNameMore] = order(x[fNameWeight]/max(named[0], 1e-9), x[fNameWeight]/max(named[1], 1e-9))
	x[fLower] = x[fSharedWeight] - x[fNameWeight]
	x[fEntities], x[fEntityLess], x[fEntityMore] = m.Entities.Share(i, j)
	pair.Walk(l.numbers, r.numbers, func(_ int, in [2]bool) {
		if in[0] && in[1] {
			x[fNumbers]++
		}
	})
	if len(l.numbers) > 0 && len(r.numbers) > 0 && x[fNumbers] == 0 {
		x[fNumbersOnly] = 1
	}
	m.quoting(x, i, j)
	m.running(x, l.stems, r.stems)
}

// quoting fills in what the quotations of two sentences have in common.
func (m *linker) quoting(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	share, words := m.SameQuotation(i, j)
	x[fSameQuote], x[fSameQuoteWords] = share, float64(words)
	x[fQuote] = -1
	if (len(l.quoted) > 0) != (len(r.quoted) > 0) {
		x[fQuoteOne] = 1
	}
	if len(l.quoted) == 0 || len(r.quoted) == 0 {
		return
	}
	var shared float64
	var whole [2]float64
	pair.Walk(l.quoted, r.quoted, func(t int, in [2]bool) {
		for s := range in {
			if in[s] {
				whole[s] += m.Weight[t]
			}
		}
		if in[0] && in[1] {
			shared += m.Weight[t]
		}
	})
	x[fQuote] = shared / max(min(whole[0], whole[1]), 1e-9)
}

// A stretch is where the words of the left sentence at hand stand in it.
type stretch struct {
	first []int32 // by term: its first place in the sentence, and one; or 0
	next  []int32 // by place: the next one of the same term, and one; or 0
}

// lay notes where the words of left sentence i stand, instead of those of the one
// before.
func (m *linker) lay(i int) {
	at, left := &m.stretch, m.profile[sides.Left]
	if at.first == nil {
		at.first = arena.Make[int32](m.Arena, len(m.TermTokens))
	}
	if i > 0 {
		for _, t := range left[i-1].stems {
			at.first[t] = 0
		}
	}
	stems := left[i].stems
	at.next = slices.Grow(at.next[:0], len(stems))[:len(stems)]
	for k := len(stems) - 1; k >= 0; k-- {
		at.next[k], at.first[stems[k]] = at.first[stems[k]], int32(k+1)
	}
}

// running fills in the runs of words that both sentences have, the left one being
// laid. Of runs of one weight that counts which stands first in the left.
func (m *linker) running(x []float64, l, r []int) {
	at, heaviest := &m.stretch, 0
	for j := 0; j+1 < len(r); j++ {
		for next := at.first[r[j]]; next > 0; next = at.next[next-1] {
			i := int(next - 1)
			if i+1 == len(l) || l[i+1] != r[j+1] {
				continue
			}
			if m.TermTokens[l[i]].Matters() || m.TermTokens[l[i+1]].Matters() {
				x[fBigrams]++
			}
			n := 2
			for i+n < len(l) && j+n < len(r) && l[i+n] == r[j+n] {
				n++
			}
			x[fRun] = max(x[fRun], float64(n))
			weight, meant := 0., 0.
			for _, t := range l[i : i+n] {
				if m.TermTokens[t].Matters() {
					weight += m.Weight[t]
					meant++
				}
			}
			if weight > x[fRunWeight] || weight == x[fRunWeight] && weight > 0 && i < heaviest {
				x[fRunWeight], x[fRunContent], heaviest = weight, meant, i
			}
		}
	}
}

// placing fills in where the sentences are and how long they are.
func (m *linker) placing(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	x[fLengthLess], x[fLengthMore] = order(float64(len(l.terms)), float64(len(r.terms)))
	x[fLengthRatio] = x[fLengthLess] / max(x[fLengthMore], 1)
	x[fPlaceApart] = math.Abs(l.place - r.place)
	x[fPlaceFirst], x[fPlaceLast] = order(l.place, r.place)
	x[fFirst] = float64(min(i, j))
	x[fSentences] = float64(len(m.profile[sides.Left]) + len(m.profile[sides.Right]))
}
