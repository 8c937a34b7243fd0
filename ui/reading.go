package ui

import (
	"sort"

	"parallax/diffview"
	"parallax/diffview/layout"
)

// A reading is all of a pair that no screen changes. It is made by a command,
// because each part of it takes time.
type reading struct {
	pair pair
	*diffview.Comparison
	rows   []layout.Row
	share  [2]diffview.Share // by side
	linked [2][][]companion  // by side and sentence: its partners, the best first
	number [2][]int          // by side and sentence: its place among the compared ones, from 1; 0 for furniture
	moved  []bool            // by link: it crosses those that keep the order
	limits string            // what the articles' languages keep from being known; "" in English
}

// newReading works out what screens say of a comparison.
func newReading(p pair, c *diffview.Comparison) *reading {
	return &reading{
		pair:       p,
		Comparison: c,
		rows:       layout.Arrange(c),
		share:      [2]diffview.Share{c.Share(diffview.Left), c.Share(diffview.Right)},
		linked:     linked(c),
		number:     numbers(c),
		moved:      moved(c),
		limits:     c.Limits(),
	}
}

// A cursor names the sentence being read.
type cursor struct {
	side     diffview.Side
	sentence int // an index into the article's Sentences
}

// A companion is a sentence of the other article that is linked to one.
type companion struct {
	cursor
	link int // an index into the comparison's Links
}

// partners returns the sentences of the other article that are linked to one,
// the best link first.
func (r *reading) partners(c cursor) []companion {
	if c.sentence < 0 || c.sentence >= len(r.linked[c.side]) {
		return nil
	}
	return r.linked[c.side][c.sentence]
}

// linked returns the partners of every sentence, by side, the best link first.
func linked(c *diffview.Comparison) (by [2][][]companion) {
	for side, a := range c.Articles {
		by[side] = make([][]companion, len(a.Sentences))
	}
	for k, l := range c.Links {
		for side, s := range l.Sentences {
			other := diffview.Side(side).Other()
			by[side][s] = append(by[side][s], companion{cursor{other, l.Sentences[other]}, k})
		}
	}
	for side := range by {
		for _, partners := range by[side] {
			sort.SliceStable(partners, func(i, j int) bool {
				return c.Links[partners[i].link].Score > c.Links[partners[j].link].Score
			})
		}
	}
	return by
}

// numbers returns the place of every sentence among the compared ones of its
// article, from 1, as the gutter numbers them; 0 for furniture.
func numbers(c *diffview.Comparison) (by [2][]int) {
	for side, a := range c.Articles {
		by[side] = make([]int, len(a.Sentences))
		n := 0
		for i, s := range a.Sentences {
			if s.Kind.Compared() {
				n++
				by[side][i] = n
			}
		}
	}
	return by
}

// moved reports for every link whether it crosses the order that both articles
// share: the longest run of links, the best of each left sentence, whose right
// sentences come in the same order.
func moved(c *diffview.Comparison) []bool {
	moved := make([]bool, len(c.Links))
	best := map[int]int{} // by left sentence: its best link
	for k, l := range c.Links {
		if was, ok := best[l.Sentences[0]]; !ok || l.Score > c.Links[was].Score {
			best[l.Sentences[0]] = k
		}
	}
	var chain []int // links, by left sentence
	for k, l := range c.Links {
		if best[l.Sentences[0]] == k {
			chain = append(chain, k)
		}
	}
	// The longest run that does not fall, by patience: ends[n] is the link with
	// the least right sentence that ends a run of n+1.
	right := func(k int) int { return c.Links[k].Sentences[1] }
	var ends []int
	before := make([]int, len(c.Links))
	for _, k := range chain {
		n := sort.Search(len(ends), func(n int) bool { return right(ends[n]) > right(k) })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	var kept []diffview.Link
	if len(ends) > 0 {
		for k := ends[len(ends)-1]; k >= 0; k = before[k] {
			kept = append(kept, c.Links[k])
		}
	}
	for k, l := range c.Links {
		moved[k] = crosses(kept, l)
	}
	return moved
}

// crosses reports whether a link crosses one of those kept.
func crosses(kept []diffview.Link, l diffview.Link) bool {
	for _, o := range kept {
		if (o.Sentences[0]-l.Sentences[0])*(o.Sentences[1]-l.Sentences[1]) < 0 {
			return true
		}
	}
	return false
}
