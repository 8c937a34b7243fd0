package slot

import (
	"sort"

	"parallax/diffview/arena"
	"parallax/diffview/link"
)

// scores are what linking made of the sentence pairs that it weighed or linked.
type scores struct {
	pairs []scored // by left sentence, then right
	start []int    // by left sentence: its first pair; one more at the end
}

// A scored is a sentence pair with its score.
type scored struct {
	at    [2]int // by side
	score float64
}

// newScores puts candidates and links, both in order, together. Of sentences that
// are equal nothing was weighed, and some links have more than their candidates.
func newScores(a *arena.Arena, found *link.Found, left int) scores {
	s := scores{arena.Empty[scored](a, len(found.Candidates)+len(found.Links)), arena.Make[int](a, left+1)}
	links := found.Links
	before := func(l link.Link, c link.Candidate) bool {
		return l.Left < c.Left || l.Left == c.Left && l.Right < c.Right
	}
	for _, c := range found.Candidates {
		for ; len(links) > 0 && before(links[0], c); links = links[1:] {
			s.pairs = append(s.pairs, scored{[2]int{links[0].Left, links[0].Right}, links[0].Score})
		}
		score := c.Score
		if len(links) > 0 && links[0].Left == c.Left && links[0].Right == c.Right {
			score, links = max(score, links[0].Score), links[1:]
		}
		s.pairs = append(s.pairs, scored{[2]int{c.Left, c.Right}, score})
	}
	for _, l := range links {
		s.pairs = append(s.pairs, scored{[2]int{l.Left, l.Right}, l.Score})
	}
	for _, p := range s.pairs {
		s.start[p.at[0]+1]++
	}
	for i := range left {
		s.start[i+1] += s.start[i]
	}
	return s
}

// of returns the score of two sentences, and whether they were weighed or linked.
func (s *scores) of(i, j int) (score float64, ok bool) {
	own := s.pairs[s.start[i]:s.start[i+1]]
	n := sort.Search(len(own), func(n int) bool { return own[n].at[1] >= j })
	if n == len(own) || own[n].at[1] != j {
		return 0, false
	}
	return own[n].score, true
}
