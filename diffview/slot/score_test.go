package slot

import (
	"testing"

	"parallax/diffview/link"
)

// A pair has the score of its candidate or of its link, the higher, also where it
// has only one of them.
func TestScores(t *testing.T) {
	s := newScores(nil, &link.Found{
		Candidates: []link.Candidate{{Left: 0, Right: 2, Score: .3}, {Left: 1, Right: 0, Score: .9}, {Left: 1, Right: 3, Score: .1}},
		Links:      []link.Link{{Left: 0, Right: 0, Score: 1}, {Left: 1, Right: 0, Score: .9}, {Left: 1, Right: 3, Score: .8}, {Left: 3, Right: 1, Score: 1}},
	}, 4)
	for _, c := range []struct {
		left, right int
		score       float64
		has         bool
	}{{0, 0, 1, true}, {0, 1, 0, false}, {0, 2, .3, true}, {1, 0, .9, true}, {1, 3, .8, true}, {2, 0, 0, false}, {3, 1, 1, true}, {3, 2, 0, false}} {
		if score, ok := s.of(c.left, c.right); score != c.score || ok != c.has {
			t.Errorf("sentences %d and %d: %v, %v, want %v, %v", c.left, c.right, score, ok, c.score, c.has)
		}
	}
}
