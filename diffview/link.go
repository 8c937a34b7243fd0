package diffview

import (
	"math"
)

// Linking: which sentences report the same thing, in any order, many-to-many.

// The constants of linking, measured on the labelled pairs of the benchmark.
const (
	baseFloor  = .03 // pairs of a base below this are no candidates: the model has not seen them
	linkFloor  = .18 // links below this are not made
	sureFloor  = .27 // links below this are shown as unsure
	rivalShare = .5  // of the best score of either sentence that a link must reach
)

// A match is the work of comparing one pair of articles.
type match struct {
	sides   [2]*Prepared
	terms   [2][]int  // by side: each token's term, the number of its stem; -1 for punctuation
	names   []*token  // by term: one token that has it
	weight  []float64 // by term: what sharing it is worth, in this pair
	rarity  []float64 // by term: what it is worth in the language
	sims    map[[2]int]float64
	profile [2][]profile // by side and sentence
}

func newMatch(left, right *Prepared) *match {
	m := &match{sides: [2]*Prepared{left, right}, sims: map[[2]int]float64{}}
	m.numberTerms()
	m.weigh()
	m.profiles()
	return m
}

// numberTerms gives each stem of the two articles a number.
func (m *match) numberTerms() {
	ids := map[string]int{}
	for side, p := range m.sides {
		m.terms[side] = make([]int, len(p.tokens))
		for k := range p.tokens {
			t := &p.tokens[k]
			m.terms[side][k] = -1
			if t.class == punct {
				continue
			}
			key := t.stem()
			id, ok := ids[key]
			if !ok {
				id = len(ids)
				ids[key] = id
				m.names = append(m.names, t)
			}
			m.terms[side][k] = id
		}
	}
}

// weigh gives each term its weight: rare words in the language and in this
// pair say more. df counts sentences of both articles, as DESIGN's prototypes do.
func (m *match) weigh() {
	df := make([]float64, len(m.names))
	total := 0.
	for side, p := range m.sides {
		for _, s := range p.sentences {
			total++
			seen := map[int]bool{}
			for k := s.first; k < s.last; k++ {
				if t := m.terms[side][k]; t >= 0 && !seen[t] {
					seen[t] = true
					df[t]++
				}
			}
		}
	}
	m.weight, m.rarity = make([]float64, len(m.names)), make([]float64, len(m.names))
	for t, name := range m.names {
		m.rarity[t] = math.Log(float64(name.entry.Rank) + 10)
		m.weight[t] = m.rarity[t] * math.Log((total+1)/(df[t]+.5))
	}
}

// near returns the similarity of two terms, 0 to 1.
func (m *match) near(x, y int) float64 {
	if x == y {
		return 1
	}
	key := [2]int{min(x, y), max(x, y)}
	s, ok := m.sims[key]
	if !ok {
		s, _ = similarity(m.names[key[0]], m.names[key[1]])
		m.sims[key] = s
	}
	return s
}

// A found link, between compared sentences i of the left and j of the right.
type found struct {
	i, j  int
	score float64
}

// links returns the links by left sentence, then right.
func (m *match) links() []found {
	var out []found
	t := m.table()
	for i := range t.n {
		for j := range t.k {
			if s := m.score(t, i, j); s >= linkFloor {
				out = append(out, found{i, j, s})
			}
		}
	}
	return out
}

// score says how likely two sentences report the same thing, 0 to 1.
func (m *match) score(t *table, i, j int) float64 {
	l, r := m.sides[Left].sentences[i], m.sides[Right].sentences[j]
	if l.text == r.text && l.text != "" {
		return 1
	}
	x := t.at(i, j)
	if l.content == 0 || r.content == 0 || x[fShareLess] < rivalShare {
		return 0
	}
	return min(1, x[fBase])
}
