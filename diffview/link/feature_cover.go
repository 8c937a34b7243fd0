package link

import (
	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// The features that rest on how much of a sentence the other covers: as a
// whole, its best clause, its beginning.

// likeness fills in how like the two sentences are as wholes.
func (m *linker) likeness(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	x[fVector], x[fCentred] = lexicon.Dots(&m.Docs[sides.Left].Vectors[i], &m.Docs[sides.Right].Vectors[j], &l.centred, &r.centred)
	m.cover(l.terms, r.terms)
	a, b := m.covered(sides.Left, l), m.covered(sides.Right, r)
	x[fCover] = (a.weight + b.weight) / max(l.weight+r.weight, 1e-9)
	x[fCoverLess], x[fCoverMore] = order(a.weight/max(l.weight, 1e-9), b.weight/max(r.weight, 1e-9))
	x[fRarity] = (a.rarity + b.rarity) / max(l.rarity+r.rarity, 1e-9)
	x[fRarityLess], x[fRarityMore] = order(a.rarity/max(l.rarity, 1e-9), b.rarity/max(r.rarity, 1e-9))
	x[fClauseLess], x[fClauseMore] = order(m.bestClause(sides.Left, l), m.bestClause(sides.Right, r))
	x[fHeadLess], x[fHeadMore] = order(m.headCovered(sides.Left, l), m.headCovered(sides.Right, r))
	x[fBase] = linkBase(x)
}

// linkBase is the first guess at how alike two sentences are, by three plain
// measures. It orders rivals and finds neighbours; the model decides.
func linkBase(x []float64) float64 { return .5*x[fWords] + .3*x[fGrams] + .2*x[fCover] }

func order(a, b float64) (less, more float64) { return min(a, b), max(a, b) }

// cover works out, for each term of two sentences, how near the nearest term of
// the other is. A term that both have stands for no other. The left sentence is
// the one that approach was called for.
func (m *linker) cover(left, right []int) {
	m.near = [2][]float64{zeros(m.near[0], len(left)), zeros(m.near[1], len(right))}
	n := &m.nearby
	shared := 0
	for j, t := range right {
		if i := n.place[t]; i > 0 {
			m.near[0][i-1], m.near[1][j] = 1, 1
			shared++
		}
	}
	if tooMany(len(left)-shared, len(right)-shared) {
		return
	}
	n.both = append(n.both[:0], m.near[0]...)
	for j, t := range right {
		if n.place[t] > 0 {
			continue
		}
		for k := n.first[t]; k > 0; k = n.pairs[k].next {
			p := &n.pairs[k]
			if n.both[p.place] == 0 {
				m.near[0][p.place] = max(m.near[0][p.place], p.similarity)
				m.near[1][j] = max(m.near[1][j], p.similarity)
			}
		}
	}
}

// tooMany reports whether so many terms of two sentences, those of a table, are
// only looked at for being the same.
func tooMany(left, right int) bool { return left*right > mostNear }

// A nearness says which terms of the right article are near those of one left
// sentence. It is worked out once for all the candidates of the sentence, which
// have many of their words in common.
type nearness struct {
	place []int32    // by term: its place among the sentence's, and one; or 0
	first []int32    // by term: its first pair, or 0
	pairs []nearPair // the first is none
	there []int      // the terms of the candidates, each once
	has   []bool     // by term: it is among them
	found []pair.Likeness
	both  []float64 // scratch of cover: 1 for the terms that both sentences have
}

// A nearPair is a term of the left sentence, by its place, that a right term is
// near to.
type nearPair struct {
	place, next int32
	similarity  float64
}

// approach works out the nearness of left sentence i to its candidates.
func (m *linker) approach(i int, candidates []int32) {
	n, own := &m.nearby, m.profile[sides.Left][i].terms
	if n.place == nil {
		terms := len(m.TermTokens)
		n.place, n.first, n.has = arena.Make[int32](m.Arena, terms), arena.Make[int32](m.Arena, terms), arena.Make[bool](m.Arena, terms)
	}
	for _, t := range n.there {
		n.first[t], n.has[t] = 0, false
	}
	if i > 0 {
		for _, t := range m.profile[sides.Left][i-1].terms {
			n.place[t] = 0
		}
	}
	for k, t := range own {
		n.place[t] = int32(k + 1)
	}
	n.there, n.pairs = n.there[:0], append(n.pairs[:0], nearPair{})
	for _, j := range candidates {
		m.ask(len(own), m.profile[sides.Right][j].terms)
	}
	for k, t := range own {
		n.found = m.AppendNear(n.found[:0], t, n.there)
		for _, f := range n.found {
			n.pairs = append(n.pairs, nearPair{int32(k), n.first[f.Term], f.Similarity})
			n.first[f.Term] = int32(len(n.pairs) - 1)
		}
	}
}

// ask takes the terms of a candidate that the left sentence, of so many terms, has
// not among those that are looked at for being near.
func (m *linker) ask(own int, right []int) {
	n, shared := &m.nearby, 0
	for _, t := range right {
		if n.place[t] > 0 {
			shared++
		}
	}
	if tooMany(own-shared, len(right)-shared) {
		return
	}
	for _, t := range right {
		if !n.has[t] && n.place[t] == 0 {
			n.has[t] = true
			n.there = append(n.there, t)
		}
	}
}

// zeros returns n zeros, in the room of s when it is large enough.
func zeros(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// A share is how much of a sentence the other covers.
type share struct{ weight, rarity float64 }

// covered returns how much of a side's sentence is covered.
func (m *linker) covered(side sides.Side, p *profile) (c share) {
	for k, t := range p.terms {
		if s := m.near[side][k]; s > 0 {
			c.weight += s * m.Weight[t]
			c.rarity += s * m.Rarity[t]
		}
	}
	return c
}

// A clause is a part of a sentence between commas and conjunctions.
type clause struct {
	terms  []int // its content terms, as places in the profile's
	weight float64
}

const (
	// clauseWords is how many content words a clause has at least: a shorter one
	// is joined with the next.
	clauseWords = 3
	// clauseSmoothing is added to a clause's weight, so that of two that are
	// covered the heavier counts for more. A word that is rare in both articles
	// weighs some 30.
	clauseSmoothing = 15
	// headWords is how many content words the beginning of a sentence has: who
	// does what, mostly.
	headWords = 7
)

// divide divides a sentence into clauses.
func (m *linker) divide(f *profile, side sides.Side, s *doc.Sentence) {
	f.clauses = arena.Empty[clause](m.Arena, s.Content/clauseWords+1)
	places := arena.Empty[int](m.Arena, s.Content) // of all clauses
	first := 0                                     // where the open one begins
	end := func() {
		c := clause{terms: distinct(places[first:])}
		for _, k := range c.terms {
			c.weight += m.Weight[f.terms[k]]
		}
		f.clauses, first = append(f.clauses, c), len(places)
	}
	for t := s.First; t < s.Last; t++ {
		tok := &m.Docs[side].Tokens[t]
		switch term := m.Terms[side][t]; {
		case tok.Matters() && term >= 0:
			places = append(places, f.at(term))
		case len(places)-first >= clauseWords && endsClause(tok):
			end()
		}
	}
	if len(places) > first {
		end()
	}
}

func endsClause(t *doc.Token) bool {
	return t.Class == doc.Punctuation || doc.ClauseEnds()[t.Text] || t.Text == "who" || t.Text == "as"
}

// bestClause returns which share of the weight of its best clause the other
// sentence covers, 0 to 1: a short sentence may say what one clause of a long
// one does.
func (m *linker) bestClause(side sides.Side, p *profile) (best float64) {
	for _, c := range p.clauses {
		got := 0.
		for _, k := range c.terms {
			got += m.near[side][k] * m.Weight[p.terms[k]]
		}
		best = max(best, got/(c.weight+clauseSmoothing))
	}
	return best
}

// headCovered returns which share of the weight of a sentence's beginning the
// other covers, 0 to 1.
func (m *linker) headCovered(side sides.Side, p *profile) float64 {
	whole, got := 0., 0.
	for _, k := range p.head {
		whole += m.Weight[p.terms[k]]
		got += m.near[side][k] * m.Weight[p.terms[k]]
	}
	return got / max(whole, 1e-9)
}
