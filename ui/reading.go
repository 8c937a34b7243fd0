package ui

import (
	"sort"

	"parallax/diffview"
)

// The share of agreed words, in percent, from which two texts are read as
// versions of one. Of the sample corpus's pairs and those of a corpus of wire
// stories the two versions share 82, and different texts at most 58. Versions
// and copies can be rewritten so much (copies down to 26) that what is the same
// is what should stand out.
const (
	nearlySame = 75
	sameOrigin = 50 // for those known to be versions or copies
)

// revised reports whether two texts read as versions of one, by what each
// shares and by whether a story knows them to be versions or copies.
func revised(share [2]diffview.Share, known bool) bool {
	least := nearlySame
	if known {
		least = sameOrigin
	}
	for _, s := range share {
		if s.Words == 0 || s.Agree*100 < s.Words*least {
			return false
		}
	}
	return true
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
