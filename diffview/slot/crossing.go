package slot

import (
	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// A crossing says which words of two sentences are near each other. It is worked
// out once for all the values that stand in the two, and for all the windows
// around them. By side and token of the sentence it has the first of its near
// words, and one; or 0.
type crossing [2][]int32

// A nearWord is a token of the other sentence that a token is near to.
type nearWord struct {
	at         int
	similarity float64
	next       int32 // the next one of the same token, and one; or 0
}

// leastNear is the likeness below which two words have nothing to do with one
// another.
const leastNear = .45

// cross returns the crossing of two sentences.
func (m *matcher) cross(i, j int) crossing {
	at := [2]int{i, j}
	if c, ok := m.crossings[at]; ok {
		return c
	}
	s, t := &m.Docs[sides.Left].Sentences[i], &m.Docs[sides.Right].Sentences[j]
	c := crossing{arena.Make[int32](m.Arena, s.Length()), arena.Make[int32](m.Arena, t.Length())}
	for k := s.First; k < s.Last; k++ {
		x := m.Terms[sides.Left][k]
		if x < 0 {
			continue
		}
		matters := m.Docs[sides.Left].Tokens[k].Matters()
		for n := t.First; n < t.Last; n++ {
			y := m.Terms[sides.Right][n]
			if y < 0 {
				continue
			}
			there, similarity := m.Docs[sides.Right].Tokens[n].Matters(), 1.
			if x != y {
				if !matters || !there {
					continue
				}
				if similarity = m.Near(x, y); similarity < leastNear {
					continue
				}
			}
			if matters {
				m.noteNear(&c[sides.Left][k-s.First], n, similarity)
			}
			if there {
				m.noteNear(&c[sides.Right][n-t.First], k, similarity)
			}
		}
	}
	m.crossings[at] = c
	return c
}

// noteNear adds a word to those that a token is near to.
func (m *matcher) noteNear(first *int32, at int, similarity float64) {
	m.nearWords = append(m.nearWords, nearWord{at, similarity, *first})
	*first = int32(len(m.nearWords))
}

// covered returns the weight of the words of meaning of a stretch of a side, the
// value left out, and how much of it a stretch of the other has.
func (m *matcher) covered(side sides.Side, v Value, s doc.Stretch, other Value, o doc.Stretch) (has, all float64) {
	at := [2]int{v.Sentence, other.Sentence}
	c := m.cross(at[side], at[side.Other()])
	from := m.Docs[side].Sentences[v.Sentence].First
	for k := s.First; k < s.Last; k++ {
		t := m.Terms[side][k]
		if k >= v.First && k < v.Last || t < 0 || !m.Docs[side].Tokens[k].Matters() {
			continue
		}
		w := m.Rarity[t]
		all += w
		best := 0.
		for n := c[side][k-from]; n > 0; n = m.nearWords[n-1].next {
			if near := &m.nearWords[n-1]; near.at >= o.First && near.at < o.Last && (near.at < other.First || near.at >= other.Last) {
				best = max(best, near.similarity)
			}
		}
		has += w * best
	}
	return has, all
}
