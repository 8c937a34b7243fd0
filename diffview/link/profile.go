package link

import (
	"math"
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// A profile is what linking looks at of one sentence, in the terms of one pair
// of articles. The weights of words depend on the pair: a name that is in
// every sentence of both says little here.
type profile struct {
	words   bag   // all its terms, tf-idf weighted
	plain   bag   // its content terms, weighted by rarity in the language alone
	grams   bag   // its letter trigrams
	terms   []int // its content terms, ascending, each once
	names   []int // those of them written with a capital
	numbers []int // its numbers
	quoted  []int // its content terms inside quotation marks
	stems   []int // the terms of its words in order, function words too
	clauses []clause
	head    []int          // its first content words, as places in terms
	title   bool           // it is a headline
	speech  bool           // somebody speaks in it
	speaker []int          // who does: entities of its article
	centred lexicon.Vector // the same by tf-idf, less the mean of all sentences, of unit length
	weight  float64        // the sum of its terms' weights
	rarity  float64        // the sum of its terms' weights by rarity in the language
	place   float64        // where in its article it stands, 0 to 1

	toBefore, toSecond float64 // cosines of its words with those of the sentence before, and of the one before that
}

// A bag is a sparse vector of unit length, its keys ascending.
type bag struct {
	keys   []int
	values []float64
}

// newBag makes a bag of summed values by key; keys need not be in order.
func (m *linker) newBag(keys []int, value func(key int) float64) bag {
	sorted := append(arena.Empty[int](m.Arena, len(keys)), keys...)
	slices.Sort(sorted)
	b := bag{keys: sorted[:0], values: arena.Empty[float64](m.Arena, len(sorted))}
	for k := 0; k < len(sorted); {
		n := k
		for n < len(sorted) && sorted[n] == sorted[k] {
			n++
		}
		b.values = append(b.values, float64(n-k)*value(sorted[k]))
		b.keys = append(b.keys, sorted[k])
		k = n
	}
	b.unit()
	return b
}

// unit scales the bag to length 1.
func (b bag) unit() {
	norm := 0.
	for _, v := range b.values {
		norm += v * v
	}
	norm = math.Sqrt(norm)
	for k := range b.values {
		b.values[k] /= max(norm, 1e-9)
	}
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

// profiles makes the profile of every sentence of both articles.
func (m *linker) profiles() {
	for side, p := range m.Docs {
		m.profile[side] = arena.Make[profile](m.Arena, len(p.Sentences))
		for k := range p.Sentences {
			m.fill(sides.Side(side), k)
		}
		m.speakers(sides.Side(side))
	}
	for _, p := range m.profile {
		for k := range p {
			if k > 0 {
				p[k].toBefore = p[k].words.cosine(p[k-1].words)
			}
			if k > 1 {
				p[k].toSecond = p[k].words.cosine(p[k-2].words)
			}
		}
	}
	m.countSentences()
	m.trigrams()
	m.centre()
}

// fill makes the profile of a sentence.
func (m *linker) fill(side sides.Side, k int) {
	p, f := m.Docs[side], &m.profile[side][k]
	s := &p.Sentences[k]
	f.place = float64(k) / float64(max(1, len(p.Sentences)-1))
	all, meant := arena.Empty[int](m.Arena, s.Length()), arena.Empty[int](m.Arena, s.Content)
	names, numbers, quoted := arena.Empty[int](m.Arena, s.Content), arena.Empty[int](m.Arena, s.Content), arena.Empty[int](m.Arena, s.Content)
	for t := s.First; t < s.Last; t++ {
		term, tok := m.Terms[side][t], &p.Tokens[t]
		if term < 0 {
			continue
		}
		all = append(all, term)
		if !tok.Matters() {
			continue
		}
		meant = append(meant, term)
		f.centred.Add(tok.Entry, float32(m.Weight[term]))
		if tok.Upper {
			names = append(names, term)
		}
		if tok.Class == doc.Number {
			numbers = append(numbers, term)
		}
		if tok.Quoted {
			quoted = append(quoted, term)
		}
	}
	f.stems = all
	f.words = m.newBag(all, func(t int) float64 { return m.Weight[t] })
	f.plain = m.newBag(meant, func(t int) float64 { return m.Rarity[t] })
	f.terms, f.names, f.numbers, f.quoted = distinct(append(arena.Empty[int](m.Arena, len(meant)), meant...)), distinct(names), distinct(numbers), distinct(quoted)
	for _, t := range f.terms {
		f.weight += m.Weight[t]
		f.rarity += m.Rarity[t]
	}
	f.title = p.Article.Sentences[s.Index].Kind == prose.Title
	m.divide(f, side, s)
	f.head = arena.Empty[int](m.Arena, headWords)
	for _, t := range meant[:min(headWords, len(meant))] {
		f.head = append(f.head, f.at(t))
	}
}

// at returns the place of one of its terms.
func (f *profile) at(term int) int {
	k, _ := slices.BinarySearch(f.terms, term)
	return k
}

// distinct sorts numbers and drops repetitions, in place.
func distinct(s []int) []int {
	slices.Sort(s)
	out := s[:0]
	for k, v := range s {
		if k == 0 || v != s[k-1] {
			out = append(out, v)
		}
	}
	return out
}

// centre takes from every sentence's vector what all sentences have in common,
// the topic, so that what is left tells them apart.
func (m *linker) centre() {
	var mean lexicon.Vector
	n := 0
	for side := range m.profile {
		for k := range m.profile[side] {
			for d, x := range m.profile[side][k].centred {
				mean[d] += x
			}
			n++
		}
	}
	for side := range m.profile {
		for k := range m.profile[side] {
			v := &m.profile[side][k].centred
			for d := range v {
				v[d] -= mean[d] / float32(max(1, n))
			}
			v.Unit()
		}
	}
}
