package mark

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// A wordContext is what is known of one content word before its neighbours
// are asked.
type wordContext struct {
	token, term   int
	clause        int
	said, saidAny float64
	like          float64
	common        bool // the other article has it
}

// A clauseTally counts the content words of a clause: all, those that have a
// partner, those that the other article has anywhere.
type clauseTally struct{ words, firm, common float64 }

// look fills words with the content words of a sentence.
func (w *witness) look(side sides.Side, s int) {
	p, other := w.Docs[side], side.Other()
	w.words = w.words[:0]
	slices.SortStableFunc(w.ranked[side][s], func(a, b ranking) int { return cmp.Compare(b.score, a.score) })
	for _, c := range w.ranked[side][s] {
		for _, t := range w.found.Terms[other][c.sentence] {
			if w.none[t] == 0 {
				w.none[t] = 1
				w.touched = append(w.touched, t)
			}
			w.best[t] = max(w.best[t], c.score)
			w.none[t] *= 1 - c.score
		}
	}
	clause := 0
	for k := p.Sentences[s].First; k < p.Sentences[s].Last; k++ {
		t := &p.Tokens[k]
		if t.Matters() {
			c := wordContext{token: k, term: w.Terms[side][k], clause: clause}
			if c.term >= 0 {
				c.common = w.counts[other][c.term] > 0
				if w.none[c.term] > 0 {
					c.said, c.saidAny = w.best[c.term], 1-w.none[c.term]
				}
				c.like = c.said
				for _, o := range w.Related[c.term] {
					c.like = max(c.like, w.best[o.Term]*o.Similarity)
				}
			}
			w.words = append(w.words, c)
		} else if opensClause(t) {
			clause++
		}
	}
	for _, t := range w.touched {
		w.best[t], w.none[t] = 0, 0
	}
	w.touched = w.touched[:0]
	w.tallyClauses(side)
	w.sentenceFeatures(side, s)
}

// tallyClauses counts the words of each clause.
func (w *witness) tallyClauses(side sides.Side) {
	w.clauses = w.clauses[:0]
	for _, c := range w.words {
		for len(w.clauses) <= c.clause {
			w.clauses = append(w.clauses, clauseTally{})
		}
		t := &w.clauses[c.clause]
		t.words++
		t.firm += b2f(w.partners[side][c.token].firm())
		t.common += b2f(c.common)
	}
}

// clauseStarts begin a clause, as a comma and a dash do.
var clauseStarts = lexicon.WordSet("and but that which who")

func opensClause(t *doc.Token) bool {
	return t.Class == doc.Punctuation && t.Text != "-" && t.Text != "." || clauseStarts.Has(t.Text)
}

// coverOf returns which share of the weight around word n its sentence's best
// candidates have, the best of them, and that one's score.
func (w *witness) coverOf(side sides.Side, s, n int) (cover, score float64) {
	for k, c := range w.ranked[side][s] {
		if k == coverCandidates {
			break
		}
		has := w.found.Terms[side.Other()][c.sentence]
		sum, got := 2., 0.
		for o := max(0, n-coverReach); o < min(len(w.words), n+coverReach+1); o++ {
			if t := w.words[o].term; o != n && t >= 0 {
				v := w.Weight[t] + 1
				sum += v
				if hasTerm(has, t) {
					got += v
				}
			}
		}
		if v := got / sum; v > cover {
			cover, score = v, c.score
		}
	}
	return cover, score
}

// hasTerm reports whether an ascending list has a number.
func hasTerm(list []int, n int) bool {
	_, ok := slices.BinarySearch(list, n)
	return ok
}

// features returns the features of word n of the sentence at hand, good until
// the next call.
func (w *witness) features(side sides.Side, s, n int) []float64 {
	w.x = w.base
	w.partnerFeatures(side, s, n)
	w.neighbourFeatures(side, n)
	w.wordFeatures(side, s, n)
	w.aroundFeatures(side, s, n)
	w.gapFeatures(side, n)
	w.runFeatures(side, n)
	w.nameFeatures(side, s, n)
	w.shapeFeatures(side, n)
	return w.x[:]
}

