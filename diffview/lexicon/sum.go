package lexicon

import "math"

// A Vector is a sum of word vectors: the meaning of a stretch of text, as far
// as the order of its words does not matter.
type Vector [dims]float32

// Add adds the vector of a word, scaled to the given length. A word without a
// vector adds nothing.
func (v *Vector) Add(e Entry, length float32) {
	if !hasVector(e) {
		return
	}
	x := vectors[int(e.ID)*vectorSize:][:vectorSize]
	scale := length * reciprocal(x)
	for k := range v {
		v[k] += scale * float32(int8(x[k]))
	}
}

// Unit scales the vector to length 1; a zero vector stays.
func (v *Vector) Unit() {
	var n float32
	for _, x := range v {
		n += x * x
	}
	if n == 0 {
		return
	}
	n = 1 / float32(math.Sqrt(float64(n)))
	for k := range v {
		v[k] *= n
	}
}

// Dots returns the products of v and w, and of x and y: of those of unit length,
// their cosines. Each sum waits for the one before: two at a time take hardly
// longer than one.
func Dots(v, w, x, y *Vector) (vw, xy float64) {
	var s, t float32
	for k := range v {
		s += v[k] * w[k]
		t += x[k] * y[k]
	}
	return float64(s), float64(t)
}
