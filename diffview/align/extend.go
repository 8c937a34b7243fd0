package align

import (
	"cmp"
	"math"
	"slices"

	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Extending: the words that one-to-one alignment leaves over. A phrase may
// stand where another does ("cut down" – "reduce"), and a small word may lean
// on an aligned neighbour.

// The ways a word is joined when it is left over; each has weights of its own.
const (
	inGap classPair = iota
	leaning
)

// extend aligns words that are left over.
func (a *aligner) extend() {
	n := len(a.out)
	a.phrases()
	for i := range a.words[sides.Left] {
		a.lean(sides.Left, i)
	}
	for j := range a.words[sides.Right] {
		a.lean(sides.Right, j)
	}
	if len(a.out) == n {
		return
	}
	added := a.out[n:]
	slices.SortFunc(added, func(x, y Aligned) int {
		return cmp.Or(cmp.Compare(x.Tokens[sides.Left], y.Tokens[sides.Left]), cmp.Compare(x.Tokens[sides.Right], y.Tokens[sides.Right]))
	})
	a.out = a.out[:n+len(slices.Compact(added))]
}

// add joins words i and j beside what they are joined with already.
func (a *aligner) add(i, j int) {
	c := a.cell(i, j)
	w := Aligned{Tokens: [2]int{a.words[sides.Left][i], a.words[sides.Right][j]}, Kind: sides.Related, Score: c.sim, Loose: true}
	if c.sim > 0 && !c.same {
		w.Kind = c.kind
	}
	a.out = append(a.out, w)
}

// phrases joins what is between the same aligned words, each word with
// each.
func (a *aligner) phrases() {
	for i := 0; i < len(a.words[sides.Left]); i++ {
		if a.partner[sides.Left][i] >= 0 {
			continue
		}
		ib, ia := a.bounds(sides.Left, i)
		jb, ja := -1, len(a.words[sides.Right])
		if ib >= 0 {
			jb = a.partner[sides.Left][ib]
		}
		if ia < len(a.words[sides.Left]) {
			ja = a.partner[sides.Left][ia]
		}
		if n := (ia - ib - 1) * (ja - jb - 1); n > 0 && n <= mostGap && a.open(jb+1, ja) {
			a.phrase(ib+1, ia, jb+1, ja)
		}
		i = ia
	}
}

// open reports whether none of the right words [from, to) is aligned.
func (a *aligner) open(from, to int) bool {
	for j := from; j < to; j++ {
		if a.partner[sides.Right][j] >= 0 {
			return false
		}
	}
	return true
}

func (a *aligner) phrase(i0, i1, j0, j1 int) {
	best, meant := 0., [2]bool{}
	for i := i0; i < i1; i++ {
		meant[sides.Left] = meant[sides.Left] || a.parts[sides.Left][i] == doc.Meaning
		for j := j0; j < j1; j++ {
			best = max(best, a.cell(i, j).sim)
			meant[sides.Right] = meant[sides.Right] || a.parts[sides.Right][j] == doc.Meaning
		}
	}
	for i := i0; i < i1; i++ {
		for j := j0; j < j1; j++ {
			x := &a.x
			clear(x[:])
			a.alone(x, i, j)
			x[eGapPairs] = a.logs.of((i1 - i0) * (j1 - j0))
			x[eAlone] = b2f(i1-i0 == 1 && j1-j0 == 1)
			x[eBefore] = b2f(i == i0 && j == j0)
			x[eAfter] = b2f(i == i1-1 && j == j1-1)
			x[xEmpty] = b2f(i0 == 0 || i1 == len(a.words[sides.Left]))
			x[xGapSim] = best
			x[xGapMean] = b2f(meant[sides.Left] && meant[sides.Right])
			x[xMixed] = b2f(a.classPair(i, j) == mixed)
			x[xFunctions] = b2f(a.classPair(i, j) == functions)
			x[eOdds] = a.cell(i, j).odds
			x[eContext], x[eMoved] = a.context(i, j)
			if a.decide(extend, inGap, i, j) {
				a.add(i, j)
			}
		}
	}
}

// decide weighs the evidence in a.x.
func (a *aligner) decide(r round, c classPair, i, j int) bool {
	if a.observe != nil {
		a.observe(r, i, j, a.x[:], c)
	}
	return a.weights.odds(r, c, a.x[:]) >= leastOdds[r]
}

// lean joins a word that is left over with the partner of an aligned word
// beside it.
func (a *aligner) lean(side sides.Side, k int) {
	if a.partner[side][k] >= 0 {
		return
	}
	for _, d := range [2]int{1, -1} {
		head := k + d
		if head >= 0 && head < len(a.words[side]) && a.partner[side][head] < 0 {
			head += d
		}
		if head < 0 || head >= len(a.words[side]) || a.partner[side][head] < 0 {
			continue
		}
		to := a.partner[side][head]
		i, j := k, to
		if side == sides.Right {
			i, j = to, k
		}
		a.leanEvidence(side, k, head, to)
		if a.decide(extend, leaning, i, j) {
			a.add(i, j)
		}
	}
}

// leanEvidence fills in what speaks for word k of a side to be joined with the
// partner of its neighbour head, to.
func (a *aligner) leanEvidence(side sides.Side, k, head, to int) {
	x := &a.x
	clear(x[:])
	i, j, h, g := k, to, head, to
	if side == sides.Right {
		i, j, h, g = to, k, to, head
	}
	a.alone(x, i, j)
	u, t, o := a.token(side, k), a.token(side.Other(), to), a.token(side, head)
	p, q := a.parts[side][k], a.parts[side.Other()][to]
	kinds := [doc.Parts]evidence{doc.Meaning: xMeaning, doc.Determiner: xArticle, doc.Pronoun: xPronoun, doc.Auxiliary: xAuxiliary, doc.Preposition: xPreposition, doc.Conjunction: xConjunction, doc.OtherPart: xOther}
	x[kinds[p]] = 1
	after := head > k
	x[xHeadAfter] = b2f(after)
	x[xFar] = b2f(head-k != 1 && k-head != 1)
	c := a.cell(h, g)
	x[xHeadSame] = b2f(c.same)
	x[xHeadSim] = c.sim
	x[xHeadPart] = b2f(a.parts[side][head] != doc.Meaning)
	x[xNames] = b2f(u.Upper && t.Upper && o.Upper && p == doc.Meaning && q == doc.Meaning)
	x[xBothMean] = b2f(p == doc.Meaning && q == doc.Meaning)
	x[xSamePart] = b2f(p == q)
	x[eOdds] = a.cell(i, j).odds
	d := 1
	if after {
		d = -1
	}
	next := to + d // what stands where k does
	x[xEmpty] = b2f(next < 0 || next >= len(a.words[side.Other()]) || a.partner[side.Other()][next] >= 0)
	verb := q == doc.Meaning || q == doc.Auxiliary
	x[xArticleAfter] = b2f(p == doc.Determiner && after && q == doc.Meaning)
	x[xAuxAfter] = b2f(p == doc.Auxiliary && after && verb)
	x[xPrepBefore] = b2f(p == doc.Preposition && !after && q == doc.Meaning)
	x[xPrepAfter] = b2f(p == doc.Preposition && after && q == doc.Meaning)
	x[xMeaningAfter] = b2f(p == doc.Meaning && after && q == doc.Meaning)
	x[xMeaningBefore] = b2f(p == doc.Meaning && !after && q == doc.Meaning)
	x[eContext], x[eMoved] = a.context(i, j)
}

// punctuation aligns the marks that are between aligned words.
func (a *aligner) punctuation() {
	a.likely = a.likely[:0]
	l, r := a.span[sides.Left], a.span[sides.Right]
	w := -1 // the word before
	for p := l.First; p < l.Last; p++ {
		x := &a.sides[sides.Left].Tokens[p]
		if x.Class != doc.Punctuation {
			w++
			continue
		}
		v := -1
		for q := r.First; q < r.Last; q++ {
			y := &a.sides[sides.Right].Tokens[q]
			if y.Class != doc.Punctuation {
				v++
				continue
			}
			if sameMark(x.Text, y.Text) {
				a.markEvidence(p, q, w, v)
				if odds := a.weigh(marks, 0, p, q); odds >= leastOdds[marks] {
					a.likely = append(a.likely, candidate{p, q, odds})
				}
			}
		}
	}
	slices.SortFunc(a.likely, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.odds, x.odds), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	from := len(a.out)
	for _, c := range a.likely {
		if !slices.ContainsFunc(a.out[from:], func(w Aligned) bool { return w.Tokens[sides.Left] == c.i || w.Tokens[sides.Right] == c.j }) {
			a.out = append(a.out, Aligned{[2]int{c.i, c.j}, sides.Same, 1, true})
		}
	}
}

func (a *aligner) weigh(r round, c classPair, i, j int) float64 {
	if a.observe != nil {
		a.observe(r, i, j, a.x[:], c)
	}
	return a.weights.odds(r, c, a.x[:])
}

// markOf folds the quotation marks and dashes that do the same work.
func markOf(m string) string {
	switch m {
	case "“", "”", "„", "«", "»", `"`, "''", "``":
		return `"`
	case "—", "–", "--":
		return "-"
	}
	return m
}

func sameMark(x, y string) bool { return x == y || markOf(x) == markOf(y) }

// markEvidence fills in what speaks for the marks at tokens p and q, which
// follow words w and v.
func (a *aligner) markEvidence(p, q, w, v int) {
	x := &a.x
	clear(x[:])
	l, r := a.span[sides.Left], a.span[sides.Right]
	x[eBias] = 1
	x[pSame] = b2f(a.sides[sides.Left].Tokens[p].Text == a.sides[sides.Right].Tokens[q].Text)
	x[pBefore], x[pAfter] = b2f(a.joined(w, v)), b2f(a.joined(w+1, v+1))
	x[pBoth] = x[pBefore] * x[pAfter]
	n, k := len(a.words[sides.Left]), len(a.words[sides.Right])
	x[pEnds] = b2f(w == n-1 && v == k-1)
	x[pBegins] = b2f(w < 0 && v < 0)
	x[pOneEnd] = b2f((w == n-1) != (v == k-1) || (w < 0) != (v < 0))
	mark := markOf(a.sides[sides.Left].Tokens[p].Text)
	x[pQuote], x[pComma] = b2f(mark == `"`), b2f(mark == ",")
	count := 0
	for side, s := range a.span {
		for t := s.First; t < s.Last; t++ {
			if a.sides[side].Tokens[t].Class == doc.Punctuation && markOf(a.sides[side].Tokens[t].Text) == mark {
				count++
			}
		}
	}
	x[pCount] = a.logs.of(count)
	wb, vb := w, v
	for wb >= 0 && a.partner[sides.Left][wb] < 0 {
		wb--
	}
	for vb >= 0 && a.partner[sides.Right][vb] < 0 {
		vb--
	}
	x[pNear] = b2f(wb < 0 && vb < 0 || a.joined(wb, vb))
	wa, va := w+1, v+1
	for wa < n && a.partner[sides.Left][wa] < 0 {
		wa++
	}
	for va < k && a.partner[sides.Right][va] < 0 {
		va++
	}
	x[pNear2] = b2f(wa == n && va == k || a.joined(wa, va))
	x[eOverlap] = a.overlap
	x[pApart] = math.Abs(float64(p-l.First)/float64(l.Last-l.First) - float64(q-r.First)/float64(r.Last-r.First))
	if n > 0 && k > 0 {
		x[eContext] = a.contextAt(w, v)
	}
}

// contextAt counts the words aligned within contextReach of the marks after
// words w and v.
func (a *aligner) contextAt(w, v int) (n float64) {
	for p := max(0, w+1-contextReach); p < min(len(a.words[sides.Left]), w+1+contextReach); p++ {
		if q := a.partner[sides.Left][p]; q >= v+1-contextReach && q < v+1+contextReach && q >= 0 {
			n++
		}
	}
	return n
}
