package story

import (
	"fmt"
	"slices"
	"testing"
)

func TestPairsOrder(t *testing.T) {
	for _, tt := range []struct {
		articles []int
		want     string
	}{
		{nil, "[]"},
		{[]int{7}, "[]"},
		{[]int{7, 4}, "[[7 4]]"},
		{[]int{0, 1, 2}, "[[0 1] [0 2] [1 2]]"},
		{[]int{0, 1, 2, 3}, "[[0 1] [0 2] [0 3] [1 3] [1 2] [3 2]]"},
	} {
		if got := fmt.Sprint(Story{Articles: tt.articles}.pairs()); got != tt.want {
			t.Errorf("Pairs of %v = %v, want %v", tt.articles, got, tt.want)
		}
	}
}

// Every pair occurs once, and each step keeps one article where it was.
func TestPairsStepOneSide(t *testing.T) {
	for n := range 41 {
		var s Story
		for i := range n {
			s.Articles = append(s.Articles, 3*i+1)
		}
		pairs := s.pairs()
		if len(pairs) != n*(n-1)/2 {
			t.Fatalf("%d articles: %d pairs, want %d", n, len(pairs), n*(n-1)/2)
		}
		seen := make(map[[2]int]bool)
		for k, p := range pairs {
			unordered := [2]int{min(p[0], p[1]), max(p[0], p[1])}
			if p[0] == p[1] || seen[unordered] {
				t.Fatalf("%d articles: pair %v of itself or twice", n, p)
			}
			seen[unordered] = true
			if k == 0 {
				continue
			}
			if q := pairs[k-1]; (p[0] == q[0]) == (p[1] == q[1]) {
				t.Fatalf("%d articles: the step from %v to %v does not change one side", n, q, p)
			}
		}
	}
}

// A story of thousands is stepped through without listing its pairs: the
// number of a pair leads to it and back.
func TestPairIsFoundByItsNumber(t *testing.T) {
	for _, n := range []int{2, 3, 4, 7, 40, 3000} {
		var s Story
		for i := range n {
			s.Articles = append(s.Articles, 3*i+1)
		}
		for i := 0; i < s.PairCount(); i += 1 + s.PairCount()/5000 {
			p := s.Pair(i)
			if got := s.PairIndex(p[0], p[1]); got != i {
				t.Fatalf("%d articles: pair %d is %v, and that is pair %d", n, i, p, got)
			}
			if got := s.PairIndex(p[1], p[0]); got != i {
				t.Fatalf("%d articles: pair %d is %v, and its mirror is pair %d", n, i, p, got)
			}
		}
	}
	s := Story{Articles: []int{4, 7, 9}}
	for _, p := range [][2]int{{4, 4}, {4, 5}, {5, 4}, {5, 6}} {
		if got := s.PairIndex(p[0], p[1]); got != -1 {
			t.Errorf("the pair %v is number %d of a story that does not have it", p, got)
		}
	}
}

// walked returns the pairs in the order of a reader who holds one article at
// the left until all others were beside it, and then the first that the last
// one on the right has still to meet.
func walked(rest []int) (pairs [][2]int) {
	rest = slices.Clone(rest)
	stays := -1
	for len(rest) > 1 {
		held := 0
		if stays == 0 {
			held = 1
		}
		last := stays
		if stays >= 0 {
			pairs = append(pairs, [2]int{rest[held], rest[stays]})
		}
		for i := range rest {
			if i != held && i != stays {
				pairs = append(pairs, [2]int{rest[held], rest[i]})
				last = i
			}
		}
		rest = slices.Delete(rest, held, held+1)
		if last > held {
			last--
		}
		stays = last
	}
	return pairs
}

func TestPairsAreThoseOfAWalk(t *testing.T) {
	var s Story
	for n := range 30 {
		if got, want := s.pairs(), walked(s.Articles); !slices.Equal(got, want) {
			t.Errorf("%d articles: pairs %v, walked %v", n, got, want)
		}
		s.Articles = append(s.Articles, 5*n+2)
	}
}

// pairs returns all pairs in reading order.
func (s Story) pairs() [][2]int {
	pairs := make([][2]int, s.PairCount())
	for i := range pairs {
		pairs[i] = s.Pair(i)
	}
	return pairs
}
