package lexicon

import (
	"math"
	"testing"
)

// Single words added with length 1 are unit vectors whose product is their cosine.
func TestVectorAdd(t *testing.T) {
	words := []string{"strike", "drone", "cartel", "president", "Monday"}
	for _, a := range words {
		for _, b := range words {
			var x, y Vector
			x.Add(Lookup(a), 1)
			y.Add(Lookup(b), 1)
			dot := 0.0
			for d := range x {
				dot += float64(x[d] * y[d])
			}
			if want := cosine(Lookup(a), Lookup(b)); math.Abs(dot-want) > 1e-5 {
				t.Errorf("%s and %s: the vectors' product is %v, their cosine %v", a, b, dot, want)
			}
		}
	}
	var v Vector
	v.Add(Lookup("xqzzt"), 1)
	if v != (Vector{}) {
		t.Error("an unknown word added something")
	}
}
