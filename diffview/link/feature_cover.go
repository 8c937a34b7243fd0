package link

import (
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// The features that rest on how much of a sentence the other covers: as a
// whole, its best clause, its beginning.

// likeness fills in how like the two sentences are as wholes.
func (m *linker) likeness(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	x[fVector] = m.Docs[sides.Left].Sentences[i].Vector.Dot(&m.Docs[sides.Right].Sentences[j].Vector)
	x[fCentred] = l.centred.Dot(&r.centred)
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
// the other is. A term that both have stands for no other.
func (m *linker) cover(left, right []int) {
	m.near = [2][]float64{zeros(m.near[0], len(left)), zeros(m.near[1], len(right))}
	own, other := m.lone[0][:0], m.lone[1][:0] // places of the terms that one alone has
	for i, j := 0, 0; i < len(left) || j < len(right); {
		switch {
		case j == len(right) || i < len(left) && left[i] < right[j]:
			own = append(own, i)
			i++
		case i == len(left) || right[j] < left[i]:
			other = append(other, j)
			j++
		default:
			m.near[0][i], m.near[1][j] = 1, 1
			i, j = i+1, j+1
		}
	}
	m.lone = [2][]int{own, other}
	if len(own)*len(other) > mostNear { // a table: only what is the same counts
		return
	}
	for _, a := range own {
		most := 0.
		for _, b := range other {
			s := m.Near(left[a], right[b])
			most = max(most, s)
			m.near[1][b] = max(m.near[1][b], s)
		}
		m.near[0][a] = most
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
func (m *linker) divide(f *profile, side sides.Side, s doc.Sentence) {
	places := m.ints.take(s.Content) // of all clauses
	first := 0                       // where the open one begins
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
