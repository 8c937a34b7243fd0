package mark

import (
	"math"

	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// What stands around a word, on both sides: the other article may have the word
// ten times and say it of something else each time.

const (
	aroundReach  = 4  // content words before and after a word that are compared with those around its match
	mostMatches  = 16 // places of a word in the other article that are looked at
	leastLike    = .4 // similarity from which another word is looked at in its places
	mostLike     = 4  // other words that are
	ownGap       = 9  // content words of a gap above which more say nothing
	absentWeight = .5 // what every word around weighs besides what sharing it is worth
)

// surroundings is what a comparison knows about the places of its content words.
type surroundings struct {
	content [2][]int   // by side: the tokens that are content words, in order
	place   [2][]int   // by side and token: its number among them, or -1
	spots   [2][][]int // by side and term: its numbers among them
	within  [2][]int   // by side and content word: its sentence
	value   []float64  // by term: what it is worth that it stands around the word at hand; scratch
	marked  []int      // the terms of value that are not 0
	own     []int      // the terms around the word at hand
}

// newSurroundings lists the content words of both articles.
func newSurroundings(p *pair.Pair) *surroundings {
	s := &surroundings{value: arena.Make[float64](p.Arena, len(p.TermTokens))}
	for side, d := range p.Docs {
		s.place[side] = arena.Make[int](p.Arena, len(d.Tokens))
		s.content[side], s.within[side] = arena.Empty[int](p.Arena, len(d.Tokens)), arena.Empty[int](p.Arena, len(d.Tokens))
		for n, of := range d.Sentences {
			for k := of.First; k < of.Last; k++ {
				s.place[side][k] = -1
				if t := p.Terms[side][k]; t >= 0 && d.Tokens[k].Matters() {
					s.place[side][k] = len(s.content[side])
					s.content[side] = append(s.content[side], k)
					s.within[side] = append(s.within[side], n)
				}
			}
		}
		s.spots[side] = pair.ByTerm(p.Arena, len(p.TermTokens), func(give func(term, place int)) {
			for n, k := range s.content[side] {
				give(p.Terms[side][k], n)
			}
		})
	}
	return s
}

// worth returns what it is worth that a term stands around a word.
func (w *witness) worth(term int) float64 { return w.Weight[term] + absentWeight }

// gather fills value with the words around content word i of a side and with
// those like them, and returns what all of them are worth.
func (w *witness) gather(side sides.Side, i int) (sum float64) {
	s := w.around
	for _, t := range s.marked {
		s.value[t] = 0
	}
	s.marked, s.own = s.marked[:0], s.own[:0]
	note := func(t int, v float64) {
		if s.value[t] == 0 {
			s.marked = append(s.marked, t)
		}
		s.value[t] = max(s.value[t], v)
	}
	for j := max(0, i-aroundReach); j < min(len(s.content[side]), i+aroundReach+1); j++ {
		if j == i || s.within[side][j] != s.within[side][i] {
			continue
		}
		t := w.Terms[side][s.content[side][j]]
		v := w.worth(t)
		sum += v
		s.own = append(s.own, t)
		note(t, v)
		for _, o := range w.Related[t] {
			if o.Similarity >= leastLike {
				note(o.Term, v*o.Similarity)
			}
		}
	}
	return sum
}

// overlap returns the share of what gather found that stands around content word
// j of the other side, and the share of what stands there that gather found.
func (w *witness) overlap(other sides.Side, j int, sum float64) (share, back float64) {
	s := w.around
	got, there := 0., 0.
	for k := max(0, j-aroundReach-1); k < min(len(s.content[other]), j+aroundReach+2); k++ {
		if k == j || s.within[other][k] != s.within[other][j] {
			continue
		}
		t := w.Terms[other][s.content[other][k]]
		there += w.worth(t)
		got += s.value[t]
	}
	return min(1, got/(sum+1)), min(1, got/(there+1))
}

// A match is the best place of a word in the other article.
type match struct {
	share, back float64
	sentence    int // -1 for none
}

// bestMatch returns the place of a term in the other article around which most
// is as gather found it.
func (w *witness) bestMatch(other sides.Side, term int, sum float64) match {
	best := match{sentence: -1}
	for n, j := range w.around.spots[other][term] {
		if n == mostMatches {
			break
		}
		if share, back := w.overlap(other, j, sum); best.sentence < 0 || share > best.share {
			best = match{share, back, w.around.within[other][j]}
		}
	}
	return best
}

// aroundFeatures fills in what stands around word n of the sentence at hand and
// around its matches.
func (w *witness) aroundFeatures(side sides.Side, s, n int) {
	c, other := &w.words[n], side.Other()
	if c.term < 0 {
		return
	}
	sum := w.gather(side, w.around.place[side][c.token])
	best := w.bestMatch(other, c.term, sum)
	w.x[wAround], w.x[wAroundBack] = best.share, best.back
	if best.sentence >= 0 {
		w.x[wAroundLink] = w.scoreOf(side, s, best.sentence)
	} else {
		w.x[wAround] = -1
	}
	for k, o := range w.Related[c.term] {
		if k == mostLike {
			break
		}
		if o.Similarity < leastLike {
			continue
		}
		if m := w.bestMatch(other, o.Term, sum); m.sentence >= 0 && m.share*o.Similarity > w.x[wAroundLike] {
			w.x[wAroundLike], w.x[wAroundLikeLink] = m.share*o.Similarity, w.scoreOf(side, s, m.sentence)
		}
	}
}

// scoreOf returns the score of the candidate of a sentence of a side and one of the
// other side, 0 for none.
func (w *witness) scoreOf(side sides.Side, s, o int) float64 {
	for _, c := range w.ranked[side][s] {
		if c.sentence == o {
			return c.score
		}
	}
	return 0
}

// gapFeatures fills in between which aligned words word n stands: what the other
// sentence has between their partners says whether it may have the word in
// other words.
func (w *witness) gapFeatures(side sides.Side, n int) {
	a, b := n-1, n+1
	firm := func(k int) bool { return w.partners[side][w.words[k].token].firm() }
	for a >= 0 && !firm(a) {
		a--
	}
	for b < len(w.words) && !firm(b) {
		b++
	}
	w.x[wGapOwn], w.x[wGapOther] = float64(min(ownGap, b-a-1)), -1
	if a < 0 || b == len(w.words) {
		w.x[wGapOther] = -2
		return
	}
	other := side.Other()
	p, q := w.partners[side][w.words[a].token].token, w.partners[side][w.words[b].token].token
	i, j := w.around.place[other][p], w.around.place[other][q]
	if i < 0 || j < 0 || w.around.within[other][i] != w.around.within[other][j] || j <= i {
		return
	}
	w.x[wGapOther] = float64(min(ownGap, j-i-1))
	for k := i + 1; k < j; k++ {
		if !w.partners[other][w.around.content[other][k]].firm() {
			w.x[wGapFree]++
		}
	}
}

// runFeatures fills in how the words right beside word n and its partner
// correspond.
func (w *witness) runFeatures(side sides.Side, n int) {
	p := &w.partners[side][w.words[n].token]
	if p.token < 0 {
		return
	}
	other := side.Other()
	at := w.around.place[other][p.token]
	if at < 0 {
		return
	}
	for d := 1; n-d >= 0; d++ {
		if !w.follows(side, n-d, at-d) {
			break
		}
		w.x[wRunBefore]++
	}
	for d := 1; n+d < len(w.words); d++ {
		if !w.follows(side, n+d, at+d) {
			break
		}
		w.x[wRunAfter]++
	}
}

// follows reports whether the partner of word k of the sentence at hand is
// content word j of the other side.
func (w *witness) follows(side sides.Side, k, j int) bool {
	p := &w.partners[side][w.words[k].token]
	return j >= 0 && p.firm() && w.around.place[side.Other()][p.token] == j
}

// partnerSentence is what is known of the sentence that sentence s has its best
// link with.
func (w *witness) partnerSentence(side sides.Side, s int) {
	best, score := -1, 0.
	for _, l := range w.linked[side][s] {
		if of := w.found.Links[l]; of.Score > score {
			best, score = [2]int{of.Left, of.Right}[side.Other()], of.Score
		}
	}
	if best < 0 {
		return
	}
	other := side.Other()
	p := w.Docs[other]
	words, free := 0., 0.
	for k := p.Sentences[best].First; k < p.Sentences[best].Last; k++ {
		if p.Tokens[k].Matters() {
			words++
			free += b2f(!w.partners[other][k].firm())
		}
	}
	w.base[wOtherLength], w.base[wOtherFree] = words, free
	w.base[wOtherLinks] = float64(len(w.linked[other][best]))
}

// nameFeatures fills in whether word n names somebody or something that the
// other article names too, and whether a number is said there.
func (w *witness) nameFeatures(side sides.Side, s, n int) {
	k := w.words[n].token
	for _, m := range w.Docs[side].MentionsOf(s) {
		if k < m.First || k >= m.Last {
			continue
		}
		w.x[wEntity] = 1
		o := w.Entities.Partner[side][m.Entity]
		if o < 0 {
			continue
		}
		w.x[wEntity] = 2
		for _, l := range w.linked[side][s] {
			of := w.found.Links[l]
			for _, y := range w.Docs[side.Other()].MentionsOf([2]int{of.Left, of.Right}[side.Other()]) {
				if y.Entity == o {
					w.x[wEntity] = 3
				}
			}
		}
	}
	if q := w.Docs[side].Tokens[k].Quantity; q >= 0 {
		w.x[wValue] = 1
		for _, r := range w.Docs[side.Other()].Quantities {
			if w.Docs[side].Quantities[q].Agrees(r) {
				w.x[wValue] = 2
				break
			}
		}
	}
}

// shapeFeatures fills in what kind of word word n is, by its ending and by the
// small words beside it.
func (w *witness) shapeFeatures(side sides.Side, n int) {
	k, p := w.words[n].token, w.Docs[side]
	part := func(k int) float64 {
		if k < 0 || k >= len(p.Tokens) {
			return -1
		}
		t := &p.Tokens[k]
		if t.Class == doc.Punctuation {
			return float64(doc.Parts)
		}
		return float64(t.Part())
	}
	w.x[wPartBefore], w.x[wPartAfter] = part(k-1), part(k+1)
	text := p.Tokens[k].Text
	for v, ending := range endings {
		if len(text) > len(ending)+2 && text[len(text)-len(ending):] == ending {
			w.x[wEnding] = float64(v + 1)
			break
		}
	}
	w.x[wOwnAll] = math.Log1p(float64(len(w.words)))
}

// endings are what tells verbs, adverbs and plurals.
var endings = [...]string{"ing", "ed", "ly", "tion", "s"}
