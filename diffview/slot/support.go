package slot

import (
	"parallax/diffview/align"
	"parallax/diffview/budget"
	"parallax/diffview/sides"
)

// How much of what is around two values corresponds: their sentences are aligned
// word for word, and words near the one count by their weight when their partners
// are near the other.

// How many words before and after a value are near it, and how much farther their
// partners may be from the other.
const (
	supportReach = 12
	supportSlack = 2
)

// stepsOfCell is what it costs to align a word of one sentence with one of the
// other.
const stepsOfCell = 60

// partners are the words of two sentences that correspond, by side: the token of
// the other for a token.
type partners [2]map[int]int

// aligned returns the words of two sentences that correspond.
func (m *matcher) aligned(b *budget.Budget, at [2]int) (partners, error) {
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	if err := b.Spend(stepsOfCell * l.Sentences[at[sides.Left]].Length() * r.Sentences[at[sides.Right]].Length()); err != nil {
		return partners{}, err
	}
	words, _ := align.Words(l, r, at[sides.Left], at[sides.Right])
	of := partners{{}, {}}
	for _, w := range words {
		of[sides.Left][w.Tokens[sides.Left]], of[sides.Right][w.Tokens[sides.Right]] = w.Tokens[sides.Right], w.Tokens[sides.Left]
	}
	return of, nil
}

// supported returns the weight of the words around a value of a side whose partners
// are around the other.
func (m *matcher) supported(side sides.Side, r *Rival, partner map[int]int) (sum float64) {
	v, o, d := r.Values[side], r.Values[side.Other()], m.Docs[side]
	s := d.Sentences[v.Sentence]
	for k := max(s.First, v.First-supportReach); k < min(s.Last, v.Last+supportReach); k++ {
		if k >= v.First && k < v.Last || !d.Tokens[k].Matters() {
			continue
		}
		at, ok := partner[k]
		if !ok || at < o.First-supportReach-supportSlack || at >= o.Last+supportReach+supportSlack {
			continue
		}
		weight := 1.
		if t := m.Terms[side][k]; t >= 0 {
			weight = m.Rarity[t]
		}
		sum += weight
	}
	return sum
}
