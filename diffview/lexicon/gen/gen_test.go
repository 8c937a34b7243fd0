package main

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

func cosine(a, b []float64) float64 {
	var dot, aa, bb float64
	for i := range a {
		dot, aa, bb = dot+a[i]*b[i], aa+a[i]*a[i], bb+b[i]*b[i]
	}
	return dot / math.Sqrt(aa*bb)
}

// quantisationError returns the mean and the largest error that int8 makes in
// the cosine of two vectors.
func quantisationError(forms []form) (mean, largest float64) {
	v := &vocabulary{forms: forms, vectors: len(forms)}
	b := v.vectorBytes()
	const size = kept + 4
	read := func(i int) ([]float64, float64) {
		var x []float64
		for _, c := range b[i*size:][:kept] {
			x = append(x, float64(int8(c)))
		}
		return x, float64(math.Float32frombits(binary.LittleEndian.Uint32(b[i*size+kept:])))
	}
	r := rand.New(rand.NewPCG(5, 6))
	const pairs = 20_000
	for range pairs {
		i, j := r.IntN(len(forms)), r.IntN(len(forms))
		x, xn := read(i)
		y, yn := read(j)
		dot := 0.0
		for d := range x {
			dot += x[d] * y[d]
		}
		e := math.Abs(dot*xn*yn - cosine(forms[i].vector, forms[j].vector))
		mean, largest = mean+e/pairs, max(largest, e)
	}
	return mean, largest
}

func TestQuantisation(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	forms := make([]form, 500)
	for i := range forms {
		for range kept {
			forms[i].vector = append(forms[i].vector, r.NormFloat64())
		}
	}
	if mean, largest := quantisationError(forms); mean > .002 || largest > .01 {
		t.Errorf("cosines are off by %.5f on average and %.5f at most", mean, largest)
	}
}

func TestEigenvectors(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	m := make([]float64, dims*dims)
	for i := range dims {
		for j := range i + 1 {
			m[i*dims+j] = r.NormFloat64()
			m[j*dims+i] = m[i*dims+j]
		}
	}
	diagonal := slices.Clone(m)
	axes := eigenvectors(diagonal)
	for a := range dims {
		for i := range dims {
			product := 0.0
			for j := range dims {
				product += m[i*dims+j] * axes[j*dims+a]
			}
			if want := diagonal[a*dims+a] * axes[i*dims+a]; math.Abs(product-want) > 1e-9 {
				t.Fatalf("axis %d is no eigenvector: %v, want %v", a, product, want)
			}
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, p := range strings.Fields("color/colour organize/organise center/centre traveler/traveller defense/defence analyze/analyse dialog/dialogue program/programme") {
		if a, b, _ := strings.Cut(p, "/"); spelling(a) != spelling(b) {
			t.Errorf("%s are folded to %q and %q", p, spelling(a), spelling(b))
		}
	}
	for _, p := range strings.Fields("colour/cooler rise/raise former/farmer") {
		if a, b, _ := strings.Cut(p, "/"); spelling(a) == spelling(b) {
			t.Errorf("%s are both folded to %q", p, spelling(a))
		}
	}
}

func TestLemmas(t *testing.T) {
	const dir = "/usr/share/wordnet"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("WordNet is not here: apt-get install wordnet-base")
	}
	wn, err := readWordNet(dir)
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{
		"said":        "say said",
		"men":         "man men",
		"left":        "leave left",
		"leaves":      "leaf leave",
		"arms":        "arms arm",
		"gas":         "gas",
		"considering": "consider",
		"qqq":         "",
	} {
		if got := strings.Join(wn.lemmas(form), " "); got != want {
			t.Errorf("lemmas of %q: %q, want %q", form, got, want)
		}
	}
}

// A list that is not well formed is reported with its file and line.
func TestBadLists(t *testing.T) {
	dir := t.TempDir()
	good := map[string]string{"function.txt": "article: the a\n", "forms.txt": "u.s. 53 united\n", "groups.txt": "# x\n\nsay tell\n", "contrasts.txt": "up down\n"}
	write := func(lists map[string]string) {
		for name, s := range lists {
			if err := os.WriteFile(dir+"/"+name, []byte(s), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(good)
	if l, err := readLists(dir); err != nil || len(l.groups) != 1 || l.function["a"] != "a" {
		t.Fatalf("good lists gave %v, %v", l, err)
	}
	for name, bad := range map[string]string{"function.txt": "the a\n", "forms.txt": "u.s. many\n", "groups.txt": "say tell\nalone\n"} {
		write(good)
		write(map[string]string{name: bad})
		if _, err := readLists(dir); err == nil || !strings.Contains(err.Error(), name+":") {
			t.Errorf("%s with %q: %v", name, bad, err)
		}
	}
}
