// Package link finds which sentences report the same thing: a Pair goes in, links
// come out, in any order and many-to-many, each with a score.
//
//	profile, grams  what is looked at of one sentence
//	candidates      the sentence pairs worth a look, through an inverted index
//	feature         what speaks for and against each; cover, telling and context
//	                have those of their names
//	repeat          sentences that the other article has word for word
//	judge           the fitted model that weighs it; around: what its first look
//	                found around a pair
//
// What was fitted lies beside the code as text (link.logistic, link.forest) and
// says on what and how well.
package link

import (
	"slices"
	"sort"

	"parallax/corpus/prose"
	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// A linker looks for the links of two articles.
type linker struct {
	*pair.Pair
	profile   [2][]profile // by side and sentence
	gramCount int          // how many letter trigrams there are
	sentences [2][]int32   // by side and term: how many sentences have it
	nearby    nearness     // of the left sentence at hand
	stretch   stretch      // of the left sentence at hand
	near      [2][]float64 // by side and term of the sentence: how near the other sentence's nearest is; see cover
}

// Find looks for the links of two articles.
func Find(b *budget.Budget, m *pair.Pair) (*Found, error) { return newLinker(m).links(b) }

func newLinker(m *pair.Pair) *linker {
	l := &linker{Pair: m}
	l.profiles()
	return l
}

// A Link joins a compared sentence of the left with one of the right.
type Link struct {
	Left, Right int
	Score       float64
}

// Found is the links, by left sentence, then right, and what else was learnt on
// the way to them.
type Found struct {
	Links      []Link
	Candidates []Candidate // all sentence pairs that were weighed, in the same order
	Terms      [2][][]int  // by side and sentence: its content terms, ascending, each once
	Brief      bool        // both texts are of a few sentences, and the model was not all that decided
}

// A Candidate is a sentence pair that was weighed, link or not.
type Candidate struct {
	Left, Right int
	Score       float64 // by the model
	Vector      float64 // cosine of the sentences' vectors
	Centred     float64 // the same, less the topic
	RunWeight   float64 // weight of the weightiest run of words both have
	SameQuote   float64 // share of a quotation that both have
}

// links finds the links. Sentences that are the same word for word are linked
// first and with nothing else, so that two versions of one article read like the
// familiar side-by-side diff.
func (m *linker) links(b *budget.Budget) (*Found, error) {
	out, twin := m.twins()
	t, err := m.table(b)
	if err != nil {
		return nil, err
	}
	scores := linkModel().scores(t)
	f := &Found{Candidates: arena.Empty[Candidate](m.Arena, len(scores)), Brief: t.n <= briefSentences && t.k <= briefSentences}
	t.each(func(r, i, j int) {
		s, x := scores[r], t.rows[r]
		f.Candidates = append(f.Candidates, Candidate{i, j, s, x[fVector], x[fCentred], x[fRunWeight], x[fSameQuote]})
		if f.Brief {
			s = max(s, briefScore(x))
		}
		if s >= linkFloor && !twin[sides.Left][i] && !twin[sides.Right][j] {
			out = append(out, Link{i, j, s})
		}
	})
	out = m.whole(m.quoted(m.headlines(out), twin), twin)
	sort.Slice(out, func(x, y int) bool {
		return out[x].Left < out[y].Left || out[x].Left == out[y].Left && out[x].Right < out[y].Right
	})
	f.Links = out
	for side := range m.profile {
		f.Terms[side] = arena.Make[[]int](m.Arena, len(m.profile[side]))
		for k := range m.profile[side] {
			f.Terms[side][k] = m.profile[side][k].terms
		}
	}
	return f, nil
}

// Join links two sentences that are not, at the floor: what they say of one thing
// was found otherwise.
func (f *Found) Join(left, right int) {
	k := sort.Search(len(f.Links), func(k int) bool {
		l := f.Links[k]
		return l.Left > left || l.Left == left && l.Right >= right
	})
	if k < len(f.Links) && f.Links[k].Left == left && f.Links[k].Right == right {
		return
	}
	f.Links = slices.Insert(f.Links, k, Link{left, right, linkFloor})
}

// summaryShare is the least share of the score of a headline's best sentence
// that another must have to be linked with it too. Of the labelled pairs' links
// that have less, cross-validated, 44 of 100 are right; of those between it and
// .95, 74.
const summaryShare = .8

// headlines leaves each headline with the sentences that say it best, and with
// the other headline. A headline sums up what the whole article is about, so
// that sentences on quite other things share most of its words: of "Trump
// administration considering drone strikes on cartels in Mexico" one on an
// increase of drone flights had 56 parts of 100, one that repeats it 68.
func (m *linker) headlines(links []Link) []Link {
	title := func(side sides.Side, k int) bool {
		p := m.Docs[side]
		return p.Article.Sentences[p.Sentences[k].Index].Kind == prose.Title
	}
	best := [2]map[int]float64{{}, {}} // by side and headline: the score of its best sentence
	for _, l := range links {
		switch left, right := title(sides.Left, l.Left), title(sides.Right, l.Right); {
		case left && !right:
			best[sides.Left][l.Left] = max(best[sides.Left][l.Left], l.Score)
		case right && !left:
			best[sides.Right][l.Right] = max(best[sides.Right][l.Right], l.Score)
		}
	}
	return slices.DeleteFunc(links, func(l Link) bool {
		left, right := title(sides.Left, l.Left), title(sides.Right, l.Right)
		return left && !right && l.Score < summaryShare*best[sides.Left][l.Left] || right && !left && l.Score < summaryShare*best[sides.Right][l.Right]
	})
}

// quotedScore is what a link is worth at least that a quotation makes. Of such
// pairs of sentences that the model does not link surely 17 of 21 are labelled
// links, and 2 optional ones.
const quotedScore = .8

// quoted adds the links that quotations make: sentences with the same words of
// one speaker report the same, whatever the model says of what is around them.
func (m *linker) quoted(links []Link, twin [2][]bool) []Link {
	at := make(map[[2]int]int, len(links))
	for n, l := range links {
		at[[2]int{l.Left, l.Right}] = n
	}
	link := func(i, j int) {
		if twin[sides.Left][i] || twin[sides.Right][j] {
			return
		}
		n, ok := at[[2]int{i, j}]
		if !ok {
			n, at[[2]int{i, j}] = len(links), len(links)
			links = append(links, Link{Left: i, Right: j})
		}
		links[n].Score = max(links[n].Score, quotedScore)
	}
	for n := range m.Quotations.Shared {
		if s := &m.Quotations.Shared[n]; m.Links(s) || len(s.Alterations) > 0 && m.OneQuotation(s) {
			link(m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Sentence, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Sentence)
		}
	}
	for n := range m.Quotations.Reported {
		if r := &m.Quotations.Reported[n]; r.Links() {
			var k [2]int
			k[r.Side], k[r.Side.Other()] = m.Quoted[r.Side].Passages[r.Passage].Sentence, r.Sentence
			link(k[sides.Left], k[sides.Right])
		}
	}
	return links
}

// twins links the sentences that are the same word for word, the first with
// the first where there are several, and tells which sentences have a twin.
func (m *linker) twins() (out []Link, has [2][]bool) {
	left, right := m.Docs[sides.Left].Sentences, m.Docs[sides.Right].Sentences
	has = [2][]bool{make([]bool, len(left)), make([]bool, len(right))}
	places := map[string][]int{}
	for j, s := range right {
		places[s.Text] = append(places[s.Text], j)
	}
	for i, s := range left {
		if free := places[s.Text]; len(free) > 0 {
			out = append(out, Link{i, free[0], 1})
			has[sides.Left][i], has[sides.Right][free[0]] = true, true
			places[s.Text] = free[1:]
		}
	}
	return out, has
}

// Two texts of a few sentences each were put side by side because somebody
// thinks they say the same, and among so few sentences rarity cannot be told:
// a word that both have is common there. The model has only seen whole
// articles, so here what the sentences share of their words' rarity in the
// language decides.
const (
	briefSentences = 3   // in each text, at most
	briefLeast     = .40 // the score of sentences that share a word and hardly more
)

func briefScore(x []float64) float64 {
	if x[fShared] == 0 {
		return 0
	}
	return min(1, briefLeast+x[fRarity])
}

// Which scores make a link; see the table in link.forest. From the floor on, F1
// is within .003 of its best, and the links there are the more often right.
const (
	linkFloor = .40
	// FirmFloor is the score from which a link is evidence that both sentences
	// speak of the same thing: what rests on that asks for it.
	FirmFloor = .60
	// SureFloor is the score from which 95 of 100 links are right, cross-validated,
	// those that may or may not be linked left aside: the reader is told that the
	// others are not sure.
	SureFloor = .83
)
