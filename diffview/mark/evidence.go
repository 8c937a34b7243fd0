package mark

import (
	"parallax/diffview/align"
	"parallax/diffview/arena"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// A wordFeature is something that speaks for or against the other article
// saying a word too, in whatever sentence and words. Likeness to one word is
// only one of them: what is known of the word's sentence and of the words
// around it says as much.
type wordFeature int

const (
	wLink           wordFeature = iota // score of its sentence's best link
	wLinks                             // how many links its sentence has
	wSure                              // how many of them are sure
	wTop                               // score of its sentence's best candidate, link or not
	wTopBefore                         // the same of the sentence before; -1 for none
	wTopAfter                          // and of the one after
	wKind                              // how it corresponds to its partner in a linked sentence, the surer the more; 0 for no partner
	wSim                               // similarity to the partner
	wAlignLink                         // score of the link it has the partner in
	wAligns                            // sum of the scores of the links in which it has one
	wRule                              // what the rules of marking make of it: 2 agree, 1 wording, 0 detail
	wRuleBefore                        // and of the content word before; -1 for none
	wRuleAfter                         // and after
	wBefore                            // whether the content word before has a partner: 2 of its meaning, 1 by place; -1 for no such word
	wAfter                             // the one after
	wBefore2                           // the second before
	wAfter2                            // the second after
	wTogether                          // how many of the content words near it have their partners near its own
	wScattered                         // and how many have them far away
	wRival                             // by how much the partner's sentence has a better link than this
	wSaid                              // the best score of a sentence of the other article that has the word
	wSaidAny                           // how likely it is that one of those that have it is linked
	wSaidLike                          // of one that has the word or one related to it, less so the less related
	wVector                            // the best cosine of its sentence's vector with a candidate's
	wCentred                           // the same less the topic
	wRunWeight                         // weight of the weightiest run of words its sentence shares with a candidate
	wSameQuote                         // share of a quotation that its sentence shares with a candidate
	wSaidNear                          // wSaid of the two content words before and after, the best of them
	wCover                             // share of the weight around the word that one candidate has, the best of them
	wCoverScore                        // score of that candidate
	wSentAligned                       // share of its sentence's content words that have a partner
	wSentWeight                        // the same by weight
	wSentCommon                        // share of its sentence's weight that the other article has anywhere
	wClause                            // other content words in its clause
	wClauseAligned                     // share of them that have a partner
	wClauseCommon                      // share of them that the other article has anywhere
	wOwn                               // log of how often its article has the word
	wOther                             // log of how often the other has it
	wRank                              // log of its rank of frequency in the language
	wWeight                            // what sharing it is worth in this pair
	wNumber                            // it is a number
	wCapital                           // it is written with a capital inside a sentence
	wQuoted                            // it stands in a quotation
	wLetters                           // its length in bytes
	wSpeech                            // it is a verb of speech
	wLength                            // content words of its sentence
	wPlace                             // where in its article its sentence stands, 0 to 1
	wSentence                          // number of the sentence, up to 30
	wWordPlace                         // where in its sentence it stands, 0 to 1
	wTitle                             // it stands in the headline
	wRatio                             // log of how many words the other article has for one of its own
	wAround                            // share of the weight around it that stands around one of its places in the other article, the best of them; -1 for none
	wAroundBack                        // the same of what stands around that place
	wAroundLink                        // score of that place's sentence with this
	wAroundLike                        // the best share around a word like it, less so the less like
	wAroundLikeLink                    // score of that place's sentence with this
	wGapOwn                            // content words between the aligned ones before and after it
	wGapOther                          // and between the partners of these; -1 where they are apart, -2 where one is missing
	wGapFree                           // how many of those have no partner
	wRunBefore                         // content words before it whose partners run up to its own
	wRunAfter                          // and after it
	wOtherLength                       // content words of the sentence it is best linked with
	wOtherFree                         // how many of them have no partner
	wOtherLinks                        // how many links that sentence has
	wEntity                            // it names: 1 somebody, 2 somebody whom the other article names, 3 whom the linked sentence speaks of
	wValue                             // it is of a number, 2 of one that the other article gives
	wPartBefore                        // part of speech of the small word before it
	wPartAfter                         // and after it
	wEnding                            // its ending
	wOwnAll                            // log of how many content words its sentence has

	wordFeatures // how many there are
)

// wordFeatureNames are their names in the model's file.
var wordFeatureNames = [wordFeatures]string{
	"link", "links", "sure", "top", "top.before", "top.after", "kind", "sim", "align.link", "aligns",
	"rule", "rule.before", "rule.after", "before", "after", "before2", "after2", "together", "scattered", "rival",
	"said", "said.any", "said.like", "vector", "centred", "run.weight", "same.quote", "said.near", "cover", "cover.score", "sent.aligned", "sent.weight", "sent.common",
	"clause", "clause.aligned", "clause.common", "own", "other", "rank", "weight", "number", "capital", "quoted",
	"letters", "speech", "length", "place", "sentence", "word.place", "title", "ratio",
	"around", "around.back", "around.link", "around.like", "around.like.link", "gap.own", "gap.other", "gap.free", "run.before", "run.after",
	"other.length", "other.free", "other.links", "entity", "value", "part.before", "part.after", "ending", "own.all",
}

const (
	coverCandidates = 3  // candidates of a sentence that are looked at for what stands around a word
	coverReach      = 4  // content words before and after a word that are around it
	togetherReach   = 8  // tokens within which partners are near each other
	mostSentences   = 30 // sentence numbers above this say nothing more
)

// kindWorth says how sure a correspondence of a kind is, for wKind.
var kindWorth = [...]float64{sides.Same: 5, sides.Stem: 4, sides.Number: 4, sides.Synonym: 3, sides.Related: 2}

// A partnership is what is known of a token's partner in a linked sentence.
type partnership struct {
	token int           // of the other side, or -1
	pair  align.Aligned // the pair of them
	link  float64       // the score of the link it stands in
	worth float64       // how good it is as a partner
	sum   float64       // of the scores of all links in which the token has a partner

	refused bool // a veto keeps them from agreeing
	equal   bool // they are of numbers that can both be right
}

// firm reports whether the token has a partner of its own meaning.
func (p *partnership) firm() bool { return p.token >= 0 && !p.pair.Loose }

// A witness gathers what a comparison knows that bears on its words.
type witness struct {
	*pair.Pair
	found        *link.Found
	marks        *Marker
	refusedPairs []refused // aligned pairs that a veto keeps apart
	partners     [2][]partnership
	linked       [2][][]int      // by side and sentence: its links
	top          [2][]float64    // by side and sentence: the score of its best candidate
	alike        [2][][4]float64 // by side and sentence: wVector to wSameQuote
	ranked       [2][][]ranking  // by side and sentence: its candidates
	around       *surroundings
	counts       [2][]int  // by side and term: how often it stands there
	best         []float64 // by term: scratch of look
	none         []float64
	touched      []int
	words        []wordContext         // of the sentence at hand: its content words in order
	clauses      []clauseTally         // its clauses
	base         [wordFeatures]float64 // what all its words have in common
	x            [wordFeatures]float64
}

// A ranking is a candidate of a sentence with its score.
type ranking struct {
	sentence int
	score    float64
}

// newWitness gathers the evidence, once all links are marked by the rules.
func newWitness(m *pair.Pair, found *link.Found, marks *Marker) *witness {
	w := &witness{Pair: m, found: found, marks: marks, around: newSurroundings(m)}
	w.best, w.none = arena.Make[float64](m.Arena, len(m.TermTokens)), arena.Make[float64](m.Arena, len(m.TermTokens))
	for side, p := range m.Docs {
		w.partners[side] = arena.Make[partnership](m.Arena, len(p.Tokens))
		for k := range w.partners[side] {
			w.partners[side][k].token = -1
		}
		w.linked[side] = arena.Make[[]int](m.Arena, len(p.Sentences))
		w.top[side] = arena.Make[float64](m.Arena, len(p.Sentences))
		w.ranked[side] = arena.Make[[]ranking](m.Arena, len(p.Sentences))
		w.alike[side] = arena.Make[[4]float64](m.Arena, len(p.Sentences))
		w.counts[side] = arena.Make[int](m.Arena, len(m.TermTokens))
		for _, t := range m.Terms[side] {
			if t >= 0 {
				w.counts[side][t]++
			}
		}
	}
	for n, l := range marks.links {
		at := l.f.Link
		w.linked[sides.Left][at.Left], w.linked[sides.Right][at.Right] = append(w.linked[sides.Left][at.Left], n), append(w.linked[sides.Right][at.Right], n)
		for _, a := range l.all {
			w.meet(a, at.Score)
		}
	}
	w.rank()
	w.refuse()
	return w
}

// meet notes that two tokens are partners in a link of a score.
func (w *witness) meet(a align.Aligned, score float64) {
	worth := score * (.3 + a.Score)
	if a.Loose {
		worth -= .2
	}
	equal := w.sameQuantity(a)
	for side, k := range a.Tokens {
		p := &w.partners[side][k]
		p.sum += score
		if p.token < 0 || worth > p.worth {
			p.token, p.pair, p.link, p.worth, p.equal = a.Tokens[1-side], a, score, worth, equal
		}
	}
}

// rank lists the candidates of each sentence. look puts the best first.
func (w *witness) rank() {
	var n [2][]int // by side and sentence: how many there are
	for side := range n {
		n[side] = arena.Make[int](w.Arena, len(w.ranked[side]))
	}
	for _, c := range w.found.Candidates {
		n[sides.Left][c.Left]++
		n[sides.Right][c.Right]++
	}
	for side := range n {
		all := arena.Make[ranking](w.Arena, len(w.found.Candidates))
		for s, k := range n[side] {
			w.ranked[side][s], all = all[:0:k], all[k:]
		}
	}
	for _, c := range w.found.Candidates {
		for side, at := range [2][2]int{{c.Left, c.Right}, {c.Right, c.Left}} {
			w.ranked[side][at[0]] = append(w.ranked[side][at[0]], ranking{at[1], c.Score})
			alike := &w.alike[side][at[0]]
			for n, v := range [...]float64{c.Vector, c.Centred, c.RunWeight, c.SameQuote} {
				alike[n] = max(alike[n], v)
			}
		}
	}
	for _, l := range w.found.Links { // sentences that are the same word for word are linked whatever the model says
		raise(w.ranked[sides.Left][l.Left], l.Right, l.Score)
		raise(w.ranked[sides.Right][l.Right], l.Left, l.Score)
	}
	for side := range w.ranked {
		for s, of := range w.ranked[side] {
			for _, c := range of {
				w.top[side][s] = max(w.top[side][s], c.score)
			}
		}
	}
}

func raise(of []ranking, sentence int, score float64) {
	for k := range of {
		if of[k].sentence == sentence {
			of[k].score = max(of[k].score, score)
		}
	}
}
