package diffview

import (
	"math"
	"sort"
)

// Linking: which sentences report the same thing, in any order, many-to-many.

// The constants of linking, measured on the labelled pairs of the benchmark.
const (
	tfidfShare    = .5  // of the score: the sentences as bags of weighted words
	trigramShare  = .3  // as bags of letter trigrams: spellings, endings, names
	coverageShare = .2  // as words that have a near one in the other
	linkFloor     = .18 // links below this are not made
	sureFloor     = .27 // links below this are shown as unsure
	rivalShare    = .5  // of the best score of either sentence that a link must reach
)

// A match is the work of comparing one pair of articles.
type match struct {
	sides  [2]*Prepared
	terms  [2][]int  // by side: each token's term, the number of its stem; -1 for punctuation
	weight []float64 // by term: what sharing it is worth, in this pair
	names  []*token  // by term: one token that has it
	sims   map[[2]int]float64
	bags   [2][]bag // by side and sentence
	grams  [2][]bag
}

// A bag is a sparse vector of unit length, its keys ascending.
type bag struct {
	keys   []int
	values []float64
}

func newMatch(left, right *Prepared) *match {
	m := &match{sides: [2]*Prepared{left, right}, sims: map[[2]int]float64{}}
	m.numberTerms()
	m.weigh()
	for side, p := range m.sides {
		m.bags[side] = make([]bag, len(p.sentences))
		for k, s := range p.sentences {
			m.bags[side][k] = m.wordBag(Side(side), s)
		}
	}
	m.trigrams()
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
	m.weight = make([]float64, len(m.names))
	for t, name := range m.names {
		m.weight[t] = math.Log(float64(name.entry.Rank)+10) * math.Log((total+1)/(df[t]+.5))
		if name.class == function {
			m.weight[t] *= .2
		}
	}
}

func (m *match) wordBag(side Side, s sentence) bag {
	values := map[int]float64{}
	for k := s.first; k < s.last; k++ {
		if t := m.terms[side][k]; t >= 0 {
			values[t] += m.weight[t]
		}
	}
	return newBag(values)
}

func newBag(values map[int]float64) bag {
	b := bag{}
	for k := range values {
		b.keys = append(b.keys, k)
	}
	sort.Ints(b.keys)
	norm := 0.
	for _, k := range b.keys {
		norm += values[k] * values[k]
	}
	norm = math.Sqrt(norm)
	for _, k := range b.keys {
		b.values = append(b.values, values[k]/max(norm, 1e-9))
	}
	return b
}

// cosine returns the cosine of two bags, 0 to 1.
func (b bag) cosine(c bag) (sum float64) {
	for i, j := 0, 0; i < len(b.keys) && j < len(c.keys); {
		switch {
		case b.keys[i] < c.keys[j]:
			i++
		case b.keys[i] > c.keys[j]:
			j++
		default:
			sum += b.values[i] * c.values[j]
			i++
			j++
		}
	}
	return sum
}

// trigrams makes the bags of letter trigrams, weighted by how few of the two
// articles' sentences have them.
func (m *match) trigrams() {
	ids := map[string]int{}
	var df []float64
	counts := [2][]map[int]float64{}
	total := 0.
	for side, p := range m.sides {
		for _, s := range p.sentences {
			total++
			values := map[int]float64{}
			text := " " + s.text + " "
			for k := 0; k+3 <= len(text); k++ {
				id, ok := ids[text[k:k+3]]
				if !ok {
					id = len(ids)
					ids[text[k:k+3]] = id
					df = append(df, 0)
				}
				if values[id] == 0 {
					df[id]++
				}
				values[id]++
			}
			counts[side] = append(counts[side], values)
		}
	}
	for side := range m.sides {
		for _, values := range counts[side] {
			for id := range values {
				values[id] *= math.Log((total + 1) / (df[id] + .5))
			}
			m.grams[side] = append(m.grams[side], newBag(values))
		}
	}
}

// coverage returns the share of the two sentences' weight that has a near word
// in the other one, 0 to 1.
func (m *match) coverage(i, j int) float64 {
	a, wa := m.covered(Left, i, j)
	b, wb := m.covered(Right, j, i)
	return (a + b) / max(wa+wb, 1e-9)
}

func (m *match) covered(side Side, i, j int) (sum, total float64) {
	p, q := m.sides[side], m.sides[side.Other()]
	s, o := p.sentences[i], q.sentences[j]
	for k := s.first; k < s.last; k++ {
		if !p.tokens[k].matters() {
			continue
		}
		best := 0.
		for l := o.first; l < o.last; l++ {
			if q.tokens[l].matters() {
				best = max(best, m.near(m.terms[side][k], m.terms[side.Other()][l]))
			}
		}
		w := m.weight[m.terms[side][k]]
		sum += w * best
		total += w
	}
	return sum, total
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
	n, k := len(m.sides[Left].sentences), len(m.sides[Right].sentences)
	scores := make([]float64, n*k)
	bestLeft, bestRight := make([]float64, n), make([]float64, k)
	for i := range n {
		for j := range k {
			s := m.score(i, j)
			scores[i*k+j] = s
			bestLeft[i] = max(bestLeft[i], s)
			bestRight[j] = max(bestRight[j], s)
		}
	}
	var out []found
	for i := range n {
		for j := range k {
			s := scores[i*k+j]
			if s >= linkFloor && s >= rivalShare*bestLeft[i] && s >= rivalShare*bestRight[j] {
				out = append(out, found{i, j, s})
			}
		}
	}
	return out
}

// score says how likely two sentences report the same thing, 0 to 1.
func (m *match) score(i, j int) float64 {
	l, r := m.sides[Left].sentences[i], m.sides[Right].sentences[j]
	if l.text == r.text && l.text != "" {
		return 1
	}
	if l.content == 0 || r.content == 0 {
		return 0
	}
	tfidf := m.bags[Left][i].cosine(m.bags[Right][j])
	trigram := m.grams[Left][i].cosine(m.grams[Right][j])
	if tfidf < .02 && trigram < .05 {
		return 0
	}
	return min(1, tfidfShare*tfidf+trigramShare*trigram+coverageShare*m.coverage(i, j))
}
