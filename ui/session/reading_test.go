package session

import (
	"slices"
	"testing"

	"parallax/diffview"
)

// TestMoved marks the links that cross the order both articles share.
func TestMoved(t *testing.T) {
	for _, tt := range []struct {
		name  string
		links [][2]int
		want  []bool
	}{
		{"none", nil, nil},
		{"in order", [][2]int{{0, 0}, {1, 2}, {3, 4}}, []bool{false, false, false}},
		{"the last told first", [][2]int{{0, 9}, {1, 0}, {2, 1}, {3, 2}}, []bool{true, false, false, false}},
		{"the first told last", [][2]int{{0, 1}, {1, 2}, {2, 3}, {9, 0}}, []bool{false, false, false, true}},
		{"split in two", [][2]int{{0, 0}, {0, 1}, {1, 2}}, []bool{false, false, false}},
		{"split, one half far away", [][2]int{{0, 0}, {0, 9}, {1, 2}, {2, 3}}, []bool{false, true, false, false}},
		{"merged", [][2]int{{0, 0}, {1, 0}, {2, 1}}, []bool{false, false, false}},
	} {
		c := &diffview.Comparison{}
		for i, l := range tt.links {
			c.Links = append(c.Links, diffview.Link{Sentences: l, Score: 1 - float64(i)/100})
		}
		if got := moved(c); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
