// Package align finds which words of two sentences correspond: two sentences that
// report the same thing go in, pairs of their words come out.
//
// The fitted weights are next to the code as text (align.weights).
package align

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Word alignment: which words of two linked sentences correspond.
//
// Words correspond by what they are and by what is around them (Sultan et al.
// 2014, "Back to Basics for Monolingual Alignment"; Yao et al. 2013,
// "Semi-Markov Phrase-Based Monolingual Alignment"). Each kind of evidence is a
// number; its weight was learnt from sentence pairs that people aligned
// (evidence.go). It goes in four rounds, each with what the one before found:
//
//	seed     words that are the same or near in meaning, the likeliest first
//	grow     the same again, and their neighbours, knowing what is aligned around
//	extend   words left over: phrases in each other's place, small words that
//	         lean on an aligned neighbour ("the senate" – "senate")
//	marks    punctuation between aligned words
//
// Cross-validated by halves of the rows, F1 on msr, mtref and edinburgh:
//
//	as it is                                       .869  .853  .824
//	and the in-order core, by go-diff, and the
//	  meaning shared around, as evidence           .870  .855  .822
//	  of these, without the words aligned around   .871  .853  .821
//	  of these, without extending                  .869  .847  .817
//	  of these, without punctuation                .780  .802  .776
//	the rules before, greedy by similarity         .777  .715  .701
//
// So between two outlets' sentences the in-order diff adds nothing. It decides
// where one sentence is a revision of the other, and in sentences of hundreds
// of words, which would be slow otherwise.

// An Aligned is a pair of tokens, by side: indexes into each article's tokens.
type Aligned struct {
	Tokens [2]int
	Kind   sides.WordKind
	Score  float64 // of their similarity, 0 to 1
	Loose  bool    // by place, not by meaning; or of a phrase, or punctuation. One of the two may have another partner
}

// The constants of the alignment, measured on the word sets of the benchmark.
const (
	similarEnough = .2     // the least similarity at which two different words are looked at
	likeEnough    = .6     // the least similarity at which two different words say the same, not only stand in each other's place
	sameFavour    = .5     // log-odds for the same word that carries meaning: people aligned sentences that need not report the same, here they do
	revised       = .75    // the least share of words in common at which one sentence is taken for a revision of the other
	coreFavour    = 3      // log-odds for a pair of the in-order core of a revision
	contextReach  = 3      // how many words before and after are context
	mostCells     = 40_000 // word pairs of two sentences; of longer ones only the in-order core is aligned
	mostGap       = 16     // word pairs in a gap between aligned words that are looked at as phrases
)

// A round is one of the steps of the alignment.
type round int

const (
	seed round = iota
	grow
	extend
	marks
	rounds
)

// leastOdds is, by round, the log-odds at which a pair is aligned.
var leastOdds = [rounds]float64{1, 0, 0, 0}

// A cell is what is known of one left and one right word.
type cell struct {
	sim   float64        // 0 to 1; 1 for the same word or another form of it
	odds  float64        // log-odds that they correspond, by the last round
	kind  sides.WordKind // why, when sim is above 0
	same  bool           // the same word
	run   int            // how many same words in a row they are in
	meant int            // how many of those carry meaning
	near  bool           // is next to aligned words
}

// A candidate is a pair of words that a round looks at.
type candidate struct {
	i, j int
	odds float64
}

// An aligner aligns the words of one pair of sentences.
type aligner struct {
	sides   [2]*doc.Doc
	span    [2]doc.Sentence
	words   [2][]int      // by side: the tokens without punctuation
	parts   [2][]doc.Part // of each of them
	rare    [2][]float64  // how rare each is: the log of its rank
	logs    *logarithms
	twins   [2][]int // how many words of the other side are the same
	best    [2][]float64
	related [2][]bool               // by side and word: the lexicon may relate it to one of the other side
	rows    [2][rowBits / 64]uint64 // by side: the rows of its words in the lexicon
	list    []int32                 // scratch of findRelated
	partner [2][]int                // by side: for each word the other side's word, or -1
	core    []int                   // by left word: its partner in the in-order core of a revision, or -1
	cells   []cell                  // by left word, then right
	likely  []candidate
	out     []Aligned
	x       [evidences]float64
	overlap float64 // share of the words that have a twin
	weights *weights
	observe func(r round, i, j int, x []float64, c classPair) // when the weights are fitted
}

