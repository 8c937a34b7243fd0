package story

import (
	"fmt"
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
		if got := fmt.Sprint(Story{Articles: tt.articles}.Pairs()); got != tt.want {
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
		pairs := s.Pairs()
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
