package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

const (
	// dims is the number of dimensions of a vector in GloVe, kept how many the
	// tables have.
	dims = 100
	kept = 92

	// whiteness is how far the directions in which the vectors vary are brought
	// to vary alike: 0 leaves them, 1 makes them equal.
	whiteness = 0.5
)

// condense centres the vectors, turns them to their principal axes, drops the
// first dims-kept of these and scales each other by its variance to the power
// of -whiteness/2.
//
// A few directions of GloVe's space hold most of its variance and tell little
// but how frequent a word is and in what kind of text; they make unrelated
// words look alike. Dropping them is due to Mu and Viswanath, "All-but-the-top"
// (2018). Measured on the labelled word correspondences of 2,000 sentence pairs
// (content words without a form of theirs on the other side, ranked by cosine),
// average precision:
//
//	as they are     .373    dropped  1  .428    8, whiteness .3  .465
//	centred         .391             4  .449    8, whiteness .6  .467
//	whiteness .5    .437             8  .461   12, whiteness .6  .468
//	whiteness  1    .455            12  .465
func condense(forms []form) {
	center(forms)
	cov := make([]float64, dims*dims)
	for _, f := range forms {
		for i, x := range f.vector {
			for j, y := range f.vector {
				cov[i*dims+j] += float64(x * y)
			}
		}
	}
	axes := eigenvectors(cov)
	variance := func(axis int) float64 { return cov[axis*dims+axis] / float64(len(forms)) }
	order := make([]int, dims)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(variance(b), variance(a)) })
	order = order[dims-kept:]
	for i := range forms {
		v := make([]float64, kept)
		for k, axis := range order {
			for d, c := range forms[i].vector {
				v[k] += float64(c * axes[d*dims+axis])
			}
			v[k] *= math.Pow(variance(axis), -whiteness/2)
		}
		forms[i].vector = v
	}
}

// center subtracts the mean vector.
func center(forms []form) {
	mean := make([]float64, dims)
	for _, f := range forms {
		for d, c := range f.vector {
			mean[d] += c
		}
	}
	for i := range forms {
		v := make([]float64, dims)
		for d, c := range forms[i].vector {
			v[d] = c - mean[d]/float64(len(forms))
		}
		forms[i].vector = v
	}
}

// eigenvectors diagonalises a symmetric matrix by Jacobi's rotations. The
// eigenvalues are left on its diagonal; the columns of the result are the
// eigenvectors.
func eigenvectors(m []float64) []float64 {
	axes := make([]float64, dims*dims)
	for i := range dims {
		axes[i*dims+i] = 1
	}
	for range 12 { // quadratic convergence: 8 sweeps reach machine precision
		for p := range dims {
			for q := p + 1; q < dims; q++ {
				rotate(m, axes, p, q)
			}
		}
	}
	return axes
}

// rotate turns the axes p and q so that m[p,q] becomes 0.
func rotate(m, axes []float64, p, q int) {
	if m[p*dims+q] == 0 {
		return
	}
	theta := (m[q*dims+q] - m[p*dims+p]) / (2 * m[p*dims+q])
	t := math.Copysign(1, theta) / (math.Abs(theta) + math.Sqrt(float64(theta*theta)+1))
	c := 1 / math.Sqrt(float64(t*t)+1)
	s := t * c
	turn := func(m []float64, i, j int) {
		x, y := m[i], m[j]
		m[i] = float64(c*x) - float64(s*y)
		m[j] = float64(s*x) + float64(c*y)
	}
	for k := range dims {
		turn(m, k*dims+p, k*dims+q)
	}
	for k := range dims {
		turn(m, p*dims+k, q*dims+k)
		turn(axes, k*dims+p, k*dims+q)
	}
}

// vectorBytes quantises the vectors: each is scaled so that its largest
// component is ±127, rounded, and followed by the reciprocal of the length of
// what rounding left.
func (v *vocabulary) vectorBytes() []byte {
	var out []byte
	for _, f := range v.forms[:v.vectors] {
		largest := 0.0
		for _, c := range f.vector {
			largest = max(largest, math.Abs(c))
		}
		squares := 0
		for _, c := range f.vector {
			q := int(math.Round(float64(c / largest * 127)))
			squares += q * q
			out = append(out, byte(int8(q)))
		}
		length := math.Sqrt(float64(squares))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(1/length)))
	}
	return out
}
