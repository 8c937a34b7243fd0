package story

import (
	"slices"
	"sort"
)

// The order of pairs. A reader steps through all n(n-1)/2 pairs of a story,
// each once, so that each step changes one side only and the other article
// stays where it is. With articles A to D they are A-B, A-C, A-D, B-D, B-C, D-C.
//
// Article k is held on the left while the right steps through all that come
// after it: that is block k, of n-1-k pairs. The article that the block before
// ended with must stay, so it comes first on the right and the others follow
// in their order. Block 0 ends with the last article; so block 1 begins with
// the last and ends with the last but one, block 2 begins with the last but one
// and ends with the last, and so on in turn. Only where two articles are left,
// and the one that stays would be held, they change sides.
//
// So a pair is found from its number by arithmetic: the 4.5 million pairs of a
// story of 3,000 articles are never listed.

// PairCount returns how many pairs the story's articles make.
func (s Story) PairCount() int {
	n := len(s.Articles)
	return n * (n - 1) / 2
}

// Pair returns pair i of the story in reading order, 0 ≤ i < PairCount(), as
// left and right article.
func (s Story) Pair(i int) [2]int {
	n := len(s.Articles)
	k := sort.Search(n, func(k int) bool { return blockStart(n, k+1) > i })
	left, right := k, k+1+i-blockStart(n, k)
	if stays := stays(n, k); stays >= 0 {
		switch {
		case k == stays:
			left, right = n-1, stays
		case right == k+1:
			right = stays
		case right <= stays:
			right--
		}
	}
	return [2]int{s.Articles[left], s.Articles[right]}
}

// PairIndex returns the number of the pair that two articles make, whichever is
// left; -1 when the story does not have both, or when they are one.
func (s Story) PairIndex(a, b int) int {
	n := len(s.Articles)
	k, right := slices.Index(s.Articles, a), slices.Index(s.Articles, b)
	if k > right {
		k, right = right, k
	}
	if k < 0 || k == right {
		return -1
	}
	place := right - k - 1
	if stays := stays(n, k); stays > k {
		switch {
		case right == stays:
			place = 0
		case right < stays:
			place++
		}
	}
	return blockStart(n, k) + place
}

// blockStart returns the number of block k's first pair.
func blockStart(n, k int) int { return k * (2*n - k - 1) / 2 }

// stays returns the place of the article that block k begins with on the right,
// because the block before ended with it; -1 for the first block.
func stays(n, k int) int {
	switch {
	case k == 0:
		return -1
	case k%2 == 1:
		return n - 1
	}
	return n - 2
}