var aligners = sync.Pool{New: func() any { return &aligner{logs: newLogarithms()} }}

// Words returns the corresponding words of sentence i of left and j of
// right, one to one, in the left order: the same words and those near in
// meaning. Beside them it returns the loose pairs: words of other meaning in
// each other's place, the rest of phrases, words that lean on an aligned one,
// and punctuation.
func Words(left, right *doc.Doc, i, j int) (words, loose []Aligned) {
	a := aligners.Get().(*aligner)
	defer aligners.Put(a)
	a.reset(left, right, i, j)
	a.run()
	n := 0
	for _, w := range a.out {
		if !w.Loose {
			n++
		}
	}
	words, loose = make([]Aligned, 0, n), make([]Aligned, 0, len(a.out)-n)
	for _, w := range a.out {
		if w.Loose {
			loose = append(loose, w)
		} else {
			words = append(words, w)
		}
	}
	return words, loose
}

func (a *aligner) reset(left, right *doc.Doc, i, j int) {
	a.sides = [2]*doc.Doc{left, right}
	a.span = [2]doc.Sentence{left.Sentences[i], right.Sentences[j]}
	a.weights = wordWeights()
	a.out, a.cells, a.overlap = a.out[:0], a.cells[:0], 0
	for side, s := range a.span {
		a.words[side], a.parts[side], a.rare[side] = a.words[side][:0], a.parts[side][:0], a.rare[side][:0]
		for k := s.First; k < s.Last; k++ {
			if t := &a.sides[side].Tokens[k]; t.Class != doc.Punctuation {
				a.words[side] = append(a.words[side], k)
				a.parts[side] = append(a.parts[side], t.Part())
				a.rare[side] = append(a.rare[side], math.Log(float64(t.Entry.Rank)+10))
			}
		}
		n := len(a.words[side])
		a.partner[side] = resize(a.partner[side], n, -1)
		a.twins[side] = resize(a.twins[side], n, 0)
		a.best[side] = resize(a.best[side], n, 0)
	}
}

// resize returns a slice of n values, in the memory of s if it has room.
func resize[T any](s []T, n int, value T) []T {
	s = slices.Grow(s[:0], n)[:n]
	for k := range s {
		s[k] = value
	}
	return s
}

// run aligns the words.
func (a *aligner) run() {
	if a.equal() {
		a.pairUp()
		return
	}
	if n, k := len(a.words[sides.Left]), len(a.words[sides.Right]); n > 0 && k > 0 {
		if n*k <= mostCells {
			a.compareWords()
			a.findCore()
			a.seed()
			a.grow()
			a.collect()
			a.extend()
		} else {
			a.inOrder(func(i, j int) { a.join(i, j) })
			a.collect()
		}
	}
	a.punctuation()
	slices.SortFunc(a.out, func(x, y Aligned) int {
		if x.Tokens[sides.Left] != y.Tokens[sides.Left] {
			return x.Tokens[sides.Left] - y.Tokens[sides.Left]
		}
		return x.Tokens[sides.Right] - y.Tokens[sides.Right]
	})
}

// equal reports whether the sentences are the same token for token.
func (a *aligner) equal() bool {
	l, r := a.span[sides.Left], a.span[sides.Right]
	if l.Last-l.First != r.Last-r.First {
		return false
	}
	for k := range l.Last - l.First {
		if a.sides[sides.Left].Tokens[l.First+k].Text != a.sides[sides.Right].Tokens[r.First+k].Text {
			return false
		}
	}
	return true
}

// pairUp aligns each token with the one in its place.
func (a *aligner) pairUp() {
	l, r := a.span[sides.Left], a.span[sides.Right]
	for k := range l.Last - l.First {
		a.out = append(a.out, Aligned{[2]int{l.First + k, r.First + k}, sides.Same, 1, a.sides[sides.Left].Tokens[l.First+k].Class == doc.Punctuation})
	}
}

// token returns the token of word k of a side.
func (a *aligner) token(side sides.Side, k int) *doc.Token {
	return &a.sides[side].Tokens[a.words[side][k]]
}

