package story

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The nearest of each are the same in whatever order edges are found: those
// among the mostNear of either end.
func TestNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		const n = 3 * mostNear
		type found struct{ a, b, similarity int }
		var all []found
		want := make([][]edge, n)
		for a := range n {
			for b := range a {
				if r.IntN(4) == 0 {
					continue
				}
				s := r.IntN(5) // many are alike
				all = append(all, found{a, b, s})
				want[a] = append(want[a], edge{int32(b), float32(s)})
				want[b] = append(want[b], edge{int32(a), float32(s)})
			}
		}
		for i := range want {
			slices.SortFunc(want[i], nearer)
		}
		among := func(i int, e edge) bool { return slices.Index(want[i], e) < mostNear }
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		near := newNearest(n)
		for _, f := range all {
			near.add(int32(f.a), edge{int32(f.b), float32(f.similarity)})
			near.add(int32(f.b), edge{int32(f.a), float32(f.similarity)})
		}
		for i, got := range near.both() {
			kept := slices.DeleteFunc(slices.Clone(want[i]), func(e edge) bool {
				return !among(i, e) && !among(int(e.to), edge{int32(i), e.similarity})
			})
			if !slices.Equal(got, kept) {
				t.Fatalf("article %d has %d edges, want %d", i, len(got), len(kept))
			}
		}
	}
}
