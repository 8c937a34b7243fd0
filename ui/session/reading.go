package session

import (
	"sort"
	"strings"

	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/layout"
)

// A Reading is all of a pair that no screen changes. It is made by a command,
// because each part of it takes time.
type Reading struct {
	Pair Pair
	*diffview.Comparison
	Rows    []layout.Row
	Shares  [2]diffview.Share // by side
	pairing coverage.Pairing
	linked  [2][][]Companion // by side and sentence: its partners, the best first
	Numbers [2][]int         // by side and sentence: its place among the compared ones, from 1; 0 for furniture
	Moved   []bool           // by link: it crosses those that keep the order
	Limited string           // what the marks do not show, and what could not be compared or known
}

// newReading works out what screens say of a comparison.
func newReading(p Pair, c *diffview.Comparison) *Reading {
	return &Reading{
		Pair:       p,
		Comparison: c,
		Rows:       layout.Arrange(c),
		Shares:     [2]diffview.Share{c.Share(diffview.Left), c.Share(diffview.Right)},
		pairing:    coverage.Extract(c),
		linked:     linked(c),
		Numbers:    numbers(c),
		Moved:      moved(c),
		Limited:    remarks(c),
	}
}

// A Cursor names the sentence being read.
type Cursor struct {
	Side     diffview.Side
	Sentence int // an index into the article's Sentences
}

// A Companion is a sentence of the other article that is linked to one.
type Companion struct {
	Cursor
	Link int // an index into the comparison's Links
}

// Partners returns the sentences of the other article that are linked to one,
// the best link first.
func (r *Reading) Partners(c Cursor) []Companion {
	if c.Sentence < 0 || c.Sentence >= len(r.linked[c.Side]) {
		return nil
	}
	return r.linked[c.Side][c.Sentence]
}

// linked returns the partners of every sentence, by side, the best link first.
func linked(c *diffview.Comparison) (by [2][][]Companion) {
	for side, a := range c.Articles {
		by[side] = make([][]Companion, len(a.Sentences))
	}
	for k, l := range c.Links {
		for side, s := range l.Sentences {
			other := diffview.Side(side).Other()
			by[side][s] = append(by[side][s], Companion{Cursor{other, l.Sentences[other]}, k})
		}
	}
	for side := range by {
		for _, partners := range by[side] {
			sort.SliceStable(partners, func(i, j int) bool {
				return c.Links[partners[i].Link].Score > c.Links[partners[j].Link].Score
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

// Moved reports for every link whether it crosses the order that both articles
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

// remarks returns on one line what the marks of a comparison do not show.
func remarks(c *diffview.Comparison) string {
	all := c.Remarks()
	if len(all) > 1 && c.Exact != nil && !c.Exact.Identical() {
		// What was changed comes first: there is little room, and that the texts are
		// versions is said before.
		all = append(all[1:], "compared word by word")
		for k, remark := range all {
			if strings.HasPrefix(remark, "headline: ") {
				all[k] = "another headline" // both are to be seen above the texts
			}
			all[k] = strings.Replace(all[k], "changed inside sentences:", "changed:", 1)
		}
	}
	if limits := c.Limits(); limits != "" {
		all = append(all, limits)
	}
	return strings.Join(all, " · ")
}