// cell returns what is known of words i and j.
func (a *aligner) cell(i, j int) *cell { return &a.cells[i*len(a.words[sides.Right])+j] }

// inside reports whether there are words i and j.
func (a *aligner) inside(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(a.words[sides.Left]) && j < len(a.words[sides.Right])
}

func (a *aligner) free(i, j int) bool {
	return a.partner[sides.Left][i] < 0 && a.partner[sides.Right][j] < 0
}

func (a *aligner) join(i, j int) { a.partner[sides.Left][i], a.partner[sides.Right][j] = j, i }

// decode aligns candidates one to one, the likeliest first.
func (a *aligner) decode(least float64) {
	n := 0 // those that are likely enough come first
	for k, c := range a.likely {
		if c.odds >= least {
			a.likely[n], a.likely[k] = c, a.likely[n]
			n++
		}
	}
	slices.SortFunc(a.likely[:n], func(x, y candidate) int {
		switch {
		case x.odds != y.odds:
			return cmp.Compare(y.odds, x.odds)
		case x.i != y.i:
			return x.i - y.i
		}
		return x.j - y.j
	})
	for side := range a.partner {
		for k := range a.partner[side] {
			a.partner[side][k] = -1
		}
	}
	for _, c := range a.likely[:n] {
		if a.free(c.i, c.j) {
			a.join(c.i, c.j)
		}
	}
}

// seed aligns words that are the same or near in meaning.
func (a *aligner) seed() {
	a.likely = a.likely[:0]
	for i := range a.words[sides.Left] {
		for j := range a.words[sides.Right] {
			c := a.cell(i, j)
			c.odds = noOdds
			if c.sim < similarEnough {
				continue
			}
			c.odds = a.odds(seed, i, j) + a.coreOdds(i, j)
			a.likely = append(a.likely, candidate{i, j, c.odds})
		}
	}
	a.decode(leastOdds[seed])
}

// grow aligns anew, knowing what is aligned around, neighbours too.
func (a *aligner) grow() {
	a.findNear()
	a.likely = a.likely[:0]
	for i := range a.words[sides.Left] {
		for j := range a.words[sides.Right] {
			if c := a.cell(i, j); c.near || c.sim >= similarEnough {
				odds := a.odds(grow, i, j) + a.coreOdds(i, j)
				if c.sim == 1 && a.token(sides.Left, i).Matters() {
					odds += sameFavour
				}
				a.likely = append(a.likely, candidate{i, j, odds})
			}
		}
	}
	a.decode(leastOdds[grow])
	for _, c := range a.likely {
		a.cell(c.i, c.j).odds = c.odds
	}
}

// findNear marks the pairs that are next to aligned words.
func (a *aligner) findNear() {
	for i, j := range a.partner[sides.Left] {
		if j < 0 {
			continue
		}
		for d := -2; d <= 2; d++ {
			for e := -2; e <= 2; e++ {
				if a.inside(i+d, j+e) {
					a.cell(i+d, j+e).near = true
				}
			}
		}
	}
}

// collect writes the words aligned one to one into the result.
func (a *aligner) collect() {
	for i, j := range a.partner[sides.Left] {
		if j < 0 {
			continue
		}
		w := Aligned{Tokens: [2]int{a.words[sides.Left][i], a.words[sides.Right][j]}, Kind: sides.Same, Score: 1}
		if len(a.cells) > 0 {
			if c := a.cell(i, j); !c.same {
				w.Kind, w.Score, w.Loose = c.kind, c.sim, c.sim < likeEnough
				if c.sim == 0 {
					w.Kind = sides.Related
				}
			}
		}
		a.out = append(a.out, w)
	}
}

// A WordLink joins a stretch of words of the left sentence with one of the right.
type WordLink struct {
	Spans [2]prose.Span // by side
	Kind  sides.WordKind
}

// WordLinks converts aligned tokens to the public type.
func WordLinks(left, right *doc.Doc, words []Aligned) []WordLink {
	out := make([]WordLink, len(words))
	for k, w := range words {
		out[k] = WordLink{Spans: [2]prose.Span{left.Tokens[w.Tokens[sides.Left]].Span, right.Tokens[w.Tokens[sides.Right]].Span}, Kind: w.Kind}
	}
	return out
}
