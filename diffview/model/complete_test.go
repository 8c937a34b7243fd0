package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Trees laid out as complete ones say bit for bit what a walk over their nodes
// says, also of NaN and of a value at the threshold.
func TestCompleteTreesSayTheSame(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const features = 6
	for range 200 {
		f := &Forest{Bias: rng.NormFloat64()}
		for range rng.IntN(8) {
			tree := Tree{}
			grow(&tree, rng, rng.IntN(mostDepth+1), features)
			f.Trees = append(f.Trees, tree)
		}
		c, ok := layOut(f.Trees)
		if !ok {
			t.Fatal("too deep")
		}
		for range 50 {
			x := make([]float64, features)
			for k := range x {
				x[k] = float64(rng.IntN(5))
				if rng.IntN(9) == 0 {
					x[k] = math.NaN()
				}
			}
			if got, want := c.sum(f.Bias, x), f.LogOdds(x); got != want {
				t.Fatalf("complete trees say %v, the nodes %v: %v of %v", got, want, x, f.Trees)
			}
		}
	}
	deep := Tree{}
	for n := range int16(mostDepth + 1) {
		deep = append(deep, Node{Below: n + 1, Above: n + 1})
	}
	if _, ok := layOut([]Tree{append(deep, Node{Feature: -1})}); ok {
		t.Error("a tree that is too deep is laid out")
	}
}

// grow adds a random node and those below it.
func grow(t *Tree, rng *rand.Rand, depth, features int) int16 {
	at := int16(len(*t))
	*t = append(*t, Node{Feature: -1, Value: rng.NormFloat64()})
	if depth > 0 && rng.IntN(4) > 0 {
		below := grow(t, rng, depth-1, features)
		above := grow(t, rng, depth-1, features)
		(*t)[at] = Node{Feature: int16(rng.IntN(features)), Value: float64(rng.IntN(5)), Below: below, Above: above}
	}
	return at
}

func BenchmarkForest(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	f := &Forest{}
	for range 200 {
		t := Tree{}
		grow(&t, rng, 3, 80)
		f.Trees = append(f.Trees, t)
	}
	x := make([][]float64, 64)
	for k := range x {
		x[k] = make([]float64, 80)
		for n := range x[k] {
			x[k][n] = float64(rng.IntN(5))
		}
	}
	c, _ := layOut(f.Trees)
	n := 0
	b.Run("nodes", func(b *testing.B) {
		for b.Loop() {
			f.LogOdds(x[n%64])
			n++
		}
	})
	b.Run("complete", func(b *testing.B) {
		for b.Loop() {
			c.sum(0, x[n%64])
			n++
		}
	})
}
