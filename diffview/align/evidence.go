package align

import (
	"math"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// An evidence is something that speaks for or against two words
// corresponding. All are symmetric in the sides.
type evidence int

const (
	eBias     evidence = iota
	eSame              // the same word
	eStem              // another form of it
	eNumber            // the same quantity, written otherwise
	eSim               // similarity of other words
	eSynonym           // related by a list
	eRare              // how rare the words are, 0 to 1
	eTwins             // log of how many same words there are on both sides
	eRun               // log of the same words in a row they are in
	eMeant             // log of those that carry meaning
	eBeside            // similarity of the words before and of those after, summed
	eApart             // how far apart their places in the sentences are, 0 to 1
	eRival             // the best similarity either has to another word
	eLead              // by how much theirs is above it
	eCapital           // both are names
	eCapitals          // one is
	eOverlap           // share of the sentences' words that are the same
	ePart              // function words of the same kind

	// Of the rounds after the first.
	eOdds      // log-odds by the round before
	eUnseen    // which did not look at them
	eBefore    // the words before are aligned
	eAfter     // the words after are
	eBetween   // both
	eContext   // how many words around are aligned
	eHeld      // aligned with each other by the round before
	eRivalOdds // log-odds of what they are aligned with instead
	eTaken     // how many of the two are aligned with others
	eGap       // they are in gaps between the same aligned words
	eGapOpen   // the gaps correspond at one end only
	eGapPairs  // log of the word pairs in the gaps
	eAlone     // each the only word in the gap
	eLean      // a neighbour of one is aligned with the other
	eMoved     // the aligned words around stand in another order

	// Of extending.
	xArticle // kind of the word that is left over
	xPronoun
	xAuxiliary
	xPreposition
	xConjunction
	xOther
	xMeaning
	xHeadAfter     // it leans on the word after
	xFar           // not directly: one word between
	xHeadSame      // which has the same word for partner
	xHeadPart      // which is a function word itself
	xNames         // all three are names
	xBothMean      // leans and what it would join carry meaning both
	xEmpty         // the other side has nothing in its place
	xSamePart      // it and what it would join are of one kind
	xArticleAfter  // an article before its noun
	xAuxAfter      // an auxiliary before its verb
	xPrepBefore    // a preposition after its verb
	xPrepAfter     // a preposition before its noun
	xMeaningAfter  // a word before its head
	xMeaningBefore // a word after its head
	xHeadSim       // similarity of the head and its partner
	xMixed         // of a gap: one carries meaning, the other not
	xFunctions     // neither does
	xGapSim        // the best similarity in the gap
	xGapMean       // both gaps hold words that carry meaning

	// Of punctuation.
	pSame   // the same mark
	pBefore // the words before are aligned
	pAfter  // those after are
	pBoth   // both
	pEnds   // both end their sentence
	pBegins // both begin it
	pOneEnd // one does
	pQuote  // quotation marks
	pComma  // commas
	pCount  // log of how many such marks there are
	pNear   // the nearest aligned word before is aligned with the nearest before
	pNear2  // the same after
	pApart  // how far apart their places are, 0 to 1

	evidences
)

// noOdds are the log-odds of words that a round did not look at.
const noOdds = -6

// A classPair says what classes the two words are of. Each has weights of its
// own: what speaks for two nouns says little of two articles.
type classPair int

const (
	meanings  classPair = iota // both carry meaning
	functions                  // both are function words
	mixed
	classPairs
)

func (a *aligner) classPair(i, j int) classPair {
	x, y := a.parts[sides.Left][i] == doc.Meaning, a.parts[sides.Right][j] == doc.Meaning
	switch {
	case x && y:
		return meanings
	case !x && !y:
		return functions
	}
	return mixed
}

// compareWords fills in the cells.
func (a *aligner) compareWords() {
	n, k := len(a.words[sides.Left]), len(a.words[sides.Right])
	a.cells = resize(a.cells, n*k, cell{})
	for i := range n {
		x := a.token(sides.Left, i)
		for j := range k {
			if y := a.token(sides.Right, j); x.Text == y.Text {
				*a.cell(i, j) = cell{sim: 1, same: true}
				a.twins[sides.Left][i]++
				a.twins[sides.Right][j]++
			}
		}
	}
	shared := 0
	for side := range a.twins {
		for _, t := range a.twins[side] {
			if t > 0 {
				shared++
			}
		}
	}
	a.overlap = float64(shared) / float64(n+k)
	a.findRelated()
	for i := range n {
		for j := range k {
			a.compareOthers(i, j)
		}
	}
	a.findRuns()
}

// compareOthers fills in how near words are that are not the same, unless both
// have the same word elsewhere.
func (a *aligner) compareOthers(i, j int) {
	c := a.cell(i, j)
	if !c.same && (a.twins[sides.Left][i] == 0 || a.twins[sides.Right][j] == 0) {
		if x, y := a.token(sides.Left, i), a.token(sides.Right, j); x.Matters() && y.Matters() {
			c.sim, c.kind = a.similar(x, y, a.related[sides.Left][i] || a.related[sides.Right][j])
		}
	}
	a.best[sides.Left][i] = max(a.best[sides.Left][i], c.sim)
	a.best[sides.Right][j] = max(a.best[sides.Right][j], c.sim)
}

// findRelated notes which words the lexicon may relate to one of the other
// sentence: few, so that the relation of most pairs needs not be looked up.
func (a *aligner) findRelated() {
	for side, words := range a.words {
		a.rows[side] = [rowBits / 64]uint64{}
		for k := range words {
			for _, row := range lexicon.DictionaryRows(a.token(sides.Side(side), k).Entry) {
				if row >= 0 {
					a.rows[side][row%rowBits/64] |= 1 << (row % 64)
				}
			}
		}
	}
	for side, words := range a.words {
		other := &a.rows[1-side]
		a.related[side] = resize(a.related[side], len(words), false)
		for k := range words {
			t := a.token(sides.Side(side), k)
			if !t.Matters() {
				continue
			}
			a.list = lexicon.AppendRelated(a.list[:0], t.Entry)
			for _, row := range a.list {
				if other[row%rowBits/64]&(1<<(row%64)) != 0 {
					a.related[side][k] = true
					break
				}
			}
		}
	}
}

// rowBits is how many bits tell the lexicon's rows of a sentence's words from
// others; most sentences have some 40.
const rowBits = 1 << 12

// similar returns how near two words are in meaning, and why. Words that are not
// related are of one stem or have no relation.
func (a *aligner) similar(x, y *doc.Token, related bool) (float64, sides.WordKind) {
	if x.Quantity >= 0 && y.Quantity >= 0 {
		if a.sides[sides.Left].Quantities[x.Quantity].Equal(a.sides[sides.Right].Quantities[y.Quantity]) {
			return 1, sides.Number
		}
	}
	if related || x.Entry.ID == y.Entry.ID || x.Entry.Stem == y.Entry.Stem {
		return pair.Similarity(x, y)
	}
	return pair.SimilarityBy(lexicon.None, x, y)
}

// findRuns fills in how many same words in a row each pair is in.
func (a *aligner) findRuns() {
	for i := range a.words[sides.Left] {
		for j := range a.words[sides.Right] {
			if !a.cell(i, j).same || a.inside(i-1, j-1) && a.cell(i-1, j-1).same {
				continue
			}
			n, meant := 0, 0
			for a.inside(i+n, j+n) && a.cell(i+n, j+n).same {
				if a.token(sides.Left, i+n).Matters() {
					meant++
				}
				n++
			}
			for d := range n {
				c := a.cell(i+d, j+d)
				c.run, c.meant = n, meant
			}
		}
	}
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// odds returns the log-odds that words i and j correspond, as a round sees it.
func (a *aligner) odds(r round, i, j int) float64 {
	x := &a.x
	pair := a.classPair(i, j)
	end := endOfRound[r]
	clear(x[:end])
	a.alone(x, i, j)
	if r == grow {
		a.inContext(x, i, j)
	}
	if a.observe != nil {
		clear(x[end:])
		a.observe(r, i, j, x[:], pair)
	}
	return a.weights.odds(r, pair, x[:end])
}

// endOfRound is, by round, the first evidence of those that only later rounds have.
var endOfRound = [rounds]evidence{seed: eOdds, grow: xArticle, extend: evidences, marks: evidences}

// alone fills in the evidence that needs no aligned words.
func (a *aligner) alone(x *[evidences]float64, i, j int) {
	c, l, r := a.cell(i, j), a.token(sides.Left, i), a.token(sides.Right, j)
	x[eBias] = 1
	rival := max(a.rival(sides.Left, i, c.sim), a.rival(sides.Right, j, c.sim))
	switch {
	case c.same:
		x[eSame] = 1
		x[eTwins] = a.logs.of(a.twins[sides.Left][i] * a.twins[sides.Right][j])
		x[eRun] = a.logs.of(min(c.run, 6))
		x[eMeant] = a.logs.of(1 + min(c.meant, 4))
	case c.sim == 1 && c.kind == sides.Number:
		x[eNumber] = 1
	case c.sim == 1:
		x[eStem] = 1
	default:
		x[eSim] = c.sim
		x[eSynonym] = b2f(c.sim > 0 && c.kind != sides.Related)
	}
	x[eRival] = rival
	x[eLead] = c.sim - rival
	x[eRare] = (a.rare[sides.Left][i] + a.rare[sides.Right][j]) / 24
	x[eBeside] = a.beside(i-1, j-1) + a.beside(i+1, j+1)
	x[eApart] = math.Abs(float64(i)/float64(len(a.words[sides.Left])) - float64(j)/float64(len(a.words[sides.Right])))
	x[eCapital] = b2f(l.Upper && r.Upper)
	x[eCapitals] = b2f(l.Upper != r.Upper)
	x[eOverlap] = a.overlap
	x[ePart] = b2f(a.parts[sides.Left][i] == a.parts[sides.Right][j])
}

// rival returns the best similarity of a word to another than the one whose is
// sim.
func (a *aligner) rival(side sides.Side, k int, sim float64) float64 {
	if sim < a.best[side][k] {
		return a.best[side][k]
	}
	if sim == 1 && a.twins[side][k] > 1 {
		return 1
	}
	return 0
}

// beside returns the similarity of two neighbours, 0 outside the sentences.
func (a *aligner) beside(i, j int) float64 {
	if !a.inside(i, j) {
		return 0
	}
	return a.cell(i, j).sim
}

// inContext fills in the evidence of the words aligned around.
func (a *aligner) inContext(x *[evidences]float64, i, j int) {
	c := a.cell(i, j)
	x[eOdds] = max(noOdds, min(-noOdds, c.odds))
	x[eUnseen] = b2f(c.sim < similarEnough)
	x[eBefore], x[eAfter] = b2f(a.joined(i-1, j-1)), b2f(a.joined(i+1, j+1))
	x[eBetween] = x[eBefore] * x[eAfter]
	x[eHeld] = b2f(a.joined(i, j))
	if x[eHeld] == 0 {
		x[eRivalOdds] = noOdds
		if p := a.partner[sides.Left][i]; p >= 0 {
			x[eRivalOdds] = max(x[eRivalOdds], a.cell(i, p).odds)
			x[eTaken]++
		}
		if p := a.partner[sides.Right][j]; p >= 0 {
			x[eRivalOdds] = max(x[eRivalOdds], a.cell(p, j).odds)
			x[eTaken]++
		}
	}
	x[eContext], x[eMoved] = a.context(i, j)
	a.gap(x, i, j)
	x[eLean] = b2f(a.joined(i-1, j) || a.joined(i+1, j) || a.joined(i, j-1) || a.joined(i, j+1))
}

func (a *aligner) joined(i, j int) bool { return a.inside(i, j) && a.partner[sides.Left][i] == j }

// context counts the words aligned within contextReach of both, and those
// whose order is turned.
func (a *aligner) context(i, j int) (n, moved float64) {
	for p := max(0, i-contextReach); p <= min(len(a.words[sides.Left])-1, i+contextReach); p++ {
		q := a.partner[sides.Left][p]
		if p == i || q < 0 || q == j {
			continue
		}
		if q >= j-contextReach && q <= j+contextReach {
			n++
		}
		if (q < j) != (p < i) {
			moved++
		}
	}
	return n, moved
}

// bounds returns the aligned words around word k of a side: the one before, or
// -1, and the one after, or the number of words.
func (a *aligner) bounds(side sides.Side, k int) (before, after int) {
	before, after = k-1, k+1
	for before >= 0 && a.partner[side][before] < 0 {
		before--
	}
	for after < len(a.words[side]) && a.partner[side][after] < 0 {
		after++
	}
	return before, after
}

// gap fills in whether the two words are between the same aligned words.
func (a *aligner) gap(x *[evidences]float64, i, j int) {
	if !a.free(i, j) {
		return
	}
	ib, ia := a.bounds(sides.Left, i)
	jb, ja := a.bounds(sides.Right, j)
	begins := ib < 0 && jb < 0 || a.joined(ib, jb)
	ends := ia == len(a.words[sides.Left]) && ja == len(a.words[sides.Right]) || a.joined(ia, ja)
	x[eGap], x[eGapOpen] = b2f(begins && ends), b2f(begins != ends)
	if begins && ends {
		x[eGapPairs] = a.logs.of((ia - ib - 1) * (ja - jb - 1))
		x[eAlone] = b2f(ia-ib == 2 && ja-jb == 2)
	}
}
