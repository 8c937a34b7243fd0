package arena

import (
	"slices"
	"testing"
)

// What is given out is zeros, nobody else's, and of any size and type; when it was
// released it is given out again, as zeros.
func TestMake(t *testing.T) {
	if s := Make[int](nil, 3); len(s) != 3 {
		t.Errorf("without an arena: %d values", len(s))
	}
	a := New()
	for round := range 3 {
		var ints [][]int
		for n := range 100 {
			s := Make[int](a, n*n)
			if len(s) != n*n || cap(s) != n*n || slices.ContainsFunc(s, func(v int) bool { return v != 0 }) {
				t.Fatalf("round %d: %d values, room for %d, not %d zeros", round, len(s), cap(s), n*n)
			}
			words := Empty[string](a, 3)
			if len(words) != 0 || cap(words) != 3 || words[:3][2] != "" {
				t.Fatalf("round %d: %q", round, words[:cap(words)])
			}
			_ = append(words, "of", "a", "room")
			for k := range s {
				s[k] = n
			}
			ints = append(ints, s)
		}
		for n, s := range ints {
			if slices.ContainsFunc(s, func(v int) bool { return v != n }) {
				t.Fatalf("round %d: list %d was given out twice", round, n)
			}
		}
		a.Release()
		a = New()
	}
}
