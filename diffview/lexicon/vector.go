package lexicon

import "math"

const (
	// dims is the number of dimensions of a vector.
	dims = 92

	// vectorSize is the bytes of a vector: an int8 for each dimension, and the
	// reciprocal of their length as a float32.
	vectorSize = dims + 4
)

// hasVector reports whether the tables have a vector of the word: of the
// 50,000 most frequent.
func hasVector(e Entry) bool { return e.ID >= 0 && int(e.ID) < len(vectors)/vectorSize }

// cosine returns how near in meaning two words are by what they are next to
// in English text: from -1 to 1, and 0 when the tables have no vector of one.
// Words in contrast ("Monday", "Tuesday") are as near as synonyms.
//
// The vectors are centred and rid of their eight widest directions, so that
// unrelated words have cosines around 0.1; as good as 0.6 between vectors as
// GloVe gives them is 0.32 here. Quantising changes a cosine by 0.0008 on
// average and by 0.0042 at most (20,000 pairs).
func cosine(a, b Entry) float64 { return cosineOf(a.ID, b.ID) }

// cosineOf is the cosine of two forms, by their rows.
func cosineOf(a, b int32) float64 {
	if min(a, b) < 0 || int(max(a, b)) >= len(vectors)/vectorSize {
		return 0
	}
	x := vectors[int(a)*vectorSize:][:vectorSize]
	y := vectors[int(b)*vectorSize:][:vectorSize]
	return float64(product(x, y)) * float64(reciprocal(x)) * float64(reciprocal(y))
}

// plainProduct returns the product of two vectors, byte by byte.
func plainProduct(x, y string) int32 {
	var s, t, u, v int32 // apart, so that the sums need not wait for each other
	for i := 0; i < dims; i += 4 {
		x4, y4 := x[i:i+4], y[i:i+4]
		s += int32(int8(x4[0])) * int32(int8(y4[0]))
		t += int32(int8(x4[1])) * int32(int8(y4[1]))
		u += int32(int8(x4[2])) * int32(int8(y4[2]))
		v += int32(int8(x4[3])) * int32(int8(y4[3]))
	}
	return s + t + u + v
}

// reciprocal returns the reciprocal of a vector's length.
func reciprocal(v string) float32 {
	b := v[dims:vectorSize]
	return math.Float32frombits(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
}
