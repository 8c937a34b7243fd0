package link

import (
	"math"
	"slices"
	"sort"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/sides"
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
	// mostPostings is how many places of its words, and of its trigrams, a
	// sentence is looked up at, those of the rarest first: what is in
	// thousands of sentences tells none of them from others. Articles have not so
	// many: of the labelled ones the longest list has 2,000.
	mostPostings = 6_000
	// mostDense is how many sentences a side has at most for which the likeness
	// of a sentence with all of them is worked out at a time.
	mostDense = 2_000
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
func newIndex(a *arena.Arena, keys int, bags func(k int) bag, n int) index {
	x := index{start: arena.Make[int32](a, keys+1)}
	for k := range n {
		for _, key := range bags(k).keys {
			x.start[key+1]++
		}
	}
	for key := range keys {
		x.start[key+1] += x.start[key]
	}
	x.postings = arena.Make[posting](a, int(x.start[keys]))
	next := append(arena.Empty[int32](a, keys+1), x.start...)
	for k := range n {
		b := bags(k)
		for at, key := range b.keys {
			x.postings[next[key]] = posting{int32(k), float32(b.values[at])}
			next[key]++
		}
	}
	return x
}

// of returns the postings of a key.
func (x index) of(key int) []posting { return x.postings[x.start[key]:x.start[key+1]] }

// products fills out with the cosine of a bag and each of the indexed ones.
func (x index) products(b bag, out []float32) {
	clear(out)
	for at, key := range b.keys {
		v := float32(b.values[at])
		for _, p := range x.of(key) {
			out[p.sentence] += v * p.value
		}
	}
}

// cosine32 returns what products would write for two bags.
func cosine32(b, c bag) (sum float32) {
	for i, j := 0, 0; i < len(b.keys) && j < len(c.keys); {
		switch {
		case b.keys[i] < c.keys[j]:
			i++
		case b.keys[i] > c.keys[j]:
			j++
		default:
			sum += float32(b.values[i]) * float32(c.values[j])
			i++
			j++
		}
	}
	return sum
}

// cost returns how many postings a bag has.
func (x index) cost(b bag) (n int) {
	for _, key := range b.keys {
		n += len(x.of(key))
	}
	return n
}

// Cosines are those of one bag with the indexed ones: all worked out at a
// time where they are few, else each when it is asked for.
type cosines struct {
	index index
	bag   bag
	all   []float32 // by indexed bag; nil where there are too many
}

func newCosines(a *arena.Arena, x index, n int) cosines {
	if n > mostDense {
		return cosines{index: x}
	}
	return cosines{index: x, all: arena.Make[float32](a, n)}
}

// of makes b the bag.
func (c *cosines) of(b bag) {
	if c.bag = b; c.all != nil {
		c.index.products(b, c.all)
	}
}

// with returns the cosine with indexed bag j, which is b.
func (c *cosines) with(j int, b bag) float64 {
	if c.all != nil {
		return float64(c.all[j])
	}
	return float64(cosine32(c.bag, b))
}

// A gathering is the indexed bags that have something in common with one, with
// their cosines as far as they were looked up.
type gathering struct {
	cosine []float32 // by indexed bag
	has    []bool    // by indexed bag: it is among found
	found  []int32
}

func newGathering(a *arena.Arena, n int) *gathering {
	return &gathering{cosine: arena.Make[float32](a, n), has: arena.Make[bool](a, n), found: arena.Empty[int32](a, n)}
}

// gather looks a bag up: all of it, or what is rarest of it. Of words that are
// everywhere it takes those around a place of the indexed bags.
func (g *gathering) gather(x index, b bag, place int) {
	for _, j := range g.found {
		g.cosine[j], g.has[j] = 0, false
	}
	g.found = g.found[:0]
	if x.cost(b) <= mostPostings {
		for at, key := range b.keys {
			g.add(x.of(key), b.values[at])
		}
		return
	}
	order := make([]int, len(b.keys))
	for at := range order {
		order[at] = at
	}
	sort.SliceStable(order, func(a, c int) bool { return len(x.of(b.keys[order[a]])) < len(x.of(b.keys[order[c]])) })
	left := mostPostings
	for _, at := range order {
		postings := x.of(b.keys[at])
		if len(postings) > left {
			middle := sort.Search(len(postings), func(n int) bool { return int(postings[n].sentence) >= place })
			first := min(max(0, middle-left/2), len(postings)-left)
			g.add(postings[first:first+left], b.values[at])
			return
		}
		g.add(postings, b.values[at])
		left -= len(postings)
	}
}

func (g *gathering) add(postings []posting, value float64) {
	v := float32(value)
	for _, p := range postings {
		if !g.has[p.sentence] {
			g.has[p.sentence] = true
			g.found = append(g.found, p.sentence)
		}
		g.cosine[p.sentence] += v * p.value
	}
}

// indexes holds the right article's indexes.
type indexes struct{ words, plain, grams index }

func (m *linker) newIndexes() indexes {
	right := m.profile[sides.Right]
	return indexes{
		words: newIndex(m.Arena, len(m.TermTokens), func(k int) bag { return right[k].words }, len(right)),
		plain: newIndex(m.Arena, len(m.TermTokens), func(k int) bag { return right[k].plain }, len(right)),
		grams: newIndex(m.Arena, m.gramCount, func(k int) bag { return right[k].grams }, len(right)),
	}
}

// quick is the quick likeness of two sentences, by the cosines of their words
// and of their trigrams.
func quick(words, grams float32) float64 { return float64(.5*words + .3*grams) }

// candidates returns, for each left sentence, the right ones worth a look,
// ascending.
func (m *linker) candidates(b *budget.Budget, x indexes) ([][]int32, error) {
	n, k := len(m.profile[sides.Left]), len(m.profile[sides.Right])
	words, grams := newGathering(m.Arena, k), newGathering(m.Arena, k)
	chosen := arena.Make[[]int32](m.Arena, n)
	best := arena.Make[shortlist](m.Arena, k)
	worth := arena.Empty[int32](m.Arena, k)
	for i := range n {
		p := &m.profile[sides.Left][i]
		if err := b.Spend(min(mostPostings, x.words.cost(p.words)) + min(mostPostings, x.grams.cost(p.grams))); err != nil {
			return nil, err
		}
		place := i * k / n
		words.gather(x.words, p.words, place)
		grams.gather(x.grams, p.grams, place)
		for _, j := range words.found { // words are of trigrams too
			if !grams.has[j] {
				grams.has[j] = true
				grams.found = append(grams.found, j)
			}
		}
		worth = worth[:0]
		for _, j := range grams.found {
			if quick(words.cosine[j], grams.cosine[j]) >= candidateFloor {
				worth = append(worth, j)
			}
		}
		slices.Sort(worth) // of equals the earlier stays
		var own shortlist
		for _, j := range worth {
			q := quick(words.cosine[j], grams.cosine[j])
			own.add(j, q)
			best[j].add(int32(i), q)
		}
		chosen[i] = arena.Empty[int32](m.Arena, 2*candidatesEach)
		for _, c := range own.kept[:own.n] {
			chosen[i] = append(chosen[i], c.sentence)
		}
	}
	for j := range best {
		for _, c := range best[j].kept[:best[j].n] {
			chosen[c.sentence] = append(chosen[c.sentence], int32(j))
		}
	}
	for i := range chosen {
		slices.Sort(chosen[i])
		chosen[i] = slices.Compact(chosen[i])
	}
	return chosen, nil
}

// A shortlist keeps the candidatesEach best partners, in no order. Of equals
// the earlier stays.
type shortlist struct {
	kept  [candidatesEach]partner
	n     int // how many are kept
	least int // of those kept, when there are as many as may be
}

// A partner is a sentence with its quick likeness to another.
type partner struct {
	sentence int32
	score    float64
}

func (s *shortlist) add(sentence int32, score float64) {
	switch {
	case s.n < candidatesEach:
		s.kept[s.n] = partner{sentence, score}
		if s.n++; s.n < candidatesEach {
			return
		}
	case score <= s.kept[s.least].score:
		return
	default:
		s.kept[s.least] = partner{sentence, score}
	}
	s.least = 0
	for k, c := range s.kept {
		if c.score < s.kept[s.least].score {
			s.least = k
		}
	}
}

// A blend is one sentence's words with shares of its neighbours' added. Its
// cosines follow from those of the plain sentences.
type blend struct {
	before, after float64 // the shares
	norm          []float64
}

// newBlend works out the lengths of a side's blended sentences.
func (m *linker) newBlend(side sides.Side, before, after float64) blend {
	p := m.profile[side]
	b := blend{before, after, arena.Make[float64](m.Arena, len(p))}
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
