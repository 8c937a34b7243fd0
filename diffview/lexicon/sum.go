package lexicon

// A Vector is a sum of word vectors: the meaning of a stretch of text, as far
// as the order of its words does not matter.
type Vector [dims]float32

// Add adds the vector of a word, scaled to the given length. A word without a
// vector adds nothing.
func (v *Vector) Add(e Entry, length float32) {
	if !HasVector(e) {
		return
	}
	x := vectors[int(e.ID)*vectorSize:][:vectorSize]
	scale := length * reciprocal(x)
	for k := range v {
		v[k] += scale * float32(int8(x[k]))
	}
}
