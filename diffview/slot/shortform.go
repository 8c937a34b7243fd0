package slot

import (
	"strings"

	"parallax/diffview/doc"
)

// Forms of one name: what tells apart no two persons, places or things.

// sets numbers the lines of a table and gives each word those it is in.
func sets(lines string) map[string][]int {
	out := map[string][]int{}
	for n, line := range strings.Split(lines, "\n") {
		for _, w := range strings.Fields(line) {
			out[w] = append(out[w], n)
		}
	}
	return out
}

// together reports whether two words stand in one line of a table.
func together(of map[string][]int, x, y string) bool {
	for _, a := range of[x] {
		for _, b := range of[y] {
			if a == b {
				return true
			}
		}
	}
	return false
}

// oneName reports whether two words can be forms of one name: a short form, an
// initial, an abbreviation.
func oneName(x, y string) bool {
	x, y = doc.NameWord(x), doc.NameWord(y)
	if len(x) > len(y) {
		x, y = y, x
	}
	return doc.SameGivenName(x, y) || len(x) < 6 && abbreviates(x, y)
}

// abbreviates reports whether the letters of a short word stand in a longer one
// in order, the first and the last of them at its ends: "sgt", "sergeant".
func abbreviates(x, y string) bool {
	if x[0] != y[0] || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	k := 0
	for n := 0; n < len(y) && k < len(x); n++ {
		if y[n] == x[k] {
			k++
		}
	}
	return k == len(x)
}
