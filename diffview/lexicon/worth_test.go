package lexicon

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// A worth counts how well a relation between two content words foretells that
// they correspond.
type worth struct{ pairs, linked int }

func (w worth) precision() float64 { return float64(w.linked) / float64(max(1, w.pairs)) }

// An aligned pair of sentences: what the annotators linked.
type aligned struct {
	words    [2][]Entry
	content  [2][]bool
	sure     map[[2]int]bool
	possible map[[2]int]bool
}

// readAligned reads the word correspondences of the labelled data.
func readAligned(t *testing.T) []aligned {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/bench/words/*_dev.tsv")
	if len(files) == 0 {
		t.Skip("the labelled word correspondences are not here (../shared/bench/words)")
	}
	var all []aligned
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			if cell := strings.Split(s.Text(), "\t"); len(cell) >= 4 && cell[0] != "id" {
				cell = append(cell, "")
				all = append(all, newAligned(cell))
			}
		}
	}
	return all
}

func newAligned(cell []string) aligned {
	a := aligned{sure: map[[2]int]bool{}, possible: map[[2]int]bool{}}
	for side := range 2 {
		for _, w := range strings.Fields(cell[1+side]) {
			e := Lookup(w)
			a.words[side] = append(a.words[side], e)
			a.content[side] = append(a.content[side], !Function(e) && strings.IndexFunc(w, unicode.IsLetter) >= 0)
		}
	}
	for i, links := range []map[[2]int]bool{a.sure, a.possible} {
		for _, l := range strings.Fields(cell[3+i]) {
			var k [2]int
			if _, err := fmt.Sscanf(l, "%d-%d", &k[0], &k[1]); err == nil {
				links[k] = true
			}
		}
	}
	return a
}

// free reports which content words have no form of theirs on the other side:
// those for which the weaker relations matter.
func (a aligned) free() (free [2][]bool) {
	for side := range 2 {
		free[side] = slices.Clone(a.content[side])
		for i, e := range a.words[side] {
			for _, f := range a.words[1-side] {
				if Relate(e, f) <= SameLemma {
					free[side][i] = false
				}
			}
		}
	}
	return free
}

// label names what the tables say of a pair: the relation, and for None the
// cosine in steps of a tenth.
func label(a, b Entry) string {
	r := Relate(a, b)
	switch {
	case r != None:
		return fmt.Sprintf("%02d %v", int(r), r)
	case !hasVector(a) || !hasVector(b):
		return "no vector"
	}
	return fmt.Sprintf("cosine %+.1f", math.Floor(cosine(a, b)*10)/10)
}

// TestWorth prints the table of the package comment (go test -v -run Worth) and
// holds it: what the relations and the cosine are taken to be worth, they are.
func TestWorth(t *testing.T) {
	all := readAligned(t)
	words, lone := map[string]worth{}, map[string]worth{}
	links, loneLinks := 0, 0
	for _, a := range all {
		free := a.free()
		for i, e := range a.words[0] {
			for j, f := range a.words[1] {
				k := [2]int{i, j}
				if !a.content[0][i] || !a.content[1][j] || a.possible[k] && !a.sure[k] {
					continue
				}
				l := label(e, f)
				count(words, l, a.sure[k], &links)
				if free[0][i] && free[1][j] {
					count(lone, l, a.sure[k], &loneLinks)
				}
			}
		}
	}
	t.Logf("%d sentence pairs, %d links of content words, %d of words without a form of theirs on the other side", len(all), links, loneLinks)
	for _, l := range slices.SortedFunc(maps.Keys(words), func(a, b string) int { return cmp.Compare(a, b) }) {
		w, f := words[l], lone[l]
		if r := relationOf(l); r > SameLemma && r < None && f.pairs >= 50 && math.Abs(f.precision()-worths[r]) > .05 {
			t.Errorf("%s: %.3f of %d pairs correspond, but worths has %.2f", l, f.precision(), f.pairs, worths[r])
		}
		t.Logf("%-22s all: precision %.3f covers %.4f (%d)   free: precision %.3f covers %.4f (%d of %d)", l, w.precision(), float64(w.linked)/float64(links), w.pairs, f.precision(), float64(f.linked)/float64(loneLinks), f.linked, f.pairs)
	}
}

// relationOf returns the relation a label begins with, or None.
func relationOf(label string) Relation {
	for r := Identical; r < None; r++ {
		if strings.HasSuffix(label, " "+r.String()) {
			return r
		}
	}
	return None
}

func count(m map[string]worth, label string, linked bool, links *int) {
	w := m[label]
	w.pairs++
	if linked {
		w.linked++
		*links++
	}
	m[label] = w
}
