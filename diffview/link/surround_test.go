package link

import (
	"math"
	"testing"
)

// fullTable returns a table in which every pair of n and k sentences is a
// candidate.
func fullTable(n, k int) *table {
	t := &table{n: n, k: k, start: []int{0}}
	for range n {
		for j := range k {
			t.right = append(t.right, int32(j))
			t.rows = append(t.rows, make([]float64, int(features)+int(surroundings)))
		}
		t.start = append(t.start, len(t.right))
	}
	return t
}

// What is likely around a pair is found from it, and the pair itself and its
// rivals are not taken for neighbours.
func TestSurround(t *testing.T) {
	const likely = .9
	tab := fullTable(6, 6)
	p := make([]float64, len(tab.rows))
	for _, l := range [][2]int{{0, 0}, {2, 2}, {4, 2}} {
		p[tab.row(l[0], l[1])] = likely
	}
	for range 2 { // a second time it finds the same
		tab.surround(p, func(row int) bool { return row != tab.row(5, 5) })
	}
	for _, c := range []struct {
		name string
		i, j int
		s    surrounding
		want float64
	}{
		{"between two likely pairs", 1, 1, sDiagonals, logOdds(likely)},
		{"both are near it, on its line", 1, 1, sNearAlong, 2 * likely},
		{"and a third is near", 1, 1, sNear, 3 * likely},
		{"itself is not near itself, nor is its rival", 2, 2, sNear, likely},
		{"its rival shares a sentence with it", 2, 2, sRivalMore, logOdds(likely)},
		{"the other sentence has no rival", 2, 2, sRivalLess, logOdds(0)},
		{"the corner is too far from the first", 4, 4, sNear, likely},
		{"what is not wanted is left out", 5, 5, sOdds, 0},
	} {
		if got := tab.around(tab.row(c.i, c.j))[c.s]; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %s of %d and %d is %v, want %v", c.name, surroundingNames[c.s], c.i, c.j, got, c.want)
		}
	}
}
