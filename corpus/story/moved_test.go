package story

import (
	"fmt"
	"slices"
	"testing"

	"parallax/corpus"
)

// TestMoved holds where articles are after moves, and that each is in one story,
// whatever is moved.
func TestMoved(t *testing.T) {
	articles := []*corpus.Article{
		article("2031-05-01-post.txt", bridge1), article("2031-05-02-echo.txt", bridge2), article("2031-05-02-post.txt", bridge1),
		article("2031-05-01-tide.txt", vote1), article("2031-05-02-tide.txt", vote2),
	}
	grouped := Group(articles)
	for _, tt := range []struct {
		moves []Move
		want  string
	}{
		{nil, "[[0 1 2] [3 4]] versions [0 2]"},
		{[]Move{{1, -1}}, "[[0 2] [1] [3 4]] versions [0 2]"},
		{[]Move{{2, -1}}, "[[0 1] [2] [3 4]]"},
		{[]Move{{1, 3}}, "[[0 2] [3 1 4]] versions [0 2]"},
		{[]Move{{1, -1}, {2, 1}}, "[[0] [1 2] [3 4]]"},
		{[]Move{{3, 0}, {4, 0}}, "[[0 3 1 2 4]] versions [0 2]"},
		{[]Move{{1, -1}, {1, 0}}, "[[0 1 2] [3 4]] versions [0 2]"},
		{[]Move{{1, 1}, {0, 2}, {9, 0}, {0, 9}, {-1, -1}}, "[[0 1 2] [3 4]] versions [0 2]"},
	} {
		got, seen := "", []int(nil)
		var lists [][]int
		for _, s := range Moved(articles, grouped, tt.moves) {
			lists, seen = append(lists, s.Articles), append(seen, s.Articles...)
			for _, v := range s.Versions {
				got += fmt.Sprint(" versions ", v)
			}
			for _, i := range s.Articles {
				if s.Why(i) == "" {
					t.Errorf("%v: article %d has no reason", tt.moves, i)
				}
			}
		}
		if got = fmt.Sprint(lists) + got; got != tt.want {
			t.Errorf("%v: %s, want %s", tt.moves, got, tt.want)
		}
		if slices.Sort(seen); !slices.Equal(seen, []int{0, 1, 2, 3, 4}) {
			t.Errorf("%v: the articles are %v", tt.moves, seen)
		}
	}
}
