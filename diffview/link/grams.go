package link

import (
	"math"

	"parallax/diffview/arena"
	"parallax/diffview/sides"
)

// trigrams makes the bags of letter trigrams, weighted by how few of the two
// articles' sentences have them.
func (m *linker) trigrams() {
	to := m.joinGrams()
	df := arena.Make[int](m.Arena, m.gramCount)
	total := 0
	for side, p := range m.Docs {
		for _, grams := range p.SentenceGrams {
			total++
			for _, g := range grams {
				df[to[side][g.Gram]]++
			}
		}
	}
	idf := arena.Make[float64](m.Arena, len(df))
	for g, n := range df {
		idf[g] = math.Log(float64(total+1) / (float64(n) + .5))
	}
	for side, p := range m.Docs {
		for k, grams := range p.SentenceGrams {
			b := bag{arena.Make[int](m.Arena, len(grams)), arena.Make[float64](m.Arena, len(grams))}
			for n, g := range grams {
				b.keys[n] = to[side][g.Gram]
				b.values[n] = float64(g.Count) * idf[b.keys[n]]
			}
			b.unit()
			m.profile[side][k].grams = b
		}
	}
}

// joinGrams gives the trigrams of both articles common numbers, in their
// order, and returns them by side.
func (m *linker) joinGrams() (to [2][]int) {
	left, right := m.Docs[sides.Left].Grams, m.Docs[sides.Right].Grams
	to = [2][]int{arena.Make[int](m.Arena, len(left)), arena.Make[int](m.Arena, len(right))}
	for i, j := 0, 0; i < len(left) || j < len(right); m.gramCount++ {
		inLeft := j == len(right) || i < len(left) && left[i] <= right[j]
		inRight := i == len(left) || j < len(right) && right[j] <= left[i]
		if inLeft {
			to[sides.Left][i] = m.gramCount
			i++
		}
		if inRight {
			to[sides.Right][j] = m.gramCount
			j++
		}
	}
	return to
}