// sentenceFeatures fills base with what all words of the sentence at hand have
// in common.
func (w *witness) sentenceFeatures(side sides.Side, s int) {
	w.base = [wordFeatures]float64{}
	for _, l := range w.linked[side][s] {
		score := w.found.Links[l].Score
		w.base[wLink] = max(w.base[wLink], score)
		if score >= link.FirmFloor {
			w.base[wSure]++
		}
	}
	top := func(s int) float64 {
		if s < 0 || s >= len(w.top[side]) {
			return -1
		}
		return w.top[side][s]
	}
	w.base[wLinks] = float64(len(w.linked[side][s]))
	w.base[wTop], w.base[wTopBefore], w.base[wTopAfter] = top(s), top(s-1), top(s+1)
	copy(w.base[wVector:wSameQuote+1], w.alike[side][s][:])
	n := float64(len(w.words))
	weight := 1e-9
	for _, c := range w.words {
		v := 0.
		if c.term >= 0 {
			v = w.Weight[c.term]
		}
		weight += v
		if w.partners[side][c.token].firm() {
			w.base[wSentAligned] += 1 / n
			w.base[wSentWeight] += v
		}
		if c.common {
			w.base[wSentCommon] += v
		}
	}
	w.base[wSentWeight] /= weight
	w.base[wSentCommon] /= weight
	w.partnerSentence(side, s)
	p := w.Docs[side]
	w.base[wLength] = n
	w.base[wPlace] = float64(s) / float64(max(1, len(p.Sentences)-1))
	w.base[wSentence] = float64(min(s, mostSentences))
	w.base[wTitle] = b2f(p.Article.Sentences[p.Sentences[s].Index].Kind == prose.Title)
	w.base[wRatio] = math.Log(float64(len(w.Docs[side.Other()].Tokens)) / float64(len(p.Tokens)))
}

func (w *witness) partnerFeatures(side sides.Side, s, n int) {
	p := &w.partners[side][w.words[n].token]
	w.x[wAligns] = p.sum
	if p.token < 0 {
		return
	}
	w.x[wKind], w.x[wSim], w.x[wAlignLink] = kindWorth[p.pair.Kind], p.pair.Score, p.link
	if p.pair.Loose {
		w.x[wKind] = 1
	}
	other := side.Other()
	for _, l := range w.linked[other][w.Docs[other].SentenceAt(p.token)] {
		if of := w.found.Links[l]; [2]int{of.Left, of.Right}[side] != s {
			w.x[wRival] = max(w.x[wRival], of.Score)
		}
	}
	w.x[wRival] -= p.link
	for o := max(0, n-coverReach); o < min(len(w.words), n+coverReach+1); o++ {
		if q := &w.partners[side][w.words[o].token]; o != n && q.firm() {
			if d := q.token - p.token; d >= -togetherReach && d <= togetherReach {
				w.x[wTogether]++
			} else {
				w.x[wScattered]++
			}
		}
	}
}

func (w *witness) neighbourFeatures(side sides.Side, n int) {
	has := func(k int) float64 {
		if k < 0 || k >= len(w.words) {
			return -1
		}
		p := &w.partners[side][w.words[k].token]
		return b2f(p.token >= 0) + b2f(p.firm())
	}
	rule := func(k int) float64 {
		if k < 0 || k >= len(w.words) {
			return -1
		}
		return ruleWorth[w.marks.verdicts[side][w.words[k].token].mark]
	}
	w.x[wBefore2], w.x[wBefore], w.x[wAfter], w.x[wAfter2] = has(n-2), has(n-1), has(n+1), has(n+2)
	w.x[wRuleBefore], w.x[wRule], w.x[wRuleAfter] = rule(n-1), rule(n), rule(n+1)
	for o := max(0, n-2); o < min(len(w.words), n+3); o++ {
		if o != n {
			w.x[wSaidNear] = max(w.x[wSaidNear], w.words[o].said)
		}
	}
	c := &w.words[n]
	t := w.clauses[c.clause]
	w.x[wClause] = t.words - 1
	w.x[wClauseAligned] = (t.firm - b2f(w.partners[side][c.token].firm())) / (t.words - .5)
	w.x[wClauseCommon] = (t.common - b2f(c.common)) / (t.words - .5)
}

// ruleWorth says what each mark is worth for wRule.
var ruleWorth = [...]float64{sides.Agree: 2, sides.Detail: 0, sides.Differ: 1, sides.Unclear: 0}

func (w *witness) wordFeatures(side sides.Side, s, n int) {
	c := &w.words[n]
	t := &w.Docs[side].Tokens[c.token]
	w.x[wSaidLike] = c.like
	w.x[wSaid], w.x[wSaidAny] = c.said, c.saidAny
	w.x[wCover], w.x[wCoverScore] = w.coverOf(side, s, n)
	if c.term >= 0 {
		w.x[wOwn], w.x[wOther] = math.Log1p(float64(w.counts[side][c.term])), math.Log1p(float64(w.counts[side.Other()][c.term]))
		w.x[wWeight] = w.Weight[c.term]
	}
	w.x[wRank] = math.Log(float64(t.Entry.Rank) + 10)
	w.x[wNumber], w.x[wCapital], w.x[wQuoted] = b2f(t.Class == doc.Number), b2f(t.Capital), b2f(t.Quoted)
	w.x[wLetters], w.x[wSpeech] = float64(len(t.Text)), b2f(doc.SpeechWords.Has(t.Text))
	w.x[wWordPlace] = float64(n) / float64(len(w.words))
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
