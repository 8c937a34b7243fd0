package diffview

import (
	"sort"

	"github.com/sergi/go-diff/diffmatchpatch"

	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// Word alignment: which words of two linked sentences correspond.
//
// The order of trust, after Sultan et al. 2014 ("Back to Basics for Monolingual
// Alignment", §3): runs of words that both sentences have, in order first
// (go-diff) and then in any order; single content words, the likeliest first,
// by how near they are in meaning and how much of their surroundings is aligned
// already; function words only beside aligned words; a gap of one word between
// aligned neighbours last. Punctuation is never aligned.

// The constants of the alignment, measured on the word sets of the benchmark.
const (
	certain      = .95 // a similarity at which two words are aligned wherever they stand
	accept       = .75 // the similarity, with context, at which they are
	contextBonus = .10 // for each neighbour within contextReach that is aligned
	contextReach = 3   // words
	distanceCost = .10 // for the relative distance, 0 to 1, of the two places
	gapLeast     = .10 // the least similarity of two words alone between aligned neighbours
)

// An aligned pair of tokens, by side: indexes into each article's tokens.
type aligned struct {
	tokens [2]int
	kind   WordKind
	score  float64 // of their similarity, 0 to 1
}

// An aligner aligns the words of one pair of sentences.
type aligner struct {
	sides   [2]*Prepared
	words   [2][]int // by side: the tokens without punctuation
	partner [2][]int // by side: for each word the other side's word, or -1
	kind    []WordKind
	score   []float64
}

// align returns the corresponding words of sentence i of left and j of right,
// in the left order.
func align(left, right *Prepared, i, j int) []aligned {
	a := &aligner{sides: [2]*Prepared{left, right}}
	for side, s := range [2]sentence{left.sentences[i], right.sentences[j]} {
		for k := s.first; k < s.last; k++ {
			if a.sides[side].tokens[k].class != punct {
				a.words[side] = append(a.words[side], k)
			}
		}
		a.partner[side] = make([]int, len(a.words[side]))
		for k := range a.partner[side] {
			a.partner[side][k] = -1
		}
	}
	a.kind = make([]WordKind, len(a.words[Left]))
	a.score = make([]float64, len(a.words[Left]))
	if left.sentences[i].text == right.sentences[j].text {
		for k := range a.words[Left] {
			a.join(k, k, Same, 1)
		}
		return a.result()
	}
	a.inOrderRuns()
	a.anyOrderRuns()
	a.contentWords()
	a.functionWords()
	a.gaps()
	return a.result()
}

// token returns the token of word k of a side.
func (a *aligner) token(side Side, k int) *token { return &a.sides[side].tokens[a.words[side][k]] }

// join aligns word i of the left with word j of the right.
func (a *aligner) join(i, j int, kind WordKind, score float64) {
	a.partner[Left][i], a.partner[Right][j] = j, i
	a.kind[i], a.score[i] = kind, score
}

// joinRun aligns n words from i and j on, if they are worth it: two words or
// more, and one of them carries meaning.
func (a *aligner) joinRun(i, j, n int) {
	if !a.worthRun(i, n) {
		return
	}
	for k := range n {
		a.join(i+k, j+k, Same, 1)
	}
}

func (a *aligner) worthRun(i, n int) bool {
	if n < 2 {
		return false
	}
	for k := range n {
		if a.token(Left, i+k).matters() {
			return true
		}
	}
	return false
}

// inOrderRuns aligns the runs that both sentences have in the same order.
func (a *aligner) inOrderRuns() {
	ids := map[string]rune{}
	left, right := a.runes(Left, ids), a.runes(Right, ids)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a time limit would make the result depend on the machine's load
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(left, right, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			a.joinRun(i, j, n)
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
}

// runes writes a side's words as one rune a distinct word, as go-diff wants
// them. It stays below the surrogates: no sentence has 55,000 words.
func (a *aligner) runes(side Side, ids map[string]rune) []rune {
	out := make([]rune, len(a.words[side]))
	for k := range out {
		w := a.token(side, k).text
		id, ok := ids[w]
		if !ok {
			id = rune(len(ids)%0xd000 + 1)
			ids[w] = id
		}
		out[k] = id
	}
	return out
}

// anyOrderRuns aligns the runs that remain, the longest first, wherever they
// stand.
func (a *aligner) anyOrderRuns() {
	type run struct{ i, j, n int }
	var runs []run
	for i := range a.words[Left] {
		for j := range a.words[Right] {
			if n := a.runAt(i, j); n >= 2 && (i == 0 || j == 0 || !a.free(i-1, j-1) || !a.same(i-1, j-1)) {
				runs = append(runs, run{i, j, n})
			}
		}
	}
	sort.Slice(runs, func(x, y int) bool {
		p, q := runs[x], runs[y]
		if p.n != q.n {
			return p.n > q.n
		}
		if p.i != q.i {
			return p.i < q.i
		}
		return p.j < q.j
	})
	for _, r := range runs {
		if a.runAt(r.i, r.j) >= r.n { // still free
			a.joinRun(r.i, r.j, r.n)
		}
	}
}

func (a *aligner) free(i, j int) bool { return a.partner[Left][i] < 0 && a.partner[Right][j] < 0 }

func (a *aligner) same(i, j int) bool { return a.token(Left, i).text == a.token(Right, j).text }

// runAt returns how many free words from i and j on are the same.
func (a *aligner) runAt(i, j int) (n int) {
	for i+n < len(a.words[Left]) && j+n < len(a.words[Right]) && a.free(i+n, j+n) && a.same(i+n, j+n) {
		n++
	}
	return n
}

// contentWords aligns single words that carry meaning, the likeliest first.
func (a *aligner) contentWords() {
	type candidate struct {
		i, j int
		sim  float64
		kind WordKind
	}
	var cs []candidate
	for i := range a.words[Left] {
		if a.partner[Left][i] >= 0 || !a.token(Left, i).matters() {
			continue
		}
		for j := range a.words[Right] {
			if a.partner[Right][j] >= 0 || !a.token(Right, j).matters() {
				continue
			}
			if sim, kind := a.similar(i, j); sim > .3 {
				cs = append(cs, candidate{i, j, sim, kind})
			}
		}
	}
	for len(cs) > 0 {
		best, at := 0., -1
		rest := cs[:0]
		for _, c := range cs {
			if !a.free(c.i, c.j) {
				continue
			}
			score := c.sim + contextBonus*float64(a.context(c.i, c.j)) - distanceCost*a.distance(c.i, c.j)
			if (c.sim >= certain || score >= accept) && score > best {
				best, at = score, len(rest)
			}
			rest = append(rest, c)
		}
		if at < 0 {
			return
		}
		a.join(rest[at].i, rest[at].j, rest[at].kind, rest[at].sim)
		cs = rest
	}
}

// similar returns how near the words are in meaning.
func (a *aligner) similar(i, j int) (float64, WordKind) {
	l, r := a.sides[Left], a.sides[Right]
	x, y := a.token(Left, i), a.token(Right, j)
	if x.quantity >= 0 && y.quantity >= 0 {
		p, q := l.quantities[x.quantity], r.quantities[y.quantity]
		if x.text != y.text && p.equal(q) {
			return 1, Number
		}
	}
	return similarity(x, y)
}

// context counts the aligned pairs within contextReach words of both.
func (a *aligner) context(i, j int) (n int) {
	for k := max(0, i-contextReach); k <= min(len(a.words[Left])-1, i+contextReach); k++ {
		if p := a.partner[Left][k]; p >= 0 && p >= j-contextReach && p <= j+contextReach && a.token(Left, k).matters() {
			n++
		}
	}
	return n
}

// distance returns how far apart the places of the two words are, each as a
// share of its sentence.
func (a *aligner) distance(i, j int) float64 {
	d := float64(i)/float64(len(a.words[Left])) - float64(j)/float64(len(a.words[Right]))
	return max(d, -d)
}

// functionWords aligns the same function words beside aligned words.
func (a *aligner) functionWords() {
	for changed := true; changed; {
		changed = false
		for i := range a.words[Left] {
			if a.partner[Left][i] >= 0 || a.token(Left, i).class != function {
				continue
			}
			for _, d := range [2]int{1, -1} {
				if j, ok := a.beside(i, d); ok && a.partner[Right][j] < 0 && a.same(i, j) {
					a.join(i, j, Same, 1)
					changed = true
					break
				}
			}
		}
	}
}

// beside returns the right word that stands to the partner of i's neighbour at
// i+d as i stands to that neighbour.
func (a *aligner) beside(i, d int) (j int, ok bool) {
	if i+d < 0 || i+d >= len(a.words[Left]) || a.partner[Left][i+d] < 0 {
		return 0, false
	}
	j = a.partner[Left][i+d] - d
	return j, j >= 0 && j < len(a.words[Right])
}

// gaps aligns two words that stand alone between aligned neighbours and are
// at all near in meaning.
func (a *aligner) gaps() {
	for i := range a.words[Left] {
		if a.partner[Left][i] >= 0 {
			continue
		}
		j, ok := a.beside(i, -1)
		k, ok2 := a.beside(i, 1)
		if !ok || !ok2 || j != k || a.partner[Right][j] >= 0 {
			continue
		}
		x, y := a.token(Left, i), a.token(Right, j)
		if x.class != y.class || x.class == number {
			continue
		}
		if x.class == function {
			a.join(i, j, Related, .5)
		} else if s := lexicon.Similarity(x.entry, y.entry); s >= gapLeast {
			a.join(i, j, Related, s)
		}
	}
}

func (a *aligner) result() []aligned {
	var out []aligned
	for i, j := range a.partner[Left] {
		if j >= 0 {
			out = append(out, aligned{[2]int{a.words[Left][i], a.words[Right][j]}, a.kind[i], a.score[i]})
		}
	}
	return out
}

// wordLinks writes aligned tokens as the public form has them.
func wordLinks(left, right *Prepared, words []aligned) []WordLink {
	out := make([]WordLink, len(words))
	for k, w := range words {
		out[k] = WordLink{Spans: [2]prose.Span{left.tokens[w.tokens[Left]].Span, right.tokens[w.tokens[Right]].Span}, Kind: w.kind}
	}
	return out
}
