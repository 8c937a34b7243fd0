package diffview

import (
	"math"
	"sort"
)

// Candidates: the sentence pairs that are worth a closer look. Two articles of
// 1,000 words have some 1,500 pairs of sentences and a handful of links; two
// books have hundreds of thousands. An inverted index of words and of letter
// trigrams gives every sentence its likeliest partners in time linear in what
// they share, and memory linear in the number of sentences.

const (
	// candidateFloor is the least quick likeness of a candidate. Of the labelled
	// links that must be found, 1 in 22 is none; at .05 a comparison takes a fifth
	// less time and F1 is .005 less.
	candidateFloor = .02
	// candidatesEach is how many partners a sentence is tried with, at most, by
	// its own order.
	candidatesEach = 12
)

// A posting is an entry of an index: a sentence and a weight.
type posting struct {
	sentence int32
	value    float32
}

// An index lists, for each key of some bags, the bags that have it.
type index struct {
	start    []int32 // by key: where its postings begin; one more at the end
	postings []posting
}

// newIndex makes the index of bags whose keys are below keys.
func newIndex(keys int, bags func(k int) bag, n int) index {
	x := index{start: make([]int32, keys+1)}
	for k := range n {
		for _, key := range bags(k).keys {
			x.start[key+1]++
		}
	}
	for key := range keys {
		x.start[key+1] += x.start[key]
	}
	x.postings = make([]posting, x.start[keys])
	next := append([]int32(nil), x.start...)
	for k := range n {
		b := bags(k)
		for at, key := range b.keys {
			x.postings[next[key]] = posting{int32(k), float32(b.values[at])}
			next[key]++
		}
	}
	return x
}

// products fills out with the cosine of a bag and each of the indexed ones.
func (x index) products(b bag, out []float32) {
	clear(out)
	for at, key := range b.keys {
		v := float32(b.values[at])
		for _, p := range x.postings[x.start[key]:x.start[key+1]] {
			out[p.sentence] += v * p.value
		}
	}
}

// cost returns how many postings products goes through.
func (x index) cost(b bag) (n int) {
	for _, key := range b.keys {
		n += int(x.start[key+1] - x.start[key])
	}
	return n
}

// indexes holds the right article's indexes.
type indexes struct{ words, plain, grams index }

func (m *match) newIndexes() indexes {
	right := m.profile[Right]
	return indexes{
		words: newIndex(len(m.names), func(k int) bag { return right[k].words }, len(right)),
		plain: newIndex(len(m.names), func(k int) bag { return right[k].plain }, len(right)),
		grams: newIndex(m.gramCount, func(k int) bag { return right[k].grams }, len(right)),
	}
}

// quick is the quick likeness of two sentences, by the cosines of their words
// and of their trigrams.
func quick(words, grams float32) float64 { return float64(.5*words + .3*grams) }

// candidates returns, for each left sentence, the right ones worth a look,
// ascending.
func (m *match) candidates(b *budget, x indexes) ([][]int32, error) {
	n, k := len(m.profile[Left]), len(m.profile[Right])
	words, grams := make([]float32, k), make([]float32, k)
	chosen := make([][]int32, n)
	best := make([]shortlist, k)
	var own shortlist
	for i := range n {
		if err := b.spend(k + x.words.cost(m.profile[Left][i].words) + x.grams.cost(m.profile[Left][i].grams)); err != nil {
			return nil, err
		}
		x.words.products(m.profile[Left][i].words, words)
		x.grams.products(m.profile[Left][i].grams, grams)
		own = own[:0]
		for j := range k {
			if q := quick(words[j], grams[j]); q >= candidateFloor {
				own.add(int32(j), q)
				best[j].add(int32(i), q)
			}
		}
		for _, c := range own {
			chosen[i] = append(chosen[i], c.sentence)
		}
	}
	for j := range best {
		for _, c := range best[j] {
			chosen[c.sentence] = append(chosen[c.sentence], int32(j))
		}
	}
	for i, c := range chosen {
		sort.Slice(c, func(a, b int) bool { return c[a] < c[b] })
		out := c[:0]
		for at, j := range c {
			if at == 0 || j != c[at-1] {
				out = append(out, j)
			}
		}
		chosen[i] = out
	}
	return chosen, nil
}

// A shortlist keeps the candidatesEach best partners, in no order. Of equals
// the earlier stays.
type shortlist []struct {
	sentence int32
	score    float64
}

func (s *shortlist) add(sentence int32, score float64) {
	if len(*s) < candidatesEach {
		*s = append(*s, struct {
			sentence int32
			score    float64
		}{sentence, score})
		return
	}
	least := 0
	for k, c := range *s {
		if c.score < (*s)[least].score {
			least = k
		}
	}
	if score > (*s)[least].score {
		(*s)[least].sentence, (*s)[least].score = sentence, score
	}
}

// A blend is one sentence's words with shares of its neighbours' added. Its
// cosines follow from those of the plain sentences.
type blend struct {
	before, after float64 // the shares
	norm          []float64
}

// newBlend works out the lengths of a side's blended sentences.
func (m *match) newBlend(side Side, before, after float64) blend {
	p := m.profile[side]
	b := blend{before, after, make([]float64, len(p))}
	length := func(k int) float64 {
		if len(p[k].words.keys) == 0 {
			return 0
		}
		return 1
	}
	for k := range p {
		sum := length(k)
		if k > 0 && before > 0 {
			sum += before*before*length(k-1) + 2*before*p[k].toBefore
		}
		if k+1 < len(p) && after > 0 {
			sum += after*after*length(k+1) + 2*after*p[k+1].toBefore
		}
		if k > 0 && k+1 < len(p) && before > 0 && after > 0 {
			sum += 2 * before * after * p[k+1].toSecond
		}
		b.norm[k] = math.Sqrt(max(sum, 1e-9))
	}
	return b
}
