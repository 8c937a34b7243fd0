package story

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Copies are divided as by comparing each with the first of every part.
func TestByOutlet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	names := []string{"", "", "herald", "courier", "wire"}
	for range 500 {
		texts := make([]text, 12)
		group := make([]int, len(texts))
		for i := range texts {
			texts[i] = text{address: names[r.IntN(len(names))], outlet: names[r.IntN(len(names))]}
			group[i] = i
		}
		var want [][]int
	next:
		for _, i := range group {
			for p, part := range want {
				a, b := texts[i], texts[part[0]]
				if a.address != "" && a.address == b.address || a.outlet != "" && a.outlet == b.outlet {
					want[p] = append(part, i)
					continue next
				}
			}
			want = append(want, []int{i})
		}
		if got := byOutlet(texts, group); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%v divided into %v, want %v", texts, got, want)
		}
	}
}

// Many texts that are too short to be judged are not compared with one another.
func TestShortTextsAreNotCompared(t *testing.T) {
	index := runIndex{make(map[uint64]int), make(map[uint64][]int)}
	short := []uint64{1, 2, 3}
	index.add(short, 0)
	if len(index.first) > 0 {
		t.Error("a text of three runs is in the index")
	}
	long := make([]uint64, fewestRuns)
	for i := range long {
		long[i] = uint64(i + 1)
	}
	index.add(long, 0)
	if _, ok := index.sameGroup(short, []int{len(long)}, func(int) bool { return true }); ok {
		t.Error("a text of three runs is the same as one that holds them")
	}
}
